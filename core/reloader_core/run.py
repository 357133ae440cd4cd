"""One run of the script: what is known of it, and how it is brought to its end.

Belongs to the supervisor's thread. Decides nothing about what comes after: that is
the machine's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from reloader_core import model
from reloader_core.child import Activity, Child, ExitReport, Handled, Hello
from reloader_core.child.wire import Request
from reloader_core.ending import Ending, Step
from reloader_core.launch import Launch
from reloader_core.life import Happening, Life, after

BEGUN_S = 1.0  # an interpreter without an agent has got through its start-up by then
HEAR_OUT_S = 0.2  # nothing that was said before takes longer to be heard
RESTS_S = 0.2
"""Who has said no hello and rests for so long is not in its start-up, where it would answer a
request to end with a traceback of the interpreter's own."""

WINDOW_TOOLKITS = frozenset(
    "tkinter _tkinter turtle pygame pyglet arcade PyQt5 PyQt6 PySide2 PySide6 wx gi AppKit kivy"
    " OpenGL glfw sdl2 cv2 curses".split()
)
"""What shows windows, or takes keys by itself: a loop of a script's own may ask it for keys."""

_REQUESTS = {
    Step.ASK: Request.ASK,
    Step.LOOK: Request.LOOK,
    Step.ASK_AGAIN: Request.ASK_AGAIN,
    Step.EXIT: Request.EXIT,
    Step.END: Request.END,
    Step.FINISH: Request.FINISH,
}


@dataclass
class Run:
    """The present run, or the last one."""

    number: int
    child: Child
    started: float
    stale: frozenset[Path]
    """Sources whose cached bytecode must not be trusted."""
    launch: Launch
    """What it was started with. A standby is started for exactly the same: any other command might
    let no agent in, and would run the script by accident."""
    life: Life
    pid: int | None = None
    hello: Hello | None = None
    """What its agent said first."""
    early: set[Path] = field(default_factory=set)
    """Changed before it was clear who reads them."""
    ending: Ending | None = None
    heard_out: bool = False
    """All that its agent had said when it was to end has been told."""
    last_activity: Activity | None = None
    still_since: float = 0.0
    forced_after_s: float | None = None
    """The grace period, if all of it was not enough."""
    cut_off: bool = False
    """It had caught what it was asked by, and went on: its finally blocks have not run."""
    crash: str = ""
    """A CrashReport's, if one came."""
    report: ExitReport | None = None
    exit: model.Exit | None = None
    left: int = 0
    loaded: set[Path] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    """Data files that it has read, by key_of(): see read_files.py."""
    questions: int = 0
    answers: float = 0
    """Calls of input(), and lines that were sent; all there can be, after the end of input."""
    use_wanted: bool = False
    """Its agent is asked what it waits for."""
    position_wanted: bool = False
    """Somebody waits to hear in which line it is."""
    told_of_colour: bool = False
    may_take_keys: bool = False
    """It has imported one of WINDOW_TOOLKITS."""
    in_front: bool = True
    """The user asked for it, so its windows may take the keyboard."""
    place: tuple[str, ...] = ()
    """Where the last run's window was, in its agent's words."""
    starts_processes: bool = False
    data_files: model.DataFiles = model.DataFiles.IGNORED
    folders: tuple[Path, ...] = ()
    """Where the script's own data may lie: there, or below."""

    @property
    def is_alive(self) -> bool:
        return self.life.is_alive

    @property
    def is_ending(self) -> bool:
        """Is there a step left to be taken?"""
        return self.is_alive and self.ending is not None and not self.ending.is_over

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Where its interpreter and its packages are."""
        return self.hello.prefixes if self.hello is not None else ()

    @property
    def sees_all_writes(self) -> bool:
        """Of Python's files: nothing of it can write one without its agent's knowing."""
        return self.hello is not None and not self.starts_processes

    @property
    def awaits_agent(self) -> bool:
        """A cold start whose agent has not spoken, and may be none."""
        return self.life in (Life.ORDERED, Life.SPAWNED)

    @property
    def must_go(self) -> bool:
        """A standby that is to begin the script soon, or a cold start takes its place."""
        return self.life.must_go and self.ending is None

    @property
    def is_to_be_replaced(self) -> bool:
        """It was, or may be by now, of no use as a standby: a cold start takes its place."""
        return self.ending is None and (self.life.must_go or self.life is Life.GIVEN_UP)

    def drop_output(self) -> None:
        """Of a run that has never been announced nobody reads the output: release its pipe."""
        if not self.life.is_announced:
            self.child.close_output()

    def note(self, happening: Happening) -> None:
        self.life = after(self.life, happening)

    def give_up(self) -> None:
        """It is frozen; a cold start takes its place once it is gone."""
        self.note(Happening.NOT_GONE)
        self.child.force()

    def greet(self, hello: Hello) -> None:
        self.note(Happening.HELLO)
        self.pid, self.hello = hello.pid, hello

    def go(self, stale: Iterable[Path]) -> None:
        """Leave the parked state; the script is read from here on."""
        self.note(Happening.GO)
        if self.in_front:
            self.child.allow_front()
        opening = "front" if self.in_front else "quiet"
        self.child.ask(Request.WINDOWS, opening, *self.place)
        if self.data_files is not model.DataFiles.IGNORED:
            anywhere = self.data_files is model.DataFiles.RESTART
            places = map(str, self.folders)
            self.child.ask(Request.DATA, "anywhere" if anywhere else "below", *places)
        self.stale = self.stale.union(self.early, stale)
        self.child.ask(Request.GO, *(str(path) for path in self.stale if path.suffix == ".py"))

    @property
    def wants_input(self) -> bool:
        return self.is_alive and self.questions > self.answers

    def send_input(self, data: bytes | None) -> bool:
        """None: end of input. False: it was refused, the script has not read what waits."""
        if data is None:
            self.answers = math.inf
            self.child.close_input()
        elif not self.child.write_input(data):
            return False
        else:
            self.answers += data.count(b"\n")
        return True

    def note_use(self, modules: Iterable[str]) -> None:
        """It has imported these."""
        if any(name.partition(".")[0] in WINDOW_TOOLKITS for name in modules):
            self.may_take_keys = True

    def cpu_times(self) -> model.CpuTimes | None:
        """None: it cannot be told, or would not tell whether the script waits for its user."""
        tells = self.is_alive and not self.may_take_keys
        return self.child.cpu_times() if tells else None

    def waits_for(self) -> model.Waits | None:
        """None: it cannot be told, or it has windows of its own, in which it may be waited for."""
        tells = self.is_alive and not self.may_take_keys
        return self.child.waits_for() if tells else None

    def ask_what_for(self) -> bool:
        """Whether its agent will say what it waits for: where a thread of the agent's can, which
        keeps nobody up. Who has not answered is not waited for."""
        tells = self.is_alive and not self.may_take_keys
        can = tells and self.life.has_begun and self.hello is not None
        self.use_wanted = can and not self.child.has_signals and not self.use_wanted
        if self.use_wanted:
            self.child.ask(Request.WHERE)
        return self.use_wanted

    def tell_position(self, *, from_c: bool) -> None:
        """It begins to answer; the first answer counts."""
        if self.is_alive and self.life.has_begun:
            self.position_wanted = True
            if from_c:
                self.child.dump_stack()
            else:
                self.child.ask(Request.WHERE)

    def end(self, *, grace_s: float, now: float) -> None:
        """Begin to ask for the end."""
        if self.is_alive and self.ending is None:
            self.ending = Ending(
                grace_s=grace_s,
                now=now,
                heard=self.hello is None,
                arrives=self.child.has_signals,
            )
            self.go_on_ending(now)

    def go_on_ending(self, now: float) -> None:
        """Take the steps that are due."""
        if self.ending is None or not self.is_alive:
            return
        if self.life.is_unbegun:
            is_certain = self.heard_out or self.ending.age_s(now) >= HEAR_OUT_S
            if is_certain or not self.life.is_going:
                self.force()
            return
        while step := self.ending.next(
            now,
            can_ask=self.life.has_begun or self._may_have_begun(now),
            look=self._look,
        ):
            self._take(step, self.ending)

    def hear(self, handled: Handled, now: float, *, retries: bool) -> None:
        """The agent's answer. `retries`: see Ending.hear()."""
        if self.ending is not None:
            self.ending.hear(handled.doing, handled.waits_for, retries=retries)
            self.go_on_ending(now)

    def _look(self) -> tuple[bool, Activity | None]:
        return self.child.activity() is None, self.child.tree_activity()

    def _may_have_begun(self, now: float) -> bool:
        """Nobody inside has said so: it has had the time, or waits for something."""
        activity = self.child.activity()
        if activity is None or activity != self.last_activity:
            self.last_activity, self.still_since = activity, now
        rests = now - self.still_since >= RESTS_S
        return rests or (self.life.is_blind and now >= self.started + BEGUN_S)

    def _take(self, step: Step, ending: Ending) -> None:
        match step:
            case Step.ASK | Step.INTERRUPT if self.hello is None:
                if not self.child.interrupt():
                    self.child.force()
            case Step.INTERRUPT:
                if self.child.has_signals:
                    self.child.ask(Request.INTERRUPTED)
                    self.child.interrupt(deadly=False)
            case Step.INTERRUPT_OTHERS:
                self.child.interrupt_others()
            case Step.TERMINATE_OTHERS:
                self.child.terminate_others()
            case Step.FORCE:
                self.forced_after_s = ending.grace_s if ending.was_asked else None
                self.child.force()
            case _:
                if step is Step.FINISH:
                    self.cut_off = ending.went_on
                    self.forced_after_s = None if self.cut_off else ending.grace_s
                if self.hello is not None:
                    self.child.ask(_REQUESTS[step])

    def end_tree(self, grace_s: float, now: float) -> None:
        """What is left of it gets what is left of the grace period."""
        self.child.end_tree(grace_s if self.ending is None else self.ending.left_s(now))

    def force(self) -> None:
        """Kill the tree at once, without waiting for the grace period."""
        if self.ending is None or self.ending.force_at_once():
            self.child.force()

    def close(self, code: int, left: int, now: float) -> model.Exit:
        """The child has ended."""
        error = self.report.error if self.report is not None else None
        if error is not None:
            error = replace(error, facts=self.crash)
        self.note(Happening.EXITED)
        self.exit = model.Exit(code, error, now - self.started)
        self.left = left
        return self.exit
