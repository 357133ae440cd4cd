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
