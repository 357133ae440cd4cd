"""What is nearly right, and stands in the wrong place or order: a @staticmethod without that word,
a form for numbers that is turned round, a record that is written otherwise. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MANY_PLACES = 4
"""More behind a point are seldom wanted: such a number is the width."""


def static_forgotten(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    """Called on the class, a method that makes a result of what it is given alone."""
    found = objects.methods_named(facts, name)
    match call.func:
        case ast.Attribute(value=ast.Name(id=title)) if len(found) == 1:
            method = found[0]
        case _:
            return None
    cls, taken = objects.class_named(facts, title), [each.arg for each in method.args.args]
    if cls is None or method not in cls.body or method.decorator_list or len(taken) < 2:
        return None
    is_used = any(isinstance(each, ast.Name) and each.id == taken[0] for each in ast.walk(method))
    returns = any(isinstance(each, ast.Return) and each.value for each in ast.walk(method))
    if is_used or not returns or taken[0] != "self" or not call.args and not call.keywords:
        return None
    if scope.function_around(facts) not in cls.body and not _needs_values(cls):
        return None
    if any(isinstance(each, ast.Call) and _is_super(each) for each in ast.walk(method)):
        return None
    parameters = re.sub(r"^self,\s*", "", ast.unparse(method.args))
    values = (f"{name}()", taken[0], method.lineno, f"def {name}({parameters}):")
    return Diagnosis(Kind.STATIC_FORGOTTEN, values)


def _needs_values(cls: ast.ClassDef) -> bool:
    """For an object of it, which is then seldom made just to call a method."""
    begins = [each.args for each in objects.methods(cls) if each.name == "__init__"]
    return any(len(each.args) - 1 > len(each.defaults) for each in begins)


def _is_super(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "super"


# -- what is written into the text


def format_places(code: str) -> Diagnosis | None:
    """`2.f`: behind its point the number of places is missing."""
    found = re.fullmatch(r"(?P<before>.*?)(?P<number>\d*)\.(?P<letter>[eEfFgG%])", code)
    if found is None:
        turned = re.fullmatch(r"(?P<letter>[fF%])\.?(?P<number>[1-4])", code)
        if turned is None:
            return None
        return Diagnosis(Kind.FORMAT_PLACES, (code, f".{turned['number']}{turned['letter']}"))
    number, before = found["number"], found["before"]
    if number and int(number) <= _MANY_PLACES and not before:
        instead = f".{number}{found['letter']}"
    else:
        instead = f"{before}{number}.2{found['letter']}"
    return Diagnosis(Kind.FORMAT_PLACES, (code, instead))


def odd_record(facts: Facts, key: str, keys: list[str]) -> Diagnosis | None:
    """Of a list of dictionaries in the text, one has another key than most of them have. `keys`:
    all of the one that was asked."""
    records = [
        each.elts
        for each in place.every(facts, ast.List)
        if all(isinstance(one, ast.Dict) for one in each.elts)
    ]
    for each in records:
        dicts = [one for one in each if isinstance(one, ast.Dict)]
        lacking = [one for one in dicts if key not in _texts(one)]
        if len(dicts) < 3 or len(lacking) != 1 or sorted(_texts(lacking[0])) != sorted(keys):
            continue
        near = nearest(key, keys)
        for node in lacking[0].keys:
            if near and isinstance(node, ast.Constant) and node.value == near:
                return Diagnosis(Kind.ODD_RECORD, (node.lineno, repr(near), repr(key)))
        return Diagnosis(Kind.RECORD_LACKS, (lacking[0].lineno, repr(key)))
    return None


def _texts(record: ast.Dict) -> list[str]:
    return [
        each.value
        for each in record.keys
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
