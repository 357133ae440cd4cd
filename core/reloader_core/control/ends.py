"""The two ends of a line on this system."""

from __future__ import annotations

import contextlib
import os

from reloader_core.control.line import Listener
from reloader_core.control.peer import SOCKETS_ARE_FILES
from reloader_core.control.place import Endpoint, leave
from reloader_core.control.unix_line import SocketServer, exchange_by_socket
from reloader_core.control.windows_line import PipeServer, exchange_by_pipe
from reloader_core.disk.private_files import open_private


def listen(endpoint: Endpoint) -> Listener:
    """Raises OSError."""
    if SOCKETS_ARE_FILES:
        return SocketServer(endpoint)
    server = PipeServer(endpoint)
    open_private(endpoint.file, "wb").close()
    return server


def exchange(endpoint: Endpoint, question: bytes) -> bytes:
    """The answer. Raises Nobody."""
    way = exchange_by_socket if SOCKETS_ARE_FILES else exchange_by_pipe
    return way(endpoint, question)


def forget(endpoint: Endpoint) -> None:
    """Nobody listens there any more."""
    with contextlib.suppress(OSError):
        os.unlink(endpoint.file)
    leave(endpoint.file.parent)
