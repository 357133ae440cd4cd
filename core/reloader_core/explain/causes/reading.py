"""What was read and has fewer parts than were expected, or was read to its end before. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

from reloader_core.explain.causes import csv_rows, made, short_lines, walks
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 40
_STRIPS = ("strip", "rstrip", "lstrip")
_READS = ("read", "readlines")
_TAKE_ALL = ("list", "sum", "sorted", "tuple", "set", "max", "min", "dict")
_FLOWS = ("map", "filter", "zip", "generator", "enumerate", "reversed")
_ITERATORS = ("list_iterator", "tuple_iterator", "str_iterator", "range_iterator")


# -- parts of a text, fields of a row


def parts_missing(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`line.split(",")[1]`, of the text itself or under a name, and a row of csv's."""
    index, what = place.whole_number(facts, node.slice), place.shown(facts, node.value)
    if index is None or index < 0:
        return None
    if (call := split_call(facts, node.value)) is not None:
        return _of_split(facts, call, node, index)
    length = _length(place.known(facts, node.value))
    if length is None or index < length or not _is_row(facts, node.value):
        return None
    if length == 0:
        return Diagnosis(Kind.ROW_EMPTY, (what,))
    in_one = csv_rows.one_field(facts, place.known(facts, node.value))
    return in_one or Diagnosis(Kind.ROW_FEWER, (what, length, index))


def _of_split(facts: Facts, call: ast.Call, asked: ast.Subscript, index: int) -> Diagnosis | None:
    node = asked.value
    known = parts_of(facts, call, node)
    if known is None or index < known[1]:
        return None
    text, length = known
    if isinstance(call.func, ast.Attribute):
        if (letters := made.letters_of(facts, call.func.value)) is not None:
            return letters
    if not text.strip():
        return Diagnosis(Kind.SPLIT_BLANK, (place.shown(facts, node), index))
    values = (quoted(text), sign_of(call), length, index)
    parted = _split_in_loop(facts, node)
    is_passed = parted is not None and not re.search(r"[,;:|\t]", text)  # no other sign
    sign = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    if length > 1 or not is_passed:
        by_others = short_lines.found(facts, asked, text, str(sign) if call.args else None, values)
        if by_others is not None:
            return by_others
    if parted is not None and is_passed:
        test = f"if len({place.shown(facts, node)}) <= {index}: continue"
        return Diagnosis(Kind.SPLIT_FEWER_LOOP, (*values, parted.lineno, test))
    return Diagnosis(Kind.SPLIT_FEWER, values)


def _split_in_loop(facts: Facts, node: ast.expr) -> ast.Assign | None:
    """`parts = line.split(",")`, as a line of its own of the loop around."""
    parted = origin.assigned(facts, node)
    for loop in place.every(facts, ast.For):
        if parted in loop.body and place.covers(loop, facts.line):
            return parted
    return None


def typed(facts: Facts, source: ast.expr, targets: int, values: str | None) -> Diagnosis | None:
    """`x, y = input().split()`"""
    call = split_call(facts, source)
    is_more = facts.message.startswith("too many")
    if call is None or call is not source or not values and not is_more:
        return None
    owner: ast.expr = source
    while isinstance(owner, ast.Call) and isinstance(owner.func, ast.Attribute):
        owner = owner.func.value
    if not isinstance(owner, ast.Call) or place.builtin_called(facts, owner) != "input":
        return None
    if is_more:
        limit = f", {targets - 1}" if call.args else f"maxsplit={targets - 1}"
        instead = f".split({sign_of(call) if call.args else ''}{limit})"
        return Diagnosis(Kind.TYPED_MORE, (sign_of(call), targets, instead))
    return Diagnosis(Kind.TYPED_PARTS, (sign_of(call), int(values or 0), targets))


def ended(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`file.readline()` gives a text without even the end of a line."""
    match origin.value(facts, node) or node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="readline"), args=[]):
            return Diagnosis(Kind.FILE_ENDED, (name,)) if is_file(facts, name) else None
    return None


def split_call(facts: Facts, node: ast.expr) -> ast.Call | None:
    """The call of .split() that made it, if the sign is known."""
    match origin.value(facts, node) or node:
        case (
            ast.Call(
                func=ast.Attribute(attr="split"), args=[] | [ast.Constant(value=str())], keywords=[]
            ) as call
        ):
            return call
    return None


def split_text(facts: Facts, node: ast.expr) -> str | None:
    """What was split, of the parts under a name or of the call itself; None if it is not told."""
    call = split_call(facts, node)
    known = parts_of(facts, call, node) if call is not None else None
    return known[0] if known is not None else None


def sign_of(call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(sign))]:
            return repr(sign)
    return "' '"


def parts_of(facts: Facts, call: ast.Call, node: ast.expr) -> tuple[str, int] | None:
    """The text that was split, and how many parts it has."""
    tree = place.tree_of(facts)
    if tree is not None and isinstance(node, ast.Name) and walks.is_resized(tree, node.id):
        return None  # of which text, cannot be told any more
    sign = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    value = place.known(facts, node) if node is not call else None
    text = _text(facts, call) if node is call else _joined(value, sign)
    if text is None or sign == "":
        return None
    length = len(text.split(str(sign) if sign is not None else None))
    return (text, length) if value is None or value.length == length else None


def _text(facts: Facts, call: ast.Call) -> str | None:
    owner: ast.expr = call.func.value if isinstance(call.func, ast.Attribute) else call
    strips = 0
    while True:
        match owner:
            case ast.Call(func=ast.Attribute(value=inner, attr=method), args=[], keywords=[]):
                if method not in _STRIPS:
                    return None
                owner, strips = inner, strips + 1
            case _:
                break
    value = place.known(facts, owner)
    text = value.text if value is not None else None
    return text.strip() if text is not None and strips else text


def _joined(value: Value | None, sign: object) -> str | None:
    """Of the parts, if all of them are told."""
    match value:
        case Value("list", (int(length), [*items])) if length == len(items):
            texts = [_whole(each) for each in items]
            if all(each is not None for each in texts):
                return (" " if sign is None else str(sign)).join(map(str, texts))
    return None


def _whole(told: object) -> str | None:
    match told:
        case ("str", str(text), int(length)) if len(text) == length:
            return text
    return None


def _length(value: Value | None) -> int | None:
    return value.length if value is not None and value.type == "list" else None


def _is_row(facts: Facts, node: ast.expr) -> bool:
    loop = origin.loop_over(facts, node.id) if isinstance(node, ast.Name) else None
    return loop is not None and _is_reader(facts, loop.iter)


def _is_reader(facts: Facts, node: ast.expr) -> bool:
    if (made := origin.value(facts, node)) is not None:
        return _is_reader(facts, made)
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr="reader")):
            return True
    return False


def quoted(text: str) -> str:
    return repr(text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "...")


# -- read to the end


def read_before(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`file.read()` gives nothing any more: a line above has read all of it."""
    match origin.value(facts, node) or node:
        case (
            ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="read" | "readlines" | "readline")
            ) as call
        ):
            found = _taken(facts, name, call.lineno, _reads_all)
        case ast.Call(args=[ast.Name(id=name)]) as call if place.shown(facts, call.func) in (
            "next",
            "list",
            "json.load",
        ):
            found = _taken(facts, name, call.lineno, _reads_all)
        case _:
            return None
    if not found or not is_file(facts, name):
        return None
    return Diagnosis(Kind.READ_TO_END, (name, found))


def used_up(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A map() or the like, of which a line above has taken all."""
    value = place.known(facts, node)
    if not isinstance(node, ast.Name) or value is None or value.name not in _FLOWS:
        return None
    made = origin.value(facts, node)
    line = _taken(facts, node.id, facts.line, _takes_all)
    if made is None or not line or place.called(facts, "next") is not None:
        return None  # of a list, next() takes nothing
    instead = f"{node.id} = list({place.shown(facts, made)})"
    return Diagnosis(Kind.USED_UP, (node.id, line, instead)) if "..." not in instead else None


def next_used_up(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """The same of next(), for which it has to be made anew."""
    value = place.known(facts, node)
    if not isinstance(node, ast.Name) or value is None or value.name not in (*_FLOWS, *_ITERATORS):
        return None
    made, line = origin.value(facts, node), _taken(facts, node.id, facts.line, _takes_all)
    home = scope.function_around(facts) or place.tree_of(facts)
    if not line or not isinstance(made, ast.Call | ast.GeneratorExp):
        return None
    if home is not origin.only_bound(facts, node.id) or _is_in_loop(facts):
        return None  # there it would begin anew each time
    inside = [each for each in ast.walk(made) if isinstance(each, ast.Name)]
    shown = place.in_full(facts, made)
    if "..." in shown or any(_may_be_spent(facts, each) for each in inside):
        return None
    return Diagnosis(Kind.USED_UP_NEXT, (node.id, line, f"{node.id} = {shown}"))


def _is_in_loop(facts: Facts) -> bool:
    return any(
        isinstance(each, ast.For | ast.While) and place.covers(each, facts.line)
        for each in place.every(facts, ast.stmt)
    )


def _may_be_spent(facts: Facts, name: ast.Name) -> bool:
    """What it is made of gives its items only once as well."""
    made = origin.value(facts, name)
    return isinstance(made, ast.Call | ast.GeneratorExp) or name.id in (
        found.id
        for each in place.every(facts, ast.withitem)
        for found in ast.walk(each)
        if isinstance(found, ast.Name)
    )


def _taken(facts: Facts, name: str, line: int, takes: Callable[[ast.stmt, str], bool]) -> int:
    """The line above `line` that has taken all there is; 0 if there is none, or one winds back."""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr="seek") if owner == name:
                return 0
    ran = origin.ran_before(facts, around) if around is not None else ()
    for statement in _with_insides(ran):
        if statement.lineno < line and takes(statement, name):
            return statement.lineno
    return 0


def _with_insides(statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """What stands in a `with` runs as well."""
    for statement in statements:
        yield statement
        if isinstance(statement, ast.With):
            yield from _with_insides(statement.body)


def gone_through(facts: Facts, name: str, line: int) -> int:
    """The line above `line` that has read all of it; 0 if none has."""
    return _taken(facts, name, line, _reads_all)


def _reads_all(statement: ast.stmt, name: str) -> bool:
    for node in _plain(statement):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr), args=[]):
                if owner == name and attr in _READS:
                    return True
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="json"), attr="load"),
                args=[ast.Name(id=given)],
            ) if given == name:
                return True
    return _takes_all(statement, name)


def _takes_all(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.For(iter=ast.Name(id=source)) if source == name:
            return not any(
                isinstance(each, ast.Break | ast.Return | ast.Raise) for each in ast.walk(statement)
            )
    for node in _plain(statement):
        match node:
            case ast.Call(func=ast.Name(id=function), args=[ast.Name(id=given)]):
                if given == name and function in _TAKE_ALL:
                    return True
            case ast.Call(
                func=ast.Name(id=function),
                args=[ast.GeneratorExp(generators=[ast.comprehension(iter=ast.Name(id=given))])],
            ):
                if given == name and function in _TAKE_ALL:
                    return True
            case ast.ListComp(generators=[ast.comprehension(iter=ast.Name(id=given))]):
                if given == name:
                    return True
    return False


def _plain(statement: ast.stmt) -> Iterator[ast.AST]:
    """What is surely executed in it."""
    if isinstance(statement, ast.Assign | ast.Expr | ast.AugAssign | ast.AnnAssign):
        yield from ast.walk(statement)


def _opens_path(facts: Facts, function: ast.expr) -> bool:
    """`path.open()`, of a Path that is made in this file."""
    match function:
        case ast.Attribute(value=ast.Name() as owner, attr="open"):
            made = origin.value(facts, owner)
            return made is not None and "Path(" in ast.unparse(made)
        case ast.Attribute(value=owner, attr="open"):
            return ast.unparse(owner).startswith("Path(")
    return False


def is_file(facts: Facts, name: str) -> bool:
    """It comes from one open() in its scope, and from nothing else."""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=found)], value=ast.Call() as call)
                | ast.withitem(context_expr=ast.Call() as call, optional_vars=ast.Name(id=found))
            ) if found == name:
                return ast.unparse(call.func) == "open" or _opens_path(facts, call.func)
    return False
