"""Which tests are left out where time is short."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import selection


@dataclass(frozen=True)
class Item:
    nodeid: str
    path: Path
    fixturenames: tuple[str, ...] = ()
    marker: str = ""

    def get_closest_marker(self, name: str) -> str:
        return self.marker if name == self.marker else ""


def items(file: str, name: str, count: int, *fixtures: str) -> list[Any]:
    path = selection.TESTS / file
    return [Item(f"{file}::{name}[{number}]", path, fixtures) for number in range(count)]


def test_what_is_named_is_there() -> None:
    named = selection.HERE_ALONE | selection.files(selection.MOSTLY_THE_SAME)
    assert [path for path in named if not path.is_file()] == []
    assert [path for path in selection.SLOW if not path.exists()] == []


def test_fast_is_all_that_starts_nothing_and_the_first_of_the_rest() -> None:
    pure = items("core/test_a.py", "test_pure", 3)
    one, *more = items("core/test_a.py", "test_one", 3, "tmp_path", "supervise")
    other, *others = items("core/test_b.py", "test_other", 2, "reloader")
    found = selection.left_out_when_fast([*pure, one, *more, other, *others])
    assert found == [*more, *others]


def test_fast_is_the_first_case_of_what_opens_windows_and_nothing_slow() -> None:
    opened, *again = items("gui/test_a.py", "test_opened", 3, "qtbot")
    other = items("gui/test_a.py", "test_other", 1, "qtbot")
    slow = [
        Item("gui/test_b.py::test_slow", selection.TESTS / "gui/test_b.py", ("clean_env",), "slow")
    ]
    first, second = items("gui/test_b.py", "test_first", 2, "clean_env")
    found = selection.left_out_when_fast([opened, *again, *other, *slow, first, second])  # type: ignore[list-item]
    assert found == [*again, *slow, second]


def test_of_several_cases_each_third_is_kept() -> None:
    many = items("core/test_a.py", "test_many", 7, "supervise")
    few = items("core/test_a.py", "test_few", 2, "supervise")
    pure = items("core/test_a.py", "test_pure", 9)
    windows = items("windows/test_a.py", "test_many", 9, "start")
    whole_file = [items("gui/test_tabs.py", name, 1)[0] for name in "abcdefg"]
    found = selection.all_but_each_third([*many, *few, *pure, *windows, *whole_file])
    assert [item for item in whole_file if item not in found] == whole_file[::3]
    assert selection.all_but_each_third(whole_file, ["tests/gui/test_tabs.py::a"]) == []
    assert [item for item in many if item not in found] == many[::3]
    assert [item for item in few if item not in found] == few[:1]
    assert not set(found).intersection([*pure, *windows])
