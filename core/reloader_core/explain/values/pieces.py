"""A text that is cut into pieces of one length, and the rest, which is shorter. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def rest(facts: Facts, node: ast.Subscript, key: Value) -> Diagnosis | None:
    """`for i in range(0, len(text), 3): table[text[i:i + 3]]`, and the key has two letters."""
    match origin.value(facts, node.slice) or node.slice:
        case ast.Subscript(
            value=ast.Name(id=text),
            slice=ast.Slice(
                lower=ast.Name(id=first),
                upper=ast.BinOp(
                    left=ast.Name(id=second), op=ast.Add(), right=ast.Constant(value=int(step))
                ),
                step=None,
            ),
        ) if first == second and key.text is not None and 0 < len(key.text) < step:
            pass
        case _:
            return None
    if not _are_whole(place.known(facts, node.value), step):
        return None
    for loop in place.every(facts, ast.For):
        counted = f"range(0, len({text}), {step})"
        is_by = ast.unparse(loop.iter) == counted and place.is_name(loop.target, first)
        if is_by and place.covers(loop, facts.line):
            instead = f"range(0, len({text}) - {step - 1}, {step})"
            values = (literal(key), text, step, loop.lineno, instead)
            return Diagnosis(Kind.PIECE_SHORTER, values)
    return None


def _are_whole(table: Value | None, step: int) -> bool:
    """The keys that are known have all this length."""
    match table:
        case Value("dict", (int(), [_, *_] as pairs)):
            return all(key[0] == "str" and key[2] == step for key, _value in pairs)
    return False
