"""A pattern that wants one sign where a text has another: one that takes both, if it fits all texts
that stand beside it. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from reloader_core.explain.causes import matched
from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SIGNS = ":;,./-_=|# "
_SPECIAL = "\\[{|"
"""What is about a sign in a pattern that makes it mean something else, or need not be there."""
_MOST_TEXTS, _LONGEST = 200, 200
Look = Callable[[str, str], "re.Match[str] | None"]


def either(
    facts: Facts, values: tuple[str | int, ...], search: tuple[ast.Call, ast.Constant], text: str
) -> Diagnosis | None:
    """`values`: the name of what is None, the line of the search, the text, the pattern's line."""
    call, pattern = search
    written, source = str(pattern.value), place.in_full(facts, pattern)
    look = matched.looks(call)
    texts = _beside(facts, text)
    if look is None or source.count(written) != 1 or len(texts) < 2 or "..." in source:
        return None
    found = {
        (sign, other, wider)
        for other in set(text) & set(_SIGNS)
        for sign, wider in _wider(written, other)
        if _fits_all(look, (written, wider), texts)
    }
    if len(found) != 1:
        return None
    sign, other, wider = found.pop()
    instead = source.replace(written, wider)
    more = (pattern.lineno, repr(sign), repr(other), instead)
    return Diagnosis(Kind.TEXT_OTHER_SIGN, (values[0], values[2], *more))


def _wider(pattern: str, other: str) -> Iterator[tuple[str, str]]:
    """The sign that it has, and the pattern with a class in place of it, wherever it stands."""
    for sign in set(pattern) & set(_SIGNS) - {other}:
        code = f"\\{sign}" if sign == "." else sign
        pieces = pattern.split(code)
        ends = (piece[-1:] for piece in pieces[:-1])
        begins = (piece[:1] for piece in pieces[1:])
        if len(pieces) < 2 or "[" in pattern or any(end in _SPECIAL and end for end in ends):
            continue
        if any(begin in "*+?{" and begin for begin in begins):
            continue
        # The minus is one sign of a class at its end alone.
        both = "".join(sorted((sign, other), key=lambda each: each == "-"))
        yield sign, f"[{both}]".join(pieces)


def _fits_all(look: Look, patterns: tuple[str, str], texts: list[str]) -> bool:
    """And what was found before is found as it was."""
    for each in texts:
        before, after = (matched.tried(look, pattern, each) for pattern in patterns)
        if after is None or before is not None and before.groups() != after.groups():
            return False
    return True


def _beside(facts: Facts, text: str) -> list[str]:
    """All that stand with this one in a text of several lines, in a list or in a file; none if
    they are too many or too long to be tried."""
    for lines in _rows(facts):
        whole = [each if text.strip() != text else each.strip() for each in lines if each.strip()]
        if any(each.strip() == text.strip() for each in whole):
            is_few = len(whole) <= _MOST_TEXTS and max(map(len, whole)) <= _LONGEST
            return whole if is_few else []
    return []


def _rows(facts: Facts) -> Iterator[list[str]]:
    for node in place.every(facts, ast.expr):
        match node:
            case ast.Constant(value=str(several)) if "\n" in several:
                yield several.splitlines()
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                texts = [each.value for each in items if isinstance(each, ast.Constant)]
                if len(texts) == len(items):
                    yield [each for each in texts if isinstance(each, str)]
    for _name, several in read_files.named(facts):
        yield several.splitlines()
