"""What is said between two programs of one user: one line there, one line back, within a deadline.

Lines are bytes without a newline, of bounded length.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

DEADLINE_S = 2.0
"""For one exchange, all together."""
MOST_QUESTION_BYTES = 4096
MOST_ANSWER_BYTES = 8 * 1024 * 1024

Answer = Callable[[bytes], bytes]


class Nobody(Exception):
    """Nobody listens there any more, or whoever does is not of our user, or does not answer."""


def read_line(read: Callable[[], bytes], most_bytes: int) -> bytes:
    """`read()` returns what has come, b"" at the end. Raises Nobody, and what that raises."""
    pieces: list[bytes] = []
    size = 0
    while not pieces or not pieces[-1].endswith(b"\n"):
        piece = read()
        size += len(piece)
        if not piece or size > most_bytes:
            raise Nobody("no whole line came")
        pieces.append(piece)
    return b"".join(pieces)[:-1]


class Listener(Protocol):
    """The end that is asked. Made where nobody else may listen; raises OSError."""

    def serve(self, answer: Answer) -> None:
        """Wait for one connection and answer it. Raises OSError when nothing more can come."""

    def close(self) -> None:
        """By the thread that serves."""
