"""Two lists that are drawn together and are not of the same length: the one that is written out,
where the other one fits what else it is drawn with. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Pair = tuple[ast.expr, int]
_DRAWS = ("plot", "scatter", "bar", "barh", "step", "stem", "semilogy", "semilogx", "loglog")


def of_plot(facts: Facts, call: ast.Call, first: _Pair, second: _Pair) -> Diagnosis | None:
    """`plot(months, rain)`, where `plot(months, sun)` is drawn as well."""
    fitting = [
        found
        for odd, other in ((first, second), (second, first))
        if (found := _unlike(facts, call, odd, other)) is not None
    ]
    return fitting[0] if len(fitting) == 1 else None


def _unlike(facts: Facts, call: ast.Call, odd: _Pair, other: _Pair) -> Diagnosis | None:
    tree, around = place.tree_of(facts), scope.function_around(facts) or place.tree_of(facts)
    line = _written(facts, odd)
    if tree is None or around is None or not line or not isinstance(other[0], ast.Name):
        return None
    name = other[0].id
    if _is_changed(tree, name) or _is_changed(tree, ast.unparse(odd[0])):
        return None
    if origin.only_bound(facts, name) is None:
        return None
    for drawn in scope.in_scope(around):
        if not isinstance(drawn, ast.Call) or drawn is call or len(drawn.args) < 2:
            continue
        if place.name_called(drawn) not in _DRAWS:
            continue
        pair = drawn.args[:2]
        with_it = [each for each in pair if not place.is_name(each, name)]
        if len(with_it) == 1 and not place.is_name(with_it[0], ast.unparse(odd[0])):
            if _is_made_of(around, with_it[0], name):
                continue  # whatever length that one has
            if _has_as_many(facts, around, drawn, with_it[0], other[1]):
                values = (ast.unparse(odd[0]), line, odd[1], name, other[1])
                shown = place.shown(facts, with_it[0])
                return Diagnosis(Kind.WRITTEN_UNLIKE, (*values, shown, drawn.lineno))
    return None


def _is_made_of(around: ast.AST, node: ast.expr, name: str) -> bool:
    """`[model(t) for t in minutes]`, or by a loop over them, with other names between: it has as
    many whatever is right."""
    made = [each for each in scope.in_scope(around) if isinstance(each, ast.Assign | ast.For)]
    names: set[str] = set()
    more = _names(node)
    while not more <= names:
        names |= more
        more = {other for each in made if _given(each) & names for other in _names(each)}
    return name in names


def _given(node: ast.Assign | ast.For) -> set[str]:
    """What it may have given a value, or put something into."""
    if isinstance(node, ast.For):
        return _names(node)
    return {name for target in node.targets for name in _names(target)}


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _written(facts: Facts, pair: _Pair) -> int:
    """The line that gives the name its list; 0 if it is not written out."""
    made = origin.assigned(facts, pair[0])
    match made.value if made is not None else None:
        case (
            ast.List(elts=elements)
            | ast.Call(func=ast.Attribute(attr="array"), args=[ast.List(elts=elements), *_])
        ):
            is_plain = not any(isinstance(each, ast.Starred) for each in elements)
            is_it = made is not None and is_plain and len(elements) == pair[1]
            return made.lineno if made is not None and is_it else 0
    return 0


def _is_changed(tree: ast.Module, name: str) -> bool:
    """Something is asked of it that may make it longer or shorter."""
    return scope.is_asked(tree, name) or any(
        isinstance(each, ast.AugAssign | ast.Delete)
        and any(place.is_name(part, name) for part in ast.walk(each))
        for each in ast.walk(tree)
    )


def _has_as_many(
    facts: Facts, around: ast.AST, drawn: ast.Call, node: ast.expr, length: int
) -> bool:
    """It has been drawn by then, or is written out, too."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return False
    if _written(facts, (node, length)):
        return True
    return any(drawn in ast.walk(each) for each in origin.ran_before(facts, around)) and not any(
        isinstance(each, ast.If | ast.Try | scope.Function) and drawn in ast.walk(each)
        for each in ast.walk(around)
        if each is not around
    )
