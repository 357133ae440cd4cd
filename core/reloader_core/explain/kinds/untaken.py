"""What has not run that would have been needed, or has run once too often: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class UntakenKinds:
    TAKEN_OUT_TWICE = Entry("taken out twice", "item", "what", "line", "check")
    NO_BRANCH = Entry("no branch", "name", "line")
    NO_BRANCH_FOR = Entry("no branch for", "name", "line", "what", "value")
    LOCAL_NOT_COME = Entry("local not come", "name", "function", "lines", "line")
    SUM_OF_TEXT = Entry("sum of text", "what", "name", "line", "instead")
    EMPTY_BY_CASE = Entry(
        "empty by case", "what", "line", "name", "method", "line2", "other", "text", "instead"
    )
    NONE_BY_CASE = Entry(
        "none by case",
        "what",
        "function",
        "line",
        "name",
        "method",
        "line2",
        "other",
        "text",
        "instead",
    )
    REMOVED_BEFORE = Entry("removed before", "item", "what", "function", "line", "line2")
    TAKEN_OUT = Entry("taken out", "item", "what", "lines", "check")
    MAY_BE_TAKEN = Entry("may be taken", "item", "what", "lines", "check")
    NONE_BEHIND_NEXT = Entry("none behind next", "what", "attribute", "name", "line", "instead")
    BEGUN_OTHERWISE = Entry("begun otherwise", "name", "line", "near", "lines")
    NOT_COME_IN_LOOP = Entry("not come in loop", "name", "line", "line2", "line3")
    NOT_COME_PRINTED = Entry("not come printed", "name", "line", "line2", "line3", "instead")
    NONE_BY_LETTERS = Entry("none by letters", "what", "line", "name", "text", "text2", "line2")
    NONE_BY_LETTERS_HERE = Entry("none by letters here", "what", "line", "text", "text2")
