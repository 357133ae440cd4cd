"""What an error means, of what stands in the files that a script reads, in the window's
words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainContentTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.JSON_COMMA_OF: self.tr(
                "In {file}, line {line}, column {column}, a comma stands before a closing bracket."
                " Remove that comma."
            ),
            Kind.JSON_COMMA_LINE: self.tr(
                "Line {line} of this JSON ends with a comma, and a closing bracket follows. Remove"
                " that comma."
            ),
            Kind.JSON_NO_COMMA: self.tr(
                "In {file}, a comma is missing at the end of line {line}, as another value"
                " follows. Write it there."
            ),
            Kind.JSON_NO_COMMA_AT: self.tr(
                "In {file}, line {line}, a comma is missing before column {column}, as another"
                " name follows. Write it there."
            ),
            Kind.JSON_SINGLE_OF: self.tr(
                "In {file}, line {line}, column {column}, stands a single quote. JSON knows double"
                " quotes only: write them there, and wherever else texts of that file stand in"
                " single ones."
            ),
            Kind.JSON_COMMENT_OF: self.tr(
                "In {file}, line {line}, column {column}, begins a comment, and JSON knows none."
                " Remove it, and all others in that file."
            ),
            Kind.JSON_WORD_OF: self.tr(
                "In {file}, line {line}, column {column}, stands {word}, as Python writes it."
                " Write it as JSON does, there and wherever else it stands in that file: {instead}"
            ),
            Kind.JSON_NAME_OF: self.tr(
                "In {file}, line {line}, column {column}, the name {name} stands without quotes."
                " Write it, and each other name in that file, in double quotes: {instead}"
            ),
            Kind.JSON_NOT_ENDED: self.tr(
                "In {file}, line {line}, a text begins whose closing double quote is missing in"
                " that line. Write it where the text ends."
            ),
            Kind.JSON_OPEN: self.tr(
                "{file} ends before all is closed: a {bracket} is missing. Write it where it"
                " belongs, which may be at the end."
            ),
            Kind.JSON_EMPTY_OF: self.tr(
                "There is nothing in {file}, so it is no JSON. If the script makes that file where"
                " it is not there, delete it; else write into it what belongs there, such as [] or"
                " {{}}."
            ),
            Kind.JSON_LINES_OF: self.tr(
                "{file} has a JSON value in each line, and json.load() reads a file that is a"
                " single one. The second begins in line {line}. Read line by line:"
                " [json.loads(line) for line in file]"
            ),
            Kind.NOT_JSON_OF: self.tr(
                "{file} does not follow the rules of JSON: at line {line}, column {column} it"
                " cannot be read on. Look at that place, and at what stands right before it."
            ),
            Kind.COMMA_FOR_POINT: self.tr(
                "{function} reads numbers with a point, and '{text}' has a comma in its place."
                " Write: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.NUMBERS_JOINED: self.tr(
                "{function} makes one number, and '{text}' is several with '{sign}' between them."
                " For a list of all of them, write: {instead}"
            ),
            Kind.CLOCK_TEXT: self.tr(
                "{function} reads a single number, and '{text}' is two with ':' between them, as"
                " a time is written. To have it in the smaller of its two units (such as seconds),"
                " write: {instead}"
            ),
            Kind.DATE_FOR_NUMBER: self.tr(
                "{function} reads a single number, and '{text}' is a date. If a date is meant"
                " there, write: {instead} (it has .year, .month and .day); if not, take the value"
                " in which the number stands."
            ),
            Kind.FRACTION_FOR_NUMBER: self.tr(
                "{function} does not calculate, and '{text}' is a fraction. Write: {instead}"
            ),
            Kind.NUMBER_IN_BASE: self.tr(
                "int() takes decimal digits alone, unless it is told more, and '{text}' is"
                " written as hexadecimal, octal or binary numbers are. Write: {instead}"
            ),
            Kind.DASH_FOR_MINUS: self.tr(
                "The '{sign}' in '{text}' is not the minus of the keyboard but another sign,"
                " which {function} does not know. Write: {instead}"
            ),
            Kind.TYPED_FOR_LINES: self.tr(
                "'{text}' was typed where line {line} makes a single number of it, and it is"
                " several. Type one number at a time, with Enter behind each; or write in place of"
                " lines {line} to {line2}: {instead}"
            ),
            Kind.TYPED_SEVERAL: self.tr(
                "{function} makes one number, and '{text}' was typed, which is several. Type only"
                " one there; or, for a list of all of them, write: {instead}"
            ),
            Kind.HEADER_ROW: self.tr(
                "{what} is the text {text} here, as the loop of line {line} has the row of names"
                " (the header) among its rows. Leave that row out, in line {line}: {instead}"
            ),
            Kind.HEADER_TEXT: self.tr(
                "{what} is the text {text} here, as the loop of line {line} has the row of names"
                " (the header) among its rows. Leave that row out, in line {line}: {instead} The"
                " others are texts as well, so make numbers of them: {instead2}"
            ),
            Kind.SUM_OF_WORD: self.tr(
                "{what} is the text {text} here, which is no number, and '{name}' begins as a"
                " number in line {line}. If numbers are to be added up, look where {what} gets"
                " that text; if a text is to be made, let '{name}' begin as \"\" there."
            ),
            Kind.EMPTY_PLACE: self.tr(
                "There is nothing in {what} here: in line {line} of {file}, {text}, that value is"
                " missing. Write it there; or, if nothing is to count as 0, write here: {instead}"
            ),
            Kind.EMPTY_WRITTEN: self.tr(
                "There is nothing in {what} here: that value is missing in line {line} of {file},"
                " {text}, and this script writes that file anew whenever it runs. Look where it"
                " makes that line; or, if nothing is to count as 0, write here: {instead}"
            ),
            Kind.EMPTY_PLACE_LEFT: self.tr(
                "There is nothing in {what} here: in line {line} of {file}, {text}, that value is"
                " missing. Write it there; or, to leave such a row out, write above line {line2},"
                " indented as that: {instead}"
            ),
            Kind.EMPTY_PART_LEFT: self.tr(
                "There is nothing in {what} here: in {text} that value is missing. To leave such"
                " a row out, write above line {line}, indented as that: {instead}"
            ),
            Kind.EMPTY_DIVISOR: self.tr(
                "There is nothing in {what} here: in line {line} of {file}, {text}, that value is"
                " missing. Write it there. (A 0 would not do: line {line2} divides by '{name}'.)"
            ),
            Kind.EMPTY_PART: self.tr(
                "There is nothing in {what} here: in {text} that value is missing. Write it there;"
                " or, if nothing is to count as 0, write here: {instead}"
            ),
            Kind.EMPTY_IN_LOOP: self.tr(
                "There is nothing in {name} here: where it is split at {sign}, an empty text comes"
                " of two of these side by side, and of one at the end. Pass it over, as first line"
                " in the loop of line {line}: {instead}"
            ),
            Kind.EMPTY_IN_SPLIT: self.tr(
                "There is nothing in {name} here: where it is split at {sign}, an empty text comes"
                " of two of these side by side, and of one at the end. Pass it over: {instead}"
            ),
            Kind.EMPTY_IN_MAP: self.tr(
                "{call} gives an empty text where two of {sign} stand side by side, and for one at"
                " the end. To leave it out, write in place of map(): {instead}"
            ),
            Kind.EMPTY_LINE: self.tr(
                "There is nothing in {name} here: it is an empty line. Pass such lines over, as"
                " first line in the loop of line {line}: {instead}"
            ),
            Kind.EMPTY_LINE_OF: self.tr(
                "There is nothing in {name} here: line {line} of {file} is empty. Delete that"
                " line; or pass such lines over, as first line in the loop of line {line2}:"
                " {instead}"
            ),
            Kind.LIST_BY_VALUE: self.tr(
                "{what} is a list of dictionaries, and {key} is none of their keys, but a value in"
                " them. Go through the list, and use the one that has it: {loop} and in the loop"
                " {test} Below that, use {item} in place of {what}[{key}]."
            ),
            Kind.LIST_WITHOUT_KEY: self.tr(
                "{what} is a list, and what is in it are dictionaries, so {key} cannot stand in"
                " its brackets. Go through the list with a loop, and look in each dictionary for"
                " the one that is meant."
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.ENTRY_LACKS: self.tr(
                "The dictionary that {name} is here, with {text}, has no {key}, as most others of"
                " its list have. Give it one; or do only where it is there what needs it:"
                " {instead}"
            ),
            Kind.ENTRY_LACKS_IF: self.tr(
                "The dictionary that {name} is here, with {text}, has no {key}, as most others of"
                " its list have. Give it one; or ask for it first: {instead}"
            ),
            Kind.SPLIT_FEWER_LOOP: self.tr(
                "Where it is split at {sign}, the text {text} has this many parts: {length}. They"
                " are counted from 0, so there is none at {index}. If {sign} is what stands"
                " between the parts of the others, pass such texts over, below line {line}:"
                " {instead}"
            ),
            Kind.SPLIT_CUT: self.tr(
                "Where it is split at {sign}, the text {text} has this many parts:"
                " {length}. The names on the left: {targets}. By what the others are to get,"
                " only '{name}' can have {sign} in it. To give it all of that, write:"
                " {instead}"
            ),
            Kind.SPLIT_CUT_EITHER: self.tr(
                "Where it is split at {sign}, the text {text} has this many parts:"
                " {length}. The names on the left: {targets}. If '{name}' is what has {sign}"
                " in it, write: {instead} If it is '{name2}', write: {instead2}"
            ),
            Kind.SPLIT_LACKS: self.tr(
                "Where it is split at {sign}, the text {text} in line {line} of {file} has this"
                " many parts: {length}. The names on the left: {targets}. Check that text, and"
                " whether {sign} is what stands between its parts."
            ),
            Kind.SPLIT_LACKS_NAMED: self.tr(
                "Where it is split at {sign}, the text {text} in line {line} of {file} has this"
                " many parts: {length}. The names on the left: {targets}. By what the others have,"
                " this is missing in it: {names}. Write it in there, or leave that text out."
            ),
            Kind.READ_WHEN_CLOSED: self.tr(
                "'{name}' reads the file only when it is gone through, and by then the 'with' of"
                " line {line} is over and has closed it. Read all of it before, in line {line2}:"
                " {instead}"
            ),
            Kind.CSV_BY_NUMBER: self.tr(
                "{name} is a list, as csv.reader() in line {line} gives its rows without names."
                " Take what it has by number; what the first row calls {key} is: {instead}"
            ),
            Kind.FILE_NAME_PART: self.tr(
                "The table {what} has no column {key}. Did you mean {near}? These are the names in"
                " the first line of {name}: {keys}"
            ),
            Kind.COLUMN_WITH_COMMA: self.tr(
                "The column {key} is text, as its numbers have a comma and no point: {text}. Say"
                " so where the file is read, in line {line}: {instead}"
            ),
            Kind.ITEM_UNUSED: self.tr(
                "{what} is the whole list, and what is in it are dictionaries. The loop in line"
                " {line} takes one of them after the other, as {name}. Write in line {line2}:"
                " {instead}"
            ),
            Kind.INDEX_UNUSED: self.tr(
                "{what} is the whole list here, and what is in it are dictionaries. The loop of"
                " line {line} counts through its places with {name}, so take the one at that"
                " place, in line {line2}: {instead}"
            ),
            Kind.JSON_IS_LIST: self.tr(
                "{file} holds a list of dictionaries, and not a dictionary that has a list for"
                " {key}. So {what} is that list already: write {what} in place of {what}[{key}]."
            ),
            Kind.LINES_FOR_TEXT: self.tr(
                "{what} is a list, as .readlines() gives the lines one by one, and .{attribute}()"
                " belongs to text. For all of them in one text, write in line {line}: {instead}"
            ),
            Kind.EMPTY_OF_LOOP: self.tr(
                "There is nothing in {name} here. If it is an empty line, pass such lines over, as"
                " first line in the loop of line {line}: {instead}"
            ),
            Kind.NOT_UTF8_OF: self.tr(
                "{file}, which is read in line {line}, is no text in {encoding}, as {name} is."
                " Save {file} anew in that encoding; or open it, and it alone, with the one that"
                ' it was saved in, such as encoding="cp1252".'
            ),
            Kind.WORD_IN_FILE: self.tr(
                "{function} makes a number of digits, and line {line} of {file} has {text} where a"
                " number is expected. Write a number there, or delete that line."
            ),
            Kind.WORD_IN_FILE_LOOP: self.tr(
                "{function} makes a number of digits, and line {line} of {file} has {text} where a"
                " number is expected. Write a number there; or, if it stands for a value that is"
                " missing, leave such lines out, as first line in the loop of line {line2}:"
                " {instead}"
            ),
            Kind.WORD_IN_FILE_BELOW: self.tr(
                "{function} makes a number of digits, and line {line} of {file} has {text} where a"
                " number is expected. Write a number there; or, if it stands for a value that is"
                " missing, leave such lines out, below line {line2}, indented as that: {instead}"
            ),
            Kind.TYPED_AGAIN: self.tr(
                "{function} makes a number of digits, and '{text}' was typed. To ask again then,"
                " write in place of line {line}, indented as that: while True: Below it, deeper:"
                " {instead} And below that, as deep: except ValueError: pass"
            ),
            Kind.TEXT_LEFT: self.tr(
                "{what} is the text {text} for some, as the test in line {line} leaves that as it"
                " is, and a number for others, and these cannot be compared. To sort those to the"
                " end, write here: {instead}"
            ),
        }


EXPLAIN_CONTENTS = ExplainContentTexts()
