"""A name without a value, because an error was passed over by an `except`. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def by_except(facts: Facts, name: str) -> Diagnosis | None:
    """All that gives the name a value stands in a `try` that has run, and did not come so far."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None:
        return None
    is_own = function is not None and bool(scope.bindings(function, name))
    around = function if is_own and function is not None else tree
    lines = scope.bindings(around, name)
    for tried in _tried(facts, tree, around, function):
        if lines and all(_within(tried.body + tried.orelse, line) for line in lines):
            return _of_try(tried, name, lines)
    return None


def _tried(
    facts: Facts, tree: ast.Module, around: ast.AST, function: scope.Function | None
) -> Iterator[ast.Try]:
    """Those that have surely run."""
    if around is function or function is None:
        ran = origin.ran_before(facts, around)
    else:
        ran = _before_calls(tree)
    yield from (each for each in ran if isinstance(each, ast.Try))


def _before_calls(tree: ast.Module) -> Iterator[ast.stmt]:
    """The module's statements up to the first that calls a function of the script's."""
    own = {each.name for each in ast.walk(tree) if isinstance(each, scope.Function | ast.ClassDef)}
    for statement in tree.body:
        if isinstance(statement, scope.Function | ast.ClassDef):
            continue
        for node in ast.walk(statement):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in own:
                    return
        yield statement


def _within(body: list[ast.stmt], line: int) -> bool:
    return any(place.covers(each, line) for each in body)


_TOO_WIDE = ("Exception", "BaseException", "ImportError", "ModuleNotFoundError")
"""What was to be handled by these is not said."""


def _of_try(tried: ast.Try, name: str, lines: list[int]) -> Diagnosis | None:
    going_on = [each for each in tried.handlers if origin.ends(each.body)]
    failing = _failing(tried, lines[0])
    if not going_on or not failing:
        return None
    first, last = min(failing), max(failing)
    shown = str(first) if first == last else f"{first}-{last}"
    if len(going_on) > 1:
        return Diagnosis(Kind.NOT_SET_EXCEPTS, (name, shown))
    handler = going_on[0]
    is_silent = all(isinstance(each, ast.Pass) for each in handler.body)
    if handler.type is not None and not is_silent and ast.unparse(handler.type) not in _TOO_WIDE:
        values = (name, shown, handler.lineno, ast.unparse(handler.type))
        return Diagnosis(Kind.NOT_SET_HANDLED, values)
    return Diagnosis(Kind.NOT_SET_EXCEPT, (name, shown, handler.lineno))


def _failing(tried: ast.Try, line: int) -> list[int]:
    """The lines that may have failed before this one gave the name its value; none: it need not
    have been an error."""
    if _within(tried.orelse, line):
        is_sure = _sets_at(tried.orelse, line)
        return [each.lineno for each in tried.body if is_sure and not _is_harmless(each)]
    found = list(_up_to(tried.body, line))
    return found if found and _sets_at(tried.body, line) else []


def _up_to(body: list[ast.stmt], line: int) -> Iterator[int]:
    """Where each statement begins that runs before this line or in it, if it may fail."""
    for statement in body:
        if statement.lineno > line:
            return
        if isinstance(statement, ast.With) and _within(statement.body, line):
            yield statement.lineno
            yield from _up_to(statement.body, line)
        elif not _is_harmless(statement):
            yield statement.lineno


def _sets_at(body: list[ast.stmt], line: int) -> bool:
    """By a statement that is always executed."""
    for statement in body:
        if place.covers(statement, line):
            if isinstance(statement, ast.With) and line != statement.lineno:
                return _sets_at(statement.body, line)
            return isinstance(
                statement, ast.Assign | ast.AnnAssign | ast.With | ast.Import | ast.ImportFrom
            )
    return False


def _is_harmless(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_plain(value)
        case ast.Expr(value=ast.Constant()) | ast.Pass() | ast.FunctionDef(decorator_list=[]):
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=args, keywords=[])):
            return all(isinstance(each, ast.Constant) for each in args)
    return False


def _is_plain(value: ast.expr) -> bool:
    match value:
        case ast.Constant():
            return True
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return all(map(_is_plain, elements))
        case ast.Dict(keys=[]):
            return True
    return False
