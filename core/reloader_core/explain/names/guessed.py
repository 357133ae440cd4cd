"""A name that nothing has: which one was meant, by its letters or words, or that it is a text.
Pure."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.names import by_words, fitting

_SHORTEST = 4
"""To a shorter name, some of Python's own short names would always be near."""
_ALONE = ("pass", "break", "continue", "return")
_OF_JSON = {"true": "True", "false": "False", "null": "None"}
_OTHER_WORDS = {
    "nil": "None",
    "NULL": "None",
    "undefined": "None",
    "raw_input": "input",
    "xrange": "range",
    "elseif": "elif",
}


def misspelt(facts: Facts, name: str) -> Diagnosis | None:
    match place.statement(facts):
        case ast.Expr(value=ast.Name()) if meant := nearest(name, _ALONE):
            return Diagnosis(Kind.WORD_MISSPELT, (name, meant, facts.line))
    other = _OTHER_WORDS.get(name)
    if name in _OF_JSON:
        return Diagnosis(Kind.WORD_OF_JSON, (name, _OF_JSON[name]))
    among = facts.told.get("near", [])
    if len(name) < _SHORTEST or name.startswith("_"):
        among = [each for each in among if not hasattr(builtins, each)]
    near = other or nearest(name, among) or _only_fitting(facts, name, among)
    if near and (item := fitting.of_loop(facts, name, near)):
        return Diagnosis(Kind.NEAR_NAME, (name, item))
    if not near or not other and fitting.is_of_another_case(name, near):
        return None
    if not other and not fitting.fits(facts, name, near):
        return None
    return Diagnosis(Kind.NEAR_NAME, (name, near))


def _only_fitting(facts: Facts, name: str, among: list[str]) -> str:
    """Of several that are as near, the only one that may stand there: `return sume` means summe,
    and not sum()."""
    near = [each for each in among if nearest(name, [each])]
    fit = [
        each
        for each in near
        if not fitting.is_of_another_case(name, each) and fitting.fits(facts, name, each)
    ]
    meant = nearest(name, fit)
    is_farther = any(nearest(name, [meant, each]) == each for each in near if each != meant)
    return "" if is_farther else meant


def cut_off(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """The beginning of one that has its value by now."""
    around = scope.function_around(facts) if facts.function != "<module>" else None
    known = {each for each, line in scope.names_of(tree) if around or line < facts.line}
    if around is not None:
        known |= scope.parameters(around) | {each for each, _line in scope.names_of(around)}
    found = [each for each in known if len(name) > 2 and each.startswith(name)]
    if len(found) == 1:
        if item := fitting.of_loop(facts, name, found[0]):
            return Diagnosis(Kind.NEAR_NAME, (name, item))
        is_function = any(not isinstance(n, ast.Name) for _line, n in scope.bound(tree, found[0]))
        is_near = found[0] in facts.told.get("near_kinds", found)
        is_other = is_near and not fitting.fits(facts, name, found[0])
        if is_other or is_function != fitting.is_called(place.statement(facts) or tree, name):
            return Diagnosis(Kind.UNKNOWN_NAME, (name,))
        return Diagnosis(Kind.NEAR_NAME, (name, found[0]))
    return Diagnosis(Kind.UNKNOWN_NAME, (name,)) if found else None


def by_words_of(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    near = by_words.meant(facts, tree, name)
    return Diagnosis(Kind.NEAR_NAME, (name, near)) if near else None


def suggested(facts: Facts, name: str) -> Diagnosis | None:
    """By Python itself, where it is not known which names there are."""
    suggested = facts.told.get("suggested", "")
    if item := fitting.of_loop(facts, name, suggested):
        return Diagnosis(Kind.NEAR_NAME, (name, item))
    if _is_tied(facts, name, suggested):
        return None
    is_short = (len(name) < _SHORTEST or name.startswith("_")) and hasattr(builtins, suggested)
    is_fit = not is_short and fitting.fits(facts, name, suggested)
    is_fit = is_fit and bool(suggested) and not fitting.is_of_another_case(name, suggested)
    near = nearest(name, [suggested]) if is_fit else ""
    return Diagnosis(Kind.NEAR_NAME, (name, near)) if near else None


def _written(facts: Facts) -> set[str]:
    """The names that the text itself sets, where the line may see them."""
    tree, around = place.tree_of(facts), scope.function_around(facts)
    homes = [each for each in (tree, around) if each is not None]
    return {each for home in homes for each, _line in scope.names_of(home)}


def _is_tied(facts: Facts, name: str, suggested: str) -> bool:
    """Another name is as near, and may stand there as well."""
    others = {each for each in _written(facts) if not nearest(name, {suggested, each})}
    return any(fitting.fits(facts, name, each) for each in others - {suggested})


def _uses(tree: ast.Module, name: str) -> list[ast.Name]:
    return [each for each in ast.walk(tree) if isinstance(each, ast.Name) and each.id == name]


def meant_as_text(facts: Facts, tree: ast.Module, name: str) -> bool:
    """It stands in quotes in another line; and here it is given back where all else that the
    function gives back are texts, or compared with a text, and used for nothing else."""
    uses = _uses(tree, name)
    if not any(isinstance(e, ast.Constant) and e.value == name for e in ast.walk(tree)):
        return False
    texts = {id(each) for each in _for_texts(facts, tree)}
    return bool(uses) and all(id(each) in texts for each in uses)


def _for_texts(facts: Facts, tree: ast.Module) -> Iterator[ast.expr]:
    """What stands where only a text would be of use."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef():
                given = [e.value for e in scope.in_scope(node) if isinstance(e, ast.Return)]
                values = [one for each in given if each is not None for one in _either(each)]
                names = [each for each in values if isinstance(each, ast.Name)]
                others = [each for each in values if not isinstance(each, ast.Name)]
                if others and all(place.is_text(e) or isinstance(e, ast.JoinedStr) for e in others):
                    yield from names
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[right]):
                for one, other in ((left, right), (right, left)):
                    if place.type_of(facts, other) == "str":
                        yield one


def _either(node: ast.expr) -> Iterator[ast.expr]:
    """Both values of `one if ... else other`."""
    match node:
        case ast.IfExp(body=one, orelse=other):
            yield from _either(one)
            yield from _either(other)
        case _:
            yield node


def quotes(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """It stands where a text would, and nowhere else does the script use such a name."""
    if meant_as_text(facts, tree, name):
        return Diagnosis(Kind.QUOTES_FORGOTTEN, (name,))
    uses = _uses(tree, name)
    if len(uses) != 1:
        return None
    stem = name.rstrip("0123456789_")
    if stem != name and any(
        each.rstrip("0123456789_") == stem for each, _line in scope.names_of(tree)
    ):
        return Diagnosis(Kind.UNKNOWN_NAME, (name,))  # of player1, player2 the second was forgotten
    if "no text" in by_words.wants(tree, name):
        return None
    handlers = [each.type for each in ast.walk(tree) if isinstance(each, ast.ExceptHandler)]
    if any(each is not None and uses[0] in ast.walk(each) for each in handlers):
        return None
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=values):
                pass
            case ast.Compare(comparators=values):
                pass
            case ast.Subscript(slice=value) | ast.Assign(value=value):
                values = [value]
            case ast.List(elts=values) | ast.Tuple(elts=values) | ast.Set(elts=values):
                pass
            case ast.Dict(keys=keys, values=held):
                values = [*(key for key in keys if key is not None), *held]
            case _:
                continue
        if any(value is uses[0] for value in values):
            return Diagnosis(Kind.QUOTES_FORGOTTEN, (name,))
    return None
