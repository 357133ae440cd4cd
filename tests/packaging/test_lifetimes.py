"""Who stops mending what the packages bring along is known, and said in time."""

from __future__ import annotations

import datetime
import importlib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("_lifetimes").judge


@pytest.mark.parametrize(
    ("python", "openssl", "today", "code", "says"),
    [
        ("3.13.9", "3.5.4", DAY(2026, 1, 1), 0, []),
        ("3.13.9", "3.0.18", DAY(2026, 9, 8), 0, ["OpenSSL 3.0 has been mended until 2026-09-07"]),
        ("3.13.9", "3.5.4", DAY(2026, 11, 1), 0, ["Windows' CPython 3.13.9 is from 2026-10-31"]),
        ("3.13.9", "3.5.4", DAY(2029, 11, 1), 1, ["CPython 3.13 has", "Windows'"]),
        ("3.99.0", "3.5.4", DAY(2026, 1, 1), 1, ["CPython 3.99 is not in the table"]),
    ],
)
def test_ends(
    judge: Any, python: str, openssl: str, today: DAY, code: int, says: list[str]
) -> None:
    major, minor = python.split(".")[:2]
    found, said = judge((int(major), int(minor)), python, openssl, today)
    assert found == code
    assert len(said) == len(says)
    assert all(line.startswith(words) for line, words in zip(said, says, strict=True)), said
