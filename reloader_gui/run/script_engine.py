"""The supervisor of one script, on its thread; a new one where the old one has failed.

GUI thread. While there is none, what could only be said to one is dropped.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reloader_core import Target
from reloader_gui.output.feed import Feed
from reloader_gui.run.supervisor_thread import Engine, Log, MakeEngine, SupervisorThread, Write
from reloader_gui.texts.cause import Asked, Pressed
from reloader_gui.texts.page import INPUT

HIDDEN = "\N{BULLET}" * 8


class ScriptEngine(QObject):
    made = Signal()
    """A new one, which counts its runs anew."""
    message = Signal(object)  # a Message of the engine
    ordered = Signal(object)
    """An Order of `reloader ctl`."""
    gone = Signal()
    """Its thread has ended."""

    def __init__(
        self, make_engine: MakeEngine, feed: Feed, log: Log, heard: Write, parent: QObject
    ) -> None:
        """`heard`: gets the output beside the feed, on the engine's thread."""
        super().__init__(parent)
        self._heard = heard
        self.asked: Asked = Pressed()
        """Why the last run was asked for that no save and no exit code brought about."""
        self._make_engine = make_engine
        self._feed = feed
        self._log = log
        self._thread: SupervisorThread | None = None
        self._target: Target | None = None
        self.has_run = False
        """Since it was made, something was to be run."""
        self.is_quitting = False
        self._next: tuple[Target, Asked] | None = None
        """What is to run as soon as what has been told to quit is gone."""

    @property
    def now(self) -> Engine | None:
        return self._thread.engine if self._thread is not None else None

    def start(self, target: Target, asked: Asked) -> None:
        if self.is_quitting:
            self._next = target, asked
            return
        if self._thread is None:
            self._thread = self._make(target)
        if not self.has_run:
            self.has_run = True
            self.made.emit()
        self._target = self._thread.controlled.target = target
        self.asked = self._thread.asked = asked
        self._thread.engine.start(target)

    def prepare(self, target: Target) -> None:
        """Have the first run parked, if it is known what that will import. Until then saves are not
        the engine's concern."""
        if self.has_run or self.is_quitting:
            return
        if self._thread is None:
            self._thread = self._make(target)
        self._thread.engine.prepare(replace(target, restart_on_save=False))

    def _make(self, target: Target) -> SupervisorThread:
        thread = SupervisorThread(
            target,
            self._feed,
            make_engine=self._make_engine,
            log=self._log,
            heard=self._heard,
            parent=self,
        )
        thread.message.connect(self.message)
        thread.ordered.connect(self.ordered)
        thread.finished.connect(self._on_finished)
        thread.start()
        return thread

    def _on_finished(self) -> None:
        thread, self._thread, self.has_run = self._thread, None, False
        following, self._next, self.is_quitting = self._next, None, False
        if thread is not None:
            thread.deleteLater()
        self.gone.emit()
        if following is not None:
            self.start(*following)

    def keep_restarting(self) -> None:
        """The user's answer to a script that keeps asking for it."""
        if self._thread is not None:
            self._thread.engine.keep_restarting()

    def set_restart_on_save(self, on: bool) -> None:
        if self._thread is not None:
            self._thread.controlled.paused = not on
            if self.has_run:
                self._thread.engine.set_restart_on_save(on)

    def update(self, target: Target) -> None:
        """For the present run as far as it can be, and for the next ones."""
        if self._thread is not None:
            self._thread.controlled.target = target
            self._thread.engine.update(target)

    def drop_parked(self) -> None:
        """The next run starts cold: something was installed since that child was parked, and a
        Python looks for folders of packages only when it starts."""
        if self._thread is not None and self._target is not None:
            self._thread.engine.update(replace(self._target, standby=False))

    def tell_cpu_times(self) -> None:
        if self._thread is not None:
            self._thread.engine.tell_cpu_times()

    def tell_code(self) -> bool:
        """Whether a RanCode of the newest run follows."""
        if self._thread is not None:
            self._thread.engine.tell_code()
        return self._thread is not None

    def tell_position(self, *, from_c: bool) -> None:
        if self._thread is not None:
            self._thread.engine.tell_position(from_c=from_c)

    def send(self, text: str, secret: bool = False) -> None:
        """A line for the script, or several, shown at their place in the output."""
        if self._thread is not None:
            self._feed.echo("\n".join(HIDDEN for _ in text.split("\n")) if secret else text)
            self._thread.engine.write_input(f"{text}\n".encode())

    def close_input(self) -> None:
        if self._thread is not None:
            self._feed.echo(INPUT.no_more())
            self._thread.engine.close_input()

    def leave(self) -> None:
        """End it, and let no save start it again."""
        if self._thread is not None:
            self._thread.engine.set_restart_on_save(False)
            self._thread.engine.stop()

    def quit(self) -> None:
        """End it and all that it has started; `gone` follows. A second call forces."""
        self._next = None
        if self._thread is not None:
            self.is_quitting = True
            self._thread.engine.quit()

    def wait_gone(self, timeout_s: float) -> bool:
        """Block until its thread has ended; only for the very end."""
        return self._thread is None or self._thread.wait(int(timeout_s * 1000))
