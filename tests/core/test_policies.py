"""Exit-3 loops and files that the script writes itself."""

from __future__ import annotations

from pathlib import Path

from core.policies import (
    AUTO_SAVE_RUN_S,
    BACKOFF_S,
    QUICK_S,
    AutoSaves,
    ExitLoop,
    SelfWrites,
)

HELPER = Path("/folder/helper.py")


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


def test_a_run_that_lasted_is_no_loop() -> None:
    loop = ExitLoop()
    loop.note(0.1)
    loop.note(0.1)
    assert loop.note(QUICK_S + 1) == 0
    assert loop.delay_s == 0


def test_a_change_ends_the_loop() -> None:
    loop = ExitLoop(count=4)
    loop.reset()
    assert loop.delay_s == 0


def notes(writes: SelfWrites, *cells: tuple[int, float, bool]) -> list[bool]:
    return [writes.note(HELPER, run, since_s, by_script) for run, since_s, by_script in cells]


def test_three_runs_in_a_row_that_wrote_it_early() -> None:
    assert notes(SelfWrites(), (1, 0.1, True), (2, 0.1, True), (3, 0.1, True)) == [
        False, False, True
    ]  # fmt: skip


def test_a_quick_user_does_not_lose_the_watch() -> None:
    cells = [(run, 0.1, False) for run in range(1, 9)]
    assert not any(notes(SelfWrites(), *cells))


def test_late_changes_do_not_count() -> None:
    cells = [(run, QUICK_S + 0.1, True) for run in range(1, 9)]
    assert not any(notes(SelfWrites(), *cells))


def test_several_changes_in_one_run_count_once() -> None:
    cells = [(1, 0.1, True)] * 8
    assert not any(notes(SelfWrites(), *cells))


def test_a_run_without_a_change_starts_the_count_again() -> None:
    cells = [(1, 0.1, True), (2, 0.1, True), (4, 0.1, True), (5, 0.1, True)]
    assert not any(notes(SelfWrites(), *cells))
    assert notes(SelfWrites(), *cells, (6, 0.1, True))[-1]


def test_an_editor_that_saves_by_itself_is_suspected_once() -> None:
    saves = AutoSaves()
    assert [saves.note(now, 1.0) for now in (0.0, 5.0, 10.0, 15.0)] == [False, False, True, False]


def test_saves_far_apart_or_of_long_runs_are_the_users_own() -> None:
    saves = AutoSaves()
    assert not any(saves.note(now * 20.0, 1.0) for now in range(10))
    saves = AutoSaves()
    assert [saves.note(float(now), AUTO_SAVE_RUN_S + 1) for now in range(10)] == [False] * 10
