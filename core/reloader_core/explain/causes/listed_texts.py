"""Texts in a list or dictionary that are to be numbers: the line that has made them, or put them
in. Pure, but for columns_read.py.

From the line that failed back through names, loops, keys and results of functions, each of which
has one value only. At the least doubt there is no answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reloader_core.explain.causes import columns_read, sources, text_parts, typed_numbers, used_as
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_DEEPEST = 8
_ONE = (
    *(Kind.COMPARED_WITH_TEXT, Kind.CALCULATED_WITH_TEXT, Kind.TEXT_AND_NUMBER, Kind.ADDED_TO),
    *(Kind.TEXTS_CALCULATED, Kind.PERCENT_OF_TEXT, Kind.TEXT_PLUS_NUMBER),
)
Held = tuple[ast.AST, str, int]
"""A name, whose it is, and how many times an item is to be taken to come to the texts."""


@dataclass(frozen=True, slots=True)
class Made:
    """`node`: a text, or a list of texts; `statement`: what it stands in."""

    node: ast.expr
    is_list: bool
    home: ast.AST
    names: tuple[Held, ...]


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of what would be mended in the line that failed."""
    tree = place.tree_of(facts)
    if tree is None or sources.is_imported(facts):
        return None
    if found.kind is Kind.SUM_OF_TEXTS:
        node = place.shown_as(facts, str(found.values[0]), ast.Call, ast.Subscript)
        made = _followed(tree, facts, node, 1) if node is not None else None
        table = _table_of(node) if node is not None else None
        told = _told(place.known(facts, table)) if table is not None else []
        return _said(facts, tree, found, made, told)
    if found.kind not in _ONE:
        return None
    node = place.shown_as(facts, str(found.values[0]), ast.Subscript)
    value = place.known(facts, node) if node is not None else None
    if node is None or value is None or value.text is None:
        return None
    texts = _beside(facts, node)
    if texts is None:
        return None
    return _said(facts, tree, found, _of_item(tree, facts, node), [value.text, *texts])


def _beside(facts: Facts, node: ast.expr) -> list[str] | None:
    """What is told of the list of which this is one item; None if that is not all, where a certain
    one is taken, as of a row with a name in it."""
    match node:
        case ast.Subscript(value=items, slice=index):
            held = place.known(facts, items)
            if held is None or held.type != "list":
                return []
            told = _told(held)
            is_certain = isinstance(index, ast.Constant | ast.UnaryOp)
            return told if not is_certain or len(told) == held.length else None
    return []


def _table_of(node: ast.expr) -> ast.expr:
    """`rain` of rain.values()"""
    match node:
        case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]):
            return table
    return node


def _told(value: Value | None) -> list[str]:
    """The texts that are told of a list or dictionary; none if there is something else in it."""
    match value:
        case Value("list" | "tuple", (int(), [*items])):
            pass
        case Value("dict", (int(), [*pairs])):
            items = [item for _key, item in pairs]
        case _:
            return []
    return [str(each[1]) for each in items] if all(each[0] == "str" for each in items) else []


def _said(
    facts: Facts, tree: ast.Module, found: Diagnosis, made: Made | None, texts: list[str]
) -> Diagnosis | None:
    """`texts`: some of them, as they are told."""
    if made is None or not texts or _are_needed(tree, made.names):
        return None
    if not made.is_list:
        texts = texts + (columns_read.texts_of(facts, made.home, made.node) or [])
    if not all(written.is_number("float", each) for each in texts):
        return None
    is_whole = all(written.is_number("int", each) for each in texts)
    function = "int" if is_whole and not _has_places(tree) else "float"
    statement = _statement(tree, made.node)
    if statement is None or statement.lineno == facts.line:
        return None
    shown = place.in_full(facts, made.node)
    value = f"{function}({shown})"
    if made.is_list:
        name = next(each for each in ("n", "x", "each", "number") if not _names(tree, each))
        value = f"[{function}({name}) for {name} in {shown}]"
    instead = replaced(facts, statement, made.node, value)
    if not instead or "..." in shown:
        return None
    what = str(found.values[0])
    if found.kind is Kind.SUM_OF_TEXTS:
        return Diagnosis(Kind.SUM_FROM, (what, statement.lineno, instead))
    if made.is_list:
        return Diagnosis(Kind.TEXTS_SPLIT, (what, statement.lineno, instead))
    return Diagnosis(Kind.TEXT_FROM, (what, statement.lineno, instead))


def _has_places(tree: ast.Module) -> bool:
    """Somewhere else, numbers with places are made."""
    return any(place.is_name(each, "float") for each in ast.walk(tree))


def _names(tree: ast.Module, name: str) -> bool:
    return any(place.is_name(each, name) for each in ast.walk(tree))


def _statement(tree: ast.Module, node: ast.expr) -> ast.stmt | None:
    """The one that it stands in, if that holds no other statements and is written in one line."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Assign | ast.AnnAssign | ast.Expr | ast.Return):
            if node in ast.walk(each):
                return each if each.lineno == each.end_lineno else None
    return None


def replaced(facts: Facts, statement: ast.stmt | ast.expr, node: ast.expr, value: str) -> str:
    """The statement or expression with this in place of the node; '' if it becomes too long."""
    line = (facts.source or "").splitlines()[statement.lineno - 1].encode()
    before = line[statement.col_offset : node.col_offset].decode()
    after = line[node.end_col_offset : statement.end_col_offset].decode()
    whole = f"{before}{value}{after}"
    return whole if len(whole) <= _MOST_SHOWN else ""


_MOST_SHOWN = 100


# -- from the line that failed back to what has made it


def _of_item(tree: ast.Module, facts: Facts, node: ast.expr) -> Made | None:
    """`weeks[n]`, and the name that a loop gives each item of a list."""
    match node:
        case ast.Subscript(value=items, slice=index) if not isinstance(index, ast.Slice):
            return _followed(tree, facts, items, 1)
        case ast.Name(id=name):
            for each in _around(tree, facts):
                if place.is_name(each.target, name):
                    return _followed(tree, facts, each.iter, 1)
    return None


def _around(tree: ast.Module, facts: Facts) -> list[ast.For | ast.comprehension]:
    """The loops around the line, and the comprehensions in it, from the inside out."""
    found: list[ast.For | ast.comprehension] = [
        each for each in place.in_statement(facts) if isinstance(each, ast.comprehension)
    ]
    loops = [e for e in ast.walk(tree) if isinstance(e, ast.For) and place.covers(e, facts.line)]
    return [*found, *reversed(loops)]


def _followed(tree: ast.Module, facts: Facts, node: ast.expr, depth: int) -> Made | None:
    around = scope.function_around(facts) or tree
    try:
        return _Way(tree).made(node, around, depth, (), 0)
    except _Doubt:
        return None


class _Doubt(Exception):
    """Something else may have made it, too."""


class _Way:
    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree

    def made(
        self, node: ast.expr, home: ast.AST, depth: int, names: tuple[Held, ...], steps: int
    ) -> Made:
        """`depth`: how many times an item is taken of it."""
        if steps > _DEEPEST or depth > 3:
            raise _Doubt
        if depth == 0:
            if text_parts.is_part(self._tree, home, node) or typed_numbers.is_typed(node):
                return Made(node, False, home, names)
            raise _Doubt
        if depth == 1 and text_parts.is_split(node):
            return Made(node, True, home, names)
        match node:
            case ast.Name(id=name):
                return self._of_name(name, home, depth, names, steps + 1)
            case ast.Subscript(slice=ast.Slice(), value=whole):
                if depth == 1 and text_parts.is_split(whole):
                    return Made(node, True, home, names)
                raise _Doubt
            case ast.Subscript(value=outer):
                return self.made(outer, home, depth + 1, names, steps + 1)
            case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]):
                return self.made(table, home, depth, names, steps + 1)
            case ast.Call(func=ast.Name(id="list" | "sorted" | "reversed"), args=[inner]):
                return self.made(inner, home, depth, names, steps + 1)
            case ast.ListComp(elt=each) if depth > 1:
                return self.made(each, home, depth - 1, names, steps + 1)
            case ast.Call(func=ast.Name(id=name)):
                function, back = (
                    scope.plain_function(self._tree, name),
                    scope.returns_of(self._tree, name),
                )
                if function is not None and len(back) == 1 and back[0].value is not None:
                    return self.made(back[0].value, function, depth, names, steps + 1)
        raise _Doubt

    def _of_name(
        self, name: str, home: ast.AST, depth: int, names: tuple[Held, ...], steps: int
    ) -> Made:
        if isinstance(home, scope.Function) and not scope.bindings(home, name):
            if name in scope.parameters(home):
                raise _Doubt
            home = self._tree
        if scope.is_declared(self._tree, name):
            raise _Doubt
        names = (*names, (home, name, depth))
        found = list(self._of_bindings(home, name, depth, names, steps))
        if len(found) != len(scope.bindings(home, name)) or len({id(e.node) for e in found}) != 1:
            raise _Doubt
        return replace(found[0], names=tuple(held for each in found for held in each.names))

    def _of_bindings(
        self, home: ast.AST, name: str, depth: int, names: tuple[Held, ...], steps: int
    ) -> Iterator[Made]:
        for node in scope.in_scope(home):
            match node:
                case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                    if scope.is_begun_empty(value):
                        put = self._only_put(home, name)
                        yield self.made(put, home, depth - 1, names, steps)
                    else:
                        self._nothing_put(name)
                        yield self.made(value, home, depth, names, steps)
                case ast.For(target=ast.Name(id=found), iter=items) if found == name:
                    yield self.made(items, home, depth + 1, names, steps)
                case ast.For(
                    target=ast.Tuple(elts=[_, ast.Name(id=found)]),
                    iter=ast.Call(func=ast.Attribute(value=table, attr="items"), args=[]),
                ) if found == name:
                    yield self.made(table, home, depth + 1, names, steps)

    def _only_put(self, home: ast.AST, name: str) -> ast.expr:
        puts = list(_puts(self._tree, name))
        if len(puts) != 1 or puts[0] is None or puts[0] not in scope.in_scope(home):
            raise _Doubt
        return puts[0]

    def _nothing_put(self, name: str) -> None:
        if any(True for _each in _puts(self._tree, name)):
            raise _Doubt


def _puts(tree: ast.Module, name: str) -> Iterator[ast.expr | None]:
    """What is put into it; None for what is put in otherwise."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=found))], value=value):
                if found == name:
                    yield value
            case ast.AugAssign(target=ast.Subscript(value=ast.Name(id=found)) | ast.Name(id=found)):
                if found == name:
                    yield None
            case ast.Call(func=ast.Attribute(value=ast.Name(id=found), attr=attr), args=args):
                if found == name and attr in _FILLS:
                    yield args[0] if attr == "append" and len(args) == 1 else None


_FILLS = ("append", "extend", "insert", "update", "setdefault", "fromkeys", "sort", "reverse")


# -- what the texts are used for


def _are_needed(tree: ast.Module, names: tuple[Held, ...]) -> bool:
    """As texts, or as keys, somewhere."""
    left, seen = list(names), set()
    while left:
        home, name, depth = left.pop()
        if (id(home), name, depth) in seen:
            continue
        seen.add((id(home), name, depth))
        for node in ast.walk(home):
            if _is_needed(tree, node, home, name, depth):
                return True
            left += _further(tree, node, home, name, depth)
    return False


def _is_needed(tree: ast.Module, node: ast.AST, home: ast.AST, name: str, depth: int) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="join" | "index" | "count" | "remove")):
            if any(place.is_name(each, name) for each in ast.walk(node)):
                return True
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[items]):
            is_item = _reaches(items, name) == depth - 1
            return is_item and not (isinstance(left, ast.Constant) and not place.is_text(left))
        case (
            ast.For(target=ast.Name(id=each), iter=items)
            | ast.comprehension(target=ast.Name(id=each), iter=items)
        ):
            if _reaches(items, name) == depth - 1:
                return used_as.need_text(tree, [(home, each)])
    return any(
        isinstance(child, ast.Subscript)
        and isinstance(child.ctx, ast.Load)
        and _reaches(child, name) == depth
        and isinstance(node, ast.expr | ast.stmt | ast.keyword | ast.comprehension)
        and used_as.of_use(tree, (node, child)) is None
        for child in ast.iter_child_nodes(node)
    )


def _further(
    tree: ast.Module, node: ast.AST, home: ast.AST, name: str, depth: int
) -> Iterator[Held]:
    """Other names that the list gets, or one in it."""
    match node:
        case ast.Assign(targets=[ast.Name(id=other)], value=value):
            if 0 <= (taken := _reaches(value, name)) < depth:
                yield home, other, depth - taken
        case (
            ast.For(target=ast.Name(id=other), iter=items)
            | ast.comprehension(target=ast.Name(id=other), iter=items)
        ):
            if 0 <= (taken := _reaches(items, name)) < depth - 1:
                yield home, other, depth - taken - 1
        case ast.Call(func=ast.Name(id=called), args=args):
            function = scope.plain_function(tree, called)
            names = [each.arg for each in function.args.args] if function is not None else []
            for parameter, given in zip(names, args, strict=False):
                if function is not None and 0 <= (taken := _reaches(given, name)) < depth:
                    yield function, parameter, depth - taken


def _reaches(node: ast.expr, name: str) -> int:
    """How many items are taken of the name; -1 if it is not of the name."""
    depth = 0
    while True:
        match node:
            case ast.Subscript(slice=ast.Slice(), value=node):
                pass
            case ast.Subscript(value=node):
                depth += 1
            case ast.Call(func=ast.Attribute(value=node, attr="values"), args=[]):
                pass
            case ast.Name(id=found):
                return depth if found == name else -1
            case _:
                return -1
