"""One parked child: an interpreter that has not read the script, and what it has imported.

Belongs to the supervisor's thread. Decides nothing: see standby.py.
"""

from __future__ import annotations

import enum
import os
from pathlib import Path

from reloader_core import child
from reloader_core.child.wire import Request
from reloader_core.fingerprint import Ask, Fingerprint
from reloader_core.launch import Launch
from reloader_core.memory import size_bytes
from reloader_core.used_modules import UsedModules
from reloader_core.watch.signature import Signature, signature


class Stage(enum.Enum):
    STARTING = enum.auto()
    READY = enum.auto()
    BUSY = enum.auto()  # importing


class Standby:
    """One parked child. The constructor starts it; raises OSError."""

    def __init__(
        self,
        host: child.Host,
        number: int,
        spawn: child.Spawn,
        launch: Launch,
        fingerprint: Fingerprint,
        ask: Ask,
    ) -> None:
        self._ask = ask
        self.number = number
        self.spawn = spawn
        self.launch = launch
        self.stage = Stage.STARTING
        self.hello: child.Hello | None = None
        self.preloaded: set[str] | None = None
        """None: it has not been told. Also where that is nothing its end becomes a short one."""
        self._told_of: set[Path] = set()
        """Files of the user's that the run has loaded: it keeps their texts."""
        self.loaded: dict[Path, Signature | None] = {}
        """What it has read before `go`; None: it was not there."""
        self.unanswered = 0
        """Checks that it still works at, or is frozen over."""
        self.import_s = 0.0
        """How long its imports have taken."""
        self.size_bytes = 0
        """Its memory, once it has imported something."""
        self.fingerprint = fingerprint
        self._busy_since = 0.0
        self.child = host.spawn(number, spawn)

    def fits(self, spawn: child.Spawn) -> bool:
        """Is it what a cold start with this command would come to, only sooner?"""
        return (
            not self.unanswered
            and spawn == self.spawn
            and self.fingerprint.holds()
            and not self.outdated()
            and self.child.read_output(0) is None  # it lives and has said nothing
        )

    def outdated(self) -> list[Path]:
        """What it has loaded, or looked for, that looks different by now, as far as is known."""
        found = self._ask(signature, map(str, self.loaded))
        return [path for path, seen in self.loaded.items() if found.get(str(path), ()) != seen]

    def preload(self, used: UsedModules, script: Path | None, now: float) -> None:
        """Let it import what it has not been told to yet, and look at what the run has loaded."""
        names = used.to_preload()
        if self.has_more(used):
            new = [name for name in names if name not in (self.preloaded or ())]
            self.stage, self._busy_since = Stage.BUSY, now
            self._told_of = {Path(path) for path, *_ in used.loaded}
            self.preloaded = {*(self.preloaded or ()), *new}
            folders = map(str, shadowing_folders(self.spawn, script))
            of_script = [str(script)] if script is not None else []
            self.child.ask(Request.PRELOAD, *used.preload_words(folders, of_script, new))

    def note_ready(self, now: float) -> None:
        self.stage = Stage.READY
        self.import_s += now - self._busy_since
        self.size_bytes = size_bytes(self.hello)

    def has_more(self, used: UsedModules) -> bool:
        """Is there more to import, or a file more of the user's whose edits packages could see?
        For what could only be read ahead it is not kept busy: a save may come any moment."""
        if self.stage is not Stage.READY:
            return False
        if self.preloaded is None or not self.preloaded.issuperset(used.to_preload()):
            return True
        return self.may_miss_edits(used)

    def may_miss_edits(self, used: UsedModules) -> bool:
        """Would it take no notice of an edit that packages could see?"""
        has_any = self.preloaded is not None and used.has_packages
        return has_any and used.has_loaded_more(self._told_of)

    def check(self, number: int, source: Path) -> None:
        """Ask whether it parses. It answers when it is up and has imported what it shall."""
        self.unanswered += 1
        self.child.ask(Request.CHECK, str(number), str(source))

    def discard(self) -> None:
        self.child.force()
        self.child.close_output()


def shadowing_folders(spawn: child.Spawn, script: Path | None) -> tuple[Path, ...]:
    """The folders that the script's imports look into before the standard library."""
    first = script.parent if script is not None else spawn.cwd
    python_path = dict(spawn.env).get("PYTHONPATH", "")
    return (first, *(spawn.cwd / entry for entry in python_path.split(os.pathsep) if entry))
