"""How a class is used where one of its objects is meant, and the other way round. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_COUNTS = re.compile(
    r"(?:[\w.]+\.)?(\w+)\(\) takes (\d+) positional arguments? but (\d+) w\w+ given"
)
_OBJECTS = ("self", "cls")


def property_called(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`circle.area()`, where every method of this name is a property."""
    if not isinstance(call.func, ast.Attribute) or call.args or call.keywords:
        return None
    found = objects.methods_named(facts, call.func.attr)
    if len(found) != 1 or not _is_decorated(found[0], "property", "cached_property"):
        return None
    return Diagnosis(Kind.PROPERTY_CALLED, (place.shown(facts, call.func), found[0].lineno))


def class_for_object(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """`hero = Player` and `self.hero = Player`, in the only line that gives it a value; or what is
    not the class by its own name, so that the brackets are missing where it got its value."""
    value = place.known(facts, what)
    is_class = value is not None and value.type == "type"
    if (value is not None and not is_class) or _is_called_too(facts, what):
        return None
    match origin.assigned(facts, what) or _stored(facts, what):
        case (
            ast.Assign(
                targets=[target], value=ast.Name(id=title) | ast.Attribute(attr=title) as cls
            ) as made
        ) if value.details[:1] == (title,) if value is not None else _is_said(facts, title):
            begin = objects.class_named(facts, title)
            takes = begin is not None and _takes_more(begin)
            brackets = "(...)" if takes else "()"
            instead = f"{place.shown(facts, target)} = {place.shown(facts, cls)}{brackets}"
            values = (place.shown(facts, what), made.lineno, instead)
            return Diagnosis(Kind.OBJECT_NOT_MADE, values)
    return _held(facts, what, value) if value is not None else None


def _is_said(facts: Facts, title: str) -> bool:
    """Python's own words name this class of the script's, and what its method lacks."""
    is_own = objects.class_named(facts, title) is not None
    return is_own and facts.message.startswith(f"{title}.") and "'self'" in facts.message


def _held(facts: Facts, what: ast.expr, value: Value) -> Diagnosis | None:
    """As a parameter or an item: brackets behind it would make a new object each time."""
    title = str(value.details[0])
    function = scope.function_around(facts)
    match what:
        case ast.Name(id=name):
            is_made = isinstance(origin.value(facts, what), ast.Call)  # as a named tuple
            is_own = name == title or is_made or _is_imported(facts, name)
            if is_own or function is not None and _is_decorated(function, "classmethod"):
                return None
        case ast.Attribute(attr=name) if name in (title, "__class__"):
            return None
    values = (place.shown(facts, what), title, objects.made(facts, value, title))
    return Diagnosis(Kind.CLASS_HELD, values)


def _is_imported(facts: Facts, name: str) -> bool:
    return any(
        (alias.asname or alias.name) == name
        for each in place.every(facts, ast.ImportFrom)
        for alias in each.names
    )


def _is_called_too(facts: Facts, what: ast.expr) -> bool:
    """Elsewhere objects are made of it, so that it is meant to be a class."""
    called = ast.unparse(what)
    return any(ast.unparse(each.func) == called for each in place.every(facts, ast.Call))


def _stored(facts: Facts, what: ast.expr) -> ast.Assign | None:
    """The only statement in which an attribute of this name gets its value."""
    if not isinstance(what, ast.Attribute):
        return None
    found: list[ast.Assign] = []
    for node in place.every(facts, ast.Assign):
        match node.targets:
            case [ast.Attribute(attr=what.attr)]:
                found.append(node)
    bodies = [each for cls in place.every(facts, ast.ClassDef) for each in cls.body]
    for each in bodies:
        match each:
            case ast.Assign(targets=[ast.Name(id=what.attr)]):
                found.append(each)
    stores = [
        each
        for each in place.every(facts, ast.Attribute)
        if each.attr == what.attr and not isinstance(each.ctx, ast.Load)
    ]
    return found[0] if len(found) == 1 and len(stores) <= 1 else None


def called_among(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`{"+": add, "/": divide()}`"""
    if call.args or call.keywords or not isinstance(call.func, ast.Name):
        return None
    shown = ast.dump(call, include_attributes=True)
    own = {each.name for each in place.every(facts, ast.FunctionDef)}
    for node in place.every(facts, ast.expr):
        beside = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        others = [each for each in beside if ast.dump(each, include_attributes=True) != shown]
        if len(others) == len(beside) - 1:
            named = [each.id for each in others if isinstance(each, ast.Name)]
            if others and len(named) == len(others) and own.issuperset((*named, call.func.id)):
                values = (f"{call.func.id}()", call.func.id)
                return Diagnosis(Kind.CALLED_AMONG, values)
    return None


def object_there(facts: Facts, call: ast.Call, method: str) -> Diagnosis | None:
    """`Account.deposit(50)`, where one object of the class has been made above."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=title), attr=attribute):
            pass
        case _:
            return None
    there = objects.only_made(facts, title)
    if there is None:
        return None
    name, line = there
    if any(place.is_name(each, name) for each in call.args):  # something else is missing
        missing = ", ".join(re.findall(r"'(\w+)'", facts.message))
        return Diagnosis(Kind.TOO_FEW, (f"{title}.{method}", missing)) if missing else None
    given = ", ".join(place.in_full(facts, each) for each in (*call.args, *call.keywords))
    values = (title, method, name, line, f"{name}.{attribute}({given})")
    return Diagnosis(Kind.OBJECT_THERE, values)


def object_at_hand(facts: Facts, node: ast.Attribute, title: str) -> Diagnosis | None:
    """`Player.health`, where an object of the class has a name here; of several it is not known
    which one is meant."""
    all_found = {
        name: each.where
        for name, each in facts.names.items()
        if each.value.type == "object" and each.value.name == title
    }
    function = scope.function_around(facts)
    own = [name for name, where in all_found.items() if function and where == "local"]
    found = own or list(all_found)
    if len(found) > 1:
        return Diagnosis(Kind.NO_ATTRIBUTE, (title, node.attr))
    for name in found:
        made = origin.assigned(facts, ast.Name(name, ast.Load()))
        if function is not None and name in scope.parameters(function):
            line = function.lineno
        elif made is not None:
            line = made.lineno
        else:
            return Diagnosis(Kind.NO_ATTRIBUTE, (title, node.attr))
        values = (title, f"{title}.{node.attr}", name, line, f"{name}.{node.attr}")
        return Diagnosis(Kind.OBJECT_THERE, values)
    return None


def _takes_more(cls: ast.ClassDef) -> bool:
    begin = next((each for each in objects.methods(cls) if each.name == "__init__"), None)
    return begin is not None and len(begin.args.args) > 1 + len(begin.args.defaults)


def of_class_method(facts: Facts, attribute: str) -> Diagnosis | None:
    """A @classmethod asks the class for what its objects have."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if function is None or cls is None or not _is_decorated(function, "classmethod"):
        return None
    if not objects.sets(cls, attribute) or not function.args.args:
        return None
    return Diagnosis(Kind.CLASSMETHOD_OBJECT, (function.name, function.lineno, attribute))


def missing(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    """Too little for a @staticmethod that waits for an object, or for a base class that is asked
    itself."""
    found = objects.methods_named(facts, name)
    if len(found) == 1 and _is_decorated(found[0], "staticmethod"):
        first = found[0].args.args[0].arg if found[0].args.args else ""
        if first in _OBJECTS:
            return Diagnosis(Kind.STATIC_SELF, (name, found[0].lineno, first))
    match call.func:
        case ast.Attribute(value=ast.Name(id=title) as owner, attr=method):
            function = scope.function_around(facts)
            if function is None or not function.args.args or function.decorator_list:
                return None
            cls = scope.class_around(facts, function)
            is_base = cls is not None and title in map(ast.unparse, cls.bases)
            is_begun = (method, function.name) == ("__init__", "__init__")
            if not is_base and not (is_begun and _is_line(facts, call)):
                return None  # what is kept of it was to be an object of its own
            named = objects.class_named(facts, title)
            own = objects.methods(named) if named is not None else ()
            if any(each.name == method and not objects.takes_self(each) for each in own):
                return None
            if not is_base and not isinstance(place.statement(facts), ast.Expr):
                return None  # an object of that class is to be made
            first = function.args.args[0].arg
            is_first = bool(call.args) and ast.unparse(call.args[0]) == first
            if place.type_of(facts, owner) == "type" and not is_first:
                return _with_object(facts, call, f"{title}.{method}", first)
    return None


def _is_line(facts: Facts, call: ast.Call) -> bool:
    """It is all of its statement."""
    statement = place.statement(facts)
    return isinstance(statement, ast.Expr) and statement.value is call


def _with_object(facts: Facts, call: ast.Call, method: str, first: str) -> Diagnosis:
    given = ", ".join([first, *(place.shown(facts, each) for each in call.args)])
    return Diagnosis(Kind.BASE_SELF, (method, f"{method}({given})"))


def own_object(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`Bank.show()` in a method of Bank, which has an object itself."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    match call.func:
        case ast.Attribute(value=ast.Name(id=title), attr=method) if cls is not None:
            if title == cls.name and function is not None and objects.takes_self(function):
                first = function.args.args[0].arg
                return _with_object(facts, call, f"{title}.{method}", first)
    return None


def too_many(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    """`super().__init__(self, name)`, and other things that super() is given too many of."""
    said = _COUNTS.fullmatch(facts.message)
    match call.func:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super"), args=[]), attr=called):
            pass
        case _:
            return None
    function = scope.function_around(facts)
    if said is None or function is None or called != name or call.keywords:
        return None
    first = function.args.args[0].arg if function.args.args else ""
    rest = [place.shown(facts, each) for each in call.args]
    if rest and rest[0] == first and int(said[3]) == int(said[2]) + 1:
        instead = f"super().{name}({', '.join(rest[1:])})"
        return Diagnosis(Kind.SUPER_SELF, (instead,))
    return Diagnosis(Kind.TOO_MANY, (f"super().{name}()", int(said[2]) - 1, int(said[3]) - 1))


def fields_untyped(facts: Facts, title: str, field: str = "") -> Diagnosis | None:
    """A dataclass with a field that is written without a type: the first, or that of this name."""
    cls = objects.class_named(facts, title)
    if cls is None or cls.bases or not any(map(_is_dataclass, cls.decorator_list)):
        return None
    for each in cls.body:
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                if name.isupper() or field not in ("", name):
                    continue
                kind, written = type(value).__name__, place.shown(facts, each.value)
                instead = f"{name}: {kind} = {written}" if value is not None else f"{name}: str"
                return Diagnosis(Kind.FIELDS_UNTYPED, (title, name, instead))
    return None


def _is_dataclass(decorator: ast.expr) -> bool:
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(target) in ("dataclass", "dataclasses.dataclass")


def dataclass_forgotten(cls: ast.ClassDef) -> Diagnosis | None:
    """Nothing in it but fields with types, and what is done with them."""
    has_fields = any(isinstance(each, ast.AnnAssign) for each in cls.body)
    is_plain = not cls.decorator_list and not cls.bases
    if not has_fields or not is_plain:
        return None
    return Diagnosis(Kind.DATACLASS_FORGOTTEN, (cls.name, cls.lineno))


def of_enum(facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr]) -> Diagnosis | None:
    """`Level.LOW + 1`, `level < Level.HIGH`"""
    if all(_is_of_enum(facts, each) for each in pair):
        shown = place.shown(facts, pair[0]), place.shown(facts, pair[1])
        instead = f"{shown[0]}.value {operator} {shown[1]}.value"
        return Diagnosis(Kind.ENUMS_CALCULATED, (*shown, operator, instead))
    for node in pair:
        if _is_of_enum(facts, node):
            return Diagnosis(Kind.ENUM_CALCULATED, (place.shown(facts, node), operator))
    return None


def _is_of_enum(facts: Facts, node: ast.expr) -> bool:
    """A member of an enumeration of this file."""
    title = place.type_of(facts, node)
    match node:
        case ast.Attribute(value=ast.Name(id=name)) if not title:
            title = name
    cls = objects.class_named(facts, title) if title else None
    bases = [ast.unparse(each) for each in cls.bases] if cls is not None else []
    return bases in (["Enum"], ["enum.Enum"])


def _is_decorated(function: scope.Function, *names: str) -> bool:
    return any(ast.unparse(each).rpartition(".")[2] in names for each in function.decorator_list)


def compared_only(facts: Facts, name: str) -> Diagnosis | None:
    """`total == 0` as a line of its own, which was to give the name a value."""
    match place.statement(facts):
        case ast.Expr(
            value=ast.Compare(left=ast.Name(id=found), ops=[ast.Eq()], comparators=[value])
        ) if found == name and "..." not in (shown := place.in_full(facts, value)):
            return Diagnosis(Kind.COMPARED_ONLY, (name, facts.line, f"{name} = {shown}"))
    return None


def turned_words(facts: Facts, name: str) -> Diagnosis | None:
    """`id_todo` for `todo_id`, where the function has that one."""
    function = scope.function_around(facts)
    if "_" not in name or function is None:
        return None
    known = scope.parameters(function) | {each for each, _line in scope.names_of(function)}
    words = sorted(name.split("_"))
    meant = [each for each in known if sorted(each.split("_")) == words and each != name]
    return Diagnosis(Kind.NEAR_NAME, (name, meant[0])) if len(meant) == 1 else None
