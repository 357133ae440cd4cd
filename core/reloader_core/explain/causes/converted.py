"""Text where a number is needed: the line in which a number is to be made of it, once. Pure.

Done where the error is, the next line that calculates with it would fail, or compare text with a
number, which is silently never equal.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import sources, typed_numbers
from reloader_core.explain.causes.made import calculated_with_text
from reloader_core.explain.causes.sources import Named, Source, Step
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_KINDS = (
    *(Kind.COMPARED_WITH_TEXT, Kind.CALCULATED_WITH_TEXT, Kind.PERCENT_OF_TEXT),
    *(Kind.TEXT_AND_NUMBER, Kind.ADDED_TO, Kind.RANGE_OF, Kind.INDEX_TO_NUMBER),
)
_TAKES_NUMBERS = ("print", "str", "int", "float", "range", "round", "abs", "max", "min", "sum")


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
    step = _first_fitting(facts, made)
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
    if first.names != second.names or not first.is_statement or need_text(tree, after):
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
    below = [use for use in uses(tree, home, node.id) if use[1].lineno >= failed.lineno]
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
    further = of_use(tree, use)
    return further is None or need_text(tree, list(further))


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


def _first_fitting(facts: Facts, made: list[Source]) -> Step | None:
    """The first step that all of them pass, and after which no text is needed any more."""
    tree = place.tree_of(facts)
    if not made or tree is None:
        return None
    statements = [[each.statement or each.node for each in one.steps] for one in made]
    for number, step in enumerate(made[0].steps):
        if all((step.statement or step.node) in each for each in statements):
            after = [name for each in made[0].steps[number:] for name in each.names]
            if (step.is_statement or typed_numbers.is_typed(step.node)) and not need_text(
                tree, after
            ):
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


# -- what a name is used for


def need_text(tree: ast.Module, names: list[Named]) -> bool:
    """Some line with one of them would fail with a number, or do something else."""
    seen: set[tuple[int, str]] = set()
    while names:
        around, name = names.pop()
        if (id(around), name) in seen:
            continue
        seen.add((id(around), name))
        for use in uses(tree, around, name):
            further = of_use(tree, use)
            if further is None:
                return True
            names.extend(further)
    return False


def uses(tree: ast.Module, around: ast.AST, name: str) -> Iterator[tuple[ast.AST, ast.expr]]:
    """Each with what stands around it."""
    for node in ast.walk(tree if around is tree else around):
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Name(id=found, ctx=ast.Load()) if found == name:
                    yield node, child
                case ast.Attribute(attr=attr, ctx=ast.Load()) if f".{attr}" == name:
                    yield node, child
                case ast.Call(func=ast.Name(id=found)) if f"{found}()" == name:
                    yield node, child
                case ast.Call(func=ast.Attribute(attr=found)) if f".{found}()" == name:
                    yield node, child
                case ast.Subscript(slice=ast.Constant(value=key), ctx=ast.Load()):
                    if f"[{key!r}]" == name:
                        yield node, child


def of_use(tree: ast.Module, use: tuple[ast.AST, ast.expr]) -> list[Named] | None:
    """Which other names it becomes; None: text is needed here."""
    around, node = use
    match around:
        case ast.Attribute() | ast.If() | ast.While() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return None
        case ast.Starred() | ast.For() | ast.comprehension():
            return None
        case ast.Subscript():
            return [] if around.slice is node and not _has_texts(tree, around.value) else None
        case ast.Compare(left=left, comparators=others, ops=ops):
            sides = [each for each in (left, *others) if each is not node]
            is_in = any(isinstance(each, ast.In | ast.NotIn) for each in ops)
            is_text = any(_holds_text(e) or _is_given_text(tree, e, typed=True) for e in sides)
            return None if is_in or is_text else []
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            other = right if left is node else left
            is_text = _holds_text(node) or _holds_text(other)
            return None if is_text or _is_given_text(tree, other, typed=False) else []
        case ast.BinOp(op=ast.Mod(), right=right) if right is node:
            return []
        case ast.Call():
            return _of_call(tree, around, node)
        case ast.keyword(arg=str(name)):
            return _of_keyword(tree, around, name)
    return _handed_on(tree, around, node)


def _of_call(tree: ast.Module, call: ast.Call, node: ast.expr) -> list[Named] | None:
    match call.func:
        case ast.Name(id=name):
            if name in _TAKES_NUMBERS and not scope.names_anywhere(tree, name):
                return []
            function = scope.plain_function(tree, name)
            if function is None or function.args.vararg is not None:
                return None
            return [(function, each) for each in _taken(function, call, node)] or None
        case ast.Attribute(attr="format"):
            return []
        case ast.Attribute(value=into, attr="append" | "add" | "insert"):
            return None if _is_joined(tree, into) else []
    return None


def _of_keyword(tree: ast.Module, keyword: ast.keyword, name: str) -> list[Named] | None:
    calls = [e for e in ast.walk(tree) if isinstance(e, ast.Call) and keyword in e.keywords]
    called = ast.unparse(calls[0].func) if calls else ""
    if called.endswith(".format"):
        return []
    function = scope.plain_function(tree, called)
    if function is None or name not in scope.parameters(function):
        return None
    return [(function, name)]


def _handed_on(tree: ast.Module, around: ast.AST, node: ast.expr) -> list[Named] | None:
    """By a statement, or in a list or dictionary that is written out."""
    match around:
        case ast.Assign(targets=[ast.Name(id=other)]):
            home = scope.home_of(tree, around)
            return [(home, other)] if home is not None else None
        case ast.Assign(targets=[ast.Attribute(attr=attr)]):
            return [(tree, f".{attr}")]
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=key))]):
            return [(tree, f"[{key!r}]")]
        case ast.Dict(keys=keys, values=values) if node in values:
            match keys[values.index(node)]:
                case ast.Constant(value=name):
                    return [(tree, f"[{name!r}]")]
        case ast.List() | ast.Tuple():
            return None if _is_joined(tree, around) else []
        case ast.Return():
            home = scope.home_of(tree, around)
            if not isinstance(home, ast.FunctionDef):
                return None
            return [(tree, f"{home.name}()"), (tree, f".{home.name}()")]
    return []


def _taken(function: ast.FunctionDef, call: ast.Call, node: ast.expr) -> list[str]:
    names = [each.arg for each in function.args.args]
    if node in call.args and call.args.index(node) < len(names):
        return [names[call.args.index(node)]]
    return []


def _is_given_text(tree: ast.Module, node: ast.expr, *, typed: bool) -> bool:
    """A name that gets a text which is written out, or also one that was `typed`."""
    if not isinstance(node, ast.Name):
        return False
    values = [each.value for each in scope.plain_stores(ast.walk(tree), node.id)]
    return any(place.is_text(each) or typed and typed_numbers.is_typed(each) for each in values)


def _has_texts(tree: ast.Module, table: ast.expr) -> bool:
    """A dictionary that is written out with keys that are texts."""
    shown = ast.unparse(table)
    values = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == shown
    ]
    return any(
        isinstance(each, ast.Dict)
        and any(key is not None and place.is_text(key) for key in each.keys)
        for each in (table, *values)
    )


def _is_joined(tree: ast.Module, items: ast.expr) -> bool:
    """By .join(), which takes texts."""
    shown = ast.unparse(items)
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "join"
        and [ast.unparse(given) for given in each.args] == [shown]
        for each in ast.walk(tree)
    )


def _holds_text(node: ast.expr) -> bool:
    """Of itself, or what is put together with +."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Call(func=ast.Name(id="str" | "input")):
            return True
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _holds_text(left) or _holds_text(right)
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            return any(map(_holds_text, elements))
    return False
