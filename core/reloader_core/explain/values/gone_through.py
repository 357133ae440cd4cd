"""A None that a function of Python's own, a star or += was to go through. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.causes import none, uncalled
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_NONE = re.compile(
    r"'NoneType' object is not iterable|zip argument #\d+ must support iteration"
    r"|(?:.+ argument|Value) after \* must be an iterable, not NoneType"
)
_FIRST = (
    *("list", "tuple", "set", "frozenset", "sum", "sorted", "any", "all", "enumerate"),
    *("combinations", "permutations", "islice", "cycle", "accumulate", "pairwise"),
)
_EVERY, _BEHIND_FIRST = ("zip", "chain", "product"), ("map", "filter")
_SURELY_NONE = (Kind.NO_RETURN, Kind.RETURNED_IN_PLACE, Kind.IN_PLACE_USED)
"""A call of which nothing is told gave back None."""


def of_none(facts: Facts) -> Diagnosis | None:
    """`zip(names, shuffled)`, `print(*shuffled)`, `names += shuffled`."""
    if _OF_NONE.fullmatch(facts.message) is None:
        return None
    statement = place.in_statement(facts)
    if any(isinstance(each, ast.IfExp | ast.BoolOp) for each in statement):
        return None  # one of its branches was not taken
    found = {
        ast.unparse(each): (function, each)
        for node in statement
        for function, each in _gone_through(facts, node)
        if not isinstance(each, ast.Constant) and place.type_of(facts, each) == "NoneType"
    }
    if len(found) != 1:
        return None
    function, what = next(iter(found.values()))
    shown = place.shown(facts, what)
    weaker = Diagnosis(Kind.NOT_SEVERAL, (function, shown, "NoneType"))
    if function == "for":
        weaker = Diagnosis(Kind.NOT_ITERABLE, (shown, "NoneType"))
    return none.result(facts, what) or weaker


def _gone_through(facts: Facts, node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp() | ast.DictComp():
            yield "for", node.generators[0].iter
        case ast.Starred(value=value):
            yield "*", value
        case ast.AugAssign(target=target, op=ast.Add(), value=value):
            if place.type_of(facts, target) == "list":
                yield "+=", value
        case ast.Call(func=ast.Name() | ast.Attribute(value=ast.Name())) as call:
            yield from ((f"{place.name_called(call)}()", each) for each in arguments(facts, call))


def arguments(facts: Facts, call: ast.Call) -> list[ast.expr]:
    """What a call of zip() and the like goes through; empty: it is another function."""
    name = place.name_called(call)
    if not _is_pythons(facts, call):
        return []
    if name in _EVERY:
        return call.args
    if name in _FIRST:
        return call.args[:1]
    return call.args[1:] if name in _BEHIND_FIRST else []


def _is_pythons(facts: Facts, call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=owner):
            module = place.known(facts, owner)
            is_named = module is None and place.is_name(owner, "itertools")
            return is_named or module is not None and module.details[:1] == ("itertools",)
    kind = place.type_of(facts, call.func)
    return kind == "type" or bool(place.builtin_called(facts, call))


def takes_none(facts: Facts, call: ast.Call) -> bool:
    """Perhaps the None is what is given to it, and not what it has given back."""
    if arguments(facts, call):
        return True
    if isinstance(call.func, ast.Attribute):
        module = place.known(facts, call.func.value)
        if module is None or module.type != "module":
            return False
    if place.type_of(facts, call.func) in ("function", "method"):
        return False  # in which the error would have been
    given = [each for each in call.args if not isinstance(each, ast.Constant)]
    return any(place.type_of(facts, each) == "NoneType" for each in given)


def not_joined(facts: Facts) -> Diagnosis | None:
    """`"".join(...)` of what is None or a number."""
    if facts.message != "can only join an iterable":
        return None
    call = place.called(facts, "join")
    if call is None or len(call.args) != 1 or isinstance(call.args[0], ast.Starred):
        return None
    what, kind = call.args[0], place.type_of(facts, call.args[0])
    if kind in FUNCTION_TYPES:
        return uncalled.not_called(facts, what)
    found = none.result(facts, what) if kind in ("", "NoneType") else None
    if found is not None and (kind or found.kind in _SURELY_NONE):
        return found
    weaker = Diagnosis(Kind.NOT_SEVERAL, (".join()", place.shown(facts, what), kind))
    return weaker if kind else None
