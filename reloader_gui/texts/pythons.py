"""What the window calls a Python, and how it asks about one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reloader_core import Danger, Doubt, Interpreter, Source
from reloader_gui.texts.texts import Texts


class PythonTexts(Texts):
    def name(self, python: Interpreter) -> str:
        """For the button below the output, and within a sentence."""
        if python.source is Source.INSTALLED:
            if not python.version:
                return self.tr("Python (installed on this computer)")
            said = self.tr("Python {version} (installed on this computer)")
            return said.format(version=python.version)
        if not python.version:
            return self.tr("Python \u2013 {reason}").format(reason=python.reason)
        said = self.tr("Python {version} \u2013 {reason}")
        return said.format(version=python.version, reason=python.reason)

    def why(self, python: Interpreter) -> str:
        """Why this one, within brackets."""
        if python.source is Source.INSTALLED:
            return self.tr("installed on this computer")
        return python.reason

    def none_found(self) -> str:
        return self.tr("No Python found. Choose one...")

    def choose_other_tip(self) -> str:
        return self.tr("Click to choose another Python")

    def looking(self) -> str:
        return self.tr("Looking for Python...", "on the button")

    def button_tip(self) -> str:
        return self.tr("Which Python runs it")

    def question(self, python: Interpreter, doubt: Doubt) -> tuple[str, ...]:
        """Before a Python is started that somebody else could have changed."""
        match doubt.danger:
            case Danger.OWNED:
                what = self.tr("{file} belongs to another user ({user}).")
                what = what.format(file=doubt.file, user=doubt.who)
            case Danger.WRITABLE_BY_ALL:
                what = self.tr("Every user of this computer may change {file}.")
                what = what.format(file=doubt.file)
            case Danger.WRITABLE_BY_GROUP:
                what = self.tr("Others in the group {group} may change {file}.")
                what = what.format(file=doubt.file, group=doubt.who)
        why = self.tr("Code that somebody else has put there would run as you.")
        return what, why, self.tr("Use {python}?").format(python=self.name(python))

    def use(self) -> str:
        return self.tr("Use it")

    def use_another(self) -> str:
        return self.tr("Use another Python")

    def replaced(self, python: Interpreter) -> tuple[str, ...]:
        """Why it is not the environment that the user may expect."""
        used = self.tr("{python} is used instead.").format(python=self.name(python))
        return (*python.passed_over, used)

    def not_usable(
        self, chosen: Path, why: Callable[[], str] | None, old: Interpreter | None
    ) -> tuple[str, ...]:
        """What was chosen is no Python; `why`: what is wrong with it."""
        if why is None or "py" not in chosen.name.lower():
            what = self.tr("{file} is not a Python.").format(file=chosen.name)
        else:
            what = why()
        if old is None:
            return (what,)
        kept = self.tr("Your script runs with {python} as before.")
        return what, kept.format(python=self.name(old))

    def next_run(self, python: Interpreter) -> str:
        return self.tr("The next Run takes {python}.").format(python=self.name(python))

    def engine(self, sentence: str) -> str:
        """The engine's own words for why there is none."""
        return sentence

    def search_failed(self) -> str:
        return self.tr("Looking for Python failed. Press Run to try again, or choose one.")

    def choose_another(self) -> str:
        return self.tr("Choose another Python...")

    def use_own(self) -> str:
        return self.tr("Use Reloader's own Python")

    def choose_automatically(self) -> str:
        return self.tr("Choose automatically")


PYTHONS = PythonTexts()
