"""Frozen values with slots: `@frozen` is `@dataclass(frozen=True, slots=True)`, made at once.

dataclasses compile six functions for each class that is defined. There are some 150 such classes,
and that was half of the time until `reloader` began and a fifth of the window's. What is compiled
here is `__init__` alone, and only when the first value is made: most kinds are never met in a run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[T]) -> type[T]:
    """Fields, `replace`, `match`, equality and hashes are those of a dataclass."""
    cls.__doc__ = cls.__doc__ or f"A {cls.__name__}."  # else its signature is asked for
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)  # type: ignore[arg-type]  # which it is by now
    key = _key([field.name for field in fields if field.compare])
    shown = [field.name for field in fields if field.repr]

    def init_first(self: Any, *args: Any, **named: Any) -> None:
        init = _compiled_init(made, fields)
        made.__init__ = init  # type: ignore[method-assign]
        init(self, *args, **named)

    def equal(self: Any, other: object) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    def represented(self: Any) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({values})"

    for name, method in {
        "__init__": init_first,
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": represented,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }.items():
        setattr(made, name, method)
    return made


def _key(names: list[str]) -> Callable[[Any], object]:
    """All that makes two of a kind equal, in a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _compiled_init(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    known: dict[str, Any] = {"_unset": dataclasses.MISSING}
    parameters, lines = [], []
    for field in fields:
        name = field.name
        known[f"_set_{name}"] = getattr(cls, name).__set__  # the slot's; ours refuses
        parameter = name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameter += f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameter += "=_unset"
            lines.append(f"if {name} is _unset: {name} = _make_{name}()")
        parameters.append(parameter)
        lines.append(f"_set_{name}(self, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(['self', *parameters])}):\n    {body}", known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
