"""A place found in an alphabet, in the days of a week and the like, and moved on past the end: it
may begin again at the start. In what is no such ring that would be wrong. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FIND = ("index", "find")
_RING = re.compile(
    r"(?:.*_)?(?:alphabet|(?:week_?)?days|months|seasons|players|(?:wochen)?tage|monate|spieler)"
    r"(?:_?of_?(?:the_?)?(?:week|year))?(?:_?(?:names?|list|order))?",
    re.IGNORECASE,
)
_WAYS = re.compile(r"(?:.*_)?(?:directions|headings|compass|richtungen)", re.IGNORECASE)
_SIGNS = re.compile(r"(?:.*_)?(?:letters|buchstaben|abc)", re.IGNORECASE)
_KEY = re.compile(
    r"(?:.*_)?(?:key|shift|offset|rot(?:ation)?|schl(?:ue|ü)ssel|verschiebung|cl[eé]f?|clave)\d*",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d|.*\d\d")
"""Days with their date, each of which comes only once."""
_LEAST_SIGNS, _LEAST_IN_ORDER = 20, 10


def past_end(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`place = letters.index(sign) + key`, and then letters[place]."""
    if number < length or not isinstance(node.value, ast.Name | ast.Attribute):
        return None
    if not isinstance(node.ctx, ast.Load):
        return None
    what = place.in_full(facts, node.value)
    match node.slice:
        case ast.Name(id=name):
            line, instead, shift = _moved_name(facts, node, name)
        case ast.BinOp() as moved:
            shift = _shift(facts, moved, node.value)
            line, instead = facts.line, f"{what}[{_wrapped(facts, moved, what)}]"
        case _:
            return None
    if shift is None or "..." in instead or not _is_ring(facts, node.value, shift):
        return None
    index = place.shown(facts, node.slice)
    return Diagnosis(Kind.SHIFTED_PAST, (index, number, what, length - 1, line, instead))


def _moved_name(facts: Facts, node: ast.Subscript, name: str) -> tuple[int, str, ast.expr | None]:
    """The line in which the place is moved on, what to write there, and by how much it is moved:
    `place = found + key`, or `place += key`. None: there is no such line."""
    what = place.in_full(facts, node.value)
    made = origin.assigned(facts, node.slice)
    if made is not None and isinstance(made.value, ast.BinOp):
        shift = _shift(facts, made.value, node.value)
        return made.lineno, f"{name} = {_wrapped(facts, made.value, what)}", shift
    change = _only_change(facts, node, name) if made is None else None
    if change is None:
        return 0, "", None
    more = place.operand(facts, change.value)
    return change.lineno, f"{name} = ({name} + {more}) % len({what})", change.value


def _only_change(facts: Facts, node: ast.Subscript, name: str) -> ast.AugAssign | None:
    """`place += key`, of a name that gets no other value than the place that was found."""
    home = scope.of_name(facts, name)
    if home is None or len(scope.bindings(home, name)) != 2:
        return None
    stores = scope.plain_stores(scope.in_scope(home), name)
    changes = [
        each
        for each in scope.in_scope(home)
        if isinstance(each, ast.AugAssign) and place.is_name(each.target, name)
    ]
    if len(stores) != 1 or len(changes) != 1 or not _is_found(stores[0].value, node.value):
        return None
    return changes[0] if isinstance(changes[0].op, ast.Add) else None


def _shift(facts: Facts, moved: ast.BinOp, owner: ast.expr) -> ast.expr | None:
    """What is added to a place that was looked for in the same text or list, or taken from it."""
    if not isinstance(moved.op, ast.Add | ast.Sub):
        return None
    sides = [(moved.left, moved.right), (moved.right, moved.left)]
    for found, shift in sides if isinstance(moved.op, ast.Add) else sides[:1]:
        if _is_found(found, owner) or _is_found(origin.value(facts, found), owner):
            return shift
    return None


def _is_found(node: ast.expr | None, owner: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=whole, attr=name), args=[_], keywords=[]):
            return name in _FIND and ast.unparse(whole) == ast.unparse(owner)
    return False


def _wrapped(facts: Facts, moved: ast.BinOp, what: str) -> str:
    return f"({place.in_full(facts, moved)}) % len({what})"


def _is_ring(facts: Facts, items: ast.expr, shift: ast.expr) -> bool:
    """What is called so or holds so many letters begins again at its start, and so does what a
    text is coded with. Of words, lines and the like nothing stands behind the last one."""
    value, name = place.known(facts, items), _last_name(items)
    told = _first_ones(value) if value is not None else []
    if value is None or len(told) < 2 or len(set(told)) != len(told):
        return False
    if _is_alphabet(value, told, name):
        return True
    if _KEY.fullmatch(_last_name(shift)):
        return all(len(each) == 1 for each in told)
    is_dated = any(_DATED.match(each) for each in told)
    return bool(_WAYS.fullmatch(name) or (_RING.fullmatch(name) and not is_dated))


def _is_alphabet(value: Value, told: list[str], name: str) -> bool:
    if value.type == "str" and len(told) >= _LEAST_SIGNS:
        return True
    in_order = _ordered(told)
    is_more = value.type == "str" or (value.length or 0) >= _LEAST_IN_ORDER
    is_called_so = _SIGNS.fullmatch(name) is not None and is_more
    return in_order >= _LEAST_IN_ORDER or (in_order > 0 and is_called_so)


def _first_ones(value: Value) -> list[str]:
    """The letters of a text, or the texts that a list begins with."""
    match value.type, value.details:
        case "str", (str(text), *_):
            return list(text)
        case (("list" | "tuple"), (_, list(items))):
            texts = [each[1] for each in items if each[0] == "str"]
            return texts if len(texts) == len(items) else []
    return []


def _ordered(texts: list[str]) -> int:
    """How many there are, if these are letters one after the other."""
    if any(len(each) != 1 or not each.isalpha() for each in texts):
        return 0
    places = [ord(each) for each in texts]
    return len(texts) if places == list(range(places[0], places[0] + len(texts))) else 0


def _last_name(node: ast.expr) -> str:
    """Also of what is made a number: int(key)."""
    match node:
        case ast.Call(args=[what], keywords=[]):
            return _last_name(what)
    return place.last_name(node)
