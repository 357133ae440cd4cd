"""What packages say in errors of their own, as tables: who says it, in which words, what it means.
A rule of its own is only what needs the script's text as well. Pure.

Wordings differ by the packages' versions: a pattern holds for all that are known, and what is not
known is not explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


@dataclass(frozen=True, slots=True)
class Saying:
    """Whose it is, and what it means: the pattern's groups are the values of the kind, in order."""

    packages: tuple[str, ...]
    pattern: re.Pattern[str]
    kind: Kind


ALL: list[Saying] = []
"""For the tests."""


def saying(packages: str, pattern: str, kind: Kind) -> Saying:
    """`packages`: their names, and C for what is raised by code that is written in C."""
    made = Saying(tuple(packages.split()), re.compile(pattern, re.DOTALL), kind)
    ALL.append(made)
    return made


def first(facts: Facts, sayings: Iterable[Saying]) -> Diagnosis | None:
    said = message(facts)
    for each in sayings:
        if (found := each.pattern.match(said)) is not None and is_from(facts, *each.packages):
            values = found.groups() if each.kind.fields != ("line",) else (str(facts.line),)
            return Diagnosis(each.kind, tuple(map(_value, values)))
    return None


def _value(text: str) -> str | int:
    return int(text) if text.isdecimal() and len(text) < 19 else text


def message(facts: Facts) -> str:
    """Also of an error whose type puts its words together itself, or that holds another one."""
    return facts.message or facts.error.message


def is_from(facts: Facts, *packages: str) -> bool:
    """Raised in one of these packages, or by code of theirs that is written in C: that shows in no
    traceback, so its words have to be such as nobody else uses."""
    if facts.is_innermost:
        return "C" in packages and not facts.is_by_hand and facts.source is not None
    path = "/" + PurePath(facts.told.get("innermost_file", "")).as_posix()
    return any(f"/{each}/" in path for each in packages)


def begins_in(facts: Facts, *ends: str) -> bool:
    """The script's line has called a function of one of these files of a package."""
    through = [PurePath(each).as_posix() for each in facts.told.get("through", ())]
    through = [each for each in through if not each.endswith("/_decorators.py")]
    return bool(through) and f"/{through[0]}".endswith(tuple(f"/{each}" for each in ends))


def before(facts: Facts, kind: str) -> Iterable[str]:
    """The messages of exceptions of this type that came before."""
    return [str(each[2]) for each in facts.told.get("causes", ()) if each[1] == kind]
