"""Why a file could not be opened in an editor."""

from __future__ import annotations

from reloader_gui.texts.texts import Texts


class EditorTexts(Texts):
    def none_found(self) -> tuple[str, ...]:
        do = self.tr(
            "Install one (Geany or Visual Studio Code, for example), or name yours in the settings."
        )
        return self.tr("No editor was found."), do

    def failed(self) -> str:
        return self.tr("The editor could not be opened.")

    def file_is_gone(self, file: object) -> str:
        return self.tr("{file} is not there any more, so it can't be opened.").format(file=file)

    def batch_file(self, editor: str, file: str) -> str:
        return self.tr(
            "{editor} is started by a batch file, which can't be given the name {file}: choose the"
            " editor's .exe in the settings."
        ).format(editor=editor, file=file)

    def not_started(self, editor: str, why: str) -> str:
        said = self.tr(
            "{editor} could not be started ({why}): choose another editor in the settings."
        )
        return said.format(editor=editor, why=why)

    def quotation_mark(self, name: str) -> str:
        said = self.tr(
            "In the name of the chosen editor a closing quotation mark is missing: {name}"
        )
        return said.format(name=name)

    def no_name(self) -> str:
        return self.tr("The chosen editor has no name: choose another in the settings.")

    def no_program(self, name: str) -> str:
        return self.tr(
            "The chosen editor {name} is not a program that was found: choose another in the"
            " settings."
        ).format(name=name)

    def needs_terminal(self, name: str) -> str:
        return self.tr(
            "The chosen editor {name} needs a terminal: choose one with a window, or a terminal"
            " that starts it (such as: xterm -e {name})."
        ).format(name=name)


EDITORS = EditorTexts()
