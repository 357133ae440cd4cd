"""Follows one script's missing package: advice in the background, then pip's run, and its end.

GUI thread. pip is a job with an engine of its own: it ends by itself, nothing restarts it, and
what it prints stands between the script's runs. Decides nothing about when the script runs.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Interpreter, Message, ScriptError, Target
from reloader_gui.output.feed import Feed
from reloader_gui.python.missing_package import (
    Advice,
    missing_module,
    not_installed,
    pip_target,
)
from reloader_gui.run.run_log import RunLog
from reloader_gui.run.supervisor_thread import Log, MakeEngine, SupervisorThread
from reloader_gui.texts.cause import Asked, Command, Installed
from reloader_gui.ui.background import Background

Advise = Callable[[ScriptError, Path, Interpreter, frozenset[str]], Advice | None]


class Job(enum.Enum):
    """Where an installation is."""

    NONE = "Nothing is installed, or what was is forgotten."
    RUNNING = "pip installs the package."
    STOPPING = "The user has cancelled it, and pip is on its way out."
    FAILED = "pip could not install it, and nothing else has run since."


class Installation(QObject):
    advised = Signal(object)
    """An Advice for the error that is shown."""
    changed = Signal()
    """`job` is another one."""
    ended = Signal(object)
    """pip has ended. Why the script is to run now (an Asked): the package is there, or the user
    has pressed Run meanwhile; None: it is not."""

    def __init__(
        self,
        make_engine: MakeEngine,
        advise: Advise,
        log: Log,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.job = Job.NONE
        self.advice: Advice | None = None
        """What pip installs, or could not install."""
        self._make_engine = make_engine
        self._advise = advise
        self._write_log = log
        self._background = Background(self)
        self._thread: SupervisorThread | None = None
        self._feed: Feed | None = None
        self._run_log: RunLog | None = None
        self._then: Asked | None = None
        self._asked = 0
        self._installed: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        return self.job in (Job.RUNNING, Job.STOPPING)

    def consider(self, error: ScriptError, folder: Path, python: Interpreter | None) -> None:
        """If a package is missing, find out what to say: `advised`. It takes a moment."""
        self._asked += 1
        number, installed = self._asked, self._installed
        if python is None or missing_module(error) is None:
            return
        self._background.submit(
            lambda: self._advise(error, folder, python, installed),
            lambda advice: self._on_advice(number, advice),
            instead=lambda: None,
        )

    def _on_advice(self, number: int, advice: Advice | None) -> None:
        if number == self._asked and advice is not None:
            self.advised.emit(advice)

    def begin(self, advice: Advice, script: Target, feed: Feed) -> None:
        """Run pip as `advice` says, with the script's own settings. Not while `is_on`."""
        self.advice, self._feed = advice, feed.beside()
        self._run_log = RunLog(self._feed, lambda file: False)
        self._thread = thread = SupervisorThread(
            pip_target(script, advice),
            self._feed,
            make_engine=self._make_engine,
            log=self._write_log,
            is_controlled=False,
            parent=self,
        )
        thread.asked = Command(advice.command)
        thread.message.connect(self._on_message)
        thread.finished.connect(self._on_finished)
        thread.start()
        thread.engine.start()
        self._set(Job.RUNNING)

    def stop(self, then: Asked | None = None) -> None:
        """Cancel it; called again, force it. `then`: why the script is to run afterwards."""
        self._then = then
        if self._thread is not None:
            self._thread.engine.quit()
            self._set(Job.STOPPING)

    def forget(self) -> None:
        """The script runs: what was said of a package may be true no more."""
        self._asked += 1
        if self.job is Job.FAILED:
            self._set(Job.NONE)

    def close(self) -> None:
        """For good; `ended` follows if pip runs."""
        self._background.close()
        self.stop()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until pip's engine is gone; only for the very end."""
        return self._thread is None or self._thread.wait(int(timeout_s * 1000))

    def _set(self, job: Job) -> None:
        self.job = job
        self.changed.emit()

    def _on_message(self, message: Message) -> None:
        if self._run_log is not None:
            self._run_log.note(message)

    def _on_finished(self) -> None:
        thread, run_log, feed, advice = self._thread, self._run_log, self._feed, self.advice
        assert thread is not None and run_log and feed and advice
        self._thread = None
        thread.deleteLater()
        was_stopped, ended, then = self.job is Job.STOPPING, run_log.last.exit, self._then
        self._set(Job.NONE)
        if was_stopped:
            self.ended.emit(then)
        elif ended is not None and ended.code == 0:
            self._installed |= {advice.package}
            self.ended.emit(Installed(advice.package))
        else:
            self.advice = not_installed(advice, feed.tail())
            self._set(Job.FAILED)
            self.advised.emit(self.advice)
            self.ended.emit(None)
