"""A key that a dictionary gets only by being counted or filled. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FILLS = {"append": "[]", "extend": "[]", "insert": "[]", "add": "set()", "update": "{}"}


def of_new_key(facts: Facts, node: ast.Subscript, key: str) -> Diagnosis | None:
    """`counts[word] += 1` and `groups[name].append(...)`, of a key that was read from somewhere."""
    table, index = place.shown(facts, node.value), place.shown(facts, node.slice)
    if isinstance(node.slice, ast.Constant) or "..." in table + index:
        return None
    match place.statement(facts):
        case ast.AugAssign(target=target, op=ast.Add(), value=value) if target is node:
            kind = _summed(facts, value)
            given = place.operand(facts, value)
            instead = f"{table}[{index}] = {table}.get({index}, {_BEGINS.get(kind)}) + {given}"
            if kind not in _BEGINS:
                instead = f"if {index} not in {table}: {table}[{index}] = ..."
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
