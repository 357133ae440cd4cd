"""POSIX: what a child's agent says, read on the host's thread and turned into facts."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import logging
import os
import socket

from reloader_core.child import contract, facts, wire
from reloader_core.child.posix.child import READ_BYTES, PosixChild
from reloader_core.child.posix.listener import Listener
from reloader_core.child.reports import fact_from_report

log = logging.getLogger(__name__)

_OF_IMPORTS = (facts.Loaded, facts.Uses, facts.Late, facts.Missing)


class AgentReader:
    """What one agent says, turned into facts."""

    def __init__(self, listener: Listener, deliver: contract.Deliver, started: PosixChild) -> None:
        self._listener = listener
        self._deliver = deliver
        self._child = started
        self._decoder = wire.Decoder()
        self._said_hello = False

    def __call__(self, ready: socket.socket) -> bool:
        """Read once; False if there is nothing more to read."""
        try:
            data = os.read(ready.fileno(), READ_BYTES)  # never waits, while recv() has a timeout
        except BlockingIOError:  # it was taken in meanwhile
            return False
        except OSError:
            data = b""
        if data:
            try:
                messages = list(self._decoder.feed(data))
                for message in messages:
                    if message[0] == "signal":  # for a handler of the script's own
                        self._child.signal(int(message[1]))
                facts = [fact_from_report(self._child.id, message) for message in messages]
                for fact in facts:
                    self._take(fact)
                self._listener.hears_imports = all(isinstance(fact, _OF_IMPORTS) for fact in facts)
                return True
            except ValueError:  # the script itself has written into the channel
                log.exception("child %d does not speak our protocol", self._child.id)
        self._child.agent_gone = True
        self._listener.unregister(ready)
        return False

    def _take(self, fact: facts.Fact | None) -> None:
        if isinstance(fact, facts.Hello):
            if self._said_hello:  # what an agentless script started has inherited the channel
                return
            self._said_hello = True
            self._child.interpreter_pid = fact.pid
        if fact is not None:
            self._deliver(fact)
