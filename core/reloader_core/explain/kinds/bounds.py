"""Places that loops and tests let an index come to, numbers that have no result, recursion without
an end, and lists of unlike lengths: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class BoundsKinds:
    LOOP_AHEAD = Entry("loop ahead", "line", "index", "number", "what", "length", "instead")
    LOOP_OR_LIST = Entry(
        "loop or list", "line", "index", "number", "what", "instead", "line2", "instead2"
    )
    LIST_ONE_SHORT = Entry("list one short", "line", "number", "what", "line2", "instead")
    LOOP_BY_OTHER = Entry("loop by other", "line", "name", "number", "what", "length", "instead")
    GUARD_TOO_WIDE = Entry("guard too wide", "line", "index", "number", "what", "length", "instead")
    SHIFTED_PAST = Entry("shifted past", "index", "number", "what", "last", "line", "instead")
    PUT_BEHIND = Entry("put behind", "what", "index", "line", "length", "instead")
    COUNTED_FROM_1 = Entry("counted from 1", "call", "most", "what", "length", "instead")
    NUMBER_OUTSIDE = Entry("number outside", "call", "low", "high", "what", "number", "instead")
    ROUNDED_PAST = Entry("rounded past", "call", "low", "high", "what", "number", "instead")
    ONLY_BETWEEN = Entry("only between", "call", "low", "high", "what", "instead")
    ONLY_ABOVE = Entry("only above", "call", "low", "instead")
    ZERO_WITH_ITSELF = Entry(
        "zero with itself", "what", "line", "name", "name2", "line2", "instead"
    )
    GRID_LAST = Entry("grid last", "what", "length", "width", "index", "name", "instead")
    RECURSION_ALWAYS = Entry("recursion always", "function", "name", "lines", "line")
    END_BELOW = Entry("end below", "function", "line", "line2", "line3")
    CHAIN_EMPTY = Entry("chain empty", "what", "whole", "line", "instead")
    CHAIN_FIRST = Entry("chain first", "what", "whole", "line", "instead")
    ROW_SHORT = Entry("row short", "what", "length", "what2", "length2", "index", "instead")
    ROW_SHORT_IN = Entry(
        "row short in", "what", "length", "what2", "length2", "index", "line", "instead"
    )
    RECURSION_NEARER = Entry("recursion nearer", "function", "line", "line2", "instead")
    APPENDED_OUTSIDE = Entry(
        "appended outside", "what", "length", "what2", "length2", "line", "line2"
    )
    ROUNDS_UNLIKE = Entry("rounds unlike", "line", "what", "length", "what2", "length2", "instead")
    WRITTEN_SHORTER = Entry("written shorter", "what", "length", "what2", "line", "length2")
    WRITTEN_UNLIKE = Entry(
        "written unlike", "what", "line", "length", "what2", "length2", "name", "line2"
    )
    PIECE_SHORTER = Entry("piece shorter", "key", "what", "count", "line", "instead")
    BRANCH_LACKS = Entry("branch lacks", "name", "line", "line2", "line3")
    RECURSION_SAME = Entry("recursion same", "function", "line", "what", "line2", "item", "instead")
    RECURSION_STAYS = Entry("recursion stays", "function", "line", "name", "lines")
    RECURSION_TURNED = Entry("recursion turned", "function", "line", "name", "lines", "instead")
