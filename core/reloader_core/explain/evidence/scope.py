"""Functions, classes and comprehensions of the text that ran, and the names that they set. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import covers, every, is_name, tree_of

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def function_around(facts: Facts) -> Function | None:
    """The innermost function with the line in its body."""
    found = None
    for node in every(facts, ast.AST):
        if isinstance(node, Function) and covers(node, facts.line) and node.body:
            if node.body[0].lineno <= facts.line:
                found = node
    return found


def functions_around(facts: Facts, inner: Function) -> list[Function]:
    """Those that the function is defined in."""
    tree = tree_of(facts)
    return [
        node
        for node in ast.walk(tree if tree is not None else inner)
        if isinstance(node, Function) and node is not inner and inner in ast.walk(node)
    ]


def of_name(facts: Facts, name: str) -> ast.AST | None:
    """The function or module whose name it is; None for a parameter, and if it is not sure."""
    found, tree = facts.names.get(name), tree_of(facts)
    if found is None or found.where == "global":
        return tree if found is not None else None
    function = function_around(facts)
    if function is None or found.where != "local" or function.name != facts.function:
        return None
    return None if name in parameters(function) else function


def parameters(function: Function) -> set[str]:
    return {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}


def class_around(facts: Facts, function: Function) -> ast.ClassDef | None:
    """The class that the function is a method of."""
    return next((each for each in every(facts, ast.ClassDef) if function in each.body), None)


def in_turn(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run one after the other, also those in a `with`."""
    for each in body:
        yield each
        if isinstance(each, ast.With | ast.AsyncWith):
            yield from in_turn(each.body)


def in_scope(scope: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a module or function, without those of functions and classes in it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, _SCOPES):
            yield from in_scope(child)


def bindings(scope: ast.AST, name: str) -> list[int]:
    """The lines in which this scope itself gives the name a value."""
    return sorted(line for line, _what in bound(scope, name))


def bound(scope: ast.AST, name: str) -> Iterator[tuple[int, ast.AST]]:
    for node in in_scope(scope):
        match node:
            case ast.Name(id=found, ctx=ast.Store()) if found == name:
                yield node.lineno, node
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if node.name == name:
                yield node.lineno, node
            case ast.Import() | ast.ImportFrom():
                for alias in node.names:
                    if (alias.asname or alias.name.partition(".")[0]) == name:
                        yield node.lineno, node
            case ast.ExceptHandler(name=found) if found == name:
                yield node.lineno, node


def plain_stores(nodes: Iterable[ast.AST], name: str) -> list[ast.Assign]:
    """Those among them that are `name = ...`."""
    return [
        each for each in nodes if isinstance(each, ast.Assign) and is_name(each.targets[0], name)
    ]


def is_called(around: ast.AST, name: str) -> bool:
    """Somewhere in it, `name(...)`."""
    return any(isinstance(each, ast.Call) and is_name(each.func, name) for each in ast.walk(around))


def is_asked(around: ast.AST, name: str) -> bool:
    """Somewhere in it, `name.attribute`."""
    return any(
        isinstance(each, ast.Attribute) and is_name(each.value, name) for each in ast.walk(around)
    )


def plain_function(tree: ast.AST | None, name: str) -> ast.FunctionDef | None:
    """The only thing of this name in the file."""
    match [each for _line, each in bound(tree, name)] if tree is not None else []:
        case [ast.FunctionDef(decorator_list=[]) as function]:
            return function
    return None


def returns_of(tree: ast.AST | None, name: str) -> list[ast.Return]:
    """All of a plain function, and none of a generator."""
    function = plain_function(tree, name)
    nodes = list(in_scope(function)) if function is not None else []
    if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in nodes):
        return []
    return [each for each in nodes if isinstance(each, ast.Return)]


def names_of(scope: ast.AST) -> Iterator[tuple[str, int]]:
    """All names that it gives a value, and where."""
    for node in in_scope(scope):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno


def is_declared(tree: ast.AST, name: str) -> bool:
    """Some function says `global` or `nonlocal` of it, and may change it."""
    return any(
        isinstance(node, ast.Global | ast.Nonlocal) and name in node.names
        for node in ast.walk(tree)
    )


def is_removed(scope: ast.AST, name: str) -> bool:
    """By `del`, or at the end of an `except ... as name`."""
    for node in in_scope(scope):
        match node:
            case ast.Name(id=found, ctx=ast.Del()) if found == name:
                return True
            case ast.ExceptHandler(name=found) if found == name:
                return True
    return False


def only_changes(around: ast.AST, name: str, lines: list[int]) -> bool:
    """By += and the like, or by what is made of the name itself, which need a value before."""
    changed = [
        node.lineno
        for node in ast.walk(around)
        if isinstance(node, ast.AugAssign)
        and ast.unparse(node.target) == name
        or isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == name
        and any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node.value))
    ]
    return set(lines) <= set(changed)


def is_looped(tree: ast.Module, name: str, line: int) -> bool:
    """A loop in this line gives the name one thing after the other."""
    return any(
        isinstance(node, ast.For)
        and node.lineno == line
        and any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node.target))
        for node in ast.walk(tree)
    )


def names_anywhere(tree: ast.AST, name: str) -> bool:
    """Something in the file gives it a value of its own."""
    return any(
        isinstance(node, ast.Name)
        and node.id == name
        and not isinstance(node.ctx, ast.Load)
        or isinstance(node, ast.arg)
        and node.arg == name
        or isinstance(node, ast.alias)
        and (node.asname or node.name) in (name, "*")
        or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and node.name == name
        for node in ast.walk(tree)
    )


def home_of(tree: ast.Module, node: ast.AST) -> ast.AST | None:
    """The function or module whose names those in it are; None inside of a class, lambda or
    comprehension."""
    for around in (tree, *(each for each in ast.walk(tree) if isinstance(each, Function))):
        if any(each is node for each in in_scope(around)):
            return around
    return None


def given_values(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is given which value, as it is written."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(
            targets
        ) == len(values):
            yield from zip(targets, values, strict=True)
        case (
            ast.Assign(targets=[target], value=value)
            | ast.AnnAssign(target=target, value=ast.expr() as value)
        ):
            yield target, value


def loop_around(facts: Facts) -> ast.For | None:
    """The innermost loop that the line is in, if it is no `while` and its lines stand below its
    head."""
    home = function_around(facts) or tree_of(facts)
    loops = [
        each
        for each in (in_scope(home) if home is not None else ())
        if isinstance(each, ast.For | ast.While)
        and any(covers(part, facts.line) for part in each.body)
    ]
    match loops:
        case [*_, ast.For() as loop] if loop.body[0].lineno > loop.lineno:
            return loop
    return None


def is_begun_empty(node: ast.expr) -> bool:
    """A list or dictionary that is still to be filled."""
    match node:
        case ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call(func=ast.Name(id="list" | "dict"), args=[], keywords=[]):
            return True
    return False
