"""What csv, json and pickle keep: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class DataKinds:
    DUMPS_FILE = Entry("dumps file", "function", "instead")
    JSON_OF = Entry("json of", "what", "type")
    JSON_TO_WRITE = Entry("json to write", "what", "type", "instead")
    JSON_READ_BACK = Entry("json read back", "what", "type", "line", "instead")
    JSON_LOAD_READY = Entry("json load ready", "function", "what", "type")
    FIELD_UNKNOWN = Entry("field unknown", "keys")
    ROW_NO_DICT = Entry("row no dict", "type")
    FIELDNAMES_MISSING = Entry("fieldnames missing", "instead")
    ROW_NO_LIST = Entry("row no list", "what", "type", "instead")
    ROWS_NO_LISTS = Entry("rows no lists", "what", "type", "instead")
    CSV_BINARY = Entry("csv binary", "line")
    CSV_ONE_SIGN = Entry("csv one sign", "name", "what", "length")
    CSV_BY_NAME = Entry("csv by name", "item", "line")
    PICKLE_AT_END = Entry("pickle at end", "what", "line")
    PICKLE_EMPTY = Entry("pickle empty", "what")
    NO_PICKLE = Entry("no pickle", "what")
    NOT_SAVED = Entry("not saved", "function", "type")
    PICKLE_LOCAL = Entry("pickle local", "function")
    CALCULATES_OTHERS = Entry("calculates others", "function", "what", "type")
    TWO_NEEDED = Entry("two needed", "function", "what")
    BASE64_CUT = Entry("base64 cut", "function")
    HEX_WRONG = Entry("hex wrong", "function")
