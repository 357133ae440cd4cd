"""What is unpacked into names, looped through, or calls itself without an end. Pure."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Sequence

from reloader_core.explain.calls import classes
from reloader_core.explain.causes import (
    given_back,
    made,
    none,
    not_deeper,
    reading,
    split_parts,
    uncalled,
    unending,
)
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import handed
from reloader_core.explain.values import empty_lines, gone_through, numbers

_UNPACKED = (
    re.compile(r"not enough values to unpack \(expected (\d+), got (\d+)\)"),
    re.compile(r"too many values to unpack \(expected (\d+)(?:, got (\d+))?\)"),  # got: from 3.14
)

_AT_LEAST = re.compile(r"not enough values to unpack \(expected at least (\d+), got (\d+)\)")
_GO_THROUGH = (
    *("list", "tuple", "set", "sum", "sorted", "max", "min", "any", "all"),
    *("enumerate", "frozenset", "iter"),
)

_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_NO_FUNCTIONS = ("<module>", "<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>")
_GO_THROUGH_NOTHING = ("print", "len", "str", "int", "float", "range", "input", "round", "abs")


def unpacked(facts: Facts) -> Diagnosis | None:
    least = _AT_LEAST.fullmatch(facts.message)
    if least is not None:
        values = int(least[1]), int(least[2])
        return Diagnosis(Kind.UNPACK_AT_LEAST, values) if len(_targets(facts)) == 1 else None
    said = next((found for each in _UNPACKED if (found := each.fullmatch(facts.message))), None)
    if said is None:
        return None
    pairs = [pair for pair in _targets(facts) if len(pair[0].elts) == int(said[1])]
    if len(pairs) != 1:
        return None
    targets, source = pairs[0]
    if (why := _why(facts, targets, source, said[2])) is not None:
        return why
    if said.re is _UNPACKED[0] and (empty := _split_of_nothing(facts, source)):
        said_ = Diagnosis(Kind.UNPACK_EMPTY, (empty, len(targets.elts)))
        return empty_lines.passed_over(facts, source, said_)
    if facts.span is not None and facts.span[:3] not in _begins(targets, source):
        return None  # something else in the line unpacks as well
    if facts.span is None and any(isinstance(each, ast.comprehension) for each in ast.walk(source)):
        return None
    value = place.known(facts, source)
    if isinstance(place.statement(facts), ast.For | ast.AsyncFor):
        is_table = value is not None and value.type == "dict" and not _has_pairs(value)
        if isinstance(source, ast.Name | ast.Attribute) and is_table:
            return Diagnosis(Kind.ITEMS_FORGOTTEN, (place.shown(facts, source),))
        if counted := made.counted_names(facts, targets, source):
            return Diagnosis(Kind.ENUMERATE_FORGOTTEN, (place.shown(facts, source), counted))
        return _counts(facts, targets, said[2])
    length = value.length if value is not None else None
    if length is not None and said[2] and length != int(said[2]):
        return None
    return _counts(facts, targets, str(length) if length is not None else said[2])


def _has_pairs(table: Value) -> bool:
    """Among its keys, as far as they are told."""
    items = table.details[1] if len(table.details) > 1 else []
    return any("tuple" in key[:2] for key, _item in items)


def _why(
    facts: Facts, targets: ast.Tuple | ast.List, source: ast.expr, values: str | None
) -> Diagnosis | None:
    if isinstance(place.statement(facts), ast.For):
        return None
    count = len(targets.elts)
    return (
        split_parts.unpacked(facts, targets, source)
        or reading.typed(facts, source, count, values)
        or handed.arguments(facts, source, count, values)
        or handed.returned(facts, source, count)
    )


def _split_of_nothing(facts: Facts, source: ast.expr) -> str:
    """The name of the text without anything in it that is split; '' if it is none."""
    match source:
        case ast.Call(func=ast.Attribute(value=owner, attr="split")):
            while isinstance(owner, ast.Call) and isinstance(owner.func, ast.Attribute):
                owner = owner.func.value
            value = place.known(facts, owner) if isinstance(owner, ast.Name) else None
            is_empty = value is not None and value.text is not None and not value.text.strip()
            return place.shown(facts, owner) if is_empty else ""
    return ""


def _begins(*nodes: ast.expr) -> list[tuple[int, int, int]]:
    return [(node.lineno, node.end_lineno or 0, node.col_offset) for node in nodes]


def _counts(facts: Facts, targets: ast.Tuple | ast.List, values: str | None) -> Diagnosis | None:
    if any(isinstance(each, ast.Starred) for each in targets.elts):
        return None
    if any(isinstance(each, ast.Tuple | ast.List) for each in targets.elts):
        return _nested(facts, targets, values)
    return Diagnosis(Kind.UNPACK_COUNTS, (len(targets.elts), int(values) if values else "more"))


def _targets(facts: Facts) -> list[tuple[ast.Tuple | ast.List, ast.expr]]:
    """What is unpacked into what, in the statement that failed."""
    match place.statement(facts):
        case ast.Assign(targets=[ast.Tuple() | ast.List() as targets], value=value):
            return [(targets, value)]
        case ast.For(target=ast.Tuple() | ast.List() as targets, iter=value):
            return [(targets, value)]
    return []


def not_unpackable(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"cannot unpack non-iterable ([\w.]+) object", facts.message)
    pairs = _targets(facts)
    if said is None or len(pairs) != 1:
        return None
    targets, source = pairs[0]
    is_loop = isinstance(place.statement(facts), ast.For)
    if is_loop and (value := place.known(facts, source)) is not None and value.type == "dict":
        return Diagnosis(Kind.ITEMS_FORGOTTEN, (place.shown(facts, source),))
    if said[1] == "NoneType" and not is_loop:
        by = none.result(facts, source)
        values = (place.shown(facts, source), len(targets.elts))
        return by or Diagnosis(Kind.NONE_UNPACKED, values)
    if said[1] in FUNCTION_TYPES and not is_loop:
        return uncalled.not_called(facts, source)
    if is_loop and (counted := made.counted_names(facts, targets, source)):
        return Diagnosis(Kind.ENUMERATE_FORGOTTEN, (place.shown(facts, source), counted))
    if is_loop:
        return Diagnosis(Kind.UNPACK_EACH, (said[1], len(targets.elts)))
    return Diagnosis(Kind.UNPACK_ONE, (said[1], len(targets.elts)))


def not_iterable(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"'([\w.]+)' object is not iterable", facts.message)
    if said is None:
        return None
    for source in _iterated(facts):
        kind = place.type_of(facts, source)
        if kind not in ("", said[1]):
            continue
        what = place.shown(facts, source)
        if said[1] == "NoneType" and (found := none.result(facts, source)) is not None:
            return given_back.not_yielded(facts, found)
        is_item = isinstance(source, ast.Name) and _is_item(facts, source.id)
        if said[1] == "int" and (is_item or _gives_several(facts, source)):
            return Diagnosis(Kind.NOT_ITERABLE, (what, said[1]))
        if said[1] == "int":
            are_digits = _are_digits(facts)
            return Diagnosis(Kind.DIGITS_LOOPED if are_digits else Kind.ITERATED_NUMBER, (what,))
        if said[1] in FUNCTION_TYPES:
            return uncalled.not_called(facts, source)
        if said[1] == "type" and isinstance(source, ast.Name) and hasattr(builtins, source.id):
            return Diagnosis(Kind.FUNCTION_NEEDS, (what,))
        return Diagnosis(Kind.NOT_ITERABLE, (what, said[1]))
    return None


def _is_item(facts: Facts, name: str) -> bool:
    """Of a list that a loop around goes through, where lists are meant to be in it."""
    loop = origin.loop_over(facts, name)
    return loop is not None and isinstance(loop.iter, ast.Name | ast.Attribute)


def _gives_several(facts: Facts, source: ast.expr) -> bool:
    """Each is to be unpacked, and what range() gives cannot be."""
    return any(
        isinstance(each, ast.For | ast.comprehension)
        and each.iter is source
        and isinstance(each.target, ast.Tuple | ast.List)
        for each in place.every(facts, ast.AST)
    )


def _are_digits(facts: Facts) -> bool:
    """What the loop gets is called so, or made a number."""
    match place.statement(facts):
        case ast.For(target=ast.Name(id=name), body=body):
            calls = [each for part in body for each in ast.walk(part) if isinstance(each, ast.Call)]
            is_made = any(ast.unparse(each) == f"int({name})" for each in calls)
            return is_made or name.lower().startswith(("digit", "ziffer"))
    return False


def _iterated(facts: Facts) -> list[ast.expr]:
    """What the loop goes through; empty if that is not all that the line may have gone through."""
    match place.statement(facts):
        case ast.For(iter=source) if not any(isinstance(n, ast.Call) for n in ast.walk(source)):
            return [source]
        case ast.For(iter=source) if _is_calculated(facts, source):
            return [source]
        case ast.For(iter=ast.BinOp() as source) if place.whole_number(facts, source) is not None:
            return [source]
        case ast.For(
            iter=ast.Call(func=ast.Name(id="enumerate" | "reversed"), args=[source, *_])
        ) if facts.message.startswith("'NoneType' "):
            return [] if any(isinstance(n, ast.Call) for n in ast.walk(source)) else [source]
        case ast.For(iter=ast.Call() as source) if facts.message.startswith("'NoneType' "):
            calls = [each for each in ast.walk(source) if isinstance(each, ast.Call)]
            if place.builtin_called(facts, source) in _GO_THROUGH:  # which never give None
                nothing = [each for each in source.args if place.type_of(facts, each) == "NoneType"]
                return nothing if len(nothing) == 1 and len(calls) == 1 else []
            if gone_through.takes_none(facts, source):
                return []
            return [source] if len(calls) == 1 else []
        case ast.For(iter=ast.Call(func=ast.Name(id=name)) as source):
            made = facts.names.get(name)  # an object of this class
            is_class = made is not None and made.value.type == "type"
            return [source] if is_class and facts.message.startswith(f"'{name}' ") else []
        case ast.Assign() | ast.Return() | ast.AnnAssign() | ast.Expr():
            found = [
                each for each in place.in_statement(facts) if isinstance(each, _COMPREHENSIONS)
            ]
            calls = [each for each in place.in_statement(facts) if isinstance(each, ast.Call)]
            calls = [e for e in calls if not _joins(facts, e, found) and not _is_simple(facts, e)]
            if len(found) == 1 and not calls and len(found[0].generators) == 1:
                return [found[0].generators[0].iter]
    return []


def _is_calculated(facts: Facts, source: ast.expr) -> bool:
    """`len(word) // 2`, `int(input())`: what it calls goes through nothing itself."""
    calls = [each for each in ast.walk(source) if isinstance(each, ast.Call)]
    return isinstance(source, ast.Call | ast.BinOp) and all(_is_simple(facts, e) for e in calls)


def _joins(facts: Facts, call: ast.Call, made: Sequence[ast.expr]) -> bool:
    """`", ".join(...)` or `sum(...)` of what a comprehension makes, which is never None."""
    if place.builtin_called(facts, call) in _GO_THROUGH:
        return call.args == list(made) and not call.keywords
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join")):
            return call.args == list(made)
    return False


def not_several(facts: Facts) -> Diagnosis | None:
    """A function of Python's own that goes through what it is given."""
    said = re.fullmatch(r"'([\w.]+)' object is not iterable", facts.message)
    match place.statement(facts):
        case ast.AugAssign(target=target, op=ast.Add(), value=value) if said is not None:
            is_list = place.type_of(facts, target) == "list"
            if is_list and place.type_of(facts, value) == said[1] != "NoneType":
                return numbers.list_plus(facts, target, value, said[1])
    calls = [call for call in place.candidates(facts, ast.Call) if not _is_simple(facts, call)]
    if said is None or len(calls) != 1 or len(calls[0].args) != 1 or calls[0].keywords:
        return None
    name, what = place.builtin_called(facts, calls[0]), calls[0].args[0]
    if isinstance(what, _COMPREHENSIONS) or _calls_others(what):
        return None
    match calls[0].func:
        case ast.Attribute(value=owner, attr="extend" | "update" as method):
            if place.type_of(facts, owner) in ("list", "set"):
                name = method
    if name not in (*_GO_THROUGH, "extend", "update") or place.type_of(facts, what) not in (
        "",
        said[1],
    ):
        return None
    if said[1] == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, what)
    return Diagnosis(Kind.NOT_SEVERAL, (f"{name}()", place.shown(facts, what), said[1]))


def _calls_others(what: ast.expr) -> bool:
    """map() and the like: what is called only now may be what has failed."""
    match what:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in ("map", "filter", "starmap", "chain", "from_iterable", "accumulate")
    return False


def _is_simple(facts: Facts, call: ast.Call) -> bool:
    """It goes through nothing."""
    return place.builtin_called(facts, call) in _GO_THROUGH_NOTHING


def _nested(facts: Facts, targets: ast.Tuple | ast.List, values: str | None) -> Diagnosis | None:
    """`kind, (x, y) = event`, where there are more values than parts on the left."""
    inner = [each for each in targets.elts if isinstance(each, ast.Tuple)]
    names = [each.id for each in ast.walk(targets) if isinstance(each, ast.Name)]
    is_plain = all(isinstance(each, ast.Name | ast.Tuple) for each in targets.elts)
    is_more = facts.message.startswith("too many") and values in (None, str(len(names)))
    if facts.span is None or len(inner) != 1 or not is_plain or not is_more:
        return None
    ordered = [part for each in targets.elts for part in getattr(each, "elts", [each])]
    flat = ", ".join(place.shown(facts, each) for each in ordered)
    shown = ", ".join(place.shown(facts, each) for each in inner[0].elts)
    return Diagnosis(Kind.UNPACK_INNER, (len(targets.elts), f"({shown})", flat))


def _of_parent(facts: Facts, name: str, first: int) -> Diagnosis | None:
    """`self.summary()` in a summary() that takes the place of the parent's."""
    tree = place.tree_of(facts)
    classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)] if tree else []
    for own in classes:
        for function in own.body:
            if not isinstance(function, ast.FunctionDef) or function.name != name:
                continue
            parents = {ast.unparse(each) for each in own.bases}
            above = [
                each.name
                for each in classes
                if each.name in parents
                and any(isinstance(m, ast.FunctionDef) and m.name == name for m in each.body)
            ]
            calls = [
                each
                for each in ast.walk(function)
                if isinstance(each, ast.Call) and ast.unparse(each.func) == f"self.{name}"
            ]
            if function.lineno == first and len(above) == len(calls) == 1:
                shown = place.in_full(facts, calls[0]).replace("self.", "super().", 1)
                values = (f"{name}()", calls[0].lineno, above[0], shown)
                return Diagnosis(Kind.PARENTS_METHOD, values)
    return None


def recursion(facts: Facts) -> Diagnosis | None:
    match facts.told.get("repeats"):
        case (int(depth), [*functions]) if depth > 200 and functions:
            named = [each for each in functions if each[0] not in _NO_FUNCTIONS]
            if len(named) == 1 and named[0][2]:
                itself = classes.property_itself(facts, named[0][0], named[0][1])
                if itself is not None:
                    return itself
                if (same := not_deeper.same_again(facts, *named[0][:2])) is not None:
                    return same
                if alike := made.calls_itself_alike(facts, named[0][0]):
                    nearer = unending.nearer(facts, named[0][0], named[0][1], alike)
                    return nearer or Diagnosis(Kind.RECURSION_ALIKE, (f"{named[0][0]}()", alike))
                if (parents := _of_parent(facts, named[0][0], named[0][1])) is not None:
                    return parents
                return Diagnosis(Kind.RECURSION, (f"{named[0][0]}()", named[0][1]))
            if len(named) == 2 and named[0][2] and named[1][2]:
                named.sort(key=lambda each: each[1])
                return Diagnosis(Kind.RECURSION_TWO, tuple(f"{each[0]}()" for each in named))
    return None
