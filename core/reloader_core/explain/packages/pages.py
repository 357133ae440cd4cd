"""What BeautifulSoup was asked for, and what the page has in its place: an id that is asked for as
a class, a class as an id, another tag. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from reloader_core.explain.evidence import origin, place, read_files
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FROM_AFAR = ("requests", "urllib", "httpx", "aiohttp", "selenium")
_MOST_CHARS = 100_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """`tag`: '' for any. `by`: class or id."""

    tag: str
    by: str
    text: str


def has_otherwise(facts: Facts, call: ast.expr, what: str) -> Diagnosis | None:
    """`what`: how that is called which is None, as this call has found nothing in a whole page."""
    asked = _asked(call)
    if asked is None or not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    if (page := _page(facts, call.func.value)) is None:
        return None
    tags = _tags(page)
    if any(_fits(asked, tag, by, text) for tag, by, text in tags):
        return None
    other = "id" if asked.by == "class" else "class"
    name, line = repr(asked.text), call.lineno
    for tag, by, text in tags:
        if _fits(replace(asked, by=other), tag, by, text):
            kind = Kind.TAG_HAS_ID if other == "id" else Kind.TAG_HAS_CLASS
            instead = _written(facts, call, replace(asked, by=other))
            return Diagnosis(kind, (what, line, name, tag, instead)) if instead else None
    named = {tag for tag, by, text in tags if (by, text) == (asked.by, asked.text)}
    if len(named) == 1 and asked.tag:
        tag = named.pop()
        instead = _written(facts, call, replace(asked, tag=tag))
        values = (what, line, asked.tag, asked.by, name, tag, instead)
        return Diagnosis(Kind.TAG_IS_OTHER, values) if instead else None
    return None


def _fits(asked: _Asked, tag: str, by: str, text: str) -> bool:
    return asked.tag in ("", tag) and (by, text) == (asked.by, asked.text)


def _page(facts: Facts, soup: ast.expr) -> str | None:
    """What it was made of: a text in the script, or the only page in a file that is named."""
    match origin.value(facts, soup):
        case ast.Call(func=ast.Name(id="BeautifulSoup"), args=[given, *_]):
            pass
        case _:
            return None
    match origin.value(facts, given) or given:
        case ast.Constant(value=str(page)):
            return page if len(page) < _MOST_CHARS else None
    if any(each in _FROM_AFAR for each in _imported(facts)):
        return None
    pages = [t for name, t in read_files.named(facts) if name.endswith((".html", ".htm", ".xhtml"))]
    return pages[0] if len(pages) == 1 and len(pages[0]) < _MOST_CHARS else None


def _imported(facts: Facts) -> Iterator[str]:
    for node in place.every(facts, ast.stmt):
        match node:
            case ast.Import(names=names):
                yield from (each.name.split(".")[0] for each in names)
            case ast.ImportFrom(module=str(module)):
                yield module.split(".")[0]


def _tags(page: str) -> list[tuple[str, str, str]]:
    """Each tag that has a class or an id, with what it has."""
    found: list[tuple[str, str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            for by, text in attrs:
                if by == "id" and text:
                    found.append((tag, by, text))
                elif by == "class" and text:
                    found.extend((tag, by, each) for each in {text, *text.split()})

    try:
        Reader().feed(page)
    except (ValueError, AssertionError):
        return []
    return found


def _asked(call: ast.expr) -> _Asked | None:
    match call:
        case ast.Call(func=ast.Attribute(attr="select_one"), args=[ast.Constant(value=str(rule))]):
            match re.fullmatch(r"(\w*)([.#])([\w-]+)", rule):
                case re.Match() as said:
                    return _Asked(said[1], "class" if said[2] == "." else "id", said[3])
            return None
        case ast.Call(func=ast.Attribute(attr="find"), args=args, keywords=keywords):
            pass
        case _:
            return None
    tag, given = "", list[tuple[str, ast.expr]]()
    match args:
        case [ast.Constant(value=str(tag))]:
            pass
        case [ast.Constant(value=str(tag)), ast.Constant(value=str()) as text]:
            given = [("class", text)]
        case [ast.Constant(value=str(tag)), ast.Dict() as table]:
            given = list(_pairs(table))
        case [_, *_]:
            return None
    for each in keywords:
        if each.arg == "attrs" and isinstance(each.value, ast.Dict):
            given += _pairs(each.value)
        else:
            given.append(((each.arg or "").rstrip("_"), each.value))
    match given:
        case [("class" | "id" as by, ast.Constant(value=str(wanted)))]:
            return _Asked(tag, by, wanted)
    return None


def _pairs(table: ast.Dict) -> Iterator[tuple[str, ast.expr]]:
    for key, value in zip(table.keys, table.values, strict=True):
        yield (str(key.value) if isinstance(key, ast.Constant) else ""), value


def _written(facts: Facts, call: ast.Call, asked: _Asked) -> str:
    """The same call, that asks so; '' if it is too long to be told."""
    function = place.in_full(facts, call.func)
    if function.endswith("select_one"):
        sign = "." if asked.by == "class" else "#"
        given = json.dumps(f"{asked.tag}{sign}{asked.text}", ensure_ascii=False)
    else:
        name = "class_" if asked.by == "class" else "id"
        parts = [json.dumps(asked.tag)] if asked.tag else []
        given = ", ".join([*parts, f"{name}={json.dumps(asked.text, ensure_ascii=False)}"])
    return "" if "..." in function else f"{function}({given})"
