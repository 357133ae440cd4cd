"""What can be said of an error: a kind, and values for its sentence. Frozen; any thread.

A kind's value names its sentence's values, in order. What begins with `type` is the name of a type.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    # names
    NEAR_NAME = ("near name", "name", "near")
    UNKNOWN_NAME = ("unknown name", "name")
    QUOTES_FORGOTTEN = ("quotes forgotten", "name")
    IMPORT_FORGOTTEN = ("import forgotten", "name", "statement")
    IMPORT_FROM_FORGOTTEN = ("import from forgotten", "name", "statement", "module")
    MODULE_PREFIX_FORGOTTEN = ("module prefix forgotten", "name", "full")
    SELF_FORGOTTEN = ("self forgotten", "name", "full")
    USED_BEFORE_SET = ("used before set", "name", "line")
    NOT_SET_YET = ("not set yet", "name", "line")
    NAME_OF_FUNCTION = ("name of function", "name", "function")
    LOCAL_BEFORE_GLOBAL = ("local before global", "name", "function", "line")
    LOCAL_BEFORE_NONLOCAL = ("local before nonlocal", "name", "function", "line")
    LOCAL_NOT_SET = ("local not set", "name", "function")
    # attributes
    NONE_ATTRIBUTE = ("none attribute", "what", "attribute")
    NONE_FROM_CALL = ("none from call", "call", "attribute")
    NONE_RESULT = ("none result", "name", "line", "call")
    NONE_SET_BY = ("none set by", "name", "line", "call", "attribute")
    NEAR_ATTRIBUTE = ("near attribute", "type", "attribute", "near")
    NEAR_IN_MODULE = ("near in module", "module", "attribute", "near")
    OTHER_ATTRIBUTE = ("other attribute", "type", "attribute", "instead")
    OF_OTHER_TYPE = ("of other type", "what", "type", "attribute", "type2")
    NO_ATTRIBUTE = ("no attribute", "type", "attribute")
    NOT_IN_MODULE = ("not in module", "module", "attribute")
    HIDDEN_MODULE = ("hidden module", "file", "module")
    CIRCULAR = ("circular import", "module", "name")
    # items
    NEAR_KEY = ("near key", "table", "key", "near")
    OTHER_KEY_TYPE = ("other key type", "table", "key", "type", "near", "type2")
    KEY_MISSING = ("key missing", "table", "key", "keys")
    NO_KEYS = ("no keys", "table", "key")
    NO_SUCH_KEY = ("no such key", "key")
    INDEX_TOO_LARGE = ("index too large", "what", "length", "index", "last")
    EMPTY_ITEMS = ("empty items", "what", "type")
    EMPTY_POP = ("empty pop", "what")
    NO_ARGUMENT = ("no argument", "index")
    INDEX_IS_TEXT = ("index is text", "what", "type", "type2")
    IMMUTABLE_ITEM = ("immutable item", "what", "type")
    NO_ITEMS = ("no items", "what", "type")
    FUNCTION_ITEM = ("function item", "function")
    # numbers and text
    INT_OF_TEXT = ("int of text", "text")
    INT_OF_DECIMAL = ("int of decimal", "text")
    FLOAT_OF_TEXT = ("float of text", "text")
    FLOAT_OF_COMMA = ("float of comma", "text", "instead")
    NUMBER_OF_NOTHING = ("number of nothing", "function")
    TEXT_PLUS_NUMBER = ("text plus number", "text", "number", "type")
    TEXT_AND_NUMBER = ("text and number", "text", "number", "type", "function")
    COMPARED_WITH_TEXT = ("compared with text", "text", "number", "type", "function")
    COMPARED_WITH_NONE = ("compared with none", "what", "operator")
    NONE_OPERAND = ("none operand", "what", "operator")
    LIST_PLUS_ITEM = ("list plus item", "what", "item", "type")
    FUNCTION_NOT_CALLED = ("function not called", "function")
    SUM_OF_TEXTS = ("sum of texts", "what")
    EMPTY_MOST = ("empty most", "function", "what")
    NOT_IN_LIST = ("not in list", "what", "item")
    CHANGED_IN_LOOP = ("changed in loop", "table")
    RANGE_OF = ("range of", "what", "type", "instead")
    WRITE_OF_NO_TEXT = ("write of no text", "what", "type")
    NO_OPERATION = ("no operation", "operator", "type", "type2")
    ZERO_DIVISION = ("zero division", "what")
    ZERO_LENGTH = ("zero length", "what", "items")
    # calls
    NOT_CALLABLE = ("not callable", "what", "type")
    ITEM_CALLED = ("item called", "what", "type")
    NAME_HIDES_FUNCTION = ("name hides function", "name", "type")
    MODULE_CALLED = ("module called", "module")
    MODULE_CALLED_LIKE = ("module called like", "module", "full")
    OPERATOR_FORGOTTEN = ("operator forgotten", "number")
    CLASS_NOT_CALLED = ("class not called", "what", "method")
    NO_INIT = ("no init", "name", "line")
    NEAR_INIT = ("near init", "name", "method")
    MISSING_SELF = ("missing self", "method", "line")
    TOO_FEW = ("too few arguments", "function", "missing")
    TOO_MANY = ("too many arguments", "function", "takes", "given")
    UNKNOWN_KEYWORD = ("unknown keyword", "function", "keyword")
    NEAR_KEYWORD = ("near keyword", "function", "keyword", "near")
    UNPACK_COUNTS = ("unpack counts", "targets", "values")
    UNPACK_ONE = ("unpack one", "type", "targets")
    ITEMS_FORGOTTEN = ("items forgotten", "table")
    ITERATED_NUMBER = ("iterated number", "what")
    NOT_ITERABLE = ("not iterable", "what", "type")
    RECURSION = ("recursion", "function", "line")
    # files
    FILE_MISSING = ("file missing", "file", "folder")
    FILE_NEAR = ("file near", "file", "folder", "near")
    FOLDER_MISSING = ("folder missing", "file", "folder")
    IS_FOLDER = ("is folder", "file")
    NOT_ALLOWED = ("not allowed", "file")
    NOT_THIS_ENCODING = ("not this encoding", "encoding", "line")
    OTHER_ENCODING = ("other encoding", "encoding", "instead", "line")
    NOT_WRITABLE_TEXT = ("not writable text", "encoding")
    IN_OTHER_PROGRAM = ("in other program", "file")
    NOT_JSON = ("not JSON", "line", "column")
    # an invisible mark at the beginning of what was read
    JSON_WITH_BOM = ("JSON with BOM",)
    KEY_WITH_BOM = ("key with BOM", "table", "key")
    NUMBER_WITH_BOM = ("number with BOM", "function")
    # what is around the script
    PORT_IN_USE = ("port in use", "port")
    PORT_IN_USE_BY = ("port in use by", "port", "program", "pid")
    WINDOW_CLOSED = ("window closed",)
    MEMORY = ("memory", "line")
    KILLED = ("killed",)
    # imports
    NEAR_MODULE = ("near module", "name", "near")
    NOT_FOUND_MODULE = ("not found module", "name")
    HIDDEN_PACKAGE = ("hidden package", "file", "name")
    NEAR_IMPORT = ("near import", "module", "name", "near")
    NOT_IN_IMPORTED = ("not in imported", "module", "name")
    # what does not parse
    DEF_BRACKETS = ("def brackets", "name", "line")
    COLON = ("colon", "line", "word")
    BRACKET_OPEN = ("bracket open", "bracket", "line", "closing")
    BRACKET_EXTRA = ("bracket extra", "bracket", "line")
    BRACKET_OTHER = ("bracket other", "bracket", "line", "opening", "line2")
    QUOTE = ("quote", "quote", "line")
    QUOTES_INSIDE = ("quotes inside", "line")
    EQUALS = ("equals", "line", "left", "right")
    INDENT_EXPECTED = ("indent expected", "line", "line2")
    INDENT_UNEXPECTED = ("indent unexpected", "line")
    INDENT_MISMATCH = ("indent mismatch", "line")
    TABS = ("tabs", "line")
    PRINT_STATEMENT = ("print statement", "line")
    OUTSIDE_FUNCTION = ("outside function", "word", "line")
    OUTSIDE_LOOP = ("outside loop", "word", "line")
    OTHER_CHARACTER = ("other character", "character", "line", "instead")
    FULL_WIDTH_SPACE = ("full-width space", "line")
    KEYWORD_AS_NAME = ("keyword as name", "word", "line")
    ELSE_IF = ("else if", "line")
    INCREMENT = ("increment", "line", "operator", "instead")
    OTHER_OPERATOR = ("other operator", "operator", "line", "instead")
    ASSIGNED_TO_VALUE = ("assigned to value", "left", "line")
    COMMA = ("comma", "line", "before", "after")
    NAME_BEGINS_WITH_DIGIT = ("name begins with digit", "name", "line")
    SOURCE_NOT_UTF8 = ("source not UTF-8", "file")

    @property
    def fields(self) -> tuple[str, ...]:
        """What its values are called, in their order."""
        fields: tuple[str, ...] = self.value[1:]
        return fields


@dataclass(frozen=True, slots=True)
class Diagnosis:
    kind: Kind
    values: tuple[str | int, ...] = ()
