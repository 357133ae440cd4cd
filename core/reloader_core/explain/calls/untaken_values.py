"""Values of a call that no parameter waits for: which of them, by the names of the others. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.calls import lacking
from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`Member(name, age, team)`, of (name, team)."""
    if found.kind is not Kind.TOO_MANY:
        return None
    calls = [
        (call, taken[0])
        for call in place.candidates(facts, ast.Call)
        if place.is_by_place(call) and (taken := lacking.parameters(facts, call)) is not None
        if len(call.args) > len(taken[0])
    ]
    if len(calls) != 1:
        return None
    call, names = calls[0]
    given = [lacking.name_of(each) for each in call.args]
    rest = [each for each in given if each not in names]
    shown = ", ".join(place.in_full(facts, each) for each in call.args)
    is_clear = names and [each for each in given if each in names] == names
    if (one := _one_of(facts, call, names, given)) and "..." not in shown:
        function = _function(facts, call)
        values = (str(found.values[0]), ", ".join(names), shown, ", ".join(one))
        if function is not None:
            return Diagnosis(Kind.ARGUMENT_UNTAKEN_OF, (*values, function.lineno))
    if not is_clear or not all(rest) or len(set(given)) < len(given) or "..." in shown:
        return None
    values = (str(found.values[0]), ", ".join(names), shown, ", ".join(rest))
    instead = "" if _is_called_with(facts, call, names) else _with(facts, call, given)
    function = _function(facts, call)
    if not instead or function is None:
        return Diagnosis(Kind.ARGUMENT_UNTAKEN, values)
    return Diagnosis(Kind.ARGUMENT_UNTAKEN_ADD, (*values, function.lineno, instead))


def _one_of(facts: Facts, call: ast.Call, names: list[str], given: list[str]) -> list[str]:
    """`flutes` and `fz`, of feed(rpm, flutes, fz), which takes (rpm, chipload): the first ones are
    called as they are, and one of the others is too many; empty if that is not so."""
    same = 0
    while same < len(names) and given[same] == names[same]:
        same += 1
    rest = given[same:]
    if not same or len(given) != len(names) + 1 or len(rest) < 2 or not all(rest):
        return []
    are_others = len(set(given)) == len(given) and not set(rest) & set(names)
    return rest if are_others and not _is_called_with(facts, call, names) else []


def _is_called_with(facts: Facts, call: ast.Call, names: list[str]) -> bool:
    """Another call gives it just what it takes now, and would lack what is added."""
    called = ast.unparse(call.func)
    return any(
        len(each.args) + len(each.keywords) <= len(names)
        for each in place.every(facts, ast.Call)
        if each is not call and ast.unparse(each.func) == called
    )


def _function(facts: Facts, call: ast.Call) -> ast.FunctionDef | None:
    """What is called, as it is written in this file."""
    if isinstance(call.func, ast.Name):
        cls = objects.class_named(facts, call.func.id)
        begins = [each for each in objects.methods(cls) if each.name == "__init__"] if cls else []
        if len(begins) == 1:
            return begins[0] if isinstance(begins[0], ast.FunctionDef) else None
        return scope.plain_function(place.tree_of(facts), call.func.id) if cls is None else None
    return lacking.method_called(facts, call.func)


def _with(facts: Facts, call: ast.Call, given: list[str]) -> str:
    """Its first line with these parameters; '' where it has more than plain names."""
    function = _function(facts, call)
    if function is None or function.decorator_list or function.returns is not None:
        return ""
    taken = function.args
    others = (*taken.posonlyargs, *taken.kwonlyargs, *taken.defaults, taken.vararg, taken.kwarg)
    names = [each.arg for each in taken.args if each.annotation is None]
    if any(each is not None for each in others) or len(names) < len(taken.args):
        return ""
    own = [each for each in names if each not in given]
    if len(own) > 1 or own and names[0] != own[0] or not all(each.isidentifier() for each in given):
        return ""
    return f"def {function.name}({', '.join([*own, *given])}):"
