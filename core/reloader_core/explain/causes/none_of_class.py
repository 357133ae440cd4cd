"""A None that a class of the script's has made: an attribute that got what .sort() gives back, or
an operator whose function gives nothing back. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_METHODS: dict[type[ast.AST], str] = {
    ast.Add: "__add__", ast.Sub: "__sub__", ast.Mult: "__mul__", ast.Div: "__truediv__",
    ast.FloorDiv: "__floordiv__", ast.Mod: "__mod__", ast.Pow: "__pow__",
}  # fmt: skip
_CHANGE = ("sort", "reverse", "append", "extend", "insert", "remove", "clear", "update", "add")


def attribute(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """`self.members = names.sort()`, and nothing else gives it a value."""
    if not isinstance(node, ast.Attribute):
        return None
    given = [
        each
        for each in place.every(facts, ast.stmt)
        if any(
            isinstance(target, ast.Attribute)
            and target.attr == node.attr
            and isinstance(target.ctx, ast.Store)
            for target in ast.walk(each)
        )
        and not isinstance(each, ast.FunctionDef | ast.ClassDef | ast.For | ast.If | ast.While)
    ]
    match given:
        case [
            ast.Assign(
                targets=[ast.Attribute(value=ast.Name()) as target],
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name() as owner, attr=method), args=arguments
                ),
            ) as found
        ] if method in _CHANGE and not objects.methods_named(facts, method):
            name, changed = place.shown(facts, target), place.shown(facts, owner)
            inside = ", ".join(place.in_full(facts, each) for each in arguments)
            values = (f"{name} = {changed}", f"{name}.{method}({inside})")
            return Diagnosis(Kind.NONE_IN_PLACE, (name, method, found.lineno, *values))
    return None


def operator(facts: Facts, node: ast.Name) -> Diagnosis | None:
    """`a = Vector(1) + Vector(3)`, where the only __add__() of this file has no `return`."""
    around = scope.of_name(facts, node.id)
    made = [
        each
        for each in (scope.in_scope(around) if around is not None else ())
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == node.id
    ]
    if around is None or len(scope.bindings(around, node.id)) != 1:
        return None
    match made:
        case [ast.Assign(value=ast.BinOp(op=sign))]:
            pass
        case _:
            return None
    name = _METHODS.get(type(sign), "")
    methods = objects.methods_named(facts, name) if name else []
    if len(methods) != 1 or methods[0].decorator_list:
        return None
    if any(
        isinstance(each, ast.Return) and each.value is not None
        for each in scope.in_scope(methods[0])
    ):
        return None
    return Diagnosis(Kind.NO_RETURN, (place.shown(facts, node), name, methods[0].lineno))
