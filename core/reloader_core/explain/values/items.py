"""An index or an item that is not there. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import made, none, objects, reading, spent, uncalled, walks
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import (
    arguments,
    bounds,
    empty_lines,
    from_one,
    grids,
    guards,
    late,
    letters,
    puts,
    records,
    rounds,
    shifted,
    tuple_puts,
    typed_places,
    written_places,
)

_FLOWS = (
    *("map", "filter", "zip", "generator", "enumerate", "reversed"),
    *("dict_keys", "dict_values", "dict_items", "list_reverseiterator", "callable_iterator"),
    *("_csv.reader", "DictReader", "_io.TextIOWrapper", "TextIOWrapper", "csv.DictReader"),
    *("list_iterator", "posix.ScandirIterator", "nt.ScandirIterator"),
)
_HOLD = ("list", "dict", "tuple", "set", "frozenset", "type")
"""list[int] and the like say what is in them."""
_SEQUENCES = ("list", "tuple", "str", "bytes")


def index_too_large(facts: Facts) -> Diagnosis | None:
    if facts.message.startswith("pop "):
        return _pop(facts)
    nodes = place.candidates(facts, ast.Subscript)
    if not nodes or not facts.message.endswith("index out of range"):
        return None
    if len(nodes) == 1:
        return _too_large(facts, nodes[0])
    wrong = [node for node in nodes if _is_inside(facts, node) is False]
    open_ones = [node for node in nodes if _is_inside(facts, node) is None]
    if len({place.shown(facts, node) for node in wrong}) != 1 or any(
        wrong[0] not in ast.walk(node) for node in open_ones
    ):
        return None
    return _too_large(facts, wrong[0])


def _is_inside(facts: Facts, node: ast.Subscript) -> bool | None:
    """None: it is not known."""
    owner, index = place.known(facts, node.value), place.whole_number(facts, node.slice)
    if owner is not None and owner.type == "dict":
        return True  # that would be another error
    if owner is None or owner.type not in _SEQUENCES or owner.length is None or index is None:
        return None
    return -owner.length <= index < owner.length


def _too_large(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    match node.value:
        case ast.Attribute(value=ast.Name(id="sys"), attr="argv"):
            index = place.known(facts, node.slice)
            module = facts.names.get("sys")
            if index is not None and index.number and module and module.value.type == "module":
                of_file = arguments.of_file(facts, node, index.number)
                known_ = of_file or arguments.of_number(facts, node, index.number)
                return known_ or Diagnosis(Kind.NO_ARGUMENT, (index.number,))
            return None
    known = reading.parts_missing(facts, node) or grids.outside_grid(facts, node)
    if known is not None and known.kind in (Kind.SPLIT_BLANK, Kind.ROW_EMPTY):
        return empty_lines.passed_over(facts, node.value, known)
    if known is not None:
        return known
    owner = place.known(facts, node.value)
    if owner is None or owner.type not in _SEQUENCES or owner.length is None:
        return _outside(facts, node) if owner is None else None
    what = place.shown(facts, node.value)
    is_put = isinstance(node.ctx, ast.Store) and isinstance(place.statement(facts), ast.Assign)
    if owner.length == 0 and owner.type == "list" and is_put and _is_filled_here(facts, node.value):
        return Diagnosis(Kind.LIST_PUT, (what,))
    if owner.length == 0:
        why = reading.read_before(facts, node.value) or spent.stayed_empty(facts, node.value)
        why = why or rounds.emptied(facts, node.value)
        return why or Diagnosis(Kind.EMPTY_ITEMS, (what, owner.type))
    if _is_item_of(facts, node):
        return rounds.item_for_place(facts, node)
    number = place.whole_number(facts, node.slice)
    if (counted := from_one.counted(facts, node, owner.length)) is not None:
        return counted
    if number is None:
        return walks.by_other_length(facts, node, owner.length, None) or _outside(facts, node)
    if -owner.length <= number < owner.length:
        return None
    why = _why_too_large(facts, node, owner.length, number)
    if why is not None:
        return why
    if "..." in what:
        return _outside(facts, node)
    last = f"{what}[{owner.length - 1}]"
    return Diagnosis(Kind.INDEX_TOO_LARGE, (what, owner.length, number, last))


def _why_too_large(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """Where the index comes from, if that is seen."""
    found = (
        puts.behind(facts, node, length, number)
        or guards.lets_through(facts, node, length, number)
        or rounds.partner_lacks(facts, node, length, number)
        or rounds.counted_too_far(facts, node, length, number)
        or late.other_length(facts, node, length, number)
        or _by_walk(facts, node, length, number)
    )
    if found is None and number == length:
        found = (
            typed_places.of_list(facts, node, number)
            or written_places.counted(facts, node, length, number)
            or rounds.counted_past(facts, node, number)
            or made.random_length(facts, node)
        )
    found = found or bounds.too_far(facts, node, length, number)
    found = found or shifted.past_end(facts, node, length, number)
    return found or written_places.too_far(facts, node, length, number)


def _is_filled_here(facts: Facts, items: ast.expr) -> bool:
    """Some line begins it as an empty list, and none puts something in otherwise, which then has
    not run."""
    name, begins = ast.unparse(items), False
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Assign(targets=[target], value=value) if ast.unparse(target) == name:
                if ast.unparse(value) not in ("[]", "list()"):
                    return False
                begins = True
            case ast.Attribute(value=owner, attr="append" | "extend" | "insert"):
                if ast.unparse(owner) == name:
                    return False
            case ast.AugAssign(target=target) if ast.unparse(target) == name:
                return False
    return begins


def _by_walk(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    if length == 1 and (ended := walks.ended_in_round(facts, node.value)) is not None:
        return ended
    return walks.by_other_length(facts, node, length, number) if number >= length else None


def _outside(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """What the message says, where its numbers are not known."""
    is_said = re.fullmatch(
        r"(?:list|tuple|string)(?: assignment)? index out of range", facts.message
    )
    calls = place.candidates(facts, ast.Call) if facts.span is None else []
    if is_said is None or any(place.builtin_called(facts, each) != "print" for each in calls):
        return None
    return Diagnosis(Kind.INDEX_OUTSIDE, (place.shown(facts, node.value),))


def _pop(facts: Facts) -> Diagnosis | None:
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr="pop")):
                value = place.known(facts, owner)
                if value is not None and value.type == "list" and value.length == 0:
                    emptied = spent.in_vain(facts, owner) or rounds.emptied(facts, owner)
                    return emptied or Diagnosis(Kind.EMPTY_POP, (place.shown(facts, owner),))
    return None


_SAID_OF = (  # the types of what stands before the brackets and in them; from 3.8 on
    re.compile(r"'([\w.]+)' object (?:is not subscriptable|does not support item)"),
    re.compile(
        r"(list|tuple|string) ind(?:ices|ex) must be integers(?: or slices)?(?:, not '?([\w.]+)'?)?"
    ),
)


def _said_of(facts: Facts) -> tuple[str, str]:
    """'' for what is not said."""
    for pattern in _SAID_OF:
        if said := pattern.match(facts.message):
            index = said[2] if pattern.groups > 1 else ""
            return said[1].replace("string", "str"), index or ""
    return "", ""


def wrong_item(facts: Facts) -> Diagnosis | None:
    """A TypeError at [...]."""
    nodes = place.candidates(facts, ast.Subscript)
    if "does not support item" in facts.message:  # what is given to, and not what is read
        nodes = [node for node in nodes if isinstance(node.ctx, ast.Store | ast.Del)]
    said_type, said_index = _said_of(facts)
    nodes = [node for node in nodes if _fits(facts, node, said_type, said_index)]
    if len(nodes) != 1 or not said_type:
        return None
    node = nodes[0]
    if isinstance(node.ctx, ast.Store | ast.Del):
        return _not_put(facts, node, said_type, said_index)
    if said_type in _SEQUENCES and not isinstance(node.slice, ast.Slice):
        return _wrong_index(facts, node, said_type, said_index)
    return _nothing_to_take(facts, node, said_type)


def _fits(facts: Facts, node: ast.Subscript, said_type: str, said_index: str) -> bool:
    """Nothing that is known of the two speaks against these types ('': not said)."""
    return all(
        place.type_of(facts, part) in ("", said, said.rpartition(".")[2])
        for part, said in ((node.value, said_type), (node.slice, said_index))
        if said
    )


def _not_put(facts: Facts, node: ast.Subscript, kind: str, index: str) -> Diagnosis | None:
    what = place.shown(facts, node.value)
    if "does not support item" not in facts.message:
        return _wrong_index(facts, node, kind, index) if kind in _SEQUENCES else None
    if kind in ("str", "tuple"):
        put = (letters if kind == "str" else tuple_puts).replaced(facts, node)
        is_kept = tuple_puts.is_needed(facts, node.value, kind)
        weaker = Kind.IMMUTABLE_KEPT if is_kept else Kind.IMMUTABLE_ITEM
        return put or Diagnosis(weaker, (what, kind))
    if kind == "NoneType" and (found := none.result(facts, node.value)) is not None:
        return found
    if kind in ("int", "float", "bool", "NoneType", "set", "function"):
        return Diagnosis(Kind.ITEM_SET_OF, (what, kind))
    return None


def _nothing_to_take(facts: Facts, node: ast.Subscript, kind: str) -> Diagnosis | None:
    what = place.shown(facts, node.value)
    if "is not subscriptable" not in facts.message:
        return None
    if kind in FUNCTION_TYPES:
        return uncalled.item_of(facts, node)
    if kind == "type" and isinstance(node.value, ast.Name):
        found = facts.names.get(node.value.id)
        is_pythons = found is not None and found.where == "builtin"
        if what in _HOLD and not facts.version:
            return None  # list[int] is right from 3.9 on
        if is_pythons and what in _HOLD and facts.version < (3, 9):
            if not facts.version:
                return None
            values = (place.shown(facts, node), "3.9", ".".join(map(str, facts.version)))
            return Diagnosis(Kind.NEEDS_NEWER, values)
        return Diagnosis(Kind.FUNCTION_ITEM, (what,)) if is_pythons else None
    if kind == "NoneType":
        if (made := none.result(facts, node.value)) is not None:
            return made
        if isinstance(node.value, ast.Call):
            return Diagnosis(Kind.NONE_CALL_ITEM, (what,))
    if kind in ("int", "float"):
        return Diagnosis(Kind.NUMBER_ITEM, (what, kind))
    if kind in ("set", "frozenset"):
        return Diagnosis(Kind.SET_PLACES, (what,))
    if kind in ("bool", "NoneType"):
        return Diagnosis(Kind.NO_ITEMS, (what, kind))
    if kind in _FLOWS or kind.startswith("itertools."):
        return Diagnosis(Kind.WITHOUT_PLACES, (what,))
    is_own = objects.class_named(facts, kind) is not None
    return Diagnosis(Kind.OBJECT_ITEM, (what, kind)) if is_own else None


def _wrong_index(facts: Facts, node: ast.Subscript, kind: str, told: str) -> Diagnosis | None:
    """`told`: its type, as the message says."""
    index = place.type_of(facts, node.slice) or told
    if not index or index in ("int", "bool", "object") or "must be integers" not in facts.message:
        return None
    what, shown = place.shown(facts, node.value), place.shown(facts, node.slice)
    match node.slice:
        case ast.Tuple(elts=parts) if any(isinstance(each, ast.Slice) for each in parts):
            return None
        case ast.Tuple(elts=[first, second]) if index == "tuple":
            if isinstance(node.value, ast.List | ast.Tuple):
                return Diagnosis(Kind.LISTS_SIDE_BY_SIDE, (node.lineno,))
            instead = f"{what}[{place.shown(facts, first)}][{place.shown(facts, second)}]"
            value = place.known(facts, node.value)
            is_known = value is not None or not isinstance(node.value, ast.Name)
            if is_known and not _holds_simple(value) and kind != "str":
                return Diagnosis(Kind.TWO_INDEXES, (what, instead))
        case ast.Tuple() if isinstance(node.value, ast.List | ast.Tuple):
            return Diagnosis(Kind.LISTS_SIDE_BY_SIDE, (node.lineno,))
        case ast.BinOp(left=left, op=ast.Div(), right=right) if index == "float":
            instead = f"{what}[{place.operand(facts, left)} // {place.operand(facts, right)}]"
            return Diagnosis(Kind.INDEX_TO_NUMBER, (what, shown, index, instead))
        case ast.Name():
            if _is_item_of(facts, node):
                return rounds.item_for_place(facts, node)
            value = place.known(facts, node.slice)
            is_number = value is not None and re.fullmatch(r"\d+", value.text or "")
            if is_number or index == "float":
                instead = f"{what}[int({shown})]"
                return Diagnosis(Kind.INDEX_TO_NUMBER, (what, shown, index, instead))
    if kind == "str" and (looped := rounds.key_of_table(facts, node.value)) is not None:
        return looped
    if kind == "list" and index == "str" and _holds_tables(place.known(facts, node.value)):
        return records.asked_by_text(facts, node)
    return Diagnosis(Kind.INDEX_IS_TEXT, (what, kind, index))


def _holds_simple(value: Value | None) -> bool:
    """Things that have no items."""
    match value:
        case Value(type="list" | "tuple", details=(int(), [_, *_] as items)):
            return any(each[0] in ("int", "float", "bool", "NoneType") for each in items)
    return False


def _holds_tables(value: Value | None) -> bool:
    """As its first items."""
    match value:
        case Value(type="list", details=(int(), [_, *_] as items)):
            return all(each == ("object", "dict") for each in items)
    return False


def _is_item_of(facts: Facts, node: ast.Subscript) -> bool:
    """`for item in items: items[item]`, and neither of the two has got another value since."""
    match node:
        case ast.Subscript(value=ast.Name(id=items), slice=ast.Name(id=item)) if item != items:
            pass  # if both are one, the loop has taken the name
        case _:
            return False
    for each in place.every(facts, ast.For):
        match each:
            case ast.For(target=ast.Name(id=target), iter=ast.Name(id=source)):
                if (target, source) == (item, items) and place.covers(each, facts.line):
                    stored = [
                        name.id
                        for part in each.body
                        for name in ast.walk(part)
                        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
                    ]
                    return item not in stored and items not in stored
    return False
