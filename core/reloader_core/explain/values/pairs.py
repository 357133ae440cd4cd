"""A list of a few numbers that is to be an item of a set or a key, as a position is. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MAKE = ("list", "sorted", "split", "rsplit", "splitlines", "copy", "load", "loads", "tolist",
         "sample", "choices", "findall", "array")  # fmt: skip
_CHANGE = ("append", "extend", "insert", "remove", "pop", "sort", "reverse", "clear")


def made_as_list(facts: Facts) -> Diagnosis | None:
    """The only line of the file that can have made a list of so many items, and nothing changes
    what is in it: it may as well make a tuple."""
    what, value = _looked_for(facts)
    match value:
        case Value("list", (int(length), [_, _, *_] as items)):
            is_flat = len(items) == length and all(each[0] in ("int", "float") for each in items)
        case _:
            return None
    if what is None or not is_flat or _may_be_made_otherwise(facts):
        return None
    found = []
    for statement in place.every(facts, ast.stmt):
        match statement:
            case (
                ast.Return(value=ast.List(elts=elts) as made)
                | ast.Assign(targets=[ast.Name()], value=ast.List(elts=elts) as made)
                | ast.Expr(
                    value=ast.Call(
                        func=ast.Attribute(attr="append"), args=[ast.List(elts=elts) as made]
                    )
                )
            ) if len(elts) == length:
                found.append((statement, made))
    lists = [each for each in place.every(facts, ast.List) if isinstance(each.ctx, ast.Load)]
    alike = [each for each in lists if len(each.elts) == length]
    if len(found) != 1 or len(alike) != 1:
        return None
    statement, made = found[0]
    shown = place.in_full(facts, made)
    instead = place.in_full(facts, statement).replace(shown, f"({shown[1:-1].rstrip(', ')})")
    values = (place.shown(facts, what), statement.lineno, instead)
    return Diagnosis(Kind.LIST_MADE_HERE, values) if "..." not in instead else None


def _looked_for(facts: Facts) -> tuple[ast.expr | None, Value | None]:
    """What is asked for, put in or taken as a key in this statement, if it is a name."""
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Compare(left=ast.Name() as what, ops=[ast.In() | ast.NotIn()]):
                found.append(what)
            case ast.Subscript(slice=ast.Name() as what):
                found.append(what)
            case ast.Call(func=ast.Attribute(attr="add"), args=[ast.Name() as what]):
                found.append(what)
    lists = [each for each in found if place.type_of(facts, each) == "list"]
    return (lists[0], place.known(facts, lists[0])) if len(lists) == 1 else (None, None)


def _may_be_made_otherwise(facts: Facts) -> bool:
    """By another way of making a list, or what is in one is changed somewhere."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names):
                if any(each.name.split(".")[0] not in place.standard_modules() for each in names):
                    return True
            case ast.ImportFrom(module=module):
                if (module or "").split(".")[0] not in place.standard_modules():
                    return True
            case ast.ListComp() | ast.Starred() | ast.Delete() | ast.BinOp(left=ast.List()):
                return True
            case ast.BinOp(right=ast.List()) | ast.Subscript(slice=ast.Slice()):
                return True
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _MAKE:
                return True
            case ast.Attribute(value=ast.Subscript(), attr=attr) if attr in _CHANGE:
                return True
            case ast.Subscript(slice=ast.Constant(value=int()), ctx=ast.Store()):
                return True
    return False
