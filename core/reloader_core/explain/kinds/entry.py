"""How kinds are written down, by topic: diagnosis.py makes one enum of all of them. Pure."""

from __future__ import annotations

import enum
from typing import Any, TypeVar

Kinds = TypeVar("Kinds")


class Entry:
    """A kind to be: its title, and what the values of its sentence are called, in their order."""

    def __init__(self, title: str, *fields: str) -> None:
        self.value = (title, *fields)

    def __get__(self, instance: None, owner: type[Kinds]) -> Kinds:
        """For the type checker: in the enum a member stands in its place."""
        raise AttributeError(f"{owner.__name__} is no enum")


class Gathering(enum.EnumMeta):
    """Makes members of an enum of all that its bases have as entries."""

    @classmethod
    def __prepare__(  # type: ignore[override]  # as EnumMeta's own, which is not type's
        metacls, cls: str, bases: tuple[type, ...], **options: Any
    ) -> enum._EnumDict:
        names = super().__prepare__(cls, bases, **options)
        for base in bases:
            for name, entry in vars(base).items():
                if isinstance(entry, Entry):
                    names[name] = entry.value
        return names
