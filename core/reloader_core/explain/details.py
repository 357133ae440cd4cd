"""What the card opens to: the values of the names in the line that failed, and the exceptions
before this one. Pure."""

from __future__ import annotations

import ast
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value, literal, value_from

MOST_VALUES = 12
_NO_VALUES = (*FUNCTION_TYPES, "type", "module")
_BRACKETS = {
    "list": ("[", "]"),
    "tuple": ("(", ")"),
    "set": ("{", "}"),
    "dict": ("{", "}"),
    "frozenset": ("frozenset({", "})"),
}


class Link(enum.Enum):
    """What an exception has to do with the one that came after it."""

    CAUSE = "cause"
    """`raise ... from it`"""
    CONTEXT = "context"
    """It was being handled when the other one happened."""


@dataclass(frozen=True, slots=True)
class Cause:
    """An exception before the one that ended the script. `message`: '' where only code of the
    script's could tell it. `file`, `line`, `function`: the innermost frame of the user's; None,
    None and '' if there is none."""

    link: Link
    type: str
    message: str
    file: Path | None = None
    line: int | None = None
    function: str = ""


@dataclass(frozen=True, slots=True)
class NamedValue:
    """`type`: its name. `shown`: shortened, as Python would write it; '' if no more than the type
    is known. `length`: of all of a text or container."""

    name: str
    type: str
    shown: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """`values`: in the order of their names in the line. `causes`: the first one first."""

    values: tuple[NamedValue, ...] = ()
    causes: tuple[Cause, ...] = ()


def of(facts: Facts) -> Details:
    return Details(tuple(_values(facts)), tuple(_causes(facts.told.get("causes", ()))))


def _values(facts: Facts) -> Iterator[NamedValue]:
    nodes = sorted(_names(facts), key=lambda node: (node.lineno, node.col_offset))
    for name in list(dict.fromkeys(node.id for node in nodes))[:MOST_VALUES]:
        found = facts.names.get(name)
        if found is not None and found.where != "builtin" and found.value.type not in _NO_VALUES:
            yield NamedValue(name, found.value.name, shown(found.value), found.value.length)


def _names(facts: Facts) -> list[ast.Name]:
    """Those of the statement that stand in the lines that were being executed."""
    first, last = (facts.span[0], facts.span[1]) if facts.span else (facts.line, facts.line)
    return [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Name)
        and first <= node.lineno <= last
        and place.value_named(facts, node) is not None
    ]


def shown(value: Value) -> str:
    """As Python would write it, shortened; '' if no more than the type is known."""
    match value.type, value.details:
        case (("str" | "bytes"), ((str() | bytes()) as text, int(length))):
            return repr(text) + ("..." if length > len(text) else "")
        case (("list" | "tuple" | "set" | "frozenset" | "dict"), (int(length), list(items))):
            return _container(value.type, length, items)
    return literal(value)


def _container(kind: str, length: int, items: list[Any]) -> str:
    if kind == "dict":
        parts = [f"{_item(key)}: {_item(item)}" for key, item in items]
    else:
        parts = [_item(item) for item in items]
    if length > len(parts):
        parts.append("...")
    if not parts and kind in ("set", "frozenset"):
        return f"{kind}()"
    opening, closing = _BRACKETS[kind]
    comma = "," if kind == "tuple" and length == 1 else ""
    return f"{opening}{', '.join(parts)}{comma}{closing}"


def _item(told: object) -> str:
    value = value_from(told)
    return shown(value) or f"<{value.name}>"


def _causes(told: object) -> Iterator[Cause]:
    match told:
        case [*links]:
            for link in links:
                match link:
                    case (str(how), str(kind), str(message), str(file), int(line), str(function)):
                        path = Path(file) if file else None
                        yield Cause(Link(how), kind, message, path, line or None, function)
