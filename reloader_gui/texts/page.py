"""What is said on a script's page: messages, error card, input, arguments."""

from __future__ import annotations

import enum
from collections.abc import Callable
from pathlib import Path

from reloader_core import ScriptError
from reloader_gui.texts.texts import Texts


class Lacking(enum.Enum):
    """What matplotlib's font lacks."""

    CHINESE = "Chinese characters"
    MINUS = "the minus sign, which fonts for Chinese often lack"


class PageTexts(Texts):
    def first_run(self) -> str:
        return self.tr("From now on every save runs this script again.")

    def only_when_i_press_run(self) -> str:
        return self.tr("Only when I press Run")

    def use_colours(self) -> str:
        return self.tr("Use colours", "for what a script prints")

    def wait_until_i_pause(self) -> str:
        return self.tr("Wait until I pause for 2 s")

    def keep_restarting(self) -> str:
        return self.tr("Keep restarting")

    def show_details(self) -> str:
        return self.tr("Show details")

    def restart(self) -> str:
        return self.tr("Restart")

    def always_for_files(self, files: int) -> str:
        return self.tr("Always for these %n files", "restart when it changes", files)

    def always_run_on_save(self) -> str:
        return self.tr("Always run on save")

    def nothing_selected(self, stop_key: str) -> str:
        return self.tr("Nothing is selected. Stop: {key}").format(key=stop_key)

    def needs_terminal(self) -> str:
        return self.tr("This script needs a terminal window.")

    def open_in_terminal(self) -> str:
        return self.tr("Open in a terminal")

    def runs_in_terminal(self) -> str:
        return self.tr("Your script runs in the terminal now. A save restarts it there.")

    def no_terminal(self, command: str) -> str:
        said = self.tr("No terminal program was found. Open one yourself, and type: {command}")
        return said.format(command=command)

    def terminal_failed(self, why: str) -> str:
        return self.tr("The terminal could not be opened ({why}).").format(why=why)

    def not_started_because(self, why: Callable[[], str]) -> tuple[str, ...]:
        return self.tr("Not started.", "before the reason"), why()

    def not_now(self) -> str:
        return self.tr("Do not run")

    def cancel(self) -> str:
        return self.tr("Cancel", "copying or saving the output")

    def copying(self, percent: int) -> str:
        return self.tr("Copying the output: {percent} %").format(percent=percent)

    def saving(self, percent: int) -> str:
        return self.tr("Saving the output: {percent} %").format(percent=percent)

    def saved(self, file: str) -> str:
        return self.tr("Saved: {file}").format(file=file)

    def not_saved(self, file: Path, why: str) -> str:
        said = self.tr("{file} could not be saved ({why}). Try another folder.")
        return said.format(file=file.name, why=why)

    def too_much_to_copy(self) -> str:
        return self.tr("This is more than the clipboard can hold. Use Save the output... instead.")

    def glyphs_missing(self, lacking: Lacking, line: str) -> str:
        """`line`: what helps; empty: there is no font that would."""
        if lacking is Lacking.MINUS:
            said = self.tr(
                "matplotlib's font has no minus sign of this kind, so a box is drawn. Write before"
                " you draw: {line}"
            )
            return said.format(line=line)
        if not line:
            return self.tr(
                "matplotlib's font has no Chinese characters, so boxes are drawn, and no font that"
                " has them was found on this computer. Install one, such as Noto Sans CJK."
            )
        said = self.tr(
            "matplotlib's font has no Chinese characters, so boxes are drawn. Write before you"
            " draw: {line}"
        )
        return said.format(line=line)

    def copy_line(self) -> str:
        return self.tr("Copy line", "a line of Python for the script")

    def dismiss(self) -> str:
        return self.tr("Dismiss", "a message")


PAGE = PageTexts()


class CardTexts(Texts):
    """The error card."""

    def where(self, error: ScriptError) -> str:
        if error.file is None:
            return ""
        if not error.line:
            return error.file.name
        said = self.tr("Line {line} of {file}")
        return said.format(line=error.line, file=error.file.name)

    def spoken(self, *sentences: str) -> tuple[str, ...]:
        return self.tr("Error.", "for screen readers"), *filter(None, sentences)

    def show_line(self) -> str:
        return self.tr("Show line")

    def show_line_tip(self) -> str:
        return self.tr("Open this line in your editor")

    def where_and_what(self, where: str, what: str) -> str:
        """In one line: 'Line 12 of game.py: NameError: ...'"""
        return self.tr("{where}: {what}").format(where=where, what=what)

    def copy_for_help(self) -> str:
        return self.tr("Copy for help...")

    def copy_for_help_tip(self) -> str:
        return self.tr("Show what to copy when you ask somebody about this error")

    def copy_command(self) -> str:
        return self.tr("Copy command")

    def copy_command_tip(self) -> str:
        return self.tr("Copy the command, to type it in a terminal")

    def install(self, package: str) -> str:
        return self.tr("Install {package}").format(package=package)

    def stop_other(self, script: str) -> str:
        return self.tr("Stop {script}").format(script=script)

    def stop_other_tip(self) -> str:
        return self.tr("Stops the script in the other window, so that this one can run")

    def other_stopped(self, script: str) -> str:
        return self.tr("{script} is stopped.").format(script=script)

    def other_not_stopped(self, script: str) -> str:
        said = self.tr("{script} could not be stopped. Stop it in its own window.")
        return said.format(script=script)

    def use_python(self, version: str) -> str:
        return self.tr("Use Python {version}, which has it").format(version=version)

    def make_python(self) -> str:
        return self.tr("Make a Python for this folder")


CARD = CardTexts()


class InputTexts(Texts):
    """The row in which the user answers the script."""

    def name(self) -> str:
        return self.tr("Input for your script")

    def open(self) -> str:
        return self.tr("Type here, Enter sends it to your script")

    def waits(self) -> str:
        return self.tr("Your script is waiting for you: type here, then press Enter")

    def here(self) -> str:
        """Behind the question, in the output."""
        return self.tr("Type here, then press Enter")

    def above(self, *, is_secret: bool) -> str:
        """In the row below, while the line stands in the output."""
        if is_secret:
            return self.tr("Your script asks for a password: it is hidden while you type")
        return self.tr("Your script is waiting for you: type behind its question above")

    def may_wait(self) -> str:
        return self.tr("Your script may be waiting for you: type here, then press Enter")

    def closed(self) -> str:
        return self.tr("Your script is not running")

    def ended(self) -> str:
        return self.tr("You told the script that there is no more input (Ctrl+D)")

    def secret(self) -> str:
        return self.tr("Your script asks for a password: it is hidden while you type")

    def no_more(self) -> str:
        """In the output, where the user's lines are."""
        return self.tr("no more input (Ctrl+D)")

    def same_answers(self) -> str:
        return self.tr("Same answers again")

    def same_answers_tip(self) -> str:
        return self.tr("Sends what you typed in the last run, line by line")


INPUT = InputTexts()
