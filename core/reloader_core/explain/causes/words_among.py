"""Words among the numbers that sum() adds up, as the name in a row of marks. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_NUMBERS = ("sum", "len", "max", "min", "sorted")


def in_sum(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """A text is told of that has no digit in it, so that no number is meant by it."""
    what, shown = call.args[0], place.shown(facts, call.args[0])
    match place.known(facts, what):
        case Value("list" | "tuple", (int(), [*told])):
            items = [value_from(each) for each in told]
        case _:
            return None
    words = [each for each in items if _is_word(each)]
    if not words and not any(each.type == "str" for each in items):
        return Diagnosis(Kind.SUM_OF_OTHERS, (shown, "str"))  # behind those that are told of
    if not words:
        return None
    text = literal(words[0])
    numbers = [each for each in items[1:] if each.type in ("int", "float")]
    if words == items[:1] and len(numbers) == len(items) - 1 > 0:
        if (first := _behind_first(facts, what, text)) is not None:
            return first
    return Diagnosis(Kind.SUM_WITH_WORD, (shown, text))


def _is_word(value: Value) -> bool:
    text = str(value.details[0]) if value.type == "str" and value.details else "0"
    return not any(each.isdigit() for each in text) and not written.is_number("float", text)


def _behind_first(facts: Facts, what: ast.expr, text: str) -> Diagnosis | None:
    shown = place.in_full(facts, what)
    if "..." in shown or not isinstance(what, ast.Name | ast.Attribute | ast.Subscript):
        return None
    if isinstance(what, ast.Name) and (given := _given(facts, what.id)) is not None:
        return Diagnosis(Kind.WORD_GIVEN, (shown, text, *given))
    around = scope.function_around(facts) or place.tree_of(facts)
    is_counted = around is not None and any(
        isinstance(each, ast.Call)
        and place.is_name(each.func, "len")
        and [ast.unparse(part) for part in each.args] == [ast.unparse(what)]
        for each in scope.in_scope(around)
    )
    values = (shown, text, f"sum({shown}[1:])")
    if is_counted:
        return Diagnosis(Kind.WORD_FIRST_COUNTED, (*values, f"len({shown}[1:])"))
    return Diagnosis(Kind.WORD_FIRST, values)


def _given(facts: Facts, name: str) -> tuple[int, str] | None:
    """The line with the only call that gives this parameter its row, and what to write there, if
    the function takes from the row nothing but its numbers."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None or sources.is_imported(facts):
        return None
    names = [each.arg for each in function.args.args]
    if name not in names or not _are_of_numbers(function, name):
        return None
    if scope.plain_function(tree, function.name) is not function:
        return None
    uses = [each for each in ast.walk(tree) if place.is_name(each, function.name)]
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and each.func in uses]
    at = names.index(name)
    if len(uses) != 1 or len(calls) != 1 or not place.is_by_place(calls[0]):
        return None
    given = calls[0].args
    if at >= len(given) or not isinstance(given[at], ast.Name | ast.Attribute | ast.Subscript):
        return None
    parts = [f"{place.in_full(facts, each)}{'[1:]' * (n == at)}" for n, each in enumerate(given)]
    instead = f"{function.name}({', '.join(parts)})"
    return (calls[0].lineno, instead) if "..." not in instead else None


def _are_of_numbers(function: scope.Function, name: str) -> bool:
    """Each use of the name is all that sum(), len() and the like get."""
    uses = [each for each in ast.walk(function) if place.is_name(each, name)]
    taken = [
        each.args[0]
        for each in ast.walk(function)
        if isinstance(each, ast.Call)
        and place.name_called(each) in _OF_NUMBERS
        and isinstance(each.func, ast.Name)
        and len(each.args) == 1
    ]
    return all(any(use is each for each in taken) for use in uses)
