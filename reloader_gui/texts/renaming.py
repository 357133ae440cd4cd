"""What is said of a file whose name hides a module, and of giving it another one."""

from __future__ import annotations

from pathlib import Path

from reloader_gui.texts.texts import Texts


class RenamingTexts(Texts):
    def hides_part(self, file: str, module: str) -> tuple[str, ...]:
        what = self.tr(
            "{file} has the same name as Python's own module '{module}': beside it, 'import"
            " {module}' finds your file and not Python's."
        )
        return what.format(file=file, module=module), self._better()

    def hides_package(self, file: str, module: str) -> tuple[str, ...]:
        what = self.tr(
            "{file} has the same name as the package '{module}': beside it, 'import {module}' finds"
            " your file and not the package."
        )
        return what.format(file=file, module=module), self._better()

    def _better(self) -> str:
        return self.tr("Give your file another name.")

    def rename_it(self) -> str:
        return self.tr("Rename it...")

    def rename_it_tip(self, file: str) -> str:
        return self.tr("Give {file} another name").format(file=file)

    def label(self, file: str) -> str:
        return self.tr("New name for {file}:").format(file=file)

    def name(self, file: str) -> str:
        """For screen readers."""
        return self.tr("New name for {file}", "for screen readers").format(file=file)

    def rename(self) -> str:
        return self.tr("Rename")

    def cancel(self) -> str:
        return self.tr("Cancel", "renaming a file")

    def no_name(self) -> str:
        return self.tr("Type a name.")

    def bad_character(self, character: str) -> str:
        said = self.tr("The name of a file cannot contain {character}")
        return said.format(character=character if character.isprintable() else repr(character))

    def bad_name(self, name: str) -> str:
        return self.tr("A script cannot be called {name}.").format(name=name)

    def same_name(self, name: str) -> str:
        return self.tr("It is called {name} now.", "a file").format(name=name)

    def hides_too(self, name: str, module: str) -> str:
        said = self.tr("{name} would hide the module '{module}'.")
        return said.format(name=name, module=module)

    def exists(self, name: str) -> str:
        said = self.tr("There is a file {name} already. It is not overwritten.")
        return said.format(name=name)

    def failed(self, file: Path, why: str) -> str:
        said = self.tr("{file} could not be renamed ({why}).")
        return said.format(file=file.name, why=why)

    def done(self, old: str, new: str) -> tuple[str, ...]:
        what = self.tr("{old} is called {new} now.").format(old=old, new=new)
        editor = self.tr(
            "If {old} is still open in your editor, close it there: saving it would bring it back."
        )
        return what, editor.format(old=old)

    def undo(self) -> str:
        return self.tr("Undo", "renaming a file")

    def undone(self, old: str) -> str:
        return self.tr("{old} has its name back.").format(old=old)


RENAMING = RenamingTexts()
