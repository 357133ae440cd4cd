"""Brings what a script is missing, by the steps of an Advice.

GUI thread. Each step is a job with an engine of its own: it ends by itself, nothing restarts it,
and what it prints stands between the script's runs. An environment that is not complete at the
end is removed again. Decides nothing about when the script runs.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import QObject, Signal

from reloader_core import Target
from reloader_gui.output.feed import Feed
from reloader_gui.python import new_environment
from reloader_gui.python.advice import Advice, cancelled, left_by, no_room, not_installed
from reloader_gui.run.step_run import StepRun
from reloader_gui.run.supervisor_thread import Log, MakeEngine
from reloader_gui.texts.cause import Asked, Installed, Made
from reloader_gui.texts.packages import Left
from reloader_gui.ui.background import Background


class Job(enum.Enum):
    """Where an installation is."""

    NONE = "Nothing is installed, or what was is forgotten."
    MAKING = "The environment is made that the package goes into."
    RUNNING = "pip installs the package."
    STOPPING = "The user has cancelled it, and what runs is on its way out."
    REMOVING = "It has not come to its end, and what was made is removed."
    FAILED = "The package could not be installed, and nothing else has run since."


class Installation(QObject):
    failed = Signal(object)
    """An Advice: why, and what to do."""
    changed = Signal()
    """`job` is another one."""
    cancelled = Signal(object)
    """A Said: what is left of it."""
    ended = Signal(object)
    """All has ended. Why the script is to run now (an Asked): the package is there, or the user
    has pressed Run meanwhile; None: it is not."""

    def __init__(
        self,
        make_engine: MakeEngine,
        log: Log,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.job = Job.NONE
        self.advice: Advice | None = None
        """What is installed, or could not be."""
        self._make_engine = make_engine
        self._write_log = log
        self._disk = Background(self)
        self._step: StepRun | None = None
        self._rest: list[StepRun] = []
        self._then: Asked | None = None

    @property
    def is_on(self) -> bool:
        return self.job not in (Job.NONE, Job.FAILED)

    def begin(self, advice: Advice, script: Target, feed: Feed) -> None:
        """Run the steps as `advice` says, with the script's own settings. Not while `is_on`."""
        self.advice, self._then = advice, None
        self._rest = [
            StepRun(step, step.target(script), feed.beside(), self) for step in advice.steps
        ]
        if (place := advice.environment) is None:
            self._next()
            return
        self._set(Job.MAKING)
        self._disk.submit(
            lambda: new_environment.make_room(place), self._on_room, instead=lambda: ""
        )

    def _on_room(self, why: str | None) -> None:
        assert self.advice is not None
        if why is not None:
            self._fail(no_room(self.advice, why))
        elif self.job is Job.STOPPING:
            self._take_back("", was_stopped=True)
        else:
            self._next()

    def _next(self) -> None:
        self._step = step = self._rest.pop(0)
        step.finished.connect(self._on_finished)
        step.start(self._make_engine, self._write_log)
        self._set(Job.MAKING if step.step.makes else Job.RUNNING)

    def stop(self, then: Asked | None = None) -> None:
        """Cancel it; called again, force it. `then`: why the script is to run afterwards."""
        self._then = then
        if self.job in (Job.MAKING, Job.RUNNING, Job.STOPPING):
            self._set(Job.STOPPING)
            if self._step is not None:
                self._step.quit()

    def forget(self) -> None:
        """The script runs: that something could not be installed may be true no more."""
        if self.job is Job.FAILED:
            self._set(Job.NONE)

    def close(self) -> None:
        """For good; `ended` follows if something is installed."""
        self.stop()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until the engine of a step is gone; only for the very end."""
        return self._step is None or self._step.wait(timeout_s)

    def _set(self, job: Job) -> None:
        self.job = job
        self.changed.emit()

    def _on_finished(self) -> None:
        step, advice = self._step, self.advice
        assert step is not None and advice is not None
        self._step = None
        step.deleteLater()
        if self.job is not Job.STOPPING and step.has_succeeded:
            if self._rest:
                self._next()
            else:
                self._succeed(advice)
        else:
            self._take_back(step.said(), was_stopped=self.job is Job.STOPPING)

    def _succeed(self, advice: Advice) -> None:
        self._set(Job.NONE)
        self.ended.emit(Installed(advice.package) if advice.package else Made(advice.place))

    def _take_back(self, output: str, *, was_stopped: bool) -> None:
        """So that all is as before, as far as it can be."""
        assert self.advice is not None
        if (place := self.advice.environment) is None:
            self._on_taken_back(left_by(output), output, was_stopped)
            return
        self._set(Job.REMOVING)
        self._disk.submit(
            lambda: Left.REMOVED if new_environment.remove(place) else Left.NOT_REMOVED,
            lambda left: self._on_taken_back(left, output, was_stopped),
            instead=lambda: Left.NOT_REMOVED,
        )

    def _on_taken_back(self, left: Left, output: str, was_stopped: bool) -> None:
        assert self.advice is not None
        if not was_stopped:
            self._fail(not_installed(self.advice, output, left))
            return
        self._set(Job.NONE)
        self.cancelled.emit(cancelled(self.advice, left))
        self.ended.emit(self._then)

    def _fail(self, advice: Advice) -> None:
        self.advice = advice
        self._set(Job.FAILED)
        self.failed.emit(advice)
        self.ended.emit(self._then)
