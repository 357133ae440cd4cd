"""What BeautifulSoup has not found in a page, and what openpyxl has not found in a cell. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.packages import lacking_tags, pages

_FIND = (
    "find", "select_one", "find_next", "find_parent", "find_next_sibling", "find_previous_sibling",
    "find_previous",
)  # fmt: skip
_TAGS = ("BeautifulSoup", "Tag")


def no_tag(facts: Facts, node: ast.expr, attribute: str) -> Diagnosis | None:
    """`box.find("span").text`, which is None here."""
    if _finds(facts, node):
        shown = place.in_full(facts, node)
        other = pages.has_otherwise(facts, node, shown) if _in_page(facts, node) else None
        other = other or lacking_tags.given_else(facts, node, attribute)
        return other or Diagnosis(Kind.TAG_MISSING, (shown, attribute))
    match node:
        case ast.Name(id=name):
            made = _last_made(facts, name)
            if made is not None and _finds(facts, made.value):
                if _in_page(facts, made.value):
                    if other := pages.has_otherwise(facts, made.value, name):
                        return other
                if (else_ := lacking_tags.named_else(facts, node, made, attribute)) is not None:
                    return else_
                values = name, made.lineno, place.in_full(facts, made.value), attribute
                return Diagnosis(Kind.TAG_MISSING_BEFORE, values)
        case ast.Attribute(value=ast.Name() as owner) if _is_tag(facts, owner):
            return Diagnosis(Kind.TAG_MISSING, (place.shown(facts, node), attribute))
    return None


def _finds(facts: Facts, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in _FIND:
            return _is_tag(facts, owner)
    return False


def _in_page(facts: Facts, call: ast.expr) -> bool:
    """It is looked for in all of a page."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name() as owner)):
            value = place.known(facts, owner)
            return value is not None and value.name == "BeautifulSoup"
    return False


def _is_tag(facts: Facts, node: ast.expr) -> bool:
    value = place.known(facts, node)
    return value is not None and value.type == "object" and value.name in _TAGS


def _last_made(facts: Facts, name: str) -> ast.Assign | None:
    """The only line that has given it a value so far."""
    around = scope.of_name(facts, name)
    if around is None or not _is_set_once(facts, around, name):
        return None
    for node in scope.in_scope(around):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                return node if node.lineno <= facts.line else None
    return None


def _is_set_once(facts: Facts, around: ast.AST, name: str) -> bool:
    """Above the line, or in a loop around it."""
    lines = scope.bindings(around, name)
    loops = [
        node
        for node in scope.in_scope(around)
        if isinstance(node, ast.For | ast.While) and place.covers(node, facts.line)
    ]
    before = [
        line
        for line in lines
        if line <= facts.line or any(place.covers(loop, line) for loop in loops)
    ]
    return len(before) == 1


def empty_cell(facts: Facts, node: ast.expr, other: str) -> Diagnosis | None:
    """What stands in a cell of a sheet, and is None beside a value of the other type."""
    empty = {"int": "0", "float": "0", "str": '""'}.get(other, "")
    if not empty or not _uses_openpyxl(facts):
        return None
    if isinstance(node, ast.Name):
        made = _last_made(facts, node.id)
        for kind, taken in (
            (Kind.CELL_EMPTY_LOOP, _unpacks_row),
            (Kind.CELL_EMPTY_BELOW, _takes_row_apart),
        ):
            if made is None and (line := taken(facts, node.id)) is not None:
                test = f"if {node.id} is None:"
                ways = f"{test} {node.id} = {empty}", f"{test} continue"
                return Diagnosis(kind, (node.id, line.lineno, empty, *ways))
        if made is None or not _is_cell(facts, made.value):
            return None
        instead = f"{node.id} = {place.shown(facts, made.value)} or {empty}"
        return Diagnosis(Kind.CELL_EMPTY, (node.id, made.lineno, instead))
    if not _is_cell(facts, node):
        return None
    what = place.shown(facts, node)
    return Diagnosis(Kind.CELL_EMPTY, (what, facts.line, f"({what} or {empty})"))


def _is_cell(facts: Facts, node: ast.expr) -> bool:
    match node:
        case ast.Attribute(value=ast.Subscript() | ast.Call() | ast.Name() as cell, attr="value"):
            if isinstance(cell, ast.Name):
                value = place.known(facts, cell)
                return value is not None and value.name in ("Cell", "ReadOnlyCell", "EmptyCell")
            inner = cell.value if isinstance(cell, ast.Subscript) else cell.func
            if isinstance(inner, ast.Name) and _is_row(facts, inner.id):
                return True
            sheet = inner.value if isinstance(inner, ast.Attribute) else inner
            value = place.known(facts, sheet)
            return value is not None and value.name in ("Worksheet", "ReadOnlyWorksheet")
        case ast.Subscript(value=ast.Name(id=row), slice=ast.Constant(value=int())):
            loop = origin.loop_over(facts, row)
            match loop.iter if loop is not None else None:
                case ast.Call(func=ast.Attribute(attr="iter_rows"), keywords=keywords):
                    return any(each.arg == "values_only" for each in keywords)
                case ast.Attribute(attr="values"):
                    return True
    return False


def _is_row(facts: Facts, name: str) -> bool:
    """`for row in sheet.iter_rows():`"""
    loop = origin.loop_over(facts, name)
    match loop.iter if loop is not None else None:
        case ast.Call(func=ast.Attribute(attr="iter_rows"), keywords=keywords):
            return all(each.arg != "values_only" for each in keywords)
        case ast.Attribute(attr="rows"):
            return True
    return False


def _unpacks_row(facts: Facts, name: str) -> ast.For | None:
    """`for name, amount in sheet.iter_rows(values_only=True):`"""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.For(target=ast.Tuple(elts=names), iter=rows) as loop:
                is_inside = any(place.covers(each, facts.line) for each in loop.body)
                if is_inside and any(place.is_name(each, name) for each in names):
                    is_own = loop.body[0].lineno > loop.lineno
                    return loop if is_own and _gives_values(facts, rows) else None
    return None


def _takes_row_apart(facts: Facts, name: str) -> ast.Assign | None:
    """`name, amount = row` in a loop through such rows, above the line."""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Name(id=row)) as taken:
                loop = origin.loop_over(facts, row)
                if any(place.is_name(each, name) for each in names) and loop is not None:
                    is_above = taken in loop.body and taken.lineno < facts.line
                    return taken if is_above and _gives_values(facts, loop.iter) else None
    return None


def _gives_values(facts: Facts, rows: ast.expr) -> bool:
    """The values of a sheet, row by row; also a part of them, and as a list."""
    match origin.value(facts, rows) or rows:
        case ast.Call(func=ast.Attribute(attr="iter_rows"), keywords=keywords):
            return any(
                each.arg == "values_only"
                and isinstance(each.value, ast.Constant)
                and each.value.value is True
                for each in keywords
            )
        case ast.Attribute(value=sheet, attr="values"):
            value = place.known(facts, sheet)
            return value is not None and value.name in ("Worksheet", "ReadOnlyWorksheet")
        case (
            ast.Call(func=ast.Name(id="list"), args=[inner])
            | ast.Subscript(value=inner, slice=ast.Slice())
        ):
            return _gives_values(facts, inner)
    return False


def _uses_openpyxl(facts: Facts) -> bool:
    is_used = False
    for node in place.every(facts, ast.AST):
        match node:
            case ast.keyword(arg="data_only"):
                return False  # a formula that nobody has calculated is None, too
            case ast.Import(names=names) if any(each.name == "openpyxl" for each in names):
                is_used = True
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == "openpyxl":
                is_used = True
    return is_used
