"""A None that stands for a pattern which was not found. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import capitals, matched, one_sign, passed_over
from reloader_core.explain.causes.suspects import suspect
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def no_match(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """What re.match() and re.search() give, if they find nothing."""
    if isinstance(node, ast.Name) and (known := _unmatched(facts, node.id)) is not None:
        return known
    made = suspect(facts, node.id) if isinstance(node, ast.Name) else None
    match made:
        case ast.Assign(value=ast.Call(args=[*_, ast.Name() as given]) as call) if _is_unchanged(
            facts, given.id
        ):
            elsewhere = matched.found_elsewhere(facts, call, place.shown(facts, node))
            if elsewhere is not None:
                return elsewhere
    match made:
        case (
            ast.Assign(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re") as module, attr=function) as called
                )
            ) as found
        ) if function in ("match", "search", "fullmatch"):
            value = place.known(facts, module)
            if value is not None and value.type == "module":
                values = (place.shown(facts, node), f"{place.shown(facts, called)}()", found.lineno)
                return Diagnosis(Kind.NO_MATCH, values)
    return None


def _unmatched(facts: Facts, name: str) -> Diagnosis | None:
    """With the text that does not fit, and the line that the pattern stands in."""
    match found := suspect(facts, name):
        case ast.Assign(
            value=ast.Call(
                func=ast.Attribute(attr="match" | "search" | "fullmatch"), keywords=[]
            ) as call
        ):
            pass
        case _:
            return None
    pattern, given, flags = _pattern_of(facts, call)
    value = place.known(facts, given) if given is not None else None
    text = value.text if value is not None else None
    match given, pattern:
        case ast.Name(id=read), ast.Constant(value=str(written)) if text is not None:
            if not _is_unchanged(facts, read):
                return None
        case _:
            return None
    if not matched.is_search(call) and (flags or not matched.finds_nothing(written, text)):
        return None  # it may fit further on
    values = (name, found.lineno, repr(text), pattern.lineno)
    if not flags and (number := matched.without_point(facts, name, (call, pattern), text)):
        return number
    if not flags and (both := one_sign.either(facts, values, (call, pattern), text)):
        return both
    if not flags and (letters := capitals.either(facts, values, (call, pattern), text)):
        return letters
    begin = "" if matched.is_search(call) else matched.fits_so_far(written, text)
    is_one = _is_one_of_many(facts, found, read)
    if begin and begin != text:
        kind = Kind.TEXT_SKIPPED_FROM if is_one else Kind.TEXT_UNMATCHED_FROM
        return Diagnosis(kind, (*values, repr(begin)))
    if (over := passed_over.by_caller(facts, found, values)) is not None:
        return over
    return Diagnosis(Kind.TEXT_SKIPPED if is_one else Kind.TEXT_UNMATCHED, values)


def _is_one_of_many(facts: Facts, search: ast.Assign, text: str) -> bool:
    """A loop gives one text after the other, and looks at each in a line of its own."""
    for loop in place.every(facts, ast.For):
        if search in loop.body and place.covers(loop, facts.line):
            given = {each.id for each in ast.walk(loop.target) if isinstance(each, ast.Name)}
            above = loop.body[: loop.body.index(search)]
            made = scope.plain_stores(above, text)
            of_one = {e.id for m in made for e in ast.walk(m.value) if isinstance(e, ast.Name)}
            return text in given or bool(of_one & given)
    return False


def _pattern_of(
    facts: Facts, call: ast.Call
) -> tuple[ast.expr | None, ast.expr | None, list[ast.expr]]:
    """The pattern, the text and the flags."""
    match call:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="re") as module), args=[pattern, given, *flags]
        ) if place.type_of(facts, module) in ("", "module"):
            if isinstance(pattern, ast.Name):
                return origin.value(facts, pattern), given, flags
            return pattern, given, flags
        case ast.Call(func=ast.Attribute(value=ast.Name() as owner), args=[given]):
            match origin.value(facts, owner):
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr="compile"),
                    args=[pattern, *flags],
                ):
                    return pattern, given, flags
    return None, None, []


def _is_unchanged(facts: Facts, name: str) -> bool:
    """It is a parameter that nothing else gives a value, or got one at one place."""
    function = scope.function_around(facts)
    if function is not None and name in scope.parameters(function):
        return not scope.bindings(function, name)
    return origin.only_bound(facts, name) is not None
