"""What our own Python reads and an older one, which runs the script, does not. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.evidence import facts, parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken
from reloader_core.model import ScriptError

_WORD = {ast.FunctionDef: "def", ast.AsyncFunctionDef: "async def", ast.ClassDef: "class"}


def newer_syntax(error: ScriptError, text: str) -> Diagnosis | None:
    """It parses here. None: nothing in the line that is refused there is known to be new."""
    tree = parsing.parsed(text)
    if tree is not None and error.line is not None and _quotes_in_format(error, text):
        return Diagnosis(Kind.FORMAT_QUOTES, (error.line,))
    if tree is None or error.line is None:
        return None
    for line, what, version in _new(tree, text.split("\n")):
        if line == error.line:
            return Diagnosis(Kind.NEWER_SYNTAX, (what, version))
    return None


def _quotes_in_format(error: ScriptError, text: str) -> bool:
    """Until 3.11 what stands in the brackets of an f"..." may have no quotes of its own kind."""
    line = "".join(text.split("\n")[(error.line or 0) - 1 : error.line])
    is_nested = re.search(r"\b[fF][rR]?([\"'])(?!\1)[^\"']*\{[^}\"']*\1", line) is not None
    return is_nested and error.type == "SyntaxError"


def backslash(error: ScriptError) -> Diagnosis | None:
    is_said = error.message.startswith("f-string expression part cannot include a backslash")
    return Diagnosis(Kind.FORMAT_BACKSLASH, (error.line,)) if is_said and error.line else None


def parameters(error: ScriptError, broken: Broken) -> Diagnosis | None:
    """`def first[T](items)`, `type Numbers = list[int]`, which our own Python may not read."""
    told = facts.read(error) or {}
    if told.get("version", (3, 0)) >= (3, 12) or error.line != broken.at:
        return None
    code = broken.code(broken.at)
    if found := re.match(r"(\s*(?:async\s+)?(?:def|class)\s+\w+)\[[^\[\]]*\](?=\s*[(:])", code):
        what = f"{found[1].strip()}[...]"
        if broken.is_mended(broken.at, found[1] + code[found.end() :]):
            return Diagnosis(Kind.NEWER_SYNTAX, (what, "3.12"))
    if found := re.match(r"(\s*)type\s+(\w+)(?:\[[^\[\]]*\])?\s*=(?!=)", code):
        if broken.is_mended(broken.at, f"{found[1]}{found[2]} ={code[found.end() :]}"):
            return Diagnosis(Kind.NEWER_SYNTAX, (f"type {found[2]} = ...", "3.12"))
    return None


def _new(tree: ast.Module, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """(line where an older parser stops, what it is, since when)"""
    for node in ast.walk(tree):
        match node:
            case ast.Match():
                yield node.lineno, "match", "3.10"
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if getattr(
                node, "type_params", None
            ):
                yield node.lineno, f"{_WORD[type(node)]} {node.name}[...]", "3.12"
            case ast.stmt() if type(node).__name__ == "TypeAlias":
                name = getattr(node, "name", None)
                shown = name.id if isinstance(name, ast.Name) else "..."
                yield node.lineno, f"type {shown} = ...", "3.12"
            case ast.TryStar():
                for handler in node.handlers:
                    yield handler.lineno, "except*", "3.11"
            case ast.With(items=[_, _, *_]):
                # In 3.8 these brackets hold a tuple, in which no name is given.
                if re.match(r"\s*with\s*\(.*\bas\b", lines[node.lineno - 1]):
                    yield node.lineno, "with (..., ...)", "3.9"
