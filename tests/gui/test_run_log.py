"""What a run has come to, from the engine's messages alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reloader_core import (
    Drained,
    Exit,
    Interpreter,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    Origin,
    Reason,
    ReasonKind,
    ScriptError,
    Source,
    SpawnTrouble,
    State,
    Status,
)
from reloader_gui.run.run_log import Outcome, RunLog

HERE = Path("/home/me")
GAME = HERE / "game.py"
CRASH = ScriptError("NameError", "name 'x' is not defined", GAME, 3)
CLOSED = ScriptError("turtle.Terminator", "")
TURTLE = '  File "/usr/lib/turtle.py", line 3, in _goto\nturtle.Terminator\n'
TRACEBACK = f'Traceback (most recent call last):\n  File "{GAME}", line 3\n    x\nKeyError: 1\n'
PYTHON = Interpreter(Path("/usr/bin/python3"), "3.12.1", Origin(Source.INSTALLED))


class Printed:
    """Of the newest run."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def has_printed(self) -> bool:
        return bool(self.text)

    def tail(self) -> str:
        return self.text


def running(run: int) -> Status:
    return Status(1.0, State.RUNNING, Reason(ReasonKind.ASKED), run, started=0.5)


def ended(state: State, ended: Exit, run: int = 1) -> Status:
    return Status(2.0, state, Reason(ReasonKind.ENDED), run, exit=ended)


def log_of(*messages: Message, printed: str = "") -> RunLog:
    log = RunLog(Printed(printed), lambda file: file.is_relative_to(HERE))
    for message in messages:
        log.note(message, PYTHON)
    return log


WAITS, ASKED, SAVED = State.WAITING, State.IDLE, State.RESTARTING
HISTORIES = [
    ("it runs", [], "", Outcome.NONE, None),
    ("ends well", [ended(WAITS, Exit(0))], "", Outcome.NO_FAILURE, None),
    ("crashes", [ended(WAITS, Exit(1, CRASH))], "", Outcome.FAILED, "name 'x' is not defined"),
    ("has a code of its own", [ended(WAITS, Exit(7))], "", Outcome.OPEN, None),
    ("that is all", [ended(WAITS, Exit(7)), Drained(1)], "bye\n", Outcome.NO_FAILURE, None),
    ("its output tells", [ended(WAITS, Exit(1)), Drained(1)], TRACEBACK, Outcome.FAILED, "1"),
    ("the output comes first", [Drained(1), ended(WAITS, Exit(1))], TRACEBACK, Outcome.FAILED, "1"),
    (
        "its output says more",
        [ended(WAITS, Exit(1, CRASH)), Drained(1)],
        "NameError: name 'x' is not defined. Did you mean: 'y'?\n",
        Outcome.FAILED,
        "name 'x' is not defined. Did you mean: 'y'?",
    ),
    ("its window", [ended(WAITS, Exit(1, CLOSED)), Drained(1)], TURTLE, Outcome.WINDOW_CLOSED, ""),
    ("no window", [ended(WAITS, Exit(1, CLOSED)), Drained(1)], "", Outcome.FAILED, ""),
    ("is stopped", [ended(ASKED, Exit(1, CRASH))], "", Outcome.NO_FAILURE, None),
    ("is restarted", [ended(SAVED, Exit(1, CRASH))], "", Outcome.NONE, None),
    ("an old run's end", [ended(WAITS, Exit(1, CRASH), run=0)], "", Outcome.NONE, None),
    ("an old run's output", [ended(WAITS, Exit(7)), Drained(0)], TRACEBACK, Outcome.OPEN, None),
]


@pytest.mark.parametrize(
    ("messages", "printed", "outcome", "message"),
    [each[1:] for each in HISTORIES],
    ids=[each[0] for each in HISTORIES],
)
def test_a_run_comes_to_what_its_messages_and_its_output_say(
    messages: list[Message], printed: str, outcome: Outcome, message: str | None
) -> None:
    record = log_of(running(1), *messages, printed=printed).last
    assert record.outcome is outcome
    assert (record.error.message if record.error is not None else None) == message


def test_a_record_says_when_why_and_with_which_python() -> None:
    record = log_of(running(3)).last
    assert (record.number, record.started, record.python) == (3, 0.5, PYTHON)
    assert (record.reason.kind, record.exit, record.printed) == (ReasonKind.ASKED, None, None)


@pytest.mark.parametrize("text", ["", "hello"])
def test_whether_it_printed_is_known_when_all_has_come(text: str) -> None:
    assert log_of(running(1), Drained(1), printed=text).last.printed is bool(text)


def test_the_next_run_starts_with_a_clean_record() -> None:
    mistake = ScriptError("SyntaxError", "invalid syntax", GAME, 12)
    notice = Notice(NoticeKind.SPAWN_FAILED, (SpawnTrouble.FOLDER, "it is gone"))
    log = log_of(running(1), NotRestarted(mistake), ended(WAITS, Exit(1, CRASH)), notice)
    assert (log.refused, log.not_started) == (mistake, notice)
    record = log.note(running(2))
    assert (record.number, record.error, record.outcome) == (2, None, Outcome.NONE)
    assert (log.refused, log.not_started) == (None, None)
