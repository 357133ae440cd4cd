"""How a run is brought to its end: the table of steps, with a clock of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reloader_core.child import Activity, Doing
from reloader_core.ending import FIRST_LOOK_S, STILL_S, Ending, Step

Steps = list[tuple[float, Step]]
Answers = dict[Step, tuple[Doing, str]]
TICK_S = 0.02
OTHERS = (Step.INTERRUPT_OTHERS, Step.TERMINATE_OTHERS)


def steps(
    until_s: float = 3.0,
    *,
    grace_s: float = 2.0,
    can_ask_from_s: float = 0.0,
    answers: Answers | None = None,
    looks: Callable[[float], Doing] | None = None,
    retries: bool = False,
    works_until_s: float = 0.0,
    runs: bool = False,
    arrives: bool = True,
) -> Steps:
    """What is done, and when, at ticks of 20 ms. `answers`: the agent's, to which step; `looks`:
    what it sees at which time, `retries`: in such a loop; `works_until_s`: something is used until
    then."""
    taken: Steps = []
    ending = Ending(grace_s=grace_s, now=0.0, arrives=arrives)

    def look() -> tuple[bool, Activity | None]:
        return runs, (int(min(now, works_until_s) / TICK_S),)

    for tick in range(int(until_s / TICK_S) + 1):
        now = tick * TICK_S
        while step := ending.next(now, can_ask=now >= can_ask_from_s, look=look):
            if step is not Step.LOOK:
                taken.append((round(now, 2), step))
            elif looks is not None:
                ending.hear(looks(now), "", retries=retries)
            if answers is not None and step in answers:
                ending.hear(*answers[step])
    return taken


def of(taken: Steps, *kinds: Step) -> Steps:
    return [(at, step) for at, step in taken if step in kinds]


def without(taken: Steps, *kinds: Step) -> Steps:
    return [(at, step) for at, step in taken if step not in kinds]


INTERRUPTED: Answers = {Step.ASK: (Doing.INTERRUPTED, ""), Step.ASK_AGAIN: (Doing.EXITING, "")}


def test_who_cleans_up_is_left_alone_for_most_of_the_grace() -> None:
    taken = steps(answers=INTERRUPTED, looks=lambda _now: Doing.CLEANING)
    assert without(taken, *OTHERS) == [
        (0.0, Step.ASK), (1.6, Step.ASK_AGAIN), (1.76, Step.FINISH), (2.0, Step.FORCE)
    ]  # fmt: skip


@pytest.mark.parametrize("still", [True, False])
def test_who_went_on_is_asked_again_when_it_is_still(still: bool) -> None:
    """A loop that finishes what it had begun is at the same line, but works."""
    taken = steps(
        answers=INTERRUPTED,
        looks=lambda _now: Doing.UNMOVED,
        works_until_s=0.0 if still else 9.0,
    )
    ((at, _step),) = of(taken, Step.ASK_AGAIN)
    assert STILL_S <= at < 2 * STILL_S if still else at == 1.4


def test_who_catches_everything_is_not_taken_to_tidy_up() -> None:
    """A bare except around a loop, with a wait in it before the next attempt."""
    taken = steps(
        answers=INTERRUPTED,
        looks=lambda now: Doing.UNMOVED if 1.0 < now < 1.4 else Doing.CLEANING,
    )
    assert of(taken, Step.FINISH) == [(1.6, Step.FINISH)]


def test_who_tries_again_for_ever_is_not_waited_for() -> None:
    taken = steps(answers=INTERRUPTED, looks=lambda _now: Doing.ELSEWHERE, retries=True)
    assert [step for _at, step in without(taken, *OTHERS)[:3]] == [
        Step.ASK, Step.ASK_AGAIN, Step.FINISH
    ]  # fmt: skip
    assert of(taken, Step.FINISH)[0][0] < 0.4


def test_a_pause_before_the_next_attempt_is_cut_short() -> None:
    """And once more, should that lead to the next one; but who works may be saving something."""
    cleaning: dict[str, Any] = {
        "answers": INTERRUPTED, "looks": lambda _now: Doing.CLEANING, "retries": True,
    }  # fmt: skip
    (again, _), (leave, _) = of(steps(**cleaning), Step.ASK_AGAIN, Step.EXIT)
    assert STILL_S <= again < leave < 3 * STILL_S
    assert of(steps(**cleaning, works_until_s=9.0), Step.ASK_AGAIN) == [(1.6, Step.ASK_AGAIN)]


def test_a_handler_of_its_own_is_asked_twice_and_then_left_no_choice() -> None:
    again = (Doing.SIGNALLED, "")
    taken = steps(answers={Step.ASK: again, Step.ASK_AGAIN: again})
    assert without(taken, *OTHERS) == [
        (0.0, Step.ASK), (1.0, Step.ASK_AGAIN), (1.3, Step.EXIT), (1.6, Step.FINISH),
        (2.0, Step.FORCE),
    ]  # fmt: skip


def test_who_does_not_answer_gets_a_real_signal_and_is_ended_early() -> None:
    taken = without(steps(1.0), *OTHERS)
    assert [step for _at, step in taken[:3]] == [Step.ASK, Step.INTERRUPT, Step.END]
    assert taken[1][0] == 0.1 and 0.3 <= taken[2][0] < 0.4


def test_who_waits_for_another_in_c_code_is_woken_by_its_end() -> None:
    """On Windows nothing else wakes it: so that one hears Ctrl+C at once, and gets its time."""
    taken = steps(answers={Step.ASK: (Doing.WAITING, "child")})
    assert of(taken, Step.INTERRUPT_OTHERS) == [(0.0, Step.INTERRUPT_OTHERS)]
    assert of(taken, Step.END) == [(1.6, Step.END)]


def test_nobody_is_ended_early_whom_the_request_may_not_have_reached() -> None:
    """On Windows a thread hears it, which comes late on a busy machine."""
    assert of(steps(arrives=False), Step.END) == [(1.6, Step.END)]
    taken = steps(arrives=False, answers={Step.ASK: (Doing.WAITING, "")})
    assert 0.3 <= of(taken, Step.END)[0][0] < 0.4


def test_a_cancelled_task_that_tries_again_for_ever_is_not_waited_for() -> None:
    """asyncio's own handler hears Ctrl+C twice, as somebody would press it."""
    cancelled: Answers = dict.fromkeys((Step.ASK, Step.ASK_AGAIN), (Doing.CANCELLED, ""))
    taken = steps(answers=cancelled, looks=lambda _now: Doing.CANCELLED, retries=True)
    assert [step for _at, step in without(taken, *OTHERS)[:3]] == [
        Step.ASK, Step.ASK_AGAIN, Step.FINISH
    ]  # fmt: skip
    assert of(taken, Step.FINISH)[0][0] < 0.4
    taken = steps(answers=cancelled, looks=lambda _now: Doing.CANCELLED)
    assert of(taken, Step.ASK_AGAIN, Step.EXIT) == [(1.0, Step.ASK_AGAIN), (1.3, Step.EXIT)]


def test_who_works_and_does_not_answer_is_not_ended() -> None:
    """It is in one long call of C code, and will hear the bell after it."""
    taken = steps(1.3, works_until_s=9.0, runs=True)
    assert without(taken, *OTHERS) == [(0.0, Step.ASK)]


@pytest.mark.parametrize(
    ("doing", "waits_for", "at_s"),
    [
        (Doing.INTERRUPTED, "child", 0.0),  # subprocess.run(): it gives its child 0.25 s
        (Doing.INTERRUPTED, "worker", 0.02),
        (Doing.INTERRUPTED, "", 1.0),  # it may be telling them to end
        (Doing.SIGNALLED, "", 0.26),
    ],
)
def test_when_its_children_get_ctrl_c(doing: Doing, waits_for: str, at_s: float) -> None:
    ending = Ending(grace_s=2.0, now=0.0)
    taken = []
    for tick in range(100):
        now = round(tick * TICK_S, 2)
        while step := ending.next(now, can_ask=True, look=lambda: (False, (1,))):
            if step is Step.ASK:
                ending.hear(doing, waits_for)
            elif step is Step.LOOK:
                ending.hear(Doing.CLEANING, waits_for)
            elif step is Step.INTERRUPT_OTHERS:
                taken.append(now)
    assert taken == [at_s]
    assert FIRST_LOOK_S == 0.02


def test_its_children_are_not_interrupted_before_it_was_seen_what_it_does() -> None:
    """On a busy machine the first look comes late, and it may be telling them to end."""
    ending = Ending(grace_s=2.0, now=0.0)
    taken = []
    for now in (0.0, 0.3, 0.6):
        while step := ending.next(now, can_ask=True, look=lambda: (False, (1,))):
            taken.append(step)
            if step is Step.ASK:
                ending.hear(Doing.INTERRUPTED, "")
    assert Step.INTERRUPT_OTHERS not in taken
    ending.hear(Doing.ELSEWHERE, "")
    assert ending.next(0.61, can_ask=True, look=lambda: (False, (1,))) is Step.INTERRUPT_OTHERS


def test_what_its_children_do_counts_as_work() -> None:
    """`look` is of the whole tree."""
    taken = steps(answers=INTERRUPTED, looks=lambda _now: Doing.ELSEWHERE, works_until_s=9.0)
    assert of(taken, Step.ASK_AGAIN) == [(1.4, Step.ASK_AGAIN)]
    taken = steps(answers=INTERRUPTED, looks=lambda _now: Doing.ELSEWHERE)
    assert of(taken, Step.ASK_AGAIN) == [(1.0, Step.ASK_AGAIN)]


def test_nothing_is_asked_before_somebody_listens() -> None:
    taken = steps(can_ask_from_s=0.5, answers=INTERRUPTED, looks=lambda _now: Doing.CLEANING)
    assert taken[0] == (0.5, Step.ASK)
    assert taken[-1] == (2.0, Step.FORCE), "the grace period is one"


def test_whoever_never_listens_is_forced() -> None:
    assert steps(5, grace_s=1.0, can_ask_from_s=99) == [(1.0, Step.FORCE)]


def test_no_grace_forces_at_once() -> None:
    assert steps(1, grace_s=0.0) == [(0.0, Step.FORCE)]


@pytest.mark.parametrize("grace_s", [0.1, 0.5, 10.0])
def test_every_step_is_within_the_grace(grace_s: float) -> None:
    taken = steps(grace_s + 1, grace_s=grace_s, answers=INTERRUPTED)
    assert taken[-1] == (grace_s, Step.FORCE)
    if grace_s > 0.1:
        assert Step.FINISH in [step for _at, step in taken]
    assert len({step for _at, step in taken}) == len(taken), "each once"
