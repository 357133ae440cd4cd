"""What stands outside of the function or loop that it needs around it. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.kinds.diagnosis import Kind

_Around = tuple[type[ast.AST], ...]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
PLACES: tuple[tuple[str, tuple[type[ast.stmt | ast.expr], ...], _Around, Kind], ...] = (
    ("return", (ast.Return,), FUNCTIONS, Kind.OUTSIDE_FUNCTION),
    ("yield", (ast.Yield, ast.YieldFrom), FUNCTIONS, Kind.OUTSIDE_FUNCTION),
    ("break", (ast.Break,), LOOPS, Kind.OUTSIDE_LOOP),
    ("continue", (ast.Continue,), LOOPS, Kind.OUTSIDE_LOOP),
)
"""What may stand in a function or loop only."""


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Those that belong to this alone: of an `if`, both."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield block


def leaves(statement: ast.stmt) -> bool:
    """What stands below it in the same block never runs."""
    match statement:
        case ast.Return() | ast.Raise() | ast.Break() | ast.Continue():
            return True
        case ast.Expr(ast.Call(func=ast.Name(id="exit" | "quit"))):
            return True
        case ast.Expr(ast.Call(func=ast.Attribute(ast.Name(id="sys"), "exit"))):
            return True
        case ast.If(body=body, orelse=[*_, other]):
            return leaves(body[-1]) and leaves(other)
        case ast.While(test=ast.Constant(value=kept)) if kept:
            inside = (each for part in statement.body for each in ast.walk(part))
            return not any(isinstance(each, ast.Break) for each in inside)
    return False


def may_stand(tree: ast.Module, lines: range) -> bool:
    """These lines can be where they are: nothing in them is outside of what it needs around it,
    and no loop would end in its first round, whatever happens."""
    return not left_outside(tree, lines) and not _ends_round(tree, lines)


def _ends_round(tree: ast.Module, lines: range) -> bool:
    return any(
        each.lineno in lines and leaves(each)
        for loop in ast.walk(tree)
        if isinstance(loop, LOOPS) and not any(isinstance(n, ast.Continue) for n in ast.walk(loop))
        for each in loop.body
    )


def left_outside(tree: ast.Module, lines: range) -> bool:
    """A `return`, `break` or the like, which begins in these lines or stands in what does, is in
    no function or loop."""
    inside = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.stmt) and each.lineno in lines
        for node in ast.walk(each)
    }
    return any(
        id(node) in inside and isinstance(node, kinds)
        for _word, kinds, around, _kind in PLACES
        for node in outside(tree, around)
    )


def outside(node: ast.AST, around: tuple[type[ast.AST], ...]) -> list[ast.AST]:
    """All nodes that stand in none of these; of a loop, in none of the same function."""
    found = []
    for child in ast.iter_child_nodes(node):
        found.append(child)
        if not isinstance(child, around):
            found += outside(child, around)
        elif around is LOOPS:
            found += _functions_in(child)
    return found


def _functions_in(loop: ast.AST) -> list[ast.AST]:
    found = []
    for node in ast.walk(loop):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += outside(node, LOOPS)
    return found
