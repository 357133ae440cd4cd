"""A call in a loop that gives a function all that the loop goes through, where the function works
with one of it: `for each in rows: show(rows)`. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core.explain.causes import listed_texts, one_of_many, sources
from reloader_core.explain.causes.one_of_many import Part
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DEEPEST = 4
_ERRORS = ("TypeError", "ValueError", "AttributeError", "KeyError")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


@dataclass(frozen=True, slots=True)
class _Loop:
    """`part`: which part of what it goes through the name is; `instead`: how that is written."""

    line: int
    names: frozenset[str]
    instead: str
    part: Part


def in_loop(facts: Facts) -> Diagnosis | None:
    """The parameter fails that has got the whole, and one of it would not."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if facts.told.get("type") not in _ERRORS or facts.is_raised or tree is None:
        return None
    if function is None or facts.function != function.name:
        return None
    for node in _parameters(facts, function):
        for call, given, loop in _given(facts, tree, function, node.id, _DEEPEST):
            if one_of_many.would_do(facts, function, node, loop.part):
                called = f"{place.last_name(call.func)}()"
                instead = _instead(facts, call, given, loop.instead)
                values = (call.lineno, called, place.in_full(facts, given), loop.line)
                whole = (*values, loop.instead, instead)
                return Diagnosis(Kind.WHOLE_GIVEN, whole) if instead else None
    return None


def _parameters(facts: Facts, function: scope.Function) -> list[ast.Name]:
    """Those that the line uses, each once."""
    taken = scope.parameters(function)
    found = {
        node.id: node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Name)
        and node.id in taken
        and not scope.bindings(function, node.id)
        and place.value_named(facts, node) is not None
    }
    return list(found.values())


def _given(
    facts: Facts, tree: ast.Module, function: scope.Function, name: str, deepest: int
) -> Iterator[tuple[ast.Call, ast.expr, _Loop]]:
    """The only call that gives the parameter what its own loop goes through; also from one
    function to the next. Of the others, none may have given a whole as well."""
    calls = sources.calls_of(facts, tree, function)
    given = [(call, sources.argument(function, call, name)) for call in calls]
    whole = [
        (call, each, loops)
        for call, each in given
        if each is not None and (loops := list(_loops_over(tree, call, each)))
    ]
    others = [each for call, each in given if all(call is not one[0] for one in whole)]
    if len(whole) == 1 and all(_is_single(tree, each) for each in others):
        call, what, loops = whole[0]
        yield from ((call, what, loop) for loop in loops)
    elif not whole and len(calls) == 1 and deepest:
        home = scope.home_of(tree, calls[0])
        handed_on = given[0][1]
        if isinstance(home, scope.Function) and isinstance(handed_on, ast.Name):
            own = handed_on.id
            if own in scope.parameters(home) and not scope.bindings(home, own):
                yield from _given(facts, tree, home, own, deepest - 1)


def _is_single(tree: ast.Module, given: ast.expr | None) -> bool:
    """Written out, or what a loop gives."""
    match given:
        case ast.Constant() | ast.Dict() | ast.JoinedStr():
            return True
        case ast.Name(id=name):
            return any(
                isinstance(each, ast.For | ast.comprehension) and place.is_name(each.target, name)
                for each in ast.walk(tree)
            )
    return False


# -- the loop around a call


def _loops_over(tree: ast.Module, call: ast.Call, given: ast.expr) -> Iterator[_Loop]:
    """Those that go through just this, from the inside out, and whose names the call does not
    use: where it does, the whole is meant besides."""
    if not isinstance(given, ast.Name | ast.Attribute | ast.Subscript):
        return
    used = {each.id for each in ast.walk(call) if isinstance(each, ast.Name)}
    for line, target, items, inside in _around(tree, call):
        names = frozenset(e.id for e in ast.walk(target) if isinstance(e, ast.Name))
        if not names & _stored(inside):
            for instead, part in _parts(target, items, given):
                if not names & used:
                    yield _Loop(line, names, instead, part)


def _around(
    tree: ast.Module, call: ast.Call
) -> Iterator[tuple[int, ast.expr, ast.expr, list[ast.AST]]]:
    """Line, names and source of each loop that the call stands in, and what it repeats."""
    home = scope.home_of(tree, call) or tree
    for node in reversed(list(ast.walk(home))):
        if isinstance(node, ast.For) and _holds(node.body, call):
            yield node.lineno, node.target, node.iter, list(node.body)
        if isinstance(node, _COMPREHENSIONS):
            made = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            for each in node.generators:
                if _holds([*made, *each.ifs], call):
                    yield node.lineno, each.target, each.iter, [*made]


def _holds(nodes: list[ast.stmt] | list[ast.expr], call: ast.Call) -> bool:
    return any(call is inner for each in nodes for inner in ast.walk(each))


def _stored(nodes: list[ast.AST]) -> set[str]:
    """The names that get another value inside."""
    return {
        each.id
        for node in nodes
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _parts(target: ast.expr, items: ast.expr, given: ast.expr) -> Iterator[tuple[str, Part]]:
    """What the loop has of the whole, by its name."""
    match target, items:
        case ast.Name(id=name), ast.Call(
            func=ast.Name(id="range"),
            args=[ast.Call(func=ast.Name(id="len"), args=[counted])],
        ) if _is_same(counted, given):
            yield f"{ast.unparse(given)}[{name}]", Part.ITEM
        case ast.Tuple(elts=[_, ast.Name(id=name)]), ast.Call(
            func=ast.Name(id="enumerate"), args=[inner, *_]
        ) if _is_same(inner, given):
            yield name, Part.ITEM
        case ast.Tuple(elts=targets), ast.Call(func=ast.Name(id="zip"), args=several):
            for each, one in zip(targets, several, strict=False):
                if _is_same(one, given) and isinstance(each, ast.Name):
                    yield each.id, Part.ITEM
        case ast.Tuple(elts=[ast.Name(id=key), ast.Name(id=value)]), ast.Call(
            func=ast.Attribute(value=owner, attr="items"), args=[]
        ) if _is_same(owner, given):
            yield value, Part.VALUE
            yield key, Part.ITEM
        case ast.Tuple(elts=[_, ast.Name(id=row)]), ast.Call(
            func=ast.Attribute(value=owner, attr="iterrows"), args=[]
        ) if _is_same(owner, given):
            yield row, Part.ROW
        case ast.Name(id=row), ast.Call(func=ast.Attribute(value=owner, attr=method)) if (
            _is_same(owner, given) and method in _OF_METHODS
        ):
            yield row, _OF_METHODS[method]
        case ast.Name(id=name), _ if _is_same(_unwrapped(items), given):
            yield name, Part.ITEM


_OF_METHODS = {"values": Part.VALUE, "keys": Part.ITEM, "itertuples": Part.ROW}


def _unwrapped(items: ast.expr) -> ast.expr:
    """Of `sorted(rows)` and `rows[1:]`, the rows."""
    match items:
        case ast.Call(func=ast.Name(id="sorted" | "reversed" | "list"), args=[inner]):
            return inner
        case ast.Subscript(value=inner, slice=ast.Slice()):
            return inner
    return items


def _is_same(one: ast.expr, other: ast.expr) -> bool:
    return ast.unparse(one) == ast.unparse(other)


def _instead(facts: Facts, call: ast.Call, given: ast.expr, one: str) -> str:
    """The call with one of them, '' where it stands in several lines."""
    if call.lineno != call.end_lineno:
        return ""
    return listed_texts.replaced(facts, call, given, one)
