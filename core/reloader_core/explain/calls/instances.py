"""What isinstance() and issubclass() are asked with, and is no class. Pure."""

from __future__ import annotations

import ast
import builtins
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NO_CLASS = re.compile(r"(?:isinstance|issubclass)\(\) arg 2 must be a (?:type|class)[\w ,()]*")
_NO_CLASS_FIRST = "issubclass() arg 1 must be a class"
_PARTS = (
    "isinstance() argument 2 cannot be a parameterized generic",
    "issubclass() argument 2 cannot be a parameterized generic",
    "Subscripted generics cannot be used with class and instance checks",
)
_MODULES = {"datetime": "datetime", "decimal": "Decimal", "array": "array", "time": "struct_time"}
_WITH_PARTS = ("list", "dict", "set", "tuple", "frozenset", "List", "Dict", "Set", "Tuple")
_OLD_NAMES = {"List": "list", "Dict": "dict", "Set": "set", "Tuple": "tuple"}


def no_class(facts: Facts) -> Diagnosis | None:
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) in ("isinstance", "issubclass") and len(call.args) == 2
    ]
    if len(calls) != 1:
        return None
    call, name = calls[0], place.builtin_called(facts, calls[0])
    if facts.message == _NO_CLASS_FIRST:
        return _of_object(facts, call)
    if _NO_CLASS.fullmatch(facts.message):
        return _turned(facts, call, name) or _second(facts, call, name)
    return None


def with_parts(facts: Facts) -> Diagnosis | None:
    """isinstance(names, list[str])"""
    if facts.message not in _PARTS or facts.is_by_hand:
        return None
    found = []
    for call in place.in_statement(facts):
        match call:
            case ast.Call(
                func=ast.Name(id="isinstance" | "issubclass" as name),
                args=[what, ast.Subscript(value=ast.Name(id=title)) as cls],
            ) if title in _WITH_PARTS:
                plain = _OLD_NAMES.get(title, title)
                instead = f"{name}({place.shown(facts, what)}, {plain})"
                found.append((f"{name}()", place.shown(facts, cls), instead))
    return Diagnosis(Kind.INSTANCE_PARTS, found[0]) if len(found) == 1 else None


def _of_object(facts: Facts, call: ast.Call) -> Diagnosis | None:
    what, cls = call.args
    kind = place.type_of(facts, what)
    if not kind or kind == "type":
        return None
    instead = f"isinstance({place.shown(facts, what)}, {place.shown(facts, cls)})"
    return Diagnosis(Kind.SUBCLASS_OF_OBJECT, (place.shown(facts, what), instead))


def _turned(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    first, second = call.args
    kind = place.type_of(facts, second)
    if place.type_of(facts, first) != "type" or kind in ("", "type", "tuple", "NoneType"):
        return None
    if not isinstance(first, ast.Name) or not _is_class(facts, first.id):
        return None  # it may be that one which is asked for
    instead = f"{name}({place.shown(facts, second)}, {place.shown(facts, first)})"
    return Diagnosis(Kind.INSTANCE_TURNED, (f"{name}()", instead))


def _second(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    what, cls = call.args
    function, first, shown = f"{name}()", place.shown(facts, what), place.shown(facts, cls)
    match cls:
        case ast.Constant(value=str(text)):
            if _is_class(facts, text):
                return Diagnosis(Kind.INSTANCE_NAME, (function, shown, f"{name}({first}, {text})"))
        case ast.Tuple(elts=[*each]) | ast.List(elts=[*each]) | ast.Set(elts=[*each]):
            return _of_several(facts, call, name, each)
        case ast.Constant(value=None) if name == "isinstance":
            return Diagnosis(Kind.INSTANCE_NONE, (function, f"{first} is None"))
        case ast.BoolOp():
            return None  # which of them it was is not known
    value = place.known(facts, cls)
    if value is None or value.type in ("type", "tuple", "object"):
        return None
    if value.type == "module":
        title = str(value.details[0])
        if title not in _MODULES:
            return None
        full = f"{place.shown(facts, cls)}.{_MODULES[title]}"
        return Diagnosis(Kind.INSTANCE_MODULE, (function, shown, full))
    if isinstance(cls, ast.Name) and isinstance(getattr(builtins, cls.id, None), type):
        return Diagnosis(Kind.NAME_HIDES_FUNCTION, (cls.id, value.type))
    return Diagnosis(Kind.INSTANCE_VALUE, (function, shown, value.type))


def _of_several(
    facts: Facts, call: ast.Call, name: str, classes: list[ast.expr]
) -> Diagnosis | None:
    """In wrong brackets, or with quotes."""
    first, texts = place.shown(facts, call.args[0]), []
    for each in classes:
        match each:
            case ast.Constant(value=str(text)) if _is_class(facts, text):
                texts.append(text)
            case ast.Name() if place.type_of(facts, each) == "type":
                texts.append(each.id)
            case _:
                return None
    if not texts:
        return None
    comma = "," if len(texts) == 1 else ""
    instead = f"{name}({first}, ({', '.join(texts)}{comma}))"
    if any(isinstance(each, ast.Constant) for each in classes):
        shown = next(place.shown(facts, each) for each in classes if isinstance(each, ast.Constant))
        return Diagnosis(Kind.INSTANCE_NAME, (f"{name}()", shown, instead))
    return Diagnosis(Kind.INSTANCE_LIST, (f"{name}()", instead))


def _is_class(facts: Facts, text: str) -> bool:
    is_own = objects.class_named(facts, text) is not None
    return is_own or isinstance(getattr(builtins, text, None), type)
