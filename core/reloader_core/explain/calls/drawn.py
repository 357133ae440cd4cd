"""What was drawn by random.choice() from one list, and is to be taken out of another. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_PLAIN = ast.Name | ast.Attribute | ast.Subscript


def from_other(facts: Facts, owner: ast.expr, item: ast.expr) -> Diagnosis | None:
    """`card = random.choice(deck)`, and then `hand.remove(card)`, here or in a function that is
    given the card."""
    value = place.known(facts, item)
    if not isinstance(item, ast.Name) or not isinstance(owner, _PLAIN):
        return None
    made, where = origin.assigned(facts, item), ast.unparse(owner)
    if made is None:
        found = _given(facts, owner, item.id)
        if found is None:
            return None
        made, where = found
    match made:
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(func=function, args=[source], keywords=[]) as call,
        ) if place.name_called(call) == "choice" and isinstance(source, _PLAIN):
            if ast.unparse(source) == where or _is_made_of(facts, source, owner):
                return None
            shown = (literal(value) if value is not None else "") or item.id
            instead = f"{name} = {ast.unparse(function)}({where})"
            values = (shown, place.shown(facts, owner), made.lineno, ast.unparse(source), instead)
            return Diagnosis(Kind.DRAWN_ELSEWHERE, values)
    return None


def _given(facts: Facts, owner: ast.expr, item: str) -> tuple[ast.Assign, str] | None:
    """The line that has made what the only call of this function gives for `item`, and how the
    list is written there."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if (
        tree is None
        or function is None
        or scope.plain_function(tree, function.name) is not function
    ):
        return None
    names = [each.arg for each in function.args.args]
    calls = [each for each in place.every(facts, ast.Call) if _calls(each, function.name)]
    if len(calls) != 1 or len(calls[0].args) != len(names) or item not in names:
        return None
    given = dict(zip(names, calls[0].args, strict=True))
    home = scope.home_of(tree, calls[0])
    asked = given[item]
    own = {each.id for each in ast.walk(owner) if isinstance(each, ast.Name)}
    plain = all(isinstance(given[each], ast.Name | ast.Constant) for each in own if each in given)
    rest = own - set(given)
    if home is None or not isinstance(asked, ast.Name) or not plain:
        return None
    if any(scope.bindings(function, each) for each in own | {item}):
        return None
    if home is not tree and any(scope.bindings(home, each) for each in rest):
        return None
    made = [each for _line, each in scope.bound(home, asked.id)]
    assigns = [each for each in scope.in_scope(home) if _gives(each, asked.id)]
    if len(made) != 1 or len(assigns) != 1 or not isinstance(assigns[0], ast.Assign):
        return None
    return assigns[0], _put_in(owner, given)


def _calls(call: ast.Call, name: str) -> bool:
    return place.is_name(call.func, name) and not call.keywords


def _gives(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Assign) and any(place.is_name(each, name) for each in node.targets)


def _put_in(owner: ast.expr, given: dict[str, ast.expr]) -> str:
    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return given.get(node.id, node)

    return ast.unparse(Put().visit(ast.parse(ast.unparse(owner), mode="eval")))


def _is_made_of(facts: Facts, source: ast.expr, owner: ast.expr) -> bool:
    """It may hold what the other list holds: somewhere it is made of it."""
    name, other = (ast.unparse(each).split("[")[0] for each in (source, owner))
    if name == other:
        return True
    for node in place.every(facts, ast.stmt):
        match node:
            case ast.Assign(targets=targets, value=value) if other in ast.unparse(value):
                if any(ast.unparse(each) == name for each in targets):
                    return True
            case ast.For(target=target) if ast.unparse(target) == name:
                return True
            case ast.For(iter=things) if other in ast.unparse(things):
                if f"{name}.append(" in ast.unparse(node):
                    return True
    return False
