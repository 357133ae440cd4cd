"""What a class is built upon, its properties, and enumerations. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import imported, objects
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_IN_MODULES = {
    "random": "Random", "threading": "Thread", "datetime": "datetime", "unittest": "TestCase",
    "enum": "Enum", "turtle": "Turtle", "tkinter": "Tk", "abc": "ABC", "collections": "UserDict",
    "queue": "Queue", "decimal": "Decimal", "pathlib": "Path", "string": "Template",
}  # fmt: skip


def base(facts: Facts) -> Diagnosis | None:
    """class Dice(random), class Dog(Animal()), class C(A, B) where B builds upon A"""
    statement = place.statement(facts)
    if not isinstance(statement, ast.ClassDef) or not statement.bases:
        return None
    if facts.message == "module() takes at most 2 arguments (3 given)":
        return _module(facts, statement.bases)
    if facts.message.startswith("Cannot create a consistent method resolution"):
        return _order(facts, statement.bases)
    said = re.match(
        r"(int|float|str|list|tuple) expected at most \d arguments?, got 3$"
        r"|(\w+)(?:\.__init__)?\(\) takes (?:no arguments|at most 2 arguments \(3 given\)"
        r"|(?:exactly )?\d+ (?:positional )?arguments? but 4 were given)",
        facts.message,
    )
    kind = (said[1] or said[2]) if said is not None else ""
    match statement.bases:
        case [ast.Call(func=ast.Name(id=name), args=[], keywords=[]) as what]:
            is_class = place.type_of(facts, what.func) == "type"
            is_class = is_class or objects.class_named(facts, name) is not None
            if is_class and kind in (name, "__init__"):
                return Diagnosis(Kind.BASE_IS_VALUE, (place.shown(facts, what), name))
        case [what] if kind and place.type_of(facts, what) == kind:
            return Diagnosis(Kind.BASE_IS_VALUE, (place.shown(facts, what), kind))
    return None


def _module(facts: Facts, bases: list[ast.expr]) -> Diagnosis | None:
    found = []
    for each in bases:
        value = place.known(facts, each)
        if value is not None and value.type == "module":
            shown, name = place.shown(facts, each), _IN_MODULES.get(str(value.details[0]), "")
            own = "" if name else imported.class_in(facts, each)
            found.append((shown, own or f"{shown}.{name or 'ClassName'}"))
    return Diagnosis(Kind.BASE_IS_MODULE, found[0]) if len(found) == 1 else None


def _order(facts: Facts, bases: list[ast.expr]) -> Diagnosis | None:
    match bases:
        case [ast.Name(id=first), ast.Name(id=second)]:
            cls = objects.class_named(facts, second)
            if cls is not None and first in map(ast.unparse, cls.bases):
                return Diagnosis(Kind.BASES_ORDER, (first, second))
    return None


def property_takes(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"(?:\w+\.)?(\w+)\(\) missing \d+ required positional arg.*", facts.message)
    if said is None:
        return None
    found = objects.methods_named(facts, said[1])
    asked = [
        each
        for each in place.candidates(facts, ast.Attribute)
        if each.attr == said[1] and isinstance(each.ctx, ast.Load)
    ]
    if len(found) != 1 or not asked or len(found[0].args.args) < 2:
        return None
    if "property" not in map(ast.unparse, found[0].decorator_list):
        return None
    return Diagnosis(Kind.PROPERTY_TAKES, (said[1], found[0].lineno))


# -- enumerations


def members(facts: Facts) -> Diagnosis | None:
    """Two of one name, and an enumeration of another one."""
    if not in_file(facts, "enum.py"):
        return None
    if said := re.match(
        r"(?:'(\w+)' already defined as |Attempted to reuse key: '(\w+)')", facts.message
    ):
        return Diagnosis(Kind.MEMBER_TWICE, (said[1] or said[2],))
    if said := re.fullmatch(r"duplicate values found in <enum '\w+'>: (.{1,100})", facts.message):
        return Diagnosis(Kind.MEMBERS_ALIKE, (said[1].replace(" -> ", " = "),))
    said = re.fullmatch(
        r"<enum '\w+'> cannot extend <enum '(\w+)'>|\w+: cannot extend enumeration '(\w+)'",
        facts.message,
    )
    return Diagnosis(Kind.ENUM_EXTENDED, (said[1] or said[2],)) if said is not None else None


def member_set(facts: Facts) -> Diagnosis | None:
    """Color.RED = 5"""
    is_said = re.match(r"[Cc]annot reassign member", facts.message)
    match place.statement(facts):
        case ast.Assign(targets=[ast.Attribute() as member]) if is_said and in_file(
            facts, "enum.py"
        ):
            return Diagnosis(Kind.MEMBER_SET, (place.shown(facts, member),))
    return None
