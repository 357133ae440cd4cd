"""A word that was typed where a number was asked for: how the same line asks again. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import typed_numbers
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ASKS = (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)
_INNER = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def typed(facts: Facts, what: ast.expr, function: str, text: str) -> Diagnosis | None:
    """`what`: that which int() or float() got, which is this text."""
    statement = place.statement(facts)
    if not isinstance(statement, _ASKS) or not typed_numbers.is_typed(what):
        return None
    nodes = list(ast.walk(statement))
    calls = [each for each in nodes if isinstance(each, ast.Call)]
    asked = [each for each in calls if place.builtin_called(facts, each) == "input"]
    whole = place.in_full(facts, statement)
    if len(asked) != 1 or "..." in whole or any(isinstance(each, _INNER) for each in nodes):
        return None
    if statement.lineno != statement.end_lineno or not _is_line(facts, statement):
        return None
    if not text.strip() or _is_known(facts, text.strip().casefold()):
        return None
    then = "" if isinstance(statement, ast.Return) else "; break"
    values = (f"{function}()", text, statement.lineno, f"try: {whole}{then}")
    return Diagnosis(Kind.TYPED_AGAIN, values)


def _is_line(facts: Facts, statement: ast.stmt) -> bool:
    """Nothing else stands in its line, but for a comment."""
    line = (facts.source or "").splitlines()[statement.lineno - 1].encode()
    before, after = line[: statement.col_offset], line[statement.end_col_offset :].strip()
    return not before.strip() and (not after or after.startswith(b"#"))


def _is_known(facts: Facts, text: str) -> bool:
    """The script has a word for it, as in "a number, or q to end": it is not to be asked again."""
    return any(
        isinstance(each.value, str) and text in each.value.casefold()
        for each in place.every(facts, ast.Constant)
    )
