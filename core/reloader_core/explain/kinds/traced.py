"""Where what is wrong came from, with the line to correct: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class TracedKinds:
    NOT_KEPT_AS_WAS = Entry(
        "not kept as was", "what", "line", "function", "name", "line2", "line3", "instead"
    )
    ZERO_LENGTH_IF = Entry("zero length if", "what", "items", "line", "instead")
    ZERO_LENGTH_LOOP = Entry("zero length loop", "what", "items", "line", "instead")
    ZERO_LENGTH_ELSE = Entry("zero length else", "what", "items", "line", "instead")
    ZERO_LENGTH_LEFT = Entry("zero length left", "what", "items", "line", "instead", "line2")
    RECURSION_END = Entry("recursion end", "function", "lines", "line", "instead")
    ARGUMENTS_TURNED = Entry(
        "arguments turned", "line", "function", "one", "name", "other", "name2", "instead"
    )
    NO_NUMBER_TIMES = Entry("no number times", "what", "text", "other")
    WORD_FIRST = Entry("word first", "what", "text", "instead")
    WORD_FIRST_COUNTED = Entry("word first counted", "what", "text", "instead", "instead2")
    WORD_GIVEN = Entry("word given", "what", "text", "line", "instead")
    SUM_WITH_WORD = Entry("sum with word", "what", "text")
    WRITTEN_FROM_1 = Entry(
        "written from 1", "what", "length", "number", "name", "line", "line2", "instead"
    )
    KEY_OF_OTHER = Entry(
        "key of other", "table", "key", "line", "what", "line2", "line3", "instead"
    )
    NEAR_KEY_TYPED = Entry("near key typed", "table", "key", "near", "line", "instead")
    NEAR_KEY_WRITTEN = Entry("near key written", "table", "key", "near", "line")
    NEAR_KEY_IN_FILE = Entry("near key in file", "table", "key", "near", "line", "file")
    EMPTY_COMPARED = Entry(
        "empty compared", "what", "line", "one", "type", "other", "type2", "instead"
    )
    EMPTY_PASSED_OVER = Entry(
        "empty passed over", "what", "line", "one", "type", "other", "type2", "instead"
    )
    EMPTY_PASSED_BY_TYPE = Entry(
        "empty passed by type", "what", "line", "one", "type", "other", "type2"
    )
    TEXTS_SPLIT = Entry("texts split", "what", "line", "instead")
    WRITTEN_TOO_FAR = Entry(
        "written too far", "what", "length", "number", "name", "line", "number2"
    )
    NO_RETURN_CHANGED = Entry(
        "no return changed", "what", "function", "line", "line2", "instead", "instead2"
    )
    SUM_FROM = Entry("sum from", "what", "line", "instead")
    TEXTS_TYPED = Entry("texts typed", "text", "text2", "line", "instead", "line2", "instead2")
    ZERO_IN_FILE = Entry("zero in file", "what", "line", "file", "text", "instead")
    ZERO_IN_SCRIPT = Entry("zero in script", "what", "line", "text", "instead")
    BOUND_LEFT_OUT = Entry("bound left out", "name", "what", "value", "line", "line2", "instead")
    BOUNDS_LEFT_OUT = Entry(
        "bounds left out", "name", "what", "value", "line", "line2", "instead", "values"
    )
    RETURNED_SHORTER = Entry(
        "returned shorter", "what", "length", "what2", "width", "function", "line", "instead"
    )
    CONVOLVED_SHORTER = Entry(
        "convolved shorter", "what", "length", "what2", "width", "line", "instead"
    )
    COUNT_COMPARED = Entry(
        "count compared", "what", "line", "one", "type", "other", "type2", "instead"
    )
    ZERO_COUNTED_IF = Entry("zero counted if", "what", "line", "line2", "line3", "instead")
    ZERO_COUNTED_ELSE = Entry("zero counted else", "what", "line", "line2", "line3", "instead")
    EMPTY_BY_BOUNDS = Entry("empty by bounds", "what", "line", "line2", "value", "instead")
    ZERO_ALIKE = Entry("zero alike", "what", "name", "name2", "value", "line", "instead")
    ZERO_ALIKE_IN = Entry(
        "zero alike in", "what", "name", "name2", "value", "line", "instead", "line2"
    )
