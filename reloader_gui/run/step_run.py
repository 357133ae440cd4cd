"""One command that is run beside a script, by an engine of its own, into the script's output.

GUI thread. It ends by itself, and no order from elsewhere is for it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reloader_core import Message, Target
from reloader_gui.output.feed import Feed
from reloader_gui.python.install_steps import Step
from reloader_gui.run.run_log import RunLog
from reloader_gui.run.supervisor_thread import Log, MakeEngine, SupervisorThread
from reloader_gui.texts.cause import Command


class StepRun(QObject):
    finished = Signal()
    """And its engine is gone."""

    def __init__(self, step: Step, target: Target, feed: Feed, parent: QObject) -> None:
        super().__init__(parent)
        self.step = step
        self._target = target
        self._feed = feed
        self._log = RunLog(feed, lambda file: False)
        self._thread: SupervisorThread | None = None

    def start(self, make_engine: MakeEngine, log: Log) -> None:
        self._thread = thread = SupervisorThread(
            self._target,
            self._feed,
            make_engine=make_engine,
            log=log,
            is_controlled=False,
            parent=self,
        )
        thread.asked = Command(self.step.command)
        thread.message.connect(self._on_message)
        thread.finished.connect(self.finished)
        thread.start()
        thread.engine.start()

    @property
    def has_succeeded(self) -> bool:
        ended = self._log.last.exit
        return ended is not None and ended.code == 0

    def said(self) -> str:
        """The end of its output."""
        return self._feed.tail()

    def quit(self) -> None:
        """Called again, it forces."""
        if self._thread is not None:
            self._thread.engine.quit()

    def wait(self, timeout_s: float) -> bool:
        """Block until its engine is gone; only for the very end."""
        return self._thread is None or self._thread.wait(int(timeout_s * 1000))

    def _on_message(self, message: Message) -> None:
        self._log.note(message)
