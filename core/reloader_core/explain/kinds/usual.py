"""What the modules used most are given: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class UsualKinds:
    ARGUMENT_IS = Entry("argument is", "function", "type2", "what", "type")
    OPPOSITE = Entry("opposite", "function", "instead")
    WHOLE_ALL = Entry("whole all", "function")
    BASE_NEEDS_TEXT = Entry("base needs text", "what", "instead")
    INT_OF_BASE = Entry("int of base", "text", "base")
    INT_OF_INFINITY = Entry("int of infinity", "what")
    DIGITS_LIMIT = Entry("digits limit", "line")
    NOT_NEGATIVE = Entry("not negative", "call")
    SAMPLE_OF = Entry("sample of", "what")
    CHOICES_COUNT = Entry("choices count", "instead")
    RANDOM_BETWEEN = Entry("random between", "instead")
    TIMEDELTA_UNIT = Entry("timedelta unit", "name")
    TIMEDELTA_PART = Entry("timedelta part", "attribute", "instead")
    DATE_AND_NUMBER = Entry("date and number", "number", "instead")
    DATES_ADDED = Entry("dates added")
    TIMESTAMP_LARGE = Entry("timestamp large", "call")
    STRPTIME_TURNED = Entry("strptime turned", "instead")
    DATE_OF_CLASS = Entry("date of class", "instead", "statement")
    PATH_NO_TEXT = Entry("path no text", "what", "attribute")
    PATH_PARTS = Entry("path parts", "function", "instead")
    SUFFIX_POINT = Entry("suffix point", "text", "instead")
    GONE_FROM_MODULE = Entry("gone from module", "full")
    TASK_OUTSIDE = Entry("task outside", "call")
    RUN_OF = Entry("run of", "what", "type")
