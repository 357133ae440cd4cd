"""Which one of many it was that has no value: an entry, a text, a case: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class SingledKinds:
    BOUND_NO_RETURN = Entry(
        "bound no return", "what", "function", "line", "name", "value", "line2", "instead"
    )
    RANGE_NO_RETURN = Entry("range no return", "what", "function", "line", "condition")
    CASE_NO_RETURN = Entry("case no return", "what", "function", "line", "name", "value")
    EMPTY_NOT_ALIKE = Entry("empty not alike", "what", "text", "line", "near", "line2")
    EMPTY_NOT_SAME = Entry("empty not same", "what", "text", "line", "near", "instead")
    FILE_NAME_SHORT = Entry("file name short", "what", "key", "name", "near", "lines")
    NONE_WRITTEN = Entry("none written", "what", "line", "text")
    INNER_LACKS = Entry("inner lacks", "table", "key", "what", "line", "instead")
    NEAR_KEY_TYPED_AT = Entry("near key typed at", "table", "key", "near", "line", "instead")
    NUMBER_UNMATCHED = Entry("number unmatched", "name", "line", "text", "code", "instead")
    TEXT_PASSED = Entry("text passed", "name", "line", "text", "line2", "check", "line3", "check2")
    TEXT_TAKEN_PASSED = Entry(
        "text taken passed", "name", "line", "text", "line2", "check", "line3", "instead"
    )
    TEXT_PUT_PASSED = Entry(
        "text put passed", "name", "line", "text", "line2", "check", "line3", "instead", "instead2"
    )
    WHOLE_GIVEN = Entry("whole given", "line", "function", "what", "line2", "name", "instead")
    TEXT_UNPACKED_PASSED = Entry(
        "text unpacked passed",
        *("name", "line", "text", "line2", "check", "line3", "instead", "check2", "instead2"),
    )
    TEXT_CAPITALS = Entry("text capitals", "name", "text", "line", "line2", "instead")
