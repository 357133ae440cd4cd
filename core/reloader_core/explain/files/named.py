"""What a name means that is no name of a file that is there: a date with /, the folder that
something is moved into.

Asks the disk which files are there, as files.py.
"""

from __future__ import annotations

import ast
import os
import re
from itertools import islice
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DATE = re.compile(r"(?<!\d)\d\d?/\d\d?/(?:\d{4}|\d\d)(?!\d)")
_DATE_FORM = re.compile(r"%[dm]/%[dm]/%[Yy]")


def dated(facts: Facts, named: str) -> Diagnosis | None:
    """`"report_" + today.strftime("%d/%m/%Y") + ".txt"`"""
    if _DATE.search(named) is None:
        return None
    forms = {
        found[0]
        for node in place.every(facts, ast.Constant)
        if isinstance(node.value, str) and (found := _DATE_FORM.search(node.value)) is not None
    }
    if len(forms) != 1:
        return None
    form = forms.pop()
    return Diagnosis(Kind.DATE_IN_NAME, (named, form, form.replace("/", "-")))


def target(source: str, named: str, folder: str) -> Diagnosis | None:
    """os.rename() into a folder that is not there."""
    try:
        path = Path(folder, named)
        if not named or not Path(folder, source).exists() or path.parent.is_dir():
            return None
    except (OSError, ValueError):
        return None
    return Diagnosis(Kind.FOLDER_MISSING, (path.name, str(path.parent)))


_MOST_FILES = 1000
_SHORTEST = 3
_OTHER_USE = frozenset("old bak backup copy tmp temp out output result results new".split())


def with_words(facts: Facts, missing: Diagnosis) -> Diagnosis | None:
    """`prices.csv`, where Prices_2024.csv is the only such file; `oct_2024.csv` and
    october_2024.csv."""
    if missing.kind is not Kind.FILE_MISSING:
        return None
    name, folder = map(str, missing.values)
    source, wanted = facts.source or "", Path(name)
    known = set(_words(source)) - set(_words(name))
    found = [
        each
        for each in _files(folder)
        if Path(each).suffix.lower() == wanted.suffix.lower() != ""
        and _has_words(_words(Path(each).stem), _words(wanted.stem), known)
    ]
    # What the script itself knows is another one.
    if len(found) != 1 or found[0] in source or Path(found[0]).stem in source:
        return None
    return Diagnosis(Kind.FILE_NEAR, (name, folder, found[0]))


def _files(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            some = islice(entries, _MOST_FILES)
            return [each.name for each in some if each.is_file() and each.name[:1] not in ".~"]
    except OSError:
        return []


def _words(stem: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", stem.casefold())


def _has_words(there: list[str], wanted: list[str], known: set[str]) -> bool:
    """All of them and some before or behind that the script does not know, or one of several in a
    longer form."""
    if len("".join(wanted)) < _SHORTEST:
        return False
    if len(there) == len(wanted) > 1:
        unlike = [pair for pair in zip(there, wanted, strict=False) if pair[0] != pair[1]]
        return len(unlike) == 1 and _is_form(*sorted(unlike[0], key=len))
    count = len(wanted)
    begins, ends = there[:count] == wanted, there[-count:] == wanted
    more = there[count:] if begins else there[:-count]
    return len(there) > count and (begins or ends) and not (_OTHER_USE | known) & set(more)


def _is_form(short: str, long: str) -> bool:
    """mar, march"""
    return len(short) >= _SHORTEST and short.isalpha() and long.isalpha() and long.startswith(short)
