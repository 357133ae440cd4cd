"""A part of a tuple that is to get another value: the tuple that is put in its place, in what holds
it. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import searched
from reloader_core.explain.evidence import origin, place, renewed, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_PARTS = 4


def replaced(facts: Facts, node: ast.Subscript) -> Diagnosis | None:
    """`entry[1] += 5` in `for entry in scores:`, and `scores[i][1] = 5`."""
    made = _made(facts, node)
    if not made:
        return None
    what = place.shown(facts, node.value)
    match node.value:
        case ast.Name(id=name):
            return _of_holder(facts, node, name, made) or _of_name(facts, node, name, made)
        case ast.Subscript(value=owner) if place.type_of(facts, owner) in ("list", "dict"):
            return Diagnosis(Kind.TUPLE_PUT, (what, f"{what} = {made}"))
    return None


def _of_holder(facts: Facts, node: ast.Subscript, name: str, made: str) -> Diagnosis | None:
    """The name is one for an item of a list or dictionary."""
    if _changes(facts, node) != 1:
        return None  # the others of these lines would be mended, too
    again = f"{name} = " if _is_read_below(facts, name) else ""
    if held := _held(facts, name):
        return Diagnosis(Kind.TUPLE_PUT, (name, f"{again}{held} = {made}"))
    if items := searched.list_of(facts, name):
        return Diagnosis(Kind.TUPLE_PUT, (name, f"{items}[{items}.index({name})] = {again}{made}"))
    return _counted(facts, name, again, made)


def _of_name(facts: Facts, node: ast.Subscript, name: str, made: str) -> Diagnosis | None:
    """Nothing but the name has the tuple: it gets the new one."""
    outside = renewed.needed_global(facts, name)
    if outside is None or not _has_new_ones(facts, name) or renewed.is_held(facts, name):
        return None
    instead = f"{name} = {made}"
    lines = ", ".join(str(each) for each in _lines_of(facts, name) if each != facts.line)
    if outside:
        values = (name, "tuple", instead, facts.line, outside)
        if lines:
            return Diagnosis(Kind.PART_PUT_GLOBAL_LINES, (*values, lines))
        return Diagnosis(Kind.PART_PUT_GLOBAL, values)
    if lines:
        return Diagnosis(Kind.TUPLE_PUT_LINES, (name, instead, lines))
    return Diagnosis(Kind.TUPLE_PUT, (name, instead))


def _has_new_ones(facts: Facts, name: str) -> bool:
    """All that the name gets are tuples that are written there; or it is a parameter that the
    function gives back."""
    given, home = renewed.given(facts, name), _home(facts)
    if given is None or not all(_is_new(facts, each) for each in given):
        return False
    if isinstance(home, scope.Function) and name in scope.parameters(home):
        return any(
            isinstance(each, ast.Return) and each.value and place.is_name(each.value, name)
            for each in scope.in_scope(home)
        )
    return bool(given)


def _is_new(facts: Facts, value: ast.expr) -> bool:
    match value:
        case ast.Tuple() | ast.Call(func=ast.Name(id="tuple")):
            return True
        case ast.Name():
            return isinstance(origin.value(facts, value), ast.Tuple)
    return False


def _lines_of(facts: Facts, name: str) -> list[int]:
    """Where the same function or module gives parts of it a value."""
    home = _home(facts)
    return sorted(
        {
            each.lineno
            for each in (scope.in_scope(home) if home is not None else ())
            if isinstance(each, ast.Subscript) and isinstance(each.ctx, ast.Store)
            if place.is_name(each.value, name)
        }
    )


def is_needed(facts: Facts, what: ast.expr, kind: str) -> bool:
    """It is compared, is a key, or what only a text can is done with it: a list would not do."""
    name = ast.unparse(what)
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()]):
                used = [left]
            case ast.Compare(left=left, comparators=[right]):
                used = [left, right]
            case ast.Subscript(slice=ast.expr() as key):
                used = [key]
            case ast.Call(func=ast.Attribute(attr="add"), args=[key]):
                used = [key]
            case ast.Call(func=ast.Name(id="print"), args=args) if kind == "str":
                used = args
            case ast.Attribute(value=owner) if kind == "str":
                used = [owner]
            case ast.FormattedValue(value=value) if kind == "str":
                used = [value]
            case ast.BinOp(left=left, right=right):
                used = [left, right]
            case _:
                continue
        if any(ast.unparse(each) == name for each in used):
            return True
    return False


def _made(facts: Facts, node: ast.Subscript) -> str:
    """The tuple with that part; '' if it cannot be written."""
    value, at = place.known(facts, node.value), place.whole_number(facts, node.slice)
    what = place.shown(facts, node.value)
    is_written = isinstance(node.slice, ast.Constant | ast.UnaryOp)
    length = value.length if value is not None and value.type == "tuple" else None
    if length is None or at is None or not is_written or not -length <= at < length:
        return ""
    at %= length
    match place.statement(facts):
        case ast.Assign(targets=[target], value=given) if target is node:
            new = place.in_full(facts, given)
        case ast.AugAssign(target=target, op=op, value=given) if target is node:
            sign = _SIGNS.get(type(op), "")
            new = f"{what}[{at}] {sign} {place.operand(facts, given)}" if sign else "..."
        case _:
            return ""
    if isinstance(given, ast.Tuple | ast.GeneratorExp | ast.Yield):
        return ""
    if length <= _MOST_PARTS:
        parts = [new if n == at else f"{what}[{n}]" for n in range(length)]
        made = f"({', '.join(parts)}{',' * (length == 1)})"
    else:
        made = f"{what}[:{at}] + ({new},) + {what}[{at + 1}:]"
    return "" if "..." in made else made


_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
}


def _home(facts: Facts) -> ast.AST | None:
    home: ast.AST | None = scope.function_around(facts) or place.tree_of(facts)
    name = home.name if isinstance(home, scope.Function) else "<module>"
    return home if name == facts.function else None


def _changes(facts: Facts, node: ast.Subscript) -> int:
    """In how many places parts of it are to get a value."""
    return sum(
        not isinstance(each.ctx, ast.Load) and ast.unparse(each.value) == ast.unparse(node.value)
        for each in place.every(facts, ast.Subscript)
    )


def _is_read_below(facts: Facts, name: str) -> bool:
    """Further lines need what it is then."""
    return any(
        each.id == name and isinstance(each.ctx, ast.Load) and each.lineno > facts.line
        for each in ast.walk(_home(facts) or ast.Pass())
        if isinstance(each, ast.Name)
    )


def _held(facts: Facts, name: str) -> str:
    """The place that the name is for: `scores[i]`, by the line that gives it its value or by a
    loop that has the place, too."""
    match origin.value(facts, ast.Name(name, ast.Load())):
        case ast.Subscript(value=owner, slice=ast.Name() | ast.Constant() as at) as made:
            is_there = not isinstance(at, ast.Name) or _are_once(facts, at.id)
            if is_there and place.type_of(facts, owner) in ("list", "dict"):
                return place.in_full(facts, made)
    match _loop(facts):
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=key), ast.Name(id=found)]),
            iter=ast.Call(func=ast.Name(id="enumerate"), args=[ast.Name() as items], keywords=[]),
        ) if found == name and place.type_of(facts, items) == "list":
            return f"{items.id}[{key}]" if _are_once(facts, key, name) else ""
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=key), ast.Name(id=found)]),
            iter=ast.Call(func=ast.Attribute(value=ast.Name() as items, attr="items"), args=[]),
        ) if found == name and place.type_of(facts, items) == "dict":
            return f"{items.id}[{key}]" if _are_once(facts, key, name) else ""
    return ""


def _loop(facts: Facts) -> ast.For | None:
    return scope.loop_around(facts) if _home(facts) is not None else None


def _are_once(facts: Facts, *names: str) -> bool:
    return all(origin.only_bound(facts, each) is not None for each in names)


def _counted(facts: Facts, name: str, again: str, made: str) -> Diagnosis | None:
    """The loop that gives the items of a list, and their places, too."""
    loop = _loop(facts)
    match loop:
        case ast.For(target=ast.Name(id=found), iter=ast.Name() | ast.Attribute() as items) if (
            found == name and not loop.type_comment
        ):
            pass
        case _:
            return None
    if not _is_list(facts, items) or not _are_once(facts, name):
        return None
    if _is_copy(origin.value(facts, items)) or _is_set_inside(loop, items):
        return None
    index = _free_name(facts)
    shown = place.in_full(facts, items)
    head = f"for {index}, {name} in enumerate({shown}):"
    values = (name, loop.lineno, head, facts.line, f"{again}{shown}[{index}] = {made}")
    return Diagnosis(Kind.TUPLE_PUT_COUNTED, values) if index and "..." not in head else None


def _is_list(facts: Facts, items: ast.expr) -> bool:
    """As it was told; or as each line that gives an attribute of this name a value writes one."""
    kind = place.type_of(facts, items)
    if kind or not isinstance(items, ast.Attribute):
        return kind == "list"
    stores = [
        each
        for each in place.every(facts, ast.Attribute)
        if each.attr == items.attr and not isinstance(each.ctx, ast.Load)
    ]
    made = [
        node.value
        for node in place.every(facts, ast.Assign)
        if isinstance(node.targets[0], ast.Attribute) and node.targets[0].attr == items.attr
    ]
    are_lists = all(isinstance(each, ast.List) for each in made)
    return bool(made) and len(stores) == len(made) and are_lists


def _is_copy(value: ast.expr | None) -> bool:
    """Of another list, in which nothing would change."""
    match value:
        case ast.Call(func=ast.Name(id="list" | "sorted" | "reversed")) | ast.ListComp():
            return True
        case ast.Call(func=ast.Attribute(attr="copy" | "deepcopy")):
            return True
        case ast.Subscript(slice=ast.Slice()):
            return True
    return False


def _is_set_inside(loop: ast.For, items: ast.expr) -> bool:
    """The loop itself gives the name another list, or moves what is in it."""
    name = ast.unparse(items)
    for each in ast.walk(loop):
        match each:
            case ast.Name(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                if ast.unparse(each) == name:
                    return True
            case ast.Attribute(value=owner, attr="pop" | "remove" | "insert" | "sort" | "reverse"):
                if ast.unparse(owner) == name:
                    return True
    return False


def _free_name(facts: Facts) -> str:
    tree = place.tree_of(facts)
    free = [e for e in ("index", "place", "number") if tree and not scope.names_anywhere(tree, e)]
    return free[0] if free else ""
