"""How files are named: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class NamedKinds:
    DATE_IN_NAME = Entry("date in name", "file", "form", "instead")
    FILE_HERE = Entry("file here", "file", "folder", "found")
    JSON_COMMENT = Entry("JSON comment", "line", "column")
