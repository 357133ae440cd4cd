"""Names and attributes that are not there, and what is imported: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class NameKinds:
    # names
    NEAR_NAME = Entry("near name", "name", "near")
    UNKNOWN_NAME = Entry("unknown name", "name")
    QUOTES_FORGOTTEN = Entry("quotes forgotten", "name")
    IMPORT_FORGOTTEN = Entry("import forgotten", "name", "statement")
    IMPORT_FROM_FORGOTTEN = Entry("import from forgotten", "name", "statement", "module")
    MODULE_PREFIX_FORGOTTEN = Entry("module prefix forgotten", "name", "full")
    SELF_UNKNOWN = Entry("self unknown", "name")
    SELF_FORGOTTEN = Entry("self forgotten", "name", "full")
    SELF_FORGOTTEN_TWICE = Entry("self forgotten twice", "names", "full")
    USED_BEFORE_SET = Entry("used before set", "name", "line")
    NOT_SET_YET = Entry("not set yet", "name", "line")
    NOT_SET_FAILED = Entry("not set, failed", "name", "line", "error")
    NAME_OF_FUNCTION = Entry("name of function", "name", "function")
    LOCAL_BEFORE_GLOBAL = Entry("local before global", "name", "function", "line")
    LOCAL_BEFORE_NONLOCAL = Entry("local before nonlocal", "name", "function", "line")
    LOCAL_NOT_SET = Entry("local not set", "name", "function")
    CLASS_NOT_READY = Entry("class not ready", "name")
    # attributes
    NONE_ATTRIBUTE = Entry("none attribute", "what", "attribute")
    NONE_FROM_CALL = Entry("none from call", "call", "attribute")
    NONE_RESULT = Entry("none result", "name", "line", "call")
    NONE_SET_BY = Entry("none set by", "name", "line", "call", "attribute")
    NEAR_ATTRIBUTE = Entry("near attribute", "type", "attribute", "near")
    NEAR_IN_MODULE = Entry("near in module", "module", "attribute", "near")
    OTHER_ATTRIBUTE = Entry("other attribute", "type", "attribute", "instead")
    OF_OTHER_TYPE = Entry("of other type", "what", "type", "attribute", "type2")
    NO_ATTRIBUTE = Entry("no attribute", "type", "attribute")
    NOT_IN_MODULE = Entry("not in module", "module", "attribute")
    HIDDEN_MODULE = Entry("hidden module", "file", "module")
    IMPORTS_ITSELF = Entry("imports itself", "file", "module")
    CIRCULAR = Entry("circular import", "module", "name")
    PRIVATE_NAME = Entry("private name", "type", "attribute")
    EACH_OF_LIST = Entry("each of list", "what", "attribute")
    NONE_IN_PLACE_OF = Entry("none in place of", "name", "method", "line", "changed")
    RETURNED_IN_PLACE = Entry("returned in place", "what", "method", "line", "changed")
    NO_MATCH = Entry("no match", "name", "call", "line")
    NO_RETURN_HERE = Entry("no return here", "what", "function", "line")
    IN_PLACE_USED = Entry("in place used", "what", "method", "changed")
    # imports
    NEAR_MODULE = Entry("near module", "name", "near")
    NOT_FOUND_MODULE = Entry("not found module", "name")
    PACKAGE_HIDDEN = Entry("package hidden", "file", "module")
    PACKAGE_NEEDED = Entry("package needed", "name")
    HIDDEN_PACKAGE = Entry("hidden package", "file", "name")
    NEAR_IMPORT = Entry("near import", "module", "name", "near")
    NOT_IN_IMPORTED = Entry("not in imported", "module", "name")
    PACKAGE_NAME = Entry("package name", "name", "instead")
    # which Python it is, and what is called otherwise there
    NEEDS_NEWER = Entry("needs newer", "what", "version", "version2")
    NEWER_SYNTAX = Entry("newer syntax", "what", "version")
    RENAMED_MODULE = Entry("renamed module", "name", "instead")
    MODULE_GONE = Entry("module gone", "name", "version")
    RENAMED_IN_MODULE = Entry("renamed in module", "full", "instead")
    PART_NOT_IMPORTED = Entry("part not imported", "module", "name")
    ONE_TYPE = Entry("one type", "what", "instead")
