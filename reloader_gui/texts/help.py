"""What is copied for somebody who helps, and the dialog that shows it before."""

from __future__ import annotations

from pathlib import Path

from reloader_core import ScriptError
from reloader_gui.texts.texts import Texts


class ReportTexts(Texts):
    """The headings of the text that is copied."""

    def script(self, file: Path) -> str:
        return self.tr("Script: {file}").format(file=file)

    def error(self, error: ScriptError) -> str:
        if error.file is None or not error.line:
            return self.tr("The error:")
        said = self.tr("The error is in line {line} of {file}:")
        return said.format(line=error.line, file=error.file.name)

    def meaning(self, meaning: str) -> str:
        return self.tr("What Reloader says about it: {meaning}").format(meaning=meaning)

    def values(self) -> str:
        return self.tr("Values in this line:")

    def output(self) -> str:
        return self.tr("The end of the output:")

    def no_output(self) -> str:
        return self.tr("The script printed nothing.")

    def typed(self) -> str:
        """In the place of what the user has typed."""
        return self.tr("(what I typed)")

    def arguments(self, arguments: str) -> str:
        return self.tr("Arguments: {arguments}").format(arguments=arguments)

    def environment(self) -> str:
        return self.tr("Environment variables:")

    def versions(self, reloader: str, system: str) -> str:
        said = self.tr("Reloader {version} on {system}")
        return said.format(version=reloader, system=system)

    def python(self, version: str, path: Path) -> str:
        if not version:
            return self.tr("Python: {path}").format(path=path)
        return self.tr("Python {version}: {path}").format(version=version, path=path)


REPORT = ReportTexts()


class HelpTexts(Texts):
    """The dialog."""

    def title(self) -> str:
        return self.tr("Copy for help")

    def explains(self) -> tuple[str, ...]:
        return (
            self.tr("This text is copied, to be pasted where you ask for help."),
            self.tr(
                "Your name, your home folder, and what looks like a password or a key are hidden."
            ),
            self.tr("Read it before you send it."),
        )

    def preview(self) -> str:
        return self.tr("The text to copy")

    def more(self) -> str:
        return self.tr("Copy also:", "above what can be ticked")

    def values(self) -> str:
        return self.tr("Values in this line")

    def arguments(self) -> str:
        return self.tr("Arguments of the script")

    def environment(self) -> str:
        return self.tr("Environment variables")

    def typed(self) -> str:
        return self.tr("What I typed")

    def copy(self) -> str:
        return self.tr("Copy", "the text for somebody who helps")

    def cancel(self) -> str:
        return self.tr("Cancel", "copying for help")

    def copied(self) -> str:
        return self.tr("Copied. Paste it where you ask for help.")


HELP = HelpTexts()
