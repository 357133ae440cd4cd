"""What a function has worked out, and lets go of at its end. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

# -- of its own calls


def of_itself(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """It calls itself in the last line of each branch that has no `return`, and gives something
    back in the others."""
    nodes = list(scope.in_scope(function))
    given = [each for each in nodes if isinstance(each, ast.Return)]
    if not given or any(isinstance(e, ast.Yield | ast.YieldFrom) for e in nodes):
        return None
    calls: list[ast.Call] = []
    for last in _ends(function.body):
        match last:
            case ast.Expr(value=ast.Call() as call) if _is_own(facts, function, call):
                calls.append(call)
            case _:
                return None
    instead = f"return {place.in_full(facts, calls[0])}" if calls else "..."
    if "..." in instead:
        return None
    lines = ", ".join(str(each.lineno) for each in calls)
    return Diagnosis(Kind.RECURSION_DROPPED, (what, f"{function.name}()", instead, lines))


def _ends(body: list[ast.stmt]) -> Iterator[ast.stmt | None]:
    """The last line of each branch whose end can be reached; None for one that is not written."""
    if not origin.ends(body):
        return
    match body[-1] if body else None:
        case ast.If(body=first, orelse=other):
            yield from _ends(first)
            yield from _ends(other) if other else (None,)
        case ast.Try(body=tried, handlers=handlers, orelse=other, finalbody=[]):
            yield from _ends(other or tried)
            for each in handlers:
                yield from _ends(each.body)
        case last:
            yield last


def _is_own(facts: Facts, function: ast.FunctionDef, call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name == function.name and not scope.bindings(function, name)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name == function.name and scope.class_around(facts, function) is not None
    return False


# -- of what it has filled

_TYPES: dict[str, type] = {"list": list, "dict": dict, "set": set}
_FILL = {
    "list": ("append", "extend", "insert"),
    "dict": ("update", "setdefault"),
    "set": ("add", "update"),
}
_ATTRIBUTE = re.compile(r"'NoneType' object has no attribute '(\w+)'")
_OF_MANY = re.compile(
    r"'NoneType' object is not iterable|object of type 'NoneType' has no len\(\)"
    r"|argument of type 'NoneType' is not (?:a container or )?iterable"
)


def filled(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """The only list, dictionary or set that it makes, and fills, and uses for nothing else."""
    nodes = list(ast.walk(function))
    is_ended = any(isinstance(each, ast.Return) for each in nodes)
    if is_ended or not origin.ends(function.body) or scope.is_called(function, function.name):
        return None
    if function.body[0].lineno == function.lineno:
        return None  # in one line
    made = [(each, kind) for each in function.body if (kind := _kind_made(each))]
    lost = [(each, kind) for each, kind in made if _is_only_filled(function, each, kind)]
    if len(lost) != 1 or _lets_go_of_more(function, lost[0][0]) or not _fits(facts, lost[0][1]):
        return None
    name, first, last = _name(lost[0][0]), lost[0][0].lineno, function.body[-1]
    values = (what, f"{function.name}()", name, last.end_lineno or last.lineno)
    return Diagnosis(Kind.FILLED_NOT_RETURNED, (*values, first, f"return {name}"))


def _lets_go_of_more(function: ast.FunctionDef, made: ast.stmt) -> bool:
    """Some other line gives a name a value, and none asks for it."""
    nodes = list(ast.walk(function))
    asked = {e.id for e in nodes if isinstance(e, ast.Name) and isinstance(e.ctx, ast.Load)}
    set_ = [e for e in nodes if isinstance(e, ast.Assign | ast.AnnAssign | ast.AugAssign)]
    targets = [t for e in set_ for t in (e.targets if isinstance(e, ast.Assign) else [e.target])]
    names = {each.id for each in targets if isinstance(each, ast.Name)}
    return not names <= asked | {_name(made), "_"}


def _name(made: ast.stmt) -> str:
    match made:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def _kind_made(node: ast.stmt) -> str:
    """The type of the empty thing that the line gives a name; '' if it does not."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or not _name(node):
        return ""
    match node.value:
        case ast.List(elts=[]):
            return "list"
        case ast.Dict(keys=[]):
            return "dict"
        case ast.Call(func=ast.Name(id="list" | "dict" | "set" as kind), args=[], keywords=[]):
            return str(kind)
    return ""


def _is_only_filled(function: ast.FunctionDef, made: ast.stmt, kind: str) -> bool:
    name = _name(made)
    if scope.is_declared(function, name) or len(scope.bindings(function, name)) != 1:
        return False
    nodes = list(ast.walk(function))
    used = [
        each
        for each in nodes
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    ]
    fills = [id(each) for node in nodes for each in _filling(node, name, kind)]
    asks = [id(each) for node in nodes for each in _asking(node, name)]
    if not fills or any(id(each) not in fills + asks for each in used):
        return False
    is_asked = any(id(each) not in fills for each in used)
    return not is_asked or kind == "dict" and not _does_more(function, name)


def _does_more(function: ast.FunctionDef, name: str) -> bool:
    """It calls something only for what that does, and not to fill this dictionary: what is in it
    may be there only to be asked for."""
    return any(
        isinstance(each, ast.Expr)
        and isinstance(each.value, ast.Call)
        and not any(place.is_name(part, name) for part in ast.walk(each.value.func))
        for each in ast.walk(function)
    )


def _filling(node: ast.AST, name: str, kind: str) -> Iterator[ast.expr]:
    """The name, where something is put into it."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=own, attr=method))):
            if place.is_name(own, name) and method in _FILL[kind]:
                yield own
        case ast.Subscript(value=own, ctx=ast.Store()) if kind == "dict":
            if place.is_name(own, name):
                yield own
        case ast.Call(func=ast.Attribute(value=own, attr="setdefault")) if kind == "dict":
            if place.is_name(own, name):
                yield own


def _asking(node: ast.AST, name: str) -> Iterator[ast.expr]:
    """The name of a dictionary, where one asks what is in it already."""
    match node:
        case (
            ast.Subscript(value=own, ctx=ast.Load())
            | ast.Call(func=ast.Attribute(value=own, attr="get"))
            | ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[own])
        ):
            if place.is_name(own, name):
                yield own


def _fits(facts: Facts, kind: str) -> bool:
    """What failed can be done with a thing of this type."""
    if said := _ATTRIBUTE.fullmatch(facts.message):
        return hasattr(_TYPES[kind], said[1])
    if facts.message == "'NoneType' object is not subscriptable":
        return kind == "dict" or kind == "list" and not _is_asked_by_text(facts)
    return _OF_MANY.fullmatch(facts.message) is not None


def _is_asked_by_text(facts: Facts) -> bool:
    return any(
        place.type_of(facts, each.slice) == "str"
        for each in place.in_statement(facts)
        if isinstance(each, ast.Subscript)
    )


# -- of what it keeps


_SIGNS = re.compile(
    r"unsupported operand type\(s\) for [-+*/%]+=?: '(?:NoneType' and '(?:int|float)"
    r"|(?:int|float)' and 'NoneType)'"
    r"|'[<>]=?' not supported between instances of '(?:NoneType' and '(?:int|float)"
    r"|(?:int|float)' and 'NoneType)'"
)


_CALCULATE = (ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow)
_NO_NUMBERS = (ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.SetComp)


def kept(facts: Facts, function: ast.FunctionDef, what: str) -> Diagnosis | None:
    """A method whose last line puts what it has worked out into an attribute, the only one that
    it sets, and a number is wanted where it is called."""
    stores = [
        each
        for each in ast.walk(function)
        if isinstance(each, ast.Attribute) and not isinstance(each.ctx, ast.Load)
    ]
    is_ended = any(isinstance(each, ast.Return) for each in ast.walk(function))
    if len(stores) != 1 or is_ended or not _SIGNS.fullmatch(facts.message):
        return None
    if scope.class_around(facts, function) is None or function.body[0].lineno == function.lineno:
        return None
    taken = [each.arg for each in function.args.args]
    last = function.body[-1]
    match last:
        case ast.Assign(
            targets=[ast.Attribute(value=ast.Name(id=own), attr=name)], value=value
        ) if taken[:1] == [own]:
            if not _is_number(function, value, set(taken)):
                return None
            values = (what, f"{function.name}()", f"{own}.{name}", last.lineno)
            end = last.end_lineno or last.lineno
            return Diagnosis(Kind.KEPT_NOT_RETURNED, (*values, end, f"return {own}.{name}"))
    return None


def _is_number(function: ast.FunctionDef, value: ast.expr, taken: set[str]) -> bool:
    """It is worked out in the method, by a sign of calculation, or by what counts or adds up."""
    match value:
        case ast.BinOp():
            return is_calculated(value)
        case ast.Call(func=ast.Name(id="sum" | "len" | "round" | "int" | "float" | "abs")):
            return True
        case ast.Name(id=name) if name not in taken:
            made = scope.plain_stores(scope.in_scope(function), name)
            others = [each.value for each in made if not place.is_name(each.value, name)]
            return any(isinstance(each, ast.BinOp) for each in others) and all(
                _is_number(function, each, taken | {name}) or _is_made_so(function, each, name)
                for each in others
            )
    return False


def is_calculated(node: ast.BinOp) -> bool:
    """And no text or list is put together."""
    parts = list(ast.walk(node))
    if any(isinstance(each, _NO_NUMBERS) for each in parts):
        return False
    if any(isinstance(each, ast.Constant) and not _is_written(each) for each in parts):
        return False
    return any(_is_written(each) or isinstance(each, _CALCULATE) for each in parts)


def _is_written(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _is_made_so(function: ast.FunctionDef, value: ast.expr, name: str) -> bool:
    """A number as it is written, or another name that was worked out."""
    match value:
        case ast.Constant(value=int() | float()):
            return True
        case ast.Name(id=other) if other != name:
            return _is_number(function, value, scope.parameters(function) | {name})
    return False
