"""Two values that a call gives in the place of each other: `line("Ann", 3)` where the other calls
say `line(3, "Ann")`, or where the names are those of the parameters. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NUMBERS = ("int", "float")
_COUNTED = ("positional argument", "keyword argument", "multiple values")
_ERRORS = ("TypeError", "ValueError", "AttributeError")


def earlier(facts: Facts, _found: Diagnosis) -> Diagnosis | None:
    """Of what cannot be calculated, joined or shown as it is."""
    if facts.told.get("type") not in _ERRORS or any(each in facts.message for each in _COUNTED):
        return None
    if sources.is_imported(facts) or not facts.is_innermost:
        return None
    turned = {
        (call, pair): (called, call, pair, names)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Name | ast.Attribute)
        for called, names, at in _parameters(facts, node)
        for call, pair in _turned(facts, node, called, names, at)
    }
    if len(turned) != 1:
        return None
    called, call, (at, other), names = next(iter(turned.values()))
    given = [place.in_full(facts, each) for each in call.args]
    shown = place.shown(facts, call.args[at]), place.shown(facts, call.args[other])
    given[at], given[other] = given[other], given[at]
    keywords = [f"{each.arg}={place.in_full(facts, each.value)}" for each in call.keywords]
    instead = f"{called}({', '.join(given + keywords)})"
    values = (call.lineno, f"{called}()", shown[0], names[at], shown[1], names[other], instead)
    return Diagnosis(Kind.ARGUMENTS_TURNED, values) if "..." not in str(values) else None


def _parameters(facts: Facts, node: ast.expr) -> Iterator[tuple[str, list[str], int]]:
    """What is called to give this name or attribute its value, which parameters can be given by
    their place, and which of them it is."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None or facts.function != function.name:
        return
    match node:
        case ast.Name(id=name):
            own = scope.class_around(facts, function)
            if own is None and scope.plain_function(tree, function.name) is not function:
                return
            if own is not None and function.name == "__init__":
                called, names = own.name, _taken(function)[1:]
            else:
                called, names = function.name, _taken(function)
            if own is None or called == own.name:
                if name in names and not scope.bindings(function, name):
                    yield called, names, names.index(name)
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            own = scope.class_around(facts, function)
            if own is not None and (kept := _kept(facts, own, attr)) is not None:
                yield own.name, *kept


def _taken(function: scope.Function) -> list[str]:
    return [each.arg for each in (*function.args.posonlyargs, *function.args.args)]


def _kept(facts: Facts, own: ast.ClassDef, attr: str) -> tuple[list[str], int] | None:
    """`self.price = price`, and nothing else gives the attribute a value."""
    init = [each for each in objects.methods(own) if each.name == "__init__"]
    stores = [
        each
        for each in place.every(facts, ast.Attribute)
        if each.attr == attr and not isinstance(each.ctx, ast.Load)
    ]
    if len(init) != 1 or len(stores) != 1:
        return None
    names = _taken(init[0])[1:]
    for node in scope.in_scope(init[0]):
        for target, value in scope.given_values(node):
            if target is stores[0] and isinstance(value, ast.Name) and value.id in names:
                if not scope.bindings(init[0], value.id):
                    return names, names.index(value.id)
    return None


def _turned(
    facts: Facts, node: ast.expr, called: str, names: list[str], at: int
) -> Iterator[tuple[ast.Call, tuple[int, int]]]:
    """Calls that give it the value that it has, with what is to stand in its place."""
    value, tree = place.known(facts, node), place.tree_of(facts)
    named = [each for each in place.every(facts, ast.Name) if each.id == called]
    calls = [each for each in place.every(facts, ast.Call) if each.func in named]
    is_known = tree is not None and len(scope.bindings(tree, called)) == 1
    if value is None or not is_known or len(calls) != len(named):
        return
    for call in calls:
        if at >= len(call.args) or any(isinstance(each, ast.Starred) for each in call.args):
            continue
        for other in range(min(len(call.args), len(names))):
            if other == at or not _is_line(facts, call):
                continue
            others = [each for each in calls if each is not call]
            by_kinds = _by_kinds(call, others, at, other) and _is_it(call.args[at], literal(value))
            by_kinds = by_kinds and _are_beside(call, names, at, other)
            if by_kinds or _by_names(facts, call, names, (at, other)):
                yield call, (min(at, other), max(at, other))


def _is_line(facts: Facts, call: ast.Call) -> bool:
    """All of it stands in one line."""
    return call.lineno == call.end_lineno


def _is_it(node: ast.expr, shown: str) -> bool:
    return isinstance(node, ast.Constant) and bool(shown) and repr(node.value) == shown


def _are_beside(call: ast.Call, names: list[str], at: int, other: int) -> bool:
    """Else one of the two may belong in between, or what stands there may be moved, too."""
    between = range(min(at, other) + 1, max(at, other))
    return all(place.last_name(call.args[each]) == names[each] for each in between)


def _by_kinds(call: ast.Call, others: list[ast.Call], at: int, other: int) -> bool:
    """A text and a number, where all other calls give a number and a text: one that stands above
    it, or several."""
    own = _kind(call.args[at]), _kind(call.args[other])
    if set(own) != {"text", "number"}:
        return False
    given = [
        (_kind(each.args[at]), _kind(each.args[other]), each.lineno)
        for each in others
        if len(each.args) > max(at, other)
    ]
    alike = [each for each in given if each[:2] == own[::-1]]
    is_above = any(each[2] < call.lineno for each in alike)
    return len(alike) == len(given) and (is_above or len(alike) > 1)


def _kind(node: ast.expr) -> str:
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return "number" if _kind(inner) == "number" else ""
        case ast.Constant(value=value) if type(value) in (int, float):
            return "number"
        case ast.Constant(value=str(text)) if not written.is_number("float", text):
            return "text"
    return ""


def _by_names(facts: Facts, call: ast.Call, names: list[str], pair: tuple[int, int]) -> bool:
    """`area(height, width)` of (width, height). Not where the function calls itself, and not where
    the line that failed works with both, so that it would fail all the same."""
    given = [place.last_name(call.args[each]) for each in pair]
    taken = [names[each] for each in pair]
    function = scope.function_around(facts)
    if function is None or any(each is call for each in ast.walk(function)):
        return False
    used = {
        place.last_name(each) for each in place.in_statement(facts) if isinstance(each, ast.expr)
    }
    is_word = all(len(each) > 2 for each in taken)
    return given == taken[::-1] and is_word and not set(taken) <= used
