"""From a save to the decision, with a standby that is a list and a clock of our own."""

from __future__ import annotations

from pathlib import Path

from reloader_core.model import NotRestarted, ScriptError
from reloader_core.saves import MANY_S, Saves

A, B, DATA = Path("/a.py"), Path("/b.py"), Path("/data.json")
MISTAKE = ScriptError("SyntaxError", "invalid syntax", A, 3)
PATIENCE_S = 3.0


class Outcome:
    """The parts around Saves: what it asked for and what it decided."""

    def __init__(self, *, answers: bool = True) -> None:
        self.asked: list[tuple[int, Path]] = []
        self.restarts: list[set[Path]] = []
        self.refusals: list[NotRestarted] = []
        self.patience_s = PATIENCE_S if answers else None
        self.saves = Saves(
            self._ask, lambda files: self.restarts.append(set(files)), self.refusals.append
        )

    def _ask(self, number: int, source: Path) -> float | None:
        self.asked.append((number, source))
        return self.patience_s

    def save(self, *files: Path, now: float = 0.0, pause_s: float = 0.0) -> None:
        self.saves.saved(files, now, pause_s=pause_s, check=True)

    def answer(
        self, error: ScriptError | None = None, *, number: int | None = None, now: float = 0.0
    ) -> None:
        """To the last question, or to an earlier one."""
        self.saves.checked(self.asked[-1][0] if number is None else number, error, now)


def test_what_parses_restarts() -> None:
    outcome = Outcome()
    outcome.save(A, DATA)
    assert outcome.asked == [(1, A)]
    assert not outcome.restarts
    outcome.answer()
    assert outcome.restarts == [{A, DATA}]


def test_a_mistake_does_not_restart_until_it_is_mended() -> None:
    outcome = Outcome()
    outcome.save(B)
    outcome.answer(MISTAKE)
    assert outcome.refusals == [NotRestarted(MISTAKE, (B,))]
    outcome.save(A)
    assert outcome.asked[-1] == (2, B), "the broken file is looked at again, and first"
    outcome.answer(MISTAKE)
    assert not outcome.restarts
    outcome.save(B)
    outcome.answer()
    outcome.answer()
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
    assert outcome.saves.deadline == 1.0 + PATIENCE_S
    outcome.saves.tick(1.0 + PATIENCE_S, check=True)
    assert outcome.restarts == [{A}]
    outcome.answer(MISTAKE)
    assert not outcome.refusals, "too late: the restart has begun"


def test_nothing_is_off_by_one_after_an_answer_that_came_late_or_never() -> None:
    outcome = Outcome()
    for late in (True, False):
        outcome.save(A)
        given_up = outcome.asked[-1][0]
        outcome.saves.tick(PATIENCE_S, check=True)
        outcome.saves.forget()
        outcome.save(A, now=10.0)
        if late:
            outcome.answer(None, number=given_up)
            assert len(outcome.restarts) == 1, "an answer to an earlier save"
        outcome.answer(MISTAKE, now=10.0)
        assert len(outcome.refusals) == 1 and outcome.saves.deadline is None
        outcome.refusals.clear()
        outcome.restarts.clear()


def test_a_second_save_during_the_check() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.save(B)
    outcome.save(B, now=1.0)
    assert outcome.asked == [(1, A)], "one question at a time"
    outcome.answer(MISTAKE)
    assert not outcome.refusals, "an answer about the text before the second save"
    assert outcome.asked[1:] == [(2, A)]
    outcome.answer()
    assert outcome.asked[2:] == [(3, B)]
    outcome.answer()
    assert outcome.restarts == [{A, B}] and outcome.saves.deadline is None


def test_a_save_that_needs_no_check_does_not_wait_for_one() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.saves.saved([B], 1.0, pause_s=0.0, check=False)
    assert outcome.restarts == [{A, B}]


def test_a_second_save_during_a_check_that_is_never_answered() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.save(B, now=1.0)
    outcome.saves.tick(PATIENCE_S, check=True)
    assert outcome.restarts == [{A, B}]


def test_hundreds_of_files_are_checked_for_a_moment_only() -> None:
    outcome = Outcome()
    files = [Path(f"/{number:03}.py") for number in range(500)]
    outcome.save(*files, now=1.0)
    outcome.answer(now=2.0)
    assert outcome.asked[-1][1] == files[1], "the first answer is when the standby has time"
    outcome.answer(now=2.0 + MANY_S / 2)
    assert not outcome.restarts
    outcome.answer(now=2.0 + MANY_S)
    assert outcome.restarts == [set(files)] and len(outcome.asked) == 3


def test_who_was_asked_is_gone() -> None:
    outcome = Outcome()
    outcome.save(A)
    outcome.saves.lost_standby(1.0)
    assert outcome.asked == [(1, A), (2, A)], "the next standby is asked"
    outcome.patience_s = None
    outcome.saves.lost_standby(2.0)
    assert outcome.restarts == [{A}]
    outcome.saves.lost_standby(3.0)
    assert len(outcome.restarts) == 1


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
    outcome.answer(MISTAKE)
    outcome.saves.forget()
    outcome.save(B)
    assert outcome.asked[-1] == (2, B)
