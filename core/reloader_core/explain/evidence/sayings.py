"""What packages say in errors, as rows: who said it, in which words, and what that means. A
package's message is a fact where nobody else can have raised it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_INSTALLED = ("site-packages", "dist-packages")
_MOST_CHARS = 80


@dataclass(frozen=True, slots=True)
class Saying:
    """`words`: how the message begins, in all versions of the package that are known; its groups
    are called as the values of the kind. `line` is the script's, where the words have none."""

    kind: Kind
    packages: str
    types: tuple[str, ...]
    words: re.Pattern[str]


def saying(kind: Kind, who: str, words: str) -> Saying:
    """`who`: packages and types of the error, as in "flask,werkzeug RuntimeError"; * is any."""
    packages, types = who.split()
    return Saying(kind, packages, tuple(types.split(",")), re.compile(words))


def meaning(facts: Facts, sayings: Sequence[Saying]) -> Diagnosis | None:
    """Of the first row that says just this."""
    for each in sayings:
        if is_by(facts, each.packages, *each.types) and (said := each.words.match(message(facts))):
            values = _values(facts, each.kind, said)
            return Diagnosis(each.kind, values) if values is not None else None
    return None


def message(facts: Facts) -> str:
    """All that was printed."""
    return facts.error.message


def is_by(facts: Facts, packages: str, *types: str) -> bool:
    """Of a type of the package's, or of one of Python's that was raised in its files; of several
    packages, with commas between them."""
    if facts.is_by_hand and not is_in_template(facts) and not _is_compiled(facts):
        return False
    names = packages.split(",")
    match facts.told.get("other_type"):
        case (str(module), str(name)):
            return name in types and (packages == "*" or module.split(".")[0] in names)
    return facts.told.get("type") in types and raised_in(facts) in names


def raised_in(facts: Facts) -> str:
    """The installed package whose own code has raised it; '' if it is none."""
    return "" if facts.is_innermost else package_of(facts.told.get("innermost_file", ""))


def package_of(path: object) -> str:
    parts = PurePath(str(path)).parts
    places = [number for number, part in enumerate(parts[:-1]) if part in _INSTALLED]
    return parts[places[-1] + 1].removesuffix(".py") if places else ""


def goes_through(facts: Facts, package: str) -> bool:
    """The script's line has called it, and there it happened."""
    return any(package_of(each) == package for each in facts.told.get("through", ()))


def is_in_template(facts: Facts) -> bool:
    """jinja2 makes frames of its templates' lines; such a file has the script's folder, but is no
    Python."""
    return facts.file is not None and facts.file.suffix not in (".py", ".pyw", "")


def _is_compiled(facts: Facts) -> bool:
    """By jinja2, of a template that is in no file."""
    return facts.told.get("innermost_file") in ("<template>", "<unknown>")


def _values(facts: Facts, kind: Kind, said: re.Match[str]) -> tuple[str | int, ...] | None:
    """None: one is not there, or too long for a sentence."""
    groups = said.groupdict()
    values: list[str | int] = []
    for field in kind.fields:
        text = groups.get(field)
        if text is None and field == "line":
            text = str(facts.line or "")
        if not text or len(text) > _MOST_CHARS:
            return None
        values.append(int(text) if text.isdecimal() else text)
    return tuple(values)
