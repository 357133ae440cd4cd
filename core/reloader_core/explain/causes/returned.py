"""What a function was to give back: the last thing that it works out, prints or calls. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.causes import branches, endings, no_case, not_given, objects, unequal
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """With the line to write, where a function has no 'return' at its end."""
    if found.kind is Kind.VIEW_NOTHING:
        view = str(found.values[0])
        return _view(facts, view) or endings.of_view(facts, view)
    if found.kind not in (Kind.NO_RETURN, Kind.NO_RETURN_HERE):
        return None
    what, name, line = found.values
    if name == "__enter__":
        return endings.entered(facts, found)
    for function in place.every(facts, ast.FunctionDef):
        if (function.name, function.lineno) == (name, line):
            return (
                _not_handed_on(facts, function, str(what))
                or _printed(facts, function, found, str(what))
                or _let_go_of(facts, function, found, str(what))
                or unequal.nothing(facts, function, str(what))
                or _no_case(facts, function, found, str(what))
            )
    return None


def _no_case(
    facts: Facts, function: ast.FunctionDef, found: Diagnosis, what: str
) -> Diagnosis | None:
    if found.kind is not Kind.NO_RETURN_HERE:
        return None
    return no_case.nothing(facts, function, what) or (
        branches.unreturned(facts, function, what) or branches.ended(facts, function, what)
    )


def _let_go_of(
    facts: Facts, function: ast.FunctionDef, found: Diagnosis, what: str
) -> Diagnosis | None:
    if found.kind is Kind.NO_RETURN_HERE:
        return not_given.of_itself(facts, function, what)
    return not_given.filled(facts, function, what) or not_given.kept(facts, function, what)


def _view(facts: Facts, name: str) -> Diagnosis | None:
    views = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    lost = let_go(facts, views[0], is_view=True) if len(views) == 1 else None
    return Diagnosis(Kind.VIEW_NOT_RETURNED, (name, *lost)) if lost is not None else None


def _not_handed_on(facts: Facts, function: scope.Function, what: str) -> Diagnosis | None:
    lost = let_go(facts, function)
    values = (what, f"{function.name}()", *lost) if lost is not None else ()
    return Diagnosis(Kind.CALL_NOT_RETURNED, values) if values else None


def let_go(
    facts: Facts, function: scope.Function, *, is_view: bool = False
) -> tuple[int, str] | None:
    """Its last line calls a function that gives something back, and lets go of that: the line, and
    what to write there. `is_view`: functions of Flask's may be above the other, or be it."""
    last = function.body[-1]
    match last:
        case ast.Expr(value=ast.Call() as call) if _gives(facts, function, call, is_view):
            instead = f"return {place.in_full(facts, call)}"
            return (last.lineno, instead) if "..." not in instead else None
    return None


_PAGES = ("render_template", "render_template_string", "redirect", "jsonify", "send_file")


def _is_of_flask(facts: Facts, name: str) -> bool:
    """What makes a page, as Flask calls it and the file imports it."""
    return name in _PAGES and any(
        each.module == "flask" and any((a.asname or a.name) == name for a in each.names)
        for each in place.every(facts, ast.ImportFrom)
    )


def _is_route(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="route" | "get" | "post")):
            return True
    return False


def _gives(facts: Facts, around: scope.Function, call: ast.Call, is_view: bool) -> bool:
    """A function of the file's, which gives back something wherever it ends."""
    if is_view and isinstance(call.func, ast.Name) and _is_of_flask(facts, call.func.id):
        return True
    match call.func:
        case ast.Name(id=name) if name != around.name and not scope.bindings(around, name):
            named = [e for e in place.every(facts, ast.FunctionDef) if e.name == name]
            called = named[0] if len(named) == 1 else None
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if name != around.name:
            cls = scope.class_around(facts, around)
            own = [e for e in objects.methods(cls) if e.name == name] if cls is not None else []
            called = own[0] if len(own) == 1 and isinstance(own[0], ast.FunctionDef) else None
        case _:
            return False
    if called is None or origin.ends(called.body):
        return False
    if any(not (is_view and _is_route(each)) for each in called.decorator_list):
        return False
    nodes = list(scope.in_scope(called))
    if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in nodes):
        return False
    given = [each.value for each in nodes if isinstance(each, ast.Return)]
    is_answer = all(isinstance(e, ast.Constant) and isinstance(e.value, bool) for e in given)
    return not is_answer and not any(map(place.is_none, given))


def _printed(
    facts: Facts, function: ast.FunctionDef, found: Diagnosis, what: str
) -> Diagnosis | None:
    """Its last line prints the only thing that it has worked out."""
    if found.kind is not Kind.NO_RETURN:
        return None
    last = function.body[-1]
    match last:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=args, keywords=[])):
            names = {each.id for arg in args for each in _names(arg)}
        case _:
            return None
    made = sorted(each for each in names if _is_made(function, each))
    if not made and _does_nothing_else(function):
        made = [each for arg in args for each in _calculated(facts, arg)]
    if len(made) != 1 or scope.bindings(place.tree_of(facts) or function, "print"):
        return None
    if "..." in made[0]:
        return None
    values = (what, f"{function.name}()", function.lineno, last.lineno, f"return {made[0]}")
    return Diagnosis(Kind.PRINTED_ONLY, values)


def _names(node: ast.expr) -> Iterator[ast.Name]:
    """Variables whose value is shown as it is, and not what is counted or repeated."""
    match node:
        case ast.Name():
            yield node
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _names(part)
        case ast.FormattedValue(value=inner):
            yield from _names(inner)
        case ast.Call(func=ast.Name(id="str" | "round"), args=[inner, *_]):
            yield from _names(inner)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from _names(left)
            yield from _names(right)


def _does_nothing_else(function: ast.FunctionDef) -> bool:
    """Above its last line, it only gives names values, and says what it is for."""
    return all(
        isinstance(each, ast.Assign)
        and all(isinstance(target, ast.Name) for target in each.targets)
        or isinstance(each, ast.Expr)
        and isinstance(each.value, ast.Constant)
        for each in function.body[:-1]
    )


def _calculated(facts: Facts, node: ast.expr) -> Iterator[str]:
    """What is worked out where it is printed."""
    match node:
        case ast.BinOp() if not_given.is_calculated(node):
            yield place.in_full(facts, node)
        case ast.Call(func=ast.Name(id="round"), args=[ast.BinOp() as inner, *_]):
            if not_given.is_calculated(inner):
                yield place.in_full(facts, node)
        case ast.JoinedStr(values=parts):
            for part in parts:
                worked = part.value if isinstance(part, ast.FormattedValue) else part
                if isinstance(worked, ast.BinOp) and not_given.is_calculated(worked):
                    yield ast.unparse(worked)


def _is_made(function: ast.FunctionDef, name: str) -> bool:
    """Worked out in a line that is always come to: no parameter, and no name of a loop."""
    if name in scope.parameters(function):
        return False
    made = scope.plain_stores(function.body, name)
    changed = len(scope.bindings(function, name)) > 1
    return bool(made) and (changed or not isinstance(made[0].value, ast.Constant))
