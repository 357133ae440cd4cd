"""What lines above have done or left undone: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class AboveKinds:
    NOT_SET_EXCEPT = Entry("not set, except", "name", "lines", "line")
    NOT_SET_EXCEPTS = Entry("not set, excepts", "name", "lines")
    TESTED_LATE = Entry("tested late", "what", "test", "instead")
    OTHER_LENGTH = Entry("other length", "index", "items", "line", "other", "instead")
    LOOP_IN_VAIN = Entry("loop in vain", "what", "line", "source", "line2", "instead")
    FLOW_IN_VAIN = Entry("flow in vain", "what", "line", "source", "line2", "instead", "line3")
    KEY_LINE_END = Entry("key with line end", "table", "key", "near", "line", "instead")
    KEY_BLANKS_AT = Entry("key with blanks, at", "table", "key", "near", "line", "instead")
    KEY_BLANKS = Entry("key with blanks", "table", "key", "near")
    ASKED_LINE_END = Entry("asked with line end", "key", "near", "line", "instead")
    ASKED_BLANKS = Entry("asked with blanks", "key", "near", "line", "instead")
    RUNS_AT_IMPORT = Entry("runs at import", "line", "file", "importer")
    STAR_HIDES_FUNCTION = Entry("star hides function", "name", "type", "file")
    IMPORT_FORGOTTEN_IN = Entry("import forgotten in", "name", "statement", "file")
    FUNCTION_BELOW = Entry("function below", "name", "line")
    WORD_OF_JSON = Entry("word of JSON", "name", "instead")
    DATE_FORM = Entry("date form", "text", "format", "instead")
    DATE_FORMS = Entry("date forms", "text", "format", "instead", "lines")
    KEYS_FOR_VALUES = Entry("keys for values", "item", "text", "table", "line", "instead")
    UNPACK_INNER = Entry("unpack inner", "targets", "inner", "instead")
    PARENTS_METHOD = Entry("parent's method", "function", "line", "parent", "instead")
    COMPARED_ONLY = Entry("compared only", "name", "line", "instead")
    SUPER_OF_MODULE = Entry("super of module", "type", "attribute", "base", "line")
