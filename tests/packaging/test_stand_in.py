"""The library that Windows has and Wine lacks: one for whoever reads such files."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tool = Callable[[str], Any]
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Tool:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module


def test_it_is_a_library_of_windows_that_needs_no_other(tool: Tool, tmp_path: Path) -> None:
    (file := tmp_path / "icuuc.dll").write_bytes(tool("_stand_in").icuuc())
    assert tool("builder.pe").needed(file) == set()


def test_its_functions_can_be_looked_up_by_halving(tool: Tool) -> None:
    """As a loader does."""
    functions = {"zero": b"\xc3", "Open": b"\xc3", "close": b"\xc3"}
    image = tool("_stand_in").library("some.dll", functions)
    places = [image.index(name) for name in (b"Open\0", b"close\0", b"zero\0")]
    assert places == sorted(places)
