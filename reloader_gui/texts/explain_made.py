"""What an error means, of values that were made as another type, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainMadeTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.TYPED_TEXT: self.tr(
                "{what} is text, because input() gives text. For a number, write in line"
                " {line}: {instead}"
            ),
            Kind.TYPED_KEPT: self.tr(
                "{what} is text, because input() in line {line} gives text. For a number, write"
                " in line {line2}: {instead}"
            ),
            Kind.TYPED_TWICE: self.tr(
                "{what} is text, because input() gives text. For a number, write in line {line}"
                " and in line {line2}: {instead}"
            ),
            Kind.TEXT_ONCE: self.tr(
                "{what} is text, and a number is needed here and below. Make one of it once, in"
                " a new line above line {line}: {instead}"
            ),
            Kind.TEXT_FROM: self.tr(
                "{what} is text, and a number is needed here. Make one of it where it gets its"
                " value. Write in line {line}: {instead}"
            ),
        }


EXPLAIN_MADE = ExplainMadeTexts()
