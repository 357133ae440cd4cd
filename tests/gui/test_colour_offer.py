"""A script that can print in colour, and does not, is offered it once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reloader_core import Notice, NoticeKind
from reloader_gui.page import colour_offer
from reloader_gui.page.message_area import MessageLine
from reloader_gui.settings.store import Settings
from reloader_gui.texts.notices import NOTICES
from reloader_gui.window.main_window import MainWindow

CAN = Notice(NoticeKind.CAN_COLOUR, ("rich",))


@pytest.fixture(autouse=True)
def _no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


def offers(window: MainWindow) -> list[MessageLine]:
    assert window.page is not None
    lines = window.page.messages.findChildren(MessageLine)
    return [line for line in lines if line.text == NOTICES.can_colour("") and line.isVisible()]


def test_it_is_offered_once_and_taken(
    qtbot: QtBot, ready: MainWindow, run: Any, settings: Settings, game: Path
) -> None:
    run.say(CAN)
    run.prints(1, "plain\n")
    qtbot.waitUntil(lambda: bool(offers(ready)))
    (button,) = offers(ready)[0].findChildren(QPushButton)
    button.click()
    assert settings.script(game).ask_for_colour and settings.script(game).colour_offered
    qtbot.waitUntil(lambda: ("FORCE_COLOR", "1") in run.commands[-1][1].env)


def test_who_prints_colours_or_was_asked_is_not(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    assert ready.page is not None
    run.prints(1, "\x1b[31mred\x1b[0m\n")
    run.say(CAN)
    QTest.qWait(colour_offer.LOOK_MS + 200)
    assert not offers(ready)
    run.running(2)
    ready.page.run.options.remember(colour_offered=True)
    run.prints(2, "plain\n")
    run.say(CAN)
    QTest.qWait(colour_offer.LOOK_MS + 200)
    assert not offers(ready)
