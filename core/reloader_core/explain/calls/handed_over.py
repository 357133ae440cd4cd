"""Functions that are called where they should be handed over: `column.apply(clean())`. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_LACKS = (
    re.compile(r"(?:\w+\.)*(\w+)\(\) missing \d required positional arguments?: "),
    re.compile(r"(?:\w+\.)*(\w+)\(\) takes exactly one argument \(0 given\)"),
    re.compile(r"unbound method (?:\w+\.)*(\w+)\(\) needs an argument"),
    re.compile(r"descriptor '(\w+)' of '\w+' object needs an argument"),  # to 3.8
    re.compile(r"(\w+) expected at least 1 argument, got 0"),
)
_TAKE = ("map", "filter", "apply", "applymap", "transform", "pipe", "submit", "reduce", "starmap",
         "partial")  # fmt: skip
_SECOND = ("after", "bind", "signal")
_NAMED = ("key", "target", "command", "func", "function", "callback", "default_factory")


def called(facts: Facts) -> Diagnosis | None:
    """It lacks just what the other one would give it: a TypeError."""
    said = next((hit for each in _LACKS if (hit := each.match(facts.message))), None)
    if said is None or not facts.is_innermost:
        return None
    if (above := _above_function(facts, said[1])) is not None:
        return above
    found = [
        (node.func, each)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Call)
        for each in _given(node)
        if isinstance(each, ast.Call) and _is_bare(each, said[1])
    ]
    if len(found) != 1 or _makes_function(facts, said[1]):
        return None
    function, what = found[0]
    instead = place.shown(facts, what.func)
    values = (f"{place.shown(facts, function)}()", place.shown(facts, what), instead)
    return Diagnosis(Kind.HANDED_CALLED, values)


def _above_function(facts: Facts, name: str) -> Diagnosis | None:
    """`@timer()`, where timer() takes the function alone."""
    statement = place.statement(facts)
    if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return None
    lacking = re.search(r" missing 1 required|exactly one argument|at least 1", facts.message)
    bare = [each for each in statement.decorator_list if _is_bare(each, name)]
    if lacking is None or len(bare) != 1 or not isinstance(bare[0], ast.Call):
        return None
    if name not in ("staticmethod", "classmethod") and not _calls_what_it_gets(facts, name):
        return None
    instead = f"@{place.shown(facts, bare[0].func)}"
    return Diagnosis(Kind.HANDED_CALLED, ("@", place.shown(facts, bare[0]), instead))


def _calls_what_it_gets(facts: Facts, name: str) -> bool:
    """So what it lacks is a function, and no value of its own."""
    function = scope.plain_function(place.tree_of(facts), name)
    if function is None or len(function.args.args) != 1:
        return False
    first = function.args.args[0].arg
    return scope.is_called(function, first)


def _makes_function(facts: Facts, name: str) -> bool:
    """What it gives is a function: `key=by_field("age")`, of which a value is missing."""
    return any(
        isinstance(inner, ast.Lambda | ast.FunctionDef) and inner is not each
        for each in place.every(facts, ast.FunctionDef)
        if each.name == name
        for inner in ast.walk(each)
    )


def _given(call: ast.Call) -> list[ast.expr]:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            given = call.args[:1] if name in _TAKE else call.args[1:2] if name in _SECOND else []
        case _:
            given = []
    return given + [each.value for each in call.keywords if each.arg in _NAMED]


def _is_bare(node: ast.expr, name: str) -> bool:
    """A call without anything in its brackets, of the function that the message names."""
    match node:
        case ast.Call(func=ast.Name(id=found) | ast.Attribute(attr=found), args=[], keywords=[]):
            return found == name
    return False
