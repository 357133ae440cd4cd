"""What a rule may know of a crash: what the agent told of it, and the text that ran. Frozen; pure.

The agent's words are a literal of Python (agent/crash.py), as the script's own process sent them:
what is not as expected is as good as not told.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reloader_core.model import ScriptError

FUNCTION_TYPES = ("function", "method", "builtin_function_or_method")
"""Of what is no class, and whose result may be meant where it stands."""
_PYTHONS = "<frozen "
"""What its own modules may be called that are part of the program."""


@dataclass(frozen=True, slots=True)
class Value:
    """`type`: its name; 'object' is everything that is of no built-in type, and 'type' a class.
    `details` as agent/values.py has them."""

    type: str
    details: tuple[Any, ...] = ()

    @property
    def length(self) -> int | None:
        match self.type, self.details:
            case (("list" | "tuple" | "dict" | "set" | "frozenset"), (int(length), *_)):
                return length
            case (("str" | "bytes"), (_, int(length))):
                return length
        return None

    @property
    def text(self) -> str | None:
        """All of it, if it is a short text."""
        match self.type, self.details:
            case "str", (str(text), int(length)) if len(text) == length:
                return text
        return None

    @property
    def number(self) -> int | None:
        match self.type, self.details:
            case "int", (int(number),):
                return number
        return None

    @property
    def name(self) -> str:
        """The type's, as its user calls it."""
        return str(self.details[0]) if self.type == "object" and self.details else self.type

    @property
    def signature(self) -> Signature | None:
        if self.type not in ("function", "method", "type") or not self.details:
            return None
        match self.details[-1]:
            case (name, file, line, names, defaults, keywords, more, more_keywords):
                signature = Signature(
                    name, file, line, tuple(names), defaults, keywords, more or more_keywords
                )
                return signature.bound() if self.type != "function" else signature
        return None


@dataclass(frozen=True, slots=True)
class Signature:
    name: str
    file: str
    line: int
    parameters: tuple[str, ...]
    defaults: int
    keyword_only: int
    takes_any: bool
    """It has *args or **kwargs."""
    has_no_self: bool = False
    """It belongs to a class, and has no parameter for the object."""
    first: str = ""
    """The one for the object, if it belongs to a class."""

    def bound(self) -> Signature:
        """Without the first parameter, which the call fills in."""
        return Signature(
            self.name,
            self.file,
            self.line,
            self.parameters[1:],
            self.defaults,
            self.keyword_only,
            self.takes_any,
            has_no_self=not self.parameters,
            first=self.parameters[0] if self.parameters else "",
        )


def value_from(told: object) -> Value:
    match told:
        case (str(kind), *details):
            return Value(kind, tuple(details))
    raise ValueError(told)


def literal(value: Value) -> str:
    """As it is written in a script; '' if it is too long or not known."""
    match value.type, value.details:
        case "str", (str(text), int(length)):
            return repr(text) if len(text) == length else repr(text)[:-1] + "...'"
        case (("int" | "bool"), (int(number),)):
            return repr(number)
        case "float", (str(text),):
            return text
        case "NoneType", ():
            return "None"
    return ""


@dataclass(frozen=True, slots=True)
class Name:
    where: str
    """local, global or builtin"""
    value: Value


@dataclass(frozen=True, slots=True)
class Facts:
    """Of an error that nobody has handled. `source`: the text of the file that the innermost line
    of the user's is in; None if it is not known that this text ran."""

    error: ScriptError
    source: str | None = None
    version: tuple[int, ...] = ()
    arguments: tuple[Value, ...] = ()
    slots: Mapping[str, Value] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    reached: Mapping[str, Value] = field(default_factory=dict)
    """What stands on the line behind a name, with dots and brackets, as ast.unparse() writes it."""
    is_innermost: bool = False
    """No function of a library was running."""
    is_raised: bool = True
    """By a `raise` or `assert` of the script's own."""
    span: tuple[int, int, int, int] | None = None
    """Line, last line, column, last column of what was being executed, columns in bytes of UTF-8;
    from 3.11 on."""
    function: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What only one rule asks for."""
    may_read: Callable[[Path], bool] = lambda _path: False
    """Whether a file that the script's text names is there, and near enough to be looked into."""

    @property
    def line(self) -> int:
        return self.error.line or 0

    @property
    def message(self) -> str:
        """What Python says, unless that is no text."""
        first = self.arguments[0] if self.arguments else Value("")
        return str(first.details[0]) if first.type == "str" else ""

    @property
    def is_by_hand(self) -> bool:
        """It may be raised by the script's own code, also in exec()."""
        is_own = self.is_raised and self.is_innermost
        inside = str(self.told.get("innermost_file", ""))
        return is_own or inside[:1] == "<" and not inside.startswith(_PYTHONS)

    def slot(self, name: str) -> str:
        """A text that the error carries; '' if it does not."""
        value = self.slots.get(name)
        return value.text or "" if value is not None else ""

    @property
    def file(self) -> Path | None:
        return self.error.file


def from_told(error: ScriptError, source: str | None, told: Mapping[str, Any]) -> Facts | None:
    """None: what was told cannot be understood."""
    try:
        span = told.get("span") or None
        return Facts(
            error,
            source,
            version=tuple(told["version"]),
            arguments=tuple(map(value_from, told["arguments"])),
            slots={name: value_from(value) for name, value in told.get("slots", {}).items()},
            names={
                name: Name(where, value_from(value))
                for name, (where, value) in told.get("names", {}).items()
            },
            reached={name: value_from(each) for name, each in told.get("reached", {}).items()},
            is_innermost=told.get("is_innermost", False),
            is_raised=told.get("is_raised", True),
            span=span,
            function=told.get("function", ("", 0))[0],
            told=told,
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def read(error: ScriptError) -> dict[str, Any] | None:
    """What was told, as it came."""
    try:
        told = ast.literal_eval(error.facts)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
