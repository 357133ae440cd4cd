"""A name that os.listdir() gave, put together with its folder. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts


def with_folder(facts: Facts, where: str, name: str) -> str:
    """What is to be written for the name; where a file is renamed, all of it: the new name needs
    the folder, too, or the file is moved out of it."""
    instead = f"os.path.join({where}, {name})"
    for call in place.in_statement(facts):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="os"), attr="rename" | "replace" | "renames"),
                args=[ast.Name(id=old), new],
                keywords=[],
            ) if old == name and _is_bare(facts, new, where):
                called = place.shown(facts, call.func)
                new_name = place.in_full(facts, new)
                return f"{called}({instead}, os.path.join({where}, {new_name}))"
    return instead


def _is_bare(facts: Facts, new: ast.expr, where: str) -> bool:
    """No folder is in this name yet."""
    value = place.known(facts, new)
    if value is not None and value.text is not None:
        return "/" not in value.text and "\\" not in value.text
    made = origin.value(facts, new) or new
    text = ast.unparse(made)
    return not any(sign in text for sign in ("/", "\\", "join", "Path", "sep", where))
