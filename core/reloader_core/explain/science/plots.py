"""What matplotlib and seaborn say of plots. Pure; see said_by.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, Value, literal
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import before, is_from, meaning, message, saying
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import (
    array_uses,
    columns,
    lengths,
    plot_keywords,
    plot_parts,
    plot_pictures,
)

_SHAPE = r"(\([\d, ]*\))"
_ANY = "matplotlib,mpl_toolkits"
_VALUE = (
    saying(
        Kind.PLOT_LENGTHS,
        _ANY,
        rf"x and y must have same first dimension, but have shapes {_SHAPE} and {_SHAPE}",
    ),
    saying(
        Kind.PLOT_PARTS,
        _ANY,
        rf"shape mismatch: objects cannot be broadcast to a single shape\.  Mismatch is between"
        rf" '(\w+)' with shape {_SHAPE} and '(\w+)' with shape {_SHAPE}",
    ),
    saying(
        Kind.COLOURS_COUNT,
        _ANY,
        r"'c' argument has (\d+) elements, which is inconsistent with 'x' and 'y' with size (\d+)",
    ),
    saying(Kind.MARKER, _ANY, r"Unrecognized marker style ('.{1,40}')"),
    saying(Kind.PIE_PARTS, _ANY, r"'(labels?|explode)' must be of length 'x', not (\d+)"),
    saying(Kind.PIE_NEGATIVE, _ANY, r"Wedge sizes 'x' must be non[ -]negative values"),
    saying(Kind.ALPHA, _ANY, r"alpha \((-?[\d.]{1,20})\) is outside 0-1 range"),
    saying(Kind.SAVE_FORMAT, _ANY, r"Format '(\w+)' is not supported \(supported formats: "),
    saying(
        Kind.SUBPLOT_NUMBER,
        _ANY,
        r"num must be (?:an integer with )?1 <= num <= (\d+), not (-?\d+)",
    ),
)
_STRANGE_FORMAT = re.compile(
    r"('.{1,40}') is not a valid format string \(|Unrecognized character . in format string"
)
_TICKS = re.compile(
    r"The number of FixedLocator locations \((\d+)\), usually from a call to set_ticks, does not"
    r" match the number of (?:tick)?labels \((\d+)\)"
)
_BOXES = re.compile(r"The number of labels \((\d+)\) must match the number of columns \((\d+)\)")
_SIZES = re.compile(r"'(\w+)' has size (\d+), but '(\w+)' has an unequal size of (\d+)")


def said_value(facts: Facts) -> Diagnosis | None:
    if not is_from(facts, "matplotlib", "mpl_toolkits"):
        return None
    if (said := _TICKS.match(facts.message)) is not None:
        return Diagnosis(Kind.LABELS_COUNT, (int(said[2]), int(said[1])))
    if (said := _BOXES.match(facts.message)) is not None:
        return Diagnosis(Kind.LABELS_COUNT, (int(said[1]), int(said[2])))
    if (said := _SIZES.match(facts.message)) is not None:
        return _sizes(facts, said)
    if _STRANGE_FORMAT.match(facts.message):
        return _format_string(facts)
    return meaning(facts, _VALUE) or _scattered(facts) or _nothing(facts)


def _sizes(facts: Facts, said: re.Match[str]) -> Diagnosis | None:
    """Of fill_between(), whose parameters have these names."""
    if called(facts, "fill_between", "fill_betweenx") is None:
        return None
    return Diagnosis(Kind.XY_LENGTHS, (said[1], int(said[2]), said[3], int(said[4])))


def _format_string(facts: Facts) -> Diagnosis | None:
    said, call = _STRANGE_FORMAT.match(facts.message), called(facts, "plot")
    if said is None:
        return None
    texts = [
        each
        for each in (call.args if call is not None else [])
        if place.type_of(facts, each) == "str"
    ]
    text = said[1] or (place.shown(facts, texts[0]) if len(texts) == 1 else "")
    return Diagnosis(Kind.FORMAT_STRING, (text,)) if text else None


def _scattered(facts: Facts) -> Diagnosis | None:
    if facts.message != "x and y must be the same size":
        return None
    call = called(facts, "scatter")
    return array_uses.unequal(facts, call) if call is not None and len(call.args) > 1 else None


def _nothing(facts: Facts) -> Diagnosis | None:
    call = called(facts, "plot", "fill", "semilogx", "semilogy", "loglog", "step")
    if call is None or facts.message != "x, y, and format string must not be None":
        return None
    return Diagnosis(Kind.PLOT_NONE, (f"{place.shown(facts, call.func)}()",))


# -- names of colours, styles and choices

_CHOICE = re.compile(
    r"(None|'.{1,40}?'|-?\d+) is not a valid value for (\w+)(?:"
    r"; supported values are \[?(.{1,200})"
    r"|\. Supported values are (.{1,200})"
    r"|\. Did you mean: ('.{1,40}?')\?"
    r"|\. Did you mean one of: (.{1,200}?)\?"
    r"|\.?$"
    r")"
)
_OLD_LOCATION = re.compile(r"Unrecognized location ('.{1,40}?')\. Valid locations are")
_COLOUR = re.compile(
    r"(.{1,60}?) is not a valid (?:value for \w*color|color value)"
    r"|Invalid RGBA argument: (.{1,60})$"
    r"|'c' argument must be a color, a sequence of colors, or a sequence of numbers, not (.{1,60})$"
)
_ONE_OF_SEVERAL = "'facecolor' or 'color' argument must be a valid color or sequence of colors."
_STYLE = re.compile(
    r"('.{1,60}') (?:is not a valid package style, path of style file|not found in the style lib)"
)
_STYLES = (
    "bmh", "classic", "dark_background", "fast", "fivethirtyeight", "ggplot", "grayscale",
    "tableau-colorblind10", "Solarize_Light2", *(
        f"seaborn-v0_8{rest}"
        for rest in ("", "-bright", "-colorblind", "-dark", "-darkgrid", "-deep", "-muted",
                     "-notebook", "-paper", "-pastel", "-poster", "-talk", "-ticks", "-white",
                     "-whitegrid")
    ),
)  # fmt: skip
_COLOURS = (
    "red", "green", "blue", "black", "white", "yellow", "orange", "purple", "pink", "brown",
    "gray", "grey", "cyan", "magenta", "olive", "navy", "teal", "gold", "silver", "maroon",
    "violet", "indigo", "turquoise", "salmon", "crimson", "lime", "beige", "coral", "lightblue",
    "lightgreen", "darkblue", "darkgreen", "darkred", "skyblue", "steelblue", "tomato", "khaki",
)  # fmt: skip
_LOCATIONS = {"top": "upper", "bottom": "lower", "middle": "center", "centre": "center"}


def choice(facts: Facts) -> Diagnosis | None:
    """One of some texts is expected: of legends, lines, scales, backends."""
    if not is_from(facts, "matplotlib", "mpl_toolkits"):
        return None
    if (old := _OLD_LOCATION.match(facts.message)) is not None:
        return _location(old[1])
    said = _CHOICE.match(facts.message)
    if said is None:
        return None
    text, name = said[1], said[2]
    if name in ("ls", "linestyle"):
        return Diagnosis(Kind.LINE_STYLE, (text,))
    if name == "loc":
        return _location(text)
    if "color" in name and name != "color_scale":
        return None
    if name == "scale":
        return Diagnosis(Kind.NO_SUCH_CHOICE, (text, "'linear', 'log', 'symlog', 'logit'"))
    if said[5] is not None or said[6] is not None:
        return Diagnosis(Kind.CHOICE_NEAR, (text, said[5] or said[6]))
    choices = said[3] or said[4]
    return Diagnosis(Kind.NO_SUCH_CHOICE, (text, _shortened(choices))) if choices else None


def _shortened(choices: str) -> str:
    """Not cut within one of them."""
    names = choices.split(", ")
    whole = names if choices.endswith(("'", "]")) and len(choices) < 160 else names[:-1][:12]
    listed = ", ".join(each.strip("[]") for each in whole)
    return listed if len(whole) == len(names) else f"{listed} ..."


def _location(text: str) -> Diagnosis:
    """ "top right" is "upper right"."""
    found = re.findall("top|bottom|upper|lower|left|right|cent(?:er|re)|middle|best", text.lower())
    words = [_LOCATIONS.get(each, each) for each in found]
    near = " ".join(sorted(dict.fromkeys(words), key=lambda each: each in ("left", "right")))
    if re.fullmatch(r"(?:upper|lower|center) (?:left|right|center)|best|center", near):
        return Diagnosis(Kind.CHOICE_NEAR, (text, repr(near)))
    places = "'best', 'upper left', 'upper center', 'upper right', 'center', 'lower left' ..."
    return Diagnosis(Kind.NO_SUCH_CHOICE, (text, places))


def colour(facts: Facts) -> Diagnosis | None:
    said = _COLOUR.match(facts.message)
    if facts.message == _ONE_OF_SEVERAL or said is not None and said[3]:
        inner = [_COLOUR.match(each) for each in before(facts, "ValueError")]
        said = next((each for each in inner if each is not None), said)
    if said is None or not is_from(facts, "matplotlib"):
        return None
    text = said[1] or said[2] or said[3]
    if re.fullmatch(r"'[^']{1,40}'", text):
        near = nearest(text[1:-1], _COLOURS)
        if re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", text[1:-1]):
            near = f"#{text[1:-1]}"
        shown = f'"{text[1:-1]}"'
        if near:
            return Diagnosis(Kind.COLOUR_NEAR, (shown, f'"{near}"'))
        return Diagnosis(Kind.COLOUR, (shown,))
    parts = re.fullmatch(r"[(\[](\d+), (\d+), (\d+)[)\]]", text)
    if parts is not None and 1 < max(map(int, parts.groups())) < 256:
        instead = ", ".join(f"{each}/255" for each in parts.groups())
        return Diagnosis(Kind.COLOUR_PARTS, (text, f"({instead})"))
    return None


def style(facts: Facts) -> Diagnosis | None:
    said = _STYLE.match(facts.message)
    if said is None or not is_from(facts, "matplotlib"):
        return None
    name = said[1][1:-1]
    renamed = name.replace("seaborn", "seaborn-v0_8")
    near = renamed if renamed in _STYLES else nearest(name, _STYLES)
    if near and near != name:
        return Diagnosis(Kind.STYLE_NEAR, (said[1], repr(near)))
    return Diagnosis(Kind.STYLE, (said[1],))


# -- seaborn

_NO_NAME = re.compile(
    r"Could not interpret (?:value|input) [`'](.{1,60}?)[`'](?: for (?:parameter )?[`'](\w+)[`'])?"
)
_SEABORN = re.compile(
    r"(style|context) must be (?:one of|in) (.{1,120})$"
    r"|Invalid `kind`: ('.{1,40}?')\. Options are (.{1,160})$"
)


def data_column(facts: Facts) -> Diagnosis | None:
    """The name of a column that seaborn does not find in data=."""
    said = _NO_NAME.match(facts.message)
    if said is None or not is_from(facts, "seaborn"):
        return None
    key = repr(said[1])
    if "`data` was not passed" in facts.message:
        return Diagnosis(Kind.DATA_MISSING, (key,))
    tables = _data_given(facts, key)
    if len(tables) == 1 and columns.is_table(facts, tables[0]):
        return columns.not_in(facts, tables[0], key)
    return Diagnosis(Kind.DATA_COLUMN, (key,)) if tables else None


def data_key(facts: Facts) -> Diagnosis | None:
    """The same, where pandas has to say it: a KeyError."""
    match facts.arguments:
        case (Value("str", (str(text), int())),):
            listed = re.fullmatch(r"\[('.{1,60}')\] not in index", text)
            key = listed[1] if listed is not None else repr(text)
        case _:
            return None
    through = [str(each).replace("\\", "/") for each in facts.told.get("through", ())]
    if not through or "/seaborn/" not in through[0] or not is_from(facts, "pandas"):
        return None
    tables = _data_given(facts, key)
    if len(tables) == 1 and columns.is_table(facts, tables[0]):
        return columns.not_in(facts, tables[0], key)
    return None


def _data_given(facts: Facts, key: str) -> list[ast.Name]:
    """data= of the call in whose brackets the name of the column stands."""
    found = []
    for call in place.candidates(facts, ast.Call):
        given = [*call.args, *(each.value for each in call.keywords if each.arg != "data")]
        told = [place.known(facts, each) for each in given]
        if not any(each is not None and literal(each) == key for each in told):
            continue
        data = [each.value for each in call.keywords if each.arg == "data"] or call.args[:1]
        found += [each for each in data if isinstance(each, ast.Name)]
    return found


def seaborn_choice(facts: Facts) -> Diagnosis | None:
    said = _SEABORN.match(facts.message)
    if said is None or not is_from(facts, "seaborn"):
        return None
    if said[3]:
        return Diagnosis(Kind.NO_SUCH_CHOICE, (said[3], said[4].rstrip(".")))
    call = called(facts, "set_style", "set_theme", "set_context", "set", "axes_style")
    for given in [*call.args, *(each.value for each in call.keywords)] if call is not None else ():
        value = place.known(facts, given)
        if value is not None and value.text and value.text not in said[2].split(", "):
            near = nearest(value.text, said[2].split(", "))
            if near:
                return Diagnosis(Kind.CHOICE_NEAR, (repr(value.text), repr(near)))
            return Diagnosis(Kind.NO_SUCH_CHOICE, (repr(value.text), said[2]))
    return None


def text_in_picture(facts: Facts) -> Diagnosis | None:
    """heatmap() of a table with text."""
    said = re.match(r"could not convert string to float: ('.{0,40}')$", message(facts))
    if said is None or not is_from(facts, "seaborn"):
        return None
    return Diagnosis(Kind.TEXT_AMONG_NUMBERS, (said[1],))


RULES = {
    "ValueError": (
        lengths.of_plot,
        said_value,
        choice,
        colour,
        data_column,
        seaborn_choice,
        text_in_picture,
        plot_pictures.backend,
        plot_parts.unpacked,
        plot_pictures.area,
    ),
    "KeyError": (choice, data_key),
    "OSError": (style,),
    "AttributeError": (
        plot_keywords.keyword,
        plot_parts.of_module,
        plot_parts.several_plots,
        plot_parts.method,
    ),
    "TypeError": (
        plot_keywords.keyword,
        plot_parts.single_plot,
        plot_parts.overwritten,
        plot_parts.method_called,
        plot_pictures.picture,
        plot_pictures.sizes,
        plot_pictures.size_of_picture,
        plot_pictures.of_dictionary,
        plot_pictures.of_function,
    ),
    "RuntimeError": (plot_pictures.colour_bar,),
    "ImportError": (plot_pictures.backend,),
}
"""For whatever has happened: they look themselves who has raised it."""
