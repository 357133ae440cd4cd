"""A statement that parses and may not stand where it is. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import escaped, outside
from reloader_core.model import ScriptError


def misplaced(error: ScriptError, text: str) -> Diagnosis | None:
    """It parses, and Python says that a statement may not stand where it is."""
    tree = parsing.parsed(text)
    if tree is None or not error.line:
        return None
    late = re.match(
        r"name '(\w+)' is (?:used|assigned to) (?:prior to|before) (global)", error.message
    )
    if late is not None:
        is_inside = any(
            isinstance(node, outside.FUNCTIONS)
            and node.lineno < error.line <= (node.end_lineno or 0)
            for node in ast.walk(tree)
        )
        kind = Kind.GLOBAL_LATE if is_inside else Kind.GLOBAL_OUTSIDE
        return Diagnosis(kind, (late[1], error.line))
    alone = re.match(r"no binding for nonlocal '(\w+)' found", error.message)
    if alone is not None:
        return Diagnosis(Kind.NONLOCAL_NOTHING, (alone[1], error.line))
    waits = re.match(r"'(await|async for|async with)' outside (?:async )?function", error.message)
    if waits is not None:
        return Diagnosis(Kind.AWAIT_OUTSIDE, (waits[1], error.line))
    for word, kinds, around, kind in outside.PLACES:
        for node in outside.outside(tree, around):
            if isinstance(node, kinds) and node.lineno == error.line and word in error.message:
                if back := escaped.back(text, tree, node, word):
                    return back
                if isinstance(node, ast.Return) and (shown := _shown(tree, node)):
                    return Diagnosis(Kind.RETURN_WITHOUT_DEF, (error.line, shown))
                if isinstance(node, ast.Return) and (ends := _ends_script(tree, node)):
                    return Diagnosis(ends, (error.line,))
                is_alone = around is outside.LOOPS and not _has_loop_above(tree, error.line)
                return Diagnosis(Kind.NO_LOOP if is_alone else kind, (word, error.line))
    return None


def _shown(tree: ast.Module, left: ast.Return) -> str:
    """How the value is shown by a script that has no function and ends with this line; '' for
    another one."""
    own = (*outside.FUNCTIONS, ast.ClassDef)
    if tree.body[-1] is not left or any(isinstance(node, own) for node in ast.walk(tree)):
        return ""
    if left.value is None or isinstance(left.value, ast.Constant):
        return ""
    return f"print({ast.unparse(left.value)})"


def _ends_script(tree: ast.Module, left: ast.Return) -> Kind | None:
    """A `return` in a block of the script's own that no function stands right above: it is meant
    to end the script, or the loop around it."""
    if left.value is not None and ast.unparse(left.value) not in ("None", "0", "1", "-1"):
        return None  # it answers what a function is asked
    for above, each in zip([None, *tree.body], tree.body, strict=False):
        if left.lineno in range(each.lineno, (each.end_lineno or 0) + 1):
            is_block = isinstance(each, ast.If | ast.Try | ast.With | ast.For | ast.While)
            if isinstance(above, ast.FunctionDef | ast.ClassDef) or not is_block:
                return None
            is_in_loop = any(
                isinstance(loop, outside.LOOPS) and left in ast.walk(loop)
                for loop in ast.walk(each)
            )
            return Kind.RETURN_IN_LOOP if is_in_loop else Kind.RETURN_ENDS_SCRIPT
    return None


def _has_loop_above(tree: ast.Module, line: int) -> bool:
    return any(isinstance(node, outside.LOOPS) and node.lineno < line for node in ast.walk(tree))
