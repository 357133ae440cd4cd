"""What is dropped on the window. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Never a move, which some programs propose: they would delete the file afterwards."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def local_files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
