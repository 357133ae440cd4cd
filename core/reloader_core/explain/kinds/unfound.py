"""What was looked for and is not there, or was never given a value: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class UnfoundKinds:
    FOUND_NEAR = Entry("found near", "what", "function", "text", "line", "near", "line2")
    FOUND_NEAR_ASK = Entry(
        "found near, ask", "what", "function", "text", "line", "near", "line2", "check"
    )
    FOUND_NONE = Entry("found none", "what", "function", "text", "line", "line2", "check")
    EMPTY_NEAR = Entry("empty near", "what", "text", "line", "near", "line2")
    NONE_BY_NEAR = Entry("none by near", "what", "line", "name", "text", "text2", "line2")
    NONE_BY_NEAR_HERE = Entry("none by near here", "what", "line", "text", "text2")
    BRANCH_NOT_GIVEN = Entry(
        "branch not given", "what", "function", "name", "lines", "line", "instead"
    )
    BRANCHES_NOT_GIVEN = Entry(
        "branches not given", "what", "function", "name", "lines", "line", "line2", "instead"
    )
    ENDED_BEHIND = Entry("ended behind", "what", "function", "line")
    NONE_AT_FIRST = Entry("none at first", "what", "line", "line2", "instead")
    NONE_AT_FIRST_TWICE = Entry(
        "none at first, twice", "what", "line", "line2", "instead", "line3", "instead2"
    )
    NONE_IN_ROW_ASK = Entry("none in row, ask", "what", "line", "text", "line2", "instead")
    NONE_IN_ROW_PASS = Entry("none in row, pass", "what", "line", "text", "line2", "check")
    NONE_IN_ROW_PART = Entry(
        "none in row, part", "what", "line", "text", "line2", "code", "instead"
    )
    GOT_NO_NUMBER = Entry("got no number", "what", "table", "key", "line", "instead")
    GOT_NOTHING_ASK = Entry("got nothing, ask", "what", "table", "key", "line", "line2", "check")
    PARAMETER_OR_NEW = Entry("parameter or new", "name", "function", "near", "lines")
