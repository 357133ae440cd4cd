"""Why a file cannot be chosen as a script, or a script not be made."""

from __future__ import annotations

from pathlib import Path

from reloader_gui.texts.texts import Texts


class ScriptTexts(Texts):
    def is_folder(self, path: Path) -> tuple[str, ...]:
        what = self.tr("{file} is a folder.").format(file=path.name or path)
        return what, self.tr("Choose the Python script in it.")

    def no_python_script(self, path: Path) -> str:
        said = self.tr("{file} is not a Python script: its name does not end in .py.")
        return said.format(file=path.name)

    def ends_in_txt(self, path: Path) -> str:
        return self.tr(
            "{file} ends in .txt, which Windows hides: rename it to {name} (Explorer shows whole"
            " names under View, File name extensions)."
        ).format(file=path.name, name=path.stem)

    def in_archive(self, path: Path, archive: str) -> str:
        """`archive`: its name; empty: it is not known."""
        if not archive:
            return self.tr(
                "{file} is still inside an archive: extract all of that first, and then choose the"
                " {file} in the new folder."
            ).format(file=path.name)
        return self.tr(
            "{file} is still inside {archive}: extract all of that first (right-click, Extract"
            " All), and then choose the {file} in the new folder."
        ).format(file=path.name, archive=archive)

    def utf_16(self, path: Path) -> str:
        return self.tr(
            "{file} is saved as UTF-16 (Notepad calls it Unicode), which Python cannot read: save"
            " it again, with the encoding UTF-8."
        ).format(file=path.name)

    def not_fetched(self, path: Path) -> str:
        return self.tr(
            "{file} is in a cloud folder (OneDrive) and could not be fetched: is this computer"
            " online, and does OneDrive run?"
        ).format(file=path.name)

    def not_ordinary(self, path: Path) -> tuple[str, ...]:
        what = self.tr("{file} is not an ordinary file.").format(file=path.name)
        return what, self.tr("Choose a Python script.")

    def not_readable(self, path: Path, why: str) -> str:
        return self.tr("{file} cannot be read ({why}).").format(file=path.name, why=why)

    def gone(self, path: Path) -> tuple[str, ...]:
        what = self.tr("There is no file {path}.").format(path=path)
        return what, self.tr("Was it moved, renamed or deleted?")

    def not_looked_at(self, path: Path) -> str:
        return self.tr("{path} could not be looked at.").format(path=path)

    def nothing_dropped(self) -> tuple[str, ...]:
        return self.tr("Only files can be dropped here."), self.tr("Drop a Python script.")

    def no_script_dropped(self) -> str:
        return self.tr("None of these files is a Python script: no name ends in .py.")

    def not_created(self, path: Path, why: str) -> str:
        said = self.tr("{file} could not be created ({why}).")
        return said.format(file=path.name, why=why)

    def example_not_copied(self, folder: Path, why: str) -> str:
        said = self.tr("The example could not be copied to {folder} ({why}).")
        return said.format(folder=folder, why=why)


SCRIPTS = ScriptTexts()
