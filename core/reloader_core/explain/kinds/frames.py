"""What tables of pandas' are asked for, and what its functions do not take: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class FrameKinds:
    MADE_FOR_ONE = Entry("made for one", "function", "line", "what", "instead")
    KEYWORD_GONE = Entry("keyword gone", "function", "keyword", "instead")
    COLUMN_HIDDEN = Entry("column hidden", "what", "attribute", "instead")
    JSON_TEXT = Entry("json text", "what", "instead")
    NAN_NOT_TEXT = Entry("nan not text", "item")
    LIST_NO_COLUMNS = Entry("list no columns", "what", "instead")
    TEXT_POINTS_SIGN = Entry("text points sign", "text", "sign", "instead")
    NO_GROUP_NEAR = Entry("no group near", "key", "near")
    NO_GROUP = Entry("no group", "key", "what")
    GROUP_TUPLE = Entry("group tuple", "key", "instead")
    DATE_COMPARED = Entry("date compared", "what", "instead")
    YEAR_OF_DATES = Entry("year of dates", "number", "instead")
    COLUMN_TIMEZONE = Entry("column timezone", "what", "instead")
    DATES_OF_TEXT = Entry("dates of text", "what", "instead")
    DATE_RANGE_FOUR = Entry("date range four", "function")
    VALUE_OF_DTYPE = Entry("value of dtype", "text", "dtype", "instead")
    QUERY_BLANK = Entry("query blank", "instead")
    MASK_OF_OTHER = Entry("mask of other", "what", "table", "instead")
    MASK_UNALIGNED = Entry("mask unaligned", "what")
    SHEET_UNKNOWN = Entry("sheet unknown", "name", "call")
    MERGED_TWICE = Entry("merged twice", "key", "first", "table", "second", "table2")
    NO_ROW_LEVELS = Entry("no row levels", "what", "key", "names")
    LEVELS_UNSORTED = Entry("levels unsorted", "what", "instead")
    COLUMN_LEVELS = Entry("column levels", "what", "key", "instead")
    COLUMN_IS_INDEX = Entry("column is index", "what", "key", "line")
    COLUMN_AS_ATTRIBUTE = Entry("column as attribute", "what", "key", "line", "instead")
    NO_COLUMN_OF = Entry("no column of", "what", "key", "line", "keys")
    IN_PLACE_TABLE = Entry("in place table", "what", "method", "line", "instead")
    ROW_PAST = Entry("row past", "what", "instead")
    FILE_COLUMN_OF = Entry("file column of", "key", "name", "keys")
    PIVOT_TEXT = Entry("pivot text", "function")
