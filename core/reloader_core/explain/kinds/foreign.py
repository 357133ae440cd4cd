"""Words of other languages, and eval(): see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class ForeignKinds:
    OTHER_WORD = Entry("other word", "word", "line", "instead")
    INCREMENT_INSIDE = Entry("increment inside", "operator", "line", "instead")
    COMMENT_SIGN = Entry("comment sign", "sign", "line")
    DO_LOOP = Entry("do loop", "line")
    NAME_OF_OTHERS = Entry("name of others", "name", "instead")
    EVAL_BROKEN = Entry("eval broken", "function", "text")
    EVAL_TEXT_LINE = Entry("eval text line", "function", "line", "text")
    EVAL_EMPTY = Entry("eval empty", "function")
    EVAL_STATEMENT = Entry("eval statement", "text")
    EVAL_INDENTED = Entry("eval indented", "function")
    EVAL_NAME = Entry("eval name", "function", "name")
    EVAL_JSON = Entry("eval json", "function", "name")
    EVAL_OF = Entry("eval of", "function", "what", "type")
    LITERAL_ONLY = Entry("literal only", "function", "text")
    NONE_BOTH = Entry("none both", "what", "what2", "operator")
    EVAL_ZERO = Entry("eval zero", "what")
    FORMAT_BACKSLASH = Entry("format backslash", "line")
