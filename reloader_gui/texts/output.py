"""What the output says of itself, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from reloader_gui.texts.texts import Texts


class OutputTexts(Texts):
    def name(self) -> str:
        return self.tr("Output of your script")

    def latest(self) -> str:
        return self.tr("Latest")

    def latest_tip(self) -> str:
        return self.tr("Go to the newest output and follow it")

    def dropped(self, lines: int) -> str:
        """In the place of what the limits have dropped; `lines`: none is whole."""
        if not lines:
            return self.tr("[Of this long output only the newest part is kept.]")
        number = f"{lines:,}"
        said = self.tr(
            "[Of this long output only the newest part is kept."
            " Dropped: the first {number} lines.]",
            "%n lines",
            lines,
        )
        return said.format(number=number)

    def open_file(self, file: Path | str, line: int) -> str:
        return self.tr("Open {file} in your editor, at line {line}").format(file=file, line=line)

    def open_address(self, address: str) -> str:
        return self.tr("Open {address} in your browser").format(address=address)

    def copy(self) -> str:
        return self.tr("Copy", "what is selected")

    def copy_line(self) -> str:
        return self.tr("Copy line", "the line of the output under the pointer")

    def copy_tip(self) -> str:
        return self.tr("Copy what is selected, or all of it")

    def find_tip(self) -> str:
        return self.tr("Find in the output")

    def times_tip(self) -> str:
        return self.tr("Show when each line came")

    def ready(self) -> str:
        """While there is no output."""
        return self.tr("What your script prints appears here.")

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Of the commonest commands: what, and its key as Qt names it."""
        return (
            (self.tr("Run"), "F5"),
            (self.tr("Stop"), "Shift+F5"),
            (self.tr("Open a script"), "Ctrl+O"),
            (self.tr("Find in the output"), "Ctrl+F"),
            (self.tr("Larger text"), "Ctrl++"),
        )

    def select_all(self) -> str:
        return self.tr("Select all")

    def copy_address(self) -> str:
        return self.tr("Copy the address")

    def more_lines(self, count: int, text: str) -> str:
        """A screen reader is told of what is not read aloud; `text`: what is."""
        return self.tr("%n more line(s), then: {text}", "", count).format(text=text)


OUTPUT = OutputTexts()


class OutputMenuTexts(Texts):
    def title(self) -> str:
        return self.tr("Output")

    def find(self) -> str:
        return self.tr("Find...")

    def find_next(self) -> str:
        return self.tr("Find next")

    def find_previous(self) -> str:
        return self.tr("Find previous")

    def only(self) -> str:
        return self.tr("Show only matching lines")

    def runs(self) -> str:
        return self.tr("Earlier runs...")

    def compare(self) -> str:
        return self.tr("Compare with the run before")

    def wrap(self) -> str:
        return self.tr("Wrap long lines")

    def times(self) -> str:
        return self.tr("Show times")

    def only_last(self) -> str:
        return self.tr("Hide earlier runs")

    def save(self) -> str:
        return self.tr("Save the output...")

    def clear(self) -> str:
        return self.tr("Clear the output")

    def undo_clear(self) -> str:
        return self.tr("Undo: show the cleared output again")

    def was_cleared(self) -> str:
        return self.tr("The output was cleared.")

    def take_back(self) -> str:
        return self.tr("Undo", "clearing the output")

    def previous_run(self) -> str:
        return self.tr("Previous run")

    def next_run(self) -> str:
        return self.tr("Next run")


OUTPUT_MENU = OutputMenuTexts()


class FindTexts(Texts):
    def name(self) -> str:
        return self.tr("Find in the output")

    def count_name(self) -> str:
        return self.tr("Number of matches")

    def match_case(self) -> str:
        return self.tr("Match case")

    def match_case_short(self) -> str:
        return self.tr("Case", "short for: Match case")

    def expression(self) -> str:
        return self.tr("Regular expression")

    def expression_short(self) -> str:
        return self.tr("Expression", "short for: Regular expression")

    def only(self) -> str:
        return self.tr("Show only these", "the lines that match")

    def only_short(self) -> str:
        return self.tr("Only these", "short for: Show only these")

    def only_tip(self) -> str:
        return self.tr("Hide all lines that do not match")

    def only_hint(self) -> str:
        return self.tr(
            "Only matching lines are shown. To see what is around one, click it and press Esc."
        )

    def only_nothing(self) -> str:
        return self.tr("No line matches. All lines are hidden.")

    def only_first(self, count: int) -> str:
        """There are more matches than can be shown."""
        return self.tr("Only the first {count} matches are shown.").format(count=f"{count:,}")

    def previous(self) -> str:
        return self.tr("Previous")

    def previous_tip(self) -> str:
        return self.tr("The match before this one")

    def next(self) -> str:
        return self.tr("Next")

    def next_tip(self) -> str:
        return self.tr("The next match")

    def close(self) -> str:
        return self.tr("Close", "the search")

    def close_tip(self) -> str:
        return self.tr("Close search")

    def looking(self) -> str:
        return self.tr("Looking...")

    def not_found(self) -> str:
        return self.tr("Not found")

    def count(self, number: int, count: int, *, is_all: bool) -> str:
        """`number`: which match is selected, 0: none; `is_all`: there are no more than `count`."""
        many, one = f"{count:,}", f"{number:,}"
        if not number:
            return many if is_all else self.tr("{count}+").format(count=many)
        if is_all:
            return self.tr("{number} of {count}").format(number=one, count=many)
        return self.tr("{number} of {count}+").format(number=one, count=many)

    def too_slow(self) -> str:
        return self.tr("This expression takes too long. Try a simpler one.")

    def not_valid(self, why: str) -> str:
        """`why`: as the library says, or one of the next two."""
        return self.tr("This search pattern is not valid: {why}").format(why=why)

    def repeats_too_much(self) -> str:
        return self.tr("This search pattern is not valid: it repeats too much.")

    def too_large(self) -> str:
        return self.tr("This search pattern is not valid: it is too large.")


FIND = FindTexts()
