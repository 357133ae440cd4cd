"""What the error card opens to."""

from __future__ import annotations

from reloader_core import Link
from reloader_gui.texts.texts import Texts


class DetailTexts(Texts):
    def name(self) -> str:
        """For screen readers."""
        return self.tr("More about the error", "for screen readers")

    def more(self) -> str:
        return self.tr("More")

    def more_tip(self) -> str:
        return self.tr("Show the values in this line, and the errors before this one")

    def less(self) -> str:
        return self.tr("Less")

    def less_tip(self) -> str:
        return self.tr("Hide the values and the errors before this one")

    def values(self) -> str:
        return self.tr("Values when this line failed")

    def value(self, name: str, shown: str) -> str:
        return self.tr("{name} = {value}", "a name and its value").format(name=name, value=shown)

    def value_of_length(self, name: str, shown: str, length: int) -> str:
        said = self.tr("{name} = {value}  (length {length})", "a name and its value")
        return said.format(name=name, value=shown, length=length)

    def value_of_type(self, name: str, type: str) -> str:
        said = self.tr("{name} is {type}", "such as: names is a list")
        return said.format(name=name, type=type)

    def causes(self) -> str:
        return self.tr("What went wrong before, the first error first")

    def followed(self, link: Link) -> str:
        """Below an error."""
        match link:
            case Link.CAUSE:
                return self.tr("This error led to the next one.")
            case Link.CONTEXT:
                return self.tr("The next error happened while this one was being dealt with.")

    def line(self, line: int, file: str) -> str:
        return self.tr("Line {line} of {file}").format(line=line, file=file)

    def line_tip(self) -> str:
        return self.tr("Open this line in your editor")


DETAILS = DetailTexts()
