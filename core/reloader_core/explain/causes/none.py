"""Where a None came from. Pure but for a look at which files lie beside the script."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import (
    given_back,
    in_place,
    none_of_class,
    none_put,
    objects,
    sources,
    spelt_alike,
    suspects,
    unlike,
)
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def result(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """What is None here is a variable, and it is sure which call gave it that."""
    made = suspects.made_by(facts, node.id) if isinstance(node, ast.Name) else None
    if (found := in_place.changed(facts, node) or no_return(facts, node)) is not None:
        return found
    if made is None and isinstance(node, ast.Name):
        loop = origin.loop_over(facts, node.id)
        if loop is not None and (of_each := of_items(facts, loop.iter)) is not None:
            return of_each
    return Diagnosis(Kind.NONE_RESULT, (place.shown(facts, node), *made)) if made else None


def of_items(facts: Facts, items: ast.expr) -> Diagnosis | None:
    """All that is in this list was made by a function that gives nothing back."""
    call = none_put.made_by(facts, items)
    found = no_return(facts, call) if call is not None else None
    return found if found is not None and found.kind is Kind.NO_RETURN else None


def both(facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr]) -> Diagnosis:
    """Each side of the operator is None."""
    left, right = (result(facts, each) for each in pair)
    shown = place.shown(facts, pair[0]), place.shown(facts, pair[1])
    if shown[0] == shown[1]:
        return left or Diagnosis(Kind.NONE_OPERAND, (shown[0], operator))
    if left is not None and right is not None and left.kind is right.kind is Kind.NO_RETURN:
        if left.values[1:] == right.values[1:]:  # of one function
            return left
    return Diagnosis(Kind.NONE_BOTH, (*shown, operator))


def no_return(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """A function of this file made it, and none of its lines gives something back."""
    call = node
    if isinstance(node, ast.Name):
        match suspects.suspect(facts, node.id):
            case ast.Assign(value=ast.Call() as found):
                call = found
            case None:
                if (by_sign := none_of_class.operator(facts, node)) is not None:
                    return by_sign
                if (entered := _entered(facts, node.id)) is not None:
                    return entered
                call = _last_made(facts, node.id) or _call_for(facts, node.id) or node
    tree = place.tree_of(facts)
    if tree is None or not isinstance(call, ast.Call):
        return None
    match call.func:
        case ast.Name(id=name):
            named = facts.names.get(name)
            if named is not None and named.where == "local" and facts.function != "<module>":
                return None
            within: ast.AST = tree
        case ast.Attribute(value=owner, attr=name):
            value = place.known(facts, owner)
            classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
            fitting = [each for each in classes if value is not None and each.name == value.name]
            if len(fitting) != 1:
                return None
            within = fitting[0]
        case _:
            return None
    made = [each for _line, each in scope.bound(within, name)]
    match made:
        case [ast.FunctionDef(decorator_list=[]) as function] if not _gives_back(function):
            if len(scope.bindings(tree, name)) == (1 if within is tree else 0):
                values = (place.shown(facts, node), name, function.lineno)
                changed = _changes_given(facts, call, function)
                if changed is not None:
                    return Diagnosis(Kind.NO_RETURN_CHANGED, (*values, *changed))
                return Diagnosis(Kind.NO_RETURN, values)
        case [ast.FunctionDef(decorator_list=[]) as function]:
            if len(scope.bindings(tree, name)) == (1 if within is tree else 0):
                return (
                    _returned_in_place(facts, node, function)
                    or given_back.ended_first(facts, node, function)
                    or _returned_sometimes(facts, node, function)
                )
    return None


def _changes_given(
    facts: Facts, call: ast.Call, function: ast.FunctionDef
) -> tuple[int, str, str] | None:
    """`board = place(board, 5)`, where place() changes the list that it is given: the line, the
    call alone, and the last line that the function would need."""
    made = [each for each in place.every(facts, ast.Assign) if each.value is call]
    match made:
        case [ast.Assign(targets=[ast.Name(id=kept)])] if place.is_by_place(call):
            places = [n for n, each in enumerate(call.args) if place.is_name(each, kept)]
        case _:
            return None
    bound = 0 if isinstance(call.func, ast.Name) else 1
    names = [each.arg for each in function.args.args][bound:]
    shown = place.in_full(facts, call)
    if len(places) != 1 or places[0] >= len(names) or "..." in shown:
        return None
    name = names[places[0]]
    if scope.bindings(function, name) or not _is_changed_in(function, name):
        return None
    if any(isinstance(each, ast.Return) for each in scope.in_scope(function)):
        return None
    return made[0].lineno, shown, f"return {name}"


def _is_changed_in(function: ast.FunctionDef, name: str) -> bool:
    for node in scope.in_scope(function):
        match node:
            case ast.Subscript(value=owner, ctx=ast.Store()):
                while isinstance(owner, ast.Subscript):
                    owner = owner.value
                if place.is_name(owner, name):
                    return True
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner_name), attr=method)):
                if owner_name == name and method in in_place.CHANGE:
                    return True
    return False


def _returned_in_place(facts: Facts, node: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """`return names.sort()`, and nothing else gives something back."""
    match [each for each in scope.in_scope(function) if isinstance(each, ast.Return | ast.Yield)]:
        case [
            ast.Return(value=ast.Call(func=ast.Attribute(value=owner, attr=method))) as found
        ] if method in ("sort", "reverse", "append", "extend"):
            is_named = isinstance(owner, ast.Name | ast.Attribute)
            if is_named and not in_place.is_own_method(facts, method):
                values = (place.shown(facts, node), method, found.lineno, place.shown(facts, owner))
                return Diagnosis(Kind.RETURNED_IN_PLACE, values)
    return None


def _returned_sometimes(facts: Facts, node: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """Its end can be reached without a `return`, and none of those gives None itself."""
    given = [each for each in scope.in_scope(function) if isinstance(each, ast.Return)]
    is_flow = any(isinstance(n, ast.Yield | ast.YieldFrom) for n in scope.in_scope(function))
    if is_flow or not origin.ends(function.body):
        return None
    if (unalike := unlike.nothing(facts, node, function)) is not None:
        return unalike
    if (alike := spelt_alike.nothing(facts, node, function)) is not None:
        return alike
    asked = {
        id(node)
        for each in scope.in_scope(function)
        if isinstance(each, ast.If)
        for node in ast.walk(each)
    }
    if any(each.value is None or _may_be_none(function, each.value) for each in given):
        return None
    if any(isinstance(each.value, ast.Name) and id(each) not in asked for each in given):
        return None  # as what a loop gives it
    if (absent := spelt_alike.absent(facts, node, function)) is not None:
        return absent
    values = (place.shown(facts, node), function.name, function.lineno)
    return Diagnosis(Kind.NO_RETURN_HERE, values)


def _may_be_none(function: ast.FunctionDef, value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=constant):
            return constant is None
        case ast.Name(id=name):
            made = [each for each in scope.in_scope(function) if suspects.sets(each, name)]
            return any(
                isinstance(each, ast.Assign) and _may_be_none(function, each.value)
                for each in made
                if not (isinstance(each, ast.Assign) and isinstance(each.value, ast.Name))
            )
        case ast.Call(func=ast.Name(id=name)):
            return name not in suspects.MAKE
        case ast.Attribute() | ast.Subscript() | ast.Tuple() | ast.UnaryOp():
            return False
    return not isinstance(value, suspects.NEVER_NONE)


def _entered(facts: Facts, name: str) -> Diagnosis | None:
    """`with Watch() as watch`, of a class whose __enter__() gives nothing back."""
    for node in place.every(facts, ast.With):
        for item in node.items if place.covers(node, facts.line) else ():
            match origin.value(facts, item.context_expr) or item.context_expr, item.optional_vars:
                case ast.Call(func=ast.Name(id=title)), ast.Name(id=target) if target == name:
                    cls = objects.class_named(facts, title)
                    if (method := _enter_of(cls) if cls is not None else None) is not None:
                        return Diagnosis(Kind.NO_RETURN, (name, method.name, method.lineno))
    return None


def _enter_of(cls: ast.ClassDef) -> ast.FunctionDef | None:
    """If it gives nothing back."""
    for method in objects.methods(cls):
        if isinstance(method, ast.FunctionDef) and method.name == "__enter__":
            return None if _gives_back(method) or method.decorator_list else method
    return None


def _call_for(facts: Facts, name: str) -> ast.Call | None:
    """The call that made what a parameter was given, if there is only one way to get there."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None or function is None or facts.function != function.name:
        return None
    if sources.is_imported(facts):
        return None  # another file may call it
    names = [each.arg for each in function.args.args]
    used = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == function.name]
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.func in used]
    if name not in names or function not in tree.body or scope.bindings(function, name):
        return None
    if len(used) != 1 or len(calls) != 1 or len(calls[0].args) <= names.index(name):
        return None
    match given := calls[0].args[names.index(name)]:
        case ast.Call():
            return given
        case ast.Name(id=outside) if not scope.is_declared(tree, outside):
            home = scope.home_of(tree, calls[0])
            made = [each for each in scope.in_scope(home or tree) if suspects.sets(each, outside)]
            match made:
                case [ast.Assign(value=ast.Call() as call)] if home is not None:
                    return call if len(scope.bindings(home, outside)) == 1 else None
            return _made_last(tree, home, outside, calls[0].lineno) if home is not None else None
    return None


def _last_made(facts: Facts, name: str) -> ast.Call | None:
    """The call that made it, of several lines that set the name."""
    around, tree = scope.of_name(facts, name), place.tree_of(facts)
    if around is None or tree is None or around is tree and facts.function != "<module>":
        return None
    return _made_last(tree, around, name, facts.line)


def _made_last(tree: ast.Module, around: ast.AST, name: str, line: int) -> ast.Call | None:
    match suspects.last_set(tree, around, name, line):
        case ast.Assign(value=ast.Call() as call):
            return call
    return None


def _gives_back(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Yield | ast.YieldFrom)
        or isinstance(node, ast.Return)
        and node.value is not None
        for node in scope.in_scope(function)
    )
