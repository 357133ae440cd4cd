"""A value that is missing in a line of a file: where it is to be written if the script makes that
file itself, and what else may be done if a 0 in its place would be divided by. Pure."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from dataclasses import replace

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts

_SIGNS = (",", ";", "\t", "|")
_MOST_SHOWN = 80
_WRITERS = ("write_text", "to_csv", "savetxt")
_LOGARITHMS = ("log", "log2", "log10")
_PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)


# -- a file that the script has made


def is_made_here(facts: Facts, name: str) -> bool:
    """Surely, and by the same run: what is written into it by hand is lost."""
    tree = place.tree_of(facts)
    if tree is None:
        return False
    for each in _ran(facts, tree):
        for node in scope.in_scope(ast.Module([each], [])):
            if isinstance(node, ast.Call):
                if _writes(facts, node, name):
                    return True
                function = scope.plain_function(tree, place.name_called(node))
                body = function.body if function is not None else []
                inner = (e for part in body if _is_plain(part) for e in ast.walk(part))
                if any(isinstance(e, ast.Call) and _writes(facts, e, name) for e in inner):
                    return True
    return False


def _ran(facts: Facts, tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements that ran before the line, whatever was asked."""
    line = facts.line
    if facts.function != "<module>":
        match facts.told.get("loading"), facts.told.get("loading_at"):
            case [[*_, file], [*_, int(at)]] if file == facts.told.get("file"):
                line = at
            case _:
                return
    for each in origin.ran_before(replace(facts, error=replace(facts.error, line=line)), tree):
        if _is_plain(each):
            yield each


def _is_plain(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.With | ast.Expr | ast.Assign) and not any(
        isinstance(each, ast.If | ast.IfExp | ast.Try) for each in ast.walk(statement)
    )


def _writes(facts: Facts, call: ast.Call, name: str) -> bool:
    """With nothing left of what was in it."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    of = [*call.args, *(each.value for each in call.keywords), *([owner] if owner else [])]
    if not any(_names(facts, each, name) for each in of):
        return False
    modes = [each.value for each in of if isinstance(each, ast.Constant)]
    is_anew = any(isinstance(each, str) and each[:1] in ("w", "x") for each in modes)
    called = place.name_called(call)
    return called == "open" and is_anew or called in _WRITERS and "a" not in modes


def _names(facts: Facts, node: ast.expr, name: str) -> bool:
    made = origin.value(facts, node) or node
    return any(
        isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.endswith(name)
        for each in ast.walk(made)
    )


def in_script(facts: Facts, text: str) -> tuple[int, str, str] | None:
    """The only line of the script in which these values stand, or this text: its number, the file,
    the line."""
    lines = (facts.source or "").splitlines()
    rows = [next(csv.reader([text], delimiter=sign), []) for sign in _SIGNS if sign in text]
    found = {
        each.lineno
        for each in place.every(facts, ast.expr)
        if each.lineno == each.end_lineno and _values(each) in rows
    }
    found |= {number for number, line in enumerate(lines, 1) if text in line}
    if len(found) != 1 or facts.file is None:
        return None
    number = found.pop()
    shown = lines[number - 1].strip()
    return (number, facts.file.name, repr(shown)) if len(shown) <= _MOST_SHOWN else None


def _values(node: ast.expr) -> list[str] | None:
    match node:
        case ast.List(elts=values) | ast.Tuple(elts=values) | ast.Dict(values=values):
            texts = [str(each.value) for each in values if isinstance(each, ast.Constant)]
            return texts if len(texts) == len(values) else None
    return None


# -- a 0 that would be divided by


def divided(facts: Facts, what: ast.expr) -> tuple[int, str] | None:
    """The first line that divides by what is called as this value is: the line, and the name."""
    names = set(_words(what))
    match place.statement(facts):
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            names |= set(_words(target))
    for node in place.every(facts, ast.AST):
        for divisor in _divisors(node):
            for each in ast.walk(divisor):
                if found := next((word for word in _words(each) if word in names), ""):
                    return divisor.lineno, found
    return None


def _words(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word):
            yield word
        case ast.Subscript(slice=ast.Constant(value=str(word))):
            yield word


def _divisors(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(op=ast.Div() | ast.FloorDiv() | ast.Mod(), left=left, right=divisor) if (
            not place.is_text(left)
        ):
            yield divisor
        case ast.AugAssign(op=ast.Div() | ast.FloorDiv() | ast.Mod(), value=divisor):
            yield divisor
        case ast.Call(args=[number, *_]) if place.name_called(node) in _LOGARITHMS:
            yield number


def passed_over(facts: Facts, shown: str) -> tuple[int, str] | None:
    """What leaves such a row out: above which line it stands, and what it is."""
    statement = place.statement(facts)
    if not isinstance(statement, _PLAIN) or scope.loop_around(facts) is None:
        return None
    if not place.begins_line(facts, statement):
        return None
    return statement.lineno, f"if not {shown}.strip(): continue"
