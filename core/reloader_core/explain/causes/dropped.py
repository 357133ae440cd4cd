"""A result that nobody keeps: of a text's method, a sum, a wrapped function; and a value that only
a function of the same name's has got. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import made, objects, sources
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts, Value, literal, value_from
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TEXT_METHODS = (
    *("replace", "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize"),
    *("removeprefix", "removesuffix"),
)
_BEGINS = {"int": "0", "float": "0", "str": '""', "list": "[]"}


# -- text.replace(",", ".")


def text_method(facts: Facts, *, is_key: bool) -> Diagnosis | None:
    """Alone in a line above, of a text that would have become what is needed here."""
    around = scope.function_around(facts) or place.tree_of(facts)
    used = {each.id for each in place.in_statement(facts) if isinstance(each, ast.Name)}
    for node in origin.ran_before(facts, around) if around is not None else ():
        match node:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(id=name), attr=method), args=args, keywords=[]
                ) as call
            ) if method in _TEXT_METHODS and name in used:
                pass
            case _:
                continue
        value = place.known(facts, ast.Name(name, ast.Load()))
        changed = _changed(value, method, args)
        is_meant = _is_key(facts, changed) if is_key else written.is_number("float", changed)
        if changed and is_meant:
            shown = place.in_full(facts, call)
            values = (name, node.lineno, f".{method}()", f"{name} = {shown}")
            return Diagnosis(Kind.RESULT_DROPPED, values)
    return None


def _changed(value: Value | None, method: str, args: list[ast.expr]) -> str:
    """What would have come of it; '' if that is not known, or nothing changes."""
    text = value.text if value is not None and value.type == "str" else None
    given = [each.value for each in args if isinstance(each, ast.Constant)]
    if text is None or len(given) != len(args):
        return ""
    try:
        found = getattr(text, method)(*given)
    except (TypeError, AttributeError, ValueError):
        return ""
    return str(found) if found != text else ""


def _is_key(facts: Facts, text: str) -> bool:
    told = facts.told.get("keys", {}).values()
    return any(literal(value_from(each)) == repr(text) for keys, _all in told for each in keys)


# -- count + 1


def not_stored(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """Of what is still 0."""
    source = sources.only(facts, node, "int") if isinstance(node, ast.Name) else None
    names = [name for step in source.steps for name in step.names] if source is not None else []
    for around, name in names:
        for each in scope.in_scope(around):
            match each:
                case ast.Expr(
                    value=ast.BinOp(left=ast.Name(id=found), op=ast.Add() | ast.Sub() as op) as done
                ) if found == name:
                    sign = "+=" if isinstance(op, ast.Add) else "-="
                    instead = f"{name} {sign} {place.shown(facts, done.right)}"
                    return Diagnosis(Kind.NOT_STORED, (name, each.lineno, instead))
                case ast.Expr(
                    value=ast.Compare(
                        left=ast.Name(id=found), ops=[ast.Eq()], comparators=[ast.BinOp() as done]
                    )
                ) if found == name:
                    instead = f"{name} = {place.shown(facts, done)}"
                    return Diagnosis(Kind.NOT_STORED, (name, each.lineno, instead))
    return None


# -- a variable of a function's own


def local_only(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """A global one has kept what it began with: a function gives its value to one of its own."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(node, ast.Name) or scope.is_declared(tree, node.id):
        return None
    found, name = facts.names.get(node.id), node.id
    if found is None or found.where != "global" and facts.function != "<module>":
        return None
    begins = [
        each
        for each in tree.body
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name
    ]
    if len(begins) != 1 or len(scope.bindings(tree, name)) != 1 or not _is_empty(begins[0].value):
        return None
    functions = [
        each
        for each in tree.body
        if isinstance(each, ast.FunctionDef)
        and name not in scope.parameters(each)
        and scope.bindings(each, name)
        and _is_called(tree, each.name)
    ]
    if len(functions) != 1 or _is_filled(tree, functions[0], name):
        return None
    kept = made.result_not_kept(tree, functions[0], name)
    return kept or _said_of(functions[0], name)


def _is_filled(tree: ast.Module, function: ast.FunctionDef, name: str) -> bool:
    """Other lines than the function's put something into the one outside, or were to do so."""
    inside = set(map(id, ast.walk(function)))
    for node in ast.walk(tree):
        match node:
            case (
                ast.Attribute(
                    value=ast.Name(id=found),
                    attr="append" | "add" | "insert" | "extend" | "update" | "setdefault",
                )
                | ast.Subscript(value=ast.Name(id=found), ctx=ast.Store())
            ) if found == name and id(node) not in inside:
                return True
    return False


def _said_of(function: ast.FunctionDef, name: str) -> Diagnosis | None:
    nodes = list(scope.in_scope(function))
    if any(
        isinstance(each, ast.Return) and each.value is not None and name in ast.unparse(each.value)
        for each in nodes
    ):
        return None
    stores = [
        each
        for each in nodes
        if isinstance(each, ast.Assign | ast.AugAssign)
        and ast.unparse(each.targets[0] if isinstance(each, ast.Assign) else each.target) == name
    ]
    if len(stores) != len(scope.bindings(function, name)):
        return None
    begun = [each for each in stores if isinstance(each, ast.Assign) and _is_empty(each.value)]
    if len(begun) == 1 and len(stores) > 1:
        return Diagnosis(Kind.LOCAL_BEGUN, (name, f"{function.name}()", begun[0].lineno))
    values = (name, f"{function.name}()", stores[-1].lineno)
    return Diagnosis(Kind.LOCAL_ONLY, values) if not begun else None


def _is_empty(node: ast.expr) -> bool:
    return ast.unparse(node) in ("0", "0.0", "None", "''", "[]", "{}", "set()", "list()", "dict()")


def _is_called(tree: ast.Module, name: str) -> bool:
    return any(
        isinstance(each, ast.Call) and ast.unparse(each.func) == name for each in ast.walk(tree)
    )


# -- a decorator's inner function


def by_wrapper(facts: Facts, tree: ast.Module, node: ast.expr) -> Diagnosis | None:
    """It calls the function that it stands for, and gives nothing back."""
    call = origin.value(facts, node) if isinstance(node, ast.Name) else node
    match call:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            pass
        case _:
            return None
    functions = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    match functions.get(name) if isinstance(call.func, ast.Name) else _method(facts, call):
        case ast.FunctionDef(decorator_list=[ast.Name(id=decorator)]) as wrapped:
            maker = functions.get(decorator)
        case _:
            return None
    if maker is None or not maker.args.args or not _gives(wrapped):
        return None
    inner = [each for each in maker.body if isinstance(each, ast.FunctionDef)]
    if len(inner) != 1 or _gives(inner[0]):
        return None
    shown = place.shown(facts, node)
    for statement, called in _calls_of(inner[0], maker.args.args[0].arg):
        values = (shown, f"{decorator}()", f"{inner[0].name}()")
        match statement:
            case ast.Expr():
                instead = f"return {place.in_full(facts, called)}"
                return Diagnosis(Kind.WRAPPER_RETURNS, (*values, statement.lineno, instead))
            case ast.Assign(targets=[ast.Name(id=kept)]):
                return Diagnosis(Kind.WRAPPER_ENDS, (*values, f"return {kept}"))
    return None


def _method(facts: Facts, call: ast.Call) -> ast.FunctionDef | None:
    """The only one of this name, of the class of what it is asked of."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call
    match objects.methods_named(facts, place.name_called(call)):
        case [ast.FunctionDef() as method]:
            cls, title = scope.class_around(facts, method), place.type_of(facts, owner)
            return method if cls is not None and title in ("", cls.name) else None
    return None


def _gives(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(each, ast.Return)
        and each.value is not None
        or isinstance(each, ast.Yield | ast.YieldFrom)
        for each in scope.in_scope(function)
    )


def _calls_of(function: ast.FunctionDef, name: str) -> Iterator[tuple[ast.stmt, ast.Call]]:
    for each in scope.in_scope(function):
        match each:
            case (
                ast.Expr(value=ast.Call(func=ast.Name(id=found)) as call)
                | ast.Assign(value=ast.Call(func=ast.Name(id=found)) as call)
            ) if found == name and isinstance(each, ast.stmt):
                yield each, call


# -- counts.get(word) + 1


def begun_by_get(facts: Facts, node: ast.expr) -> Diagnosis | None:
    """For a key that is to be put in, and is not there in other letters."""
    match node, place.statement(facts):
        case (
            ast.Call(func=ast.Attribute(value=table, attr="get"), args=[key], keywords=[]),
            ast.Assign(
                targets=[ast.Subscript() as put],
                value=ast.BinOp(left=left, op=ast.Add(), right=right),
            ),
        ) if node in (left, right):
            other = right if node is left else left
        case _:
            return None
    if ast.unparse(put) != f"{ast.unparse(table)}[{ast.unparse(key)}]":
        return None
    if _is_begun_with_keys(facts, table) and _is_near(facts, table, key):
        return None
    begin = _BEGINS.get(place.type_of(facts, other), "")
    shown = place.shown(facts, table), place.shown(facts, key)
    instead = f"{shown[0]}.get({shown[1]}, {begin})"
    return Diagnosis(Kind.BEGUN_BY_GET, (*shown, instead)) if begin else None


def _is_begun_with_keys(facts: Facts, table: ast.expr) -> bool:
    made = origin.value(facts, table)
    return isinstance(made, ast.Dict) and bool(made.keys)


def _is_near(facts: Facts, table: ast.expr, key: ast.expr) -> bool:
    """One of its keys is nearly this one, or that is not known."""
    told, _is_all = facts.told.get("keys", {}).get(ast.unparse(table), ([], False))
    wanted = place.known(facts, key)
    asked = wanted.text if wanted is not None else None
    texts = [each.text or "" for each in map(value_from, told)]
    if asked is None or asked in texts:
        return asked is None
    return any(each.strip().lower() == asked.strip().lower() for each in texts) or bool(
        nearest(asked, texts)
    )
