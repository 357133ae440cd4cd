"""Texts that are never found, because one side of == was put into small letters or capitals, and
the other side was not. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import held, sources, text_parts
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TAKES_OUT = ("pop", "remove", "clear", "popitem")


def empty(facts: Facts, what: ast.Name) -> Diagnosis | None:
    """A list that a function fills in the `if` of a loop."""
    tree, source = place.tree_of(facts), sources.only(facts, what, "list")
    names = [n for step in source.steps for n in step.names] if source is not None else []
    if tree is None or source is None or not names or not _is_empty(source.node):
        return None
    function, name = names[0]
    if not isinstance(function, ast.FunctionDef) or _is_taken_from(tree, {n for _, n in names}):
        return None
    fills = [
        each
        for each in scope.in_scope(function)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    ]
    test = only_test(function, name)
    if test is None or len(fills) != 2:  # one fills it, one gives it back
        return None
    values = _compared(facts, tree, function, test)
    return Diagnosis(Kind.EMPTY_BY_CASE, (what.id, test.lineno, *values)) if values else None


def nothing(facts: Facts, what: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """A function that gives back what it finds in the `if` of a loop."""
    tree, test = place.tree_of(facts), only_test(function, "")
    values = _compared(facts, tree, function, test) if tree is not None and test else None
    if test is None or not values:
        return None
    shown = place.shown(facts, what)
    return Diagnosis(Kind.NONE_BY_CASE, (shown, function.name, test.lineno, *values))


def _is_empty(node: ast.expr) -> bool:
    return isinstance(node, ast.List) and not node.elts


def _is_taken_from(tree: ast.Module, names: set[str]) -> bool:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in names:
                if attr in _TAKES_OUT:
                    return True
            case ast.Delete(targets=targets):
                if any(
                    isinstance(e, ast.Name) and e.id in names for t in targets for e in ast.walk(t)
                ):
                    return True
    return False


def only_test(function: ast.FunctionDef | ast.Module, filled: str) -> ast.If | None:
    """The `if` that is the last of a loop, and holds the only line that fills the list of this
    name; '': the only `return`."""
    for loop in scope.in_turn(function.body):
        match loop:
            case ast.For(body=[*_, ast.If(body=body, orelse=[]) as test], orelse=[]):
                match body[-1]:
                    case ast.Expr(
                        value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"))
                    ) if filled and name == filled:
                        return test
                    case ast.Return(value=ast.expr()) as given if not filled:
                        found = [n for n in ast.walk(function) if isinstance(n, ast.Return)]
                        rest = [each for each in found if each is not given]
                        is_last = rest == function.body[-1:] and place.is_none(rest[0].value)
                        return test if not rest or is_last else None
    return None


def _compared(
    facts: Facts, tree: ast.Module, function: ast.FunctionDef, test: ast.If
) -> tuple[str | int, ...] | None:
    """Name, method, line, the other side, one of its texts, and what to write."""
    if sources.is_imported(facts):
        return None  # another file may give other texts
    match test.test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            pass
        case _:
            return None
    for changed, other in ((left, right), (right, left)):
        if isinstance(changed, ast.Call) and (
            found := _changed_there(tree, function, changed, other)
        ):
            shown = (
                ast.unparse(changed.func.value) if isinstance(changed.func, ast.Attribute) else ""
            )
            other_shown = place.shown(facts, other)
            sides = {
                id(changed): place.shown(facts, changed),
                id(other): f"{other_shown}.{found[0]}()",
            }
            instead = f"if {sides[id(left)]} == {sides[id(right)]}:"
            return (shown, found[0], test.lineno, other_shown, repr(found[1]), instead)
        if not isinstance(changed, ast.Name):
            continue
        made = scope.plain_stores(scope.in_scope(function), changed.id)
        stored = (
            [line for line in scope.bindings(function, changed.id) if line != made[-1].lineno]
            if made
            else []
        )
        method = _method(made[-1].value) if made else ""
        texts = _texts(tree, function, other) if method else []
        if not texts or any(line > made[-1].lineno for line in stored):
            continue
        if any(text == getattr(text, method)() for text in texts):
            continue
        shown = place.shown(facts, other)
        sides = {id(changed): changed.id, id(other): f"{shown}.{method}()"}
        instead = f"if {sides[id(left)]} == {sides[id(right)]}:"
        return (changed.id, method, made[-1].lineno, shown, repr(texts[0]), instead)
    return None


def _changed_there(
    tree: ast.Module, function: ast.FunctionDef, changed: ast.Call, other: ast.expr
) -> tuple[str, str] | None:
    """`item.lower() == wanted`: the method, and one of the texts on the other side."""
    method = _method(changed)
    texts = _texts(tree, function, other) if method else []
    if not texts or any(text == getattr(text, method)() for text in texts):
        return None
    return method, texts[0]


def kinds(tree: ast.Module, around: ast.AST, node: ast.expr) -> set[str]:
    """The types that the script's text gives this; empty if that is not known."""
    match node:
        case ast.Constant(value=value):
            return {type(value).__name__}
        case ast.Call(func=ast.Name(id="input" | "str")):
            return {"str"}
        case ast.Call(func=ast.Name(id="int" | "len")):
            return {"int"}
        case ast.Call(func=ast.Name(id="float")):
            return {"float"}
        case ast.Call(func=ast.Attribute(value=text, attr="strip" | "lower" | "upper"), args=[]):
            return kinds(tree, around, text) & {"str"}
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) if held.is_set_besides(
            around, name
        ):
            return set()
        case ast.Name(id=name):
            found = _kinds_of_name(tree, around, name)
            return found or _kinds_of_part(tree, around, node)
        case ast.Subscript(value=ast.Name(id=record), slice=ast.Constant(value=str(key))):
            items = held.gone_through(tree, around, record)
            found = _kinds_of_records(tree, items, key) if items is not None else set()
            return found or _kinds_of_part(tree, around, node)
        case ast.Subscript():
            return _kinds_of_part(tree, around, node)
        case (
            ast.Tuple(elts=[_, *_] as items)
            | ast.List(elts=[_, *_] as items)
            | ast.Set(elts=[_, *_] as items)
        ):
            each = [kinds(tree, around, item) for item in items]
            return set().union(*each) if all(each) else set()
    return set()


def _kinds_of_part(tree: ast.Module, around: ast.AST, node: ast.expr) -> set[str]:
    return {"str"} if text_parts.is_part(tree, around, node) else set()


def _kinds_of_name(tree: ast.Module, around: ast.AST, name: str) -> set[str]:
    items = held.gone_through(tree, around, name)
    match held.value_of(tree, around, items.id) if isinstance(items, ast.Name) else items:
        case ast.List(elts=[_, *_] as elements) | ast.Tuple(elts=[_, *_] as elements):
            found = [kinds(tree, around, e) for e in elements if isinstance(e, ast.Constant)]
            return set().union(*found) if len(found) == len(elements) else set()
        case ast.Call(func=ast.Attribute(attr="split")):
            return {"str"}
    if items is not None:
        return set()
    made = held.value_of(tree, around, name)
    return (
        kinds(tree, around, made) if made is not None and not isinstance(made, ast.Name) else set()
    )


def _kinds_of_records(tree: ast.Module, items: ast.expr, key: str) -> set[str]:
    made = held.value_of(tree, tree, items.id) if isinstance(items, ast.Name) else items
    records = made.elts if isinstance(made, ast.List) and not held.is_changed(tree, key) else []
    found = []
    for record in records:
        match record:
            case ast.Dict(keys=keys, values=values):
                for one, value in zip(keys, values, strict=True):
                    match one, value:
                        case ast.Constant(value=is_key), ast.Constant(value=item):
                            found += [type(item).__name__] if is_key == key else []
    return set(found) if found and len(found) == len(records) else set()


def _method(node: ast.expr) -> str:
    """`.lower()` or `.upper()`, perhaps with .strip()"""
    found = ""
    while True:
        match node:
            case ast.Call(func=ast.Attribute(value=inner, attr="lower" | "upper" as attr), args=[]):
                found = found or attr
            case ast.Call(func=ast.Attribute(value=inner, attr="strip"), args=[]):
                pass
            case _:
                return found
        node = inner


def _texts(tree: ast.Module, function: ast.FunctionDef, node: ast.expr) -> list[str]:
    """All that it is in the script's text; empty if that is not known."""
    match node:
        case ast.Name(id=name) if name in scope.parameters(function):
            return [] if scope.bindings(function, name) else _of_calls(tree, function, name)
        case ast.Subscript(value=ast.Name(id=record), slice=ast.Constant(value=str(key))):
            for loop in scope.in_scope(function):
                match loop:
                    case ast.For(target=ast.Name(id=each), iter=ast.Name(id=items)):
                        if each == record:
                            return (
                                [] if held.is_changed(tree, key) else _of_records(tree, items, key)
                            )
    return []


def _of_calls(tree: ast.Module, function: ast.FunctionDef, name: str) -> list[str]:
    index = [each.arg for each in function.args.args].index(name)
    found: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=called), args=args) if called == function.name:
                texts = _given(tree, args[index]) if index < len(args) else []
                if not texts:
                    return []
                found += texts
    return found


def _given(tree: ast.Module, node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) if len(scope.bindings(tree, name)) == 1:
            for loop in scope.in_scope(tree):
                match loop:
                    case ast.Assign(
                        targets=[ast.Name(id=each)], value=ast.Constant(value=str(text))
                    ) if each == name:
                        return [text]
                    case ast.For(target=ast.Name(id=each), iter=ast.List(elts=parts)):
                        if each == name:
                            texts = [text for part in parts for text in _given(tree, part)]
                            return texts if len(texts) == len(parts) else []
    return []


def _of_records(tree: ast.Module, items: str, key: str) -> list[str]:
    made = [each.value for each in scope.plain_stores(scope.in_scope(tree), items)]
    if len(made) != 1 or len(scope.bindings(tree, items)) != 1 or not isinstance(made[0], ast.List):
        return []
    found: list[str] = []
    for record in made[0].elts:
        match record:
            case ast.Dict(keys=keys, values=values):
                for one, value in zip(keys, values, strict=True):
                    match one, value:
                        case ast.Constant(value=is_key), ast.Constant(value=str(text)):
                            found += [text] if is_key == key else []
    return found if len(found) == len(made[0].elts) else []
