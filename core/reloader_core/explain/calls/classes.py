"""Classes and functions that are not written as their objects are used. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import of_items
from reloader_core.explain.causes import objects, uncalled
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ENUMS = ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")
_NOT_SET = re.compile(
    r"can't set attribute(?: '\w+')?|property '\w+' of '\w+' object has no setter"
)
_NO_CONTEXT = re.compile(r"'([\w.]+)' object does not support the context manager protocol")
_SAME = re.compile(r"'(?:<|>)' not supported between instances of '([\w.]+)' and '\1'")


def hidden_method(facts: Facts, call: ast.Call, kind: str) -> Diagnosis | None:
    """The object has a value under the name of the method that is called."""
    if not isinstance(call.func, ast.Attribute):
        return None
    name, found = call.func.attr, []
    owner = place.type_of(facts, call.func.value)
    for cls in place.every(facts, ast.ClassDef):
        if objects.may_be_of(facts, owner, cls):
            own = [each for each in objects.methods(cls) if each.name == name]
            if lines := objects.sets(cls, name):
                found.append(min(lines.values()) if own and not own[0].decorator_list else 0)
    if len(found) != 1 or not found[0]:
        return None
    return Diagnosis(Kind.HIDDEN_METHOD, (place.shown(facts, call.func), kind, found[0], name))


def decorator_of_nothing(facts: Facts, name: str) -> Diagnosis | None:
    """What stands above the function with @ gave back None."""
    tree = place.tree_of(facts)
    if tree is None:
        return None
    functions = [node for node in ast.walk(tree) if isinstance(node, scope.Function)]
    made = [each for each in functions if each.name == name]
    match made[0].decorator_list if len(made) == 1 else []:
        case [ast.Name(id=decorator)]:
            by = [each for each in functions if each.name == decorator]
            if len(by) == 1 and not _gives_back(by[0]):
                return Diagnosis(Kind.DECORATOR_NOTHING, (name, decorator, by[0].lineno))
    return None


def _gives_back(function: scope.Function) -> bool:
    return any(
        isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and node.value is not None
        for node in scope.in_scope(function)
    )


def property_itself(facts: Facts, name: str, line: int) -> Diagnosis | None:
    """`line`: of the function that has called itself, or of its decorator."""
    for cls in place.every(facts, ast.AST):
        for method in objects.methods(cls) if isinstance(cls, ast.ClassDef) else ():
            begin = min([method.lineno, *(each.lineno for each in method.decorator_list)])
            if method.name != name or line not in (begin, method.lineno) or not method.args.args:
                continue
            if not any(_is_of_property(each) for each in method.decorator_list):
                continue
            first = method.args.args[0].arg
            for node in ast.walk(method):
                match node:
                    case ast.Attribute(value=ast.Name(id=owner), attr=attr):
                        if (owner, attr) == (first, name):
                            values = (node.lineno, f"{first}.{name}", f"{first}._{name}")
                            return Diagnosis(Kind.PROPERTY_ITSELF, values)
    return None


def _is_of_property(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Name(id="property") | ast.Attribute(attr="setter" | "getter"):
            return True
    return False


def attribute_not_set(facts: Facts) -> Diagnosis | None:
    """A property without a setter, or a named tuple."""
    nodes = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    ]
    if _NOT_SET.fullmatch(facts.message) is None or len(nodes) != 1:
        return None
    name = nodes[0].attr
    owner = place.type_of(facts, nodes[0].value)
    lines = [
        method.lineno
        for cls in place.every(facts, ast.ClassDef)
        if objects.may_be_of(facts, owner, cls)
        for method in objects.methods(cls)
        if method.name == name and any(_is_of_property(each) for each in method.decorator_list)
    ]
    if len(lines) == 1:
        return Diagnosis(Kind.PROPERTY_NOT_SET, (name, lines[0]))
    value = place.known(facts, nodes[0].value)
    is_tuple = value is not None and value.type == "object" and _is_named_tuple(facts, value.name)
    if value is None or lines or not is_tuple or not isinstance(nodes[0].value, ast.Name):
        return None
    if not _is_own_variable(facts, nodes[0].value):
        put = (nodes[0].value.id, name)
        return _put_by_loop(facts, *put) or Diagnosis(Kind.NAMED_TUPLE_PUT, put)
    return Diagnosis(Kind.NAMED_TUPLE_SET, (nodes[0].value.id, name))


def _put_by_loop(facts: Facts, name: str, attribute: str) -> Diagnosis | None:
    """It is an item of a list that the loop goes through, and nothing below uses it."""
    match place.statement(facts):
        case ast.AugAssign(op=op, value=value) as changed:
            new = ast.unparse(ast.BinOp(changed.target, op, value))
        case ast.Assign(value=value) as changed:
            new = place.in_full(facts, value)
        case _:
            return None
    for loop in place.every(facts, ast.For):
        match loop:
            case ast.For(target=ast.Name(id=target), iter=ast.Name() as items) if target == name:
                rest: list[ast.AST] = [
                    n
                    for part in loop.body
                    for n in ast.walk(part)
                    if place.is_name(n, name) and getattr(n, "lineno", 0) > facts.line
                ]
                inner = [n for n in ast.walk(loop) if isinstance(n, ast.For | ast.While)][1:]
                rest += [n for n in inner if place.covers(n, facts.line)]
                if not place.covers(loop, facts.line) or rest or "..." in new:
                    return None
                if place.type_of(facts, items) != "list" or scope.names_anywhere(loop, "index"):
                    return None
                first = f"for index, {name} in enumerate({items.id}):"
                instead = f"{items.id}[index] = {name}._replace({attribute}={new})"
                values = (name, loop.lineno, first, changed.lineno, instead)
                return Diagnosis(Kind.NAMED_TUPLE_LOOPED, values)
    return None


def _is_own_variable(facts: Facts, node: ast.Name) -> bool:
    """A new value in it takes the place of the old one: it is no item of a list that a loop goes
    through, and nothing that was given to the function."""
    function = scope.function_around(facts)
    if function is not None and node.id in scope.parameters(function):
        return False
    return not any(
        isinstance(part, ast.Name) and part.id == node.id
        for each in place.every(facts, ast.For)
        for part in ast.walk(each.target)
    )


def _is_named_tuple(facts: Facts, title: str) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(
                func=ast.Name(id="namedtuple") | ast.Attribute(attr="namedtuple"),
                args=[ast.Constant(value=name), *_],
            ) if name == title:
                return True
            case ast.ClassDef(bases=[ast.Name(id="NamedTuple") | ast.Attribute(attr="NamedTuple")]):
                if node.name == title:
                    return True
    return False


# -- dataclasses


def shared_default(facts: Facts) -> Diagnosis | None:
    said = re.match(
        r"mutable default <class '([\w.]+)'> for field (\w+) is not allowed", facts.message
    )
    if said is None or not in_file(facts, "dataclasses.py"):
        return None
    kind = said[1].rpartition(".")[2]
    made = {
        _maker(facts, each.value)
        for each in place.every(facts, ast.AnnAssign)
        if each.value is not None and place.is_name(each.target, said[2])
    }
    maker = made.pop() if len(made) == 1 else kind
    return Diagnosis(Kind.SHARED_DEFAULT, (kind, f"field(default_factory={maker})"))


def _maker(facts: Facts, value: ast.expr) -> str:
    """What makes a new one of this at each call."""
    match value:
        case ast.List(elts=[]):
            return "list"
        case ast.Dict(keys=[]):
            return "dict"
        case ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
            return name
    return f"lambda: {place.in_full(facts, value)}"


def field_order(facts: Facts) -> Diagnosis | None:
    said = re.match(r"non-default argument '(\w+)' follows default argument", facts.message)
    is_said = said is not None and in_file(facts, "dataclasses.py")
    return Diagnosis(Kind.FIELD_ORDER, (said[1],)) if said is not None and is_said else None


def frozen(facts: Facts) -> Diagnosis | None:
    match place.statement(facts):
        case ast.Assign(targets=[ast.Attribute()]) | ast.AugAssign(target=ast.Attribute()):
            return Diagnosis(Kind.FROZEN, (facts.line,))
    return None


# -- what is asked of a class


def no_order(facts: Facts) -> Diagnosis | None:
    """Objects that nobody has said of which is the larger."""
    said = _SAME.fullmatch(facts.message)
    call = called(facts, "max", "min", "sorted", "sort")
    if said is None or call is None or any(each.arg == "key" for each in call.keywords):
        return None
    nodes = place.in_statement(facts)
    if facts.span is None and any(isinstance(node, ast.Compare) for node in nodes):
        return None
    match call:
        case ast.Call(func=ast.Attribute(value=what, attr="sort" as name), args=[]):
            pass
        case ast.Call(func=ast.Name(id=name), args=[what]) if (
            place.builtin_called(facts, call) == name
        ):
            pass
        case _:
            return None
    if said[1] in ("NoneType", *FUNCTION_TYPES):  # which no key= puts into an order
        return of_items.unusable(facts, what, said[1])
    return Diagnosis(Kind.NO_ORDER, (f"{name}()", place.shown(facts, what), said[1]))


def enum_member(facts: Facts) -> Diagnosis | None:
    if not facts.is_innermost and not in_file(facts, "enum.py"):
        return None
    found = []
    for item in place.in_statement(facts):
        match item:
            case ast.Subscript(value=ast.Name(id=title), slice=ast.Constant(value=str(name))):
                members = _members(facts, title)
                if members and name not in members and name in map(_text_of, facts.arguments):
                    found.append((title, name, ", ".join(members)))
    for node in place.candidates(facts, ast.Attribute):
        match node:
            case ast.Attribute(value=ast.Name(id=title), attr=name, ctx=ast.Load()):
                members = _members(facts, title)
                if members and name not in members and name in facts.message:
                    found.append((title, name, ", ".join(members)))
    return Diagnosis(Kind.ENUM_MEMBER, found[0]) if len(found) == 1 else None


def _text_of(value: Value) -> str | None:
    return value.text


def _members(facts: Facts, title: str) -> list[str]:
    """Of an enumeration in this file that has few, and nothing else: no methods, no other base."""
    cls = objects.class_named(facts, title)
    match cls:
        case ast.ClassDef(bases=[ast.Name(id=base) | ast.Attribute(attr=base)]) if base in _ENUMS:
            names = [
                target.id
                for node in cls.body
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            ]
            return names if len(names) <= 12 and not list(objects.methods(cls)) else []
    return []


def enum_value(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"(.{1,60}) is not a valid (?:[\w.]+\.)?(\w+)", facts.message)
    if said is None or not in_file(facts, "enum.py") or not _members(facts, said[2]):
        return None
    call = called(facts, said[2])
    is_name = said[1].strip("'") in _members(facts, said[2]) and said[1][:1] == "'"
    if is_name and call is not None and len(call.args) == 1:
        instead = f"{said[2]}[{place.shown(facts, call.args[0])}]"
        return Diagnosis(Kind.ENUM_BY_NAME, (said[1], said[2], instead))
    return Diagnosis(Kind.ENUM_VALUE, (said[1], said[2]))


def result_no_text(facts: Facts) -> Diagnosis | None:
    """What a __str__() of the script's own gives back."""
    said = re.fullmatch(
        r"(__str__|__repr__|__format__) (?:returned non-string|method should return a string)"
        r" \(type ([\w.]+)\)|(\w+)\.(__str__|__repr__)\(\) must return a str, not (\w+)",
        facts.message,
    )
    if said is None:
        return None
    name, kind = said[1] or said[4], said[2] or said[5]
    found = [
        method.lineno
        for cls in place.every(facts, ast.ClassDef)
        for method in objects.methods(cls)
        if method.name == name and (kind != "NoneType" or not _gives_back(method))
    ]
    values = (name, found[0], kind) if len(found) == 1 else None
    return Diagnosis(Kind.RESULT_NO_TEXT, values) if values is not None else None


def not_for_with(facts: Facts) -> Diagnosis | None:
    said = _NO_CONTEXT.match(facts.message)
    if said is None and facts.message != "__enter__":  # the latter to 3.10
        return None
    match place.statement(facts):
        case ast.With(items=[ast.withitem(context_expr=what)]):
            kind = said[1] if said is not None else place.type_of(facts, what)
            if kind in FUNCTION_TYPES:
                return uncalled.not_called(facts, what)
            if (flow := _with_flow(facts, what)) is not None:
                return flow
            if kind and place.type_of(facts, what) in ("", kind):
                shown = place.shown(facts, what)
                made = place.known(facts, what) or Value("type", (shown,))
                made_by = objects.made(facts, made, shown)
                if kind == "type" and isinstance(what, ast.Name) and made_by == f"{shown}()":
                    return Diagnosis(Kind.WITH_CLASS, (shown,))
                if kind == "str" and not isinstance(what, ast.Call):
                    return Diagnosis(Kind.WITH_TEXT, (shown,))
                return Diagnosis(Kind.NOT_FOR_WITH, (place.shown(facts, what), kind))
    return None


def exit_takes(facts: Facts) -> Diagnosis | None:
    """`def __exit__(self):`"""
    said = re.fullmatch(r"(?:(\w+)\.)?(__a?exit__)\(\) takes .* but 4 were given", facts.message)
    around = (*place.every(facts, ast.With), *place.every(facts, ast.AsyncWith))
    if said is None or not any(place.covers(each, facts.line) for each in around):
        return None  # up to 3.9 it is the last line of the block that fails
    made = [
        each
        for cls in place.every(facts, ast.ClassDef)
        for each in objects.methods(cls)
        if each.name == said[2] and said[1] in (None, cls.name)
    ]
    if len(made) != 1 or made[0].decorator_list:
        return None
    begin = "async def" if isinstance(made[0], ast.AsyncFunctionDef) else "def"
    instead = f"{begin} {said[2]}(self, exc_type, exc, traceback):"
    return Diagnosis(Kind.EXIT_TAKES, (f"{said[2]}()", made[0].lineno, instead))


def _with_flow(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """`with timer():`, of a function with a `yield` that nothing stands above."""
    match what:
        case ast.Call(func=ast.Name(id=name)):
            pass
        case _:
            return None
    made = [each for each in place.every(facts, ast.FunctionDef) if each.name == name]
    if len(made) != 1 or made[0].decorator_list:
        return None
    yields = [each for each in scope.in_scope(made[0]) if isinstance(each, ast.Yield)]
    return Diagnosis(Kind.WITH_GENERATOR, (f"{name}()", made[0].lineno)) if yields else None
