"""A list that stayed empty, or a count that stayed 0, because what is asked before compares text
with a number. Pure, but for columns_read.py."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import columns_read, held, other_letters, sources, unlike
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FILLS = ("append", "extend", "insert")
_TEXT_AND_NUMBER = ({"str", "int"}, {"str", "float"})
Test = tuple[ast.Compare, bool]
"""What is compared, and whether all is passed over where it holds."""


def of_list(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """Text with a number, or only one side in small letters."""
    if not isinstance(node, ast.Name) or sources.is_imported(facts):
        return None
    if (by_case := unlike.empty(facts, node)) is not None:
        return by_case
    tree, source = place.tree_of(facts), sources.only(facts, node, "list")
    if tree is None or source is None:
        return None
    home = scope.home_of(tree, source.node) or tree
    for compared, is_passed in _tests(tree, source):
        if (types := _types(tree, home, compared)) is not None:
            return _said(facts, node, home, (compared, is_passed), types)
    return None


def of_count(facts: Facts, what: str, line: int) -> Diagnosis | None:
    """Of a number that has stayed 0, since the line that adds to it has never run."""
    tree, home = place.tree_of(facts), scope.function_around(facts)
    adds = [e for e in place.every(facts, ast.AugAssign) if e.lineno == line]
    around = home or tree
    if tree is None or around is None or len(adds) != 1 or sources.is_imported(facts):
        return None
    loops = [(e.target, e.iter) for e in scope.in_scope(around) if isinstance(e, ast.For)]
    for compared, is_passed in _around(around, adds[0]):
        letters = other_letters.looked_for(facts, what, around, compared, loops)
        if letters is not None and not is_passed:
            return letters
        types = _types(tree, around, compared)
        instead = _instead(facts, around, compared, types) if types is not None else ""
        if types is not None and instead and not is_passed:
            sides = [place.shown(facts, each) for each in (compared.left, compared.comparators[0])]
            values = (what, compared.lineno, sides[0], types[0], sides[1], types[1], instead)
            return Diagnosis(Kind.COUNT_COMPARED, values)
    return None


def of_sum(facts: Facts, what: str) -> Diagnosis | None:
    """Of a number that is 0, as it has begun, and that one line adds to."""
    node = place.shown_as(facts, what)
    home = scope.of_name(facts, what) if isinstance(node, ast.Name) else None
    if home is None or len(scope.bindings(home, what)) != 2:
        return None
    begins, adds = [], []
    for each in scope.in_scope(home):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=0)):
                begins += [each] if name == what else []
            case ast.AugAssign(target=ast.Name(id=name), op=ast.Add()):
                adds += [each] if name == what else []
    return of_count(facts, what, adds[0].lineno) if len(begins) == len(adds) == 1 else None


def _types(tree: ast.Module, home: ast.AST, compared: ast.Compare) -> tuple[str, str] | None:
    """Those of both sides, if one is text and the other one a number."""
    sides = (compared.left, compared.comparators[0])
    kinds = [unlike.kinds(tree, home, each) for each in sides]
    if all(len(each) == 1 for each in kinds) and kinds[0] | kinds[1] in _TEXT_AND_NUMBER:
        return kinds[0].pop(), kinds[1].pop()
    return None


def _said(
    facts: Facts, node: ast.Name, home: ast.AST, test: Test, types: tuple[str, str]
) -> Diagnosis:
    compared, is_passed = test
    sides = [place.shown(facts, each) for each in (compared.left, compared.comparators[0])]
    values = (node.id, compared.lineno, sides[0], types[0], sides[1], types[1])
    instead = _instead(facts, home, compared, types)
    if is_passed and instead:
        return Diagnosis(Kind.EMPTY_PASSED_OVER, (*values, instead))
    if is_passed:
        return Diagnosis(Kind.EMPTY_PASSED_BY_TYPE, values)
    if instead:
        return Diagnosis(Kind.EMPTY_COMPARED, (*values, instead))
    return Diagnosis(Kind.EMPTY_BY_TYPE, values)


# -- what is compared


def _tests(tree: ast.Module, source: sources.Source) -> Iterator[Test]:
    """What has to hold for something to be put into the list."""
    match source.node:
        case ast.ListComp(generators=[ast.comprehension(ifs=ifs)]):
            for each in ifs:
                yield from _all_of(each)
        case ast.List(elts=[]) if source.steps[0].names:
            around, name = source.steps[0].names[0]
            fills = [
                each
                for each in ast.walk(tree)
                if isinstance(each, ast.Attribute)
                and each.attr in _FILLS
                and place.is_name(each.value, name)
            ]
            if len(fills) == 1 and fills[0] in scope.in_scope(around):
                yield from _around(around, fills[0])


def _around(block: ast.AST, fill: ast.AST) -> Iterator[Test]:
    """From the outside in."""
    for node in scope.in_scope(block):
        match node:
            case ast.If(test=test, body=body) if _holds(body, fill):
                yield from _all_of(test)
            case ast.For(body=body) if _holds(body, fill):
                for each in body:
                    if fill in ast.walk(each):
                        break
                    match each:
                        case ast.If(
                            test=ast.Compare(ops=[ast.NotEq()]) as test,
                            body=[ast.Continue()],
                            orelse=[],
                        ):
                            yield test, True


def _holds(body: list[ast.stmt], fill: ast.AST) -> bool:
    return any(fill in ast.walk(each) for each in body)


def _all_of(test: ast.expr) -> Iterator[Test]:
    """Both sides of `and`, but of nothing else."""
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            for each in values:
                yield from _all_of(each)
        case ast.Compare(ops=[ast.Eq()]):
            yield test, False
        case ast.Compare(ops=[ast.In()], comparators=[ast.Tuple() | ast.List() | ast.Set()]):
            yield test, False


# -- what to write


def _instead(facts: Facts, home: ast.AST, compared: ast.Compare, types: tuple[str, str]) -> str:
    """The comparison with a number made of the text, where that can be done with all the texts, or
    else with a text made of the whole number; '' if neither is sure."""
    sides = (compared.left, compared.comparators[0])
    at = types.index("str")
    text, number, kind = sides[at], sides[1 - at], types[1 - at]
    shown = [place.in_full(facts, each) for each in sides]
    texts = columns_read.texts_of(facts, home, text)
    is_several = isinstance(sides[1], ast.Tuple | ast.List | ast.Set)
    if _is_typed(facts, home, text) or texts and all(written.is_number(kind, t) for t in texts):
        if is_several and at == 1:
            return ""
        shown[at] = f"{kind}({shown[at]})"
    elif kind == "int" and not is_several and isinstance(number, ast.Name | ast.Constant):
        if texts is None:
            return ""
        shown[1 - at] = f"str({shown[1 - at]})"
    else:
        return ""
    sign = {ast.Eq: "==", ast.NotEq: "!=", ast.In: "in"}[type(compared.ops[0])]
    instead = f"{shown[0]} {sign} {shown[1]}"
    return instead if "..." not in instead else ""


def _is_typed(facts: Facts, home: ast.AST, node: ast.expr) -> bool:
    """It is what input() gave."""
    tree = place.tree_of(facts)
    if isinstance(node, ast.Name) and tree is not None:
        node = held.value_of(tree, home, node.id) or node
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    return isinstance(node, ast.Call) and place.is_name(node.func, "input")
