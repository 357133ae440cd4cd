"""What is said of the line that failed, put where it came from: by what was found there. Pure but
for none.py."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from reloader_core.explain.causes import (
    begun_none,
    dropped,
    farther,
    got_nothing,
    in_place,
    kept_as_was,
    left_bounds,
    looped,
    misspelt_keys,
    never_true,
    nothing,
    objects,
    passed,
    reading,
    shared,
    sources,
    spelt_alike,
    taken_out,
    texts_as_numbers,
    twofold,
    unchanged,
    unending,
    unfound,
)
from reloader_core.explain.causes.made import COUNTERS
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NO_NUMBER = (
    *(Kind.INT_OF_TEXT, Kind.FLOAT_OF_TEXT, Kind.FLOAT_OF_COMMA, Kind.NUMBER_WITH_MORE),
    *(Kind.NUMBER_GROUPED, Kind.INT_OF_DECIMAL, Kind.COMMA_FOR_POINT),
)
_NO_KEY = (Kind.KEY_MISSING, Kind.NO_SUCH_KEY, Kind.NEAR_KEY, Kind.NO_KEY_IN)
_NOT_IN = (*(Kind.NOT_IN_LIST, Kind.NOT_IN_SET, Kind.NO_KEYS, Kind.KEY_MISSING, Kind.NEAR_KEY),)
_OUTSIDE = (*(Kind.INDEX_TOO_LARGE, Kind.INDEX_OUTSIDE, Kind.GRID_OUTSIDE, Kind.COUNTED_TOO_FAR),)
_EMPTY = (
    *(Kind.EMPTY_ITEMS, Kind.EMPTY_POP, Kind.EMPTY_TAKEN, Kind.EMPTY_CHOICE, Kind.EMPTY_MOST),
    *(Kind.ZERO_LENGTH, Kind.EMPTIED, Kind.NO_DATA),
)
_MISSING_FILES = (
    *(Kind.FILE_BELOW, Kind.FILE_BELOW_MADE, Kind.FILE_BELOW_FOLDER, Kind.FILE_MISSING),
)
_ZERO = (Kind.ZERO_DIVISION, Kind.ZERO_COUNTED)
_UNSET = (
    *(Kind.NO_BRANCH, Kind.NO_BRANCH_FOR, Kind.NOT_SET_YET, Kind.LOCAL_NOT_COME),
    *(Kind.NOT_COME_IN_LOOP, Kind.NOT_COME_PRINTED),
)
_COUNTED = (Kind.TOO_MANY, Kind.TOO_FEW, Kind.UNKNOWN_KEYWORD)


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of what would be said of the line that failed."""
    return next((each for each in _said(facts, found) if each is not None), None)


def _said(facts: Facts, found: Diagnosis) -> Iterator[Diagnosis | None]:
    yield from _of_values(facts, found)
    yield from _of_calls(facts, found)
    yield from _of_items(facts, found)


def _of_values(facts: Facts, found: Diagnosis) -> Iterator[Diagnosis | None]:
    """What is no number, empty, 0 or None."""
    kind = found.kind
    if kind in _NO_NUMBER:
        yield dropped.text_method(facts, is_key=False)
    if kind in (*_NO_NUMBER, Kind.NUMBER_OF_NOTHING):
        yield looped.text_left(facts, is_empty=kind is Kind.NUMBER_OF_NOTHING)
    if kind in _NO_KEY:
        yield dropped.text_method(facts, is_key=True)
    if kind in (Kind.UNPACK_COUNTS, Kind.UNPACK_INNER):
        if facts.message.startswith("too many values"):
            yield _of(facts, _unpacked(facts), shared.default, shared.by_class)
    if kind in (*_OUTSIDE, *_EMPTY, Kind.NOT_IN_LIST):
        yield from _of_places(facts, found)
    if kind in _EMPTY:
        what = str(found.values[1 if kind in (Kind.ZERO_LENGTH, Kind.NO_DATA) else 0])
        yield looped.always_true(facts, what)
        yield _of(facts, _named(facts, what), dropped.local_only)
    if kind is Kind.ZERO_COUNTED:
        yield never_true.of_count(facts, str(found.values[0]), int(found.values[2]))
    if kind is Kind.ZERO_DIVISION:
        yield never_true.of_sum(facts, str(found.values[0]))
    if kind in _ZERO:
        yield _of(
            facts,
            _named(facts, str(found.values[0])),
            dropped.not_stored,
            dropped.local_only,
        )
    if (node := _named(facts, nothing.named(found))) is not None:
        yield kept_as_was.of_none(facts, node)
        yield from _of_none(facts, node)
    if kind is Kind.NO_RETURN_HERE:
        yield _of(facts, _named(facts, str(found.values[0])), kept_as_was.of_none)
    if kind is Kind.NONE_BEHIND_LAST:
        yield _of(facts, _named(facts, str(found.values[0])), nothing.at_end)
    if kind is Kind.NONE_FROM_INIT:
        yield _begun(facts, found)


def _of_calls(facts: Facts, found: Diagnosis) -> Iterator[Diagnosis | None]:
    """What is formatted, opened, called again and again, or not set."""
    kind = found.kind
    is_text = kind is Kind.FORMAT_OF_TEXT or "str" in found.values
    if kind in (Kind.FORMAT_CODE, Kind.FORMAT_OF_TEXT, Kind.PERCENT_OF_OTHER) and is_text:
        yield farther.number_shown(facts, found)
    if kind in _MISSING_FILES:
        yield farther.listed(facts, str(found.values[0]))
    if kind is Kind.RECURSION:
        yield passed.of_text(facts, found)
        yield passed.goes_on(facts, found)
        yield unending.always(facts, found)
        yield unchanged.handed_on(facts, found)
        yield passed.past_end(facts, found)
    if kind in _UNSET:
        yield farther.unset_by_type(facts, str(found.values[0]))


def _of_items(facts: Facts, found: Diagnosis) -> Iterator[Diagnosis | None]:
    """What is not in a list or dictionary, or what is no list."""
    kind = found.kind
    if kind in _NOT_IN:
        yield taken_out.surely(facts, found)
    if kind is Kind.NOT_IN_LIST:
        yield farther.near_in_list(facts, found)
    if kind in (Kind.NOT_IN_LIST, Kind.NOT_IN_SET):
        yield taken_out.perhaps(facts, found)
    if kind is Kind.NEAR_KEY:
        yield misspelt_keys.where(facts, found)
    if kind is Kind.OTHER_KEY_TYPE:
        yield farther.typed_key(facts)
    if kind in (Kind.NO_LENGTH, Kind.NOT_SEVERAL, Kind.ITERATED_NUMBER, Kind.NUMBER_ITEM):
        at = 1 if kind is Kind.NOT_SEVERAL else 0
        yield _of(facts, _named(facts, str(found.values[at])), farther.overwritten)
    if kind is Kind.INDEX_IS_TEXT and found.values[1:] == ("str", "str"):
        yield farther.overwritten_key(facts)
        yield looped.no_table(facts)
    if kind in (Kind.INDEX_IS_TEXT, Kind.INDEX_TO_NUMBER):
        yield looped.enumerate_turned(facts)
    if kind in _COUNTED:
        yield twofold.own_function(facts)
    if kind is Kind.LENGTH_OF_FLOW:
        yield _flow(facts, str(found.values[0]))
    if kind is Kind.ITERATED_NUMBER:
        yield _count(facts, str(found.values[0]))
    if kind in (Kind.TEXTS_CALCULATED, Kind.TEXT_TAKEN_OUT):
        yield texts_as_numbers.as_dates(facts, found)


def _of(
    facts: Facts,
    node: ast.expr | None,
    *causes: Callable[[Facts, ast.expr], Diagnosis | None],
) -> Diagnosis | None:
    found = (each(facts, node) for each in causes) if node is not None else ()
    return next((each for each in found if each is not None), None)


def _named(facts: Facts, shown: str) -> ast.expr | None:
    return place.shown_as(facts, shown, ast.Call)


def _unpacked(facts: Facts) -> ast.expr | None:
    match place.statement(facts):
        case ast.Assign(value=value):
            return value
    return None


def _of_places(facts: Facts, found: Diagnosis) -> Iterator[Diagnosis | None]:
    """A list that is shorter than it was meant to be, or a number that is larger."""
    if found.kind in _OUTSIDE:
        yield looped.late(facts)
        yield looped.one_name(facts)
    at = 1 if found.kind in (Kind.EMPTY_MOST, Kind.ZERO_LENGTH, Kind.NO_DATA) else 0
    node = _named(facts, str(found.values[at]))
    if found.kind not in (Kind.EMPTY_POP, Kind.EMPTIED):
        yield _of(facts, node, shared.two_names)
    if found.kind in _EMPTY:
        yield _of(facts, node, never_true.of_list, farther.parameter_replaced, shared.rows)
        yield _of(facts, node, spelt_alike.empty, left_bounds.empty)
    if found.kind is Kind.INDEX_OUTSIDE:
        yield _sorted(facts, str(found.values[0]))
    if found.kind is Kind.NOT_IN_LIST and node is not None:
        yield twofold.comma_between(facts, node, str(found.values[1]))
    is_next = found.kind is Kind.INDEX_TOO_LARGE and found.values[1] == found.values[2]
    if is_next or found.kind is Kind.COUNTED_TOO_FAR:
        yield _of(facts, node, twofold.comma_between)


def _of_none(facts: Facts, node: ast.expr) -> Iterator[Diagnosis | None]:
    tree = place.tree_of(facts)
    if tree is not None:
        yield dropped.by_wrapper(facts, tree, node)
    yield dropped.begun_by_get(facts, node)
    yield dropped.local_only(facts, node)
    yield begun_none.first_round(facts, node)
    yield begun_none.total(facts, node)
    yield nothing.got_by_function(facts, node)
    yield got_nothing.by_function(facts, node)
    yield unfound.by_call(facts, node)
    yield nothing.searched(facts, node)
    yield nothing.at_end(facts, node)
    made = sources.only(facts, node, "NoneType")
    match made.node if made is not None else None:
        case ast.Call(func=ast.Attribute(value=owner, attr=method)) as call if (
            method in in_place.CHANGE
            and made is not None
            and made.steps[0].is_statement
            and not in_place.is_own_method(facts, method)
        ):
            match made.steps[0].statement:
                case ast.Return() as back if isinstance(owner, ast.Name | ast.Attribute):
                    changed = place.shown(facts, owner)
                    values = (place.shown(facts, node), method, back.lineno, changed)
                    yield Diagnosis(Kind.RETURNED_IN_PLACE, values)
                case ast.Assign(targets=[ast.Name() | ast.Attribute() as target]):
                    node = target
            if isinstance(owner, ast.Name | ast.Attribute):
                yield in_place.by_change(facts, node, call.lineno, method, [owner, *call.args])
    yield nothing.given(facts, node)


def _begun(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`self.items = None`, into which something is to be put."""
    what, line, attribute = str(found.values[0]), found.values[1], str(found.values[2])
    begin = {"append": "[]", "extend": "[]", "add": "set()"}.get(attribute, "")
    if objects.methods_named(facts, attribute):
        return None  # an object of the script's may be meant, as a branch of a tree
    if not _is_empty_else(facts, what.rpartition(".")[2]):
        return None  # what fills it has not been called
    values = (what, "NoneType", line, f"{what} = {begin}")
    return Diagnosis(Kind.MADE_AS, values) if begin else None


def _is_empty_else(facts: Facts, attribute: str) -> bool:
    """What the other lines give this attribute is empty, too."""
    return all(
        ast.unparse(each.value) in ("None", "[]", "list()", "set()")
        for each in place.every(facts, ast.Assign)
        if isinstance(each.targets[0], ast.Attribute) and each.targets[0].attr == attribute
    )


def _sorted(facts: Facts, shown: str) -> Diagnosis | None:
    """`sorted(pairs)[-1]`, of what has been gone through before."""
    match _named(facts, shown):
        case ast.Call(func=ast.Name(id="sorted" | "list" | "tuple"), args=[ast.Name() as items]):
            return reading.used_up(facts, items)
    return None


def _flow(facts: Facts, what: str) -> Diagnosis | None:
    """len() of what gives its items one by one, and is needed elsewhere, too."""
    node = _named(facts, what)
    made = origin.assigned(facts, node) if node is not None else None
    if node is None or made is None:
        return None
    if (used := reading.used_up(facts, node)) is not None:
        return used
    if _is_endless(facts, made.value):
        return Diagnosis(Kind.NO_LENGTH, (what, "generator"))
    value = place.in_full(facts, made.value)
    if isinstance(made.value, ast.GeneratorExp):
        value = value.removeprefix("(").removesuffix(")")
    values = (what, made.lineno, f"{what} = list({value})")
    return Diagnosis(Kind.FLOW_LENGTH, values) if "..." not in value else None


def _is_endless(facts: Facts, made: ast.expr) -> bool:
    """A function of the script's with `while True`, of which a list would never be complete."""
    match made:
        case ast.Call(func=ast.Name(id=name)):
            function = scope.plain_function(place.tree_of(facts), name)
        case _:
            return False
    nodes = list(scope.in_scope(function)) if function is not None else []
    if any(isinstance(each, ast.Break | ast.Return) for each in nodes):
        return False
    return any(
        isinstance(each, ast.While)
        and isinstance(each.test, ast.Constant)
        and any(isinstance(inner, ast.Yield) for inner in ast.walk(each))
        for each in nodes
    )


_COUNTS = ("count", "number", "amount", "length", "size", "how_many", "num_", "_num", "total")


def _count(facts: Facts, what: str) -> Diagnosis | None:
    """A loop through what a function has counted."""
    node = _named(facts, what)
    made = sources.only(facts, node, "int") if node is not None else None
    if made is None or not isinstance(made.steps[0].statement, ast.Return):
        return None
    if _is_meant_as_count(facts, made):
        return None
    match made.node:
        case ast.Call(func=ast.Name(id="len"), args=[counted]):
            values = (what, made.line, f"return {place.shown(facts, counted)}")
            return Diagnosis(Kind.COUNT_RETURNED, values)
    return None


def _is_meant_as_count(facts: Facts, made: sources.Source) -> bool:
    """By its name, by the loop, which counts, or as another line uses that number, too."""
    function = made.steps[0].names[0][1].removesuffix("()") if made.steps[0].names else ""
    calls = [e for e in place.every(facts, ast.Call) if place.name_called(e) == function]
    if len(calls) != 1 or any(word in function.lower() for word in _COUNTS):
        return True
    match place.statement(facts):
        case ast.For(target=ast.Name(id=name)):
            return name in COUNTERS
    return False
