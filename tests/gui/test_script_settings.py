"""The page with one script's settings: checked as it is typed, kept privately, used by the next
run."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Target
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.window.main_window import MainWindow


def field(window: MainWindow, key: str) -> Any:
    return window.findChild(QWidget, f"setting_{key}")


def faults(window: MainWindow) -> list[str]:
    labels = window.findChildren(QLabel)
    return [each.text() for each in labels if each.property("role") == "fault" and each.isVisible()]


def type_into(window: MainWindow, key: str, text: str) -> None:
    control = field(window, key)
    control.setFocus()
    control.selectAll()
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(control, Qt.Key.Key_Return)
        QTest.keyClicks(control, line)


@pytest.fixture
def page(ready: MainWindow) -> MainWindow:
    """The window, with the page open."""
    ready.commands.show_script_settings()
    return ready


def next_target(window: MainWindow, engines: Any, qtbot: QtBot) -> Target:
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engines) and any(c[0] == "start" for c in engines[0].commands))
    target: Target = next(c[1] for c in reversed(engines[0].commands) if c[0] == "start")
    return target


WRONG = [
    ("arguments", 'one "two', "A closing quotation mark is missing."),
    ("environment", "A=1\nAPI", "Line 2 has no = sign: write API=value."),
    ("environment", "RELOADER_X=1", "RELOADER_X in line 1 is Reloader's own; choose another name."),
    ("watch", "data/[.csv", "In data/[.csv, a [ is not closed."),
    ("ignore", "a**b", "In a**b, ** must stand alone between slashes."),
]


@pytest.mark.parametrize(("key", "text", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_not_used(
    qtbot: QtBot,
    page: MainWindow,
    settings: Settings,
    game: Path,
    key: str,
    text: str,
    sentence: str,
) -> None:
    type_into(page, key, text)
    qtbot.waitUntil(lambda: faults(page) == [sentence])
    assert field(page, key).accessibleDescription() == sentence
    QTest.keyClick(field(page, key), Qt.Key.Key_Escape)
    assert settings.script(game) == ScriptOptions()
    page.commands.show_script_settings()
    assert faults(page) == [], "it was not kept"


def test_what_is_right_is_used_from_the_next_run_on(
    qtbot: QtBot, page: MainWindow, settings: Settings, engines: Any, game: Path
) -> None:
    (game.parent / "sub").mkdir()
    type_into(page, "arguments", 'one "two three"')
    type_into(page, "folder", "su")
    qtbot.waitUntil(lambda: faults(page) == [f"There is no folder {game.parent / 'su'}."])
    QTest.keyClicks(field(page, "folder"), "b")
    qtbot.waitUntil(lambda: faults(page) == [])
    type_into(page, "environment", "KEY=a secret\nPATH=/mine")
    type_into(page, "watch", "data.csv\n/abs/*.txt")
    type_into(page, "ignore", "generated.py")
    qtbot.waitUntil(lambda: settings.script(game).folder == "sub")
    target = next_target(page, engines, qtbot)
    assert field(page, "arguments") is None, "Run shows the output"
    assert target.args == ("one", "two three") and target.cwd == game.parent / "sub"
    assert dict(target.env)["KEY"] == "a secret" and dict(target.env)["PATH"] == "/mine"
    here = str(game.parent).replace("[", "[[]")
    assert target.watch[0] == os.path.join(here, "data.csv")
    assert target.watch[1].endswith("/abs/*.txt") and len(target.watch) == 2  # Windows: C:/abs
    assert target.ignore == (os.path.join(here, "generated.py"),)
    assert settings.flush(10) and settings.file is not None
    if os.name == "posix":
        assert stat.S_IMODE(settings.file.stat().st_mode) == 0o600
    assert page.page is not None and page.page.run.started is not None
    installing = page.page.run.options.target(page.page.run.started, is_script=False)
    assert "KEY" not in dict(installing.env), "pip is not given the script's secrets"


def test_while_it_runs_another_run_is_offered(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    assert ready.page is not None
    ready.page.messages.take_away("first run")
    ready.commands.show_script_settings()
    type_into(ready, "watch", "data.csv")
    type_into(ready, "arguments", "x")
    QTest.keyClick(field(ready, "arguments"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(ready.page.messages.texts()) == 1)  # type: ignore[union-attr]
    answer = ready.findChildren(QPushButton, "messageAnswer")[-1]
    assert answer.isVisible() and answer.text() == "Run again"
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert run.commands[-1][0] == "start" and run.commands[-1][1].args == ("x",)


def test_the_keyboard_and_a_screen_reader_find_everything(page: MainWindow) -> None:
    assert field(page, "arguments").hasFocus()
    for key in ("folder", "environment", "watch"):
        while not field(page, key).hasFocus():
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    for key in ("arguments", "folder", "environment", "watch", "ignore", "notice_data"):
        interface = QAccessible.queryAccessibleInterface(field(page, key))
        assert interface.text(QAccessible.Text.Name), key
        assert interface.text(QAccessible.Text.Description), key


SHOWS = """
import json, os
print(json.dumps({key: os.environ.get(key) for key in ('FROM_FILE', 'BOTH', 'TYPED')}))
print('end')
"""


def test_the_env_file_is_offered_and_followed(
    qtbot: QtBot, make_real_window: Any, settings: Settings, game: Path
) -> None:
    (game.parent / ".env").write_text("FROM_FILE=1\nBOTH='file'\nPATH=/none\n")
    game.write_text(SHOWS)
    settings.remember(game, ScriptOptions(first_run_shown=True, environment="BOTH=typed\nTYPED=2"))
    window: MainWindow = make_real_window()
    window.choose(game)
    page = window.page
    assert page is not None
    window.commands.show_script_settings()
    box = field(window, "use_env_file")
    qtbot.waitUntil(box.isVisible)
    assert box.accessibleDescription() == (
        "It sets FROM_FILE, BOTH. PATH keeps the value that the system has given."
    )
    box.click()

    def said() -> list[dict[str, str]]:
        text = "".join(text_of(everything(page.output.document)))
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def has_ended(number: int) -> bool:
        record = page.run.record
        return record.number == number and record.exit is not None and record.printed is not None

    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_ended(1), timeout=15_000)
    (game.parent / ".env").write_text("FROM_FILE=changed\n")
    qtbot.waitUntil(lambda: has_ended(2), timeout=15_000)
    assert said() == [
        {"FROM_FILE": "1", "BOTH": "typed", "TYPED": "2"},
        {"FROM_FILE": "changed", "BOTH": "typed", "TYPED": "2"},
    ]
    assert settings.flush(10) and settings.file is not None
    assert "changed" not in settings.file.read_text(), "the file's values stay in the file"
