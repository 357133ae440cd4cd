from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reloader_core import LocalFiles, Look, ScriptError
from reloader_gui.run import traceback_tail


def output_of(script: Path) -> str:
    run = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=20
    )
    return run.stdout + run.stderr


@pytest.mark.parametrize(
    ("text", "kind", "line", "source"),
    [
        ("print('go')\nscore = scoer + 1\n", "NameError", 2, "score = scoer + 1"),
        ("import json\n\njson.loads('{')\n", "json.decoder.JSONDecodeError", 3, "json.loads('{')"),
        ("if True\n    pass\n", "SyntaxError", 1, "if True"),
    ],
)
def test_the_users_own_frame_is_read_off_the_output(
    tmp_path: Path, text: str, kind: str, line: int, source: str
) -> None:
    script = tmp_path / "game.py"
    script.write_text(text)
    error = traceback_tail.read(output_of(script), lambda file: file.is_relative_to(tmp_path))
    assert error is not None
    assert (error.type, error.file, error.line) == (kind, script, line)
    assert error.source == source


@pytest.mark.parametrize(
    "text",
    [
        "",
        "all is well\n",
        "ValueError: only a printed word",
        'Traceback (most recent call last):\n  File "x.py", line 1, in f\nits end is missing,',
    ],
)
def test_what_is_no_traceback_is_none(text: str) -> None:
    assert traceback_tail.read(text, lambda file: True) is None


def test_the_suggestion_that_python_prints_is_kept() -> None:
    error = ScriptError("NameError", "name 'scoer' is not defined")
    output = "...\nNameError: name 'scoer' is not defined. Did you mean: 'score'?\n"
    whole = traceback_tail.with_last_line(error, output)
    assert whole.message == "name 'scoer' is not defined. Did you mean: 'score'?"
    assert traceback_tail.with_last_line(error, "something else") == error


def test_the_source_line_is_read_from_the_file(tmp_path: Path) -> None:
    look = LocalFiles(tmp_path).look
    script = tmp_path / "game.py"
    script.write_bytes("a = 1\r\n    b = 你好\r\n".encode())
    error = ScriptError("NameError", "", script, 2)
    assert traceback_tail.with_source(error, look).source == "b = 你好"
    gone = ScriptError("NameError", "", tmp_path / "gone.py", 2)
    assert traceback_tail.with_source(gone, look) == gone
    late = ScriptError("NameError", "", script, 99)
    assert traceback_tail.with_source(late, look).source == ""


@pytest.mark.parametrize("name", ["/dev/zero", "//host/share/x.py", "/net/host/x.py", "."])
def test_only_a_file_near_the_script_is_opened(tmp_path: Path, name: str) -> None:
    error = ScriptError("NameError", "", tmp_path / name, 1)
    assert traceback_tail.with_source(error, LocalFiles(tmp_path).look) == error


def test_no_more_of_a_file_is_read_than_anybody_would_look_at(tmp_path: Path) -> None:
    file = tmp_path / "one line.py"
    with open(file, "wb") as opened:
        opened.truncate(1 << 32)
    error = ScriptError("NameError", "", file, 1)
    found = traceback_tail.with_source(error, lambda file: Look.FILE)
    assert len(found.source) <= traceback_tail.MOST_LINE_CHARS
