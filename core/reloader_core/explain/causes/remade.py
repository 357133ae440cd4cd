"""A value of another type than the line needs: the line that made it so. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import results, sources
from reloader_core.explain.causes.made import makes_texts
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_EMPTY = {"str": '""', "dict": "{}", "list": "[]", "tuple": "()", "set": "set()"}
_NOTHING = ("''", "{}", "[]", "()", "tuple()", "list()", "dict()", "str()")
_TYPES = {"str": str, "dict": dict, "list": list, "tuple": tuple, "set": set}
_WANTED_BY = {
    "append": "list", "extend": "list", "insert": "list", "items": "dict", "values": "dict",
    "keys": "dict", "add": "set",
}  # fmt: skip


_TAKES = {"insert": 2, "items": 0, "keys": 0, "values": 0}


def earlier(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """In place of what would be mended in the line that failed."""
    match found.kind:
        case Kind.INDEX_TO_NUMBER | Kind.INDEX_IS_TEXT if "float" in found.values[1:3]:
            index = place.only(facts, ast.Subscript)
            return _divided(facts, index.slice) if index is not None else None
        case Kind.INDEX_IS_TEXT if found.values[1:] == ("list", "str"):
            return _table_meant(facts, str(found.values[0]))
        case Kind.RANGE_OF | Kind.RANGE_WHOLE if found.values[1] == "float":
            return _divided(facts, place.shown_as(facts, str(found.values[0])))
        case Kind.ITERATED_NUMBER | Kind.NUMBER_ITEM | Kind.NOT_ITERABLE:
            return _replaced(facts, str(found.values[0]))
        case Kind.NOT_SEVERAL:
            return _replaced(facts, str(found.values[1]))
        case Kind.DICT_PUT:
            return _begun_as(facts, str(found.values[0]), "dict", str(found.values[1]))
        case Kind.OF_OTHER_TYPE:
            what, kind, method, wanted = map(str, found.values)
            begun = _replaced(facts, what, wanted) or _begun_as(facts, what, kind, method)
            return begun or _put_alone(facts, what, kind, method)
        case Kind.NO_OPERATION:
            return _comma(facts)
    return None


# -- by a division


def _divided(facts: Facts, node: ast.expr | None) -> Diagnosis | None:
    """`middle = (low + high) / 2`"""
    value = place.known(facts, node) if node is not None else None
    if node is None or value is None or value.type != "float":
        return None
    tree, made = place.tree_of(facts), sources.only(facts, node, "float")
    if tree is None or made is None or not _is_for_this(tree, made):
        return None
    if any(_is_shown(tree, name) for step in made.steps for _around, name in step.names):
        return None  # its places are wanted there
    match made.node, value.details:
        case ast.BinOp(left=left, op=ast.Div(), right=right), (str(number),):
            if not _is_of_whole(facts, (left, right), float(number)):
                return None
            instead = f"{_plain(facts, left)} // {place.operand(facts, right)}"
            match made.steps[0].statement:
                case ast.Assign(targets=[target]):
                    instead = f"{place.shown(facts, target)} = {instead}"
                case ast.Return():
                    instead = f"return {instead}"
            what = place.shown(facts, node)
            return Diagnosis(Kind.FLOAT_FROM, (what, "float", made.line, instead))
    return None


def _is_of_whole(facts: Facts, sides: tuple[ast.expr, ast.expr], result: float) -> bool:
    """Of whole numbers, as with others // gives no whole number either."""
    nodes = [each for side in sides for each in ast.walk(side)]
    known = [place.type_of(facts, each) for each in nodes if isinstance(each, ast.expr)]
    if "float" in known:
        return False
    match sides[1]:
        case ast.Constant(value=int(divisor)):
            return (result * divisor).is_integer()
    return all(place.type_of(facts, each) == "int" for each in nodes if isinstance(each, ast.Name))


def _is_for_this(tree: ast.Module, made: sources.Source) -> bool:
    """What has the value on its way here is not used for something else, too."""
    names = [name for step in made.steps[:-1] for name in step.names]
    return all(
        len([n for n in ast.walk(tree) if _reads(n, name.removesuffix("()").lstrip("."))]) == 1
        for _around, name in names
    )


def _is_shown(tree: ast.Module, name: str) -> bool:
    """Printed, or put into a text."""
    plain = name.removesuffix("()").lstrip(".")
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="print" | "str" | "round"), args=parts):
                pass
            case ast.FormattedValue(value=value):
                parts = [value]
            case _:
                continue
        if any(_reads(each, plain) for each in parts):
            return True
    return False


def _reads(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Name(id=found, ctx=ast.Load()) | ast.Attribute(attr=found, ctx=ast.Load()):
            return found == name
    return False


def _plain(facts: Facts, node: ast.expr) -> str:
    """A product needs no brackets to be divided."""
    is_product = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div)
    return place.shown(facts, node) if is_product else place.operand(facts, node)


# -- by what stands in its place


def _replaced(facts: Facts, what: str, wanted: str = "") -> Diagnosis | None:
    """A list by its length and the like, or by what is surely of another type, such as what was
    typed: the same name had what is needed here, of the type that is `wanted`."""
    node, tree = place.shown_as(facts, what), place.tree_of(facts)
    value = place.known(facts, node) if node is not None else None
    if value is None or tree is None or not isinstance(node, ast.Name):
        return None
    made = sources.only(facts, node, value.type)
    if made is None or len(made.steps) != 1 or not made.steps[0].names:
        return None
    around, name = made.steps[0].names[0]
    match made.node:
        case ast.Call(
            func=ast.Name(id="len" | "str" | "sum" | "max" | "min" | "sorted"), args=[of]
        ):
            is_of_itself = ast.unparse(of) == name
        case _:
            is_of_itself = False
    before = [
        each
        for each in scope.in_scope(around)
        if isinstance(each, ast.Assign)
        and ast.unparse(each.targets[0]) == name
        and each.value is not made.node
    ]
    if not (is_of_itself or wanted and made.is_sure) or name != what or len(before) != 1:
        return None
    kind = results.type_of(tree, before[0].value)
    if not is_of_itself and kind != wanted:
        return None
    if kind is None and makes_texts(before[0].value):
        kind = "list"
    if kind not in ("list", "dict", "tuple", "set", "str") or before[0].lineno > made.line:
        return None
    return Diagnosis(Kind.REPLACED_BY, (what, before[0].lineno, kind, made.line, value.type))


def _begun_as(facts: Facts, what: str, kind: str, method: str) -> Diagnosis | None:
    """`tasks = ""`, into which something is to be put."""
    wanted = _WANTED_BY.get(method, "")
    given = [
        len(each.args)
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == method
    ]
    if not wanted or wanted == kind or given != [_TAKES.get(method, 1)]:
        return None
    return _begun(facts, what, kind, wanted)


def _table_meant(facts: Facts, what: str) -> Diagnosis | None:
    """`counts = []`, and then counts["apples"] = 3"""
    node = place.only(facts, ast.Subscript)
    if node is None or written.is_number("int", _text(facts, node.slice)):
        return None
    is_put = isinstance(node.ctx, ast.Store)
    return _begun(facts, what, "list", "dict") if is_put else None


def _text(facts: Facts, node: ast.expr) -> str:
    value = place.known(facts, node)
    return value.text or "0" if value is not None else "0"


def _begun(facts: Facts, what: str, kind: str, wanted: str) -> Diagnosis | None:
    node, tree = place.shown_as(facts, what), place.tree_of(facts)
    made = sources.only(facts, node, kind) if node is not None else None
    if made is None or tree is None or len(made.steps) != 1:
        return None
    if ast.unparse(made.node) not in _NOTHING or _is_used_as(tree, what, kind, wanted):
        return None
    match made.steps[0].statement:
        case ast.Assign(targets=[target]):
            instead = f"{place.shown(facts, target)} = {_EMPTY[wanted]}"
            return Diagnosis(Kind.MADE_AS, (what, kind, made.line, instead))
    return None


def _put_alone(facts: Facts, what: str, kind: str, method: str) -> Diagnosis | None:
    """`wins[name] = other` the first time, and then wins[name].append(other)"""
    node, sides = (
        place.shown_as(facts, what, ast.Subscript),
        {"append": ("[", "]"), "add": ("{", "}")},
    )
    if not isinstance(node, ast.Subscript) or method not in sides:
        return None
    table = ast.unparse(node.value)
    given = [
        ast.unparse(each.args[0])
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call) and len(each.args) == 1
        if isinstance(each.func, ast.Attribute) and each.func.value is node
    ]
    stores = [each for each in place.every(facts, ast.stmt) if _puts(each, table)]
    match stores:
        case [ast.Assign(targets=[target], value=value) as put]:
            empty = method == "append" and ast.unparse(value) in ("''", '""')
        case _:
            return None
    if not (empty or given == [ast.unparse(value)]) or not _is_begun_empty(facts, table):
        return None
    first, last = sides[method]
    held = "[]" if empty else f"{first}{place.in_full(facts, value)}{last}"
    instead = f"{place.shown(facts, target)} = {held}"
    values = (what, kind, put.lineno, instead)
    return Diagnosis(Kind.MADE_AS, values) if "..." not in instead else None


def _puts(node: ast.stmt, table: str) -> bool:
    """It gives something in it another value."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return any(
        isinstance(each, ast.Subscript) and ast.unparse(each.value) == table
        for target in targets
        for each in (ast.walk(target) if isinstance(target, ast.AST) else ())
    )


_OPEN = ("update", "setdefault", "fromkeys")


def _is_begun_empty(facts: Facts, table: str) -> bool:
    """Nothing else is put into it: each line that makes it makes an empty one, and no function gets
    it."""
    begins = [
        ast.unparse(each.value)
        for each in place.every(facts, ast.Assign)
        if table in map(ast.unparse, each.targets)
    ]
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(args=args, func=function):
                is_shown = isinstance(function, ast.Name) and function.id in _LOOK
                if not is_shown and table in map(ast.unparse, args):
                    return False
            case ast.Attribute(value=owner, attr=attr) if attr in _OPEN:
                if ast.unparse(owner) == table:
                    return False
    return bool(begins) and all(each in ("{}", "dict()") for each in begins)


_LOOK = ("print", "len", "sorted", "list", "max", "min", "str")


def _is_used_as(tree: ast.Module, what: str, kind: str, wanted: str) -> bool:
    """Another line uses it as what it is."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=owner, attr=attr) if ast.unparse(owner) == what:
                if hasattr(_TYPES[kind], attr) and not hasattr(_TYPES[wanted], attr):
                    return True
            case ast.Subscript(value=owner) if ast.unparse(owner) == what:
                if kind == "dict" or wanted == "set":
                    return True
            case ast.BinOp(left=left, op=ast.Add(), right=right) if kind == "str":
                if what in (ast.unparse(left), ast.unparse(right)):
                    return True
            case ast.Call(func=ast.Attribute(attr="write"), args=[given]) if kind == "str":
                if ast.unparse(given) == what:
                    return True
            case ast.AugAssign(target=target) if ast.unparse(target) == what:
                return True
            case ast.Assign(targets=[target], value=ast.BinOp()) if ast.unparse(target) == what:
                return True
    return False


def _comma(facts: Facts) -> Diagnosis | None:
    """`self.total = 0,`"""
    for node in place.in_statement(facts):
        value = place.known(facts, node) if isinstance(node, ast.Attribute | ast.Name) else None
        if value is None or value.type != "tuple" or not isinstance(node, ast.expr):
            continue
        made = sources.only(facts, node, "tuple")
        match made.node if made is not None else None:
            case ast.Tuple(elts=[one]) as several:
                if (several.lineno, several.col_offset) == (one.lineno, one.col_offset):
                    line = several.end_lineno or several.lineno
                    return Diagnosis(Kind.TUPLE_BY_COMMA, (place.shown(facts, node), line))
    return None
