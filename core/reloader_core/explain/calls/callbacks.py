"""Functions that are given to others, which call them: sorted(key=...), map(), reduce(). Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core.explain.calls import calls, lent
from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Signature
from reloader_core.explain.evidence.place import name_called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COUNTED = re.compile(
    r"(?:[\w.<>]+\.)?(?P<name>\w+|<lambda>)\(\) (?:missing \d+ required positional|takes )"
)
_NO_LENGTH = re.compile(r"object of type '(?P<type>[\w.]+)' has no len\(\)")
_OF_ANOTHER = re.compile(  # the second: to 3.8
    r"descriptor '\w+' for '\w+' objects doesn't apply to an? '(?P<type>[\w.]+)' object"
    r"|descriptor '\w+' requires a '\w+' object but received an? '(?P<older>[\w.]+)'"
)
_NO_ITEMS = re.compile(r"'(?P<type>int|float|bool|NoneType)' object is not iterable")
_BY_KEY = ("sorted", "sort", "min", "max", "groupby", "nlargest", "nsmallest")
_GIVE_ONE = ("filter", "filterfalse", "takewhile", "dropwhile")
_SEARCH = ("sub", "subn")
_CALLABLE = (*FUNCTION_TYPES, "type")


@dataclass(frozen=True)
class Callback:
    """`given`: how many values it is called with; None if that is not known."""

    call: ast.Call
    function: str
    what: ast.expr
    given: int | None
    is_key: bool = False


def _callbacks(facts: Facts) -> list[Callback]:
    """All that the statement gives to another function; also before, where map() and the like
    call it only now."""
    found: list[Callback] = []
    for node in place.in_statement(facts):
        match node:
            case ast.Call():
                found += _of_call(node)
            case ast.Name(ctx=ast.Load()):
                made = origin.value(facts, node)
                if isinstance(made, ast.Call) and name_called(made) in ("map", *_GIVE_ONE):
                    found += _of_call(made)
    return found


def _of_call(call: ast.Call) -> Iterator[Callback]:
    name, args = name_called(call), call.args
    function = f"{ast.unparse(call.func) if isinstance(call.func, ast.Name) else name}()"
    if any(isinstance(each, ast.Starred) for each in args):
        return
    for each in call.keywords if name in _BY_KEY else ():
        if each.arg == "key":
            yield Callback(call, function, each.value, 1, is_key=True)
    if name == "groupby" and len(args) == 2:
        yield Callback(call, function, args[1], 1, is_key=True)
    if name == "map" and len(args) > 1:
        yield Callback(call, function, args[0], len(args) - 1)
    elif name in _GIVE_ONE and len(args) == 2:
        yield Callback(call, function, args[0], 1)
    elif name == "reduce" and len(args) > 1:
        yield Callback(call, function, args[0], 2)
    elif name == "accumulate" and len(args) == 2:
        yield Callback(call, function, args[1], 2)
    elif name == "cmp_to_key" and len(args) == 1:
        yield Callback(call, function, args[0], 2)
    elif name == "starmap" and len(args) == 2:
        yield Callback(call, function, args[0], None)
    elif name in _SEARCH and args and isinstance(call.func, ast.Attribute):
        yield from (Callback(call, function, each, 1) for each in args[:2])


def counts(facts: Facts) -> Diagnosis | None:
    """It has more parameters than it gets values, or fewer."""
    said = _COUNTED.match(facts.message)
    is_here = facts.is_innermost and not facts.is_raised
    if said is None or not is_here and not in_file(facts, "re.py", "re/__init__.py"):
        return None
    found = [
        (each, signature)
        for each in _callbacks(facts)
        if (signature := _signature(facts, each.what)) and signature.name == said["name"]
    ]
    if len(found) != 1 or _is_called(facts, found[0][0].what, said["name"]):
        return None
    back, signature = found[0]
    more = re.search(r" but (\d+) (?:was|were) given$", facts.message)
    given = back.given if back.given is not None or more is None else int(more[1])
    takes = _takes(signature, given)
    if given is None or takes is None:
        return None
    if (taken := objects.self_taken(facts, signature, given)) is not None:
        return taken
    what = place.shown(facts, back.what)
    is_one = back.function != "map()" or _are_pairs(facts, back.call.args[1])
    if given == 1 and takes > 1 and is_one and facts.is_innermost:
        if (said_how := lent.by_calls(facts, back.call, back.what, is_key=back.is_key)) is not None:
            return Diagnosis(Kind.CALLBACK_LENT, (back.function, what, takes, *said_how))
        kind = Kind.KEY_PARAMETERS if back.is_key else Kind.CALLBACK_ONE
        return Diagnosis(kind, (back.function, what, takes))
    return Diagnosis(Kind.CALLBACK_COUNTS, (back.function, what, given, takes))


def _are_pairs(facts: Facts, items: ast.expr) -> bool:
    """What map() goes through; of other things it may lack the second list."""
    match items:
        case ast.Call(func=ast.Name(id="zip" | "enumerate") | ast.Attribute(attr="items")):
            return True
    kinds = _item_types(facts, items)
    return bool(kinds) and kinds <= {"tuple", "list"}


def decorator_takes(facts: Facts) -> Diagnosis | None:
    """`@log`, where log() needs more than the function."""
    said, statement = _COUNTED.match(facts.message), place.statement(facts)
    if said is None or not isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return None
    found = []
    for each in statement.decorator_list:
        signature = _signature(facts, each)
        if signature is not None and signature.parameters[:1] == ("self",):
            return None  # a function of the class, which is called without an object yet
        if signature is not None and signature.name == said["name"]:
            found.append((each, _takes(signature, 1)))
    match found:
        case [(what, int(takes))] if takes > 1:
            return Diagnosis(Kind.DECORATOR_TAKES, (place.shown(facts, what), takes))
    return None


def decorator_no_function(facts: Facts) -> Diagnosis | None:
    """`@repeat(3)`, where repeat() gives back no function."""
    said = re.match(r"'([\w.]+)' object is not callable", facts.message)
    statement = place.statement(facts)
    if said is None or not isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return None
    made = [each for each in statement.decorator_list if place.covers(each, facts.line)]
    if facts.line == statement.lineno:  # to 3.10
        made = statement.decorator_list
    match made:
        case [ast.Call() as call] if _is_kept(facts, call, said[1]):
            return Diagnosis(Kind.DECORATOR_NO_FUNCTION, (place.shown(facts, call), said[1]))
    return None


def _is_kept(facts: Facts, call: ast.Call, kind: str) -> bool:
    """It was called; what it gave was to be called then."""
    if place.type_of(facts, call.func) in _CALLABLE:
        return True
    match call.func:
        case ast.Attribute(attr=name):
            return calls.own_method(facts, name) is not None
    return False


def _signature(facts: Facts, what: ast.expr) -> Signature | None:
    match what:
        case ast.Lambda(args=own):
            names = tuple(each.arg for each in (*own.posonlyargs, *own.args))
            takes_any = bool(own.vararg or own.kwarg)
            defaults, keywords = len(own.defaults), len(own.kwonlyargs)
            return Signature("<lambda>", "", what.lineno, names, defaults, keywords, takes_any)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return calls.own_method(facts, name)
    value = place.known(facts, what)
    return value.signature if value is not None and value.type in ("function", "method") else None


def _takes(signature: Signature, given: int | None) -> int | None:
    """As many as it must have or may have, whichever does not fit."""
    if given is None or signature.takes_any or signature.keyword_only or signature.has_no_self:
        return None
    least, most = len(signature.parameters) - signature.defaults, len(signature.parameters)
    return least if given < least else most if given > most else None


def _is_called(facts: Facts, what: ast.expr, name: str) -> bool:
    """Also by the statement itself; or there is another lambda, which may be the one."""
    if name == "<lambda>":
        lambdas = [each for each in place.in_statement(facts) if isinstance(each, ast.Lambda)]
        return isinstance(what, ast.Lambda) and bool([each for each in lambdas if each is not what])
    return any(
        isinstance(each, ast.Call) and ast.unparse(each.func) == ast.unparse(what)
        for each in place.in_statement(facts)
    )


# -- what is given, and is no function


def no_function(facts: Facts) -> Diagnosis | None:
    """sorted(people, key="age"), map(double(3), numbers)"""
    said = re.match(r"'([\w.]+)' object is not callable", facts.message)
    found = _callbacks(facts) if said is not None else []
    every = [each for each in place.in_statement(facts) if isinstance(each, ast.Call)]
    if said is None or len(found) != 1 or not all(_is_function(facts, each.func) for each in every):
        return None
    back, kind = found[0], said[1]
    match back.what:
        case ast.Call() as made if _is_plain(facts, made):
            values = (back.function, place.shown(facts, made), kind, place.shown(facts, made.func))
            return Diagnosis(Kind.CALLED_NOT_GIVEN, values)
    if not back.is_key or place.type_of(facts, back.what) != kind:
        return None
    instead = _by_part(facts, back)
    if instead is None:
        return None
    values = (back.function, place.shown(facts, back.what), kind, instead)
    return Diagnosis(Kind.KEY_NO_FUNCTION, values)


def _is_function(facts: Facts, node: ast.expr) -> bool:
    """Surely."""
    match node:
        case ast.Attribute(value=owner, attr=attr):
            kind = _PLAIN.get(place.type_of(facts, owner))
            return (
                kind is not None
                and callable(getattr(kind, attr, None))
                or (
                    place.type_of(facts, owner) == "module"
                    and place.type_of(facts, node) in _CALLABLE
                )
            )
        case ast.Name():
            return place.type_of(facts, node) in _CALLABLE
    return False


_PLAIN = {"list": list, "str": str, "dict": dict, "set": set}


def _is_plain(facts: Facts, call: ast.Call) -> bool:
    """Its function is Python's own, or one of the script's that makes no other function."""
    if place.builtin_called(facts, call):
        return True
    match call.func:
        case ast.Name(id=name):
            function = scope.plain_function(place.tree_of(facts), name)
            inner = list(ast.walk(function))[1:] if function is not None else []
            return function is not None and not any(
                isinstance(each, ast.Lambda | ast.FunctionDef) for each in inner
            )
    return False


def _by_part(facts: Facts, back: Callback) -> str | None:
    """How a key or place of each item is asked for, as far as the first item tells."""
    first = back.call.args[0] if back.call.args else None
    if isinstance(back.call.func, ast.Attribute) and back.call.func.attr == "sort":
        first = back.call.func.value
    value, key = place.known(facts, first) if first is not None else None, back.what
    text = place.known(facts, key)
    if text is not None and text.type == "dict":
        return f"key={place.shown(facts, key)}.get"
    match value.details if value is not None else ():
        case (int(), [(_, str(item)), *_]) | (int(), [(str(item), *_), *_]):
            pass
        case _:
            return None
    shown = place.shown(facts, key)
    if item == "dict" or item in ("list", "tuple") and text is not None and text.type == "int":
        return f"key=lambda item: item[{shown}]"
    is_object = item not in ("str", "int", "float", "list", "tuple", "set", "NoneType", "bool")
    if is_object and text is not None and text.text and text.text.isidentifier():
        return f"key=lambda item: item.{text.text}"
    return None


def fits_not_each(facts: Facts) -> Diagnosis | None:
    """sorted(numbers, key=len)"""
    patterns = (_NO_LENGTH, _OF_ANOTHER, _NO_ITEMS)
    said = next((hit for each in patterns if (hit := each.fullmatch(facts.message))), None)
    if said is None:
        return None
    kind = said["type"] or said.groupdict().get("older") or ""
    found = []
    for back in _callbacks(facts):
        match back.what:
            case ast.Name(id="len") as name if said.re is _NO_LENGTH:
                found += [back] if place.type_of(facts, name) in _CALLABLE else []
            case ast.Name(id="list" | "tuple" | "set" | "sum" | "sorted") if said.re is _NO_ITEMS:
                goes = [place.type_of(facts, each) for each in back.call.args[1:]]
                is_full = all(each in ("list", "tuple", "dict", "set", "range") for each in goes)
                found += [back] if back.function == "map()" and is_full else []
            case ast.Attribute(value=ast.Name(id="str")) if said.re is _OF_ANOTHER:
                found.append(back)
    if len(found) != 1 or _is_called(facts, found[0].what, ""):
        return None
    values = (found[0].function, place.shown(facts, found[0].what), kind)
    return Diagnosis(Kind.FITS_NOT_EACH, values)


# -- how they are given


def sort_by_name(facts: Facts) -> Diagnosis | None:
    """sorted(names, len), names.sort(len), sorted(names, cmp=compare)"""
    found = []
    for call in place.candidates(facts, ast.Call):
        is_method = isinstance(call.func, ast.Attribute) and call.func.attr == "sort"
        if is_method or place.builtin_called(facts, call) == "sorted":
            found.append((call, call.args[: 0 if is_method else 1], call.args[not is_method :]))
    if len(found) != 1:
        return None
    call, before, behind = found[0]
    function = f"{name_called(call)}()"
    if re.search(r"'cmp' is an invalid|unexpected keyword argument 'cmp'", facts.message):
        return _with_cmp(facts, call, before)
    is_said = re.fullmatch(
        r"sort(?:ed expected 1 arguments?, got 2|\(\) takes (?:no positional|exactly 0 positional)"
        r" arguments.*)",
        facts.message,
    )
    if is_said is None or len(behind) != 1 or call.keywords:
        return None
    kind, start = place.type_of(facts, behind[0]), [place.in_full(facts, each) for each in before]
    name = {"bool": "reverse"}.get(kind, "key" if kind in _CALLABLE else "")
    if isinstance(behind[0], ast.Lambda):
        name = "key"
    if not name:
        return None
    shown = ", ".join([*start, f"{name}={place.in_full(facts, behind[0])}"])
    return Diagnosis(Kind.SORT_BY_NAME, (function, f"{place.shown(facts, call.func)}({shown})"))


def _with_cmp(facts: Facts, call: ast.Call, before: list[ast.expr]) -> Diagnosis | None:
    for each in call.keywords:
        if each.arg == "cmp":
            start = [place.in_full(facts, one) for one in before]
            key = f"key=functools.cmp_to_key({place.in_full(facts, each.value)})"
            instead = f"{place.shown(facts, call.func)}({', '.join([*start, key])})"
            return Diagnosis(Kind.CMP_GONE, (f"{name_called(call)}()", instead))
    return None


def function_first(facts: Facts) -> Diagnosis | None:
    """map(numbers, int)"""
    said = re.fullmatch(
        r"'(function|type|builtin_function_or_method)' object is not iterable"
        r"|(?:functools\.)?reduce\(\) arg 2 must support iteration",
        facts.message,
    )
    found = []
    for call in place.candidates(facts, ast.Call) if said is not None else ():
        match call:
            case ast.Call(
                func=ast.Name(id="map" | "filter" | "reduce" as name)
                | ast.Attribute(attr="reduce" as name),
                args=[values, function],
                keywords=[],
            ):
                is_function = isinstance(function, ast.Lambda)
                is_function = is_function or place.type_of(facts, function) in _CALLABLE
                kind = place.type_of(facts, values)
                if is_function and kind in ("list", "tuple", "str", "set", "dict", "range"):
                    found.append((call, name, function, values))
    if len(found) != 1:
        return None
    call, name, function, values = found[0]
    turned = f"{place.in_full(facts, function)}, {place.in_full(facts, values)}"
    instead = f"{place.shown(facts, call.func)}({turned})"
    return Diagnosis(Kind.FUNCTION_FIRST, (f"{name}()", instead))


def starmap_items(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"'(int|float|bool|NoneType)' object is not iterable", facts.message)
    found = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call) and name_called(each) == "starmap" and len(each.args) == 2
    ]
    if said is None or len(found) != 1 or _item_types(facts, found[0].args[1]) != {said[1]}:
        return None
    shown = ", ".join(place.in_full(facts, each) for each in found[0].args)
    return Diagnosis(Kind.STARMAP_ITEMS, (f"map({shown})", said[1]))


def _item_types(facts: Facts, items: ast.expr) -> set[str]:
    """As far as they are told of."""
    if isinstance(items, ast.List | ast.Tuple | ast.Set):
        return {place.type_of(facts, each) for each in items.elts}
    value = place.known(facts, items)
    match value.details if value is not None else ():
        case (int(), [*told]):
            return {str(each[-1] if each[0] == "object" else each[0]) for each in told}
    return set()


def reduce_of_nothing(facts: Facts) -> Diagnosis | None:
    found = [each for each in place.candidates(facts, ast.Call) if name_called(each) == "reduce"]
    if not re.fullmatch(r"reduce\(\) of empty (?:sequence|iterable) with no .*", facts.message):
        return None
    if len(found) != 1 or len(found[0].args) != 2:
        return None
    return Diagnosis(Kind.EMPTY_MOST, ("reduce()", place.shown(facts, found[0].args[1])))
