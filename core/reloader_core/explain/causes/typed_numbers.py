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
    used = _made_of_others(facts)
    names = {name for each in made for step in each.steps for _around, name in step.names}
    names |= {ast.unparse(node)}
    return "float" if used == {"float"} and not _is_counted(facts, names) else "int"


def function_for_two(facts: Facts, texts: list[str], names: set[str]) -> str:
    """Of two texts with which is calculated: int, if the script makes that of others."""
    is_whole = all(each.strip().lstrip("+-").isdigit() for each in texts)
    is_counted = _is_counted(facts, names)
    return "int" if is_whole and (is_counted or _made_of_others(facts) == {"int"}) else "float"


def _made_of_others(facts: Facts) -> set[str]:
    """The functions that make numbers of what input() gives."""
    return {
        each.func.id
        for each in place.every(facts, ast.Call)
        if isinstance(each.func, ast.Name)
        and each.func.id in ("int", "float")
        and len(each.args) == 1
        and is_typed(each.args[0])
    }


def _is_counted(facts: Facts, names: set[str]) -> bool:
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
