"""A click on the status asks in which line the script is; the answer is a line with a button."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reloader_core import Position, State, Waits
from reloader_gui.page.message_area import MessageLine
from reloader_gui.texts.page import CARD
from reloader_gui.texts.runs import RUNS
from reloader_gui.window.main_window import MainWindow


def asked(run: Any) -> list[bool]:
    return [from_c for word, *from_c in run.commands if word == "position" for from_c in from_c]


def click_status(window: MainWindow) -> None:
    assert window.page is not None
    QTest.mouseClick(window.page.status, Qt.MouseButton.LeftButton)


def test_a_click_on_the_status_shows_the_line(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    page = ready.page
    assert page is not None
    run.running()
    qtbot.waitUntil(lambda: page.status.toolTip().startswith("Click to see"))
    click_status(ready)
    assert asked(run) == [False]
    file = Path("/home/ada/helper.py")
    run.say(Position(1, file, 12, "s.accept()", Waits.NETWORK))
    text = "helper.py waits for the network in line 12: s.accept()"
    qtbot.waitUntil(lambda: text in page.messages.texts())
    wanted: list[Any] = []
    page.line_wanted.connect(lambda file, line: wanted.append((file, line)))
    (line,) = [line for line in page.messages.findChildren(MessageLine) if line.text == text]
    (show,) = [b for b in line.findChildren(QPushButton) if b.text() == CARD.show_line()]
    show.click()
    assert wanted == [(file, 12)]
    run.say(Position(1, file, 13, "", None))
    assert text not in page.messages.texts(), "it has been answered, and nobody has asked again"


def test_who_does_not_answer_is_asked_in_c_code_and_then_it_is_said(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    page = ready.page
    assert page is not None
    run.running()
    qtbot.waitUntil(lambda: page.position.can_ask)
    ready.commands.tell_position()
    qtbot.waitUntil(lambda: RUNS.no_position() in page.messages.texts())
    assert asked(run) == [False, True]
    run.status(State.WAITING)
    qtbot.waitUntil(lambda: RUNS.no_position() not in page.messages.texts())
    click_status(ready)
    assert asked(run) == [False, True], "nothing runs"
