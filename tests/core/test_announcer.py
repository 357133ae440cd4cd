"""What is said, in which order, while the lines of a save are still being compared."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from reloader_core.announcer import LINES_S, Announcer
from reloader_core.model import InputWanted, Message, Reason, ReasonKind, State, Status

FILE = Path("/a/main.py")
ASKED = InputWanted(2, True)
STATUS = Status(
    t=10.0,
    state=State.RUNNING,
    reason=Reason(ReasonKind.CHANGED, (FILE,)),
    run=2,
    pid=1,
    exit=None,
    left=0,
    started=10.0,
)
NAMED = dataclasses.replace(STATUS, reason=STATUS.reason.with_lines({FILE: ((3, 4),)}))


def test_what_is_said_of_a_run_comes_after_what_announces_it() -> None:
    """A script may ask for input at once; a window begins anew with each run."""
    said: list[Message | str] = []
    announcer = Announcer(said.append)
    announcer.expect_lines()
    announcer.publish(STATUS, lambda: said.append("output"))
    announcer.say(ASKED)
    assert said == [] and announcer.deadline == STATUS.t + LINES_S
    announcer.compared({FILE: ((3, 4),)}, of_held=True)
    assert said == [NAMED, "output", ASKED] and announcer.deadline is None
    announcer.say(ASKED)
    assert said[3:] == [ASKED]


def test_nothing_waits_where_no_lines_are_to_come() -> None:
    said: list[Message] = []
    announcer = Announcer(said.append)
    announcer.publish(STATUS, lambda: None)
    announcer.say(ASKED)
    assert said == [STATUS, ASKED]


def test_lines_that_do_not_come_are_not_waited_for() -> None:
    said: list[Message] = []
    announcer = Announcer(said.append)
    announcer.expect_lines()
    announcer.publish(STATUS, lambda: None)
    announcer.say(ASKED)
    announcer.tick(STATUS.t)
    assert said == []
    announcer.tick(STATUS.t + LINES_S)
    assert said == [STATUS, ASKED]
    announcer.publish(NAMED, lambda: None)
    announcer.publish(STATUS, lambda: None)
    assert said[2:] == [NAMED], "one is held at a time"
