"""A function that calls itself whatever it is given, or with the same each time. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import first_case
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def _function(facts: Facts, name: str, line: int) -> ast.FunctionDef | None:
    found = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    is_plain = len(found) == 1 and found[0].lineno == line and not found[0].decorator_list
    return found[0] if is_plain else None


def _is_again(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in (name, f"self.{name}")


# -- no way out


def always(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Each way through it comes to a call of itself."""
    name = str(found.values[0]).removesuffix("()")
    function = _function(facts, name, int(found.values[1]))
    if function is None or any(
        isinstance(each, ast.Yield | ast.YieldFrom | ast.Try | ast.Match | ast.With | ast.Lambda)
        for each in ast.walk(function)
    ):
        return None
    taken = [each.arg for each in function.args.args if each.arg not in ("self", "cls")]
    if not taken or any(_ways_out(function.body, name)):
        return None
    nodes = [each for each in ast.walk(function) if isinstance(each, ast.Call)]
    calls = sorted({each.lineno for each in nodes if _is_again(each, name)})
    if (below := _end_below(facts, function, calls)) is not None:
        return below
    lines = ", ".join(map(str, calls))
    first = function.body[0]
    is_doc = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    above = function.body[1].lineno if is_doc and len(function.body) > 1 else first.lineno
    again = [each for each in nodes if _is_again(each, name)]
    if instead := first_case.of_function(facts, function, again):
        return Diagnosis(Kind.RECURSION_END, (f"{name}()", lines, above, instead))
    return Diagnosis(Kind.RECURSION_ALWAYS, (f"{name}()", taken[0], lines, above))


def _ways_out(body: list[ast.stmt], name: str) -> tuple[bool, bool]:
    """Whether it can be left by a return, and whether its end can be reached, without a call of the
    function."""
    leaves = False
    for each in body:
        match each:
            case ast.If(test=test, body=first, orelse=other):
                if _surely(test, name):
                    return leaves, False
                one, two = _ways_out(first, name), _ways_out(other, name)
                leaves = leaves or one[0] or two[0]
                if not one[1] and not two[1]:
                    return leaves, False
            case ast.For() | ast.While():
                leaves = leaves or _ways_out(each.body, name)[0]
            case ast.Return(value=value):
                return leaves or value is None or not _surely(value, name), False
            case ast.Raise():
                return True, False
            case ast.Expr(value=ast.Call() as call) if place.name_called(call) in _EXITS:
                return True, False
            case ast.FunctionDef() | ast.ClassDef():
                pass
            case _ if any(_surely(part, name) for part in _parts(each)):
                return leaves, False
    return leaves, True


_EXITS = ("exit", "quit", "_exit")


def _end_below(facts: Facts, function: ast.FunctionDef, calls: list[int]) -> Diagnosis | None:
    """`countdown(n - 1)`, and below it `if n == 0: return`, which nothing comes to."""
    body, name = function.body, function.name
    first = next((at for at, each in enumerate(body) if place.covers(each, calls[0])), None)
    if first is None or not isinstance(body[first], ast.Assign | ast.Expr | ast.Return):
        return None
    below = [each for each in body[first + 1 :] if isinstance(each, ast.If)]
    match below:
        case [ast.If(orelse=[], body=[*_, ast.Return()]) as test] if not any(
            _is_again(each, name) for each in ast.walk(test)
        ):
            pass
        case _:
            return None
    nodes = list(scope.in_scope(function))
    taken = scope.parameters(function)
    own = {each.id for each in nodes if isinstance(each, ast.Name)}
    made = {each for each in own if scope.bindings(function, each)}
    used = {each.id for each in ast.walk(test) if isinstance(each, ast.Name)}
    if used & made or test.lineno == (test.end_lineno or 0):
        return None
    if not any(_comes_to(facts, function, test.test, each) for each in taken & used):
        return None
    values = (f"{name}()", body[first].lineno, test.lineno, test.end_lineno or test.lineno)
    return Diagnosis(Kind.END_BELOW, values)


def _comes_to(facts: Facts, function: ast.FunctionDef, test: ast.expr, name: str) -> bool:
    """Each call hands on what is nearer to the end, and no number that is given is past it."""
    given = _given(facts, function, name)
    inside = {id(each) for each in ast.walk(function)}
    again = [each for each in given if id(each) in inside]
    first = [each for each in given if id(each) not in inside]
    forms = _nearer_forms(test, name)
    if not forms or not again or not first:
        return False
    least = _end_of(test)
    return all(ast.unparse(each) in forms for each in again) and not any(
        place.is_none(each)
        or least is not None
        and isinstance(number := _number(each), int)
        and (number < least if f"{name} - 1" in forms else number > least)
        for each in first
    )


def _number(node: ast.expr) -> int | None:
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return -number
    return None


def _end_of(test: ast.expr) -> int | None:
    """The number that is asked for by ==, which may be passed."""
    match test:
        case ast.Compare(ops=[ast.Eq()], comparators=[number]):
            return _number(number)
    return None


def _nearer_forms(test: ast.expr, name: str) -> tuple[str, ...]:
    """What may be handed on for the name, so that the test is true in the end."""
    shorter = (f"{name}[1:]", f"{name}[:-1]")
    match test:
        case ast.Compare(left=ast.Name(id=asked), ops=[op], comparators=[end]) if asked == name:
            if isinstance(op, ast.Eq) and _number(end) is not None:
                return (f"{name} - 1",) if (_number(end) or 0) <= 1 else ()
            if isinstance(op, ast.Lt | ast.LtE) and _number(end) is not None:
                return (f"{name} - 1", f"{name} - 2", f"{name} - 3")
            if isinstance(op, ast.Gt | ast.GtE):
                return (f"{name} + 1", f"{name} * 2", f"{name} + 2")
            if isinstance(op, ast.Eq) and ast.unparse(end) in ("''", "[]"):
                return shorter
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=asked)) if asked == name:
            return shorter
        case ast.Compare(left=ast.Call() as length, ops=[op], comparators=[end]) if (
            ast.unparse(length) == f"len({name})"
        ):
            least = 1 if isinstance(op, ast.Lt) else 0
            if isinstance(op, ast.Eq | ast.Lt | ast.LtE) and (_number(end) or 0) >= least:
                return shorter
    return ()


def _given(facts: Facts, function: ast.FunctionDef, name: str) -> list[ast.expr]:
    """What calls give for this parameter by its place; empty if some give it otherwise."""
    names = [each.arg for each in function.args.args]
    is_method = names[:1] == ["self"]
    at = names.index(name) - is_method if name in names else -1
    calls = [e for e in place.every(facts, ast.Call) if place.name_called(e) == function.name]
    if at < 0 or not all(place.is_by_place(each) and len(each.args) > at for each in calls):
        return []
    return [each.args[at] for each in calls]


def _parts(node: ast.AST) -> list[ast.expr]:
    return [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]


def _surely(node: ast.expr, name: str) -> bool:
    """It cannot be worked out without a call of the function."""
    match node:
        case ast.BoolOp(values=[first, *_]):
            return _surely(first, name)
        case ast.IfExp(test=test, body=one, orelse=two):
            return _surely(test, name) or _surely(one, name) and _surely(two, name)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return _surely(node.generators[0].iter, name)
        case ast.Compare(left=left, comparators=[first, *_]):
            return _surely(left, name) or _surely(first, name)
    keywords = node.keywords if isinstance(node, ast.Call) else []
    parts = [*_parts(node), *(each.value for each in keywords)]
    return _is_again(node, name) or any(_surely(each, name) for each in parts)


# -- nothing is handed over that is nearer to the end


def nearer(facts: Facts, name: str, line: int, call_line: int) -> Diagnosis | None:
    """`if n == 0: return 1`, and further below `power(base, n)`: `n - 1` comes nearer to it."""
    function = _function(facts, name, line)
    calls = [e for e in ast.walk(function) if _is_again(e, name)] if function is not None else []
    if function is None or len(calls) != 1 or not isinstance(calls[0], ast.Call):
        return None
    taken = [each.arg for each in function.args.args]
    found = {
        (step, test.lineno)
        for test in function.body
        if isinstance(test, ast.If) and isinstance(test.body[-1], ast.Return)
        for step in _steps(facts, function, test.test, taken)
    }
    if len(found) != 1 or _is_handed_on(function, calls[0], taken):
        return None
    (parameter, less), test_line = found.pop()
    given = [
        less if place.is_name(each, parameter) else place.shown(facts, each)
        for each in calls[0].args
    ]
    instead = f"{place.shown(facts, calls[0].func)}({', '.join(given)})"
    values = (f"{name}()", call_line, test_line, instead)
    return Diagnosis(Kind.RECURSION_NEARER, values) if "..." not in instead else None


def _is_handed_on(function: ast.FunctionDef, call: ast.Call, taken: list[str]) -> bool:
    """`return gcd(a, b)`: what is to be handed over is worked out of both."""
    is_result = any(isinstance(e, ast.Return) and e.value is call for e in ast.walk(function))
    return is_result and len([each for each in taken if each != "self"]) > 1


def _steps(
    facts: Facts, function: ast.FunctionDef, test: ast.expr, taken: list[str]
) -> list[tuple[str, str]]:
    """The parameter that is asked for, and what comes nearer to what it is asked for."""
    match test:
        case ast.Compare(
            left=ast.Name(id=name),
            ops=[ast.Eq() | ast.LtE() | ast.Lt()],
            comparators=[ast.Constant(value=int(end))],
        ) if name in taken:
            value = place.known(facts, test.left)
            if value is not None and (value.number is None or value.number < end):
                return []
            return [(name, f"{name} // {by}") for by in _divided(function, name)] or [
                (name, f"{name} - 1")
            ]
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)]),
            ops=[ast.Eq() | ast.LtE() | ast.Lt()],
            comparators=[ast.Constant(value=int())],
        ) if name in taken:
            return [(name, f"{name}[1:]")]
        case ast.Compare(
            left=ast.Name(id=name), ops=[ast.Eq()], comparators=[ast.Constant(value="")]
        ) if name in taken:
            return [(name, f"{name}[1:]")]
        case ast.Compare(
            left=ast.Name(id=name),
            ops=[ast.Eq() | ast.GtE()],
            comparators=[ast.Call(func=ast.Name(id="len"))],
        ) if name in taken:
            return [(name, f"{name} + 1")]
    return []


def _divided(function: ast.FunctionDef, name: str) -> set[str]:
    """`n % 10`: its last digit is taken, and the others are left."""
    return {
        ast.unparse(each.right)
        for each in ast.walk(function)
        if isinstance(each, ast.BinOp)
        and isinstance(each.op, ast.Mod)
        and place.is_name(each.left, name)
    }
