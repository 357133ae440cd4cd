"""What a list, set or dictionary does not hold any more, as lines of the script take things out.

Pure.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TAKES = ("remove", "pop", "clear", "discard", "popitem")
_MOST_COUNTED = 1000


def surely(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """It was written into the list, and is not in it: how both are written is no matter."""
    owner = place.shown_as(facts, str(found.values[0]))
    if owner is None or str(found.values[1]) not in _begun_with(facts, owner):
        return None
    return _said(Kind.TAKEN_OUT, found, _taking(facts, owner))


def perhaps(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Another line takes things out of the same list."""
    owner = place.shown_as(facts, str(found.values[0]))
    taking = _taking(facts, owner) if owner is not None else []
    return _said(Kind.MAY_BE_TAKEN, found, [line for line in taking if line != facts.line])


def _said(kind: Kind, found: Diagnosis, lines: list[int]) -> Diagnosis | None:
    """What is not in it, in what, the lines that take something out, and how to ask for it."""
    what, item = map(str, found.values[:2])
    check = str(found.values[2]) if found.kind is Kind.NOT_IN_LIST else f"{item} in {what}"
    shown = ", ".join(map(str, lines))
    return Diagnosis(kind, (item, what, shown, check)) if lines else None


def _taking(facts: Facts, owner: ast.expr) -> list[int]:
    """The lines that take something out of it."""
    name, lines = ast.unparse(owner), set()
    for node in _around(facts, owner):
        match node:
            case ast.Call(func=ast.Attribute(value=of, attr=attr)) if attr in _TAKES:
                if ast.unparse(of) == name:
                    lines.add(node.lineno)
            case ast.Subscript(value=of, ctx=ast.Del()) if ast.unparse(of) == name:
                lines.add(node.lineno)
    return sorted(lines)


def _around(facts: Facts, owner: ast.expr) -> Iterator[ast.AST]:
    """All places where what is written so is this list."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None:
        return
    if not isinstance(owner, ast.Name):
        cls = scope.class_around(facts, function) if function is not None else None
        is_own = ast.unparse(owner).startswith("self.") and cls is not None
        yield from ast.walk(cls) if cls is not None and is_own else scope.in_scope(function or tree)
        return
    home = scope.of_name(facts, owner.id) or function or tree
    yield from scope.in_scope(home)
    for each in ast.walk(tree) if home is tree else ():
        if isinstance(each, scope.FUNCTIONS) and owner.id not in scope.parameters(each):
            if not scope.bindings(each, owner.id) or scope.is_declared(each, owner.id):
                yield from scope.in_scope(each)


def _begun_with(facts: Facts, owner: ast.expr) -> set[str]:
    """What surely stood in the list when it was made, as it is written in Python."""
    match origin.value(facts, owner):
        case ast.List() if _is_replaced(facts, owner):
            return set()
        case ast.List(elts=items) | ast.Set(elts=items) | ast.Dict(keys=items):
            return {repr(each.value) for each in items if isinstance(each, ast.Constant)}
        case ast.Call(func=ast.Name(id="list"), args=[ast.Call(func=ast.Name(id="range")) as call]):
            return set(map(repr, _counted(call)))
        case (
            ast.Call(func=ast.Attribute(value=ast.Name() as other, attr="copy"), args=[])
            | ast.Call(func=ast.Name(id="list" | "sorted" | "set"), args=[ast.Name() as other])
            | ast.Subscript(value=ast.Name() as other, slice=ast.Slice(None, None, None))
        ):
            is_whole = not _taking(facts, other) and not _is_replaced(facts, owner)
            return _begun_with(facts, other) if is_whole else set()
    return set()


def _is_replaced(facts: Facts, owner: ast.expr) -> bool:
    """One thing in it may be, by another."""
    return any(
        isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) == ast.unparse(owner)
        for node in place.every(facts, ast.AST)
    )


def _counted(call: ast.Call) -> range:
    """Of numbers that are written out."""
    numbers = [each.value for each in call.args if isinstance(each, ast.Constant)]
    whole = [each for each in numbers if isinstance(each, int)]
    if len(whole) != len(call.args) or not 1 <= len(whole) <= 2:
        return range(0)
    counted = range(*whole)
    return counted if len(counted) <= _MOST_COUNTED else range(0)
