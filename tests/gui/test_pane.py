from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reloader_gui import theme
from reloader_gui.output.items import Began, Echo
from reloader_gui.output.pane import MOST_LINES, OutputPane


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[OutputPane]:
    pane = OutputPane()
    qtbot.addWidget(pane)
    pane.set_colours(theme.LIGHT)
    pane.resize(600, 300)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane


def begin(pane: OutputPane, run: int, cause: str = "you pressed Run") -> None:
    pane.inbox.add(Began(run, "14:02:11", cause, again=run > 1))


def drain(qtbot: QtBot, pane: OutputPane) -> str:
    with qtbot.waitSignal(pane.emptied, timeout=5000):
        pass
    return pane.toPlainText()


def test_a_run_begins_with_its_rule(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, "Hello 你好\n".encode())
    assert drain(qtbot, pane) == "14:02:11  you pressed Run\nHello 你好\n"
    begin(pane, 2, "you saved helper.py")
    pane.inbox.put(2, b"again")
    assert drain(qtbot, pane).endswith("你好\n\n14:02:11  you saved helper.py\nagain")


def test_what_was_sent_stands_at_its_place(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"Name: ")
    pane.inbox.add(Echo("Ada"))
    pane.inbox.put(1, b"Hello Ada\n")
    assert drain(qtbot, pane).endswith("Run\nName: Ada\nHello Ada\n")


def test_a_progress_line_overwrites_itself(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    for percent in range(0, 101, 10):
        pane.inbox.put(1, f"\r🐍 {percent} %".encode())
        if percent % 30 == 0:
            drain(qtbot, pane)
    assert drain(qtbot, pane).endswith("Run\n🐍 100 %")


def test_a_new_run_starts_at_the_top_of_the_view(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"old\n" * 100)
    drain(qtbot, pane)
    begin(pane, 2)
    pane.inbox.put(2, b"new\n")
    drain(qtbot, pane)
    assert pane.firstVisibleBlock().text() == ""
    assert pane.firstVisibleBlock().next().text() == "14:02:11  you pressed Run"
    assert pane.firstVisibleBlock().next().userState() == 2
    bar = pane.verticalScrollBar()
    assert bar.value() == bar.maximum(), "below the run there is nothing to scroll to"
    pane.inbox.put(2, b"more\n" * 100)
    drain(qtbot, pane)
    last = pane.cursorRect(pane.textCursor())  # noqa: F841 - lays the document out
    bottom = pane.cursorForPosition(QPoint(5, pane.viewport().height() - 20)).block()
    assert bottom.blockNumber() >= pane.blockCount() - 3, "it follows the end"


def test_it_stays_where_the_user_scrolled_to(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"".join(b"line %d\n" % n for n in range(500)))
    drain(qtbot, pane)
    latest = pane.findChild(object, "latestButton")
    assert not latest.isVisible()
    pane.verticalScrollBar().setValue(100)
    assert latest.isVisible()
    before = pane.firstVisibleBlock().text()
    pane.inbox.put(1, b"more\n" * 500)
    drain(qtbot, pane)
    assert pane.firstVisibleBlock().text() == before
    QTest.mouseClick(latest, Qt.MouseButton.LeftButton)
    assert not latest.isVisible()
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_it_stays_put_also_when_old_lines_fall_off_the_top(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"".join(b"line %d\n" % n for n in range(MOST_LINES)))
    drain(qtbot, pane)
    pane.verticalScrollBar().setValue(MOST_LINES // 2)
    before = pane.firstVisibleBlock().text()
    pane.inbox.put(1, b"more\n" * 200)
    drain(qtbot, pane)
    assert pane.blockCount() == MOST_LINES
    assert pane.firstVisibleBlock().text() == before


def test_lines_are_bounded_and_a_gap_is_named(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    for n in range(200_000):
        pane.inbox.put(1, b"a line of the flood, number %d\n" % n)
    text = drain(qtbot, pane)
    assert pane.blockCount() <= MOST_LINES
    assert text.endswith("number 199999\n")
    begin(pane, 2)
    pane.inbox.put(2, b"after\n")
    assert drain(qtbot, pane).endswith("you pressed Run\nafter\n")


def test_an_unfinished_line_is_noticed_after_a_while(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"Name: ")
    with qtbot.waitSignal(pane.waits_changed, timeout=2000) as waits:
        pass
    assert waits.args == [True]
    pane.inbox.put(1, b"and on\n")
    with qtbot.waitSignal(pane.waits_changed, timeout=2000) as waits:
        pass
    assert waits.args == [False]


def test_what_is_typed_goes_out_and_what_moves_stays(qtbot: QtBot, pane: OutputPane) -> None:
    typed: list[str] = []
    pane.typed.connect(lambda event: typed.append(event.text()))
    for key in ("a", "B", " "):
        QTest.keyClicks(pane, key)
    accented = QKeyEvent(QEvent.Type.KeyPress, 0xC9, Qt.KeyboardModifier.NoModifier, "é")
    QApplication.sendEvent(pane, accented)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    QTest.keyClick(pane, Qt.Key.Key_PageUp)
    QTest.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert typed[:5] == ["a", "B", " ", "é", "\r"]
    assert len(typed) == 6, "a paste, and no more"


def test_ctrl_c_copies_a_selection_and_else_interrupts(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"Hello\n")
    drain(qtbot, pane)
    interrupts: list[bool] = []
    pane.interrupted.connect(lambda: interrupts.append(True))
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert interrupts == [True]
    pane.selectAll()
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert interrupts == [True]
    assert "Hello" in QApplication.clipboard().text()


def test_ctrl_wheel_zooms(qtbot: QtBot, pane: OutputPane) -> None:
    steps: list[int] = []
    pane.zoomed.connect(steps.append)
    for delta in (120, -120):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pane.viewport(), event)
    assert steps == [1, -1]


def test_the_tail_is_of_the_present_run_only(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"old\n")
    begin(pane, 2)
    pane.inbox.put(2, b"one\ntwo\n")
    drain(qtbot, pane)
    assert pane.tail() == "one\ntwo\n"


def test_cleared_means_empty_and_the_run_goes_on(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"unfinished")
    drain(qtbot, pane)
    pane.empty()
    pane.inbox.put(1, b" and on\n")
    assert drain(qtbot, pane) == " and on\n"


def test_nothing_runs_while_nothing_comes(qtbot: QtBot, pane: OutputPane) -> None:
    begin(pane, 1)
    pane.inbox.put(1, b"done\n")
    drain(qtbot, pane)
    assert not pane._tick.isActive()


def test_text_that_an_input_method_composes_goes_out_too(qtbot: QtBot, pane: OutputPane) -> None:
    """Typing Chinese: the composed text arrives as one key event without a key."""
    typed: list[str] = []
    pane.typed.connect(lambda event: typed.append(event.text()))
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "你")
    QApplication.sendEvent(pane, key)
    assert typed == ["你"]
