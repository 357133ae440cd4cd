"""What is called and cannot be. Pure."""

from __future__ import annotations

import ast
import builtins
import re

from reloader_core.explain.calls import classes, replaced
from reloader_core.explain.causes import imported, none, slipped
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ITEMS = ("list", "dict", "tuple", "str")


def not_callable(facts: Facts) -> Diagnosis | None:
    found = re.match(r"'([\w.]+)' object is not callable", facts.message)  # 3.13 asks a question
    if found is None:
        return None
    said = found[1]
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.type_of(facts, call.func) in ("", said, said.rpartition(".")[2])
        and not _is_method_of_pythons(facts, call.func)
    ]
    if len(calls) != 1 or any(
        _may_call_another(facts, each, said)
        for each in (calls if facts.span is not None else place.candidates(facts, ast.Call))
    ):
        return None
    call = calls[0]
    if call in getattr(place.statement(facts), "decorator_list", ()):
        return None  # it may be what it gave
    if said == "module":
        return _module(facts, call)
    what = place.shown(facts, call.func)
    if (called := slipped.property_called(facts, call)) is not None:
        return called
    if (hidden := classes.hidden_method(facts, call, said)) is not None:
        return hidden
    if isinstance(call.func, ast.Name) and (line := replaced.by_value(facts, call.func.id)):
        return Diagnosis(Kind.FUNCTION_REPLACED, (what, said, line))
    is_pythons = isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id)
    if said == "NoneType" and not is_pythons:
        return _nothing(facts, call.func)
    match call.func:
        case ast.Name(id=name) if callable(getattr(builtins, name, None)):
            if file := imported.star_of(facts, name):
                return Diagnosis(Kind.STAR_HIDES_FUNCTION, (name, said, file))
            return Diagnosis(Kind.NAME_HIDES_FUNCTION, (name, said))
        case ast.Name(id=name) if replaced.is_elsewhere(facts, name):
            pass
        case ast.Name() if said in _ITEMS and _is_place(facts, call, said):
            return Diagnosis(Kind.ITEM_CALLED, (what, said))
        case ast.Constant(value=int() | float()):
            return Diagnosis(Kind.OPERATOR_FORGOTTEN, (what,))
        case ast.Name() if said in ("int", "float") and _is_calculated(call):
            return Diagnosis(Kind.OPERATOR_FORGOTTEN, (what,))
        case ast.Tuple() | ast.List() | ast.Constant(value=str()):
            comma = _at_line_end(facts, call)
            return comma or Diagnosis(Kind.VALUES_CALLED, (what, said))
    return Diagnosis(Kind.NOT_CALLABLE, (what, said))


def _is_method_of_pythons(facts: Facts, function: ast.expr) -> bool:
    """`table.items`, and table is a dictionary: that can be called."""
    if not isinstance(function, ast.Attribute):
        return False
    owner = getattr(builtins, place.type_of(facts, function.value) or "", None)
    return isinstance(owner, type) and callable(getattr(owner, function.attr, None))


def _nothing(facts: Facts, function: ast.expr) -> Diagnosis:
    """Without its brackets, what was to be called would not be called either."""
    made = None
    if isinstance(function, ast.Name):
        made = classes.decorator_of_nothing(facts, function.id) or none.result(facts, function)
    return made or Diagnosis(Kind.NONE_OPERAND, (place.shown(facts, function), "( )"))


def _is_place(facts: Facts, call: ast.Call, said: str) -> bool:
    """What stands in the brackets may stand in [ ] as well."""
    if len(call.args) != 1 or call.keywords:
        return False
    return said == "dict" or place.type_of(facts, call.args[0]) in ("", "int", "bool")


def _is_calculated(call: ast.Call) -> bool:
    """`m(x + 1)`: as in mathematics."""
    return len(call.args) == 1 and isinstance(call.args[0], ast.BinOp) and not call.keywords


def _at_line_end(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """Of several items, each in a line of its own."""
    lines, line = (facts.source or "").split("\n"), call.func.end_lineno or 0
    items = [each for node in place.every(facts, ast.expr) for each in getattr(node, "elts", [])]
    if call not in items or not 0 < line <= len(lines):
        return None
    behind = lines[line - 1].encode()[call.func.end_col_offset or 0 :].strip()
    return Diagnosis(Kind.COMMA_AT_END, (line,)) if behind[:1] in (b"", b"#") else None


_CALL_BACK = frozenset(
    "sort sorted min max map filter reduce accumulate starmap takewhile dropwhile filterfalse"
    " groupby sub subn iter".split()
)


def _may_call_another(facts: Facts, call: ast.Call, kind: str) -> bool:
    """It is not what stands before the brackets that is no function, but what it is given."""
    if place.type_of(facts, call.func) in (kind, kind.rpartition(".")[2]):
        return False
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in _CALL_BACK:
            pass
        case _:
            return False
    given = [*call.args, *(each.value for each in call.keywords)]
    return any(place.type_of(facts, each) in ("", kind) for each in given)


def _module(facts: Facts, call: ast.Call) -> Diagnosis | None:
    found = place.value_named(facts, call.func)
    if found is None or found.value.type != "module":
        return None
    name = place.shown(facts, call.func)
    title = found.value.details[0]
    if title == "time" and call.args:
        return Diagnosis(Kind.MODULE_CALLED_LIKE, (name, f"{name}.sleep"))
    if title in ("datetime", "time", "copy", "glob", "pprint", "queue", "tqdm", "halo"):
        return Diagnosis(Kind.MODULE_CALLED_LIKE, (name, f"{name}.{title}"))
    if full := imported.class_in(facts, call.func):
        return Diagnosis(Kind.MODULE_CALLED_LIKE, (name, f"{full}(...)"))
    return Diagnosis(Kind.MODULE_CALLED, (name,))
