"""Moves output from the children's pipes to the sink: in order, complete, no queue.

One thread reads one pipe after the other: a run's is begun when the run before has
handed on all it had. The pipe itself is the back-pressure: a sink that blocks slows the script. The
end of the pipe never delays the noticing of the exit: a grandchild can hold it open
for ever. So a run counts as drained at end of file, or when it has ended and its
pipe has been empty for EOF_WAIT_S.
"""

from __future__ import annotations

import logging
import queue
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
        self.drained = False
        """Said, or about to be."""
        self.sink_failed = False
        self.finished = threading.Event()


class Pump:
    """Called on the supervisor's thread; `on_drained(run)` and `sink(run, data)` come from the
    pump's own, between start() and close()."""

    def __init__(
        self,
        sink: Sink,
        on_drained: Callable[[int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sink = sink
        self._on_drained = on_drained
        self._clock = clock
        self._stream: _Stream | None = None
        self._streams: queue.SimpleQueue[_Stream | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="output", daemon=True)
        self._progress = 0
        self.patience_s: float | None = None
        """How long finish() waits for a sink that takes nothing; None: for ever. May be
        set by another thread while it waits."""

    def start(self) -> None:
        """Raises RuntimeError where the system lets nobody have another thread."""
        self._thread.start()

    def close(self) -> None:
        """The thread ends when all that was begun is handed on; nobody waits for that."""
        self._streams.put(None)

    def begin(self, run: int, child: Child) -> None:
        """Start to hand on this run's output, after all of the run before."""
        self._stream = _Stream(run, child)
        self._streams.put(self._stream)

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
        progress, since = self._progress, self._clock()
        while not self._stream.finished.wait(FINISH_STEP_S):
            now = self._clock()
            if progress != self._progress:
                progress, since = self._progress, now
            elif self.patience_s is not None and now - since >= self.patience_s:
                return False
        return True

    def _work(self) -> None:
        while (stream := self._streams.get()) is not None:
            try:
                self._read_all(stream)
            except Exception:
                log.exception("output of run %d cannot be read any more", stream.run)
            finally:
                self._say_drained(stream)
                stream.child.close_output()
                stream.finished.set()

    def _say_drained(self, stream: _Stream) -> None:
        if not stream.drained:
            stream.drained = True
            self._on_drained(stream.run)

    def _read_all(self, stream: _Stream) -> None:
        empty_since: float | None = None
        last_read = 0.0
        while True:
            gone = stream.gone
            data = stream.child.read_output(self._timeout(stream, empty_since))
            if data:
                empty_since = None
                self._hand_on(stream, data)
                now = self._clock()
                if len(data) < SHORT_BYTES and now - last_read < BUSY_S:
                    stream.exited.wait(NAP_S)
                last_read = self._clock()
                continue
            if data == b"" or gone:
                break
            if stream.exited.is_set() and not stream.drained:
                empty_since = empty_since or self._clock()
                if self._clock() - empty_since >= EOF_WAIT_S:
                    self._say_drained(stream)

    def _hand_on(self, stream: _Stream, data: bytes) -> None:
        """A sink that fails must cost neither the script its stdout nor the rest its end."""
        try:
            self._sink(stream.run, data)
        except Exception:
            if not stream.sink_failed:
                log.exception("output of run %d could not be handed on", stream.run)
            stream.sink_failed = True
        self._progress += 1

    def _timeout(self, stream: _Stream, empty_since: float | None) -> float | None:
        if stream.gone:
            return 0.0
        if not stream.exited.is_set() or stream.drained:
            return None
        if empty_since is None:
            return 0.0
        return max(0.0, empty_since + EOF_WAIT_S - self._clock())
