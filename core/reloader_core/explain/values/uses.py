"""Values that cannot be used as they are: as a key, as a factor, for their length. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import calls as calls_
from reloader_core.explain.causes import looped_tables, made, mistaken, none, objects, uncalled
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import numbers, pairs, repeated

_SEQUENCES = ("str", "list", "tuple", "bytes")
_LARGE = ("(34, ", "math range error")
_NUMBERS = ("int", "float")
_ENDLESS = ("itertools.count", "itertools.cycle", "itertools.repeat")
_TRUE_DIVISION = "integer division result too large for a float"
_UNHASHABLE = re.compile(  # the beginning: from 3.14
    r"(?:cannot use '(?P<of>[\w.]+)' as an? [\w ]+ \()?"
    r"unhashable type: '(?P<type>list|dict|set|bytearray)'\)?"
)


def not_multiplied(facts: Facts) -> Diagnosis | None:
    """A text or list times what is no whole number."""
    said = re.fullmatch(r"can't multiply sequence by non-int of type '([\w.]+)'", facts.message)
    pairs = numbers.pairs(facts, "*") if said else []
    if said is None or len(pairs) != 1:
        return None
    left, right = pairs[0]
    if (found := _times_text(facts, left, right, said[1])) is not None:
        return found
    for node in (left, right):
        if place.type_of(facts, node) == "tuple" and said[1] == "float":
            unwanted = made.tuple_of(facts, node)
            kinds = ("tuple", said[1]) if node is left else (said[1], "tuple")
            return unwanted or Diagnosis(Kind.NO_OPERATION, ("*", *kinds))
    for node, other in ((right, left), (left, right)):
        is_other = place.type_of(facts, other) in ("", *_SEQUENCES)
        is_sure = place.type_of(facts, node) == said[1] or place.type_of(facts, other) != ""
        if place.type_of(facts, node) in ("", said[1]) and is_other and is_sure:
            if isinstance(other, ast.List) and len(other.elts) == 1 and said[1] == "float":
                return _times_list(facts, other, node)
            if place.type_of(facts, other) == "list" and said[1] in ("float", "list", "tuple"):
                return Diagnosis(Kind.LIST_CALCULATED, (place.shown(facts, other), "*"))
            key = looped_tables.key_for_value(facts, other)
            key = key or _no_number(facts, other, node, said[1])
            return key or Diagnosis(Kind.NOT_MULTIPLIED, (place.shown(facts, node), said[1]))
    return None


def _no_number(facts: Facts, text: ast.expr, number: ast.expr, kind: str) -> Diagnosis | None:
    """Of the text, int() and float() would make none."""
    value = place.known(facts, text)
    said = value.text if value is not None else None
    if said is None or kind != "float" or written.is_number("float", said):
        return None
    if (turned := mistaken.given_turned(facts, text)) is not None:
        return turned
    values = (place.shown(facts, text), repr(said), place.shown(facts, number))
    return Diagnosis(Kind.NO_NUMBER_TIMES, values)


def _times_list(facts: Facts, items: ast.List, number: ast.expr) -> Diagnosis:
    """What stands in the brackets is to be repeated."""
    shown, what = place.shown(facts, items), place.shown(facts, number)
    instead = f"int({what})"
    match number:
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            instead = f"({place.operand(facts, left)} // {place.operand(facts, right)})"
    return Diagnosis(Kind.WHOLE_EXPECTED, (f"{shown} *", what, "float", f"{shown} * {instead}"))


def _text_in(facts: Facts, product: ast.expr) -> ast.expr | None:
    """The one text of digits in `price * count`, which has only been repeated there."""
    if not isinstance(product, ast.BinOp) or not isinstance(product.op, ast.Mult):
        return None
    found = []
    for node in (product.left, product.right):
        value = place.known(facts, node)
        if value is not None and value.text is not None and written.is_number("float", value.text):
            found.append(node)
    inner = _text_in(facts, product.left)
    return inner if inner is not None else found[0] if len(found) == 1 else None


def _times_text(facts: Facts, left: ast.expr, right: ast.expr, kind: str) -> Diagnosis | None:
    """Of a text that is known: one of digits is to be a number, any other to be repeated."""
    if (factor := _text_in(facts, left)) is not None and kind == "float":
        return made.calculated_with_text(facts, factor, "*", "float")
    for text, number in ((left, right), (right, left)):
        if place.type_of(facts, text) != "str" or kind not in ("float", "str"):
            continue
        value, shown = place.known(facts, text), place.shown(facts, text)
        known = value.text if value is not None else None
        if known is not None and not written.is_number("float", known):
            is_sign = isinstance(text, ast.Constant) or not any(map(str.isalnum, known))
            is_other = place.type_of(facts, number) not in ("", kind)
            if not is_sign or is_other or written.is_no_number(facts, number):
                return None
            what = place.shown(facts, number)
            if (whole := repeated.whole_at_source(facts, number, shown, kind)) is not None:
                return whole
            return Diagnosis(Kind.REPEATED_BY, (shown, what, kind, f"int({what})"))
        if kind == "float" and (known is not None or value is None):
            return made.calculated_with_text(facts, text, "*", "float")
    if place.type_of(facts, left) == place.type_of(facts, right) == kind == "str":
        values = (place.shown(facts, left), place.shown(facts, right), "*")
        return Diagnosis(Kind.TEXTS_CALCULATED, values)
    return None


def unhashable(facts: Facts) -> Diagnosis | None:
    said = _UNHASHABLE.fullmatch(facts.message)
    if said is None or said["of"] not in (None, "tuple", "frozenset", said["type"]):
        return None  # it is the __hash__() of a class of somebody's own that says so
    chosen = mistaken.several_chosen(facts) if said["type"] == "list" else None
    chosen = chosen or _of_cache(facts, said["type"]) or _list_for_item(facts)
    if chosen is None and said["type"] == "list":
        chosen = pairs.made_as_list(facts)
    chosen = chosen or _put_into_set(facts, said["type"])
    return chosen or Diagnosis(Kind.UNHASHABLE, (said["type"],))


def _put_into_set(facts: Facts, kind: str) -> Diagnosis | None:
    """`seen.add(position)`, of a list of numbers. Of texts, each may be meant."""
    match place.only(facts, ast.Call):
        case ast.Call(func=ast.Attribute(value=owner, attr="add"), args=[what], keywords=[]):
            pass
        case _:
            return None
    value = place.known(facts, what)
    match value:
        case Value("list", (int(), [_, *_] as items)) if kind == "list":
            is_flat = all(each[0] in ("int", "float") for each in items)
        case _:
            return None
    shown = f"{place.shown(facts, owner)}.add(tuple({place.shown(facts, what)}))"
    if not is_flat or place.type_of(facts, owner) not in ("", "set") or "..." in shown:
        return None
    return Diagnosis(Kind.TUPLE_TO_ADD, (place.shown(facts, what), facts.line, shown))


def _list_for_item(facts: Facts) -> Diagnosis | None:
    """`for name in names: ages[names]`"""
    node = place.only(facts, ast.Subscript)
    asked = node.slice if node is not None else None
    if not isinstance(asked, ast.Name) or place.type_of(facts, asked) != "list":
        return None
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=item), iter=ast.Name(id=items)) if items == asked.id:
                if place.covers(loop, facts.line):
                    return Diagnosis(Kind.LIST_FOR_ITEM, (items, item, loop.lineno))
    return None


_FROZEN = {"list": "tuple", "set": "frozenset"}


def _of_cache(facts: Facts, kind: str) -> Diagnosis | None:
    """best(prices), where lru_cache stands above best()"""
    found = []
    for call in place.candidates(facts, ast.Call) if kind in _FROZEN else ():
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        made = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
        lines = [
            each.lineno
            for function in made
            for each in function.decorator_list
            if re.search(r"(?:^|\.)(?:lru_)?cache\b", ast.unparse(each))
        ]
        wrong = [each for each in call.args if place.type_of(facts, each) == kind]
        if len(made) == len(lines) == len(wrong) == 1 and not call.keywords:
            found.append((call, lines[0], wrong[0]))
    if len(found) != 1:
        return None
    call, line, what = found[0]
    shown = place.shown(facts, what)
    given = [
        f"{_FROZEN[kind]}({shown})" if each is what else place.in_full(facts, each)
        for each in call.args
    ]
    function = place.shown(facts, call.func)
    instead = f"{function}({', '.join(given)})"
    return Diagnosis(Kind.CACHE_UNHASHABLE, (f"{function}()", line, shown, kind, instead))


def no_length(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"object of type '([\w.]+)' has no len\(\)", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) == "len" and len(call.args) == 1
    ]
    if said is None or len(calls) != 1:
        return None
    what = calls[0].args[0]
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, what)
    if said[1] == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    if (number := mistaken.number_of_enumerate(facts, what)) is not None:
        return number
    is_flow = said[1] in ("generator", "map", "filter", "zip")
    if is_flow or said[1].startswith("itertools.") and said[1] not in _ENDLESS:
        return Diagnosis(Kind.LENGTH_OF_FLOW, (place.shown(facts, what),))
    return Diagnosis(Kind.NO_LENGTH, (place.shown(facts, what), said[1]))


_COMPARED = re.compile(
    r"'(?:<|>|<=|>=)' not supported between instances of '(\w+)' and '(\w+)'"
    r"|object of type 'bool' has no len\(\)"
)
_SIGNS: dict[type[ast.cmpop], str] = {
    **{ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="},
    **{ast.Eq: "==", ast.NotEq: "!="},
}


def compared_inside(facts: Facts) -> Diagnosis | None:
    """`if len(word > 3):`"""
    said = _COMPARED.fullmatch(facts.message)
    if said is None:
        return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Call(
                func=ast.Name(id="len" | "int" | "float" as name),
                args=[ast.Compare(left=left, ops=[op], comparators=[right]) as inside],
                keywords=[],
            ) if place.builtin_called(facts, node) == name and type(op) in _SIGNS:
                found.append((name, inside, left, right))
    compared = place.candidates(facts, ast.Compare)
    if len(found) != 1 or len(compared) > 1:
        return None
    name, inside, left, right = found[0]
    kinds = (*_SEQUENCES, "dict", "set") if name == "len" else ("str",)
    one = said[1] or place.type_of(facts, left)
    other = said[2] or place.type_of(facts, right)
    if one not in kinds or other not in _NUMBERS:
        return None
    sign, what = _SIGNS[type(inside.ops[0])], place.in_full(facts, left)
    instead = f"{name}({what}) {sign} {place.in_full(facts, right)}"
    return Diagnosis(Kind.COMPARED_INSIDE, (f"{name}()", instead))


def given_twice(facts: Facts) -> Diagnosis | None:
    """An argument by its place and by its name."""
    said = re.fullmatch(r"([\w.]+)\(\) got multiple values for argument '(\w+)'", facts.message)
    if said is None:
        return None
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if any(each.arg == said[2] for each in call.keywords) and call.args
    ]
    if len(calls) != 1:
        return None
    name = said[1].rpartition(".")[2]
    if isinstance(calls[0].func, ast.Attribute):  # the object may be what is given by its place
        signature = calls_.own_method(facts, name)
        given = len(calls[0].args) + len(calls[0].keywords)
        lost = objects.self_taken(facts, signature, given) if signature is not None else None
        if lost is not None:
            return lost
    return Diagnosis(Kind.GIVEN_TWICE, (f"{name}()", said[2]))


def sign_of_text(facts: Facts) -> Diagnosis | None:
    """=+ is = and a sign."""
    said = re.fullmatch(r"bad operand type for unary ([+-]): '([\w.]+)'", facts.message)
    if said is not None and said[1] == "+" and _is_behind_comma(facts):
        return Diagnosis(Kind.PLUS_BEHIND_COMMA, (facts.line, said[1]))
    match place.statement(facts):
        case ast.Assign(targets=[target], value=ast.UnaryOp(operand=operand)) if said:
            text = " ".join((facts.source or "").split("\n")[facts.line - 1 : facts.line])
            if re.search(rf"=\{said[1]}", text):
                shown = place.shown(facts, target), place.shown(facts, operand)
                return Diagnosis(Kind.SIGN_BEHIND, (said[1], f"{shown[0]} {said[1]}= {shown[1]}"))
    return None


def _is_behind_comma(facts: Facts) -> bool:
    """The only sign of that kind in the statement, and it stands as between two values."""
    signs = [node for node in place.in_statement(facts) if isinstance(node, ast.UnaryOp)]
    lines = (facts.source or "").split("\n")
    if len(signs) != 1 or not 0 < signs[0].lineno <= len(lines):
        return False
    before = lines[signs[0].lineno - 1].encode()[: signs[0].col_offset].decode(errors="replace")
    is_sign = isinstance(signs[0].op, ast.UAdd)
    behind = lines[signs[0].lineno - 1].encode()[signs[0].col_offset + 1 :]
    return is_sign and before.rstrip().endswith(",") and behind[:1] == b" "


def super_not_called(facts: Facts) -> Diagnosis | None:
    """super.__init__()"""
    said = re.match(
        r"descriptor '\w+' (?:(?:of|for) '?super'? objects? needs an argument"
        r"|requires a 'super' object but received a )",
        facts.message,
    )
    for node in place.in_statement(facts) if said is not None else ():
        match node:
            case ast.Attribute(value=ast.Name(id="super")):
                return Diagnosis(Kind.FUNCTION_NOT_CALLED, ("super",))
    return None


def raised_text(facts: Facts) -> Diagnosis | None:
    match place.statement(facts):
        case ast.Raise(exc=ast.Constant(value=str()) | ast.JoinedStr() as what):
            return Diagnosis(Kind.RAISED_TEXT, (place.shown(facts, what),))
    return None


def too_large(facts: Facts) -> Diagnosis | None:
    if facts.message in ("int too large to convert to float", _TRUE_DIVISION):
        return Diagnosis(Kind.INT_TOO_LARGE, (facts.line,))
    said = facts.message.startswith(_LARGE) or _said_by_system(facts)
    return Diagnosis(Kind.TOO_LARGE, (facts.line,)) if said else None


def _said_by_system(facts: Facts) -> bool:
    """(34, 'Numerical result out of range')"""
    return bool(facts.arguments) and facts.arguments[0].number == 34
