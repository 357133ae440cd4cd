"""What is another language's way, or an order that Python has not, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainOrderTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return (
            self._of_others()
            | self._of_order()
            | self._of_texts()
            | self._of_loops()
            | self._of_halves()
        )

    def _of_others(self) -> dict[Kind, str]:
        return {
            Kind.EXCEPT_AS: self.tr(
                "Python 3 writes this with 'as'. Write in line {line}: {instead}"
            ),
            Kind.COLON_IN_DICT: self.tr(
                "Between a key and its value in curly brackets stands a colon. Write : between"
                " them in line {line}."
            ),
            Kind.BRACES: self.tr(
                "Python has no curly brackets around lines that belong together. End line {line}"
                " with a colon, and indent what belongs to it."
            ),
            Kind.FOR_OF_OTHERS: self.tr(
                "Python writes a counting loop otherwise than other languages. Write in line"
                " {line}, for instance: for i in range(5):"
            ),
            Kind.PROMPT: self.tr(
                "The {prompt} in line {line} is what Python shows where one types, and no part of"
                " a script. Remove it, and all others at the beginnings of lines."
            ),
            Kind.TERMINAL_COMMAND: self.tr(
                "Line {line} is a command for the terminal and not for Python: {command}. Run it"
                " there, and remove it here."
            ),
            Kind.NO_SUCH_WORD: self.tr(
                "Python has no '{word}' at this place. Remove it from line {line}."
            ),
            Kind.IMPORT_ORDER: self.tr(
                "Python writes this import the other way round. Write in line {line}: {instead}"
            ),
            Kind.ODD_CHARACTER: self.tr(
                "The character {character} in line {line} means nothing in Python outside of a"
                " text. Remove it, or put quotes around the text that it belongs to."
            ),
        }

    def _of_order(self) -> dict[Kind, str]:
        return {
            Kind.TRY_ALONE: self.tr(
                "Directly below the lines of the 'try' in line {line} must come an 'except', which"
                " says what to do about an error. Write it there, indented as the 'try'."
            ),
            Kind.NAMED_FIRST: self.tr(
                "In line {line}, a value without a name stands behind one that has a name. Write"
                " its name before it, too; or put it first, if that is its place among those"
                " without a name."
            ),
            Kind.DEFAULT_FIRST: self.tr(
                "In line {line}, a parameter without a value stands behind one that has a value,"
                " such as x=1. Put those without a value first, also in the calls; or give it a"
                " value, too."
            ),
            Kind.DEFAULT_TOO: self.tr(
                "In line {line}, the parameter {name} stands behind one that has a value, so it"
                " needs one, too. All calls give it by its place, so it can stay where it is."
                " Write: {name}=None"
            ),
            Kind.PARAMETER_VALUE: self.tr(
                "In the brackets behind 'def' stand names only, and no values. Give each in line"
                " {line} a name."
            ),
            Kind.ELSE_CONDITION: self.tr(
                "'else' takes no condition. In line {line}, write 'elif' in its place, or remove"
                " what stands behind 'else'."
            ),
            Kind.ELSE_MISSING: self.tr(
                "An 'if' in the middle of line {line} needs an 'else' behind it: one if condition"
                " else other"
            ),
            Kind.ELSE_TURNS: self.tr(
                "An 'if' in the middle of line {line} needs an 'else' behind it. In this script,"
                " {name} is only ever {value} or {value2}. To go from each of them to the other,"
                " write: {instead}"
            ),
            Kind.ELSE_NOTHING: self.tr(
                "An 'if' in the middle of line {line} needs an 'else' behind it, with what is to be"
                " taken otherwise. If nothing is to be done then, put the 'if' first: {instead}"
            ),
            Kind.BEHIND_ELSE: self.tr(
                "The '{word}' in line {line} comes after the 'else' in line {line2}, which has to"
                " be the last. Put it above that."
            ),
            Kind.BODY_MISSING: self.tr(
                "Line {line} needs lines below it that belong to it and are indented. If there is"
                " nothing to do yet, write there: pass"
            ),
            Kind.NONLOCAL_NOTHING: self.tr(
                "No function around this one has a variable '{name}'. If you mean the one outside"
                " of all functions, write 'global {name}' in line {line}."
            ),
            Kind.AWAIT_OUTSIDE: self.tr(
                "'{word}' in line {line} works only in a function that begins with 'async def'."
            ),
        }

    def _of_texts(self) -> dict[Kind, str]:
        return {
            Kind.FORMAT_BRACE: self.tr(
                "In the text in line {line} that begins with f, a curly bracket is not closed, or"
                " has nothing to close. Give each {{ its }}."
            ),
            Kind.FORMAT_QUOTES: self.tr(
                "The text in line {line} that begins with f has the same quotation marks in its"
                " curly brackets as around it. Use the other kind inside."
            ),
            Kind.QUOTE_ESCAPED: self.tr(
                "The \\ before the closing quotation mark in line {line} makes it a part of the"
                " text. Write two of them, or / in its place."
            ),
            Kind.MINUS_IN_NAME: self.tr(
                "'{name}' in line {line} has a - in it, which means minus, so it is no name."
                " Write: {instead}"
            ),
            Kind.TIMES_FORGOTTEN: self.tr(
                "To multiply, write * between the two. In line {line}: {instead}"
            ),
            Kind.LINE_ENDS_WITH: self.tr(
                "Line {line} ends with {operator}, and something must follow it. Write what"
                " belongs there, or remove it."
            ),
        }

    def _of_loops(self) -> dict[Kind, str]:
        return {
            Kind.NO_LOOP: self.tr(
                "'{word}' in line {line} belongs to a loop, and no loop is around it. To leave a"
                " function, write 'return'; to end the program, write exit()."
            ),
        }

    def _of_halves(self) -> dict[Kind, str]:
        return {
            Kind.TRY_PARTED: self.tr(
                "Line {line} is not indented and parts the 'try' from its 'except' in line"
                " {line2}. Indent it, if it belongs to the try, or move it below the except."
            ),
            Kind.HALF_CONDITION: self.tr(
                "Behind '{word}' in line {line}, a whole condition has to stand. Write: {instead}"
            ),
        }


EXPLAIN_ORDER = ExplainOrderTexts()
