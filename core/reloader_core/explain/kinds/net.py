"""The web as scripts read it: requests, httpx, urllib, bs4: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class NetKinds:
    RESPONSE_PAGE = Entry("response page", "line")
    RESPONSE_EMPTY = Entry("response empty", "line")
    RESPONSE_OTHER = Entry("response other", "line")
    HTTP_NOT_FOUND = Entry("http not found", "status", "line")
    HTTP_NO_ENTRY = Entry("http no entry", "status", "line")
    HTTP_TOO_MANY = Entry("http too many", "status", "line")
    HTTP_SERVER = Entry("http server", "status", "line")
    HTTP_REFUSED = Entry("http refused", "status", "line")
    HTTP_MOVED = Entry("http moved", "status", "line")
    TOO_SLOW = Entry("too slow", "line")
    CONNECTION_CUT = Entry("connection cut", "line")
    ADDRESS_WRONG = Entry("address wrong", "line")
    REDIRECTS = Entry("redirects", "line")
    CERTIFICATE = Entry("certificate", "line")
    HEADER_VALUE = Entry("header value", "name", "type")
    SOUP_LIST = Entry("soup list", "attribute")
    TAG_NO_KEY = Entry("tag no key", "key")
    PARSER_NONE = Entry("parser none", "name")
    SOUP_OF_ANSWER = Entry("soup of answer", "what")
    SELECTOR_WRONG = Entry("selector wrong", "line")
    XML_WRONG = Entry("xml wrong", "number", "column")
    XML_EMPTY = Entry("xml empty", "line")
