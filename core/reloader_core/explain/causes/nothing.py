"""A None that is no fault of what made it: a default value, a gap in the data, the end of a chain.
Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NONE = (
    *(Kind.NONE_RESULT, Kind.NONE_OPERAND, Kind.COMPARED_WITH_NONE, Kind.NONE_ATTRIBUTE),
    *(Kind.NONE_FROM_CALL, Kind.NONE_SET_BY, Kind.NO_ITEMS, Kind.NOT_ITERABLE),
    *(Kind.NONE_CALL_ITEM, Kind.NO_LENGTH),
)


def named(found: Diagnosis) -> str:
    """What is said to be None; '' if that is not said."""
    if found.kind is Kind.NOT_SEVERAL and found.values[2] == "NoneType":
        return str(found.values[1])
    return str(found.values[0]) if found.kind in _NONE else ""


def given(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """By a default, or taken out of a table."""
    source = sources.only(facts, node, "NoneType")
    if source is None:
        return None
    what = place.shown(facts, node)
    match source.node:
        case ast.Constant(value=None):
            return _by_default(facts, what, source.node)
        case ast.Subscript(slice=ast.Constant(value=str(key))) as taken:
            first = source.steps[0]
            if _may_end(facts, first.statement):
                return None
            if first.is_statement and not _is_given_later(facts, key):
                values = (what, place.shown(facts, taken), source.line)
                return Diagnosis(Kind.NONE_TAKEN, values)
    return None


def _may_end(facts: Facts, statement: ast.AST | None) -> bool:
    """It is the `return` of a function that may come to its end without one, which gives None,
    too."""
    return isinstance(statement, ast.Return) and any(
        statement in scope.in_scope(each) and origin.ends(each.body)
        for each in place.every(facts, ast.FunctionDef)
    )


def _is_given_later(facts: Facts, key: str) -> bool:
    """The None is where the script itself puts something, only that this has not run."""
    return any(
        isinstance(each.slice, ast.Constant)
        and each.slice.value == key
        and not isinstance(each.ctx, ast.Load)
        for each in place.every(facts, ast.Subscript)
    )


def _by_default(facts: Facts, what: str, made: ast.expr) -> Diagnosis | None:
    """The only call that does not give it."""
    for function in place.every(facts, ast.FunctionDef):
        taken = function.args.args
        begin = len(taken) - len(function.args.defaults)
        for at, default in enumerate(function.args.defaults, begin):
            if default is not made:
                continue
            name, is_method = taken[at].arg, taken[0].arg == "self"
            called, cls = function.name, scope.class_around(facts, function)
            if called == "__init__":
                called = cls.name if cls is not None else ""
            lines = [
                call.lineno
                for call in place.every(facts, ast.Call)
                if ast.unparse(call.func).rpartition(".")[2] == called
                and len(call.args) <= at - is_method
                and name not in [each.arg for each in call.keywords]
                and not _is_of_others(facts, call, cls)
            ]
            if len(lines) == 1:
                values = (what, name, function.lineno, lines[0])
                return Diagnosis(Kind.NONE_DEFAULT, values)
    return None


def _is_of_others(facts: Facts, call: ast.Call, cls: ast.ClassDef | None) -> bool:
    """`seen.add(...)` of a set, where the class has an add() of its own, too."""
    tree = place.tree_of(facts)
    if cls is None or tree is None or not isinstance(call.func, ast.Attribute):
        return False
    return sources.is_of(tree, call, cls) is False


def at_end(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`self.left.total()` in total(), and `while current.next.value != wanted`."""
    what, function = place.shown(facts, node), scope.function_around(facts)
    statement = place.statement(facts)
    match statement:
        case ast.While(test=test, body=body) if not isinstance(node, ast.Call):
            moves = [ast.unparse(each) for each in body if isinstance(each, ast.Assign)]
            name, _, attribute = what.rpartition(".")
            is_walk = name and f"{name} = {name}.{attribute}" in moves
            step = f"{what} = {what}."
            is_walk = is_walk or any(
                each.startswith(step) and each[len(step) :].isidentifier() for each in moves
            )
            is_walk = is_walk and not is_from_the_beginning(facts, what)
            if is_walk and not _is_asked(test, what) and not isinstance(test, ast.BoolOp):
                instead = f"while {what} is not None and {place.in_full(facts, test)}:"
                values = (what, statement.lineno, instead)
                is_last = function is not None and statement in function.body
                if function is not None and is_last and not _gives_back(function):
                    ended = f"if {what} is None: return"
                    return Diagnosis(Kind.WALKED_OUT, (*values, ended))
                return Diagnosis(Kind.WALKED_PAST, values)
    for each in place.in_statement(facts):
        match each:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if owner is node:
                is_own = isinstance(node, ast.Attribute) and ast.unparse(node).startswith("self.")
                is_alike = function is not None and function.name == attr
                if is_alike and is_own and _is_of_own_class(facts, what.rpartition(".")[2]):
                    return Diagnosis(Kind.BRANCH_ENDS, (what, attr))
    return None


def _gives_back(function: scope.Function) -> bool:
    return any(
        isinstance(each, ast.Yield | ast.YieldFrom)
        or isinstance(each, ast.Return)
        and not place.is_none(each.value)
        for each in scope.in_scope(function)
    )


def is_from_the_beginning(facts: Facts, what: str) -> bool:
    """`while node.next:` goes on to what is there, and cannot itself come to a None."""
    loop = place.statement(facts)
    if not isinstance(loop, ast.While):
        return False
    match loop.test:
        case ast.Compare(left=asked, ops=[ast.IsNot()]):
            pass
        case asked:
            pass
    moves = [
        each.value
        for each in ast.walk(loop)
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == what
    ]
    is_next = isinstance(asked, ast.Attribute) and place.is_name(asked.value, what)
    return is_next and all(ast.unparse(each) == ast.unparse(asked) for each in moves)


_LINKS = ("left", "right", "next", "nxt", "prev", "previous", "parent", "child", "link")


def _is_of_own_class(facts: Facts, attribute: str) -> bool:
    """What it holds is an object of the same class: some line makes one there, or it is called as
    such links are, and no line makes one of another class."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    made = {
        each.value.func.id
        for each in place.every(facts, ast.Assign)
        if isinstance(each.targets[0], ast.Attribute)
        and each.targets[0].attr == attribute
        and isinstance(each.value, ast.Call)
        and isinstance(each.value.func, ast.Name)
    }
    is_link = attribute.lstrip("_").removesuffix("_node") in _LINKS
    return cls is not None and (made == {cls.name} or is_link and not made)


def _is_asked(test: ast.expr, what: str) -> bool:
    return any(
        isinstance(each, ast.Compare)
        and ast.unparse(each.left) == what
        and isinstance(each.ops[0], ast.Is | ast.IsNot)
        for each in ast.walk(test)
    )


def got_by_function(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`def find(name): return phonebook.get(name)`, where one is written a bit differently."""
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    match call:
        case ast.Call(func=ast.Name(id=name), args=[asked], keywords=[]):
            returned = scope.returns_of(place.tree_of(facts), name)
            function = scope.plain_function(place.tree_of(facts), name)
        case _:
            return None
    match returned:
        case [
            ast.Return(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name() as table, attr="get"),
                    args=[ast.Name(id=key)],
                )
            ) as given_back
        ] if function is not None and [e.arg for e in function.args.args] == [key]:
            made, wanted = origin.value(facts, table), place.known(facts, asked)
        case _:
            return None
    text = wanted.text if wanted is not None else None
    if not isinstance(made, ast.Dict) or text is None or scope.bindings(function, key):
        return None
    keys = [e.value for e in made.keys if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    alike = [each for each in keys if each.strip().lower() == text.strip().lower()]
    if text in keys or len(alike) != 1 or wanted is None:
        return None
    values = (place.shown(facts, node), table.id, literal(wanted), given_back.lineno)
    return Diagnosis(Kind.GOT_NO_KEY, (*values, repr(alike[0])))


# -- a search that forgets what it has found


def searched(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A function whose loop says None of the first that is not meant, or of the last."""
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    match call:
        case ast.Call(func=ast.Name(id=name)):
            function = scope.plain_function(place.tree_of(facts), name)
        case _:
            return None
    what = place.shown(facts, node)
    if _is_nowhere(facts, call):
        return None  # there is nothing to be found
    for loop in function.body if function is not None else ():
        match loop:
            case ast.For(
                body=[
                    *_,
                    ast.If(body=[*_, ast.Return(value=ast.expr())], orelse=[ast.Return() as no]),
                ]
            ) if place.is_none(no.value):
                values = (what, f"{name}()", no.lineno, loop.lineno)
                return Diagnosis(Kind.NONE_IN_FIRST_ROUND, values)
            case ast.For(
                body=[
                    *_,
                    ast.If(
                        body=[*_, ast.Assign(targets=[ast.Name(id=kept)]) as hit],
                        orelse=[ast.Assign(targets=[ast.Name(id=again)], value=value) as lost],
                    ),
                ]
            ) if kept == again and place.is_none(value) and _returns_name(function, kept):
                values = (what, kept, lost.lineno, hit.lineno)
                return Diagnosis(Kind.FOUND_OVERWRITTEN, values)
    return None


def _is_nowhere(facts: Facts, call: ast.Call) -> bool:
    """A text that is looked for stands nowhere else in the script, where others like it do."""
    texts = [
        each.value
        for each in place.every(facts, ast.Constant)
        if isinstance(each.value, str) and each not in call.args
    ]
    values = [place.known(facts, each) for each in call.args]
    asked = [each.text for each in values if each is not None and each.text]
    return bool(asked) and not any(each in texts for each in asked)


def _returns_name(function: ast.FunctionDef | None, name: str) -> bool:
    returned = [
        each.value
        for each in (scope.in_scope(function) if function is not None else ())
        if isinstance(each, ast.Return) and each.value is not None
    ]
    return [ast.unparse(each) for each in returned] == [name]
