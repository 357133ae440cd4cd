"""A part of a page that one of many lacks: what is to be written so that it gets a value all the
same, and is not left out. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NAMES = ("tag", "found", "part")
_NUMBERS = ("int", "float", "Decimal", "complex", "Fraction", "strptime", "fromisoformat")


def given_else(facts: Facts, call: ast.expr, attribute: str) -> Diagnosis | None:
    """`room = div.find("span").text`, in a loop in which others had it."""
    parts = _of_one(facts, call, call)
    name = next((each for each in _NAMES if _is_free(facts, each)), "")
    if parts is None or not name:
        return None
    line, target, shown, rest = parts
    instead = f'{target} = {name}{rest} if {name} is not None else "?"'
    values = (shown, attribute, line, f"{name} = {shown}", instead)
    return Diagnosis(Kind.TAG_MISSING_ELSE, values)


def named_else(facts: Facts, name: ast.Name, made: ast.Assign, attribute: str) -> Diagnosis | None:
    """The same, where what is found has a name: `made` gives it that."""
    parts = _of_one(facts, name, made.value)
    if parts is None:
        return None
    line, target, shown, rest = parts
    instead = f'{target} = {shown}{rest} if {shown} is not None else "?"'
    found = place.in_full(facts, made.value)
    return Diagnosis(Kind.TAG_BEFORE_ELSE, (shown, attribute, made.lineno, found, line, instead))


def _of_one(facts: Facts, what: ast.expr, call: ast.expr) -> tuple[int, str, str, str] | None:
    """The line, the name that the text gets, what is None, and what is asked of it; if one of many
    lacks it in which the same was looked for."""
    statement = place.statement(facts)
    match statement, call:
        case (
            ast.Assign(targets=[ast.Name(id=target)], value=value),
            ast.Call(func=ast.Attribute(value=ast.Name(id=one))),
        ) if _is_asked_of(value, what):
            pass
        case _:
            return None
    loop, full, shown = scope.loop_around(facts), place.in_full(facts, value), ""
    shown = place.in_full(facts, what)
    is_plain = "..." not in full + shown and full.startswith(shown)
    if loop is None or not is_plain or not place.begins_line(facts, statement):
        return None
    if not place.is_name(loop.target, one) or not _had_others(facts, loop, target):
        return None
    if _is_calculated_with(facts, target):
        return None
    return statement.lineno, target, shown, full[len(shown) :]


def _is_asked_of(value: ast.expr, what: ast.expr) -> bool:
    """`.text`, `.text.strip()` and the like."""
    while value is not what:
        match value:
            case ast.Attribute(value=inner):
                value = inner
            case ast.Call(func=ast.Attribute(value=inner), args=args) if all(
                map(place.is_text, args)
            ):
                value = inner
            case _:
                return False
    return True


def _had_others(facts: Facts, loop: ast.For, target: str) -> bool:
    """The name has a value already, which only this line can have given it: any other that would
    stands below the loop."""
    around, found, tree = (
        scope.of_name(facts, target),
        facts.names.get(target),
        place.tree_of(facts),
    )
    if around is None or found is None or tree is None or scope.is_declared(tree, target):
        return False
    is_inside = any(
        isinstance(each, ast.For | ast.While) and each is not loop and loop in ast.walk(each)
        for each in scope.in_scope(around)
    )
    last = (loop.end_lineno or loop.lineno) if not is_inside else tree.body[-1].end_lineno or 0
    others = [each for each in scope.bindings(around, target) if each != facts.line]
    return found.value.type == "str" and all(each > last for each in others)


def _is_calculated_with(facts: Facts, name: str) -> bool:
    """Or taken apart: "?" would be no such text."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call() if place.name_called(node) in _NUMBERS:
                if any(place.is_name(each, name) for each in ast.walk(node)):
                    return True
            case ast.Subscript(value=value) if not isinstance(node.slice, ast.Slice):
                if any(place.is_name(each, name) for each in ast.walk(value)):
                    return True
            case ast.Assign(targets=[ast.Tuple()], value=value):
                calls = [each for each in ast.walk(value) if isinstance(each, ast.Attribute)]
                if any(place.is_name(each.value, name) for each in calls):
                    return True
    return False


def _is_free(facts: Facts, name: str) -> bool:
    return not any(
        place.is_name(each, name) or getattr(each, "arg", getattr(each, "name", None)) == name
        for each in place.every(facts, ast.AST)
    )
