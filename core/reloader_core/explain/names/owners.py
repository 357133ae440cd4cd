"""Whose a name is that a method lacks: its object's, another object's, or a parameter's. Pure."""

from __future__ import annotations

import ast
import builtins

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.names import fitting, forgotten


def of_object(facts: Facts, name: str) -> Diagnosis | None:
    """The object has what is asked for, so `self.` is missing, unless something else is meant."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if function is None or cls is None or facts.function != function.name:
        return in_method(facts, name)
    own = [each.arg for each in function.args.args[:1] if objects.is_for_object(cls, each.arg)]
    if not own and (scope.bindings(cls, name) or objects.sets(cls, name)):
        return Diagnosis(Kind.UNKNOWN_NAME, (name,))  # `self` is what is missing
    match facts.told.get("self"):
        case (str(first), True):
            pass
        case _:
            return None
    taken = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if taken[:1] != [first] or not own or _is_static(function):
        return None
    if _is_imported_thing(facts, cls, name):
        return None
    return (
        _of_parameter(facts, function, taken, name)
        or _of_other(facts, function, taken, name)
        or of_looped(facts, name)
        or _with_others(facts, cls, function, name)
    )


def _with_others(facts: Facts, cls: ast.ClassDef, function: scope.Function, name: str) -> Diagnosis:
    """One alone would only let the next one of this method fail: `hx + dx, hy + dy`."""
    first = function.args.args[0].arg
    around = [function, *scope.functions_around(facts, function), place.tree_of(facts)]
    others = [
        node.id
        for node in scope.in_scope(function)
        if isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Load)
        and node.id not in (name, first)
        and objects.sets(cls, node.id)
        and not any(each is not None and scope.bindings(each, node.id) for each in around)
        and node.id not in scope.parameters(function)
        and not hasattr(builtins, node.id)
    ]
    names = [name, *dict.fromkeys(others)]
    if len(names) == 1:
        return Diagnosis(Kind.SELF_FORGOTTEN, (name, f"{first}.{name}"))
    full = ", ".join(f"{first}.{each}" for each in names)
    return Diagnosis(Kind.SELF_FORGOTTEN_TWICE, (", ".join(map(repr, names)), full))


def in_method(facts: Facts, name: str) -> Diagnosis | None:
    """Of a function, lambda or comprehension that a method has made: `def on_click(): save()`."""
    function = scope.function_around(facts)
    if function is None:
        return None
    around = scope.functions_around(facts, function)
    for method in (*around, *([function] if facts.function.startswith("<") else [])):
        cls = scope.class_around(facts, method)
        if cls is None or _is_static(method) or not method.args.args:
            continue
        if not objects.is_for_object(cls, method.args.args[0].arg):
            continue
        is_method = name in [each.name for each in objects.methods(cls)]
        if not is_method and not objects.self_of(facts, method, name):
            continue
        if not _is_imported_thing(facts, cls, name):
            full = f"{method.args.args[0].arg}.{name}"
            return Diagnosis(Kind.SELF_FORGOTTEN, (name, full))
    return None


def _is_static(function: scope.Function) -> bool:
    return any(ast.unparse(each) == "staticmethod" for each in function.decorator_list)


def _is_imported_thing(facts: Facts, cls: ast.ClassDef, name: str) -> bool:
    """The method has the name of what it uses: `def json(self): return json.dumps(...)`."""
    if forgotten.is_module(facts, name):
        return True
    for method in objects.methods(cls):
        if method.name != name or method.decorator_list:
            continue
        needed, most = objects.taken_by(method)
        for node in place.in_statement(facts):
            match node:
                case ast.Attribute(value=ast.Name(id=found)) if found == name:
                    return True
                case ast.Call(func=ast.Name(id=found), args=args, keywords=keywords) if (
                    found == name
                ):
                    given = len(args) + len(keywords)
                    is_several = any(isinstance(each, ast.Starred) for each in args)
                    if not is_several and not needed <= given <= most:
                        return True
    return False


def _of_parameter(
    facts: Facts, function: scope.Function, taken: list[str], name: str
) -> Diagnosis | None:
    """`self.name = name`, where the parameter is called otherwise, or is missing; and what is
    nearly a parameter's name."""
    others = taken[1:] + [each.arg for each in function.args.kwonlyargs]
    near = nearest(name, others)
    if near and not fitting.is_several(near, name) and not fitting.is_several(name, near):
        return Diagnosis(Kind.NEAR_NAME, (name, near))
    match place.statement(facts):
        case ast.Assign(
            targets=[ast.Attribute(value=ast.Name(id=owner), attr=attr)], value=ast.Name(id=given)
        ) if (owner, attr, given) == (taken[0], name, name):
            left = [each for each in others if not _is_used(function, each)]
            if len(left) == 1:
                return Diagnosis(Kind.NEAR_NAME, (name, left[0]))
            return Diagnosis(Kind.UNKNOWN_NAME, (name,))
    return None


def _is_used(function: scope.Function, name: str) -> bool:
    """For more than a comparison, as that which a value passes before it is kept."""
    nodes = list(ast.walk(function))
    compared = {
        id(part) for node in nodes if isinstance(node, ast.Compare) for part in ast.walk(node)
    }
    return any(
        isinstance(each, ast.Name) and each.id == name and id(each) not in compared
        for each in nodes
    )


def _of_other(
    facts: Facts, function: scope.Function, taken: list[str], name: str
) -> Diagnosis | None:
    """`self.y - y`: that of the other object, which the method is given."""
    own = f"{taken[0]}.{name}"
    for node in place.in_statement(facts):
        match node:
            case ast.BinOp(left=left, right=right) | ast.Compare(left=left, comparators=[right]):
                sides = {ast.unparse(left), ast.unparse(right)}
            case _:
                continue
        if sides == {own, name}:
            others = [each for each in taken[1:] if _is_object(function, each)]
            if len(others) == 1:
                return Diagnosis(Kind.NEAR_NAME, (name, f"{others[0]}.{name}"))
            return Diagnosis(Kind.UNKNOWN_NAME, (name,))
    return None


def _is_object(function: scope.Function, name: str) -> bool:
    """It is called as another one of the class, or its attributes are asked for."""
    return name == "other" or scope.is_asked(function, name)


def of_looped(facts: Facts, name: str) -> Diagnosis | None:
    """`for player in players: print(name)`, where each player has that."""
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=item), body=[first, *_]) if (
                place.covers(loop, facts.line) and first.lineno <= facts.line
            ):
                found = facts.names.get(item)
                cls = objects.class_named(facts, found.value.name) if found is not None else None
                if cls is not None and (objects.sets(cls, name) or scope.bindings(cls, name)):
                    return Diagnosis(Kind.NEAR_NAME, (name, f"{item}.{name}"))
    return None
