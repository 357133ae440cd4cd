"""What a mistake means that keeps a script from being parsed, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainSyntaxTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._of_marks() | self._of_words() | self._of_blocks() | self._of_slips()

    def _of_marks(self) -> dict[Kind, str]:
        return {
            Kind.DEF_BRACKETS: self.tr(
                "A function needs round brackets after its name, even with nothing in them. Write"
                " in line {line}: def {name}():"
            ),
            Kind.COLON: self.tr(
                "Line {line} begins with '{word}', so it must end with a colon. Write : at its end."
            ),
            Kind.BRACKET_OPEN: self.tr(
                "The bracket {bracket} in line {line} is never closed. Write {closing} where it"
                " ends."
            ),
            Kind.BRACKET_EXTRA: self.tr(
                "The bracket {bracket} in line {line} closes nothing: it is one too many. Remove"
                " it."
            ),
            Kind.BRACKET_OTHER: self.tr(
                "The bracket {opening} in line {line2} is closed by {bracket} in line {line}, which"
                " is of another kind. Use the same kind."
            ),
            Kind.QUOTE: self.tr(
                "The text that begins with {quote} in line {line} does not end. Write {quote} where"
                " it ends."
            ),
            Kind.QUOTE_ALONE: self.tr(
                "In line {line}, a quotation mark {quote} is alone. A text needs one at its"
                " beginning and one at its end: look which is missing."
            ),
            Kind.QUOTES_MISSING: self.tr('Text needs quotes. In line {line}, write: "{text}"'),
            Kind.QUOTES_INSIDE: self.tr(
                "The text in line {line} has a quotation mark in it that ends it too early. Put the"
                " other kind of quotation mark around the text."
            ),
            Kind.EQUALS: self.tr(
                "In line {line}, = would give '{left}' a value. To compare, write two of them:"
                " {left} == {right}"
            ),
        }

    def _of_blocks(self) -> dict[Kind, str]:
        return {
            Kind.INDENT_EXPECTED: self.tr(
                "What belongs to line {line2} must be indented. Put {number} more spaces before"
                " line {line}, and before each further line that belongs to line {line2}."
            ),
            Kind.INDENT_UNEXPECTED: self.tr(
                "Line {line} is indented further than line {line2} above it, and nothing there asks"
                " for it. Let both begin at the same place."
            ),
            Kind.INDENT_FIRST: self.tr(
                "Line {line} is indented, and no line above asks for it. Remove the spaces at its"
                " beginning."
            ),
            Kind.INDENT_MISMATCH: self.tr(
                "Line {line} is not indented as any of the lines above. Give it exactly as many"
                " spaces as the line that it belongs beside."
            ),
            Kind.INDENT_AS: self.tr(
                "Line {line} is not indented as any of the lines above: spaces at its beginning:"
                " {number}. Give it as many as line {line2} has: {number2}"
            ),
            Kind.INDENT_AS_EITHER: self.tr(
                "Line {line} is not indented as any of the lines above: spaces at its beginning:"
                " {number}. If it belongs beside line {line2}, give it as many: {number2}. If it"
                " belongs beside line {line3}: {number3}"
            ),
            Kind.INDENT_LINES: self.tr(
                "Line {line} is not indented as any of the lines above: spaces at its beginning:"
                " {number}. Move the lines {line} to {line2} together, until line {line} has as"
                " many as line {line3}: {number2}"
            ),
            Kind.INDENT_LINES_EITHER: self.tr(
                "Line {line} is not indented as any of the lines above: spaces at its beginning:"
                " {number}. Move the lines {line} to {line2} together. If they belong beside line"
                " {line3}, line {line} gets as many spaces as that: {number2}. If they belong"
                " beside line {line4}: {number3}"
            ),
            Kind.TABS: self.tr(
                "Line {line} is indented with tabs where other lines have spaces, or the other way"
                " round. Use spaces everywhere."
            ),
        }

    def _of_words(self) -> dict[Kind, str]:
        return {
            Kind.PRINT_STATEMENT: self.tr(
                "print needs brackets in Python 3. Write in line {line}, and wherever else they are"
                " missing: print(...)"
            ),
            Kind.OUTSIDE_FUNCTION: self.tr(
                "'{word}' in line {line} is not inside a function. Check its indentation: it has to"
                " stand further to the right than the 'def' that it belongs to. Only if it belongs"
                " to none, remove it."
            ),
            Kind.OUTSIDE_LOOP: self.tr(
                "'{word}' in line {line} is not inside a loop. Check its indentation, or remove it."
            ),
            Kind.OTHER_QUOTES: self.tr(
                "The quotation marks {character} and {other} in line {line} are not those that"
                " Python knows. Type {instead} in place of both, with the keyboard set to English."
            ),
            Kind.OTHER_CHARACTER: self.tr(
                "The character {character} in line {line} is not the one that Python knows. Type"
                " {instead} in its place, with the keyboard set to English."
            ),
            Kind.FULL_WIDTH_SPACE: self.tr(
                "There is a special space in line {line} that Python does not know, perhaps copied"
                " from a web page. Type usual spaces in its place."
            ),
            Kind.KEYWORD_AS_NAME: self.tr(
                "'{word}' in line {line} is a word of Python's own and cannot be a name. Use"
                " another one, such as {word}_."
            ),
            Kind.ELSE_IF: self.tr(
                "Python has another word for 'else if'. Write in line {line}: elif"
            ),
            Kind.INCREMENT: self.tr("Python has no {operator}. Write in line {line}: {instead}"),
            Kind.OTHER_OPERATOR: self.tr(
                "Python has no {operator}. Write in line {line}: {instead}"
            ),
            Kind.ASSIGNED_TO_VALUE: self.tr(
                "Left of = in line {line} stands {left}, which is no name and cannot get a value. A"
                " name goes on the left; to compare, use ==."
            ),
            Kind.COMMA: self.tr(
                "In line {line} something is missing between {before} and {after}. Put a comma"
                " there, or an operator such as +."
            ),
            Kind.NAME_BEGINS_WITH_DIGIT: self.tr(
                "'{name}' in line {line} begins with a digit, and no name may. Begin it with a"
                " letter."
            ),
            Kind.SOURCE_NOT_UTF8: self.tr(
                "{file} is not saved as UTF-8, which Python expects. Save it in your editor with"
                " the encoding UTF-8."
            ),
        }

    def _of_slips(self) -> dict[Kind, str]:
        return {
            Kind.COMMA_AT_END: self.tr(
                "Line {line} is one of several items and needs a comma at its end."
            ),
            Kind.WORD_MISSPELT: self.tr(
                "'{word}' in line {line} is not understood. Did you mean '{meant}'?"
            ),
            Kind.IN_MISSING: self.tr(
                "The loop in line {line} lacks the word 'in' before what it goes through."
            ),
            Kind.CONDITION_MISSING: self.tr(
                "'{word}' in line {line} needs a condition before the colon."
            ),
            Kind.WITHOUT_PARTNER: self.tr(
                "The '{word}' in line {line} belongs to no '{partner}'. It needs the same"
                " indentation as its '{partner}', and has to follow right below the indented"
                " lines."
            ),
            Kind.PARTED: self.tr(
                "Line {line} is not indented further than the '{word}' in line {line2}, and so it"
                " parts that from its '{partner}'. Indent it, if it belongs to what stands above"
                " it, or move it away."
            ),
            Kind.LEADING_ZERO: self.tr(
                "No number may begin with 0, as {number} in line {line} does. Write {instead}, or"
                " put it in quotes if it is text."
            ),
            Kind.BLANK_IN_NAME: self.tr(
                "'{name}' in line {line} has a blank, and no name may. Write: {instead}"
            ),
            Kind.ESCAPE_OUTSIDE: self.tr(
                "{what} stands outside of the quotes in line {line}. Put it into the text, or into"
                ' quotes of its own: "{what}"'
            ),
            Kind.BACKSLASH: self.tr(
                "In a text, \\ begins a special character, and in line {line} what follows it is"
                " none. Put an r before the opening quote, or write / in place of \\."
            ),
            Kind.CALL_BRACKETS: self.tr(
                "{function} in line {line} needs brackets around what it is given: {function}(...)"
            ),
            Kind.GLOBAL_LATE: self.tr(
                "'{name}' is used before line {line} says that it is global. Make that the first"
                " line of the function."
            ),
        }


EXPLAIN_SYNTAX = ExplainSyntaxTexts()
