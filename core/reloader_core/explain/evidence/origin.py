"""Which lines gave a name its value, and what has surely run before the line that failed. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts


def assigned(facts: Facts, what: ast.expr) -> ast.Assign | None:
    """The only statement that gives this name a value, if it is a plain `name = ...`."""
    if not isinstance(what, ast.Name) or place.is_of_comprehension(place.tree_of(facts), what):
        return None
    around = only_bound(facts, what.id)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == what.id:
                return node
    return None


def value(facts: Facts, what: ast.expr) -> ast.expr | None:
    """What assigned() gives the name."""
    made = assigned(facts, what)
    return made.value if made is not None else None


def only_bound(facts: Facts, name: str) -> ast.AST | None:
    """The function or module whose name it is, if it gets a value at one place only."""
    is_told, tree = name in facts.names, place.tree_of(facts)
    around = scope.of_name(facts, name) if is_told else _by_text(facts, name)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    return around if len(scope.bindings(around, name)) == 1 else None


def _by_text(facts: Facts, name: str) -> ast.AST | None:
    """Whose name it is that stands too far from the line to be told of."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None:
        return tree
    if name in scope.parameters(function) or scope.functions_around(facts, function):
        return None
    return function if scope.bindings(function, name) else tree


def loop_over(facts: Facts, name: str) -> ast.For | None:
    """The loop around the line that gives the name its values, if nothing else does."""
    around = only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.For(target=ast.Name(id=found)) if found == name:
                return node if place.covers(node, facts.line) else None
    return None


def ran_before(facts: Facts, around: ast.AST) -> Iterator[ast.stmt]:
    """Statements of this function or module that stand above the line, in its own block or in one
    around it: none of them was left out."""
    block: list[ast.stmt] | None = getattr(around, "body", None)
    while block:
        inner = [each for each in block if place.covers(each, facts.line)]
        yield from (each for each in block if (each.end_lineno or 0) < facts.line)
        block = next(
            (
                part
                for part in (blocks(inner[0]) if len(inner) == 1 else ())
                if any(place.covers(each, facts.line) for each in part)
            ),
            None,
        )


def blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """What stands indented below it, but for functions and classes."""
    if isinstance(statement, (*scope.FUNCTIONS, ast.ClassDef)):
        return
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for part in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
        yield part.body


def ends(body: list[ast.stmt]) -> bool:
    """Whether the end of these statements can be reached."""
    match body[-1] if body else None:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return False
        case ast.If(body=first, orelse=other):
            return ends(first) or ends(other)
        case ast.While(test=ast.Constant(value=True | 1)) as loop:
            return any(isinstance(each, ast.Break) for each in ast.walk(loop))
        case ast.With(body=inner):
            return ends(inner)
        case ast.Try(body=tried, handlers=handlers, orelse=other, finalbody=last):
            if last and not ends(last):
                return False
            return ends(other or tried) or any(ends(each.body) for each in handlers)
        case ast.Match(cases=cases):
            has_rest = any(
                isinstance(each.pattern, ast.MatchAs) and each.pattern.pattern is None
                for each in cases
                if each.guard is None
            )
            return not has_rest or any(ends(each.body) for each in cases)
    return True
