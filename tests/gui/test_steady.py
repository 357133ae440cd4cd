from __future__ import annotations

from reloader_core import State
from reloader_gui.run.steady import Steady
from reloader_gui.texts.status import StatusView


def view(state: State, text: str = "") -> StatusView:
    return StatusView(state, (text or state.value,), "Run", False)


READY, RUNNING, WAITING = view(State.IDLE), view(State.RUNNING), view(State.WAITING)
RESTARTING = view(State.RESTARTING)


def test_a_state_of_less_than_300_ms_is_not_shown() -> None:
    steady = Steady(READY)
    assert steady.offer(RUNNING, 10.0) == READY
    assert steady.due_s() == 10.3
    assert steady.offer(WAITING, 10.1) == WAITING, "a resting state is shown at once"
    assert steady.due_s() == float("inf")


def test_a_state_that_lasts_is_shown_after_300_ms() -> None:
    steady = Steady(READY)
    steady.offer(RUNNING, 10.0)
    assert steady.offer(RUNNING, 10.29) == READY
    assert steady.offer(RUNNING, 10.31) == RUNNING


def test_a_quick_restart_changes_the_words_and_nothing_else() -> None:
    steady = Steady(RUNNING)
    assert steady.offer(RESTARTING, 10.0) == RUNNING
    again = view(State.RUNNING, "Running. Restarted.")
    assert steady.offer(again, 10.02) == again


def test_short_states_in_a_row_are_shown_after_a_second() -> None:
    steady = Steady(READY)
    shown = [steady.offer((RUNNING, RESTARTING)[step % 2], 10.0 + step * 0.1) for step in range(11)]
    assert shown[:10] == [READY] * 10
    assert shown[10] != READY
