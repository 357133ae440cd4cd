"""Columns and rows of a table, and the file that it was read from: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class ColumnKinds:
    COLUMN_COMPARED = Entry("column compared", "what", "key", "instead")
    LOC_TURNED = Entry("loc turned", "function", "key", "instead")
    TABLE_SIGN = Entry("table sign", "name", "sign", "line", "instead")
    TABLE_SIGN_AND_NAME = Entry("table sign and name", "name", "sign", "line", "instead", "near")
    FILE_BLANK = Entry("file blank", "key", "name", "near", "line", "instead")
    FILE_BLANK_BEHIND = Entry("file blank behind", "key", "name", "near", "line", "instead")
    FILE_HEADER = Entry("file header", "name", "text", "line", "instead")
    FILE_NAME = Entry("file name", "what", "key", "name", "near")
    FILE_NAMES = Entry("file names", "what", "key", "name", "keys")
    ROW_KEEPS_NAME = Entry("row keeps name", "what", "key", "instead")
    ROWS_KEEP_NAMES = Entry("rows keep names", "what", "key", "line", "instead")
    TEXT_SIGN = Entry("text sign", "text", "sign", "instead")
    TEXT_THOUSANDS = Entry("text thousands", "text", "instead")
    TEXT_POINTS = Entry("text points", "text", "instead")
    TEXT_COMMA = Entry("text comma", "text")
    COLUMN_SIGN = Entry("column sign", "key", "text", "line", "sign", "instead")
    GROUP_OF_TEXT = Entry("group of text", "function", "instead")
    COLUMN_OF_TEXT_ALONE = Entry("column of text alone", "function", "what")
    COLUMN_NUMBERS_MIXED = Entry("column numbers mixed", "what", "text", "line", "instead")
