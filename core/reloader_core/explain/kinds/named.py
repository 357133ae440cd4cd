"""How files are named: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class NamedKinds:
    DATE_IN_NAME = Entry("date in name", "file", "form", "instead")
    FILE_HERE = Entry("file here", "file", "folder", "found")
    FILE_HERE_MADE = Entry("file here made", "file", "folder", "found", "item")
    FILE_BELOW_MADE = Entry("file below made", "file", "folder", "name", "line", "what", "instead")
    FILE_BELOW_FOLDER = Entry("file below folder", "file", "folder", "name")
    JSON_COMMENT = Entry("JSON comment", "line", "column")
