"""A method that was put into a dictionary, a list or an attribute where its result was to be put
in: `config[key] = value.strip`. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import listed_texts, objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

WITHOUT = frozenset(
    "read readline readlines getvalue fetchall fetchone strip lower upper title capitalize split"
    " splitlines keys values items copy mean std sum min max median var".split()
)
"""Methods that are called with nothing in the brackets."""
_OF_TEXT = frozenset("lstrip rstrip casefold swapcase isdigit isalpha isspace isupper".split())
_PUTS = ("append", "add", "insert", "appendleft", "setdefault")


def of(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`node`: what is a function here. None: it is called nowhere but here, or is meant to be
    called here."""
    name, tree = _name(place.known(facts, node)), place.tree_of(facts)
    if tree is None or not _is_kept(tree, node, name) or _are_called(tree):
        return None
    methods, functions = list(_put(tree, name)), _functions(tree, name)
    if functions:
        is_meant = len(methods) + len(functions) > 1 or any(map(_needs, functions))
        return None if is_meant or name == "<lambda>" else _unsure(facts, node)
    if len(methods) != 1 or _uses(tree, name) != methods:
        return _unsure(facts, node) if isinstance(node, ast.Subscript) else None
    (method,) = methods
    what = place.shown(facts, node)
    if not _is_without(facts, name):
        values = (what, method.lineno, place.shown(facts, method))
        return Diagnosis(Kind.FUNCTION_PUT_NEEDS, values)
    called = f"{place.in_full(facts, method)}()"
    statement = _statement(tree, method)
    whole = listed_texts.replaced(facts, statement, method, called) if statement else ""
    return Diagnosis(Kind.FUNCTION_PUT, (what, method.lineno, whole or called))


def _unsure(facts: Facts, node: ast.expr) -> Diagnosis:
    return Diagnosis(Kind.FUNCTION_IN, (place.shown(facts, node),))


def _name(value: Value | None) -> str:
    """What the function is called; '' if that is not known."""
    if value is None or value.type not in FUNCTION_TYPES or not value.details:
        return ""
    signature = value.signature
    return signature.name if signature is not None else str(value.details[0])


def _is_kept(tree: ast.Module, node: ast.expr, name: str) -> bool:
    """It stands for an item or an attribute, and not for the function by its own name."""
    match node:
        case ast.Subscript():
            return True
        case ast.Attribute(attr=attr):
            return bool(name) and attr != name
        case ast.Name(id=own):
            return bool(name) and own != name and any(_gives(each, own) for each in ast.walk(tree))
    return False


def _gives(node: ast.AST, name: str) -> bool:
    """An item, by a loop or by its key."""
    match node:
        case ast.For(target=target) | ast.comprehension(target=target):
            return any(place.is_name(each, name) for each in ast.walk(target))
        case ast.Assign(targets=[ast.Name(id=found)], value=value):
            return found == name and isinstance(value, ast.Subscript)
    return False


def _are_called(tree: ast.Module) -> bool:
    """`ACTIONS[key]()`, or what a loop or a key gives: functions are kept there on purpose."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Subscript() | ast.Call()):
                return True
            case ast.Call(func=ast.Name(id=name)):
                if any(_gives(each, name) for each in ast.walk(tree)):
                    return True
    return False


# -- where it was put in


def _put(tree: ast.Module, name: str) -> Iterator[ast.Attribute]:
    for node in ast.walk(tree):
        for value in _values(node):
            if isinstance(value, ast.Attribute) and value.attr == name:
                yield value


def _values(node: ast.AST) -> list[ast.expr]:
    """What is put in there."""
    match node:
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()], value=value):
            return [value]
        case ast.Call(func=ast.Attribute(attr=method), args=[*_, value]) if method in _PUTS:
            return [value]
        case ast.Dict(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            return values
        case ast.ListComp(elt=value) | ast.GeneratorExp(elt=value) | ast.DictComp(value=value):
            return [value]
    return []


def _uses(tree: ast.Module, name: str) -> list[ast.Attribute]:
    """All that name this method and do not call it."""
    called = {id(each.func) for each in ast.walk(tree) if isinstance(each, ast.Call)}
    return [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and each.attr == name and id(each) not in called
    ]


def _functions(tree: ast.Module, name: str) -> list[ast.FunctionDef | ast.Lambda]:
    """Functions of the script's own that are put somewhere. `name`: '' if it may be any."""
    put = [value for node in ast.walk(tree) for value in _values(node)]
    found: list[ast.FunctionDef | ast.Lambda] = []
    for value in put:
        match value:
            case ast.Lambda():
                found.append(value)
            case ast.Name(id=own) if (function := scope.plain_function(tree, own)) is not None:
                found.append(function)
    names = [each.name for each in found if isinstance(each, ast.FunctionDef)]
    return found if name in (*names, "<lambda>", "") else []


def _needs(function: ast.FunctionDef | ast.Lambda) -> bool:
    return len(function.args.args) > len(function.args.defaults)


def _is_without(facts: Facts, name: str) -> bool:
    """It is called with nothing in the brackets."""
    own = objects.methods_named(facts, name)
    if own:
        return len(own) == 1 and objects.taken_by(own[0])[0] == 0
    return name in WITHOUT or name in _OF_TEXT


def _statement(tree: ast.Module, method: ast.Attribute) -> ast.stmt | None:
    """The one that puts it in, if it stands in one line."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Assign | ast.Expr | ast.Return) and each.lineno == each.end_lineno:
            if any(method is inner for inner in ast.walk(each)):
                return each
    return None
