"""The runs of a target, one after another: started, heard, brought to their end.

Belongs to the supervisor's thread. Does what the machine says (do) and tells it what has
become of the present run.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from reloader_core import child, model
from reloader_core.announcer import Announcer
from reloader_core.changes import Changes
from reloader_core.course import Course
from reloader_core.exit_meaning import REASONS, kept_asking, meaning_of
from reloader_core.launch import launch_of
from reloader_core.life import Happening, Life
from reloader_core.machine import Action, Event, Phase
from reloader_core.model import AfterExit, Reason, ReasonKind, State
from reloader_core.notice import Notice, NoticeKind, SpawnTrouble
from reloader_core.pump import Pump
from reloader_core.run import Run
from reloader_core.script_reports import ScriptReports
from reloader_core.standby import StandbyPool
from reloader_core.watch_list import WatchList

log = logging.getLogger(__name__)

GO_S = 2.0  # a standby that has not gone by then is frozen


class Runs:
    """`feed(event, reason)` tells the machine; `next_spawn` says what a run is started with;
    `hear_out(run)`: have on_heard_out() called; `hello_s`: when an interpreter counts as one that
    does not let the agent in."""

    def __init__(
        self,
        course: Course,
        host: child.Host,
        pump: Pump,
        watched: WatchList,
        standbys: StandbyPool,
        changes: Changes,
        announcer: Announcer,
        *,
        feed: Callable[[Event, Reason | None], None],
        next_spawn: Callable[[], child.Spawn],
        next_child: Callable[[], int],
        hear_out: Callable[[int], None],
        hello_s: float,
    ) -> None:
        self._course = course
        self._host = host
        self._pump = pump
        self._watched = watched
        self._standbys = standbys
        self._changes = changes
        self._announcer = announcer
        self._report = announcer.say
        self._feed = feed
        self._next_spawn = next_spawn
        self._next_child = next_child
        self._hear_out = hear_out
        self._hello_s = hello_s
        self._due: float | None = None
        """When a restart that is slowed down may begin."""
        self._stale: frozenset[Path] = frozenset()
        """Changed since a run last read them; several may end before they can."""
        self.script = ScriptReports(course, watched, standbys, changes, announcer, feed=feed)

    # -- by the clock

    @property
    def deadline(self) -> float | None:
        """When tick() should be called next, but for the steps of an ending."""
        run, times = self._course.run, [self._due]
        if run is not None and run.awaits_agent:
            times.append(run.started + self._hello_s)
        if run is not None and run.must_go:
            times.append(run.started + GO_S)
        return min((time for time in times if time is not None), default=None)

    def tick(self, now: float) -> None:
        run = self._course.run
        if self._due is not None and now >= self._due:
            self._due = None
            self._feed(Event.DUE, None)
        if run is None:
            return
        if run.awaits_agent and now >= run.started + self._hello_s:
            self._become_agentless(run)
        if run.must_go and now >= run.started + GO_S:
            self._standbys.note_not_gone()
            run.give_up()

    # -- what the machine says

    def do(self, action: Action) -> None:
        match action:
            case Action.NOTHING | Action.CLOSE:
                pass
            case Action.START:
                self._start()
            case Action.ASK:
                self._end(self._ask_to_end)
            case Action.FORCE:
                self._end(Run.force)
            case Action.END_TREE:
                self._end(self._end_tree)
            case Action.WAIT_DUE:
                streak = self._course.exit3_streak
                self._due = self._course.clock() + streak.delay_s
                values = (streak.count, streak.delay_s)
                self._report(Notice(NoticeKind.EXIT_3_SLOWED, values=values))
            case _:
                assert_never(action)

    def _end(self, how: Callable[[Run], None]) -> None:
        if self._course.run is None:
            self._feed(Event.TREE_GONE, None)
        else:
            how(self._course.run)

    def _ask_to_end(self, run: Run) -> None:
        run.end(grace_s=self._course.target.grace_s, now=self._course.clock())
        if run.life.is_going:
            self._hear_out(run.number)

    def on_heard_out(self, number: int) -> None:
        run = self._course.run
        if run is not None and run.number == number:
            run.heard_out = True
            run.go_on_ending(self._course.clock())

    def _end_tree(self, run: Run) -> None:
        run.end_tree(self._course.target.grace_s, self._course.clock())

    # -- starting

    def _start(self) -> None:
        """The next run: with the standby if there is a good one, else cold."""
        course = self._course
        self._due = None
        course.reason = course.next_reason
        if course.runs:
            self._report(model.RanCode(course.runs, self._watched.code()))
        course.runs += 1
        self._changes.forget()
        self._stale |= self._watched.begin_run(course.run)
        self._standbys.note_changes(self._stale)
        self._standbys.begin_run(course.run)
        if course.runs == 1:
            self._report(model.Watching(self._watched.files()))
        spawn = self._next_spawn()
        standby = self._standbys.take(spawn)
        if standby is None:
            self._start_cold(spawn)
            return
        run = course.run = self._new_run(standby.child, Life.STANDBY_STARTING)
        if standby.hello is not None:
            self._watched.greet(standby.hello.prefixes)
            run.greet(standby.hello)
            run.go(())

    def _start_cold(self, spawn: child.Spawn) -> None:
        try:
            started = self._host.spawn(self._next_child(), spawn)
        except OSError as error:
            self._on_spawn_failed(SpawnTrouble.NO_ROOM, error.strerror or str(error))
            return
        life = Life.ORDERED if self._course.expects_agent else Life.ORDERED_BLIND
        self._course.run = self._new_run(started, life)

    def _new_run(self, started: child.Child, life: Life) -> Run:
        target = self._course.target
        return Run(
            self._course.runs,
            started,
            self._course.clock(),
            self._stale,
            launch_of(target),
            life,
            in_front=self._course.reason.kind is ReasonKind.ASKED,
            place=self.script.place,
            data_files=target.data_files,
            folders=(target.cwd, *([target.script.parent] if target.script is not None else [])),
        )

    def _advance(self, run: Run, move: Callable[[], None]) -> None:
        """Move the run on; where it becomes one that can be told of, do so."""
        was_announced = run.life.is_announced
        move()
        if run.life.is_announced and not was_announced:
            self._announce(run)

    def _announce(self, run: Run) -> None:
        """Publish it, then let its output through."""
        self._course.publish(then=lambda: self._pump.begin(run.number, run.child))

    def _become_agentless(self, run: Run) -> None:
        """Nobody inside answers. Said once for an interpreter."""
        run.note(Happening.NO_HELLO)
        target = self._course.target
        self._watched.watch_folder(target)
        if run.early:
            self._changes.on_files(tuple((path, str(path)) for path in run.early))
        if self._course.expects_agent:
            values = (target.interpreter.name,)
            self._report(Notice(NoticeKind.NO_AGENT, values=values))
        self._course.expects_agent = False

    # -- facts about the present run

    def on_fact(self, run: Run, fact: child.Fact) -> None:
        match fact:
            case child.Spawned(_, pid):
                run.pid = pid if run.hello is None else run.pid
                self._advance(run, lambda: run.note(Happening.SPAWNED))
            case child.SpawnFailed(_, trouble, why):
                run.child.close_output()
                self._on_spawn_failed(trouble, why)
            case child.Hello():
                self._on_hello(run, fact)
            case child.Armed():
                self._on_armed(run)
            case child.Ready() | child.Checked() | child.Refused():
                pass  # the last words of a standby that was needed at once
            case child.Exited(_, code, left):
                self._on_exited(run, code, left)
            case child.LeftChanged(_, left):
                run.left = left
                self._course.publish()
            case child.Stuck(_, pids):
                self._report(Notice(NoticeKind.STUCK, values=pids))
                self._on_stuck(run)
            case child.GuardianLost():
                self._report(Notice(NoticeKind.GUARDIAN_LOST))
            case child.PassedBy():
                self._report(Notice(NoticeKind.PASSED_BY))
            case child.TreeGone():
                self._on_tree_gone(run)
            case _:
                self.script.hear(run, fact)

    def _on_hello(self, run: Run, hello: child.Hello) -> None:
        """Also after it was given up, or where the runs before said none: an interpreter may be
        slow once, or fail once, and is as good as any from then on."""
        self._advance(run, lambda: run.greet(hello))
        self._watched.greet(hello.prefixes)
        if not self._course.expects_agent:
            self._course.expects_agent = True
            self._watched.set_target(None, self._course.target, agentless=False)
            self._report(Notice(NoticeKind.AGENT_BACK))
        if run.ending is None:
            run.go(self._watched.accept())
            self._stale = run.stale

    def _on_armed(self, run: Run) -> None:
        log.debug("armed")
        self._advance(run, lambda: run.note(Happening.ARMED))
        if run.life is Life.ARMED:
            self._stale = frozenset()
            self._standbys.trust_again()

    def _on_stuck(self, run: Run) -> None:
        self._pump.tree_gone(run.number)
        run.drop_output()
        if run.life is Life.GIVEN_UP and run.ending is None:
            self._start_cold(self._next_spawn())
        else:
            self._feed(Event.TREE_STUCK, None)

    def _on_spawn_failed(self, trouble: SpawnTrouble, why: str) -> None:
        if self._course.run is not None:
            self._course.run.drop_output()
        self._course.run = None
        self._report(Notice(NoticeKind.SPAWN_FAILED, values=(trouble, why)))
        self._feed(Event.SPAWN_FAILED, Reason(ReasonKind.SPAWN_FAILED))
        if self._course.target.after_exit is not AfterExit.WAIT:
            self._feed(Event.QUIT, None)

    # -- ending

    def _on_exited(self, run: Run, code: int, left: int) -> None:
        if not run.is_alive:
            return
        self._announcer.release()  # its output is let through before its end is told
        if run.is_to_be_replaced:
            log.debug("the standby was not fit; starting cold")
            self._standbys.drop()  # what is wrong with it is wrong with the others, too
            self._end_tree(run)
            run.drop_output()
            self._start_cold(self._next_spawn())
            return
        course = self._course
        if run.awaits_agent and course.phase is Phase.RUNNING:
            self._become_agentless(run)
        log.debug("exited")
        if not run.life.is_announced:  # a standby may end before it begins; its pipe is read
            self._announce(run)
        if run.forced_after_s is not None:
            self._report(Notice(NoticeKind.FORCED, values=(run.forced_after_s,)))
        elif run.cut_off:
            self._report(Notice(NoticeKind.WENT_ON))
        ended = run.close(code, left, course.clock())
        self._changes.run_ended()
        self._pump.exited(run.number)
        event, by_itself = Event.ENDED, course.phase.state is State.RUNNING
        if run.ending is None and by_itself:
            event = self._meaning_of(run, ended)
        if event is Event.ENDED_WITH_3:
            course.next_reason = Reason(ReasonKind.EXIT_3)
        if kept_asking(course.target, course.exit3_streak):  # why comes before that it did
            self._report(Notice(NoticeKind.EXIT_3_LOOP))
        self._feed(event, REASONS.get(event, Reason(ReasonKind.ENDED)) if by_itself else None)

    def _meaning_of(self, run: Run, ended: model.Exit) -> Event:
        streak, needs_report = self._course.exit3_streak, self._host.exit_3_needs_report
        return meaning_of(run, ended, self._course.target, streak, needs_report=needs_report)

    def _on_tree_gone(self, run: Run) -> None:
        log.debug("tree gone")
        course = self._course
        was_left, run.left = run.left, 0
        self._pump.tree_gone(run.number)
        run.drop_output()
        too_soon = course.exit3_streak.delay_s > 0 and course.next_reason.kind is ReasonKind.EXIT_3
        self._feed(Event.TREE_GONE_TOO_SOON if too_soon else Event.TREE_GONE, None)
        if was_left and course.phase is Phase.WAITING:  # it went without being asked to
            course.publish()

    def finish_output(self) -> None:
        """Hand on all that the last run printed; nobody of ours can print any more."""
        self._announcer.release()
        run = self._course.run
        if run is not None:
            self._pump.tree_gone(run.number)
            run.drop_output()
            self._pump.finish()
