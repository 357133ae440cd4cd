"""What an object lacks because of how its class is written. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Signature, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_BASES = 20
_MANY = 100
SELVES = ("self", "this", "me", "s", "_")
"""What the first parameter of a method is called, which gets the object."""
_TAKEN_FOR_SELF = (*SELVES, "cls", "mcs")


def class_named(facts: Facts, name: str) -> ast.ClassDef | None:
    """The only one of this name in the file."""
    found = [node for node in place.every(facts, ast.ClassDef) if node.name == name]
    return found[0] if len(found) == 1 else None


def methods(cls: ast.ClassDef) -> Iterator[scope.Function]:
    for node in cls.body:
        if isinstance(node, scope.Function):
            yield node


def methods_named(facts: Facts, name: str) -> list[scope.Function]:
    """Of all classes in the file."""
    return [
        method
        for cls in place.every(facts, ast.ClassDef)
        for method in methods(cls)
        if method.name == name
    ]


def function_called(facts: Facts, call: ast.Call) -> ast.FunctionDef | None:
    """A function of the script's, or the only method of its name, without a decorator."""
    match call.func:
        case ast.Name(id=name):
            return scope.plain_function(place.tree_of(facts), name)
        case ast.Attribute(attr=name):
            match methods_named(facts, name):
                case [ast.FunctionDef(decorator_list=[]) as method]:
                    return method
    return None


def others_named(facts: Facts, node: ast.Attribute) -> list[scope.Function]:
    """Methods of this name of which one may be meant: none is in `self.items.push(x)`, the line of
    push() itself, where `items` is what the object keeps its things in."""
    named, function = methods_named(facts, node.attr), scope.function_around(facts)
    match node.value:
        case ast.Attribute(value=ast.Name(id="self")) if named == [function]:
            return []
    return named


def own_methods(facts: Facts, cls: ast.ClassDef, name: str) -> list[scope.Function]:
    """Of this name, those of the classes that it is made of, too."""
    classes = with_bases(facts, cls)
    return [each for own in classes for each in methods(own) if each.name == name]


def sets(cls: ast.ClassDef, name: str) -> dict[str, int]:
    """The methods that give the object this attribute, with the first line in which each does."""
    found: dict[str, int] = {}
    for method in methods(cls):
        first = method.args.args[0].arg if method.args.args else ""
        for node in _with_this(method, first):
            match node:
                case ast.Attribute(value=ast.Name(id=owner), attr=attr, ctx=ast.Store()):
                    if (owner, attr) == (first, name) and not _is_changed(method, node):
                        found.setdefault(method.name, node.lineno)
    return found


def _with_this(scope_: ast.AST, first: str) -> Iterator[ast.AST]:
    """All nodes in which `first` is the method's own, and not that of a function in it."""
    for child in ast.iter_child_nodes(scope_):
        if isinstance(child, scope.Function) and first in scope.parameters(child):
            continue
        yield child
        yield from _with_this(child, first)


def _is_changed(method: scope.Function, node: ast.Attribute) -> bool:
    """By += and the like, which needs a value before."""
    return any(isinstance(each, ast.AugAssign) and each.target is node for each in ast.walk(method))


def _bases(facts: Facts, cls: ast.ClassDef) -> list[ast.ClassDef]:
    """Those in this file, the nearest first."""
    found: list[ast.ClassDef] = []
    left = [cls]
    while left and len(found) < _MOST_BASES:
        for base in left.pop(0).bases:
            known = class_named(facts, base.id) if isinstance(base, ast.Name) else None
            if known is not None and known not in found:
                found.append(known)
                left.append(known)
    return found


def with_bases(facts: Facts, cls: ast.ClassDef) -> list[ast.ClassDef]:
    """The class, and those in this file that it is made of."""
    return [cls, *_bases(facts, cls)]


def may_be_of(facts: Facts, title: str, cls: ast.ClassDef) -> bool:
    """An object of the class of this name has what `cls` has. `title`: '' if it is not known."""
    own = class_named(facts, title) if title else None
    return title in ("", cls.name) or own is not None and cls in _bases(facts, own)


def made(facts: Facts, cls: Value, shown: str) -> str:
    """How an object of this class is made; its name is what is `shown`."""
    found = class_named(facts, str(cls.details[0])) if cls.details else None
    signature = cls.signature
    if found is None and signature is not None and not signature.keyword_only:
        needed = len(signature.parameters) - signature.defaults
        return f"{shown}()" if needed == 0 else f"{shown}(...)"
    all_ = methods(found) if found is not None else iter(())
    begin = [each for each in all_ if each.name == "__init__"]
    if found is not None and not begin and not found.bases:
        return f"{shown}()"
    return f"{shown}()" if begin and taken_by(begin[0])[0] == 0 else f"{shown}(...)"


def taken_by(method: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[int, int]:
    """How many arguments a method needs, and how many it takes, without the object."""
    given = method.args
    names = len(given.posonlyargs) + len(given.args) - 1
    needed = names - len(given.defaults) + sum(each is None for each in given.kw_defaults)
    most = _MANY if given.vararg or given.kwarg else names + len(given.kwonlyargs)
    return max(needed, 0), max(most, 0)


def only_of_objects(facts: Facts, node: ast.Attribute, title: str) -> Diagnosis | None:
    """Asked of the class, what its objects have."""
    cls = class_named(facts, title)
    what = place.shown(facts, node.value)
    if cls is None or not isinstance(node.value, ast.Name | ast.Attribute) or what == "cls":
        return None
    if any(sets(each, node.attr) for each in (cls, *_bases(facts, cls))):
        values = (what, node.attr, made(facts, Value("type", (title,)), what))
        return Diagnosis(Kind.CLASS_ATTRIBUTE, values)
    return None


def only_made(facts: Facts, title: str) -> tuple[str, int] | None:
    """The name of the only object of this class, and the line that makes it."""
    found = [
        (target.id, each.lineno)
        for each in place.every(facts, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
        and isinstance(each.value, ast.Call)
        and place.is_name(each.value.func, title)
    ]
    if len(found) != 1 or found[0][1] >= facts.line:
        return None
    known = facts.names.get(found[0][0])
    return found[0] if known is not None and known.value.type == "object" else None


def of_library(facts: Facts) -> Diagnosis | None:
    """What a class of a module sets in its __init__(), which that of the script's class hides."""
    said = re.fullmatch(r"'(\w+)' object has no attribute '(\w+)'", facts.message)
    cls = class_named(facts, said[1]) if said is not None and not facts.is_innermost else None
    if said is None or cls is None or len(cls.bases) != 1 or _bases(facts, cls):
        return None
    begin = next((each for each in methods(cls) if each.name == "__init__"), None)
    base = ast.unparse(cls.bases[0])
    if begin is None or base == "object" or "__init__" in ast.unparse(begin).partition(":")[2]:
        return None
    return Diagnosis(Kind.SUPER_OF_MODULE, (said[1], said[2], base, begin.lineno))


def lacking(facts: Facts, title: str, name: str) -> Diagnosis | None:
    """Why an object of this class does not have the attribute."""
    cls = class_named(facts, title)
    if cls is None or _is_removed(facts, name):
        return None
    if (misplaced := _misplaced(facts, cls, name)) is not None:
        return misplaced
    own = sets(cls, name)
    begin = next((each for each in methods(cls) if each.name == "__init__"), None)
    lines = scope.bindings(begin, name) if begin is not None else []
    is_private = name.startswith("__") and not name.endswith("__")
    if is_private and own and (facts.function == "<module>" or not _is_in(cls, facts)):
        return Diagnosis(Kind.PRIVATE_NAME, (title, name))
    if begin is not None and lines and begin.args.args and "__init__" not in own:
        return _without_self(begin, name)
    if _sets_from_outside(facts, name):
        return None
    if begin is None and (misspelt := _near_init(own)):
        return Diagnosis(Kind.NEAR_INIT, (title, misspelt)) if not cls.bases else None
    if facts.function in own and len(own) == 1:
        is_later = own[facts.function] > facts.line and _is_in(cls, facts)
        values = (f"self.{name}", own[facts.function])
        return Diagnosis(Kind.USED_BEFORE_SET, values) if is_later else None
    if begin is not None and "__init__" not in own:
        if (base := _not_begun(facts, cls, begin, name)) is not None:
            return _forgotten(facts, cls, base, begin, name)
    if len(own) == 1 and "__init__" not in own:
        return Diagnosis(Kind.SET_IN_METHOD, (title, name, *own))
    return None


def _forgotten(
    facts: Facts, cls: ast.ClassDef, base: ast.ClassDef, begin: scope.Function, name: str
) -> Diagnosis:
    given, missing = _begin(facts, cls, base, begin)
    values = (cls.name, name, base.name, f"super().__init__({given})")
    if missing:
        return Diagnosis(Kind.SUPER_NEEDS, (*values, ", ".join(missing)))
    return Diagnosis(Kind.SUPER_FORGOTTEN, values)


def _begin(
    facts: Facts, cls: ast.ClassDef, base: ast.ClassDef, begin: scope.Function
) -> tuple[str, list[str]]:
    """What the base's __init__() takes, by the names that that of the class has for it, and those
    for which it has none; '...': that cannot be said."""
    begins = [e for each in _bases(facts, cls) for e in methods(each) if e.name == "__init__"]
    own, has = begins[0], scope.parameters(begin)
    is_plain = not (own.args.vararg or own.args.kwarg or own.args.posonlyargs)
    if own not in base.body or len(cls.bases) != 1 or not is_plain:
        return "...", []
    taken = [each.arg for each in own.args.args[1:]]
    needed = taken[: len(taken) - len(own.args.defaults)]
    by_name = zip((each.arg for each in own.args.kwonlyargs), own.args.kw_defaults, strict=True)
    named = [name for name, default in by_name if name in has or default is None]
    missing = [each for each in (*needed, *named) if each not in has]
    given: list[str] = []
    for each in (each for each in taken if each in (*has, *needed)):
        is_by_place = each in needed and not any("=" in before for before in given)
        given.append(each if each in has and is_by_place else f"{each}={_own(each, missing)}")
    return ", ".join((*given, *(f"{each}={_own(each, missing)}" for each in named))), missing


def _own(name: str, missing: list[str]) -> str:
    """The name of a parameter, or what is to be written over."""
    return "..." if name in missing else name


def _near_init(names: Iterable[str]) -> str:
    """`_init_` and `__int__`, which nobody calls."""
    found = [each for each in names if each[:1] == each[-1:] == "_"]
    near = [each for each in found if each.strip("_") == "init" or nearest(each, ["__init__"])]
    return near[0] if len(near) == 1 else ""


def _not_begun(
    facts: Facts, cls: ast.ClassDef, begin: scope.Function, name: str
) -> ast.ClassDef | None:
    """The class that gives it its value in its own __init__(), which `begin` does not call."""
    for base in _bases(facts, cls):
        if "__init__" in sets(base, name) and not _calls_base(begin, base):
            return base
    return None


def _without_self(begin: scope.Function, name: str) -> Diagnosis | None:
    """`name = name` in __init__(), as far as that line alone can keep it."""
    nodes, full = list(scope.in_scope(begin)), f"{begin.args.args[0].arg}.{name}"
    made = [e for e in nodes if isinstance(e, ast.Assign) and place.is_name(e.targets[0], name)]
    if len(made) != 1 or len(scope.bindings(begin, name)) != 1:
        return None
    own = set(map(id, ast.walk(made[0])))
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Attribute()], value=ast.Name(id=found)) if found == name:
                return None  # the object has it under another name
    is_used = any(
        isinstance(each, ast.Name) and each.id == name and id(each) not in own for each in nodes
    )
    instead = f"{full} = {name}" if is_used else full
    return Diagnosis(Kind.SELF_IN_INIT, (name, made[0].lineno, instead))


def _sets_from_outside(facts: Facts, name: str) -> bool:
    """Not only a class gives its own objects such an attribute."""
    tree = place.tree_of(facts)
    nodes = list(ast.walk(tree)) if tree is not None else []
    inside = {
        line
        for cls in nodes
        if isinstance(cls, ast.ClassDef)
        for method in methods(cls)
        for line in range(method.lineno, (method.end_lineno or method.lineno) + 1)
    }
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.ctx, ast.Store)
        and node.lineno not in inside
        for node in nodes
    )


def _misplaced(facts: Facts, cls: ast.ClassDef, name: str) -> Diagnosis | None:
    """Its method is indented too far, and so is in another one, or not far enough."""
    for outer in methods(cls):
        for inner in scope.in_scope(outer):
            if isinstance(inner, scope.Function) and inner.name == name and _takes_self(inner):
                return Diagnosis(Kind.METHOD_INSIDE, (name, inner.lineno, outer.name))
    tree = place.tree_of(facts)
    body = tree.body if tree is not None else []
    for before, node in zip(body, body[1:], strict=False):
        if before is cls and isinstance(node, scope.Function) and node.name == name:
            if _takes_self(node):
                return Diagnosis(Kind.METHOD_OUTSIDE, (name, node.lineno, cls.name))
    return None


def _takes_self(function: scope.Function) -> bool:
    first = [each.arg for each in function.args.args[:1]]
    return first == ["self"] and not function.decorator_list


def takes_self(method: scope.Function) -> bool:
    """By its first parameter, and no @staticmethod or the like stands above it."""
    first = [each.arg for each in method.args.args[:1]]
    return bool(first) and first[0] in SELVES and not method.decorator_list


def _is_in(cls: ast.ClassDef, facts: Facts) -> bool:
    function = scope.function_around(facts)
    return function is not None and function in cls.body


def _is_removed(facts: Facts, name: str) -> bool:
    """Or given in a way that cannot be seen."""
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Attribute(attr=attr, ctx=ast.Del()) if attr == name:
                return True
            case ast.Name(id="setattr" | "delattr") | ast.Attribute(attr="__dict__"):
                return True
    return False


def _calls_base(begin: scope.Function, base: ast.ClassDef) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id in ("super", base.name) for node in ast.walk(begin)
    )


def self_of(facts: Facts, function: scope.Function, name: str) -> str:
    """`self.name`, if it is the object's that is meant; else ''."""
    cls = scope.class_around(facts, function)
    if cls is None or not function.args.args:
        return ""
    first = function.args.args[0].arg
    own = [node for _line, node in scope.bound(cls, name) if isinstance(node, ast.Name)]
    is_held = bool(sets(cls, name) or own)
    return f"{first}.{name}" if is_held and first != name and is_for_object(cls, first) else ""


def is_for_object(cls: ast.ClassDef, parameter: str) -> bool:
    """So the object is called in this class, and not what else a method is given, where `self`
    was forgotten."""
    is_used = any(scope.is_asked(method, parameter) for method in methods(cls))
    return parameter in _TAKEN_FOR_SELF or is_used


def self_taken(facts: Facts, signature: Signature, given: int) -> Diagnosis | None:
    """The first parameter of a method is not meant for the object."""
    first = signature.first
    if not first or first in _TAKEN_FOR_SELF or given != len(signature.parameters) + 1:
        return None
    for node in place.every(facts, ast.AST):
        if isinstance(node, scope.Function) and node.name == signature.name:
            is_first = bool(node.args.args) and node.args.args[0].arg == first
            is_value = not _is_object(facts, node, first) or _asks_self(node)
            if is_first and not node.decorator_list and is_value:
                values = (signature.name, node.lineno, first, f"self, {ast.unparse(node.args)}")
                return Diagnosis(Kind.SELF_TAKEN, values)
    return None


def _asks_self(function: scope.Function) -> bool:
    """Something of `self`, which is none of its names: what stands first is another object."""
    is_own = "self" in scope.parameters(function) or bool(scope.bindings(function, "self"))
    return not is_own and any(
        isinstance(each, ast.Attribute) and place.is_name(each.value, "self")
        for each in scope.in_scope(function)
    )


def _is_object(facts: Facts, function: scope.Function, name: str) -> bool:
    """It is used as one that has what the class gives its objects."""
    used = {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and place.is_name(node.value, name)
    }
    cls = scope.class_around(facts, function)
    if cls is None or cls.bases:
        return scope.is_asked(function, name)
    own = {each for each, _line in scope.names_of(cls)}
    return any(each in own or sets(cls, each) for each in used)
