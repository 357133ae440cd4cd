"""The state machine: (phase, event) -> (phase, action). One table, every cell decided.

Pure: no clock, no process, no thread. The supervisor turns what happens into events,
looks the cell up and carries out its action. Imports model alone.
"""

from __future__ import annotations

import enum

from reloader_core.model import State


class Phase(enum.Enum):
    """Where the supervisor is. Finer than the State that is published."""

    IDLE = State.IDLE, "nothing runs; Run starts"
    IDLE_SAVED = State.IDLE, "as IDLE; a save that started nothing has been published"
    RUNNING = State.RUNNING, "the script runs"
    NESTED = State.RUNNING, "the script runs, and has a reloader of its own that acts on saves"
    RESTARTING = State.RESTARTING, "the old run and its tree are on their way out"
    DELAYED = State.RESTARTING, "an exit-3 loop is slowed down; nothing runs"
    STOPPING = State.STOPPING, "asked to stop; the tree is on its way out"
    WAITING = State.WAITING, "the script ended by itself; its tree may live on"
    CLOSING = State.STOPPING, "as STOPPING, and the supervisor ends afterwards"
    CLOSED = State.CLOSED, "over"

    def __init__(self, state: State, meaning: str) -> None:
        self.state = state
        self.meaning = meaning


class Event(enum.Enum):
    RUN = "the user pressed Run, or Run again"
    STOP = "the user pressed Stop"
    CHANGED = "a watched file was saved, and saves restart"
    CHANGED_ALWAYS = "a watched file was saved, and saves start what was stopped, too"
    NESTED = "the script's own reloader has begun to work"
    CHANGED_FOR_US = "a watched file was saved, which the script's own reloader does nothing about"
    ENDED = "the child ended with its own result"
    ENDED_FOR_GOOD = "the child ended with its own result, which is the supervisor's end as well"
    ENDED_WITH_3 = "the child asks to be started again"
    ENDED_WITH_3_AGAIN = "the child asked to be started again, too often in a row"
    SPAWN_FAILED = "nothing could be started"
    TREE_GONE = "nothing of the old run is left"
    TREE_STUCK = "what is left does not end even when killed; nobody waits for it"
    TREE_GONE_TOO_SOON = "nothing of the old run is left; the next one has to wait (exit-3 loop)"
    DUE = "the next run of an exit-3 loop has waited long enough"
    QUIT = "the supervisor is to end"


class Action(enum.Enum):
    NOTHING = "nothing"
    START = "start the next run"
    ASK = "ask the script to end as Ctrl+C would"
    FORCE = "kill the tree now"
    END_TREE = "end what the script left behind"
    WAIT_DUE = "set the timer"
    CLOSE = "release everything"


Cell = tuple[Phase, Action]

_P, _E, _A = Phase, Event, Action
_CHANGES = (_E.CHANGED, _E.CHANGED_ALWAYS)
_CHILD_ENDS = (_E.ENDED, _E.ENDED_FOR_GOOD, _E.ENDED_WITH_3, _E.ENDED_WITH_3_AGAIN)
_TREE_ENDS = (_E.TREE_GONE, _E.TREE_STUCK, _E.TREE_GONE_TOO_SOON)
_WHILE_IT_RUNS: dict[Event | tuple[Event, ...], Cell] = {
    _E.RUN: (_P.RESTARTING, _A.ASK),
    _E.STOP: (_P.STOPPING, _A.ASK),
    _E.ENDED: (_P.WAITING, _A.NOTHING),
    _E.ENDED_FOR_GOOD: (_P.CLOSING, _A.END_TREE),
    _E.ENDED_WITH_3: (_P.RESTARTING, _A.END_TREE),
    _E.ENDED_WITH_3_AGAIN: (_P.WAITING, _A.NOTHING),
    _E.SPAWN_FAILED: (_P.WAITING, _A.NOTHING),
    _E.QUIT: (_P.CLOSING, _A.ASK),
}
"""The cells that RUNNING and NESTED share."""


def _row(
    phase: Phase, cells: dict[Event | tuple[Event, ...], Cell]
) -> dict[tuple[Phase, Event], Cell]:
    """One phase's cells; an event that is not named changes nothing."""
    row = {(phase, event): (phase, Action.NOTHING) for event in Event}
    for events, cell in cells.items():
        for event in events if isinstance(events, tuple) else (events,):
            row[phase, event] = cell
    return row


TABLE: dict[tuple[Phase, Event], Cell] = {
    **_row(
        _P.IDLE,
        {
            (_E.RUN, _E.CHANGED_ALWAYS): (_P.RUNNING, _A.START),
            _E.CHANGED: (_P.IDLE_SAVED, _A.NOTHING),
            _E.QUIT: (_P.CLOSED, _A.CLOSE),
        },
    ),
    **_row(
        _P.IDLE_SAVED,
        {
            (_E.RUN, _E.CHANGED_ALWAYS): (_P.RUNNING, _A.START),
            _E.QUIT: (_P.CLOSED, _A.CLOSE),
        },
    ),
    **_row(
        _P.RUNNING,
        {
            **_WHILE_IT_RUNS,
            _CHANGES: (_P.RESTARTING, _A.ASK),
            _E.NESTED: (_P.NESTED, _A.NOTHING),
        },
    ),
    **_row(
        _P.NESTED,
        {
            **_WHILE_IT_RUNS,
            _E.CHANGED_FOR_US: (_P.RESTARTING, _A.ASK),
        },
    ),
    **_row(
        _P.RESTARTING,
        {
            _E.STOP: (_P.STOPPING, _A.ASK),
            _CHILD_ENDS: (_P.RESTARTING, _A.END_TREE),
            _E.SPAWN_FAILED: (_P.WAITING, _A.NOTHING),
            (_E.TREE_GONE, _E.TREE_STUCK): (_P.RUNNING, _A.START),
            _E.TREE_GONE_TOO_SOON: (_P.DELAYED, _A.WAIT_DUE),
            _E.QUIT: (_P.CLOSING, _A.ASK),
        },
    ),
    **_row(
        _P.DELAYED,
        {
            (_E.RUN, *_CHANGES, _E.DUE): (_P.RUNNING, _A.START),
            _E.STOP: (_P.IDLE, _A.NOTHING),
            _E.QUIT: (_P.CLOSED, _A.CLOSE),
        },
    ),
    **_row(
        _P.STOPPING,
        {
            _E.RUN: (_P.RESTARTING, _A.NOTHING),
            _E.STOP: (_P.STOPPING, _A.FORCE),
            _CHILD_ENDS: (_P.STOPPING, _A.END_TREE),
            _E.SPAWN_FAILED: (_P.IDLE, _A.NOTHING),
            _TREE_ENDS: (_P.IDLE, _A.NOTHING),
            _E.QUIT: (_P.CLOSING, _A.NOTHING),
        },
    ),
    **_row(
        _P.WAITING,
        {
            (_E.RUN, *_CHANGES): (_P.RESTARTING, _A.END_TREE),
            _E.STOP: (_P.STOPPING, _A.END_TREE),
            _E.QUIT: (_P.CLOSING, _A.END_TREE),
        },
    ),
    **_row(
        _P.CLOSING,
        {
            (_E.STOP, _E.QUIT): (_P.CLOSING, _A.FORCE),
            _CHILD_ENDS: (_P.CLOSING, _A.END_TREE),
            _E.SPAWN_FAILED: (_P.CLOSED, _A.CLOSE),
            _TREE_ENDS: (_P.CLOSED, _A.CLOSE),
        },
    ),
    **_row(_P.CLOSED, {}),
}


def step(phase: Phase, event: Event) -> Cell:
    """What `event` means in `phase`."""
    return TABLE[phase, event]
