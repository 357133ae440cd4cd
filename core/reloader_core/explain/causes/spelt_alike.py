"""A search in a list that finds nothing, where one of what stands there is written a bit
differently from what is looked for. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import looped_texts, sources, unlike
from reloader_core.explain.causes.looped_texts import Loop
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Around = ast.FunctionDef | ast.Module


def nothing(facts: Facts, what: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """`if student["name"] == name: return student`, and "cem" is looked for in place of "Cem"."""
    test = unlike.only_test(function, "")
    call = origin.value(facts, what) if isinstance(what, ast.Name) else what
    if test is None or not isinstance(call, ast.Call):
        return None
    loops = looped_texts.in_body(function)
    found = _near(facts, function, test.test, loops, call)
    if found is None:
        return None
    text, near, shown = found
    values = (place.shown(facts, what), f"{function.name}()", literal(text), test.lineno, near)
    if (line := _only_line(facts, text.text)) is not None:
        return Diagnosis(Kind.FOUND_NOT_ALIKE, (*values, line))
    return Diagnosis(Kind.FOUND_BY_CASE, (*values, f"if {shown}:"))


def empty(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """A list that takes only what is alike: `[t for t in trials if t["group"] == group]`."""
    source = sources.only(facts, what, "list") if isinstance(what, ast.Name) else None
    step = source.steps[0] if source is not None else None
    match step.names if step is not None else ():
        case [(ast.FunctionDef() | ast.Module() as around, name), *_]:
            pass
        case _:
            return None
    compared = _filter(around, name, source.node if source is not None else None)
    if compared is None:
        return None
    test, loops, begin = compared
    made = origin.value(facts, what)
    is_own = around is (scope.function_around(facts) or place.tree_of(facts))
    call = made if isinstance(made, ast.Call) and not is_own else None
    found = _near(facts, around, test, loops, call) if is_own or call is not None else None
    if found is None:
        return None
    text, near, shown = found
    values = (place.shown(facts, what), literal(text), test.lineno, near)
    if (line := _only_line(facts, text.text)) is not None:
        return Diagnosis(Kind.EMPTY_NOT_ALIKE, (*values, line))
    return Diagnosis(Kind.EMPTY_NOT_SAME, (*values, f"{begin}{shown}{':' if begin else ''}"))


def _filter(
    around: _Around, name: str, made: ast.expr | None
) -> tuple[ast.expr, list[Loop], str] | None:
    """The test that all has to pass, the loop, and what stands before the test if that is a line
    of its own."""
    match made:
        case ast.ListComp(generators=[ast.comprehension(target=target, iter=items, ifs=[test])]):
            return test, [(target, items)], ""
        case ast.List(elts=[]) if (line := unlike.only_test(around, name)) is not None:
            fills = [each for each in scope.in_scope(around) if _is_filled(each, name)]
            if len(fills) == 1:
                return line.test, looped_texts.in_body(around), "if "
    return None


def _is_filled(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=found), attr="append" | "extend" | "insert"):
            return found == name
        case ast.AugAssign(target=ast.Name(id=found)):
            return found == name
    return False


def _near(
    facts: Facts, around: _Around, test: ast.expr, loops: list[Loop], call: ast.Call | None
) -> tuple[Value, str, str] | None:
    """The text that is looked for, the one that is nearly the same, and the comparison that would
    find it. `call`: it is looked for in that; None: in the line that failed, or above it."""
    tree = place.tree_of(facts)
    match test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            pass
        case _:
            return None
    if tree is None or sources.is_imported(facts):
        return None
    for asked, other in ((left, right), (right, left)):
        value = _asked(facts, around, asked, call)
        texts = looped_texts.of(tree, around, loops, other) if value is not None else []
        if value is None or value.text is None or value.text in texts:
            continue
        alike = {each for each in texts if _plain(each) == _plain(value.text)}
        if len(alike) == 1:
            near = alike.pop()
            ways = ".lower()" if value.text.lower() == near.lower() else ".strip().lower()"
            sides = [f"{place.in_full(facts, each)}{ways}" for each in (left, right)]
            return value, literal(Value("str", (near, len(near)))), " == ".join(sides)
    return None


def _plain(text: str) -> str:
    return text.strip().lower()


def _only_line(facts: Facts, text: str | None) -> int | None:
    lines = [each.lineno for each in place.every(facts, ast.Constant) if each.value == text]
    return lines[0] if len(lines) == 1 else None


def _asked(facts: Facts, around: _Around, asked: ast.expr, call: ast.Call | None) -> Value | None:
    """What is looked for, if that is a text that is known."""
    if isinstance(asked, ast.Constant):
        return place.known(facts, asked) if isinstance(asked.value, str) else None
    if not isinstance(asked, ast.Name):
        return None
    if call is not None:
        return _given(facts, around, call, asked.id)
    is_own = isinstance(around, ast.FunctionDef) and asked.id in scope.parameters(around)
    is_kept = not scope.bindings(around, asked.id) if is_own else origin.value(facts, asked)
    return place.known(facts, asked) if is_kept else None


def _given(facts: Facts, around: _Around, call: ast.Call, name: str) -> Value | None:
    """What the parameter is given in the call."""
    if not isinstance(around, ast.FunctionDef):
        return None
    names = [each.arg for each in around.args.args]
    is_method = isinstance(call.func, ast.Attribute) and names[:1] == ["self"]
    names = names[1:] if is_method else names
    if name not in names or scope.bindings(around, name) or not place.is_by_place(call):
        return None
    if place.name_called(call) != around.name or len(call.args) <= names.index(name):
        return None
    return place.known(facts, call.args[names.index(name)])
