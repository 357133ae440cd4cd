"""What the agent tells of the script: who needs to know of it is told.

Belongs to the supervisor's thread. Starts and ends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import assert_never

from reloader_core import child, model
from reloader_core.announcer import Announcer
from reloader_core.changes import Changes
from reloader_core.course import Course
from reloader_core.machine import Event, Phase
from reloader_core.model import Reason
from reloader_core.notice import Notice, NoticeKind, TurnOff
from reloader_core.retry_loops import retries
from reloader_core.run import Run
from reloader_core.standby import StandbyPool
from reloader_core.watch_list import WatchList

ScriptReport = (
    child.Uses
    | child.Late
    | child.Imported
    | child.Handled
    | child.Stands
    | child.Dumped
    | child.LoadedAhead
    | child.Loaded
    | child.Read
    | child.Missing
    | child.Unseen
    | child.Asks
    | child.StartsProcesses
    | child.ReadsKeys
    | child.Wrote
    | child.CrashReport
    | child.Survived
    | child.TookKeyboard
    | child.ExitReport
    | child.Placed
    | child.Nested
)

_WAITS = {
    "network": model.Waits.NETWORK,
    "program": model.Waits.PROGRAM,
    "thread": model.Waits.THREAD,
}


_COLOURED = {"rich": "rich", "_pytest": "pytest", "pytest": "pytest", "termcolor": "termcolor"}
"""Modules of packages that FORCE_COLOR or PY_COLORS asks for colours: click and colorama heed
neither (tried: click 8.5, colorama 0.4.6)."""


class ScriptReports:
    """`feed(event, reason)` tells the machine."""

    def __init__(
        self,
        course: Course,
        watched: WatchList,
        standbys: StandbyPool,
        changes: Changes,
        announcer: Announcer,
        *,
        feed: Callable[[Event, Reason | None], None],
    ) -> None:
        self._course = course
        self._watched = watched
        self._standbys = standbys
        self._changes = changes
        self._report = announcer.say
        self._feed = feed
        self.place: tuple[str, ...] = ()
        """Where the script's own window was, in the agent's words."""
        self._told_of_keyboard = False
        self._told_nested: set[tuple[str, TurnOff, str]] = set()

    def forget_script(self) -> None:
        """Another one's window has been elsewhere, and its reloader is another one."""
        self.place = ()
        self._told_nested.clear()
        self._told_of_keyboard = False

    def hear(self, run: Run, fact: ScriptReport) -> None:
        match fact:
            case child.Uses(_, modules):
                names = [name for name, _ in modules]
                run.note_use(names)
                self._note_colour(run, names)
                self._standbys.note_use(fact, self._course.clock())
            case child.Late(_, names):
                self._standbys.note_late(names)
            case child.Imported(_, name, lines):
                self._standbys.note_place(name, lines)
            case child.Handled():
                run.hear(fact, self._course.clock(), retries=self._retries(fact))
            case child.Stands():
                self._on_place(run, fact)
            case child.Dumped():
                self._on_dump(run, fact)
            case child.LoadedAhead():
                self._standbys.note_ahead(fact)
            case child.Loaded(_, path, seen):
                self._watched.loaded(run, path, seen)
                self._standbys.note_loaded(path, seen, self._course.clock())
            case child.Read(_, path, seen):
                self._watched.read(run, path, seen)
            case child.Missing(_, name, folders):
                self._watched.missing(run, name, folders)
            case child.Unseen(_, program):
                self._watched.unseen(program)
            case child.Asks():
                run.questions += 1
                if run.wants_input:
                    self._report(model.InputWanted(run.number, True))
            case child.StartsProcesses():
                run.starts_processes = True
            case child.ReadsKeys():
                self._report(Notice(NoticeKind.SINGLE_KEYS))
            case child.TookKeyboard():
                if not self._told_of_keyboard:
                    self._told_of_keyboard = True
                    self._report(Notice(NoticeKind.KEYBOARD_TAKEN))
            case child.Wrote(_, path, with_contents):
                self._watched.wrote(path, self._course.clock(), with_contents=with_contents)
            case child.CrashReport(_, told):
                run.crash = told
            case child.Survived(_, error):
                self._report(model.ErrorSurvived(run.number, error))
            case child.ExitReport():
                run.report = fact
            case child.Placed(_, place):
                self.place = place
            case child.Nested():
                self._on_nested(run, fact)
            case _:
                assert_never(fact)

    def _note_colour(self, run: Run, names: Iterable[str]) -> None:
        package = next((_COLOURED[name] for name in names if name in _COLOURED), None)
        if package is not None and not run.told_of_colour:
            run.told_of_colour = True
            self._report(Notice(NoticeKind.CAN_COLOUR, values=(package,)))

    def _on_dump(self, run: Run, dumped: child.Dumped) -> None:
        """Which of its files are the user's, and what they are called, is known here."""
        found = dumped.line_in(run.loaded)
        if found is not None:
            self._tell_position(run, *found, None)

    def tell_use(self) -> None:
        """What the run has used so far, and what it waits for; once its agent has answered, where
        that is asked."""
        run = self._course.run
        if run is None or not run.ask_what_for():
            self._tell_use(run, None)

    def _tell_use(self, run: Run | None, waits: model.Waits | None) -> None:
        times = run.cpu_times() if run is not None else None
        waits = run.waits_for() or waits if run is not None else None
        self._report(model.CpuUsed(self._course.runs, times, waits))

    def _on_place(self, run: Run, fact: child.Stands) -> None:
        waits = _WAITS.get(fact.waits_for)
        if fact.sleeps(self._watched.text_of(fact.path) or b""):
            waits = model.Waits.NOTHING
        if run.use_wanted:
            run.use_wanted = False
            self._tell_use(run, waits)
        self._tell_position(run, fact.path, fact.line, waits)

    def _tell_position(self, run: Run, path: Path, line: int, waits: model.Waits | None) -> None:
        if run.position_wanted:
            run.position_wanted = False
            text = self._watched.text_of(path)
            lines = text.splitlines() if text is not None else []
            source = lines[line - 1] if 0 < line <= len(lines) else b""
            words = source.decode("utf-8", "replace").strip()
            waits = run.waits_for() or waits
            self._report(model.Position(run.number, path, line, words, waits))

    def _retries(self, look: child.Handled) -> bool:
        """Has it caught what it was asked by, in a loop that always will?"""
        handling = look.doing is child.Doing.CLEANING
        paths = {frame.path for frame in look.frames}
        # Who saves right after the start saves most of what runs.
        known = {path: self._watched.text_of(path, or_newer=True) for path in paths}
        texts = ((frame, known[frame.path]) for frame in look.frames)
        return any(text and retries(text, frame, handling=handling) for frame, text in texts)

    def _on_nested(self, run: Run, nested: child.Nested) -> None:
        """It acts on saves, now and from now on. Said once of each."""
        if self._course.phase is Phase.RUNNING:
            self._changes.nested_began(run.loaded)
        self._feed(Event.NESTED, None)
        self._changes.nested_acted(nested.off)
        values = (nested.name, nested.off, nested.option)
        if values not in self._told_nested:
            self._told_nested.add(values)
            self._report(Notice(NoticeKind.NESTED, values=values))
