"""A file that is open for something else than what is done with it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READS = ("read", "readline", "readlines")
_HARMLESS = (*_READS, "close", "seek", "tell", "closed", "name")


def file_mode(facts: Facts) -> Diagnosis | None:
    if facts.told.get("other_type") != ("io", "UnsupportedOperation") or not facts.is_innermost:
        return None
    kinds = {
        **dict.fromkeys(("not readable", "read"), Kind.NOT_READABLE),
        **dict.fromkeys(("not writable", "write"), Kind.NOT_WRITABLE),
    }
    kind = kinds.get(facts.message)
    if kind is None or facts.is_raised:
        return None
    only_read = _only_read(facts) if kind is Kind.NOT_READABLE else None
    return only_read or Diagnosis(kind)


def _only_read(facts: Facts) -> Diagnosis | None:
    """Nothing is written to it: it is the mode that is wrong, and opened once more further down
    the file would be empty by then."""
    name = _read(facts)
    opened = _opened(facts, name) if name is not None else None
    if name is None or opened is None:
        return None
    call, within = opened
    mode = _mode(call)
    text = str(mode.value) if mode is not None else "+"
    if mode is None or "+" in text or not _is_only_read(within, name.id):
        return None
    new = '"rb"' if "b" in text else '"r"'
    before, _old, behind = place.in_full(facts, call).rpartition(place.shown(facts, mode))
    instead = f"{before}{new}{behind}"
    return Diagnosis(Kind.OPENED_TO_READ, (name.id, call.lineno, instead))


def _read(facts: Facts) -> ast.Name | None:
    """`f.read()`, `for line in f`"""
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Attribute(value=ast.Name() as name, attr=attr) if attr in _READS:
                found.append(name)
            case ast.For(iter=ast.Name() as name) | ast.comprehension(iter=ast.Name() as name):
                found.append(name)
    return found[0] if len(found) == 1 else None


def _opened(facts: Facts, name: ast.Name) -> tuple[ast.Call, ast.AST] | None:
    """Where, and the lines that have it."""
    inner = None
    for node in place.every(facts, ast.With):
        for item in node.items if place.covers(node, facts.line) else ():
            match item:
                case ast.withitem(
                    context_expr=ast.Call(func=ast.Name(id="open")) as call,
                    optional_vars=ast.Name(id=found),
                ) if found == name.id:
                    inner = call, node
    if inner is not None:
        return inner
    around = origin.only_bound(facts, name.id)
    match origin.value(facts, name):
        case ast.Call(func=ast.Name(id="open")) as call if around is not None:
            return call, around
    return None


def _mode(call: ast.Call) -> ast.Constant | None:
    given = [*call.args[1:2], *(each.value for each in call.keywords if each.arg == "mode")]
    match given:
        case [ast.Constant(value=str()) as mode]:
            return mode
    return None


def _is_only_read(within: ast.AST, name: str) -> bool:
    for node in ast.walk(within):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Name) and child.id == name and not _is_harmless(node, child):
                return False
    return True


def _is_harmless(around: ast.AST, name: ast.Name) -> bool:
    match around:
        case ast.Attribute(attr=attr):
            return attr in _HARMLESS
        case ast.For(iter=each) | ast.comprehension(iter=each):
            return each is name
    return isinstance(name.ctx, ast.Store)
