"""Exit-3 loops, files that change after each start, editors that save by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from reloader_core.model import MOST_EXIT_3
from reloader_core.policies import (
    AUTO_SAVE_RUN_S,
    BACKOFF_S,
    FREE_RESTARTS,
    LONG_S,
    PUT_OFF_S,
    QUICK_S,
    AutoSaves,
    ChangeLoop,
    ExitLoop,
)

HELPER = Path("/folder/helper.py")


# -- exit code 3


def test_the_first_restart_is_not_delayed() -> None:
    loop = ExitLoop()
    assert loop.note(0.1) == 1
    assert loop.delay_s == 0


def test_a_loop_is_slowed_down_more_and_more() -> None:
    loop = ExitLoop()
    delays = []
    for _ in range(10):
        loop.note(0.1)
        delays.append(loop.delay_s)
    assert delays == sorted(delays)
    assert delays[1] > 0
    assert delays[-1] == BACKOFF_S[-1]


def test_runs_that_take_their_time_are_counted_and_not_slowed_down() -> None:
    loop = ExitLoop()
    assert [loop.note(seconds) for seconds in (10.0, 12.0, 3.0, 19.0, 10.0)] == [1, 2, 3, 4, 5]
    assert loop.delay_s == 0


def test_a_run_that_lasted_is_no_loop() -> None:
    loop = ExitLoop()
    loop.note(0.1)
    loop.note(0.1)
    assert loop.note(QUICK_S + 1) == 0
    assert loop.delay_s == 0


@pytest.mark.parametrize(
    "runtimes",
    [
        (1.0, 3.0, 9.0, 30.0, 100.0, 300.0),
        (0.5, 2.0, 0.5, 2.0, 0.5, 2.0, 0.5, 2.0),
        (1.0, 1.0, 1.0, 4.0, 1.0, 1.0, 1.0, 4.0),
        (LONG_S,) * 20,
    ],
)
def test_a_script_that_asks_after_times_of_all_lengths(runtimes: tuple[float, ...]) -> None:
    loop = ExitLoop()
    assert max(map(loop.note, runtimes)) < MOST_EXIT_3


def test_a_change_ends_the_loop() -> None:
    loop = ExitLoop(count=4)
    loop.reset()
    assert loop.delay_s == 0


# -- files that change after each start


def put_off(loop: ChangeLoop, *cells: tuple[int, float]) -> list[float]:
    """Each a run, and how long after its start the file changed."""
    return [loop.note(HELPER, run, since_s) for run, since_s in cells]


def test_what_follows_each_start_is_slowed_down_more_and_more() -> None:
    loop = ChangeLoop()
    delays = put_off(loop, *((run, 0.3) for run in range(1, 15)))
    assert delays[:FREE_RESTARTS] == [0.0] * FREE_RESTARTS
    assert tuple(delays[FREE_RESTARTS : FREE_RESTARTS + len(PUT_OFF_S)]) == PUT_OFF_S
    assert delays[-1] == PUT_OFF_S[-1]
    assert loop.starts(HELPER) == 14


def test_an_editor_that_saves_every_second_and_a_half() -> None:
    """It does not wait for a start that was put off."""
    loop, started, run, delays = ChangeLoop(), 0.0, 1, []
    for number in range(1, 30):
        saved = 1.5 * number
        delays.append(loop.note(HELPER, run, saved - started))
        started, run = saved + delays[-1] + 0.02, run + 1
    assert set(delays) == {0.0, PUT_OFF_S[0]}
    assert delays.count(0.0) >= FREE_RESTARTS * delays.count(PUT_OFF_S[0])


def test_late_changes_are_not_slowed_down() -> None:
    assert not any(put_off(ChangeLoop(), *((run, QUICK_S + 0.1) for run in range(1, 20))))


def test_several_changes_in_one_run_count_once() -> None:
    assert not any(put_off(ChangeLoop(), *[(1, 0.1)] * 20))


def test_a_run_without_a_change_begins_a_new_row() -> None:
    cells = [(run, 0.1) for run in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11)]
    assert not any(put_off(ChangeLoop(), *cells))
    assert put_off(ChangeLoop(), *cells, (12, 0.1))[-1] == PUT_OFF_S[0]


def test_an_editor_that_saves_by_itself_is_suspected_once() -> None:
    saves = AutoSaves()
    assert [saves.note(now, 1.0) for now in (0.0, 5.0, 10.0, 15.0)] == [False, False, True, False]


def test_saves_far_apart_or_of_long_runs_are_the_users_own() -> None:
    saves = AutoSaves()
    assert not any(saves.note(now * 20.0, 1.0) for now in range(10))
    saves = AutoSaves()
    assert [saves.note(float(now), AUTO_SAVE_RUN_S + 1) for now in range(10)] == [False] * 10
