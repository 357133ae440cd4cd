"""A word in a data file where a number was expected: in which line it stands, and how such lines
are left out. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import json

from reloader_core.explain.evidence import place, read_files, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 30
_SIGNS = (",", ";", "\t", "|", None)


def placed(facts: Facts, what: ast.expr, function: str, text: str) -> Diagnosis | None:
    """`what`: that which float() or int() got, which is this text."""
    found = _line_of(facts, text)
    if found is None or any(place.is_name(each, "input") for each in place.every(facts, ast.Name)):
        return None
    values = (f"{function}()", found[0], found[1], repr(text.strip()))
    name, shown = _name(what), place.in_full(facts, what)
    loop = scope.loop_around(facts)
    if not name or "..." in shown or loop is None:
        return Diagnosis(Kind.WORD_IN_FILE, values)
    asked = f"{shown}.strip()" if text != text.strip() else shown
    test = f"if {asked} == {json.dumps(text.strip(), ensure_ascii=False)}: continue"
    made = _made(loop, name)
    if name in _names(loop.target) and not made:
        return Diagnosis(Kind.WORD_IN_FILE_LOOP, (*values, loop.lineno, test))
    if len(made) == 1 and made[0] in loop.body and (made[0].end_lineno or 0) < facts.line:
        return Diagnosis(Kind.WORD_IN_FILE_BELOW, (*values, made[0].end_lineno or 0, test))
    return Diagnosis(Kind.WORD_IN_FILE, values)


def _line_of(facts: Facts, text: str) -> tuple[int, str] | None:
    """The only line, but the first, of all files that are named in which it is a value, among
    numbers in the same place of other lines."""
    wanted, found = text.strip(), []
    if not wanted or len(wanted) > _MOST_SHOWN:
        return None
    for name, held in read_files.named(facts):
        lines = held.split("\n")
        for number, line in enumerate(lines, 1):
            signs = [sign for sign in _SIGNS if wanted in _parts(line, sign)]
            if signs:
                place_ = _parts(line, signs[0]).index(wanted)
                others = [_parts(each, signs[0]) for each in lines if each is not line]
                beside = [each[place_] for each in others if len(each) > place_]
                found.append((number, name, _are_numbers(beside)))
    match found:
        case [(int(number), str(name), True)] if number > 1:
            return number, name
    return None


def _parts(line: str, sign: str | None) -> list[str]:
    return [each.strip().strip('"') for each in line.split(sign)] if line.strip() else []


def _are_numbers(texts: list[str]) -> bool:
    """Most of them."""
    full = [each for each in texts if each]
    numbers = [each for each in full if written.is_number("float", each.replace(",", "."))]
    return len(numbers) > 0 and (len(numbers) + 1) * 2 > len(full)


def _name(what: ast.expr) -> str:
    """`row` of row["size"], or parts[1].strip()."""
    match what:
        case ast.Name(id=name):
            return name
        case ast.Subscript(value=inner, slice=ast.Constant()):
            return _name(inner)
        case ast.Call(func=ast.Attribute(value=inner, attr="strip"), args=[]):
            return _name(inner)
    return ""


def _made(loop: ast.For, name: str) -> list[ast.stmt]:
    """The statements in it that give the name a value."""
    return [
        each
        for part in loop.body
        for each in ast.walk(part)
        if isinstance(each, ast.stmt)
        and not isinstance(each, ast.For | ast.With | ast.If | ast.Try | ast.While)
        and name in _names(each)
    ]


def _names(node: ast.AST) -> set[str]:
    """Those that get a value in it."""
    return {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
