"""The answer is typed where it is asked for, behind the question in the output."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reloader_core import InputWanted
from reloader_gui.output.feed import Feed
from reloader_gui.page.run_page import RunPage
from reloader_gui.window.main_window import MainWindow


@pytest.fixture
def asked(qtbot: QtBot, ready: MainWindow, run: Any) -> RunPage:
    """A script that has asked for a name, below more lines than are seen."""
    page = ready.page
    assert page is not None
    run.prints(1, "line\n" * 200 + "Name? ")
    run.say(InputWanted(1, True))
    page.input.setFocus()
    qtbot.waitUntil(lambda: page.input.is_inline)
    return page


def place(page: RunPage) -> tuple[int, int]:
    """Relative to the output's text: pixels from its left, and lines of it from the top."""
    view, line = page.output.viewport(), page.input
    corner = line.mapTo(page, QPoint(0, 0)) - view.mapTo(page, QPoint(0, 0))
    return corner.x(), corner.y() // page.output.fonts.height


def test_it_stands_behind_the_question_while_that_is_in_sight(asked: RunPage, qtbot: QtBot) -> None:
    line, output = asked.input, asked.output
    x, row = place(asked)
    assert abs(x - output.left - 6 * output.fonts.cell) < 4
    assert row == output.scrolling.page_lines - 1
    QTest.keyClicks(line, "Ada L")
    line.setCursorPosition(3)
    output.scroll_by(-30)
    assert not line.is_inline and line.geometry().top() > output.geometry().bottom()
    assert (line.text(), line.cursorPosition()) == ("Ada L", 3)
    assert QApplication.focusWidget() is line
    output.follow()
    qtbot.waitUntil(lambda: line.is_inline)
    assert (line.text(), line.cursorPosition()) == ("Ada L", 3)
    assert QApplication.focusWidget() is line


def test_while_it_is_composed_in_it_is_not_moved_and_enter_does_not_send(
    asked: RunPage, run: Any, qtbot: QtBot
) -> None:
    line, sent = asked.input, []
    line.sent.connect(lambda text, _: sent.append(text))
    QApplication.sendEvent(line, QInputMethodEvent("ni", []))
    before = line.geometry()
    asked.output.scroll_by(-30)
    assert line.is_inline and line.geometry() == before
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("\u4f60")
    QApplication.sendEvent(line, committed)
    assert not line.is_inline, "it follows as soon as the word is there"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == ["\u4f60"]


def test_an_input_method_in_the_output_is_told_where_the_line_is(asked: RunPage) -> None:
    """Its candidates are shown there, whoever has the keyboard."""
    line, output, cursor = asked.input, asked.output, Qt.InputMethodQuery.ImCursorRectangle
    told = []
    for widget in (line, output):
        query = QInputMethodQueryEvent(cursor)
        QApplication.sendEvent(widget, query)
        corner = query.value(cursor).topLeft()
        told.append(widget.mapToGlobal(corner))
    assert told[0] == told[1]


def test_letters_stand_on_the_line_of_the_question_also_beside_chinese_ones(
    asked: RunPage,
) -> None:
    line, fonts = asked.input, asked.output.fonts
    line.setReadOnly(True)  # no cursor in the picture
    feet = []
    for text in ("H", "H你"):
        line.setText(text)
        picture = line.grab(QRect(0, 0, round(fonts.cell), fonts.height)).toImage()
        shades = [
            {picture.pixelColor(x, y).lightness() for x in range(picture.width())}
            for y in range(picture.height())
        ]
        back = max(shades[0])
        feet.append(max(y for y, row in enumerate(shades) if min(row) < back - 60) + 1)
    assert feet == [fonts.ascent + 1] * 2, "one pixel above is the line's"


def test_behind_a_long_question_there_is_no_room(asked: RunPage, run: Any, qtbot: QtBot) -> None:
    run.prints(1, "x" * (asked.output.columns - 10))
    qtbot.waitUntil(lambda: not asked.input.is_inline)
    run.prints(1, "\nOr: ")
    qtbot.waitUntil(lambda: asked.input.is_inline)
    run.say(InputWanted(1, False))
    qtbot.waitUntil(lambda: not asked.input.is_inline)


def test_what_getpass_says_of_an_echo_is_not_shown(asked: RunPage, qtbot: QtBot) -> None:
    """It is not true here."""
    warning = (
        b"/usr/lib/python3.11/getpass.py:91: GetPassWarning: Can not control echo on the terminal."
        b"\n  passwd = fallback_getpass(prompt, stream)\n"
    )
    echoed = b"Warning: Password input may be echoed."
    for pieces in ([warning + echoed + b"\nPassword: "], [warning + echoed, b"\n", b"Password: "]):
        written: list[bytes] = []
        feed = Feed(asked.spool, lambda *_: None, lambda: None)
        asked_before = feed.asks_secret
        for piece in pieces:
            left = feed._without_warning(piece)
            written.append(left)
        assert b"".join(written) == b"Password: "
        assert feed.asks_secret and not asked_before
