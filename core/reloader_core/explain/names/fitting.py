"""Whether a name may stand where another one does that stands for nothing. Pure."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

CALLED = ("function", "type", "builtin_function_or_method")
_HANDED_ON = (ast.Call, ast.keyword, ast.ClassDef, ast.FunctionDef, ast.arg, ast.AnnAssign)


def is_called(within: ast.AST, name: str) -> bool:
    for node in ast.walk(within):
        match node:
            case ast.Call(func=ast.Name(id=found)) if found == name:
                return True
    return False


def is_of_another_case(name: str, near: str) -> bool:
    """Turtle and tuple: a class is not meant by what begins with a small letter."""
    return name[0].isupper() != near[0].isupper() and name.lower() != near.lower()


def fits(facts: Facts, name: str, near: str) -> bool:
    """As far as is known, what is near is of a kind that does what the line does with it."""
    kinds = facts.told.get("near_kinds")
    kind = (kinds or {}).get(near, "")
    if not kind and kinds is not None:
        return False  # it has no value
    if not kind:
        kind = _written_kind(facts, near)
    uses = _uses(facts, name)
    if kind == "object" or not uses or near.endswith(("Error", "Exception", "Warning")):
        return True
    if any(is_called(node, name) for node in uses):
        return kind in CALLED
    if kind == "module":
        return all(isinstance(node, ast.Attribute) for node in uses)
    if kind not in CALLED:
        return all(_takes(node, kind, name) for node in uses)
    # A function or class that is not called is handed on, or named where a type is.
    allowed: tuple[type[ast.AST], ...] = _HANDED_ON
    if kind == "type":
        is_object = name[0].islower() and near[0].isupper()
        allowed += () if hasattr(builtins, near) or is_object else (ast.Attribute,)
        allowed += (ast.Compare,) if is_called_in(uses, "type") else ()
    wants_value = any(_wants_value(node, near) for node in uses)
    return not wants_value and all(isinstance(node, allowed) for node in uses)


def takes(facts: Facts, name: str, kind: str) -> bool:
    """The line works with the name, and a value of this kind does for that."""
    uses = _uses(facts, name)
    works = ast.BinOp | ast.UnaryOp | ast.Compare | ast.Attribute | ast.Subscript | ast.AugAssign
    return bool(uses) and all(isinstance(each, works) and _takes(each, kind, name) for each in uses)


def _uses(facts: Facts, name: str) -> list[ast.AST]:
    """What it stands in directly."""
    return [
        node
        for node in place.in_statement(facts)
        if any(
            isinstance(each, ast.Name) and each.id == name for each in ast.iter_child_nodes(node)
        )
    ]


_OF_VALUES = ("print", "str", "len", "int", "float", "sum")
_OF_FUNCTIONS = (
    *("map", "filter", "reduce", "partial", "defaultdict", "isinstance", "issubclass", "type"),
    *("starmap", "accumulate", "cast", "Union", "Optional"),
)


def _wants_value(node: ast.AST, near: str) -> bool:
    """Nobody prints a function, and one of Python's is handed on to a few others alone."""
    if isinstance(node, ast.FormattedValue):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = place.name_called(node)
    return name in _OF_VALUES or hasattr(builtins, near) and name not in _OF_FUNCTIONS


def is_several(many: str, one: str) -> bool:
    """names and name, numbers and num"""
    return (
        many in (f"{one}s", f"{one}es", f"{one[:-1]}ies")
        or len(one) > 2
        and (many.startswith(one) and many.endswith("s"))
    )


def of_loop(facts: Facts, name: str, near: str) -> str:
    """What a loop around the line gives of several: `for i in items: print(item)`; '' if it is
    not that."""
    found = ""
    for target, source in _gone_through(facts, near) if is_several(near, name) else ():
        match target, source:
            case ast.Name(id=item), ast.Name(id=title) if title == near:
                found = item
            case (
                ast.Tuple(elts=[_, ast.Name(id=item)]),
                ast.Call(func=ast.Name(id="enumerate"), args=[ast.Name(id=title), *_])
                | ast.Call(func=ast.Attribute(value=ast.Name(id=title), attr="items")),
            ) if title == near:
                found = item
            case ast.Name(id=index), ast.Call(func=ast.Name(id="range")) as counted if (
                ast.unparse(counted) == f"range(len({near}))"
            ):
                found = f"{near}[{index}]"
    return found


def _gone_through(facts: Facts, near: str) -> Iterator[tuple[ast.expr, ast.expr]]:
    """By the loops around, and in the line: what each gives, and of what."""
    for loop in place.every(facts, ast.For):
        if place.covers(loop, facts.line) and facts.line >= loop.body[0].lineno:
            yield loop.target, loop.iter
    for node in place.in_statement(facts):
        match node:
            case ast.comprehension():
                yield node.target, node.iter
            case ast.Call(func=function) if facts.function == "<lambda>":
                owner = [function.value] if isinstance(function, ast.Attribute) else []
                given = [*(each.value for each in node.keywords), *node.args]
                of = [each for each in (*owner, *node.args) if place.is_name(each, near)]
                for each in given if of else ():
                    if isinstance(each, ast.Lambda) and len(each.args.args) == 1:
                        yield ast.Name(each.args.args[0].arg, ast.Load()), of[0]


def is_called_in(nodes: list[ast.AST], name: str) -> bool:
    return any(is_called(node, name) for node in nodes)


def _takes(node: ast.AST, kind: str, name: str) -> bool:
    """A value of this kind can stand there."""
    if kind in ("list", "dict", "set", "tuple"):
        match node:
            case ast.BinOp(op=op):
                return isinstance(op, ast.Add | ast.Mult)
            case ast.Compare(ops=ops):
                return not any(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in ops)
            case ast.UnaryOp(op=ast.USub()):
                return False
    if kind in ("int", "float", "bool"):
        match node:
            case ast.Attribute():
                return False
            case ast.Subscript(value=ast.Name(id=found)) if found == name:
                return False
            case ast.For(iter=ast.Name(id=found)) if found == name:
                return False
    return True


def _written_kind(facts: Facts, name: str) -> str:
    """As the text alone tells."""
    tree, around = place.tree_of(facts), scope.function_around(facts)
    if around is not None and scope.bindings(around, name):
        home: ast.AST = around
    else:
        home = tree or ast.Module([], [])
    bound = [each for _line, each in scope.bound(home, name)]
    if not bound:
        return type(getattr(builtins, name)).__name__ if hasattr(builtins, name) else "object"
    if all(isinstance(each, ast.FunctionDef | ast.ClassDef) for each in bound):
        return "function"
    values = [
        node.value
        for node in ast.walk(home)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    if len(values) != len(bound):
        return "object"
    if all(isinstance(each, ast.List | ast.Dict) for each in values):
        return "list"
    is_number = [isinstance(each, ast.Constant) and type(each.value) is int for each in values]
    return "int" if all(is_number) else "object"
