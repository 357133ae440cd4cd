"""What `--explain` says on stderr: once of each run that an error has ended, and of a save that
does not parse. On the thread that reports; it may wait for the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core.model import Exit, ReasonKind, ScriptError, Status

if TYPE_CHECKING:
    from reloader_core.explain.diagnosis import Diagnosis


class Explanations:
    """`folder`: the script's; nothing on other computers' drives is looked at but on its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told_of = 0

    def of_end(self, status: Status) -> str:
        """'' if the run has not ended by itself with an error, or nothing sure is known of it."""
        ended = status.exit
        if ended is None or not ended.code or status.reason.kind is not ReasonKind.ENDED:
            return ""
        if status.run == self._told_of:
            return ""
        self._told_of = status.run
        if ended.error is not None:
            return self.of_error(ended.error)
        return _worded(_of_killed(ended))

    def of_error(self, error: ScriptError) -> str:
        from reloader_core.disk.local_files import LocalFiles  # a start need not wait for these
        from reloader_core.explain import explain

        return _worded(explain(error, LocalFiles(self._folder).look))


def _of_killed(ended: Exit) -> Diagnosis | None:
    from reloader_core.explain import explain_end

    return explain_end(ended)


def _worded(diagnosis: Diagnosis | None) -> str:
    from reloader_core.explain_words import explanation

    return explanation(diagnosis) if diagnosis is not None else ""
