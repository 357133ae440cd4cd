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
from reloader_core.comparer import MOST_FILES, Comparer
from reloader_core.machine import Action, Event, Phase, step
from reloader_core.model import AfterExit, NoticeKind, Reason, ReasonKind, Target
from reloader_core.policies import AutoSaves, ExitLoop
from reloader_core.pump import Pump, Sink
from reloader_core.run import Launch, Run
from reloader_core.saves import Saves
from reloader_core.standby import StandbyKeeper
from reloader_core.watch.watcher import Watcher
from reloader_core.watch_list import WatchList

log = logging.getLogger(__name__)

SETTLE_S = 0.005
"""tests/bench/settle.py shows the trade-off. What is told of is a file that was closed
or moved into place, so this only has to bridge an editor's second write; an empty file
(truncated, not yet written) is given longer by the watcher."""
HELLO_S = 5.0
GO_S = 2.0  # a standby that has not gone by then is frozen
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
    ) -> None:
        """`hello_s`: when an interpreter counts as one that does not let the agent in; `lines_s`:
        how long a state is kept back until it is known which lines were saved."""
        self._hello_s = hello_s
        self._target = target
        self._announcer = Announcer(report, lines_s)
        self._report = self._announcer.say
        self._stdin = stdin
        self._environ = environ
        self._inbox: queue.SimpleQueue[inbox.Item] = queue.SimpleQueue()
        self._host = make_host(self._inbox.put)
        self._pump = Pump(output, lambda run: self._inbox.put(inbox.OutputDrained(run)))
        self._watcher = Watcher(
            functools.partial(self._tell, inbox.FilesChanged),
            on_notice=self._inbox.put,
            on_open=functools.partial(self._tell, inbox.FilesOpen),
            settle_s=SETTLE_S,
        )
        self._watched = WatchList(self._watcher, self._report)
        self._comparer = Comparer(self._watcher.compare, self._inbox.put)
        self._keeper = StandbyKeeper(self._host, self._next_child, self._watcher.ask_disk)
        self._saves = Saves(self._check, self._on_saved, self._report)
        self._auto_saves = AutoSaves()
        self._children = 0
        self._phase = Phase.IDLE
        self._reason = Reason(ReasonKind.READY)
        self._next_reason = Reason(ReasonKind.ASKED)
        self._run: Run | None = None
        self._runs = 0
        self._loop = ExitLoop()
        self._due: float | None = None
        self._stale: frozenset[Path] = frozenset()
        """Changed since a run last read them; several may end before they can."""
        self._expects_agent = True
        self._place: tuple[str, ...] = ()
        self._watching_said = 0.0

    # -- commands: any thread, never block

    def start(self, target: Target | None = None) -> None:
        """Run, or run again; a new target takes the old one's place."""
        self._inbox.put(inbox.Start(target))

    def stop(self) -> None:
        """Stop the run and all that it started; a second call forces at once."""
        self._inbox.put(inbox.Stop())

    def update(self, target: Target) -> None:
        """What holds for the present run holds at once (what a save does), the rest from
        the next run on. Starts nothing."""
        self._inbox.put(inbox.Update(target))

    def set_restart_on_save(self, on: bool) -> None:
        self._inbox.put(inbox.SetRestartOnSave(on))

    def keep_restarting(self) -> None:
        """The user's answer to an exit-3 loop."""
        self._inbox.put(inbox.KeepRestarting())

    def tell_cpu_times(self) -> None:
        """A model.CpuUsed follows."""
        self._inbox.put(inbox.TellCpuTimes())

    def write_input(self, data: bytes) -> None:
        self._inbox.put(inbox.Input(data))

    def close_input(self) -> None:
        self._inbox.put(inbox.Input(None))

    def quit(self) -> None:
        """Stop everything; run() returns afterwards. A second call forces at once."""
        self._pump.patience_s = QUIT_PATIENCE_S
        self._inbox.put(inbox.Quit())

    # -- the loop

    def run(self) -> None:
        """Serve commands until quit() or, if the target says so, the script's end."""
        with contextlib.ExitStack() as parts:  # each is closed, whatever the others do
            parts.callback(self._say_closed)
            parts.push(self._say_failure)
            parts.callback(self._finish_output)
            parts.callback(self._host.close)
            parts.callback(self._keeper.drop)
            parts.callback(self._comparer.close)
            parts.callback(self._watcher.close)
            self._watched.set_target(None, self._target, agentless=False)
            self._watcher.start()
            while self._phase is not Phase.CLOSED:
                with contextlib.suppress(queue.Empty):
                    self._handle(self._inbox.get(timeout=self._timeout()))
                self._tick(time.monotonic())

    def _finish_output(self) -> None:
        """Hand on all that the last run printed; nobody of ours can print any more."""
        self._announcer.release()
        if self._run is not None:
            self._pump.tree_gone(self._run.number)
            self._run.drop_output()
            self._pump.finish()

    def _say_failure(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, Exception):
            log.error("the supervisor failed", exc_info=error)
            self._report(model.Notice(NoticeKind.FAILED, values=(repr(error),)))

    def _say_closed(self) -> None:
        self._phase = Phase.CLOSED
        self._announcer.expect_no_more()
        self._publish()

    def _timeout(self) -> float | None:
        """How long the loop may wait for an item. None: for ever."""
        run = self._run
        if run is not None and run.is_ending:
            return TICK_S
        hello_due = run.started + self._hello_s if run is not None and run.may_yet_greet else None
        go_due = run.started + GO_S if run is not None and run.has_to_go else None
        say_due = self._watching_said + WATCHING_S if self._watched.has_grown else None
        standby_due = self._keeper.deadline(run) if self._wants_standby else None
        times = [
            time
            for time in (
                *(self._due, hello_due, go_due, say_due, standby_due),
                *(self._announcer.deadline, self._saves.deadline, self._watched.deadline),
            )
            if time is not None
        ]
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _tick(self, now: float) -> None:
        """Whatever is due by the clock."""
        run = self._run
        if self._due is not None and now >= self._due:
            self._due = None
            self._feed(Event.DUE)
        if run is not None and run.may_yet_greet and now >= run.started + self._hello_s:
            self._become_agentless(run)
        if run is not None and run.has_to_go and now >= run.started + GO_S:
            run.give_up()
        self._announcer.tick(now)
        if run is not None:
            run.go_on_ending(now)
        self._save(self._watched.due(run, now), now)
        if self._saves.is_asking and not self._keeper.is_checking:
            self._saves.lost_standby(now)
        self._saves.tick(now, check=self._must_parse)
        if self._wants_standby:
            self._keeper.tick(run, self._spawn, self._target.script, now)
        if self._watched.has_grown and now >= self._watching_said + WATCHING_S:
            self._watching_said = now
            self._report(model.Watching(self._watched.files()))

    def _handle(self, item: inbox.Item) -> None:
        if isinstance(item, inbox.Command):
            self._obey(item)
            return
        match item:
            case inbox.FilesChanged(files):
                self._on_files_changed(files)
            case inbox.FilesOpen(files):
                self._watched.opened(self._run, files, time.monotonic())
            case inbox.OutputDrained(run):
                self._report(model.Drained(run))
            case inbox.Compared(run, lines):
                self._on_compared(run, dict(lines))
            case model.Notice():
                self._report(item)
            case _:
                if self._run is not None and item.child == self._run.child.id:
                    self._on_fact(self._run, item)
                elif self._keeper.owns(item.child):
                    self._on_standby_fact(item)

    def _obey(self, command: inbox.Command) -> None:
        match command:
            case inbox.Start(target):
                if target is not None:
                    self._set_target(target)
                self._loop.reset()
                self._want(Reason(ReasonKind.ASKED), Event.RUN)
            case inbox.KeepRestarting():
                self._loop.reset()
                self._want(Reason(ReasonKind.EXIT_3), Event.RUN)
            case inbox.Stop():
                self._feed(Event.STOP, Reason(ReasonKind.STOPPED))
            case inbox.Quit():
                self._feed(Event.QUIT, Reason(ReasonKind.QUIT))
            case inbox.TellCpuTimes():
                times = self._run.cpu_times() if self._run is not None else None
                self._report(model.CpuUsed(self._runs, times))
            case inbox.Update(target):
                self._set_target(target)
                if not target.standby:
                    self._keeper.drop()
            case inbox.SetRestartOnSave(on):
                self._target = dataclasses.replace(self._target, restart_on_save=on)
            case inbox.Input(data):
                if self._run is not None and self._run.is_alive:
                    self._send_input(self._run, data)
            case _:
                assert_never(command)

    def _send_input(self, run: Run, data: bytes | None) -> None:
        wanted = run.wants_input
        if not run.send_input(data):
            size = len(data or b"")
            self._report(model.Notice(NoticeKind.INPUT_REFUSED, values=(size,)))
        if wanted and not run.wants_input:
            self._report(model.InputWanted(run.number, False))

    def _want(self, reason: Reason, event: Event) -> None:
        """A new run is wanted: its reason, and the event that brings it about."""
        if self._phase is Phase.RESTARTING and self._next_reason.kind is ReasonKind.CHANGED:
            reason = self._next_reason.joined_by(reason)
        self._next_reason = reason
        self._feed(event, reason)

    def _feed(self, event: Event, reason: Reason | None = None) -> None:
        """Look the event up in the machine's table and do what it says."""
        before = self._phase
        self._phase, action = step(before, event)
        if reason is not None and (self._phase is not before or action is not Action.NOTHING):
            self._reason = reason
        if self._phase is not before and self._phase not in (Phase.RUNNING, Phase.CLOSED):
            self._publish()
        self._do(action)

    def _do(self, action: Action) -> None:
        match action:
            case Action.NOTHING | Action.CLOSE:
                pass
            case Action.START:
                self._start()
            case Action.ASK_RELOAD | Action.ASK_STOP:
                self._end_run()
            case Action.FORCE:
                self._force()
            case Action.END_TREE:
                self._end_tree()
            case Action.WAIT_DUE:
                self._due = time.monotonic() + self._loop.delay_s
                text = (
                    f"The script ended {self._loop.count} times in a row with exit code 3; "
                    f"it starts again in {self._loop.delay_s:g} s."
                )
                self._report(model.Notice(NoticeKind.EXIT_3_SLOWED, text))
            case _:
                assert_never(action)

    def _publish(self, then: Callable[[], None] = lambda: None) -> None:
        """Report the state, then do this. See Announcer."""
        run = self._run
        status = model.Status(
            t=time.monotonic(),
            state=self._phase.state,
            reason=self._reason,
            run=self._runs,
            pid=run.pid if run is not None and run.is_alive else None,
            exit=run.exit if run is not None else None,
            left=run.left if run is not None else 0,
            started=run.started if run is not None else None,
        )
        self._announcer.publish(status, then)

    def _on_compared(self, run: int, lines: dict[Path, model.LineSpans]) -> None:
        """The lines of a save have come, mostly while the run before it still ends."""
        if run > self._runs:
            self._next_reason = self._next_reason.with_lines(lines)
        if run >= self._runs:
            self._reason = self._reason.with_lines(lines)
        self._announcer.compared(lines, of_held=run >= self._runs)

    # -- starting

    def _set_target(self, target: Target) -> None:
        if target == self._target:
            return  # each Run and each setting in the window brings one
        old, self._target = self._target, target
        if old.interpreter != target.interpreter:
            self._expects_agent = True
            self._keeper.forget()
        if (old.script, old.module) != (target.script, target.module):
            self._place = ()
            self._keeper.forget()
        self._watched.set_target(old, target, agentless=not self._expects_agent)

    def _next_child(self) -> int:
        self._children += 1
        return self._children

    def _spawn(self) -> child.Spawn:
        return child.Spawn(
            argv=command_line(self._target),
            cwd=self._target.cwd,
            env=tuple({**self._environ, **dict(self._target.env)}.items()),
            stdin=self._stdin,
        )

    def _start(self) -> None:
        """The next run: with the standby if there is a good one, else cold."""
        self._due = None
        self._reason = self._next_reason
        self._runs += 1
        self._saves.forget()
        self._stale |= self._watched.begin_run(self._run)
        self._keeper.note_changes(self._stale)
        self._keeper.begin_run(self._run)
        spawn = self._spawn()
        standby = self._keeper.take(spawn)
        if standby is None:
            self._start_cold(spawn)
            return
        self._run = self._new_run(standby.child)
        self._run.from_standby = True
        if standby.hello is not None:
            self._run.greet(standby.hello)
            self._run.go(())

    def _start_cold(self, spawn: child.Spawn) -> None:
        try:
            started = self._host.spawn(self._next_child(), spawn)
        except OSError as error:
            self._on_spawn_failed(
                f"No new program can be started at the moment ({error.strerror})."
            )
            return
        self._run = self._new_run(started)
        self._run.agentless = not self._expects_agent

    def _new_run(self, started: child.Child) -> Run:
        return Run(
            self._runs,
            started,
            time.monotonic(),
            self._stale,
            launch_of(self._target),
            in_front=self._reason.kind is ReasonKind.ASKED,
            place=self._place,
        )

    def _announce(self, run: Run) -> None:
        """Publish the run, then let its output through."""
        if not run.announced:
            run.announced = True
            self._publish(then=lambda: self._pump.begin(run.number, run.child))

    @property
    def _wants_standby(self) -> bool:
        return (
            self._target.standby
            and self._expects_agent
            and self._phase in (Phase.RUNNING, Phase.WAITING)
            and self._run is not None
            and self._run.launch == launch_of(self._target)
        )

    def _become_agentless(self, run: Run) -> None:
        """Nobody inside answers. Said once for an interpreter."""
        run.agentless = True
        self._watched.watch_folder(self._target)
        if run.early:
            self._on_files_changed(tuple((path, str(path)) for path in run.early))
        if self._expects_agent:
            text = (
                f"{self._target.interpreter.name} did not let Reloader look inside, so it cannot "
                "see which files the script loads: it restarts when a .py file beside the script "
                "is saved."
            )
            self._report(model.Notice(NoticeKind.NO_AGENT, text))
        self._expects_agent = False

    # -- facts about the present run

    def _on_fact(self, run: Run, fact: child.Fact) -> None:
        match fact:
            case child.Spawned(_, pid):
                run.pid = pid
                if not run.from_standby:
                    self._announce(run)
            case child.SpawnFailed(_, sentence):
                run.child.close_output()
                self._on_spawn_failed(sentence)
            case child.Hello():
                self._on_hello(run, fact)
            case child.Armed():
                log.debug("armed")
                run.armed = True
                self._stale = frozenset()
                self._keeper.trust_again()
                self._announce(run)
            case child.Uses(_, name):
                run.note_use(name)
                packages_too = self._target.preload_packages
                self._keeper.note_use(fact, time.monotonic(), packages_too=packages_too)
            case child.Ready() | child.Checked() | child.Refused():
                pass  # the last words of a standby that was needed at once
            case child.Handled(_, doing, waits_for):
                if run.ending is not None:
                    run.ending.hear(doing, waits_for)
                    run.go_on_ending(time.monotonic())
            case child.LoadedAhead():
                self._keeper.note_ahead(fact)
            case child.Loaded(_, path, seen):
                self._watched.loaded(run, path, seen)
            case child.Missing(_, name, folders):
                self._watched.missing(run, name, folders)
            case child.Asks():
                run.questions += 1
                if run.wants_input:
                    self._report(model.InputWanted(run.number, True))
            case child.ReadsKeys():
                text = (
                    "The script reads single keys, and gets none: only a terminal of its own has "
                    "them. It goes on; to use it, start it there, by python and its name."
                )
                self._report(model.Notice(NoticeKind.SINGLE_KEYS, text))
            case child.Wrote(_, path, with_contents):
                self._watched.wrote(path, time.monotonic(), with_contents=with_contents)
            case child.ExitReport():
                run.report = fact
            case child.Placed(_, place):
                self._place = place
            case child.Exited(_, code, left):
                self._on_exited(run, code, left)
            case child.LeftChanged(_, left):
                run.left = left
                self._publish()
            case child.Stuck(_, pids):
                self._report(model.Notice(NoticeKind.STUCK, values=pids))
                self._on_stuck(run)
            case child.GuardianLost():
                self._report(model.Notice(NoticeKind.GUARDIAN_LOST))
            case child.PassedBy():
                self._report(model.Notice(NoticeKind.PASSED_BY))
            case child.TreeGone():
                self._on_tree_gone(run)
            case _:
                assert_never(fact)

    def _on_hello(self, run: Run, hello: child.Hello) -> None:
        """Also after it was given up, or where the runs before said none: an interpreter may be
        slow once, or fail once, and is as good as any from then on."""
        run.greet(hello)
        self._watched.greet(hello.prefixes)
        if not self._expects_agent:
            self._expects_agent = True
            self._watched.set_target(None, self._target, agentless=False)
            self._report(model.Notice(NoticeKind.AGENT_BACK))
        if run.ending is None:
            run.go(self._watched.accept())
            self._stale = run.stale

    def _on_stuck(self, run: Run) -> None:
        self._pump.tree_gone(run.number)
        run.drop_output()
        if run.given_up and run.is_alive and run.ending is None:
            self._start_cold(self._spawn())
        else:
            self._feed(Event.TREE_STUCK)

    def _on_spawn_failed(self, sentence: str) -> None:
        if self._run is not None:
            self._run.drop_output()
        self._run = None
        self._report(model.Notice(NoticeKind.SPAWN_FAILED, sentence))
        self._feed(Event.SPAWN_FAILED, Reason(ReasonKind.SPAWN_FAILED))
        if self._target.after_exit is not AfterExit.WAIT:
            self._feed(Event.QUIT)

    def _on_standby_fact(self, fact: child.Fact) -> None:
        now = time.monotonic()
        self._keeper.on_fact(fact, now)
        if isinstance(fact, child.Checked):
            self._saves.checked(fact.number, fact.error, now)

    def _check(self, number: int, source: Path) -> float | None:
        """See Saves: `ask`."""
        run, size_bytes = self._run, self._watcher.size_bytes(source)
        if run is None or not self._wants_standby:
            return None
        self._keeper.start_early(run, self._spawn, time.monotonic())
        return self._keeper.check(number, source, size_bytes)

    @property
    def _must_parse(self) -> bool:
        """Is there a program that a mistake in a saved file would end for nothing?"""
        run = self._run
        return (
            self._phase is Phase.RUNNING
            and run is not None
            and run.is_alive
            and not self._target.restart_on_errors
        )

    def _tell(
        self, kind: type[inbox.FilesChanged] | type[inbox.FilesOpen], files: frozenset[Path]
    ) -> None:
        """On the watcher's thread, which may wait for a drive. What the agent has said of its
        own writes so far has to come before."""
        told = kind(self._watcher.real_paths(files))
        self._host.after_reports(lambda: self._inbox.put(told))

    def _on_files_changed(self, changed: tuple[tuple[Path, str], ...]) -> None:
        run, now = self._run, time.monotonic()
        files = frozenset(path for path, _real in changed)
        log.debug("saved: %s", ", ".join(map(str, files)))
        self._keeper.note_changes(files)
        self_written = self._watched.by_script(run, changed, now)
        if files - self_written:
            self._loop.reset()
        if run is not None and run.may_yet_greet:
            # It has not read anything yet, so it will read the new text; but who knows of what
            # it reads before it can say hello?
            ahead = self._keeper.loaded_ahead(files)
            run.early |= files - ahead
            files = ahead
            if not files:
                return
        files -= self_written
        if self._target.restart_on_save:
            self._watched.tell(self_written)
            self._save(self._watched.not_put_off(run, files, now), now)

    def _save(self, files: frozenset[Path], now: float) -> None:
        """These files were saved, and not by the script."""
        if files and self._target.restart_on_save:
            self._saves.saved(files, now, pause_s=self._target.pause_s, check=self._must_parse)

    def _on_saved(self, files: frozenset[Path]) -> None:
        """The decision: these saves restart the script."""
        log.debug("decided")
        run, now = self._run, time.monotonic()
        if run is not None and run.is_alive and self._auto_saves.note(now, now - run.started):
            text = "Your editor seems to save by itself."
            self._report(model.Notice(NoticeKind.AUTO_SAVE, text))
        changed = tuple(sorted(files))
        next_run, edits = self._runs + 1, self._watcher.edits(changed[:MOST_FILES])
        if has_room := self._comparer.has_room(edits):
            self._announcer.expect_lines()
        always = self._target.run_when_saved
        event = Event.CHANGED_ALWAYS if always else Event.CHANGED
        back = tuple(sorted(self._watcher.returned(changed)))
        self._want(Reason(ReasonKind.CHANGED, changed, back=back), event)
        if has_room:  # now that the script is asked to end: comparing takes the GIL from us
            self._comparer.ask(next_run, edits)

    # -- ending

    def _end_run(self) -> None:
        if self._run is None:
            self._feed(Event.TREE_GONE)
        else:
            self._run.end(grace_s=self._target.grace_s, now=time.monotonic())

    def _force(self) -> None:
        if self._run is None:
            self._feed(Event.TREE_GONE)
        else:
            self._run.force()

    def _end_tree(self) -> None:
        if self._run is None:
            self._feed(Event.TREE_GONE)
        else:
            self._run.end_tree(self._target.grace_s, time.monotonic())

    def _on_exited(self, run: Run, code: int, left: int) -> None:
        if not run.is_alive:
            return
        self._announcer.release()  # its output is let through before its end is told
        if run.has_to_go or (run.given_up and run.ending is None):
            log.debug("the standby was not fit; starting cold")
            run.end_tree(self._target.grace_s, time.monotonic())
            run.drop_output()
            self._start_cold(self._spawn())
            return
        if run.may_yet_greet and self._phase is Phase.RUNNING:
            self._become_agentless(run)
        log.debug("exited")
        self._announce(run)  # a standby may end before it begins; its pipe is read all the same
        if run.forced_after_s is not None:
            self._report(model.Notice(NoticeKind.FORCED, values=(run.forced_after_s,)))
        elif run.cut_off:
            self._report(model.Notice(NoticeKind.WENT_ON))
        ended = run.close(code, left, time.monotonic())
        self._pump.exited(run.number)
        event = self._meaning_of(run, ended)
        if event is Event.ENDED_WITH_3:
            self._next_reason = Reason(ReasonKind.EXIT_3)
        reason = None
        if self._phase is Phase.RUNNING:
            reason = _REASONS.get(event, Reason(ReasonKind.ENDED))
        if self._kept_asking:  # why it ended comes before that it did
            self._report(model.Notice(NoticeKind.EXIT_3_LOOP))
        self._feed(event, reason)

    def _meaning_of(self, run: Run, ended: model.Exit) -> Event:
        """What the end of the run says to the machine."""
        if run.ending is not None or self._phase is not Phase.RUNNING:
            return Event.ENDED
        if not self._asks_for_restart(run, ended):
            self._loop.reset()
        elif self._loop.note(ended.runtime_s) < self._target.max_exit3_loops:
            return Event.ENDED_WITH_3
        match self._target.after_exit:
            case AfterExit.WAIT:
                return Event.ENDED_WITH_3_AGAIN if self._kept_asking else Event.ENDED
            case AfterExit.END:
                return Event.ENDED_FOR_GOOD
            case AfterExit.END_UNLESS_SYNTAX_ERROR:
                if ended.error is not None and ended.error.is_syntax_error:
                    return Event.ENDED
                return Event.ENDED_FOR_GOOD

    def _asks_for_restart(self, run: Run, ended: model.Exit) -> bool:
        """By exit code 3, if the user has not said that it is a code like any other."""
        if ended.code != model.RESTART_EXIT_CODE or not self._target.max_exit3_loops:
            return False
        return run.report is not None or not (self._host.exit_3_needs_report and run.said_hello)

    @property
    def _kept_asking(self) -> bool:
        """So often that its 3 is taken for its own result."""
        return 0 < self._target.max_exit3_loops <= self._loop.count

    def _on_tree_gone(self, run: Run) -> None:
        log.debug("tree gone")
        was_left, run.left = run.left, 0
        self._pump.tree_gone(run.number)
        run.drop_output()
        too_soon = self._loop.delay_s > 0 and self._next_reason.kind is ReasonKind.EXIT_3
        self._feed(Event.TREE_GONE_TOO_SOON if too_soon else Event.TREE_GONE)
        if was_left and self._phase is Phase.WAITING:  # it went without being asked to
            self._publish()


_REASONS = {
    Event.ENDED_WITH_3: Reason(ReasonKind.EXIT_3),
    Event.ENDED_WITH_3_AGAIN: Reason(ReasonKind.EXIT_3_LOOP),
}


def launch_of(target: Target) -> Launch:
    """What decides whether another child of this target is like its last one."""
    return target.cwd, command_line(target), target.env


def command_line(target: Target) -> tuple[str, ...]:
    """The command that a person would type, with unbuffered output."""
    what = (str(target.script),) if target.script is not None else ("-m", str(target.module))
    return (str(target.interpreter), "-u", *what, *target.args)
