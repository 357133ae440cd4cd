"""What the user typed into the last run, to be sent again when they ask for it.

Never sends by itself: repeat() begins, and then a line goes out each time the script
waits in input(). A script that reads in another way does not tell that it waits; it gets
the next line after a pause. A password is not remembered: where one was asked for, the
repeating waits until the user has typed it. GUI thread.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 300


class Answers(QObject):
    """Of one script. Told of each run, each line that was sent, each wait for input."""

    send = Signal(str)
    offered = Signal(bool)
    """Whether there is something to repeat, and it is time to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: list[str | None] = []
        """None stands for a password."""
        self._now: list[str | None] = []
        self._to_send: deque[str | None] = deque()
        self._waits = False
        self._is_offered = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._send_next)

    def begin_run(self) -> None:
        """A run without answers leaves those of the run before to be repeated."""
        self._last, self._now = self._now if _has_text(self._now) else self._last, []
        self._halt()
        self.set_waits(False)

    def set_waits(self, waits: bool) -> None:
        """The script seems to wait for a line."""
        self._waits = waits
        self._offer()

    def asked(self) -> None:
        """It waits in input(), for certain: the next line goes there."""
        if self._to_send:
            self._send_next()

    def note(self, text: str) -> None:
        """The user has sent a line. What was being repeated ends there."""
        self._halt()
        self._now.append(text)
        self._offer()

    def note_secret(self) -> None:
        """The user has typed a password; what was being repeated goes on after it."""
        self._now.append(None)
        if self._to_send and self._to_send[0] is None:
            self._to_send.popleft()
            self._go_on()
        else:
            self._halt()
        self._offer()

    def repeat(self) -> None:
        self._to_send = deque(self._last[len(self._now) :])
        self._send_next()

    def _send_next(self) -> None:
        self._pause.stop()
        if self._to_send and (text := self._to_send[0]) is not None:
            self._to_send.popleft()
            self._now.append(text)
            self.send.emit(text)
        self._go_on()
        self._offer()

    def _go_on(self) -> None:
        if self._to_send and self._to_send[0] is not None:
            self._pause.start()

    def _halt(self) -> None:
        self._to_send.clear()
        self._pause.stop()

    def _offer(self) -> None:
        """Passwords may have been typed before it; nothing else."""
        is_left = _has_text(self._last[len(self._now) :])
        offers = self._waits and is_left and not _has_text(self._now)
        if offers != self._is_offered:
            self._is_offered = offers
            self.offered.emit(offers)


def _has_text(answers: list[str | None]) -> bool:
    return any(text is not None for text in answers)
