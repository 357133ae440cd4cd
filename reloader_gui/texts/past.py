"""What is said of a script's earlier runs, and of what differs between two of them."""

from __future__ import annotations

from pathlib import Path

from reloader_core import Exit, Reason, ReasonKind, ScriptError
from reloader_gui.texts.texts import Texts
from reloader_gui.texts.values import VALUES, signal_name

LineSpans = tuple[tuple[int, int], ...]


class PastTexts(Texts):
    """The list of runs."""

    def name(self) -> str:
        return self.tr("Runs of this script")

    def columns(self) -> tuple[str, ...]:
        return (
            self.tr("Started", "a column: when a run began"),
            self.tr("Why", "a column: why a run began"),
            self.tr("Ran for", "a column: how long"),
            self.tr("How it ended", "a column"),
            self.tr("Lines", "a column: how many lines of output"),
        )

    def hint(self) -> str:
        return self.tr("Click a run to see its output.")

    def none(self) -> str:
        return self.tr("There was no run yet.")

    def compare(self) -> str:
        return self.tr("Compare with the one before")

    def compare_tip(self) -> str:
        return self.tr("Show which lines of the output changed, and which lines of the code")

    def close(self) -> str:
        return self.tr("Close", "the list of runs")

    def close_tip(self) -> str:
        return self.tr("Close the list of runs")

    def running(self) -> str:
        return self.tr("still running")

    def by_save(self) -> str:
        return self.tr("restarted", "how a run ended")

    def by_user(self) -> str:
        return self.tr("stopped by you", "how a run ended")

    def finished(self) -> str:
        return self.tr("finished", "how a run ended")

    def exit_code(self, ended: Exit) -> str:
        if ended.code < 0:
            number = -ended.code
            return signal_name(number) or self.tr("signal {number}").format(number=number)
        return self.tr("exit code {code}").format(code=VALUES.exit_code(ended.code))

    def failed(self, error: ScriptError) -> str:
        """'NameError in game.py, line 12'."""
        if error.file is None or not error.line:
            return error.type
        said = self.tr("{type} in {file}, line {line}")
        return said.format(type=error.type, file=error.file.name, line=error.line)

    def lines(self, count: int) -> str:
        return f"{count:,}"

    def lines_in_part(self, count: int) -> str:
        said = self.tr("{count} (the newest are kept)", "lines of output")
        return said.format(count=f"{count:,}")

    def lines_dropped(self) -> str:
        return self.tr("no longer kept", "the output of a run")

    def is_dropped(self, clock: str) -> str:
        return self.tr("The output of the run of {time} is no longer kept.").format(time=clock)


PAST = PastTexts()


class CompareTexts(Texts):
    def name(self) -> str:
        return self.tr("What changed")

    def runs(self, old: str, new: str) -> str:
        """`old`, `new`: when they began."""
        said = self.tr("The run of {new}, compared with the run of {old}:")
        return said.format(old=old, new=new)

    def changed(self, files: list[tuple[Path, LineSpans]]) -> str:
        names = tuple(file for file, _ in files)
        reason = Reason(ReasonKind.CHANGED, names, tuple(spans for _, spans in files))
        return self.tr("You changed {files}.").format(files=VALUES.changed_files(reason))

    def same_code(self) -> str:
        return self.tr("The code is the same.")

    def unknown_code(self) -> str:
        return self.tr("What was changed in the code is not known.")

    def same_output(self) -> str:
        return self.tr("The output is the same.")

    def only_noise(self, lines: int) -> str:
        return self.tr(
            "The output is the same, except for times and addresses (in %n line(s)).", "", lines
        )

    def differs(self, lines: int, first: int) -> str:
        said = self.tr("The output differs in %n line(s), the first is line {first}.", "", lines)
        return said.format(first=f"{first:,}")

    def differs_more(self, lines: int, first: int) -> str:
        said = self.tr("The output differs from line {first} on. Shown: the first {lines} lines.")
        return said.format(first=f"{first:,}", lines=f"{lines:,}")

    def may_be_random(self) -> str:
        return self.tr("Only numbers differ: they may be random.")

    def only_numbers(self) -> str:
        return self.tr("Only numbers differ.")

    def beside_noise(self, lines: int) -> str:
        return self.tr(
            "%n line(s) differ in times and addresses only, and are not shown.", "", lines
        )

    def from_line(self, line: int) -> str:
        said = self.tr("Compared from line {line} on: what was before it is no longer kept.")
        return said.format(line=f"{line:,}")

    def is_open(self) -> str:
        return self.tr("The newer run goes on: compared as far as it has come.")

    def comparing(self, percent: int) -> str:
        return self.tr("Comparing... {percent} %").format(percent=percent)

    def failed(self) -> str:
        return self.tr("Reloader could not compare them: it has a fault, which is in its log.")

    def nothing_to_compare(self) -> str:
        return self.tr("There is nothing to compare yet: the script has to run twice.")

    def code(self) -> str:
        return self.tr("The code", "a heading: what changed in it")

    def output(self) -> str:
        return self.tr("The output", "a heading: what changed in it")

    def legend(self) -> str:
        return self.tr("-  before   +  now", "marks of lines")

    def not_kept(self) -> str:
        return self.tr("changed; what was in it before is not known")

    def with_times(self) -> str:
        return self.tr("Also times and addresses")

    def show(self) -> str:
        return self.tr("Show in the output")

    def show_tip(self) -> str:
        return self.tr("Go to the first line that differs")

    def back(self) -> str:
        return self.tr("Back to the output")

    def back_tip(self) -> str:
        return self.tr("Close the comparison")


COMPARE = CompareTexts()
