"""Several values that were given as one: a tuple, a list or a dictionary. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Signature, Value
from reloader_core.explain.evidence.near import is_plural
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TAKE_ONE = (
    *("print", "str", "repr", "int", "float", "abs", "round", "range", "input", "chr", "ord"),
    *("sqrt", "sin", "cos"),
)
"""What is given to another function than these may be several things there."""


def given(facts: Facts, call: ast.Call, signature: Signature, lacks: Diagnosis) -> Diagnosis | None:
    """`area((3, 4))` and `move(position)`, if the items are as many as are needed; `lacks`: what
    is missing."""
    if lacks.kind is not Kind.TOO_FEW or not place.is_by_place(call):
        return None
    found = [
        (index, each, value)
        for index, each in enumerate(call.args)
        if (value := place.known(facts, each)) is not None
        and value.type in ("tuple", "list", "dict")
        and value.length is not None
    ]
    if len(found) != 1:
        return None
    index, what, value = found[0]
    if _is_taken_as_one(facts, signature, index) or not _fits(call, signature, value):
        return None
    parts = [place.shown(facts, each) for each in call.args]
    function = place.shown(facts, call.func)
    match what:
        case ast.Tuple(elts=items) | ast.List(elts=items):
            parts[index] = ", ".join(place.shown(facts, each) for each in items)
        case _:
            parts[index] = f"{'**' if value.type == 'dict' else '*'}{parts[index]}"
    shown = place.shown(facts, what)
    instead = f"{function}({', '.join(parts)})"
    return Diagnosis(Kind.GROUP_GIVEN, (*lacks.values, shown, value.type, instead))


def _fits(call: ast.Call, signature: Signature, value: Value) -> bool:
    names = signature.parameters
    if value.type == "dict":
        return len(call.args) == 1 and _has_names(value, names)
    count = len(call.args) - 1 + (value.length or 0)
    return len(names) - signature.defaults <= count <= len(names)


def _has_names(value: Value, names: tuple[str, ...]) -> bool:
    """All keys are told, and are those of the parameters."""
    match value.details:
        case (int(length), [*pairs]) if length == len(pairs):
            return sorted(str(key[1]) for key, _item in pairs) == sorted(names)
    return False


def _is_taken_as_one(facts: Facts, signature: Signature, index: int) -> bool:
    """What the function does with it says that it wants several values at once, or it cannot be
    seen."""
    found = [
        node
        for node in place.every(facts, ast.AST)
        if isinstance(node, scope.Function) and node.name == signature.name
        if signature.line in (node.lineno, *(each.lineno for each in node.decorator_list))
    ]
    name = signature.parameters[index] if index < len(signature.parameters) else ""
    if is_plural(name):
        return True  # as it is called
    return len(found) != 1 or any(_is_many(node, name) for node in ast.walk(found[0]))


def _is_many(node: ast.AST, name: str) -> bool:
    """It goes through the name, or takes out of it."""
    match node:
        case ast.For(iter=ast.Name(id=found)) | ast.comprehension(iter=ast.Name(id=found)):
            return found == name
        case ast.Subscript(value=ast.Name(id=found)) | ast.Attribute(value=ast.Name(id=found)):
            return found == name
        case ast.Starred(value=ast.Name(id=found)):
            return found == name
        case ast.Call(args=args, keywords=keywords):
            given = [*args, *(each.value for each in keywords)]
            is_given = any(place.is_name(each, name) for each in given)
            return is_given and place.name_called(node) not in _TAKE_ONE
        case ast.Assign(targets=[ast.Tuple() | ast.List()], value=ast.Name(id=found)):
            return found == name
        case ast.Compare(comparators=[ast.Name(id=found)], ops=[ast.In() | ast.NotIn()]):
            return found == name
    return False


# -- what is missing is there, under its name


def there(facts: Facts, call: ast.Call, signature: Signature, lacks: Diagnosis) -> Diagnosis | None:
    """`price(item["net"])`, which needs `discount` as well: there is item["discount"], or a
    variable of that name."""
    if lacks.kind is not Kind.TOO_FEW or signature.keyword_only or not place.is_by_place(call):
        return None
    missing = str(lacks.values[1]).split(", ")
    found = [_called_so(facts, call, signature, each) for each in missing]
    given = [place.in_full(facts, each) for each in call.args]
    parts = [*given, *found]
    instead = f"{place.shown(facts, call.func)}({', '.join(parts)})"
    if not all(found) or set(found) & set(given) or "..." in instead:
        return None
    return Diagnosis(Kind.ARGUMENT_THERE, (*lacks.values, instead))


def _called_so(facts: Facts, call: ast.Call, signature: Signature, name: str) -> str:
    """A part of what the other arguments are parts of, or a variable; '' if there is none."""
    owners = set()
    for each, parameter in zip(call.args, signature.parameters, strict=False):
        match each:
            case ast.Subscript(value=ast.Name() as owner, slice=ast.Constant(value=key)):
                if key == parameter and name in _keys(facts, owner):
                    owners.add(f"{owner.id}[{place.shown(facts, each.slice)[0]}{name}")
            case ast.Attribute(value=ast.Name() as owner, attr=key) if key == parameter:
                if any(objects.sets(cls, name) for cls in _classes(facts, owner)):
                    owners.add(f"{owner.id}.{name}")
    found = [f"{each}{each[each.index('[') + 1]}]" if "[" in each else each for each in owners]
    if len(found) == 1:
        return found[0]
    return name if not found and _is_variable(facts, name) else ""


def _keys(facts: Facts, owner: ast.Name) -> set[str]:
    """Of a dictionary: as far as they were told, or as all of the file's are written that begin
    with the same ones."""
    match place.known(facts, owner):
        case Value("dict", (int(length), [*pairs])):
            told = {str(key[1]) for key, _item in pairs if key[0] == "str"}
        case _:
            return set()
    if len(told) == length:
        return told
    written = [
        {str(each.value) for each in table.keys if isinstance(each, ast.Constant)}
        for table in place.every(facts, ast.Dict)
        if len(table.keys) == length
    ]
    alike = [each for each in written if told <= each]
    return told | set.intersection(*alike) if alike else told


def _classes(facts: Facts, owner: ast.Name) -> list[ast.ClassDef]:
    cls = objects.class_named(facts, place.type_of(facts, owner))
    return [cls] if cls is not None else []


def _is_variable(facts: Facts, name: str) -> bool:
    """It has its value where the call stands, and nothing else is called so."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if tree is None or facts.function != (function.name if function is not None else "<module>"):
        return False
    if function is not None and name in scope.parameters(function):
        return not scope.bindings(function, name)
    stores = scope.plain_stores(origin.ran_before(facts, function or tree), name)
    bound = scope.bound(function or tree, name)
    return bool(stores) and all(isinstance(each, ast.Name) for _line, each in bound)
