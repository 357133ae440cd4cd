"""A search in a list that finds nothing, where one of what stands there is written a bit
differently from what is looked for. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import held, sources, unlike
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def nothing(facts: Facts, what: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """`if student["name"] == name: return student`, and "cem" is looked for in place of "Cem"."""
    tree, test = place.tree_of(facts), unlike.only_test(function, "")
    call = origin.value(facts, what) if isinstance(what, ast.Name) else what
    if tree is None or test is None or sources.is_imported(facts):
        return None
    match test.test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            pass
        case _:
            return None
    for asked, other in ((left, right), (right, left)):
        if isinstance(asked, ast.Name) and isinstance(call, ast.Call):
            found = _given(facts, function, call, asked.id)
            texts = _texts(tree, function, other) if found is not None else []
            alike = [each for each in texts if found and _plain(each) == _plain(found[0])]
            if found is None or len(alike) != 1 or found[0] in texts:
                continue
            values = (place.shown(facts, what), f"{function.name}()", *found[1:], test.lineno)
            near = literal(Value("str", (alike[0], len(alike[0]))))
            lines = [
                each.lineno for each in place.every(facts, ast.Constant) if each.value == found[0]
            ]
            if len(lines) == 1:
                return Diagnosis(Kind.FOUND_NOT_ALIKE, (*values, near, lines[0]))
            ways = ".lower()" if found[0].lower() == alike[0].lower() else ".strip().lower()"
            sides = [f"{place.in_full(facts, each)}{ways}" for each in (left, right)]
            instead = f"if {sides[0]} == {sides[1]}:"
            return Diagnosis(Kind.FOUND_BY_CASE, (*values, near, instead))
    return None


def _plain(text: str) -> str:
    return text.strip().lower()


def _given(
    facts: Facts, function: ast.FunctionDef, call: ast.Call, name: str
) -> tuple[str, str] | None:
    """The text that the parameter is given in the call, and how it is written."""
    names = [each.arg for each in function.args.args]
    if name not in names or scope.bindings(function, name) or not place.is_by_place(call):
        return None
    if not place.is_name(call.func, function.name) or len(call.args) <= names.index(name):
        return None
    value = place.known(facts, call.args[names.index(name)])
    if value is None or value.text is None:
        return None
    return value.text, literal(value)


def _texts(tree: ast.Module, function: ast.FunctionDef, node: ast.expr) -> list[str]:
    """All that this is in the rounds of the loop, as the script writes them; else none."""
    match node:
        case ast.Name(id=record):
            key: str | int | None = None
        case ast.Subscript(
            value=ast.Name(id=record), slice=ast.Constant(value=str() | int() as at)
        ):
            key = at
        case _:
            return []
    for loop in function.body:
        match loop:
            case ast.For(target=ast.Name(id=each), iter=items) if each == record:
                return _of_items(tree, function, items, key)
            case ast.For(target=ast.Tuple(elts=targets), iter=items) if key is None:
                places = [place.is_name(each, record) for each in targets]
                if places.count(True) == 1:
                    return _of_items(tree, function, items, places.index(True))
    return []


def _of_items(
    tree: ast.Module, function: ast.FunctionDef, items: ast.expr, key: str | int | None
) -> list[str]:
    if isinstance(items, ast.Name):
        if _may_be_gone(tree) or key is not None and held.is_changed(tree, key):
            return []
        made = held.value_of(tree, function, items.id)
    else:
        made = items
    if not isinstance(made, ast.List | ast.Tuple) or not made.elts:
        return []
    found = [_part(each, key) for each in made.elts]
    texts = [each.value for each in found if isinstance(each, ast.Constant)]
    return [t for t in texts if isinstance(t, str)] if len(texts) == len(found) else []


def _may_be_gone(tree: ast.Module) -> bool:
    """Something is taken out of a list, or put in the place of what is there."""
    for each in ast.walk(tree):
        match each:
            case ast.Attribute(attr="pop" | "remove" | "clear") | ast.Delete():
                return True
            case ast.Subscript(ctx=ast.Store(), slice=index) if not place.is_text(index):
                return True
    return False


def _part(item: ast.expr, key: str | int | None) -> ast.expr | None:
    match item:
        case ast.Dict(keys=keys, values=values) if isinstance(key, str):
            for one, value in zip(keys, values, strict=True):
                if isinstance(one, ast.Constant) and one.value == key:
                    return value
        case ast.Tuple(elts=parts) | ast.List(elts=parts) if isinstance(key, int):
            return parts[key] if -len(parts) <= key < len(parts) else None
        case ast.Constant() if key is None:
            return item
    return None
