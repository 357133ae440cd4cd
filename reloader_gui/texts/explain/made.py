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
            Kind.FLOAT_FROM: self.tr(
                "{what} is {type}, because / always gives one. For a whole number, write in"
                " line {line}: {instead}"
            ),
            Kind.REPLACED_BY: self.tr(
                "{what} was {type2} in line {line}, and line {line2} makes it {type}. Give what"
                " line {line2} makes a name of its own, and write that where it is needed."
            ),
            Kind.MADE_AS: self.tr(
                "{what} is {type}, because line {line} makes it that. Write there: {instead}"
            ),
            Kind.NOT_RETURNED: self.tr(
                "{what} is None: line {line} calls {function} again, but does not return what"
                " that gives back. Write there: {instead}"
            ),
            Kind.GOT_NO_KEY: self.tr(
                "{what} is None, because {table} has no key {key}, so .get() in line {line}"
                " found nothing. There is {near}, which is written differently."
            ),
            Kind.FOUND_NOT_ALIKE: self.tr(
                "{what} is None, because {function} has found no {text} by the comparison in line"
                " {line}. There is {near}, which is written differently. Write it so in line"
                " {line2}, too."
            ),
            Kind.FOUND_BY_CASE: self.tr(
                "{what} is None, because {function} has found no {text} by the comparison in line"
                " {line}. There is {near}, which is written differently. To find it all the same,"
                " write there: {instead}"
            ),
            Kind.MADE_OF_TEXT: self.tr(
                "{what} is only {text} here, and no object of the class {name}, which would have"
                " .{attribute}. In line {line}, write in place of {text}: {instead}"
            ),
            Kind.GOT_NOTHING: self.tr(
                "{what} is None, because {table} has no key {key}, so .get() in line {line}"
                " found nothing. Ask before it is used: if {what} is not None:"
            ),
            Kind.INT_FOR_OTHERS: self.tr(
                "int() takes whole numbers only, and it got the text '{text}'. Leave int() there,"
                " because {function} also gives what line {line} needs as a whole number. Ask for"
                " this number with float(), in line {line2}: {instead}"
            ),
            Kind.INT_FOR_LINE: self.tr(
                "int() takes whole numbers only, and it got the text '{text}'. Leave int() there,"
                " because {function} also gives what line {line} needs as a whole number. For the"
                " number that line {line2} asks for, use float() in a function of its own."
            ),
            Kind.JOIN_AS_TEXTS: self.tr(
                ".join() puts texts together, and in {what}, item {index} (counted from 0) is"
                " {type}. Make a text of each with str(): {instead}"
            ),
        }


EXPLAIN_MADE = ExplainMadeTexts()
