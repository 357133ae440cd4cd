"""POSIX: the one thread of the host, which hears the guardian and every agent."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import logging
import selectors
import socket
import threading
import time
from typing import Protocol

log = logging.getLogger(__name__)

IMPORTS_NAP_S = 0.002
FAILED_NAP_S = 0.1
"""What fails each time must not take a core."""


class HasFileno(Protocol):
    def fileno(self) -> int: ...


class Hearer(Protocol):
    """What is done on the thread between two looks at who speaks."""

    def patience_s(self) -> float | None:
        """How long to listen before `after_hearing` has to be called in any case."""

    def on_wake(self) -> None:
        """Who is to be listened to, too, may have changed."""

    def after_hearing(self) -> None: ...


class Listener:
    """`register` on any thread; what is registered is called with what is ready to be read."""

    def __init__(self, hearer: Hearer) -> None:
        self.hears_imports = False
        self.reading = threading.Lock()
        """Held while something is taken in, until it is delivered."""
        self._hearer = hearer
        self.closing = False
        with contextlib.ExitStack() as undo:
            self.selector = selectors.DefaultSelector()
            undo.callback(self.selector.close)
            self._wake, self._wake_in = socket.socketpair()
            undo.callback(self._wake.close)
            undo.callback(self._wake_in.close)
            self.selector.register(self._wake, selectors.EVENT_READ, self._on_wake)
            undo.pop_all()
        self._thread = threading.Thread(target=self._listen, name="host", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake_up(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def unregister(self, ready: HasFileno) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self.selector.unregister(ready)

    def stop(self) -> None:
        """What is taken in from now on is the last."""
        self.closing = True
        self.wake_up()

    def join(self, timeout_s: float) -> None:
        self._thread.join(timeout_s)

    def close(self) -> None:
        self._wake_in.close()
        self._wake.close()
        self.selector.close()

    def _on_wake(self, ready: socket.socket) -> None:
        ready.recv(4096)
        self._hearer.on_wake()

    def _listen(self) -> None:
        while not self.closing:
            try:
                self._turn()
            except Exception:  # the thread must live: everybody waits for it
                log.exception("listening failed once")
                time.sleep(FAILED_NAP_S)

    def _turn(self) -> None:
        if self.hears_imports:  # else each of 2,000 would wake us, at the script's expense
            time.sleep(IMPORTS_NAP_S)
            self.hears_imports = False
        ready = self.selector.select(self._hearer.patience_s())
        with self.reading:
            for key, _events in ready:
                self._take_in(key)
            self._hearer.after_hearing()

    def _take_in(self, key: selectors.SelectorKey) -> None:
        try:
            key.data(key.fileobj)
        except Exception:  # the others must be heard all the same
            log.exception("%s cannot be listened to any more", key.data)
            with contextlib.suppress(KeyError, ValueError):
                self.selector.unregister(key.fileobj)
