"""Where a value of the wrong type was made: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class MadeKinds:
    TYPED_TEXT = Entry("typed text", "what", "line", "instead")
    TYPED_KEPT = Entry("typed kept", "what", "line", "line2", "instead")
    TYPED_TWICE = Entry("typed twice", "what", "line", "line2", "instead")
    TEXT_ONCE = Entry("text once", "what", "line", "instead")
    TEXT_FROM = Entry("text from", "what", "line", "instead")
    FLOAT_FROM = Entry("float from", "what", "type", "line", "instead")
    REPLACED_BY = Entry("replaced by", "what", "line", "type2", "line2", "type")
    MADE_AS = Entry("made as", "what", "type", "line", "instead")
    NOT_RETURNED = Entry("not returned", "what", "function", "line", "instead")
    GOT_NO_KEY = Entry("got no key", "what", "table", "key", "line", "near")
    FOUND_NOT_ALIKE = Entry("found not alike", "what", "function", "text", "line", "near", "line2")
    FOUND_BY_CASE = Entry("found by case", "what", "function", "text", "line", "near", "instead")
    MADE_OF_TEXT = Entry("made of text", "what", "text", "name", "attribute", "line", "instead")
    GOT_NOTHING = Entry("got nothing", "what", "table", "key", "line")
    INT_FOR_OTHERS = Entry("int for others", "text", "function", "line", "line2", "instead")
    INT_FOR_LINE = Entry("int for line", "text", "function", "line", "line2")
    JOIN_AS_TEXTS = Entry("join as texts", "what", "index", "type", "instead")
