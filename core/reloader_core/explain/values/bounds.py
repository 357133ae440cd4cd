"""A loop that lets an index get behind the last place: it goes by a name for the length, by one
more than that, or looks ahead. Pure."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import longer

_RESIZE = ("append", "pop", "remove", "insert", "extend", "clear")


@dataclass(frozen=True, slots=True)
class _Counted:
    """`end`: what the index stays below, or with `<=` reaches."""

    loop: ast.For | ast.While
    end: ast.expr
    test: ast.Compare | None = None

    @property
    def more(self) -> int:
        return int(self.test is not None and isinstance(self.test.ops[0], ast.LtE))

    @property
    def start(self) -> ast.expr | None:
        match self.loop:
            case ast.For(iter=ast.Call(args=[start, _, *_])):
                return start
        return None


def too_far(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`for j in range(n): if items[j] > items[j + 1]`, of n items."""
    name, ahead = _ahead(facts, node.slice)
    counted = _counting(facts, name) if name else None
    what = ast.unparse(node.value)
    if counted is None or number < length or not _is_plain(node.value):
        return None
    if counted.test is not None and node in ast.walk(counted.loop):
        if (node.lineno, node.col_offset) < (counted.test.lineno, counted.test.col_offset):
            return None  # the test comes too late
    if _is_changed(counted.loop, what) or _sets(counted, name, facts.line):
        return None
    end = _value(facts, counted.end, what, length)
    if end is None:
        return None
    end += counted.more
    if end <= number - ahead or ahead >= length:
        return None  # something else let it through, or not even its first round may
    return _of_end(facts, node, counted, (length, number, ahead, end))


def _of_end(
    facts: Facts, node: ast.Subscript, counted: _Counted, numbers: tuple[int, int, int, int]
) -> Diagnosis | None:
    length, number, ahead, end = numbers
    less, line = end - (length - ahead), counted.loop.lineno
    what, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    steps = _step(counted)
    if steps != 1 and ahead:
        if steps == 2 and ahead == 1 and length % 2 and end == length:
            item = f"{what}[{_ahead(facts, node.slice)[0]}]"
            return Diagnosis(Kind.PARTNER_LACKS, (what, length, item, f"{index} < len({what})"))
        return None
    is_counted = end <= length or end == length + 1 and (counted.more or _adds(counted.end))
    if not is_counted:
        return _by_other(facts, node, counted, (length, end - counted.more))
    instead = _ending(facts, counted, node.slice, less)
    if "..." in what + instead:
        return None
    values = (line, index, number, what, length)
    made = longer.made_with(facts, node.value)
    is_put = not isinstance(node.ctx, ast.Load)
    if made is None or less != 1 or ahead and not is_put:
        if not ahead and not is_put and _is_one(counted.start):
            instead = _from_one(facts, node, counted) or instead
        return Diagnosis(Kind.LOOP_AHEAD, (*values, instead))
    if not ahead and not _begins_at_0(facts, counted, index):
        return Diagnosis(Kind.LIST_ONE_SHORT, (line, number, what, *made))
    return Diagnosis(Kind.LOOP_OR_LIST, (line, index, number, what, instead, *made))


def _by_other(
    facts: Facts, node: ast.Subscript, counted: _Counted, numbers: tuple[int, int]
) -> Diagnosis | None:
    """The loop goes by a name for a number that is larger than the length."""
    length, end = numbers
    index, what = place.shown(facts, node.slice), place.shown(facts, node.value)
    if not isinstance(counted.end, ast.Name | ast.Attribute) or "..." in what:
        return None
    less = index.partition(" + ")[2]
    last = f"len({what})" + (f" - {less}" if less else "")
    instead = f"while {index.partition(' ')[0]} < {last}"
    if isinstance(counted.loop, ast.For):
        first = f"{place.shown(facts, counted.start)}, " if counted.start is not None else ""
        instead = f"range({first}{last})"
    shown = place.shown(facts, counted.end)
    values = (counted.loop.lineno, shown, end, what, length, instead)
    return Diagnosis(Kind.LOOP_BY_OTHER, values)


# -- what the loop counts by


def _ahead(facts: Facts, index: ast.expr) -> tuple[str, int]:
    """`i + 1`: the name, and how many places further; '' for another index."""
    match index:
        case ast.Name(id=name):
            return name, 0
        case ast.BinOp(left=ast.Name(id=name), op=ast.Add(), right=more):
            number = place.whole_number(facts, more)
            if number is not None and number > 0:
                return name, number
    return "", 0


def _counting(facts: Facts, name: str) -> _Counted | None:
    """The innermost loop around the line that counts by this name."""
    found = None
    for loop in place.every(facts, ast.stmt):
        if not place.covers(loop, facts.line):
            continue
        match loop:
            case ast.For(
                target=ast.Name(id=target),
                iter=ast.Call(func=ast.Name(id="range"), args=[end] | [_, end] | [_, end, _]),
            ) if target == name:
                found = _Counted(loop, end)
            case ast.While(test=test):
                for each in test.values if isinstance(test, ast.BoolOp) else [test]:
                    match each:
                        case ast.Compare(
                            left=ast.Name(id=target), ops=[ast.Lt() | ast.LtE()], comparators=[end]
                        ) if target == name and not _is_either(test):
                            found = _Counted(loop, end, each)
    return found


def _is_either(test: ast.expr) -> bool:
    return isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or)


def _step(counted: _Counted) -> int | None:
    """None if it is not known, or goes down."""
    match counted.loop:
        case ast.For(iter=ast.Call(args=[_, _, ast.Constant(value=int(step))])):
            return step
        case ast.For(iter=ast.Call(args=[_, _, ast.Name() | ast.BinOp()])):
            return 0
        case ast.For(iter=ast.Call(args=[_, _, _])):
            return None
    return 1


def _is_plain(node: ast.expr) -> bool:
    match node:
        case ast.Name() | ast.Attribute(value=ast.Name()):
            return True
    return False


def _is_changed(loop: ast.AST, what: str) -> bool:
    """In the loop, by a value of its own or in its length."""
    for node in ast.walk(loop):
        match node:
            case ast.Attribute(value=owner, attr=attr) if attr in _RESIZE:
                if ast.unparse(owner) == what:
                    return True
            case ast.Name(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                if ast.unparse(node) == what:
                    return True
            case ast.Delete(targets=targets) if what in " ".join(map(ast.unparse, targets)):
                return True
    return False


def _sets(counted: _Counted, name: str, line: int) -> bool:
    """The loop gives another value to what its end is made of, or to the index above the line."""
    of_end = {each.id for each in ast.walk(counted.end) if isinstance(each, ast.Name)}
    for part in counted.loop.body:
        for node in ast.walk(part):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                is_early = isinstance(counted.loop, ast.For) or node.lineno <= line
                if node.id in of_end or node.id == name and is_early:
                    return True
    return False


def _value(facts: Facts, end: ast.expr, what: str, length: int) -> int | None:
    """By what is known at the crash, or as the text has made it of this very length."""
    if (number := place.whole_number(facts, end)) is not None:
        return number
    match end:
        case ast.Call(func=ast.Name(id="len"), args=[items]) if ast.unparse(items) == what:
            return length
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=ast.Constant(value=int(n))):
            number = _value(facts, left, what, length)
            return None if number is None else number + (n if isinstance(op, ast.Add) else -n)
        case ast.Name():
            made, around = origin.value(facts, end), scope.function_around(facts)
            tree = around or place.tree_of(facts)
            if isinstance(made, ast.Call) and tree is not None and not _grows(tree, what):
                return _value(facts, made, what, length)
    return None


def _grows(tree: ast.AST, what: str) -> bool:
    return (
        any(
            isinstance(node, ast.Attribute)
            and node.attr in _RESIZE
            and ast.unparse(node.value) == what
            or isinstance(node, ast.Delete)
            and what in ast.unparse(node)
            for node in ast.walk(tree)
        )
        or len([n for n in ast.walk(tree) if _is_stored(n, what)]) > 1
    )


def _is_stored(node: ast.AST, what: str) -> bool:
    is_kind = isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store)
    return is_kind and ast.unparse(node) == what


# -- what is to be written


def _adds(end: ast.expr) -> bool:
    match end:
        case ast.BinOp(op=ast.Add(), right=ast.Constant(value=1)):
            return True
    return False


def _is_one(start: ast.expr | None) -> bool:
    return isinstance(start, ast.Constant) and start.value == 1


def _begins_at_0(facts: Facts, counted: _Counted, name: str) -> bool:
    match counted.loop, counted.start:
        case ast.For(), None | ast.Constant(value=0):
            return True
        case ast.For(), _:
            return False
    return any(
        ast.unparse(each) in (f"{name} = 0", f"{name}: int = 0")
        for each in place.every(facts, ast.stmt)
        if isinstance(each, ast.Assign | ast.AnnAssign)
    )


def _ending(facts: Facts, counted: _Counted, index: ast.expr, less: int) -> str:
    """The loop's range or condition, with an end that is so much lower."""
    less -= counted.more
    end = longer.less_by(facts, counted.end, less)
    match index:
        case ast.BinOp(right=ast.Name() | ast.Attribute() as more) if counted.more == 0:
            if place.whole_number(facts, more) == less:
                end = f"{place.shown(facts, counted.end)} - {place.shown(facts, more)}"
    match counted.loop:
        case ast.For(iter=ast.Call(args=[_]) as call):
            parts = [end]
        case ast.For(iter=ast.Call(args=[start, _, *step]) as call):
            shown = [place.shown(facts, each) for each in (start, *step)]
            parts = [shown[0], end, *shown[1:]]
        case ast.While(test=ast.expr() as condition) if counted.test is not None:
            test = f"{place.shown(facts, counted.test.left)} < {end}"
            whole = place.in_full(facts, condition)
            return f"while {whole.replace(place.shown(facts, counted.test), test, 1)}:"
        case _:
            return "..."
    return f"{ast.unparse(call.func)}({', '.join(parts)})"


def _from_one(facts: Facts, node: ast.Subscript, counted: _Counted) -> str:
    """`items[i - 1]`, in a loop from 1 to the length, in which nothing but this item is taken by
    the number."""
    name, what = ast.unparse(node.slice), place.shown(facts, node.value)
    written = {
        ast.unparse(each)
        for part in counted.loop.body
        for each in ast.walk(part)
        if isinstance(each, ast.Subscript)
        and any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(each.slice))
    }
    return f"{what}[{name} - 1]" if written == {ast.unparse(node)} else ""
