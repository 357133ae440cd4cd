"""A run's life, told as histories, and what holds in every one of them."""

from __future__ import annotations

import pytest

from reloader_core.life import TABLE, Happening, Life, after

BEGINNINGS = (Life.ORDERED, Life.ORDERED_BLIND, Life.STANDBY_STARTING)

HISTORIES = """
cold                    ORDERED           SPAWNED HELLO GO ARMED EXITED           ENDED
the agent speaks first  ORDERED           HELLO SPAWNED GO ARMED                  ARMED
ends before its script  ORDERED           SPAWNED HELLO GO EXITED                 ENDED_UNBEGUN
lets no agent in        ORDERED           SPAWNED NO_HELLO                        AGENTLESS
slow to start, no agent ORDERED           NO_HELLO SPAWNED                        AGENTLESS
slow once               ORDERED           SPAWNED NO_HELLO HELLO GO ARMED         ARMED
known to let none in    ORDERED_BLIND     SPAWNED EXITED                          ENDED_UNBEGUN
lets it in after all    ORDERED_BLIND     SPAWNED HELLO GO ARMED                  ARMED
a standby               STANDBY_STARTING  HELLO GO ARMED EXITED                   ENDED
told of late            STANDBY_STARTING  SPAWNED HELLO GO ARMED                  ARMED
frozen                  STANDBY_STARTING  HELLO GO NOT_GONE                       GIVEN_UP
begins too late         STANDBY_STARTING  HELLO GO NOT_GONE ARMED EXITED          ENDED_UNBEGUN
silent                  STANDBY_STARTING  NOT_GONE HELLO GO                       GIVEN_UP
nothing after the end   ORDERED           SPAWNED EXITED HELLO GO ARMED           ENDED_UNBEGUN
no going back           ORDERED           SPAWNED HELLO GO ARMED NO_HELLO HELLO   ARMED
""".strip().splitlines()


@pytest.mark.parametrize("history", HISTORIES, ids=lambda line: line[:24].strip())
def test_histories(history: str) -> None:
    beginning, *happenings, end = history[24:].split()
    life = Life[beginning]
    for name in happenings:
        life = after(life, Happening[name])
    assert life is Life[end]


def paths() -> list[tuple[Life, ...]]:
    """All ways through the table (it has no circle, or this does not end)."""
    found: list[tuple[Life, ...]] = [(life,) for life in BEGINNINGS]
    for path in found:
        steps = {after(path[-1], happening) for happening in Happening} - {path[-1]}
        found += [(*path, life) for life in sorted(steps, key=lambda life: life.name)]
    return found


def test_every_state_is_reached_and_none_is_without_an_end() -> None:
    assert {life for path in paths() for life in path} == set(Life)
    for life in Life:
        assert after(life, Happening.EXITED).is_alive is False
    assert not {life for life, _ in TABLE if not life.is_alive}


@pytest.mark.parametrize("quality", ["is_announced", "has_begun"])
def test_what_was_told_stays_told(quality: str) -> None:
    """A run is announced once, and a script that has begun has begun."""
    for path in paths():
        told = [getattr(life, quality) for life in path]
        assert told == sorted(told), path


def test_a_script_that_has_begun_is_asked_and_never_replaced() -> None:
    for life in Life:
        assert not (life.has_begun and (life.is_unbegun or life.must_go or life.awaits_hello))
        assert not (life.must_go and life.is_announced)
