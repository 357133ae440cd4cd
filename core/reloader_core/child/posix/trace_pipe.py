"""POSIX: where a run's main thread writes its stack, also from C code, by faulthandler.

Nobody asks for that but a user who wants to know where a silent script is. The pipe never blocks
who writes: what does not fit is lost.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import os
import re
from collections.abc import Callable

from reloader_core.child import contract, facts

READ_BYTES = 1 << 16
_FRAME = re.compile(rb'  File "(.*)", line (\d+) in .*')


class TracePipe:
    """That of one run."""

    def __init__(self) -> None:
        self._reading, self.writing = os.pipe()
        for fd in (self._reading, self.writing):
            os.set_blocking(fd, False)

    def fileno(self) -> int:
        return self._reading

    def close_writing(self) -> None:
        """The child has its own."""
        if self.writing >= 0:
            os.close(self.writing)
            self.writing = -1

    def close(self) -> None:
        """A second time nothing is done."""
        if self._reading >= 0:
            os.close(self._reading)
            self._reading = -1


class TraceReader:
    """Called when the pipe of one run can be read."""

    def __init__(
        self, deliver: contract.Deliver, unregister: Callable[[TracePipe], None], number: int
    ) -> None:
        self._deliver = deliver
        self._unregister = unregister
        self._number = number
        self._begun = b""

    def __call__(self, pipe: TracePipe) -> None:
        """Read once."""
        try:
            data = os.read(pipe.fileno(), READ_BYTES)
        except OSError:  # it is closed
            return
        if not data:
            self._unregister(pipe)
            return
        *lines, self._begun = (self._begun + data).split(b"\n")
        self._begun = self._begun[-READ_BYTES:]
        frames = (found for line in lines if (found := _FRAME.fullmatch(line)))
        told = tuple((found[1].decode("ascii", "replace"), int(found[2])) for found in frames)
        if told:
            self._deliver(facts.Dumped(self._number, told))
