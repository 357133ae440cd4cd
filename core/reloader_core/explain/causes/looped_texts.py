"""All texts that a loop meets under a name, a key or an attribute, where the script writes them
out. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from reloader_core.explain.causes import held
from reloader_core.explain.evidence import place, scope

Loop = tuple[ast.expr, ast.expr]
"""What gets the items, and what is gone through."""
_Key = str | int | ast.Attribute | None


def of(tree: ast.Module, around: ast.AST, loops: Iterable[Loop], node: ast.expr) -> list[str]:
    """All that this is in the rounds of the loop; none if one of them is not known. `around`: the
    function or module that the loop is in."""
    match node:
        case ast.Name(id=record):
            key: _Key = None
        case ast.Subscript(
            value=ast.Name(id=record), slice=ast.Constant(value=str() | int() as at)
        ):
            key = at
        case ast.Attribute(value=ast.Name(id=record)):
            key = node
        case _:
            return []
    for target, items in loops:
        match target:
            case ast.Name(id=each) if each == record:
                return _of_items(tree, around, items, key)
            case ast.Tuple(elts=targets):
                places = [place.is_name(each, record) for each in targets]
                if places.count(True) == 1:
                    return _of_pairs(tree, around, items, places.index(True), key)
    return []


def in_body(around: ast.FunctionDef | ast.Module) -> list[Loop]:
    """The loops that are no part of another."""
    return [
        (each.target, each.iter) for each in scope.in_turn(around.body) if isinstance(each, ast.For)
    ]


def _of_pairs(
    tree: ast.Module, around: ast.AST, items: ast.expr, index: int, key: _Key
) -> list[str]:
    """What the loop gives one of several names: an item that is counted, the value of a dictionary,
    or one part of each item."""
    match items:
        case ast.Call(func=ast.Name(id="enumerate"), args=[inner, *_]) if index == 1:
            return _of_items(tree, around, inner, key)
        case ast.Call(func=ast.Attribute(value=table, attr="items"), args=[]):
            values = ast.Attribute(value=table, attr="values" if index else "keys", ctx=ast.Load())
            part = ast.copy_location(ast.Call(func=values, args=[], keywords=[]), items)
            return _of_items(tree, around, part, key)
    return _of_items(tree, around, items, index) if key is None else []


def _of_items(tree: ast.Module, around: ast.AST, items: ast.expr, key: _Key) -> list[str]:
    if not isinstance(items, ast.List | ast.Tuple):
        if _may_be_gone(tree) or isinstance(key, str | int) and held.is_changed(tree, key):
            return []
    found = [_part(tree, each, key) for each in _items(tree, around, items)]
    texts = [each.value for each in found if isinstance(each, ast.Constant)]
    return [t for t in texts if isinstance(t, str)] if len(texts) == len(found) else []


def _items(tree: ast.Module, around: ast.AST, items: ast.expr) -> list[ast.expr]:
    """What stands in the list, and what is put behind that."""
    match items:
        case ast.Call(func=ast.Attribute(value=table, attr="values" | "keys" as part), args=[]):
            made = _made(tree, around, table)
            if not isinstance(made, ast.Dict) or _is_put_into(tree, table, made):
                return []
            return [e for e in (made.values if part == "values" else made.keys) if e is not None]
    made = _made(tree, around, items)
    if not isinstance(made, ast.List | ast.Tuple):
        return []
    found = list(made.elts)
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(value=owner, attr="append"), args=[item]):
                if ast.unparse(owner) == ast.unparse(items):
                    found += _put(tree, call, item) if _is_sure(tree, call) else [owner]
    return found


def _made(tree: ast.Module, around: ast.AST, items: ast.expr) -> ast.expr | None:
    """The only value that what is gone through has got."""
    match items:
        case ast.Name(id=name):
            return held.value_of(tree, around, name)
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            classes = (each for each in ast.walk(tree) if isinstance(each, ast.ClassDef))
            cls = next((each for each in classes if around in each.body), None)
            return _only_stored(tree, attr, cls)
    return items


def _is_put_into(tree: ast.Module, table: ast.expr, made: ast.Dict) -> bool:
    """Some line puts an entry into the dictionary, or takes one out, by any of its names."""
    given = [each for each in ast.walk(tree) if isinstance(each, ast.Assign)]
    shown = {ast.unparse(target) for e in given if e.value is made for target in e.targets}
    shown.add(ast.unparse(table))
    for each in ast.walk(tree):
        match each:
            case ast.Subscript(value=owner, ctx=ast.Store() | ast.Del()):
                pass
            case ast.Attribute(value=owner, attr="update" | "setdefault" | "pop" | "clear"):
                pass
            case _:
                continue
        if ast.unparse(owner) in shown:
            return True
    return False


def _is_sure(tree: ast.Module, call: ast.Call) -> bool:
    """It belongs to no `if` and the like, and no `return` may end its function before."""
    for each in ast.walk(tree):
        match each:
            case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
                pass
            case ast.If() | ast.Try() | ast.While() | ast.Match() if call in ast.walk(each):
                return False
            case ast.FunctionDef() if call in ast.walk(each):
                returns = (e for e in ast.walk(each) if isinstance(e, ast.Return))
                if any(one.lineno < call.lineno for one in returns):
                    return False
    return True


def _only_stored(tree: ast.Module, attr: str, cls: ast.ClassDef | None) -> ast.expr | None:
    """What the only line makes it that gives an object of this class the attribute."""
    others = _of_others(tree, cls) if cls is not None else set()
    stores = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and each.attr == attr and isinstance(each.ctx, ast.Store)
        if id(each) not in others
    ]
    made = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign) and each.targets in [[one] for one in stores]
    ]
    return made[0] if len(stores) == len(made) == 1 else None


def _of_others(tree: ast.Module, cls: ast.ClassDef) -> set[int]:
    """What other classes, which have nothing to do with this one, do with their own `self`."""
    return {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef) and each is not cls and not each.bases and not cls.bases
        for node in ast.walk(each)
        if isinstance(node, ast.Attribute) and place.is_name(node.value, "self")
    }


def _put(tree: ast.Module, append: ast.Call, item: ast.expr) -> list[ast.expr]:
    """The item itself or, if a method or function is given it, what its calls give it; the name
    alone, of which nothing is known, where it is not sure that it comes to that."""
    home = scope.home_of(tree, append)
    if not isinstance(item, ast.Name) or not isinstance(home, ast.FunctionDef):
        return [item]
    names = [each.arg for each in home.args.args]
    names = names[1:] if names[:1] == ["self"] else names
    if item.id not in names or scope.bindings(home, item.id):
        return [item]
    at = names.index(item.id)
    calls = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and place.name_called(each) == home.name
    ]
    return [
        each.args[at] if _is_sure(tree, each) and at < len(each.args) else item for each in calls
    ]


def _may_be_gone(tree: ast.Module) -> bool:
    """Something is taken out of a list, or put in the place of what is there."""
    for each in ast.walk(tree):
        match each:
            case ast.Attribute(attr="pop" | "remove" | "clear") | ast.Delete():
                return True
            case ast.Subscript(ctx=ast.Store(), slice=index) if not place.is_text(index):
                return True
    return False


def _part(tree: ast.Module, item: ast.expr, key: _Key) -> ast.expr | None:
    if isinstance(item, ast.Name):
        home = scope.home_of(tree, item)
        item = (held.value_of(tree, home, item.id) if home is not None else None) or item
    match item:
        case ast.Dict(keys=keys, values=values) if isinstance(key, str):
            for one, value in zip(keys, values, strict=True):
                if isinstance(one, ast.Constant) and one.value == key:
                    return value
        case ast.Tuple(elts=parts) | ast.List(elts=parts) if isinstance(key, int):
            return parts[key] if -len(parts) <= key < len(parts) else None
        case ast.Call(func=ast.Name(id=title)) if isinstance(key, ast.Attribute):
            return _given_to(tree, title, item, key.attr)
        case ast.Constant() if key is None:
            return item
    return None


def _given_to(tree: ast.Module, title: str, call: ast.Call, attr: str) -> ast.expr | None:
    """What a new object keeps as this attribute, of what its class is given."""
    classes = [e for e in ast.walk(tree) if isinstance(e, ast.ClassDef) and e.name == title]
    if len(classes) != 1 or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    names, name = _fields(classes[0]), attr
    begin = _begin(classes[0])
    stored = _only_stored(tree, attr, classes[0])
    if begin is not None:
        if not isinstance(stored, ast.Name) or scope.bindings(begin, stored.id):
            return None
        names, name = [each.arg for each in begin.args.args][1:], stored.id
    elif stored is not None or not classes[0].decorator_list:
        return None
    if name in names and names.index(name) < len(call.args):
        return call.args[names.index(name)]
    return next((each.value for each in call.keywords if each.arg == name), None)


def _begin(cls: ast.ClassDef) -> ast.FunctionDef | None:
    for each in cls.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return each
    return None


def _fields(cls: ast.ClassDef) -> list[str]:
    """Of a dataclass, in their order."""
    return [
        each.target.id
        for each in cls.body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    ]
