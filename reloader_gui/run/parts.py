"""What a script's page and its ScriptRun are built from; tests put their own in."""

from __future__ import annotations

import os.path
import time
from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from reloader_core import Message, choose_interpreter, frozen
from reloader_gui.output.pace import Pace
from reloader_gui.python.search import Choose, ListPythons, all_pythons
from reloader_gui.run import scripts
from reloader_gui.run.package_advice import Advisers
from reloader_gui.run.supervisor_thread import Log, MakeEngine, make_engine


def _no_log(message: Message) -> None:
    pass


@frozen
class Parts:
    make_engine: MakeEngine = make_engine
    choose: Choose = choose_interpreter
    check: Callable[[Path], Path] = scripts.check
    advisers: Advisers = Advisers()
    list_pythons: ListPythons = all_pythons
    log: Log = _no_log
    log_file: Path | None = None
    """Where the details of Reloader's own problems are written, if there is a place for them."""
    clock: Callable[[], float] = time.monotonic
    pace: Pace = field(default_factory=Pace)

    def find_log(self) -> Path | None:
        """The log, if there is anything in it."""
        file = self.log_file
        return file if file is not None and os.path.isfile(file) else None
