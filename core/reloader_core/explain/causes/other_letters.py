"""A text that was looked for, and stands in the data with other capital letters or blanks. Pure,
but for columns_read.py."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from reloader_core.explain.causes import columns_read, looped_texts, spelt_alike
from reloader_core.explain.causes.looped_texts import Loop
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_BROUGHT = frozenset("open input argv read_text load loads connect get urlopen DictReader".split())


def looked_for(
    facts: Facts, what: str, home: ast.AST, compared: ast.Compare, loops: Iterable[Loop] = ()
) -> Diagnosis | None:
    """`trial["group"] == group`, and group is "caffeine" where the data have "Caffeine". `what`:
    the list that is empty, or the count that is 0, since this was never so."""
    tree = place.tree_of(facts)
    if not isinstance(compared.ops[0], ast.Eq):
        return None
    sides = (compared.left, compared.comparators[0])
    for one, two in (sides, sides[::-1]):
        (asked, changes), (held, others) = spelt_alike.bare(one), spelt_alike.bare(two)
        text = _text(facts, home, asked)
        texts = columns_read.texts_of(facts, home, held) or _written(facts, held)
        if not texts and tree is not None:
            texts = looped_texts.of(tree, home, loops, held)
        if not text or not texts:
            continue
        if spelt_alike.changed(text, changes) in {spelt_alike.changed(e, others) for e in texts}:
            continue
        alike, near = spelt_alike.similar(text, texts)
        lines = [each.lineno for each in place.every(facts, ast.Constant) if each.value == text]
        if (alike or near) and len(lines) == 1:
            return _said(facts, (what, compared.lineno), asked, (text, alike, near), lines[0])
    return None


def _said(
    facts: Facts,
    where: tuple[str, int],
    asked: ast.expr,
    texts: tuple[str, str, str],
    line: int,
) -> Diagnosis:
    text, alike, near = texts
    shown = (repr(text), repr(alike or near))
    if isinstance(asked, ast.Constant):
        kind = Kind.NONE_BY_LETTERS_HERE if alike else Kind.NONE_BY_NEAR_HERE
        return Diagnosis(kind, (*where, *shown))
    kind = Kind.NONE_BY_LETTERS if alike else Kind.NONE_BY_NEAR
    return Diagnosis(kind, (*where, place.shown(facts, asked), *shown, line))


def _text(facts: Facts, home: ast.AST, node: ast.expr) -> str:
    """Of a text as it is written, or of a name that has one value all the time, or in the round of
    the loop that the line which failed is in."""
    if isinstance(node, ast.Name) and len(scope.bindings(home, node.id)) > 1:
        return ""
    loops = [each for each in scope.in_scope(home) if isinstance(each, ast.For)]
    if any(
        isinstance(node, ast.Name)
        and any(place.is_name(each, node.id) for each in ast.walk(loop.target))
        and not place.covers(loop, facts.line)
        for loop in loops
    ):
        return ""
    is_known = isinstance(node, ast.Name | ast.Constant)
    value = place.known(facts, node) if is_known else None
    return value.text or "" if value is not None else ""


def _written(facts: Facts, node: ast.expr) -> list[str] | None:
    """All that dictionaries have under this key, which are written out; None if others may be."""
    match node:
        case ast.Subscript(value=ast.Name(), slice=ast.Constant(value=str(key))):
            pass
        case _:
            return None
    found: list[str] = []
    for each in place.every(facts, ast.AST):
        match each:
            case ast.Dict(keys=keys, values=values):
                held = [
                    value
                    for name, value in zip(keys, values, strict=True)
                    if isinstance(name, ast.Constant) and name.value == key
                ]
                if not all(place.is_text(value) for value in held):
                    return None
                found += [str(value.value) for value in held if isinstance(value, ast.Constant)]
            case ast.Subscript(slice=ast.Constant(value=name), ctx=ast.Store()) if name == key:
                return None
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in _BROUGHT:
                return None
    return found
