"""What was meant, with the line to write in its place: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class MeantKinds:
    MATCH_SIGN = Entry("match sign", "what", "text", "sign", "line", "instead", "code")
    MATCH_CUT = Entry("match cut", "what", "text", "item", "sign", "line")
    TEXT_SKIPPED = Entry("text skipped", "name", "line", "text", "line2")
    TEXT_SKIPPED_FROM = Entry("text skipped from", "name", "line", "text", "line2", "item")
    IMPORT_NEAR_USED = Entry("import near used", "module", "name", "near", "lines")
    LETTER_SET = Entry("letter set", "what", "instead")
