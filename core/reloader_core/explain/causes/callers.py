"""A function that gives back a text, and several lines that call it: whether it may give a number
to all of them, since each calculates with what it gets. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from reloader_core.explain.causes import typed_numbers, used_as
from reloader_core.explain.causes.sources import Named, Step
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts

_CALCULATES = (ast.Sub, ast.Div, ast.FloorDiv, ast.Pow)
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_OF_NUMBERS = ("range", "abs", "round", "pow", "chr", "divmod")
Use = tuple[ast.AST, ast.expr]


def all_as_numbers(facts: Facts, node: ast.expr, steps: Iterable[Step], function: str) -> bool:
    """No `return` among the steps, from which `node` has its value, serves a caller that may need
    the text. `function`: what makes a number of it."""
    tree, steps = place.tree_of(facts), tuple(steps)
    own = [id(node), *(id(each.node) for each in steps)]
    for step in steps:
        if tree is None or not isinstance(step.statement, ast.Return):
            continue
        others = [
            use for _, name in step.names for use in calls(tree, name) if id(use[1]) not in own
        ]
        if not all(_is_number(facts, tree, each, function) for each in others):
            return False
    return True


def calls(tree: ast.Module, called: str) -> list[Use]:
    """`called`: as sources.py calls what a function gives back, `ask()`."""
    return [use for each in (called, f".{called}") for use in used_as.uses(tree, tree, each)]


def _is_number(facts: Facts, tree: ast.Module, use: Use, function: str) -> bool:
    """Surely: some line calculates with it or with the name that it gets, and what is known of that
    name can be read by the function."""
    uses, names = _followed(tree, use)
    for around, name in names:
        known = facts.names.get(name) if around is tree else None
        text = known.value.text if known is not None else None
        if text is not None and not written.is_number(function, text):
            return False
    if function == "float" and typed_numbers.is_counted(facts, {name for _around, name in names}):
        return False
    return any(_is_calculated(tree, *each) for each in uses)


def _followed(tree: ast.Module, use: Use) -> tuple[list[Use], list[Named]]:
    """All uses of the value and of the names that it gets, and these names."""
    uses, names = [use], list[Named]()
    for each in uses:
        for name in used_as.of_use(tree, each) or ():
            if name not in names:
                names.append(name)
                uses += used_as.uses(tree, *name)
    return uses, names


def whole_line(tree: ast.Module, use: Use) -> int:
    """The line in which that value has to be a whole number, for range() or to repeat what is
    written there; 0 if there is none."""
    used = {id(node) for _around, node in _followed(tree, use)[0]}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="range"), args=held) if not scope.names_anywhere(
                tree, "range"
            ):
                pass
            case ast.BinOp(left=ast.List() | ast.Constant(value=str()), op=ast.Mult(), right=right):
                held = [right]
            case ast.BinOp(left=left, op=ast.Mult(), right=ast.List() | ast.Constant(value=str())):
                held = [left]
            case _:
                continue
        if any(id(part) in used for each in held for part in _whole_parts(each)):
            return node.lineno
    return 0


def _whole_parts(node: ast.expr) -> Iterator[ast.expr]:
    """What has to be whole, so that the sum or product is."""
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult(), right=right):
            yield from _whole_parts(left)
            yield from _whole_parts(right)
        case ast.UnaryOp(operand=operand):
            yield from _whole_parts(operand)
        case _:
            yield node


def _is_calculated(tree: ast.Module, around: ast.AST, node: ast.expr) -> bool:
    """A text would be an error there."""
    match around:
        case ast.BinOp(left=left, op=op, right=right):
            other = right if left is node else left
            if isinstance(op, ast.Mod):
                return left is node and _is_numeric(tree, right)
            if isinstance(op, ast.Mult):
                return isinstance(other, ast.Constant) and isinstance(other.value, float)
            return isinstance(op, _CALCULATES) or _is_numeric(tree, other)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return True
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [each for each in (left, *others) if each is not node]
            are_ordered = all(isinstance(each, _ORDERS) for each in ops)
            return are_ordered and all(_is_numeric(tree, each) for each in sides)
        case ast.AugAssign(target=target, op=op):
            is_sum = isinstance(op, ast.Add) and _is_numeric(tree, target)
            return isinstance(op, _CALCULATES) or is_sum
        case ast.Call(func=ast.Name(id=name)):
            return name in _OF_NUMBERS and not scope.names_anywhere(tree, name)
    return False


def _is_numeric(tree: ast.Module, node: ast.expr) -> bool:
    """A number that is written there, or a name that begins with one."""
    match node:
        case ast.UnaryOp(operand=operand):
            return _is_numeric(tree, operand)
        case ast.Constant(value=value):
            return isinstance(value, int | float)
        case ast.Name(id=name):
            stores = scope.plain_stores(ast.walk(tree), name)
            begun = [each.value for each in stores if isinstance(each.value, ast.Constant)]
            return len(begun) == len(stores) > 0 and all(_is_numeric(tree, each) for each in begun)
    return False
