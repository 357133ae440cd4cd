"""What was saved: the texts of watched files, and which lines differ from those of the last run.

Any thread. Decides nothing: which file was saved is known before.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reloader_core.disk.drives import Drives
from reloader_core.model import LineSpans, Text
from reloader_core.watch.board import Board
from reloader_core.watch.watched import Edit


class Saved:
    """`budget_bytes`: so much of compressed texts is kept."""

    def __init__(self, board: Board, drives: Drives, budget_bytes: int) -> None:
        self._board = board
        self._drives = drives
        self._budget_bytes = budget_bytes

    def edits(self, paths: Iterable[Path]) -> list[Edit]:
        """What compare() needs to know of files that were reported; reads nothing. To be asked
        before the next accept(). Leaves out what is not watched any more."""
        with self._board.wakeup:
            files = [self._board.find(path) for path in paths]
            return [Edit(file, file.version, file.known, file.ran) for file in files if file]

    def text_of(self, path: Path, *, or_newer: bool = False) -> bytes | None:
        """What the last run that was accepted has started from; reads nothing. None: it is large,
        or has not been read yet. `or_newer`: what was saved since, if nobody has read it before."""
        with self._board.wakeup:
            file = self._board.find(path)
            text = file.began_with if file is not None else None
            if or_newer and file is not None:
                text = text or file.text
        return text.contents() if text is not None else None

    def code(self) -> tuple[tuple[Path, Text], ...]:
        """As text_of(), of all files; not decompressed."""
        with self._board.wakeup:
            texts = [(file.path, file.began_with) for file in self._board.files.values()]
        return tuple((path, text) for path, text in texts if text is not None)

    def returned(self, paths: Iterable[Path]) -> frozenset[Path]:
        """Those of these reported files that had been gone, and were moved back, perhaps."""
        with self._board.wakeup:
            files = {path: self._board.find(path) for path in paths}
            return frozenset(path for path, file in files.items() if file and file.returned)

    def compare(self, edit: Edit) -> LineSpans:
        """Which lines of the file differ from what the run before the edit started from; () if
        that is not known. Reads the file, if it is small, and compares: takes a while."""
        with self._board.wakeup:
            keep = self._board.held_bytes() < self._budget_bytes
        answers = self._drives.ask(lambda _: edit.compare(keep=keep), [edit.file.full])
        spans, text = answers.get(edit.file.full, ((), None))
        with self._board.wakeup:
            if edit.file.version == edit.version:
                edit.file.text = edit.file.text or text
        return spans
