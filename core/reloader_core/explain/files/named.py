"""What a name means that is no name of a file that is there: a date with /, the folder that
something is moved into, a folder among the files that a loop goes through.

Asks the disk which files are there, as files.py.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DATE = re.compile(r"(?<!\d)\d\d?/\d\d?/(?:\d{4}|\d\d)(?!\d)")
_DATE_FORM = re.compile(r"%[dm]/%[dm]/%[Yy]")
_LISTS = ("listdir", "iterdir", "glob", "rglob", "iglob")


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


def among_others(facts: Facts, named: str) -> Diagnosis | None:
    """`for name in os.listdir(): open(name)`, where one of them is a folder."""
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=each), iter=source) if place.covers(loop, facts.line):
                pass
            case _:
                continue
        calls = [
            call.func.attr
            for call in ast.walk(source)
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr in _LISTS
        ]
        told = facts.names.get(each)
        if len(calls) != 1 or told is None:
            continue
        opened = [
            call.args[0]
            for call in place.candidates(facts, ast.Call)
            if isinstance(call.func, ast.Name) and call.func.id == "open" and call.args
        ]
        if told.value.type != "str":
            return Diagnosis(Kind.FOLDER_AMONG, (named, f"if {each}.is_file():"))
        if len(opened) == 1 and each in {
            name.id for name in ast.walk(opened[0]) if isinstance(name, ast.Name)
        }:
            what = place.in_full(facts, opened[0])
            return Diagnosis(Kind.FOLDER_AMONG, (named, f"if os.path.isfile({what}):"))
    return None
