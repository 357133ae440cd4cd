"""What was meant, with the line to write in its place: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class MeantKinds:
    MATCH_SIGN = Entry("match sign", "what", "text", "sign", "line", "instead", "code")
    MATCH_CUT = Entry("match cut", "what", "text", "item", "sign", "line")
    TEXT_SKIPPED = Entry("text skipped", "name", "line", "text", "line2")
    TEXT_SKIPPED_FROM = Entry("text skipped from", "name", "line", "text", "line2", "item")
    IMPORT_NEAR_USED = Entry("import near used", "module", "name", "near", "lines")
    CALL_NOT_RETURNED = Entry("call not returned", "what", "function", "line", "instead")
    PRINTED_ONLY = Entry("printed only", "what", "function", "line", "line2", "instead")
    VIEW_NOT_RETURNED = Entry("view not returned", "function", "line", "instead")
    FUNCTION_GIVEN = Entry("function given", "what", "line", "function", "instead")
    ARGUMENT_THERE = Entry("argument there", "function", "missing", "instead")
    LIST_MADE_HERE = Entry("list made here", "what", "line", "instead")
    NONE_BY_TYPE = Entry("none by type", "what", "line", "one", "type", "other", "type2", "instead")
    LETTER_SET = Entry("letter set", "what", "instead")
