"""Packages for pages, pictures and tests: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class ToolsKinds:
    RICH_MARKUP = Entry("rich markup", "text")
    RICH_CELL = Entry("rich cell", "type")
    IMAGE_WHOLE = Entry("image whole", "line")
    IMAGE_NO_FORMAT = Entry("image no format", "instead")
    BOX_NEEDED = Entry("box needed", "function", "instead")
    PIXEL_PARTS = Entry("pixel parts", "what", "given")
    XML_BYTES = Entry("xml bytes", "instead")
    XML_TAG_MISSING = Entry("xml tag missing", "what", "attribute")
    AIO_REQUEST = Entry("aio request", "what", "instead")
    LOOP_NEEDED = Entry("loop needed", "line", "what")
    TRIO_ASYNCIO = Entry("trio asyncio", "call", "instead")
    TRIO_CALLED = Entry("trio called", "instead")
    ASYNC_WITH = Entry("async with", "line")
    SESSION_CLOSED = Entry("session closed", "line")
    ANSWER_MIMETYPE = Entry("answer mimetype", "text", "line")
    FIXTURE_CALLED = Entry("fixture called", "name")
    NOT_RAISED = Entry("not raised", "name", "line")
    HASH_METHOD = Entry("hash method", "text")
    DATE_TEXT = Entry("date text", "text")
    YAML_DUMP = Entry("yaml dump", "instead")
    YAML_OF_NAME = Entry("yaml of name", "what", "line", "instead")
    YAML_BOOL = Entry("yaml bool", "what", "attribute")
    STILL_TEXT = Entry("still text", "what", "line")
    SORTED_ADD = Entry("sorted add", "instead")
    TAGS_FEWER = Entry("tags fewer", "what", "number")
    BASE_URL = Entry("base url", "text")
    ITEMS_OF_LIST = Entry("items of list", "what", "attribute")
    CLICK_NAME = Entry("click name", "function", "name", "given")
