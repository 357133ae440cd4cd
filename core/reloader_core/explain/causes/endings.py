"""How a function is to end by what it is for: a page, an object for `with`, a tree or a chain that
something was put into. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import nothing, objects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

# -- a page


def of_view(facts: Facts, name: str) -> Diagnosis | None:
    """What it shows at its end, or another page of the file's."""
    views = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    if len(views) != 1 or not origin.ends(views[0].body) or _gives_none(views[0]):
        return None
    if _is_in_one_line(views[0]):
        return None
    view, last = views[0], views[0].body[-1]
    line = last.end_lineno or last.lineno
    match last:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=[what], keywords=[])) if (
            _is_text(what)
        ):
            values = (name, last.lineno, f"return {place.in_full(facts, what)}")
            return Diagnosis(Kind.VIEW_PRINTS, values) if "..." not in values[2] else None
        case ast.Assign(targets=[ast.Name(id=page)], value=value) if _is_text(value):
            return Diagnosis(Kind.VIEW_ENDS, (name, line, f"return {page}"))
    begin = _beginning(facts, view)
    instead = f'return redirect("{begin}")' if begin else 'return "Done"'
    return Diagnosis(Kind.VIEW_ENDS, (name, line, instead))


def _is_in_one_line(function: scope.Function) -> bool:
    """`def home(): pass`, below which nothing of it can stand."""
    return function.body[0].lineno == function.lineno


def _gives_none(function: ast.FunctionDef) -> bool:
    """Somewhere else than at its end."""
    return any(
        isinstance(each, ast.Return) and place.is_none(each.value)
        for each in scope.in_scope(function)
    )


def _is_text(node: ast.expr) -> bool:
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_text(left) or _is_text(right)
    return place.is_text(node) or isinstance(node, ast.JoinedStr)


def _beginning(facts: Facts, view: ast.FunctionDef) -> str:
    """The address of another view, which shows a page; '' if there is none, or if this one shows
    a page itself."""
    if "POST" not in _methods(view):
        return ""
    return next(
        (
            "/"
            for each in place.every(facts, ast.FunctionDef)
            if each is not view and "/" in _addresses(each) and "GET" in _methods(each)
        ),
        "",
    )


def _routes(function: ast.FunctionDef) -> list[ast.Call]:
    return [
        each
        for each in function.decorator_list
        if isinstance(each, ast.Call) and place.name_called(each) in ("route", "get", "post")
    ]


def _addresses(function: ast.FunctionDef) -> list[str]:
    return [
        each.args[0].value
        for each in _routes(function)
        if each.args and isinstance(each.args[0], ast.Constant)
        if isinstance(each.args[0].value, str) and ast.unparse(each.func).startswith("app.")
    ]


def _methods(function: ast.FunctionDef) -> set[str]:
    found: set[str] = set()
    for each in _routes(function):
        named = [keyword.value for keyword in each.keywords if keyword.arg == "methods"]
        found |= {"POST"} if place.name_called(each) == "post" else set()
        found |= {"GET"} if place.name_called(each) != "post" and not named else set()
        for listed in named:
            texts = [e.value for e in ast.walk(listed) if isinstance(e, ast.Constant)]
            found |= {str(text).upper() for text in texts}
    return found


# -- with


def entered(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`with Watch() as watch`, whose own attributes and methods are asked for below it."""
    what, name, line = found.values
    for cls in place.every(facts, ast.ClassDef):
        for method in objects.methods(cls):
            if (method.name, method.lineno) != (name, line) or not method.args.args:
                continue
            nodes = list(scope.in_scope(method))
            if _is_in_one_line(method) or any(isinstance(each, ast.Return) for each in nodes):
                return None
            classes = objects.with_bases(facts, cls)
            asked = {
                each.attr
                for each in place.in_statement(facts)
                if isinstance(each, ast.Attribute) and place.shown(facts, each.value) == what
            }
            if asked and all(any(_has(each, attr) for each in classes) for attr in asked):
                last = method.body[-1]
                values = (str(what), method.lineno, last.end_lineno or last.lineno)
                instead = f"return {method.args.args[0].arg}"
                return Diagnosis(Kind.ENTER_SELF, (*values, instead))
    return None


def _has(cls: ast.ClassDef, name: str) -> bool:
    own = [node for _line, node in scope.bound(cls, name)]
    return bool(own or objects.sets(cls, name))


# -- a tree or a chain

_LOST = (
    *(Kind.NONE_RESULT, Kind.NONE_OPERAND, Kind.COMPARED_WITH_NONE, Kind.NONE_ATTRIBUTE),
    *(Kind.NONE_FROM_CALL, Kind.NONE_SET_BY, Kind.NO_ITEMS, Kind.NOT_ITERABLE),
    *(Kind.NO_RETURN_HERE, Kind.NONE_BEHIND_LAST, Kind.NONE_FROM_INIT, Kind.NOT_SEVERAL),
)


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """`tree = insert(tree, 5)`, and insert() gives back a node only where there was none."""
    if found.kind not in _LOST:
        return None
    what = str(found.values[1 if found.kind is Kind.NOT_SEVERAL else 0])
    for function in place.every(facts, ast.FunctionDef):
        first = _put_into(function)
        lines = _carriers(facts, function, first) if first else {}
        line = lines.get(what) or lines.get(_given_for(facts, what))
        if line and len(_alike(facts, function)) == 1:
            last = function.body[-1]
            end = last.end_lineno or last.lineno
            values = (what, f"{function.name}()", end, first, line, f"return {first}")
            return Diagnosis(Kind.NODE_NOT_RETURNED, values)
    return None


def _alike(facts: Facts, function: ast.FunctionDef) -> list[ast.FunctionDef]:
    return [each for each in place.every(facts, ast.FunctionDef) if each.name == function.name]


def _put_into(function: ast.FunctionDef) -> str:
    """Its parameter, if it gives back something else only where that is None, and reaches its end
    where it is not; '' if not."""
    taken = [each.arg for each in function.args.args if each.arg not in objects.SELVES[:1]]
    nodes = list(scope.in_scope(function))
    is_flow = any(isinstance(each, ast.Yield | ast.YieldFrom) for each in nodes)
    if not taken or is_flow or function.decorator_list or not origin.ends(function.body):
        return ""
    first = taken[0]
    begins = [
        each.body
        for each in function.body
        if isinstance(each, ast.If) and _is_empty(each.test, first)
    ]
    if len(begins) != 1 or scope.bindings(function, first) or _is_in_one_line(function):
        return ""
    match begins[0][-1]:
        case ast.Return(value=ast.Call() | ast.Name() as new) if not place.is_name(new, first):
            made = begins[0][-1]
        case _:
            return ""
    others = [each for each in nodes if isinstance(each, ast.Return) and each is not made]
    is_other = any(each.value is None or not place.is_name(each.value, first) for each in others)
    is_changed = any(
        isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store) for each in nodes
    )
    return first if is_changed and not is_other else ""


def _is_empty(test: ast.expr, name: str) -> bool:
    return ast.unparse(test) in (f"{name} is None", f"not {name}", f"{name} == None")


def _carriers(facts: Facts, function: ast.FunctionDef, first: str) -> dict[str, int]:
    """What is given to it and gets what it gives back, with the line."""
    found: dict[str, int] = {}
    at = [each.arg for each in function.args.args].index(first)
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(
                targets=[ast.Name() | ast.Attribute() as target], value=ast.Call(args=args) as call
            ) if place.name_called(call) == function.name:
                is_bound = isinstance(call.func, ast.Attribute)
                given = args[at - is_bound : at - is_bound + 1]
                if place.covers(function, node.lineno) or not given:
                    continue
                if ast.unparse(given[0]) == ast.unparse(target):
                    found.setdefault(ast.unparse(target), node.lineno)
    return found


def _given_for(facts: Facts, what: str) -> str:
    """What all calls give for a parameter of the function that failed; '' if that is not known."""
    function = scope.function_around(facts)
    if function is None or facts.function != function.name:
        return ""
    names = [each.arg for each in function.args.args]
    if what not in names or not isinstance(function, ast.FunctionDef):
        return ""
    if scope.bindings(function, what) and not nothing.is_from_the_beginning(facts, what):
        return ""
    calls = [e for e in place.every(facts, ast.Call) if place.name_called(e) == function.name]
    given = set()
    for call in calls:
        at = names.index(what) - (isinstance(call.func, ast.Attribute) and names[0] == "self")
        given.add(ast.unparse(call.args[at]) if 0 <= at < len(call.args) else "")
    return given.pop() if len(given) == 1 and len(_alike(facts, function)) == 1 else ""
