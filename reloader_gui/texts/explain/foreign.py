"""What an error means, of words of other languages, and eval(), in the
window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainForeignTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.OTHER_WORD: self.tr("Python has no '{word}'. Write in line {line}: {instead}"),
            Kind.INCREMENT_INSIDE: self.tr(
                "Python has no {operator}. Leave it out of line {line}, and write in a line of its"
                " own: {instead}"
            ),
            Kind.COMMENT_SIGN: self.tr(
                "A comment begins with # in Python, and not with {sign}. Write # there in line"
                " {line}."
            ),
            Kind.DO_LOOP: self.tr(
                "Python has no 'do' loop. Write in line {line}: while True: and at the end of what"
                " is repeated, an if with the condition to stop, and break in it."
            ),
            Kind.NAME_OF_OTHERS: self.tr(
                "{name} belongs to another language. In Python, write: {instead}"
            ),
            Kind.EVAL_BROKEN: self.tr(
                "{function} reads a text as a piece of Python, and '{text}' is none. The mistake"
                " lies in that text: look how it is made. If it is to stay text, leave {function}"
                " out."
            ),
            Kind.EVAL_TEXT_LINE: self.tr(
                "{function} reads a text as Python, and line {line} of that text is none:"
                " '{text}'. The mistake lies in that text: look how it is made."
            ),
            Kind.EVAL_EMPTY: self.tr(
                "{function} works out what a text says, and this text is empty. Check first that"
                " there is something in it."
            ),
            Kind.EVAL_STATEMENT: self.tr(
                "eval() works out a single value, and '{text}' is a statement. To run it, use"
                " exec()."
            ),
            Kind.EVAL_INDENTED: self.tr(
                "All lines of the text that {function} gets are indented, and its first line must"
                " not be. Write: import textwrap, and textwrap.dedent(...) around the text."
            ),
            Kind.EVAL_NAME: self.tr(
                "{function} reads a text as Python, where {name} without quotes is a name, and"
                " nothing is called so. If what it gets is to stay text, leave {function} out."
            ),
            Kind.EVAL_JSON: self.tr(
                "The text that {function} reads has the word {name}, which is of JSON and not of"
                " Python. To read JSON, use json.loads()"
            ),
            Kind.EVAL_OF: self.tr(
                "{function} reads a text, and {what} is {type}. Use it as it is, or look where its"
                " value comes from."
            ),
            Kind.LITERAL_ONLY: self.tr(
                "{function} reads values alone, such as numbers, lists and texts in quotes, and"
                " '{text}' is something else. A text needs quotes inside of it."
            ),
            Kind.NONE_BOTH: self.tr(
                "{what} and {what2} are both None, and {operator} needs values. Look where each of"
                " them comes from: a function without 'return' gives None."
            ),
            Kind.EVAL_ZERO: self.tr(
                "In {what}, which eval() works out, something is divided by 0. Check it first, or"
                " take it with: except ZeroDivisionError:"
            ),
            Kind.FORMAT_BACKSLASH: self.tr(
                "In a text that begins with f, there may be no \\ inside of the curly brackets"
                " before Python 3.12. Give what stands there to a variable in a line above {line},"
                " and write that variable."
            ),
        }


EXPLAIN_FOREIGN = ExplainForeignTexts()
