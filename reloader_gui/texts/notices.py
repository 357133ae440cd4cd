"""The engine's notices in the window's words: one sentence, or a few, for a kind."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core import Notice, SpawnTrouble, SpoolTrouble, SpoolTroubleKind, TurnOff
from reloader_gui.texts.texts import Texts
from reloader_gui.texts.values import VALUES


class NoticeTexts(Texts):
    """A method for each kind of notice, called as the kind is, with its values."""

    def sentence(self, notice: Notice) -> str | tuple[str, ...]:
        """What to say: what happened, what was kept, what to do."""
        says: Callable[..., str | tuple[str, ...]] = getattr(self, notice.kind.name.lower())
        return says(*notice.values)

    def no_agent(self, python: str) -> str:
        return self.tr(
            "{python} did not let Reloader look inside, so it cannot see which files your script"
            " loads: it restarts when a .py file beside the script is saved."
        ).format(python=python)

    def spawn_failed(self, trouble: SpawnTrouble, why: str) -> tuple[str, ...]:
        match trouble:
            case SpawnTrouble.FOLDER:
                what = self.tr("The working folder cannot be used ({why}).")
                do = self.tr("Choose another one.", "a folder")
            case SpawnTrouble.PYTHON:
                what = self.tr("Python could not be started ({why}).")
                do = self.tr("Choose another Python.")
            case SpawnTrouble.NOT_A_PROGRAM:
                what = self.tr(
                    "Python could not be started, because it is no program of this system ({why})."
                )
                do = self.tr("Choose another Python.")
            case SpawnTrouble.ARGUMENTS:
                what = self.tr("Your script could not be started ({why}).")
                do = self.tr("Give it shorter arguments.")
            case SpawnTrouble.NO_ROOM:
                what = self.tr("No new program can be started now ({why}).")
                do = self.tr("Close some, then press Run.")
        return what.format(why=why), do

    def auto_save(self) -> str:
        return self.tr("Your editor seems to save by itself.")

    def keyboard_taken(self) -> tuple[str, ...]:
        what = self.tr("After each save your script's window takes the keyboard.")
        return what, self.tr("Click into your editor before you type on.")

    def can_colour(self, _package: str) -> str:
        return self.tr("This script can print in colour.")

    def watched_folders_limit(self) -> tuple[str, ...]:
        what = self.tr("This system's limit for watched folders is reached.")
        raise_it = self.tr("To raise it: {command}")
        command = "sudo sysctl fs.inotify.max_user_watches=524288"
        return what, self._slower(), raise_it.format(command=command)

    def watchers_limit(self) -> tuple[str, ...]:
        what = self.tr("This system's limit for programs that watch folders is reached.")
        raise_it = self.tr("To raise it: {command}")
        command = "sudo sysctl fs.inotify.max_user_instances=1024"
        return what, self._slower(), raise_it.format(command=command)

    def folder_unwatched(self, folder: str, why: str) -> tuple[str, ...]:
        what = self.tr("The folder {folder} cannot be watched ({why}).")
        return what.format(folder=folder, why=why), self._slower()

    def _slower(self) -> str:
        return self.tr(
            "Files there are looked at about once a second instead: a restart may come later."
        )

    def patterns_too_wide(self) -> tuple[str, ...]:
        what = self.tr(
            "The watch patterns cover too many files, and only the first ones are watched."
        )
        helps = self.tr("A narrower pattern helps, such as {narrow} in place of {wide}.")
        return what, helps.format(narrow="'src/**/*.py'", wide="'**'")

    def watching_failed(self) -> str:
        return self.tr("Looking for changed files failed once; the log says why.")

    def self_written(self, name: str, _path: str) -> str:
        return self.tr(
            "Your script wrote {name} itself, so that did not restart it. When you save {name}, it"
            " restarts, unless the script wrote it less than a second before."
        ).format(name=name)

    def change_loop(self, name: str, starts: int, delay_s: float) -> str:
        said = self.tr(
            "{name} changed soon after each of the last %n starts. Perhaps a program that your"
            " script starts writes it. Each restart now waits a little longer ({delay} s at first)"
            " and runs the newest text.",
            "",
            starts,
        )
        return said.format(name=name, delay=f"{delay_s:g}")

    def data_let_go(self, name: str, _path: str) -> str:
        return self.tr(
            "{name} keeps changing right after your script has run again because of it, so that"
            " does not run it any more."
        ).format(name=name)

    def exit_3_loop(self) -> str:
        return self.tr("Your script keeps asking to be restarted (exit code 3). Is that meant?")

    def exit_3_slowed(self, count: int, delay_s: float) -> str:
        said = self.tr(
            "Your script asked to be restarted %n times in a row (exit code 3). It starts again in"
            " {delay} s.",
            "",
            count,
        )
        return said.format(delay=f"{delay_s:g}")

    def children_unseen(self, program: str) -> tuple[str, ...]:
        what = self.tr(
            "Your script starts {program}, which loads modules in processes that Reloader cannot"
            " see."
        )
        return what.format(program=program), self.tr("When you save one of those, press Run.")

    def forced(self, grace_s: float) -> str:
        return self.tr(
            "Your script did not end within {seconds} s, so it was stopped by force. The settings"
            " can give it more time to finish."
        ).format(seconds=f"{grace_s:g}")

    def went_on(self) -> str:
        return self.tr(
            "Your script caught the interruption (Ctrl+C) that ends it and went on, so it was ended"
            " without its finally blocks."
        )

    def stuck(self, *pids: int) -> str:
        said = self.tr(
            "The system cannot end %n process(es) of your script ({pids}), perhaps because of a"
            " drive that does not answer. Restarting the computer will. You can go on as usual.",
            "",
            len(pids),
        )
        return said.format(pids=VALUES.numbers(pids))

    def failed(self, _what: str) -> str:
        return self.tr(
            "Reloader had a problem and stopped your script. Press Run to start it again."
        )

    def guardian_lost(self) -> str:
        return self.tr(
            "The part of Reloader that ends a script's processes was itself ended by something"
            " else, and your script with it. Press Run to start it again."
        )

    def passed_by(self) -> str:
        return self.tr(
            "The part of Reloader that ends a script's processes did not answer (something had"
            " stopped it), so they were ended without it. You can go on as usual."
        )

    def input_refused(self, size_bytes: int) -> str:
        return self.tr(
            "{size} of input were not sent to the script: it has not read what was sent before, or"
            " this is too much at once. For so much, let the script open a file."
        ).format(size=VALUES.size(size_bytes))

    def nested(self, name: str, off: TurnOff, option: str) -> str:
        match off:
            case TurnOff.WITH:
                said = self.tr(
                    "{name} restarts your script itself when you save, so Reloader does not; start"
                    " it with {option}, and Reloader does, which is faster."
                )
            case TurnOff.WITHOUT:
                said = self.tr(
                    "{name} restarts your script itself when you save, so Reloader does not; start"
                    " it without {option}, and Reloader does, which is faster."
                )
            case TurnOff.IN_PLACE:
                said = self.tr(
                    "{name} runs your script again itself when you save, so Reloader does not"
                    " restart it; start it with {option}, and Reloader does."
                )
        return said.format(name=name, option=option)

    def drive_silent(self, drive: str) -> str:
        return self.tr(
            "The drive {drive} does not answer. Until it does, files on it do not restart the"
            " script when they are saved; all others do."
        ).format(drive=drive)

    def not_all_kept(self, trouble: SpoolTrouble) -> tuple[str, ...]:
        """The disk takes no more output."""
        kept = self.tr("Your script goes on, but only the newest part of its output is kept.")
        match trouble.kind:
            case SpoolTroubleKind.DISK_FULL:
                return self.tr("The disk is full: make room on it."), kept
            case SpoolTroubleKind.NOT_WRITABLE:
                what = self.tr("{folder} cannot be written ({why}).")
                return what.format(folder=trouble.folder, why=trouble.why), kept


NOTICES = NoticeTexts()
