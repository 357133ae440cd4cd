"""What is asked of a part of a window, or of a turtle, that it does not have or take. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

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
    if call is None or not in_file(facts, "turtle.py"):
        return None
    texts = [each for each in call.args if place.type_of(facts, each) == "str"]
    if len(texts) != 1 or written.is_no_number(facts, texts[0]):
        return None
    values = (f"{place.shown(facts, call.func)}()", place.shown(facts, texts[0]))
    return Diagnosis(Kind.TEXT_GIVEN, values)


_PARTS = ("ttk", "messagebox", "filedialog", "simpledialog", "scrolledtext", "colorchooser", "font")
_PARENTS = ("parent", "master", "root", "window", "container")


def part_of_star(facts: Facts, name: str) -> Diagnosis | None:
    """ttk.Button() after `from tkinter import *`"""
    if name not in _PARTS or place.tree_of(facts) is None:
        return None
    if not any(place.is_name(each.value, name) for each in place.every(facts, ast.Attribute)):
        return None  # a font that is handed on is no module
    for node in place.every(facts, ast.ImportFrom):
        if node.module == "tkinter" and [each.name for each in node.names] == ["*"]:
            return Diagnosis(Kind.STAR_LACKS, ("tkinter", name, f"from tkinter import {name}"))
    return None


def window_not_begun(facts: Facts) -> Diagnosis | None:
    """`class App(tk.Tk)` whose __init__() does not call that of Tk."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if facts.function != "__init__" or function is None or cls is None:
        return None
    if not in_file(facts, "tkinter/__init__.py") or len(cls.bases) != 1:
        return None
    base = ast.unparse(cls.bases[0]).rpartition(".")[2]
    if base not in ("Tk", "Frame", "Toplevel", "Canvas", "LabelFrame"):
        return None
    begins = [
        node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "__init__"
    ]
    if any(line < facts.line for line in begins):
        return None
    names = [each.arg for each in function.args.args]
    parent = next((each for each in names[1:] if each in _PARENTS), "")
    given = "" if base == "Tk" or not parent else parent
    first = function.body[0]
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    line = function.body[1].lineno if is_text and len(function.body) > 1 else first.lineno
    return Diagnosis(Kind.WINDOW_NOT_BEGUN, (cls.name, line, f"super().__init__({given})"))


_FOREGROUND = ("Label", "Button", "Entry", "Text", "Checkbutton", "Radiobutton", "Listbox")
_BACKGROUND = ("Frame", "Canvas", "Toplevel", "Tk", "LabelFrame")
_COLOURS = ("color", "colour", "textcolor", "text_color", "fontcolor", "font_color")
_BEHIND = ("background_color", "backgroundcolor", "bgcolor", "bg_color", "back")
_CALLS = ("onclick", "on_click", "click", "action", "onpress", "callback", "function", "cmd")


def option_for(facts: Facts, option: str) -> Diagnosis | None:
    """tk.Label(root, color="blue")"""
    calls = [
        ast.unparse(node.func).rpartition(".")[2]
        for node in place.in_statement(facts)
        if isinstance(node, ast.Call) and option in [each.arg for each in node.keywords]
    ]
    if len(calls) != 1:
        return None
    instead = ""
    if option in _COLOURS and calls[0] in _FOREGROUND:
        instead = "foreground"
    elif option in (*_COLOURS, *_BEHIND) and calls[0] in _BACKGROUND:
        instead = "background"
    elif option in _BEHIND and calls[0] in _FOREGROUND:
        instead = "background"
    elif option in _CALLS and calls[0] in ("Button", "Checkbutton", "Radiobutton"):
        instead = "command"
    return Diagnosis(Kind.TK_OPTION_FOR, (option, instead)) if instead else None


def colour_numbers(facts: Facts) -> Diagnosis | None:
    """pen.color(28, 46, 43)"""
    said = re.fullmatch(
        r"bad color sequence: (\((\d{1,3}), (\d{1,3}), (\d{1,3})\))", facts.error.message
    )
    numbers = [int(each) for each in said.groups()[1:]] if said is not None else []
    if said is None or not 1 < max(numbers) < 256:
        return None
    before = "turtle."
    for node in place.every(facts, ast.Import):
        for each in node.names:
            before = f"{each.asname}." if each.name == "turtle" and each.asname else before
    for star in place.every(facts, ast.ImportFrom):
        if star.module == "turtle" and [each.name for each in star.names] == ["*"]:
            before = ""
    return Diagnosis(Kind.TURTLE_MODE, (said[1], f"{before}colormode(255)"))
