"""What collections and small modules refuse: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class KeptKinds:
    MEMBER_TWICE = Entry("member twice", "name")
    MEMBERS_ALIKE = Entry("members alike", "what")
    ENUM_EXTENDED = Entry("enum extended", "name")
    MEMBER_SET = Entry("member set", "member")
    BASE_IS_MODULE = Entry("base is module", "what", "full")
    BASE_IS_VALUE = Entry("base is value", "what", "type")
    BASES_ORDER = Entry("bases order", "name", "name2")
    PROPERTY_TAKES = Entry("property takes", "method", "line")
    QUEUE_EMPTY = Entry("queue empty", "call")
    QUEUE_FULL = Entry("queue full", "call")
    QUEUE_METHOD = Entry("queue method", "what", "attribute", "instead")
    TIE_COMPARED = Entry("tie compared", "function", "type")
    FUNCTION_NOT_ONE = Entry("function not one", "function", "what")
    TEMPLATE_VALUE = Entry("template value", "name")
    TEMPLATE_SIGN = Entry("template sign", "line", "column")
    DECIMAL_ZERO = Entry("decimal zero", "line")
    FRACTION_TEXT = Entry("fraction text", "text")
    FRACTION_ZERO = Entry("fraction zero", "call")
    FRACTION_FLOAT = Entry("fraction float", "call")
    STRUCT_COUNT = Entry("struct count", "most", "given")
    STRUCT_SIZE = Entry("struct size", "length")
    STRUCT_LETTER = Entry("struct letter")
    STRUCT_RANGE = Entry("struct range", "code")
    HASH_UNKNOWN = Entry("hash unknown", "name")
