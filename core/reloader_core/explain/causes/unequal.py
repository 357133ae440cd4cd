"""A search that never finds anything, because it compares text with numbers. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources, unlike
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def nothing(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """The only `return` stands in the `if` of a loop, with == between text and a number."""
    tree, test = place.tree_of(facts), unlike.only_test(function, "")
    call = call_of(facts, function, what)
    if tree is None or test is None or call is None or sources.is_imported(facts):
        return None
    match test.test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            kinds = [_kind(facts, function, call, each) for each in (left, right)]
        case _:
            return None
    if kinds not in (["str", "int"], ["int", "str"]):
        return None
    sides = [place.in_full(facts, each) for each in (left, right)]
    at = kinds.index("int")
    texts = [f"str({side})" if index == at else side for index, side in enumerate(sides)]
    values = (what, test.lineno, sides[0], kinds[0], sides[1], kinds[1])
    return Diagnosis(Kind.NONE_BY_TYPE, (*values, f"if {texts[0]} == {texts[1]}:"))


def call_of(facts: Facts, function: ast.FunctionDef, what: str) -> ast.Call | None:
    """The one whose result this is."""
    node = place.shown_as(facts, what, ast.Call)
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    match call:
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name == function.name:
            is_plain = not any(isinstance(each, ast.Starred) for each in call.args)
            return call if is_plain and len(call.args) == len(function.args.args) else None
    return None


def _kind(facts: Facts, function: ast.FunctionDef, call: ast.Call, node: ast.expr) -> str:
    """The type of one side of the comparison in that call; '' if it is not known."""
    match node:
        case ast.Constant(value=value):
            return type(value).__name__
        case ast.Name(id=name) if (given := argument(function, call, name)) is not None:
            return _kind_given(facts, given)
        case ast.Subscript(value=ast.Name(id=record), slice=ast.Constant()) as part:
            for loop in function.body:
                match loop:
                    case ast.For(target=ast.Name(id=each), iter=ast.Name(id=items)) if (
                        each == record
                    ):
                        return _kind_of_part(facts, function, call, items, part)
    return ""


def argument(function: ast.FunctionDef, call: ast.Call, name: str) -> ast.expr | None:
    names = [each.arg for each in function.args.args]
    if name not in names or scope.bindings(function, name):
        return None
    return call.args[names.index(name)]


def _kind_given(facts: Facts, given: ast.expr) -> str:
    """Of what stands in the brackets: as it was told, or as a loop through what is written gives
    it."""
    if told := place.type_of(facts, given):
        return told
    made = origin.value(facts, given)
    if made is not None:
        return place.type_of(facts, made)
    for loop in place.every(facts, ast.For):
        match loop.target:
            case ast.Name(id=name) if place.is_name(given, name):
                return _kind_of_items(_written(facts, loop.iter), None)
            case ast.Tuple(elts=targets):
                for index, each in enumerate(targets):
                    if isinstance(each, ast.Name) and place.is_name(given, each.id):
                        return _kind_of_items(_written(facts, loop.iter), index)
    return ""


def _written(facts: Facts, items: ast.expr) -> list[ast.expr]:
    made = origin.value(facts, items) if isinstance(items, ast.Name) else items
    return made.elts if isinstance(made, ast.List | ast.Tuple) else []


def _kind_of_items(items: list[ast.expr], index: int | None) -> str:
    """Of each item, or of one part of each; '' if they are not all of one type."""
    found = set()
    for item in items:
        match item:
            case ast.Tuple(elts=parts) if index is not None and index < len(parts):
                item = parts[index]
        found.add(type(item.value).__name__ if isinstance(item, ast.Constant) else "")
    return found.pop() if len(found) == 1 else ""


def _kind_of_part(
    facts: Facts, function: ast.FunctionDef, call: ast.Call, items: str, part: ast.Subscript
) -> str:
    """Of rows that csv has read, which are texts, or of records as they are written."""
    given = argument(function, call, items) or ast.Name(items, ast.Load())
    made = origin.value(facts, given) or given
    match made:
        case ast.Call(func=ast.Name(id=name), args=[]):
            returned = scope.returns_of(place.tree_of(facts), name)
            made = returned[0].value or made if len(returned) == 1 else made
    if _is_of_csv(made):
        return "" if _is_set(facts, part) else "str"
    tree = place.tree_of(facts)
    found = unlike.kinds(tree, function, part) if tree is not None else set()
    return found.pop() if len(found) == 1 else ""


def _is_of_csv(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="list"), args=[inner], keywords=[]):
            return _is_of_csv(inner)
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="csv"), attr="DictReader" | "reader"),
            keywords=keywords,
        ):
            return "quoting" not in [each.arg for each in keywords]
    return False


def _is_set(facts: Facts, part: ast.Subscript) -> bool:
    """Some line gives what stands under that key another value."""
    return any(
        isinstance(each.ctx, ast.Store) and ast.unparse(each.slice) == ast.unparse(part.slice)
        for each in place.every(facts, ast.Subscript)
    )
