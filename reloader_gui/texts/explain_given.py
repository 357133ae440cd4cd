"""What is wrong with what Python's own functions are given, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainGivenTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._of_numbers() | self._of_formats() | self._of_library() | self._of_files()

    def _of_numbers(self) -> dict[Kind, str]:
        return {
            Kind.CALCULATED_WITH_TEXT: self.tr(
                "{text} is text, and {operator} calculates with numbers only. Make a number of it"
                " first: {instead}"
            ),
            Kind.TEXTS_CALCULATED: self.tr(
                "{text} and {text2} are text, and {operator} calculates with numbers only. Make"
                " numbers of both first, with int() or float()."
            ),
            Kind.LIST_CALCULATED: self.tr(
                "{what} is a list, and {operator} does not calculate with what is in it. Go"
                " through it with a loop, and calculate with each item."
            ),
            Kind.MIXED_COMPARED: self.tr(
                "{function} compares what is in {what}, and {type} cannot be compared with"
                " {type2}. Make all of them of one kind."
            ),
            Kind.NUMBER_OF_OTHER: self.tr(
                "{function} makes a number of a single text or number, and {what} is {type}. Look"
                " where its value comes from."
            ),
            Kind.TEXT_GIVEN: self.tr(
                "{function} takes a number, and {what} is text. Make a number of it first:"
                " float({what})"
            ),
            Kind.RANGE_WHOLE: self.tr(
                "range() counts in whole numbers only, and {what} is {type}. Count in whole"
                " numbers, and calculate the others from them."
            ),
            Kind.ORD_OF: self.tr(
                "ord() takes a single letter, and the length of this text is {length}. Take one"
                " letter of it, such as text[0]."
            ),
            Kind.BUILTIN_TOO_MANY: self.tr(
                "The brackets of {function} have room for {most}, and here they hold {given}. Look"
                " at the commas between them."
            ),
            Kind.BUILTIN_TOO_FEW: self.tr(
                "The brackets of {function} need {least}, and here they hold {given}. Look what is"
                " missing."
            ),
        }

    def _of_formats(self) -> dict[Kind, str]:
        return {
            Kind.JOIN_OF_OTHERS: self.tr(
                ".join() puts texts together, and in {what}, item {index} (counted from 0) is"
                " {type}. Make texts of all of them first, with str()."
            ),
            Kind.FORMAT_TOO_FEW: self.tr(
                "The text has more places {{}} than .format() has values: there is none for number"
                " {index}, counted from 0. Give as many of each."
            ),
            Kind.PERCENT_TOO_FEW: self.tr(
                "The text has more places with % than there are values behind it. Several values"
                " go in round brackets: % (one, two)"
            ),
            Kind.PERCENT_TOO_MANY: self.tr(
                "There are more values behind the % than places with % in the text. Give as many"
                " of each."
            ),
            Kind.PERCENT_OF_OTHER: self.tr(
                "{code} in the text stands for a number, and it got {type}. Make a number of it"
                " first, or write %s."
            ),
            Kind.FORMAT_CODE: self.tr(
                "The '{code}' behind the colon does not fit a value that is {type}. Make a number"
                " of it first, or leave the colon and what follows it out."
            ),
            Kind.FORMAT_OF: self.tr(
                "What follows the colon does not fit a value that is {type}. Leave it out, or make"
                " text of the value first, with str()."
            ),
            Kind.DATE_FORMAT: self.tr(
                "{text} is no date in the form {format}. Compare the two sign by sign, and whether"
                " there is such a day."
            ),
        }

    def _of_library(self) -> dict[Kind, str]:
        return {
            Kind.EMPTY_CHOICE: self.tr(
                "{what} is empty, so nothing can be chosen from it. Check first that something is"
                " in it."
            ),
            Kind.RANDOM_RANGE: self.tr(
                "{call} has no number to choose from. The smaller number comes first."
            ),
            Kind.SAMPLE_TOO_LARGE: self.tr(
                "{call} asks for more items than there are. Ask for fewer."
            ),
            Kind.ENVIRONMENT: self.tr(
                "There is no environment variable {key}. Set it before the start, or use"
                " os.environ.get({key})"
            ),
            Kind.NOT_FOR_JSON: self.tr(
                "JSON has no way to write {type}. Make a text, a number, a list or a dictionary of"
                " it first."
            ),
            Kind.RELATIVE_IMPORT: self.tr(
                "An import that begins with a dot works only inside a package, and not in a script"
                " that is run. Write it without the dot."
            ),
            Kind.IMPORT_OF_PART: self.tr(
                "'{name}' is no module of its own, but may be something in '{module}'. Write: from"
                " {module} import {name}"
            ),
            Kind.ASSERTION: self.tr(
                "Line {line} of the script demands that this is so, and it is not: {condition}."
                " Look at the values in it."
            ),
            Kind.INPUT_ENDED: self.tr(
                "input() finds nothing to read any more: what is typed, or the file that it comes"
                " from, has ended. Check how often the script asks."
            ),
        }

    def _of_files(self) -> dict[Kind, str]:
        return {
            Kind.FILE_CLOSED: self.tr(
                "The file is closed by now: by .close(), or because the lines that belong to its"
                " 'with' are over. Use it before that."
            ),
            Kind.NOT_READABLE: self.tr(
                "The file was opened for writing only. To read from it, open it again with mode"
                ' "r".'
            ),
            Kind.NOT_WRITABLE: self.tr(
                'The file was opened for reading only. To write, open it with mode "w", which'
                ' empties it, or "a", which adds to its end.'
            ),
            Kind.UNKNOWN_MODE: self.tr(
                'open() knows no mode {mode}. Use "r" to read, "w" to write, or "a" to add to the'
                " end."
            ),
            Kind.FILE_EXISTS: self.tr(
                "{file} is there already, so it cannot be made. Use another name, or remove it"
                " first."
            ),
        }


EXPLAIN_GIVEN = ExplainGivenTexts()
