"""Messages are seen wherever the user is, and leave when they are no longer true."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Exit, Notice, NoticeKind, ReasonKind, State, TurnOff
from reloader_gui.page.message_area import MessageLine
from reloader_gui.settings.store import Settings
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import said
from reloader_gui.texts.settings import SETTINGS
from reloader_gui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]


def child(window: MainWindow, name: str) -> Any:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def visible(window: MainWindow) -> list[str]:
    return [line.text for line in window.findChildren(MessageLine) if line.isVisible()]


def messages_of_the_script(window: MainWindow) -> list[str]:
    assert window.page is not None
    return window.page.messages.texts()


# -- on every page


def test_what_is_said_meanwhile_is_seen_on_the_settings_page_and_after_it(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    ready.commands.toggle_settings()
    assert visible(ready) == [PAGE.first_run()], "what was said before is there, too"
    run.say(Notice(NoticeKind.WATCHING_FAILED))
    said_since = NOTICES.watching_failed()
    qtbot.waitUntil(lambda: visible(ready) == [PAGE.first_run(), said_since])
    ready.commands.toggle_settings()
    assert visible(ready) == [PAGE.first_run(), said_since]
    child(ready, "messageClose").click()
    assert visible(ready) == [said_since]


def test_what_is_said_of_saves_leaves_with_the_switch_whoever_turns_it_off(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.say(Notice(NoticeKind.AUTO_SAVE))
    qtbot.waitUntil(lambda: visible(ready) == [PAGE.first_run(), NOTICES.auto_save()])
    [_, answer] = [
        each for each in ready.findChildren(QPushButton) if each.text() == "Only when I press Run"
    ]
    answer.click()
    assert visible(ready) == []


def test_without_a_script_they_are_seen_on_the_settings_page_too(window: MainWindow) -> None:
    window.commands.toggle_settings()
    window.say(lambda: "Something.", key="one")
    assert visible(window) == ["Something."]
    window.commands.toggle_settings()
    assert visible(window) == ["Something."]


def test_settings_that_fail_after_the_window_is_gone_are_told_to_nobody(
    qtbot: QtBot, settings: Settings
) -> None:
    window = MainWindow(settings)
    settings.failed.emit(said(SETTINGS.disk_full))
    assert window.pages.empty.messages.texts() == [said(SETTINGS.disk_full)()]
    shiboken6.delete(window)
    with qtbot.captureExceptions() as uncaught:
        settings.failed.emit(said(SETTINGS.no_folder))
    assert not uncaught


def test_another_script_chosen_from_the_settings_page_leaves_none_there(
    qtbot: QtBot, ready: MainWindow, run: Any, write: Any
) -> None:
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not ready.page.run.is_busy)  # type: ignore[union-attr]
    ready.commands.toggle_settings()
    ready.choose(write("other.py", ""))
    assert visible(ready) == []
    ready.commands.toggle_settings()
    ready.say(lambda: "Of the other one.", key="one")
    assert visible(ready) == ["Of the other one."]


@pytest.mark.posix  # Windows' read-only folders can be written to
def test_settings_that_cannot_be_saved_are_said_where_they_are_changed(
    qtbot: QtBot, ready: MainWindow, settings: Settings
) -> None:
    assert settings.file is not None and settings.flush(10)
    settings.file.parent.rename(settings.file.parent.with_name("away"))
    settings.file.parent.touch()
    ready.commands.toggle_settings()
    child(ready, "setting_wrap_lines").click()
    qtbot.waitUntil(lambda: any("forgets your settings" in text for text in visible(ready)))


@pytest.mark.slow
@pytest.mark.posix  # Windows has another place for the output
def test_a_home_that_cannot_be_used_is_one_plain_sentence(
    clean_env: dict[str, str], tmp_path: Path
) -> None:
    """All of the application: settings that cannot be read, written, output, a log."""
    home, script = tmp_path / "home", tmp_path / "game.py"
    home.touch()
    script.write_text("print('hello')\n")
    env = {name: value for name, value in clean_env.items() if not name.startswith("XDG_")}
    env |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _OPENED, str(script)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [
        "From now on every save runs this script again.",
        "Reloader works, but forgets your settings when you close it."
        f" The file {home} is where their folder should be: to keep them, move that file away.",
    ], done.stderr


_OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reloader_gui.start.file_open import Application
from reloader_gui import app
from reloader_gui.window.main_window import MainWindow

application = Application([])

def look():
    (window,) = [each for each in application.topLevelWidgets() if isinstance(each, MainWindow)]
    if window.page is None or not window.page.status.text().startswith("Finished"):
        return
    timer.stop()
    window._settings.flush(10)
    application.processEvents()
    for text in window.page.messages.texts():
        print(text)
    window.close()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
app.run(application, app.Options(script=Path(sys.argv[1]), run=True))
"""


# -- what is no longer true


def test_the_line_about_the_first_run_leaves_at_the_second(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    assert messages_of_the_script(ready) == [PAGE.first_run()]
    run.running(2)
    qtbot.waitUntil(lambda: messages_of_the_script(ready) == [])


def test_what_is_left_to_the_scripts_own_reloader_is_said_in_place_of_what_ours_does(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.say(Notice(NoticeKind.NESTED, values=("Flask", TurnOff.WITH, "use_reloader=False")))
    sentence = (
        "Flask restarts your script itself when you save, so Reloader does not; start it with"
        " use_reloader=False, and Reloader does, which is faster."
    )
    qtbot.waitUntil(lambda: messages_of_the_script(ready) == [sentence])
    run.running(2)  # the next run may have none
    qtbot.waitUntil(lambda: messages_of_the_script(ready) == [])


def test_a_script_whose_switch_is_put_on_later_is_told_then_and_once(
    qtbot: QtBot, ready: MainWindow, engines: Any
) -> None:
    ready.bar.switch.click()
    QTest.mouseClick(ready.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engines))
    engines[0].running(1)
    qtbot.waitUntil(ready.bar.stop.isEnabled)
    assert messages_of_the_script(ready) == []
    ready.bar.switch.click()
    QTest.mouseClick(ready.bar.run, Qt.MouseButton.LeftButton)
    engines[0].running(2)
    qtbot.waitUntil(lambda: ready.page.run.record.number == 2)  # type: ignore[union-attr]
    assert messages_of_the_script(ready) == [PAGE.first_run()]
    engines[0].running(3)
    qtbot.waitUntil(lambda: messages_of_the_script(ready) == [])


def test_the_details_are_those_of_the_script_that_is_shown(
    qtbot: QtBot, ready: MainWindow, run: Any, write: Any
) -> None:
    status = child(ready, "statusLabel")
    run.running(1)
    qtbot.waitUntil(lambda: "Run 1, process 4711" in status.toolTip())
    run.is_stubborn = True
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not ready.page.run.is_busy)  # type: ignore[union-attr]
    ready.choose(write("other.py", ""))
    status = child(ready, "statusLabel")
    details = [each.text() for each in ready.menu.actions() if each.text().startswith("Run ")]
    assert (status.toolTip(), details) == ("", [])
    run.running(2)  # the one before is still on its way out
    qtbot.wait(50)
    assert status.toolTip() == ""
    run.is_stubborn = False


def test_that_its_window_takes_the_keyboard_is_said_once_for_a_script(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    taken = Notice(NoticeKind.KEYBOARD_TAKEN)
    words = " ".join(NOTICES.keyboard_taken())
    run.say(taken)
    qtbot.waitUntil(lambda: words in visible(ready))
    assert ready.page is not None
    ready.page.messages.take_away(NoticeKind.KEYBOARD_TAKEN.name)
    run.say(taken, Notice(NoticeKind.AUTO_SAVE))
    qtbot.waitUntil(lambda: NOTICES.auto_save() in visible(ready))
    assert words not in visible(ready)


# -- a script that needs a terminal


@pytest.mark.posix
def test_in_a_terminal_it_is_restarted_there_and_not_here_as_well(
    qtbot: QtBot, ready: MainWindow, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = tmp_path / "x-terminal-emulator"
    terminal.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/opened"\n')
    terminal.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    run.say(Notice(NoticeKind.SINGLE_KEYS))
    qtbot.waitUntil(lambda: PAGE.needs_terminal() in visible(ready))
    [answer] = [
        each
        for each in ready.findChildren(QPushButton)
        if each.text() == PAGE.open_in_terminal() and each.isVisible()
    ]
    answer.click()
    assert PAGE.runs_in_terminal() in visible(ready)
    assert PAGE.needs_terminal() not in visible(ready)
    qtbot.waitUntil(lambda: (tmp_path / "opened").exists())
    assert [command[0] for command in run.commands[-2:]] == ["restart on save", "stop"]
