"""An empty line that a loop has read, from which several values were wanted: where it is passed
over. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import empty_texts

_STRIPS = ("strip", "rstrip", "lstrip", "split")


def passed_over(facts: Facts, what: ast.expr, found: Diagnosis) -> Diagnosis:
    """`what`: the line, or what was split of it, or a row of csv's; nothing is in it."""
    name = _name(what)
    loop = scope.loop_around(facts)
    if not name or loop is None:
        return found
    line, source = _line(loop)
    if not line or _stored(loop.body, of=(line, name)) or not _comes_of(loop, name, line):
        return found
    is_row = found.kind is Kind.ROW_EMPTY
    instead = f"if not {line}: continue" if is_row else f"if not {line}.strip(): continue"
    if not is_row and empty_texts.sign_of(facts, source) == "\n":
        return Diagnosis(Kind.EMPTY_IN_LOOP, (line, repr("\n"), loop.lineno, instead))
    if is_row or empty_texts.gives_lines(facts, source):
        if (blank := empty_texts.blank_line(facts, is_row=is_row)) is not None:
            return Diagnosis(Kind.EMPTY_LINE_OF, (line, *blank, loop.lineno, instead))
        return Diagnosis(Kind.EMPTY_LINE, (line, loop.lineno, instead))
    return Diagnosis(Kind.EMPTY_OF_LOOP, (line, loop.lineno, instead))


def _name(what: ast.expr) -> str:
    """Of what is stripped and split."""
    while isinstance(what, ast.Call) and isinstance(what.func, ast.Attribute):
        if what.func.attr not in _STRIPS:
            return ""
        what = what.func.value
    return what.id if isinstance(what, ast.Name) else ""


def _line(loop: ast.For) -> tuple[str, ast.expr]:
    """The name that the loop gives to each line, and where it has them from."""
    match loop:
        case ast.For(
            target=ast.Tuple(elts=[_, ast.Name(id=line)]),
            iter=ast.Call(func=ast.Name(id="enumerate"), args=[source, *_]),
        ):
            return line, source
        case ast.For(target=ast.Name(id=line), iter=source):
            return line, source
    return "", loop.iter


def _comes_of(loop: ast.For, name: str, line: str) -> bool:
    """It is the line, or made of it by nothing but .strip() and .split()."""
    made = _made(loop, name)
    if any(_name(each) != line for each in _made(loop, line)):
        return False
    if not made:
        return name == line
    return all(_name(each) in (line, name) for each in made) and _name(made[0]) == line


def _made(loop: ast.For, name: str) -> list[ast.expr]:
    """The values that plain `name = ...` in it give the name."""
    return [
        each.value
        for part in loop.body
        for each in ast.walk(part)
        if isinstance(each, ast.Assign) and any(place.is_name(one, name) for one in each.targets)
    ]


def _stored(body: list[ast.stmt], of: tuple[str, str]) -> set[str]:
    """Those that get a value otherwise than by a plain `name = ...`."""
    plain = {
        id(target)
        for part in body
        for each in ast.walk(part)
        if isinstance(each, ast.Assign)
        for target in each.targets
    }
    return {
        each.id
        for part in body
        for each in ast.walk(part)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.id in of
        if id(each) not in plain
    }
