"""What stayed empty, because its loop goes through something that had been gone through before.
Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import reading, unlike
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FILLS = ("append", "add", "insert", "extend", "update")
_READERS = ("csv.reader", "csv.DictReader", "reader", "DictReader")
_OF_ITERTOOLS = tuple(
    f"{module}{name}"
    for module in ("", "itertools.")
    for name in ("combinations", "permutations", "product", "chain", "accumulate", "groupby")
)
_ONCE = (*_READERS, *_OF_ITERTOOLS, "map", "zip", "filter", "enumerate", "reversed", "iter")
_NAMES = ("lines", "all_lines", "every_line")


def in_vain(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """Of a list, a set, a dictionary or a counter that has got nothing."""
    if isinstance(what, ast.Call) and place.builtin_called(facts, what) in ("len", "sum"):
        what = what.args[0] if len(what.args) == 1 else what
    if not isinstance(what, ast.Name):
        return None
    found = list(_filling(facts, what))
    if len(found) != 1:
        return None
    line, source = found[0]
    for name in _sources(facts, source):
        if (taken := reading.gone_through(facts, name, line)) and taken != line:
            return _said(facts, what.id, line, name, taken)
    return None


def stayed_empty(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """Of a list that is empty: what a loop did not find, or found nothing in."""
    found = in_vain(facts, what)
    return found or unlike.empty(facts, what) if isinstance(what, ast.Name) else found


def _filling(facts: Facts, what: ast.Name) -> Iterator[tuple[int, ast.expr]]:
    """The loops that fill it: the line, and what they go through."""
    match origin.value(facts, what):
        case ast.ListComp() | ast.SetComp() | ast.DictComp() as made:
            yield made.lineno, made.generators[0].iter
            return
    around = scope.of_name(facts, what.id)
    if around is None:
        return
    loops = [each for each in scope.in_scope(around) if isinstance(each, ast.For)]
    for node in scope.in_scope(around):
        if _fills(node, what.id) and isinstance(node, ast.stmt | ast.expr):
            holding = [each for each in loops if place.covers(each, node.lineno)]
            outer = max(holding, key=lambda each: each.lineno, default=None)
            if outer is None:
                yield 0, what
            else:
                yield outer.lineno, outer.iter


def _fills(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=found), attr=attr)):
            return found == name and attr in _FILLS
        case ast.AugAssign(target=ast.Name(id=found)):
            return found == name
        case ast.Subscript(value=ast.Name(id=found), ctx=ast.Store()):
            return found == name
    return False


def _sources(facts: Facts, node: ast.expr) -> Iterator[str]:
    """The names of what runs out with it."""
    match node:
        case ast.Name(id=name):
            yield name
            made = origin.value(facts, node)
            if made is not None and not isinstance(made, ast.Name):
                yield from _sources(facts, made) if _is_once(made) else ()
        case ast.Call(func=function, args=[first, *_]):
            if ast.unparse(function) in _ONCE:
                yield from _sources(facts, first)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="readlines"), args=[]):
            yield name


def _is_once(made: ast.expr) -> bool:
    return isinstance(made, ast.Call) and ast.unparse(made.func) in _ONCE


_ROWS = ("rows", "all_rows", "every_row")


def _is_next_asked(facts: Facts, name: str) -> bool:
    """Which a list does not take."""
    return any(
        ast.unparse(each.func) == "next" and bool(each.args) and ast.unparse(each.args[0]) == name
        for each in place.every(facts, ast.Call)
    )


def _kept(facts: Facts, names: tuple[str, ...]) -> str:
    """The first that is not used yet; '' if all are."""
    used = {each.id for each in place.every(facts, ast.Name)}
    return next((each for each in names if each not in used), "")


def _said(facts: Facts, what: str, line: int, name: str, taken: int) -> Diagnosis | None:
    if reading.is_file(facts, name):
        kept = _kept(facts, _NAMES)
        values = (what, line, name, taken, f"{kept} = list({name})")
        return Diagnosis(Kind.LOOP_IN_VAIN, values) if kept else None
    made = origin.assigned(facts, ast.Name(id=name, ctx=ast.Load()))
    if made is None or not (_is_once(made.value) or isinstance(made.value, ast.GeneratorExp)):
        return None
    if _is_next_asked(facts, name):
        values = (what, line, name, taken, f"{_kept(facts, _ROWS)} = list({name})")
        return Diagnosis(Kind.LOOP_IN_VAIN, values)
    shown = place.in_full(facts, made.value)
    if isinstance(made.value, ast.GeneratorExp):
        shown = shown.removeprefix("(").removesuffix(")")
    if "..." in shown:
        return None
    instead = f"{name} = list({shown})"
    return Diagnosis(Kind.FLOW_IN_VAIN, (what, line, name, taken, instead, made.lineno))
