"""One answer is asked of many values: `and`, `or` and `not` between columns and arrays, comparisons
in a chain, and & without brackets. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science.columns import is_column

_AMBIGUOUS = re.compile(r"The truth value of an? (?:array with more than one element|\w+) is ambig")
_SIGN_OF_OTHERS = re.compile(
    r"Cannot perform 'r?(?:and|or)_' with a dtyped"
    r"|unsupported operand type\(s\) for [&|]: "
    r"|ufunc 'bitwise_(?:and|or)' not supported for the input types"
    r"|operator '(?:and|or|r?and_|r?or_)' not supported"
)
_QUESTIONS = ("isin", "isna", "isnull", "notna", "notnull", "between", "duplicated", "contains")
_SIGNS = {ast.BitAnd: "&", ast.BitOr: "|"}


def one_answer(facts: Facts) -> Diagnosis | None:
    """A ValueError."""
    if not _AMBIGUOUS.match(facts.message) or not is_from(facts, "C", "pandas"):
        return None
    found = _either(facts) or _brackets(facts) or _of_one(facts)
    found = found or _joined(facts) or _of_table(facts)
    return found or Diagnosis(Kind.TRUTH_OF_MANY, (facts.line,))


def _of_one(facts: Facts) -> Diagnosis | None:
    """A function that compares one value is given a column, by the only call of it."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None or len(scope.parameters(function)) != 1:
        return None
    (name,) = scope.parameters(function)
    if scope.plain_function(tree, function.name) is not function or not function.args.args:
        return None
    value = facts.names.get(name)
    if value is None or value.where != "local" or value.value.name != "Series":
        return None
    calls = [
        each for each in ast.walk(tree) if isinstance(each, ast.Name) and each.id == function.name
    ]
    match [each for each in ast.walk(tree) if _calls(each, function.name)]:
        case [ast.Call(args=[given], keywords=[]) as call] if len(calls) == 1:
            what = place.operand(facts, given)
            if _compares_only(function, name) and "..." not in what and call.lineno != facts.line:
                values = (f"{function.name}()", call.lineno, what)
                return Diagnosis(Kind.MADE_FOR_ONE, (*values, f"{what}.apply({function.name})"))
    return None


def _calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and place.is_name(node.func, name)


def _compares_only(function: scope.Function, name: str) -> bool:
    """What a single value can do as well: nothing is asked of it, and no function gets it."""
    for node in ast.walk(function):
        match node:
            case ast.Attribute(value=ast.Name(id=used)) | ast.Subscript(value=ast.Name(id=used)):
                if used == name:
                    return False
            case ast.Call(args=args) if any(place.is_name(each, name) for each in args):
                return False
            case ast.Name(id=used, ctx=ast.Store()) if used == name:
                return False
            case ast.For(iter=source) | ast.comprehension(iter=source):
                if place.is_name(source, name):
                    return False
    return True


def _of_table(facts: Facts) -> Diagnosis | None:
    """`if table:`, for which .any() would not do: it gives an answer for each column; and
    `if numbers == None:`"""
    match place.statement(facts):
        case ast.If(test=test) | ast.While(test=test):
            pass
        case _:
            return None
    types: tuple[str, ...] = ("DataFrame",)
    match test:
        case ast.Name(id=name) as asked:
            instead = f"len({name}) > 0"
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name) as asked):
            instead = f"len({name}) == 0"
        case ast.Compare(
            left=ast.Name(id=name) as asked,
            ops=[ast.Eq() | ast.NotEq() as op],
            comparators=[ast.Constant(value=None)],
        ):
            instead = f"{name} is {'' if isinstance(op, ast.Eq) else 'not '}None"
            types = ("DataFrame", "Series", "ndarray")
        case _:
            return None
    value = place.known(facts, asked)
    if value is None or value.name not in types:
        return None
    return Diagnosis(Kind.TRUTH_OF_TABLE, (name, instead))


def without_brackets(facts: Facts) -> Diagnosis | None:
    """A TypeError."""
    if not _SIGN_OF_OTHERS.match(facts.message) or not is_from(facts, "C", "pandas", "numpy"):
        return None
    return _either(facts) or _brackets(facts)


_MOST_VALUES = 5


def _either(facts: Facts) -> Diagnosis | None:
    """`column == "a" | "b"` and `column == "a" or "b"`, which ask for one of several values."""
    found: list[tuple[ast.expr, list[ast.expr], str]] = []
    for node in place.in_statement(facts):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[ast.BinOp() as joined]):
                found.append((left, _values(joined), "|"))
            case ast.BoolOp(
                op=ast.Or(),
                values=[ast.Compare(left=left, ops=[ast.Eq()], comparators=[first]), *others],
            ):
                parts = [_values(each) for each in (first, *others)]
                are_all = all(len(each) == 1 for each in parts)
                found.append((left, [each[0] for each in parts] if are_all else [], "or"))
    if len(found) != 1 or not 1 < len(found[0][1]) <= _MOST_VALUES:
        return None
    left, values, sign = found[0]
    shown = [place.shown(facts, each) for each in values]
    what, listed = place.shown(facts, left), ", ".join(shown)
    value = place.known(facts, left)
    is_plain = value is not None and value.type != "object"
    is_if = isinstance(place.statement(facts), ast.If | ast.While)
    if not is_plain and (is_if or not is_column(facts, left)):
        return None
    instead = f"{what} in ({listed})" if is_plain else f"{what}.isin([{listed}])"
    if "..." in instead:
        return None
    return Diagnosis(Kind.EITHER_VALUE, (sign, shown[-1], instead))


def _values(node: ast.expr) -> list[ast.expr]:
    """Texts and numbers with | between them, as they are written; [] if it is anything else."""
    match node:
        case ast.Constant(value=str() | int() | float()):
            return [node]
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            first, second = _values(left), _values(right)
            return [*first, *second] if first and second else []
    return []


def _brackets(facts: Facts) -> Diagnosis | None:
    """`a > 1 & b > 2`, which is `a > (1 & b) > 2`."""
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Compare(ops=[_, *_], comparators=[ast.BinOp() as middle, *_]) if _sign(middle):
                found.append(node)
            case ast.Compare(left=ast.BinOp() as middle) if _sign(middle):
                return None
    if len(found) != 1:
        return None
    whole = found[0]
    pieces: list[tuple[ast.expr, str]] = []
    left = whole.left
    for op, right in zip(whole.ops, whole.comparators, strict=True):
        match right:
            case ast.BinOp(left=inner, right=outer) if _sign(right) and not _is_signed(inner):
                pieces.append((ast.Compare(left, [op], [inner]), _sign(right)))
                left = outer
            case ast.BinOp() if _sign(right):
                return None
            case _:
                pieces.append((ast.Compare(left, [op], [right]), ""))
                left = right
    if pieces[-1][1]:
        pieces.append((left, ""))
    if any(isinstance(piece, ast.Constant) for piece, _sign in pieces):  # it is no condition
        return None
    signs = {sign for _piece, sign in pieces[:-1]}
    if "" in signs or len(signs) != 1:
        return None
    sign = signs.pop()
    instead = f" {sign} ".join(f"({ast.unparse(piece)})" for piece, _sign in pieces)
    return Diagnosis(Kind.SIGN_BRACKETS, (sign, instead)) if len(instead) <= 120 else None


def _sign(node: ast.BinOp) -> str:
    return _SIGNS.get(type(node.op), "")


def _is_signed(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and bool(_sign(node))


def _joined(facts: Facts) -> Diagnosis | None:
    """With &, | or ~, if the line wants many answers: it is no condition of an `if`."""
    statement = place.statement(facts)
    if not isinstance(statement, ast.Assign | ast.Expr | ast.Return):
        return None
    nodes = place.in_statement(facts)
    if any(isinstance(each, ast.IfExp | ast.comprehension | ast.Lambda) for each in nodes):
        return None
    found: list[tuple[str, str]] = []
    for node in nodes:
        match node:
            case ast.BoolOp(op=op, values=values):
                word, sign = ("and", "&") if isinstance(op, ast.And) else ("or", "|")
                if not all(_is_condition(each) for each in values):
                    return None
                instead = f" {sign} ".join(f"({ast.unparse(each)})" for each in values)
                found.append((word, instead))
            case ast.UnaryOp(op=ast.Not(), operand=operand) if _is_condition(operand):
                found.append(("not", f"~({ast.unparse(operand)})"))
            case ast.Compare(left=left, ops=[first, second], comparators=[middle, right]):
                one, other = (
                    ast.Compare(left, [first], [middle]),
                    ast.Compare(middle, [second], [right]),
                )
                instead = f"({ast.unparse(one)}) & ({ast.unparse(other)})"
                found.append((place.shown(facts, node), instead))
            case ast.Call(func=ast.Name(id="bool" | "any" | "all" | "max" | "min" | "sorted")):
                return None
            case ast.Compare(ops=[ast.In() | ast.NotIn(), *_]):
                return None
    if len(found) == 1 and len(found[0][1]) <= 120:
        return Diagnosis(Kind.AND_OF_MANY, found[0])
    return None


def _is_condition(node: ast.expr) -> bool:
    """It answers for each value: a single comparison, or one of pandas' questions."""
    match node:
        case ast.Compare(
            ops=[ast.Eq() | ast.NotEq() | ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE()]
        ):
            return True
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in _QUESTIONS
    return False
