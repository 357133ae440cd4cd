"""What an error means, where one of many things was not as the others, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainSingledTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.BOUND_NO_RETURN: self.tr(
                "{what} is None, because {function} in line {line} has no 'return' where"
                " {name} is exactly {value}: line {line2} leaves out the bound itself. If that"
                " branch is meant for it, write there: {instead}"
            ),
            Kind.RANGE_NO_RETURN: self.tr(
                "{what} is None, because {function} in line {line} has no 'return' for this"
                " case: {condition}. Write below its last line, indented as its first 'if':"
                " return, and behind it what is right then."
            ),
            Kind.CASE_NO_RETURN: self.tr(
                "{what} is None, because {name} is {value}, and {function} in line {line} has"
                " no 'return' for that. Add an 'elif' for it, or write below its last line,"
                " indented as its first 'if', what is given back for all others."
            ),
            Kind.EMPTY_NOT_ALIKE: self.tr(
                "{what} is empty, because the comparison in line {line} has found no {text}."
                " There is {near}, which is written differently. Write it so in line {line2},"
                " too."
            ),
            Kind.EMPTY_NOT_SAME: self.tr(
                "{what} is empty, because the comparison in line {line} has found no {text}."
                " There is {near}, which is written differently. To find it all the same,"
                " write there: {instead}"
            ),
            Kind.FILE_NAME_SHORT: self.tr(
                "The table {what} has no column {key}. In {name} there is {near}, which seems"
                " to mean the same, with one of the two shortened. If so, write {near} in"
                " place of {key} in these lines: {lines}"
            ),
            Kind.NONE_WRITTEN: self.tr(
                "{what} is None here, as line {line} has it: {text}. Write there in place of"
                " None what it is to be, such as 0 for a number."
            ),
            Kind.INNER_LACKS: self.tr(
                "'{table}' is {what} here, which has no {key}, and all others beside it have"
                " one. Add it in line {line} or, if it may be missing there, write: {instead}"
            ),
            Kind.NEAR_KEY_TYPED_AT: self.tr(
                "'{table}' has no key {key}, which was typed in line {line}, but it has"
                " {near}. To take it with capital and small letters alike, write here:"
                " {instead}"
            ),
            Kind.NUMBER_UNMATCHED: self.tr(
                "{name} is None, because the pattern in line {line} wants a number with a"
                " decimal point, and the one in the text {text} has none. Write there"
                " {instead} in place of {code}."
            ),
            Kind.TEXT_PASSED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text"
                " {text}, so nothing was found in line {line}. Change the pattern, or pass"
                " over such texts. Write below line {line}: {check} And below line {line3}:"
                " {check2}"
            ),
            Kind.TEXT_TAKEN_PASSED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text"
                " {text}, so nothing was found in line {line}. Change the pattern, or pass"
                " over such texts. Write below line {line}: {check} And in line {line3}:"
                " {instead}"
            ),
            Kind.TEXT_PUT_PASSED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text"
                " {text}, so nothing was found in line {line}. Change the pattern, or pass"
                " over such texts. Write below line {line}: {check} And in place of line"
                " {line3}: {instead} and below it: {instead2}"
            ),
            Kind.WHOLE_GIVEN: self.tr(
                "Line {line} gives {function} all of {what}, and {function} works with one at a"
                " time. That one is {name}, by the loop in line {line2}. Write in line {line}:"
                " {instead}"
            ),
            Kind.TEXT_UNPACKED_PASSED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text"
                " {text}, so nothing was found in line {line}. Change the pattern, or pass"
                " over such texts. Write below line {line}: {check} And in place of line"
                " {line3}: {instead} and below it, indented the same: {check2} and below that:"
                " {instead2}"
            ),
            Kind.TEXT_CAPITALS: self.tr(
                "{name} is None, because the pattern in line {line} does not fit the text"
                " {text}: it would, but for capital and small letters. To take both as the"
                " same, write in line {line2}: {instead}"
            ),
        }


EXPLAIN_SINGLED = ExplainSingledTexts()
