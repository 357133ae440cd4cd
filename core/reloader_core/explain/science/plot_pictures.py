"""Pictures, sizes, areas and windows of matplotlib's. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def picture(facts: Facts) -> Diagnosis | None:
    """imshow() of what is no picture, and areas of what is no table."""
    if not is_from(facts, "matplotlib", "mpl_toolkits"):
        return None
    if said := re.match(r"Invalid shape (\([\d, ]*\)) for image data$", facts.message):
        return Diagnosis(Kind.IMAGE_SHAPE, (said[1],))
    call = called(facts, "imshow")
    if call is not None and call.args and facts.message.startswith("Image data of dtype <U"):
        what = place.shown(facts, call.args[0])
        if place.type_of(facts, call.args[0]) == "str" and isinstance(call.func, ast.Attribute):
            plt = aliases.of(facts, "matplotlib.pyplot")
            instead = f"{place.shown(facts, call.func)}({plt}.imread({what}))"
            return Diagnosis(Kind.IMAGE_NAME, (what, instead))
    return area(facts)


def area(facts: Facts) -> Diagnosis | None:
    """What is drawn over x and y is a row of values alone."""
    call = called(facts, "contour", "contourf", "plot_surface", "plot_wireframe")
    is_said = re.match(
        r"Input z must be 2D, not \dD$|Argument Z must be 2-dimensional", facts.message
    )
    if call is None or is_said is None or not is_from(facts, "matplotlib", "mpl_toolkits"):
        return None
    return Diagnosis(Kind.PLOT_GRID, (f"{place.shown(facts, call.func)}()",))


def sizes(facts: Facts) -> Diagnosis | None:
    """figure((5, 3)), subplot(2, 2)"""
    if not is_from(facts, "matplotlib"):
        return None
    if re.match(r"subplot\(\) takes 1 or 3 positional arguments but 2 were given", facts.message):
        return Diagnosis(Kind.SUBPLOT_THREE)
    call = called(facts, "figure")
    is_number = re.match(r"int\(\) argument must be .* not 'tuple'", message(facts))
    match call:
        case ast.Call(args=[ast.Tuple() as size], keywords=[]) if is_number:
            instead = f"{place.shown(facts, call.func)}(figsize={place.shown(facts, size)})"
            return Diagnosis(Kind.FIGURE_SIZE, (instead,))
    return None


def of_dictionary(facts: Facts) -> Diagnosis | None:
    """plot({...})"""
    call = called(facts, "plot", "scatter")
    if call is None or len(call.args) != 1 or not is_from(facts, "matplotlib"):
        return None
    value, what = place.known(facts, call.args[0]), place.shown(facts, call.args[0])
    is_one = value is not None and value.type == "dict" and what.isidentifier()
    if not is_one or facts.message != "unhashable type: 'dict'":
        return None
    function = place.shown(facts, call.func)
    instead = f"{function}(list({what}.keys()), list({what}.values()))"
    return Diagnosis(Kind.PLOT_DICT, (what, instead))


def of_function(facts: Facts) -> Diagnosis | None:
    """plot(f): a TypeError, or an error of matplotlib's own type."""
    call = called(facts, "plot")
    is_said = re.match(
        r"Failed to convert value\(s\) to axis units: .*<function "
        r"|float\(\) argument must be a string or a (?:real )?number, not 'function'",
        message(facts),
        re.DOTALL,
    )
    if call is None or is_said is None or not is_from(facts, "matplotlib"):
        return None
    functions = [each for each in call.args if place.type_of(facts, each) == "function"]
    if len(functions) != 1:
        return None
    return Diagnosis(
        Kind.PLOT_FUNCTION,
        (f"{place.shown(facts, call.func)}()", place.shown(facts, functions[0])),
    )


def colour_bar(facts: Facts) -> Diagnosis | None:
    is_said = facts.message.startswith("No mappable was found to use for colorbar creation")
    return Diagnosis(Kind.COLOUR_BAR) if is_said and is_from(facts, "matplotlib") else None


def backend(facts: Facts) -> Diagnosis | None:
    """A window where no screen is."""
    said = re.match(
        r"Cannot load backend ('\w+') which requires the '\w+' interactive framework, as"
        r" 'headless' is currently running$",
        facts.message,
    )
    return Diagnosis(Kind.NO_DISPLAY, (said[1],)) if said and is_from(facts, "matplotlib") else None


def size_of_picture(facts: Facts) -> Diagnosis | None:
    """`plt.subplots(figsize=8)`: a TypeError."""
    calls = [
        (call, each.value)
        for call in place.candidates(facts, ast.Call)
        for each in call.keywords
        if each.arg == "figsize" and place.type_of(facts, each.value) in ("int", "float")
    ]
    is_said = re.match(
        r"object of type '(?:int|float)' has no len\(\)|cannot unpack non-iterable (?:int|float)"
        r"|'(?:int|float)' object is not (?:iterable|subscriptable)",
        facts.message,
    )
    if len(calls) != 1 or is_said is None or not is_from(facts, "matplotlib"):
        return None
    size = place.shown(facts, calls[0][1])
    return Diagnosis(Kind.FIGSIZE_TWO, (f"figsize=({size}, {size})",))
