"""What a list does not hold any more, because the line before has called who removed it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def by_call(facts: Facts, owner: ast.expr, item: ast.expr) -> Diagnosis | None:
    """`give(item)` right above `inventory.remove(item)`, which does the same."""
    tree, failed = place.tree_of(facts), place.statement(facts)
    if tree is None or not isinstance(owner, ast.Name) or not isinstance(item, ast.Name):
        return None
    listed = facts.names.get(owner.id)
    if listed is None or listed.where != "global" and facts.function != "<module>":
        return None
    match _before(tree, failed):
        case ast.Expr(value=ast.Call(func=ast.Name(id=name), args=args, keywords=[]) as call):
            function = scope.plain_function(tree, name)
        case _:
            return None
    given = [each.id if isinstance(each, ast.Name) else "" for each in args]
    if function is None or item.id not in given or len(function.args.args) < len(given):
        return None
    parameter = function.args.args[given.index(item.id)].arg
    own = scope.parameters(function) | {each for each, _line in scope.names_of(function)}
    if owner.id in own or scope.bindings(function, parameter):
        return None
    if scope.is_declared(tree, owner.id) or scope.is_declared(tree, item.id):
        return None
    for each in function.body:
        if isinstance(each, ast.Expr) and ast.unparse(each) == f"{owner.id}.remove({parameter})":
            adds = [n for n in ast.walk(function) if _adds(n, owner.id)]
            if not adds and isinstance(failed, ast.Expr):
                values = (item.id, owner.id, name, call.lineno, failed.lineno)
                return Diagnosis(Kind.REMOVED_BEFORE, values)
    return None


def _before(tree: ast.Module, statement: ast.AST | None) -> ast.stmt | None:
    """The one right above it in its block."""
    for node in ast.walk(tree):
        for part in ("body", "orelse", "finalbody"):
            block = getattr(node, part, [])
            if isinstance(block, list) and statement in block[1:]:
                before: ast.stmt = block[block.index(statement) - 1]
                return before
    return None


def _adds(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=each), attr="append" | "insert" | "extend"):
            return each == name
    return False
