"""The page with one script's settings: its fields, and what is wrong with what is typed there."""

from __future__ import annotations

import enum
from pathlib import Path

from reloader_core import PatternFault
from reloader_gui.texts.texts import Texts


class VariableFault(enum.Enum):
    NO_EQUALS = "there is no = in the line"
    NAME = "what stands before the = is no name"
    OURS = "Reloader needs it itself"


class ScriptSettingTexts(Texts):
    def title(self, script: Path) -> str:
        return self.tr("Settings for {script}").format(script=script.name)

    def when(self) -> str:
        return self.tr("What you change here is used from the next run on.")

    def choose(self) -> str:
        return self.tr("Choose...", "a folder")

    def choose_tip(self) -> str:
        return self.tr("Find the folder on your disk")

    def label(self, key: str) -> str:
        match key:
            case "arguments":
                return self.tr("Arguments")
            case "folder":
                return self.tr("Working folder")
            case "environment":
                return self.tr("Environment variables")
            case "watch":
                return self.tr("Files that restart it, too")
            case "ignore":
                return self.tr("Files that never restart it")
        raise KeyError(key)

    def sentence(self, key: str, script: Path) -> str:
        match key:
            case "arguments":
                return self.tr("As you would type them after: python {script}").format(
                    script=script.name
                )
            case "folder":
                return self.tr(
                    "Where the script looks for files that it opens by their name. Empty: the"
                    " folder that it is in."
                )
            case "environment":
                return self.tr(
                    "One in each line: NAME=value. They are kept in Reloader's settings, which"
                    " nobody else can read."
                )
            case "watch":
                return self.tr(
                    "One in each line, such as data.csv, templates/*.html or assets/**. What it"
                    " imports restarts it anyway."
                )
            case "ignore":
                return self.tr("One in each line, such as settings.py or generated/**.")
        raise KeyError(key)

    # -- .env

    def use_env_file(self) -> str:
        return self.tr("Use the .env file beside the script")

    def env_file(
        self, is_there: bool, sets: tuple[str, ...], kept: tuple[str, ...]
    ) -> str | tuple[str, ...]:
        """`sets`: names of variables; `kept`: of those that have a value already."""
        if not is_there:
            return self.tr("There is none now.")
        if not sets and not kept:
            return self.tr("It sets no variable.")
        sentences = []
        if sets:
            sentences.append(self.tr("It sets {names}.").format(names=", ".join(sets)))
        if kept:
            n = len(kept)
            said = self.tr("{names} keeps the value that the system has given.", "%n names", n)
            sentences.append(said.format(names=", ".join(kept)))
        return tuple(sentences)

    # -- what is wrong

    def quotation_mark(self) -> str:
        return self.tr("A closing quotation mark is missing.")

    def no_folder(self, folder: Path) -> str:
        return self.tr("There is no folder {folder}.").format(folder=folder)

    def not_a_folder(self, folder: Path) -> str:
        return self.tr("{folder} is a file; name the folder that it is in.").format(folder=folder)

    def closed_folder(self, folder: Path) -> str:
        said = self.tr("{folder} may not be entered by you; choose another one.")
        return said.format(folder=folder)

    def bad_variable(self, fault: VariableFault, line: int, name: str) -> str:
        match fault:
            case VariableFault.NO_EQUALS:
                said = self.tr("Line {line} has no = sign: write {name}=value.")
            case VariableFault.NAME:
                said = self.tr("Line {line} has no name without spaces before the = sign.")
            case VariableFault.OURS:
                said = self.tr("{name} in line {line} is Reloader's own; choose another name.")
        return said.format(line=line, name=name)

    def bad_pattern(self, fault: PatternFault, pattern: str) -> str:
        match fault:
            case PatternFault.EMPTY:
                return self.tr("A line must not be empty.")
            case PatternFault.STARS:
                said = self.tr("In {pattern}, ** must stand alone between slashes.")
            case PatternFault.BRACKET:
                said = self.tr("In {pattern}, a [ is not closed.")
        return said.format(pattern=pattern)

    # -- when it holds

    def from_next_run(self) -> str:
        return self.tr("The script still runs with what was set before.")


SCRIPT_SETTINGS = ScriptSettingTexts()
