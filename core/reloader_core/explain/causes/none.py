"""Where a None came from. Pure but for a look at which files lie beside the script."""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.causes import (
    emptied,
    given_back,
    none_of_class,
    objects,
    sources,
    unlike,
)
from reloader_core.explain.evidence import origin, place, scope
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
_MAKE = frozenset(
    "list dict set tuple str int float bool bytes sorted range len input open sum abs round zip map"
    " enumerate filter reversed repr".split()
)
_NEVER_NONE = (
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr, ast.BinOp, ast.Compare),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda),
)


def result(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """What is None here is a variable, and it is sure which call gave it that."""
    made = made_by(facts, node.id) if isinstance(node, ast.Name) else None
    if (found := in_place(facts, node) or no_return(facts, node)) is not None:
        return found
    return Diagnosis(Kind.NONE_RESULT, (place.shown(facts, node), *made)) if made else None


def both(facts: Facts, operator: str, pair: tuple[ast.expr, ast.expr]) -> Diagnosis:
    """Each side of the operator is None."""
    left, right = (result(facts, each) for each in pair)
    shown = place.shown(facts, pair[0]), place.shown(facts, pair[1])
    if shown[0] == shown[1]:
        return left or Diagnosis(Kind.NONE_OPERAND, (shown[0], operator))
    if left is not None and right is not None and left.kind is right.kind is Kind.NO_RETURN:
        if left.values[1:] == right.values[1:]:  # of one function
            return left
    return Diagnosis(Kind.NONE_BOTH, (*shown, operator))


def in_place(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """The variable got what `.sort()` and the like give back."""
    found = suspect(facts, node.id) if isinstance(node, ast.Name) else None
    if found is None and isinstance(node, ast.Name):
        found = emptied.last_set(facts, node.id)
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=method)) if method in CHANGE:
            return _used_in_place(facts, node, owner, method)
    match found:
        case ast.Assign(value=ast.Call(func=ast.Attribute(value=owner, attr=method)) as call) if (
            method in _IN_PLACE
        ):
            if method in _ARRANGE and (arranged := _arranged(facts, node, found, call)) is not None:
                return arranged
            return by_change(facts, node, found.lineno, method, [owner, *call.args])
    of_itself = _of_itself(facts, node)
    if of_itself is not None or _imports_own(facts):
        return of_itself
    return none_of_class.attribute(facts, node)


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
    others = [e for e in ast.walk(tree) if _sets(e, name) and getattr(e, "lineno", 0) != line]
    begin = [each for each in others if not _gives(each, function)]
    return bool(begin) and all(_is_never_none(e) or _makes(tree, e) for e in begin)


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


def no_return(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """A function of this file made it, and none of its lines gives something back."""
    call = node
    if isinstance(node, ast.Name):
        match suspect(facts, node.id):
            case ast.Assign(value=ast.Call() as found):
                call = found
            case None:
                if (by_sign := none_of_class.operator(facts, node)) is not None:
                    return by_sign
                if (entered := _entered(facts, node.id)) is not None:
                    return entered
                call = _call_for(facts, node.id) or node
    tree = place.tree_of(facts)
    if tree is None or not isinstance(call, ast.Call):
        return None
    match call.func:
        case ast.Name(id=name):
            named = facts.names.get(name)
            if named is not None and named.where == "local" and facts.function != "<module>":
                return None
            within: ast.AST = tree
        case ast.Attribute(value=owner, attr=name):
            value = place.known(facts, owner)
            classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
            fitting = [each for each in classes if value is not None and each.name == value.name]
            if len(fitting) != 1:
                return None
            within = fitting[0]
        case _:
            return None
    made = [each for _line, each in scope.bound(within, name)]
    match made:
        case [ast.FunctionDef(decorator_list=[]) as function] if not _gives_back(function):
            if len(scope.bindings(tree, name)) == (1 if within is tree else 0):
                values = (place.shown(facts, node), name, function.lineno)
                return Diagnosis(Kind.NO_RETURN, values)
        case [ast.FunctionDef(decorator_list=[]) as function]:
            if len(scope.bindings(tree, name)) == (1 if within is tree else 0):
                return (
                    _returned_in_place(facts, node, function)
                    or given_back.ended_first(facts, node, function)
                    or _returned_sometimes(facts, node, function)
                )
    return None


def _returned_in_place(facts: Facts, node: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """`return names.sort()`, and nothing else gives something back."""
    match [each for each in scope.in_scope(function) if isinstance(each, ast.Return | ast.Yield)]:
        case [
            ast.Return(value=ast.Call(func=ast.Attribute(value=owner, attr=method))) as found
        ] if method in ("sort", "reverse", "append", "extend"):
            if isinstance(owner, ast.Name | ast.Attribute) and not is_own_method(facts, method):
                values = (place.shown(facts, node), method, found.lineno, place.shown(facts, owner))
                return Diagnosis(Kind.RETURNED_IN_PLACE, values)
    return None


def _returned_sometimes(facts: Facts, node: ast.AST, function: ast.FunctionDef) -> Diagnosis | None:
    """Its end can be reached without a `return`, and none of those gives None itself."""
    given = [each for each in scope.in_scope(function) if isinstance(each, ast.Return)]
    is_flow = any(isinstance(n, ast.Yield | ast.YieldFrom) for n in scope.in_scope(function))
    if is_flow or not origin.ends(function.body):
        return None
    if (unalike := unlike.nothing(facts, node, function)) is not None:
        return unalike
    asked = {
        id(node)
        for each in scope.in_scope(function)
        if isinstance(each, ast.If)
        for node in ast.walk(each)
    }
    if any(each.value is None or _may_be_none(function, each.value) for each in given):
        return None
    if any(isinstance(each.value, ast.Name) and id(each) not in asked for each in given):
        return None  # as what a loop gives it
    values = (place.shown(facts, node), function.name, function.lineno)
    return Diagnosis(Kind.NO_RETURN_HERE, values)


def _may_be_none(function: ast.FunctionDef, value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=constant):
            return constant is None
        case ast.Name(id=name):
            made = [each for each in scope.in_scope(function) if _sets(each, name)]
            return any(
                isinstance(each, ast.Assign) and _may_be_none(function, each.value)
                for each in made
                if not (isinstance(each, ast.Assign) and isinstance(each.value, ast.Name))
            )
        case ast.Call(func=ast.Name(id=name)):
            return name not in _MAKE
        case ast.Attribute() | ast.Subscript() | ast.Tuple() | ast.UnaryOp():
            return False
    return not isinstance(value, _NEVER_NONE)


def _entered(facts: Facts, name: str) -> Diagnosis | None:
    """`with Watch() as watch`, of a class whose __enter__() gives nothing back."""
    for node in place.every(facts, ast.With):
        for item in node.items if place.covers(node, facts.line) else ():
            match origin.value(facts, item.context_expr) or item.context_expr, item.optional_vars:
                case ast.Call(func=ast.Name(id=title)), ast.Name(id=target) if target == name:
                    cls = objects.class_named(facts, title)
                    if (method := _enter_of(cls) if cls is not None else None) is not None:
                        return Diagnosis(Kind.NO_RETURN, (name, method.name, method.lineno))
    return None


def _enter_of(cls: ast.ClassDef) -> ast.FunctionDef | None:
    """If it gives nothing back."""
    for method in objects.methods(cls):
        if isinstance(method, ast.FunctionDef) and method.name == "__enter__":
            return None if _gives_back(method) or method.decorator_list else method
    return None


def _call_for(facts: Facts, name: str) -> ast.Call | None:
    """The call that made what a parameter was given, if there is only one way to get there."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None or function is None or facts.function != function.name:
        return None
    if sources.is_imported(facts):
        return None  # another file may call it
    names = [each.arg for each in function.args.args]
    used = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == function.name]
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.func in used]
    if name not in names or function not in tree.body or scope.bindings(function, name):
        return None
    if len(used) != 1 or len(calls) != 1 or len(calls[0].args) <= names.index(name):
        return None
    match given := calls[0].args[names.index(name)]:
        case ast.Call():
            return given
        case ast.Name(id=outside) if not scope.is_declared(tree, outside):
            home = scope.home_of(tree, calls[0])
            made = [each for each in scope.in_scope(home or tree) if _sets(each, outside)]
            match made:
                case [ast.Assign(value=ast.Call() as call)] if home is not None:
                    return call if len(scope.bindings(home, outside)) == 1 else None
    return None


def _gives_back(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Yield | ast.YieldFrom)
        or isinstance(node, ast.Return)
        and node.value is not None
        for node in scope.in_scope(function)
    )


def made_by(facts: Facts, name: str) -> tuple[int, str] | None:
    """The line and the call that gave the name its None."""
    match suspect(facts, name):
        case ast.Assign(value=ast.Call() as call) as found:
            return found.lineno, place.shown(facts, call)
    return None


def suspect(facts: Facts, name: str) -> ast.AST | None:
    """The only one of the lines that set the name which can have given it a None."""
    around, tree = scope.of_name(facts, name), place.tree_of(facts)
    if around is None or tree is None or scope.is_declared(tree, name):
        return None
    nodes = [node for node in scope.in_scope(around) if _sets(node, name)]
    if len(nodes) != len(scope.bindings(around, name)):
        return None  # a loop sets it, a `with` or an import
    suspects = [node for node in nodes if not _is_never_none(node) and not _makes(tree, node)]
    return suspects[0] if len(suspects) == 1 else None


def _makes(tree: ast.Module, node: ast.AST) -> bool:
    """With a function of Python's own that never gives back None."""
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id=name))) if name in _MAKE:
            return not scope.bindings(tree, name)
    return False


def _sets(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id=found)]) | ast.AugAssign(target=ast.Name(id=found)):
            return found == name
    return False


def _is_never_none(node: ast.AST) -> bool:
    match node:
        case ast.AugAssign():
            return True
        case ast.Assign(value=ast.Constant(value=value)):
            return value is not None
        case ast.Assign(value=value):
            return isinstance(value, _NEVER_NONE)
    return False
