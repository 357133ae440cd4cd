"""Files and folders that a loop goes through: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class GoneThroughKinds:
    FOLDER_AMONG = Entry("folder among", "file", "line", "line2", "instead")
    FOLDER_AMONG_EACH = Entry("folder among, each", "file", "line", "line2", "instead")
    FOLDER_AMONG_SOME = Entry("folder among, some", "file", "line", "instead")
    WALKED_FOLDERS = Entry("walked folders", "file", "what", "line", "instead")
    CHECKED_NAME = Entry("checked name", "file", "line", "function", "what", "instead")
    FOLDER_GIVEN = Entry("folder given", "file", "instead")
    FILE_AMONG = Entry("file among", "file", "line", "line2", "instead")
    FILE_AMONG_EACH = Entry("file among, each", "file", "line", "line2", "instead")
    FILE_AMONG_SOME = Entry("file among, some", "file", "line", "instead")
    LISTED_NAME = Entry("listed name", "file", "function", "instead")
    LISTED_PASSED = Entry("listed, passed", "file", "function", "line", "instead")
    LISTED_LINES = Entry("listed, lines", "file", "function", "what", "lines", "instead")
    ENTRY_NAME = Entry("entry name", "file", "what", "line", "instead")
