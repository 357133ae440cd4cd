"""aiohttp, httpx and trio: answers that nobody waits for, sessions that are over, loops that do not
run; and names of parameters that another package has. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import goes_through, is_by, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def request(facts: Facts) -> Diagnosis | None:
    """session.get(url), without await."""
    told = re.match(
        r"'_(?:Base)?RequestContextManager' object has no attribute '(\w+)'", message(facts)
    )
    if told is None:
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Attribute(value=ast.Name() as what, attr=name) if name == told[1]:
                made = origin.value(facts, what)
                if isinstance(made, ast.Call):
                    instead = f"{what.id} = await {place.shown(facts, made)}"
                    return Diagnosis(Kind.AIO_REQUEST, (what.id, instead))
            case ast.Attribute(value=ast.Call() as call, attr=name) if name == told[1]:
                shown = place.shown(facts, call)
                return Diagnosis(Kind.AIO_REQUEST, (shown, f"(await {shown}).{name}"))
    return None


def loop_needed(facts: Facts) -> Diagnosis | None:
    is_said = message(facts) in ("no running event loop", "There is no current event loop in thread"
                                 " 'MainThread'.")  # fmt: skip
    call = called(facts, "ClientSession", "TCPConnector", "ClientTimeout")
    if not is_said or call is None or not goes_through(facts, "aiohttp"):
        return None
    return Diagnosis(Kind.LOOP_NEEDED, (facts.line, f"{place.shown(facts, call.func)}()"))


def trio_asyncio(facts: Facts) -> Diagnosis | None:
    """asyncio.sleep() in a program of trio's."""
    is_trios = any(ast.unparse(node) == "trio.run" for node in place.every(facts, ast.Attribute))
    call = called(facts, "sleep")
    if message(facts) != "no running event loop" or not is_trios or call is None:
        return None
    shown = place.shown(facts, call.func)
    args = ", ".join(place.shown(facts, each) for each in call.args)
    return Diagnosis(Kind.TRIO_ASYNCIO, (f"{shown}()", f"await trio.sleep({args})"))


def trio_called(facts: Facts) -> Diagnosis | None:
    """nursery.start_soon(work(1))"""
    is_said = message(facts).startswith("Trio was expecting an async function, but instead it got")
    call = called(facts, "run", "start_soon", "start")
    if not is_said or call is None or not is_by(facts, "trio", "TypeError"):
        return None
    match call.args:
        case [ast.Call(func=func, args=given, keywords=[]), *more]:
            parts = [place.shown(facts, each) for each in (func, *given, *more)]
            instead = f"{place.shown(facts, call.func)}({', '.join(parts)})"
            return Diagnosis(Kind.TRIO_CALLED, (instead,))
    return None


def async_with(facts: Facts) -> Diagnosis | None:
    is_said = message(facts) == "Use async with instead"
    if not is_said or not is_by(facts, "aiohttp", "TypeError"):
        return None
    return Diagnosis(Kind.ASYNC_WITH, (facts.line,))


def closed(facts: Facts) -> Diagnosis | None:
    is_aiohttps = message(facts) == "Session is closed" and is_by(facts, "aiohttp", "RuntimeError")
    is_httpxs = message(facts) == "Cannot send a request, as the client has been closed."
    if not is_aiohttps and not (is_httpxs and is_by(facts, "httpx", "RuntimeError")):
        return None
    return Diagnosis(Kind.SESSION_CLOSED, (facts.line,))


def mimetype(facts: Facts) -> Diagnosis | None:
    told = re.search(
        r"Attempt to decode JSON with unexpected mimetype: ([\w/+.-]{1,40})", message(facts)
    )
    if told is None or not is_by(facts, "aiohttp", "ContentTypeError"):
        return None
    return Diagnosis(Kind.ANSWER_MIMETYPE, (told[1], facts.line))


_KEYWORDS = {
    "allow_redirects": ("httpx", "follow_redirects"),
    "method_whitelist": ("urllib3", "allowed_methods"),
}


def keyword(facts: Facts) -> Diagnosis | None:
    """What requests calls so, or an older version did."""
    told = re.search(r"got an unexpected keyword argument '(\w+)'$", message(facts))
    package, near = _KEYWORDS.get(told[1], ("", "")) if told is not None else ("", "")
    if told is None or not package or not _is_imported(facts, package):
        return None
    for node in place.in_statement(facts):
        if isinstance(node, ast.Call) and any(each.arg == told[1] for each in node.keywords):
            if scope.plain_function(place.tree_of(facts), place.name_called(node)) is not None:
                return None  # one of the script's own
            function = f"{place.shown(facts, node.func)}()"
            return Diagnosis(Kind.NEAR_KEYWORD, (function, told[1], near))
    return None


def _is_imported(facts: Facts, package: str) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names) if any(e.name.split(".")[0] == package for e in names):
                return True
            case ast.ImportFrom(module=str(module)) if package in module.split("."):
                return True
    return False


def base_url(facts: Facts) -> Diagnosis | None:
    """httpx puts it before the address that is asked for."""
    is_said = message(facts).startswith("Request URL is missing an 'http://' or 'https://' prot")
    call = called(facts, "get", "post", "put", "delete", "patch", "head", "request", "stream")
    if not is_said or not is_by(facts, "httpx", "UnsupportedProtocol") or call is None:
        return None
    bases = [
        each.value
        for node in place.every(facts, ast.Call)
        for each in node.keywords
        if each.arg == "base_url"
    ]
    has_base = any(not place.is_text(each) or "://" not in ast.unparse(each) for each in bases)
    if not has_base or ast.unparse(call.func).rpartition(".")[0] in ("", "httpx"):
        return None  # get() of httpx itself knows nothing of a client's base_url
    values = [place.known(facts, each) for each in call.args]
    texts = [each.text for each in values if each is not None and each.text]
    if not texts or not texts[-1].startswith("/"):
        return None
    return Diagnosis(Kind.BASE_URL, (repr(texts[-1]),))


ALL = (
    loop_needed,
    trio_asyncio,
    trio_called,
    async_with,
    closed,
    mimetype,
    base_url,
)
"""What is asked where it did not happen in the user's own line; in this order."""
