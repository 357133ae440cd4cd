"""How a run is asked to end, with a clock of our own."""

from __future__ import annotations

from reloader_core.child import Activity
from reloader_core.ending import UNANSWERED_S, Ending, Step

ASLEEP = (1, 2, 3)


def steps(
    ending: Ending,
    until_s: float,
    *,
    can_ask_from_s: float = 0.0,
    handled_from_s: float | None = None,
    activity: Activity | str | None = ASLEEP,
) -> list[tuple[float, Step]]:
    """What the ending wants, and when, at ticks of 20 ms. `activity` may be 'works'."""
    taken = []

    def look() -> Activity | None:
        return (tick, 0, 0) if isinstance(activity, str) else activity

    for tick in range(int(until_s / 0.02) + 1):
        now = tick * 0.02
        while step := ending.next(
            now,
            can_ask=now >= can_ask_from_s,
            handled=handled_from_s is not None and now >= handled_from_s,
            look=look,
        ):
            taken.append((round(now, 2), step))
    return taken


def test_stop_asks_twice_then_forces() -> None:
    ending = Ending(stop=True, grace_s=2.0, now=0.0)
    assert steps(ending, 5, handled_from_s=0.02) == [
        (0.0, Step.ASK), (1.0, Step.ASK_AGAIN), (2.0, Step.FORCE)
    ]  # fmt: skip


def test_reload_asks_once_then_forces() -> None:
    ending = Ending(stop=False, grace_s=2.0, now=0.0)
    assert steps(ending, 5, handled_from_s=0.02) == [(0.0, Step.ASK), (2.0, Step.FORCE)]


def test_a_main_thread_that_sleeps_and_does_not_answer_is_ended_early() -> None:
    taken = steps(Ending(stop=False, grace_s=2.0, now=0.0), 1)
    assert [step for _, step in taken] == [Step.ASK, Step.END]
    assert UNANSWERED_S <= taken[1][0] <= UNANSWERED_S + 0.04


def test_a_thread_that_works_keeps_its_grace() -> None:
    ending = Ending(stop=False, grace_s=2.0, now=0.0)
    assert steps(ending, 5, activity="works") == [(0.0, Step.ASK), (2.0, Step.FORCE)]


def test_a_thread_of_which_nothing_is_known_keeps_its_grace() -> None:
    ending = Ending(stop=False, grace_s=2.0, now=0.0)
    assert steps(ending, 5, activity=None) == [(0.0, Step.ASK), (2.0, Step.FORCE)]


def test_nothing_is_asked_before_somebody_listens() -> None:
    ending = Ending(stop=True, grace_s=2.0, now=0.0)
    taken = steps(ending, 5, can_ask_from_s=0.5, handled_from_s=0.5)
    assert taken == [(0.5, Step.ASK), (1.0, Step.ASK_AGAIN), (2.0, Step.FORCE)]


def test_whoever_never_listens_is_forced() -> None:
    assert steps(Ending(stop=True, grace_s=1.0, now=0.0), 5, can_ask_from_s=99) == [
        (1.0, Step.FORCE)
    ]


def test_no_grace_forces_at_once() -> None:
    assert steps(Ending(stop=True, grace_s=0.0, now=0.0), 1) == [(0.0, Step.FORCE)]
