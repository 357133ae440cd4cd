"""What was meant, with the line to write in its place: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class MeantKinds:
    MATCH_SIGN = Entry("match sign", "what", "text", "sign", "line", "instead", "code")
    MATCH_CUT = Entry("match cut", "what", "text", "item", "sign", "line")
    TEXT_SKIPPED = Entry("text skipped", "name", "line", "text", "line2")
    TEXT_SKIPPED_FROM = Entry("text skipped from", "name", "line", "text", "line2", "item")
    TEXT_OTHER_SIGN = Entry(
        *("text other sign", "name", "text", "line", "sign", "item", "instead"),
    )
    IMPORT_NEAR_USED = Entry("import near used", "module", "name", "near", "lines")
    CALL_NOT_RETURNED = Entry("call not returned", "what", "function", "line", "instead")
    PRINTED_ONLY = Entry("printed only", "what", "function", "line", "line2", "instead")
    RECURSION_DROPPED = Entry("recursion dropped", "what", "function", "instead", "lines")
    FILLED_NOT_RETURNED = Entry(
        "filled not returned", "what", "function", "name", "line", "line2", "instead"
    )
    KEPT_NOT_RETURNED = Entry(
        "kept not returned", "what", "function", "name", "line", "line2", "instead"
    )
    HEAP_ITEM = Entry("heap item", "function", "what", "instead")
    VIEW_NOT_RETURNED = Entry("view not returned", "function", "line", "instead")
    FUNCTION_GIVEN = Entry("function given", "what", "line", "function", "instead")
    ARGUMENT_THERE = Entry("argument there", "function", "missing", "instead")
    LIST_MADE_HERE = Entry("list made here", "what", "line", "instead")
    NONE_BY_TYPE = Entry("none by type", "what", "line", "one", "type", "other", "type2", "instead")
    LETTER_SET = Entry("letter set", "what", "instead")
    ARGUMENT_BETWEEN = Entry("argument between", "function", "missing", "what", "name", "instead")
    ARGUMENT_BEFORE = Entry("argument before", "function", "missing", "what", "name")
    DICT_SORT = Entry("dict sort", "what", "instead", "other")
    ARGUMENT_ALIKE = Entry("argument alike", "function", "missing", "name", "instead")
    ARGUMENT_AS = Entry("argument as", "function", "missing", "line", "what")
    DECORATOR_SETTINGS = Entry("decorator settings", "name", "what", "lines", "instead")
    DECORATOR_EMPTY = Entry("decorator empty", "name", "what", "lines", "instead")
    ENTER_SELF = Entry("enter self", "what", "line", "line2", "instead")
    VIEW_ENDS = Entry("view ends", "function", "line", "instead")
    VIEW_PRINTS = Entry("view prints", "function", "line", "instead")
    NODE_NOT_RETURNED = Entry(
        "node not returned", "what", "function", "line", "name", "line2", "instead"
    )
    WALKED_OUT = Entry("walked out", "what", "line", "instead", "instead2")
    CLASS_IMPORTED = Entry("class imported", "module", "attribute", "line", "instead")
    CLASS_ASKED = Entry("class asked", "module", "attribute", "near", "name", "lines")
    ARGUMENT_SKIPPED = Entry(
        *("argument skipped", "function", "names", "given", "line", "call", "missing", "name"),
    )
    ARGUMENT_ONE_OF = Entry(
        *("argument one of", "function", "names", "given", "line", "call", "missing", "name"),
    )
    ARGUMENT_LAST = Entry("argument last", "function", "names", "given", "missing")
    ARGUMENT_UNTAKEN = Entry("argument untaken", "function", "names", "given", "what")
    ARGUMENT_UNTAKEN_ADD = Entry(
        "argument untaken add", "function", "names", "given", "what", "line", "instead"
    )
    HELD_LACKS = Entry("held lacks", "what", "function", "line", "missing")
    HELD_LACKS_GIVE = Entry(
        "held lacks give", "what", "function", "line", "missing", "name", "instead"
    )
    TUPLE_PUT = Entry("tuple put", "what", "instead")
    TUPLE_PUT_COUNTED = Entry("tuple put counted", "what", "line", "instead", "line2", "instead2")
    TUPLE_PUT_LINES = Entry("tuple put lines", "what", "instead", "lines")
    PART_PUT_GLOBAL = Entry("part put global", "what", "type", "instead", "line", "function")
    PART_PUT_GLOBAL_LINES = Entry(
        "part put global lines", "what", "type", "instead", "line", "function", "lines"
    )
    THREAD_ONE = Entry("thread one", "function", "line", "what", "instead")
    THREAD_NO_TUPLE = Entry("thread no tuple", "type", "line", "instead")
    FILE_OPENED = Entry("file opened", "function", "what", "line", "instead", "instead2")
    FILE_OPENED_USED = Entry(
        "file opened used", "function", "what", "line", "instead", "instead2", "name"
    )
    SPLIT_SHORT = Entry(
        "split short", "text", "sign", "length", "index", "line", "file", "item", "instead"
    )
    SPLIT_REST = Entry(
        "split rest", "text", "sign", "length", "targets", "line", "file", "name", "instead", "item"
    )
    JSON_TEXT_KEYS = Entry("json text keys", "table", "key", "near", "instead")
    CSV_BY_NUMBERS = Entry("csv by numbers", "name", "line", "items")
    CSV_BY_NUMBERS_OR = Entry("csv by numbers or", "name", "line", "items", "instead", "line2")
    FUNCTION_PUT = Entry("function put", "what", "line", "instead")
    FUNCTION_PUT_NEEDS = Entry("function put, needs", "what", "line", "code")
    FUNCTION_IN = Entry("function in", "what")
    SPLIT_UNNAMED = Entry(
        "split unnamed", "text", "sign", "length", "targets", "file", "rest", "instead"
    )
    ARGUMENT_HERE = Entry("argument here", "function", "names", "given", "name", "instead")
    ARGUMENT_UNTAKEN_OF = Entry("argument untaken of", "function", "names", "given", "what", "line")
