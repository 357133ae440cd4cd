"""A list of dictionaries that is asked by a text, and one of them that lacks a key. Pure, but for
evidence/read_files.py."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reloader_core.explain.evidence import origin, place, read_files, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import put_records, whole_lists

_MOST_CHARS = 100_000


@dataclass(frozen=True, slots=True)
class _List:
    """Of dictionaries, in JSON. `file`: its name; '' for a text in the script. `is_top`: there is
    nothing around it."""

    file: str
    held: list[dict[str, Any]]
    is_top: bool


def asked_by_text(facts: Facts, node: ast.Subscript) -> Diagnosis:
    """`stock["apple"]`, of [{"item": "apple", ...}, ...]: "apple" may be a key, or a value."""
    what, key = place.shown(facts, node.value), place.shown(facts, node.slice)
    value = place.known(facts, node.slice)
    text = value.text if value is not None else None
    held = list(_written(facts, node.value)) or list(put_records.of(facts, node.value))
    lists = [] if held or text is None else list(_as_long(facts, place.known(facts, node.value)))
    may_be = [*held, *(each for found in lists for each in found.held)]
    is_key = text is None or not may_be or any(text in each for each in may_be)
    if is_key and (counted := whole_lists.not_counted(facts, node)) is not None:
        return counted
    if is_key and (looped := whole_lists.in_its_loop(facts, node)) is not None:
        return looped
    if not is_key and (at_top := _at_top(facts, node, lists)) is not None:
        return at_top
    held = held or (lists[0].held if len(lists) == 1 else [])
    if text is not None and held:
        if any(text in each for each in held):
            return Diagnosis(Kind.LIST_OF_TABLES, (what, key))
        names = {name for each in held for name, one in each.items() if one == text}
        if len(names) == 1 and all(names <= set(each) for each in held):
            item = _free_name(facts)
            name = json.dumps(names.pop(), ensure_ascii=False)
            loop, test = f"for {item} in {what}:", f"if {item}[{name}] == {key}:"
            return Diagnosis(Kind.LIST_BY_VALUE, (what, key, loop, test, item))
        return Diagnosis(Kind.LIST_WITHOUT_KEY, (what, key))
    if text is not None and isinstance(node.slice, ast.Constant) and is_key:
        return Diagnosis(Kind.LIST_OF_TABLES, (what, key))
    return Diagnosis(Kind.LIST_WITHOUT_KEY, (what, key))


def _at_top(facts: Facts, node: ast.Subscript, lists: list[_List]) -> Diagnosis | None:
    """The file has a list where a dictionary was expected that holds one."""
    what, key = place.in_full(facts, node.value), place.shown(facts, node.slice)
    match lists:
        case [_List(file=str(name), is_top=True)] if name and "..." not in what:
            if whole_lists.is_gone_through(facts, node) and whole_lists.is_read(facts, node.value):
                return Diagnosis(Kind.JSON_IS_LIST, (what, name, key))
    return None


def _as_long(facts: Facts, value: Value | None) -> Iterator[_List]:
    """The lists in JSON that this may be."""
    for found in _lists(facts):
        if value is not None and len(found.held) == value.length:
            yield found


def _free_name(facts: Facts) -> str:
    tree = place.tree_of(facts)
    names = ("entry", "each", "record")
    return next((n for n in names if tree and not scope.names_anywhere(tree, n)), "item")


def _written(facts: Facts, node: ast.expr) -> Iterator[dict[str, Any]]:
    """The dictionaries of the list, if they stand in the script; a value that does not is None."""
    made = origin.value(facts, node)
    for each in made.elts if isinstance(made, ast.List) else ():
        if isinstance(each, ast.Dict):
            yield {
                key.value: one.value if isinstance(one, ast.Constant) else None
                for key, one in zip(each.keys, each.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            }


def one_lacks(facts: Facts, node: ast.expr, key: str, keys: list[str]) -> Diagnosis | None:
    """The others of the same list, in JSON that the script holds or reads, have the key. `keys`:
    all of the one that was asked."""
    value = place.known(facts, node)
    if value is None or not isinstance(node, ast.Name) or not keys:
        return None
    first = first_items(value)
    fitting = [
        each
        for found in _lists(facts)
        for each in found.held
        if sorted(each) == sorted(keys) and list(each.items())[: len(first)] == first
        if sum(key in one for one in found.held) * 2 > len(found.held) > 1
    ]
    if len(fitting) != 1 or not first:
        return None
    name, shown = node.id, json.dumps(key, ensure_ascii=False)
    told = next(((k, v) for k, v in first if isinstance(v, str)), first[0])
    where = f"{json.dumps(told[0], ensure_ascii=False)}: {json.dumps(told[1], ensure_ascii=False)}"
    if len(where) > 60:
        return None
    values = (name, shown, where, f"if {shown} in {name}:")
    match place.statement(facts):
        case ast.If(test=test) if "..." not in place.in_full(facts, test):
            is_or = isinstance(test, ast.BoolOp | ast.IfExp | ast.Lambda)
            tested = place.in_full(facts, test)
            whole = f"if {shown} in {name} and {f'({tested})' if is_or else tested}:"
            return Diagnosis(Kind.ENTRY_LACKS_IF, (*values[:3], whole))
    return Diagnosis(Kind.ENTRY_LACKS, values)


def first_items(value: Value) -> list[tuple[str, Any]]:
    """The first of its items that are told whole."""
    found = []
    match value:
        case Value("dict", (int(), [*pairs])):
            for key, one in pairs:
                name, shown = value_from(key).text, literal(value_from(one))
                if name is None or not shown or shown.endswith("...'"):
                    break
                found.append((name, ast.literal_eval(shown)))
    return found


def _lists(facts: Facts) -> Iterator[_List]:
    texts = {
        ("", each.value)
        for each in place.every(facts, ast.Constant)
        if isinstance(each.value, str) and _is_json(each.value)
    }
    texts |= {(name, text) for name, text in read_files.named(facts) if name.endswith(".json")}
    for name, text in texts:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for each in _inside(found, 3):
            yield _List(name, each, is_top=each is found)


def _is_json(value: str) -> bool:
    return 2 < len(value) < _MOST_CHARS and value.lstrip()[:1] in "[{"


def _inside(value: object, deep: int) -> Iterator[list[dict[str, Any]]]:
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        yield value
    if isinstance(value, dict | list) and deep:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _inside(each, deep - 1)
