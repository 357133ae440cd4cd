"""Python's own functions, given what they cannot take. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import drawn, removed
from reloader_core.explain.causes import (
    imported,
    json_written,
    mistaken,
    none,
    objects,
    reading,
    slipped,
    spent,
    summed,
    typed_into,
    uncalled,
    words_among,
)
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value, literal, value_from
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def _call(facts: Facts, *names: str) -> ast.Call | None:
    """The only call of one of these functions of Python's that may have been executed."""
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) in names and not call.keywords
    ]
    return calls[0] if len(calls) == 1 else None


def range_of(facts: Facts) -> Diagnosis | None:
    """range() of what is no whole number."""
    said = re.fullmatch(r"'([\w.]+)' object cannot be interpreted as an integer", facts.message)
    call = _call(facts, "range")
    if said is None or call is None:
        return None
    wrong = [each for each in call.args if place.type_of(facts, each) in ("", said[1])]
    if len(wrong) != 1:
        return None
    what = place.shown(facts, wrong[0])
    match place.known(facts, wrong[0]):
        case Value("float", (str(number),)) if not float(number).is_integer():
            return Diagnosis(Kind.RANGE_WHOLE, (what, said[1]))
    if said[1] in ("list", "tuple", "dict", "set") or written.is_no_number(facts, wrong[0]):
        if len(call.args) > 1:
            return None
        if (turned := mistaken.given_turned(facts, wrong[0])) is not None:
            return turned
        return Diagnosis(Kind.RANGE_OF, (what, said[1], f"range(len({what}))"))
    if said[1] in ("str", "float"):
        return Diagnosis(Kind.RANGE_OF, (what, said[1], f"int({what})"))
    return None


_ADDED = re.compile(r"unsupported operand type\(s\) for \+: '(?:int|float)' and '([\w.]+)'")


def sum_of_texts(facts: Facts) -> Diagnosis | None:
    call, said = _call(facts, "sum"), _ADDED.fullmatch(facts.message)
    if call is None or len(call.args) != 1 or said is None:
        return None
    signs = [each.op for each in place.candidates(facts, ast.BinOp)]
    if facts.span is None and any(isinstance(each, ast.Add) for each in signs):
        return None
    if said[1] != "str" or isinstance(call.args[0], ast.GeneratorExp | ast.ListComp | ast.Call):
        return summed.of_others(facts, call, said[1])
    kind = place.type_of(facts, call.args[0])
    if kind == "dict":
        numbers = _are_numbers(place.known(facts, call.args[0]))
        return Diagnosis(Kind.SUM_OF_KEYS, (place.shown(facts, call.args[0]),)) if numbers else None
    if not kind:
        return None  # it may be one
    if (typed := typed_into.numbers(facts, call.args[0])) is not None:
        return Diagnosis(Kind.SUM_FROM, (place.shown(facts, call.args[0]), *typed))
    if (word := words_among.in_sum(facts, call)) is not None:
        return word
    put = summed.put_as_text(facts, call.args[0])
    return put or Diagnosis(Kind.SUM_OF_TEXTS, (place.shown(facts, call.args[0]),))


def _are_numbers(table: Value | None) -> bool:
    """The values of a dictionary may be, as far as they are told of."""
    match table.details if table is not None else ():
        case (int(), [*pairs]):
            return all(item[0] in ("int", "float", "bool") for _key, item in pairs)
    return True


def most_of_nothing(facts: Facts) -> Diagnosis | None:
    call = _call(facts, "max", "min")
    said = re.match(
        r"(max|min)\(\)(?: arg is an empty sequence| iterable argument is empty)", facts.message
    )
    if call is None or said is None or len(call.args) != 1:
        return None
    if (used := reading.used_up(facts, call.args[0])) is not None:
        return used
    if (why := spent.in_vain(facts, call.args[0])) is not None:
        return why
    name = place.builtin_called(facts, call)
    return Diagnosis(Kind.EMPTY_MOST, (f"{name}()", place.shown(facts, call.args[0])))


def not_in_list(facts: Facts) -> Diagnosis | None:
    """.remove() and .index() of a list"""
    removes = facts.message == "list.remove(x): x not in list"
    if not removes and not facts.message.endswith((" is not in list", " x not in list")):
        return None
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=[item]) if attr == (
                "remove" if removes else "index"
            ):
                value = place.known(facts, item)
                shown = literal(value) if value is not None else ""
                kind = place.type_of(facts, owner)
                gone = removed.by_call(facts, owner, item) if removes else None
                if gone is not None:
                    return gone
                if (other := _of_other_type(facts, owner, item)) is not None:
                    return other
                if kind in ("", "list"):
                    if (other := drawn.from_other(facts, owner, item)) is not None:
                        return other
                    what, written = place.shown(facts, owner), place.shown(facts, item)
                    values = (what, shown or written, f"{written} in {what}")
                    return Diagnosis(Kind.NOT_IN_LIST, values)
    return None


def _of_other_type(facts: Facts, owner: ast.expr, item: ast.expr) -> Diagnosis | None:
    """A number among texts, or a text among numbers, which is never equal to one of them."""
    match place.known(facts, owner):
        case Value("list", (int(), [_, *_] as items)):
            held = list(map(value_from, items))
        case _:
            return None
    value, kinds = place.known(facts, item), {each.type for each in held}
    if value is None or not literal(value) or len(kinds) != 1:
        return None
    if (value.type, *kinds) not in _NEVER_EQUAL:
        return None
    near = next(
        (e for e in held if literal(e).strip("'\"") == literal(value).strip("'\"")), held[0]
    )
    values = (place.shown(facts, owner), literal(value), value.type, literal(near), *kinds)
    return Diagnosis(Kind.ITEM_OTHER_TYPE, values) if literal(near) else None


_NEVER_EQUAL = (("int", "str"), ("float", "str"), ("str", "int"), ("str", "float"))


def not_in_text(facts: Facts) -> Diagnosis | None:
    """.index() of a text"""
    if facts.message != "substring not found":
        return None
    found = []
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr="index" | "rindex"), args=[item]):
                found.append((owner, item))
    if len(found) != 1:
        return None
    text, shown = (place.shown(facts, each) for each in found[0])
    value = place.known(facts, found[0][1])
    wanted = literal(value) if value is not None and value.text is not None else ""
    if isinstance(found[0][1], ast.Constant) or not wanted:
        return Diagnosis(Kind.NOT_IN_TEXT, (text, shown))
    return Diagnosis(Kind.VALUE_NOT_IN_TEXT, (text, shown, wanted))


def abstract_class(facts: Facts) -> Diagnosis | None:
    said = re.match(
        r"Can't instantiate abstract class (\w+) (?:with|without an implementation for)"
        r" abstract methods? '?(\w+)",
        facts.message,
    )
    if said is None:
        return None
    here = objects.class_named(facts, said[1])
    cls = here or imported.class_from(facts, said[1])
    if cls is None and not _is_pythons(facts, said[1]):
        return None
    is_plan = cls is None or any(
        _is_abstract(each) for method in objects.methods(cls) for each in method.decorator_list
    )
    own = {each.name: each.lineno for each in objects.methods(here)} if here is not None else {}
    if not is_plan and (near := nearest(said[2], list(own))):
        return Diagnosis(Kind.ABSTRACT_NEAR, (said[1], said[2], near, own[near]))
    kind = Kind.ABSTRACT_CLASS if is_plan else Kind.ABSTRACT_LACKS
    return Diagnosis(kind, (said[1], said[2]))


def _is_pythons(facts: Facts, title: str) -> bool:
    """It is imported from a module of Python's own, or asked of one."""
    from_modules = {
        each.asname or each.name
        for node in place.every(facts, ast.ImportFrom)
        if (node.module or "").partition(".")[0] in place.standard_modules()
        for each in node.names
    }
    return title in from_modules or any(
        isinstance(each, ast.Attribute)
        and each.attr == title
        and ast.unparse(each).partition(".")[0] in place.standard_modules()
        for each in place.in_statement(facts)
    )


def _is_abstract(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.startswith("abstract")
    return False


def changed_in_loop(facts: Facts) -> Diagnosis | None:
    said = re.match(r"(dictionary|Set) changed size during iteration", facts.message)
    statement = place.statement(facts)
    if said is None or not isinstance(statement, ast.For):
        return None
    source, whole = statement.iter, statement.iter
    if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute):
        source = source.func.value
    if place.type_of(facts, source) not in ("dict", "set", "Counter", "defaultdict", "OrderedDict"):
        return None
    values = (place.shown(facts, source), f"list({place.shown(facts, whole)})")
    return Diagnosis(Kind.CHANGED_IN_LOOP, values)


def write_of_no_text(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"write\(\) argument must be str, not ([\w.]+)", facts.message)
    if said is None:
        return None
    for call in place.candidates(facts, ast.Call):
        match call:
            case ast.Call(func=ast.Attribute(attr="write"), args=[what]):
                if said[1] == "None":
                    return none.result(facts, what)
                if said[1] in FUNCTION_TYPES:
                    return uncalled.not_called(facts, what)
                if said[1] == "bytes":
                    return Diagnosis(Kind.BYTES_WRITTEN, (place.operand(facts, what),))
                if (as_json := json_written.of_handle(facts, call, said[1])) is not None:
                    return as_json
                return Diagnosis(Kind.WRITE_OF_NO_TEXT, (place.shown(facts, what), said[1]))
    return None


def no_init(facts: Facts) -> Diagnosis | None:
    """A class that takes no arguments."""
    said = re.fullmatch(r"(\w+)\(\) takes no arguments", facts.message)
    if said is None or isinstance(place.statement(facts), ast.ClassDef):
        return None  # in a class statement, one of its objects stands for the class
    if (near := near_init(facts, said[1])) is not None:
        return near
    cls = objects.class_named(facts, said[1])
    if cls is None or cls.bases or any(each.name == "__init__" for each in objects.methods(cls)):
        return None
    forgotten = slipped.dataclass_forgotten(cls)
    return forgotten or Diagnosis(Kind.NO_INIT, (said[1], cls.lineno))


def near_init(facts: Facts, title: str) -> Diagnosis | None:
    """`_init_`, in a class that has no __init__ of its own."""
    cls = objects.class_named(facts, title)
    names = [each.name for each in objects.methods(cls)] if cls is not None else []
    near = [
        each for each in names if each.strip("_") == "init" or nearest(each.strip("_"), ["init"])
    ]
    if len(near) != 1 or near == ["__init__"]:
        return None
    return Diagnosis(Kind.NEAR_INIT, (title, near[0]))
