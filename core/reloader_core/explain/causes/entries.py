"""Which loop through the files of a folder has given a path: from the line that failed back through
names and parameters to os.listdir(), Path.iterdir() and the like. Pure.

Only where the entry itself is the last part of the path: `folder / name`, not `folder / name /
"a.txt"`. At the least doubt there is no answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from reloader_core.explain.causes import sources
from reloader_core.explain.causes.listings import (
    LISTS,
    SAME,
    Listing,
    Put,
    is_same_list,
    is_target,
    last_part,
)
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_DEEPEST = 8
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


@dataclass(frozen=True, slots=True)
class Entry:
    """`loop` has given it. In the function or module of that loop, `at` is where it goes on from
    there: what failed, or what is given to a function. `whole`: the path as it can be written
    there; None if it cannot."""

    listing: Listing
    loop: ast.For | ast.comprehension
    home: ast.AST
    """The function or module that the loop belongs to."""
    item: ast.expr
    """The loop's name for it, or what is asked of that: `entry.path`."""
    at: ast.expr
    call: ast.Call | None
    """That it is given to; None: it is used where it failed."""
    whole: ast.expr | None
    is_alone: bool
    """Nothing was put before it."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What has been come to so far."""

    home: ast.AST
    at: ast.expr
    call: ast.Call | None
    whole: ast.expr | None
    here: ast.expr
    """What is being followed."""
    is_alone: bool = True
    depth: int = 0


def of(facts: Facts, node: ast.expr) -> list[Entry]:
    """All that can have given this path of the line that failed."""
    tree = place.tree_of(facts)
    home = scope.function_around(facts) or tree
    if tree is None or home is None:
        return []
    try:
        return list(_Search(facts, tree).entries(node, _Way(home, node, None, node, node)))
    except _Doubt:
        return []


def of_list(facts: Facts, node: ast.expr) -> Listing | None:
    """What has given this list that stands in the line that failed."""
    tree = place.tree_of(facts)
    home = scope.function_around(facts) or tree
    if tree is None or home is None:
        return None
    try:
        return _Search(facts, tree).listed(node, _Way(home, node, None, node, node))
    except _Doubt:
        return None


def is_own(tree: ast.Module, name: str, *homes: ast.AST) -> bool:
    """It means another thing in one of these functions than in the module."""
    return any(
        name in _parameters(each) or each is not tree and bool(scope.bindings(each, name))
        for each in homes
    )


def constant(tree: ast.Module, home: ast.AST, node: ast.expr) -> str | None:
    """The text that it is, or that the only line which sets this name gives it."""
    if isinstance(node, ast.Name) and not scope.is_declared(tree, node.id):
        around = home if scope.bindings(home, node.id) else tree
        made = scope.plain_stores(scope.in_scope(around), node.id)
        if len(scope.bindings(around, node.id)) == 1 == len(made):
            node = made[0].value if node.id not in _parameters(home) else node
    match node:
        case ast.Constant(value=str(text)):
            return text
    return None


class _Doubt(Exception):
    """Something else may have given the path, too."""


class _Search:
    def __init__(self, facts: Facts, tree: ast.Module) -> None:
        self._facts, self._tree = facts, tree
        self._named = facts.slot("filename")

    def entries(self, node: ast.expr, way: _Way) -> Iterator[Entry]:
        if way.depth > _DEEPEST:
            raise _Doubt
        way = replace(way, depth=way.depth + 1)
        item, is_alone = last_part(node)
        way = replace(way, is_alone=way.is_alone and is_alone)
        name = item.value if isinstance(item, ast.Attribute) else item
        if not isinstance(name, ast.Name) or _attribute(item) not in ("", "path", "name"):
            raise _Doubt
        if (loop := self._loop_of(name.id, way)) is not None:
            listing = self._listing(loop, way)
            if listing is None:
                raise _Doubt
            yield Entry(listing, loop, way.home, item, way.at, way.call, way.whole, way.is_alone)
        elif isinstance(item, ast.Attribute):
            raise _Doubt
        elif (made := self._assigned(name.id, way)) is not None:
            yield from self.entries(made.value, replace(way, here=made.value))
        else:
            yield from self._of_parameter(name.id, way)

    # -- names

    def _loop_of(self, name: str, way: _Way) -> ast.For | ast.comprehension | None:
        """The one around that gives this name its value, if nothing in it does so since."""
        for each in ast.walk(way.home):
            if isinstance(each, _COMPREHENSIONS) and _holds(each, way.here):
                for part in each.generators:
                    if is_target(part.target, part.iter, name):
                        return part
        for loop in self._loops_around(way):
            is_own = is_target(loop.target, loop.iter, name)
            since = self._bound_since(loop, name, way)
            if is_own or since:
                return loop if is_own and not since else None
        return None

    def _loops_around(self, way: _Way) -> list[ast.For]:
        """From the inside out."""
        found = [
            each
            for each in scope.in_scope(way.home)
            if isinstance(each, ast.For) and any(_holds(part, way.here) for part in each.body)
        ]
        return found[::-1]

    @staticmethod
    def _bound_since(around: ast.AST, name: str, way: _Way) -> list[ast.AST]:
        """What gives it a value above the place, but for the loop itself."""
        own = list(ast.walk(around.target)) if isinstance(around, ast.For) else []
        return [
            node
            for line, node in scope.bound(around, name)
            if line < way.here.lineno and not any(node is each for each in own)
        ]

    def _assigned(self, name: str, way: _Way) -> ast.Assign | None:
        """The statement above, in this round of the loop."""
        loops = [each for each in self._loops_around(way) if self._bound_since(each, name, way)]
        around = loops[0] if loops else way.home
        bound = self._bound_since(around, name, way)
        if not bound:
            return None
        made = [
            each
            for each in scope.plain_stores(scope.in_scope(around), name)
            if each.lineno < way.here.lineno
        ]
        if len(made) != 1 or len(bound) != 1 or scope.is_declared(self._tree, name):
            raise _Doubt
        is_one = len(scope.bindings(way.home, name)) == 1 and name not in _parameters(way.home)
        if not is_one and not _is_above(around, made[0], way.here):
            raise _Doubt
        return made[0]

    def _of_parameter(self, name: str, way: _Way) -> Iterator[Entry]:
        function = way.home
        if not isinstance(function, scope.Function) or name not in scope.parameters(function):
            raise _Doubt
        calls = sources.calls_of(self._facts, self._tree, function)
        if not calls:
            raise _Doubt
        for call in calls:
            given = sources.argument(function, call, name)
            home = scope.home_of(self._tree, call) or self._home_of(call)
            if given is None or home is None:
                raise _Doubt
            if isinstance(given, ast.Constant) and given.value != self._named:
                continue
            whole = self._moved(way, function, name, given, home)
            further = replace(way, home=home, at=given, here=given, call=call, whole=whole)
            yield from self.entries(given, further)

    def _home_of(self, node: ast.AST) -> ast.AST | None:
        """Also of what stands in a comprehension."""
        found: ast.AST = self._tree
        for each in ast.walk(self._tree):
            if isinstance(each, scope.Function) and _holds(each, node):
                found = each
            elif isinstance(each, ast.Lambda) and _holds(each, node):
                return None
        return found

    def _moved(
        self, way: _Way, function: scope.Function, name: str, given: ast.expr, home: ast.AST
    ) -> ast.expr | None:
        """The path as it is to be written where the function is called; None if that needs names
        of its own."""
        if way.whole is None or scope.bindings(function, name) and not way.is_alone:
            return None
        whole = self._inlined(way.whole, function)
        for each in ast.walk(whole):
            if isinstance(each, ast.Name) and each.id != name:
                is_self = each.id == "self" and "self" in _parameters(home)
                if not is_self and is_own(self._tree, each.id, function, home):
                    return None
        whole = Put({name: given}).visit(deepcopy(whole))
        return whole if isinstance(whole, ast.expr) else None

    def _inlined(self, whole: ast.expr, function: scope.Function) -> ast.expr:
        """With what its own names are made of."""
        for _ in range(_DEEPEST):
            values = {}
            for each in ast.walk(whole):
                if isinstance(each, ast.Name) and each.id not in scope.parameters(function):
                    made = scope.plain_stores(scope.in_scope(function), each.id)
                    is_one = len(made) == 1 == len(scope.bindings(function, each.id))
                    if is_one and not _names(made[0].value, each.id):
                        values[each.id] = made[0].value
            if not values:
                break
            whole = Put(values).visit(deepcopy(whole))
        return whole

    # -- what is gone through

    def _listing(self, loop: ast.For | ast.comprehension, way: _Way) -> Listing | None:
        over = loop.iter
        match over:
            case ast.Call(func=ast.Name(id="enumerate"), args=[inner, *_]):
                over = inner
        return self.listed(over, replace(way, here=over))

    def listed(self, node: ast.expr, way: _Way) -> Listing | None:
        if way.depth > 2 * _DEEPEST:
            return None
        way = replace(way, depth=way.depth + 1)
        match node:
            case ast.Call(func=ast.Name(id=name), args=[inner, *_]) if name in SAME:
                return self.listed(inner, way)
            case ast.Call(func=ast.Name(id="filter"), args=[_, inner]):
                return self.listed(inner, way)
            case ast.Call() if place.name_called(node) in LISTS:
                return Listing(node, way.home)
            case ast.Subscript(value=inner, slice=ast.Slice()):
                return self.listed(inner, way)
            case ast.Call(func=ast.Name(id=name)):
                return self._of_result(name, way)
            case (
                ast.ListComp(elt=each, generators=[part])
                | ast.GeneratorExp(elt=each, generators=[part])
            ):
                return self._of_items(each, part, way)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                both = [self.listed(side, way) for side in (left, right)]
                return both[0] if both[0] is not None and both[0] == both[1] else None
            case ast.Name(id=name):
                return self._of_list(name, way)
        return None

    def _of_items(self, each: ast.expr, part: ast.comprehension, way: _Way) -> Listing | None:
        """[name for name in os.listdir(folder) if name.endswith(".txt")]"""
        item, is_alone = last_part(each)
        match part.target, item:
            case ast.Name(id=target), ast.Name(id=name) if target == name:
                found = self.listed(part.iter, replace(way, here=part.iter))
                if found is None or is_alone:
                    return found
                return replace(found, is_joined=True)
        return None

    def _of_result(self, name: str, way: _Way) -> Listing | None:
        function = scope.plain_function(self._tree, name)
        returns = scope.returns_of(self._tree, name)
        if function is None or len(returns) != 1 or returns[0].value is None:
            return None
        value = returns[0].value
        return self.listed(value, replace(way, home=function, here=value))

    def _of_list(self, name: str, way: _Way) -> Listing | None:
        if (walked := self._walked(name, way)) is not None:
            return walked
        home = way.home
        if isinstance(home, scope.Function) and not scope.bindings(home, name):
            if name in scope.parameters(home):
                return self._of_given_list(home, name, way)
            home = self._tree
        if scope.is_declared(self._tree, name):
            return None
        made = scope.plain_stores(scope.in_scope(home), name)
        if len(made) != len(scope.bindings(home, name)) or not made:
            return None
        if len(made) == 1:
            if scope.is_begun_empty(made[0].value):
                return self._of_appended(home, name, way)
            return self.listed(made[0].value, replace(way, home=home, here=made[0].value))
        # files = os.listdir(folder), and then files = sorted(files)
        first, *others = made
        if not all(is_same_list(each.value, name) for each in others):
            return None
        return self.listed(first.value, replace(way, home=home, here=first.value))

    def _of_given_list(self, home: scope.Function, name: str, way: _Way) -> Listing | None:
        calls = sources.calls_of(self._facts, self._tree, home)
        if len(calls) != 1:
            return None
        given = sources.argument(home, calls[0], name)
        outer = scope.home_of(self._tree, calls[0])
        if given is None or outer is None:
            return None
        return self.listed(given, replace(way, home=outer, here=given))

    def _of_appended(self, home: ast.AST, name: str, way: _Way) -> Listing | None:
        """paths.append(os.path.join(folder, name)), in a loop of its own."""
        puts = [
            each
            for each in ast.walk(home)
            if isinstance(each, ast.Attribute) and place.is_name(each.value, name)
        ]
        changes = [each for each in puts if each.attr not in ("sort", "reverse")]
        calls = [
            each
            for each in ast.walk(home)
            if isinstance(each, ast.Call) and each.func in changes and len(each.args) == 1
        ]
        if len(calls) != 1 or len(changes) != 1 or changes[0].attr != "append":
            return None
        added = calls[0].args[0]
        found = list(self.entries(added, replace(way, home=home, at=added, here=added)))
        if len(found) != 1 or isinstance(found[0].item, ast.Attribute):
            return None
        one = found[0]  # os.walk()'s folder is known in its own loop alone
        return replace(one.listing, root="", is_joined=one.listing.is_joined or not one.is_alone)

    def _walked(self, name: str, way: _Way) -> Listing | None:
        """`for root, dirs, files in os.walk(folder)`"""
        for loop in self._loops_around(way):
            match loop:
                case ast.For(
                    target=ast.Tuple(elts=[ast.Name(id=root), dirs, files]),
                    iter=ast.Call() as call,
                ) if place.name_called(call) == "walk":
                    if place.is_name(dirs, name) or place.is_name(files, name):
                        return Listing(call, way.home, root, is_folders=place.is_name(dirs, name))
        return None


def _is_above(around: ast.AST, made: ast.stmt, here: ast.expr) -> bool:
    """It was executed before, in each round: it stands in the same block, or in one around."""
    for each in ast.walk(around):
        for block in (getattr(each, part, None) for part in ("body", "orelse", "finalbody")):
            if isinstance(block, list) and made in block:
                return any(_holds(other, here) for other in block)
    return False


def _names(node: ast.expr, name: str) -> bool:
    return any(place.is_name(each, name) for each in ast.walk(node))


def _attribute(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ""


def _holds(outer: ast.AST, node: ast.AST) -> bool:
    return any(each is node for each in ast.walk(outer))


def _parameters(home: ast.AST) -> set[str]:
    return scope.parameters(home) if isinstance(home, scope.Function) else set()
