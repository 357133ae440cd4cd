"""What `.sort()` and the like give back, which is None. Pure but for a look at which files lie
beside the script."""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.causes import emptied, none_of_class, objects, suspects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_IN_PLACE = frozenset(
    "pack grid place sort reverse append extend insert remove clear update add discard shuffle"
    " writerow writerows writeheader mainloop".split()
)
"""What gave back None under these names only does something."""
_ARRANGE = ("pack", "grid", "place")
CHANGE = frozenset(
    "sort reverse append extend insert remove clear update add discard shuffle".split()
)


def changed(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """The variable got what `.sort()` and the like give back."""
    found = suspects.suspect(facts, node.id) if isinstance(node, ast.Name) else None
    if found is None and isinstance(node, ast.Name):
        found = emptied.last_set(facts, node.id)
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=method)) if method in CHANGE:
            return _used_in_place(facts, node, owner, method)
        case ast.Call(args=[ast.Name() | ast.Attribute() as what]) if _shuffles(facts, node):
            values = (place.shown(facts, node), "shuffle", place.shown(facts, what))
            return Diagnosis(Kind.IN_PLACE_USED, values)
    match found:
        case ast.Assign(value=ast.Call(func=ast.Attribute(value=owner, attr=method)) as call) if (
            method in _IN_PLACE
        ):
            if method in _ARRANGE and (arranged := _arranged(facts, node, found, call)) is not None:
                return arranged
            return by_change(facts, node, found.lineno, method, [owner, *call.args])
        case ast.Assign(value=ast.Call(args=[items]) as call) if _shuffles(facts, call):
            return _shuffled(facts, node, found.lineno, items)
        case ast.Assign(value=ast.Call(func=ast.Attribute(value=owner, attr="start")) as call):
            if _is_thread(facts, owner):
                return _arranged(facts, node, found, call)
    of_itself = _of_itself(facts, node)
    if of_itself is not None or _imports_own(facts):
        return of_itself
    return none_of_class.attribute(facts, node)


def _shuffles(facts: Facts, call: ast.Call) -> bool:
    """`from random import shuffle`, and nothing else has this name."""
    tree = place.tree_of(facts)
    if tree is None or not place.is_name(call.func, "shuffle"):
        return False
    match [each for _line, each in scope.bound(tree, "shuffle")]:
        case [ast.ImportFrom(module="random", names=names)]:
            return any(each.name == "shuffle" and not each.asname for each in names)
    return False


def _shuffled(facts: Facts, node: ast.AST, line: int, what: ast.expr) -> Diagnosis:
    name, given = place.shown(facts, node), place.shown(facts, what)
    if isinstance(what, ast.Name | ast.Attribute):
        return Diagnosis(Kind.NONE_IN_PLACE_OF, (name, "shuffle", line, given))
    values = (name, "shuffle", line, f"{name} = {given}", f"shuffle({name})")
    return Diagnosis(Kind.NONE_IN_PLACE, values)


def _is_thread(facts: Facts, node: ast.expr) -> bool:
    """One of Python's own, made in this place."""
    match node:
        case ast.Call() as call if place.name_called(call) in ("Thread", "Timer", "Process"):
            return objects.class_named(facts, place.name_called(call)) is None
    return False


def _arranged(facts: Facts, node: ast.AST, found: ast.AST, call: ast.Call) -> Diagnosis | None:
    """`entry = tk.Entry(window).grid(row=0)`: nothing of it is lost in the two lines."""
    if not isinstance(call.func, ast.Attribute) or is_own_method(facts, call.func.attr):
        return None
    name, method = place.shown(facts, node), call.func.attr
    widget = place.in_full(facts, call.func.value)
    alone = f"{name}.{method}{_brackets(facts, call)}"
    if "..." in widget + alone:
        return None
    line = getattr(found, "lineno", 0)
    return Diagnosis(Kind.NONE_IN_PLACE, (name, method, line, f"{name} = {widget}", alone))


def _brackets(facts: Facts, call: ast.Call) -> str:
    """What stands in the brackets of a call, with them."""
    given = [place.in_full(facts, each) for each in (*call.args, *call.keywords)]
    return f"({', '.join(given)})"


def _of_itself(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """`items = items.append(item)`, of self.items or a parameter, which has been done before."""
    match place.statement(facts):
        case ast.Assign(
            targets=[ast.Attribute() | ast.Name() as target],
            value=ast.Call(func=ast.Attribute(value=owner, attr=method)) as call,
        ) if method in CHANGE and owner is node:
            if isinstance(target, ast.Name) and not _had_something(facts, target.id):
                return None
            if ast.unparse(target) == ast.unparse(owner):
                return by_change(facts, node, target.lineno, method, [owner, *call.args])
    return None


def _had_something(facts: Facts, name: str) -> bool:
    """Before the line that failed ran for the first time, so that this has made the None."""
    function, tree = scope.function_around(facts), place.tree_of(facts)
    if tree is None:
        return False
    if function is None or name not in scope.parameters(function):
        return _begins_with_something(tree, name, facts.line)
    for each in ast.walk(tree):
        match each:
            case ast.Assign(
                targets=[ast.Name(id=kept)], value=ast.Call(func=ast.Name(id=called)) as call
            ) if called == function.name:
                given = dict(zip((e.arg for e in function.args.args), call.args, strict=False))
                if name in given and place.is_name(given[name], kept):
                    return _begins_with_something(tree, kept, each.lineno, function.name)
    return False


def _begins_with_something(tree: ast.Module, name: str, line: int, function: str = "") -> bool:
    """All other lines that set the name give it what is no None, or what the function gives."""
    others = [
        e for e in ast.walk(tree) if suspects.sets(e, name) and getattr(e, "lineno", 0) != line
    ]
    begin = [each for each in others if not _gives(each, function)]
    return bool(begin) and all(suspects.is_never_none(e) or suspects.makes(tree, e) for e in begin)


def _gives(node: ast.AST, function: str) -> bool:
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id=called))):
            return called == function
    return False


def by_change(
    facts: Facts, node: ast.AST, line: int, method: str, parts: list[ast.expr]
) -> Diagnosis | None:
    """By a method of a list, or by random.shuffle()."""
    if is_own_method(facts, method):
        return None
    name = place.shown(facts, node)
    is_shuffled = method == "shuffle" and len(parts) == 2
    changed = parts[1] if is_shuffled else parts[0]
    if method in CHANGE and isinstance(changed, ast.Name | ast.Attribute):
        values = (name, method, line, place.shown(facts, changed))
        return Diagnosis(Kind.NONE_IN_PLACE_OF, values)
    arguments = "..." if len(parts) > 1 else ""
    alone = f"{place.shown(facts, parts[0])}.shuffle({name})"
    alone = alone if is_shuffled else f"{name}.{method}({arguments})"
    first = f"{name} = {place.shown(facts, changed)}"
    return Diagnosis(Kind.NONE_IN_PLACE, (name, method, line, first, alone))


def _used_in_place(facts: Facts, call: ast.Call, owner: ast.expr, method: str) -> Diagnosis | None:
    """`for name in names.sort()`, and `names.append(one).append(other)`."""
    value = place.known(facts, owner)
    is_shuffle = method == "shuffle" and value is not None and value.details[:1] == ("random",)
    if is_shuffle and len(call.args) == 1:
        owner = call.args[0]
    elif value is None or value.type not in ("list", "dict", "set"):
        return None
    if not isinstance(owner, ast.Name | ast.Attribute):
        return None  # what has no name cannot be used below
    values = (place.shown(facts, call), method, place.shown(facts, owner))
    return Diagnosis(Kind.IN_PLACE_USED, values)


def is_own_method(facts: Facts, name: str) -> bool:
    """Some class of the script's may have one of this name, which does who knows what."""
    return _imports_own(facts) or any(
        method.name == name
        for cls in place.every(facts, ast.ClassDef)
        for method in objects.methods(cls)
    )


def _imports_own(facts: Facts) -> bool:
    """Other files of the script's."""
    folder, asked = facts.told.get("script_folder", ""), set[str]()
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names):
                asked |= {each.name.partition(".")[0] for each in names}
            case ast.ImportFrom(module=module):
                asked.add((module or "").partition(".")[0])
    asked -= place.standard_modules()
    try:
        return any(
            not each or Path(folder, f"{each}.py").exists() or Path(folder, each).is_dir()
            for each in asked
        )
    except (OSError, ValueError):
        return True
