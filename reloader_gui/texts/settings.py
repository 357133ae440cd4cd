"""The settings' names and sentences, by their keys; and what is said where they are not kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reloader_gui.texts.texts import Texts


class SettingTexts(Texts):
    """Of settings/table.py, where each key stands."""

    def label(self, key: str) -> str:
        match key:
            case "theme":
                return self.tr("Appearance")
            case "language":
                return self.tr("Language")
            case "font_size":
                return self.tr("Output text size")
            case "wrap_lines":
                return self.tr("Wrap long lines")
            case "say_output":
                return self.tr("Read new output aloud")
            case "restart_on_save":
                return self.tr("New scripts run again when I save")
            case "keep_old_on_mistake":
                return self.tr("Keep running when I save a mistake")
            case "ignore_touch":
                return self.tr("Ignore saves that change nothing")
            case "standby":
                return self.tr("Faster restarts (uses some memory)")
            case "parked_mb":
                return self.tr("Memory for faster restarts, in MB")
            case "notify_end":
                return self.tr("Tell me when a script ends")
            case "one_window":
                return self.tr("Open every script in one window")
            case "editor":
                return self.tr("Editor")
            case "package_index":
                return self.tr("Address for packages")
            case "grace_s":
                return self.tr("Time to finish after Stop")
            case "run_limit_mb":
                return self.tr("Output kept of one run, in MB")
            case "total_limit_mb":
                return self.tr("Output kept of all runs, in MB")
        return self._script_label(key)

    def _script_label(self, key: str) -> str:
        match key:
            case "always_run_on_save":
                return self.tr("Always run on save")
            case "notice_data":
                return self.tr("Notice files that it reads")
            case "wait_for_pause":
                return self.tr("Wait until I pause")
            case "preload":
                return self.tr("Import ahead")
            case "ask_for_colour":
                return self.tr("Ask for colours")
        raise KeyError(key)

    def sentence(self, key: str) -> str:
        match key:
            case "theme":
                return self.tr("Light or dark, or the same as the rest of your computer.")
            case "language":
                return self.tr("Of this window. What Python itself says stays in English.")
            case "font_size":
                return self.tr("In points. Ctrl + and Ctrl - change it, too.")
            case "wrap_lines":
                return self.tr("A line of output that is too wide continues in the next row.")
            case "say_output":
                return self.tr(
                    "By a screen reader, once a second at most. Questions and errors are always"
                    " read."
                )
            case "restart_on_save":
                return self.tr(
                    "Each script's own switch starts like this, and remembers what you choose."
                )
            case "keep_old_on_mistake":
                return self.tr(
                    "The previous version keeps running until you save one without the mistake."
                )
            case "ignore_touch":
                return self.tr("Saving a file without a change does not run the script again.")
            case "standby":
                return self.tr("A second Python is started in advance and waits for the next run.")
            case "one_window":
                return self.tr(
                    "A script that you open elsewhere becomes a tab of the window that is open."
                )
        return self._more(key)

    def _more(self, key: str) -> str:
        match key:
            case "parked_mb":
                return self.tr(
                    "Of a script whose packages are imported ahead. One that needs more restarts"
                    " without."
                )
            case "notify_end":
                return self.tr(
                    "By a notification of your system, while this window is not in front: of each"
                    " error, and when a script is done that has run for 10 s."
                )
            case "editor":
                return self.tr("The program that Edit starts.")
            case "package_index":
                return self.tr(
                    "Where Install gets packages: a nearer mirror, or your school's own (an"
                    " index-url of pip's). Empty: as pip is set up."
                )
            case "grace_s":
                return self.tr(
                    "How long a stopped script may take before it is forced to end, in seconds."
                )
            case "run_limit_mb":
                return self.tr(
                    "On the disk, until the window is closed. Of longer output the newest part is"
                    " kept."
                )
            case "total_limit_mb":
                return self.tr(
                    "Of all scripts in the window. When there is more, the oldest output is"
                    " dropped."
                )
            case "always_run_on_save":
                return self.tr(
                    "With 'Run again when I save', a save also starts a script that you have"
                    " stopped or have not run yet."
                )
            case "notice_data":
                return self.tr(
                    "When a file changes that the script has read from its own folder (up to 5 MB),"
                    " a script that has ended runs again; while it runs, you are asked."
                )
            case "wait_for_pause":
                return self.tr(
                    "For editors that save by themselves: it runs again when nothing was saved"
                    " for 2 s."
                )
            case "preload":
                return self.tr(
                    "What the script will import is imported before you save, so a restart is"
                    " faster. The script does not see it until it imports it itself. Tested"
                    " packages are those with which that was tried."
                )
            case "ask_for_colour":
                return self.tr(
                    "Tools that print colours only in a terminal are asked to print them here, too."
                )
        raise KeyError(key)

    def choice(self, value: str) -> str:
        match value:
            case "system":
                return self.tr("Same as the system")
            case "light":
                return self.tr("Light")
            case "dark":
                return self.tr("Dark")
            case "en":
                return "English"
            case "zh_CN":
                return "\u7b80\u4f53\u4e2d\u6587"  # as its readers call it
            case "off":
                return self.tr("Nothing")
            case "stdlib":
                return self.tr("The standard library")
            case "tested":
                return self.tr("Tested packages, too")
            case "all":
                return self.tr("All packages, too")
        raise KeyError(value)

    def least(self) -> str:
        """In the place of the least number."""
        return self.tr("Same as the system")

    def group(self, key: str) -> str:
        """The heading of a group of settings."""
        match key:
            case "look":
                return self.tr("Look")
            case "running":
                return self.tr("Running your script")
            case "programs":
                return self.tr("Editor, packages and windows")
            case "kept":
                return self.tr("Output that is kept")
        raise KeyError(key)

    def browse(self) -> str:
        return self.tr("Browse...")

    def browse_tip(self) -> str:
        return self.tr("Find the program on your disk")

    def first_found(self) -> str:
        """In the place of the editor's name, where none is given."""
        return self.tr("The first one that is found")

    def reset(self) -> str:
        return self.tr("Reset all settings")

    def reset_tip(self) -> str:
        return self.tr("Every setting of this page becomes what it was in the beginning")

    def was_reset(self) -> str:
        return self.tr("The settings are as in the beginning.")

    def take_back(self) -> str:
        return self.tr("Undo", "take back what was done just now")

    def title(self) -> str:
        return self.tr("Settings")

    def done(self) -> str:
        return self.tr("Done", "back to the script")

    def done_tip(self) -> str:
        return self.tr("Back to the script")

    def of_script(self, script: Path) -> str:
        return self.tr("Settings for {script}...").format(script=script.name)

    def stored_in(self, file: Path) -> str:
        return self.tr("Stored in {file}").format(file=file)

    # -- where they are not kept

    def _forgets(self) -> str:
        return self.tr("Reloader works, but forgets your settings when you close it.")

    def no_folder(self) -> tuple[str, ...]:
        why = self.tr("This account has no home folder: to keep them, give it one.")
        return self._forgets(), why

    def file_in_the_way(self, file: Path) -> tuple[str, ...]:
        why = self.tr(
            "The file {file} is where their folder should be: to keep them, move that file away."
        )
        return self._forgets(), why.format(file=file)

    def not_writable(self, folder: Path) -> tuple[str, ...]:
        why = self.tr(
            "It may not write to {folder}: to keep them, make that folder writable."
        ).format(folder=folder)
        return self._forgets(), why

    def disk_full(self) -> tuple[str, ...]:
        return self._forgets(), self.tr("The disk is full: to keep them, make room on it.")

    def not_usable(self, folder: Path) -> tuple[str, ...]:
        why = self.tr(
            "{folder} cannot be used: to keep them, make it a folder that you can write to."
        ).format(folder=folder)
        return self._forgets(), why

    def not_read(self, file: Path) -> tuple[str, ...]:
        what = self.tr("Your settings could not be read, so Reloader starts with the usual ones.")
        return what, self.tr("{file} is kept beside the new ones.").format(file=file)

    def bad_values(self, keys: Sequence[str]) -> str:
        said = self.tr(
            "In your settings, {keys} had a value that cannot be used; the usual one is used.",
            "%n keys",
            len(keys),
        )
        return said.format(keys=", ".join(keys))

    def damaged(self, kept: str) -> tuple[str, ...]:
        """`kept`: the name of the file that they were kept as; empty: they could not be."""
        what = self.tr("Your settings were damaged, so Reloader starts with the usual ones.")
        if not kept:
            return what, self.tr("The file will be replaced.")
        return what, self.tr("The file was kept as {file}.").format(file=kept)


SETTINGS = SettingTexts()
