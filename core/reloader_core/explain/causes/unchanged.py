"""A function that calls itself with what its end asks for as it was, so that the end never comes.

Pure.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FIXED = frozenset(("int", "float", "bool", "str", "NoneType"))
"""What is of these types stays as it is while it has a name."""
_TURNS = (
    *(ast.For, ast.AsyncFor, ast.While, ast.Try, ast.Match, ast.With, ast.AsyncWith, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Yield, ast.YieldFrom),
    *(ast.NamedExpr, ast.Await, ast.Global, ast.Nonlocal),
)
"""What may come to an end in another way than by a branch."""
_EXITS = ("exit", "quit", "_exit")


def handed_on(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`if b == 0: return a`, and below it `gcd(a % b, b)`."""
    name, line = str(found.values[0]).removesuffix("()"), int(found.values[1])
    functions = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    if len(functions) != 1 or functions[0].lineno != line or functions[0].decorator_list:
        return None
    function = functions[0]
    if any(isinstance(each, _TURNS) or _is_exit(each) for each in ast.walk(function)):
        return None
    inside = [each for each in ast.walk(function) if isinstance(each, ast.Call)]
    calls = [each for each in inside if ast.unparse(each.func) in (name, f"self.{name}")]
    tests = [test for each in ast.walk(function) for test in _asked(each, calls)]
    asked = sorted({each.id for test in tests for each in _names(test)})
    if not asked or not all(_is_told_by(facts, function, each) for each in tests):
        return None
    same = [call for call in calls if all(_stays(function, call, each) for each in asked)]
    if len(same) != 1 or len(calls) > 1 and not place.covers(same[0], facts.line):
        return None
    lines = ", ".join(map(str, sorted({each.lineno for each in tests})))
    values = (f"{name}()", same[0].lineno, ", ".join(asked), lines)
    if instead := _turned(facts, function, same[0], tests):
        return Diagnosis(Kind.RECURSION_TURNED, (*values, instead))
    return Diagnosis(Kind.RECURSION_STAYS, values)


def _is_exit(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and place.name_called(node) in _EXITS


def _names(node: ast.AST) -> list[ast.Name]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Name)]


def _asked(node: ast.AST, calls: list[ast.Call]) -> Iterator[ast.expr]:
    """What tells whether the function calls itself."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
            yield test
        case ast.BoolOp(values=values) if any(each in calls for each in ast.walk(node)):
            for each in values:
                if not any(call in ast.walk(each) for call in calls):
                    yield each


def _is_told_by(facts: Facts, function: ast.FunctionDef, test: ast.expr) -> bool:
    """It asks for parameters alone, which have one value for each call of the function."""
    taken = scope.parameters(function) - {"self", "cls"}
    return all(
        isinstance(each, ast.BoolOp | ast.Compare | ast.UnaryOp | ast.BinOp | ast.Constant)
        or isinstance(each, ast.boolop | ast.cmpop | ast.unaryop | ast.operator | ast.expr_context)
        or isinstance(each, ast.Name)
        and each.id in taken
        and not scope.bindings(function, each.id)
        and _is_fixed(facts, test, each)
        for each in ast.walk(test)
    )


def _is_fixed(facts: Facts, test: ast.expr, name: ast.Name) -> bool:
    """Where its type is not told, a number that it is compared with is enough."""
    value = facts.names.get(name.id)
    if value is not None and value.where == "local":
        return value.value.type in _FIXED
    match test:
        case ast.Compare(left=ast.Name(), comparators=[ast.Constant(value=int() | float())]):
            return True
    return False


def _stays(function: ast.FunctionDef, call: ast.Call, name: str) -> bool:
    """The call gives it as it is, in its own place or by its name."""
    if any(each.arg is None for each in call.keywords):
        return False
    given = {each.arg: each.value for each in call.keywords}
    taken = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    taken = taken[isinstance(call.func, ast.Attribute) :]
    if any(isinstance(each, ast.Starred) for each in call.args) or len(call.args) > len(taken):
        return False
    value = dict(zip(taken, call.args, strict=False)).get(name) or given.get(name)
    return value is not None and place.is_name(value, name)


def _turned(facts: Facts, function: ast.FunctionDef, call: ast.Call, tests: list[ast.expr]) -> str:
    """Euclid's `gcd(a % b, b)` with `b == 0` as its end is meant the other way round; '' of all
    others."""
    taken = [each.arg for each in function.args.args if each.arg != "self"]
    match call, tests, taken:
        case (
            ast.Call(
                args=[ast.BinOp(left=first, op=ast.Mod(), right=second) as rest, other], keywords=[]
            ),
            [test],
            [one, two],
        ) if ast.unparse(test) in (f"{two} == 0", f"not {two}", f"{two} < 1", f"{two} <= 0"):
            if (ast.unparse(first), ast.unparse(second), ast.unparse(other)) == (one, two, two):
                shown = place.shown(facts, call.func)
                return f"{shown}({two}, {place.in_full(facts, rest)})"
    return ""
