"""What a function works out of something empty, where the smallest of its results is looked for: a
0 would be that, so the empty one is left out where a loop calls the function. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_SMALLER = (ast.Lt, ast.LtE)
_LARGER = (ast.Gt, ast.GtE)


@dataclass(frozen=True, slots=True)
class Sought:
    """`line`: where the smallest is looked for."""

    line: int
    above: int = 0
    """The line above which `instead` is to be written; 0: it cannot be left out that simply."""
    instead: str = ""


def sought(facts: Facts, function: scope.Function, items: ast.expr) -> Sought | None:
    """Of the results of this function; None: a 0 among them does no harm, as far as can be seen."""
    tree = place.tree_of(facts)
    if tree is None:
        return None
    calls = sources.calls_of(facts, tree, function)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    lines = [line for call in calls if (line := _Uses(tree, parents).of_call(call))]
    if not lines:
        return None
    left_out = _left_out(facts, tree, function, calls, items)
    return Sought(lines[0], *left_out) if left_out is not None else Sought(lines[0])


class _Uses:
    """Where what a call gives is asked whether it is the smallest."""

    def __init__(self, tree: ast.Module, parents: dict[ast.AST, ast.AST]) -> None:
        self._tree, self._parents = tree, parents

    def of_call(self, call: ast.Call) -> int:
        """The line; 0 if there is none."""
        node: ast.AST = call
        while isinstance(above := self._parents[node], ast.Call) and (
            place.is_name(above.func, "round") or place.is_name(above.func, "float")
        ):
            node = above
        home = scope.home_of(self._tree, call) or self._tree
        match above:
            case ast.Lambda(body=body) if body is node:
                return self._of_key(above)
            case ast.Compare() if _is_smaller(above, node):
                return above.lineno if self._is_kept(self._parents[above], home, node) else 0
            case ast.Assign(targets=[ast.Name(id=name)]):
                return self._of_name(home, name)
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name))]):
                return self._of_several(home, name)
            case ast.DictComp(value=value) | ast.ListComp(elt=value) if value is node:
                match self._parents[above]:
                    case ast.Assign(targets=[ast.Name(id=name)]):
                        return self._of_several(home, name)
        return self._of_put(home, node)

    def _of_key(self, made: ast.Lambda) -> int:
        """`min(rows, key=lambda row: mean(row))`"""
        above = self._parents[made]
        match self._parents[above]:
            case ast.Call(func=ast.Name(id="min")) as call:
                return call.lineno
        return 0

    def _of_put(self, home: ast.AST, node: ast.AST) -> int:
        """`means.append(mean(...))`, perhaps with more behind it in a tuple."""
        above = self._parents[node]
        if isinstance(above, ast.Tuple) and above.elts[0] is node:
            above = self._parents[above]
        match above:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append")):
                return self._of_several(home, name)
        return 0

    def _of_name(self, home: ast.AST, name: str) -> int:
        for node in scope.in_scope(home):
            if not isinstance(node, ast.Name) or node.id != name:
                continue
            match self._parents[node]:
                case ast.Compare() as test if _is_smaller(test, node):
                    if self._is_kept(self._parents[test], home, node):
                        return test.lineno
                case ast.Call(func=ast.Name(id="min"), args=[_, _]) as call:
                    return call.lineno
                case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=held))], value=value) if (
                    value is node
                ):
                    return self._of_several(home, held)
            if line := self._of_put(home, node):
                return line
        return 0

    def _is_kept(self, test: ast.AST, home: ast.AST, node: ast.AST) -> bool:
        """`if mean < best: best = mean`, perhaps with more to it."""
        while isinstance(test, ast.BoolOp):
            test = self._parents[test]
        if not isinstance(test, ast.If):
            return False
        sides = [
            side
            for each in ast.walk(test.test)
            if isinstance(each, ast.Compare)
            for side in (each.left, *each.comparators)
        ]
        others = {ast.unparse(e) for side in sides if side is not node for e in ast.walk(side)}
        held = {ast.unparse(each) for each in ast.walk(node) if isinstance(each, ast.expr)}
        return any(
            ast.unparse(target) in others and ast.unparse(value) in held
            for part in test.body
            for target, value in scope.given_values(part)
        )

    def _of_several(self, home: ast.AST, name: str) -> int:
        for node in scope.in_scope(home):
            match node:
                case ast.Call(func=ast.Name(id="min"), args=[items], keywords=keywords):
                    of = [items, *(each.value for each in keywords)]
                    if any(_is_of(each, name) for each in of):
                        return node.lineno
        return 0


def _is_of(node: ast.expr, name: str) -> bool:
    """`means`, `means.values()`, `means.get`"""
    return any(place.is_name(each, name) for each in ast.walk(node))


def _is_smaller(test: ast.Compare, node: ast.AST) -> bool:
    if len(test.ops) != 1:
        return False
    is_left = test.left is node
    return isinstance(test.ops[0], _SMALLER if is_left else _LARGER)


# -- leaving it out


def _left_out(
    facts: Facts,
    tree: ast.Module,
    function: scope.Function,
    calls: list[ast.Call],
    items: ast.expr,
) -> tuple[int, str] | None:
    """Above the first line of a loop that calls the function for each."""
    loops = [each for each in ast.walk(tree) if isinstance(each, ast.For)]
    around = [loop for loop in loops if all(_is_in(loop.body, call) for call in calls)]
    if not around or not calls:
        return None
    loop = around[-1]
    given = {_given(facts, function, call, items) for call in calls}
    given = {text for text in given if not _is_kept_one(tree, loop, text)}
    if len(given) != 1 or "" in given:
        return None
    if any(isinstance(e, ast.For | ast.While) and _is_in([e], calls[0]) for e in _inner(loop)):
        return None
    for at, statement in enumerate(loop.body):
        if _is_in([statement], calls[0]):
            is_plain = place.begins_line(facts, statement) and not _puts(loop.body[:at])
            if not is_plain or _is_by_place(tree, loop) or _sets(loop.body[at:], given):
                return None
            return statement.lineno, f"if not {given.pop()}: continue"
    return None


def _is_kept_one(tree: ast.Module, loop: ast.For, text: str) -> bool:
    """`fastest.times`, of `fastest = runner`, which is what the loop goes through: it was asked for
    its own before."""
    name = text.partition(".")[0]
    values = [
        ast.unparse(value)
        for node in ast.walk(tree)
        for target, value in scope.given_values(node)
        if place.is_name(target, name)
    ]
    return set(values) - {"None"} == {ast.unparse(loop.target)}


def _inner(loop: ast.For) -> Iterator[ast.AST]:
    for part in loop.body:
        yield from ast.walk(part)


def _is_in(block: list[ast.stmt], node: ast.AST) -> bool:
    return any(node is each for part in block for each in ast.walk(part))


def _given(facts: Facts, function: scope.Function, call: ast.Call, items: ast.expr) -> str:
    """What is empty, as it is called where the function is; '' if it has no name there."""
    match items:
        case ast.Name(id=name) if name in scope.parameters(function):
            given = (
                None if scope.bindings(function, name) else sources.argument(function, call, name)
            )
        case ast.Attribute(value=ast.Name(id=owner), attr=attr) if isinstance(
            call.func, ast.Attribute
        ) and [each.arg for each in function.args.args[:1]] == [owner]:
            return f"{place.in_full(facts, call.func.value)}.{attr}"
        case _:
            return ""
    is_named = isinstance(given, ast.Name | ast.Attribute | ast.Subscript)
    if given is None or not is_named or any(isinstance(e, ast.Call) for e in ast.walk(given)):
        return ""
    return place.in_full(facts, given)


def _puts(block: list[ast.stmt]) -> bool:
    """Something that would get a round more than what is below."""
    return any(
        isinstance(each, ast.AugAssign)
        or isinstance(each, ast.Attribute)
        and each.attr in ("append", "add")
        for part in block
        for each in ast.walk(part)
    )


def _sets(block: list[ast.stmt], given: set[str]) -> bool:
    """What is empty in this round is made below the place where it is asked for."""
    names = {e.id for text in given for e in ast.walk(ast.parse(text)) if isinstance(e, ast.Name)}
    return any(bool(scope.bindings(ast.Module([*block], []), name)) for name in names)


def _is_by_place(tree: ast.Module, loop: ast.For) -> bool:
    """What the loop fills is asked for by place or name below, where one that was left out would
    be missing or shift the others."""
    filled = {
        node.func.value.id
        for node in _inner(loop)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "append"
        and isinstance(node.func.value, ast.Name)
    }
    stored = {
        node.value.id
        for node in _inner(loop)
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr="index") if name in filled:
                return True
            case ast.Call(func=ast.Name(id="zip" | "enumerate"), args=args):
                if any(isinstance(each, ast.Name) and each.id in filled for each in args):
                    return True
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Load()) if name in filled | stored:
                if not _is_of_smallest(tree, node.slice):
                    return True
    return False


def _is_of_smallest(tree: ast.Module, key: ast.expr) -> bool:
    """`means[best]`, of `best = min(means, key=means.get)`"""
    if not isinstance(key, ast.Name) or len(scope.bindings(tree, key.id)) != 1:
        return False
    made = scope.plain_stores(scope.in_scope(tree), key.id)
    return [
        isinstance(e.value, ast.Call) and place.name_called(e.value) == "min" for e in made
    ] == [True]
