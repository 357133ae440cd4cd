"""Opens files in the user's editor. The search may start programs, so it is done in a
thread; what goes wrong comes back to the GUI thread as a Said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import ScriptPlace, frozen, own_interpreter
from reloader_gui.editors.find import EditorFailed, NoEditor, find_editor, open_in
from reloader_gui.texts.editors import EDITORS
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.background import Background

MOST_BYTES = 1 << 20
"""Of a file that is only shown."""
OpenFile = Callable[[Path, int | None, str, Path | None], None]
"""(file, line, chosen editor, a Python that may have IDLE). Raises EditorFailed."""


def open_file(file: Path, line: int | None, chosen: str, python: Path | None) -> None:
    """Find the editor and start it. Blocks for up to seconds. Raises EditorFailed."""
    # Without one that may be started, Reloader's own may have IDLE.
    python = python or own_interpreter()
    editor = find_editor(chosen or None, python=python, script=ScriptPlace.of(file))
    if editor is None:
        raise NoEditor(file, line)
    open_in(editor, file, line)


@frozen
class ToRead:
    """A file that no editor opens, as it is shown instead."""

    file: Path
    line: int | None
    text: str


def to_read(missing: NoEditor) -> ToRead | Said:
    """Read it, as far as anybody would. Blocks."""
    try:
        with missing.file.open("rb") as opened:
            data = opened.read(MOST_BYTES)
    except OSError:
        return said(EDITORS.file_is_gone, missing.file)
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return ToRead(missing.file, missing.line, text)


class Editing(QObject):
    failed = Signal(object)  # Said
    no_editor = Signal(object)  # ToRead

    def __init__(self, open_file: OpenFile = open_file, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_file = open_file
        self._background = Background(self)

    def open(self, file: Path, line: int | None, chosen: str, python: Path | None) -> None:
        """Returns at once."""

        def work() -> Said | ToRead | None:
            try:
                self._open_file(file, line, chosen, python)
            except NoEditor as missing:
                return to_read(missing)
            except EditorFailed as error:
                return error.said
            return None

        self._background.submit(work, self._on_done, instead=lambda: said(EDITORS.failed))

    def _on_done(self, trouble: Said | ToRead | None) -> None:
        if isinstance(trouble, ToRead):
            self.no_editor.emit(trouble)
        elif trouble is not None:
            self.failed.emit(trouble)
