"""What the text alone tells where nothing was reported but the traceback. Pure."""

from __future__ import annotations

import ast
import builtins
from typing import Any

from reloader_core.explain.evidence import parsing


def completed(told: dict[str, Any], text: str, line: int) -> dict[str, Any]:
    """With where the printed marks point, and Python's own names that are nothing else here;
    without a text if that is not the printed one: KeyError."""
    _since, source = told["printed"]
    lines = text.split("\n")
    found = lines[line - 1] if 0 < line <= len(lines) else ""
    if found.strip() != source:
        raise KeyError(line)
    tree = parsing.parsed(text)
    names = _builtins(tree) if tree is not None else {}
    return {**told, "span": _marked(found, line, told.get("marks")), "names": names}


def _marked(line: str, number: int, marks: object) -> tuple[int, ...]:
    """Line, last line, column, last column; () if there are no marks, or not surely there."""
    match marks:
        case (int(begin), int(end)) if begin >= 0 and line.isascii():
            indented = len(line) - len(line.lstrip())
            return number, number, indented + begin, indented + end
    return ()


def _builtins(tree: ast.Module) -> dict[str, tuple[str, tuple[str, ...]]]:
    """As the agent tells of names."""
    used: set[str] = set()
    bound: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                used.add(name)
            case ast.Name(id=name) | ast.arg(arg=name):
                bound.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                bound.add(name)
            case ast.ClassDef(name=name):
                bound.add(name)
            case ast.alias(name=name, asname=other):
                bound.add(other or name.partition(".")[0])
            case ast.ExceptHandler(name=str(name)):
                bound.add(name)
    if "*" in bound:
        return {}
    plain = {name for name in used - bound if hasattr(builtins, name)}
    return {name: ("builtin", (type(getattr(builtins, name)).__name__,)) for name in plain}
