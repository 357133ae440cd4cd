"""Lines that were read into a list, where all of the file was wanted as one text. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_ALL = (
    *("lower", "upper", "casefold", "title", "swapcase", "translate", "replace"),
    *("splitlines", "format", "encode"),
)
"""What is as well done with a whole text as with each line."""


def of_lines(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """`text = file.readlines()`, of which nothing is asked that only a list has."""
    made = origin.assigned(facts, node.value)
    if not isinstance(node.value, ast.Name) or made is None or not _is_of_all(facts, node):
        return None
    home = origin.only_bound(facts, node.value.id)
    if home is None or not _is_text_only(home, node.value.id):
        return None
    given, begin = _given(facts, made)
    match given.value:
        case ast.Call(func=ast.Attribute(value=owner, attr="readlines"), args=[], keywords=[]):
            file = place.in_full(facts, owner)
            if "..." not in file:
                values = (node.value.id, given.lineno, node.attr, f"{begin}{file}.read()")
                return Diagnosis(Kind.LINES_FOR_TEXT, values)
    return None


def _is_of_all(facts: Facts, node: ast.Attribute) -> bool:
    if node.attr in _OF_ALL:
        return True
    for each in place.in_statement(facts):
        match each:
            case ast.Call(func=found, args=[] | [ast.Constant(value="\n" | "\n\n")], keywords=[]):
                if found is node:
                    return node.attr == "split"
    return False


def _given(facts: Facts, made: ast.Assign) -> tuple[ast.Assign | ast.Return, str]:
    """The statement that has read it: this one, or the only `return` of a function that it alone
    calls. And how that begins."""
    match made:
        case ast.Assign(value=ast.Call(func=ast.Name(id=called))):
            returns = scope.returns_of(place.tree_of(facts), called)
            calls = [each for each in place.every(facts, ast.Name) if each.id == called]
            if len(returns) == 1 and len(calls) == 1:
                return returns[0], "return "
    return made, f"{ast.unparse(made.targets[0])} = "


def _is_text_only(home: ast.AST, name: str) -> bool:
    """Wherever it is used, it is for what texts have and lists have not."""
    owners = {
        id(each.value)
        for each in ast.walk(home)
        if isinstance(each, ast.Attribute)
        and hasattr(str, each.attr)
        and not hasattr(list, each.attr)
    }
    return all(
        id(each) in owners
        for each in ast.walk(home)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    )
