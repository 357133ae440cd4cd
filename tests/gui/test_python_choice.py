"""Which Python a script gets in the real window, and what is never started before Run."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reloader_gui.output.text.export import everything, text_of
from reloader_gui.page.message_area import MOST_LINES
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.window.main_window import MainWindow

pytestmark = pytest.mark.posix  # stand-ins for a Python are shell scripts

BASE = Path(getattr(sys, "_base_executable", sys.executable))
VERSION = sys.version.split()[0]
PATIENCE_MS = 30_000
Write = Callable[[str, str], Path]
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away"
)


class Stage:
    """A script with an environment beside it that leaves a mark when it is started."""

    def __init__(self, qtbot: QtBot, make_window: Any, script: Path, alarm: Path) -> None:
        self.qtbot = qtbot
        self.script = script
        self.alarm = alarm
        self.environment = script.parent / ".venv"
        self.python = self.environment / "bin" / "python"
        self._make_window = make_window
        self.window: MainWindow

    def open(self, **more: Any) -> None:
        """A new window, in which the script is chosen."""
        self.window = self._make_window(parts=Parts(), **more)
        self.window.choose(self.script)

    def stored_settings(self) -> Settings:
        """What a window that is opened later finds."""
        settings = self.window._settings
        assert settings.file is not None and settings.flush(10)
        return Settings.load(settings.file.parent)

    def child(self, name: str) -> Any:
        return self.window.findChild(QWidget, name)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def says(self, words: str) -> None:
        self.until(lambda: any(words in text for text in self.messages))

    @property
    def messages(self) -> list[str]:
        assert self.window.page is not None
        return self.window.page.messages.texts()

    @property
    def chosen(self) -> str:
        assert self.window.page is not None
        return self.window.page.run.options.now.interpreter

    def press(self, name: str) -> None:
        QTest.mouseClick(self.child(name), Qt.MouseButton.LeftButton)

    def answer(self, words: str) -> None:
        buttons = self.window.findChildren(QPushButton, "messageAnswer")
        (button,) = [each for each in buttons if each.text() == words and each.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def answer_when_asked(self, words: str) -> None:
        def is_asked() -> bool:
            buttons = self.window.findChildren(QPushButton, "messageAnswer")
            return any(each.text() == words for each in buttons)

        self.until(is_asked)
        self.answer(words)

    def choose_python(self, python: Path) -> None:
        assert self.window.page is not None
        self.window.page.run.python.choose(python)

    def look_again(self) -> None:
        """For the script's Python, to the end."""
        assert self.window.page is not None
        python = self.window.page.run.python
        python.look()
        with self.qtbot.waitSignal(python.moved_on, timeout=PATIENCE_MS):
            pass

    def python_is(self, words: str) -> None:
        self.until(lambda: self.child("interpreterButton").text() == words)

    def printed(self, words: str) -> None:
        page = self.window.page
        assert page is not None
        self.until(lambda: words in "".join(text_of(everything(page.output.document))))


@pytest.fixture
def stage(
    qtbot: QtBot,
    make_window: Any,
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Stage:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(BASE)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("VIRTUAL_ENV", "PYENV_ROOT"):
        monkeypatch.delenv(name, raising=False)
    script = write("project/game.py", "import sys\nprint('by', sys.orig_argv[0])\n")
    stage = Stage(qtbot, make_window, script, tmp_path / "alarm")
    stage.python.parent.mkdir(parents=True)
    (stage.environment / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.1\n")
    alarm = shlex.quote(str(stage.alarm))
    stage.python.write_text(f'#!/bin/sh\necho started >> {alarm}\nexec {BASE} "$@"\n')
    stage.python.chmod(0o755)
    return stage


INSTALLED = f"Python {VERSION} (installed on this computer)"


def test_nothing_of_the_folder_is_started_before_run(stage: Stage) -> None:
    asked: list[Path | None] = []
    stage.open(open_file=lambda file, line, chosen, python: asked.append(python))
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.press("editButton")
    stage.until(lambda: asked == [None])  # it is not asked for IDLE
    stage.look_again()  # as who comes back from another window
    stage.choose_python(stage.python)  # by hand
    stage.python_is("Python 3.12.1 \N{EN DASH} your choice")
    assert stage.chosen == str(stage.python)
    stage.open()  # comes back with what is remembered
    stage.python_is("Python 3.12.1 \N{EN DASH} your choice")
    assert not stage.alarm.exists()
    stage.press("runButton")
    stage.printed("by ")
    assert stage.alarm.exists()
    stage.python_is(f"Python {VERSION} \N{EN DASH} your choice")


def test_an_environment_that_does_not_work_is_named(stage: Stage) -> None:
    stage.python.write_text("#!/bin/sh\nexit 1\n")
    stage.open()
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.press("runButton")
    stage.printed("by ")
    stage.python_is(INSTALLED)
    stage.says(".venv in this folder does not work. ")
    stage.says(f"{INSTALLED} is used instead.")


@as_root
def test_another_users_environment_is_used_when_the_user_says_so(stage: Stage) -> None:
    os.chown(stage.environment, 12345, -1)
    stage.open()
    stage.press("runButton")
    stage.says(f"{stage.environment} belongs to another user (number 12345).")
    stage.until(lambda: stage.child("statusLabel").text().startswith("Not started yet"))
    assert not stage.alarm.exists()
    stage.look_again()  # as who has looked into that folder and comes back
    assert stage.child("statusLabel").text().startswith("Not started yet")
    stage.answer("Use it")
    stage.printed("by ")
    assert stage.alarm.exists()
    assert not any("another user" in text for text in stage.messages)
    stage.open(own=stage.stored_settings())
    stage.press("runButton")
    stage.printed("by ")
    assert not any("another user" in text for text in stage.messages), "it is remembered"


def test_an_environment_that_all_may_change_is_not_used_if_the_user_says_so(stage: Stage) -> None:
    stage.environment.chmod(0o777)
    stage.open()
    stage.press("runButton")
    stage.says(f"Every user of this computer may change {stage.environment}.")
    stage.answer("Use another Python")
    stage.printed("by ")
    stage.python_is(INSTALLED)
    stage.open(own=stage.stored_settings())
    stage.python_is(INSTALLED)
    assert not stage.alarm.exists()
    stage.choose_python(stage.python)  # somebody who has thought about it again
    stage.python_is("Python 3.12.1 \N{EN DASH} your choice")
    stage.press("runButton")
    stage.says("Every user of this computer may change")
    stage.answer("Use it")
    stage.printed("by ")
    assert stage.alarm.exists()


def test_a_question_that_was_dismissed_is_asked_again_at_run(stage: Stage) -> None:
    stage.environment.chmod(0o777)
    stage.open()
    put_off = (
        "Not started. Press Run to be asked about this Python again, or choose another one below."
    )
    for _ in range(2):
        stage.press("runButton")
        stage.says("Every user of this computer may change")
        stage.until(lambda: stage.child("statusLabel").text().startswith("Not started yet"))
        stage.press("messageClose")
        assert stage.messages == [] and stage.child("statusLabel").text() == put_off
    stage.look_again()  # as who comes back from another window
    assert stage.child("statusLabel").text() == put_off and not stage.alarm.exists()
    stage.press("runButton")
    stage.answer_when_asked("Use it")
    stage.printed("by ")


def test_so_it_is_when_other_lines_have_pushed_it_out(stage: Stage) -> None:
    stage.environment.chmod(0o777)
    stage.open()
    stage.press("runButton")
    stage.says("Every user of this computer may change")
    for number in range(MOST_LINES):
        stage.window.say(lambda: "Something else.", key=str(number))
    assert stage.child("statusLabel").text().startswith("Not started. Press Run")
    stage.press("runButton")
    stage.says("Every user of this computer may change")
    assert stage.child("statusLabel").text().startswith("Not started yet")


def test_a_file_that_is_no_python_is_not_taken(stage: Stage) -> None:
    stage.open()
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.choose_python(Path("/bin/ls"))
    stage.says("ls is not a Python. Your script runs with Python 3.12.1")
    assert stage.chosen == ""
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.press("runButton")
    stage.printed("by ")


def test_what_only_a_run_can_tell_gives_the_old_choice_back(stage: Stage) -> None:
    """A file of the folder is not started when it is chosen."""
    fake = stage.script.parent / "python-of-mine"
    fake.write_text("#!/bin/sh\necho hello\n")
    fake.chmod(0o755)
    stage.open()
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.choose_python(fake)
    stage.python_is("Python \N{EN DASH} your choice")
    stage.press("runButton")
    stage.says("python-of-mine is not a working Python (it said: hello)")
    assert stage.chosen == ""
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    stage.press("runButton")
    stage.printed("by ")


def test_a_choice_that_is_gone_later_is_said_at_run(stage: Stage, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "python3"
    mine.parent.mkdir()
    mine.symlink_to(BASE)
    stage.open()
    stage.choose_python(mine)
    stage.python_is(f"Python {VERSION} \N{EN DASH} your choice")
    stage.press("runButton")
    stage.printed("by ")
    mine.unlink()
    stage.press("runButton")
    stage.says(f"Not started. {mine} does not exist")


@pytest.fixture
def others(stage: Stage, tmp_path: Path) -> Path:
    """Another Python that works, and one that does not."""
    other = tmp_path / ".pyenv" / "versions" / "other" / "bin" / "python3"
    other.parent.mkdir(parents=True)
    subprocess.run(
        [BASE, "-I", "-m", "venv", "--without-pip", tmp_path / "made"],
        check=True,
        capture_output=True,
    )
    other.write_text(f'#!/bin/sh\nexec {tmp_path / "made" / "bin" / "python"} "$@"\n')
    other.chmod(0o755)
    old = tmp_path / "bin" / "python2"
    old.write_text("#!/bin/sh\necho 'Unknown option: -I'\n")
    old.chmod(0o755)
    return tmp_path / "made" / "bin" / "python"


@pytest.mark.qt_log_ignore("This plugin does not support")  # what it does to open a menu
def test_the_button_opens_a_list_of_all_pythons(stage: Stage, others: Path) -> None:
    stage.open()
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    menu = stage.child("interpreterButton").menu()
    stage.press("interpreterButton")
    old = stage.script.parents[1] / "bin" / "python2"
    stage.until(lambda: any("python2" in each.text() for each in menu.actions()))
    shown = {each.text(): each for each in menu.actions() if each.isVisible()}
    shown.pop("")  # the separators
    assert list(shown) == [
        "Choose automatically",
        "Python 3.12.1 \N{EN DASH} .venv in this folder",
        f"Python {VERSION} \N{EN DASH} ~/bin, what python3 starts in a terminal",
        f"Python {VERSION} \N{EN DASH} ~/made/bin",
        f"{old} is an old Python, and Reloader needs 3.8 or newer.",
        "Choose another Python...",
    ]
    assert [text for text, each in shown.items() if each.isChecked()] == [
        "Choose automatically",
        "Python 3.12.1 \N{EN DASH} .venv in this folder",
    ]
    assert not any(each.isEnabled() for text, each in shown.items() if "python2" in text)
    assert menu.isVisible(), "it fills up while it is open"
    assert not stage.alarm.exists()
    shown[f"Python {VERSION} \N{EN DASH} ~/made/bin"].trigger()
    stage.python_is(f"Python {VERSION} \N{EN DASH} your choice")
    assert stage.chosen == str(others)
    menu.close()
    menu.aboutToShow.emit()
    best = menu.actions()[0]
    assert not best.isChecked()
    best.trigger()
    stage.python_is("Python 3.12.1 \N{EN DASH} .venv in this folder")
    assert stage.chosen == ""


def test_what_a_script_asks_for_is_said_if_it_is_not_there(stage: Stage) -> None:
    stage.script.write_text("# /// script\n# requires-python = '>=9'\n# ///\n")
    stage.open()
    stage.says("Your script asks for Python >=9. Python 3.12.1 \N{EN DASH} .venv in this folder is")
