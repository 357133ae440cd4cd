"""Arguments that a call lacks: which one it is by the names of the others, and what other calls
give for it. Pure."""

from __future__ import annotations

import ast
import itertools
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAID = re.compile(r"([\w.<>]+)\(\) (?:missing \d+ required positional|takes |got an unexpected )")
_MOST = 8
_MEASURES = frozenset(
    (
        *("width", "height", "depth", "length", "breadth", "w", "h", "d", "l", "b", "a", "c"),
        *("breite", "hoehe", "höhe", "laenge", "länge", "tiefe", "largeur", "hauteur", "longueur"),
        *("ancho", "alto", "largo", "base", "altura", "rx", "ry"),
    )
)
_SIDES = ("side", "seite", "lado", "radius", "axis", "edge", "kante")


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of the name that Python says."""
    if found.kind not in (Kind.TOO_FEW, Kind.ARGUMENT_THERE):
        return None
    if (inherited := _of_inherited(facts, found)) is not None:
        return inherited
    missing = str(found.values[1]).split(", ")
    calls = [
        (call, taken)
        for call in place.candidates(facts, ast.Call)
        if place.is_by_place(call) and (taken := parameters(facts, call)) is not None
        if taken[0][len(call.args) : len(taken[0]) - taken[1]] == missing
    ]
    if len(calls) != 1:
        return None
    call, (names, _defaults) = calls[0]
    if (between := _between(facts, call, names, missing)) is not None:
        return between
    if found.kind is Kind.TOO_FEW and (same := _as_long(facts, call, names, missing)) is not None:
        return same
    if found.kind is not Kind.TOO_FEW or len(missing) != 1:
        return None
    return _as_others(facts, call, names, missing)


def _of_inherited(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`return cls(a, b)`, of a class method that another class has inherited, which needs more."""
    said = re.match(r"(\w+)\.__init__\(\) missing", facts.message)
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if said is None or function is None or cls is None or found.values[0] != "cls()":
        return None
    own = objects.class_named(facts, said[1])
    if own is None or own is cls or cls not in objects.with_bases(facts, own):
        return None
    values = (f"{function.name}()", cls.name, own.name, found.values[1])
    return Diagnosis(Kind.INHERITED_MAKES, values)


# -- what is behind the name that is called


def parameters(facts: Facts, call: ast.Call) -> tuple[list[str], int] | None:
    """What the call can give a value by its place, and how many of these need none."""
    found = place.value_named(facts, call.func)
    signature = found.value.signature if found is not None else None
    if signature is not None:
        is_any = signature.takes_any or signature.keyword_only
        return None if is_any else (list(signature.parameters), signature.defaults)
    method = method_called(facts, call.func)
    own = method.args if method is not None else None
    if own is None or own.vararg or own.kwarg or own.kwonlyargs or own.posonlyargs:
        return None
    is_bound = not _is_of_class(facts, call.func)
    return [each.arg for each in own.args[is_bound:]], len(own.defaults)


def _is_of_class(facts: Facts, function: ast.expr) -> bool:
    """`Base.__init__(self, ...)`, where the object is given, too."""
    match function:
        case ast.Attribute(value=ast.Name(id=title)):
            return objects.class_named(facts, title) is not None
    return False


def method_called(facts: Facts, function: ast.expr) -> ast.FunctionDef | None:
    """Of `super()`, of a class that is asked by its name, and of the only one of this name."""
    match function:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super"), args=[]), attr=name):
            around = scope.function_around(facts)
            cls = scope.class_around(facts, around) if around is not None else None
            classes = objects.with_bases(facts, cls)[1:] if cls is not None else []
        case ast.Attribute(value=ast.Name(id=title), attr="__init__" as name):
            base = objects.class_named(facts, title)
            classes = objects.with_bases(facts, base) if base is not None else []
        case ast.Attribute(attr=name):
            named = objects.methods_named(facts, name)
            found = named[0] if len(named) == 1 else None
            is_bound = isinstance(found, ast.FunctionDef) and objects.takes_self(found)
            return found if is_bound and isinstance(found, ast.FunctionDef) else None
        case _:
            return None
    for cls in classes:
        for each in objects.methods(cls):
            if each.name == name:
                return each if isinstance(each, ast.FunctionDef) else None
    return None


# -- a value that stands in the place of another one


def _between(
    facts: Facts, call: ast.Call, names: list[str], missing: list[str]
) -> Diagnosis | None:
    """`super().__init__(owner, balance)` of (owner, number, balance): `number` is missing."""
    needed = names[: len(call.args) + len(missing)]
    named = [name_of(each) for each in call.args]
    fitting = [
        places
        for places in itertools.combinations(range(len(needed)), len(call.args))
        if all(
            name not in needed or needed.index(name) == at
            for name, at in zip(named, places, strict=True)
        )
    ]
    if len(needed) > _MOST or len(fitting) != 1 or fitting[0] == tuple(range(len(call.args))):
        return None
    given = dict(zip(fitting[0], call.args, strict=True))
    absent = [name for at, name in enumerate(needed) if at not in given]
    at = next(each for each in range(len(call.args)) if each not in given)
    whole = [
        place.in_full(facts, given[at]) if at in given else _there(facts, name)
        for at, name in enumerate(needed)
    ]
    shown = place.shown(facts, call.func)
    values = (f"{shown}()", ", ".join(absent), place.shown(facts, call.args[at]), needed[at])
    if "..." in "".join(whole):
        return None
    if all(whole):
        instead = f"{shown}({', '.join(whole)})"
        return Diagnosis(Kind.ARGUMENT_BETWEEN, (*values, instead))
    return Diagnosis(Kind.ARGUMENT_BEFORE, values)


def name_of(node: ast.expr) -> str:
    """What it is called: a variable, an attribute, or what is under a key."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return key
    return ""


def _there(facts: Facts, name: str) -> str:
    """A parameter of that name, of the function that the call stands in; '' if it has none."""
    function = scope.function_around(facts)
    is_taken = function is not None and name in scope.parameters(function)
    return name if is_taken and function is not None and facts.function == function.name else ""


# -- one value for several


def _as_long(
    facts: Facts, call: ast.Call, names: list[str], missing: list[str]
) -> Diagnosis | None:
    """`super().__init__(side)` of (width, height), in the __init__ of a class that has no more to
    give."""
    function = scope.function_around(facts)
    if function is None or function.name != "__init__" or place.name_called(call) != "__init__":
        return None
    match call.args:
        case [*before, ast.Name(id=given) as last] if given not in names:
            pass
        case _:
            return None
    used = [each.id for arg in call.args for each in ast.walk(arg) if isinstance(each, ast.Name)]
    own = scope.parameters(function) - {function.args.args[0].arg if function.args.args else ""}
    first = names[len(before)]
    if not own <= set(used) or used.count(given) != 1 or given not in own:
        return None
    is_number = place.type_of(facts, last) in ("int", "float")
    if not is_number or not all(_is_measure(each, first) for each in missing):
        return None
    shown = [place.in_full(facts, each) for each in call.args] + [given] * len(missing)
    called = f"{place.shown(facts, call.func)}()"
    instead = f"{called[:-1]}{', '.join(shown)})"
    values = (called, ", ".join(missing), first, instead)
    return Diagnosis(Kind.ARGUMENT_ALIKE, values) if "..." not in instead else None


def _is_measure(one: str, other: str) -> bool:
    """Two of width, height and the like; or of side1, side2."""
    if {one, other} <= _MEASURES:
        return True
    stems = [re.sub(r"_?(?:\d|(?<=_)[a-cx-z])$", "", each) for each in (one, other)]
    return stems[0] == stems[1] and stems[0] in _SIDES


# -- what the others give


def _as_others(
    facts: Facts, call: ast.Call, names: list[str], missing: list[str]
) -> Diagnosis | None:
    """Other calls of the same give a value for this one."""
    at, called = names.index(missing[0]), ast.unparse(call.func)
    others = [
        each
        for each in place.every(facts, ast.Call)
        if each.lineno != call.lineno and ast.unparse(each.func) == called
        if place.is_by_place(each) and len(each.args) > at and _is_alike(facts, each, call)
    ]
    wrong = [
        each
        for each in place.every(facts, ast.Call)
        if ast.unparse(each.func) == called and len(each.args) <= at
        if each.lineno != call.lineno and missing[0] not in [e.arg for e in each.keywords]
    ]
    if not others or wrong or "super" in called or is_twofold(facts, called):
        return None
    near = min(others, key=lambda each: abs(each.lineno - call.lineno))
    what = place.in_full(facts, near.args[at])
    if "..." in what:
        return None
    values = (f"{place.shown(facts, call.func)}()", missing[0], near.lineno, what)
    return Diagnosis(Kind.ARGUMENT_AS, values)


def is_twofold(facts: Facts, called: str) -> bool:
    """Several have this name, and other calls may be of another one."""
    name = called.rpartition(".")[2]
    named = [
        each
        for each in place.every(facts, ast.stmt)
        if isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name == name
    ]
    return len(named) > 1


def _is_alike(facts: Facts, other: ast.Call, call: ast.Call) -> bool:
    """What both give is of the same types, as far as that is known: else it may be another one
    that is missing."""
    pairs = [
        (written_type(one), place.type_of(facts, two) or written_type(two))
        for one, two in zip(other.args, call.args, strict=False)
    ]
    numbers = ("int", "float")
    return all(
        not one or not two or one == two or one in numbers and two in numbers for one, two in pairs
    )


def written_type(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=value):
            return type(value).__name__
        case ast.JoinedStr():
            return "str"
        case ast.List() | ast.Dict() | ast.Set() | ast.Tuple():
            return type(node).__name__.lower()
    return ""


# -- a decorator with settings


def decorator(facts: Facts) -> Diagnosis | None:
    """`@retry` for `@retry()`: what it gives back has taken the place of the function, and waits
    for a function itself."""
    said, tree = _SAID.match(facts.message), place.tree_of(facts)
    if said is None or tree is None:
        return None
    inner = said[1].rpartition(".")[2]
    called = {place.name_called(each) for each in place.candidates(facts, ast.Call)}
    makers = {
        each.name: each
        for each in place.every(facts, ast.FunctionDef)
        if _gives(each, inner) and scope.plain_function(tree, each.name) is each
    }
    lines: dict[str, list[int]] = {}
    for function in place.every(facts, ast.FunctionDef):
        for each in function.decorator_list:
            if isinstance(each, ast.Name) and each.id in makers:
                if len(function.decorator_list) == 1:
                    lines.setdefault(each.id, []).append(each.lineno)
                    if function.name in called:
                        lines.setdefault("", []).append(each.lineno)
    names = [name for name, found in lines.items() if name and set(found) & {*lines.get("", [])}]
    if len(names) != 1:
        return None
    taken = makers[names[0]].args
    needs = len(taken.args) > len(taken.defaults)
    instead = f"@{names[0]}({'...' if needs else ''})"
    values = (names[0], taken.args[0].arg, ", ".join(map(str, lines[names[0]])), instead)
    return Diagnosis(Kind.DECORATOR_SETTINGS if needs else Kind.DECORATOR_EMPTY, values)


def _gives(maker: ast.FunctionDef, inner: str) -> bool:
    """It takes settings, and gives back a function of this name, which takes the function."""
    returned = [each.value for each in scope.in_scope(maker) if isinstance(each, ast.Return)]
    within = [e for e in maker.body if isinstance(e, ast.FunctionDef) and e.name == inner]
    is_given = len(returned) == 1 and returned[0] is not None and place.is_name(returned[0], inner)
    if not is_given or len(within) != 1 or not maker.args.args or maker.args.posonlyargs:
        return False
    first, taken = maker.args.args[0].arg, within[0].args
    if len(taken.args) != 1 or taken.vararg or taken.kwarg or taken.kwonlyargs:
        return False
    deeper = [e for e in within[0].body if isinstance(e, ast.FunctionDef)]
    is_decorator = any(scope.is_called(each, taken.args[0].arg) for each in deeper)
    return is_decorator and not scope.is_called(maker, first)
