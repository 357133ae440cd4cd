"""One window for all scripts, if the user wants that: a second start hands its script over.

What is handed over may hold secrets (`--password=...`), and who asks can have a script run:
so both ends make sure that the other one is a program of the same user before a word is
said. A request is a line of JSON of bounded size and has until a moment that it names; never
does a start wait longer for the other window. GUI thread.
"""

from __future__ import annotations

import contextlib
import enum
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reloader_core import SOCKETS_ARE_FILES, is_same_user, let_come_forward

DEADLINE_S = 2.0
"""To connect, to hand over and to be answered, all together."""
MOST_BYTES = 64 * 1024
MOST_ANSWER_BYTES = 1024
TAKEN, BUSY = b"taken", b"busy"
PRIVATE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Request:
    """What a second start asks for; paths are absolute."""

    script: str = ""
    args: tuple[str, ...] = ()
    run: bool = False
    activation: str = ""
    """By which the desktop lets the other window come to the front."""


class Outcome(enum.Enum):
    """What came of handing over."""

    TAKEN = "the open window shows it"
    NOBODY = "there is no open window"
    BUSY = "it has something else to do"
    SILENT = "it does not answer"
    STRANGER = "it is another user's"
    TOO_LONG = "the request has too many bytes"


WHY_A_WINDOW_OPENS = {
    Outcome.SILENT: "The window that is open does not answer, so your script opens in a new one.",
    Outcome.STRANGER: "'One window' cannot be used now: a program of another user stands where your"
    " open window would listen. Your script opens in a new window.",
    Outcome.TOO_LONG: "The arguments of your script are too long to be handed to the open window,"
    " so it opens in a new one.",
}
"""The others need no words."""
Take = Callable[[Request], bool]
"""Show it; False: this window has something else to do."""


def hand_over(server: str, request: Request) -> Outcome:
    """To the window that listens. Takes DEADLINE_S at most."""
    until = time.monotonic() + DEADLINE_S

    def left_ms() -> int:
        return max(0, int((until - time.monotonic()) * 1000))

    socket = QLocalSocket()
    socket.setReadBufferSize(MOST_ANSWER_BYTES)
    socket.connectToServer(server)
    if not socket.waitForConnected(left_ms()):
        late = socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError
        return Outcome.SILENT if late else Outcome.NOBODY
    if not is_same_user(int(socket.socketDescriptor())):
        return Outcome.STRANGER
    line = json.dumps({**asdict(request), "until": time.time() + left_ms() / 1000}).encode()
    if len(line) >= MOST_BYTES:
        return Outcome.TOO_LONG
    let_come_forward(int(socket.socketDescriptor()))
    socket.write(line + b"\n")
    while not socket.canReadLine():
        is_full = socket.bytesAvailable() >= MOST_ANSWER_BYTES
        if is_full or not left_ms() or not socket.waitForReadyRead(left_ms()):
            return Outcome.SILENT
    answer = bytes(socket.readLine().data()).strip()
    return Outcome.TAKEN if answer == TAKEN else Outcome.BUSY


def understood(line: bytes) -> Request | None:
    """None for anything that is not a request, or comes too late: whoever asked has opened a
    window of its own by then."""
    try:
        found = json.loads(line)
        script, args, run = found["script"], found["args"], found["run"]
        activation, until = found["activation"], float(found["until"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    if not (isinstance(script, str) and isinstance(args, list) and isinstance(run, bool)):
        return None
    texts = (script, activation, *args)
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        return None
    return Request(script, tuple(args), run, activation) if time.time() < until else None


class Listener(QObject):
    """Takes what other starts hand over, as long as it lives."""

    def __init__(self, server: str, take: Take, parent: QObject | None = None) -> None:
        """Nobody else may be about to listen there."""
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not _answers(server):  # listen() would take a living window's place
            QLocalServer.removeServer(server)  # a window that crashed left its socket behind
            if self._server.listen(server) and SOCKETS_ARE_FILES:
                with contextlib.suppress(OSError):  # the folder is private in any case
                    os.chmod(server, PRIVATE_MODE)

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Another window may listen now."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if not is_same_user(int(socket.socketDescriptor())):
                socket.abort()
                continue
            socket.setReadBufferSize(MOST_BYTES)
            socket.readyRead.connect(self._on_ready)
            QTimer.singleShot(int(DEADLINE_S * 1000), socket, socket.abort)
            self._on_words(socket)

    def _on_ready(self) -> None:
        """No lambda that knows the socket: it would keep it for Python, which then deletes it
        in the middle of its deletion by the server."""
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
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


def _answers(server: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(server)
    return socket.waitForConnected(int(DEADLINE_S * 1000))
