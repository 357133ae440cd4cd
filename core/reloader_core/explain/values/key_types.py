"""Keys of another type than those that are there: whole numbers, which JSON has made texts of, and
members of an enumeration. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READ = ("json.load", "json.loads")


def of_json(facts: Facts, node: ast.expr, key: Value, keys: list[Value]) -> Diagnosis | None:
    """In one place it gets what was read from JSON, and in all others it gets keys that are
    numbers."""
    if key.type != "int" or any(each.text is None for each in keys):
        return None
    if not all(written.is_number("int", each.text or "") for each in keys):
        return None
    read: list[ast.Assign | ast.Return] = []
    others = []
    for home, statement in _all_returned(facts, node):
        if statement.value is not None and _is_read(home, statement.value):
            read.append(statement)
        elif statement.value is not None and _has_numbers(statement.value):
            others.append(statement.value)
        else:
            return None
    if len(read) != 1 or read[0].value is None:
        return None
    if _has_others(facts, node, others):
        return _by_text(facts, node, key)
    items = place.in_full(facts, read[0].value)
    first = "return"
    if isinstance(read[0], ast.Assign):
        first = f"{place.in_full(facts, read[0].targets[0])} ="
    instead = f"{first} {{int(key): value for key, value in {items}.items()}}"
    values = (place.shown(facts, node), literal(key), repr(str(key.number)), read[0].lineno)
    return Diagnosis(Kind.JSON_KEYS, (*values, instead))


def _by_text(facts: Facts, node: ast.expr, key: Value) -> Diagnosis | None:
    """`points[str(number)]`, where the keys are texts elsewhere, too."""
    asked = [each for each in place.candidates(facts, ast.Subscript) if each.value is node]
    if len(asked) != 1 or isinstance(asked[0].slice, ast.Slice):
        return None
    table, index = place.shown(facts, node), place.in_full(facts, asked[0].slice)
    near = repr(str(key.number))
    instead = f"{table}[{near if index == literal(key) else f'str({index})'}]"
    if "..." in instead:
        return None
    return Diagnosis(Kind.JSON_TEXT_KEYS, (table, literal(key), near, instead))


def _all_returned(
    facts: Facts, node: ast.expr
) -> Iterator[tuple[ast.AST, ast.Assign | ast.Return]]:
    """All that gives the table its value: of `lockers = load()`, each `return` of that function."""
    tree = place.tree_of(facts)
    for home, given in _given(facts, node):
        match given.value:
            case ast.Call(func=ast.Name(id=name)) if scope.returns_of(tree, name):
                function = scope.plain_function(tree, name)
                yield from ((function or home, each) for each in scope.returns_of(tree, name))
            case _:
                yield home, given


def _as_given(facts: Facts, name: str) -> str:
    """What all calls of the function give to this parameter, if that is a name of the module's."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if function is None or tree is None or facts.function != function.name:
        return ""
    names = [each.arg for each in function.args.args]
    used = [n for n in ast.walk(tree) if place.is_name(n, function.name)]
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.func in used]
    if name not in names or scope.bindings(function, name) or len(calls) != len(used):
        return ""
    if scope.plain_function(tree, function.name) is not function:
        return ""
    at, at_top = names.index(name), list(scope.in_scope(tree))
    given = {
        place.shown(facts, each.args[at]) if len(each.args) > at and each in at_top else ""
        for each in calls
    }
    return given.pop() if len(given) == 1 else ""


def _given(facts: Facts, node: ast.expr) -> list[tuple[ast.AST, ast.Assign]]:
    """All statements that give the name, or an attribute of this name, a value; each with its
    function or module."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name | ast.Attribute):
        return []
    homes: list[ast.AST] = [tree]
    homes += [each for each in ast.walk(tree) if isinstance(each, scope.Function)]
    if isinstance(node, ast.Name):
        home, name = scope.of_name(facts, node.id), node.id
        if home is None and (outside := _as_given(facts, name)).isidentifier():
            home, name = tree, outside
        if home is None or scope.is_declared(tree, name):
            return []
        homes, node = [home], ast.Name(name, ast.Load())
    found = [
        (home, each)
        for home in homes
        for each in scope.in_scope(home)
        if isinstance(each, ast.Assign) and any(_is_same(target, node) for target in each.targets)
    ]
    is_other = isinstance(node, ast.Name) and len(found) != len(scope.bindings(homes[0], node.id))
    return [] if is_other or any(len(each.targets) != 1 for _home, each in found) else found


def _is_same(target: ast.expr, node: ast.expr) -> bool:
    match target, node:
        case ast.Name(id=one), ast.Name(id=other):
            return one == other
        case ast.Attribute(attr=one), ast.Attribute(attr=other):
            return one == other
    return False


def _is_read(home: ast.AST, value: ast.expr) -> bool:
    """json.loads(...), or a part of what it gave to a name of this function."""
    while isinstance(value, ast.Subscript):
        value = value.value
    match value:
        case ast.Call(func=ast.Attribute() as called):
            return ast.unparse(called) in _READ
        case ast.Name(id=name):
            made = [
                each.value
                for each in scope.in_scope(home)
                if isinstance(each, ast.Assign)
                and any(place.is_name(target, name) for target in each.targets)
            ]
            is_only = len(made) == len(scope.bindings(home, name)) == 1
            return is_only and isinstance(made[0], ast.Call) and _is_read(home, made[0])
    return False


def _has_numbers(value: ast.expr) -> bool:
    """A dictionary whose keys are none, or whole numbers."""
    match value:
        case ast.Dict(keys=keys):
            return all(isinstance(each, ast.Constant) and type(each.value) is int for each in keys)
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=[]):
            return True
        case ast.DictComp(key=ast.Name(id=name), generators=[ast.comprehension() as part]):
            match part:
                case (
                    ast.comprehension(
                        target=ast.Name(id=found), iter=ast.Call(func=ast.Name(id="range"))
                    )
                    | ast.comprehension(
                        target=ast.Tuple(elts=[ast.Name(id=found), _]),
                        iter=ast.Call(func=ast.Name(id="enumerate")),
                    )
                ):
                    return found == name
    return False


def _has_others(facts: Facts, node: ast.expr, made: list[ast.expr]) -> bool:
    """Somewhere single keys are put into it, or are texts. `made`: what it is otherwise, with keys
    that are numbers; a variable may be one of these."""
    is_filled = bool(made) and all(_is_filled(each) for each in made)
    changed = {id(each.target) for each in place.every(facts, ast.AugAssign)}
    for each in place.every(facts, ast.Subscript):
        is_kept = is_filled and isinstance(each.slice, ast.Name)
        is_put = isinstance(each.ctx, ast.Store) and id(each) not in changed
        is_stored = is_put and not is_kept
        if _is_same(each.value, node) and (is_stored or _is_text(each.slice)):
            return True
    return False


def _is_filled(value: ast.expr) -> bool:
    return isinstance(value, ast.DictComp) or isinstance(value, ast.Dict) and bool(value.keys)


def _is_text(index: ast.expr) -> bool:
    match index:
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.Call(func=ast.Name(id="str")):
            return True
    return False


# -- members of an enumeration


def of_member(facts: Facts, node: ast.Subscript, key: Value) -> Diagnosis | None:
    """`seconds[light]`, where the keys are what the members are called, or what they stand for."""
    told, is_all = facts.told.get("keys", {}).get(ast.unparse(node.value), ([], False))
    keys = {literal(value_from(each)) for each in told}
    for cls in place.every(facts, ast.ClassDef):
        if key.type != "object" or key.name != cls.name or not keys or not is_all:
            continue
        if [ast.unparse(each).rpartition(".")[2] for each in cls.bases] != ["Enum"]:
            continue
        made = [each for each in cls.body if isinstance(each, ast.Assign)]
        by_name = {repr(each.targets[0].id) for each in made if _is_plain(each.targets)}
        by_value = {ast.unparse(each.value) for each in made}
        for attribute, own in (("value", by_value), ("name", by_name)):
            what, table = (place.operand(facts, each) for each in (node.slice, node.value))
            if keys <= own and "..." not in what + table:
                instead = f"{table}[{what}.{attribute}]"
                return Diagnosis(Kind.MEMBER_FOR_KEY, (what, table, instead))
    return None


def _is_plain(targets: list[ast.expr]) -> TypeGuard[list[ast.Name]]:
    return all(isinstance(each, ast.Name) for each in targets)
