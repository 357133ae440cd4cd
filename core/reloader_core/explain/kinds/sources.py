"""Where a value of a package's was made that is not as wanted: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class SourceKinds:
    AXES_FLATTEN = Entry("axes flatten", "what", "line", "instead")
    ARRAY_TURNED = Entry("array turned", "what", "length", "given", "instead")
    ARRAY_SHORTENED = Entry("array shortened", "what", "line", "line2", "instead")
    RANGE_ENDS = Entry("range ends", "what", "line", "length", "given", "instead")
    DIFF_SHORTER = Entry("diff shorter", "what", "item", "instead")
    LOOP_LEAVES_OUT = Entry("loop leaves out", "what", "line", "line2", "instead")
    TAG_MISSING = Entry("tag missing", "what", "attribute")
    TAG_MISSING_BEFORE = Entry("tag missing before", "what", "line", "text", "attribute")
    TAG_MISSING_ELSE = Entry(
        "tag missing, else", "what", "attribute", "line", "instead", "instead2"
    )
    TAG_BEFORE_ELSE = Entry(
        "tag before, else", "what", "attribute", "line", "text", "line2", "instead"
    )
    CELL_EMPTY = Entry("cell empty", "what", "line", "instead")
    CSV_SIGN = Entry("csv sign", "text", "sign", "line", "instead")
    CSV_BLANK = Entry("csv blank", "key", "near", "line", "instead")
    ABORT_TURNED = Entry("abort turned", "instead")
    TAG_HAS_ID = Entry("tag has id", "what", "line", "name", "tag", "instead")
    TAG_HAS_CLASS = Entry("tag has class", "what", "line", "name", "tag", "instead")
    TAG_IS_OTHER = Entry("tag is other", "what", "line", "key", "by", "name", "tag", "instead")
    CELL_EMPTY_BELOW = Entry("cell empty below", "what", "line", "text", "instead", "instead2")
    CELL_EMPTY_LOOP = Entry("cell empty loop", "what", "line", "text", "instead", "instead2")
    DRAWN_ELSEWHERE = Entry("drawn elsewhere", "item", "what", "line", "name", "instead")
    NO_NUMBER_ARGUMENT = Entry("no number argument", "index", "line", "instead")
    NO_FILE_ARGUMENT = Entry("no file argument", "index", "line", "instead")
