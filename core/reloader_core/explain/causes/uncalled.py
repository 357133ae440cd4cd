"""A function that is used as if it were what it gives back. Pure."""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import io
import sys
from collections.abc import Callable
from typing import Any

from reloader_core.explain.causes import objects, put_uncalled
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TYPES = (str, list, dict, set, tuple, bytes, io.TextIOWrapper)
_MANY = 100
_IN_PLACES = ("split", "rsplit", "splitlines")
_OF_THEIR_NAME = ("time", "random", "copy", "glob", "pprint", "bisect", "struct")
"""Modules with a function of their own name."""
_UNKNOWN = 1, _MANY
_NOTHING = (
    *("items", "keys", "values", "popitem", "copy", "clear", "now", "today"),
    *("time", "time_ns", "perf_counter", "monotonic", "process_time"),
)
"""What takes no arguments, though Python cannot say so of it."""


def not_called(facts: Facts, node: ast.expr) -> Diagnosis:
    """With what has to stand in the brackets, if that is nothing."""
    if (kept := _kept(facts, node) or _decorated(facts, node) or given(facts, node)) is not None:
        return kept
    if (put := put_uncalled.of(facts, node)) is not None:
        return put
    needed, _most = _room(facts, node)
    kind = Kind.FUNCTION_NOT_CALLED if needed == 0 else Kind.FUNCTION_NEEDS
    return Diagnosis(kind, (place.shown(facts, node),))


def _decorated(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`@repeat` for `@repeat(3)`: its parameter has become the function."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name):
        return None
    makers = [
        each.name
        for each in tree.body
        if isinstance(each, ast.FunctionDef)
        and [arg.arg for arg in each.args.args] == [node.id]
        and any(isinstance(inner, ast.FunctionDef) for inner in each.body)
        and not scope.is_called(each, node.id)  # it has to be the function then
    ]
    for each in ast.walk(tree):
        for decorator in getattr(each, "decorator_list", ()):
            if isinstance(decorator, ast.Name) and decorator.id in makers:
                return Diagnosis(Kind.DECORATOR_BRACKETS, (decorator.id, node.id))
    return None


def _kept(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A variable that the only line which sets it gives a function, where it was to give what
    that returns."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name) or scope.is_declared(tree, node.id):
        return None
    around: list[ast.AST] = [tree, *(n for n in ast.walk(tree) if isinstance(n, scope.Function))]
    bound = [each for within in around for _line, each in scope.bound(within, node.id)]
    is_parameter = any(isinstance(n, ast.arg) and n.arg == node.id for n in ast.walk(tree))
    is_called = any(
        isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == node.id
        for n in ast.walk(tree)
    )
    for each in ast.walk(tree):
        match each:
            case ast.Assign(targets=[ast.Name() as target], value=ast.Name() | ast.Attribute()):
                if bound == [target] and not is_parameter and not is_called:
                    known = _room(facts, node)
                    needed, _most = _room(facts, each.value) if known == _UNKNOWN else known
                    called = f"{place.shown(facts, each.value)}({'...' if needed else ''})"
                    values = (node.id, each.lineno, f"{node.id} = {called}")
                    return Diagnosis(Kind.FUNCTION_KEPT, values)
    return None


def given(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A parameter that the only call which can have done so gives a function of the script's."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None or not isinstance(node, ast.Name):
        return None
    names = [each.arg for each in function.args.args]
    is_plain = function in tree.body and facts.function == function.name
    if node.id not in names or not is_plain or scope.bindings(function, node.id):
        return None
    if scope.is_called(function, node.id):
        return None  # it has to be a function, somewhere
    at = names.index(node.id)
    found = [
        call
        for call in place.every(facts, ast.Call)
        if place.is_name(call.func, function.name) and not call.keywords
        if len(call.args) > at and _is_own(facts, call.args[at])
    ]
    if len(found) != 1:
        return None
    parts = [
        place.in_full(facts, each) + ("()" if _is_own(facts, each) else "")
        for each in found[0].args
    ]
    instead = f"{function.name}({', '.join(parts)})"
    values = (node.id, found[0].lineno, f"{function.name}()", instead)
    return Diagnosis(Kind.FUNCTION_GIVEN, values) if "..." not in instead else None


def _is_own(facts: Facts, node: ast.expr) -> bool:
    """A function or method of the file's, which needs nothing in its brackets."""
    match node:
        case ast.Name(id=name):
            function = scope.plain_function(place.tree_of(facts), name)
            return function is not None and not any(_needs(function, bound=0))
        case ast.Attribute(attr=name):
            own = objects.methods_named(facts, name)
            is_set = any(objects.sets(cls, name) for cls in place.every(facts, ast.ClassDef))
            is_plain = len(own) == 1 and not own[0].decorator_list and not is_set
            return is_plain and not any(_needs(own[0], bound=1))
    return False


def _needs(function: scope.Function, bound: int) -> list[str]:
    taken = [each.arg for each in function.args.args]
    by_name = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    needed = taken[bound : len(taken) - len(function.args.defaults)]
    return [*needed, *(each.arg for each, default in by_name if default is None)]


def method_kept(facts: Facts) -> Diagnosis | None:
    """`text = f.read`, which something else than its line cannot use."""
    tree = place.tree_of(facts)
    if tree is None or "builtin_function_or_method" not in facts.message:
        return None
    held = {
        str(name.value.details[0])
        for name in facts.names.values()
        if name.value.type == "builtin_function_or_method" and name.where != "builtin"
    }
    called = {ast.unparse(each.func) for each in ast.walk(tree) if isinstance(each, ast.Call)}
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr=attr) as value):
                if attr in held and attr in put_uncalled.WITHOUT and name not in called:
                    found.append((name, node.lineno, f"{name} = {place.shown(facts, value)}()"))
    return Diagnosis(Kind.FUNCTION_KEPT, found[0]) if len(found) == 1 else None


def part_of(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """`from time import time` and then time.sleep(), which the module has."""
    match node.value:
        case ast.Name(id=name) if name in _OF_THEIR_NAME:
            pass
        case _:
            return None
    is_imported = any(
        isinstance(each, ast.ImportFrom)
        and each.module == name
        and any(alias.name in (name, "*") and alias.asname is None for alias in each.names)
        for each in place.every(facts, ast.AST)
    )
    if not is_imported or not hasattr(importlib.import_module(name), node.attr):
        return None
    statement = f"from {name} import {node.attr}"
    return Diagnosis(Kind.HIDDEN_BY_PART, (name, node.attr, statement))


def item_of(facts: Facts, node: ast.Subscript) -> Diagnosis:
    """`[...]` behind a function: in place of round brackets, or of what it gives back."""
    if _is_of_pythons(facts, node.value):
        return Diagnosis(Kind.FUNCTION_ITEM, (place.shown(facts, node.value),))
    if (kept := _kept(facts, node.value) or given(facts, node.value)) is not None:
        return kept
    if (put := put_uncalled.of(facts, node.value)) is not None:
        return put
    needed, most = _room(facts, node.value)
    is_place = place.type_of(facts, node.slice) == "int" or isinstance(node.slice, ast.Slice)
    gives_list = isinstance(node.value, ast.Attribute) and node.value.attr in _IN_PLACES
    is_unknown = (needed, most) == _UNKNOWN
    if most == 0 or is_unknown or needed == 0 and gives_list and is_place:
        return not_called(facts, node.value)
    return Diagnosis(Kind.FUNCTION_ITEM, (place.shown(facts, node.value),))


def _is_of_pythons(facts: Facts, node: ast.expr) -> bool:
    """`say = print`: another name for what takes values."""
    made, tree = origin.value(facts, node), place.tree_of(facts)
    if not isinstance(made, ast.Name) or tree is None:
        return False
    return hasattr(builtins, made.id) and not scope.names_anywhere(tree, made.id)


def _room(facts: Facts, node: ast.expr) -> tuple[int, int]:
    """How many arguments it needs, and how many it takes."""
    value = place.known(facts, node)
    signature = value.signature if value is not None else None
    if signature is not None:
        most = _MANY if signature.takes_any else len(signature.parameters)
        return len(signature.parameters) - signature.defaults, most + signature.keyword_only
    match node:
        case ast.Name(id=name) if value is not None and facts.names[name].where == "builtin":
            return _of_pythons(getattr(builtins, name, None), bound=0)
        case ast.Name() if value is not None and value.type == "builtin_function_or_method":
            name = str(value.details[0])
            fitting = [each for each in _TYPES if hasattr(each, name)]
            if fitting:
                return _of_pythons(getattr(fitting[0], name), bound=1)
            if name in _NOTHING:
                return 0, 0
            return _of_pythons(getattr(builtins, name, None), bound=0)
        case ast.Name(id=name) if value is None:
            function = scope.plain_function(place.tree_of(facts), name)
            if function is not None:
                needed, most = objects.taken_by(function)
                return needed + bool(function.args.args), most
        case ast.Attribute(value=owner, attr=name):
            kind, known = place.type_of(facts, owner), place.known(facts, owner)
            if known is not None and kind == "module":
                module = sys.modules.get(str(known.details[0]))
                return _of_pythons(getattr(module, name, None), bound=0)
            own = objects.methods_named(facts, name)
            if own:
                return objects.taken_by(own[0])
            fitting = [each for each in _TYPES if each.__name__ == kind] or [
                each for each in _TYPES if not kind and hasattr(each, name)
            ]
            return _of_pythons(getattr(fitting[0], name, None), bound=1) if fitting else _UNKNOWN
    return _UNKNOWN


def _of_pythons(function: Callable[..., Any] | None, *, bound: int) -> tuple[int, int]:
    """Of one that our own Python has as well. `bound`: how many it is given by itself."""
    if function is None:
        return _UNKNOWN
    try:
        found = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return (0, 0) if function.__name__ in _NOTHING else _UNKNOWN
    plain = [each for each in found if each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)]
    needed = sum(each.default is each.empty for each in plain) - bound
    return max(needed, 0), _MANY if len(plain) < len(found) else len(plain) - bound
