"""A package that the script's Python lacks: what the card says, and real pip runs."""

from __future__ import annotations

import dataclasses
import os
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from installing import Stage, text_in, wheel
from pythons import environment_with_pip
from reloader_core import (
    Exit,
    Interpreter,
    Origin,
    ReasonKind,
    ScriptError,
    Source,
    State,
    Target,
)
from reloader_core.control.client import Running, running
from reloader_core.control.place import usual_folders
from reloader_gui.python.advice import Advice, not_installed
from reloader_gui.python.install_steps import Step
from reloader_gui.python.install_steps import pip as pip_step
from reloader_gui.python.missing_package import advise
from reloader_gui.python.new_environment import install_by_uv
from reloader_gui.run.installation import Job
from reloader_gui.run.package_advice import Advisers
from reloader_gui.run.parts import Parts
from reloader_gui.texts.packages import PACKAGES, Left
from reloader_gui.texts.said import said
from reloader_gui.ui import system

Write = Callable[[str, str], Path]

PYTHON = Path("/env/bin/python")
THING = Advice(said(PACKAGES.own_file, "thing"), "thing", (pip_step(PYTHON, "install", "thing"),))

pytestmark = pytest.mark.posix  # stand-ins for a Python are shell scripts


def arguments(advice: Advice) -> list[tuple[str, ...]]:
    """What pip is told."""
    return [step.args[2:] for step in advice.steps]


def missing(name: str) -> ScriptError:
    return ScriptError("ModuleNotFoundError", f"No module named '{name}'", Path("/game.py"), 1)


@pytest.fixture
def python_that_says(tmp_path: Path) -> Callable[[str], Interpreter]:
    """A program that answers the question about packages with these words."""

    def make(facts: str) -> Interpreter:
        path = tmp_path / "bin" / "python3"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\necho 'reloader-packages:{facts}'\n")
        path.chmod(0o755)
        return Interpreter(path, "3.12.1", Origin(Source.INSTALLED, "python3"))

    return make


#                 venv   managed pip    write  user
IN_ENVIRONMENT = "(True, False, True, True, True)"
READ_ONLY = "(False, False, True, False, True)"
MANAGED = "(False, True, True, False, True)"
WITHOUT_PIP = "(True, False, False, True, True)"
LOCKED = "(False, False, True, False, False)"


def test_it_offers_what_is_imported(tmp_path: Path, python_that_says: Any) -> None:
    python = python_that_says(IN_ENVIRONMENT)
    advice = advise(missing("requests"), tmp_path / "game.py", python)
    assert advice is not None
    assert arguments(advice) == [("install", "requests")]
    assert advice.command == f"{python.path} -m pip install requests"
    assert "'requests' is not installed in this Python (3.12.1, installed on" in advice.sentence


def test_in_a_python_that_is_read_only_it_is_installed_for_the_user(
    tmp_path: Path, python_that_says: Any
) -> None:
    advice = advise(missing("requests"), tmp_path / "game.py", python_that_says(READ_ONLY))
    assert advice is not None and arguments(advice) == [("install", "--user", "requests")]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (MANAGED, "The system does not let pip change this Python. It cannot make"),
        (WITHOUT_PIP, "has no pip"),
        (LOCKED, "Nothing may be installed in this Python. It cannot make"),
        ("(nonsense", "is not installed in"),
    ],
)
def test_no_button_where_pip_must_fail(
    facts: str, words: str, tmp_path: Path, python_that_says: Any
) -> None:
    python = python_that_says(facts)
    advice = advise(missing("requests"), tmp_path / "game.py", python, bases=lambda *_: ())
    assert advice is not None and not advice.steps
    assert words in advice.sentence


@pytest.mark.parametrize("neighbour", ["pygame1", "my_pygame", "pygame_test", "try_pygame"])
def test_a_file_named_after_the_package_is_no_reason(
    neighbour: str, tmp_path: Path, python_that_says: Any
) -> None:
    (tmp_path / f"{neighbour}.py").touch()
    advice = advise(missing("pygame"), tmp_path / "game.py", python_that_says(IN_ENVIRONMENT))
    assert advice is not None and arguments(advice) == [("install", "pygame")]


@pytest.mark.parametrize(
    "error",
    [
        ScriptError("ImportError", "No module named 'x'"),
        ScriptError("ModuleNotFoundError", "No module named 'x.y'"),
        ScriptError("ModuleNotFoundError", "No module named 'requests.evil'"),
        ScriptError("ModuleNotFoundError", "No module named 'x'; 'x' is not a package"),
        ScriptError("ModuleNotFoundError", "No module named '--index-url=evil'"),
        ScriptError("ModuleNotFoundError", ""),
    ],
)
def test_other_errors_get_no_advice(
    error: ScriptError, tmp_path: Path, python_that_says: Any
) -> None:
    assert advise(error, tmp_path / "game.py", python_that_says(IN_ENVIRONMENT)) is None


def test_the_same_package_is_not_offered_twice(tmp_path: Path, python_that_says: Any) -> None:
    python = python_that_says(IN_ENVIRONMENT)
    advice = advise(missing("Image"), tmp_path / "game.py", python, frozenset({"pillow"}))
    assert advice is not None and not advice.steps
    assert "pillow is installed now, but it has no module 'Image'." in advice.sentence
    assert "from PIL import Image" in advice.sentence


@pytest.mark.parametrize(
    ("on", "python"), [("linux", "/my env/bin/python"), ("win32", "C:\\my env\\python.exe")]
)
def test_the_command_can_be_typed_as_it_is_shown(on: str, python: str) -> None:
    words = [python, "-m", "pip", "install", "discord.py"]
    shown = system.join_command(words, on)
    assert system.split_command(shown, on) == words


def test_pip_runs_where_no_file_of_the_users_is_imported(tmp_path: Path) -> None:
    script = Target(Path("/env/bin/python"), tmp_path, script=tmp_path / "game.py", args=("x",))
    target = THING.steps[0].target(script)
    assert (target.module, target.args, target.cwd) == (
        "pip",
        ("install", "thing"),
        Path("/env/bin"),
    )
    assert not target.restart_on_save and not target.standby


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: No matching distribution found for thing\n", "Check the name"),
        (
            "WARNING: Retrying: NameResolutionError(x)\nERROR: No matching distribution\n",
            "internet",
        ),
        ("error: No solution found\n because x was not found in the package registry", "the name"),
        ("error: Failed to fetch\n  cause: dns error: failed to lookup", "internet"),
        ("WARNING: ReadTimeoutError(x)\nERROR: No matching distribution\n", "internet"),
        ("ERROR: Could not install: [Errno 28] No space left\n", "pip says: Could not install"),
        ("", "What it said is in the output"),
    ],
)
def test_pips_failure_is_explained(output: str, words: str) -> None:
    advice = not_installed(THING, output, Left.NOTHING)
    assert advice.sentence.startswith("thing could not be installed. Nothing was changed.")
    assert words in advice.sentence
    assert "internet" not in words or "pip says" not in advice.sentence


SLOW = "WARNING: Retrying: ConnectTimeoutError(x)\nERROR: No matching distribution found\n"


def test_packages_come_from_the_address_that_the_user_has_given() -> None:
    make = Step(PYTHON, ("-m", "venv", "/project/.venv"), makes=True)
    by_uv = install_by_uv(Path("/uv"), PYTHON, ("thing",))
    first = dataclasses.replace(THING, steps=(make, *THING.steps, by_uv))
    near = "https://near.example/simple"
    now = first.from_index("https://far.example").from_index(near)
    assert [step.args for step in now.steps] == [
        ("-m", "venv", "/project/.venv"),
        ("-m", "pip", "install", "--index-url", near, "thing"),
        ("pip", "install", "--index-url", near, "--python", str(PYTHON), "thing"),
    ]
    assert first.from_index(near).from_index("") == first


def test_who_waits_in_vain_may_name_a_nearer_place(
    qtbot: QtBot, make_window: Any, settings: Any, write: Write
) -> None:
    window = make_window()
    window.choose(write("game.py", ""))
    failed = not_installed(THING, SLOW, Left.NOTHING)
    assert "internet" in failed.sentence and failed.is_slow
    window.page.run.installation.failed.emit(failed)
    enter = window.findChildren(QWidget, "messageAnswer")[-1]
    QTest.mouseClick(enter, Qt.MouseButton.LeftButton)
    line = window.findChild(QWidget, "setting_package_index")
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "https://near.example/simple")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert settings.text("package_index") == "https://near.example/simple"
    assert window.page.run.options.package_index() == "https://near.example/simple"


def ours(running: Running) -> bool:
    return running.endpoint.pid == os.getpid()


def test_pip_is_a_job_beside_the_script_and_run_comes_after_it(
    qtbot: QtBot, make_window: Any, fake_parts: Parts, engines: Any, write: Write
) -> None:
    game = write("game.py", "import thing\n")
    advisers = Advisers(advise=lambda *_: THING, find_other=lambda *_: None)
    window = make_window(parts=dataclasses.replace(fake_parts, advisers=advisers))
    window.choose(game)
    run = window.page.run
    window.commands.run()
    qtbot.waitUntil(lambda: bool(engines) and bool(engines[0].commands))
    engine = engines[0]
    engine.running(1)
    error = ScriptError("ModuleNotFoundError", "No module named 'thing'", game, 1)
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    qtbot.waitUntil(window.page.card.isVisible)
    button = window.findChild(QWidget, "installButton")
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert engine.commands[-1] == ("restart on save", False), "a save would run in between"
    pip = engines[1]
    assert (pip.target.module, pip.target.script) == ("pip", None)
    pip.is_stubborn = True
    pip.running(1)
    controlled = [each.told["name"] for each in running(usual_folders()) if ours(each)]
    assert controlled == ["game.py"], "no order from elsewhere is for pip"
    qtbot.waitUntil(lambda: run.view.text == "Installing thing. Stop cancels it.", timeout=3000)
    commands = len(engine.commands)
    run.set_restart_on_save(False)
    run.settings_changed()
    run.install(THING)  # a double click
    assert (len(engines), len(engine.commands)) == (2, commands), "the script's has to wait"
    window.commands.run()
    qtbot.waitUntil(lambda: run.view.text == "Cancelling the installation of thing.", timeout=3000)
    assert ("quit",) in pip.commands and len(engine.commands) == commands
    window.commands.run()  # who is in a hurry
    qtbot.waitUntil(lambda: engine.commands[-1][0] == "start", timeout=3000)
    name, target = engine.commands[-1]
    assert (target.script, target.restart_on_save) == (game, False)
    assert run.installation.job is Job.NONE
    engine.running(2)
    engine.status(State.WAITING, ReasonKind.ENDED, run=2, exit=Exit(0))
    qtbot.waitUntil(lambda: run.view.text.startswith("Finished"), timeout=3000)


# ---------------------------------------------------------------- with the real engine


@pytest.fixture
def stage(qtbot: QtBot, make_window: Any, write: Write) -> Stage:
    script = write(
        "play.py",
        "import zipp\nprint('it says', zipp.WORD)\nimport time\ntime.sleep(60)\n",
    )
    parts = Parts(advisers=Advisers(find_other=lambda *_: None))
    return Stage(qtbot, make_window(parts=parts), script)


def test_what_is_missing_is_installed_and_the_script_runs_again(stage: Stage, wheels: Path) -> None:
    wheel(wheels, "zipp", "WORD = 'tiny'\n")
    environment_with_pip(stage.script.parent / ".venv")
    (stage.script.parent / "random.py").write_text("raise SystemExit('not for pip')\n")
    stage.run_until_offered()
    command = stage.child("errorCard").findChild(QWidget, "installButton").toolTip()
    assert command.endswith("/.venv/bin/python -m pip install zipp")
    stage.press("installButton")
    assert not stage.child("errorCard").isVisible()
    stage.shows(command)
    stage.shows("Successfully installed zipp-1.0")
    stage.shows("zipp is installed now")
    stage.shows("it says tiny")
    stage.until(lambda: stage.page.status.text().startswith("Running"))
    stage.script.write_text("print('saved')\n")  # a save restarts it as before
    stage.shows("saved")


def test_what_pip_cannot_find_is_said(stage: Stage, wheels: Path) -> None:
    environment_with_pip(stage.script.parent / ".venv")
    stage.run_until_offered()
    stage.press("installButton")
    card = stage.child("errorCard")
    stage.until(lambda: "could not be installed" in card.accessibleName())
    assert "pip says: No matching distribution found" in card.accessibleName()
    assert card.isVisible() and stage.child("installButton").isVisible()
    assert "ModuleNotFoundError: No module named 'zipp'" in card.accessibleName()
    assert "zipp could not be installed." in stage.page.status.text()
    stage.script.write_text("print('without it')\n")
    stage.shows("without it")
    stage.until(lambda: not card.isVisible())
    stage.until(lambda: stage.page.status.text().startswith("Finished"))


def test_stop_cancels_it(stage: Stage, wheels: Path) -> None:
    folder = stage.script.parent / ".venv"
    venv.create(folder)
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    slow = folder / "lib" / python / "site-packages" / "pip"
    slow.mkdir()
    (slow / "__init__.py").touch()
    (slow / "__main__.py").write_text("import time\nprint('Downloading')\ntime.sleep(100)\n")
    stage.run_until_offered()
    stage.press("installButton")
    stage.shows("Downloading")
    stage.until(lambda: "Installing zipp. Stop cancels it." in stage.page.status.text())
    stage.script.write_text("print('saved meanwhile')\n")
    stage.press("stopButton")
    stage.until(lambda: stage.page.status.text().startswith("Stopped by you"))
    cancelled = "The installation of zipp was cancelled. Nothing was changed."
    stage.until(lambda: cancelled in stage.page.messages.texts())
    assert stage.page.run.status.state is State.IDLE
    assert "saved meanwhile" not in text_in(stage.page.output)
    stage.press("runButton")
    stage.shows("saved meanwhile")
