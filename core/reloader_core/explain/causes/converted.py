"""Text where a number is needed: the line in which a number is to be made of it, once. Pure.

Done where the error is, the next line that calculates with it would fail, or compare text with a
number, which is silently never equal.
"""

from __future__ import annotations

import ast

from reloader_core.explain.causes import callers, sources, typed_numbers, used_as
from reloader_core.explain.causes.made import calculated_with_text
from reloader_core.explain.causes.sources import Source, Step
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_KINDS = (
    *(Kind.COMPARED_WITH_TEXT, Kind.CALCULATED_WITH_TEXT, Kind.PERCENT_OF_TEXT),
    *(Kind.TEXT_AND_NUMBER, Kind.ADDED_TO, Kind.RANGE_OF, Kind.INDEX_TO_NUMBER),
)


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of what would be mended in the line that failed."""
    if found.kind not in _KINDS:
        return None
    if (repeated := _repeated(facts, str(found.values[0]))) is not None:
        return repeated
    node = place.shown_as(
        facts, str(found.values[0 if found.kind is not Kind.INDEX_TO_NUMBER else 1])
    )
    value = place.known(facts, node) if node is not None else None
    if node is None or value is None or value.type != "str":
        return None
    if value.text is None or not written.is_number("float", value.text):
        return None
    function = _function(found, value.text)
    made = sources.of(facts, node, "str")
    if found.kind not in (Kind.RANGE_OF, Kind.INDEX_TO_NUMBER) and _may_have_places(made):
        function = "float"  # as the next row has
    if function == "int" and found.kind not in (Kind.RANGE_OF, Kind.INDEX_TO_NUMBER):
        function = typed_numbers.function_for(facts, node, made)
    if place.is_changed(facts, node) and not all(
        typed_numbers.is_typed(each.node) for each in made
    ):
        return None  # it may be a text that is put together
    return at_source(facts, node, made, function) or _once(facts, node, made, function)


def _repeated(facts: Facts, what: str) -> Diagnosis | None:
    """`price * 2`, of a text, which has only repeated it."""
    for node in place.in_statement(facts):
        match node:
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                if place.shown(facts, node) != what:
                    continue
                for text, other in ((left, right), (right, left)):
                    is_count = place.type_of(facts, other) == "int"
                    if is_count and place.type_of(facts, text) in ("", "str"):
                        return calculated_with_text(facts, text, "*", "float")
    return None


def at_source(facts: Facts, node: ast.expr, made: list[Source], function: str) -> Diagnosis | None:
    """Where what made it hands it on for the first time as what can be a number."""
    if _are_put_together(facts, made):
        return None
    step = _first_fitting(facts, node, made, function)
    what = place.shown(facts, node)
    if step is None:
        return _twice(facts, what, made, function)
    instead = _instead(facts, step, function)
    if len(instead) > _MOST_SHOWN:
        return None
    line = step.line
    if typed_numbers.is_typed(made[0].node) and len(made) == 1:
        if step is made[0].steps[0]:
            return Diagnosis(Kind.TYPED_TEXT, (what, line, instead))
        return Diagnosis(Kind.TYPED_KEPT, (what, made[0].line, line, instead))
    return Diagnosis(Kind.TEXT_FROM, (what, line, instead))


def _twice(facts: Facts, what: str, made: list[Source], function: str) -> Diagnosis | None:
    """Asked for before the loop and again in it."""
    tree = place.tree_of(facts)
    if (
        tree is None
        or len(made) != 2
        or not all(typed_numbers.is_typed(each.node) for each in made)
    ):
        return None
    first, second = (each.steps[0] for each in made)
    after = [name for each in made for step in each.steps for name in step.names]
    if first.names != second.names or not first.is_statement or used_as.need_text(tree, after):
        return None
    instead = {_instead(facts, each, function) for each in (first, second)}
    if len(instead) > 1:
        instead = {f"{first.names[0][1]} = {function}(input(...))"}
    lines = sorted((first.line, second.line))
    return Diagnosis(Kind.TYPED_TWICE, (what, *lines, instead.pop()))


def _once(facts: Facts, node: ast.expr, made: list[Source], function: str) -> Diagnosis | None:
    """Before the line that failed, if more lines below need the number."""
    tree, around = place.tree_of(facts), scope.function_around(facts)
    failed, home = place.statement(facts), around or tree
    if tree is None or home is None or not isinstance(node, ast.Name):
        return None
    if not isinstance(failed, ast.Assign | ast.Expr | ast.Return | ast.If):
        return None
    parameters = scope.parameters(around) if around is not None else set()
    if not scope.bindings(home, node.id) and node.id not in parameters:
        return None  # a global one, which would become another
    if scope.is_declared(tree, node.id) or _is_elif(tree, failed):
        return None
    below = [use for use in used_as.uses(tree, home, node.id) if use[1].lineno >= failed.lineno]
    if len(below) < 2 or any(_needs_text(tree, use) for use in below):
        return None
    if any(
        isinstance(each, ast.For | ast.While)
        and place.covers(each, facts.line)
        and not _sets_first(each, node.id, failed.lineno)
        for each in scope.in_scope(home)
    ):
        return None
    instead = f"{node.id} = {function}({node.id})"
    return Diagnosis(Kind.TEXT_ONCE, (node.id, failed.lineno, instead))


def _needs_text(tree: ast.Module, use: tuple[ast.AST, ast.expr]) -> bool:
    further = used_as.of_use(tree, use)
    return further is None or used_as.need_text(tree, list(further))


def _is_elif(tree: ast.Module, statement: ast.AST) -> bool:
    return any(isinstance(each, ast.If) and each.orelse == [statement] for each in ast.walk(tree))


def _sets_first(loop: ast.For | ast.While, name: str, line: int) -> bool:
    """Each round begins with a value of its own."""
    lines = [
        each.lineno for each in ast.walk(loop) if isinstance(each, ast.Name) and each.id == name
    ]
    stored = [
        each.lineno
        for each in ast.walk(loop)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store)
    ]
    return bool(stored) and min(lines) == stored[0] < line


_MOST_SHOWN = 100


def _function(found: Diagnosis, text: str) -> str:
    is_float = "float" in found.values or "float(" in str(found.values[-1])
    return "float" if is_float or not written.is_number("int", text) else "int"


def _may_have_places(made: list[Source]) -> bool:
    """By its name, one of the numbers that were read."""
    return any(
        isinstance(each.node, ast.Subscript)
        and any(word in ast.unparse(step.node).lower() + name for word in _WITH_PLACES)
        for each in made
        for step in each.steps
        for _around, name in step.names
    )


_WITH_PLACES = ("price", "cost", "weight", "height", "temp", "amount", "salary", "rate", "balance")


def _are_put_together(facts: Facts, made: list[Source]) -> bool:
    """`number += sign` adds to the text that it began with."""
    if all(typed_numbers.is_typed(each.node) for each in made):
        return False  # typed as a number, to which something is added
    failed = place.statement(facts)
    names = [name for each in made for step in each.steps for name in step.names]
    return any(
        isinstance(each, ast.AugAssign)
        and isinstance(each.op, ast.Add)
        and each is not failed
        and (place.is_name(each.target, name) or _is_attribute(each.target, name))
        for around, name in names
        for each in ast.walk(around)
    )


def _is_attribute(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Attribute) and f".{node.attr}" == name


def _first_fitting(facts: Facts, node: ast.expr, made: list[Source], function: str) -> Step | None:
    """The first step that all of them pass, and after which no text is needed any more."""
    tree = place.tree_of(facts)
    if not made or tree is None:
        return None
    statements = [[each.statement or each.node for each in one.steps] for one in made]
    for number, step in enumerate(made[0].steps):
        if all((step.statement or step.node) in each for each in statements):
            further = made[0].steps[number:]
            after = [name for each in further for name in each.names]
            if not step.is_statement and not typed_numbers.is_typed(step.node):
                continue
            if used_as.need_text(tree, after):
                continue
            if callers.all_as_numbers(facts, node, further, function):
                return step
    return None


def _instead(facts: Facts, step: Step, function: str) -> str:
    value = f"{function}({place.in_full(facts, step.node)})"
    match step.node:
        case ast.Constant(value=str(text)):
            value = text.strip()
    if len(value) > 60 and typed_numbers.is_typed(step.node):
        value = f"{function}(input(...))"
    match step.statement:
        case ast.Return():
            return f"return {value}"
        case ast.Assign(targets=[target]):
            return f"{place.shown(facts, target)} = {value}"
        case ast.AnnAssign(target=target):
            return f"{place.shown(facts, target)} = {value}"
    return value
