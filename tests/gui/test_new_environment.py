"""A Python for a folder, where nothing may be installed in the script's own: with real ones."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from installing import Stage, text_in, wheel
from pythons import own_base, system_python
from reloader_core import Interpreter, Origin, Source
from reloader_gui.python.declared import declared
from reloader_gui.python.offers import offer_declared
from reloader_gui.python.other_pythons import that_has
from reloader_gui.run.parts import Parts

pytestmark = [
    pytest.mark.posix,  # a system's Python is made of links here
    pytest.mark.timeout(300),  # ensurepip takes ten seconds of a processor
]

Write = Callable[[str, str], Path]
SCRIPT = "import zipp\nprint('it says', zipp.WORD)\n"


@pytest.fixture
def script(write: Write) -> Path:
    return write("project/play.py", SCRIPT)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheels: Path) -> Path:
    """A fresh account: nothing of this machine's is found."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "system" / "bin"))
    for name in ("VIRTUAL_ENV", "PYENV_ROOT"):
        monkeypatch.delenv(name, raising=False)
    wheel(wheels, "zipp", "WORD = 'tiny'\n")
    return tmp_path


@pytest.fixture
def stage(qtbot: QtBot, make_window: Any, home: Path, script: Path) -> Stage:
    return Stage(qtbot, make_window(parts=Parts()), script)


def answer(stage: Stage, words: str) -> None:
    answers = stage.window.findChildren(QAbstractButton, "messageAnswer")
    (button,) = [each for each in answers if each.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_two_clicks_lead_from_a_systems_python_to_the_output(stage: Stage, home: Path) -> None:
    system_python(home / "system")
    stage.run_until_offered()
    button = stage.child("installButton")
    assert button.text() == "Make a Python for this folder"
    assert (
        "The system does not let pip change this Python."
        in stage.child("errorCard").accessibleName()
    )
    stage.press("installButton")
    stage.until(lambda: "Making a Python for this folder (.venv)." in stage.page.status.text())
    stage.shows("it says tiny")
    stage.until(lambda: stage.page.status.text().startswith("Finished"))
    assert stage.child("interpreterButton").text().endswith(".venv in this folder")


def test_what_is_half_made_is_removed_when_it_is_cancelled(stage: Stage, home: Path) -> None:
    system_python(home / "system")
    stage.run_until_offered()
    stage.press("installButton")
    place = stage.script.parent / ".venv"
    stage.until((place / "pyvenv.cfg").exists)
    stage.press("stopButton")
    said = "The installation of zipp was cancelled. What was made so far (.venv) is removed again."
    stage.until(lambda: said in stage.page.messages.texts())
    assert not place.exists()
    stage.press("runButton")
    stage.until(lambda: stage.child("installButton").isVisible())


def test_what_is_made_is_removed_when_the_package_cannot_be_had(
    stage: Stage, home: Path, wheels: Path
) -> None:
    system_python(home / "system", without=("ensurepip",))
    (wheels / "zipp-1.0-py3-none-any.whl").unlink()
    stage.run_until_offered()
    stage.press("installButton")
    card = stage.child("errorCard")
    stage.until(lambda: "zipp could not be installed." in card.accessibleName())
    assert "What was made so far (.venv) is removed again." in card.accessibleName()
    assert "pip says: No matching distribution found" in card.accessibleName()
    assert not (stage.script.parent / ".venv").exists()
    assert stage.child("installButton").text() == "Make a Python for this folder"


def test_a_python_without_ensurepip_uses_the_pip_that_it_has(stage: Stage, home: Path) -> None:
    """Debian's, with python3-pip and without python3-venv."""
    system_python(home / "system", without=("ensurepip",))
    stage.run_until_offered()
    stage.press("installButton")
    stage.shows("it says tiny")


def test_where_it_can_make_none_another_python_does(stage: Stage, home: Path) -> None:
    """Debian's as it is installed with the system."""
    system_python(home / "system", without=("ensurepip", "pip"))
    stage.run_until_offered()
    said = stage.child("errorCard").accessibleName()
    assert "(on Debian and Ubuntu the package python3-venv is missing), but Python" in said
    assert "Reloader's own Python can." in said
    stage.press("installButton")
    stage.shows("it says tiny")


def test_a_folder_that_cannot_be_made_is_said(stage: Stage, home: Path) -> None:
    system_python(home / "system")
    stage.run_until_offered()
    mine = stage.script.parent / ".venv"
    mine.mkdir()  # after it was offered, by somebody else
    stage.press("installButton")
    card = stage.child("errorCard")
    stage.until(lambda: ".venv cannot be created (File exists)." in card.accessibleName())
    assert mine.is_dir(), "what is not ours is not removed"


def test_a_guess_gets_a_python_but_is_not_installed(stage: Stage, home: Path, wheels: Path) -> None:
    system_python(home / "system", without=("ensurepip",))
    wheel(wheels, "nobodys_thing", "")
    stage.script.write_text("import nobodys_thing\nprint('it is there')\n")
    stage.run_until_offered()
    stage.press("installButton")
    copy = stage.child("copyCommandButton")
    stage.until(copy.isVisible)
    assert "anybody can publish one" in stage.child("errorCard").accessibleName()
    assert not stage.child("installButton").isVisible()
    assert stage.child("interpreterButton").text().endswith(".venv in this folder")
    stage.shows("there is a Python for this folder now (.venv)")


# ---------------------------------------------------------------- what the script says itself


BLOCK = "# /// script\n# dependencies = ['zipp']\n# ///\n"


def by_block(script: Path) -> str:
    script.write_text(BLOCK + SCRIPT)
    return "play.py says that your script needs zipp."


def by_requirements(script: Path) -> str:
    (script.parent / "requirements.txt").write_text("# mine\nzipp>=1  # small\n")
    return "requirements.txt says that your script needs zipp."


def by_powershell(script: Path) -> str:
    (script.parent / "requirements.txt").write_text("zipp>=1\r\n", encoding="utf-16")
    return "requirements.txt says that your script needs zipp."


@pytest.mark.parametrize("declare", [by_block, by_powershell])
def test_what_a_script_says_it_needs_is_offered_before_it_runs(
    stage: Stage, home: Path, declare: Callable[[Path], str]
) -> None:
    system_python(home / "system", without=("ensurepip",))
    said = declare(stage.script)
    stage.window.choose(stage.script)
    stage.until(lambda: any(said in text for text in stage.page.messages.texts()))
    answer(stage, "Make a Python for this folder")
    stage.until(lambda: stage.child("interpreterButton").text().endswith(".venv in this folder"))
    assert stage.page.run.started is None, "nothing was run that nobody has asked for"
    stage.press("runButton")
    stage.shows("it says tiny")


def test_run_comes_before_what_is_being_made(stage: Stage, home: Path) -> None:
    system_python(home / "system")
    by_requirements(stage.script)
    stage.script.write_text("print('without it')\n")
    stage.window.choose(stage.script)
    stage.until(lambda: bool(stage.page.messages.texts()))
    answer(stage, "Make a Python for this folder")
    stage.until((stage.script.parent / ".venv" / "pyvenv.cfg").exists)
    stage.press("runButton")
    stage.shows("without it")
    assert not (stage.script.parent / ".venv").exists()


def test_all_that_it_needs_comes_with_what_is_missing(
    stage: Stage, home: Path, wheels: Path
) -> None:
    system_python(home / "system", without=("ensurepip",))
    wheel(wheels, "another", "")
    stage.script.write_text("import zipp, another\nprint('all is there')\n")
    (stage.script.parent / "requirements.txt").write_text("another\n")
    stage.run_until_offered()
    stage.press("installButton")
    stage.shows("all is there")


def test_what_cannot_be_had_is_said_without_a_run(stage: Stage, home: Path, wheels: Path) -> None:
    system_python(home / "system", without=("ensurepip",))
    by_requirements(stage.script)
    (wheels / "zipp-1.0-py3-none-any.whl").unlink()
    stage.window.choose(stage.script)
    stage.until(lambda: bool(stage.page.messages.texts()))
    answer(stage, "Make a Python for this folder")
    failed = "zipp could not be installed. What was made so far (.venv) is removed again."
    stage.until(lambda: any(failed in text for text in stage.page.messages.texts()))
    assert not stage.child("errorCard").isVisible()


def test_what_is_all_there_is_not_offered(home: Path, script: Path) -> None:
    system = system_python(home / "system")
    by_requirements(script)
    python = Interpreter(system, "3.11.2", Origin(Source.INSTALLED, "python3"))
    offered = offer_declared(script, python)
    assert offered is not None and offered.package == "zipp"
    packages = next((home / "system" / "lib").glob("python*")) / "site-packages"
    (packages / "zipp-1.0.dist-info").mkdir()
    (packages / "zipp-1.0.dist-info" / "METADATA").write_text("Name: zipp\nVersion: 1.0\n")
    assert offer_declared(script, python) is None


def test_what_is_for_another_system_is_not_named(script: Path) -> None:
    lines = "rich>=13 # small\nwin-thing; sys_platform == 'nowhere'\n-r more.txt\n"
    odd = "odd; os_name ~= 'x'\n"  # nobody can tell: pip will say so
    (script.parent / "requirements.txt").write_text(lines + odd)
    found = declared(script)
    assert found is not None and found.names == ("rich", "odd")


@pytest.mark.parametrize(
    "text", ["", "--index-url https://evil\n", "# /// script\n# dependencies = ['--pre']\n# ///\n"]
)
def test_what_says_nothing_offers_nothing(write: Write, text: str) -> None:
    script = write("project/game.py", text if text.startswith("#") else "")
    (script.parent / "requirements.txt").write_text("" if text.startswith("#") else text)
    assert declared(script) is None


# ---------------------------------------------------------------- another that has it


def test_another_python_that_has_it_comes_first(stage: Stage, home: Path, wheels: Path) -> None:
    system_python(home / "system")
    other = system_python(home / ".pyenv" / "versions" / "other", without=("pip",))
    packages = next((other.parent.parent / "lib").glob("python*")) / "site-packages"
    packages.joinpath("zipp.py").write_text("WORD = 'there already'\n")
    stage.run_until_offered()
    button = stage.child("usePythonButton")
    stage.until(button.isVisible)
    assert button.text() == f"Use Python {sys.version.split()[0]}, which has it"
    stage.press("usePythonButton")
    stage.shows("it says there already")
    assert stage.child("interpreterButton").text().endswith("your choice")


@pytest.mark.parametrize("file", ["zipp.py", "zipp/__init__.py", "zipp.cpython-312.so"])
def test_an_environment_that_has_it_is_not_started_to_find_out(
    home: Path, script: Path, file: str
) -> None:
    system = system_python(home / "system")
    folder, alarm = script.parent / "venv", home / "alarm"
    module = folder / "lib" / "python3.12" / "site-packages" / file
    for made in (module, folder / "bin" / "python"):
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(f"#!/bin/sh\ntouch {alarm}\n")
    (folder / "bin" / "python").chmod(0o755)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.1\n")
    python = Interpreter(system, "3.11.2", Origin(Source.CHOICE))
    found = that_has("zipp", script, python)
    assert found is not None and found.path == folder / "bin" / "python"
    assert that_has("gone", script, python) is None
    assert not alarm.exists()


# ---------------------------------------------------------------- one that appears


def make_environment(folder: Path) -> None:
    subprocess.run(
        [own_base(), "-I", "-m", "venv", "--without-pip", folder], check=True, capture_output=True
    )


@pytest.fixture
def running(stage: Stage, home: Path) -> Stage:
    """A script that has told its prefix once."""
    system_python(home / "system")
    stage.script.write_text("import sys\nprint('in', sys.prefix)\n")
    stage.window.choose(stage.script)
    stage.press("runButton")
    stage.shows(f"in {home / 'system'}")
    stage.until(lambda: stage.page.status.text().startswith("Finished"))
    return stage


def by_run(stage: Stage) -> None:
    stage.press("runButton")


def by_save(stage: Stage) -> None:
    stage.script.write_text(stage.script.read_text() + "print('saved')\n")


@pytest.mark.parametrize("act", [by_run, by_save])
def test_an_environment_that_appears_is_noticed(
    running: Stage, act: Callable[[Stage], None]
) -> None:
    place = running.script.parent / ".venv"
    make_environment(place)
    act(running)
    running.shows(f"in {place}")
    assert running.child("interpreterButton").text().endswith(".venv in this folder")


@pytest.mark.parametrize("act", [by_run, by_save])
def test_who_has_chosen_a_python_is_asked(running: Stage, act: Callable[[Stage], None]) -> None:
    running.page.run.python.choose(own_base())
    running.until(lambda: running.child("interpreterButton").text().endswith("your choice"))
    running.press("runButton")
    running.shows(f"in {own_base().parents[1]}")
    running.until(lambda: not running.page.run.is_busy)
    place = running.script.parent / ".venv"
    make_environment(place)
    act(running)
    said = "There is a Python for your script now: .venv in project."
    running.until(lambda: any(said in text for text in running.page.messages.texts()))
    assert str(place) not in text_in(running.page.output)
    answer(running, "Use it")
    running.shows(f"in {place}")
