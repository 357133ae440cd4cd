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
    piece = _piece(pattern.value, value.text)
    if not piece or method == "fullmatch" and value.text.startswith(piece):
        return None
    shown = place.in_full(facts, call)
    instead = shown.replace(f".{method}(", ".search(", 1)
    values = (what, f"{method}()", call.lineno, repr(value.text), repr(piece), instead)
    return Diagnosis(Kind.MATCH_ELSEWHERE, values)


def is_search(call: ast.Call) -> bool:
    """It looks everywhere, so that nothing in the text fits."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "search"


def finds_nothing(pattern: str, text: str) -> bool:
    """Nowhere in it, as far as that can be tried."""
    return _may_be_tried(pattern) and not _piece(pattern, text)


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
    if not _may_be_tried(pattern) or _repeats(pattern) > _FEW_REPEATS:
        return ""
    for end in range(len(pattern) - 1, 0, -1):
        for closed in (pattern[:end] + ")" * missing for missing in range(_MOST_OPEN)):
            found = _tried(re.match, closed, text) if _may_be_tried(closed) else None
            if found is not None:
                return found[0]
    return ""


def _piece(pattern: str, text: str) -> str:
    """What fits the pattern in the text."""
    if not _may_be_tried(pattern):
        return ""
    found = _tried(re.search, pattern, text)
    return found[0] if found is not None else ""


def _tried(
    look: Callable[[str, str], re.Match[str] | None], pattern: str, text: str
) -> re.Match[str] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return look(pattern, text)
    except (re.error, OverflowError, RecursionError):
        return None
