"""A best value that begins as None, and is compared before it has become anything else. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def first_round(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`best = None` above a loop, and in it `if price < best: best = price`, which nothing comes to
    before it is compared."""
    statement, home = place.statement(facts), _home(facts, node)
    if not isinstance(statement, ast.If) or home is None:
        return None
    line = _begin(home, statement, node)
    instead = _asked_first(facts, statement, node) if line else ""
    if not line or not instead:
        return None
    values = (place.shown(facts, node), line, statement.lineno, instead)
    others = list(_others(facts, home, statement, node))
    if len(others) == 1:
        return Diagnosis(Kind.NONE_AT_FIRST_TWICE, (*values, *others[0]))
    return Diagnosis(Kind.NONE_AT_FIRST, values)


def total(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`total = None` above a loop, and in it `total = total + price`, the only other line that
    gives it a value."""
    statement, home = place.statement(facts), _home(facts, node)
    if not isinstance(node, ast.Name) or home is None:
        return None
    match statement:
        case ast.AugAssign(target=target, op=ast.Add(), value=added):
            pass
        case ast.Assign(targets=[target], value=ast.BinOp(left=left, op=ast.Add(), right=added)):
            if not place.is_name(left, node.id):
                return None
        case _:
            return None
    begin = {"int": "0", "float": "0", "str": '""', "list": "[]"}.get(_type_of(facts, added))
    nones = [
        each.lineno
        for each in scope.in_scope(home)
        if isinstance(each, ast.Assign) and place.is_none(each.value)
        if len(each.targets) == 1 and place.is_name(each.targets[0], node.id)
    ]
    is_all = len(scope.bindings(home, node.id)) == 2
    if not begin or not place.is_name(target, node.id) or len(nones) != 1 or not is_all:
        return None
    values = (node.id, "NoneType", nones[0], f"{node.id} = {begin}")
    return Diagnosis(Kind.MADE_AS, values)


def _type_of(facts: Facts, added: ast.expr) -> str:
    """As Python says it, where the text does not tell."""
    said = re.search(r"'NoneType' and '(\w+)'", facts.message)
    return said[1] if said is not None else place.type_of(facts, added)


def _home(facts: Facts, node: ast.expr) -> ast.AST | None:
    """Where all is that may give it a value: the function or module of a name, the class of an
    attribute."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    match node:
        case ast.Name(id=name) if tree is not None and not scope.is_declared(tree, name):
            home = scope.of_name(facts, name)
            is_own = home is not tree or facts.function == "<module>"
            return home if is_own and _is_in_loop(facts) else None
        case ast.Attribute(value=ast.Name(id="self"), attr=attr) if function is not None:
            cls = scope.class_around(facts, function)
            stores = [e for e in place.every(facts, ast.Attribute) if e.attr == attr]
            own = set(map(id, ast.walk(cls))) if cls is not None else set()
            is_own = all(id(e) in own for e in stores if not isinstance(e.ctx, ast.Load))
            return cls if is_own and cls is not None and not cls.bases else None
    return None


def _is_in_loop(facts: Facts) -> bool:
    return any(
        isinstance(each, ast.For | ast.While) and place.covers(each, facts.line)
        for each in place.every(facts, ast.stmt)
    )


def _begin(home: ast.AST, asked: ast.If, node: ast.expr) -> int:
    """The line that makes it None, if all others that give it a value belong to the `if` itself,
    which cannot be passed while it is None; else 0."""
    shown, begins, inside = ast.unparse(node), [], 0
    below = {id(each) for part in asked.body for each in ast.walk(part)}
    for each in ast.walk(home):
        if not isinstance(each, ast.Name | ast.Attribute) or isinstance(each.ctx, ast.Load):
            continue
        if ast.unparse(each) == shown:
            inside += id(each) in below
            begins += [each] if id(each) not in below else []
    nones = [each.lineno for each in begins if _is_none(home, each)]
    if not inside or len(begins) != 1 or len(nones) != 1:
        return 0
    is_above = nones[0] < asked.lineno or isinstance(node, ast.Attribute)
    return nones[0] if is_above else 0


def _is_none(home: ast.AST, target: ast.expr) -> bool:
    for each in ast.walk(home):
        match each:
            case ast.Assign(targets=targets, value=ast.Constant(value=None)) if target in targets:
                return True
        for given, value in scope.given_values(each):
            if given is target:
                return place.is_none(value)
    return False


def _asked_first(facts: Facts, statement: ast.If, node: ast.expr) -> str:
    """The `if` with a test for None before what is compared; '' if something else might come
    before that."""
    parts = [statement.test]
    if isinstance(statement.test, ast.BoolOp):
        if not isinstance(statement.test.op, ast.And):
            return ""
        parts = statement.test.values
    shown, compared = place.in_full(facts, node), [_is_compared(each, node) for each in parts]
    if compared.count(True) != 1 or statement.test.lineno != statement.test.end_lineno:
        return ""
    written = [place.in_full(facts, each) for each in parts]
    at = compared.index(True)
    written[at] = f"{shown} is None or {written[at]}"
    if len(parts) > 1:
        written[at] = f"({written[at]})"
    line = (facts.source or "").splitlines()[statement.lineno - 1].encode()
    is_one_line = statement.body[0].lineno == statement.lineno
    rest = line[statement.test.end_col_offset :].decode() if is_one_line else ":"
    word = "if" if place.begins_line(facts, statement) else "elif"
    instead = f"{word} {' and '.join(written)}{rest}"
    return instead if "..." not in instead else ""


def _is_compared(test: ast.expr, node: ast.expr) -> bool:
    match test:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if isinstance(op, _ORDER):
            return ast.unparse(node) in (ast.unparse(left), ast.unparse(right))
    return False


def _others(
    facts: Facts, home: ast.AST, asked: ast.If, node: ast.expr
) -> Iterator[tuple[int, str]]:
    """The same with another one, as with the smallest beside the largest: the line, and what to
    write there."""
    for each in ast.walk(home):
        if not isinstance(each, ast.If) or each is asked:
            continue
        for part in ast.walk(each.test):
            if not isinstance(part, type(node)) or ast.unparse(part) == ast.unparse(node):
                continue
            if isinstance(part, ast.Name | ast.Attribute) and _begin(home, each, part):
                if instead := _asked_first(facts, each, part):
                    yield each.lineno, instead
