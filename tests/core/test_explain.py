"""What is said of broken scripts, on each Python of this machine: right, or nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from broken import all_cases, explained, said, write
from reloader_core.disk.local_files import Look
from reloader_core.explain import explain
from reloader_core.explain.evidence import said_by
from reloader_core.model import ScriptError


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


def test_each_broken_script_is_explained_rightly(each_python: Any, tmp_path: Path) -> None:
    cases = list(all_cases())
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
    for kind, groups in ((each.kind, each.pattern.groups) for each in said_by.ALL):
        assert len(kind.fields) == groups or (kind.fields, groups) == (("line",), 0), kind


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
