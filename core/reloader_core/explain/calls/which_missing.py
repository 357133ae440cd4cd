"""Arguments that a call lacks, of which Python names the last: which of them it may be by the types
of the others, and functions that are called by another name. Pure."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator

from reloader_core.explain.calls import lacking
from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST = 8
_SAID = re.compile(r"(\w+)\(\) missing \d+ required positional arguments?: (.*)")
_DATA = ("str", "int", "float", "bool", "list", "dict", "tuple", "set")
_CALCULATE = (ast.Sub, ast.Div, ast.FloorDiv, ast.Pow)
"""Signs that need numbers on both sides, but for those of sets."""


def by_types(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`Pet("Rex", 4)` of (name, species, age), where other calls give a number for the last one
    alone."""
    lacks = _lacks_one(facts, found)
    if lacks is None:
        return None
    call, names, missing = lacks
    others = _others(facts, call, len(names))
    types = [
        {each for each in column if each} for column in zip(*map(_types, others), strict=False)
    ]
    given = [_number(place.type_of(facts, a) or lacking.written_type(a)) for a in call.args]
    if not others or any(len(each) != 1 for each in types):
        return None
    fitting = [
        places
        for places in itertools.combinations(range(len(names)), len(given))
        if all(not kind or kind in types[at] for kind, at in zip(given, places, strict=True))
    ]
    if not fitting or tuple(range(len(given))) in fitting:
        return None
    absent = [name for at, name in enumerate(names) if any(at not in each for each in fitting)]
    near = min(others, key=lambda each: abs(each.lineno - call.lineno))
    shown = place.in_full(facts, near), ", ".join(place.in_full(facts, a) for a in call.args)
    if missing in absent or "..." in "".join(shown):
        return None
    function = f"{place.shown(facts, call.func)}()"
    values = (function, ", ".join(names), shown[1], near.lineno, shown[0])
    if len(absent) == 1:
        return Diagnosis(Kind.ARGUMENT_SKIPPED, (*values, absent[0], missing))
    lent = [each for each in absent if _is_here(facts, call, each, types[names.index(each)])]
    ways = [each for each in fitting if len(lent) == 1 and names.index(lent[0]) not in each]
    if len(ways) == 1:
        texts = [place.in_full(facts, each) for each in call.args]
        texts.insert(names.index(lent[0]), lent[0])
        instead = f"{place.in_full(facts, call.func)}({', '.join(texts)})"
        return Diagnosis(Kind.ARGUMENT_HERE, (function, values[1], shown[1], lent[0], instead))
    return Diagnosis(Kind.ARGUMENT_ONE_OF, (*values, ", ".join(absent), missing))


def _is_here(facts: Facts, call: ast.Call, name: str, kinds: set[str]) -> bool:
    """The function with the call has a parameter of this name, of which the call makes no use."""
    around = scope.function_around(facts)
    if around is None or around.name != facts.function or name not in scope.parameters(around):
        return False
    if any(place.is_name(part, name) for part in ast.walk(call)):
        return False
    kind = _number(place.type_of(facts, ast.Name(name, ast.Load())))
    return not kind or kind in kinds


def last_named(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """Nothing tells which one it is: what it takes, and what it gets."""
    lacks = _lacks_one(facts, found)
    if lacks is None:
        return None
    call, names, missing = lacks
    given = ", ".join(place.in_full(facts, each) for each in call.args)
    is_clear = [lacking.name_of(each) for each in call.args] == names[:-1]
    if is_clear or "..." in given or names[0] in objects.SELVES:
        return None
    return Diagnosis(Kind.ARGUMENT_LAST, (str(found.values[0]), ", ".join(names), given, missing))


def _lacks_one(facts: Facts, found: Diagnosis) -> tuple[ast.Call, list[str], str] | None:
    """The call, all that it has to give by place, and the one that Python names: the last."""
    if found.kind is not Kind.TOO_FEW or ", " in str(found.values[1]):
        return None
    missing = str(found.values[1])
    calls = [
        (call, taken[0][: len(taken[0]) - taken[1]])
        for call in place.candidates(facts, ast.Call)
        if place.is_by_place(call) and (taken := lacking.parameters(facts, call)) is not None
    ]
    calls = [each for each in calls if each[1][len(each[0].args) :] == [missing]]
    if len(calls) != 1 or not calls[0][0].args or len(calls[0][1]) > _MOST:
        return None
    return (*calls[0], missing)


def _others(facts: Facts, call: ast.Call, count: int) -> list[ast.Call]:
    """Other calls of the same that give all."""
    called = ast.unparse(call.func)
    if "super" in called or lacking.is_twofold(facts, called):
        return []
    return [
        each
        for each in place.every(facts, ast.Call)
        if each is not call and ast.unparse(each.func) == called
        if place.is_by_place(each) and len(each.args) >= count
    ]


def _types(call: ast.Call) -> list[str]:
    return [_number(lacking.written_type(each)) for each in call.args]


def _number(kind: str) -> str:
    return "number" if kind in ("int", "float") else kind


# -- a function under another name


def by_other_name(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`function()` where that is convert(), which needs a value."""
    return held(facts) if found.kind is Kind.TOO_FEW else None


def held(facts: Facts) -> Diagnosis | None:
    """Also `menu[choice]()`."""
    said, tree = _SAID.fullmatch(facts.message), place.tree_of(facts)
    function = scope.plain_function(tree, said[1]) if said is not None else None
    calls = [each for each in place.candidates(facts, ast.Call) if _may_be(facts, each, function)]
    if said is None or function is None or len(calls) != 1:
        return None
    call = calls[0]
    missing = re.findall(r"'(\w+)'", said[2])
    what = place.shown(facts, call.func)
    values = (what, f"{function.name}()", function.lineno, ", ".join(missing))
    if len(missing) == 1 and not call.args and not call.keywords and "..." not in what:
        names = _unused(facts, call.func, function, missing[0])
        if len(names) == 1:
            return Diagnosis(Kind.HELD_LACKS_GIVE, (*values, names[0], f"{what}({names[0]})"))
    return Diagnosis(Kind.HELD_LACKS, values)


def _may_be(facts: Facts, call: ast.Call, function: ast.FunctionDef | None) -> bool:
    """It is called by no name of its own: by a variable, or as an item."""
    if function is None:
        return False
    match call.func:
        case ast.Name(id=name) if name != function.name:
            value = place.known(facts, call.func)
            signature = value.signature if value is not None else None
            is_it = signature is not None and signature.name == function.name
            return is_it and signature is not None and signature.line == function.lineno
        case ast.Subscript() if facts.span is not None:
            return True
    return False


def _unused(facts: Facts, called: ast.expr, function: ast.FunctionDef, parameter: str) -> list[str]:
    """What has got a value above the call that nothing has used yet, and may be what the function
    waits for."""
    around: ast.AST | None = scope.function_around(facts) or place.tree_of(facts)
    name = around.name if isinstance(around, scope.Function) else "<module>"
    if around is None or name != facts.function:
        return []
    taken = scope.parameters(around) if isinstance(around, scope.Function) else set()
    own = scope.bindings(around, called.id) if isinstance(called, ast.Name) else []
    made = {
        each.id
        for each in scope.in_scope(around)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        if each.lineno < facts.line and each.lineno not in own
    }
    used = {each.id for each in _loads(around) if each.lineno <= facts.line}
    kinds = ("int", "float") if _needs_number(function, parameter) else _DATA
    return [each for each in sorted((taken | made) - used) if _type(facts, each) in ("", *kinds)]


def _type(facts: Facts, name: str) -> str:
    """Also by the line that gives it its value, of what was not told."""
    node = ast.Name(name, ast.Load())
    made = origin.value(facts, node)
    kind = place.type_of(facts, node)
    if kind or made is None:
        return kind
    match made:
        case ast.Call(func=ast.Name(id="input")):
            return "str"
        case ast.Call(func=ast.Name(id="int" | "float" as number)):
            return number
        case ast.Lambda():
            return "function"
    return lacking.written_type(made)


def _loads(around: ast.AST) -> Iterator[ast.Name]:
    for each in ast.walk(around):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            yield each


def _needs_number(function: ast.FunctionDef, parameter: str) -> bool:
    """It calculates with it."""
    for each in ast.walk(function):
        match each:
            case ast.BinOp(left=left, op=op, right=right) if isinstance(op, _CALCULATE):
                if place.is_name(left, parameter) or place.is_name(right, parameter):
                    return True
            case ast.BinOp(left=ast.Name(id=one), op=ast.Mult(), right=other) if one == parameter:
                if isinstance(other, ast.Constant) and isinstance(other.value, float):
                    return True
            case ast.BinOp(left=ast.BinOp(op=ast.Mult()) as inner, op=ast.Div()):
                if any(place.is_name(part, parameter) for part in (inner.left, inner.right)):
                    return True
    return False
