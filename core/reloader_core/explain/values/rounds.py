"""A loop that counts through a list or goes through a dictionary, and what it takes there. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import looped
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def counted_too_far(
    facts: Facts, node: ast.Subscript, length: int, number: int
) -> Diagnosis | None:
    """`for i in range(len(items))`, in which the list gets shorter, or which looks at i + 1."""
    match node:
        case ast.Subscript(value=ast.Name(id=items), slice=ast.Name(id=index)):
            further = 0
        case ast.Subscript(
            value=ast.Name(id=items),
            slice=ast.BinOp(left=ast.Name(id=index), op=ast.Add(), right=ast.Constant(value=1)),
        ):
            further = 1
        case _:
            return None
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(
                target=ast.Name(id=target),
                iter=ast.Call(
                    func=ast.Name(id="range"),
                    args=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=source)])],
                ),
            ) if (target, source) == (index, items) and place.covers(loop, facts.line):
                if _stores(loop.body, items, index):
                    return None
                if further and number == length and not _shortened(loop, items):
                    shown = place.shown(facts, node.slice)
                    instead = f"range(len({items}) - 1)"
                    values = (items, shown, length, instead)
                    return Diagnosis(Kind.INDEX_AFTER_LAST, values)
                if not further and (shorter := _shortened(loop, items)) is not None:
                    return Diagnosis(Kind.SHRUNK_IN_LOOP, (items, *shorter))
    return None


def partner_lacks(facts: Facts, node: ast.Subscript, length: int, number: int) -> Diagnosis | None:
    """`items[i + 1]`, in a loop that takes two at a time of an odd number of items."""
    match node:
        case ast.Subscript(
            value=ast.Name(id=items),
            slice=ast.BinOp(left=ast.Name(id=index), op=ast.Add(), right=ast.Constant(value=1)),
        ) if number == length and length % 2:
            pass
        case _:
            return None
    for loop in place.every(facts, ast.stmt):
        if not isinstance(loop, ast.For | ast.While) or not place.covers(loop, facts.line):
            continue
        if _goes_by_two(loop, items, index):
            values = (items, length, f"{items}[{index}]", f"{index} + 1 < len({items})")
            return Diagnosis(Kind.PARTNER_LACKS, values)
    return None


def _goes_by_two(loop: ast.For | ast.While, items: str, index: str) -> bool:
    if isinstance(loop, ast.For):
        counted = (f"range(0, len({items}), 2)", index)
        return (ast.unparse(loop.iter), ast.unparse(loop.target)) == counted
    steps = {
        ast.unparse(each)
        for each in ast.walk(loop)
        if isinstance(each, ast.Assign | ast.AugAssign) and _sets(each, index)
    }
    is_counted = steps in ({f"{index} += 2"}, {f"{index} = {index} + 2"})
    return ast.unparse(loop.test) == f"{index} < len({items})" and is_counted


def _sets(statement: ast.Assign | ast.AugAssign, name: str) -> bool:
    return any(
        place.is_name(each, name) and isinstance(each.ctx, ast.Store)
        for each in ast.walk(statement)
        if isinstance(each, ast.Name)
    )


_USUAL = (7, 12, 24, 26, 30, 31, 52, 365)
"""So many days, months, letters or cards there are: it may be the list that lacks one."""


def counted_past(facts: Facts, node: ast.Subscript, length: int) -> Diagnosis | None:
    """`for i in range(len(items) + 1)` and `while i <= len(items)`, at the length."""
    for loop in place.every(facts, ast.AST):
        match node.value, node.slice, loop:
            case ast.Name(id=items), ast.Name(id=index), ast.For(
                target=ast.Name(id=target),
                iter=ast.Call(
                    func=ast.Name(id="range"),
                    args=[
                        *_,
                        ast.BinOp(
                            left=ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=source)]),
                            op=ast.Add(),
                            right=ast.Constant(value=1),
                        ),
                    ],
                ) as counted,
            ) if (target, source) == (index, items) and len(counted.args) < 3:
                body, instead = loop.body, f"range(len({items}))"
                if len(counted.args) == 2:
                    if ast.unparse(counted.args[0]) != "1":
                        return None
                    instead = f"{items}[{index} - 1]"
            case ast.Name(id=items), ast.Name(id=index), ast.While(
                test=ast.Compare(
                    left=ast.Name(id=target),
                    ops=[ast.LtE()],
                    comparators=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=source)])],
                )
            ) if (target, source) == (index, items):
                body = [each for each in loop.body if each.lineno < facts.line]
                instead = f"while {index} < len({items})"
            case ast.Name(id=items), ast.Name() | ast.BinOp(op=ast.Add()) as at, ast.While() if (
                _asks_at(loop, node)
            ):
                text, place_ = ast.unparse(loop.test), ast.unparse(at)
                return Diagnosis(
                    Kind.WHILE_PAST, (items, length, f"while {place_} < len({items}) and {text}:")
                )
            case ast.Name(id=items), ast.Name(id=index), ast.While(
                test=ast.Compare(
                    left=ast.Name(id=target),
                    ops=[ast.Lt() | ast.LtE()],
                    comparators=[ast.Constant(value=int(most))],
                )
            ) if target == index and most > length and most not in _USUAL:
                body = [each for each in loop.body if each.lineno < facts.line]
                instead = f"while {index} < len({items})"
            case ast.Name(id=items), ast.Name(id=index), ast.For(
                target=ast.Name(id=target),
                iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int(most))]),
            ) if target == index and most > length and most not in _USUAL:
                body, instead = loop.body, f"range(len({items}))"
            case _:
                continue
        if place.covers(loop, facts.line) and not _stores(body, items, index):
            return Diagnosis(Kind.COUNTED_TOO_FAR, (items, length, loop.lineno, instead))
    return None


def _asks_at(loop: ast.While, node: ast.Subscript) -> bool:
    """`while items[i] != wanted: i += 1`, with nothing else in its condition; and the like with
    `items[i + n]` and `n += 1`."""
    counts = [each for each in loop.body if isinstance(each, ast.AugAssign)]
    parts = [ast.unparse(each) for each in ast.walk(node.slice) if isinstance(each, ast.Name)]
    is_counted = any(
        ast.unparse(each.target) in parts
        and isinstance(each.op, ast.Add)
        and ast.unparse(each.value) == "1"
        for each in counts
    )
    return is_counted and isinstance(loop.test, ast.Compare) and node in ast.walk(loop.test)


def item_for_place(facts: Facts, node: ast.Subscript) -> Diagnosis:
    """`for item in items: items[item]`; what is put there needs the place, not the item."""
    item, items = place.shown(facts, node.slice), place.shown(facts, node.value)
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=target), iter=ast.Name(id=source)):
                if (target, source) == (item, items) and place.covers(loop, facts.line):
                    if _puts(loop, items, item):
                        return Diagnosis(Kind.ITEM_CHANGED, (item, items, _counting(loop, items)))
    return Diagnosis(Kind.INDEX_IS_ITEM, (item, items))


def _puts(loop: ast.For, items: str, item: str) -> bool:
    return any(
        not isinstance(node.ctx, ast.Load) and ast.unparse(node) == f"{items}[{item}]"
        for node in ast.walk(loop)
        if isinstance(node, ast.Subscript)
    )


def _counting(loop: ast.For, items: str) -> str:
    """The loop's first line, with which all else in it may stay; or what gives the item as well."""
    item = ast.unparse(loop.target)
    uses = [n for part in loop.body for n in ast.walk(part) if isinstance(n, ast.Name)]
    places = [
        node
        for part in loop.body
        for node in ast.walk(part)
        if isinstance(node, ast.Subscript) and ast.unparse(node) == f"{items}[{item}]"
    ]
    if sum(each.id == item for each in uses) == len(places):
        return f"for {item} in range(len({items})):"
    index = "i" if item != "i" and all(each.id != "i" for each in uses) else "index"
    return f"for {index}, {item} in enumerate({items}): {items}[{index}] = ..."


def _stores(body: list[ast.stmt], *names: str) -> bool:
    return any(
        isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in names
        for part in body
        for node in ast.walk(part)
    )


def _shortened(loop: ast.For | ast.While, items: str) -> tuple[str, int] | None:
    """By which method, and where."""
    for node in ast.walk(loop):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=owner), attr="pop" | "remove" as method)
            ) if owner == items:
                return f".{method}()", node.lineno
            case ast.Delete(targets=[ast.Subscript(value=ast.Name(id=owner))]) if owner == items:
                return "del", node.lineno
    return None


def _asks_for(test: ast.expr, items: str) -> bool:
    """`while items:` and `while len(items) > 0:`, but not what is true of each list."""
    parts = test.values if isinstance(test, ast.BoolOp) else [test]
    return any(
        ast.unparse(each) in (items, f"len({items})", f"len({items}) > 0", f"{items} != []")
        for each in parts
    )


def emptied(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """A list that began with something in it, and from which the loop takes item by item."""
    made = origin.assigned(facts, what)
    match made:
        case ast.Assign(targets=[ast.Name(id=items)], value=ast.List(elts=[_, *_])):
            pass
        case _:
            return None
    found = set()
    for loop in place.every(facts, ast.AST):
        if isinstance(loop, ast.For | ast.While) and place.covers(loop, facts.line):
            if isinstance(loop, ast.While) and _asks_for(loop.test, items):
                return None  # it goes on only as long as there is one, and takes more
            if not place.covers(loop, made.lineno) and (by := _shortened(loop, items)) is not None:
                found.add(by)
    return Diagnosis(Kind.EMPTIED, (items, *found.pop())) if len(found) == 1 else None


def key_of_table(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """`for name in ages: name["age"]`, where ages is a dictionary."""
    tree = place.tree_of(facts)
    for loop in ast.walk(tree) if tree is not None and isinstance(what, ast.Name) else ():
        match loop:
            case ast.For(target=ast.Name(id=target), iter=ast.Name(id=table) as source):
                value = place.known(facts, source)
                is_table = value is not None and value.type == "dict"
                is_here = target == ast.unparse(what) and place.covers(loop, facts.line)
                if is_table and is_here and not _stores(loop.body, target, table):
                    return looped.of_values(target, table, value)
    return None
