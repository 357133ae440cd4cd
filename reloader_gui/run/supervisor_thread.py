"""The only bridge between the engine and Qt: a QThread that runs one script's supervisor.

Nothing else in the window holds a Supervisor. Its messages arrive in the GUI thread
as a queued signal; its output goes into the spool on the engine's reader thread.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from reloader_core import (
    ControlledScript,
    ControlServer,
    Drained,
    Message,
    Notice,
    NoticeKind,
    State,
    Status,
    Supervisor,
    Target,
)
from reloader_gui.output.feed import Feed
from reloader_gui.output.text.section import Began
from reloader_gui.texts.cause import Asked, Pressed, cause

Log = Callable[[Message], None]
log = logging.getLogger(__name__)


class Engine(Protocol):
    """What the window asks of a supervisor; the engine's Supervisor is one."""

    def run(self) -> None: ...
    def start(self, target: Target | None = None) -> None: ...
    def prepare(self, target: Target) -> None: ...
    def stop(self) -> None: ...
    def update(self, target: Target) -> None: ...
    def set_restart_on_save(self, on: bool) -> None: ...
    def keep_restarting(self) -> None: ...
    def tell_cpu_times(self) -> None: ...
    def tell_code(self) -> None: ...
    def tell_position(self, *, from_c: bool = False) -> None: ...
    def write_input(self, data: bytes) -> None: ...
    def close_input(self) -> None: ...
    def quit(self) -> None: ...


class MakeEngine(Protocol):
    def __call__(
        self,
        target: Target,
        *,
        report: Callable[[Message], None],
        output: Callable[[int, bytes], None],
    ) -> Engine: ...


make_engine: MakeEngine = Supervisor
Write = Callable[[int, bytes], None]
"""A run's number, and what it printed."""


class SupervisorThread(QThread):
    """Start it as any QThread; it ends by itself after the engine's quit()."""

    message = Signal(object)  # a Message of the engine
    ordered = Signal(object)  # an Order of `reloader ctl`

    def __init__(
        self,
        target: Target,
        feed: Feed,
        *,
        make_engine: MakeEngine,
        log: Log,
        is_controlled: bool = True,
        heard: Write | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`is_controlled`: whether `reloader ctl` may give it orders. `heard` gets the output,
        too."""
        super().__init__(parent)
        self._is_controlled = is_controlled
        self._feed = feed
        self._log = log
        self._begun = 0
        self.asked: Asked = Pressed()
        """Why the next run begins that start() asks for; set before it is called."""
        self.controlled = ControlledScript(target, self.ordered.emit, front="window")
        self._heard = heard
        self.engine: Engine = make_engine(target, report=self._report, output=self._write)

    def run(self) -> None:
        """The engine's own thread."""
        control = ControlServer(self.controlled.answer) if self._is_controlled else None
        try:
            self.engine.run()
        except Exception as error:  # the top of a thread
            # Not raised: it would go through Qt's C++, which has a word of its own to say.
            log.error("the engine failed", exc_info=error)
            self.message.emit(Notice(NoticeKind.FAILED, values=(repr(error),)))
        finally:
            if control is not None:
                control.close()

    def _write(self, run: int, data: bytes) -> None:
        """On the engine's thread for output."""
        self._feed.write(run, data)
        if self._heard is not None:
            self._heard(run, data)

    def _report(self, message: Message) -> None:
        """On the engine's thread."""
        self._log(message)
        self.controlled.note(message)
        if isinstance(message, Status):
            self._feed.pace.set_ends(message.state is not State.RUNNING)
        match message:
            case Status(state=State.RUNNING, run=run) if run > self._begun:
                clock = time.strftime("%H:%M:%S")
                why = cause(message.reason, self.asked)
                began = Began(clock, why, again=self._begun > 0)
                self._begun = run
                self._feed.begin(run, began)
            case Drained(run):
                self._feed.end(run)
        self.message.emit(message)
