"""Names of arguments that plots of matplotlib's do not know. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import plot_parts

_KEYWORD = re.compile(
    r"(\w+)\.set\(\) got an unexpected keyword argument '(\w+)'"
    r"|'(\w+)' object has no property '(\w+)'"
    r"|(Legend)?\.?__init__\(\) got an unexpected keyword argument '(\w+)'"
    r"|FigureCanvas\w+\.print_\w+\(\) got an unexpected keyword argument '(\w+)'"
    r"|(pie|hist|scatter|errorbar|boxplot)\(\) got an unexpected keyword argument '(\w+)'"
)
_ANYWHERE = {"colour": "color", "colours": "colors", "font_size": "fontsize", "lable": "label"}
_OF = {
    "Line2D": {
        "": "color label linewidth linestyle marker markersize alpha zorder lw ls markeredgecolor "
        "markerfacecolor drawstyle",
        "thickness": "linewidth", "width": "linewidth", "style": "linestyle",
        "line_width": "linewidth", "line_style": "linestyle", "transparency": "alpha",
    },
    "Rectangle": {
        "": "color label width align bottom alpha edgecolor facecolor linewidth tick_label yerr "
        "zorder hatch",
    },
    "PathCollection": {
        "": "color label marker alpha s c cmap edgecolors linewidths zorder", "size": "s",
        "sizes": "s", "markersize": "s", "colors": "c",
    },
    "Text": {
        "": "fontsize color rotation size weight style alpha fontweight fontstyle fontfamily "
        "family backgroundcolor horizontalalignment verticalalignment ha va",
        "textsize": "fontsize",
    },
    "Figure": {"": "figsize dpi facecolor edgecolor layout", "size": "figsize",
               "resolution": "dpi"},
    "Legend": {"": "loc title fontsize ncol ncols frameon labels shadow", "location": "loc",
               "position": "loc", "columns": "ncol"},
    "savefig": {"": "dpi format bbox_inches facecolor transparent pad_inches",
                "resolution": "dpi"},
    "pie": {"": "labels explode colors autopct startangle shadow", "label": "labels"},
    "hist": {"": "bins range density label color alpha edgecolor histtype", "bin": "bins"},
}  # fmt: skip
"""By what draws it: names that it knows, and others that are meant by them."""


def keyword(facts: Facts) -> Diagnosis | None:
    """`plot(x, y, colour="red")`"""
    said = _KEYWORD.match(facts.message)
    if said is None or not is_from(facts, "matplotlib", "mpl_toolkits"):
        return None
    name = next(each for each in (said[2], said[4], said[6], said[7], said[9]) if each)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if any(each.arg == name for each in call.keywords)
    ]
    if len(calls) != 1:
        return None
    function = f"{place.shown(facts, calls[0].func)}()"
    kind = said[1] or said[3] or said[5] or said[8] or ""
    if function.endswith("hist()") and kind == "Rectangle":
        kind = "hist"
    if said[7]:
        kind = "savefig"
    if function.endswith("legend()"):
        kind = "Legend"
    if name == "figsize" and (value := _given(calls[0], name)) is not None:
        if (instead := _before(facts, calls[0], value)) is not None:
            return Diagnosis(Kind.FIGSIZE_BEFORE, (function, instead))
        return Diagnosis(Kind.PLOT_KEYWORD, (function, name))
    table = _OF.get(kind, {"": ""})
    near = _ANYWHERE.get(name) or table.get(name) or nearest(name, table[""].split())
    if near and near in table[""].split() or near and name in _ANYWHERE and kind not in _OF:
        return Diagnosis(Kind.PLOT_KEYWORD_NEAR, (function, name, near))
    return Diagnosis(Kind.PLOT_KEYWORD, (function, name))


def _before(facts: Facts, call: ast.Call, size: ast.keyword) -> str | None:
    """The line that makes the picture which the call draws into; None for savefig(), before which
    that line would make an empty one."""
    plt = aliases.of(facts, "matplotlib.pyplot")
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner == plt:
            return f"{plt}.figure({ast.unparse(size)})" if name != "savefig" else None
        case ast.Attribute(value=ast.Name(id=owner)):
            made = plot_parts.subplots_of(facts, owner)
        case _:
            return None
    if made is None or not isinstance(made.value, ast.Call) or place.name_called(call) == "savefig":
        return None
    parts = [ast.unparse(each) for each in (*made.value.args, *made.value.keywords, size)]
    names = place.shown(facts, made.targets[0])
    instead = f"{names} = {place.shown(facts, made.value.func)}({', '.join(parts)})"
    return instead if "..." not in instead and len(instead) <= 100 else None


def _given(call: ast.Call, name: str) -> ast.keyword | None:
    return next((each for each in call.keywords if each.arg == name), None)
