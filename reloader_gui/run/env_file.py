"""The .env file beside a script: which variables it sets, and when it changes. GUI thread; it is
read on another one, and only if the user wants it or looks at the script's settings.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import frozen
from reloader_gui.run.env_text import Variables, env_file
from reloader_gui.run.file_watch import FileWatch
from reloader_gui.run.options import Options
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import ask_disk

NAME = ".env"
MOST_BYTES = 256 * 1024


@frozen
class EnvContents:
    """What is in it; what this program has been given itself keeps its value."""

    is_there: bool = False
    variables: Variables = ()
    kept: tuple[str, ...] = ()
    """The names of those that it would set, and that are set already."""


class EnvFile(QObject):
    changed = Signal()
    """`now` is another."""
    switched = Signal()
    """It is in use from now on, or not any more."""
    saved = Signal()
    """After `changed`: it was saved, which is to restart a script that uses it."""

    def __init__(self, script: Path, options: Options, parent: QObject) -> None:
        super().__init__(parent)
        self._options = options
        self.file = script.parent / NAME
        self.now = EnvContents()
        self._background = Background(self)
        self._watch: FileWatch | None = None
        if options.now.use_env_file:
            self._follow()
            self.look()

    def look(self) -> None:
        """Find out what is in it."""
        file = self.file
        self._background.submit(lambda: _read(file), self._take, instead=EnvContents)

    def look_now(self) -> None:
        """Before a run; as it was where its drive does not answer at once."""
        file, known = self.file, self.now
        self._take(ask_disk(lambda: _read(file), otherwise=known))

    def use(self, on: bool) -> None:
        """Whether the script gets what is in it."""
        self._options.remember(use_env_file=on)
        if on:
            self._follow()
        else:
            self._leave()
        self.look()
        self.switched.emit()

    def _follow(self) -> None:
        """Have an eye on it from now on."""
        if self._watch is None:
            self._watch = FileWatch(self.file, self)
            for told in (self._watch.saved, self._watch.back, self._watch.gone):
                told.connect(self._on_saved)

    def _leave(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch.deleteLater()
            self._watch = None

    def close(self) -> None:
        self._background.close()
        self._leave()

    def _on_saved(self) -> None:
        def take(found: EnvContents) -> None:
            is_news = found != self.now
            self._take(found)
            if is_news and self._watch is not None and self._options.now.restart_on_save:
                self.saved.emit()

        file = self.file
        self._background.submit(lambda: _read(file), take, instead=EnvContents)

    def _take(self, found: EnvContents) -> None:
        if found != self.now:
            self.now = found
            self._options.from_env_file = found.variables
            self.changed.emit()


def _read(file: Path) -> EnvContents:
    """Any thread."""
    if not file.is_file():  # a pipe would wait for its writer
        return EnvContents()
    try:
        with open(file, "rb") as opened:
            found = env_file(opened.read(MOST_BYTES), os.environ)
    except OSError:
        return EnvContents()
    kept = tuple(name for name, _ in found if name in os.environ)
    return EnvContents(True, tuple(each for each in found if each[0] not in os.environ), kept)
