"""A run's life: (state, happening) -> state. One table, beside the machine's.

Pure. The machine knows what the user sees and decides what comes next; this is where one
child of it is on its way from its order to its end. What a state permits is asked of it.
"""

from __future__ import annotations

import enum


class Life(enum.Enum):
    """Where a run is. An interpreter that lets no agent in is started *blind*."""

    ORDERED = "the host was asked to start it"
    ORDERED_BLIND = "the host was asked to start it, and no agent is expected in it"
    SPAWNED = "its process runs, and its agent has not spoken so far"
    AGENTLESS = "its process runs, and no agent speaks in it: a plainly supervised child"
    PARKED = "its agent waits for the word to go"
    GOING = "it was told to go, and its script has not begun"
    STANDBY_STARTING = "a standby was taken for it whose agent has not spoken so far"
    STANDBY_PARKED = "a standby was taken for it, whose agent waits for the word to go"
    STANDBY_GOING = "its standby was told to go, and its script has not begun"
    GIVEN_UP = "its standby did not go in time and is being killed, for a cold start to follow"
    ARMED = "its script has begun"
    ENDED = "its script had begun, and its child has ended"
    ENDED_UNBEGUN = "its child has ended, and nobody has seen its script begin"

    @property
    def is_alive(self) -> bool:
        return self not in (Life.ENDED, Life.ENDED_UNBEGUN)

    @property
    def is_announced(self) -> bool:
        """Has its Status been published, and is its output being read?"""
        return self not in _ORDERED | _OF_STANDBY

    @property
    def awaits_hello(self) -> bool:
        """Its agent has not spoken, and was not given up on: it has not read any file."""
        return self in (Life.ORDERED, Life.SPAWNED, Life.STANDBY_STARTING)

    @property
    def must_go(self) -> bool:
        """A standby that is of use only if it begins the script soon."""
        return self in _OF_STANDBY - {Life.GIVEN_UP}

    @property
    def is_unbegun(self) -> bool:
        """Has the script certainly not begun? Then there is nobody in it to be asked to end."""
        return self in _OF_STANDBY | {Life.PARKED, Life.GOING}

    @property
    def is_going(self) -> bool:
        """That its script has begun may be on its way to us."""
        return self in (Life.GOING, Life.STANDBY_GOING)

    @property
    def is_blind(self) -> bool:
        return self in (Life.ORDERED_BLIND, Life.AGENTLESS)

    @property
    def has_begun(self) -> bool:
        """Has its script been seen to begin? It may have ended since."""
        return self in (Life.ARMED, Life.ENDED)


_ORDERED = {Life.ORDERED, Life.ORDERED_BLIND}
_OF_STANDBY = {
    Life.STANDBY_STARTING,
    Life.STANDBY_PARKED,
    Life.STANDBY_GOING,
    Life.GIVEN_UP,
}


class Happening(enum.Enum):
    """What moves a run on."""

    SPAWNED = "its process was started"
    HELLO = "its agent has spoken"
    NO_HELLO = "its agent has not spoken within the time"
    GO = "it is told to go"
    NOT_GONE = "it has not begun its script within the time"
    ARMED = "its script begins"
    EXITED = "its child has ended"


_L, _H = Life, Happening
TABLE: dict[tuple[Life, Happening], Life] = {
    (_L.ORDERED, _H.SPAWNED): _L.SPAWNED,
    (_L.ORDERED, _H.HELLO): _L.PARKED,  # two channels: the agent's word may come first
    (_L.ORDERED, _H.NO_HELLO): _L.ORDERED_BLIND,
    (_L.ORDERED, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.ORDERED_BLIND, _H.SPAWNED): _L.AGENTLESS,
    (_L.ORDERED_BLIND, _H.HELLO): _L.PARKED,
    (_L.ORDERED_BLIND, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.SPAWNED, _H.HELLO): _L.PARKED,
    (_L.SPAWNED, _H.NO_HELLO): _L.AGENTLESS,
    (_L.SPAWNED, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.AGENTLESS, _H.HELLO): _L.PARKED,  # slow once, and as good as any from then on
    (_L.AGENTLESS, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.PARKED, _H.GO): _L.GOING,
    (_L.PARKED, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.GOING, _H.ARMED): _L.ARMED,
    (_L.GOING, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.STANDBY_STARTING, _H.HELLO): _L.STANDBY_PARKED,
    (_L.STANDBY_STARTING, _H.NOT_GONE): _L.GIVEN_UP,
    (_L.STANDBY_STARTING, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.STANDBY_PARKED, _H.GO): _L.STANDBY_GOING,
    (_L.STANDBY_PARKED, _H.NOT_GONE): _L.GIVEN_UP,
    (_L.STANDBY_PARKED, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.STANDBY_GOING, _H.ARMED): _L.ARMED,
    (_L.STANDBY_GOING, _H.NOT_GONE): _L.GIVEN_UP,
    (_L.STANDBY_GOING, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.GIVEN_UP, _H.EXITED): _L.ENDED_UNBEGUN,
    (_L.ARMED, _H.EXITED): _L.ENDED,
}
"""What is not in it changes nothing: it comes late, or was said before."""


def after(life: Life, happening: Happening) -> Life:
    return TABLE.get((life, happening), life)
