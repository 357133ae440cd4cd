"""The line about data that a script has read and that changed while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reloader_core import DataChanged, DataFiles, Exit, Notice, NoticeKind, ReasonKind, State
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.window.main_window import MainWindow


def said(window: MainWindow) -> list[str]:
    assert window.page is not None
    return window.page.messages.texts()


def has_ended(run: ScriptRun, number: int) -> bool:
    return run.status is not None and run.record.number == number and run.record.exit is not None


def press(window: MainWindow, words: str) -> None:
    buttons = window.findChildren(QPushButton, "messageAnswer")
    button = next(each for each in buttons if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def quiet(settings: Settings, game: Path) -> None:
    settings.remember(game, ScriptOptions(first_run_shown=True))


def test_each_file_is_told_once_in_a_run(
    qtbot: QtBot, quiet: None, ready: MainWindow, run: Any, game: Path
) -> None:
    one, two = game.parent / "data.csv", game.parent / "[two].json"
    run.say(DataChanged((one,)))
    qtbot.waitUntil(lambda: said(ready) == ["data.csv changed."])
    run.say(DataChanged((one, two)))
    qtbot.waitUntil(lambda: said(ready) == ["data.csv and [two].json changed."])
    cross = ready.findChildren(QToolButton, "messageClose")[-1]
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    run.say(DataChanged((one, two)))
    run.running(2)
    run.say(DataChanged((two,)))
    qtbot.waitUntil(lambda: said(ready) == ["[two].json changed."])
    press(ready, "Always for this file")
    assert said(ready) == []
    target = run.commands[-1][1]
    assert run.commands[-1][0] == "start" and target.watch == ("[[]two].json",)


def test_what_was_let_go_can_be_had_back(
    qtbot: QtBot, quiet: None, ready: MainWindow, run: Any, game: Path
) -> None:
    data = game.parent / "data.csv"
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    run.say(Notice(NoticeKind.DATA_LET_GO, ("data.csv", str(data))))
    qtbot.waitUntil(lambda: len(said(ready)) == 1)
    assert said(ready)[0].startswith("data.csv keeps changing")
    press(ready, "Restart")
    assert run.commands[-1][0] == "start" and run.commands[-1][1].watch == ()


def test_it_can_be_turned_off(ready: MainWindow, run: Any) -> None:
    assert run.target.data_files is DataFiles.ASKED
    assert ready.page is not None
    ready.page.run.set_option("notice_data", False)
    assert run.commands[-1][1].data_files is DataFiles.IGNORED


def test_a_real_script_that_has_ended_runs_again(
    qtbot: QtBot, quiet: None, make_real_window: Any, game: Path
) -> None:
    data = game.parent / "data.csv"
    data.write_text("a")
    game.write_text("print('it says', open('data.csv').read())")
    window: MainWindow = make_real_window()
    window.choose(game)
    page = window.page
    assert page is not None
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    for number, text in ((1, "b"), (2, "c")):
        qtbot.waitUntil(lambda n=number: has_ended(page.run, n), timeout=15_000)  # type: ignore[misc]
        data.write_text(text)
    qtbot.waitUntil(lambda: has_ended(page.run, 3), timeout=15_000)
    assert [file.name for file in page.run.record.reason.files] == ["data.csv"]
