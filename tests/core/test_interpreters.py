"""Which Python: the rule's order with real environments, and what is no Python at all."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from reloader_core import platform_facts
from reloader_core.command.python_words import missing, why
from reloader_core.python import probe as probing
from reloader_core.python.interpreters import Ourselves, candidates, choose
from reloader_core.python.probe import InterpreterMissing, probe

posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
pytestmark = posix_only

BASE = Path(getattr(sys, "_base_executable", sys.executable))
NOBODY = Ourselves(environment=None, base=None, version="3.12.1")
ROOT = Path(__file__).resolve().parents[2]


def environment_at(folder: Path) -> Path:
    """A real virtual environment; returns its python."""
    venv.create(folder, symlinks=True)
    return folder / "bin" / "python"


def executable(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def shim(path: Path, python: Path = BASE) -> Path:
    """As pyenv's: a shell script that starts the real one."""
    return executable(path, f'exec {shlex.quote(str(python))} "$@"')


def pretend_environment(folder: Path, body: str) -> Path:
    executable(folder / "bin" / "python", body)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\n")
    return folder / "bin" / "python"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "work" / "project"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A home that ends the search, and nothing on PATH."""
    return {"HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "bin")}


# ---------------------------------------------------------------- the order


def test_the_choice_wins_over_the_environment_beside_the_script(
    project: Path, environ: dict[str, str]
) -> None:
    environment_at(project / ".venv")
    found = choose(project, chosen=BASE, environ=environ, ourselves=NOBODY)
    assert found.path.samefile(BASE)
    assert found.version == sys.version.split()[0]
    assert why(found.origin) == "your choice"


def test_an_environment_beside_the_script(project: Path, environ: dict[str, str]) -> None:
    python = environment_at(project / ".venv")
    found = choose(project, environ=environ, ourselves=NOBODY)
    assert found.path == python, "its own bin/python, not resolved"
    assert why(found.origin) == ".venv in this folder"
    prefix = subprocess.run(
        [found.path, "-I", "-c", "import sys; print(sys.prefix)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert prefix == str(project / ".venv")


@pytest.mark.parametrize("name", ["venv", "env"])
def test_other_names_of_environments(project: Path, environ: dict[str, str], name: str) -> None:
    python = environment_at(project / name)
    assert choose(project, environ=environ, ourselves=NOBODY).path == python


def test_an_environment_above_the_script_up_to_home(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    above_home = environment_at(tmp_path / ".venv")
    python = environment_at(project.parent / "venv")
    assert choose(project, environ=environ, ourselves=NOBODY).path == python
    assert why(choose(project, environ=environ, ourselves=NOBODY).origin) == "venv in work"
    found = [each.path for each in candidates(project, environ, ourselves=NOBODY)]
    assert above_home not in found


def test_outside_home_the_search_goes_up_to_the_root(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    elsewhere = tmp_path / "data" / "scripts"
    elsewhere.mkdir(parents=True)
    python = environment_at(tmp_path / ".venv")
    assert choose(elsewhere, environ=environ, ourselves=NOBODY).path == python


def test_a_script_inside_the_environments_own_folder(
    project: Path, environ: dict[str, str]
) -> None:
    python = environment_at(project)
    found = choose(project, environ=environ, ourselves=NOBODY)
    assert (found.path, why(found.origin)) == (python, "the environment project")


def test_a_folder_that_only_has_the_name_is_no_environment(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    shim(project / ".venv" / "bin" / "python")
    shim(tmp_path / "bin" / "python3")
    found = choose(project, environ=environ, ourselves=NOBODY)
    assert why(found.origin) == "python3 on your PATH"


@pytest.mark.parametrize("body", ["exit 1", "echo hello", "kill -9 $$"])
def test_a_broken_environment_is_passed_over(
    project: Path, environ: dict[str, str], body: str
) -> None:
    pretend_environment(project / ".venv", body)
    python = environment_at(project / "venv")
    assert choose(project, environ=environ, ourselves=NOBODY).path == python


def test_an_environment_whose_python_is_gone_is_passed_over(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    python = environment_at(project / ".venv")
    python.unlink()
    python.symlink_to(tmp_path / "python3.9-before-the-upgrade")
    python = environment_at(project / "venv")
    assert choose(project, environ=environ, ourselves=NOBODY).path == python


def test_virtual_env_comes_after_the_folders_and_before_path(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    active = environment_at(tmp_path / "active")
    shim(tmp_path / "bin" / "python3")
    environ["VIRTUAL_ENV"] = str(tmp_path / "active")
    beside = environment_at(project / ".venv")
    found = list(candidates(project, environ, ourselves=NOBODY))
    assert [each.path for each in found[:2]] == [beside, active]
    assert [why(each.origin) for each in found] == [
        ".venv in this folder",
        "VIRTUAL_ENV",
        "python3 on your PATH",
    ]


def test_python3_anywhere_on_path_before_python(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    shim(tmp_path / "first" / "python")
    shim(tmp_path / "second" / "python3")
    environ["PATH"] = f"{tmp_path / 'first'}:{tmp_path / 'second'}"
    found = choose(project, environ=environ, ourselves=NOBODY)
    assert why(found.origin) == "python3 on your PATH"
    assert found.path.samefile(BASE), "a shim stands for the Python that it starts"


def test_a_shim_without_a_version_behind_it_is_passed_over(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    executable(tmp_path / "first" / "python3", "echo 'pyenv: python3: command not found'; exit 127")
    shim(tmp_path / "second" / "python3")
    environ["PATH"] = f"{tmp_path / 'first'}:{tmp_path / 'second'}"
    assert choose(project, environ=environ, ourselves=NOBODY).path.samefile(BASE)


def test_a_shim_is_asked_in_the_scripts_folder_and_each_time_anew(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    one, two = environment_at(tmp_path / "one"), environment_at(tmp_path / "two")
    executable(tmp_path / "bin" / "python3", 'exec "$(/bin/cat .python-version)" "$@"')
    for python in (one, two):
        (project / ".python-version").write_text(f"{python}\n")
        assert choose(project, environ=environ, ourselves=NOBODY).path == python


def test_relative_entries_of_path_are_left_out(
    project: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(project / "python3")
    monkeypatch.chdir(project)
    environ["PATH"] = ".::bin"
    assert list(candidates(project, environ, ourselves=NOBODY)) == []


def test_one_python_under_several_names_is_one_candidate(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("python3", "python"):
        (tmp_path / "bin" / name).symlink_to(BASE)
    ourselves = Ourselves(environment=None, base=BASE, version="3.12.1")
    found = list(candidates(project, environ, ourselves=ourselves))
    assert [why(each.origin) for each in found] == ["python3 on your PATH"]


def test_an_environment_and_its_base_are_two_candidates(
    project: Path, environ: dict[str, str]
) -> None:
    environment_at(project / ".venv")
    ourselves = Ourselves(environment=None, base=BASE, version="3.12.1")
    found = list(candidates(project, environ, ourselves=ourselves))
    assert [why(each.origin) for each in found] == [".venv in this folder", "Reloader's own Python"]


# ---------------------------------------------------------------- our own environment


@pytest.mark.parametrize("way", ["beside the script", "switched on"])
def test_our_own_environment_is_the_scripts_where_the_user_says_so(
    project: Path, environ: dict[str, str], tmp_path: Path, way: str
) -> None:
    """`pip install` into a project's environment, as other tools for developers have it."""
    place = project / ".venv" if way == "beside the script" else tmp_path / "own"
    own = environment_at(place)
    if way == "switched on":
        environ["VIRTUAL_ENV"] = str(place)
    environ["PATH"] = str(own.parent)
    found = choose(project, environ=environ, ourselves=Ourselves(place, BASE, "3.12.1"))
    assert found.path == own


def test_else_our_own_environment_is_skipped(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    """A tool's, as pipx makes it."""
    own = environment_at(tmp_path / "own")
    shim(tmp_path / "shims" / "python3", own)
    environ["PATH"] = f"{own.parent}:{tmp_path / 'shims'}"
    ourselves = Ourselves(environment=tmp_path / "own", base=BASE, version="3.12.1")
    found = list(candidates(project, environ, ourselves=ourselves))
    assert [(each.path, why(each.origin)) for each in found] == [(BASE, "Reloader's own Python")]


def test_the_next_entry_of_path_follows_our_own(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    own = environment_at(tmp_path / "own")
    shim(tmp_path / "bin" / "python3")
    (tmp_path / "link").symlink_to(tmp_path / "own")
    environ["PATH"] = f"{own.parent}:{tmp_path / 'link' / 'bin'}:{tmp_path / 'bin'}"
    ourselves = Ourselves(environment=tmp_path / "own", base=None, version="3.12.1")
    (found,) = candidates(project, environ, ourselves=ourselves)
    assert why(found.origin) == "python3 on your PATH"


def test_as_it_is_started_from_its_own_activated_environment(
    project: Path, environ: dict[str, str]
) -> None:
    """Nothing is injected here."""
    own = environment_at(project / ".venv")
    code = (
        f"import sys; sys.path += {[str(ROOT / 'core'), *sys.path]!r}\n"
        "from pathlib import Path; from reloader_core.python.interpreters import choose\n"
        f"found = choose(Path({str(project)!r})); print(found.path, found.source.name, sep='|')"
    )
    environ |= {"VIRTUAL_ENV": str(project / ".venv"), "PATH": str(own.parent)}
    result = subprocess.run(
        [own, "-c", code], check=True, env=environ, capture_output=True, text=True
    )
    path, _, source = result.stdout.strip().partition("|")
    assert (Path(path), source) == (own, "ENVIRONMENT")


def test_without_any_python_a_sentence_says_what_to_do(
    project: Path, environ: dict[str, str]
) -> None:
    with pytest.raises(InterpreterMissing, match="NONE_FOUND"):
        choose(project, environ=environ, ourselves=NOBODY)


# ---------------------------------------------------------------- the choice


def test_a_chosen_environments_folder_and_a_command_are_understood(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    python = environment_at(tmp_path / "some")
    assert choose(project, chosen=tmp_path / "some", environ=environ).path == python
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3.99").symlink_to(BASE)
    found = choose(project, chosen=Path("python3.99"), environ=environ)
    assert found.path == tmp_path / "bin" / "python3.99"


def test_names_with_spaces_and_other_letters(project: Path, environ: dict[str, str]) -> None:
    python = environment_at(project / "my Umgebung äöü 环境")
    assert choose(project, chosen=python, environ={**environ, "LC_ALL": "C"}).path == python


FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", lambda path: None, "does not exist"),
    ("broken link", lambda path: path.symlink_to("nowhere"), "leads to a Python that is gone"),
    ("folder", lambda path: path.mkdir(), "is a folder"),
    ("not executable", lambda path: path.write_text("x"), "could not be started"),
    ("mute", lambda path: executable(path, "exit 3"), "it said nothing"),
    ("garbage", lambda path: executable(path, "echo ' What? '"), "it said: What?"),
    ("echo", lambda path: path.symlink_to("/bin/echo"), "is not a working Python"),
    (
        "half an answer",
        lambda path: executable(path, "echo 'reloader-python:(1, 2)'"),
        "is not a working Python",
    ),
    (
        "endless",
        lambda path: executable(path, "while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done"),
        "is not a working Python",
    ),
    (
        "Python 2",
        lambda path: executable(path, "echo 'Unknown option: -I' >&2; exit 2"),
        "needs 3.8 or newer",
    ),
    (
        "Python 3.7",
        lambda path: executable(
            path, "echo \"reloader-python:('/x/python3.7', '3.7.16', (3, 7, 16), '/x')\""
        ),
        "is Python 3.7.16, and Reloader needs 3.8 or newer",
    ),
]


@pytest.mark.parametrize(
    ("make", "sentence"), [case[1:] for case in FILES], ids=[case[0] for case in FILES]
)
def test_an_unusable_choice_is_a_sentence_that_names_it(
    project: Path,
    environ: dict[str, str],
    tmp_path: Path,
    make: Callable[[Path], object],
    sentence: str,
) -> None:
    environment_at(project / ".venv")  # is not taken in its place
    python = tmp_path / "chosen"
    make(python)
    with pytest.raises(InterpreterMissing) as failure:
        choose(project, chosen=python, environ=environ)
    text = missing(failure.value)
    assert str(python) in text
    assert sentence in text
    assert "\n" not in text


def test_no_execute_permission_is_a_sentence(tmp_path: Path) -> None:
    python = executable(tmp_path / "python", "exit 0")
    python.chmod(stat.S_IRUSR)
    with pytest.raises(InterpreterMissing, match="CANNOT_START"):
        probe(python)


def test_one_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    python = executable(tmp_path / "python", f"sleep 60 & echo $! $$ > {pids}; wait")
    begun = time.monotonic()
    with pytest.raises(InterpreterMissing, match="NO_ANSWER"):
        probe(python, timeout_s=0.5)
    assert time.monotonic() - begun < 5
    for pid in map(int, pids.read_text().split()):
        assert _ends(pid), f"{pid} still runs"


def test_a_child_of_the_shim_that_holds_the_pipe_delays_nothing(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    python = executable(tmp_path / "python", f'sleep 60 & echo $! > {pids}; exec {BASE} "$@"')
    begun = time.monotonic()
    assert probe(python, timeout_s=20).executable.samefile(BASE)
    assert time.monotonic() - begun < 10
    assert _ends(int(pids.read_text()))


def _ends(pid: int) -> bool:
    """Gone, or a zombie that its new parent has yet to collect."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.01)
    return False


# ---------------------------------------------------------------- the question


def test_noise_before_the_answer_does_no_harm(tmp_path: Path) -> None:
    python = executable(tmp_path / "python", f'set -x; echo "a warning" >&2; exec {BASE} "$@"')
    assert probe(python).version == sys.version.split()[0]


def test_python_variables_of_the_user_change_nothing(
    project: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "sys.py").write_text("raise SystemExit(1)")
    (tmp_path / "evil" / "encodings.py").write_text("raise SystemExit(1)")
    environ |= {"PYTHONHOME": str(tmp_path / "evil"), "PYTHONPATH": str(tmp_path / "evil")}
    found = probe(BASE, environ=environ)
    assert found.executable.samefile(BASE)
    assert found.base_prefix == Path(sys.base_prefix)


def test_an_answer_is_remembered_until_the_file_changes(project: Path, tmp_path: Path) -> None:
    count = tmp_path / "count"
    python = pretend_environment(
        project / ".venv", f'echo started >> {count}; exec {shlex.quote(str(BASE))} "$@"'
    )
    first = probe(python)
    assert probe(python) is first
    assert count.read_text().splitlines() == ["started"]
    with python.open("a") as file:
        file.write("# changed\n")
    assert probe(python) == first
    assert len(count.read_text().splitlines()) == 2


def test_a_failure_is_not_remembered(tmp_path: Path) -> None:
    switch = tmp_path / "works"
    python = executable(tmp_path / "python", f'test -e {switch} || exit 1; exec {BASE} "$@"')
    with pytest.raises(InterpreterMissing):
        probe(python)
    switch.touch()
    assert probe(python).executable.samefile(BASE)


def test_the_remembered_answers_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "_MOST_ANSWERS", 2)
    for number in range(4):
        link = tmp_path / f"python{number}"
        link.symlink_to(BASE)
        probe(link)
    assert len(probing.answers) <= 2


def test_ourselves_is_what_runs_these_tests() -> None:
    ourselves = Ourselves.now()
    assert ourselves.base is not None
    assert ourselves.base.samefile(BASE)
    in_environment = sys.prefix != sys.base_prefix
    assert ourselves.environment == (Path(sys.prefix) if in_environment else None)


# ---------------------------------------------------------------- Windows' and macOS' rules


def test_windows_asks_py_before_python_and_reads_its_own_path_syntax(
    project: Path, tmp_path: Path
) -> None:
    shim(tmp_path / "first" / "python.exe")
    shim(tmp_path / "second" / "py.exe")
    environ = {
        "USERPROFILE": str(tmp_path / "home"),
        "PATH": f'{tmp_path / "first"};"{tmp_path / "second"}"',
    }
    found = choose(project, environ=environ, ourselves=NOBODY, platform="win32")
    assert why(found.origin) == "py on your PATH"
    assert found.path.samefile(BASE)


def test_windows_launcher_is_not_told_of_an_active_environment(
    project: Path, tmp_path: Path
) -> None:
    own = environment_at(tmp_path / "own")
    executable(
        tmp_path / "bin" / "py.exe",
        f'if [ "$VIRTUAL_ENV" ]; then exec {own} "$@"; fi; exec {BASE} "$@"',
    )
    environ = {"PATH": str(tmp_path / "bin"), "VIRTUAL_ENV": str(tmp_path / "own")}
    ourselves = Ourselves(environment=tmp_path / "own", base=None, version="3.12.1")
    found = choose(project, environ=environ, ourselves=ourselves, platform="win32")
    assert why(found.origin) == "py on your PATH"


def test_windows_environment(project: Path, tmp_path: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "pyvenv.cfg").write_text("home = x\n")
    python = shim(project / ".venv" / "Scripts" / "python.exe")
    found = choose(project, environ={"PATH": ""}, ourselves=NOBODY, platform="win32")
    assert found.path == python


@pytest.mark.parametrize("name", ["python.exe", "Python3.exe"])
def test_the_store_stub_is_never_started(project: Path, tmp_path: Path, name: str) -> None:
    started = tmp_path / "started"
    python = executable(tmp_path / "Microsoft" / "WindowsApps" / name, f"touch {started}")
    environ = {"PATH": str(python.parent)}
    assert list(candidates(project, environ, ourselves=NOBODY, platform="win32")) == []
    with pytest.raises(InterpreterMissing, match="STORE_STUB"):
        choose(project, chosen=python, environ=environ, platform="win32")
    assert not started.exists()


def test_what_else_lies_in_windowsapps(tmp_path: Path) -> None:
    folder = tmp_path / "Microsoft" / "WindowsApps"
    folder.mkdir(parents=True)
    manager = folder / "PythonSoftwareFoundation.PythonManager_qbz5n2kfra8p0"
    manager.mkdir()
    assert platform_facts.stub(folder / "python.exe", "win32") is not None
    assert platform_facts.stub(folder / "py.exe", "win32") is None
    (folder / "PythonSoftwareFoundation.Python.3.13_qbz5n2kfra8p0").mkdir()
    assert platform_facts.stub(folder / "python.exe", "win32") is None
    assert platform_facts.stub(tmp_path / "python.exe", "win32") is None


def test_windows_window_program_hands_its_console_neighbour_to_scripts(tmp_path: Path) -> None:
    windowed = tmp_path / "pythonw.exe"
    assert platform_facts.console_python(windowed, "win32") == windowed
    (tmp_path / "python.exe").touch()
    assert platform_facts.console_python(windowed, "win32") == tmp_path / "python.exe"
    assert platform_facts.console_python(windowed, "linux") == windowed


def test_windows_shared_root_is_passed_over() -> None:
    assert platform_facts.is_shared_root(Path("/"), "win32")
    assert not platform_facts.is_shared_root(Path("/home"), "win32")
    assert not platform_facts.is_shared_root(Path("/"), "linux")


def test_macos_looks_where_the_docks_path_does_not(project: Path, tmp_path: Path) -> None:
    shim(tmp_path / "home" / ".pyenv" / "shims" / "python3")
    environ = {"HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/usr/sbin"}
    found = choose(project, environ=environ, ourselves=NOBODY, platform="darwin")
    assert why(found.origin) == f"python3 in {tmp_path / 'home' / '.pyenv' / 'shims'}"


def test_macos_stub_is_known_by_the_missing_tools() -> None:
    assert platform_facts.stub(Path("/usr/bin/python3"), "darwin") is not None
    assert platform_facts.stub(Path("/usr/local/bin/python3"), "darwin") is None
    assert platform_facts.stub(Path("/usr/bin/python3"), "linux") is None
