"""What an error means, of what csv, json and pickle keep, in the
window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainDataTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.DUMPS_FILE: self.tr(
                "{function} only makes a text, and writes into no file. For that, leave the s"
                " away: {instead}"
            ),
            Kind.JSON_OF: self.tr(
                "json.loads() reads a text, and {what} is {type}. Look where its value comes from."
            ),
            Kind.JSON_TO_WRITE: self.tr(
                "write() takes text, and {what} is {type}. To keep it as JSON, write: {instead}"
            ),
            Kind.JSON_READ_BACK: self.tr(
                "write() takes text, and {what} is {type}. Line {line} reads this file as JSON."
                " If it does so before this line, delete the file, which is empty now. Write"
                " here: {instead}"
            ),
            Kind.JSON_LOAD_READY: self.tr(
                "{function} reads an open file, and {what} is {type} already. Use it as it is."
            ),
            Kind.FIELD_UNKNOWN: self.tr(
                "The row has names that are not among the fieldnames of its DictWriter: {keys}."
                " Write them as they are there, or add them to fieldnames."
            ),
            Kind.ROW_NO_DICT: self.tr(
                "A DictWriter takes a row as a dictionary, with the name of the column before each"
                " value, and here it gets {type}. For rows without names, use csv.writer()."
            ),
            Kind.FIELDNAMES_MISSING: self.tr(
                "A DictWriter needs the names of the columns. Write: {instead}"
            ),
            Kind.ROW_NO_LIST: self.tr(
                "A row is a list of values, and {what} is {type}. Write: {instead}"
            ),
            Kind.ROWS_NO_LISTS: self.tr(
                "writerows() takes several rows, each of them a list, and an item of {what} is"
                " {type}. If it is a single row, write: {instead}"
            ),
            Kind.CSV_BINARY: self.tr(
                'The module csv reads text, and what it reads in line {line} was opened with a "b"'
                ' in its mode. Open it without the "b", and with newline="".'
            ),
            Kind.CSV_ONE_SIGN: self.tr(
                "{name}= takes one character, and {what} has {length}. If blanks stand behind the"
                " sign in the file, add: skipinitialspace=True"
            ),
            Kind.CSV_BY_NAME: self.tr(
                "{item} is a list: the csv.reader() in line {line} gives fields without names. To"
                " take them by the names in the first line of the file, use csv.DictReader()"
                " there."
            ),
            Kind.PICKLE_AT_END: self.tr(
                "{what} stands at its end, where line {line} has left it, and there is nothing to"
                " be read. Go back to the beginning first: {what}.seek(0)"
            ),
            Kind.PICKLE_EMPTY: self.tr(
                "There is nothing left to read in {what}: the file is empty, or all of it has been"
                " read. Look whether it was written and closed before, or stop at this error."
            ),
            Kind.NO_PICKLE: self.tr(
                "What is read from {what} was not written by pickle, or not all of it is there."
                " Check which file it is, and write it again."
            ),
            Kind.NOT_SAVED: self.tr(
                "{function} has to take along all that belongs to the value, and in it is {type},"
                " of which there can be no copy. Leave that out."
            ),
            Kind.PICKLE_LOCAL: self.tr(
                "{function} keeps only the name of a function or class, and finds it again by"
                " that. A lambda has none, and what is defined inside a function cannot be found."
                " Define it with def or class, at the left edge of the file."
            ),
            Kind.CALCULATES_OTHERS: self.tr(
                "{function} calculates with numbers, and in {what} there is {type}. Make numbers"
                " of all, or leave that out."
            ),
            Kind.TWO_NEEDED: self.tr(
                "{function} needs two numbers or more, and {what} holds fewer. Check that first,"
                " with len({what})"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.BASE64_CUT: self.tr(
                "What {function} reads is no base64, or not all of it: there, always four letters"
                " belong together, with = at the end where some are missing. Check what the text"
                " is, and that it was copied to its end."
            ),
            Kind.HEX_WRONG: self.tr(
                "{function} reads two digits at a time, from 0 to 9 and a to f, and the text has"
                " something else or an odd number of them. Check the text."
            ),
        }


EXPLAIN_DATA = ExplainDataTexts()
