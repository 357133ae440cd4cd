"""Functions that work with an open file, and are given its name. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NEEDS_FILE = re.compile(
    r"'str' object has no attribute '(?:read|write)'"
    r"|file must have (?:a|'read' and 'readline') '?(?:write' )?attributes?"
    r"|argument 1 must have a \"write\" method"
    r"|File must be opened in binary mode, e\.g\. use `open\('foo\.toml', 'rb'\)`"
)
_MODULES = ("json/__init__.py", "csv.py", "tomllib/_parser.py")
_MOST_CHARS = 100


def file_expected(facts: Facts) -> Diagnosis | None:
    if _NEEDS_FILE.fullmatch(facts.message) is None:
        return None
    if not facts.is_innermost and not in_file(facts, *_MODULES):
        return None
    call = called(facts, "load", "dump", "writer", "DictWriter")
    if call is None or not isinstance(call.func, ast.Attribute | ast.Name):
        return None
    index = 1 if place.shown(facts, call.func).endswith("dump") else 0
    if len(call.args) <= index or place.type_of(facts, call.args[index]) != "str":
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[index])
    known = place.known(facts, call.args[index])
    begins = str(known.details[0]).lstrip() if known is not None and known.details else ""
    if begins[:1] in ("{", "[") and function.endswith("load"):
        return Diagnosis(Kind.TEXT_LOADED, (f"{function}()", what, f"{function}s({what})"))
    opened = f"open({what}{_mode(facts, function)})"
    if (found := _in_lines(facts, call, call.args[index], opened)) is not None:
        return found
    return Diagnosis(Kind.FILE_EXPECTED, (f"{function}()", what, f"with {opened} as file:"))


def _mode(facts: Facts, function: str) -> str:
    """As further arguments of open()."""
    is_binary = re.search("pickle|toml", function) or re.match("[fF]ile must", facts.message)
    if function.endswith("load"):
        return ', "rb"' if is_binary else ""
    if function.endswith(("writer", "DictWriter")):
        return ', "w", newline=""'
    return ', "wb"' if is_binary else ', "w"'


def _in_lines(facts: Facts, call: ast.Call, given: ast.expr, opened: str) -> Diagnosis | None:
    """The two lines that stand in the place of this one, if it has no others below it."""
    statement, tree = place.statement(facts), place.tree_of(facts)
    if not isinstance(statement, ast.Assign | ast.Expr | ast.Return) or tree is None:
        return None
    is_line = statement.lineno == statement.end_lineno and place.begins_line(facts, statement)
    name = next((e for e in ("file", "opened") if not scope.names_anywhere(tree, e)), "")
    if not is_line or not name or "..." in opened:
        return None
    below = _with_name(facts, statement, given, name)
    values = (f"{place.shown(facts, call.func)}()", place.shown(facts, given), statement.lineno)
    lines = (f"with {opened} as {name}:", below)
    if len(below) > _MOST_CHARS:
        return None
    match statement:
        case ast.Assign(targets=[ast.Name(id=writer)], value=made) if made is call and (
            place.name_called(call).lower().endswith("writer")
        ):
            return Diagnosis(Kind.FILE_OPENED_USED, (*values, *lines, writer))
    if place.name_called(call).lower().endswith("writer"):
        return None  # what it is called where it is used, is not known
    return Diagnosis(Kind.FILE_OPENED, (*values, *lines))


def _with_name(facts: Facts, statement: ast.stmt, given: ast.expr, name: str) -> str:
    """The statement with this name in the place of what is given. (Columns are in bytes.)"""
    line = (facts.source or "").splitlines()[statement.lineno - 1].encode()
    before = line[statement.col_offset : given.col_offset]
    return (before + name.encode() + line[given.end_col_offset : statement.end_col_offset]).decode()
