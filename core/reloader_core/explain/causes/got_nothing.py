"""A function that gives back what .get() of a dictionary gives, which has no such key. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import objects, sources, spelt_alike
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_PUTS = ("update", "setdefault", "pop", "popitem", "clear")
_LOOK = frozenset("print len sorted list max min sum str dict set any all enumerate".split())


def by_function(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """`def amount(name): return stock.get(name)`, and the dictionary is written out."""
    call, tree = origin.value(facts, node) or node, place.tree_of(facts)
    function = objects.function_called(facts, call) if isinstance(call, ast.Call) else None
    got = _got(function) if function is not None else None
    if tree is None or function is None or got is None or sources.is_imported(facts):
        return None
    back, table, key = got
    made = _written(tree, function, table)
    given = sources.argument(function, call, key.id) if isinstance(call, ast.Call) else None
    asked = place.known(facts, given) if given is not None else None
    if made is None or asked is None or given is None or not (text := literal(asked)):
        return None
    if text.endswith("...'") or _is_set_since(facts, given, call.lineno):
        return None
    keys = [each.value for each in made.keys if isinstance(each, ast.Constant)]
    if len(keys) != len(made.keys) or text in map(repr, keys) or scope.bindings(function, key.id):
        return None
    values = (place.shown(facts, node), place.shown(facts, table), text, back.lineno)
    if _are_numbers(made) and _is_calculated(facts, node):
        shown = f"{place.shown(facts, table)}.get({key.id}, 0)"
        return Diagnosis(Kind.GOT_NO_NUMBER, (*values, f"return {shown}"))
    below = spelt_alike.ask_below(facts, node)
    return Diagnosis(Kind.GOT_NOTHING_ASK, (*values, *below)) if below else None


def _got(function: ast.FunctionDef) -> tuple[ast.Return, ast.expr, ast.Name] | None:
    """The only `return`, of which dictionary it is, and the parameter that is the key."""
    match [each for each in scope.in_scope(function) if isinstance(each, ast.Return)]:
        case [
            ast.Return(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name() | ast.Attribute() as table, attr="get"),
                    args=[ast.Name() as key],
                    keywords=[],
                )
            ) as back
        ] if key.id in scope.parameters(function) and not origin.ends(function.body):
            return back, table, key
    return None


def _written(tree: ast.Module, function: ast.FunctionDef, table: ast.expr) -> ast.Dict | None:
    """As it is written, if nothing else is ever put into it, and no function may do so."""
    shown = ast.unparse(table)
    name = shown.partition(".")[0]
    is_own = isinstance(table, ast.Name) or name == "self"
    if (
        not is_own
        or isinstance(table, ast.Name)
        and (name in scope.parameters(function) or scope.bindings(function, name))
    ):
        return None
    made = list(_made(tree, shown))
    is_kept = not any(_may_change(each, shown) for each in ast.walk(tree))
    match made:
        case [ast.Dict() as written] if is_kept:
            return written
    return None


def _made(tree: ast.Module, shown: str) -> Iterator[ast.expr | None]:
    """What it is given, wherever that is; None for what is no plain `table = ...`."""
    plain: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[target], value=value) if ast.unparse(target) == shown:
                plain.add(id(target))
                yield value
    for node in ast.walk(tree):
        is_it = isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) == shown
        if isinstance(node, ast.arg) and node.arg == shown:
            yield None
        elif is_it and not isinstance(node.ctx, ast.Load) and id(node) not in plain:  # type: ignore[attr-defined]
            yield None


def _may_change(node: ast.AST, shown: str) -> bool:
    match node:
        case ast.Subscript(value=owner, ctx=ast.Store() | ast.Del()):
            return ast.unparse(owner) == shown
        case ast.Attribute(value=owner, attr=attr) if attr in _PUTS:
            return ast.unparse(owner) == shown
        case ast.Call(func=function, args=args):
            is_given = shown in map(ast.unparse, args)
            return is_given and not (isinstance(function, ast.Name) and function.id in _LOOK)
        case ast.Assign(value=value):
            return ast.unparse(value) == shown
    return False


def _is_set_since(facts: Facts, given: ast.expr, line: int) -> bool:
    home = scope.function_around(facts) or place.tree_of(facts)
    if not isinstance(given, ast.Name) or home is None:
        return False
    return any(line < each <= facts.line for each in scope.bindings(home, given.id))


def _are_numbers(made: ast.Dict) -> bool:
    return bool(made.values) and all(
        isinstance(each, ast.Constant) and type(each.value) in (int, float) for each in made.values
    )


def _is_calculated(facts: Facts, node: ast.expr) -> bool:
    """Or compared, with a number: 0 will do there."""
    is_number = any(f"'{each}'" in facts.message for each in ("int", "float"))
    return is_number and any(
        isinstance(each, ast.BinOp | ast.Compare | ast.AugAssign)
        and not (isinstance(each, ast.BinOp) and isinstance(each.op, ast.Div | ast.Mod))
        and any(child is node for child in ast.iter_child_nodes(each))
        for each in place.in_statement(facts)
    )
