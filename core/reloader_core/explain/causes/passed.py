"""A function that calls itself for ever, because it passes the case that is to end it. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COUNTS_WAYS = re.compile("way|stair|step|climb|path|til(?:e|ing)|count|arrange")


def past_end(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`if n == 0`, and n is below that by now."""
    function = scope.function_around(facts)
    if function is None or f"{function.name}()" != found.values[0]:
        return None
    for test in [each for each in ast.walk(function) if isinstance(each, ast.If)]:
        if not _ends_with_return(test):
            continue
        for node in ast.walk(test.test):
            match node:
                case ast.Compare(
                    left=ast.Name() as name,
                    ops=[ast.Eq()],
                    comparators=[ast.Constant(value=int(end))],
                ) if name.id in scope.parameters(function):
                    value = place.known(facts, name)
                    if value is not None and value.number is not None and value.number < end:
                        cases = _passed(function, name.id, end)
                        if cases and not _is_asked(function, name.id, cases):
                            if (row := _of_row(facts, function, test, cases)) is not None:
                                of_row = (found.values[0], name.id, end, node.lineno, row)
                                return Diagnosis(Kind.ROW_PASSED, of_row)
                            missing = (*(found.values[0], name.id, end, node.lineno), cases)
                            return Diagnosis(Kind.STEPPED_PAST, missing)
                        values = (found.values[0], name.id, end, node.lineno)
                        return Diagnosis(Kind.PASSED_END, values)
                case ast.Compare(
                    left=ast.Call(func=ast.Name(id="len"), args=[ast.Name() as name]),
                    ops=[ast.Eq()],
                    comparators=[ast.Constant(value=int(end))],
                ) if name.id in scope.parameters(function):
                    value = place.known(facts, name)
                    length = value.length if value is not None else None
                    takes = length == 0 and _takes_out(test, name.id)
                    if length is not None and length != end and length < 2 and not takes:
                        instead = f"len({name.id}) <= 1"
                        return Diagnosis(
                            Kind.LENGTH_PASSED,
                            (found.values[0], name.id, length, node.lineno, instead),
                        )
    return None


def _of_row(facts: Facts, function: scope.Function, test: ast.If, case: str) -> str | None:
    """`return row(n - 1) + row(n - 2)`, and row(1) is 1, or row(0) is a number: what the other of
    the two is among Fibonacci's numbers."""
    match test:
        case ast.If(
            test=ast.Compare(left=ast.Name(id=name)),
            body=[ast.Return(value=ast.Constant(value=int(first)))],
        ) if place.begins_line(facts, test) and first in ((1,) if case == "0" else (0, 1)):
            pass
        case _:
            return None
    if case == "0" and _COUNTS_WAYS.search(function.name.lower()):
        return None  # of which there is 1 to do nothing
    sums = {f"{name} - 1", f"{name} - 2"}
    returned = [each.value for each in scope.in_scope(function) if isinstance(each, ast.Return)]
    for value in returned:
        match value:
            case ast.BinOp(left=ast.Call(args=[one]) as left, op=ast.Add(), right=right):
                pass
            case _:
                continue
        if not isinstance(right, ast.Call) or len(right.args) != 1:
            continue
        is_own = _is_of(left, function) and _is_of(right, function)
        if is_own and {ast.unparse(one), ast.unparse(right.args[0])} == sums:
            return f"if {name} == {case}: return {case}" if len(returned) == 2 else None
    return None


def _is_asked(function: scope.Function, name: str, cases: str) -> bool:
    """The function looks for one of these numbers already."""
    return any(
        isinstance(each, ast.Compare)
        and ast.unparse(each.left) == name
        and any(
            isinstance(other, ast.Constant) and str(other.value) in cases.split(", ")
            for part in each.comparators
            for other in ast.walk(part)
        )
        for each in ast.walk(function)
    )


def _takes_out(test: ast.If, name: str) -> bool:
    """An item of it, which there is none of in an empty one."""
    return any(
        isinstance(each, ast.Subscript)
        and place.is_name(each.value, name)
        and not isinstance(each.slice, ast.Slice)
        for part in test.body
        for each in ast.walk(part)
    )


def goes_on(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`if n == 0: print("Go")`, and below it the function calls itself all the same."""
    function = scope.function_around(facts)
    if function is None or f"{function.name}()" != found.values[0]:
        return None
    tests = [each for each in scope.in_scope(function) if isinstance(each, ast.If)]
    if len(tests) != 1 or tests[0] not in function.body or tests[0].orelse:
        return None
    test = tests[0]
    is_end = not any(
        isinstance(each, ast.Call) and _is_of(each, function) for each in ast.walk(test)
    )
    below = function.body[function.body.index(test) + 1 :]
    calls = [e for part in below for e in ast.walk(part) if isinstance(e, ast.Call)]
    is_again = any(_is_of(each, function) for each in calls)
    if not is_end or not is_again or not origin.ends(test.body) or _leaves(test.body[-1]):
        return None
    match test.test:
        case ast.Compare(
            left=ast.Name(id=asked) | ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=asked)]),
            ops=[ast.Eq() | ast.LtE() | ast.Lt()],
            comparators=[ast.Constant(value=int())],
        ) if asked in scope.parameters(function) and not _is_half_way(test.test, calls):
            pass
        case _:
            return None
    return Diagnosis(Kind.GOES_ON_AT_END, (found.values[0], test.lineno))


def _is_half_way(test: ast.expr, calls: list[ast.Call]) -> bool:
    """`if n == 50`, on the way down."""
    match test:
        case ast.Compare(
            left=ast.Name(), ops=[ast.Eq()], comparators=[ast.Constant(value=int(at))]
        ):
            given = [arg for call in calls for arg in call.args]
            is_down = any(isinstance(e, ast.BinOp) and isinstance(e.op, ast.Sub) for e in given)
            return at > 1 and is_down
    return False


def _leaves(statement: ast.stmt) -> bool:
    """`sys.exit()`"""
    match statement:
        case ast.Expr(value=ast.Call() as call):
            return place.name_called(call) in ("exit", "quit", "_exit")
    return False


def of_text(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`for part in parts: collect(part)`, and parts is a text by now: each letter is one, too."""
    function = scope.function_around(facts)
    if function is None or f"{function.name}()" != found.values[0]:
        return None
    for loop in [each for each in ast.walk(function) if isinstance(each, ast.For)]:
        match loop:
            case ast.For(target=ast.Name(id=part), iter=ast.Name(id=whole) as name):
                value = place.known(facts, name)
                letter = value.text if value is not None else None
                if letter is None or len(letter) != 1 or scope.bindings(function, whole):
                    continue
                for call in [each for each in ast.walk(loop) if isinstance(each, ast.Call)]:
                    is_given = any(place.is_name(each, part) for each in call.args)
                    if _is_of(call, function) and is_given and whole in scope.parameters(function):
                        values = (found.values[0], whole, repr(letter), call.lineno)
                        return Diagnosis(Kind.TEXT_OF_TEXTS, values)
    return None


def _passed(function: scope.Function, name: str, end: int) -> str:
    """The numbers at which `n - 2` goes past `n == 0`, or past `n == 1`; '' if it never does."""
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if name not in names:
        return ""
    at = names.index(name)
    steps = []
    for call in ast.walk(function):
        match call:
            case ast.Call() if _is_of(call, function):
                is_method = isinstance(call.func, ast.Attribute)
                given = call.args[at - is_method : at - is_method + 1]
                match given:
                    case [
                        ast.BinOp(
                            left=ast.Name(id=left),
                            op=ast.Sub(),
                            right=ast.Constant(value=int(step)),
                        )
                    ] if left == name:
                        steps.append(step)
                    case _:
                        return ""
    most = max(steps, default=1)
    if most == 2 and end in (0, 1):
        return str(1 - end)
    return ", ".join(map(str, range(1, most))) if most > 2 and end == 0 else ""


def _ends_with_return(test: ast.If) -> bool:
    return isinstance(test.body[-1], ast.Return)


def _is_of(call: ast.Call, function: scope.Function) -> bool:
    return ast.unparse(call.func) in (function.name, f"self.{function.name}")
