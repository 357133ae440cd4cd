"""A call that fits the function as it is written, but not the one that a decorator of this file
puts in its place. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAID = re.compile(r"([\w.<>]+)\(\) (?:missing \d+ required|takes |got an unexpected keyword)")


def takes_less(facts: Facts) -> Diagnosis | None:
    """`def wrapper(*args)`, and the call gives values by name. With functools.wraps() the message
    speaks of the function, without it of the wrapper."""
    said, tree = _SAID.match(facts.message), place.tree_of(facts)
    if said is None or tree is None:
        return None
    found = []
    for call in place.candidates(facts, ast.Call):
        function = _only(tree, place.name_called(call))
        if function is None or len(function.decorator_list) != 1 or not _fits(tree, function, call):
            continue
        decorator = function.decorator_list[0]
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = target.id if isinstance(target, ast.Name) else ""
        inner = _inner(scope.plain_function(tree, name))
        if inner is not None:
            found.append((function, name, inner))
    if len(found) != 1:
        return None
    function, name, wrapper = found[0]
    if said[1].rpartition(".")[2] not in (function.name, wrapper.name):
        return None
    new = f"def {wrapper.name}(*args, **kwargs):"
    values = (function.name, f"{name}()", f"{wrapper.name}()", wrapper.lineno, new)
    return Diagnosis(Kind.WRAPPER_TAKES, values)


def _only(tree: ast.Module, name: str) -> ast.FunctionDef | None:
    """The one function or method of this name; several may be of different classes."""
    found = [
        each for each in ast.walk(tree) if isinstance(each, scope.FUNCTIONS) and each.name == name
    ]
    match found:
        case [ast.FunctionDef() as function]:
            return function
    return None


def _fits(tree: ast.Module, function: ast.FunctionDef, call: ast.Call) -> bool:
    """The function itself would take these values."""
    own = function.args
    if own.vararg or own.kwarg or own.posonlyargs:
        return False
    if any(isinstance(each, ast.Starred) for each in call.args):
        return False
    names = [each.arg for each in own.args]
    if any(isinstance(each, ast.ClassDef) and function in each.body for each in ast.walk(tree)):
        if not isinstance(call.func, ast.Attribute) or not names:
            return False
        names = names[1:]
    needed = names[: len(names) - len(own.defaults)] if own.defaults else names
    by_place, by_name = names[: len(call.args)], [each.arg for each in call.keywords]
    only_named = {
        each.arg: value is None for each, value in zip(own.kwonlyargs, own.kw_defaults, strict=True)
    }
    given = {*by_place, *by_name}
    return (
        len(call.args) <= len(names)
        and all(each in names[len(call.args) :] or each in only_named for each in by_name)
        and given >= {*needed, *(each for each, is_needed in only_named.items() if is_needed)}
    )


def _inner(decorator: ast.FunctionDef | None) -> ast.FunctionDef | None:
    """The function that it gives back."""
    found = []
    for around in ast.walk(decorator) if decorator is not None else ():
        match around:
            case ast.FunctionDef(args=ast.arguments(args=[ast.arg(arg=taken)])):
                inside = [each for each in around.body if isinstance(each, ast.FunctionDef)]
                found += [each for each in inside if _hands_on(each, taken)]
    return found[0] if len(found) == 1 else None


def _hands_on(wrapper: ast.FunctionDef, taken: str) -> bool:
    """Its parameters are there for nothing else: what is kept by them, as results in a dictionary,
    would be mixed up if they became *args and **kwargs. To print *args does no harm."""
    called = [each for each in ast.walk(wrapper) if isinstance(each, ast.Call)]
    handing = [each for each in called if place.is_name(each.func, taken)]
    printing = [each for each in called if place.is_name(each.func, "print")]
    inside = {id(node) for call in handing for node in ast.walk(call)}
    if wrapper.args.vararg is not None and wrapper.args.vararg.arg == "args":
        inside |= {id(n) for call in printing for n in ast.walk(call) if place.is_name(n, "args")}
    own = scope.parameters(wrapper)
    uses = [each for each in ast.walk(wrapper) if isinstance(each, ast.Name) and each.id in own]
    return bool(handing) and not wrapper.args.kwarg and all(id(each) in inside for each in uses)


def has_parameter(facts: Facts, name: str, parameter: str) -> bool:
    """A function of this name with something behind @ above it, which may be what refused."""
    return any(
        each.name == name and each.decorator_list and parameter in scope.parameters(each)
        for each in place.every(facts, ast.FunctionDef)
    )
