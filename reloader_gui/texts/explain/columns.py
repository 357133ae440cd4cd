"""What an error means, of columns and rows of tables and of the files they come from, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainColumnTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.COLUMN_COMPARED: self.tr(
                "{what} has no column {key}, and == only compares. To make the column, write"
                " a single =: {instead}"
            ),
            Kind.LOC_TURNED: self.tr(
                "{function} takes the row first and then the column, and {key} is a column."
                " Write: {instead}"
            ),
            Kind.TABLE_SIGN: self.tr(
                "The values in {name} are separated by {sign}, and it was read with another"
                " sign, so the table has a single column. Write in line {line}: {instead}"
            ),
            Kind.TABLE_SIGN_AND_NAME: self.tr(
                "The values in {name} are separated by {sign}, and it was read with another"
                " sign, so the table has a single column. The column that is meant is called"
                " {near} there. Write in line {line}: {instead}"
            ),
            Kind.FILE_BLANK: self.tr(
                "In {name}, the name of the column {key} begins with a blank: {near}. Write"
                " in line {line}: {instead}"
            ),
            Kind.FILE_BLANK_BEHIND: self.tr(
                "In {name}, there are blanks around the name of the column {key}: {near}."
                " Take them away below line {line}: {instead}"
            ),
            Kind.FILE_HEADER: self.tr(
                "The names of the columns do not stand in the first line of {name}, but in"
                " this one: {text}. Write in line {line}: {instead}"
            ),
            Kind.FILE_NAME: self.tr(
                "The table {what} has no column {key}. In {name}, its name is written {near}."
            ),
            Kind.FILE_NAMES: self.tr(
                "The table {what} has no column {key}. These are the names in the first line"
                " of {name}: {keys}"
            ),
            Kind.ROW_KEEPS_NAME: self.tr(
                "{what} has no row with the name {key}: rows keep their names when others are"
                " left out, or when they are sorted. By its place, counted from 0, it is found"
                " (if as many are left) with: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ROWS_KEEP_NAMES: self.tr(
                "{what} has no row with the name {key}: rows keep their names when others are"
                " left out, or when they are sorted. Number them anew before the loop in line"
                " {line}: {instead}"
            ),
            Kind.TEXT_SIGN: self.tr(
                "Of the text {text}, no number can be made, as there is {sign} in it. Take it"
                " away first: {instead}"
            ),
            Kind.TEXT_THOUSANDS: self.tr(
                "Of the text {text}, no number can be made, as commas stand between its"
                " thousands. Take them away first: {instead}"
            ),
            Kind.TEXT_POINTS: self.tr(
                "Of the text {text}, no number can be made, as it has points between its"
                " thousands and a comma where Python has the point. Change both first:"
                " {instead}"
            ),
            Kind.TEXT_COMMA: self.tr(
                "Of the text {text}, no number can be made, as there is a comma in it. If it"
                ' stands before thousands, take it away first: .str.replace(",", ""). If it is'
                ' meant as a point, replace it: .str.replace(",", ".")'
            ),
            Kind.COLUMN_SIGN: self.tr(
                "The column {key} is text, as in {text}. Below line {line}, take {sign} away"
                " and make numbers of it: {instead}"
            ),
            Kind.GROUP_OF_TEXT: self.tr(
                "{function}() calculates with numbers, and some of the columns here hold"
                " text. Leave these out: {instead}"
            ),
            Kind.COLUMN_OF_TEXT_ALONE: self.tr(
                "{function}() calculates with numbers, and {what} holds text. Make numbers of"
                " it before; if there are other signs in it, as in '$5' or '1,200', take them"
                " away first."
            ),
            Kind.COLUMN_NUMBERS_MIXED: self.tr(
                "The column {what} holds numbers, and in line {line} one of its values is"
                " text: {text}. Write it without quotes there, or make numbers of all:"
                " {instead}"
            ),
        }


EXPLAIN_COLUMNS = ExplainColumnTexts()
