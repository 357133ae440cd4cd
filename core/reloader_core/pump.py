"""Moves output from the children's pipes to the sink: in order, complete, no queue.

One thread a run; a run's thread begins when the run before has handed on all it
had. The pipe itself is the back-pressure: a sink that blocks slows the script. The
end of the pipe never delays the noticing of the exit: a grandchild can hold it open
for ever. So a run counts as drained at end of file, or when it has ended and its
pipe has been empty for EOF_WAIT_S.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from reloader_core.child import Child

log = logging.getLogger(__name__)

EOF_WAIT_S = 0.5
NAP_S = 0.003  # an unbuffered child otherwise costs 50,000 tiny reads a second
BUSY_S = 0.001
FINISH_STEP_S = 0.05
SHORT_BYTES = 4096

Sink = Callable[[int, bytes], None]


class _Stream:
    """What the pump knows of one run's pipe."""

    def __init__(self, run: int, child: Child) -> None:
        self.run = run
        self.child = child
        self.exited = threading.Event()
        self.gone = False
        self.sink_failed = False
        self.finished = threading.Event()


class Pump:
    """Called on the supervisor's thread; `on_drained(run)` comes from the run's thread."""

    def __init__(self, sink: Sink, on_drained: Callable[[int], None]) -> None:
        self._sink = sink
        self._on_drained = on_drained
        self._stream: _Stream | None = None
        self._progress = 0
        self.patience_s: float | None = None
        """How long finish() waits for a sink that takes nothing; None: for ever. May be
        set by another thread while it waits."""

    def begin(self, run: int, child: Child) -> None:
        """Start to hand on this run's output, after all of the run before."""
        previous, self._stream = self._stream, _Stream(run, child)
        threading.Thread(
            target=self._work, args=(self._stream, previous), name=f"output {run}", daemon=True
        ).start()

    def exited(self, run: int) -> None:
        if self._stream is not None and self._stream.run == run:
            self._stream.exited.set()
            self._stream.child.wake_output()

    def tree_gone(self, run: int) -> None:
        """Nobody of ours can write any more: what the pipe holds is all there is."""
        if self._stream is not None and self._stream.run == run:
            self._stream.gone = True
            self.exited(run)

    def finish(self) -> bool:
        """Wait until everything is handed on. False: the sink took nothing for patience_s."""
        if self._stream is None:
            return True
        progress, since = self._progress, time.monotonic()
        while not self._stream.finished.wait(FINISH_STEP_S):
            now = time.monotonic()
            if progress != self._progress:
                progress, since = self._progress, now
            elif self.patience_s is not None and now - since >= self.patience_s:
                return False
        return True

    def _work(self, stream: _Stream, previous: _Stream | None) -> None:
        try:
            if previous is not None:
                previous.finished.wait()
            self._read_all(stream)
        finally:
            stream.child.close_output()
            stream.finished.set()

    def _read_all(self, stream: _Stream) -> None:
        drained = False
        empty_since: float | None = None
        last_read = 0.0
        while True:
            gone = stream.gone
            data = stream.child.read_output(self._timeout(stream, drained, empty_since))
            if data:
                empty_since = None
                self._hand_on(stream, data)
                now = time.monotonic()
                if len(data) < SHORT_BYTES and now - last_read < BUSY_S:
                    stream.exited.wait(NAP_S)
                last_read = time.monotonic()
                continue
            if data == b"" or gone:
                break
            if stream.exited.is_set() and not drained:
                empty_since = empty_since or time.monotonic()
                if time.monotonic() - empty_since >= EOF_WAIT_S:
                    drained = True
                    self._on_drained(stream.run)
        if not drained:
            self._on_drained(stream.run)

    def _hand_on(self, stream: _Stream, data: bytes) -> None:
        """A sink that fails must cost neither the script its stdout nor the rest its end."""
        try:
            self._sink(stream.run, data)
        except Exception:
            if not stream.sink_failed:
                log.exception("output of run %d could not be handed on", stream.run)
            stream.sink_failed = True
        self._progress += 1

    @staticmethod
    def _timeout(stream: _Stream, drained: bool, empty_since: float | None) -> float | None:
        if stream.gone:
            return 0.0
        if not stream.exited.is_set() or drained:
            return None
        if empty_since is None:
            return 0.0
        return max(0.0, empty_since + EOF_WAIT_S - time.monotonic())
