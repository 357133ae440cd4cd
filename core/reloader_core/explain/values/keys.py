"""A key that is not there: of a dictionary, or an item of a set. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import csv_rows, kept_as_was, lapses, spent, walks
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import (
    blanks,
    key_types,
    looped_keys,
    new_keys,
    pieces,
    records,
    typed_keys,
    written_tables,
)

_MOST_KEYS = 5
_MOST_ACCIDENTAL = 4
"""Words with so many letters that differ in one of them are often two words."""
_BOM = "\ufeff"
"""Some programs, Excel among them, let a file of text begin with it."""


def missing_key(facts: Facts) -> Diagnosis | None:
    key = facts.arguments[0] if len(facts.arguments) == 1 else Value("")
    node = _asked_for(facts, key)
    if facts.span is None and _may_be_taken(facts):
        return _taken_out(facts, key)
    if node is not None:
        odd = _turned(facts, node, key) or key_types.of_member(facts, node, key)
        odd = odd or pieces.rest(facts, node, key)
        if odd is None and key.type == "NoneType":
            odd = kept_as_was.of_none(facts, node.slice)
        if odd is not None:
            return odd
    if node is None or not (shown := literal(key)) or not _may_be(facts, node, key):
        return _taken_out(facts, key)
    table = place.known(facts, node.value)
    is_dict = table is None or table.type == "dict"
    is_near = isinstance(node.value, ast.Name) and _has_near(facts, node.value.id, key)
    if is_dict and not is_near and (filled := new_keys.of_new_key(facts, node, shown)) is not None:
        return filled
    if table is None or not isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript):
        calls = place.candidates(facts, ast.Call) if facts.span is None else []
        if any(isinstance(call.func, ast.Attribute) for call in calls):
            return None  # it may have said so, as .remove() does
        if not isinstance(node.ctx, ast.Load):
            return None
        what = place.shown(facts, node.value)
        is_named = isinstance(node.value, ast.Subscript | ast.Attribute) and "..." not in what
        return Diagnosis(Kind.NO_KEY_IN, (shown, what)) if is_named else _no_such(shown)
    if table.type != "dict":
        return None
    return _of_table(facts, node.value, table, key)


def _of_table(facts: Facts, node: ast.expr, table: Value, key: Value) -> Diagnosis | None:
    name = place.shown(facts, node)
    if table.length == 1:
        ended = walks.ended_in_round(facts, node) or walks.table_ended(facts, node)
        if ended is not None:
            return ended
    if table.length == 0:
        return spent.in_vain(facts, node) or Diagnosis(Kind.NO_KEYS, (name, literal(key)))
    written = ast.unparse(node)
    keys, is_all = facts.told.get("keys", {}).get(written, ([], False))
    known = [value_from(each) for each in keys]
    if is_all and (of_file := csv_rows.other_sign(facts, key, known)) is not None:
        return of_file
    if (blank := blanks.only_blanks(facts, node, key, known)) is not None:
        return blank
    found = _of_keys(facts, name, key, known, is_all=is_all)
    if is_all and found is not None and found.kind is Kind.OTHER_KEY_TYPE:
        found = key_types.of_json(facts, node, key, known) or found
    texts = [str(each.text) for each in known] if is_all else []
    asked = next((e.slice for e in place.candidates(facts, ast.Subscript) if e.value is node), None)
    if found is not None and found.kind is Kind.NEAR_KEY and asked is not None and texts:
        typed = typed_keys.in_other_case(facts, node, asked, str(key.text), texts)
        found = typed or found
    if key.text is not None and (odd := lapses.odd_record(facts, key.text, texts)) is not None:
        return odd
    if key.text is not None and found is not None and found.kind is not Kind.NEAR_KEY:
        if is_all and (lacks := written_tables.inner_lacks(facts, node, key.text, texts)):
            return lacks
    if found is not None and found.kind in (Kind.KEY_MISSING, Kind.NO_SUCH_KEY):
        if key.text is not None and (one := records.one_lacks(facts, node, key.text, texts)):
            return one
    match facts.told.get("deeper", {}).get(written):
        case [inner] if found is not None and found.kind in (Kind.KEY_MISSING, Kind.NO_SUCH_KEY):
            by_loop = _inner_by_loop(facts, written)
            full = f"{by_loop or f'{name}[{literal(value_from(inner))}]'}[{literal(key)}]"
            full = full.replace("'", '"') if '"' in name else full
            return Diagnosis(Kind.KEY_DEEPER, (name, literal(key), full))
    if found is not None and found.kind in (Kind.KEY_MISSING, Kind.NO_SUCH_KEY):
        if (other := looped_keys.of_other(facts, node, table, literal(key))) is not None:
            return other
    if not isinstance(node, ast.Name) and found is not None and found.kind is Kind.NO_SUCH_KEY:
        return Diagnosis(Kind.NO_KEY_IN, (literal(key), name)) if "..." not in name else found
    return found


def _inner_by_loop(facts: Facts, table: str) -> str:
    """How a loop through the table reaches what belongs to each of its keys; '' if there is none
    around the line."""
    found = ""
    for loop in place.every(facts, ast.For):
        if not place.covers(loop, facts.line):
            continue
        source = ast.unparse(loop.iter)
        match loop.target:
            case ast.Name(id=key) if source in (table, f"{table}.keys()"):
                found = f"{table}[{key}]"
            case ast.Name(id=item) if source == f"{table}.values()":
                found = item
            case ast.Tuple(elts=[_, ast.Name(id=item)]) if source == f"{table}.items()":
                found = item
    return found


def _has_near(facts: Facts, name: str, key: Value) -> bool:
    """A key that is there may be the one that is meant; not where the keys are collected."""
    if new_keys.begins_empty(facts, name) and not new_keys.begun_before(facts, name):
        return False
    keys, is_all = facts.told.get("keys", {}).get(name, ([], False))
    known = [value_from(each) for each in keys]
    found = _of_keys(facts, name, key, known, is_all=is_all) if known else None
    return found is not None and found.kind not in (Kind.KEY_MISSING, Kind.NO_SUCH_KEY)


def _turned(facts: Facts, node: ast.Subscript, key: Value) -> Diagnosis | None:
    """`distances["A", "B"]`, where a dictionary in the text has ("B", "A")."""
    match key:
        case Value("tuple", (2, [one, other])):
            parts = literal(value_from(one)), literal(value_from(other))
        case _:
            return None
    made = origin.value(facts, node.value)
    if not isinstance(made, ast.Dict) or "" in parts or parts[0] == parts[1]:
        return None
    keys = {ast.unparse(each) for each in made.keys if each is not None}
    asked, turned = (f"({', '.join(each)})" for each in (parts, parts[::-1]))
    if turned not in keys or asked in keys:
        return None
    return Diagnosis(Kind.KEY_TURNED, (place.shown(facts, node.value), asked, turned))


def _no_such(key: str) -> Diagnosis:
    return Diagnosis(Kind.NO_SUCH_KEY, (key,))


def _asked_for(facts: Facts, key: Value) -> ast.Subscript | None:
    """What stands in its brackets. Where the place is not exact, the only ones that have this key
    there and no name of which it is known that it is of another type."""
    nodes = place.candidates(facts, ast.Subscript)
    if len(nodes) == 1:
        return nodes[0]
    if any(place.known(facts, node.slice) is None for node in nodes):
        return None
    fitting = [node for node in nodes if _may_be(facts, node, key)]
    return fitting[0] if len(fitting) == 1 else None


def _taken_out(facts: Facts, key: Value) -> Diagnosis | None:
    """.pop() of a dictionary, .remove() of a set."""
    found = []
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr="pop" | "remove" as attr), args=[_]):
                value = place.known(facts, owner)
                if value is not None and (value.type, attr) in (("dict", "pop"), ("set", "remove")):
                    found.append((owner, value))
    if len(found) != 1 or not literal(key) or facts.span is None and _has_subscripts(facts):
        return None
    owner, value = found[0]
    if value.type == "dict":
        return _of_table(facts, owner, value, key)
    return Diagnosis(Kind.NOT_IN_SET, (place.shown(facts, owner), literal(key)))


def _may_be_taken(facts: Facts) -> bool:
    """Something else than the brackets may have found no such key."""
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr in ("pop", "remove", "popitem")
        for call in place.candidates(facts, ast.Call)
    )


def _has_subscripts(facts: Facts) -> bool:
    return bool(place.candidates(facts, ast.Subscript))


def _may_be(facts: Facts, node: ast.Subscript, key: Value) -> bool:
    """Nothing that is known of the index speaks against this key."""
    index = place.known(facts, node.slice)
    return index is None or literal(index) == literal(key)


def _is_meant(facts: Facts, asked: str, near: str) -> bool:
    """And no other word that is near by accident, as Mar is to May. What stands nowhere in the
    text has been read or typed, and may be any word."""
    one, other = asked.lower(), near.lower()
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other) and (len(one) <= _MOST_ACCIDENTAL or one[0] != other[0]):
        return False
    if {one, other} == {"tuesday", "thursday"}:
        return False
    is_written = any(each.value == asked for each in place.every(facts, ast.Constant))
    return is_written or len(one) > _MOST_ACCIDENTAL + 1


def _of_keys(
    facts: Facts, name: str, key: Value, keys: list[Value], *, is_all: bool
) -> Diagnosis | None:
    shown = literal(key)
    if shown in map(literal, keys):
        return None  # it was put in since, by another thread
    for each in keys:
        if {each.type, key.type} == {"str", "int"} and literal(each).strip("'") == shown.strip("'"):
            values = (name, shown, key.type, literal(each), each.type)
            return Diagnosis(Kind.OTHER_KEY_TYPE, values)
    if key.text is not None:
        if any((each.text or "").lstrip(_BOM).strip('"') == key.text for each in keys):
            return Diagnosis(Kind.KEY_WITH_BOM, (name, shown))
        near = nearest(key.text, [each.text for each in keys if each.text is not None])
        near = near if near and _is_meant(facts, key.text, near) else ""
        stripped = [
            each.text for each in keys if each.text and each.text.strip() == key.text.strip()
        ]
        if near or stripped:
            return Diagnosis(Kind.NEAR_KEY, (name, shown, repr(near or stripped[0])))
    if is_all and len(keys) <= _MOST_KEYS:
        return Diagnosis(Kind.KEY_MISSING, (name, shown, ", ".join(map(literal, keys))))
    return Diagnosis(Kind.NO_SUCH_KEY, (shown,))
