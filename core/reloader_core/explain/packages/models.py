"""What pydantic says of the values of a model, and classes whose objects take values by name only.
Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import is_by, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_HEAD = re.compile(r"\d+ validation errors? for (\w+)\n")
_PROBLEM = re.compile(
    r"(?:(?P<what>[\w.]+)\n)?  (?P<text>[^\n]+) \[type=(?P<type>\w+), input_value=(?P<value>.*),"
    r" input_type=(?P<given>\w+)\]"
)
"""As pydantic 2 writes it."""
_OLD = re.compile(r"(?P<what>[\w.]+|\w+ -> [\w> -]+)\n  (?P<text>[^\n]+) \(type=(?P<type>[\w.]+)")
_WANTED = {
    "int_parsing": "int", "int_type": "int", "int_from_float": "int", "float_parsing": "float",
    "float_type": "float", "bool_parsing": "bool", "bool_type": "bool", "string_type": "str",
    "list_type": "list", "dict_type": "dict", "tuple_type": "tuple", "set_type": "set",
    "bytes_type": "bytes",
}  # fmt: skip
_OWN = ("value_error", "assertion_error")
"""What the script's own code has raised."""
_BRANCHES = ("int", "float", "str", "bool", "dict", "list", "date", "datetime", "none")
"""Behind a field's name: one of several types that it may have."""
_MOST_CHARS = 40


def value(facts: Facts) -> Diagnosis | None:
    """The first field that has no right value."""
    if not is_by(facts, "pydantic_core,pydantic", "ValidationError"):
        return None
    head = _HEAD.match(message(facts))
    if head is None:
        return None
    rest = message(facts)[head.end() :]
    if (first := _PROBLEM.match(rest)) is None:
        return _old(head[1], rest)
    problems = list(_PROBLEM.finditer(rest))
    missing = [str(each["what"]) for each in problems if each["type"] == "missing" and each["what"]]
    if first["type"] == "missing" and missing:
        return _missing(head[1], missing)
    return _of_problem(head[1], first["what"] or "", first)


def _missing(name: str, fields: list[str]) -> Diagnosis | None:
    said = ", ".join(fields)
    return Diagnosis(Kind.MODEL_MISSING, (name, said)) if len(said) < 2 * _MOST_CHARS else None


def _of_problem(name: str, what: str, problem: re.Match[str]) -> Diagnosis | None:
    kind, given = problem["type"], _shown(problem["value"])
    if kind in _OWN or "argument" in kind or what.rpartition(".")[2] in _BRANCHES:
        return None
    if what[:1].isdigit():  # of a function's arguments
        return None
    if kind == "frozen_instance":
        return Diagnosis(Kind.MODEL_FROZEN, (name,))
    if kind == "json_invalid":
        at = re.search(r" at line (\d+) column (\d+)$", problem["text"])
        return Diagnosis(Kind.NOT_JSON, (int(at[1]), int(at[2]))) if at is not None else None
    if kind in ("model_type", "dict_type", "model_attributes_type") and not what:
        return Diagnosis(Kind.MODEL_OF, (name, given))
    if not what:
        return None
    if kind == "extra_forbidden":
        return Diagnosis(Kind.MODEL_EXTRA, (what, name))
    if (wanted := _WANTED.get(kind)) is not None:
        return Diagnosis(Kind.MODEL_TYPE, (what, name, wanted, given))
    if len(problem["text"]) > 2 * _MOST_CHARS:
        return None
    return Diagnosis(Kind.MODEL_RULE, (what, name, given, problem["text"]))


def _old(name: str, rest: str) -> Diagnosis | None:
    """As pydantic 1 writes it."""
    problems = list(_OLD.finditer(rest))
    missing = [each["what"] for each in problems if each["type"] == "value_error.missing"]
    is_first = bool(problems) and problems[0]["type"] == "value_error.missing"
    return _missing(name, missing) if is_first else None


def _shown(value: str) -> str:
    return value if len(value) <= _MOST_CHARS else f"{value[: _MOST_CHARS - 3]}..."


# -- of their classes


def annotation(facts: Facts) -> Diagnosis | None:
    """`name = "x"` in a model"""
    told = re.match(r"A non-annotated attribute was detected: `(\w+) = ", message(facts))
    if told is None or not is_by(facts, "pydantic", "PydanticUserError"):
        return None
    return Diagnosis(Kind.MODEL_ANNOTATION, (told[1],))


def no_schema(facts: Facts) -> Diagnosis | None:
    """A class that pydantic knows nothing of."""
    told = re.match(
        r"Unable to generate pydantic-core schema for <class '(?:\w+\.)*(\w+)'>", message(facts)
    )
    is_said = is_by(facts, "pydantic", "PydanticSchemaGenerationError")
    return Diagnosis(Kind.MODEL_CLASS, (told[1],)) if told is not None and is_said else None


def no_field(facts: Facts) -> Diagnosis | None:
    told = re.match(r'"(\w+)" object has no field "(\w+)"', message(facts))
    if told is None or not is_by(facts, "pydantic", "ValueError"):
        return None
    return Diagnosis(Kind.MODEL_NO_FIELD, (told[1], told[2]))


def near_field(facts: Facts) -> Diagnosis | None:
    """pydantic itself says which attribute is not there."""
    told = re.fullmatch(r"'(\w+)' object has no attribute '(\w+)'", message(facts))
    if told is None or not is_by(facts, "pydantic", "AttributeError"):
        return None
    names, _answers = facts.told.get("attributes", ([], True))
    near = nearest(told[2], names)
    return Diagnosis(Kind.NEAR_ATTRIBUTE, (told[1], told[2], near)) if near else None


_BY_NAME = ("ModelMetaclass", "DeclarativeMeta", "DeclarativeAttributeIntercept")
_TOO_MANY = re.compile(
    r"(?:(?:\w+\.)*__init__|_declarative_constructor)\(\) takes (?:exactly )?1 positional argument"
    r" but \d+ were given"
)


def by_name_only(facts: Facts) -> Diagnosis | None:
    """User("Ann"), of a class whose maker is pydantic or SQLAlchemy."""
    if _TOO_MANY.match(message(facts)) is None:
        return None
    calls = [each for each in place.candidates(facts, ast.Call) if isinstance(each.func, ast.Name)]
    made = [each for each in calls if _is_by_name(facts, each)]
    if len(calls) != 1 or len(made) != 1 or not isinstance(made[0].func, ast.Name):
        return None
    name, first = made[0].func.id, place.shown(facts, made[0].args[0])
    return Diagnosis(Kind.BY_NAME_ONLY, (name, f"{name}({_field(facts, name)}={first}, ...)"))


def _is_by_name(facts: Facts, call: ast.Call) -> bool:
    value = place.known(facts, call.func)
    is_its = bool(call.args) and value is not None and value.name in _BY_NAME
    classes = {node.name: node for node in place.every(facts, ast.ClassDef)}
    return is_its and isinstance(call.func, ast.Name) and _is_plain(call.func.id, classes)


def _is_plain(name: str, classes: dict[str, ast.ClassDef], depth: int = 0) -> bool:
    """It is made in this file, and neither it nor a base of it has an __init__() of its own."""
    made = classes.get(name)
    if made is None:
        return depth > 0 and name in ("BaseModel", "Base", "DeclarativeBase")
    if depth > 9 or any(isinstance(each, ast.FunctionDef) and each.name == "__init__"
                        for each in made.body):  # fmt: skip
        return False
    for base in made.bases:
        match base:
            case ast.Name(id=found):
                if not _is_plain(found, classes, depth + 1):
                    return False
            case ast.Attribute(attr="BaseModel" | "Model" | "DeclarativeBase"):
                pass
            case _:
                return False
    return True


def _field(facts: Facts, name: str) -> str:
    """The first that the class has, but for the number of a row."""
    for node in place.every(facts, ast.ClassDef):
        if node.name == name:
            for each in node.body:
                match each:
                    case ast.AnnAssign(target=ast.Name(id=field)) if field != "id":
                        return field
                    case ast.Assign(targets=[ast.Name(id=field)]):
                        if field not in ("id", "__tablename__", "model_config"):
                            return field
    return "name"
