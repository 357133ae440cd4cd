"""Two of one name, and two texts in one: a function of the script's in the place of another or of
Python's, a comma left out between texts, a list's type on the two sides of ==. Pure."""

from __future__ import annotations

import ast
import builtins
import io
import tokenize
from pathlib import Path

from reloader_core.explain.causes import sources
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def own_function(facts: Facts) -> Diagnosis | None:
    """Called with other arguments than it takes: Python's own of that name is meant, or the first
    of two."""
    for call in place.candidates(facts, ast.Call):
        match call.func:
            case ast.Name(id=name) if (found := facts.names.get(name)) is not None:
                signature = found.value.signature
            case _:
                continue
        if found.where == "builtin" or found.value.type != "function" or signature is None:
            continue
        if (twice := _twice(facts, call, signature.line)) is not None:
            return twice
        is_hidden = callable(getattr(builtins, name, None)) and found.where == "global"
        if is_hidden and not _takes_more(call, len(signature.parameters)):
            return None
        if is_hidden:
            values = (f"{name}()", Path(signature.file).name, signature.line)
            return Diagnosis(Kind.OWN_FUNCTION, values)
    return None


def _takes_more(call: ast.Call, most: int) -> bool:
    """The call gives it more than it takes, or what it has no name for."""
    return len(call.args) + len(call.keywords) > most or bool(call.keywords)


def _twice(facts: Facts, call: ast.Call, line: int) -> Diagnosis | None:
    """The first of two functions takes what this call gives."""
    tree = place.tree_of(facts)
    if tree is None or not place.is_by_place(call):
        return None
    name = ast.unparse(call.func)
    match [each for _line, each in scope.bound(tree, name)]:
        case [ast.FunctionDef() as first, ast.FunctionDef() as second]:
            pass
        case _:
            return None
    given = first.args
    needed = len(given.args) - len(given.defaults)
    if second.lineno != line or given.vararg or given.kwonlyargs:
        return None
    if not needed <= len(call.args) <= len(given.args):
        return None
    return Diagnosis(Kind.REDEFINED, (f"{name}()", first.lineno, second.lineno))


def star_hides(facts: Facts, name: str) -> Diagnosis | None:
    """`from os import *` brings an open() of its own."""
    found = facts.names.get(name)
    if found is None or found.where == "builtin" or found.value.type == "function":
        return None
    stars = [
        each
        for each in place.every(facts, ast.ImportFrom)
        if [alias.name for alias in each.names] == ["*"] and each.module in _HIDE.get(name, ())
    ]
    if len(stars) != 1:
        return None
    return Diagnosis(Kind.STAR_HIDES, (f"{name}()", stars[0].lineno, str(stars[0].module)))


_HIDE = {"open": ("os", "codecs", "gzip", "bz2", "lzma", "io", "webbrowser"), "pow": ("math",)}


# -- texts side by side


def comma_between(facts: Facts, node: ast.expr, item: str = "") -> Diagnosis | None:
    """In the list that the name has got, Python has joined two texts. `item`: one of which this is
    the one that was looked for, as it is written."""
    made = origin.value(facts, node)
    if made is None and isinstance(node, ast.Name):
        source = sources.only(facts, node, "list")
        made = source.node if source is not None else None
    if not isinstance(made, ast.List | ast.Tuple):
        return None
    found = []
    for each in made.elts:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            parts = _parts(ast.get_source_segment(facts.source or "", each) or "")
            if item and item not in map(_plain, parts):
                continue
            if len(parts) > 1 and not any(map(_goes_on, parts, parts[1:])):
                found.append((each.lineno, parts[0]))
    return Diagnosis(Kind.COMMA_BETWEEN, found[0]) if len(found) == 1 else None


def _plain(text: str) -> str:
    """As repr() writes it."""
    try:
        return repr(ast.literal_eval(text))
    except (ValueError, SyntaxError):
        return text


def _goes_on(first: str, second: str) -> bool:
    """A long text, in two lines."""
    return first[-2:-1].isspace() or second[1:2].isspace() or "\\n" in first


def _parts(text: str) -> list[str]:
    """The texts that stand side by side."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(f"({text})").readline))
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return []
    return [each.string for each in tokens if each.type == tokenize.STRING]
