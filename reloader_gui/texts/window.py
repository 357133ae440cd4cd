"""What is said around the pages: bar, menu, empty page, dialogs, About, opening scripts."""

from __future__ import annotations

from pathlib import Path

from reloader_gui.texts.texts import Texts


class BarTexts(Texts):
    def script(self) -> str:
        return self.tr("Script", "what a screen reader calls the list of scripts")

    def open(self) -> str:
        return self.tr("Open...")

    def open_tip(self) -> str:
        return self.tr("Open another script")

    def edit(self) -> str:
        return self.tr("Edit")

    def edit_tip(self) -> str:
        return self.tr("Open this script in your editor")

    def run_tip(self) -> str:
        return self.tr("Run this script from its beginning")

    def stop(self) -> str:
        return self.tr("Stop")

    def stop_tip(self) -> str:
        return self.tr("Stop the script and all it started")

    def switch(self) -> str:
        return self.tr("Run again when I save")

    def short_switch(self) -> str:
        return self.tr("On save", "short for: Run again when I save")

    def switch_tip(self) -> str:
        return self.tr("Saving the script, or a file that it uses, runs it again at once")

    def menu(self) -> str:
        return self.tr("Menu")


BAR = BarTexts()


class MenuTexts(Texts):
    def open(self) -> str:
        return self.tr("Open...")

    def new(self) -> str:
        return self.tr("New script...")

    def example(self) -> str:
        return self.tr("Try an example")

    def stop(self) -> str:
        return self.tr("Stop")

    def edit(self) -> str:
        return self.tr("Edit")

    def position(self) -> str:
        return self.tr("In which line is it?", "the script that runs")

    def script_settings(self) -> str:
        return self.tr("Arguments and more...", "the settings of this script")

    def larger(self) -> str:
        return self.tr("Larger text")

    def smaller(self) -> str:
        return self.tr("Smaller text")

    def usual_size(self) -> str:
        return self.tr("Usual text size")

    def settings(self) -> str:
        return self.tr("Settings")

    def guide(self) -> str:
        return self.tr("Help")

    def about(self) -> str:
        return self.tr("About Reloader")

    def close(self) -> str:
        return self.tr("Close", "the window")

    def quit(self) -> str:
        return self.tr("Quit")


MENU = MenuTexts()


class EmptyTexts(Texts):
    """The page without a script."""

    def headline(self) -> str:
        return self.tr("Drop a Python script here")

    def explains(self) -> str:
        return self.tr(
            "Reloader runs it, shows what it prints, and runs it again when you save it."
        )

    def choose(self) -> str:
        return self.tr("Choose a script...")

    def choose_tip(self) -> str:
        return self.tr("Find a script on your disk")

    def example(self) -> str:
        return self.tr("Try an example")

    def example_tip(self) -> str:
        return self.tr(
            "Copies a small program to your Documents, opens it in your editor and runs it"
        )

    def new(self) -> str:
        return self.tr("New script...")

    def new_tip(self) -> str:
        return self.tr("Makes a file with one line and opens it in your editor")

    def recent(self) -> str:
        return self.tr("Recent", "scripts")


EMPTY = EmptyTexts()


class DialogTexts(Texts):
    """The file dialogs."""

    def look_in(self) -> str:
        return self.tr("Look in:", "a folder")

    def file_type(self) -> str:
        return self.tr("Files of type:")

    def choose_script(self) -> str:
        return self.tr("Choose a Python script")

    def new_script(self) -> str:
        return self.tr("Name and folder of the new script")

    def create(self) -> str:
        return self.tr("Create", "a new script")

    def scripts(self) -> str:
        return self.tr("Python scripts ({patterns})").format(patterns="*.py *.pyw")

    def save_output(self) -> str:
        return self.tr("Save the output")

    def output_name(self, script: str) -> str:
        return self.tr("{script} output", "a file's name").format(script=script)

    def plain_text(self) -> str:
        return self.tr("Text ({patterns})").format(patterns="*.txt")

    def coloured_text(self) -> str:
        said = self.tr("Text with colours, for a terminal ({patterns})")
        return said.format(patterns="*.ansi *.txt")

    def choose_folder(self) -> str:
        return self.tr("Choose the folder that the script runs in")

    def choose_program(self) -> str:
        return self.tr("Choose your editor")

    def choose_python(self) -> str:
        said = self.tr("Choose a Python ({programs})")
        return said.format(programs="python.exe, python3")


DIALOGS = DialogTexts()


class AboutTexts(Texts):
    def title(self) -> str:
        return self.tr("About Reloader")

    def report(self) -> str:
        return self.tr("Report a problem...")

    def version(self, version: str, python: str, qt: str) -> str:
        said = self.tr("<b>Reloader {version}</b> (Python {python}, Qt {qt})")
        return said.format(version=version, python=python, qt=qt)

    def licence(self) -> str:
        return self.tr("Reloader is free software under the MIT licence.")

    def qt(self, sources: str) -> str:
        return self.tr(
            "Its window uses Qt and Qt for Python, copyright The Qt Company Ltd., under the GNU"
            " Lesser General Public License, version 3. You may replace them by your own build of"
            " the same version. Their source code is at {sources}"
        ).format(sources=sources)

    def places(self, qt: str, licences: str) -> str:
        return self.tr(
            "Qt lies in {qt}. The licences of everything in here are in {licences}, with where"
            " each part's source code is."
        ).format(qt=qt, licences=licences)


ABOUT = AboutTexts()


class OpeningTexts(Texts):
    """Which script is shown."""

    def title(self, script: Path) -> str:
        return self.tr("{script} \u2013 Reloader", "a window's title").format(script=script.name)

    def was_there(self, script: Path) -> str:
        said = self.tr("{script} was there already, so it is opened as it is.")
        return said.format(script=script.name)

    def dropped_many(self, opened: int) -> str:
        said = self.tr("Only the first {count} of these scripts were opened.")
        return said.format(count=opened)

    def do_not_open(self) -> str:
        return self.tr("Do not open")

    def opens_late(self, script: Path) -> str:
        """Its drive does not answer, or a cloud is asked for it."""
        return self.tr(
            "{script} cannot be read yet: its drive does not answer, or it is still fetched"
            " (OneDrive). It opens as soon as it can be."
        ).format(script=script)

    def runs_late(self, script: Path) -> str:
        return self.tr(
            "{script} cannot be read yet: its drive does not answer, or it is still fetched"
            " (OneDrive). It runs as soon as it can be."
        ).format(script=script)


OPENING = OpeningTexts()
