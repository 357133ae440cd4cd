"""Rows of csv's whose names or values stand in one text, or begin with a blank, and
rows without names. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator

from reloader_core.explain.causes import held, text_parts
from reloader_core.explain.evidence import place, read_files, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SIGNS = (";", "\t", "|")


def other_sign(facts: Facts, key: Value, keys: list[Value]) -> Diagnosis | None:
    """The only key of a row is "station;day;temp", or one begins with a blank."""
    # None is the key of what a row has more than names.
    wanted, texts = key.text, [each.text or "" for each in keys if each.type != "NoneType"]
    if not wanted or "" in texts:
        return None
    if f" {wanted}" in [f" {each.lstrip()}" for each in texts if each[:1] == " "]:
        instead = _again(facts, "DictReader", "skipinitialspace=True")
        near = next(each for each in texts if each.lstrip() == wanted)
        return Diagnosis(Kind.CSV_BLANK, (repr(wanted), repr(near), *instead)) if instead else None
    if len(texts) != 1:
        return None
    names = {sign: [each.strip() for each in texts[0].split(sign)] for sign in _SIGNS}
    fitting = [sign for sign in _SIGNS if wanted in names[sign]]
    return _with_sign(facts, "DictReader", texts[0], fitting)


def one_field(facts: Facts, row: Value | None) -> Diagnosis | None:
    """A row of csv.reader() whose only field is "Kiel;1;18.5"."""
    match row:
        case Value("list", (1, [("str", str(text), int(length))])):
            if len(text) == length:
                fitting = [sign for sign in _SIGNS if sign in text]
                return _with_sign(facts, "reader", text, fitting)
    return None


def by_number(facts: Facts) -> Diagnosis | None:
    """`row["name"]`, where the only csv.reader() gives lists, and it is known where in them the
    name is: by the first line of a file that the script names, or of a text in it."""
    readers = [each for each in place.every(facts, ast.Call) if _is_reader(each)]
    if len(readers) != 1 or "DictReader" in (facts.source or ""):
        return None
    found = [
        (row, readers[0].lineno, repr(key), f"{row}[{at}]")
        for node in place.candidates(facts, ast.Subscript)
        for row, key, at in _asked(facts, node)
    ]
    if len(found) != 1:
        return None
    if _passes_over(facts):
        return _in_all_lines(facts, found[0], readers[0]) or Diagnosis(Kind.CSV_BY_NUMBER, found[0])
    is_by_name = _is_asked_by_names(facts, found[0][0])
    return Diagnosis(Kind.CSV_BY_NAME, found[0][:2]) if is_by_name else None


def _in_all_lines(
    facts: Facts, found: tuple[str, int, str, str], reader: ast.Call
) -> Diagnosis | None:
    """The lines beside it that take other things of the same row by their names."""
    row, places = found[0], _places(facts, ast.literal_eval(found[2]), found[3])
    asked: set[tuple[int, str]] = set()
    for node in _by_names(facts, row):
        if (at := places.get(ast.literal_eval(node.slice))) is None:
            return None
        asked.add((node.lineno, f"{row}[{at}]"))
    if len(asked) < 2:
        return None
    values = (row, found[1], "; ".join(f"{line}: {instead}" for line, instead in sorted(asked)))
    passed = _passed(facts)
    call = place.in_full(facts, reader)
    if passed is None or "..." in call or not _is_asked_by_names(facts, row):
        return Diagnosis(Kind.CSV_BY_NUMBERS, values)
    instead = call.replace("csv.reader(", "csv.DictReader(", 1)
    return Diagnosis(Kind.CSV_BY_NUMBERS_OR, (*values, instead, passed.lineno))


def _by_names(facts: Facts, row: str) -> list[ast.Subscript]:
    """Of the loop or function around, all that is taken of the row by a name."""
    home = scope.function_around(facts) or place.tree_of(facts)
    return [
        each
        for each in (ast.walk(home) if home is not None else ())
        if isinstance(each, ast.Subscript) and place.is_name(each.value, row)
        if place.is_text(each.slice)
    ]


def _places(facts: Facts, key: str, found: str) -> dict[str, int]:
    """Of the only first line in which the name is where it was found."""
    at = int(found.rpartition("[")[2].rstrip("]"))
    fitting = [each for each in _headers(facts) if len(each) > at and each[at] == key]
    if not fitting or any(each != fitting[0] for each in fitting):
        return {}
    names = fitting[0]
    return {name: number for number, name in enumerate(names) if names.count(name) == 1}


def _passed(facts: Facts) -> ast.Expr | None:
    """`next(reader)`, as a line of its own, of the only one."""
    nexts = [each for each in place.every(facts, ast.Call) if place.name_called(each) == "next"]
    slices = [each for each in place.every(facts, ast.Slice) if each.lower is not None]
    lines = [each for each in place.every(facts, ast.Expr) if each.value in nexts]
    return lines[0] if len(lines) == len(nexts) == 1 and not slices else None


def _asked(facts: Facts, node: ast.Subscript) -> Iterator[tuple[str, str, int]]:
    """The row, the name and its place, where the first line has this name."""
    match node:
        case ast.Subscript(value=ast.Name(id=row) as owner, slice=ast.Constant(value=str(key))):
            value = place.known(facts, owner)
            is_row = value is None and _is_gone_through(facts, row)
            length = value.length if value is not None and value.type == "list" else None
            places = {
                names.index(key)
                for names in _headers(facts)
                if key in names and (is_row or len(names) == length)
            }
            yield from ((row, key, at) for at in places)


def _is_gone_through(facts: Facts, row: str) -> bool:
    """A loop or comprehension over rows of csv's gives it its values."""
    tree = place.tree_of(facts)
    home = scope.function_around(facts) or tree
    if tree is None or home is None or held.is_set_besides(home, row):
        return False
    items = held.gone_through(tree, home, row)
    return items is not None and text_parts.rows(tree, home, items) == "list"


def _is_asked_by_names(facts: Facts, row: str) -> bool:
    """All that is done with a row is to take what is under a name of the first line, and nothing
    in the file is taken by its number or put into several names at once."""
    names = {key for header in _headers(facts) for key in header}
    asked = set()
    for node in place.every(facts, ast.expr):
        match node:
            case ast.Subscript(value=ast.Name(id=owner) as name, slice=ast.Constant(value=key)):
                if isinstance(key, int) or owner == row and key not in names:
                    return False
                asked.add(id(name))
    used = [each for each in place.every(facts, ast.Name) if each.id == row]
    if any(
        isinstance(each, ast.For | ast.comprehension)
        and isinstance(each.target, ast.Tuple)
        and isinstance(each.iter, ast.Name)
        for each in place.every(facts, ast.AST)
    ):
        return False
    return all(id(each) in asked for each in used if isinstance(each.ctx, ast.Load))


def _passes_over(facts: Facts) -> bool:
    """The first row is left out somewhere."""
    nexts = [each for each in place.every(facts, ast.Call) if place.name_called(each) == "next"]
    slices = [each for each in place.every(facts, ast.Slice) if each.lower is not None]
    return bool(nexts or slices)


def _is_reader(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id="csv"), attr="reader"):
            return True
    return False


def _headers(facts: Facts) -> Iterator[list[str]]:
    """What may be the names in the first line."""
    texts = [each.value for each in place.every(facts, ast.Constant) if isinstance(each.value, str)]
    texts = [each for each in texts if "\n" in each.strip()]
    for text in (*texts, *(found for _name, found in read_files.named(facts))):
        line = text.lstrip("\n").partition("\n")[0]
        for sign in (",", *_SIGNS):
            if sign in line:
                yield next(csv.reader([line], delimiter=sign), [])


def _with_sign(facts: Facts, function: str, text: str, fitting: list[str]) -> Diagnosis | None:
    if len(fitting) != 1 or len(text) > 80:
        return None
    sign = '"\\t"' if fitting[0] == "\t" else f'"{fitting[0]}"'
    instead = _again(facts, function, f"delimiter={sign}")
    return Diagnosis(Kind.CSV_SIGN, (repr(text), sign, *instead)) if instead else None


def _again(facts: Facts, function: str, more: str) -> tuple[int, str] | None:
    """The only call of csv's that reads rows, with this more: its line, and what to write."""
    found = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr=name)) if name in (
                "reader",
                "DictReader",
            ):
                found.append((name, node))
            case ast.Call(func=ast.Name(id="DictReader")):
                found.append(("DictReader", node))
    if len(found) != 1 or found[0][0] != function:
        return None
    call = found[0][1]
    if {"delimiter", "dialect", "fieldnames", "skipinitialspace", None} & {
        each.arg for each in call.keywords
    } or len(call.args) != 1:
        return None
    given = [place.shown(facts, call.args[0])]
    given += [f"{each.arg}={place.shown(facts, each.value)}" for each in call.keywords]
    instead = f"{place.shown(facts, call.func)}({', '.join([*given, more])})"
    return (call.lineno, instead) if "..." not in instead else None
