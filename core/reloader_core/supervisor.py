"""The owner loop: an inbox of commands and facts -> the machine -> actions.

Whoever calls run() owns the state; nobody else touches it. Commands may come from
any thread and never block; facts come from the host's, the watcher's and the
pump's threads. This is the only place that ties the parts together.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import logging
import os
import queue
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import assert_never

from reloader_core import child, inbox, model
from reloader_core.announcer import LINES_S, Announcer
from reloader_core.changes import Changes
from reloader_core.course import Course
from reloader_core.kept_imports import KeptImports
from reloader_core.launch import spawn_of
from reloader_core.machine import Event, Phase
from reloader_core.model import Reason, ReasonKind, Target
from reloader_core.notice import Notice, NoticeKind
from reloader_core.pump import Pump, Sink
from reloader_core.run import Run
from reloader_core.runs import Runs
from reloader_core.standby import StandbyPool
from reloader_core.watch.watcher import Watcher
from reloader_core.watch_list import WatchList

log = logging.getLogger(__name__)

SETTLE_S = 0.005
"""How long a file must be at rest before its save counts. Events come for files that were closed
or moved into place, so this only bridges an editor's second write; the watcher gives an empty
file (truncated, not yet written) longer. tests/bench/settle.py shows the trade-off."""
HELLO_S = 5.0
TICK_S = 0.02
WATCHING_S = 0.2
QUIT_PATIENCE_S = 1.0


class Supervisor:
    """Runs one target, again and again. See run() and the commands.

    `report` gets every Message on the thread of run(); `output(run, bytes)` gets the
    script's output from another one, in order and complete, always after the Status
    that announces the run, and may block. `stdin`: a file descriptor that the script
    inherits; None: it reads what write_input sends.
    """

    def __init__(
        self,
        target: Target,
        *,
        report: Callable[[model.Message], None],
        output: Sink,
        stdin: int | None = None,
        environ: Mapping[str, str] = os.environ,
        make_host: Callable[[child.Deliver], child.Host] = child.make_host,
        hello_s: float = HELLO_S,
        lines_s: float = LINES_S,
        kept: KeptImports | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`hello_s`: when an interpreter counts as one that does not let the agent in; `lines_s`:
        how long a state is kept back until it is known which lines were saved; `kept`: what runs
        have imported in earlier sessions; None: the user's own. Raises OSError where no helper
        process can be had."""
        self._stdin = stdin
        self._environ = environ
        self._clock = clock
        self._inbox: queue.SimpleQueue[inbox.Item] = queue.SimpleQueue()
        self._children = 0
        self._watching_said = 0.0
        self._announcer = Announcer(report, lines_s)
        self._report = self._announcer.say
        self._course = Course(target, self._announcer, clock)
        self._host = make_host(self._inbox.put)
        drained = self._inbox.put
        self._pump = Pump(output, lambda run: drained(inbox.OutputDrained(run)), clock)
        self._watcher = Watcher(
            functools.partial(self._tell, inbox.FilesChanged),
            on_notice=self._inbox.put,
            on_open=functools.partial(self._tell, inbox.FilesOpen),
            settle_s=SETTLE_S,
        )
        self._watched = WatchList(self._watcher, self._report)
        self._standbys = StandbyPool(
            *(self._host, self._next_child, self._watcher.ask_disk),
            target=lambda: self._course.target,
            kept=kept or KeptImports.usual(),
            report=self._report,
        )
        self._changes = Changes(
            *(self._course, self._watcher, self._watched, self._standbys, self._announcer),
            want=self._want,
            next_spawn=self._next_spawn,
            deliver=self._inbox.put,
        )
        self._runs = Runs(
            *(self._course, self._host, self._pump, self._watched, self._standbys, self._changes),
            self._announcer,
            feed=self._feed,
            next_spawn=self._next_spawn,
            next_child=self._next_child,
            hear_out=self._hear_out,
            hello_s=hello_s,
        )

    # -- commands: any thread, never block

    def start(self, target: Target | None = None) -> None:
        """Run, or run again; a new target takes the old one's place."""
        self._inbox.put(inbox.Start(target))

    def prepare(self, target: Target) -> None:
        """Before the first run: have it parked, if what it imports is known from another session.
        Starts nothing of what lies in the script's folder."""
        self._inbox.put(inbox.Prepare(target))

    def stop(self) -> None:
        """Stop the run and all that it started; a second call forces at once."""
        self._inbox.put(inbox.Stop())

    def update(self, target: Target) -> None:
        """What holds for the present run holds at once (what a save does), the rest from
        the next run on. Starts nothing."""
        self._inbox.put(inbox.Update(target))

    def set_restart_on_save(self, on: bool) -> None:
        """On again: what was saved meanwhile counts as saved now."""
        self._inbox.put(inbox.SetRestartOnSave(on))

    def keep_restarting(self) -> None:
        """The user's answer to an exit-3 loop."""
        self._inbox.put(inbox.KeepRestarting())

    def tell_cpu_times(self) -> None:
        """A model.CpuUsed follows."""
        self._inbox.put(inbox.TellCpuTimes())

    def tell_code(self) -> None:
        """A model.RanCode of the newest run follows."""
        self._inbox.put(inbox.TellCode())

    def tell_position(self, *, from_c: bool = False) -> None:
        """A model.Position follows, if the script's main thread gets to answer; `from_c`: also
        from inside a function that is not written in Python, where the system allows it."""
        self._inbox.put(inbox.TellPosition(from_c))

    def write_input(self, data: bytes) -> None:
        self._inbox.put(inbox.Input(data))

    def close_input(self) -> None:
        self._inbox.put(inbox.Input(None))

    def quit(self) -> None:
        """Stop everything; run() returns afterwards. A second call forces at once."""
        self._pump.patience_s = QUIT_PATIENCE_S
        self._inbox.put(inbox.Quit())

    # -- on the thread of run()

    @property
    def reason(self) -> Reason:
        """Why the present run was started, or why there is none."""
        return self._course.reason

    @property
    def runs(self) -> int:
        """The number of the last run."""
        return self._course.runs

    # -- the loop

    def run(self) -> None:
        """Serve commands until quit() or, if the target says so, the script's end."""
        with contextlib.ExitStack() as parts:  # each is closed, whatever the others do
            parts.callback(self._say_closed)
            parts.push(self._say_failure)
            parts.callback(self._pump.close)
            parts.callback(self._runs.finish_output)
            parts.callback(self._host.close)
            parts.callback(self._standbys.drop)
            parts.callback(self._changes.close)
            parts.callback(self._watcher.close)
            self._watched.set_target(None, self._course.target, agentless=False)
            self._pump.start()
            self._watcher.start()
            while self._course.phase is not Phase.CLOSED:
                with contextlib.suppress(queue.Empty):
                    self._handle(self._inbox.get(timeout=self._timeout()))
                self._tick(self._clock())

    def _say_failure(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, Exception):
            log.error("the supervisor failed", exc_info=error)
            self._report(Notice(NoticeKind.FAILED, values=(repr(error),)))

    def _say_closed(self) -> None:
        self._course.phase = Phase.CLOSED
        self._announcer.expect_no_more()
        self._course.publish()

    def _timeout(self) -> float | None:
        """How long the loop may wait for an item. None: for ever."""
        run = self._course.run
        if run is not None and run.is_ending:
            return TICK_S
        standby_due = self._standbys.deadline(run) if self._course.wants_standby else None
        say_due = self._watching_said + WATCHING_S if self._watched.has_grown else None
        deadlines = (self._runs.deadline, self._announcer.deadline, self._changes.deadline)
        times = [time for time in (*deadlines, standby_due, say_due) if time is not None]
        return max(0.0, min(times) - self._clock()) if times else None

    def _tick(self, now: float) -> None:
        """Whatever is due by the clock."""
        self._runs.tick(now)
        self._announcer.tick(now)
        if self._course.run is not None:
            self._course.run.go_on_ending(now)
        self._changes.tick(now)
        if self._course.wants_standby:
            self._standbys.tick(self._course.run, self._next_spawn, now)
        if self._watched.has_grown and now >= self._watching_said + WATCHING_S:
            self._watching_said = now
            self._report(model.Watching(self._watched.files()))

    def _handle(self, item: inbox.Item) -> None:
        if isinstance(item, inbox.Command):
            self._obey(item)
            return
        match item:
            case inbox.FilesChanged(files):
                self._changes.on_files(files)
            case inbox.FilesOpen(files):
                self._watched.opened(self._course.run, files, self._clock())
            case inbox.OutputDrained(run):
                self._report(model.Drained(run))
            case inbox.HeardOut(run):
                self._runs.on_heard_out(run)
            case inbox.Compared(run, lines):
                self._course.compared(run, dict(lines))
            case Notice():
                self._report(item)
            case _:
                if self._course.run is not None and item.child_id == self._course.run.child.id:
                    self._runs.on_fact(self._course.run, item)
                elif self._standbys.owns(item.child_id):
                    self._on_standby_fact(item)

    def _obey(self, command: inbox.Command) -> None:
        match command:
            case inbox.Start(target):
                if target is not None:
                    self._set_target(target)
                self._course.exit3_streak.reset()
                self._changes.user_started()
                self._want(Reason(ReasonKind.ASKED), Event.RUN)
            case inbox.Prepare(target):
                if self._course.runs == 0:
                    self._set_target(target)
                    self._standbys.park_early(self._next_spawn(), self._clock())
            case inbox.KeepRestarting():
                self._course.exit3_streak.reset()
                self._want(Reason(ReasonKind.EXIT_3), Event.RUN)
            case inbox.Stop():
                self._feed(Event.STOP, Reason(ReasonKind.STOPPED))
            case inbox.Quit():
                self._feed(Event.QUIT, Reason(ReasonKind.QUIT))
            case inbox.TellCpuTimes():
                self._runs.script.tell_use()
            case inbox.TellCode():
                self._report(model.RanCode(self._course.runs, self._watched.code()))
            case inbox.TellPosition(from_c):
                if self._course.run is not None:
                    self._course.run.tell_position(from_c=from_c)
            case inbox.Update(target):
                self._set_target(target)
                if not target.parks:
                    self._standbys.drop()
            case inbox.SetRestartOnSave(on):
                self._course.target = dataclasses.replace(self._course.target, restart_on_save=on)
                if on:
                    self._changes.resumed()
            case inbox.Input(data):
                if self._course.run is not None and self._course.run.is_alive:
                    self._send_input(self._course.run, data)
            case _:
                assert_never(command)

    def _send_input(self, run: Run, data: bytes | None) -> None:
        wanted = run.wants_input
        if not run.send_input(data):
            size = len(data or b"")
            self._report(Notice(NoticeKind.INPUT_REFUSED, values=(size,)))
        if wanted and not run.wants_input:
            self._report(model.InputWanted(run.number, False))

    def _want(self, reason: Reason, event: Event) -> None:
        """A new run is wanted: its reason, and the event that brings it about."""
        self._feed(event, self._course.joined(reason))

    def _feed(self, event: Event, reason: Reason | None = None) -> None:
        self._runs.do(self._course.step(event, reason))

    def _set_target(self, target: Target) -> None:
        old = self._course.target
        if target == old:
            return  # each Run and each setting in the window brings one
        self._course.target = target
        if old.interpreter != target.interpreter:
            self._course.expects_agent = True
            self._standbys.forget()
        if old.what != target.what:
            self._runs.script.forget_script()
            self._standbys.forget()
        self._watched.set_target(old, target, agentless=not self._course.expects_agent)

    # -- for the parts

    def _next_child(self) -> int:
        self._children += 1
        return self._children

    def _next_spawn(self) -> child.Spawn:
        return spawn_of(self._course.target, self._environ, self._stdin)

    def _on_standby_fact(self, fact: child.Fact) -> None:
        now = self._clock()
        self._standbys.on_fact(fact, now)
        if isinstance(fact, child.Checked):
            self._changes.checked(fact)

    def _hear_out(self, run: int) -> None:
        self._host.after_reports(lambda: self._inbox.put(inbox.HeardOut(run)))

    def _tell(
        self, kind: type[inbox.FilesChanged] | type[inbox.FilesOpen], files: frozenset[Path]
    ) -> None:
        """On the watcher's thread, which may wait for a drive. What the agent has said of its
        own writes so far has to come before."""
        told = kind(self._watcher.real_paths(files))
        self._host.after_reports(lambda: self._inbox.put(told))
