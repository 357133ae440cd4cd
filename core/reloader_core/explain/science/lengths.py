"""Why something has one value less than it should: what made it, where that is sure. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import filled, odd_one, shorter

_ROWS = re.compile(r"shapes \((?P<rows>\d+),(?P<width>\d+)\) \((?P<length>\d+),\) ?$")
_ROWS_TURNED = re.compile(r"shapes \((?P<length>\d+),\) \((?P<rows>\d+),(?P<width>\d+)\) ?$")
_WRAPS = ("list", "tuple", "array", "asarray", "Series")
_ROUNDED = 1e-6
_COLUMN = re.compile(r"Length of values \((\d+)\) does not match length of index \((\d+)\)")
_PLOT = re.compile(
    r"x and y must have same first dimension, but have shapes \((\d+),\) and \((\d+),\)"
)
_OPERANDS = re.compile(
    r"operands could not be broadcast together with shapes \((\d+),\) \((\d+),\) ?$"
)


def of_column(facts: Facts) -> Diagnosis | None:
    """`table["change"] = changes`"""
    said = _COLUMN.match(facts.message)
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript()], value=value) if said is not None:
            if is_from(facts, "pandas"):
                return cause(facts, value, int(said[1]), int(said[2]))
    return None


def of_plot(facts: Facts) -> Diagnosis | None:
    """`plot(months, values)`"""
    said, call = _PLOT.match(facts.message), called(facts, "plot")
    if said is None or call is None or len(call.args) < 2 or not is_from(facts, "matplotlib"):
        return None
    x, y = (call.args[0], int(said[1])), (call.args[1], int(said[2]))
    short, long = (x, y) if x[1] < y[1] else (y, x)
    why = cause(facts, short[0], short[1], long[1]) or filled.unequal(facts, short, long)
    why = why or shorter.returned(facts, short, long)
    return why or odd_one.of_plot(facts, call, x, y) or filled.as_many(facts, x, y)


def of_operands(facts: Facts) -> Diagnosis | None:
    """`np.diff(s) / t`"""
    said = _OPERANDS.match(facts.message)
    nodes = [each for each in place.candidates(facts, ast.BinOp) if not _is_of_number(each)]
    if len(nodes) != 1 or not is_from(facts, "C"):
        return None
    if said is None:
        return _of_rows(facts, nodes[0])
    node, first, second = nodes[0], int(said[1]), int(said[2])
    short, long = (node.left, node.right) if first < second else (node.right, node.left)
    left, right = _array_in(facts, node.left), _array_in(facts, node.right)
    if left is not None and right is not None:
        return _of_written(facts, (left, first), (right, second))
    if not _is_diff(short) or abs(first - second) != 1 or not isinstance(long, ast.Name):
        return None
    assert isinstance(short, ast.Call)
    is_rate = isinstance(node.op, ast.Div) and short is node.left
    fitting = f"{place.shown(facts, short.func)}({long.id})" if is_rate else f"{long.id}[1:]"
    what, sign = place.shown(facts, short), place.shown(facts, node)
    sign = {ast.Div: "/", ast.Mult: "*", ast.Add: "+", ast.Sub: "-"}.get(type(node.op), "")
    instead = f"{what} {sign} {fitting}" if short is node.left else f"{fitting} {sign} {what}"
    return Diagnosis(Kind.DIFF_SHORTER, (what, long.id, instead)) if sign else None


def _is_of_number(node: ast.BinOp) -> bool:
    """`heights ** 2`, which fits whatever it is calculated of."""
    return any(isinstance(each, ast.Constant) for each in (node.left, node.right))


def _array_in(facts: Facts, node: ast.expr) -> ast.Name | None:
    """The only name in it, where all is as long as what that stands for: not of `[1, 2] * 3`."""
    inner = node
    while not isinstance(inner, ast.Name):
        match inner:
            case ast.BinOp(left=ast.Constant(), right=other) | ast.UnaryOp(operand=other):
                inner = other
            case ast.BinOp(left=other, right=ast.Constant()):
                inner = other
            case _:
                return None
    is_array = place.type_of(facts, inner) not in ("", "list", "tuple")
    return inner if inner is node or is_array else None


def _of_written(
    facts: Facts, first: tuple[ast.Name, int], second: tuple[ast.Name, int]
) -> Diagnosis | None:
    """The shorter one is written out in some line, or both have at least names."""
    short, long = (first, second) if first[1] < second[1] else (second, first)
    match origin.assigned(facts, short[0]):
        case ast.Assign(value=ast.Call(args=[ast.List()])) as made:
            shown = [place.shown(facts, each[0]) for each in (long, short)]
            values = (shown[0], long[1], shown[1], made.lineno, short[1])
            return Diagnosis(Kind.WRITTEN_SHORTER, values)
    return filled.as_many(facts, first, second)


def _of_rows(facts: Facts, node: ast.BinOp) -> Diagnosis | None:
    """`sales * prices`, of a table and one row of values."""
    said, turned = _ROWS.search(facts.message), _ROWS_TURNED.search(facts.message)
    table, values = node.left, node.right
    if turned is not None:
        said, table, values = turned, values, table
    if said is None or not all(isinstance(e, ast.Name | ast.Attribute) for e in (table, values)):
        return None
    rows, width, length = (int(said[each]) for each in ("rows", "width", "length"))
    what, what2 = place.shown(facts, table), place.shown(facts, values)
    if rows == length:
        instead = f"{what2}[:, None]"
        return Diagnosis(Kind.ROW_OR_COLUMN, (what, width, what2, length, instead))
    return Diagnosis(Kind.ROW_VALUES, (what, width, what2, length))


def _is_diff(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="diff"), args=[_], keywords=[]):
            return True
    return False


def cause(facts: Facts, node: ast.expr, length: int, wanted: int) -> Diagnosis | None:
    """Of what has this length and should have the other one."""
    if length + 1 != wanted:
        return None
    made = origin.value(facts, node) or node
    match made:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner]) if (
            name in _WRAPS
        ):
            made = inner
    match made:
        case ast.Call(func=ast.Name(id="range"), args=[*first, end], keywords=[]) if len(first) < 2:
            return _range(facts, made, end, length, wanted)
        case (
            ast.Call(func=ast.Name(id="range"), args=[_, _, _], keywords=[])
            | ast.Call(func=ast.Attribute(attr="arange"), args=[_, _, _], keywords=[])
        ):
            return _stepped(facts, made, length, wanted)
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            function = scope.plain_function(place.tree_of(facts), name)
            match scope.returns_of(place.tree_of(facts), name):
                case [ast.Return(value=ast.Name(id=result))] if function is not None:
                    return _looped(facts, function, result, f"{name}()")
        case ast.List(elts=[]) if isinstance(node, ast.Name):
            around = origin.only_bound(facts, node.id)
            return _looped(facts, around, node.id, node.id) if around is not None else None
    return None


def _range(
    facts: Facts, made: ast.Call, end: ast.expr, length: int, wanted: int
) -> Diagnosis | None:
    """`range(1, 12)`"""
    match end:
        case ast.Constant(value=int(number)):
            more = str(number + 1)
        case ast.BinOp(op=ast.Add(), right=ast.Constant(value=1)):
            return None  # it has been thought of
        case ast.BinOp(left=left, op=ast.Sub(), right=ast.Constant(value=1)):
            more = place.shown(facts, left)
        case _:
            more = f"{place.shown(facts, end)} + 1"
    first = "".join(f"{place.shown(facts, each)}, " for each in made.args[:-1])
    what, instead = place.shown(facts, made), f"range({first}{more})"
    if "..." in what + instead or len(made.args) != 2:
        return None
    return Diagnosis(Kind.RANGE_ENDS, (what, made.lineno, length, wanted, instead))


def _stepped(facts: Facts, made: ast.Call, length: int, wanted: int) -> Diagnosis | None:
    """`range(0, 30, 5)`, where 30 would be the next one."""
    first, end, step = (_number(facts, each) for each in made.args)
    if first is None or end is None or not step:
        return None
    shown = [place.shown(facts, each) for each in (made.func, *made.args)]
    if isinstance(first + end + step, float):
        return _parted(facts, made, (first, end, step), length)
    if (end - first) % step:
        return None
    sign, by = ("+", shown[3]) if not shown[3].startswith("-") else ("-", shown[3][1:])
    is_number = isinstance(_constant(made.args[1]), int) and isinstance(
        _constant(made.args[2]), int
    )
    more = str(end + step) if is_number else f"{shown[2]} {sign} {by}"
    what, instead = place.shown(facts, made), f"{shown[0]}({shown[1]}, {more}, {shown[3]})"
    if "..." in what + instead or (end - first) // step != length:
        return None
    return Diagnosis(Kind.RANGE_ENDS, (what, made.lineno, length, wanted, instead))


def _parted(
    facts: Facts, made: ast.Call, numbers: tuple[float, float, float], length: int
) -> Diagnosis | None:
    """`np.arange(0, 1, 0.1)`: how many a step with a point gives with another end is up to how it
    is rounded, and linspace() is told it."""
    first, end, step = numbers
    shown = [place.shown(facts, each) for each in (made.func, *made.args)]
    what, wanted = place.shown(facts, made), length + 1
    instead = f"{shown[0].replace('arange', 'linspace')}({shown[1]}, {shown[2]}, {wanted})"
    if abs((end - first) / step - length) > _ROUNDED or "linspace" not in instead:
        return None
    if "..." in what + instead:
        return None
    return Diagnosis(Kind.RANGE_ENDS, (what, made.lineno, length, wanted, instead))


def _number(facts: Facts, node: ast.expr) -> int | float | None:
    """Also of a name that stands too far from the line to be told of, and gets it once."""
    whole = place.whole_number(facts, node)
    made = node if whole is not None else origin.value(facts, node) or node
    match place.known(facts, made):
        case Value("int" | "float", (number,)) if whole is None:
            return ast.literal_eval(str(number)) if str(number)[-1:].isdigit() else None
    return whole


def _constant(node: ast.expr) -> object:
    """A number, as it is written, whether there is a minus before it or not."""
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return inner.value if isinstance(inner, ast.Constant) else None


def _uses_neighbours(loop: ast.For) -> bool:
    """`values[i] - values[i - 1]`: else the one that is left out may be meant to be, as the first
    line of a file."""
    for node in ast.walk(loop):
        match node:
            case ast.Subscript(
                slice=ast.BinOp(left=ast.Name(id=name), right=ast.Constant(value=1))
            ) if place.is_name(loop.target, name):
                return True
    return False


def _looped(facts: Facts, around: ast.AST, name: str, what: str) -> Diagnosis | None:
    """`for i in range(1, len(values)): changes.append(...)`, and that each time."""
    begun = [
        node.lineno
        for node in scope.in_scope(around)
        if isinstance(node, ast.Assign)
        and ast.unparse(node) == f"{name} = []"
        and len(scope.bindings(around, name)) == 1
    ]
    grows = [
        node
        for node in scope.in_scope(around)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == name
    ]
    loops = [node for node in scope.in_scope(around) if isinstance(node, ast.For)]
    fitting = [
        loop
        for loop in loops
        for each in loop.body
        if isinstance(each, ast.Expr)
        and isinstance(each.value, ast.Call)
        and isinstance(each.value.func, ast.Attribute)
        and grows == [each.value.func]
        and each.value.func.attr == "append"
    ]
    if len(begun) != 1 or len(fitting) != 1 or not origin.ends(fitting[0].body):
        return None
    if any(isinstance(each, ast.Continue | ast.Break) for each in ast.walk(fitting[0])):
        return None
    if not _uses_neighbours(fitting[0]):
        return None
    match fitting[0].iter:
        case ast.Call(
            func=ast.Name(id="range"),
            args=[ast.Constant(value=1), ast.Call(func=ast.Name(id="len"))]
            | [ast.BinOp(left=ast.Call(func=ast.Name(id="len")), right=ast.Constant(value=1))],
        ):
            instead = f"{name} = [0]"
            return Diagnosis(Kind.LOOP_LEAVES_OUT, (what, fitting[0].lineno, begun[0], instead))
    return None
