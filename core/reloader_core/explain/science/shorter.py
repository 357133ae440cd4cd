"""A function of the script's that gives fewer values than it is given: which, and of what as many
are to be taken. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Pair = tuple[ast.expr, int]


def returned(facts: Facts, short: _Pair, long: _Pair) -> Diagnosis | None:
    """`curve = smooth(values, 3)`, whose loop goes through `range(len(values) - width + 1)`."""
    made = origin.value(facts, short[0]) or short[0]
    tree, less = place.tree_of(facts), long[1] - short[1]
    match made:
        case ast.Call(func=ast.Name(id=name)) if isinstance(long[0], ast.Name):
            function, back = scope.plain_function(tree, name), scope.returns_of(tree, name)
        case ast.Call(func=ast.Attribute(attr="convolve"), args=[_, _, mode]) if (
            isinstance(mode, ast.Constant) and mode.value == "valid"
        ):
            return _convolved(facts, short, long, made, mode)
        case _:
            return None
    if function is None or len(back) != 1 or back[0].value is None:
        return None
    counted = _counted(function, back[0].value)
    if counted is None or not _is_shorter(function, counted):
        return None
    part = _part(place.shown(facts, long[0]), less, counted)
    what = place.shown(facts, short[0])
    values = (what, short[1], place.shown(facts, long[0]), long[1], f"{name}()", counted.lineno)
    return Diagnosis(Kind.RETURNED_SHORTER, (*values, part))


def _convolved(
    facts: Facts, short: _Pair, long: _Pair, made: ast.Call, mode: ast.Constant
) -> Diagnosis | None:
    shown = place.in_full(facts, made)
    instead = shown[: -len(place.shown(facts, mode)) - 1] + '"same")'
    assigned = origin.assigned(facts, short[0])
    if assigned is not None:
        instead = f"{place.shown(facts, assigned.targets[0])} = {instead}"
    if "..." in shown or not shown.endswith(place.shown(facts, mode) + ")"):
        return None
    what, other = place.shown(facts, short[0]), place.shown(facts, long[0])
    values = (what, short[1], other, long[1], made.lineno, instead)
    return Diagnosis(Kind.CONVOLVED_SHORTER, values)


def _counted(function: ast.FunctionDef, value: ast.expr) -> ast.Call | None:
    """The range() by whose rounds the list is filled that the function gives back, one in each."""
    match value:
        case ast.ListComp(
            generators=[ast.comprehension(ifs=[], iter=ast.Call(func=ast.Name(id="range")) as made)]
        ):
            return made
        case ast.Call(args=[inner], keywords=[]) if place.name_called(value) in ("list", "array"):
            return _counted(function, inner)
        case ast.Name(id=name):
            given = scope.plain_stores(scope.in_scope(function), name)
            if len(given) != 1 or len(scope.bindings(function, name)) != 1:
                return None
            if isinstance(given[0].value, ast.List) and not given[0].value.elts:
                return _filled(function, name)
            return _counted(function, given[0].value)
    return None


def _filled(function: ast.FunctionDef, name: str) -> ast.Call | None:
    uses = [
        each
        for each in scope.in_scope(function)
        if isinstance(each, ast.Attribute) and place.is_name(each.value, name)
    ]
    for loop in function.body:
        match loop:
            case ast.For(iter=ast.Call(func=ast.Name(id="range")) as made, body=body, orelse=[]):
                puts = [
                    each.value.func
                    for each in body
                    if isinstance(each, ast.Expr)
                    and isinstance(each.value, ast.Call)
                    and isinstance(each.value.func, ast.Attribute)
                    and each.value.func.attr == "append"
                ]
                is_left = any(
                    isinstance(each, ast.Continue | ast.Break | ast.Return)
                    for each in ast.walk(loop)
                )
                if uses and puts == uses and len(uses) == 1 and not is_left:
                    return made
    return None


def _is_shorter(function: ast.FunctionDef, counted: ast.Call) -> bool:
    """It begins behind the first one, or ends before the last one, of what the function gets."""
    length = ast.unparse(counted.args[-1 if len(counted.args) < 3 else 1])
    names = [each.arg for each in function.args.args]
    is_of = [name for name in names if f"len({name})" in length]
    if len(is_of) != 1 or len(counted.args) > 2 or scope.bindings(function, is_of[0]):
        return False
    is_behind = len(counted.args) == 2 and ast.unparse(counted.args[0]) != "0"
    return is_behind or length.startswith(f"len({is_of[0]}) - ")


def _part(long: str, less: int, counted: ast.Call) -> str:
    """Of the longer one, what belongs to the values: those in the middle of each window, or those
    behind the first ones."""
    if len(counted.args) == 2 and "-" not in ast.unparse(counted.args[1]):
        return f"{long}[{less}:]"
    if less % 2 == 0:
        return f"{long}[{less // 2}:-{less // 2}]"
    return f"{long}[:-{less}]" if less == 1 and len(counted.args) == 1 else f"{long}[{less}:]"
