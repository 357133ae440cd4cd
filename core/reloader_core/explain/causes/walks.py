"""Two lists that one number goes through, and a loop that a return ends in its first round.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def by_other_length(
    facts: Facts, node: ast.Subscript, length: int, number: int | None
) -> Diagnosis | None:
    """The number goes by the length of another list than the one whose place it is. `number`: None
    if it is not known."""
    index = _counter(node.slice)
    is_put = not isinstance(node.ctx, ast.Load)
    if not isinstance(node.value, ast.Name) or not index or is_put and not length:
        return None
    what = node.value.id
    bounds = [each for each in _bounds(facts) if each[0] == index]
    around = scope.function_around(facts) or place.tree_of(facts)
    if len({each[1] for each in bounds}) != 1 or around is None:
        return None
    _name, other, line = bounds[0]
    if what == other or is_resized(around, what) or is_resized(around, other):
        return None
    value = place.known(facts, ast.Name(other, ast.Load()))
    longer = value.length if value is not None else None
    if longer is None or longer <= (length if number is None else number):
        return None
    return Diagnosis(Kind.TWO_LENGTHS, (what, length, other, longer, line))


def _counter(index: ast.expr) -> str:
    """`i`, and of `int(choice) - 1` what was typed."""
    match index:
        case ast.BinOp(left=inner, op=ast.Sub(), right=ast.Constant(value=1)):
            return _counter(inner)
        case ast.Call(func=ast.Name(id="int"), args=[ast.Name(id=name)]) | ast.Name(id=name):
            return name
    return ""


def _bounds(facts: Facts) -> list[tuple[str, str, int]]:
    """Which names the loops around the line, and tests above it, hold below the length of what,
    with the line."""
    tree, found = scope.function_around(facts) or place.tree_of(facts), []
    for node in ast.walk(tree) if tree is not None else ():
        is_around = place.covers(node, facts.line)
        match node:
            case ast.For(
                target=ast.Name(id=name),
                iter=ast.Call(func=ast.Name(id="range"), args=[*_, last]) as counted,
            ) if is_around and len(counted.args) < 3:
                if other := _length_of(last):
                    found.append((name, other, node.lineno))
            case ast.For(
                target=ast.Tuple(elts=[ast.Name(id=name), _]),
                iter=ast.Call(func=ast.Name(id="enumerate"), args=[ast.Name(id=other)]),
            ) if is_around:
                found.append((name, other, node.lineno))
            case ast.While(test=test) if is_around:
                found += _compared(test)
            case ast.If(test=test, body=body) if is_around or not origin.ends(body):
                found += _compared(test)
    return found


def _compared(test: ast.expr) -> list[tuple[str, str, int]]:
    found = []
    for node in ast.walk(test):
        match node:
            case ast.Compare(left=ast.Name(id=name), ops=[ast.Lt()], comparators=[last]):
                if other := _length_of(last):
                    found.append((name, other, node.lineno))
            case ast.Compare(ops=[*_, ast.Lt() | ast.LtE()], comparators=[*_, value, last]):
                if (other := _length_of(last)) and (name := _counter(value)):
                    found.append((name, other, node.lineno))
    return found


def _length_of(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)]):
            return name
    return ""


def is_resized(around: ast.AST, what: str) -> bool:
    """It gets longer or shorter there."""
    for node in ast.walk(around):
        match node:
            case ast.Attribute(
                value=ast.Name(id=name),
                attr="append" | "pop" | "remove" | "insert" | "extend" | "clear",
            ) if name == what:
                return True
            case ast.Delete(targets=targets) if what in " ".join(map(ast.unparse, targets)):
                return True
            case ast.AugAssign(target=ast.Name(id=name)) if name == what:
                return True
    return False


def ended_in_round(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """Made by a function whose return stands inside the loop that fills it."""
    match origin.value(facts, what):
        case ast.Call(func=ast.Name(id=name)):
            return _ended_in(facts, what, scope.plain_function(place.tree_of(facts), name))
    return None


def table_ended(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """A dictionary with one key, of which is not known where it was made: the one function that
    fills one and ends in its first round, if none of one key stands in the text."""
    if any(len(each.keys) == 1 for each in place.every(facts, ast.Dict)):
        return None
    functions = place.every(facts, ast.FunctionDef)
    found = [_ended_in(facts, what, each) for each in functions if _fills(each)]
    ended = [each for each in found if each is not None]
    return ended[0] if len(ended) == 1 else None


def _fills(function: ast.FunctionDef) -> bool:
    """`table[key] = ...`, in the loop at its end."""
    return any(
        isinstance(each, ast.Subscript) and isinstance(each.ctx, ast.Store)
        for each in ast.walk(function.body[-1])
    )


def _ended_in(facts: Facts, what: ast.expr, function: ast.AST | None) -> Diagnosis | None:
    match function:
        case ast.FunctionDef(
            name=name, body=[*before, ast.For(body=[_, *_, last], orelse=[]) as loop]
        ):
            if any(isinstance(each, ast.Continue) for each in ast.walk(loop)):
                return None
        case _:
            return None
    match last:
        case ast.Return(value=ast.Name(id=made)) if any(_begins(each, made) for each in before):
            values = (place.shown(facts, what), f"{name}()", last.lineno, loop.lineno)
            is_only = len(scope.returns_of(place.tree_of(facts), name)) == 1
            return Diagnosis(Kind.RETURN_IN_ROUND, values) if is_only else None
    return None


def _begins(statement: ast.stmt, name: str) -> bool:
    """As an empty list or dictionary."""
    match statement:
        case ast.Assign(
            targets=[ast.Name(id=found)],
            value=ast.List(elts=[])
            | ast.Dict(keys=[])
            | ast.Call(func=ast.Name(id="list" | "dict" | "set"), args=[]),
        ):
            return found == name
    return False


def weights(facts: Facts) -> Diagnosis | None:
    """random.choices(names, weights=...) of other lengths."""
    call = called(facts, "choices")
    if facts.message != "The number of weights does not match the population" or call is None:
        return None
    given = [each.value for each in call.keywords if each.arg in ("weights", "cum_weights")]
    given += call.args[1:2]
    if len(given) != 1 or not call.args:
        return None
    what, what2 = (place.shown(facts, each) for each in (call.args[0], *given))
    one, other = (place.known(facts, each) for each in (call.args[0], *given))
    if one is None or other is None or one.length is None or other.length is None:
        return None
    return Diagnosis(Kind.WEIGHTS_COUNT, (what, one.length, what2, other.length))
