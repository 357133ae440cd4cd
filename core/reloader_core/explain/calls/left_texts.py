"""What is sorted by numbers, of which a test has left one as the text that it was. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SORTS = ("sort", "sorted")


def by_test(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`if time != "DNF": time = float(time)`, and then sort(key=lambda run: run["time"])."""
    match call.keywords:
        case [ast.keyword(arg="key", value=ast.Lambda(body=ast.Subscript() as body) as key)]:
            pass
        case _:
            return None
    match body.slice:
        case ast.Constant(value=str() | int() as at) if place.name_called(call) in _SORTS:
            puts = set(_put(facts, at))
        case _:
            return None
    left = {each: list(_left(facts, each)) for each in puts}
    made = list(dict.fromkeys(one for each in left.values() for one in each))
    is_later = any(each.endswith("]") for each in puts if left[each])
    if not is_later and any(not left[each] and not _is_number(each) for each in puts):
        return None  # another text may be in another of them
    shown, head = place.in_full(facts, body), ast.unparse(key).partition(":")[0]
    if len(made) != 1 or "..." in shown:
        return None
    line, text = made[0]
    instead = f'key={head}: float("inf") if {shown} == {text} else {shown}'
    return Diagnosis(Kind.TEXT_LEFT, (shown, text, line, instead))


def _is_number(shown: str) -> bool:
    try:
        return isinstance(ast.literal_eval(shown), int | float)
    except (ValueError, SyntaxError):
        return False


def _put(facts: Facts, at: str | int) -> Iterator[str]:
    """What is put into records at this place, or under this key, as it is written."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Dict(keys=keys, values=values) if isinstance(at, str):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and key.value == at:
                        yield ast.unparse(value)
            case ast.Call(
                func=ast.Attribute(attr="append"), args=[ast.Tuple() | ast.List() as record]
            ) if isinstance(at, int) and -len(record.elts) <= at < len(record.elts):
                yield ast.unparse(record.elts[at])
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=key)) as target]):
                if key == at and isinstance(at, str):
                    yield ast.unparse(target)


def _left(facts: Facts, name: str) -> Iterator[tuple[int, str]]:
    """The tests that let this be made a number, except where it is one text: the line, the text as
    it is written."""
    for node in place.every(facts, ast.If):
        match node:
            case ast.If(
                test=ast.Compare(
                    left=left, ops=[ast.NotEq()], comparators=[ast.Constant(value=str()) as text]
                ),
                body=changed,
                orelse=[],
            ) if ast.unparse(left) == name and any(_makes_number(each, name) for each in changed):
                yield node.lineno, place.shown(facts, text)
            case ast.If(
                test=ast.Compare(
                    left=left, ops=[ast.Eq()], comparators=[ast.Constant(value=str()) as text]
                ),
                body=[ast.Pass()],
                orelse=changed,
            ) if ast.unparse(left) == name and any(_makes_number(each, name) for each in changed):
                yield node.lineno, place.shown(facts, text)


def _makes_number(node: ast.stmt, name: str) -> bool:
    match node:
        case ast.Assign(
            targets=[target], value=ast.Call(func=ast.Name(id="float" | "int"), args=[_])
        ):
            return ast.unparse(target) == name
    return False
