"""Whether what failed with a whole list, table or array would work with one part of it. Pure."""

from __future__ import annotations

import ast
import enum
import pathlib
import re

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value

_NUMBERS = ("int", "float")
_SEQUENCES = ("list", "tuple", "set", "frozenset")
_TYPES = (str, dict, list, tuple, set, int, float)
_PATHS = ("Path", "PosixPath", "WindowsPath")
_OPERANDS = (
    re.compile(r"unsupported operand type\(s\) for [^:]+: '([\w.]+)' and '([\w.]+)'"),
    re.compile(r"'\S+' not supported between instances of '([\w.]+)' and '([\w.]+)'"),
    re.compile(r'can only concatenate (\w+) \(not "([\w.]+)"\) to \w+'),
    re.compile(r"can't multiply sequence by non-int of type '()([\w.]+)'"),
    re.compile(r"bad operand type for ()(?:unary \S|abs\(\)): '([\w.]+)'"),
)
_NUMBER_WANTED = re.compile(
    r"must be real number, not |cannot be interpreted as an integer|doesn't define __round__"
    r"|bad operand type for abs\(\)"
)
_WRITTEN_WANTED = re.compile(r"(int|float)\(\) argument must be ")
_TEXT_WANTED = re.compile(
    r"expected str, bytes or os\.PathLike object, not |expected string or bytes-like object"
    r"|must be (?:a )?str(?:ing)?(?:, bytes or bytearray)?, not "
)
_LETTER_WANTED = re.compile(r"ord\(\) expected (?:a character, but string of|string of length 1)")
_UNHASHABLE = re.compile(r"unhashable type|cannot use '[\w.]+' as an? ")
_ONE_WANTED = re.compile(
    r"The truth value of an? (?:array|Series|DataFrame)|only (?:length-1|size-1|0-dim\w+) arrays"
    r"|cannot convert the series to |unsupported format string passed to (?:numpy\.ndarray|Series)"
)
_OF_ALL = frozenset(
    "len sum min max sorted list tuple set enumerate zip any all map filter reversed iter next"
    " join choice choices sample shuffle mean median stdev Counter".split()
)
"""Functions that are given several."""
_FLAT = ("arange", "linspace")


class Part(enum.Enum):
    ITEM = "item"
    VALUE = "value"
    """Of a dictionary."""
    ROW = "row"
    """Of a table."""


def would_do(facts: Facts, function: scope.Function, node: ast.Name, part: Part) -> bool:
    """With this part in place of the whole, the line runs. `node`: the parameter that is given
    it, which the function does not use as a whole anywhere."""
    value = place.known(facts, node)
    if value is None:
        return False
    if value.type == "object":
        return _is_of_array(facts, function, node, value.name, part)
    items = _items(value, part)
    if not items or _is_whole(function, node.id, value, items):
        return False
    uses = place.candidates(facts, ast.AST)
    is_fit = any(_fits(facts, use, node, value, items) for use in uses)
    return is_fit or _is_formatted(facts, node, items)


def _items(value: Value, part: Part) -> list[Value]:
    """As far as they are told: the first few."""
    match value.type, value.details:
        case "dict", (int(), [*pairs]):
            at = 1 if part is Part.VALUE else 0
            return [Value(pair[at][0], tuple(pair[at][1:])) for pair in pairs]
        case "str", (str(text), int(length)) if length > 1:
            return [Value("str", (each, 1)) for each in text]
        case kind, (int(), [*told]) if kind in _SEQUENCES and part is Part.ITEM:
            return [Value(each[0], tuple(each[1:])) for each in told]
    return []


def _are(items: list[Value], *kinds: str) -> bool:
    return all(each.name in kinds for each in items)


# -- whether the function is for the whole


def _is_whole(function: scope.Function, name: str, value: Value, items: list[Value]) -> bool:
    """It goes through it, counts it, or asks for what the items do not have."""
    has_parts = _are(items, "str", "list", "tuple", "dict", "set")
    for node in ast.walk(function):
        match node:
            case ast.For(iter=found) | ast.comprehension(iter=found) if place.is_name(found, name):
                if not has_parts:
                    return True
            case ast.Call(args=args) if any(place.is_name(each, name) for each in args):
                if place.name_called(node) in _OF_ALL and not has_parts:
                    return True
            case ast.Attribute(value=owner, attr=attr) if place.is_name(owner, name):
                if _has(value.name, attr) and not all(_has(each.name, attr) for each in items):
                    return True
            case ast.Subscript(value=owner, slice=index) if place.is_name(owner, name):
                is_place = isinstance(index, ast.Slice) or _is_number(index)
                if is_place and value.type != "dict" and not _are(items, "str", "list", "tuple"):
                    return True
            case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[owner]) if place.is_name(
                owner, name
            ):
                if not has_parts:
                    return True
    return False


def _is_number(node: ast.expr) -> bool:
    match node:
        case ast.UnaryOp(operand=inner):
            return _is_number(inner)
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _has(kind: str, attr: str) -> bool:
    return any(each.__name__ == kind and hasattr(each, attr) for each in _TYPES)


# -- whether the line works with one


def _fits(facts: Facts, use: ast.AST, node: ast.Name, value: Value, items: list[Value]) -> bool:
    """`use`: what was being executed."""
    match use:
        case ast.Subscript(value=owner, slice=index) if place.is_name(owner, node.id):
            return _is_asked(facts, index, node, value, items)
        case ast.Subscript(slice=key) if place.is_name(key, node.id):
            return _UNHASHABLE.match(facts.message) is not None and _is_key(items)
        case ast.Attribute(value=owner, attr=attr) if place.is_name(owner, node.id):
            is_said = facts.message.startswith(f"'{value.name}' object has no attribute '{attr}'")
            return is_said and _have(facts, items, attr)
        case ast.BinOp(left=left, right=right) | ast.AugAssign(target=left, value=right):
            return _are_operands(facts, [left, right], node, value, items)
        case ast.Compare(left=left, comparators=[right], ops=[op]):
            if isinstance(op, ast.In | ast.NotIn) and place.is_name(left, node.id):
                return _UNHASHABLE.match(facts.message) is not None and _is_key(items)
            return _are_operands(facts, [left, right], node, value, items)
        case ast.UnaryOp(operand=inner) if place.is_name(inner, node.id):
            return "bad operand type for unary" in facts.message and _are(items, *_NUMBERS)
        case ast.Call(func=called) if place.is_name(called, node.id):
            return _are(items, *FUNCTION_TYPES, "type")
        case ast.Call(args=args) if any(place.is_name(each, node.id) for each in args):
            return _is_taken(facts, value, items)
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=source) if place.is_name(
            source, node.id
        ):
            return _are_rows(facts, node, len(names))
        case ast.Tuple(elts=names, ctx=ast.Store()) if _is_unpacked(facts, use, node):
            return _are_rows(facts, node, len(names))
    return False


def _is_asked(
    facts: Facts, index: ast.expr, node: ast.Name, value: Value, items: list[Value]
) -> bool:
    """For an item, by a text or a number."""
    is_text, is_place = place.type_of(facts, index) == "str", _is_number(index)
    if value.type == "dict":
        deeper = facts.told.get("deeper", {})
        is_known = facts.told.get("type") == "KeyError" and bool(deeper.get(node.id))
        return is_known and is_text and _are(items, "dict")
    if not re.search(r" indices must be | is not subscriptable", facts.message):
        return False
    if value.type in ("set", "frozenset") and is_place:
        return _are(items, "tuple", "str")
    return is_text and value.type in _SEQUENCES and _are(items, "dict")


def _is_key(items: list[Value]) -> bool:
    return _are(items, "str", "int", "float", "bool")


def _have(facts: Facts, items: list[Value], attr: str) -> bool:
    names = {each.name for each in items}
    if names <= set(_PATHS):
        return hasattr(pathlib.PurePath, attr) or hasattr(pathlib.Path, attr)
    if len(names) != 1:
        return False
    (title,) = names
    cls = objects.class_named(facts, title)
    if cls is None:
        return _has(title, attr)
    return any(
        scope.bindings(each, attr) or objects.sets(each, attr)
        for each in objects.with_bases(facts, cls)
    )


def _are_operands(
    facts: Facts, operands: list[ast.expr], node: ast.Name, value: Value, items: list[Value]
) -> bool:
    """Both numbers or both texts, if it were one of them."""
    said = next((hit for each in _OPERANDS if (hit := each.match(facts.message))), None)
    own = [place.is_name(each, node.id) for each in operands]
    if said is None or not any(own) or value.name not in (said[1], said[2]) and said[1]:
        return False
    if all(own):
        return _are(items, *_NUMBERS)
    other = said[1] if own[1] and said[1] else said[2]
    if not said[1] and said[2] == value.name:
        return False  # a text times the whole
    if other in _NUMBERS:
        return _are(items, *_NUMBERS)
    return other == "str" and _are(items, "str") and not _is_calculated(facts)


def _is_calculated(facts: Facts) -> bool:
    """By a sign that texts do not have."""
    return re.match(r"unsupported operand type\(s\) for [^+]", facts.message) is not None


def _is_taken(facts: Facts, value: Value, items: list[Value]) -> bool:
    """By a function, which says what it wants."""
    said = facts.message
    if _LETTER_WANTED.match(said):
        return all(each.type == "str" and each.length == 1 for each in items)
    if not re.search(rf"\b{re.escape(value.name)}\b", said) or value.type == "str":
        return False
    if _UNHASHABLE.match(said):
        return _is_key(items)
    if (wanted := _WRITTEN_WANTED.match(said)) is not None:
        return all(
            each.name in _NUMBERS or written.is_number(wanted[1], each.text or "") for each in items
        )
    if _NUMBER_WANTED.search(said):
        kinds = ("int",) if "interpreted as an integer" in said else _NUMBERS
        return _are(items, *kinds)
    return _TEXT_WANTED.search(said) is not None and _are(items, "str")


def _is_unpacked(facts: Facts, use: ast.AST, node: ast.Name) -> bool:
    """From 3.11 on, it is the names on the left that were executed."""
    match place.statement(facts):
        case ast.Assign(targets=[target], value=source):
            return target is use and place.is_name(source, node.id)
    return False


def _are_rows(facts: Facts, node: ast.Name, length: int) -> bool:
    """What is written there has as many parts in each."""
    if not re.match(r"too many values|not enough values", facts.message):
        return False
    made = sources.only(facts, node, "list")
    match made.node if made is not None else None:
        case ast.List(elts=[_, *_] as rows):
            return all(
                isinstance(each, ast.Tuple | ast.List) and len(each.elts) == length for each in rows
            )
    return False


def _is_formatted(facts: Facts, node: ast.Name, items: list[Value]) -> bool:
    if not re.match(r"unsupported format string passed to \w+\.__format__", facts.message):
        return False
    return any(
        isinstance(each, ast.FormattedValue)
        and place.is_name(each.value, node.id)
        and each.format_spec is not None
        for each in place.in_statement(facts)
    ) and _are(items, *_NUMBERS)


# -- arrays and tables


def _is_of_array(
    facts: Facts, function: scope.Function, node: ast.Name, kind: str, part: Part
) -> bool:
    """One answer or number is wanted of it."""
    if not _ONE_WANTED.search(facts.message) or _asks_array(function, node.id, kind):
        return False
    if kind == "DataFrame":
        return part is Part.ROW and any(
            isinstance(each, ast.Subscript | ast.Attribute) and place.is_name(each.value, node.id)
            for each in place.in_statement(facts)
        )
    is_flat = kind == "Series" or kind == "ndarray" and _is_flat(facts, node)
    return (
        is_flat
        and part is Part.ITEM
        and any(
            place.is_name(child, node.id)
            for each in place.in_statement(facts)
            if isinstance(each, ast.Compare | ast.Call | ast.FormattedValue)
            for child in ast.iter_child_nodes(each)
        )
    )


def _asks_array(function: scope.Function, name: str, kind: str) -> bool:
    """For what one of it does not have."""
    for node in ast.walk(function):
        match node:
            case ast.For(iter=found) | ast.comprehension(iter=found) if place.is_name(found, name):
                return True
            case ast.Call(args=args) if any(place.is_name(each, name) for each in args):
                if place.name_called(node) in _OF_ALL:
                    return True
            case ast.Attribute(value=owner) | ast.Subscript(value=owner):
                if place.is_name(owner, name) and kind != "DataFrame":
                    return True
    return False


def _is_flat(facts: Facts, node: ast.Name) -> bool:
    """An array of numbers, as it is written; the items of one of rows are arrays, too."""
    made = sources.only(facts, node, "ndarray")
    match made.node if made is not None else None:
        case ast.Call(func=ast.Attribute(attr="array"), args=[ast.List(elts=elements), *_]):
            return all(isinstance(each, ast.Constant | ast.UnaryOp) for each in elements)
        case ast.Call(func=ast.Attribute(attr=name)) if name in _FLAT:
            return True
        case ast.Call(func=ast.Attribute(attr="zeros" | "ones"), args=[count]):
            return isinstance(count, ast.Constant)
    return False
