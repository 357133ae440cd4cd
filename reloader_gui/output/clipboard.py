"""What is copied of an output, for other programs: up to a gigabyte. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

_LARGE_BYTES = 1 << 20


def to_clipboard(utf8: QByteArray) -> None:
    """As text. Of a large one Qt would make a second one, and the window stand still meanwhile: it
    is given the bytes, which others read when they paste."""
    clipboard = QGuiApplication.clipboard()
    if utf8.size() <= _LARGE_BYTES:
        clipboard.setText(bytes(utf8.data()).decode("utf-8"))
        return
    mime = QMimeData()
    mime.setData("text/plain", utf8)
    clipboard.setMimeData(mime)
    app = QGuiApplication.instance()
    assert app is not None
    app.aboutToQuit.connect(lambda: _leave_text(mime))


def _leave_text(mime: QMimeData) -> None:
    """If it is there still: an object that Python has made must not outlive Python."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.mimeData() is mime:
        clipboard.setText(clipboard.text())
