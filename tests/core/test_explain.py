"""What is said of broken scripts, on each Python of this machine: right, or nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from broken import PARTS, all_cases, explained, said, write
from reloader_core.disk.local_files import Look
from reloader_core.explain.completed import WRITTEN
from reloader_core.explain.evidence import said_by
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.explaining import explain
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.model import ScriptError
from reloader_core.words.explain.sentence import _SENTENCES, explanation


def judge(version: tuple[int, ...], expected: list[str], got: str) -> bool:
    """The line that holds for this version is what was said."""
    for line in expected:
        since, _, words = line.partition(" ")
        if not since:
            return got == words
        if version >= tuple(map(int, since.split("."))):
            return got == words
        if line is expected[-1]:
            return got in (words, "-")
    raise AssertionError("nothing is expected")


@pytest.mark.parametrize("part", range(PARTS))
def test_each_broken_script_is_explained_rightly(
    each_python: Any, tmp_path: Path, part: int
) -> None:
    cases = list(all_cases(part=part))
    folders = [tmp_path / str(number) for number in range(len(cases))]
    for folder, (_title, files, _expected) in zip(folders, cases, strict=True):
        write(folder, files)
    wrong = []
    for (title, _files, expected), folder, crash in zip(
        cases, folders, explained(each_python.path, folders), strict=True
    ):
        assert crash is not None, f"{title}: nothing crashed"
        error, diagnosis = crash
        got = said(diagnosis).replace(str(folder), "FOLDER")
        if not judge(each_python.version, expected, got):
            wrong.append(f"{title}: {got}, not {expected} ({error.type}: {error.message})")
    assert not wrong, "\n".join(wrong)


def test_what_a_package_says_has_all_values_of_the_sentence() -> None:
    for each in said_by.ALL:
        fields, groups = list(each.kind.fields), each.words.groups
        if len(fields) > groups:
            fields.remove("line")
        named = each.words.groupindex
        assert len(fields) == groups and all(fields[at - 1] == name for name, at in named.items())


@pytest.mark.parametrize(
    ("file", "through", "package"),
    [
        ("/usr/lib/python3/dist-packages/pandas/core/frame.py", (), "pandas"),
        ("/env/lib/site-packages/six.py", (), "six"),
        ("/home/me/pandas/frame.py", (), ""),
        ("pandas/_libs/parsers.pyx", (), "pandas"),
        ("parsers.pyx", ("/env/lib/site-packages/pandas/io/readers.py", "parsers.pyx"), "pandas"),
        ("fast.pyx", ("/home/me/own.py",), ""),
    ],
)
def test_only_what_is_installed_is_a_package(
    file: str, through: tuple[str, ...], package: str
) -> None:
    told = {"innermost_file": file, "through": through}
    assert said_by.raised_in(Facts(ScriptError("ValueError", ""), told=told)) == package
    assert said_by.is_from(Facts(ScriptError("ValueError", ""), told=told), "pandas", "six") == (
        package != ""
    )


IN_SCRIPT = {
    *("LISTED_NAMES", "SAMPLE_OF", "RANDOM_BETWEEN", "WEIGHTS_COUNT", "JSON_OF"),
    *("AWAIT_SLEEP", "NO_MATCH_HERE", "NO_MATCH", "JSON_READY", "ARGUMENTS_UNPACKED"),
    *("NO_ARGUMENT", "NO_FILE_ARGUMENT", "GENERATOR_NAME"),
    *("NO_NUMPY_FILE", "BOT_NO_TOKEN", "CSV_BY_NUMBER"),
    *("CSV_BY_NUMBERS", "CSV_BY_NUMBERS_OR", "WALKED_FOLDERS"),
    *("NO_NUMBER_ARGUMENT",),
}
"""Their sentences only name what the script itself has called."""
SAYS_ITSELF = {"EVAL_INDENTED", "PYPLOT", "DJANGO_SETTINGS"}
MODULES = "os sys re math json csv random time datetime functools itertools shutil np asyncio"


def test_what_advice_writes_is_imported() -> None:
    """Of the modules used most; plt and pandas are there where these are said."""
    written = re.compile(rf"(?<![\w.'(])(?:{'|'.join(MODULES.split())})\.\w+")
    for kind in Kind:
        words = _SENTENCES[kind]
        if written.search(words) and kind.name not in IN_SCRIPT | SAYS_ITSELF:
            assert kind in WRITTEN, f"{kind.name}: {words}"


@pytest.mark.parametrize(
    ("diagnosis", "end"),
    [
        (Diagnosis(Kind.DIGITS_LIMIT, (1,)), "digits(0), and at the top of the file: import sys"),
        (
            Diagnosis(Kind.INT_OF_INFINITY, ("x",)),
            "isfinite(x): (This needs at the top of the file: import sys)",
        ),
        (Diagnosis(Kind.CSV_BY_NAME, ("row", 1)), "there. This needs at the top of the file: "),
    ],
)
def test_an_import_is_said_behind_the_advice(diagnosis: Diagnosis, end: str) -> None:
    said = explanation(replace(diagnosis, imports="import sys"))
    assert said.endswith(end) or said.endswith(end + "import sys")


def test_what_only_a_newer_python_can_read_is_no_mistake(tmp_path: Path) -> None:
    """Ours may be older than the script's: 3.14 takes the first `except`, and finds line 5."""
    script = tmp_path / "main.py"
    script.write_text("try:\n    pass\nexcept OSError, ValueError:\n    pass\nif True\n    pass\n")
    error = ScriptError("SyntaxError", "expected ':'", script, 5)
    assert said(explain(error, lambda _path: Look.FILE)) in ("-", "COLON 5 | if")


def test_what_is_asked_in_public_is_explained_nine_times_in_ten() -> None:
    """The short form of tests/stress/explained.py, by this Python."""
    script = Path(__file__).parents[1] / "stress" / "explained.py"
    command = [sys.executable, str(script), "--json", "--sample", "8"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=100, check=True)
    for found in map(json.loads, done.stdout.splitlines()):
        assert found["right"] > 9 * found.get("silent", 0)
