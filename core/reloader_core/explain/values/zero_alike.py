"""A divisor that is 0, because two things are the same of which one is taken from the other.

Pure.
"""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import zero_entry

_MOST_SHOWN = 40


def same(facts: Facts, divisor: ast.expr) -> Diagnosis | None:
    """`minutes = to_minutes(end) - to_minutes(start)`, where both are "10:05"."""
    base = _without_factor(divisor)
    made = origin.assigned(facts, base)
    taken = made.value if made is not None else base
    match taken:
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            pass
        case _:
            return None
    one, other = _only_other(left, right)
    shown = {_shown(facts, each) for each in (one, other)}
    if not one or not other or len(shown) != 1 or not (value := shown.pop()):
        return None
    number = place.known(facts, base)
    if made is not None and (number is None or literal(number) not in ("0", "0.0", "-0.0")):
        return None
    above = zero_entry.above(facts, base)
    if not above:
        return None
    what = place.shown(facts, base)
    values = (what, one, other, value, taken.lineno, above)
    line = _row(facts, value)
    return (
        Diagnosis(Kind.ZERO_ALIKE_IN, (*values, line))
        if line
        else Diagnosis(Kind.ZERO_ALIKE, values)
    )


def _without_factor(node: ast.expr) -> ast.expr:
    """`minutes / 60` is 0 if the minutes are."""
    match node:
        case ast.BinOp(
            left=inner, op=ast.Div() | ast.Mult(), right=ast.Constant(value=int() | float())
        ):
            return _without_factor(inner)
    return node


def _only_other(left: ast.expr, right: ast.expr) -> tuple[str, str]:
    """The names in which the two sides differ, if there is no other difference."""
    own = [e.id for e in ast.walk(left) if isinstance(e, ast.Name)]
    others = [e.id for e in ast.walk(right) if isinstance(e, ast.Name)]
    pairs = {(a, b) for a, b in zip(own, others, strict=False) if a != b}
    if len(own) != len(others) or len(pairs) != 1:
        return "", ""
    one, other = pairs.pop()
    both = ast.dump(left).replace(f"id={one!r}", f"id={other!r}")
    return (one, other) if both == ast.dump(right) else ("", "")


def _shown(facts: Facts, name: str) -> str:
    """What it is, and was when the one was taken from the other; '' if that is not sure."""
    found, function = facts.names.get(name), scope.function_around(facts)
    if found is None or found.value.type not in ("str", "int", "float"):
        return ""
    is_given = function is not None and name in scope.parameters(function)
    home = function if is_given else scope.of_name(facts, name)
    times = len(scope.bindings(home, name)) if home is not None else 9
    shown = literal(found.value)
    is_once = times == 0 if is_given else times == 1
    return shown if is_once and len(shown) <= _MOST_SHOWN and not shown.endswith("...'") else ""


def _row(facts: Facts, value: str) -> int:
    """The line of the only tuple, list or dictionary that has it twice; 0 if there is none."""
    rows = []
    for node in place.every(facts, ast.expr):
        match node:
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Dict(values=items):
                held = [repr(each.value) for each in items if isinstance(each, ast.Constant)]
                if held.count(value) == 2 and len(held) > 2:
                    rows.append(node)
    return rows[0].lineno if len(rows) == 1 and rows[0].lineno == rows[0].end_lineno else 0
