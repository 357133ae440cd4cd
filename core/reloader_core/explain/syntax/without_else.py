"""An 'if' behind a value, with no 'else': what is to be written, where that can be told of what the
statement does. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import parsing, place
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_OTHER = "reloader_other_value"
_MOST_SHOWN = 100
_Whole = ast.Assign | ast.AugAssign | ast.Return | ast.Expr


def otherwise(broken: Broken) -> Diagnosis | None:
    """`player = "O" if player == "X"`; `print(name) if name`"""
    mistake, code = broken.mistake, broken.code(broken.at)
    if mistake.end_lineno != broken.at or not mistake.end_offset:
        return None
    end = mistake.end_offset - 1
    mended = f"{code[:end]} else {_OTHER}{code[end:]}"
    text = "\n".join([*broken.lines[: broken.at - 1], mended, *broken.lines[broken.at :]])
    tree = parsing.parsed(text)
    statement = _statement(tree, broken.at) if tree is not None else None
    if tree is None or statement is None or not isinstance(statement.value, ast.IfExp):
        return None
    choice = statement.value
    if (
        not place.is_name(choice.orelse, _OTHER)
        or statement.col_offset != len(mended.encode()) - len(mended.lstrip().encode())
        or statement.end_col_offset != len(mended.rstrip().encode())
    ):
        return None
    if (turned := _turned(text, tree, statement, choice)) is not None:
        name, old, new = turned
        instead = mended.strip().replace(_OTHER, old)
        if len(instead) <= _MOST_SHOWN:
            return Diagnosis(Kind.ELSE_TURNS, (broken.at, name, old, new, instead))
    return _alone(broken, text, statement, choice)


def _statement(tree: ast.Module, line: int) -> _Whole | None:
    """The only one in this line."""
    found = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.stmt) and each.lineno <= line == each.end_lineno
    ]
    match [each for each in found if each.lineno == line]:
        case [(ast.Assign() | ast.AugAssign() | ast.Return() | ast.Expr()) as only]:
            return only
    return None


def _turned(
    text: str, tree: ast.Module, statement: _Whole, choice: ast.IfExp
) -> tuple[str, str, str] | None:
    """A name that has one of two values in all of the script, and gets one where it has the other:
    the name, that one and the new one."""
    match statement, choice.test:
        case (
            ast.Assign(targets=[ast.Name() | ast.Attribute() as target]),
            ast.Compare(left=left, ops=[ast.Eq() | ast.Is()], comparators=[right]),
        ):
            name, sides = ast.unparse(target), [ast.unparse(left), ast.unparse(right)]
        case _:
            return None
    if name not in sides or not all(map(_is_plain, (left, right, choice.body))):
        return None
    old, new = (left, right)[1 - sides.index(name)], choice.body
    both = {ast.unparse(old), ast.unparse(new)}
    if len(both) < 2 or name in both or not _is_one_of(tree, statement, target, both):
        return None
    shown = [ast.get_source_segment(text, each) or ast.unparse(each) for each in (old, new)]
    return name, shown[0], shown[1]


def _is_plain(node: ast.expr) -> bool:
    """Worth the same wherever it stands."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return True
    return isinstance(node, ast.Constant | ast.Name | ast.Attribute)


def _is_one_of(
    tree: ast.Module, statement: _Whole, target: ast.Name | ast.Attribute, values: set[str]
) -> bool:
    """All that it gets in other lines, and there is such a line."""
    stored, given = 0, []
    name = target.id if isinstance(target, ast.Name) else target.attr
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[only], value=value) if node is not statement:
                given += [ast.unparse(value)] if place.last_name(only) == name else []
            case ast.Name(ctx=ast.Store() | ast.Del()) | ast.Attribute(ctx=ast.Store()):
                stored += place.last_name(node) == name
            case ast.arg(arg=named) | ast.alias(name=named) if named == name:
                return False
    return bool(given) and stored == len(given) + 1 and set(given) <= values


def _alone(broken: Broken, text: str, statement: _Whole, choice: ast.IfExp) -> Diagnosis | None:
    """Nothing is to be done otherwise: the 'if' comes first."""
    line, indented = broken.code(broken.at), len(broken.code(broken.at).lstrip())
    if isinstance(statement, ast.Assign) and not _has_value(broken, statement, choice):
        return None
    condition, value = (
        ast.get_source_segment(text, each) or "" for each in (choice.test, choice.body)
    )
    assert statement.value is not None
    before = line.encode()[statement.col_offset : statement.value.col_offset].decode()
    if not condition or not value or before.rstrip().endswith("("):
        return None
    instead = f"if {condition}: {before}{value}"
    if len(instead) > _MOST_SHOWN:
        return None
    if not broken.is_mended(broken.at, line[: len(line) - indented] + instead):
        return None
    return Diagnosis(Kind.ELSE_NOTHING, (broken.at, instead))


def _has_value(broken: Broken, statement: ast.Assign, choice: ast.IfExp) -> bool:
    """What is assigned to is asked for in the same line, so it is there before."""
    used = {ast.unparse(each) for part in (choice.test, choice.body) for each in ast.walk(part)}
    return all(ast.unparse(each) in used for each in statement.targets)
