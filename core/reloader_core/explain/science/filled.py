"""Two lists that loops have filled, and of which one has fewer items: which loop, and why. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Pair = tuple[ast.expr, int]


def unequal(facts: Facts, short: _Pair, long: _Pair) -> Diagnosis | None:
    """With their lengths."""
    if not isinstance(short[0], ast.Name) or not isinstance(long[0], ast.Name):
        return None
    names = short[0].id, long[0].id
    around = scope.function_around(facts) or place.tree_of(facts)
    if around is None or names[0] == names[1]:
        return None
    outside = _appended_outside(around, names, (short[1], long[1]))
    if outside is not None:
        return outside
    for made, other in ((short, long), (long, short)):
        if (by_values := _by_values(facts, around, made, other)) is not None:
            return by_values
    if short[1] + 1 != long[1]:
        return None
    from_one = _from_one(facts, around, short, long)
    return (
        from_one or _by_count(facts, around, short, long) or _by_count(facts, around, long, short)
    )


def as_many(facts: Facts, first: _Pair, second: _Pair) -> Diagnosis | None:
    """With the names of both, and where the shorter was written out."""
    if not all(isinstance(each[0], ast.Name | ast.Attribute) for each in (first, second)):
        return None
    shown = [place.shown(facts, each[0]) for each in (first, second)]
    values = (shown[0], first[1], shown[1], second[1])
    return Diagnosis(Kind.XY_LENGTHS, values) if shown[0] != shown[1] else None


def _appended_outside(
    around: ast.AST, names: tuple[str, str], lengths: tuple[int, int]
) -> Diagnosis | None:
    """`list_c.append(c)` stands behind the loop, and `list_b.append(b)` in it."""
    begun, appends = _begun(around, names[0]), _appends(around, names[0])
    if begun is None or len(appends) != 1 or begun[1] + 1 != lengths[0]:
        return None
    for loop, behind in _loops(around):
        if appends[0] in behind and any(each in loop.body for each in _appends(around, names[1])):
            line = appends[0].lineno
            values = (names[0], lengths[0], names[1], lengths[1], line, loop.lineno)
            return Diagnosis(Kind.APPENDED_OUTSIDE, values)
    return None


def _loops(around: ast.AST) -> list[tuple[ast.For | ast.While, list[ast.stmt]]]:
    """Each with the calls that stand right behind it."""
    found = []
    for node in (around, *scope.in_scope(around)):
        for block in (getattr(node, "body", []), getattr(node, "orelse", [])):
            for at, each in enumerate(block if isinstance(block, list) else ()):
                if isinstance(each, ast.For | ast.While):
                    behind: list[ast.stmt] = []
                    for next_ in block[at + 1 :]:
                        if not isinstance(next_, ast.Expr):
                            break
                        behind.append(next_)
                    found.append((each, behind))
    return found


def _begun(around: ast.AST, name: str) -> tuple[int, int] | None:
    """The only line that gives it its list, and how many items that has."""
    found = [
        (target.lineno, value)
        for node in scope.in_scope(around)
        for target, value in scope.given_values(node)
        if place.is_name(target, name)
    ]
    match found:
        case [(line, ast.List(elts=elements))] if len(scope.bindings(around, name)) == 1:
            return line, len(elements)
    return None


def _appends(around: ast.AST, name: str) -> list[ast.Expr]:
    """All statements that append one to it, if nothing else is asked of it that changes it."""
    uses = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.Attribute) and place.is_name(each.value, name)
    ]
    calls = []
    for node in scope.in_scope(around):
        match node:
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append") as function)):
                calls += [node] if function in uses else []
    return calls if len(calls) == len(uses) else []


def _rounds(around: ast.AST, name: str) -> tuple[ast.For, ast.Call] | None:
    """The loop that appends one to it in each of its rounds, by a range of which no place of
    another list is taken."""
    appends = _appends(around, name)
    if len(appends) != 1 or (begun := _begun(around, name)) is None or begun[1]:
        return None
    for loop, _behind in _loops(around):
        match loop:
            case ast.For(
                target=ast.Name(id=index),
                iter=ast.Call(func=ast.Name(id="range"), keywords=[]) as counted,
                orelse=[],
            ) if appends[0] in loop.body and not _leaves(loop) and not _is_place(loop, index):
                return loop, counted
    return None


def _leaves(loop: ast.For) -> bool:
    return any(isinstance(e, ast.Continue | ast.Break | ast.Return) for e in ast.walk(loop))


def _is_place(loop: ast.For, index: str) -> bool:
    """Something is taken by this number."""
    return any(
        place.is_name(part, index)
        for each in ast.walk(loop)
        if isinstance(each, ast.Subscript)
        for part in ast.walk(each.slice)
    )


def _from_one(facts: Facts, around: ast.AST, short: _Pair, long: _Pair) -> Diagnosis | None:
    """`for i in range(1, n): minutes.append(i)`, where there are n of the others."""
    found = _rounds(around, ast.unparse(short[0]))
    match found:
        case (_loop, ast.Call(args=[ast.Constant(value=1), ast.BinOp(op=ast.Add())])):
            return None  # its end has been thought of
        case (_loop, ast.Call(args=[ast.Constant(value=1), end]) as counted):
            last = place.operand(facts, end)
            more = str(int(last) + 1) if last.isdigit() else f"{last} + 1"
            what, instead = place.shown(facts, counted), f"range(1, {more})"
            values = (what, counted.lineno, short[1], long[1], instead)
            return Diagnosis(Kind.RANGE_ENDS, values) if "..." not in what + instead else None
    return None


def _by_count(facts: Facts, around: ast.AST, made: _Pair, other: _Pair) -> Diagnosis | None:
    """`for i in range(n): y.append(...)`, and x, which is there by then, has not n items."""
    name, other_name = ast.unparse(made[0]), ast.unparse(other[0])
    found = _rounds(around, name)
    if found is None or len(found[1].args) != 1:
        return None
    loop = found[0]
    if loop not in getattr(around, "body", []) or not _is_there(around, other_name, loop):
        return None
    values = (loop.lineno, name, made[1], other_name, other[1], f"range(len({other_name}))")
    return Diagnosis(Kind.ROUNDS_UNLIKE, values)


def _is_there(around: ast.AST, name: str, loop: ast.stmt) -> bool:
    """Above the loop, and neither in it nor below it something is done to it."""
    touched = [
        each.lineno
        for each in scope.in_scope(around)
        if isinstance(each, ast.Name) and each.id == name
    ]
    changed = [
        each.lineno
        for each in scope.in_scope(around)
        if isinstance(each, ast.Attribute) and place.is_name(each.value, name)
    ]
    if any(line > loop.lineno for line in (*changed, *scope.bindings(around, name))):
        return False
    is_above = any(line < loop.lineno for line in touched)
    return is_above and not any(place.covers(loop, line) for line in touched)


def _by_values(facts: Facts, around: ast.AST, made: _Pair, other: _Pair) -> Diagnosis | None:
    """`x = np.arange(0, 10, 0.5)`, and `for t in range(10): y.append(t ** 2)`, or a comprehension
    that does so: it calculates with numbers of its own in place of those."""
    name, other_name = ast.unparse(made[0]), ast.unparse(other[0])
    if not _is_row_of_numbers(facts, other[0]):
        return None
    found = _rounds(around, name)
    if found is not None and isinstance(found[0].target, ast.Name):
        loop, number = found[0], found[0].target.id
        if loop.lineno == loop.body[0].lineno or not _is_calculated_with(loop, number):
            return None
        if loop not in getattr(around, "body", []) or not _is_there(around, other_name, loop):
            return None
        values = (loop.lineno, name, made[1], other_name, other[1])
        return Diagnosis(Kind.ROUNDS_UNLIKE, (*values, f"for {number} in {other_name}:"))
    match origin.assigned(facts, made[0]):
        case (
            ast.Assign(
                value=ast.ListComp(
                    elt=elt,
                    generators=[
                        ast.comprehension(
                            target=ast.Name(id=number),
                            iter=ast.Call(func=ast.Name(id="range"), keywords=[]) as counted,
                            ifs=[],
                        )
                    ],
                )
            ) as statement
        ) if _is_calculated_with(elt, number):
            whole, part = place.in_full(facts, statement), place.shown(facts, counted)
        case _:
            return None
    if "..." in whole or whole.count(part) != 1 or not _is_there(around, other_name, statement):
        return None
    values = (statement.lineno, name, made[1], other_name, other[1])
    return Diagnosis(Kind.ROUNDS_UNLIKE, (*values, whole.replace(part, other_name)))


def _is_row_of_numbers(facts: Facts, node: ast.expr) -> bool:
    match origin.value(facts, node):
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="arange" | "linspace")):
            return True
    return False


def _is_calculated_with(node: ast.AST, number: str) -> bool:
    """Whatever is done with it, a number with places may stand there as well."""
    uses = 0
    for above in ast.walk(node):
        for each in ast.iter_child_nodes(above):
            if (
                not isinstance(each, ast.Name)
                or each.id != number
                or isinstance(each.ctx, ast.Store)
            ):
                continue
            uses += 1
            match above:
                case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.Pow()):
                    sides = (above.left, above.right)
                    if any(isinstance(e, ast.List) or place.is_text(e) for e in sides):
                        return False
                case ast.UnaryOp(op=ast.USub()) | ast.FormattedValue():
                    pass
                case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "math" | "numpy"))):
                    pass
                case ast.Call(func=ast.Name(id="print" | "float")):
                    pass
                case _:
                    return False
    return uses > 0
