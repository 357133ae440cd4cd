"""A key that was typed with other letters, capital or small, than the dictionary has it with.
Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources, typed_numbers
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_CHANGES = ("strip", "rstrip", "lstrip")
_UNKNOWN = "aA"
_FORMS = ("lower", "upper", "title", "capitalize")


def in_other_case(
    facts: Facts, table: ast.expr, asked: ast.expr, key: str, keys: list[str]
) -> Diagnosis | None:
    """`keys`: all that `table` has; `asked`: what is worth `key` here."""
    form = next((f for f in _FORMS if _of(f, key) in keys and _is_all(f, keys)), "")
    source = sources.only(facts, asked, "str") if form and key not in keys else None
    direct = asked if form and typed_numbers.is_typed(asked, _CHANGES) else None
    node = source.node if source is not None else direct
    if node is None or not typed_numbers.is_typed(node, _CHANGES) or not _is_line_told(facts, node):
        return None
    names = {each for s in source.steps for _home, each in s.names} if source is not None else set()
    values = (place.shown(facts, table), repr(key), repr(_of(form, key)), node.lineno)
    if not all(_of(form, each) == each for each in _others(facts, names, table)):
        return _where_asked(facts, (table, asked), form, values, names)
    statement = source.steps[0].statement if source is not None else None
    begin = ""
    match statement:
        case ast.Assign(targets=[target]):
            begin = f"{place.shown(facts, target)} = "
        case ast.stmt() | ast.NamedExpr():
            return None
    instead = f"{begin}{place.in_full(facts, node)}.{form}()"
    return Diagnosis(Kind.NEAR_KEY_TYPED, (*values, instead))


def _where_asked(
    facts: Facts,
    pair: tuple[ast.expr, ast.expr],
    form: str,
    values: tuple[str | int, ...],
    names: set[str],
) -> Diagnosis | None:
    """What was typed is compared with other texts as it is, as with "end", and is to be changed
    only where it is the key. Not where a key is asked for by it in other lines, too."""
    table, asked = (place.shown(facts, each) for each in pair)
    uses = [each for each in place.every(facts, ast.expr) if _is_key(each, names)]
    if len(uses) != 1 or "..." in table + asked or not isinstance(pair[1], ast.Name):
        return None
    return Diagnosis(Kind.NEAR_KEY_TYPED_AT, (*values, f"{table}[{asked}.{form}()]"))


def _is_key(node: ast.expr, names: set[str]) -> bool:
    """`prices[name]`, `prices.get(name)` or `name in prices`, of one of these names."""
    match node:
        case (
            ast.Subscript(slice=ast.Name(id=name))
            | ast.Call(
                func=ast.Attribute(attr="get" | "pop" | "setdefault"), args=[ast.Name(id=name), *_]
            )
            | ast.Compare(left=ast.Name(id=name), ops=[ast.In() | ast.NotIn(), *_])
        ):
            return name in names
    return False


def _of(form: str, text: str) -> str:
    return str(getattr(text, form)())


def _is_all(form: str, keys: list[str]) -> bool:
    return all(_of(form, each) == each for each in keys)


def _is_line_told(facts: Facts, node: ast.expr) -> bool:
    return node.lineno == node.end_lineno and "..." not in place.in_full(facts, node)


def _others(facts: Facts, names: set[str], table: ast.expr) -> Iterator[str]:
    """The texts that it is compared with elsewhere, or looked for among; a text in both cases where
    these are not known."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Compare(left=left, comparators=others):
                parts = [left, *others]
                if any(isinstance(each, ast.Name) and each.id in names for each in parts):
                    for each in parts:
                        if not (isinstance(each, ast.Name) and each.id in names):
                            yield from _texts(facts, each, table)
            case ast.Subscript(value=other, slice=ast.Name(id=name)) if name in names:
                if ast.unparse(other) != ast.unparse(table):
                    yield from _texts(facts, other, table)
            case ast.Call(
                func=ast.Attribute(value=other, attr="get"), args=[ast.Name(id=name), *_]
            ):
                if name in names:
                    yield from _texts(facts, other, table)
            case ast.MatchValue(value=ast.Constant(value=str(text))):
                yield text


def _texts(facts: Facts, node: ast.expr, table: ast.expr) -> Iterator[str]:
    if ast.unparse(node) == ast.unparse(table):
        return
    parts: list[ast.expr | None]
    match origin.value(facts, node) or node:
        case ast.Call(func=ast.Attribute(attr="choice") | ast.Name(id="choice"), args=[items]):
            yield from _texts(facts, items, table)
            return
        case ast.Call(func=ast.Name(id="list"), args=[items]):
            yield from _texts(facts, items, table)
            return
        case ast.Dict(keys=keys):
            parts = keys
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            parts = [*elements]
        case ast.Constant() as text:
            parts = [text]
        case _:
            parts = [None]
    for each in parts:
        match each:
            case ast.Constant(value=value):
                yield str(value)
            case _:
                yield _UNKNOWN
