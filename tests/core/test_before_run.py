"""Before the user runs a script, nothing that came with it is started: it is read."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reloader_core.command import python_words
from reloader_core.python import interpreters
from reloader_core.python.asking import Interpreter
from reloader_core.python.interpreters import Ourselves, candidates, choose
from reloader_core.python.places import Source
from reloader_core.python.probe import InterpreterMissing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

BASE = Path(getattr(sys, "_base_executable", sys.executable))
VERSION = sys.version.split()[0]
NOBODY = Ourselves(environment=None, base=None, version="3.12.1")


def alarmed(python: Path, alarm: Path) -> Path:
    """A Python that leaves a mark when it is started."""
    python.parent.mkdir(parents=True, exist_ok=True)
    start = f'echo started >> {shlex.quote(str(alarm))}\nexec {shlex.quote(str(BASE))} "$@"\n'
    python.write_text(f"#!/bin/sh\n{start}")
    python.chmod(0o755)
    return python


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "Downloads" / "project"
    folder.mkdir(parents=True)
    (folder / "game.py").write_text("print('hello')\n")
    return folder


@pytest.fixture
def alarm(tmp_path: Path) -> Path:
    return tmp_path / "alarm"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """With one Python that the user has installed."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(BASE)
    return {"HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "bin")}


@pytest.fixture
def look(project: Path, environ: dict[str, str]) -> Callable[..., Interpreter]:
    def look(script: Path = project / "game.py", **more: object) -> Interpreter:
        more = {"before_run": True, "ourselves": NOBODY, "environ": environ, **more}
        return choose(script, **more)  # type: ignore[arg-type]

    return look


@pytest.mark.parametrize("place", [".venv", "venv", "env", "../.venv", "."])
def test_an_environment_is_read_and_starts_with_the_run(
    project: Path, alarm: Path, look: Callable[..., Interpreter], place: str
) -> None:
    folder = Path(os.path.normpath(project / place))
    python = alarmed(folder / "bin" / "python", alarm)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.9.2\n")
    found = look()
    assert (found.path, found.version, found.source) == (python, "3.9.2", Source.ENVIRONMENT)
    assert not found.is_confirmed
    assert not alarm.exists()
    ran = look(before_run=False)
    assert (ran.path, ran.version) == (python, VERSION), "what it says itself is the truth"
    assert ran.is_confirmed
    assert alarm.exists()


def test_what_the_run_has_learnt_is_known_until_the_file_changes(
    project: Path, alarm: Path, look: Callable[..., Interpreter]
) -> None:
    python = alarmed(project / ".venv" / "bin" / "python", alarm)
    (project / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.9.2\n")
    look(before_run=False)
    again = look()
    assert (again.version, again.is_confirmed) == (VERSION, True)
    python.write_text(python.read_text() + "# another one\n")
    changed = look()
    assert (changed.version, changed.is_confirmed) == ("3.9.2", False)
    assert alarm.read_text().count("started") == 1


def test_nor_is_it_started_where_a_link_leads_into_the_folder(
    project: Path,
    alarm: Path,
    look: Callable[..., Interpreter],
    environ: dict[str, str],
    tmp_path: Path,
) -> None:
    python = alarmed(project / "tools" / "python3", alarm)
    (tmp_path / "first").mkdir()
    (tmp_path / "links").symlink_to(project / "tools")
    (tmp_path / "first" / "python3").symlink_to(tmp_path / "links" / "python3")
    for first in (python.parent, tmp_path / "first", tmp_path / "links"):
        environ["PATH"] = f"{first}:{tmp_path / 'bin'}"
        found = look()
        assert (found.path, found.version) == (first / "python3", "")
        assert not found.is_confirmed
        assert not look(chosen=first / "python3").is_confirmed
    assert not alarm.exists()


def test_nor_by_the_folder_of_a_linked_script(
    project: Path,
    alarm: Path,
    look: Callable[..., Interpreter],
    environ: dict[str, str],
    tmp_path: Path,
) -> None:
    environ["PATH"] = str(alarmed(project / "python3", alarm).parent)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "game.py").symlink_to(project / "game.py")
    (tmp_path / "desktop").symlink_to(project)
    for script in (tmp_path / "desk" / "game.py", tmp_path / "desktop" / "game.py"):
        assert look(script).path == project / "python3"
    assert not alarm.exists()


def test_a_remembered_choice_in_the_folder_is_read(
    project: Path, alarm: Path, look: Callable[..., Interpreter]
) -> None:
    chosen = alarmed(project / ".venv" / "bin" / "python", alarm)
    (project / ".venv" / "pyvenv.cfg").write_text("version_info = 3.12.1.final.0\n")
    for choice in (chosen, project / ".venv"):
        found = look(chosen=choice)
        assert (found.path, found.version, found.source) == (chosen, "3.12.1", Source.CHOICE)
    loose = alarmed(project / "my-python", alarm)
    assert look(chosen=loose).version == ""
    assert not alarm.exists()


def test_an_active_environment_is_read_wherever_it_lies(
    alarm: Path, look: Callable[..., Interpreter], environ: dict[str, str], tmp_path: Path
) -> None:
    python = alarmed(tmp_path / "active" / "bin" / "python", alarm)
    (tmp_path / "active" / "pyvenv.cfg").write_text("version = 3.10.4\n")
    environ["VIRTUAL_ENV"] = str(tmp_path / "active")
    assert (look().path, look().version) == (python, "3.10.4")
    assert not alarm.exists()


def test_a_shim_is_not_asked_in_the_scripts_folder(
    project: Path, alarm: Path, look: Callable[..., Interpreter], environ: dict[str, str]
) -> None:
    """pyenv's starts what .python-version names, and that name came with the script."""
    evil = alarmed(project / "evil", alarm)
    (project / ".python-version").write_text(f"{evil}\n")
    shims = project.parents[1] / ".pyenv" / "shims"
    shims.mkdir(parents=True)
    named = 'if test -e .python-version; then exec "$(/bin/cat .python-version)" "$@"; fi'
    (shims / "python3").write_text(f'#!/bin/sh\n{named}\nexec {BASE} "$@"\n')
    (shims / "python3").chmod(0o755)
    environ["PATH"] = str(shims)
    found = look()
    assert (found.version, found.is_confirmed) == (VERSION, False)
    assert found.named == shims / "python3"
    assert not alarm.exists()
    look(before_run=False)
    assert alarm.exists()


def test_what_else_lies_in_the_home_is_the_users_own(
    look: Callable[..., Interpreter], environ: dict[str, str], alarm: Path
) -> None:
    home = Path(environ["HOME"])
    mine = alarmed(home / ".pyenv" / "shims" / "python3", alarm)
    environ["PATH"] = str(mine.parent)
    (home / "first.py").touch()
    assert look(home / "first.py").version == VERSION
    alarm.unlink()
    environ["PATH"] = str(alarmed(home / "python3", alarm).parent)
    assert look(home / "first.py").version == ""
    assert not alarm.exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ls", "#!/bin/sh\n"),
        (".venv/bin/pip", "#!/bin/sh\n"),
        ("python-notes.txt", "not a program"),
    ],
)
def test_what_cannot_be_a_python_is_said_without_starting_it(
    project: Path, look: Callable[..., Interpreter], name: str, text: str
) -> None:
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    if text.startswith("#!"):
        file.chmod(0o755)
    with pytest.raises(InterpreterMissing, match="NOT_NAMED|NO_PROGRAM"):
        look(chosen=file)


def test_what_is_installed_is_asked_at_once(
    look: Callable[..., Interpreter], tmp_path: Path
) -> None:
    found = look()
    assert (found.path, found.version) == (tmp_path / "bin" / "python3", VERSION)
    assert (found.is_confirmed, found.source) == (True, Source.INSTALLED)


@pytest.mark.parametrize("damage", ["gone", "not a program", "it fails"])
def test_a_broken_environment_is_named_when_another_python_takes_its_place(
    project: Path, look: Callable[..., Interpreter], damage: str
) -> None:
    python = project / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    (project / ".venv" / "pyvenv.cfg").write_text("version = 3.12.1\n")
    if damage == "gone":
        python.symlink_to("/no/such/python3.9")
    else:
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755 if damage == "it fails" else 0o644)
    found = look(before_run=False)
    assert found.source is Source.INSTALLED
    (environment,) = found.passed_over
    sentence = python_words.passed_over(environment)
    assert sentence.startswith(f".venv in this folder does not work: {python} ")
    assert sentence.endswith(".") and "choose" not in sentence


def test_a_command_that_is_named_is_not_taken_from_the_current_folder(
    project: Path,
    alarm: Path,
    look: Callable[..., Interpreter],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alarmed(project / "python3", alarm)
    monkeypatch.chdir(project)
    found = look(chosen=Path("python3"), before_run=False)
    assert found.path == tmp_path / "bin" / "python3"
    assert not alarm.exists()
    (tmp_path / "bin" / "python3").unlink()
    assert look(chosen=Path("python3"), before_run=False).named == project / "python3"
    assert alarm.exists()


@pytest.mark.slow
def test_the_command_takes_a_file_that_is_named_by_its_place(
    project: Path, alarm: Path, environ: dict[str, str]
) -> None:
    alarmed(project / "python3", alarm)
    environ["PYTHONPATH"] = str(Path(interpreters.__file__).parents[2])
    for named, is_theirs in (("python3", False), ("./python3", True)):
        command = [sys.executable, "-m", "reloader_core", "--once", "--python", named, "game.py"]
        done = subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True)
        assert done.stdout == "hello\n", done.stderr
        assert alarm.exists() == is_theirs


# ---------------------------------------------------------------- where the environment is


def test_the_environment_of_a_linked_script(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    """Beside the link, then beside and above the real file, then above the link."""
    commands = tmp_path / "home" / "bin"
    commands.mkdir()
    (commands / "tool").symlink_to(project / "game.py")
    for folder in (commands, project, project.parent, tmp_path / "home"):
        (folder / ".venv" / "bin").mkdir(parents=True)
        (folder / ".venv" / "bin" / "python").symlink_to(BASE)
        (folder / ".venv" / "pyvenv.cfg").write_text(f"home = {BASE.parent}\n")
    found = list(candidates(commands / "tool", environ, ourselves=NOBODY))
    assert [python_words.why(each.origin) for each in found[:4]] == [
        ".venv in this folder",
        ".venv in project",
        ".venv in Downloads",
        ".venv in home",
    ]
    assert [each.path.parents[2] for each in found[:2]] == [commands, project]


@pytest.mark.slow
@pytest.mark.parametrize("inside", [True, False])
def test_the_environment_of_a_folder_that_is_run(
    project: Path, environ: dict[str, str], inside: bool
) -> None:
    app = project / "app"
    app.mkdir()
    (app / "__main__.py").write_text("import sys; print(sys.prefix)\n")
    folder = (app if inside else project) / ".venv"
    subprocess.run([BASE, "-I", "-m", "venv", "--without-pip", folder], check=True)
    found = choose(app, environ=environ, ourselves=NOBODY)
    assert found.path == folder / "bin" / "python"
    command = [sys.executable, "-m", "reloader_core", "--once", "app"]
    environ = {**environ, "PYTHONPATH": str(Path(interpreters.__file__).parents[2])}
    done = subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True)
    assert done.stdout == f"{folder}\n", done.stderr
