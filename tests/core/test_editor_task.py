"""README's task for an editor: each of its patterns finds what a real run prints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tool import Tool

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.posix


def matchers() -> list[dict[str, Any]]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```json\n(.+?)```", readme, re.DOTALL)
    (task,) = json.loads(block)["tasks"]
    found: list[dict[str, Any]] = task["problemMatcher"]
    return found


def problems(text: str) -> set[tuple[str, str, str]]:
    """File, line and message, as the editor finds them: line after line, pattern after pattern."""
    found = set()
    lines = text.splitlines()
    for matcher in matchers():
        patterns = matcher["pattern"]
        patterns = patterns if isinstance(patterns, list) else [patterns]
        for start in range(len(lines) - len(patterns) + 1):
            hits = [re.search(p["regexp"], lines[start + n]) for n, p in enumerate(patterns)]
            if all(hits):
                values = {
                    name: hit[pattern[name]]
                    for pattern, hit in zip(patterns, hits, strict=True)
                    for name in ("file", "line", "message")
                    if hit is not None and name in pattern
                }
                found.add((values["file"], values["line"], values["message"]))
    return found


def test_an_editor_finds_what_is_wrong_and_when_a_run_begins(
    reloader: Callable[..., Tool], folder: Path, wait_until: Callable[..., None]
) -> None:
    parts = folder / "parts"
    parts.mkdir()
    helper, main = parts / "helper.py", folder / "main.py"
    helper.write_text("word = 1\n")
    main.write_text("import time, parts.helper\nprint('up', flush=True)\ntime.sleep(60)\n")
    tool = reloader("main.py")
    wait_until(lambda: "up" in tool.text)
    helper.write_text("word = (\n")
    wait_until(lambda: "not restarted" in tool.words, what=lambda: tool.words)
    helper.write_text("word = 1 / 0\n")
    wait_until(lambda: "ended with exit code 1" in tool.words, what=lambda: tool.words)
    main.write_text("raise ValueError('no')\n")
    wait_until(lambda: tool.words.count("ended with") == 2, what=lambda: tool.words)
    tool.process.terminate()
    tool.wait()
    text = tool.text + tool.words
    assert {line for _, line, _ in problems(text)} == {"1"}
    named = {(Path(file).name, message.partition(":")[0]) for file, _, message in problems(text)}
    assert named == {
        ("helper.py", "'(' was never closed"),
        ("helper.py", "ZeroDivisionError"),
        ("main.py", "ValueError"),
    }
    assert ("parts/helper.py", "1", "'(' was never closed") in problems(text)
    background = matchers()[0]["background"]
    for pattern in (background["beginsPattern"], background["endsPattern"]):
        assert re.search(pattern, text, re.MULTILINE)
