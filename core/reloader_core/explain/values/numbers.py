"""Numbers that are texts, texts that are numbers, and a division by 0. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import (
    header,
    looped_tables,
    made,
    mistaken,
    none,
    objects,
    slipped,
    spent,
    uncalled,
)
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import dates, usual, versions, windows
from reloader_core.explain.packages import found_in
from reloader_core.explain.values import added_up, paths, repeated, zero, zero_alike, zero_entry

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.BitOr: "|",
}  # fmt: skip
_NUMBERS = ("int", "float")
_SEVERAL = frozenset("tuple set range dict_keys dict_values map filter zip generator".split())
_NO_NUMBER = re.compile(r"passw|kennwort|word|text|name|phone|code", re.IGNORECASE)
"""What is called so is text, also where it has digits alone: its length may be meant."""
_MOST_SHOWN = 30
_JOINED = (  # "can only concatenate str (not "int") to str", all versions from 3.8 on
    re.compile(r"can only concatenate (\w+) \(not \"([\w.]+)\"\) to (\w+)"),
    re.compile(r"unsupported operand type\(s\) for (.+): '([\w.]+)' and '([\w.]+)'"),
    re.compile(r"'(<|>|<=|>=)' not supported between instances of '([\w.]+)' and '([\w.]+)'"),
)


# -- operators


def operands(facts: Facts) -> Diagnosis | None:
    """A TypeError of an operator: the text names the operands, Python their types."""
    said = next((found for each in _JOINED if (found := each.match(facts.message))), None)
    if said is None:
        return None
    if said.re is _JOINED[0]:
        operator, kinds = "+", (said[1], said[2])
    else:
        operator, kinds = said[1].split(" or ")[0].removesuffix("="), (said[2], said[3])
        if said.re is _JOINED[2] or said[1] in ("<=", ">="):
            operator = said[1]
    fitting = [pair for pair in pairs(facts, operator) if _fits(facts, pair, kinds)]
    if len(fitting) != 1:
        return None
    return _judged(facts, operator, fitting[0], kinds)


def percent_of_text(facts: Facts) -> Diagnosis | None:
    """Of a text it does not mean what is left of a division."""
    if facts.message != "not all arguments converted during string formatting":
        return None
    found = [
        left
        for left, right in pairs(facts, "%")
        if isinstance(left, ast.Name | ast.Call)
        and place.type_of(facts, left) == "str"
        and place.type_of(facts, right) in ("int", "float")
    ]
    if len(found) != 1:
        return None
    value, shown = place.known(facts, found[0]), place.shown(facts, found[0])
    said = value.text if value is not None else None
    if said is not None and not written.is_number("float", said):  # it is to be shown
        return Diagnosis(Kind.PERCENT_TOO_MANY) if "%" not in said else None
    instead = f"int({shown})"
    match place.statement(facts):
        case ast.AugAssign(target=target, value=number) if target is found[0]:
            instead = f"{shown} = {instead} % {place.operand(facts, number)}"
    return Diagnosis(Kind.PERCENT_OF_TEXT, (shown, instead))


def pairs(facts: Facts, operator: str) -> list[tuple[ast.expr, ast.expr]]:
    """What stands left and right of the operator, wherever it may have been executed."""
    found: list[tuple[ast.expr, ast.expr]] = []
    for node in place.candidates(facts, ast.BinOp):
        if _OPERATORS.get(type(node.op)) == operator:
            found.append((node.left, node.right))
    for change in place.candidates(facts, ast.AugAssign):
        if _OPERATORS.get(type(change.op)) == operator:
            found.append((change.target, change.value))
    for compared in place.candidates(facts, ast.Compare):
        sides = [compared.left, *compared.comparators]
        for op, left, right in zip(compared.ops, sides, sides[1:], strict=False):
            if _OPERATORS.get(type(op)) == operator:
                found.append((left, right))
    return found


def _fits(facts: Facts, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]) -> bool:
    """Nothing that is known of the operands speaks against these types."""
    return all(
        (place.type_of(facts, node) or _joined(facts, node)) in ("", kind, kind.rpartition(".")[2])
        for node, kind in zip(pair, kinds, strict=True)
    )


def _joined(facts: Facts, node: ast.expr) -> str:
    """The type of a sum that has text in it: text, if there is one. '': that is not known."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [place.type_of(facts, each) or _joined(facts, each) for each in (left, right)]
            return "str" if "str" in parts else ""
    return ""


def _judged(
    facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]
) -> Diagnosis | None:
    shown = {kind: place.shown(facts, node) for kind, node in zip(kinds, pair, strict=True)}
    if operator == "|" and (newer := versions.joined(facts, pair, kinds)) is not None:
        return newer
    if "NoneType" in kinds and (of_none := _with_none(facts, operator, pair, kinds)) is not None:
        return of_none
    for node in pair:
        if (counted := mistaken.number_of_enumerate(facts, node)) is not None:
            return counted
    found = _of_others(facts, operator, pair, kinds, shown)
    if (found := found or usual.of_dates(facts, operator, pair, kinds)) is not None:
        return found
    if (variable := windows.value_of(facts, pair, kinds)) is not None:
        return variable
    number = next((kind for kind in kinds if kind in _NUMBERS), None)
    if number is not None and "str" in kinds and operator != "+":
        if (turned := mistaken.given_turned(facts, pair[kinds.index("str")])) is not None:
            return turned
    if number is not None and "str" in kinds:
        text, other = pair[kinds.index("str")], pair[kinds.index(number)]
        if operator != "+" or added_up.is_kept(facts, other):
            if (key := looped_tables.key_for_value(facts, text)) is not None:
                return key
        if (found := _text_and_number(facts, operator, text, other, number)) is not None:
            return found
    if operator[0] not in "+<=>%" and kinds == ("str", "str"):
        return made.of_texts(facts, operator, pair)
    if "tuple" in kinds and number is not None:
        if (unwanted := made.tuple_of(facts, pair[kinds.index("tuple")])) is not None:
            return unwanted
    if operator[0] not in "+<=>" and number is not None and "list" in kinds:
        return Diagnosis(Kind.LIST_CALCULATED, (shown["list"], operator))
    for name in FUNCTION_TYPES:
        if name in kinds and kinds[0] != kinds[1]:
            return uncalled.not_called(facts, pair[kinds.index(name)])
    if operator == "+" and kinds[0] == "list" and kinds[1] != "list":
        return list_plus(facts, *pair, kinds[1])
    if operator == "+" and kinds == ("dict", "dict"):
        left, right = (place.operand(facts, node) for node in pair)
        is_changed = place.is_changed(facts, pair[0])
        instead = f"{left}.update({right})" if is_changed else f"{{**{left}, **{right}}}"
        return Diagnosis(Kind.DICTS_JOINED, (instead,))
    if (member := slipped.of_enum(facts, operator, pair)) is not None:
        return member
    if kinds[0] == kinds[1] and objects.class_named(facts, kinds[0]) is not None:
        return Diagnosis(Kind.OBJECTS_OPERATION, (operator, kinds[0]))
    return Diagnosis(Kind.NO_OPERATION, (operator, *kinds))


def _with_none(
    facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]
) -> Diagnosis | None:
    """One of them is None, or both are."""
    if kinds == ("NoneType", "NoneType"):
        return none.both(facts, operator, pair)
    at = kinds.index("NoneType")
    known = found_in.empty_cell(facts, pair[at], kinds[1 - at]) or none.result(facts, pair[at])
    if known is not None:
        return known
    what = place.shown(facts, pair[at])
    if what.startswith("print("):
        return Diagnosis(Kind.NONE_OF_PRINT, (operator,))
    kind = Kind.COMPARED_WITH_NONE if operator[0] in "<>" else Kind.NONE_OPERAND
    return Diagnosis(kind, (what, operator))


def list_plus(facts: Facts, items: ast.expr, item: ast.expr, kind: str) -> Diagnosis:
    """What is no list; of several things, all are meant."""
    shown, sign = (place.shown(facts, items), place.shown(facts, item)), "+"
    if place.is_changed(facts, items):
        sign = "+="
    added = f"list({shown[1]})" if kind in _SEVERAL else f"[{shown[1]}]"
    return Diagnosis(Kind.LIST_PLUS_ITEM, (*shown, kind, f"{shown[0]} {sign} {added}"))


def _text_and_number(
    facts: Facts, operator: str, text: ast.expr, other: ast.expr, number: str
) -> Diagnosis | None:
    """`number`: the type of the other one."""
    shown = place.shown(facts, text), place.shown(facts, other)
    value = place.known(facts, text)
    said = value.text if value is not None else None
    function = number if said is None or written.is_number(number, said) else "float"
    may_be_number = said is None or written.is_number(function, said)
    if operator == "+":
        if may_be_number and (added := added_up.to_number(facts, text, other)) is not None:
            return added
        if not may_be_number and (word := added_up.word(facts, text, other)) is not None:
            return word
        if _is_given_number(facts, other):
            return None
        if place.is_changed(facts, text) or place.is_changed(facts, other):
            return _added_to(facts, text, other, number, function if may_be_number else "")
        if may_be_number and (isinstance(text, ast.Name) or _is_typed(facts, text)):
            return Diagnosis(Kind.TEXT_AND_NUMBER, (*shown, number, function))
        return Diagnosis(Kind.TEXT_PLUS_NUMBER, (*shown, number))
    if operator[0] in "<>":
        if may_be_number and not _NO_NUMBER.search(shown[0]):
            return Diagnosis(Kind.COMPARED_WITH_TEXT, (*shown, number, function))
        return header.in_first_row(facts, text, other)
    if repeated.is_repeated(text):
        return repeated.calculated(facts, text, other, operator, number)
    return _calculated(facts, text, operator, number)


def _is_given_number(facts: Facts, node: ast.expr) -> bool:
    """A parameter that is called as text is: it may have been given what belongs elsewhere."""
    function = scope.function_around(facts)
    is_parameter = function is not None and isinstance(node, ast.Name)
    if not is_parameter or function is None or ast.unparse(node) not in scope.parameters(function):
        return False
    return re.search(r"name|title|text|word", ast.unparse(node), re.IGNORECASE) is not None


def _added_to(
    facts: Facts, text: ast.expr, other: ast.expr, number: str, function: str
) -> Diagnosis | None:
    """By +=, on whose left no function can be called. `function`: '' for a text that is no
    number."""
    shown, added = place.shown(facts, text), place.shown(facts, other)
    if place.is_changed(facts, text):
        if not function:
            return Diagnosis(Kind.TEXT_PLUS_NUMBER, (shown, added, number))
        summed, joined = f"{shown} = {function}({shown}) + {added}", f"{shown} += str({added})"
    else:
        if not function:
            return None
        summed, joined = f"{added} += {function}({shown})", f"{added} = str({added}) + {shown}"
    return Diagnosis(Kind.ADDED_TO, (shown, added, number, summed, joined))


def _is_typed(facts: Facts, node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and place.builtin_called(facts, node) == "input"


def _of_others(
    facts: Facts,
    operator: str,
    pair: tuple[ast.expr, ast.expr],
    kinds: tuple[str, str],
    shown: dict[str, str],
) -> Diagnosis | None:
    """What is neither number nor list."""
    if set(kinds) == {"str", "bytes"}:
        return Diagnosis(Kind.BYTES_AND_TEXT, (facts.line,))
    if operator == "+" and kinds[0] in paths.TYPES and kinds[1] == "str":
        return paths.put_together(facts, *pair, kinds[0])
    is_value = kinds[1] in ("list", "tuple", "dict", "set", "bool", *paths.TYPES)
    is_value = is_value or objects.class_named(facts, kinds[1]) is not None
    if operator == "+" and kinds[0] == "str" and is_value:
        values = (place.shown(facts, pair[0]), place.shown(facts, pair[1]), kinds[1])
        if kinds[1] in ("list", "tuple") and (joined := added_up.joined(facts, pair[1])):
            return Diagnosis(Kind.TEXT_PLUS_LIST, (*values, joined))
        return Diagnosis(Kind.TEXT_PLUS_NUMBER, values)
    return dates.with_text(facts, operator, pair, kinds, shown)


def _calculated(facts: Facts, text: ast.expr, operator: str, number: str) -> Diagnosis | None:
    """With a number and a text; None if no number can be made of that."""
    value = place.known(facts, text)
    said = value.text if value is not None else None
    if said is not None and not written.is_number("float", said):
        return None
    function = "float" if operator == "/" else number
    return made.calculated_with_text(facts, text, operator, function if said is None else "")


def division(facts: Facts) -> Diagnosis | None:
    divisors = [
        node.right
        for node in place.candidates(facts, ast.BinOp)
        if isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod)
    ]
    divisors += [
        node.value
        for node in place.candidates(facts, ast.AugAssign)
        if isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod)
    ]
    divisors = [each for each in divisors if not _is_other_than_zero(facts, each)]
    if len(divisors) != 1:
        return None
    divisor = divisors[0]
    match divisor:
        case ast.Call(args=[items]) if place.builtin_called(facts, divisor) == "len":
            value = place.known(facts, items)
            if value is not None and value.length == 0:
                if (in_vain := spent.stayed_empty(facts, items)) is not None:
                    return in_vain
                shown = place.shown(facts, divisor), place.shown(facts, items)
                return Diagnosis(Kind.ZERO_LENGTH, shown)
        case ast.Name() if not _is_zero(place.known(facts, divisor)):
            return None
        case ast.Name() if (why := zero.reason(facts, divisor)) is not None:
            return why
    if (itself := zero.with_itself(facts, divisor)) is not None:
        return itself
    entry = zero_entry.of_entry(facts, divisor) or zero_alike.same(facts, divisor)
    return entry or Diagnosis(Kind.ZERO_DIVISION, (place.shown(facts, divisor),))


def _is_zero(value: Value | None) -> bool:
    """For certain."""
    return value is not None and (
        value.number == 0 or value.details in (("0.0",), ("-0.0",), (False,))
    )


def _is_other_than_zero(facts: Facts, node: ast.expr) -> bool:
    """For certain, so that it cannot have been this division."""
    value = place.known(facts, node)
    return value is not None and value.type in ("int", "float", "bool") and not _is_zero(value)
