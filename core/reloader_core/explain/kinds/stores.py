"""Databases, and files that lie elsewhere: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class StoreKinds:
    SQL_WORD = Entry("sql word", "text")
    SQL_COMMA = Entry("sql comma", "text")
    SQL_MEMORY = Entry("sql memory", "table")
    SQL_TABLE_NEAR = Entry("sql table near", "table", "near")
    SQL_COLUMN_NEAR = Entry("sql column near", "column", "near")
    SQL_SEVERAL = Entry("sql several", "function")
    SQL_NAMED = Entry("sql named", "name")
    SQL_BY_NAME = Entry("sql by name", "item")
    SQL_NO_ROW = Entry("sql no row", "call")
    SQL_OF_CONNECTION = Entry("sql of connection", "name")
    SQL_OF_CURSOR = Entry("sql of cursor", "what", "name")
    SQL_MANY = Entry("sql many", "what", "type")
    SQL_THREAD = Entry("sql thread", "line")
    SQL_OPEN = Entry("sql open", "what")
    SQL_NO_DATABASE = Entry("sql no database", "line")
    SQL_COLUMN_TWICE = Entry("sql column twice", "column")
    MODULE_BELOW = Entry("module below", "name", "file", "instead")
    MODULE_ABOVE = Entry("module above", "name", "file")
    MODULE_FILE = Entry("module file", "name", "file")
    PART_MISSING = Entry("part missing", "module", "part", "near")
    FILE_BELOW = Entry("file below", "file", "folder", "found")
    FILE_BESIDE = Entry("file beside", "file", "folder")
    NAME_IS_ADDRESS = Entry("name is address", "file")
    NAME_WITH_TILDE = Entry("name with tilde", "file")
    IS_FILE = Entry("is file", "file")
    FOLDER_NOT_EMPTY = Entry("folder not empty", "file")
    FOLDER_EXISTS = Entry("folder exists", "file", "instead")
    SAME_FILE = Entry("same file", "file")
    FOLDER_REMOVED = Entry("folder removed", "file", "function", "instead")
    FILE_REMOVED = Entry("file removed", "file", "function", "instead")
