"""match() and fullmatch() of a pattern that fits the text, only not at the place where they look.
Pure."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_LOOK = ("match", "search", "fullmatch")
_MOST_REPEATS, _FEW_REPEATS = 6, 3
_MOST_OPEN = 4
_OPTIONAL = re.compile(r"\||\)\?|\(\?")
"""A part may be left out: what does not fit a beginning with it may fit the whole."""
_FIXED = re.compile(r"\{\d\}")
"""What is repeated so often, and no more or less often, is tried in one way only."""
_SLOW = re.compile(r"\)[*+{]|\\[1-9]|\(\?P=")
"""What is repeated in something repeated may take for ever, when it is tried."""


def found_elsewhere(facts: Facts, call: ast.Call, what: str) -> Diagnosis | None:
    """`what`: the name or the call that is None."""
    match call.func, call.args:
        case ast.Attribute(value=owner, attr=method), [pattern, given] if _is_re(facts, owner):
            pass
        case ast.Attribute(value=ast.Name() as owner, attr=method), [given]:
            match origin.value(facts, owner):
                case ast.Call(
                    func=ast.Attribute(value=module, attr="compile"), args=[pattern], keywords=[]
                ) if _is_re(facts, module):
                    pass
                case _:
                    return None
        case _:
            return None
    value = place.known(facts, given)
    if isinstance(pattern, ast.Name):
        pattern = origin.value(facts, pattern) or pattern
    if value is None or not value.text or method not in ("match", "fullmatch") or call.keywords:
        return None
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str):
        return None
    found = _found(pattern.value, value.text)
    piece = found[0] if found is not None else ""
    if found is None or not piece or method == "fullmatch" and value.text.startswith(piece):
        return None
    if sign := _cut_off(value.text, found.start()):
        return _of_cut(what, method, pattern, value.text, (piece, sign))
    shown = place.in_full(facts, call)
    instead = shown.replace(f".{method}(", ".search(", 1)
    values = (what, f"{method}()", call.lineno, repr(value.text), repr(piece), instead)
    return Diagnosis(Kind.MATCH_ELSEWHERE, values)


def _cut_off(text: str, start: int) -> str:
    """What stands right before the piece and belongs to it: the sign of a number, digits before a
    point, letters of the same word; '' if the piece is whole."""
    before, first = text[:start], text[start]
    if before[-1:].isalpha() and first.isalpha() or before[-1:].isdigit() and first.isdigit():
        return before[-1]
    if not first.isdigit():
        return ""
    if before[-1:] in ("-", "+") and not before[-2:-1].isalnum():
        return before[-1]
    return before[-1] if re.search(r"\d[.,]$", before) else ""


def _of_cut(
    what: str, method: str, pattern: ast.Constant, text: str, cut: tuple[str, str]
) -> Diagnosis:
    """The pattern is to take the whole of it; of the sign of a number it can be tried how."""
    written, (piece, sign) = str(pattern.value), cut
    if sign in ("-", "+"):
        option = "-?" if sign == "-" else "[+-]?"
        for digits in (r"\d+", "[0-9]+"):
            signed = written.replace(digits, option + digits)
            look = re.fullmatch if method == "fullmatch" else re.match
            if signed != written and _may_be_tried(signed) and tried(look, signed, text):
                values = (what, repr(text), repr(sign), pattern.lineno, option + digits, digits)
                return Diagnosis(Kind.MATCH_SIGN, values)
    return Diagnosis(Kind.MATCH_CUT, (what, repr(text), repr(piece), repr(sign), pattern.lineno))


def without_point(
    facts: Facts, name: str, search: tuple[ast.Call, ast.Constant], text: str
) -> Diagnosis | None:
    """The pattern wants a number with a decimal point, and the text has a whole one there."""
    call, pattern = search
    look = looks(call)
    written = ast.get_source_segment(facts.source or "", pattern) or ""
    for digits in (r"\d+", "[0-9]+"):
        code, instead = rf"{digits}\.{digits}", rf"{digits}(?:\.{digits})?"
        wider = str(pattern.value).replace(code, instead)
        if look is None or written.count(code) != 1 or not _may_be_tried(wider):
            continue
        if wider.count(instead) == 1 and tried(look, wider, text) is not None:
            values = (name, pattern.lineno, repr(text), code, instead)
            return Diagnosis(Kind.NUMBER_UNMATCHED, values)
    return None


def looks(call: ast.Call) -> Callable[[str, str], re.Match[str] | None] | None:
    """The function of re that the call asks."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return {"search": re.search, "match": re.match, "fullmatch": re.fullmatch}.get(method)


def is_search(call: ast.Call) -> bool:
    """It looks everywhere, so that nothing in the text fits."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "search"


def finds_nothing(pattern: str, text: str) -> bool:
    """Nowhere in it, as far as that can be tried."""
    if not _may_be_tried(pattern):
        return False
    found = _found(pattern, text)
    return found is None or not found[0]


def fits_either(
    look: Callable[[str, str], re.Match[str] | None], pattern: str, text: str
) -> re.Match[str] | None:
    """What fits, if capital and small letters are taken as the same."""
    return tried(look, f"(?i:{pattern})", text) if _may_be_tried(pattern) else None


def _is_re(facts: Facts, node: ast.expr) -> bool:
    if not isinstance(node, ast.Name) or node.id != "re":
        return False
    value = place.known(facts, node)
    return value is None or value.type == "module"


def _may_be_tried(pattern: str) -> bool:
    return not _SLOW.search(pattern) and _repeats(pattern) <= _MOST_REPEATS


def _repeats(pattern: str) -> int:
    return sum(map(_FIXED.sub("", pattern).count, "*+{"))


def fits_so_far(pattern: str, text: str) -> str:
    """What a beginning of the pattern fits at the beginning of the text, as far as that goes."""
    if not _may_be_tried(pattern):
        return ""
    is_open = _repeats(pattern) > _FEW_REPEATS
    if is_open and _OPTIONAL.search(pattern):
        return ""
    for end in range(len(pattern) - 1, 0, -1):
        for closed in (pattern[:end] + ")" * missing for missing in range(_MOST_OPEN)):
            if not _may_be_tried(closed) or _repeats(closed) > _FEW_REPEATS:
                continue
            found = tried(re.match, closed, text)
            if found is not None:
                return "" if is_open else found[0]
            # What is longer, and was not tried, does not fit either where this does not.
            if is_open and pattern[end] not in "*+?{" and _is_whole(closed):
                is_open = False
    return ""


def _is_whole(pattern: str) -> bool:
    """No {2} is cut in two in it, and it can be tried."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return re.search(r"\{[\d,]*\)*$", pattern) is None


def _found(pattern: str, text: str) -> re.Match[str] | None:
    """What fits the pattern in the text."""
    return tried(re.search, pattern, text) if _may_be_tried(pattern) else None


def tried(
    look: Callable[[str, str], re.Match[str] | None], pattern: str, text: str
) -> re.Match[str] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return look(pattern, text)
    except (re.error, OverflowError, RecursionError):
        return None
