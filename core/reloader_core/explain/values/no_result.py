"""Roots and logarithms of numbers that have none, and what is to be written above the line so that
such a number does not come to it. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import domain, formulas

_DOMAIN = re.compile(r"math domain error|expected a \w+ input, got .*")  # the other: from 3.14
_NEEDS_POSITIVE = ("sqrt", "log", "log2", "log10")
_NEED_OTHERS = ("acos", "asin", "acosh", "atanh", "pow", "fmod", "log1p", "gamma", "lgamma", "sin")
"""What else may have no result for a number."""
_PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
"""Statements of which the whole can be left out."""


def no_such_result(facts: Facts) -> Diagnosis | None:
    """Of a function of the module math."""
    if _DOMAIN.fullmatch(facts.message) is None:
        return None
    calls = [
        node
        for node in place.candidates(facts, ast.Call)
        if place.name_called(node) in (*_NEEDS_POSITIVE, *_NEED_OTHERS)
    ]
    if len(calls) != 1 or len(calls[0].args) != 1:
        return None
    name, what = place.name_called(calls[0]), calls[0].args[0]
    if name not in _NEEDS_POSITIVE:
        return None
    shown, number = place.in_full(facts, calls[0]), _number(facts, what)
    if number and (float(number) > 0 or name == "sqrt" and float(number) == 0):
        return None  # it was another function of the line
    asked = place.shown(facts, what)
    if number and "..." not in asked and any(isinstance(n, ast.Name) for n in ast.walk(what)):
        test = f"{place.operand(facts, what)} {'<' if name == 'sqrt' else '<='} 0"
        known = (shown, asked, number)
        sign = formulas.of_root(facts, what, known) if name == "sqrt" else None
        return sign or _of_number(facts, known, test, formulas.line_of(facts, what))
    return Diagnosis(Kind.NO_SUCH_RESULT, (shown,))


def _number(facts: Facts, what: ast.expr) -> str:
    """'' if it is not known."""
    value = place.known(facts, what)
    if value is not None and value.type in ("int", "float"):
        return literal(value)
    number = domain.number_of(facts, what) if value is None else None
    return "" if number is None else f"{number:.6g}"


def _of_number(facts: Facts, known: tuple[str, str, str], test: str, made: int) -> Diagnosis:
    """`made`: the line that has calculated it; 0 if there is none to look at."""
    statement = place.statement(facts)
    if not isinstance(statement, (*_PLAIN, ast.If)) or not place.begins_line(facts, statement):
        return Diagnosis(Kind.RESULT_UNASKED, (*known, f"if {test}:"))
    leave = _leave(facts) if isinstance(statement, _PLAIN) else ""
    if leave:
        values = (*known, statement.lineno, f"if {test}: {leave}")
        return Diagnosis(Kind.RESULT_MADE if made else Kind.RESULT_OF_NUMBER, _with(values, made))
    if made:
        values = (*known, statement.lineno, f"if {test}:")
        return Diagnosis(Kind.RESULT_MADE_DECIDED, _with(values, made))
    return Diagnosis(Kind.RESULT_DECIDED, (*known, statement.lineno, f"if {test}:"))


def _with(values: tuple[str | int, ...], made: int) -> tuple[str | int, ...]:
    return (*values, made) if made else values


def _leave(facts: Facts) -> str:
    """How the line is passed over, with what needs its result; '' if something else may need
    that."""
    if scope.loop_around(facts) is not None:
        return "continue"
    function = scope.function_around(facts)
    if not isinstance(function, ast.FunctionDef) or facts.function != function.name:
        return ""
    inner = list(scope.in_scope(function))
    if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in inner):
        return ""
    if not any(isinstance(each, ast.Return) and not place.is_none(each.value) for each in inner):
        return "" if function.name.startswith("__") else "return"
    return "return None" if _takes_none(facts, function) else ""


def _takes_none(facts: Facts, function: ast.FunctionDef) -> bool:
    """All that the script does with its results can be done with None: it shows them."""
    tree = place.tree_of(facts)
    if tree is None or function.decorator_list or sources.is_imported(facts):
        return False
    above = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    uses = [each for each in ast.walk(tree) if _is_of(each, function.name)]
    calls = [above[id(each)] for each in uses]
    return bool(calls) and all(
        isinstance(call, ast.Call) and call.func is use and _is_shown(tree, above, call)
        for use, call in zip(uses, calls, strict=True)
    )


def _is_of(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Name(id=found) | ast.Attribute(attr=found):
            return found == name
    return False


def _is_shown(tree: ast.Module, above: dict[int, ast.AST], node: ast.AST) -> bool:
    """As it is, or by a name that is only shown."""
    match above[id(node)]:
        case ast.Expr() | ast.FormattedValue(format_spec=None):
            return True
        case ast.Call(func=ast.Name(id="print" | "str"), args=values):
            return any(each is node for each in values)
        case ast.Assign(targets=[ast.Name(id=name)]) if isinstance(node, ast.Call):
            uses = [each for each in ast.walk(tree) if place.is_name(each, name)]
            return all(
                isinstance(each, ast.Name)
                and (isinstance(each.ctx, ast.Store) or _is_shown(tree, above, each))
                for each in uses
            )
    return False
