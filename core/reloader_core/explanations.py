"""What `--explain` says on stderr: once of each run that an error has ended, of each place with an
error that the script goes on after, and of a save that does not parse. On the thread that reports;
it may wait for the disk."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core.model import Exit, ReasonKind, ScriptError, Status

if TYPE_CHECKING:
    from reloader_core.explain.kinds.diagnosis import Diagnosis


PRINTED_S = 0.3
"""So soon a traceback has come through; on a very busy machine it may stand below."""


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
        from reloader_core.explain.explaining import explain

        return _worded(explain(error, LocalFiles(self._folder).look))


class OfSurvived:
    """Of errors that the script goes on after: said a moment later, since they are told before
    Python prints them; once, where many threads fail alike. Any thread."""

    def __init__(self, explanations: Explanations, say: Callable[[str], None]) -> None:
        self._explanations, self._say = explanations, say
        self._waiting: list[str] = []
        self._last = ""
        self._lock = threading.Lock()

    def note(self, error: ScriptError) -> None:
        """On the thread that reports."""
        why = self._explanations.of_error(error)
        if not why:
            return
        with self._lock:
            self._waiting.append(why)
        later = threading.Timer(PRINTED_S, self.say_all)
        later.daemon = True
        with contextlib.suppress(RuntimeError):  # no thread to be had: at the end
            later.start()

    def end(self) -> None:
        """All output of the run has come."""
        self.say_all()
        with self._lock:
            self._last = ""

    def say_all(self) -> None:
        with self._lock:
            while self._waiting:
                why = self._waiting.pop(0)
                if why != self._last:
                    self._say(why)
                self._last = why


def _of_killed(ended: Exit) -> Diagnosis | None:
    from reloader_core.explain.ended import explain_end

    return explain_end(ended)


def _worded(diagnosis: Diagnosis | None) -> str:
    from reloader_core.words.explain.sentence import explanation

    return explanation(diagnosis) if diagnosis is not None else ""
