"""A None that was made two functions away, or by .get() of a dictionary. Pure but for none.py."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import (
    in_place,
    nothing,
    sources,
)
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DEEPEST = 6


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of what would be said of the line that failed."""
    tree = place.tree_of(facts)
    is_of_function = found.kind is Kind.NO_RETURN_HERE
    what = str(found.values[0]) if is_of_function else nothing.named(found)
    if not what or tree is None:
        return None
    for node in place.in_statement(facts):
        if isinstance(node, ast.Name | ast.Attribute | ast.Call):
            if place.shown(facts, node) == what:
                return (
                    _not_returned(facts, tree, node)
                    or _got(facts, node)
                    or _changed_in_place(facts, node)
                )
    return None


# -- a function that calls itself and drops what that gives


def _not_returned(
    facts: Facts, tree: ast.Module, node: ast.Name | ast.Attribute | ast.Call
) -> Diagnosis | None:
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    for _ in range(_DEEPEST):
        match call:
            case ast.Call(func=ast.Name(id=name)):
                function = scope.plain_function(tree, name)
            case _:
                return None
        if function is None or not isinstance(call, ast.Call):
            return None
        dropped = _dropped(function)
        if dropped is not None:
            shown = place.in_full(facts, dropped)
            values = (place.shown(facts, node), f"{name}()", dropped.lineno, f"return {shown}")
            return Diagnosis(Kind.NOT_RETURNED, values)
        call = _handed_on(tree, function)
    return None


def _dropped(function: ast.FunctionDef) -> ast.Call | None:
    """Its last line, in one of its branches, is a call of itself, and others return a value. Not if
    more such calls are dropped: the first that is returned would end it."""
    nodes = list(scope.in_scope(function))
    if len([each for each in nodes if _calls(each, function.name)]) != 1:
        return None
    gives = any(isinstance(n, ast.Return) and n.value is not None for n in nodes)
    if not gives or any(isinstance(n, ast.Yield | ast.YieldFrom) for n in nodes):
        return None
    match [each for each in _last(function.body) if _calls(each, function.name)]:
        case [ast.Expr(value=ast.Call() as call)]:
            return call
    return None


def _last(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    match body[-1]:
        case ast.If(body=one, orelse=other):
            yield from _last(one)
            if other:
                yield from _last(other)
        case ast.With(body=inner):
            yield from _last(inner)
        case _:
            yield body[-1]


def _calls(statement: ast.AST, name: str) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=found))):
            return found == name
    return False


def _handed_on(tree: ast.Module, function: ast.FunctionDef) -> ast.Call | None:
    """The only call that can have given it a None, if it gives back just what that gives."""
    if origin.ends(function.body):
        return None
    match scope.returns_of(tree, function.name):
        case [ast.Return(value=ast.Call() as call)]:
            return call
    return None


# -- .get() of a dictionary


def _got(facts: Facts, node: ast.expr) -> Diagnosis | None:
    match made := origin.value(facts, node) if isinstance(node, ast.Name) else node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name() as table, attr="get"), args=[key], keywords=[]
        ):
            pass
        case _:
            return None
    if _is_set_since(facts, key, made.lineno) or _is_set_since(facts, table, made.lineno):
        return None
    held, wanted = place.known(facts, table), place.known(facts, key)
    if held is None or held.type != "dict" or wanted is None or not (shown := literal(wanted)):
        return None
    told, is_all = facts.told.get("keys", {}).get(table.id, ([], False))
    keys = [value_from(each) for each in told]
    if shown in map(literal, keys):
        return None
    values = (place.shown(facts, node), table.id, shown, made.lineno)
    alike = [each for each in keys if _is_alike(each, wanted)]
    if len(alike) == 1:
        return Diagnosis(Kind.GOT_NO_KEY, (*values, literal(alike[0])))
    return Diagnosis(Kind.GOT_NOTHING, values) if is_all and isinstance(node, ast.Name) else None


def _is_set_since(facts: Facts, node: ast.expr, line: int) -> bool:
    """The name has got another value between that line and the one that failed."""
    around = scope.function_around(facts) or place.tree_of(facts)
    if not isinstance(node, ast.Name) or around is None:
        return False
    return any(line < each < facts.line for each in scope.bindings(around, node.id))


def _is_alike(one: Value, other: Value) -> bool:
    """But for capital letters, blanks, and whether it is a number or text."""
    texts = [literal(each).strip("'\"").strip().lower() for each in (one, other)]
    return texts[0] == texts[1] and "\\" not in texts[0]


# -- self.items = self.items.append(item), in a line before


def _changed_in_place(facts: Facts, node: ast.expr) -> Diagnosis | None:
    if not isinstance(node, ast.Attribute):
        return None
    made = sources.only(facts, node, "NoneType")
    match made.node if made is not None else None:
        case ast.Call(func=ast.Attribute(value=owner, attr=method)) as call if (
            method in in_place.CHANGE and ast.unparse(owner) == ast.unparse(node)
        ):
            return in_place.by_change(facts, node, call.lineno, method, [owner, *call.args])
    return None
