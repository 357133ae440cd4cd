"""A key that a dictionary gets only by being counted or filled. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FILLS = {"append": "[]", "extend": "[]", "insert": "[]", "add": "set()", "update": "{}"}


def of_new_key(facts: Facts, node: ast.Subscript, key: str) -> Diagnosis | None:
    """`counts[word] += 1` and `groups[name].append(...)`, of a key that was read from somewhere."""
    table, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    if isinstance(node.slice, ast.Constant) or "..." in table + index:
        return None
    if _is_fixed(facts, node.value) or begun_before(facts, ast.unparse(node.value)):
        return None  # what is looked up may be wrong, and not to be begun
    match place.statement(facts):
        case ast.Assign(value=value) as put if _is_put([put], node) and _is_collected(
            facts, node.value
        ):
            return _counted(facts, node, value, key)
        case ast.If(test=test, body=body, orelse=orelse) if _is_put(
            [*body, *orelse], node
        ) and _is_collected(facts, node.value):
            return _asked(facts, node, test, key)
        case ast.AugAssign(target=target, op=ast.Add(), value=value) if target is node:
            kind = _summed(facts, value)
            given = place.operand(facts, value)
            instead = f"{table}[{index}] = {table}.get({index}, {_BEGINS.get(kind)}) + {given}"
            if kind not in _BEGINS:
                instead = f"if {index} not in {table}: {table}[{index}] = ..."
            elif lines := _counted_too(facts, node):
                values = (table, key, instead, ", ".join(map(str, lines)))
                return Diagnosis(Kind.COUNTED_KEYS, values)
            return Diagnosis(Kind.COUNTED_KEY, (table, key, instead))
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=filled, attr=method)) as call):
            if filled is node and method in _FILLS:
                kind = place.type_of(facts, call.args[0]) if call.args else "dict"
                begin = _FILLS[method]
                if method == "update" and kind != "dict":
                    begin = "set()" if kind in ("set", "list", "str") else "..."
                instead = f"{table}.setdefault({index}, {begin}).{method}(...)"
                return Diagnosis(Kind.KEY_FILLED, (table, key, instead))
    return None


def _counted_too(facts: Facts, node: ast.Subscript) -> list[int]:
    """The other lines of the same function that add to a key, which nothing has asked for."""
    around = scope.function_around(facts) or place.tree_of(facts)
    found = set[int]()
    for each in _unasked(around, ast.unparse(node.value)) if around is not None else ():
        match each:
            case ast.AugAssign(target=ast.Subscript(value=table, slice=key), op=ast.Add()):
                is_same = ast.unparse(table) == ast.unparse(node.value)
                if is_same and not isinstance(key, ast.Constant) and each.lineno != facts.line:
                    found.add(each.lineno)
    return sorted(found)


def _unasked(around: ast.AST, table: str) -> Iterator[ast.AST]:
    """What stands in it, without what a `try`, or an `if` that asks for keys, is around."""
    for child in ast.iter_child_nodes(around):
        if isinstance(child, ast.Try | ast.Lambda | ast.ClassDef | ast.FunctionDef):
            continue
        if isinstance(child, ast.If) and f" in {table}" in ast.unparse(child.test):
            continue
        yield child
        yield from _unasked(child, table)


def _is_fixed(facts: Facts, table: ast.expr) -> bool:
    """It begins with keys that stand there, and no other line adds one that does not."""
    name, begins = ast.unparse(table), False
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Assign(targets=[ast.Subscript(value=owner, slice=key)]):
                is_here = place.covers(node, facts.line)
                if ast.unparse(owner) == name and not is_here and not isinstance(key, ast.Constant):
                    return False
            case ast.Assign(targets=[target], value=ast.Dict(keys=[_, *_])):
                begins = begins or ast.unparse(target) == name
            case ast.Attribute(value=owner, attr="setdefault" | "update"):
                if ast.unparse(owner) == name:
                    return False
    return begins


def _counted(facts: Facts, node: ast.Subscript, value: ast.expr, key: str) -> Diagnosis | None:
    """`counts[word] = counts[word] + 1` and `best[name] = max(best[name], points)`"""
    table, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    match value:
        case ast.Call(func=ast.Name(id="max" | "min" as function), args=[one, two], keywords=[]):
            other = two if one is node else one
            if node not in (one, two) or not isinstance(other, ast.Name | ast.Constant):
                return None
            given = place.shown(facts, other)
            begun = f"{function}({table}.get({index}, {given}), {given})"
            return Diagnosis(Kind.COUNTED_KEY, (table, key, f"{table}[{index}] = {begun}"))
    parts = _joined(value)
    others = [each for each in parts if each is not node]
    if len(others) != len(parts) - 1 or not others:
        return None
    kinds = {_summed(facts, each) for each in others}
    begin = _BEGINS.get(kinds.pop()) if len(kinds) == 1 else None
    if begin is None:
        instead = f"if {index} not in {table}: {table}[{index}] = ..."
    else:
        texts = [
            f"{table}.get({index}, {begin})" if each is node else place.operand(facts, each)
            for each in parts
        ]
        instead = f"{table}[{index}] = {' + '.join(texts)}"
    return Diagnosis(Kind.COUNTED_KEY, (table, key, instead))


def _is_collected(facts: Facts, table: ast.expr) -> bool:
    """Its keys are known, so that a near one was looked for, or it has none at first."""
    is_begun = isinstance(table, ast.Name) and begins_empty(facts, table.id)
    return is_begun or place.known(facts, table) is not None


def _joined(node: ast.expr) -> list[ast.expr]:
    """What + joins, from the left."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [*_joined(left), right]
    return [node]


def _asked(facts: Facts, node: ast.Subscript, test: ast.expr, key: str) -> Diagnosis | None:
    """`if counts[word] > 0: counts[word] += 1`, where nothing and 0 are meant to be the same."""
    table, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    match test:
        case ast.Compare(left=left, ops=[op], comparators=[ast.Constant(value=value) as other]):
            if left is not node:
                return None
            sign = _SIGNS.get(type(op), "")
            begin = ", 0" if type(value) is int else ""
            if not sign or begin == "" and value is not None:
                return None
            instead = f"{table}.get({index}{begin}) {sign} {place.shown(facts, other)}"
        case ast.UnaryOp(op=ast.Not(), operand=operand) if operand is node:
            instead = f"not {table}.get({index})"
        case _ if test is node:
            instead = f"{table}.get({index})"
        case _:
            return None
    return Diagnosis(Kind.KEY_ASKED, (table, key, f"if {instead}:"))


_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
}


def _is_put(statements: list[ast.stmt], node: ast.Subscript) -> bool:
    """In one of them the key gets its first value."""
    written = ast.unparse(node)
    return any(
        isinstance(each, ast.Assign) and [ast.unparse(e) for e in each.targets] == [written]
        for each in statements
    )


_BEGINS = {"int": "0", "float": "0", "bool": "0", "str": '""', "list": "[]", "tuple": "()"}


def _summed(facts: Facts, node: ast.expr) -> str:
    """The type of what is added, also if it is calculated; '' if that is not known."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            kinds = {_summed(facts, left), _summed(facts, right)}
            is_number = kinds <= {"int", "float", "bool"}
            if isinstance(op, ast.Add) and len(kinds) == 1 or is_number:
                return kinds.pop()
            return ""
    return place.type_of(facts, node)


def begins_empty(facts: Facts, name: str) -> bool:
    """Some line makes it an empty dictionary."""
    for node in place.every(facts, ast.AST):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=found)], value=value)
                | ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
            ) if found == name and ast.unparse(value) in ("{}", "dict()"):
                return True
    return False


def begun_before(facts: Facts, name: str) -> bool:
    """All keys are put into it in other statements than the one around the line, and each with
    the same to begin with: `for team in teams: points[team] = 0`."""
    tree, around = place.tree_of(facts), scope.function_around(facts)
    here = [
        each
        for each in (around.body if around is not None else tree.body if tree is not None else [])
        if place.covers(each, facts.line)
    ]
    puts = [
        each
        for each in place.every(facts, ast.AST)
        if _puts_into(each, name) and not place.covers(each, facts.line)
    ]
    own = {id(node) for each in here for node in ast.walk(each)}
    loops = [id(node) for each in place.every(facts, ast.For) for node in ast.walk(each)]
    return bool(puts) and all(
        isinstance(each, ast.Assign)
        and _is_beginning(each.value)
        and id(each) in loops
        and id(each) not in own
        for each in puts
    )


def _puts_into(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Assign(targets=targets):
            return any(
                isinstance(each, ast.Subscript) and ast.unparse(each.value) == name
                for each in targets
            )
        case ast.Call(func=ast.Attribute(value=owner, attr="setdefault" | "update")):
            return ast.unparse(owner) == name
    return False


def _is_beginning(value: ast.expr) -> bool:
    """Nothing that was counted or read."""
    match value:
        case ast.Constant(value=found):
            return not (type(found) is int and found == 1 or found is True)
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Dict(values=items):
            return all(map(_is_beginning, items))
        case ast.Call(func=ast.Name(id="list" | "dict" | "set"), args=[], keywords=[]):
            return True
    return False
