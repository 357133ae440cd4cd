"""Where a value of the wrong type was made: see kinds.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds import Entry


class MadeKinds:
    TYPED_TEXT = Entry("typed text", "what", "line", "instead")
    TYPED_KEPT = Entry("typed kept", "what", "line", "line2", "instead")
    TYPED_TWICE = Entry("typed twice", "what", "line", "line2", "instead")
    TEXT_ONCE = Entry("text once", "what", "line", "instead")
    TEXT_FROM = Entry("text from", "what", "line", "instead")
