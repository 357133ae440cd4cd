"""What a name is used for: whether some line needs it as a text, and which other names it becomes.
Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import typed_numbers
from reloader_core.explain.causes.sources import Named
from reloader_core.explain.evidence import place, scope

_TAKES_NUMBERS = ("print", "str", "int", "float", "range", "round", "abs", "max", "min", "sum")


def need_text(tree: ast.Module, names: list[Named]) -> bool:
    """Some line with one of them would fail with a number, or do something else."""
    seen: set[tuple[int, str]] = set()
    while names:
        around, name = names.pop()
        if (id(around), name) in seen:
            continue
        seen.add((id(around), name))
        for use in uses(tree, around, name):
            further = of_use(tree, use)
            if further is None:
                return True
            names.extend(further)
    return False


def uses(tree: ast.Module, around: ast.AST, name: str) -> Iterator[tuple[ast.AST, ast.expr]]:
    """Each with what stands around it."""
    for node in ast.walk(tree if around is tree else around):
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Name(id=found, ctx=ast.Load()) if found == name:
                    yield node, child
                case ast.Attribute(attr=attr, ctx=ast.Load()) if f".{attr}" == name:
                    yield node, child
                case ast.Call(func=ast.Name(id=found)) if f"{found}()" == name:
                    yield node, child
                case ast.Call(func=ast.Attribute(attr=found)) if f".{found}()" == name:
                    yield node, child
                case ast.Subscript(slice=ast.Constant(value=key), ctx=ast.Load()):
                    if f"[{key!r}]" == name:
                        yield node, child


def of_use(tree: ast.Module, use: tuple[ast.AST, ast.expr]) -> list[Named] | None:
    """Which other names it becomes; None: text is needed here."""
    around, node = use
    match around:
        case ast.Attribute() | ast.If() | ast.While() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return None
        case ast.Starred() | ast.For() | ast.comprehension():
            return None
        case ast.Subscript():
            return [] if around.slice is node and not _has_texts(tree, around.value) else None
        case ast.Compare(left=left, comparators=others, ops=ops):
            sides = [each for each in (left, *others) if each is not node]
            is_in = any(isinstance(each, ast.In | ast.NotIn) for each in ops)
            is_text = any(_holds_text(e) or _is_given_text(tree, e, typed=True) for e in sides)
            return None if is_in or is_text else []
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            other = right if left is node else left
            is_text = _holds_text(node) or _holds_text(other)
            return None if is_text or _is_given_text(tree, other, typed=False) else []
        case ast.BinOp(op=ast.Mod(), right=right) if right is node:
            return []
        case ast.Call():
            return _of_call(tree, around, node)
        case ast.keyword(arg=str(name)):
            return _of_keyword(tree, around, name)
    return _handed_on(tree, around, node)


def _of_call(tree: ast.Module, call: ast.Call, node: ast.expr) -> list[Named] | None:
    match call.func:
        case ast.Name(id=name):
            if name in _TAKES_NUMBERS and not scope.names_anywhere(tree, name):
                return []
            function = scope.plain_function(tree, name)
            if function is None or function.args.vararg is not None:
                return None
            return [(function, each) for each in _taken(function, call, node)] or None
        case ast.Attribute(attr="format"):
            return []
        case ast.Attribute(value=into, attr="append" | "add" | "insert"):
            return None if _is_joined(tree, into) else []
    return None


def _of_keyword(tree: ast.Module, keyword: ast.keyword, name: str) -> list[Named] | None:
    calls = [e for e in ast.walk(tree) if isinstance(e, ast.Call) and keyword in e.keywords]
    called = ast.unparse(calls[0].func) if calls else ""
    if called.endswith(".format"):
        return []
    function = scope.plain_function(tree, called)
    if function is None or name not in scope.parameters(function):
        return None
    return [(function, name)]


def _handed_on(tree: ast.Module, around: ast.AST, node: ast.expr) -> list[Named] | None:
    """By a statement, or in a list or dictionary that is written out."""
    match around:
        case ast.Assign(targets=[ast.Name(id=other)]):
            home = scope.home_of(tree, around)
            return [(home, other)] if home is not None else None
        case ast.Assign(targets=[ast.Attribute(attr=attr)]):
            return [(tree, f".{attr}")]
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=key))]):
            return [(tree, f"[{key!r}]")]
        case ast.Dict(keys=keys, values=values) if node in values:
            match keys[values.index(node)]:
                case ast.Constant(value=name):
                    return [(tree, f"[{name!r}]")]
        case ast.List() | ast.Tuple():
            return None if _is_joined(tree, around) else []
        case ast.Return():
            home = scope.home_of(tree, around)
            if not isinstance(home, ast.FunctionDef):
                return None
            return [(tree, f"{home.name}()"), (tree, f".{home.name}()")]
    return []


def _taken(function: ast.FunctionDef, call: ast.Call, node: ast.expr) -> list[str]:
    names = [each.arg for each in function.args.args]
    if node in call.args and call.args.index(node) < len(names):
        return [names[call.args.index(node)]]
    return []


def _is_given_text(tree: ast.Module, node: ast.expr, *, typed: bool) -> bool:
    """A name that gets a text which is written out, or also one that was `typed`."""
    if not isinstance(node, ast.Name):
        return False
    values = [each.value for each in scope.plain_stores(ast.walk(tree), node.id)]
    return any(place.is_text(each) or typed and typed_numbers.is_typed(each) for each in values)


def _has_texts(tree: ast.Module, table: ast.expr) -> bool:
    """A dictionary that is written out with keys that are texts."""
    shown = ast.unparse(table)
    values = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == shown
    ]
    return any(
        isinstance(each, ast.Dict)
        and any(key is not None and place.is_text(key) for key in each.keys)
        for each in (table, *values)
    )


def _is_joined(tree: ast.Module, items: ast.expr) -> bool:
    """By .join(), which takes texts."""
    shown = ast.unparse(items)
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "join"
        and [ast.unparse(given) for given in each.args] == [shown]
        for each in ast.walk(tree)
    )


def _holds_text(node: ast.expr) -> bool:
    """Of itself, or what is put together with +."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Call(func=ast.Name(id="str" | "input")):
            return True
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _holds_text(left) or _holds_text(right)
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            return any(map(_holds_text, elements))
    return False
