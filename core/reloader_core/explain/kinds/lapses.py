"""What is nearly right, and stands in the wrong place or order: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class LapseKinds:
    DIGITS_LOOPED = Entry("digits looped", "what")
    LIST_FOR_ITEM = Entry("list for item", "what", "item", "line")
    FORMAT_PLACES = Entry("format places", "code", "instead")
    WEIGHTS_COUNT = Entry("weights count", "what", "length", "what2", "length2")
    STATIC_FORGOTTEN = Entry("static forgotten", "function", "name", "line", "instead")
    TWO_LENGTHS = Entry("two lengths", "what", "length", "what2", "length2", "line")
    RETURN_IN_ROUND = Entry("return in round", "what", "function", "line", "line2")
    ODD_RECORD = Entry("odd record", "line", "key", "key2")
    RECORD_LACKS = Entry("record lacks", "line", "key")
    PRIVATE_GIVEN = Entry("private given", "attribute", "class", "instead")
    PRIVATE_ELSEWHERE = Entry("private elsewhere", "attribute", "class")
    STAR_REPLACED = Entry("star replaced", "function", "line", "module", "module2", "instead")
    COPIED_AT_IMPORT = Entry("copied at import", "name", "line", "module", "function", "instead")
    RETURNED_FEWER = Entry("returned fewer", "function", "line", "file", "instead")
    RETURNED_COUNT_IN = Entry("returned count in", "function", "line", "file", "given", "targets")
    TEXT_UNMATCHED = Entry("text unmatched", "name", "line", "text", "line2")
    TEXT_UNMATCHED_FROM = Entry("text unmatched from", "name", "line", "text", "line2", "item")
    MATCH_ELSEWHERE = Entry("match elsewhere", "what", "call", "line", "text", "item", "instead")
    MIXED_NONE = Entry("mixed none", "function", "what", "type")
    NUMBERS_COPIED = Entry("numbers copied", "line")
    DATE_SIGNS = Entry("date signs", "text", "line", "sign", "format", "sign2", "instead")
    DATE_ODD = Entry("date odd", "text", "line", "format", "instead")
    LOCALS_BEFORE_OUTER = Entry("locals before outer", "name", "function", "line", "instead")
    CIRCULAR_MOVE = Entry("circular, move", "module", "name")
    BRACKET_OF_ONE = Entry("bracket of one", "function", "line", "instead")
    BRACKET_BEFORE_METHOD = Entry(
        "bracket before method", "bracket", "line", "function", "attribute", "instead"
    )
    SUM_OF_PUT = Entry("sum of put", "what", "line", "instead")
    USED_UP_NEXT = Entry("used up, next", "what", "line", "instead")
    PARTNER_LACKS = Entry("partner lacks", "what", "length", "item", "check")
    YIELD_FORGOTTEN = Entry("yield forgotten", "what", "function", "line", "instead")
    NONE_AFTER_ROUND = Entry("none after round", "what", "function", "line", "line2")
    OVERWRITTEN_KEY = Entry(
        "overwritten key", "what", "line", "type", "line2", "instead", "instead2"
    )
    MEMBER_FOR_KEY = Entry("member for key", "what", "table", "instead")
    EXIT_TAKES = Entry("exit takes", "function", "line", "instead")
    NEXT_FOR_LOOP = Entry("next for loop", "function", "call", "line", "instead", "line2")
    NEXT_IN_GENERATOR = Entry("next in generator", "function", "call", "line")
    NAMED_TUPLE_LOOPED = Entry("named tuple looped", "what", "line", "instead", "line2", "instead2")
    NAMED_TUPLE_PUT = Entry("named tuple put", "what", "attribute")
    DATE_MADE = Entry("date made", "line", "what", "line2", "instead")
    TUPLE_TO_ADD = Entry("tuple to add", "what", "line", "instead")
    INDENT_BLOCK = Entry("indent block", "line", "line2", "line3", "number")
    NAME_LEFT = Entry("name left", "line", "instead")
    DATE_SIGNS_SEVERAL = Entry(
        "date signs several", "text", "sign", "format", "sign2", "instead", "lines"
    )
    DATE_FORM_SIGNS = Entry(
        "date form signs", "text", "sign", "format", "sign2", "instead", "lines"
    )
