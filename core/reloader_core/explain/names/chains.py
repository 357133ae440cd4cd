"""A None that stands behind the last object of a chain, or is there from the beginning. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import matched, nothing, objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NEVER_NONE = (ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr, ast.BinOp, ast.Compare)


def no_match_here(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """re.match(...).group()"""
    if isinstance(node, ast.Call):
        elsewhere = matched.found_elsewhere(facts, node, place.shown(facts, node))
        if elsewhere is not None:
            return elsewhere
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re") as module, attr=name)):
            value = place.known(facts, module)
            is_module = value is not None and value.type == "module"
            if is_module and name in ("match", "search", "fullmatch"):
                return Diagnosis(Kind.NO_MATCH_HERE, (place.shown(facts, node),))
    return None


def from_init(facts: Facts, node: ast.AST, name: str) -> Diagnosis | None:
    """`self.left` is None from the beginning, and each other line gives it an object."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Attribute):
        return None
    begins: list[ast.Assign] = []
    others: list[ast.Assign] = []
    for each in ast.walk(tree):
        match each:
            case ast.Assign(targets=[ast.Attribute(attr=attr)], value=value) if attr == node.attr:
                is_none = isinstance(value, ast.Constant) and value.value is None
                (begins if is_none else others).append(each)
    stores = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == node.attr]
    stores = [each for each in stores if not isinstance(each.ctx, ast.Load)]
    owner = place.known(facts, node.value)
    cls = objects.class_named(facts, owner.name) if owner is not None else None
    if len(begins) != 1 or len(stores) != len(others) + 1 or cls is None:
        return None
    if not place.covers(cls, begins[0].lineno):
        return None
    if not all(_is_never_none(each) or _makes_object(facts, each) for each in others):
        return None
    if (method := _uncalled(facts, cls, others)) is not None:
        return Diagnosis(Kind.SET_IN_METHOD, (cls.name, node.attr, method.name))
    values = (place.shown(facts, node), begins[0].lineno, name)
    return Diagnosis(Kind.NONE_FROM_INIT, values)


_MOST_SHOWN = 100


def begins_empty(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """`current = self.head`, right above `while current.next:`, which cannot come to a None: there
    is no first one."""
    loop, function = place.statement(facts), scope.function_around(facts)
    if not isinstance(node, ast.Name) or not isinstance(loop, ast.While) or function is None:
        return None
    if not nothing.is_from_the_beginning(facts, node.id) or loop not in function.body:
        return None
    at = function.body.index(loop)
    match function.body[at - 1] if at else None:
        case ast.Assign(
            targets=[ast.Name(id=what)], value=ast.Attribute(value=ast.Name()) as first
        ) if what == node.id:
            whole = ast.unparse(first)
        case _:
            return None
    if loop.orelse or isinstance(function, ast.AsyncFunctionDef) or _is_flow(function):
        return None
    inside = [e for e in ast.walk(loop) if isinstance(e, ast.Name) and e.id == what]
    moves = [each for each in inside if isinstance(each.ctx, ast.Store)]
    below = function.body[at + 1 :]
    if len(scope.bindings(function, what)) != len(moves) + 1:
        return None
    last = _put_at_end(below, loop.test, what)
    if last is None:
        values = (what, whole, loop.lineno, f"if {whole} is None: return")
        is_put = any(
            isinstance(e, ast.Attribute) and isinstance(e.ctx, ast.Store)
            for part in below
            for e in ast.walk(part)
        )
        return Diagnosis(Kind.CHAIN_EMPTY, values) if not is_put else None
    is_made = any(isinstance(e, ast.Name) and isinstance(e.ctx, ast.Store) for e in _all(below))
    others = [e for e in below if e is not last and not _names(e, what)]
    is_plain = all(isinstance(e, ast.Assign | ast.AugAssign) for e in others)
    parts = [f"{whole} = {place.in_full(facts, last.value)}"]
    parts += [place.in_full(facts, each) for each in others]
    instead = f"if {whole} is None: {'; '.join(parts)}; return"
    if is_made or not is_plain or _names(last.value, what) or len(instead) > _MOST_SHOWN:
        return None
    return Diagnosis(Kind.CHAIN_FIRST, (what, whole, loop.lineno, instead))


def _put_at_end(below: list[ast.stmt], test: ast.expr, what: str) -> ast.Assign | None:
    """`current.next = node`, of what the loop asks for."""
    asked = test.left if isinstance(test, ast.Compare) else test
    for each in below:
        match each:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id=owner)) as target]) if (
                owner == what and ast.unparse(target) == ast.unparse(asked)
            ):
                return each
    return None


def _all(body: list[ast.stmt]) -> list[ast.AST]:
    return [inner for each in body for inner in ast.walk(each)]


def _names(node: ast.AST, what: str) -> bool:
    return any(place.is_name(each, what) for each in ast.walk(node))


def _is_flow(function: ast.AST) -> bool:
    return any(isinstance(e, ast.Yield | ast.YieldFrom) for e in scope.in_scope(function))


def _uncalled(facts: Facts, cls: ast.ClassDef, setting: list[ast.Assign]) -> scope.Function | None:
    """The only method with these lines, if nothing in the file calls it."""
    found = [
        method
        for method in objects.methods(cls)
        if setting and all(place.covers(method, each.lineno) for each in setting)
    ]
    called = {each.attr for each in place.every(facts, ast.Attribute)}
    return found[0] if found and found[0].name not in called else None


def _makes_object(facts: Facts, node: ast.Assign) -> bool:
    match node.value:
        case ast.Call(func=ast.Name(id=title)):
            return objects.class_named(facts, title) is not None
    return False


def behind_last(facts: Facts, node: ast.AST, name: str) -> Diagnosis | None:
    """`node = node.next`, until there is none."""
    around = scope.function_around(facts) or place.tree_of(facts)
    for each in scope.in_scope(around) if around is not None else ():
        match node, each:
            case ast.Name(id=what), ast.Assign(
                targets=[ast.Name(id=target)], value=ast.Attribute(value=ast.Name(id=owner))
            ) if what == target == owner and not nothing.is_from_the_beginning(facts, what):
                return Diagnosis(Kind.NONE_BEHIND_LAST, (what, name))
    return None


def behind_next(facts: Facts, node: ast.AST, name: str) -> Diagnosis | None:
    """`while node:` around `node.next.value`, before anything is changed in it."""
    match node:
        case ast.Attribute(value=ast.Name(id=what), attr=attr):
            around = scope.function_around(facts) or place.tree_of(facts)
        case _:
            return None
    for loop in scope.in_scope(around) if around is not None else ():
        if not isinstance(loop, ast.While) or not loop.lineno < facts.line <= (
            loop.end_lineno or 0
        ):
            continue
        stores = [
            (ast.unparse(each), each.lineno)
            for each in ast.walk(loop)
            if isinstance(each, ast.Name | ast.Attribute) and isinstance(each.ctx, ast.Store)
        ]
        early = [text for text, line in stores if line <= facts.line]
        moves = [ast.unparse(each) for each in ast.walk(loop) if isinstance(each, ast.Assign)]
        test, shown = ast.unparse(loop.test), f"{what}.{attr}"
        if test in (what, f"{what} is not None", f"{what} != None") and not early:
            if f"{what} = {shown}" in moves:
                instead = f"while {test} and {shown} is not None:"
                values = (shown, name, what, loop.lineno, instead)
                return Diagnosis(Kind.NONE_BEHIND_NEXT, values)
    return None


def _is_never_none(node: ast.Assign) -> bool:
    match node.value:
        case ast.Constant(value=value):
            return value is not None
        case value:
            return isinstance(value, _NEVER_NONE)
