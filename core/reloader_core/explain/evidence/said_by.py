"""What packages say in errors of their own, as rows: who says it, in which words, what it means. A
rule of its own is only what needs the script's text as well. Pure.

A package's message is a fact where nobody else can have raised it. Wordings differ by the
packages' versions: a pattern holds for all that are known, and what is not known is not explained.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_INSTALLED = ("site-packages", "dist-packages")
_CYTHONS = (".pyx", ".pxi", "_cy.py")
_SOURCES = ("src", "lib")
_MOST_CHARS = 80
"""Of a value: more is no sentence."""


@dataclass(frozen=True, slots=True)
class Saying:
    """`words`: how the message begins; its groups are the values of the kind, in their order.
    `line` is the script's, where the words have none."""

    kind: Kind
    packages: str
    types: tuple[str, ...]
    """Of the error; none: any."""
    words: re.Pattern[str]


ALL: list[Saying] = []
"""For the tests."""


def saying(kind: Kind, who: str, words: str) -> Saying:
    """`who`: packages, and types of the error if it is not any, as in "flask,werkzeug TypeError";
    see is_by()."""
    packages, _, types = who.partition(" ")
    made = Saying(kind, packages, tuple(types.split(",")) if types else (), re.compile(words))
    ALL.append(made)
    return made


def meaning(facts: Facts, sayings: Iterable[Saying]) -> Diagnosis | None:
    """Of the first row that says just this."""
    for each in sayings:
        if is_by(facts, each.packages, *each.types) and (said := each.words.match(message(facts))):
            values = _values(facts, each.kind, said)
            return Diagnosis(each.kind, values) if values is not None else None
    return None


def by_rows(sayings: Iterable[Saying]) -> Callable[[Facts], Diagnosis | None]:
    """The rule that needs nothing but the message: see meaning()."""
    return functools.partial(meaning, sayings=sayings)


def _values(facts: Facts, kind: Kind, said: re.Match[str]) -> tuple[str | int, ...] | None:
    """None: one is not there, or too long for a sentence."""
    texts = list(said.groups(""))
    if len(texts) < len(kind.fields):
        texts.insert(kind.fields.index("line"), str(facts.line or ""))
    if not all(0 < len(text) <= _MOST_CHARS for text in texts):
        return None
    return tuple(int(text) if text.isdecimal() else text for text in texts)


def message(facts: Facts) -> str:
    """All that was printed."""
    return facts.error.message


# -- who has raised it


def is_by(facts: Facts, packages: str, *types: str) -> bool:
    """Of a type of the package's, or of one of Python's that was raised in its files; of several
    packages, with commas between them. Without types: see is_from()."""
    names = packages.split(",")
    if not types:
        return is_from(facts, *names)
    if facts.is_by_hand and not is_in_template(facts) and not _is_compiled(facts):
        return False
    match facts.told.get("other_type"):
        case (str(module), str(name)):
            return name in types and (packages == "*" or module.split(".")[0] in names)
    return facts.told.get("type") in types and raised_in(facts) in names


def is_from(facts: Facts, *packages: str) -> bool:
    """Raised in one of these packages, or for "C" by code of theirs that is written in C: that
    shows in no traceback, so its words have to be such as nobody else uses."""
    if facts.is_innermost:
        return "C" in packages and not facts.is_by_hand and facts.source is not None
    return raised_in(facts) in packages


def in_file(facts: Facts, *ends: str) -> bool:
    """Raised in one of these files of a library, by the end of its path."""
    path = PurePath(facts.told.get("innermost_file", "")).as_posix()
    return not facts.is_innermost and f"/{path}".endswith(tuple(f"/{end}" for end in ends))


def raised_in(facts: Facts) -> str:
    """The installed package whose own code has raised it; '' if it is none."""
    if facts.is_innermost:
        return ""
    file = PurePath(facts.told.get("innermost_file", ""))
    if file.name.endswith(_CYTHONS) and not file.is_absolute():
        through = [package_of(each) for each in facts.told.get("through", ())]
        parts = file.parts[1:] if file.parts[0] in _SOURCES else file.parts
        # pandas/_libs/x.pyx, src/lxml/x.pyx, or x.pyx alone
        return parts[0] if len(parts) > 1 else next(filter(None, reversed(through)), "")
    return package_of(file)


def package_of(path: object) -> str:
    """The installed package that this file belongs to; '' if it is none's."""
    parts = PurePath(str(path)).parts
    places = [number for number, part in enumerate(parts[:-1]) if part in _INSTALLED]
    return parts[places[-1] + 1].removesuffix(".py") if places else ""


def goes_through(facts: Facts, package: str) -> bool:
    """The script's line has called it, and there it happened."""
    return any(package_of(each) == package for each in facts.told.get("through", ()))


def begins_in(facts: Facts, *ends: str) -> bool:
    """The script's line has called a function of one of these files of a package."""
    through = [PurePath(each).as_posix() for each in facts.told.get("through", ())]
    through = [each for each in through if not each.endswith("/_decorators.py")]
    return bool(through) and f"/{through[0]}".endswith(tuple(f"/{each}" for each in ends))


def before(facts: Facts, kind: str) -> Iterable[str]:
    """The messages of exceptions of this type that came before."""
    return [str(each[2]) for each in facts.told.get("causes", ()) if each[1] == kind]


def is_in_template(facts: Facts) -> bool:
    """jinja2 makes frames of its templates' lines; such a file has the script's folder, but is no
    Python."""
    return facts.file is not None and facts.file.suffix not in (".py", ".pyw", "")


def _is_compiled(facts: Facts) -> bool:
    """By jinja2, of a template that is in no file."""
    return facts.told.get("innermost_file") in ("<template>", "<unknown>")
