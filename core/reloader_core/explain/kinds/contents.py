"""What stands in the files that a script reads: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class ContentKinds:
    JSON_COMMA_OF = Entry("JSON comma of", "file", "line", "column")
    JSON_COMMA_LINE = Entry("JSON comma line", "line")
    JSON_NO_COMMA = Entry("JSON no comma", "file", "line")
    JSON_NO_COMMA_AT = Entry("JSON no comma at", "file", "line", "column")
    JSON_SINGLE_OF = Entry("JSON single of", "file", "line", "column")
    JSON_COMMENT_OF = Entry("JSON comment of", "file", "line", "column")
    JSON_WORD_OF = Entry("JSON word of", "file", "line", "column", "word", "instead")
    JSON_NAME_OF = Entry("JSON name of", "file", "line", "column", "name", "instead")
    JSON_NOT_ENDED = Entry("JSON not ended", "file", "line")
    JSON_OPEN = Entry("JSON open", "file", "bracket")
    JSON_EMPTY_OF = Entry("JSON empty of", "file")
    JSON_LINES_OF = Entry("JSON lines of", "file", "line")
    NOT_JSON_OF = Entry("not JSON of", "file", "line", "column")
    COMMA_FOR_POINT = Entry("comma for point", "function", "text", "instead")
    NUMBERS_JOINED = Entry("numbers joined", "function", "text", "sign", "instead")
    CLOCK_TEXT = Entry("clock text", "function", "text", "instead")
    DATE_FOR_NUMBER = Entry("date for number", "function", "text", "instead")
    FRACTION_FOR_NUMBER = Entry("fraction for number", "function", "text", "instead")
    NUMBER_IN_BASE = Entry("number in base", "text", "instead")
    DASH_FOR_MINUS = Entry("dash for minus", "function", "text", "sign", "instead")
    TYPED_FOR_LINES = Entry("typed for lines", "text", "line", "line2", "instead")
    TYPED_SEVERAL = Entry("typed several", "function", "text", "instead")
    HEADER_ROW = Entry("header row", "what", "text", "line", "instead")
    HEADER_TEXT = Entry("header text", "what", "text", "line", "instead", "instead2")
    SUM_OF_WORD = Entry("sum of word", "what", "text", "name", "line")
    EMPTY_PLACE = Entry("empty place", "what", "line", "file", "text", "instead")
    EMPTY_WRITTEN = Entry("empty written", "what", "line", "file", "text", "instead")
    EMPTY_PLACE_LEFT = Entry("empty place left", "what", "line", "file", "text", "line2", "instead")
    EMPTY_PART_LEFT = Entry("empty part left", "what", "text", "line", "instead")
    EMPTY_DIVISOR = Entry("empty divisor", "what", "line", "file", "text", "line2", "name")
    EMPTY_PART = Entry("empty part", "what", "text", "instead")
    EMPTY_IN_LOOP = Entry("empty in loop", "name", "sign", "line", "instead")
    EMPTY_IN_SPLIT = Entry("empty in split", "name", "sign", "instead")
    EMPTY_IN_MAP = Entry("empty in map", "call", "sign", "instead")
    EMPTY_LINE = Entry("empty line", "name", "line", "instead")
    EMPTY_LINE_OF = Entry("empty line of", "name", "line", "file", "line2", "instead")
    LIST_BY_VALUE = Entry("list by value", "what", "key", "loop", "test", "item")
    LIST_WITHOUT_KEY = Entry("list without key", "what", "key")
    ENTRY_LACKS = Entry("entry lacks", "name", "key", "text", "instead")
    ENTRY_LACKS_IF = Entry("entry lacks if", "name", "key", "text", "instead")
    SPLIT_FEWER_LOOP = Entry(
        "split fewer loop", "text", "sign", "length", "index", "line", "instead"
    )
    SPLIT_CUT = Entry("split cut", "text", "sign", "length", "targets", "name", "instead")
    SPLIT_CUT_EITHER = Entry(
        *("split cut either", "text", "sign", "length", "targets"),
        *("name", "instead", "name2", "instead2"),
    )
    SPLIT_LACKS = Entry("split lacks", "text", "sign", "length", "targets", "file", "line")
    SPLIT_LACKS_NAMED = Entry(
        "split lacks named", "text", "sign", "length", "targets", "file", "line", "names"
    )
    READ_WHEN_CLOSED = Entry("read when closed", "name", "line", "line2", "instead")
    CSV_BY_NUMBER = Entry("csv by number", "name", "line", "key", "instead")
    FILE_NAME_PART = Entry("file name part", "what", "key", "near", "name", "keys")
    COLUMN_WITH_COMMA = Entry("column with comma", "key", "text", "line", "instead")
    ITEM_UNUSED = Entry("item unused", "what", "line", "name", "line2", "instead")
    INDEX_UNUSED = Entry("index unused", "what", "line", "name", "line2", "instead")
    JSON_IS_LIST = Entry("json is list", "what", "file", "key")
    LINES_FOR_TEXT = Entry("lines for text", "what", "line", "attribute", "instead")
    EMPTY_OF_LOOP = Entry("empty of loop", "name", "line", "instead")
    NOT_UTF8_OF = Entry("not utf8 of", "file", "encoding", "line", "name")
    WORD_IN_FILE = Entry("word in file", "function", "line", "file", "text")
    WORD_IN_FILE_LOOP = Entry(
        "word in file loop", "function", "line", "file", "text", "line2", "instead"
    )
    WORD_IN_FILE_BELOW = Entry(
        "word in file below", "function", "line", "file", "text", "line2", "instead"
    )
    TYPED_AGAIN = Entry("typed again", "function", "text", "line", "instead")
    TEXT_LEFT = Entry("text left", "what", "text", "line", "instead")
