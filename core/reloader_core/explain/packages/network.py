"""What requests, httpx, urllib and BeautifulSoup say of the web and its pages. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import (
    by_rows,
    goes_through,
    in_file,
    is_by,
    message,
    raised_in,
    saying,
)
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAYINGS = (
    saying(Kind.TOO_SLOW, "requests Timeout,ReadTimeout,ConnectTimeout", r""),
    saying(Kind.TOO_SLOW, "httpx ReadTimeout,ConnectTimeout,WriteTimeout", r""),
    saying(Kind.CERTIFICATE, "requests SSLError", r"[^\n]*CERTIFICATE_VERIFY_FAILED"),
    saying(Kind.CERTIFICATE, "httpx ConnectError", r"[^\n]*CERTIFICATE_VERIFY_FAILED"),
    saying(Kind.CERTIFICATE, "urllib URLError", r"[^\n]*CERTIFICATE_VERIFY_FAILED"),
    saying(Kind.CONNECTION_CUT, "requests ConnectionError",
           r"\('Connection aborted\.', (?:RemoteDisconnected|ConnectionResetError)\("),
    saying(Kind.CONNECTION_CUT, "httpx RemoteProtocolError",
           r"Server disconnected without sending a response"),
    saying(Kind.CONNECTION_CUT, "http RemoteDisconnected",
           r"Remote end closed connection without response"),
    saying(Kind.ADDRESS_WRONG, "requests InvalidURL", r"Invalid URL .*: No host supplied"),
    saying(Kind.ADDRESS_WRONG, "requests InvalidURL", r"URL has an invalid label"),
    saying(Kind.ADDRESS_SCHEME, "requests InvalidSchema",
           r"No connection adapters were found for (?P<text>['\"].{1,60}['\"])$"),
    saying(Kind.REDIRECTS, "requests TooManyRedirects", r"Exceeded \d+ redirects"),
    saying(Kind.REDIRECTS, "httpx TooManyRedirects", r"Exceeded maximum allowed redirects"),
    saying(Kind.HOST_UNKNOWN, "httpx ConnectError",
           r"\[Errno (?:-2|-3|-5|8|11001|11004)\]"),
    saying(Kind.NOBODY_ANSWERS, "httpx ConnectError",
           r"\[(?:Errno (?:111|61)|WinError 10061)\]"),
    saying(Kind.SOUP_LIST, "bs4 AttributeError",
           r"ResultSet object has no attribute ['\"](?P<attribute>\w+)['\"]"),
    saying(Kind.SELECTOR_WRONG, "soupsieve SelectorSyntaxError", r""),
)  # fmt: skip


said = by_rows(_SAYINGS)


def soup_length(facts: Facts) -> Diagnosis | None:
    """What no tag of the list has: `soup.find_all("li").length`"""
    told = re.match(r"ResultSet object has no attribute ['\"](\w+)['\"]", message(facts))
    if told is None or not is_by(facts, "bs4", "AttributeError"):
        return None
    owners = {
        place.shown(facts, node.value)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Attribute) and node.attr == told[1]
    }
    if told[1] not in ("length", "size", "len") or len(owners) != 1:
        return None
    return Diagnosis(Kind.OTHER_ATTRIBUTE, ("ResultSet", told[1], f"len({owners.pop()})"))


def response_json(facts: Facts) -> Diagnosis | None:
    """`answer.json()`, of an answer that is no JSON from its beginning."""
    kind = facts.told.get("other_type", ("", ""))[1]
    is_webs = goes_through(facts, "requests") or goes_through(facts, "httpx")
    is_said = message(facts) == "Expecting value: line 1 column 1 (char 0)"
    call = called(facts, "json")
    if kind != "JSONDecodeError" or not is_webs or not is_said or call is None:
        return None
    match facts.told.get("json"):
        case ("", ""):
            return Diagnosis(Kind.RESPONSE_EMPTY, (facts.line,))
        case ("", str(text)) if text.lstrip().startswith("<"):
            return Diagnosis(Kind.RESPONSE_PAGE, (facts.line,))
    return Diagnosis(Kind.RESPONSE_OTHER, (facts.line,))


_STATUS = (
    ("requests", "HTTPError", r"(\d{3}) (?:Client|Server) Error: .* for url: "),
    ("httpx", "HTTPStatusError", r"(?:Client error|Server error|Redirect response) '(\d{3}) "),
    ("urllib", "HTTPError", r"HTTP Error (\d{3}): "),
)


_MOVED = (301, 302, 303, 307, 308)


def status(facts: Facts) -> Diagnosis | None:
    """What a server answers that is no page."""
    for package, type_, words in _STATUS:
        told = re.match(words, message(facts))
        if told is not None and is_by(facts, package, type_) and facts.line:
            number = int(told[1])
            kind = _of_status(number)
            if kind is Kind.HTTP_MOVED and (package != "httpx" or number not in _MOVED):
                return None
            return Diagnosis(kind, (number, facts.line))
    return None


def _of_status(number: int) -> Kind:
    if number in (404, 410):
        return Kind.HTTP_NOT_FOUND
    if number in (401, 403, 407):
        return Kind.HTTP_NO_ENTRY
    if number == 429:
        return Kind.HTTP_TOO_MANY
    if number < 400:
        return Kind.HTTP_MOVED
    return Kind.HTTP_REFUSED if number < 500 else Kind.HTTP_SERVER


def too_slow(facts: Facts) -> Diagnosis | None:
    """urllib leaves it as Python's own error."""
    through = [str(each).replace("\\", "/") for each in facts.told.get("through", ())]
    is_urllibs = any(each.endswith("/urllib/request.py") for each in through)
    is_said = message(facts) in ("timed out", "The read operation timed out")
    if facts.told.get("type") not in ("TimeoutError", "") or not is_said or not is_urllibs:
        return None
    return Diagnosis(Kind.TOO_SLOW, (facts.line,)) if facts.line else None


def no_scheme(facts: Facts) -> Diagnosis | None:
    """httpx does not say of which address."""
    is_said = message(facts).startswith(
        "Request URL is missing an 'http://' or 'https://' protocol"
    )
    call = called(facts, "get", "post", "put", "delete", "patch", "head", "request", "stream")
    if not is_said or not is_by(facts, "httpx", "UnsupportedProtocol") or call is None:
        return None
    asked = call.args[1:] if place.shown(facts, call.func).endswith("request") else call.args
    value = place.known(facts, asked[0]) if asked else None
    if value is None or not value.text or len(value.text) > 60:
        return None
    return Diagnosis(Kind.ADDRESS_SCHEME, (repr(value.text),))


def header(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"Header (?:part|value) \(.{1,200}\) from \('([\w-]+)', .{1,200}\) must be of type str or"
        r" bytes, not <class '(?:\w+\.)*(\w+)'>",
        message(facts),
    )
    if told is None or not is_by(facts, "requests", "InvalidHeader"):
        return None
    return Diagnosis(Kind.HEADER_VALUE, (told[1], told[2]))


# -- BeautifulSoup

_PARSERS = {"lxml": "lxml", "lxml-xml": "lxml", "xml": "lxml", "html5lib": "html5lib"}


def parser(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"Couldn't find a tree builder with the features you requested: ([\w.-]+)\. ",
        message(facts),
    )
    if told is None or not is_by(facts, "bs4", "FeatureNotFound"):
        return None
    if (package := _PARSERS.get(told[1])) is not None:
        return Diagnosis(Kind.PART_NOT_INSTALLED, ("bs4", package))
    return Diagnosis(Kind.PARSER_NONE, (told[1],))


def tag_no_key(facts: Facts) -> Diagnosis | None:
    """`tag["href"]`"""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    is_tags = facts.told.get("type") == "KeyError" and raised_in(facts) == "bs4"
    if not key or not is_tags or not in_file(facts, "bs4/element.py"):
        return None
    asked = [node for node in place.in_statement(facts) if isinstance(node, ast.Subscript)]
    values = [place.known(facts, node.slice) for node in asked]
    is_asked = any(value is not None and value.text == key for value in values)
    return Diagnosis(Kind.TAG_NO_KEY, (repr(key),)) if is_asked else None


def soup_of_answer(facts: Facts) -> Diagnosis | None:
    """BeautifulSoup(answer, ...), without its .text"""
    told = re.match(
        r"object of type 'Response' has no len\(\)"
        r"|Incoming markup is of an invalid type: <Response",
        message(facts),
    )
    call = called(facts, "BeautifulSoup")
    if told is None or call is None or not call.args or not is_by(facts, "bs4", "TypeError"):
        return None
    return Diagnosis(Kind.SOUP_OF_ANSWER, (place.operand(facts, call.args[0]),))


def xml(facts: Facts) -> Diagnosis | None:
    """Python's own reader of XML."""
    told = re.fullmatch(r"([\w (),-]+): line (\d+), column (\d+)", message(facts))
    is_its = facts.told.get("other_type") == ("xml.etree.ElementTree", "ParseError")
    if told is None or not is_its or facts.is_by_hand or not facts.line:
        return None
    if told[1] in ("no element found", "unclosed token"):
        return Diagnosis(Kind.XML_EMPTY, (facts.line,))
    return Diagnosis(Kind.XML_WRONG, (int(told[2]), int(told[3]) + 1))
