"""One window for all scripts, if the user wants that: a second start hands its script over.

The first window listens on a local socket (a named pipe on Windows) that only the same
user can open; never on the network. What comes in is a JSON object of bounded size, and
it can do no more than choose and run a script, as the user's own command line can. GUI
thread.
"""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2000
MOST_BYTES = 64 * 1024
TAKEN, BUSY = b"taken", b"busy"


@dataclass(frozen=True, slots=True)
class Request:
    """What a second start asks for; paths are absolute."""

    script: str = ""
    args: tuple[str, ...] = ()
    run: bool = False


Take = Callable[[Request], bool]
"""Show it; False: this window has something else to do."""


def server_name(config_folder: Path) -> str:
    """One window for each user and place of the settings."""
    who = f"{getpass.getuser()} {config_folder}".encode("utf-8", "surrogateescape")
    return f"reloader-{hashlib.blake2b(who, digest_size=10).hexdigest()}"


def hand_over(name: str, request: Request) -> bool:
    """To the window that listens; False if there is none, or it does not take it."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(json.dumps(asdict(request)).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWER_MS):
            return False
    return bytes(socket.readLine().data()).strip() == TAKEN


def understood(line: bytes) -> Request | None:
    """None for anything that is not a request."""
    try:
        found = json.loads(line)
        script, args, run = found["script"], found["args"], found["run"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = isinstance(args, list) and all(isinstance(arg, str) for arg in args)
    if not (isinstance(script, str) and isinstance(run, bool) and texts):
        return None
    return Request(script, tuple(args), run)


class Listener(QObject):
    """Takes what other starts hand over, as long as it lives."""

    def __init__(self, name: str, take: Take, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not _answers(name):  # listen() would take a living window's place
            QLocalServer.removeServer(name)  # a window that crashed left its socket behind
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(MOST_BYTES)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._on_words(socket))
            self._on_words(socket)

    def _on_words(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_BYTES:
                socket.abort()
            return
        request = understood(bytes(socket.readLine().data()))
        taken = request is not None and self._take(request)
        socket.write((TAKEN if taken else BUSY) + b"\n")
        socket.disconnectFromServer()


def _answers(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(ANSWER_MS)
