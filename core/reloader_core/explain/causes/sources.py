"""Where a value was made: from the line that failed back through names, parameters, results of
functions and attributes to the expression that gave it its type. Pure.

The order in which lines ran is not asked for. All lines that can have given a name its value are
followed, except those that cannot have made a value of the type in question: what is left over has
made it. At the least doubt there is no answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reloader_core.explain.causes import results
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_DEEPEST = 6
Statement = ast.Assign | ast.AnnAssign | ast.Return | ast.NamedExpr
Named = tuple[ast.AST, str]
"""A name, and the function or module that it belongs to."""


@dataclass(frozen=True, slots=True)
class Step:
    """The value was handed on here. `names`: what it is called from here on."""

    statement: Statement | None
    """None: it was given to a function."""
    node: ast.expr
    names: tuple[Named, ...] = ()

    @property
    def is_statement(self) -> bool:
        return self.statement is not None

    @property
    def line(self) -> int:
        return self.statement.lineno if self.statement is not None else self.node.lineno


@dataclass(frozen=True, slots=True)
class Source:
    """`steps`: from the one that made the value to the one nearest to the line that failed."""

    steps: tuple[Step, ...]
    is_sure: bool
    """The expression makes that type whatever happens."""

    @property
    def node(self) -> ast.expr:
        return self.steps[0].node

    @property
    def line(self) -> int:
        return self.node.lineno


def of(facts: Facts, node: ast.expr, kind: str) -> list[Source]:
    """All that can have made what this is worth in the line that failed, a value of this type;
    empty if that is in doubt."""
    tree, around = place.tree_of(facts), scope.function_around(facts)
    if tree is None or not isinstance(node, ast.Name | ast.Attribute | ast.Call):
        return []
    is_inside = facts.function in place.COMPREHENSIONS  # the name is none of its own: see below
    if not is_inside and facts.function != (around.name if around is not None else "<module>"):
        return []
    if any(
        isinstance(each, ast.Name) and place.is_of_comprehension(tree, each)
        for each in ast.walk(node)
    ):
        return []
    try:
        found = list(_Search(facts, tree, kind).sources(node, around or tree, ()))
    except _Doubt:
        return []
    if len(found) > 1 and not all(each.is_sure for each in found):
        return []
    return [each for each in found if each.steps]


def only(facts: Facts, node: ast.expr, kind: str) -> Source | None:
    found = of(facts, node, kind)
    return found[0] if len(found) == 1 else None


class _Doubt(Exception):
    """Something else may have given the value, too."""


class _Search:
    def __init__(self, facts: Facts, tree: ast.Module, kind: str) -> None:
        self._tree, self._kind = tree, kind
        self._failed = place.statement(facts)
        self._is_imported = is_imported(facts)
        self._seen: set[object] = set()

    def sources(self, node: ast.expr, around: ast.AST, steps: tuple[Step, ...]) -> Iterator[Source]:
        if len(steps) > 2 * _DEEPEST:
            raise _Doubt
        match node:
            case ast.Name():
                yield from self._of_name(node.id, around, steps)
            case ast.Attribute(attr=attr) if self._is_object(node.value, around):
                yield from self._of_attribute(attr, steps)
            case ast.Call(func=ast.Name(id=name)) if self._function(name) is not None:
                yield from self._of_call(self._function(name), steps)
            case ast.IfExp(body=one, orelse=other):
                yield from self.sources(one, around, steps)
                yield from self.sources(other, around, steps)
            case _:
                verdict = results.makes(self._tree, node, self._kind)
                if verdict is not False:
                    yield Source(steps, is_sure=verdict is True)

    def _of_name(self, name: str, around: ast.AST, steps: tuple[Step, ...]) -> Iterator[Source]:
        scopes = self._scopes(name, around)
        owner = scopes[0]
        if (key := (id(owner), name)) in self._seen:
            return  # followed already
        self._seen.add(key)
        if isinstance(owner, scope.Function) and name in scope.parameters(owner):
            yield from self._of_parameter(owner, name, steps)
        for each in scopes:
            yield from self._of_bindings(each, name, steps)

    def _scopes(self, name: str, around: ast.AST) -> list[ast.AST]:
        """Whose name it is, and who else may set it."""
        declared = [
            each
            for each in ast.walk(self._tree)
            if isinstance(each, ast.Global | ast.Nonlocal) and name in each.names
        ]
        if any(isinstance(each, ast.Nonlocal) for each in declared):
            raise _Doubt
        functions = [
            each
            for each in ast.walk(self._tree)
            if isinstance(each, scope.Function)
            and any(node in declared for node in scope.in_scope(each))
        ]
        if isinstance(around, scope.Function) and around not in functions:
            if name in scope.parameters(around) or scope.bindings(around, name):
                return [around]
            outside = [
                each
                for each in ast.walk(self._tree)
                if isinstance(each, scope.Function)
                and each is not around
                and around in ast.walk(each)
            ]
            if any(name in scope.parameters(e) or scope.bindings(e, name) for e in outside):
                raise _Doubt
        return [self._tree, *functions]

    def _of_bindings(self, around: ast.AST, name: str, steps: tuple[Step, ...]) -> Iterator[Source]:
        bound, understood = len(scope.bindings(around, name)), 0
        for node in scope.in_scope(around):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=found)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
                    | ast.NamedExpr(target=ast.Name(id=found), value=value)
                ) if found == name:
                    understood += 1
                    if node is not self._failed:
                        step = Step(node, value, ((around, name),))
                        yield from self.sources(value, around, (step, *steps))
                case ast.Assign(
                    targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)
                ) if len(targets) == len(values):
                    for target, value in zip(targets, values, strict=True):
                        if place.is_name(target, name):
                            understood += 1
                            step = Step(None, value, ((around, name),))
                            yield from self.sources(value, around, (step, *steps))
                case ast.AugAssign(target=ast.Name(id=found)) if found == name:
                    understood += 1
                    if node is not self._failed and self._kind in ("int", "float"):
                        raise _Doubt  # of the other types, it leaves what it was
                case ast.For(target=ast.Name(id=found), iter=over) if found == name:
                    if results.counts(self._tree, over) and self._kind != "int":
                        understood += 1
                case ast.MatchAs(name=found) | ast.MatchStar(name=found) if found == name:
                    raise _Doubt
        if understood != bound or not bound and name not in _parameters(around):
            raise _Doubt

    def _of_parameter(
        self, function: scope.Function, name: str, steps: tuple[Step, ...]
    ) -> Iterator[Source]:
        for call in self._calls(function):
            given = argument(function, call, name)
            home = scope.home_of(self._tree, call)
            if given is None or home is None:
                raise _Doubt
            yield from self.sources(given, home, (Step(None, given, ((function, name),)), *steps))

    def _calls(self, function: scope.Function) -> list[ast.Call]:
        """All of them: it is not handed on as a value, and no other file may call it."""
        if self._is_imported:
            raise _Doubt
        cls = next(
            (n for n in ast.walk(self._tree) if isinstance(n, ast.ClassDef) and function in n.body),
            None,
        )
        if function.decorator_list:
            raise _Doubt
        if cls is not None and function.name != "__init__":
            return self._calls_of_method(function.name, cls)
        if cls is not None:
            return [each for name in self._classes(cls) for each in self._calls_of(name)]
        if function not in self._tree.body:
            raise _Doubt
        return self._calls_of(function.name, at_least=1)

    def _classes(self, cls: ast.ClassDef) -> list[str]:
        """It, and those that are made of it, if none of them begins in a way of its own."""
        found = [cls]
        classes = [each for each in ast.walk(self._tree) if isinstance(each, ast.ClassDef)]
        while more := [
            each
            for each in classes
            if each not in found
            and any(place.is_name(b, f.name) for b in each.bases for f in found)
        ]:
            found += more
        begins = [each for each in found if scope.bindings(each, "__init__")]
        if begins != [cls] or any(each.decorator_list or each.keywords for each in found):
            raise _Doubt
        return [each.name for each in found]

    def _calls_of(self, name: str, at_least: int = 0) -> list[ast.Call]:
        nodes = list(ast.walk(self._tree))
        bases = [b for n in nodes if isinstance(n, ast.ClassDef) for b in n.bases]
        used = [n for n in nodes if isinstance(n, ast.Name) and n.id == name and n not in bases]
        calls = [n for n in nodes if isinstance(n, ast.Call) and n.func in used]
        if len(calls) != len(used) or len(calls) < at_least:
            raise _Doubt
        if len([n for n in nodes if getattr(n, "name", None) == name]) != 1:
            raise _Doubt
        return calls

    def _calls_of_method(self, name: str, cls: ast.ClassDef) -> list[ast.Call]:
        defined = [1 for n in ast.walk(self._tree) if getattr(n, "name", None) == name]
        used = [n for n in ast.walk(self._tree) if isinstance(n, ast.Attribute) and n.attr == name]
        calls = [n for n in ast.walk(self._tree) if isinstance(n, ast.Call) and n.func in used]
        if len(calls) != len(used) or len(defined) != 1 or name[:2] == "__":
            raise _Doubt
        if results.is_of_python(name):
            whose = [is_of(self._tree, each, cls) for each in calls]
            if None in whose:
                raise _Doubt
            calls = [each for each, own in zip(calls, whose, strict=True) if own]
        if not calls:
            raise _Doubt
        return calls

    def _function(self, name: str) -> ast.FunctionDef | None:
        return scope.plain_function(self._tree, name)

    def _of_call(
        self, function: ast.FunctionDef | None, steps: tuple[Step, ...]
    ) -> Iterator[Source]:
        if function is None or (key := id(function)) in self._seen:
            return
        self._seen.add(key)
        nodes = list(scope.in_scope(function))
        if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in nodes):
            raise _Doubt
        for each in nodes:
            if isinstance(each, ast.Return) and each.value is not None:
                step = Step(each, each.value, ((self._tree, f"{function.name}()"),))
                yield from self.sources(each.value, function, (step, *steps))

    def _is_object(self, node: ast.expr, around: ast.AST) -> bool:
        """Of a class of the script's: only then are its attributes set here."""
        in_class = any(
            isinstance(each, ast.ClassDef) and around in each.body for each in ast.walk(self._tree)
        )
        match node:
            case ast.Name(id=name) if in_class and isinstance(around, scope.Function):
                return [each.arg for each in around.args.args[:1]] == [name] == ["self"]
        return False

    def _of_attribute(self, attr: str, steps: tuple[Step, ...]) -> Iterator[Source]:
        if ("", attr) in self._seen:
            return
        self._seen.add(("", attr))
        stores = [
            each
            for each in ast.walk(self._tree)
            if isinstance(each, ast.Attribute)
            and each.attr == attr
            and not isinstance(each.ctx, ast.Load)
        ]
        understood, in_class = 0, 0
        for node in ast.walk(self._tree):
            match node:
                case (
                    ast.Assign(targets=[ast.Attribute(attr=found)], value=value)
                    | ast.AnnAssign(target=ast.Attribute(attr=found), value=ast.expr() as value)
                ) if found == attr:
                    understood += 1
                    home = scope.home_of(self._tree, value)
                    if home is None:
                        raise _Doubt
                    if node is not self._failed:
                        step = Step(node, value, ((self._tree, f".{attr}"),))
                        yield from self.sources(value, home, (step, *steps))
                case ast.AugAssign(target=ast.Attribute(attr=found)) if found == attr:
                    understood += 1
                    if node is not self._failed and self._kind in ("int", "float"):
                        raise _Doubt
                case ast.ClassDef():
                    in_class += len(scope.bindings(node, attr))
                case ast.Name(id="setattr" | "exec") | ast.Attribute(attr="__dict__"):
                    raise _Doubt
        if understood != len(stores) or not stores or in_class:
            raise _Doubt


def is_of(tree: ast.Module, call: ast.Call, cls: ast.ClassDef) -> bool | None:
    """`book.add(...)`, of `book = Book()`, and not that of a set or a list; None if in doubt."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    home = scope.home_of(tree, call)
    if not isinstance(owner, ast.Name) or home is None or scope.is_declared(tree, owner.id):
        return None
    if owner.id in _parameters(home):
        return None
    around = home if scope.bindings(home, owner.id) else tree
    made = scope.plain_stores(scope.in_scope(around), owner.id)
    if len(made) != 1 or len(scope.bindings(around, owner.id)) != 1:
        return None
    match made[0].value:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.SetComp():
            return False
        case ast.Call(func=ast.Name(id=title)) if title == cls.name:
            return True
        case ast.Call(func=ast.Name(id="set" | "list" | "dict" as title)):
            return None if scope.names_anywhere(tree, title) else False
    return None


def calls_of(facts: Facts, tree: ast.Module, function: scope.Function) -> list[ast.Call]:
    """All that call it; empty if others may do so, too."""
    try:
        return _Search(facts, tree, "")._calls(function)
    except _Doubt:
        return []


def is_imported(facts: Facts) -> bool:
    """The file is not the script itself: others call what is in it."""
    match facts.told.get("loading"):
        case [str(script), *_]:
            return facts.file is not None and PurePath(script).name != facts.file.name
    return False


def _parameters(around: ast.AST) -> set[str]:
    return scope.parameters(around) if isinstance(around, scope.Function) else set()


def argument(function: scope.Function, call: ast.Call, name: str) -> ast.expr | None:
    """What the parameter gets in this call."""
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    is_method = isinstance(call.func, ast.Attribute) or function.name == "__init__"
    taken = names[1:] if is_method else names
    if any(isinstance(each, ast.Starred) for each in call.args):
        return None
    if any(each.arg is None for each in call.keywords) or name not in taken:
        return None
    place_ = taken.index(name)
    if place_ < len(call.args):
        return call.args[place_]
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    from_end = len(names) - names.index(name)
    defaults = function.args.defaults
    return defaults[-from_end] if from_end <= len(defaults) else None
