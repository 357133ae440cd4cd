"""What `--explain` says on stderr: once of each run that an error has ended, and of a save that
does not parse. On the thread that reports; it may wait for the disk."""

from __future__ import annotations

from pathlib import Path

from reloader_core.disk.local_files import LocalFiles
from reloader_core.explain import explain
from reloader_core.explain_words import explanation
from reloader_core.model import ReasonKind, ScriptError, Status


class Explanations:
    """`folder`: the script's; nothing on other computers' drives is looked at but on its own."""

    def __init__(self, folder: Path) -> None:
        self._files = LocalFiles(folder)
        self._told_of = 0

    def of_end(self, status: Status) -> str:
        """'' if the run has not ended by itself with an error, or nothing sure is known of it."""
        ended = status.exit
        if ended is None or ended.error is None or status.reason.kind is not ReasonKind.ENDED:
            return ""
        if status.run == self._told_of:
            return ""
        self._told_of = status.run
        return self.of_error(ended.error)

    def of_error(self, error: ScriptError) -> str:
        diagnosis = explain(error, self._files.look)
        return explanation(diagnosis) if diagnosis is not None else ""
