"""What is said of runs beside the status line: why one began, why a save began none, details."""

from __future__ import annotations

from reloader_core import Parked, Position, Reason, ReasonKind, Status, Waits
from reloader_gui.texts.cause import Asked, Command, Done, Installed, Made, Pressed, Renamed, done
from reloader_gui.texts.texts import Texts
from reloader_gui.texts.values import VALUES


class RunTexts(Texts):
    def heading(self, clock: str, why: Asked) -> str:
        """The line above a run's output."""
        said = self.tr("{time}  {cause}", "above a run's output")
        return said.format(time=clock, cause=self.cause(why))

    def cause(self, why: Asked) -> str:
        """Why a run began, for the line above its output: 'you saved helper.py'."""
        match why:
            case Pressed():
                return self.tr("you pressed Run", "why a run began")
            case Installed(package):
                said = self.tr("{package} is installed now", "why a run began")
                return said.format(package=package)
            case Made(place):
                said = self.tr("there is a Python for this folder now ({place})", "why a run began")
                return said.format(place=place)
            case Renamed(old, new):
                said = self.tr("{old} is called {new} now", "why a run began")
                return said.format(old=old, new=new)
            case Command(line):
                return line
            case Reason(kind=ReasonKind.CHANGED):
                return self._changed(why)
            case Reason():
                return self.tr("it asked to be restarted", "why a run began")

    def _changed(self, reason: Reason) -> str:
        files, n = VALUES.changed_files(reason), len(reason.files)
        match done(reason):
            case Done.SAVED:
                return self.tr("you saved {files}", "why a run began").format(files=files)
            case Done.BACK:
                return self.tr("{files} is back", "why a run began: %n files", n).format(
                    files=files
                )
            case Done.CHANGED:
                said = self.tr("{files} changed", "why a run began: %n files", n)
                return said.format(files=files)

    def not_run(self, reason: Reason, name: str) -> tuple[str, ...]:
        """The script `name` does not run, and this save has not started it."""
        files, n = VALUES.names([file.name for file in reason.files]), len(reason.files)
        match done(reason):
            case Done.SAVED:
                what = self.tr("{files} was saved.", "%n files", n).format(files=files)
            case Done.BACK:
                what = self.tr("{files} is back.", "%n files", n).format(files=files)
            case Done.CHANGED:
                what = self.tr("{files} changed.", "%n files", n).format(files=files)
        if [file.name for file in reason.files] == [name]:
            return what, self.tr("It is not running.")
        return what, self.tr("{name} is not running.").format(name=name)

    def data_changed(self, names: tuple[str, ...]) -> str:
        """Files that the script has read, while it runs."""
        said = self.tr("{files} changed.", "%n files that the script has read", len(names))
        return said.format(files=VALUES.names(names))

    def position(self, at: Position) -> str:
        """In which line the script is, and what that is."""
        line = self._in_line(at.waits).format(file=at.file.name, line=at.line)
        if not at.source:
            return self.tr("{in_line}.", "in which line a script is").format(in_line=line)
        said = self.tr("{in_line}: {code}", "in which line a script is, and what that is")
        return said.format(in_line=line, code=at.source)

    def _in_line(self, waits: Waits | None) -> str:
        match waits:
            case Waits.INPUT:
                return self.tr("{file} waits for you in line {line}")
            case Waits.NETWORK:
                return self.tr("{file} waits for the network in line {line}")
            case Waits.PROGRAM:
                return self.tr("{file} waits for another program in line {line}")
            case Waits.THREAD:
                return self.tr("{file} waits for another part of itself (a thread) in line {line}")
            case Waits.NOTHING:
                return self.tr("{file} sleeps in line {line}")
            case None:
                return self.tr("{file} is in line {line} right now")

    def no_position(self) -> str:
        return self.tr(
            "It does not say in which line it is: it is busy in a part that is not written in"
            " Python, or about to end."
        )

    def can_ask(self, details: str) -> str:
        """The tool tip of the status line while a script runs."""
        said = self.tr("Click to see in which line it is.\n{details}", "the script")
        return said.format(details=details)

    def details(self, status: Status | None, watched: int, parked: Parked) -> str:
        """For the curious: run number, process, watched files, and what waits for the next run."""
        run, waiting = self._of_run(status, watched), self._of_parked(parked)
        if not (run and waiting):
            return run or waiting
        return self.tr("{run}; {waiting}").format(run=run, waiting=waiting)

    def _of_parked(self, parked: Parked) -> str:
        if parked.children == 0:
            return ""
        said = self.tr("%n Python(s) ready for the next run, {size} MB", "", parked.children)
        return said.format(size=parked.size_mb)

    def _of_run(self, status: Status | None, watched: int) -> str:
        """Empty before the first one."""
        if status is None or status.run == 0:
            return ""
        if status.pid is None:
            said = self.tr("Run {run}, %n file(s) watched", "", watched)
            return said.format(run=status.run)
        said = self.tr("Run {run}, process {pid}, %n file(s) watched", "", watched)
        return said.format(run=status.run, pid=status.pid)


RUNS = RunTexts()
