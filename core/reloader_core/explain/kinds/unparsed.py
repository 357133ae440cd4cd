"""More of what does not parse, and what was copied along with it: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class UnparsedKinds:
    PAGE_MARK = Entry("page mark", "line", "mark")
    FORMAT_EMPTY = Entry("format empty", "line")
    FORMAT_TWICE = Entry("format twice", "line")
    FORMAT_SIGN = Entry("format sign", "line", "sign", "instead")
    FORMAT_OPEN = Entry("format open", "line", "instead")
    FORMAT_EXTRA = Entry("format extra", "line")
    LINE_CONTINUED = Entry("line continued", "line")
    HYPHEN_IN_MODULE = Entry("hyphen in module", "name", "line", "instead")
    GIVEN_INSIDE = Entry("given inside", "line", "name", "instead")
    NAME_IN_QUOTES = Entry("name in quotes", "text", "line", "instead")
    ASSIGNED_BACKWARDS = Entry("assigned backwards", "line", "instead")
    TARGET_BRACKETS = Entry("target brackets", "line", "instead")
    RETURN_ENDS_SCRIPT = Entry("return ends script", "line")
    RETURN_IN_LOOP = Entry("return in loop", "line")
    AS_MISSING = Entry("as missing", "line", "instead")
    DEF_MISSING = Entry("def missing", "line", "instead")
    COLON_EXTRA = Entry("colon extra", "line")
    COMMA_EXTRA = Entry("comma extra", "line")
    POINT_FOR_COMMA = Entry("point for comma", "line")
    TWO_IN_LINE = Entry("two in line", "line", "second")
    CONFLICT = Entry("conflict", "line")
    UNIT_BEHIND = Entry("unit behind", "text", "line", "number")
    GLOBAL_OUTSIDE = Entry("global outside", "name", "line")
    BRACKET_UNOPENED = Entry("bracket unopened", "bracket", "line", "opening")
    FILTER_BEHIND = Entry("filter behind", "line", "instead")
    PREFIX_APART = Entry("prefix apart", "sign", "line")
    QUOTE_OTHER = Entry("quote other", "quote", "line", "other", "instead")
    BODY_BEHIND = Entry("body behind", "word", "line2", "line")
    INDENT_LINE = Entry("indent line", "line", "line2", "number")
    INDENT_FROM = Entry("indent from", "line", "line2", "line3", "number")
    INDENT_OR_PASS = Entry("indent or pass", "line", "line2", "number")
    INDENT_BACK = Entry("indent back", "line", "line2", "number")
    INDENT_BACK_LINES = Entry("indent back lines", "line", "line2", "number")
    INDENT_ABOVE = Entry("indent above", "line", "line2", "number")
    INDENT_BY_TAB = Entry("indent by tab", "line", "line2")
    ESCAPED_LINE = Entry("escaped line", "word", "line", "function", "line2", "number")
    ESCAPED_LINES = Entry(
        "escaped lines", "word", "line", "function", "line2", "line3", "line4", "number"
    )
    ESCAPED_LOOP = Entry("escaped loop", "word", "line", "line2", "line3", "line4", "number")
    TAB_LINE = Entry("tab line", "line", "number")
    SPACE_LINE = Entry("space line", "line", "number")
    TAB_LINES = Entry("tab lines", "line", "line2", "number")
    BRACKET_END = Entry("bracket end", "bracket", "line", "closing", "instead")
    BRACKETS_END = Entry("brackets end", "number", "line", "instead")
    BRACKET_BELOW = Entry("bracket below", "bracket", "line", "closing", "line2")
