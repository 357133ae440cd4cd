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
_PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr, ast.Delete)


def surely(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """It was written into the list, and is not in it: how both are written is no matter."""
    owner = place.shown_as(facts, str(found.values[0]))
    if owner is None or str(found.values[1]) not in _begun_with(facts, owner):
        return None
    lines = _taking(facts, owner)
    statement = place.statement(facts)
    if lines == [facts.line] and isinstance(statement, _PLAIN) and _may_be_asked(facts, statement):
        values = _said(Kind.TAKEN_OUT, found, lines)
        item, what, _lines, check = values.values if values is not None else ("",) * 4
        return Diagnosis(Kind.TAKEN_OUT_TWICE, (item, what, statement.lineno, check))
    return _said(Kind.TAKEN_OUT, found, lines)


def _may_be_asked(facts: Facts, statement: ast.stmt) -> bool:
    """In a line above, where all names of the statement are known."""
    inner = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    is_plain = not any(isinstance(each, inner) for each in ast.walk(statement))
    return is_plain and place.begins_line(facts, statement)


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
    made = origin.value(facts, owner)
    if not isinstance(made, ast.Dict) and _is_replaced(facts, owner):
        return set()
    match made:
        case ast.List(elts=items) | ast.Set(elts=items) | ast.Dict(keys=items):
            return {repr(each.value) for each in items if isinstance(each, ast.Constant)}
        case ast.Call(func=ast.Name(id="list"), args=[ast.Call(func=ast.Name(id="range")) as call]):
            return set(map(repr, _counted(call)))
        case (
            ast.Call(func=ast.Attribute(value=ast.Name() as other, attr="copy"), args=[])
            | ast.Call(func=ast.Name(id="list" | "sorted" | "set"), args=[ast.Name() as other])
            | ast.Subscript(value=ast.Name() as other, slice=ast.Slice(None, None, None))
        ):
            return set() if _taking(facts, other) else _begun_with(facts, other)
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
