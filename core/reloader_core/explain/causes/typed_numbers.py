"""What input() gives, and with which function a number is made of it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes.sources import Source
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts


def is_typed(node: ast.expr, methods: tuple[str, ...] | None = None) -> bool:
    """input(), perhaps with .strip() or the like behind it; `methods`: with none but these."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if methods is not None and node.func.attr not in methods:
            return False
        node = node.func.value
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "input"


def function_for(facts: Facts, node: ast.expr, made: list[Source]) -> str:
    """Of a text that is a whole number: float, if that is what the script makes of all others that
    are typed, and no whole one is needed."""
    if not made or not all(is_typed(each.node) for each in made):
        return "int"
    names = {name for each in made for step in each.steps for _around, name in step.names}
    names |= {ast.unparse(node)}
    used = _made_of_others(facts, names)
    return "float" if used == {"float"} and not is_counted(facts, names) else "int"


def function_for_two(facts: Facts, texts: list[str], names: set[str]) -> str:
    """Of two texts with which is calculated: int, if the script makes that of others."""
    is_whole = all(each.strip().lstrip("+-").isdigit() for each in texts)
    if is_whole and (is_counted(facts, names) or _made_of_others(facts, names) == {"int"}):
        return "int"
    return "float"


def _made_of_others(facts: Facts, names: set[str]) -> set[str]:
    """The functions that make numbers of what input() gives, also of what a function of the
    script's gives back that asks. `names`: as sources.py has them."""
    return {
        each.func.id
        for each in place.every(facts, ast.Call)
        if isinstance(each.func, ast.Name)
        and each.func.id in ("int", "float")
        and len(each.args) == 1
        and (is_typed(each.args[0]) or _is_called(each.args[0], names))
    }


def _is_called(node: ast.expr, names: set[str]) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return f"{name}()" in names
        case ast.Call(func=ast.Attribute(attr=name)):
            return f".{name}()" in names
    return False


def is_counted(facts: Facts, names: set[str]) -> bool:
    """By range(), as a place in a list, or how often something is repeated."""
    for each in place.every(facts, ast.expr):
        match each:
            case ast.Call(func=ast.Name(id="range" | "chr" | "list"), args=args):
                held = args
            case ast.Call(func=ast.Attribute(attr="most_common" | "sample" | "choices")):
                held = [*each.args, *(keyword.value for keyword in each.keywords)]
            case ast.Subscript(slice=index):
                held = [index]
            case ast.BinOp(left=left, op=ast.Mult(), right=right) if place.is_text(
                left
            ) or place.is_text(right):
                held = [left, right]
            case _:
                continue
        parts = (part for one in held for part in ast.walk(one))
        if any(isinstance(p, ast.Name | ast.Attribute) and _called(p) in names for p in parts):
            return True
    return False


def _called(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else f".{node.attr}"
