"""What is to be written where the length of something empty is divided by. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import smallest


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """It comes after all that knows why it is empty."""
    if found.kind is Kind.ZERO_COUNTED:
        return _counted(facts, found)
    statement = place.statement(facts) if found.kind is Kind.ZERO_LENGTH else None
    items = _items(facts, found)
    if not isinstance(statement, ast.Assign | ast.Return | ast.Expr | ast.AugAssign):
        return None
    if items is None or not place.begins_line(facts, statement):
        return None
    values = (*found.values, statement.lineno)
    shown = found.values[1]
    if (loop := _loop_of(facts, items)) is not None and loop.target is not None:
        if not isinstance(statement, ast.Return):
            return Diagnosis(Kind.ZERO_LENGTH_LOOP, (*values, f"if not {shown}: continue"))
        return None
    function = scope.function_around(facts)
    if function is not None:
        is_given = function.name == facts.function and _gives_number(facts, function, statement)
        if is_given and (least := smallest.sought(facts, function, items)) is not None:
            return _left_out(found, least)
        instead = f"if not {shown}: return 0"
        return Diagnosis(Kind.ZERO_LENGTH_IF, (*values, instead)) if is_given else None
    instead = _with_else(facts, statement, str(shown))
    return Diagnosis(Kind.ZERO_LENGTH_ELSE, (*values, instead)) if instead else None


def _left_out(found: Diagnosis, least: smallest.Sought) -> Diagnosis | None:
    """Not with a 0 in its place, as that would be the smallest."""
    if not least.above:
        return None
    values = (*found.values, least.above, least.instead, least.line)
    return Diagnosis(Kind.ZERO_LENGTH_LEFT, values)


def _counted(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Of a counter that nothing has been added to."""
    statement, name = place.statement(facts), str(found.values[0])
    if not isinstance(statement, ast.Assign | ast.Return):
        return None
    if not place.begins_line(facts, statement):
        return None
    values, function = (*found.values, statement.lineno), scope.function_around(facts)
    if function is not None:
        is_given = function.name == facts.function and _gives_number(facts, function, statement)
        instead = f"if {name} == 0: return 0"
        is_in_loop = scope.loop_around(facts) is not None
        if not is_given or is_in_loop or smallest.sought(facts, function, ast.Constant(0)):
            return None
        return Diagnosis(Kind.ZERO_COUNTED_IF, (*values, instead))
    instead = _with_else(facts, statement, name)
    return Diagnosis(Kind.ZERO_COUNTED_ELSE, (*values, instead)) if instead else None


def _items(facts: Facts, found: Diagnosis) -> ast.expr | None:
    """A name, or an attribute of one, that is a list, a dictionary or the like of Python's own: it
    is false where it is empty."""
    node = place.shown_as(facts, str(found.values[1])) if len(found.values) == 2 else None
    types = ("list", "dict", "tuple", "set", "str", "deque")
    return node if node is not None and place.type_of(facts, node) in types else None


def _loop_of(facts: Facts, items: ast.expr) -> ast.For | None:
    """The innermost loop around the line, if it is this loop that gives the name its values."""
    loop, home = scope.loop_around(facts), scope.function_around(facts) or place.tree_of(facts)
    if loop is None or home is None or not isinstance(items, ast.Name):
        return None
    names = [each.id for each in ast.walk(loop.target) if isinstance(each, ast.Name)]
    return loop if items.id in names and len(scope.bindings(home, items.id)) == 1 else None


def _gives_number(facts: Facts, function: scope.Function, statement: ast.stmt) -> bool:
    """What the function gives back is worked out in this statement, and nobody divides by it."""
    nodes = list(scope.in_scope(function))
    given = [each.value for each in nodes if isinstance(each, ast.Return)]
    match statement:
        case ast.Return(value=value):
            worked = value
        case ast.Assign(targets=[ast.Name(id=name)], value=worked):
            last = function.body[-1]
            if not isinstance(last, ast.Return) or last.value is None:
                return False
            if not place.is_name(last.value, name) and not _is_rounded(last.value, name):
                return False
        case _:
            return False
    if (
        worked is None
        or not _is_number(worked)
        or any(isinstance(e, ast.Yield | ast.YieldFrom) for e in nodes)
    ):
        return False
    if any(place.is_none(each) for each in given) or function.decorator_list:
        return False
    return not any(
        isinstance(each.op, ast.Div | ast.FloorDiv | ast.Mod)
        and any(
            isinstance(part, ast.Call) and place.name_called(part) == function.name
            for part in ast.walk(each.right)
        )
        for each in place.every(facts, ast.BinOp)
    )


def _is_number(node: ast.expr) -> bool:
    """It is calculated, and no text or list is put together."""
    others = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    parts = list(ast.walk(node))
    is_other = any(
        isinstance(e, others) or isinstance(e, ast.expr) and place.is_text(e) for e in parts
    )
    return (isinstance(node, ast.BinOp) or _is_rounded(node)) and not is_other


def _is_rounded(node: ast.expr, name: str = "") -> bool:
    match node:
        case ast.Call(func=ast.Name(id="round"), args=[inner, *_]):
            return place.is_name(inner, name) if name else isinstance(inner, ast.BinOp)
    return False


def _with_else(facts: Facts, statement: ast.stmt, name: str) -> str:
    """`average = sum(grades) / len(grades) if grades else 0`, where nothing below needs an item."""
    match statement:
        case ast.Assign(targets=[ast.Name() as target], value=value) if isinstance(
            value, ast.BinOp
        ) or _is_rounded(value):
            whole = place.in_full(facts, value)
        case _:
            return ""
    below = [
        each
        for each in place.every(facts, ast.expr)
        if each.lineno > statement.lineno and ast.unparse(each) == name
    ]
    divided = [
        each
        for each in place.every(facts, ast.BinOp)
        if isinstance(each.op, ast.Div | ast.FloorDiv | ast.Mod)
        and place.is_name(each.right, target.id)
    ]
    if below or divided or "..." in whole or origin.only_bound(facts, target.id) is None:
        return ""
    return f"{target.id} = {whole} if {name} else 0"
