"""What was typed: whose option is it, what is run, and what pyproject.toml adds. No process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reloader_core.command.bad_input import BadInput
from reloader_core.command.parser import completion, make_parser, split_command
from reloader_core.command.project import project_words
from reloader_core.command.target import make_target
from reloader_core.model import Preload, Target
from reloader_core.python import console_scripts
from reloader_core.python.command_line import CommandLine, NotPythons, read


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("s.py -O", CommandLine((), script="s.py", args=("-O",))),
        ("-O -B s.py", CommandLine(("-O", "-B"), script="s.py")),
        ("-OB -X dev s.py", CommandLine(("-OB", "-X", "dev"), script="s.py")),
        ("-Xdev -Werror s.py", CommandLine(("-Xdev", "-Werror"), script="s.py")),
        ("-OW error s.py", CommandLine(("-OW", "error"), script="s.py")),
        ("-W -c s.py", CommandLine(("-W", "-c"), script="s.py")),
        ("-O -m mod -c", CommandLine(("-O",), module="mod", args=("-c",))),
        ("-Om mod", CommandLine(("-O",), module="mod")),
        ("-mmod -x", CommandLine((), module="mod", args=("-x",))),
        ("-Bc pass a", CommandLine(("-B",), code="pass", args=("a",))),
        ("--check-hash-based-pycs never s.py", CommandLine(
            ("--check-hash-based-pycs", "never"), script="s.py")),
        ("-- -s.py a", CommandLine((), script="-s.py", args=("a",))),
        ("-u", CommandLine(("-u",))),
        ("- a", CommandLine()),
    ],
)  # fmt: skip
def test_python_s_own_command_line(typed: str, line: CommandLine) -> None:
    assert read(typed.split()) == line
    if line.script != "-s.py" and typed != "- a":
        assert read(line.words()) == line


@pytest.mark.parametrize("typed", ["-Z s.py", "-m", "-Oc", "-X", "--nonsense s.py"])
def test_what_python_does_not_know_either(typed: str) -> None:
    with pytest.raises(NotPythons):
        read(typed.split())


@pytest.mark.parametrize(
    ("typed", "own", "line"),
    [
        ("--once -O --grace 1 -X dev s.py --once", "--once --grace 1",
         CommandLine(("-O", "-X", "dev"), script="s.py", args=("--once",))),
        ("--grace=1 -W error -m mod -h", "--grace=1",
         CommandLine(("-W", "error"), module="mod", args=("-h",))),
        ("-h", "-h", CommandLine()),
        ("--watch -O s.py", "--watch -O", CommandLine((), script="s.py")),
        ("--once -- --grace", "--once", CommandLine((), script="--grace")),
    ],
)  # fmt: skip
def test_our_options_and_pythons_may_be_mixed(typed: str, own: str, line: CommandLine) -> None:
    assert split_command(make_parser(), typed.split()) == (own.split(), line)


def target_of(*words: str) -> Target:
    parser = make_parser()
    own, line = split_command(parser, ["--python", sys.executable, *words])
    return make_target(parser.parse_args(own), line, lambda text: None)


def test_the_flags_are_the_targets_and_stand_before_what_is_run() -> None:
    target = target_of("-X", "dev", "-O", "-c", "pass", "a")
    assert target.command_line[1:] == ("-u", "-X", "dev", "-O", "-c", "pass", "a")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (True, Preload.STDLIB)),
        (("--preload",), (True, Preload.ALL)),
        (("--preload=tested",), (True, Preload.TESTED)),
        (("--preload=all", "--no-standby"), (False, Preload.ALL)),
        (("--preload=off",), (False, Preload.OFF)),
        (("--preload=stdlib",), (True, Preload.STDLIB)),
    ],
)
def test_what_is_imported_ahead(words: tuple[str, ...], expected: tuple[bool, Preload]) -> None:
    target = target_of(*words, "-c", "pass", "tested")
    assert (target.parks, target.preload) == expected
    assert target.args == ("tested",)


def test_a_level_that_is_no_part_of_its_option_is_no_script() -> None:
    with pytest.raises(BadInput, match="The level is a part of --preload=tested"):
        target_of("--preload", "tested", __file__)
    assert target_of("--preload", "-m", "tested").module == "tested"


@pytest.mark.parametrize("flag", ["-E", "-I", "-s", "-S", "-BS", "-i"])
def test_options_that_keep_reloader_out_are_refused(flag: str) -> None:
    with pytest.raises(BadInput, match=f"[Ll]eave {'-' + flag[-1] if flag != '-i' else 'it'} out"):
        target_of(flag, "-c", "pass")


# -- the environment's commands


def command(folder: Path, name: str, first_line: str) -> Path:
    file = folder / name
    file.write_text(f"{first_line}\nprint('hello')\n")
    file.chmod(0o755)
    return file


@pytest.mark.posix
@pytest.mark.parametrize(
    ("first_line", "is_pythons"),
    [
        ("#!{python}", True),
        ("#!{python} -E", True),
        ("#!/usr/bin/env python3", True),
        ("#!/bin/sh\n'''exec' \"{python}\" \"$0\" \"$@\"\n' '''", True),
        ("#!/bin/sh", False),
        ("#!/another/python3", False),
        ("\x7fELF", False),
        ("", False),
        ("#!", False),
    ],
)
def test_a_command_s_first_line_says_whose_it_is(
    tmp_path: Path, first_line: str, is_pythons: bool
) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.touch()
    file = command(python.parent, "tool", first_line.format(python=python))
    found = console_scripts.find(python, "tool", "linux")
    assert found == console_scripts.Found(file, is_pythons)
    assert console_scripts.find(python, "other", "linux") is None


def test_on_windows_a_command_is_a_launcher_with_an_archive(tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "Scripts").mkdir()
    launcher, other = tmp_path / "Scripts" / "flask.exe", tmp_path / "Scripts" / "ruff.exe"
    launcher.write_bytes(b"MZ" * 500)
    with zipfile.ZipFile(launcher, "a") as archive:
        archive.writestr("__main__.py", "")
    other.write_bytes(b"MZ" * 500)
    python = tmp_path / "python.exe"
    flask, ruff = (console_scripts.find(python, name, "win32") for name in ("flask", "ruff"))
    assert flask == console_scripts.Found(launcher, True)
    assert ruff == console_scripts.Found(other, False)


# -- pyproject.toml


def words_of(folder: Path, text: str, below: str = ".") -> list[str]:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    start = folder / below
    start.mkdir(parents=True, exist_ok=True)
    return project_words(make_parser(), start)


def test_the_project_s_options(tmp_path: Path) -> None:
    text = """
    [tool.reloader]
    watch = ["a/*", "b"]
    python = "python3"
    grace = 1
    once = true
    preload = true
    no-reload = false
    env = { A = "1", B = "x y" }
    """
    found = words_of(tmp_path, text, "src/deep")
    a, b = (os.path.join(tmp_path, name) for name in ("a/*", "b"))
    assert found == [
        *(f"--watch={a}", f"--watch={b}", "--python=python3", "--grace=1", "--once"),
        "--preload",
        *("--env=A=1", "--env=B=x y"),
    ]
    make_parser().parse_args(found)


def test_what_is_typed_wins_and_lists_are_joined(tmp_path: Path) -> None:
    words = words_of(tmp_path, "[tool.reloader]\ngrace = 1\nwatch = ['a']\n")
    options = make_parser().parse_args([*words, "--grace", "9", "--watch", "b"])
    assert options.grace == 9
    assert options.watch == [os.path.join(tmp_path, "a"), "b"]


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[tool.other]\n", "[tool]\n"])
def test_a_project_without_a_word_for_us(tmp_path: Path, text: str) -> None:
    assert words_of(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wacth = ['a']", "has no option 'wacth'; 'watch' may be meant"),
        ("no_reload = true", "has no option 'no_reload'; 'no-reload' may be meant"),
        ("help = true", "has no option 'help'"),
        ("xyz = 1", "has no option 'xyz'."),
        ("once = 'yes'", "once is true or false, not 'yes'"),
        ("grace = 'long'", "grace takes a number, not 'long'"),
        ("grace = true", "grace takes a number, not True"),
        ("watch = [1]", "watch takes a list of texts"),
        ("name = ['a']", "name takes a text"),
        ("= 1", "is not valid TOML"),
    ],
)
def test_what_is_wrong_in_it_is_said_and_where(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as error:
        words_of(tmp_path, f"[tool.reloader]\n{text}\n")
    assert said in str(error.value)
    assert str(tmp_path / "pyproject.toml") in str(error.value)


@pytest.mark.posix
def test_a_project_file_that_others_may_write_is_not_read(tmp_path: Path) -> None:
    """It could name a Python."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "pyproject.toml").chmod(0o666)
    with pytest.raises(BadInput, match="somebody else could have changed"):
        words_of(tmp_path, "[tool.reloader]\npython = './evil'\n")


# -- help


def test_help_names_every_option_and_what_a_user_may_ask() -> None:
    text = make_parser().format_help()
    for action in make_parser()._actions:
        assert all(name in text for name in action.option_strings)
    for word in ("(default: 2)", "relative to --cwd", "126", "127", "128 + N", "PYTHONDEVMODE"):
        assert word in text
    assert text.count("\n  reloader ") == 5, "five examples"


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_can_complete_every_option(shell: str) -> None:
    text = completion(shell)
    for action in make_parser()._actions:
        for name in action.option_strings:
            assert name.lstrip("-") in text
