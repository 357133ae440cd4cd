"""Frozen values, beside those that dataclasses makes."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from reloader_core.values import frozen

made: list[str] = []


def new_list() -> list[int]:
    made.append("a list")
    return []


def point(decorator: Callable[[type], type]) -> Any:
    class Point:
        x: int
        y: int = 2
        note: str = field(default="", repr=False)
        place: str = field(default="", compare=False)
        rest: list[int] = field(default_factory=new_list, compare=False)

        def __post_init__(self) -> None:
            if self.x < 0:
                object.__setattr__(self, "x", 0)

        @property
        def total(self) -> int:
            return self.x + self.y

    return decorator(Point)


OURS = point(frozen)
THEIRS = point(dataclasses.dataclass(frozen=True, slots=True))


@pytest.mark.parametrize(
    "act",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, 3, "hidden", "here", [4]),
        lambda kind: kind(x=-5, place="there"),
        lambda kind: kind(1).total,
        lambda kind: kind(1) == kind(1),
        lambda kind: kind(1, place="a") == kind(1, place="b"),
        lambda kind: kind(1, note="a") == kind(1, note="b"),
        lambda kind: kind(1) == (1, 2, ""),
        lambda kind: hash(kind(1, place="a")) == hash(kind(1, place="b")) != hash(kind(2)),
        lambda kind: hash(kind(3, 4)),
        lambda kind: replace(kind(1), y=7),
        lambda kind: dataclasses.asdict(kind(1, rest=[1])),
        lambda kind: [each.name for each in dataclasses.fields(kind)],
        lambda kind: kind(1).rest is kind(1).rest,
        lambda kind: kind.__match_args__,
        lambda kind: kind.__slots__,
        lambda kind: kind.__name__,
        lambda kind: hasattr(kind(1), "__dict__"),
        lambda kind: setattr(kind(1), "x", 3),
        lambda kind: delattr(kind(1), "x"),
        lambda kind: kind(),
        lambda kind: kind(1, 2, "", "", [], 6),
        lambda kind: kind(1, z=3),
        lambda kind: kind(1, x=3),
    ],
)
def test_it_is_what_a_dataclass_is(act: Callable[[Any], object]) -> None:
    for _ in range(2):  # the first one is made in another way than the rest
        assert said(act, point(frozen)) == said(act, THEIRS)
    assert said(act, OURS) == said(act, THEIRS)


def said(act: Callable[[Any], object], kind: Any) -> str:
    try:
        return repr(act(kind))
    except FrozenInstanceError as error:
        return f"{type(error).__name__}: {error}"
    except TypeError as error:
        return f"TypeError: {str(error).replace('point.<locals>.', '')}"


def test_one_field_and_none() -> None:
    @frozen
    class Nothing:
        pass

    @frozen
    class One:
        n: float

    @frozen
    class Other:
        n: float

    assert Nothing() == Nothing() and len({Nothing(), Nothing()}) == 1
    assert One(1) == One(1) != Other(1) and One(1) != One(2)  # type: ignore[comparison-overlap]
    nan = float("nan")
    assert One(nan) == One(nan), "the same object is equal to itself, as in a tuple"


def test_a_kind_of_a_kind_has_the_fields_of_both() -> None:
    @frozen
    class Base:
        a: int

    @frozen
    class More(Base):
        b: int = 2

    assert Base(1) == Base(1)
    assert repr(More(1)).endswith("More(a=1, b=2)") and More(1).a == 1
    assert More(1) != Base(1)
    match More(3, 4):
        case More(a, b):
            assert (a, b) == (3, 4)


def test_nothing_is_compiled_before_it_is_needed() -> None:
    kind = point(frozen)
    first = kind.__init__
    kind(1)
    assert kind.__init__ is not first
    assert list(inspect.signature(kind).parameters) == ["x", "y", "note", "place", "rest"]
