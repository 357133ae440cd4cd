"""A line that is split into fewer parts than those beside it, and one is asked for that only they
have. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import lines_beside, place, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FEWEST = 2
"""So many others have to have that part, and more than those that lack it."""
_MOST_SHOWN = 40


def found(
    facts: Facts, node: ast.Subscript, text: str, sign: str | None, values: tuple[str | int, ...]
) -> Diagnosis | None:
    """`values`: the text, the sign, how many parts there are, and the place that is asked for."""
    line, index = lines_beside.line_of(facts, text), int(values[-1])
    if line is None or text.lstrip().startswith("#"):
        return None
    others = [each.strip().split(sign) for each in line.others]
    have = [each[index].strip() for each in others if len(each) > index]
    example = next((each for each in have if 0 < len(each) <= _MOST_SHOWN), "")
    if len(have) < _FEWEST or len(have) * 2 <= len(others) or not example:
        return None
    instead = _instead(facts, node, index, is_number=written.is_number("float", example))
    more = (line.number, line.file, repr(example), instead)
    return Diagnosis(Kind.SPLIT_SHORT, (*values, *more)) if "..." not in instead else None


def _instead(facts: Facts, node: ast.Subscript, index: int, *, is_number: bool) -> str:
    """An empty text in its place where that does: where it is only kept, and is no number."""
    test = f"len({place.in_full(facts, node.value)}) > {index}"
    if not is_number and any(_keeps(each, node) for each in place.in_statement(facts)):
        return f'{place.in_full(facts, node)} if {test} else ""'
    return f"if {test}:"


def _keeps(around: ast.AST, node: ast.expr) -> bool:
    match around:
        case ast.Dict(values=parts) | ast.List(elts=parts):
            return node in parts
        case ast.Assign(value=value):
            return value is node
        case ast.Call(func=ast.Attribute(attr="append"), args=parts):
            return node in parts
    return False
