"""A function that goes through what it is given, and calls itself with just that again, where one
of the things in it was meant. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SINGLE = frozenset(("str", "int", "float", "bool", "bytes"))
_LISTS = ("listdir", "scandir", "enumerate", "sorted", "list", "reversed", "range", "len")
_VIEWS = ("items", "values", "keys", "iterdir", "glob", "children")


def same_again(facts: Facts, name: str, line: int) -> Diagnosis | None:
    """`for item in folder.values(): size += total_size(folder)`"""
    found = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    if len(found) != 1 or found[0].lineno != line or found[0].decorator_list:
        return None
    function = found[0]
    calls = [
        (loop, call, at)
        for loop in scope.in_scope(function)
        if isinstance(loop, ast.For)
        for call in _own_calls(loop, function)
        for at in _gone_through(function, loop, call)
    ]
    if len(calls) != 1:
        return None
    loop, call, at = calls[0]
    same = ast.unparse(call.args[at])
    item = _meant(facts, loop, call, same)
    if not item or _may_change(function, same) or item in scope.parameters(function):
        return None
    given = [item if n == at else place.shown(facts, each) for n, each in enumerate(call.args)]
    instead = f"{place.shown(facts, call.func)}({', '.join(given)})"
    if "..." in instead:
        return None
    values = (f"{name}()", call.lineno, same, loop.lineno, item, instead)
    return Diagnosis(Kind.RECURSION_SAME, values)


def _own_calls(loop: ast.For, function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Those of itself that stand in this loop and in none further inside."""
    inner = [each for each in ast.walk(loop) if isinstance(each, ast.For) and each is not loop]
    for each in ast.walk(loop):
        if isinstance(each, ast.Call) and ast.unparse(each.func) in (
            function.name,
            f"self.{function.name}",
        ):
            if place.is_by_place(each) and not any(each in ast.walk(other) for other in inner):
                yield each


def _gone_through(function: ast.FunctionDef, loop: ast.For, call: ast.Call) -> list[int]:
    """Which of the values that it gives is the parameter that the loop goes through, unchanged."""
    taken = [each.arg for each in function.args.args]
    taken = taken[isinstance(call.func, ast.Attribute) :]
    return [
        at
        for at, (given, parameter) in enumerate(zip(call.args, taken, strict=False))
        if place.is_name(given, parameter) and _is_through(loop.iter, parameter)
    ]


def _is_through(node: ast.expr, name: str) -> bool:
    """`folder`, `folder.items()`, `node.children`, `node["children"]`, `os.listdir(folder)`; and of
    `graph[node]` it is the node."""
    match node:
        case ast.Name(id=found):
            return found == name
        case ast.Subscript(value=ast.Name(), slice=ast.Name(id=found)):
            return found == name
        case ast.Subscript(value=owner, slice=ast.Constant()):
            return _is_through(owner, name)
        case ast.Attribute(value=ast.Name(id=found)):
            return found == name
        case ast.Call(func=ast.Attribute(value=owner, attr=method), args=given):
            if method in _LISTS and len(given) == 1:
                return _is_through(given[0], name)
            return (method in _VIEWS or method == "get") and _is_through(owner, name)
        case ast.Call(func=ast.Name(id=function), args=[inner, *_]) if function in _LISTS:
            return _is_through(inner, name)
    return False


def _meant(facts: Facts, loop: ast.For, call: ast.Call, same: str) -> str:
    """What the branch with the call has asked about; without a branch, what the loop gives, and
    nothing uses."""
    own = _names(loop.target)
    made = {
        target.id
        for each in loop.body
        for target, value in scope.given_values(each)
        if isinstance(target, ast.Name) and _names(value) & own
    }
    is_named = any(place.name_called(e) == "listdir" for e in _calls_in(loop.iter))
    among = made if is_named else own | made  # the name of a file is no path to it
    tests = [each for each in ast.walk(loop) if isinstance(each, ast.If) and _holds(each, call)]
    if tests:
        found = {name for each in tests for name in _asked(each, call, loop)}
    else:
        read = {
            each.id
            for part in loop.body
            for each in ast.walk(part)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
        }
        found = among - read if isinstance(loop.target, ast.Name) else set()
    item = found.pop() if len(found) == 1 else ""
    is_asked = bool(tests) or isinstance(loop.iter, ast.Attribute)
    return item if item in among and _is_alike(facts, call, item, same, is_asked) else ""


def _is_alike(facts: Facts, call: ast.Call, item: str, same: str, is_asked: bool) -> bool:
    """Both are of one kind, as far as that can be known where the error came up."""
    values = [facts.names[each].value.name for each in (item, same) if each in facts.names]
    if not place.covers(call, facts.line) or len(values) < 2:
        return is_asked
    return values[0] == values[1]


def _calls_in(node: ast.AST) -> list[ast.Call]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Call)]


def _holds(test: ast.If, call: ast.Call) -> bool:
    return any(call in _calls_in(part) for part in (*test.body, *test.orelse))


def _asked(test: ast.If, call: ast.Call, loop: ast.For) -> Iterator[str]:
    """`isinstance(item, dict)`, `os.path.isdir(path)`, `entry.is_dir()`, and of a graph
    `n not in seen`: it is so where the call stands."""
    node, is_so = test.test, any(call in _calls_in(part) for part in test.body)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node, is_so = node.operand, not is_so
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="is_dir"), args=[]):
            pass
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), kind]):
            is_so = is_so and not _names(kind) & _SINGLE
        case ast.Call(args=[ast.Name(id=name)]) if place.name_called(node) == "isdir":
            pass
        case ast.Compare(left=ast.Name(id=name), ops=[ast.NotIn() | ast.In() as op]):
            is_graph = isinstance(loop.iter, ast.Subscript)
            is_so = is_graph and is_so == isinstance(op, ast.NotIn)
        case _:
            return
    if is_so:
        yield name


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _may_change(function: ast.FunctionDef, name: str) -> bool:
    """Something is done with it that may leave it with less: then the same is not the same."""
    if scope.bindings(function, name):
        return True
    for node in ast.walk(function):
        match node:
            case ast.Attribute(value=ast.Name(id=found), attr=method) if found == name:
                if isinstance(node.ctx, ast.Store) or method in _CHANGES:
                    return True
            case ast.Subscript(value=ast.Name(id=found), ctx=ast.Store() | ast.Del()):
                if found == name:
                    return True
    return False


_CHANGES = (
    *("pop", "popitem", "remove", "clear", "discard", "append", "insert", "extend", "update"),
    *("add", "sort", "reverse", "popleft"),
)
