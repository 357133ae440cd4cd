"""One file that the window shows something about: saved, gone, there again.

The engine watches what runs, and only from the first Run on; this watches the script from
the moment on when it is chosen. GUI thread; the looking is done on the watcher's own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Watcher
from reloader_gui.ui import background
from reloader_gui.ui.hand_over import HandOver


class FileWatch(QObject):
    """Until close(), or as long as its parent. `missing`: it is not there, as far as the user
    was told."""

    saved = Signal()
    gone = Signal()
    """For longer than an editor's save takes."""
    back = Signal()

    def __init__(self, path: Path, parent: QObject | None = None, *, missing: bool = False) -> None:
        super().__init__(parent)
        self.is_gone = missing
        self._watcher = watcher = Watcher(
            lambda _: self._tell(True), on_gone=lambda _: self._tell(False)
        )
        self.destroyed.connect(lambda: _in_background(watcher.close))
        self._seen = HandOver(self._on_seen)
        self._watcher.start()
        if missing:
            self._watcher.add_missing(path)
        else:
            _in_background(lambda: self._watcher.add(path, None))  # it looks: a drive may hang

    def close(self) -> None:
        _in_background(self._watcher.close)

    def _tell(self, is_there: bool) -> None:
        """The watcher's thread."""
        self._seen(is_there)

    def _on_seen(self, is_there: bool) -> None:
        was_gone, self.is_gone = self.is_gone, not is_there
        if not is_there:
            self.gone.emit()
        elif was_gone:
            self.back.emit()
        else:
            self.saved.emit()


def _in_background(work: Callable[[], None]) -> None:
    background.start(work, lambda _: None, instead=lambda: None)
