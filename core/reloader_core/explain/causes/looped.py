"""Loops that do something else than they seem to: skip items, never end, share a name. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import made, sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


# -- a text that is no number, one of a list


def text_left(facts: Facts, *, is_empty: bool) -> Diagnosis | None:
    """It was to be taken out of the list before, or is made by .split(" ")."""
    calls = [
        each.args[0]
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call)
        and ast.unparse(each.func) in ("int", "float")
        and len(each.args) == 1
    ]
    if len(calls) != 1 or not isinstance(calls[0], ast.Name):
        return None
    items = _items_of(facts, calls[0].id)
    if isinstance(items, ast.Name):
        if (skipped := _skipped(facts, items.id)) is not None:
            return skipped
    return _by_blanks(facts, items) if is_empty and items is not None else None


def _items_of(facts: Facts, name: str) -> ast.expr | None:
    """What the innermost loop or comprehension goes through that gives the name its values."""
    found = None
    for node in place.every(facts, ast.AST):
        match node:
            case (
                ast.For(target=ast.Name(id=target), iter=source)
                | ast.comprehension(target=ast.Name(id=target), iter=source)
            ) if target == name:
                is_here = place.covers(node, facts.line) or source in place.in_statement(facts)
                found = source if is_here else found
    return found


def _skipped(facts: Facts, items: str) -> Diagnosis | None:
    """A loop above takes items out of the list that it goes through, and would have taken this one
    out, too."""
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=each), iter=ast.Name(id=source)) if source == items:
                pass
            case _:
                continue
        for node in ast.walk(loop) if (loop.end_lineno or 0) < facts.line else ():
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr="remove" | "pop")):
                    if owner == items and _is_meant(facts, loop, node, each):
                        values = (items, loop.lineno, node.lineno)
                        return Diagnosis(Kind.SKIPPED_IN_LOOP, values)
    return None


def _is_meant(facts: Facts, loop: ast.For, call: ast.Call, name: str) -> bool:
    """All that the loop asks before it takes one out is true for the text that is no number."""
    try:
        text = ast.literal_eval(facts.message.partition(": ")[2])
    except (ValueError, SyntaxError):
        return False
    tests = [
        each.test
        for each in ast.walk(loop)
        if isinstance(each, ast.If) and any(call in ast.walk(inner) for inner in each.body)
    ]
    return isinstance(text, str) and all(_holds(each, name, text) for each in tests)


def _holds(test: ast.expr, name: str, text: str) -> bool | None:
    """Of the name with this value; None: that cannot be told."""
    match test:
        case ast.Name(id=found) if found == name:
            return bool(text)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            held = _holds(inner, name, text)
            return None if held is None else not held
        case ast.BoolOp(op=sign, values=values):
            each = [_holds(value, name, text) for value in values]
            if None in each:
                return None
            return all(each) if isinstance(sign, ast.And) else any(each)
        case ast.Compare(
            left=ast.Name(id=found),
            ops=[ast.Eq() | ast.NotEq() as sign],
            comparators=[ast.Constant(value=other)],
        ) if found == name:
            return (text == other) is isinstance(sign, ast.Eq)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=found), attr=method), args=[]):
            is_known = found == name and method in _TESTS
            return bool(getattr(text, method)()) if is_known else None
    return None


_TESTS = ("isdigit", "isnumeric", "isdecimal", "isalpha", "strip")


def _by_blanks(facts: Facts, items: ast.expr) -> Diagnosis | None:
    if isinstance(items, ast.Name):
        source = sources.only(facts, items, "list")
        node = source.node if source is not None else origin.value(facts, items)
    else:
        node = items
    match node:
        case ast.Call(
            func=ast.Attribute(value=owner, attr="split"), args=[ast.Constant(value=" ")]
        ):
            return Diagnosis(
                Kind.SPLIT_BLANKS, (node.lineno, f"{place.shown(facts, owner)}.split()")
            )
    return None


# -- while len(queue) >= 0


def always_true(facts: Facts, what: str) -> Diagnosis | None:
    """Of what is empty, and from which the loop takes."""
    for loop in place.every(facts, ast.While):
        if not place.covers(loop, facts.line):
            continue
        for node in ast.walk(loop.test):
            if isinstance(node, ast.Compare) and _is_always(node, what):
                values = (what, loop.lineno, f"len({what}) > 0")
                return Diagnosis(Kind.LENGTH_ALWAYS, values)
    return None


def _is_always(node: ast.Compare, what: str) -> bool:
    text = ast.unparse(node)
    return text in (
        *(f"len({what}) >= 0", f"len({what}) > -1", f"0 <= len({what})"),
        *(f"len({what}) != None", f"len({what}) is not None", f"{what} != None"),
        f"{what} is not None",
    )


# -- what the loop goes through


def no_table(facts: Facts) -> Diagnosis | None:
    """`entry["price"]`, where entry is text: the items are keys, or have been put in as such."""
    nodes = [each for each in place.in_statement(facts) if isinstance(each, ast.Subscript)]
    names = {each.value.id for each in nodes if isinstance(each.value, ast.Name)}
    texts = [each for each in sorted(names) if _is_text(facts, each)]
    if len(texts) != 1:
        return None
    name = texts[0]
    if _is_set_in_loop(facts, name):
        return None
    items = _items_of(facts, name) or _sorted_by(facts, name)
    if isinstance(items, ast.Subscript):
        return _of_inner_table(facts, name, items)
    if not isinstance(items, ast.Name):
        return None
    value = place.known(facts, items) or _global(facts, items.id)
    if value is None:
        return None
    if value.type == "dict":
        return of_values(name, items.id, value)
    return _keys_added(facts, items.id) if value.type == "list" else None


def _is_set_in_loop(facts: Facts, name: str) -> bool:
    """The loop that gives it its items gives it something else in its body."""
    return any(
        scope.plain_stores(ast.walk(loop), name)
        for loop in place.every(facts, ast.For)
        if place.covers(loop, facts.line) and place.is_name(loop.target, name)
    )


def _of_inner_table(facts: Facts, name: str, items: ast.Subscript) -> Diagnosis | None:
    """`for day in data["days"]`, of which it is told what is in `data`."""
    key = items.slice.value if isinstance(items.slice, ast.Constant) else None
    if not isinstance(items.value, ast.Name) or not isinstance(key, str):
        return None
    value = place.known(facts, items.value) or _global(facts, items.value.id)
    pairs = value.details[1] if value is not None and value.type == "dict" else []
    tables = [list(each) for each, item in pairs if tuple(item) == ("object", "dict")]
    is_table = ["str", key, len(key)] in tables
    return Diagnosis(Kind.KEY_LOOPED, (name, place.in_full(facts, items))) if is_table else None


def of_values(target: str, table: str, value: Value | None) -> Diagnosis | None:
    """What can be done with them all, as far as they are told: the first few."""
    pairs = value.details[1] if value is not None and len(value.details) > 1 else []
    if all(item == ("object", "dict") for _key, item in pairs):
        return Diagnosis(Kind.KEYS_LOOPED, (target, table))
    lists = [key for key, item in pairs if item == ("object", "list") and key[0] == "str"]
    match lists:
        case [(_, str(key), int(length))] if len(key) == length:
            return Diagnosis(Kind.LIST_IN_TABLE, (target, table, f"{table}[{key!r}]"))
    return Diagnosis(Kind.KEY_LOOPED, (target, table))


def _is_text(facts: Facts, name: str) -> bool:
    found = facts.names.get(name)
    return found is not None and found.value.type == "str"


def _global(facts: Facts, name: str) -> Value | None:
    """Of a comprehension or lambda at the top of the file."""
    found = facts.names.get(name)
    return found.value if found is not None and found.where == "global" else None


def _sorted_by(facts: Facts, name: str) -> ast.expr | None:
    """`min(students, key=lambda s: s["grade"])`"""
    for call in place.every(facts, ast.Call):
        for keyword in call.keywords:
            match keyword:
                case ast.keyword(
                    arg="key", value=ast.Lambda(args=ast.arguments(args=[ast.arg(arg=found)]))
                ) if found == name and place.covers(keyword.value, facts.line):
                    if isinstance(call.func, ast.Name) and len(call.args) == 1:
                        return call.args[0]
    return None


def _keys_added(facts: Facts, items: str) -> Diagnosis | None:
    """`cart += {...}`, which puts the keys in."""
    found = []
    for node in place.every(facts, ast.AST):
        match node:
            case ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=ast.Dict() as value):
                found += [(node.lineno, value)] if name == items else []
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="extend"),
                args=[ast.Dict() as value],
            ) if name == items:
                found.append((node.lineno, value))
    if len(found) != 1:
        return None
    line, added = found[0]
    instead = f"{items}.append({place.in_full(facts, added)})"
    return Diagnosis(Kind.KEYS_ADDED, (items, line, instead))


# -- numbers of places


def enumerate_turned(facts: Facts) -> Diagnosis | None:
    """`for value, i in enumerate(values)`, and then labels[i]"""
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(slice=ast.Name(id=index)) if index in made.COUNTERS:
                pass
            case _:
                continue
        for loop in place.every(facts, ast.For):
            match loop:
                case ast.For(
                    target=ast.Tuple(elts=[ast.Name(id=first), ast.Name(id=second)]),
                    iter=ast.Call(func=ast.Name(id="enumerate")) as call,
                ) if second == index and place.covers(loop, facts.line):
                    if first not in made.COUNTERS:
                        instead = f"for {second}, {first} in {ast.unparse(call)}:"
                        return Diagnosis(Kind.ENUMERATE_ORDER, (first, loop.lineno, instead))
    return None


def one_name(facts: Facts) -> Diagnosis | None:
    """Two loops, one in the other, that count with the same name."""
    used = {
        each.id
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript)
        for each in ast.walk(node.slice)
        if isinstance(each, ast.Name)
    }
    around = [
        each
        for each in place.every(facts, ast.AST)
        if isinstance(each, ast.For | ast.While) and place.covers(each, facts.line)
    ]
    for outer in around:
        for inner in around:
            if not isinstance(inner, ast.For) or inner is outer or inner not in ast.walk(outer):
                continue
            name = ast.unparse(inner.target)
            if name in used and name in _counted_by(outer):
                values = (name, outer.lineno, inner.lineno)
                return Diagnosis(Kind.LOOP_NAME_TWICE, values)
    return None


def _counted_by(loop: ast.AST) -> set[str]:
    match loop:
        case ast.For(target=ast.Name(id=name)):
            return {name}
        case ast.While(test=test, body=body):
            counts = {ast.unparse(e.target) for e in body if isinstance(e, ast.AugAssign)}
            return counts & {e.id for e in ast.walk(test) if isinstance(e, ast.Name)}
    return set()


def late(facts: Facts) -> Diagnosis | None:
    """A lambda that was made in a `while`, and looks at its number when that has gone past the last
    place. (A `for` leaves the number at the last one, which is wrong in its own round, too.)"""
    if facts.function != "<lambda>":
        return None
    found = [
        each
        for each in place.every(facts, ast.Lambda)
        if place.covers(each, facts.line) and not each.args.args
    ]
    if len(found) != 1:
        return None
    index = {
        each.id
        for node in ast.walk(found[0].body)
        if isinstance(node, ast.Subscript)
        for each in ast.walk(node.slice)
        if isinstance(each, ast.Name)
    }
    for loop in place.every(facts, ast.AST):
        if isinstance(loop, ast.While) and found[0] in ast.walk(loop):
            for name in sorted(index & _counted_by(loop)):
                body = place.in_full(facts, found[0].body)
                instead = f"lambda {name}={name}: {body}"
                return Diagnosis(Kind.LAMBDA_LATE, (name, found[0].lineno, instead))
    return None
