"""The terminal that a job was started in, and how it is given back as it was found.

Used by the guardian, when whom it works for was killed, and by the tool itself after each
run. A script that is killed while it draws on the whole screen (curses), or reads single keys,
leaves the terminal in a state in which a shell cannot be used.
"""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
from typing import Any

from . import processes

try:
    import fcntl as _fcntl
    import termios as _termios
except ImportError:  # Windows
    _fcntl = _termios = None  # type: ignore[assignment, unused-ignore]

fcntl: Any = _fcntl
termios: Any = _termios

FRONT_S = 0.1
"""From one note() to the next, as long as there is something to be noted."""
_LOCAL = 3
_WHOLE_LINES = termios.ICANON if termios else 0
_AS_SHELLS_LEAVE_IT = _WHOLE_LINES | termios.ECHO if termios else 0
LEAVE = (
    b"\x1b[?1049l"  # the other screen
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l"  # the mouse
    b"\x1b[?2004l\x1b[?1l\x1b>"  # pasted text in brackets, the other cursor keys
    b"\x1b[?25h\x1b[0m\r\n"  # a cursor, no colours
)
"""Only for a terminal whose settings were changed: else the screen belongs to somebody else."""


class Terminal:
    """The controlling terminal. Raises OSError if there is none."""

    def __init__(self, group: int) -> None:
        """`group`: the process group of the job, which has the terminal while it is in front."""
        self.group = group
        self.file = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        self.found: list[Any] | None = None
        """None: the job has not been in front yet (a shell may read single keys at its prompt), or
        another of its programs has it (`reloader a.py | less`)."""
        self._closed = False
        self._starters = processes.ancestors()
        try:
            settings = self._settings()
            if settings[_LOCAL] & _WHOLE_LINES and os.tcgetpgrp(self.file) == self.group:
                self.found = settings
        except OSError:
            os.close(self.file)
            raise

    def note(self) -> None:
        """As it is found, if the job is in front and was not before. Nobody tells a job that runs
        behind that it comes to the front, so this is called now and then: single keys are the
        script's by then."""
        if not self.waits_for_front:
            return
        try:
            if os.tcgetpgrp(self.file) == self.group:
                settings = self._settings()
                if settings[_LOCAL] & _AS_SHELLS_LEAVE_IT == _AS_SHELLS_LEAVE_IT:
                    self.found = settings
        except OSError:
            self._closed = True

    @property
    def waits_for_front(self) -> bool:
        return self.found is None and not self._closed

    def is_changed(self) -> bool:
        """Has somebody taken it for more than lines of text? Not the shell at its prompt."""
        try:
            return not self._is_shells() and self._is_other()
        except OSError:  # it was closed
            return False

    def give_back(self) -> None:
        """As it was found, if it is ours to touch: the one in front is the job, or has ended."""
        with contextlib.suppress(OSError):
            front = os.tcgetpgrp(self.file)
            if front != self.group and not _exists(front):
                os.tcsetpgrp(self.file, self.group)
                front = self.group
            if front == self.group:
                self._reset()

    def drop_unfinished_line(self) -> None:
        """Of what was typed. A whole line may be an answer that was given ahead: it stays, with
        all that follows it."""
        with contextlib.suppress(OSError, termios.error):
            if os.tcgetpgrp(self.file) == self.group and not self.is_changed():
                whole = fcntl.ioctl(self.file, termios.FIONREAD, b"\0" * 4)
                if not any(whole):
                    termios.tcflush(self.file, termios.TCIFLUSH)

    def is_gone(self) -> bool:
        """Its session has ended, or it hung up."""
        try:
            os.tcgetpgrp(self.file)
        except OSError:
            return True
        return False

    def look(self) -> list[Any] | None:
        """What a job that has been killed has left: None, nothing to mend."""
        with contextlib.suppress(OSError):
            if os.tcgetpgrp(self.file) == self.group and self.is_changed():
                return self._settings()
        return None

    def mend(self, left: list[Any] | None) -> None:
        """After the job has ended. A shell that has put it right itself is left alone."""
        with contextlib.suppress(OSError):
            if left is not None and self._settings() == left:
                self._reset()

    def _is_shells(self) -> bool:
        """Whose session it is; the job is behind."""
        leader = os.getsid(0)
        return bool(leader != self.group and os.tcgetpgrp(self.file) == leader)

    def _is_other(self) -> bool:
        settings = self._settings()
        if self.found is None:
            return not settings[_LOCAL] & _WHOLE_LINES
        return bool(settings != self.found)

    def _is_others(self) -> bool:
        """Does another program of the job, which the shell has started with us, read keys?"""
        return not self._settings()[_LOCAL] & _WHOLE_LINES and any(
            group == self.group and parent in self._starters and pid not in self._starters
            for pid, (parent, group, _started) in processes.process_table().items()
            if pid != os.getpid()
        )

    def _settings(self) -> list[Any]:
        try:
            return list(termios.tcgetattr(self.file))
        except termios.error as error:
            raise OSError(*error.args) from error

    def _reset(self) -> None:
        if self.found is not None and self._is_other() and not self._is_others():
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.file, termios.TCSANOW, self.found)
            os.write(self.file, LEAVE)


def _exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except OSError:  # not one that we may signal
        return True
    return True
