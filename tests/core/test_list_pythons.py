"""All Pythons of a computer: which are found, in which order, what is wrong, what is started."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from processes import script_env
from pythons import own_base
from reloader_core.python import header, probe
from reloader_core.python.asking import Interpreter
from reloader_core.python.header import Header
from reloader_core.python.interpreters import Ourselves, choose
from reloader_core.python.listing import list_pythons
from reloader_core.python.places import Source
from reloader_core.python.probe import Problem
from reloader_core.python.remembered import Remembered

pytestmark = pytest.mark.posix  # the stand-ins are shell scripts

BASE = own_base()
VERSION = sys.version.split()[0]
NOBODY = Ourselves(environment=None, base=None, version="3.12.1")


def executable(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def says(path: Path, version: str, alarm: Path | None = None) -> Path:
    """A Python of this version, as far as its answer goes; `alarm` tells that it was started."""
    numbers = tuple(map(int, version.split(".")))
    answer = f"('{path}','{version}',{numbers},'{path.parent.parent}')"
    first = f"echo started >> {shlex.quote(str(alarm))}\n" if alarm is not None else ""
    return executable(path, f'{first}echo "reloader-python:{answer}"')


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "bin")}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "home" / "project" / "game.py"
    file.parent.mkdir(parents=True)
    file.write_text("print()\n")
    return file


@pytest.fixture(autouse=True)
def forgotten() -> None:
    probe.answers.clear()


def listed(
    script: Path, environ: dict[str, str], file: Path | None = None
) -> list[tuple[object, Path | None]]:
    found = list_pythons(script, environ=environ, ourselves=NOBODY, remembered=Remembered(file))
    return [
        (each.version, each.path) if isinstance(each, Interpreter) else (each.problem, each.path)
        for each in found
    ]


def test_it_finds_what_tools_have_installed_newest_first(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    first = says(tmp_path / "bin" / "python3", "3.9.2")
    also = says(tmp_path / "bin" / "python3.13", "3.13.1")
    pyenv = says(home / ".pyenv" / "versions" / "3.12.4" / "bin" / "python3", "3.12.4")
    uv = says(home / ".local" / "share" / "uv" / "python" / "x" / "bin" / "python3", "3.14.0")
    asdf = says(home / ".asdf" / "installs" / "python" / "3.8" / "bin" / "python", "3.8.1")
    assert listed(script, environ) == [
        ("3.9.2", first),
        ("3.14.0", uv),
        ("3.13.1", also),
        ("3.12.4", pyenv),
        ("3.8.1", asdf),
    ]


def test_of_an_environment_of_condas_its_files_tell(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    folder, alarm = tmp_path / "conda" / "envs" / "games", tmp_path / "alarm"
    python = says(folder / "bin" / "python", "3.11.1", alarm)
    (folder / "conda-meta").mkdir()
    (folder / "conda-meta" / "python-3.11.1-h1_0.json").touch()
    (tmp_path / "home" / ".conda").mkdir()
    (tmp_path / "home" / ".conda" / "environments.txt").write_text(f"{folder}\n{tmp_path}/gone\n")
    assert ("3.11.1", python) in listed(script, environ)
    assert not alarm.exists()


@pytest.mark.parametrize("place", [".venv/bin/python", "bin/python3", "python3"])
def test_nothing_of_the_scripts_tree_is_started(
    script: Path, environ: dict[str, str], tmp_path: Path, place: str
) -> None:
    alarm = tmp_path / "alarm"
    python = says(script.parent / place, "3.12.1", alarm)
    if place.startswith(".venv"):
        (script.parent / ".venv" / "pyvenv.cfg").write_text("home = /usr\nversion = 3.12.1\n")
    script.write_text(f"#!{python}\n")  # its first line names it, too
    environ["PATH"] += f":{python.parent}"
    environ["VIRTUAL_ENV"] = str(script.parent / ".venv")
    assert python in [path for _, path in listed(script, environ)]
    assert not alarm.exists()


def test_what_only_a_first_line_names_is_not_started(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    """Who wrote the script may have brought it along, into another folder of the same archive."""
    alarm = tmp_path / "alarm"
    python = says(tmp_path / "home" / "elsewhere" / "python3", "3.12.1", alarm)
    script.write_text(f"#!{python}\n")
    assert listed(script, environ) == [("", python)]
    assert not alarm.exists()


def test_what_is_wrong_is_said_and_remembered(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    kept, asked = tmp_path / "cache" / "pythons.json", tmp_path / "asked"
    count = f"echo >> {asked}"
    hangs = executable(tmp_path / "bin" / "python3.10", f"{count}\nexec /bin/sleep 600")
    fails = executable(tmp_path / "bin" / "python3.11", "echo 'no such version'\nexit 1")
    old = executable(tmp_path / "bin" / "python2", f"{count}\necho 'Unknown option: -I'")
    (tmp_path / "bin" / "python3.12").symlink_to(tmp_path / "gone")
    first = listed(script, environ, kept)
    assert {
        (Problem.NO_ANSWER, hangs),
        (Problem.NO_PYTHON, fails),
        (Problem.TOO_OLD, old),
    } <= set(first)
    assert asked.read_text() == "\n\n"
    assert listed(script, environ, kept) == first
    assert asked.read_text() == "\n\n", "neither is asked again"
    os.utime(hangs, (1, 1))  # it was replaced, say
    says(hangs, "3.10.7")
    assert ("3.10.7", hangs) in listed(script, environ, kept)


def test_what_failed_is_asked_again_the_next_day(tmp_path: Path) -> None:
    now = 1000.0
    remembered = Remembered(tmp_path / "pythons.json", clock=lambda: now)
    key = ("/bin/python3", 1, 2)
    remembered.note(key, probe.InterpreterMissing(Problem.NO_ANSWER, Path("/bin/python3"), "2"))
    remembered.save()
    again = Remembered(tmp_path / "pythons.json", clock=lambda: now)
    found = again.failure(key)
    assert found is not None and (found.problem, found.detail) == (Problem.NO_ANSWER, "2")
    now += 25 * 3600
    assert again.failure(key) is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"answers": [["a"]], "failed": []}', "\xff"])
def test_a_damaged_memory_is_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pythons.json"
    file.write_bytes(text.encode("latin-1"))
    remembered = Remembered(file)
    assert remembered.failure(("/bin/python3", 1, 2)) is None
    remembered.save()
    assert Remembered(file).failure(("/bin/python3", 1, 2)) is None


def test_a_memory_leads_to_no_other_file(tmp_path: Path) -> None:
    file = tmp_path / "pythons.json"
    row = '[["/bin/python3", 1, 2, "/tmp/evil", "3.12.1", "/"]]'
    file.write_text(f'{{"answers": {row}, "failed": []}}')
    Remembered(file)
    assert probe.answers == {}


# ---------------------------------------------------------------- what the script itself says


BLOCK = "# /// script\n# requires-python = '{}'\n# dependencies = ['zipp', 'rich>=13']\n# ///\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "\ufeff", "#!/usr/bin/env -S python3.12 -u\n"])
def test_the_block_of_a_script_is_read(script: Path, before: str, end: str) -> None:
    text = f"{before}{BLOCK.format('>=3.11')}\nprint()\n".replace("\n", end)
    script.write_bytes(text.encode())
    found = header.read(script)
    assert found.requires_python == ">=3.11"
    assert found.dependencies == ("zipp", "rich>=13")
    assert found.shebang == ("python3.12" if before.startswith("#!") else "")
    assert found.allows("3.11.2") and found.allows("") and not found.allows("3.10.9")


@pytest.mark.parametrize(
    "text",
    [
        BLOCK + BLOCK,
        BLOCK.replace("# ///\n", ""),
        BLOCK.replace("'{}'", "3"),
        BLOCK.replace("= '{}'", "="),
        "#!/bin/sh\n",
        "#!'\n",
        "",
    ],
)
def test_what_is_no_such_block_says_nothing(script: Path, text: str) -> None:
    script.write_text(text)
    found = header.read(script)
    assert (found.requires_python, found.shebang) == ("", "")
    assert header.read(script.parent) == header.read(script.parent / "gone") == Header()


def test_what_takes_hours_to_read_is_not_read(script: Path) -> None:
    """Whoever has written the script has written this; the window looks at it when it is chosen."""
    for inside in ("a." * 400_000 + "a = 1", "a = " + "[" * 5000, '"a".' * 1000 + "b = 1"):
        script.write_text(f"# /// script\n# requires-python = '>=3.11'\n# {inside}\n# ///\n")
        assert header.read(script) == Header()
    script.write_text(BLOCK.format(">=" + "9" * 5000))
    assert header.read(script).allows("3.11.2"), "no number of that length can be read"


def choice(script: Path, environ: dict[str, str]) -> Interpreter:
    return choose(script, environ=environ, ourselves=NOBODY)


def test_a_script_gets_the_version_that_it_asks_for(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    says(tmp_path / "bin" / "python3", "3.9.2")
    wanted = says(tmp_path / "bin" / "python3.12", "3.12.4")
    environment = says(script.parent / ".venv" / "bin" / "python", "3.10.1")
    (script.parent / ".venv" / "pyvenv.cfg").write_text("home = /usr\nversion = 3.10.1\n")
    script.write_text(BLOCK.format(">=3.11"))
    found = choice(script, environ)
    assert (found.path, found.unmet) == (wanted, "")
    (passed_over,) = found.passed_over
    assert (passed_over.problem, passed_over.path) == (Problem.UNFIT, environment)
    assert passed_over.detail == ">=3.11"
    wanted.unlink()
    found = choice(script, environ)
    assert (found.path, found.unmet) == (environment, ">=3.11"), "there is no other"
    chosen = choose(script, chosen=tmp_path / "bin" / "python3", environ=environ)
    assert (chosen.version, chosen.unmet) == ("3.9.2", ">=3.11"), "the user's word comes first"


def test_the_first_line_comes_after_an_environment_and_before_path(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    says(tmp_path / "bin" / "python3", "3.9.2")
    named = says(tmp_path / "bin" / "python3.12", "3.12.4")
    script.write_text("#!/usr/bin/env python3.12\n")
    found = choice(script, environ)
    assert (found.path, found.source) == (named, Source.SHEBANG)
    environment = says(script.parent / ".venv" / "bin" / "python", "3.10.1")
    (script.parent / ".venv" / "pyvenv.cfg").write_text("home = /usr\n")
    assert choice(script, environ).path == environment


def test_where_path_has_none_the_newest_is_taken(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    versions = tmp_path / "home" / ".pyenv" / "versions"
    for version in ("3.9.1", "3.13.2", "3.10.4"):
        newest = says(versions / version / "bin" / "python3", version)
        if version == "3.13.2":
            expected = newest
    assert choice(script, environ).path == expected


# ---------------------------------------------------------------- the command


def test_the_command_prints_them_and_marks_the_one_that_is_taken(
    script: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(BASE)
    hangs = executable(tmp_path / "bin" / "python3.9", "exec /bin/sleep 600")
    command = [sys.executable, "-m", "reloader_core", "--list-pythons", "game.py"]
    env = {**script_env(), **environ}

    def lines() -> list[str]:
        done = subprocess.run(
            command, cwd=script.parent, env=env, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    first = lines()
    assert first[0].startswith(f"* {VERSION}") and "python3 on your PATH" in first[0]
    assert any(f"{hangs} did not answer within 2 seconds" in line for line in first)
    assert lines() == first


@pytest.mark.slow
def test_of_a_script_that_is_not_there_nothing_is_listed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reloader_core", "--list-pythons", "gone.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env=script_env(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no file gone.py." in done.stderr
