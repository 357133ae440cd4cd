"""What happens to a script before its first Run: saves start nothing, and that run may be parked.

GUI thread. A script that was run in another session with this Python is known by what it imports;
the engine then has that imported ahead (Supervisor.prepare), and executes nothing that came with
the script. What the user adds to its environment might: with that it starts as ever.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_core import Interpreter, Reason, ReasonKind, imports_are_known
from reloader_gui.run.options import Options
from reloader_gui.run.python_choice import PythonChoice
from reloader_gui.run.script_engine import ScriptEngine
from reloader_gui.ui.background import Background

AFTER_MS = 300
"""The window is painted first."""


class BeforeFirstRun(QObject):
    """Until `engine` is to run something."""

    run_wanted = Signal(object)
    not_run = Signal(object)
    """A Reason: the first save, which starts nothing."""

    def __init__(
        self, options: Options, python: PythonChoice, engine: ScriptEngine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._engine = engine
        self._python: Interpreter | None = None
        self._told_of_save = False
        self._closed = False
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._ask)
        python.changed.connect(self._on_python)
        options.changed.connect(self._consider)

    def on_saved(self) -> None:
        """The script itself was; from the first Run on the engine knows that, and more."""
        if self._engine.has_run or self._closed or not self._options.now.restart_on_save:
            return
        reason = Reason(ReasonKind.CHANGED, (self._options.script,))
        if self._options.now.always_run_on_save:
            self.run_wanted.emit(reason)
        elif not self._told_of_save:
            self._told_of_save = True
            self.not_run.emit(reason)

    def cancel(self) -> None:
        """Nothing is parked that is not yet."""
        self._python = None

    def close(self) -> None:
        self.cancel()
        self._closed = True
        self._background.close()

    def _on_python(self, python: Interpreter | None) -> None:
        self._python = python
        self._consider()

    def _consider(self) -> None:
        if not self._engine.has_run and not self._closed:
            self._timer.start()

    def _ask(self) -> None:
        python = self._python
        if python is not None and python.doubt is None and not self._options.variables():
            target = self._options.target(python)
            known = partial(imports_are_known, target)
            self._background.submit(known, partial(self._prepare, python), instead=bool)

    def _prepare(self, python: Interpreter, known: bool) -> None:
        if known and python is self._python and not self._options.variables():
            self._engine.prepare(self._options.target(python))
