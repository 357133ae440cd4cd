"""What sum() has found that is no number. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import none
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def of_others(facts: Facts, call: ast.Call, kind: str) -> Diagnosis | None:
    what = call.args[0]
    shown = place.shown(facts, what)
    if kind == "NoneType" and (nothing := none.of_items(facts, what)) is not None:
        return nothing
    match what:
        case ast.GeneratorExp(elt=each) | ast.ListComp(elt=each):
            if kind in FUNCTION_TYPES:
                return Diagnosis(Kind.FUNCTION_NEEDS, (place.shown(facts, each),))
            if kind != "str":
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
            if _are_words(facts, what):
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
            return _texts(facts, what, each)
        case ast.Name() if kind in FUNCTION_TYPES:
            return _uncalled(facts, what)
        case ast.Name() | ast.Attribute() if kind in ("list", "tuple", "dict", "NoneType", "set"):
            if place.type_of(facts, what) in ("list", "tuple", "set"):
                return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
        case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]) if kind == "str":
            if place.type_of(facts, table) == "dict":
                if _has_word(place.known(facts, table)):
                    return Diagnosis(Kind.SUM_OF_OTHERS, (shown, kind))
                return Diagnosis(Kind.SUM_OF_TEXTS, (shown,))
    return None


def _are_words(facts: Facts, made: ast.GeneratorExp | ast.ListComp) -> bool:
    """What it goes through are texts that are no numbers."""
    match made.generators:
        case [only]:
            value, written_out = place.known(facts, only.iter), origin.value(facts, only.iter)
            is_item = ast.unparse(made.elt) == ast.unparse(only.target)
            told = value.details[1] if value is not None and len(value.details) > 1 else []
            if isinstance(written_out, ast.List):
                texts = [each.value for each in written_out.elts if isinstance(each, ast.Constant)]
                told = [("str", each) for each in texts if isinstance(each, str)]
            is_text = value is not None and value.type == "str"
            return is_item and not is_text and any(_is_word(each) for each in told)
    return False


def _has_word(table: Value | None) -> bool:
    told = table.details[1] if table is not None and len(table.details) > 1 else []
    return any(_is_word(each) for _key, each in told)


def _is_word(told: tuple[object, ...]) -> bool:
    """A text that is no number."""
    return told[0] == "str" and not written.is_number("float", str(told[1]))


def _texts(facts: Facts, made: ast.GeneratorExp | ast.ListComp, each: ast.expr) -> Diagnosis | None:
    """`sum(row["amount"] for row in rows)`"""
    if not isinstance(each, ast.Name | ast.Subscript | ast.Attribute):
        return None
    whole, part = place.in_full(facts, made), place.shown(facts, each)
    text = whole.removeprefix("[").removeprefix("(")
    if "..." in whole or not text.startswith(part):
        return None
    rest = text[len(part) :].removesuffix("]" if isinstance(made, ast.ListComp) else ")")
    return Diagnosis(Kind.SUM_OF_EACH, (part, f"sum(float({part}){rest})"))


def put_as_text(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """The only line of the script that puts something into a list: a part of a text."""
    tree, value = place.tree_of(facts), place.known(facts, what)
    if tree is None or value is None or value.type != "list" or _may_be_made_otherwise(tree):
        return None
    match [each for each in place.every(facts, ast.Call) if place.name_called(each) in _FILLS]:
        case [ast.Call(func=ast.Attribute(value=owner, attr="append"), args=[ast.Name()]) as put]:
            added = put.args[0]
        case _:
            return None
    home = scope.home_of(tree, put)
    if home is None or not isinstance(added, ast.Name) or not _is_part(home, added.id):
        return None
    shown = f"{place.in_full(facts, owner)}.append(float({added.id}))"
    values = (place.shown(facts, what), put.lineno, shown)
    return Diagnosis(Kind.SUM_OF_PUT, values) if "..." not in shown else None


_FILLS = ("append", "extend", "insert", "setdefault", "list", "sorted", "findall", "readlines")


def _may_be_made_otherwise(tree: ast.Module) -> bool:
    """A list with something in it stands in the script, comes from a module, or is all that a
    text's split() gives."""
    taken_apart: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.List(elts=[_, *_], ctx=ast.Load()) | ast.ListComp() | ast.Starred():
                return True
            case ast.Import() | ast.ImportFrom():
                return True
            case ast.Assign(targets=[ast.Tuple()], value=value) | ast.For(iter=value):
                taken_apart.append(value)
    splits = [each for each in ast.walk(tree) if _is_split(each)]
    return any(each not in taken_apart for each in splits)


def _is_split(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="split" | "rsplit" | "splitlines")):
            return True
    return False


def _is_part(home: ast.AST, name: str) -> bool:
    """Each line that gives the name a value takes parts of a text."""
    given = [
        node
        for node in scope.in_scope(home)
        if isinstance(node, ast.Assign)
        and any(place.is_name(part, name) for part in ast.walk(node.targets[0]))
    ]
    if isinstance(home, scope.FUNCTIONS) and name in scope.parameters(home):
        return False
    is_all = len(given) == len(scope.bindings(home, name)) > 0
    return is_all and all(
        isinstance(each.targets[0], ast.Tuple) and _is_split(each.value) for each in given
    )


def _uncalled(facts: Facts, what: ast.Name) -> Diagnosis | None:
    """`prices.append(book.price)`, which is a function of that object."""
    around = origin.only_bound(facts, what.id)
    if around is None:
        return None
    for node in ast.walk(around):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[added]
            ) if name == what.id and isinstance(added, ast.Name | ast.Attribute):
                instead = f"{name}.append({place.shown(facts, added)}())"
                return Diagnosis(Kind.SUM_UNCALLED, (name, node.lineno, instead))
    return None
