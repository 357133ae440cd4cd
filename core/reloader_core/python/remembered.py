"""What Pythons have answered, kept on disk by path, mtime and size: a list needs them all.

Also which are too old, or did not answer at all, for a day: to ask those again takes long, and
a Python may be mended by something else than its own file.
Any thread may call; a file that is damaged or cannot be written is as good as none.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reloader_core.disk.private_files import cache_folder, replace_private
from reloader_core.python.probe import InterpreterMissing, Key, Probed, Problem, answers, real

_FAILED_S = 24 * 3600.0
_LASTING = (Problem.NO_ANSWER, Problem.TOO_OLD)
_MOST_BYTES = 1024 * 1024
_FILE = "pythons.json"


def usual_file() -> Path | None:
    """None: this account has no home."""
    folder = cache_folder()
    return folder / _FILE if folder is not None else None


class Remembered:
    """What is known of Pythons from before, and what of it is to be kept."""

    def __init__(self, file: Path | None, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: dict[Key, tuple[Problem, str, float]] = {}
        self._before: object = None
        if file is not None:
            self._read(file)

    def failure(self, key: Key) -> InterpreterMissing | None:
        """What was wrong with it when it was last asked, if it need not be asked again."""
        problem, detail, since = self._failed.get(key, (Problem.MISSING, "", float("-inf")))
        if self._clock() - since > _FAILED_S:
            return None
        return InterpreterMissing(problem, Path(key[0]), detail)

    def note(self, key: Key, error: InterpreterMissing) -> None:
        if error.problem in _LASTING:
            with self._lock:
                self._failed[key] = error.problem, error.detail, self._clock()

    def save(self) -> None:
        """Only if it is another thing than what was read."""
        now = self._as_stored()
        if self._file is None or now == self._before:
            return
        with suppress(OSError):
            replace_private(self._file, json.dumps(now).encode("ascii"))

    def _as_stored(self) -> object:
        is_new = [
            [*key, str(found.executable), found.version, str(found.base_prefix)]
            for key, found in list(answers.items())
        ]
        failed = [
            [*key, problem.name, detail, since]
            for key, (problem, detail, since) in self._failed.items()
            if self.failure(key)
        ]
        return {"answers": is_new, "failed": failed}

    def _read(self, file: Path) -> None:
        try:
            with open(file, "rb") as opened:
                self._before = stored = json.loads(opened.read(_MOST_BYTES))
            found = {_key(*row[:3]): _probed(*row[3:]) for row in stored["answers"]}
            failed = {_key(*row[:3]): _failure(*row[3:]) for row in stored["failed"]}
        except (OSError, ValueError, TypeError, KeyError, IndexError):
            return
        self._failed = failed
        for key, answer in found.items():
            if real(answer.executable) == real(Path(key[0])):  # of a shim nothing is remembered
                answers.setdefault(key, answer)


def _key(path: str, mtime_ns: int, size: int) -> Key:
    return str(path), int(mtime_ns), int(size)


def _probed(executable: str, version: str, base_prefix: str) -> Probed:
    return Probed(Path(executable), str(version), Path(base_prefix))


def _failure(problem: str, detail: str, since: float) -> tuple[Problem, str, float]:
    return Problem[problem], str(detail), float(since)
