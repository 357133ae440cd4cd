"""What is said of the tabs: their names, their states, what can be done with them."""

from __future__ import annotations

from pathlib import Path

from reloader_gui.texts.texts import Texts


class TabTexts(Texts):
    def row(self) -> str:
        return self.tr("Open scripts", "what a screen reader calls the row of tabs")

    def new(self) -> str:
        return self.tr("New tab")

    def new_tip(self) -> str:
        return self.tr("Open one more script")

    def in_folder(self, script: str, folder: str) -> str:
        """Where two files have the same name."""
        said = self.tr("{script} ({folder})", "a file, and the folder that it is in")
        return said.format(script=script, folder=folder)

    def with_state(self, title: str, state: str) -> str:
        said = self.tr("{script}: {state}", "a script, and whether it runs")
        return said.format(script=title, state=state)

    def next(self) -> str:
        return self.tr("Next tab")

    def close(self, title: str) -> str:
        return self.tr("Close {script}", "its tab").format(script=title)

    def close_tab(self) -> str:
        return self.tr("Close tab")

    def reopen(self, script: Path) -> str:
        return self.tr("Reopen {script}", "a script that was closed").format(script=script.name)

    def reopen_short(self) -> str:
        return self.tr("Reopen", "the script that was closed just now")

    def stopped(self, script: Path) -> str:
        return self.tr("{script} was stopped and closed.").format(script=script.name)

    # -- states

    def ready(self) -> str:
        return self.tr("ready", "a script that was not run yet")

    def running(self) -> str:
        return self.tr("running", "a script")

    def waits(self) -> str:
        return self.tr("waiting for you to type", "a script")

    def mistake(self) -> str:
        return self.tr("running, with a mistake in what you saved", "a script")

    def crashed(self) -> str:
        return self.tr("stopped by an error", "a script")

    def not_started(self) -> str:
        return self.tr("could not start", "a script")

    def gone(self) -> str:
        return self.tr("its file is gone", "a script")

    def finished(self) -> str:
        return self.tr("finished", "a script")

    def stopped_by_you(self) -> str:
        return self.tr("stopped by you", "a script")


TABS = TabTexts()
