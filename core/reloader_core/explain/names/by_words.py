"""A name with a word more or less than the one that is meant: `all_prices` for `all`. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.names import fitting

_SHORTEST = 3
_SEVERAL = frozenset("len sorted enumerate list set tuple max min any all reversed zip".split())
_NO_TEXT = frozenset("sum round abs range pow divmod".split())
_OF_ITEMS = frozenset("append extend insert items keys values add update sort".split())
_DERIVED = frozenset(
    "count counter index idx length len size id name names list sum avg mean min max first last"
    " next other previous prev".split()
)
"""Words of what is worked out from another, or stands beside it, and is not that."""
_MAKE = ("list", "dict", "set", "sorted", "tuple")


def meant(facts: Facts, tree: ast.Module, name: str) -> str:
    """The only name of a list and the like that begins or ends with the same words, where such is
    needed; '' if that is not sure."""
    if not wants(tree, name) & {"items", "no text"}:
        return ""
    found = [
        each
        for each in _known(facts, tree)
        if _is_part(each, name) and _is_of_items(facts, tree, each)
    ]
    return found[0] if len(found) == 1 else ""


def parameter(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """`total_price` in a function that has `total`, as it was renamed in one place alone. May be
    another thing, too."""
    function, statement = scope.function_around(facts), place.statement(facts)
    if function is None or statement is None or facts.function != function.name:
        return None
    near = [each for each in _known(facts, tree) if _is_part(each, name)]
    if len(near) != 1 or near[0] not in scope.parameters(function):
        return None
    is_derived = set(name.split("_")) ^ set(near[0].split("_"))
    if is_derived & _DERIVED or scope.names_anywhere(tree, name):
        return None
    value = facts.names.get(near[0])
    kind = value.value.type if value is not None else ""
    if any(place.is_name(each, near[0]) for each in place.in_statement(facts)):
        return None
    if not kind or not fitting.takes(facts, name, kind):
        return None
    used = [e for e in ast.walk(tree) if isinstance(e, ast.Name) and e.id == name]
    if not all(any(each is inner for inner in ast.walk(function)) for each in used):
        return None
    lines = ", ".join(map(str, sorted({each.lineno for each in used})))
    values = (name, f"{function.name}()", near[0], lines)
    return Diagnosis(Kind.PARAMETER_OR_NEW, values)


def wants(tree: ast.Module, name: str) -> set[str]:
    """What is done with it in the file: 'items' are taken out of it, or 'no text' would do."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.For(iter=ast.Name(id=used)) | ast.comprehension(iter=ast.Name(id=used)):
                found |= {"items"} if used == name else set()
            case ast.Attribute(value=ast.Name(id=used), attr=attr) if used == name:
                found |= {"no text"} if attr in _OF_ITEMS else set()
            case ast.Call(func=ast.Name(id=called), args=args):
                for index, each in enumerate(args):
                    if place.is_name(each, name):
                        found |= _by_call(tree, called, index)
    return found


def _by_call(tree: ast.Module, called: str, index: int) -> set[str]:
    function = scope.plain_function(tree, called)
    if function is None:
        found = {"items"} if called in _SEVERAL else set()
        return {"no text"} if called in _NO_TEXT else found
    names = [each.arg for each in function.args.args]
    inner = ast.Module(function.body, [])
    return wants(inner, names[index]) if index < len(names) else set()


def _known(facts: Facts, tree: ast.Module) -> list[str]:
    """All names that have a value by then, once each."""
    function = scope.function_around(facts) if facts.function != "<module>" else None
    found = {each for each, line in scope.names_of(tree) if function or line < facts.line}
    if function is not None:
        found |= scope.parameters(function)
        found |= {each for each, line in scope.names_of(function) if line < facts.line}
    return sorted(found)


def _is_part(one: str, other: str) -> bool:
    """The words of the shorter begin or end the longer."""
    short, long = sorted((one.split("_"), other.split("_")), key=len)
    is_some = len(short) < len(long) and len("".join(short)) >= _SHORTEST
    return is_some and short in (long[: len(short)], long[-len(short) :])


def _is_of_items(facts: Facts, tree: ast.Module, name: str) -> bool:
    """By the lines that give it its values."""
    function = scope.function_around(facts) if facts.function != "<module>" else None
    home = function if function is not None and scope.bindings(function, name) else tree
    made = scope.plain_stores(scope.in_scope(home), name)
    return len(made) == len(scope.bindings(home, name)) > 0 and all(
        isinstance(each.value, ast.List | ast.ListComp | ast.Dict | ast.DictComp | ast.Set)
        or isinstance(each.value, ast.Call)
        and place.name_called(each.value) in _MAKE
        for each in made
    )
