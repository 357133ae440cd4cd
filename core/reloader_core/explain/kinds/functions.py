"""Functions that others call, and classes: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class FunctionKinds:
    KEY_PARAMETERS = Entry("key parameters", "function", "what", "takes")
    CALLBACK_ONE = Entry("callback one", "function", "what", "takes")
    CALLBACK_COUNTS = Entry("callback counts", "function", "what", "given", "takes")
    KEY_NO_FUNCTION = Entry("key no function", "function", "what", "type", "instead")
    CALLED_AMONG = Entry("called among", "function", "instead")
    CALLED_NOT_GIVEN = Entry("called not given", "function", "what", "type", "instead")
    SORT_BY_NAME = Entry("sort by name", "function", "instead")
    CMP_GONE = Entry("cmp gone", "function", "instead")
    FITS_NOT_EACH = Entry("fits not each", "function", "what", "type")
    FUNCTION_FIRST = Entry("function first", "function", "instead")
    STARMAP_ITEMS = Entry("starmap items", "instead", "type")
    SEVERAL_IN_LIST = Entry("several in list", "function", "instead")
    INSTANCE_NAME = Entry("instance name", "function", "what", "instead")
    INSTANCE_LIST = Entry("instance list", "function", "instead")
    INSTANCE_NONE = Entry("instance none", "function", "instead")
    INSTANCE_TURNED = Entry("instance turned", "function", "instead")
    INSTANCE_VALUE = Entry("instance value", "function", "what", "type")
    INSTANCE_MODULE = Entry("instance module", "function", "what", "full")
    INSTANCE_PARTS = Entry("instance parts", "function", "what", "instead")
    SUBCLASS_OF_OBJECT = Entry("subclass of object", "what", "instead")
    OPEN_TURNED = Entry("open turned", "instead")
    OPEN_MODE_ENCODING = Entry("open mode encoding", "function", "mode", "instead")
    ZIP_LENGTHS = Entry("zip lengths", "what", "what2")
    SLICED_DICT = Entry("sliced dict", "table", "instead")
    WITHOUT_SLICE = Entry("without slice", "what", "instead")
    BYTES_ENCODING = Entry("bytes encoding", "function", "instead")
    DECORATOR_NO_FUNCTION = Entry("decorator no function", "what", "type")
    DECORATOR_TAKES = Entry("decorator takes", "what", "takes")
    DECORATOR_BRACKETS = Entry("decorator brackets", "name", "what")
    HANDED_CALLED = Entry("handed called", "function", "what", "instead")
    WRAPPER_TAKES = Entry("wrapper takes", "name", "function", "what", "line", "instead")
    CALLBACK_LENT = Entry("callback lent", "function", "what", "takes", "line", "instead")
