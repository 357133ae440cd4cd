"""What differs between two runs."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Reason, ReasonKind, RunOutput, Spool, Text
from reloader_core.watch.texts import pack
from reloader_gui.compare.code_change import code_changes
from reloader_gui.compare.difference import MOST_CHANGES, Comparison, Difference
from reloader_gui.compare.within import differing
from reloader_gui.output.feed import Feed
from reloader_gui.output.text.section import Began
from reloader_gui.page.comparing import Comparing
from reloader_gui.page.comparison import ComparisonView
from reloader_gui.run.past_runs import PastRun, PastRuns
from reloader_gui.run.run_log import RunRecord

pytestmark = pytest.mark.posix


class Print(Protocol):
    def __call__(self, lines: list[str], *, ends: bool = True) -> RunOutput: ...


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[Print]:
    spool = Spool(tmp_path / "spool")

    def print_lines(lines: list[str], *, ends: bool = True) -> RunOutput:
        number = len(spool.runs) + 1
        run = spool.begin(number)
        spool.write(number, "".join(f"{line}\n" for line in lines)[: None if ends else -1].encode())
        if ends:
            spool.end(number)
        return run

    yield print_lines
    spool.close()


def compared(old: RunOutput, new: RunOutput, *, with_times: bool = False) -> Difference:
    return Comparison(old, new, lambda percent: None, with_times=with_times).run()


def applied(found: Difference, old: list[str]) -> list[str]:
    """The old lines with the changes made."""
    lines, more = list(old), 0
    for change in found.changes:
        at = change.old_line + more
        assert lines[at : at + len(change.old)] == list(change.old)
        assert at == change.new_line
        lines[at : at + len(change.old)] = change.new
        more += len(change.new) - len(change.old)
    return lines


@pytest.mark.parametrize("seed", range(12))
def test_the_changes_lead_from_the_one_output_to_the_other(printed: Print, seed: int) -> None:
    chance = random.Random(seed)
    old = [f"line {chance.randrange(40)}" for _ in range(chance.choice([0, 3, 900, 4_000]))]
    new = list(old)
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(new) + 1)
        more = [f"other {n}" for n in range(chance.choice([0, 1, 30, 700]))]
        new[at : at + chance.choice([0, 1, 5, 300])] = more
    found = compared(printed(old), printed(new), with_times=True)
    if found.is_all:
        assert applied(found, old) == new


def test_a_change_in_very_much_is_found_and_all_else_is_skipped(printed: Print) -> None:
    old = [f"row {n}" for n in range(300_000)]
    new = [*old[:250_000], "and one more", *old[250_000:]]
    (change,) = compared(printed(old), printed(new)).changes
    assert (change.old, change.new_line, change.new) == ((), 250_000, ("and one more",))
    assert change.before == ("row 249998", "row 249999")


def test_times_and_addresses_are_noise_and_numbers_are_told(printed: Print) -> None:
    old = ["12:30:01 <object at 0x7f3b6506c770> took 0.12 s", "score 41"]
    new = ["12:31:59 <object at 0x7f3b6506c990> took 1.5 s", "score 42"]
    found = compared(printed(old), printed(new))
    assert (found.noise_lines, found.lines, found.only_numbers) == (1, 1, True)
    assert found.changes[0].new == ("score 42",)
    assert compared(printed(old), printed(new), with_times=True).lines == 2
    assert not compared(printed(["a 1"]), printed(["b 1"])).only_numbers


def test_two_that_have_nothing_in_common_are_told_in_part(printed: Print) -> None:
    old, new = ([f"{word} {n}" for n in range(30_000)] for word in ("one", "two"))
    found = compared(printed(old), printed(new))
    assert not found.is_all
    assert 0 < len(found.changes) <= MOST_CHANGES
    assert found.lines < 3_000


def test_a_run_that_goes_on_lacks_nothing(printed: Print) -> None:
    old = [f"row {n}" for n in range(5_000)]
    goes_on = printed([*old[:1_800], "half a li"], ends=False)
    found = compared(printed(old), goes_on)
    assert (found.changes, found.is_open, found.is_all) == ([], True, True)


def text(*lines: str) -> Text:
    return pack("\n".join(lines).encode(), keep=True)


def test_the_code_between_them() -> None:
    a, b, c = Path("a.py"), Path("b.py"), Path("c.py")
    old = [(a, text("one", "two", "three")), (b, text("same"))]
    new = [(a, text("one", "2", "three", "four")), (b, text("same")), (c, text("unknown before"))]
    first, second = code_changes(old, new, saved=(a, c))
    assert [(each.old, each.new_line, each.new) for each in first.changes] == [
        (("two",), 1, ("2",)),
        ((), 3, ("four",)),
    ]
    assert (second.file, second.changes) == (c, ())


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("total: 41 points", "total: 42 points", (["41"], ["42"])),
        ("a b c d", "a x c d e", (["b"], ["x", " e"])),
        ("name = Ada", "name = Ada Byron", ([], [" Byron"])),
        ("x" * 200 + "1" + "y " * 200, "x" * 200 + "22" + "y " * 200, (["1"], ["22"])),
        ("something", "else entirely here", ([], [])),
    ],
)
def test_what_is_another_in_a_line(old: str, new: str, marked: tuple[list[str], ...]) -> None:
    (of_old,), (of_new,) = differing((old,), (new,))
    assert ([old[a:b] for a, b in of_old], [new[a:b] for a, b in of_new]) == marked
    assert differing((old,), (new, old)) == ([], []), "which has become which?"


def test_a_comparison_that_fails_says_so(
    qtbot: QtBot, printed: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    run, parent = printed(["a"]), QObject()
    broken: Any = None
    comparing = Comparing(parent)
    with qtbot.waitSignal(comparing.failed, timeout=20_000):
        comparing.start(run, broken, with_times=False)
    assert reported, "it is in the log"


def test_nothing_is_said_of_chance_before_it_is_known_whether_the_code_was_changed(
    qtbot: QtBot, printed: Print, tmp_path: Path
) -> None:
    parent = QObject()
    feed = Feed(Spool(tmp_path / "other"), lambda *_: None, lambda: None)
    past, script = PastRuns(feed, parent), tmp_path / "main.py"
    old, new = (
        PastRun(
            serial,
            printed([f"price {serial}"]),
            Began("12:00:00", Reason(ReasonKind.ASKED), again=serial > 1),
            RunRecord(serial, started=float(serial)),
            code=((script, pack(b"print('price', 1)\n", keep=True)),) if serial == 1 else None,
        )
        for serial in (1, 2)
    )
    past.runs = (old, new)
    window = QWidget()
    qtbot.addWidget(window)
    view = ComparisonView(past, window)
    asked: list[bool] = []
    view.code_wanted.connect(lambda: asked.append(True))
    view.compare(old, new)
    qtbot.waitUntil(lambda: "differs" in view.details.text(), timeout=20_000)
    early = view.details.text()
    assert asked
    past.runs = (old, replace(new, code=((script, pack(b"print('price', 2)\n", keep=True)),)))
    past.code_told.emit(2)
    assert "random" not in early or "not known" in early  # who waits in vain for a second
    assert "You changed main.py" in view.details.text()
    assert view.details.text().endswith("Only numbers differ.")
