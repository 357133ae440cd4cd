"""One window for all scripts, unless the user wants several: a second start hands its script over.

What is handed over may hold secrets (`--password=...`), and who asks can have a script run:
so both ends make sure that the other one is a program of the same user before a word is
said. A request is a line of JSON of bounded size and has until a moment that it names; never
does a start wait longer for the other window. The two ends themselves are unix_ends.py and, on
Windows, qt_ends.py: QtNetwork costs 3 MB and a tenth of a second. GUI thread.
"""

from __future__ import annotations

import enum
import json
import time
from collections.abc import Callable
from dataclasses import asdict

from reloader_core import frozen
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.start import START

DEADLINE_S = 2.0
"""To connect, to hand over and to be answered, all together."""
MOST_BYTES = 64 * 1024
MOST_ANSWER_BYTES = 1024
TAKEN, BUSY = b"taken", b"busy"
PRIVATE_MODE = 0o600


@frozen
class Request:
    """What a second start asks for; paths are absolute."""

    script: str = ""
    args: tuple[str, ...] = ()
    run: bool = False
    activation: str = ""
    """By which the desktop lets the other window come to the front."""


class Outcome(enum.Enum):
    """What came of handing over."""

    TAKEN = "the open window shows it"
    NOBODY = "there is no open window"
    BUSY = "it has something else to do"
    SILENT = "it does not answer"
    STRANGER = "it is another user's"
    TOO_LONG = "the request has too many bytes"


Take = Callable[[Request], bool]
"""Show it; False: this window has something else to do."""


def why_a_window_opens(outcome: Outcome) -> Said | None:
    """Where that needs words."""
    match outcome:
        case Outcome.SILENT:
            return said(START.window_silent)
        case Outcome.STRANGER:
            return said(START.stranger)
        case Outcome.TOO_LONG:
            return said(START.arguments_too_long)
    return None


def line_of(request: Request, left_s: float) -> bytes | None:
    """As it is sent, good for so long; None: it is too long."""
    line = json.dumps({**asdict(request), "until": time.time() + left_s}).encode() + b"\n"
    return line if len(line) <= MOST_BYTES else None


def outcome_of(answer: bytes) -> Outcome:
    return Outcome.TAKEN if answer.strip() == TAKEN else Outcome.BUSY


def answered(line: bytes, take: Take) -> bytes:
    """What the window answers to this line, once it has shown what is asked for."""
    request = understood(line)
    return (TAKEN if request is not None and take(request) else BUSY) + b"\n"


def understood(line: bytes) -> Request | None:
    """None for anything that is not a request, or comes too late: whoever asked has opened a
    window of its own by then."""
    try:
        found = json.loads(line)
        script, args, run = found["script"], found["args"], found["run"]
        activation, until = found["activation"], float(found["until"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    if not (isinstance(script, str) and isinstance(args, list) and isinstance(run, bool)):
        return None
    texts = (script, activation, *args)
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        return None
    return Request(script, tuple(args), run, activation) if time.time() < until else None
