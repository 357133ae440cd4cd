"""Why a file could not be opened in an editor."""

from __future__ import annotations

from reloader_gui.texts.texts import Texts


class EditorTexts(Texts):
    # -- the file that is shown where there is no editor

    def reading(self, file: str, line: int | None) -> str:
        if line is None:
            return self.tr("{file} (to read only)").format(file=file)
        return self.tr("{file}, line {line} (to read only)").format(file=file, line=line)

    def to_read(self) -> tuple[str, ...]:
        what = self.tr("No editor was found on this computer, so here the file can only be read.")
        return what, self.tr("To change it, open it with another program, or get an editor.")

    def open_with(self) -> str:
        return self.tr("Open with...")

    def open_with_tip(self) -> str:
        return self.tr("Choose the program that opens it")

    def open_with_prompt(self) -> str:
        return self.tr("Which program is to open this file?")

    def get_one(self) -> str:
        return self.tr("Get an editor")

    def get_one_tip(self) -> str:
        return self.tr("Three that are free. Each opens its page in your browser")

    def for_beginners(self, name: str) -> str:
        return self.tr("{name} (made for beginners)", "an editor").format(name=name)

    def for_much(self, name: str) -> str:
        return self.tr("{name} (the most widely used)", "an editor").format(name=name)

    def small_one(self, name: str) -> str:
        return self.tr("{name} (small and quick)", "an editor").format(name=name)

    def show_file(self) -> str:
        return self.tr("Show the file")

    def show_file_tip(self) -> str:
        return self.tr("Open its folder")

    def close(self) -> str:
        return self.tr("Close", "a file that is only read")

    # -- what went wrong

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
