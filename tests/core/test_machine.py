"""The machine's table, row by row, against an independent statement of it."""

from __future__ import annotations

import pytest

from reloader_core.machine import TABLE, Action, Event, Phase, step
from reloader_core.model import State

# Phase by phase: event -> next phase / action. What is not named must change nothing.
EXPECTED = """
IDLE        RUN                 RUNNING     START
IDLE        CHANGED             IDLE_SAVED  NOTHING
IDLE        CHANGED_ALWAYS      RUNNING     START
IDLE        QUIT                CLOSED      CLOSE
IDLE_SAVED  RUN                 RUNNING     START
IDLE_SAVED  CHANGED_ALWAYS      RUNNING     START
IDLE_SAVED  QUIT                CLOSED      CLOSE
RUNNING     RUN                 RESTARTING  ASK
RUNNING     CHANGED             RESTARTING  ASK
RUNNING     CHANGED_ALWAYS      RESTARTING  ASK
RUNNING     STOP                STOPPING    ASK
RUNNING     QUIT                CLOSING     ASK
RUNNING     ENDED               WAITING     NOTHING
RUNNING     ENDED_FOR_GOOD      CLOSING     END_TREE
RUNNING     ENDED_WITH_3        RESTARTING  END_TREE
RUNNING     ENDED_WITH_3_AGAIN  WAITING     NOTHING
RUNNING     SPAWN_FAILED        WAITING     NOTHING
RUNNING     NESTED              NESTED      NOTHING
NESTED      RUN                 RESTARTING  ASK
NESTED      CHANGED_FOR_US      RESTARTING  ASK
NESTED      STOP                STOPPING    ASK
NESTED      QUIT                CLOSING     ASK
NESTED      ENDED               WAITING     NOTHING
NESTED      ENDED_FOR_GOOD      CLOSING     END_TREE
NESTED      ENDED_WITH_3        RESTARTING  END_TREE
NESTED      ENDED_WITH_3_AGAIN  WAITING     NOTHING
NESTED      SPAWN_FAILED        WAITING     NOTHING
RESTARTING  STOP                STOPPING    ASK
RESTARTING  QUIT                CLOSING     ASK
RESTARTING  ENDED               RESTARTING  END_TREE
RESTARTING  ENDED_FOR_GOOD      RESTARTING  END_TREE
RESTARTING  ENDED_WITH_3        RESTARTING  END_TREE
RESTARTING  ENDED_WITH_3_AGAIN  RESTARTING  END_TREE
RESTARTING  SPAWN_FAILED        WAITING     NOTHING
RESTARTING  TREE_GONE           RUNNING     START
RESTARTING  TREE_STUCK          RUNNING     START
RESTARTING  TREE_GONE_TOO_SOON  DELAYED     WAIT_DUE
DELAYED     RUN                 RUNNING     START
DELAYED     CHANGED             RUNNING     START
DELAYED     CHANGED_ALWAYS      RUNNING     START
DELAYED     DUE                 RUNNING     START
DELAYED     STOP                IDLE        NOTHING
DELAYED     QUIT                CLOSED      CLOSE
STOPPING    RUN                 RESTARTING  NOTHING
STOPPING    STOP                STOPPING    FORCE
STOPPING    QUIT                CLOSING     NOTHING
STOPPING    ENDED               STOPPING    END_TREE
STOPPING    ENDED_FOR_GOOD      STOPPING    END_TREE
STOPPING    ENDED_WITH_3        STOPPING    END_TREE
STOPPING    ENDED_WITH_3_AGAIN  STOPPING    END_TREE
STOPPING    SPAWN_FAILED        IDLE        NOTHING
STOPPING    TREE_GONE           IDLE        NOTHING
STOPPING    TREE_STUCK          IDLE        NOTHING
STOPPING    TREE_GONE_TOO_SOON  IDLE        NOTHING
WAITING     RUN                 RESTARTING  END_TREE
WAITING     CHANGED             RESTARTING  END_TREE
WAITING     CHANGED_ALWAYS      RESTARTING  END_TREE
WAITING     STOP                STOPPING    END_TREE
WAITING     QUIT                CLOSING     END_TREE
CLOSING     STOP                CLOSING     FORCE
CLOSING     QUIT                CLOSING     FORCE
CLOSING     ENDED               CLOSING     END_TREE
CLOSING     ENDED_FOR_GOOD      CLOSING     END_TREE
CLOSING     ENDED_WITH_3        CLOSING     END_TREE
CLOSING     ENDED_WITH_3_AGAIN  CLOSING     END_TREE
CLOSING     SPAWN_FAILED        CLOSED      CLOSE
CLOSING     TREE_GONE           CLOSED      CLOSE
CLOSING     TREE_STUCK          CLOSED      CLOSE
CLOSING     TREE_GONE_TOO_SOON  CLOSED      CLOSE
"""
ROWS = {
    (Phase[phase], Event[event]): (Phase[after], Action[action])
    for phase, event, after, action in map(str.split, EXPECTED.strip().splitlines())
}
RUNS_OR_WAITS = (
    *(Phase.RUNNING, Phase.NESTED, Phase.RESTARTING),
    *(Phase.STOPPING, Phase.WAITING),
)
CELLS = [(phase, event) for phase in Phase for event in Event]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell[0].name}-{cell[1].name}")
def test_cell(cell: tuple[Phase, Event]) -> None:
    phase, event = cell
    assert step(phase, event) == ROWS.get(cell, (phase, Action.NOTHING))


def test_every_cell_is_decided() -> None:
    assert set(TABLE) == set(CELLS)


def test_a_run_starts_only_from_phases_in_which_no_tree_is_left() -> None:
    """Or in which it is dead but for the kernel, which has not let go of it."""
    starts = {(phase, event) for (phase, event), (_, action) in TABLE.items()
              if action is Action.START}  # fmt: skip
    for phase, event in starts:
        nothing_runs = phase in (Phase.IDLE, Phase.IDLE_SAVED, Phase.DELAYED)
        assert nothing_runs or event in (Event.TREE_GONE, Event.TREE_STUCK)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.CLOSED])
def test_quit_leads_to_closed_from_everywhere(phase: Phase) -> None:
    seen = phase
    for event in (Event.QUIT, Event.ENDED, Event.TREE_GONE):
        seen, _action = step(seen, event)
    assert seen is Phase.CLOSED


@pytest.mark.parametrize("phase", RUNS_OR_WAITS)
def test_stop_leads_to_idle_from_everywhere(phase: Phase) -> None:
    seen = phase
    for event in (Event.STOP, Event.ENDED, Event.TREE_GONE):
        seen, _action = step(seen, event)
    assert seen is Phase.IDLE


def test_every_phase_shows_one_of_the_states() -> None:
    assert {phase.state for phase in Phase} == set(State)
