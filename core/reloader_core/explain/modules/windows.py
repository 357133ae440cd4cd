"""What is asked of a part of a window, or of a turtle, that it does not have or take. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules.library import is_from

_SHOW = {
    "Label": '{}.config(text="...")', "Button": '{}.config(text="...")',
    "Checkbutton": '{}.config(text="...")', "Radiobutton": '{}.config(text="...")',
    "Entry": '{}.insert(0, "...")', "Text": '{}.insert("end", "...")',
}  # fmt: skip
_SETS = ("set", "setText", "set_text", "settext", "setLabel", "set_label", "change_text")
_MOVES = (
    *("forward", "fd", "back", "backward", "bk", "left", "lt", "right", "rt", "goto", "setpos"),
    *("setposition", "setx", "sety", "circle", "setheading", "seth"),
)


def of_widget(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """.set() of a part of tkinter's that has none."""
    if kind not in _SHOW or node.attr not in _SETS or not _is_tkinters(facts, kind):
        return None
    what = place.shown(facts, node.value)
    values = (what, kind, node.attr, _SHOW[kind].format(what))
    return Diagnosis(Kind.TK_NO_SET, values)


def value_of(
    facts: Facts, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]
) -> Diagnosis | None:
    """Calculated with a variable of tkinter's, or what is typed into, and not with its value."""
    for node, kind in zip(pair, kinds, strict=True):
        if kind in _HOLDS_VALUE and _is_tkinters(facts, kind):
            what = place.shown(facts, node)
            return Diagnosis(Kind.TK_VALUE, (what, kind)) if "..." not in what else None
    return None


_HOLDS_VALUE = ("StringVar", "IntVar", "DoubleVar", "BooleanVar", "Entry", "Scale", "Spinbox")


def _is_tkinters(facts: Facts, kind: str) -> bool:
    """The file has tkinter, and no other class of this name."""
    tree, found = place.tree_of(facts), False
    if tree is None or objects.class_named(facts, kind) is not None:
        return False
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = found or any(each.name.partition(".")[0] == "tkinter" for each in names)
            case ast.ImportFrom(module=module, names=names):
                if (module or "").partition(".")[0] == "tkinter":
                    found = True
                elif any(each.name in (kind, "*") for each in names):
                    return False
    return found


def moved_by_text(facts: Facts) -> Diagnosis | None:
    """turtle.forward("100")"""
    call = called(facts, *_MOVES)
    if call is None or not is_from(facts, "turtle.py"):
        return None
    texts = [each for each in call.args if place.type_of(facts, each) == "str"]
    if len(texts) != 1:
        return None
    values = (f"{place.shown(facts, call.func)}()", place.shown(facts, texts[0]))
    return Diagnosis(Kind.TEXT_GIVEN, values)
