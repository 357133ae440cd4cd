"""Parts of plots of matplotlib's that are taken for each other: the module, a picture, one plot of
it, several; and names of arguments that they do not know. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain import array_places, place
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts
from reloader_core.explain.given import called
from reloader_core.explain.near import nearest
from reloader_core.explain.said_by import is_from

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
        "thickness": "linewidth", "width": "linewidth", "style": "linestyle", "size": "markersize",
        "line_width": "linewidth", "line_style": "linestyle", "transparency": "alpha",
    },
    "Rectangle": {
        "": "color label width align bottom alpha edgecolor facecolor linewidth tick_label yerr "
        "zorder hatch",
        "labels": "label",
    },
    "PathCollection": {
        "": "color label marker alpha s c cmap edgecolors linewidths zorder", "size": "s",
        "sizes": "s", "markersize": "s", "colors": "c",
    },
    "Text": {
        "": "fontsize color rotation size weight style alpha fontweight fontstyle fontfamily "
        "family backgroundcolor horizontalalignment verticalalignment ha va",
        "font": "family", "textsize": "fontsize",
    },
    "Figure": {"": "figsize dpi facecolor edgecolor layout", "size": "figsize",
               "resolution": "dpi"},
    "Legend": {"": "loc title fontsize ncol ncols frameon labels shadow", "location": "loc",
               "position": "loc", "columns": "ncol"},
    "savefig": {"": "dpi format bbox_inches facecolor transparent pad_inches",
                "resolution": "dpi", "size": "dpi"},
    "pie": {"": "labels explode colors autopct startangle shadow", "label": "labels"},
    "hist": {"": "bins range density label color alpha edgecolor histtype", "bin": "bins"},
}  # fmt: skip
"""By what draws it: names that it knows, and others that are meant by them."""
_DRAWS_BARS = ("bar", "barh", "hist")


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
    table = _OF.get(kind, {"": ""})
    near = _ANYWHERE.get(name) or table.get(name) or nearest(name, table[""].split())
    if near and near in table[""].split() or near and name in _ANYWHERE and kind not in _OF:
        return Diagnosis(Kind.PLOT_KEYWORD_NEAR, (function, name, near))
    return Diagnosis(Kind.PLOT_KEYWORD, (function, name))


# -- the module

_OTHERS_GONE = {
    "seaborn": {"factorplot": "catplot", "tsplot": "lineplot"},
    "scipy": {},
}  # fmt: skip


def of_module(facts: Facts) -> Diagnosis | None:
    """`import matplotlib as plt`, and names that seaborn and scipy do not have any more."""
    said = re.match(r"[Mm]odule '([\w.]+)' has no attribute '(\w+)'$", facts.message)
    if said is None:
        return None
    root = said[1].partition(".")[0]
    if root == "matplotlib" and said[1] == root and is_from(facts, "matplotlib"):
        nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == said[2]]
        if len(nodes) == 1 and said[2] in _OF_PYPLOT:
            what = place.shown(facts, nodes[0].value)
            return Diagnosis(Kind.PYPLOT, (what, said[2]))
        return None
    if root == "scipy" and is_from(facts, "scipy"):
        return array_places.not_in_module(facts, root, {})
    if root == "seaborn" and is_from(facts, "C") and said[2] in _OTHERS_GONE[root]:
        return array_places.not_in_module(facts, root, _OTHERS_GONE[root])
    if said[1] == "matplotlib.pyplot" and is_from(facts, "C"):
        return _of_axes(facts, said[2])
    return None


_OF_PYPLOT = (
    "plot", "show", "figure", "subplots", "subplot", "title", "xlabel", "ylabel", "scatter", "bar",
    "barh", "hist", "pie", "legend", "savefig", "imshow", "grid", "xlim", "ylim", "axis",
    "boxplot", "xticks", "yticks", "text", "fill_between", "axhline", "axvline", "close",
    "tight_layout", "errorbar", "contour", "contourf", "annotate", "style",
)  # fmt: skip
_SET = ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "xscale", "yscale")


def _of_axes(facts: Facts, name: str) -> Diagnosis | None:
    """`plt.set_title()`"""
    nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == name]
    if len(nodes) != 1 or not name.startswith("set_") or name[4:] not in _SET:
        return None
    what = place.shown(facts, nodes[0].value)
    return Diagnosis(Kind.PLT_METHOD, (what, f"{what}.{name[4:]}(...)"))


# -- one plot and several

_DRAWS = (
    "plot", "scatter", "bar", "barh", "hist", "pie", "imshow", "set_title", "set_xlabel",
    "set_ylabel", "legend", "grid", "boxplot", "axis", "set_xlim", "set_ylim", "fill_between",
    "errorbar", "text", "annotate", "set_xticks", "set_yticks", "tick_params", "axhline",
)  # fmt: skip
_IN_SPACE = ("plot_surface", "plot_wireframe", "scatter3D", "plot3D", "set_zlabel", "bar3d",
             "contour3D", "plot_trisurf", "set_zlim", "view_init")  # fmt: skip
_OWNER = re.compile(r"'(?:numpy\.)?(\w+)' object has no attribute '(\w+)'$")


def several_plots(facts: Facts) -> Diagnosis | None:
    """`axes.plot()`, of the array or tuple that subplots() has given."""
    said = _OWNER.match(facts.message)
    if said is None or not is_from(facts, "C") or said[2] not in _DRAWS:
        return None
    nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == said[2]]
    if len(nodes) != 1:
        return None
    node = nodes[0]
    what = place.shown(facts, node.value)
    if said[1] == "tuple" and isinstance(node.value, ast.Name):
        made = _made(facts, node.value.id)
        if made is not None and isinstance(made.targets[0], ast.Name):
            instead = f"fig, {what} = {place.shown(facts, made.value)}"
            return Diagnosis(Kind.SUBPLOTS_TWO, (what, instead))
    if said[1] != "ndarray":
        return None
    base = node.value.value if isinstance(node.value, ast.Subscript) else node.value
    if not isinstance(base, ast.Name) or (made := _made(facts, base.id)) is None:
        return None
    if isinstance(node.value, ast.Subscript):
        index = place.shown(facts, node.value.slice)
        instead = f"{base.id}[{index}, 0].{node.attr}(...)"
    else:
        instead = f"{base.id}[{_first_place(made)}].{node.attr}(...)"
    return Diagnosis(Kind.AXES_ARRAY, (what, node.attr, instead))


def _first_place(made: ast.Assign) -> str:
    """Of an array of plots, which has two directions where there are several rows and columns."""
    match made.value, made.targets[0]:
        case _, ast.Tuple(elts=[_, ast.Tuple()]):
            return "0"
        case ast.Call(args=args, keywords=keywords), _:
            given = [*args, *(each.value for each in keywords if each.arg in ("nrows", "ncols"))]
            numbers = [each.value for each in given if isinstance(each, ast.Constant)]
            if len(numbers) == len(given) == 2 and 1 not in numbers:
                return "0, 0"
    return "0"


def _made(facts: Facts, name: str) -> ast.Assign | None:
    """The only line that gives it a value, of subplots()."""
    tree, found = place.tree_of(facts), []
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            names = [each.id for each in ast.walk(node.targets[0]) if isinstance(each, ast.Name)]
            found += [node] if name in names else []
    if len(found) != 1:
        return None
    match found[0].value:
        case ast.Call(func=ast.Attribute(attr="subplots") | ast.Name(id="subplots")):
            return found[0]
    return None


def single_plot(facts: Facts) -> Diagnosis | None:
    """`axes[0]`, where subplots() has made one."""
    if facts.message not in (
        "'Axes' object is not subscriptable", "'AxesSubplot' object is not subscriptable",
    ) or not is_from(facts, "C"):  # fmt: skip
        return None
    nodes = place.candidates(facts, ast.Subscript)
    if len(nodes) != 1 or not isinstance(nodes[0].value, ast.Name):
        return None
    what = nodes[0].value.id
    for node in place.in_statement(facts):
        if isinstance(node, ast.Attribute) and node.value is nodes[0]:
            instead = f"{what}.{node.attr}"
            return Diagnosis(Kind.AXES_SINGLE, (what, f"{instead}(...)"))
    return None


def unpacked(facts: Facts) -> Diagnosis | None:
    """`fig, ax1, ax2 = plt.subplots(1, 2)`"""
    if not re.match(r"not enough values to unpack \(expected \d+, got 2\)", facts.message):
        return None
    match place.statement(facts):
        case ast.Assign(
            targets=[ast.Tuple(elts=[figure, *plots])],
            value=ast.Call(func=ast.Attribute(attr="subplots")) as made,
        ) if is_from(facts, "C") and all(isinstance(each, ast.Name) for each in plots):
            names = ", ".join(place.shown(facts, each) for each in plots)
            call = place.shown(facts, made)
            if _fits(made, len(plots)) and "..." not in call:
                instead = f"{place.shown(facts, figure)}, ({names}) = {call}"
                return Diagnosis(Kind.SUBPLOTS_UNPACKED, (instead,))
    return None


def _fits(made: ast.Call, count: int) -> bool:
    """One row or one column of so many plots."""
    keywords = {each.arg: each.value for each in made.keywords}
    given = [*made.args, *(keywords[name] for name in ("nrows", "ncols") if name in keywords)]
    numbers = [each.value for each in given if isinstance(each, ast.Constant)]
    return len(numbers) == len(given) and [each for each in numbers if each != 1] == [count]


# -- what one plot is told in another way than plt


def method(facts: Facts) -> Diagnosis | None:
    """`ax.xlabel()`, `fig.plot()`"""
    said = _OWNER.match(facts.message)
    if said is None or not is_from(facts, "C"):
        return None
    nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == said[2]]
    what = place.shown(facts, nodes[0].value) if len(nodes) == 1 else "..."
    if "..." in what:
        return None
    match said[1]:
        case "Axes" | "AxesSubplot" if said[2] in _SET:
            return Diagnosis(Kind.AXES_METHOD, (what, said[2], f"{what}.set_{said[2]}(...)"))
        case "Axes" | "AxesSubplot" if said[2] in _IN_SPACE:
            return Diagnosis(Kind.AXES_3D, (what, said[2]))
        case "Figure" if said[2] in _DRAWS and what.isidentifier():
            return Diagnosis(Kind.FIGURE_METHOD, (what, said[2]))
        case "Figure" if said[2] == "title":
            return Diagnosis(Kind.AXES_METHOD, (what, said[2], f"{what}.suptitle(...)"))
    return None


def method_called(facts: Facts) -> Diagnosis | None:
    """`ax.title("...")`, which is the text itself."""
    if facts.message != "'Text' object is not callable" or not is_from(facts, "C"):
        return None
    call = called(facts, "title")
    if call is None or not isinstance(call.func, ast.Attribute):
        return None
    what = place.shown(facts, call.func.value)
    return Diagnosis(Kind.AXES_METHOD, (what, "title", f"{what}.set_title(...)"))


def overwritten(facts: Facts) -> Diagnosis | None:
    """`plt.title = "..."` in a line before."""
    if not re.match(r"'\w+' object is not callable$", facts.message) or not is_from(facts, "C"):
        return None
    tree, found = place.tree_of(facts), []
    for call in place.candidates(facts, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in _OF_PYPLOT:
            for node in ast.walk(tree) if tree is not None else ():
                match node:
                    case ast.Assign(targets=[ast.Attribute() as target], value=value):
                        if ast.unparse(target) == ast.unparse(call.func):
                            found.append((target, value, node.lineno))
    if len(found) != 1 or not isinstance(found[0][0].value, ast.Name):
        return None
    target, value, line = found[0]
    module = facts.names.get(found[0][0].value.id)
    if module is None or module.value.type != "module":
        return None
    instead = f"{ast.unparse(target)}({ast.unparse(value)})"
    return Diagnosis(Kind.FUNCTION_OVERWRITTEN, (ast.unparse(target), line, instead))
