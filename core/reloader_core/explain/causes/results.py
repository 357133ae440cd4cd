"""Which type an expression makes, as far as its text says so. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import scope

_BUILTINS = {
    "input": "str", "str": "str", "repr": "str", "chr": "str", "int": "int", "len": "int",
    "ord": "int", "float": "float", "list": "list", "sorted": "list", "dict": "dict",
    "tuple": "tuple", "set": "set", "range": "range", "bool": "bool", "print": "NoneType",
    "enumerate": "enumerate", "zip": "zip", "map": "map", "isinstance": "bool",
}  # fmt: skip
_NUMBERS = ("abs", "round", "sum", "pow")
_TEXT_METHODS = frozenset(
    "strip lstrip rstrip lower upper title capitalize replace join read readline format center"
    " zfill swapcase casefold".split()
)
_DISPLAYS: dict[type[ast.AST], str] = {
    ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict",
    ast.Set: "set", ast.SetComp: "set", ast.Tuple: "tuple", ast.JoinedStr: "str",
    ast.Compare: "bool", ast.GeneratorExp: "generator", ast.Lambda: "function",
}  # fmt: skip
_NO_NUMBERS = ("str", "list", "tuple", "dict", "NoneType", "bool")


def makes(tree: ast.Module, node: ast.expr, kind: str) -> bool | None:
    """Whether its value is of this type; None: that cannot be told."""
    if (found := type_of(tree, node)) is not None:
        return found == kind
    match node:
        case ast.BinOp(op=ast.Div()) if kind in ("int", *_NO_NUMBERS):
            return False
        case ast.BinOp(op=ast.Sub() | ast.FloorDiv() | ast.Pow()) if kind in _NO_NUMBERS:
            return False
        case ast.Subscript(slice=ast.Slice()) if kind == "NoneType":
            return False
        case ast.UnaryOp() if kind in _NO_NUMBERS[:-1]:
            return False
        case ast.Call(func=ast.Name(id=name)) if name in _NUMBERS and kind in _NO_NUMBERS:
            return None if scope.names_anywhere(tree, name) else False
        case ast.Call(func=ast.Name(id=name)) if _is_plain_class(tree, name):
            return False
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            sides = makes(tree, left, kind), makes(tree, right, kind)
            return False if False in sides and kind in _NO_NUMBERS else None
    return None


def type_of(tree: ast.Module, node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=value):
            return type(value).__name__
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            if "str" in (type_of(tree, left), type_of(tree, right)):
                return "str"
        case ast.BinOp(left=left, op=ast.Mod()) if type_of(tree, left) == "str":
            return "str"
        case ast.Call(func=ast.Name(id=name)) if name in _BUILTINS:
            return None if scope.names_anywhere(tree, name) else _BUILTINS[name]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="random"), attr="randint")):
            return "int"
        case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if attr in _TEXT_METHODS:
            return "str" if type_of(tree, owner) == "str" else None
        case ast.Call(func=ast.Attribute(value=owner, attr="split")):
            return "list" if type_of(tree, owner) == "str" else None
    return _DISPLAYS.get(type(node))


def _is_plain_class(tree: ast.Module, name: str) -> bool:
    """One of the script's, whose calls give its objects."""
    match [each for _line, each in scope.bound(tree, name)]:
        case [ast.ClassDef(bases=[], keywords=[], decorator_list=[]) as cls]:
            return not scope.bindings(cls, "__new__") and not scope.is_declared(tree, name)
    return False


def counts(tree: ast.Module, node: ast.expr) -> bool:
    """range(...)"""
    match node:
        case ast.Call(func=ast.Name(id="range")):
            return not scope.names_anywhere(tree, "range")
    return False


def is_of_python(name: str) -> bool:
    """Its own types have a method of this name."""
    return any(hasattr(each, name) for each in (str, list, dict, set, tuple, int, float, bytes))
