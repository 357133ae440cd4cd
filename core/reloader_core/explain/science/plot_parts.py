"""Parts of plots of matplotlib's that are taken for each other: the module, a picture, one plot of
it, several. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import array_places

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


_OF_FIGURE = ("savefig", "suptitle", "tight_layout", "colorbar", "subplots_adjust", "add_subplot",
              "autofmt_xdate", "show")  # fmt: skip


def several_plots(facts: Facts) -> Diagnosis | None:
    """`axes.plot()`, of the array or tuple that subplots() has given."""
    said = _OWNER.match(facts.message)
    if said is None or not is_from(facts, "C") or said[2] not in (*_DRAWS, *_OF_FIGURE):
        return None
    nodes = [each for each in place.candidates(facts, ast.Attribute) if each.attr == said[2]]
    if len(nodes) != 1:
        return None
    node = nodes[0]
    what = place.shown(facts, node.value)
    if said[1] == "tuple" and isinstance(node.value, ast.Name):
        made = subplots_of(facts, node.value.id)
        if made is not None and isinstance(made.targets[0], ast.Name):
            figure = "picture" if what == "fig" else "fig"
            names = f"{what}, ax" if said[2] in _OF_FIGURE else f"{figure}, {what}"
            instead = f"{names} = {place.shown(facts, made.value)}"
            return Diagnosis(Kind.SUBPLOTS_TWO, (what, instead))
    if said[1] != "ndarray":
        return None
    base = node.value.value if isinstance(node.value, ast.Subscript) else node.value
    if not isinstance(base, ast.Name):
        return None
    if (made := subplots_of(facts, base.id)) is None:
        return _looped(facts, base.id) or _row_named(facts, base)
    if isinstance(node.value, ast.Subscript):
        if _is_only_counted(facts, base.id) and made.end_lineno:
            instead = f"{base.id} = {base.id}.flatten()"
            return Diagnosis(Kind.AXES_FLATTEN, (what, made.end_lineno, instead))
        index = place.shown(facts, node.value.slice)
        is_fixed = isinstance(node.value.slice, ast.Constant)
        chosen = f"[{index}, 0]" if is_fixed else f".flat[{index}]"
        instead = f"{base.id}{chosen}.{node.attr}(...)"
    else:
        first = _first_place(facts, made)
        if not first:
            return None
        instead = f"{base.id}[{first}].{node.attr}(...)"
    return Diagnosis(Kind.AXES_ARRAY, (what, instead))


def _is_only_counted(facts: Facts, name: str) -> bool:
    """Wherever the array of plots is used, one number or name stands in brackets behind it."""
    tree = place.tree_of(facts)
    nodes = list(ast.walk(tree)) if tree is not None else []
    used = [
        node
        for node in nodes
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]
    counted = [
        node.value
        for node in nodes
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Tuple | ast.Slice)
    ]
    return all(any(each is owner for owner in counted) for each in used)


def _looped(facts: Facts, item: str) -> Diagnosis | None:
    """`for ax in axes`, of rows of plots."""
    loop = origin.loop_over(facts, item)
    match loop:
        case ast.For(iter=ast.Name(id=plots)):
            made = subplots_of(facts, plots)
            if made is not None and _first_place(facts, made) == "0, 0":
                instead = f"for {item} in {plots}.flat:"
                return Diagnosis(Kind.AXES_LOOPED, (item, plots, instead))
    return None


def _row_named(facts: Facts, what: ast.Name) -> Diagnosis | None:
    """`ax = axes[i]`, which is a row of plots."""
    row = origin.assigned(facts, what)
    match row:
        case ast.Assign(value=ast.Subscript(value=ast.Name(id=plots), slice=index) as value):
            made = subplots_of(facts, plots)
            if made is None or _first_place(facts, made) != "0, 0":
                return None
            if isinstance(index, ast.Tuple | ast.Slice):
                return None
            if _is_only_counted(facts, plots):
                instead = f"{plots} = {plots}.flatten()"
                values = (place.shown(facts, value), made.end_lineno or made.lineno, instead)
                return Diagnosis(Kind.AXES_FLATTEN, values)
            one = "0" if isinstance(index, ast.Constant) else place.shown(facts, index)
            chosen = f"[{place.shown(facts, index)}, 0]" if one == "0" else f".flat[{one}]"
            return Diagnosis(Kind.AXES_ARRAY, (what.id, f"{what.id} = {plots}{chosen}"))
    return None


def _first_place(facts: Facts, made: ast.Assign) -> str:
    """Of an array of plots, which has two directions where there are several rows and columns; ''
    if that is not known."""
    assert isinstance(made.value, ast.Call)
    size = _size(facts, made.value)
    if size is None:
        return ""
    is_grid = 1 not in size or any(each.arg == "squeeze" for each in made.value.keywords)
    is_row = isinstance(made.targets[0], ast.Tuple) and isinstance(
        made.targets[0].elts[-1], ast.Tuple
    )
    return "0, 0" if is_grid and not is_row else "0"


def _size(facts: Facts, call: ast.Call) -> tuple[int, int] | None:
    """Rows and columns of what subplots() makes; None if that is not known."""
    keywords = {each.arg: each.value for each in call.keywords}
    rows = call.args[0] if call.args else keywords.get("nrows", ast.Constant(1))
    columns = call.args[1] if len(call.args) > 1 else keywords.get("ncols", ast.Constant(1))
    first, second = place.whole_number(facts, rows), place.whole_number(facts, columns)
    if first is None or second is None or None in keywords:
        return None
    return first, second


def subplots_of(facts: Facts, name: str) -> ast.Assign | None:
    """The only line that gives it a value, of subplots()."""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Assign(
                targets=[target],
                value=ast.Call(func=ast.Attribute(attr="subplots") | ast.Name(id="subplots")),
            ):
                names = [each.id for each in ast.walk(target) if isinstance(each, ast.Name)]
                if name in names:
                    return node
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
    if not _is_only_first(facts, what):
        value = place.known(facts, nodes[0].value)
        return Diagnosis(Kind.NO_ITEMS, (what, value.name)) if value is not None else None
    for node in place.in_statement(facts):
        if isinstance(node, ast.Attribute) and node.value is nodes[0]:
            instead = f"{what}.{node.attr}"
            return Diagnosis(Kind.AXES_SINGLE, (what, f"{instead}(...)"))
    return None


def _is_only_first(facts: Facts, name: str) -> bool:
    """No other place is asked of it: else there are to be several plots."""
    asked = [
        part
        for node in place.every(facts, ast.Subscript)
        if place.is_name(node.value, name)
        for part in (node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice])
    ]
    return all(isinstance(each, ast.Constant) and each.value == 0 for each in asked)


def unpacked(facts: Facts) -> Diagnosis | None:
    """`fig, ax1, ax2 = plt.subplots(1, 2)`, and `fig, (a, b, c, d) = plt.subplots(2, 2)`"""
    if not re.match(r"(?:not enough|too many) values to unpack \(expected \d+", facts.message):
        return None
    match place.statement(facts):
        case ast.Assign(
            targets=[ast.Tuple(elts=[figure, *targets])],
            value=ast.Call(func=ast.Attribute(attr="subplots")) as made,
        ) if is_from(facts, "C"):
            plots = targets
            if len(targets) == 1 and isinstance(targets[0], ast.Tuple):
                plots = targets[0].elts
            is_inside = plots is not targets
            if is_inside and (counted := _counted(facts, made, plots)) is not None:
                return counted
            names = _by_rows(facts, made, plots)
            call = place.shown(facts, made)
            instead = f"{place.shown(facts, figure)}, {names} = {call}"
            is_said = names and "..." not in call
            return Diagnosis(Kind.SUBPLOTS_UNPACKED, (instead,)) if is_said else None
    return None


def _counted(facts: Facts, made: ast.Call, plots: list[ast.expr]) -> Diagnosis | None:
    """`fig, (left, right) = plt.subplots(1, 3)`"""
    size = _size(facts, made)
    if size is None or 1 not in size or len(plots) < 2 or size[0] * size[1] == len(plots):
        return None
    is_plain = not any(each.arg == "squeeze" for each in made.keywords)
    if not is_plain or any(isinstance(each, ast.Starred) for each in plots) or size == (1, 1):
        return None
    return Diagnosis(Kind.SUBPLOTS_COUNT, (size[0] * size[1], len(plots)))


def _by_rows(facts: Facts, made: ast.Call, plots: list[ast.expr]) -> str:
    """The names in brackets, as the plots are given; '' if their number is another one."""
    size = _size(facts, made)
    if size is None or not all(isinstance(each, ast.Name) for each in plots) or len(plots) < 2:
        return ""
    names = [place.shown(facts, each) for each in plots]
    rows, count = size
    if rows * count != len(names) or any(each.arg == "squeeze" for each in made.keywords):
        return ""
    if 1 in size:
        return f"({', '.join(names)})"
    starts = range(0, len(names), count)
    lines = [f"({', '.join(names[first : first + count])})" for first in starts]
    return f"({', '.join(lines)})"


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
    found = []
    for call in place.candidates(facts, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in _OF_PYPLOT:
            for node in place.every(facts, ast.Assign):
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
