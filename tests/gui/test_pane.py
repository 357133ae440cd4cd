from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from pictures import whole_picture
from reloader_core import Spool
from reloader_gui.output.feed import Feed
from reloader_gui.output.look.palette import CONTRAST, contrast, parse
from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.output.text.frame_budget import FRAME_S, FrameBudget
from reloader_gui.output.text.section import Began, Kind
from reloader_gui.texts.cause import Command
from reloader_gui.ui import theme

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of(everything(pane.document)))


@pytest.fixture
def pane(qtbot: QtBot, tmp_path: Path) -> Iterator[OutputPane]:
    spool = Spool(tmp_path / "spool")
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.set_colours(theme.LIGHT)
    pane.resize(600, 300)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    spool.close()


@pytest.fixture
def feed(pane: OutputPane) -> Feed:
    return Feed(pane.spool, pane.document.announce, pane.wake)


Shown = Callable[[], str]


@pytest.fixture
def shown(qtbot: QtBot, pane: OutputPane) -> Shown:
    """All text, once everything that has come is shown."""

    def shown() -> str:
        qtbot.waitUntil(lambda: not pane.watch.is_on and not pane.document.is_stale)
        return text_in(pane)

    return shown


def begin(feed: Feed, run: int, cause: str = "you pressed Run") -> None:
    feed.begin(run, Began("14:02:11", Command(cause), again=run > 1))


def lines(count: int) -> bytes:
    return b"".join(b"line %d\n" % n for n in range(count))


def top(pane: OutputPane) -> str:
    row = pane.document.rows(pane.scrolling.top.row, 1)[0]
    return row.line.text


def test_a_run_begins_with_its_rule(feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, "Hello 你好\n".encode())
    assert shown() == "14:02:11  you pressed Run\nHello 你好\n"
    begin(feed, 2, "you saved helper.py")
    feed.write(2, b"again")
    assert shown().endswith("你好\n\n14:02:11  you saved helper.py\nagain")


def test_what_was_sent_stands_at_its_place(feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, b"Name: ")
    feed.echo("Ada")
    feed.write(1, b"Hello Ada\n")
    assert shown().endswith("Run\nName: Ada\nHello Ada\n")


def test_a_progress_line_overwrites_itself(feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    for percent in range(0, 101, 10):
        feed.write(1, f"\r🐍 {percent} %".encode())
        if percent % 30 == 0:
            shown()
    assert shown().endswith("Run\n🐍 100 %")


def test_a_new_run_starts_at_the_top_of_the_view(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, b"old\n" * 100)
    shown()
    begin(feed, 2)
    feed.write(2, b"new\n")
    shown()
    first, second = pane.document.rows(pane.scrolling.top.row, 2)
    assert (first.kind, second.kind) == (Kind.BLANK, Kind.RULE)
    bar = pane.verticalScrollBar()
    assert bar.value() == bar.maximum(), "below the run there is nothing to scroll to"
    feed.write(2, b"more\n" * 100)
    shown()
    bottom = pane.spot_at(pane.viewport().height() - 20).row
    assert bottom >= pane.document.count - 2, "it follows the end"


def test_latest_is_offered_only_when_there_is_more_below(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, lines(3))
    shown()
    QTest.mouseDClick(pane.viewport(), LEFT, pos=QPoint(20, 12 + pane.fonts.height))
    QTest.mouseRelease(pane.viewport(), LEFT, pos=QPoint(20, 12 + pane.fonts.height))
    latest = pane.findChild(QPushButton, "latestButton")
    assert pane.selection and latest is not None and not latest.isVisible()
    feed.write(1, lines(100))
    shown()
    assert latest.isVisible(), "a selection stays where it is"


def test_it_stays_where_the_user_scrolled_to(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, lines(500))
    shown()
    latest = pane.findChild(QPushButton, "latestButton")
    assert latest is not None and not latest.isVisible()
    pane.verticalScrollBar().setValue(100)
    assert latest.isVisible()
    assert top(pane) == "line 99"
    feed.write(1, b"more\n" * 500)
    shown()
    assert top(pane) == "line 99"
    QTest.mouseClick(latest, LEFT)
    assert not latest.isVisible()
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_it_stays_put_also_when_old_lines_are_dropped(
    qtbot: QtBot, tmp_path: Path, pane: OutputPane
) -> None:
    spool = Spool(tmp_path / "small", run_limit_bytes=1 << 20)
    small = OutputPane(spool, tmp_path)
    qtbot.addWidget(small)
    small.show()
    feed = Feed(spool, small.document.announce, small.wake)
    begin(feed, 1)
    feed.write(1, lines(100_000))
    qtbot.waitUntil(lambda: small.document.count > 60_000)
    small.go_to(Spot(small.document.count - 5_000))
    before, rows = top(small), small.document.count
    feed.write(1, b"more\n" * 60_000)
    qtbot.waitUntil(lambda: not small.document.is_stale)
    assert small.document.sections[0].extent.first > 0 and rows
    assert top(small) == before
    assert "Dropped: the first" in small.document.rows(1, 1)[0].line.text
    spool.close()


def test_wrapping_on_and_off_keeps_the_place(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, b"".join(b"line %d %s\n" % (n, b"x" * 200) for n in range(500)))
    shown()
    pane.go_to(Spot(101))
    assert top(pane).startswith("line 100 ")
    pane.set_wraps(False)
    assert top(pane).startswith("line 100 ")
    assert pane.horizontalScrollBar().maximum() == 0, "not painted yet"
    pane.grab()
    assert pane.horizontalScrollBar().maximum() > 50
    pane.set_wraps(True)
    assert top(pane).startswith("line 100 ")
    pane.scroll_by(1)
    assert top(pane).startswith("line 100 ") and pane.scrolling.top.sub == 1


def test_what_was_cleared_cannot_be_scrolled_to(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    pane.set_wraps(False)
    begin(feed, 1)
    feed.write(1, b"x" * 400 + b"\n")
    shown()
    pane.grab()
    assert pane.horizontalScrollBar().maximum() > 50
    pane.empty()
    assert pane.horizontalScrollBar().maximum() == 0
    feed.write(1, b"y" * 300 + b"\n")
    shown()
    pane.grab()
    assert pane.horizontalScrollBar().maximum() > 50


def test_an_unfinished_line_is_noticed_after_a_while(
    qtbot: QtBot, pane: OutputPane, feed: Feed
) -> None:
    begin(feed, 1)
    feed.write(1, b"Name: ")
    with qtbot.waitSignal(pane.waits_changed, timeout=2000) as waits:
        pass
    assert waits.args == [True]
    feed.write(1, b"and on\n")
    with qtbot.waitSignal(pane.waits_changed, timeout=2000) as waits:
        pass
    assert waits.args == [False]


class Paints(QObject):
    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_nothing_runs_and_nothing_is_painted_while_nothing_comes(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, b"done\n")
    shown()
    paints = Paints()
    pane.viewport().installEventFilter(paints)
    qtbot.wait(300)  # what is tested: a while in which nothing comes
    assert paints.count == 0
    assert not pane.watch.is_on
    feed.write(1, b"more\n")
    qtbot.waitUntil(lambda: paints.count > 0)


def test_cleared_means_empty_and_the_run_goes_on(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, b"unfinished")
    shown()
    pane.empty()
    feed.write(1, b" and on\n")
    assert shown() == "unfinished and on\n"


def test_the_runs_are_gone_through_by_keys(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    for number in (1, 2, 3):
        begin(feed, number, f"run {number}")
        feed.write(number, lines(50))
    shown()
    seen = []
    for step in (-1, -1, -1, -1, 1, 1, 1, 1):
        pane.go_to_run(step)
        seen.append(top(pane)[-5:])
    assert seen[:6] == ["run 3", "run 2", "run 1", "run 1", "run 2", "run 3"]
    assert pane.scrolling.follows


def test_only_this_run_or_all(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, b"old\n")
    begin(feed, 2)
    feed.write(2, b"new\n")
    shown()
    pane.set_only_last(True)
    assert text_in(pane) == "14:02:11  you pressed Run\nnew\n"
    pane.set_only_last(False)
    assert text_in(pane).startswith("14:02:11  you pressed Run\nold\n")


def test_bars_that_go_up_are_one_block(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, b"before\n")
    for step in range(1000):
        for bar in range(3):
            down, up = b"\n" * bar, b"\x1b[A" * bar
            feed.write(1, down + b"\rbar %d: %d" % (bar, step) + up)
        if step % 400 == 0:
            shown()
    feed.write(1, b"\n" * 3 + b"after\n" + lines(200))
    text = shown()
    assert text.splitlines()[1:7] == [
        "before", "bar 0: 999", "bar 1: 999", "bar 2: 999", "after", "line 0",
    ]  # fmt: skip
    assert pane.document.count == 1 + 5 + 200 + 1


def test_a_cleared_screen_is_a_fresh_page(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, lines(100))
    shown()
    for clear in (b"\x1b[2J\x1b[H", b"\x1b[H\x1b[2J\x1b[3J", b"\x0c", b"\x1bc"):
        feed.write(1, clear + b"fresh\n")
        assert shown().endswith("fresh\n")
        assert top(pane) == "fresh"
    pane.scroll_by(-10)
    assert top(pane) == "line 93"


# -- the mouse and the keyboard


def at(pane: OutputPane, line: int, column: float) -> QPoint:
    x = pane.left + column * pane.fonts.cell
    return QPoint(round(x), round(8 + (line + 0.5) * pane.fonts.height))


def drag(pane: OutputPane, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(pane.viewport(), end)
    QTest.mouseRelease(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)


def copied(pane: OutputPane) -> str:
    QTest.keyClick(pane, Qt.Key.Key_C, CTRL)
    return QApplication.clipboard().text()


def test_selecting_with_the_mouse(qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, "\x1b[31mHello\x1b[0m 你好 world\nsecond line\n".encode())
    shown()
    drag(pane, at(pane, 1, 2), at(pane, 2, 6))
    assert copied(pane) == "llo 你好 world\nsecond"
    QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(pane, 1, 7))
    assert copied(pane) == "你好"
    QTest.mouseClick(pane.viewport(), LEFT, pos=at(pane, 1, 7))
    assert copied(pane) == "Hello 你好 world", "the third click takes the line"
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(pane, 2, 0))
    QTest.mouseClick(pane.viewport(), LEFT, SHIFT, at(pane, 2, 6))
    assert copied(pane) == "second"


@contextlib.contextmanager
def context_menu(pane: OutputPane, place: QPoint) -> Iterator[dict[str, QAction]]:
    """Its entries by their words, while it is open."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.mapToGlobal(place))
    QApplication.sendEvent(pane.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    yield {action.text(): action for action in menu.actions()}
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_context_menu_copies_the_line_under_the_pointer(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    wide = "wide " * 40 + "end"
    feed.write(1, f"\x1b[31mHello\x1b[0m 你好\nwait\rdone\n\n{wide}\nlast".encode())
    shown()
    for line, expected in ((1, "Hello 你好"), (2, "done"), (4, wide), (5, wide)):
        with context_menu(pane, at(pane, line, 3)) as entries:
            entries["Copy line"].trigger()
        assert QApplication.clipboard().text() == expected
        assert not pane.selection
    drag(pane, at(pane, 1, 0), at(pane, 1, 2))
    with context_menu(pane, at(pane, 2, 30)) as entries:
        entries["Copy line"].trigger()
    assert QApplication.clipboard().text() == "done", "behind its end, and not what is selected"
    assert copied(pane) == "He", "that stays selected"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_line_is_copied_that_was_under_the_pointer_when_the_menu_opened(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, lines(200))
    shown()
    meant = top(pane)
    with context_menu(pane, at(pane, 0, 2)) as entries:
        pane.spool.set_limits(8_000, 8_000)
        feed.write(1, b"later\n" * 20_000)
        assert meant not in shown(), "it was dropped"
        entries["Copy line"].trigger()
    assert QApplication.clipboard().text() == meant


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_line_is_copied_where_none_is(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    with context_menu(pane, at(pane, 0, 0)) as entries:
        assert not entries["Copy line"].isEnabled(), "there is no output"
    begin(feed, 1)
    feed.write(1, b"one\n\nthree")
    shown()
    for line, is_one in enumerate((False, True, False, True, False)):  # the run's head is first
        with context_menu(pane, at(pane, line, 1)) as entries:
            assert entries["Copy line"].isEnabled() is is_one, line


def test_a_selection_stays_while_more_comes_and_the_view_too(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, lines(200))
    shown()
    first = top(pane)
    drag(pane, at(pane, 0, 0), at(pane, 1, 4))
    feed.write(1, lines(200))
    shown()
    assert top(pane) == first
    assert copied(pane) == f"{first}\nline"


def test_dragging_below_the_view_scrolls_on(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, lines(500))
    shown()
    pane.go_to(Spot(1))
    outside = QPoint(30, pane.viewport().height() + 30)
    QTest.mousePress(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(pane, 0, 0))
    QTest.mouseMove(pane.viewport(), outside)
    qtbot.waitUntil(lambda: pane.scrolling.top.row > 30)
    QTest.mouseRelease(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, outside)
    assert copied(pane).startswith("line 0\nline 1\n")
    assert copied(pane).count("\n") > 30


def test_selecting_with_the_keyboard(pane: OutputPane, feed: Feed, shown: Shown) -> None:
    begin(feed, 1)
    feed.write(1, "e\u0301 你 end\nsecond\n".encode() + lines(100))
    shown()
    pane.go_to(Spot(1))
    for keys, expected in (
        ([Qt.Key.Key_Right], "e\u0301"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], "e\u0301 你"),
        ([Qt.Key.Key_End], "e\u0301 你 end"),
        ([Qt.Key.Key_Down], "e\u0301 你 end\nsecond"),
        ([Qt.Key.Key_Left], "e\u0301 你 end\nsecon"),
        ([Qt.Key.Key_Home, Qt.Key.Key_Up], ""),
    ):
        for key in keys:
            QTest.keyClick(pane, key, SHIFT)
        if expected:
            assert copied(pane) == expected
    QTest.keyClick(pane, Qt.Key.Key_End, SHIFT | CTRL)
    assert copied(pane).endswith("line 99\n")
    QTest.keyClick(pane, Qt.Key.Key_A, CTRL)
    assert copied(pane) == text_in(pane)


def test_copying_very_much_is_done_aside_and_can_be_cancelled(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, lines(1_000_000))
    qtbot.waitUntil(lambda: pane.document.count > 1_000_000)
    pane.select_all()
    with qtbot.waitSignal(pane.transfer.copied, timeout=20_000) as done:
        pane.copy()
        assert not done.signal_triggered, "not at once"
    text = QApplication.clipboard().text()
    assert text.endswith("line 999999\n") and text.count("\n") == 1_000_001
    QApplication.clipboard().setText("as it was")
    pane.copy()
    pane.transfer.cancel()
    pane.transfer.save([], Path("/no/such/folder/out.txt"), with_colours=False)
    with qtbot.waitSignal(pane.transfer.failed, timeout=5000):
        pass
    assert QApplication.clipboard().text() == "as it was"


def test_a_window_that_has_copied_very_much_ends_in_order() -> None:
    program = """
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication
from reloader_gui.output.clipboard import to_clipboard
app = QApplication([])
to_clipboard(QByteArray("你好 🙂\\n".encode() * 300_000))
assert app.clipboard().text() == "你好 🙂\\n" * 300_000
QTimer.singleShot(0, app.quit)
app.exec()
assert app.clipboard().text() == "你好 🙂\\n" * 300_000
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_taking_back_a_clear_goes_on_by_itself(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, b"a\nb\nc\n\x1b[3A" * 5_000 + b"\n\n\nthe end\n")
    qtbot.waitUntil(lambda: not pane.document.is_stale)
    before = text_in(pane)
    assert "the end" in before and before.count("a\n") == 1
    ticks = pane.watch._tick
    qtbot.waitUntil(lambda: not ticks.isActive())
    now = itertools.count()
    pane._laid_out.budget = FrameBudget(lambda: next(now) * FRAME_S / 40)
    for act, expected in ((pane.empty, ""), (pane.show_cleared, before)):
        act()

        def is_shown(text: str = expected) -> bool:
            return text_in(pane) == text

        qtbot.waitUntil(is_shown)


def test_saving_with_and_without_colours(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown, tmp_path: Path
) -> None:
    begin(feed, 1)
    feed.write(1, b"\x1b[31mred\x1b[0m\n")
    shown()
    for colours, expected in ((False, "red\n"), (True, "\x1b[31mred\x1b[0m\n")):
        file = tmp_path / "out.txt"
        with qtbot.waitSignal(pane.transfer.saved, timeout=5000):
            pane.transfer.save(everything(pane.document), file, with_colours=colours)
        assert file.read_text() == f"14:02:11  you pressed Run\n{expected}"
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.txt"]


def test_a_click_on_a_traceback_wants_that_line(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown, tmp_path: Path
) -> None:
    (tmp_path / "game.py").touch()
    wanted: list[tuple[Path, int]] = []
    pane.line_wanted.connect(lambda file, line: wanted.append((file, line)))
    begin(feed, 1)
    feed.write(1, b'  File "game.py", line 12, in <module>\n  File "gone.py", line 3\n')
    shown()
    qtbot.waitUntil(lambda: len(pane._files_known._known) == 2)  # else a click takes them as there
    for line in (1, 2):
        QTest.mouseClick(
            pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(pane, line, 10.5)
        )
    drag(pane, at(pane, 1, 5), at(pane, 1, 15))
    assert wanted == [(tmp_path / "game.py", 12)], "once: not where it is dragged over"


def test_what_is_typed_goes_out_and_what_moves_stays(pane: OutputPane) -> None:
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


def test_ctrl_c_copies_a_selection_and_else_says_that_there_is_none(
    pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    begin(feed, 1)
    feed.write(1, b"Hello\n")
    shown()
    selected: list[bool] = []
    pane.copy_pressed.connect(selected.append)
    QTest.keyClick(pane, Qt.Key.Key_C, CTRL)
    assert selected == [False]
    pane.select_all()
    assert "Hello" in copied(pane)
    assert selected == [False, True]


def test_ctrl_wheel_zooms(pane: OutputPane) -> None:
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


def test_text_that_an_input_method_composes_goes_out_too(pane: OutputPane) -> None:
    """Typing Chinese: the composed text arrives as one key event without a key."""
    typed: list[str] = []
    pane.typed.connect(lambda event: typed.append(event.text()))
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "你")
    QApplication.sendEvent(pane, key)
    assert typed == ["你"]


def test_lines_that_are_dropped_while_they_are_painted_have_no_time(
    qtbot: QtBot, pane: OutputPane, feed: Feed, shown: Shown
) -> None:
    pane.spool.set_limits(8_000, 8_000)
    pane.set_times(True)
    begin(feed, 1)
    feed.write(1, b"first\n" * 500)
    assert "first" in shown()
    feed.write(1, b"later\n" * 5000)
    pane.grab()  # before the document has counted what came
    assert pane.document.is_stale
    assert not pane.viewport().paintingActive()


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_what_is_painted_of_older_runs_can_be_read(
    pane: OutputPane, feed: Feed, shown: Shown, colours: theme.Colours
) -> None:
    codes = [f"38;5;{n}" for n in range(16)]
    solid = "".join(f"\x1b[{code}m\u2588\u2588\x1b[0m\n" for code in codes)
    pane.resize(600, 900)
    pane.set_colours(colours)
    for run in (1, 2):
        begin(feed, run)
        feed.write(run, solid.encode())
        shown()
    pane.go_to(Spot(0))
    image = whole_picture(pane)
    x = round(pane.left + pane.fonts.cell)
    for row in range(1, 1 + len(codes)):
        assert pane.document.rows(row, 1)[0].is_old
        pixel = image.pixelColor(x, 8 + round((row + 0.5) * pane.fonts.height))
        seen = (pixel.red(), pixel.green(), pixel.blue())
        assert contrast(seen, parse(colours.base)) >= CONTRAST, codes[row - 1]
