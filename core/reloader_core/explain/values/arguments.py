"""What the script was not given when it was started: the name of a file, where its text says so.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READS = ("read_csv", "read_excel", "read_json", "imread", "loadtxt", "genfromtxt", "Path")
_MOST_STEPS = 3


def of_file(facts: Facts, node: ast.Subscript, index: int) -> Diagnosis | None:
    """`sys.argv[1]`, which goes into open(), directly or by names and functions of the script."""
    script = facts.file.name if facts.file is not None else ""
    line = _opened(facts, node, _MOST_STEPS)
    if not line or not script:
        return None
    names = [_word(facts, each) for each in range(1, index)]
    started = " ".join([script, *names, "FILE"])
    return Diagnosis(Kind.NO_FILE_ARGUMENT, (index, line, started))


def of_number(facts: Facts, node: ast.Subscript, index: int) -> Diagnosis | None:
    """`int(sys.argv[1])`, or of the name that it gets."""
    script = facts.file.name if facts.file is not None else ""
    line = _turned(facts, node)
    if not line or not script:
        return None
    names = [_word(facts, each) for each in range(1, index)]
    return Diagnosis(Kind.NO_NUMBER_ARGUMENT, (index, line, " ".join([script, *names, "NUMBER"])))


def _turned(facts: Facts, node: ast.expr) -> int:
    """The line that makes a number of it; 0 if there is none."""
    for each in place.every(facts, ast.AST):
        match each:
            case ast.Call(func=ast.Name(id="int" | "float"), args=[given]) if given is node:
                return each.lineno
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is node:
                uses = [
                    call.lineno
                    for call in place.every(facts, ast.Call)
                    if call.args
                    and place.name_called(call) in ("int", "float")
                    and place.is_name(call.args[0], name)
                ]
                return uses[0] if len(uses) == 1 else 0
    return 0


def _word(facts: Facts, index: int) -> str:
    """For the argument in this place, by the name that the script gives it."""
    for node in place.every(facts, ast.Assign):
        for target, value in scope.given_values(node):
            if ast.unparse(value) == f"sys.argv[{index}]" and isinstance(target, ast.Name):
                return target.id.upper()
    return f"ARGUMENT{index}"


def _opened(facts: Facts, node: ast.expr, steps: int) -> int:
    """The line that opens what stands here; 0 if that cannot be seen."""
    tree = place.tree_of(facts)
    for each in ast.walk(tree) if tree is not None else ():
        match each:
            case ast.Call(args=[*args]) if node in args:
                return _opened_by(facts, each, args.index(node), steps)
            case ast.Assign(targets=[ast.Name() as target], value=value) if value is node:
                return _of_name(facts, tree, target, steps) if tree is not None else 0
    return 0


def _of_name(facts: Facts, tree: ast.Module, target: ast.Name, steps: int) -> int:
    function = scope.function_around(facts)
    is_own = function is not None and target in list(scope.in_scope(function))
    home = function if is_own and function is not None else tree
    if len(scope.bindings(home, target.id)) != 1 or steps < 1:
        return 0
    return _any_opened(facts, home, target.id, steps - 1)


def _any_opened(facts: Facts, home: ast.AST, name: str, steps: int) -> int:
    """Where it is asked for by this name."""
    uses = [each for each in ast.walk(home) if isinstance(each, ast.Name) and each.id == name]
    lines = [_opened(facts, each, steps) for each in uses if isinstance(each.ctx, ast.Load)]
    return next((line for line in lines if line), 0)


def _opened_by(facts: Facts, call: ast.Call, at: int, steps: int) -> int:
    if ast.unparse(call.func) in ("open", "io.open") or place.name_called(call) in _READS:
        return call.lineno if at == 0 else 0
    function = (
        scope.plain_function(place.tree_of(facts), call.func.id)
        if isinstance(call.func, ast.Name)
        else None
    )
    taken = [each.arg for each in function.args.args] if function is not None else []
    if function is None or at >= len(taken) or scope.bindings(function, taken[at]) or steps < 1:
        return 0
    return _any_opened(facts, function, taken[at], steps - 1)
