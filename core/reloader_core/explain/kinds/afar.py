"""What was done to a value far from the line that failed: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class AfarKinds:
    DEFAULT_SHARED = Entry("default shared", "function", "line", "name", "value", "instead")
    SHARED_BY_ALL = Entry("shared by all", "name", "line", "instead")
    ONE_UNDER_TWO = Entry("one under two", "what", "what2", "line", "line2", "instead")
    RESULT_DROPPED = Entry("result dropped", "what", "line", "method", "instead")
    NOT_STORED = Entry("not stored", "name", "line", "instead")
    LOCAL_ONLY = Entry("local only", "name", "function", "line")
    LOCAL_BEGUN = Entry("local begun", "name", "function", "line")
    WRAPPER_RETURNS = Entry("wrapper returns", "what", "function", "name", "line", "instead")
    WRAPPER_ENDS = Entry("wrapper ends", "what", "function", "name", "instead")
    BEGUN_BY_GET = Entry("begun by get", "table", "key", "instead")
    SKIPPED_IN_LOOP = Entry("skipped in loop", "what", "line", "line2")
    SPLIT_BLANKS = Entry("split blanks", "line", "instead")
    LENGTH_ALWAYS = Entry("length always", "what", "line", "instead")
    KEYS_ADDED = Entry("keys added", "what", "line", "instead")
    LOOP_NAME_TWICE = Entry("loop name twice", "name", "line", "line2")
    LAMBDA_LATE = Entry("lambda late", "name", "line", "instead")
    OWN_FUNCTION = Entry("own function", "function", "file", "line")
    REDEFINED = Entry("redefined", "function", "line", "line2")
    COMMA_BETWEEN = Entry("comma between", "line", "text")
    FLOW_LENGTH = Entry("flow length", "what", "line", "instead")
    COUNT_RETURNED = Entry("count returned", "what", "line", "instead")
    MOST_OF_TEXTS = Entry("most of texts", "what", "function", "items", "line", "instead")
    DATES_AS_TEXT = Entry("dates as text", "what", "line", "instead", "what2", "line2", "instead2")
    SUM_OF_OTHERS = Entry("sum of others", "what", "type")
    SUM_OF_EACH = Entry("sum of each", "what", "instead")
    SUM_UNCALLED = Entry("sum uncalled", "what", "line", "instead")
    MIXED_BY_KEY = Entry("mixed by key", "function", "what", "type", "type2")
    NONE_BY_KEY = Entry("none by key", "function", "what", "type")
    FORMAT_BRACES = Entry("format braces", "text")
    KEY_TURNED = Entry("key turned", "table", "key", "key2")
    EMPTY_BY_TYPE = Entry("empty by type", "what", "line", "one", "type", "other", "type2")
    LISTED_NAMES = Entry("listed names", "name", "line", "instead")
    STAR_HIDES = Entry("star hides", "function", "line", "module")
    PASSED_END = Entry("passed end", "function", "name", "value", "line")
