"""What is asked of the script's own classes: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class OperatorKinds:
    SUM_NOT_DEFINED = Entry("sum not defined", "class")
    SUM_BEGINS = Entry("sum begins", "class")
    OTHER_WHOLE = Entry("other whole", "name", "type", "instead")
    OTHER_WAY_ROUND = Entry("other way round", "type", "sign", "instead")
    REFLECTED_LACKS = Entry("reflected lacks", "type", "sign", "method")
    OPERATOR_LACKS = Entry("operator lacks", "type", "sign", "method")
    INIT_RETURNS = Entry("init returns", "line")
    ITER_RESULT = Entry("iter result", "line", "type", "instead")
    NEXT_LACKS = Entry("next lacks", "type")
    LENGTH_RESULT = Entry("length result", "line", "type", "instead")
    HASH_LACKS = Entry("hash lacks", "type", "line", "instead")
    CLASSMETHOD_LACKS = Entry("classmethod lacks", "function", "line")
    LIST_IN_OBJECT = Entry("list in object", "what", "type", "instead")
    OBJECT_CALLED = Entry("object called", "what", "type", "function", "instead")
    REPEATED_FIRST = Entry("repeated first", "what", "operator", "instead")
    PARTS_REPEATED = Entry("parts repeated", "what", "line", "instead")
    PART_MEANT = Entry("part meant", "name", "type", "instead")
    OTHER_KIND = Entry("other kind", "function", "name", "type", "instead")
    ABSTRACT_NEAR = Entry("abstract near", "class", "method", "name", "line")
