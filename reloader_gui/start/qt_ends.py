"""The two ends of single_instance.py on Windows: named pipes, by QtNetwork. GUI thread."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reloader_core import is_same_user, let_come_forward
from reloader_gui.start.single_instance import (
    DEADLINE_S,
    MOST_ANSWER_BYTES,
    MOST_BYTES,
    Outcome,
    Request,
    Take,
    answered,
    line_of,
    outcome_of,
)


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
    if (line := line_of(request, left_ms() / 1000)) is None:
        return Outcome.TOO_LONG
    let_come_forward(int(socket.socketDescriptor()))
    socket.write(line)
    while not socket.canReadLine():
        is_full = socket.bytesAvailable() >= MOST_ANSWER_BYTES
        if is_full or not left_ms() or not socket.waitForReadyRead(left_ms()):
            return Outcome.SILENT
    return outcome_of(bytes(socket.readLine().data()))


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
            self._server.listen(server)

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
        socket.write(answered(bytes(socket.readLine().data()), self._take))
        socket.disconnectFromServer()


def _answers(server: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(server)
    return socket.waitForConnected(int(DEADLINE_S * 1000))
