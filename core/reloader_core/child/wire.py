"""The words that supervisor and agent exchange over the control pipe, and their framing.

A message is a list of strings: four bytes of length (little-endian), then the
strings as UTF-8 (surrogateescape) joined by NUL, which no path can contain. The
agent keeps its own twelve-line copy: it may import nothing of ours.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

MAX_FRAME_BYTES = 16 * 1024 * 1024


def lists(*words: Iterable[str]) -> tuple[str, ...]:
    """As the fields of a message: each told by how many there are."""
    return tuple(field for each in map(tuple, words) for field in (str(len(each)), *each))


class Request(enum.Enum):
    """What the supervisor tells the agent."""

    PRELOAD = "preload"
    """While parked: import modules. Fields: seven lists, see lists(). The folders whose files come
    before the standard library; the script's path, if it has one; the user's files that the last
    run has loaded, each with mtime, size and inode; the modules' names; 'all' or 'tested' packages,
    nothing, if of packages only the first names are to be reported; where the user's modules import
    packages: each time the name, how many of those files had been loaded (-1: the present run has
    not come there), how many lines follow, and these, path and number; files whose bytecode is to
    be read."""
    CHECK = "check"
    """While parked: does this source parse? Fields: the number to answer with, its path."""
    WINDOWS = "windows"
    """While parked: how windows that the script opens come up. Fields: 'front' (the user asked
    for this run) or 'quiet', then the place that an agent reported at the end of the last run."""
    DATA = "data"
    """While parked: report also the files that the script's own code opens for reading. Fields:
    'anywhere' or 'below', then the folders that the user's data lie in or below."""
    GO = "go"
    """Leave the parked state. Further fields: sources whose cached bytecode is stale."""
    ASK = "ask"
    """End as Ctrl+C in a terminal ends: see agent/ending.py."""
    ASK_AGAIN = "again"
    """The script's own handler a second time; else as EXIT."""
    EXIT = "exit"
    """Raise SystemExit in the main thread."""
    INTERRUPTED = "interrupted"
    """A real SIGINT follows, as ASK was not heard. Rings no bell."""
    LOOK = "look"
    """What has become of a KeyboardInterrupt? Answered as ASK is."""
    WHERE = "where"
    """In which line of the user's is the main thread? Answered at the next bytecode; on Windows by
    the agent's thread."""
    OTHERS = "others"
    """Windows: what the script has started in its console gets Ctrl+C. Rings no bell."""
    FINISH = "finish"
    """In the main thread: exit functions, flush, _exit."""
    END = "end"
    """Second step for a main thread that cannot answer: exit functions, flush, _exit."""


class Doing(enum.Enum):
    """What the agent answers to a request: what the main thread does now."""

    ENDING = "ending"
    """It has left the script, and ends by itself."""
    INTERRUPTED = "interrupted"
    """KeyboardInterrupt was raised in it just now."""
    EXITING = "exiting"
    """SystemExit was raised in it just now."""
    SIGNALLED = "signalled"
    """The script's own handler for a signal is to end it."""
    WAITING = "waiting"
    """It has not been told yet, but the agent: it is in C code, where it may wait for the end of
    a process (Windows)."""
    CANCELLED = "cancelled"
    """asyncio's own handler is to cancel the main task; of a look: that has not ended yet."""
    CLEANING = "cleaning"
    """It handles the KeyboardInterrupt: it is in `except` or `finally`."""
    JOINING = "joining"
    """The same, but it only waits for all the jobs of an executor."""
    UNMOVED = "unmoved"
    """It is where it was when it was asked, as if nothing had happened."""
    ELSEWHERE = "elsewhere"
    """It has left what it was in, and goes on."""


def encode(*fields: str) -> bytes:
    """One framed message."""
    payload = b"\0".join(field.encode("utf-8", "surrogateescape") for field in fields)
    return len(payload).to_bytes(4, "little") + payload


class Decoder:
    """Cuts a byte stream into messages, however it was split."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[list[str]]:
        """Yield the messages that `data` completes. Raises ValueError on a mad
        length: the other side does not speak this protocol."""
        self._buffer += data
        while len(self._buffer) >= 4:
            size = int.from_bytes(self._buffer[:4], "little")
            if size > MAX_FRAME_BYTES:
                raise ValueError(f"a message of {size} bytes")
            if len(self._buffer) < 4 + size:
                return
            payload = bytes(self._buffer[4 : 4 + size])
            del self._buffer[: 4 + size]
            yield payload.decode("utf-8", "surrogateescape").split("\0")
