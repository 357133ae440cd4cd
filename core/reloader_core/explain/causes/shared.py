"""One list or dictionary that is meant to be several: a default value, one of a class, one under
two names. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects, sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TYPES = ("list", "dict", "set")
_FILLS = ("append", "add", "insert", "extend", "update", "setdefault")
_TAKES = ("clear", "pop", "remove", "popitem", "discard")


def default(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`def add(name, team=[])`, which several calls have put into."""
    value, tree = place.known(facts, node), place.tree_of(facts)
    if value is None or value.type not in _TYPES or tree is None:
        return None
    made = {id(each.node): each.node for each in sources.of(facts, node, value.type)}
    for function in ast.walk(tree) if len(made) == 1 else ():
        if not isinstance(function, ast.FunctionDef):
            continue
        taken = function.args.args[len(function.args.args) - len(function.args.defaults) :]
        for parameter, given in zip(taken, function.args.defaults, strict=True):
            is_meant = id(given) in made and _is_begun(given)
            left_out = _calls_without(tree, function, parameter.arg)
            if is_meant and _is_filled(function, parameter.arg) and _is_often(tree, left_out):
                shown = place.shown(facts, given)
                instead = f"if {parameter.arg} is None: {parameter.arg} = {shown}"
                values = (f"{function.name}()", given.lineno, parameter.arg, shown, instead)
                return Diagnosis(Kind.DEFAULT_SHARED, values)
    return None


def _calls_without(tree: ast.Module, function: ast.FunctionDef, parameter: str) -> list[ast.Call]:
    """Those that leave it what it is by default."""
    at = [each.arg for each in function.args.args].index(parameter)
    return [
        each
        for each in _calls_of(tree, function.name)
        if len(each.args) <= at and parameter not in [given.arg for given in each.keywords]
    ]


def _calls_of(tree: ast.Module, name: str) -> list[ast.Call]:
    return [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and ast.unparse(each.func) == name
    ]


def _is_often(tree: ast.Module, calls: list[ast.Call]) -> bool:
    """In several places, or in a loop."""
    loops = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.For | ast.While | ast.ListComp | ast.DictComp | ast.GeneratorExp)
    ]
    return len(calls) > 1 or any(call in ast.walk(loop) for call in calls for loop in loops)


def by_class(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`items = []` right below `class`, and no object gets one of its own."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    tree = place.tree_of(facts)
    if function is None or cls is None or tree is None:
        return None
    if not _is_often(tree, _calls_of(tree, cls.name)):
        return None
    match node:
        case ast.Attribute(value=ast.Name(id=owner), attr=attr):
            pass
        case _:
            return None
    if [each.arg for each in function.args.args[:1]] != [owner]:
        return None
    made = [
        each
        for each in cls.body
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == attr
    ]
    if len(made) != 1 or not _is_begun(made[0].value) or not _is_filled(cls, f"{owner}.{attr}"):
        return None
    if any(
        each.attr == attr and isinstance(each.ctx, ast.Store)
        for each in place.every(facts, ast.Attribute)
    ):
        return None
    if not _is_filled_by_several(tree, cls, f"{owner}.{attr}"):
        return None
    instead = f"{owner}.{attr} = {place.shown(facts, made[0].value)}"
    return Diagnosis(Kind.SHARED_BY_ALL, (attr, made[0].lineno, instead))


def _is_filled_by_several(tree: ast.Module, cls: ast.ClassDef, name: str) -> bool:
    """More than one object is asked to put something in."""
    fillers = [each.name for each in objects.methods(cls) if _is_filled(each, name)]
    looped = {
        ast.unparse(each.target)
        for each in ast.walk(tree)
        if isinstance(each, ast.For | ast.comprehension)
    }
    owners = {
        ast.unparse(each.value)
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and each.attr in fillers
    }
    return len(owners) > 1 or bool(owners & looped) or "__init__" in fillers


def _is_begun(node: ast.expr) -> bool:
    """Empty."""
    return ast.unparse(node) in ("[]", "{}", "set()", "list()", "dict()")


def _is_filled(around: ast.AST, name: str) -> bool:
    for node in ast.walk(around):
        match node:
            case ast.Attribute(value=owner, attr=attr) if attr in _FILLS:
                if ast.unparse(owner) == name:
                    return True
            case ast.Subscript(value=owner, ctx=ast.Store()) if ast.unparse(owner) == name:
                return True
            case ast.AugAssign(target=target) if ast.unparse(target) == name:
                return True
    return False


def rows(facts: Facts, of: ast.expr) -> Diagnosis | None:
    """`[[" "] * 3] * 3`, in which all rows are one list, and of which something was made."""
    looked_at = _looked_at(facts, of)
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(
                targets=[ast.Name() | ast.Attribute() as target],
                value=ast.BinOp(
                    left=ast.List(elts=[ast.List() | ast.BinOp() | ast.ListComp() as row]),
                    op=ast.Mult(),
                    right=count,
                ),
            ) if not isinstance(row, ast.BinOp) or isinstance(row.left, ast.List):
                what, shown = place.shown(facts, target), place.shown(facts, row)
                instead = f"{what} = [{shown} for _ in range({place.shown(facts, count)})]"
                is_put = any(
                    isinstance(each.ctx, ast.Store)
                    and isinstance(each.value, ast.Subscript)
                    and ast.unparse(each.value.value) == what
                    for each in place.every(facts, ast.Subscript)
                )
                if is_put and what in looked_at:
                    return Diagnosis(Kind.ROWS_SHARED, (what, node.lineno, instead))
    return None


def _looked_at(facts: Facts, of: ast.expr) -> set[str]:
    """The names in what has made it: an expression, or a function."""
    made = origin.value(facts, of) or of
    parts: list[ast.AST] = [made] if made is not of else []
    match made:
        case ast.Call(func=ast.Name(id=name)):
            function = scope.plain_function(place.tree_of(facts), name)
            parts += [function] if function is not None else []
    return {
        ast.unparse(each)
        for part in parts
        for each in ast.walk(part)
        if isinstance(each, ast.Name | ast.Attribute)
    }


def two_names(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`old = tasks`, and then tasks.clear()"""
    value = place.known(facts, node)
    if not isinstance(node, ast.Name) or value is None or value.type not in _TYPES:
        return None
    around = scope.of_name(facts, node.id)
    for made in scope.in_scope(around) if around is not None else ():
        match made:
            case ast.Assign(targets=[ast.Name(id=one)], value=ast.Name(id=other)):
                pass
            case _:
                continue
        if node.id not in (one, other) or one == other or around is None:
            continue
        another = other if node.id == one else one
        is_kept = len(scope.bindings(around, one)) == 1
        is_kept = is_kept and all(each < made.lineno for each in scope.bindings(around, other))
        emptied = _emptied(around, another, made.lineno, facts.line)
        if _is_far(facts, around, another, value.length or 0):
            continue
        if is_kept and emptied and not _emptied(around, node.id, made.lineno, facts.line):
            instead = f"{one} = {other}.copy()"
            return Diagnosis(Kind.ONE_UNDER_TWO, (one, other, made.lineno, emptied, instead))
    return None


def _is_far(facts: Facts, around: ast.AST, name: str, length: int) -> bool:
    """The place would be outside as well with all that single calls have taken out."""
    indexes = [e.slice for e in place.in_statement(facts) if isinstance(e, ast.Subscript)]
    number = place.whole_number(facts, indexes[0]) if len(indexes) == 1 else None
    taken = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and place.is_name(each.func.value, name)
        and each.func.attr in _TAKES
    ]
    loops = [e for e in scope.in_scope(around) if isinstance(e, ast.For | ast.While)]
    is_once = not any(each in ast.walk(loop) for each in taken for loop in loops)
    is_single = is_once and all(place.name_called(each) != "clear" for each in taken)
    return number is not None and is_single and bool(taken) and number >= length + len(taken)


def _emptied(around: ast.AST, name: str, since: int, until: int) -> int:
    """The first line between these that takes something out of it; 0 if none does."""
    found = []
    for node in scope.in_scope(around):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr)):
                found += [node.lineno] if owner == name and attr in _TAKES else []
            case ast.Delete(targets=[ast.Subscript(value=ast.Name(id=owner))]):
                found += [node.lineno] if owner == name else []
    return min((each for each in found if since < each < until), default=0)
