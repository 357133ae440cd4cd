"""From a save to the decision, with a standby that is a list and a clock of our own."""

from __future__ import annotations

from pathlib import Path

from core.model import NotRestarted, ScriptError
from core.saves import CHECK_S, Saves

A, B, DATA = Path("/a.py"), Path("/b.py"), Path("/data.json")
MISTAKE = ScriptError("SyntaxError", "invalid syntax", A, 3)


class Outcome:
    """The parts around Saves: what it asked for and what it decided."""

    def __init__(self, *, answers: bool = True) -> None:
        self.asked: list[list[Path]] = []
        self.restarts: list[set[Path]] = []
        self.refusals: list[NotRestarted] = []
        self._answers = answers
        self.saves = Saves(
            self._check, lambda files: self.restarts.append(set(files)), self.refusals.append
        )

    def _check(self, sources: list[Path]) -> bool:
        self.asked.append(sources)
        return self._answers

    def save(self, *files: Path, now: float = 0.0, pause_s: float = 0.0) -> None:
        self.saves.saved(files, now, pause_s=pause_s, check=True)


def test_what_parses_restarts() -> None:
    outcome = Outcome()
    outcome.save(A, DATA)
    assert outcome.asked == [[A]]
    assert not outcome.restarts
    outcome.saves.checked(None)
    assert outcome.restarts == [{A, DATA}]


def test_a_mistake_does_not_restart_until_it_is_mended() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.saves.checked(MISTAKE)
    assert outcome.refusals == [NotRestarted(MISTAKE, (A,))]
    outcome.save(B)
    assert outcome.asked[-1] == [A, B], "the broken file is looked at again"
    outcome.saves.checked(MISTAKE)
    assert not outcome.restarts
    outcome.save(A)
    outcome.saves.checked(None)
    assert outcome.restarts == [{A, B}]


def test_nobody_can_tell() -> None:
    outcome = Outcome(answers=False)
    outcome.save(A)
    assert outcome.restarts == [{A}]


def test_data_needs_no_check() -> None:
    outcome = Outcome()
    outcome.save(DATA)
    assert outcome.restarts == [{DATA}]
    assert not outcome.asked


def test_an_answer_that_does_not_come_is_not_waited_for() -> None:
    outcome = Outcome()
    outcome.save(A, now=1.0)
    assert outcome.saves.deadline == 1.0 + CHECK_S
    outcome.saves.tick(1.0 + CHECK_S, check=True)
    assert outcome.restarts == [{A}]
    outcome.saves.checked(MISTAKE)
    assert not outcome.refusals, "too late: the restart has begun"


def test_a_second_save_during_the_check() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.save(B)
    assert outcome.asked == [[A], [A, B]]
    outcome.saves.checked(MISTAKE)
    assert not outcome.refusals, "an answer about the text before the second save"
    outcome.saves.checked(None)
    assert outcome.restarts == [{A, B}]


def test_waiting_for_a_pause() -> None:
    outcome = Outcome(answers=False)
    outcome.save(A, now=0.0, pause_s=2.0)
    outcome.save(B, now=1.0, pause_s=2.0)
    outcome.saves.tick(2.5, check=True)
    assert not outcome.restarts
    outcome.saves.tick(3.0, check=True)
    assert outcome.restarts == [{A, B}]


def test_a_new_run_reads_everything() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.saves.checked(MISTAKE)
    outcome.saves.forget()
    outcome.save(B)
    assert outcome.asked[-1] == [B]
