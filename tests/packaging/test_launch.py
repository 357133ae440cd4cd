"""The packaged window without a stderr: why it could not start is shown all the same."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

LAUNCH = Path(__file__).resolve().parents[2] / "packaging" / "launch" / "launch.py"


@pytest.fixture
def launch(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", sys.path[:])
    spec = importlib.util.spec_from_file_location("launch", LAUNCH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def says(text: str, code: int) -> Callable[[], int]:
    def main() -> int:
        if text:
            sys.stderr.write(text)
        return code

    return main


@pytest.mark.parametrize(
    ("main", "code", "shown"),
    [
        (says("no display here", 2), 2, ["no display here"]),
        (says("a warning", 0), 0, []),
        (says("", 3), 3, []),
    ],
)
def test_what_is_said_before_a_bad_end_is_shown(
    launch: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    main: Callable[[], int],
    code: int,
    shown: list[str],
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    seen: list[str] = []
    assert launch.run(main, seen.append) == code
    assert seen == shown


def test_a_bug_is_shown_with_its_traceback(
    launch: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    def main() -> NoReturn:
        raise ValueError("the reason")

    seen: list[str] = []
    assert launch.run(main, seen.append) == 1
    assert "the reason" in seen[0] and "Traceback" in seen[0]


def test_with_a_stderr_nothing_is_kept_from_it(
    launch: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    seen: list[str] = []
    assert launch.run(says("said there", 2), seen.append) == 2
    assert seen == []
    assert stderr.getvalue() == "said there"
