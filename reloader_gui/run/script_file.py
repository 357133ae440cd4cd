"""The script's own file, watched from the moment on when it is chosen. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_gui.run.file_watch import FileWatch


class ScriptFile(QObject):
    saved = Signal()
    moved_on = Signal()
    """It is gone, or there again."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._watch: FileWatch | None = None
        self.follow(path)

    @property
    def is_gone(self) -> bool:
        return self._watch is not None and self._watch.is_gone

    def follow(self, path: Path) -> None:
        """This one from now on."""
        self.close()
        self._watch = watch = FileWatch(path, self)
        watch.saved.connect(self.saved)
        watch.gone.connect(self.moved_on)
        watch.back.connect(self.moved_on)

    def close(self) -> None:
        """Until follow(), nobody looks at it."""
        if self._watch is not None:
            self._watch.close()
            self._watch.deleteLater()
            self._watch = None
