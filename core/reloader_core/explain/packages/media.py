"""What Pillow and openpyxl say of pictures and workbooks, and zipfile of what is no zip. Pure but
for font(), which looks whether the file is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import (
    by_rows,
    goes_through,
    is_by,
    message,
    raised_in,
    saying,
)
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SAYINGS = (
    saying(Kind.IMAGE_UNKNOWN, "PIL UnidentifiedImageError",
           r"cannot identify image file '(?P<file>[^'\n]{1,80})'$"),
    saying(Kind.IMAGE_BYTES, "PIL UnidentifiedImageError", r"cannot identify image file <"),
    saying(Kind.IMAGE_JPEG, "PIL OSError", r"cannot write mode (?P<mode>RGBA|LA|P|PA) as JPEG"),
    saying(Kind.IMAGE_ENDING, "PIL ValueError,KeyError",
           r"unknown file extension: (?P<text>\.\S+)$"),
    saying(Kind.IMAGE_NO_ENDING, "PIL ValueError,KeyError", r"unknown file extension: ?$"),
    saying(Kind.PASTE_MASK, "PIL ValueError", r"bad transparency mask$"),
    saying(Kind.PIXEL_OUTSIDE, "PIL IndexError", r"image index out of range$"),
    saying(Kind.XLS_OLD, "openpyxl InvalidFileException",
           r"openpyxl does not support the old \.xls file format"),
    saying(Kind.XLSX_ONLY, "openpyxl InvalidFileException",
           r"openpyxl does not support (?P<text>\.\w+) file format, please check"),
    saying(Kind.CELL_ZERO, "openpyxl ValueError",
           r"Row or column values must be at least 1|Row numbers must be between 1 and \d+\. Row"
           r" number supplied was 0"),
    saying(Kind.CELL_NAME, "openpyxl ValueError,CellCoordinatesException",
           r"(?P<text>[\w$]+) is not a valid coordinate or range"),
    saying(Kind.CELL_VALUE, "openpyxl ValueError",
           r"Cannot convert (?P<value>[^\n]{1,60}) to Excel$"),
    saying(Kind.APPEND_ROW, "openpyxl TypeError",
           r"Value must be a list, tuple, range or generator, or a dict\. Supplied value is"
           r" <(?:class|type) '(?:\w+\.)*(?P<type>\w+)'>"),
    saying(Kind.SHEET_TITLE, "openpyxl ValueError",
           r"Invalid character (?P<text>\S) found in sheet title"),
    saying(Kind.CELL_COLOUR, "openpyxl ValueError", r"Colors must be aRGB hex values"),
    saying(Kind.CELL_MERGED, "openpyxl AttributeError",
           r"'MergedCell' object attribute 'value' is read-only"),
    saying(Kind.CELL_STYLE, "openpyxl AttributeError,TypeError",
           r"Style objects are immutable and cannot be changed"),
)  # fmt: skip


said = by_rows(_SAYINGS)


# -- Pillow


def sizes(facts: Facts) -> Diagnosis | None:
    """Two pictures, or one and the place for it."""
    if message(facts) != "images do not match" or not is_by(facts, "PIL", "ValueError"):
        return None
    if (paste := called(facts, "paste")) is not None:
        has_mask = len(paste.args) != 2 or bool(paste.keywords)
        return None if has_mask else Diagnosis(Kind.PASTE_SIZE, (facts.line,))
    two = called(facts, "blend", "composite", "alpha_composite")
    return Diagnosis(Kind.IMAGE_SIZES, (facts.line,)) if two is not None else None


def pixel(facts: Facts) -> Diagnosis | None:
    """`pixels[x, y]`, which is written in C."""
    is_said = message(facts) == "image index out of range"
    return Diagnosis(Kind.PIXEL_OUTSIDE, (facts.line,)) if is_said else None


def font(facts: Facts) -> Diagnosis | None:
    call = called(facts, "truetype")
    is_said = message(facts) == "cannot open resource" and is_by(facts, "PIL", "OSError")
    value = place.known(facts, call.args[0]) if call is not None and call.args else None
    if not is_said or value is None or not value.text or len(value.text) > 60:
        return None
    if not (folder := str(facts.told.get("folder", ""))):
        return None
    try:
        is_there = Path(folder, value.text).exists()
    except (OSError, ValueError):
        return None
    return None if is_there else Diagnosis(Kind.FONT_MISSING, (repr(value.text),))


def colour(facts: Facts) -> Diagnosis | None:
    told = re.fullmatch(r"unknown color specifier: '(.{1,40})'", message(facts))
    is_said = told is not None and is_by(facts, "PIL", "ValueError")
    return Diagnosis(Kind.COLOUR, (f'"{told[1]}"',)) if told is not None and is_said else None


_PAIRS = ("resize", "thumbnail", "set_mode")


def pair(facts: Facts) -> Diagnosis | None:
    """`picture.resize(100, 200)`: two numbers where a pair is taken."""
    is_pils = raised_in(facts) == "PIL" and facts.told.get("type") in ("TypeError", "ValueError")
    is_games = message(facts) in ("size must be two numbers", "size needs to be (number width,"
                                  " number height)")  # fmt: skip
    call = called(facts, *_PAIRS)
    if call is None or len(call.args) < 2 or not (is_pils or is_games and not facts.is_raised):
        return None
    first, second = call.args[:2]
    if not all(place.type_of(facts, each) in ("int", "float") for each in (first, second)):
        return None
    function = place.shown(facts, call.func)
    size = f"({place.shown(facts, first)}, {place.shown(facts, second)})"
    return Diagnosis(Kind.PAIR_NEEDED, (f"{function}()", f"{function}({size})"))


# -- openpyxl


def sheet_missing(facts: Facts) -> Diagnosis | None:
    """`book["Sheet9"]`"""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    told = re.fullmatch(r"Worksheet (.+) does not exist\.", key or "")
    books = {
        place.shown(facts, node.value)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Subscript) and _is_book(facts, node.value)
    }
    if told is None or len(books) != 1 or not is_by(facts, "openpyxl", "KeyError"):
        return None
    return Diagnosis(Kind.SHEET_MISSING, (told[1], books.pop()))


def _is_book(facts: Facts, node: ast.expr) -> bool:
    value = place.known(facts, node)
    return value is not None and value.name == "Workbook"


# -- zip files


def no_zip(facts: Facts) -> Diagnosis | None:
    kind = facts.told.get("other_type")
    is_its = kind in (("zipfile", "BadZipFile"), ("zipfile", "BadZipfile"))
    if not is_its or message(facts) != "File is not a zip file" or facts.is_by_hand:
        return None
    if goes_through(facts, "openpyxl"):
        return Diagnosis(Kind.XLSX_NOT, (facts.line,))
    return None if goes_through(facts, "pandas") else Diagnosis(Kind.ZIP_NOT, (facts.line,))


def not_in_zip(facts: Facts) -> Diagnosis | None:
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    told = re.fullmatch(r"There is no item named '(.+)' in the archive", key or "")
    inner = str(facts.told.get("innermost_file", "")).replace("\\", "/")
    is_its = inner.endswith(("/zipfile.py", "/zipfile/__init__.py")) and not facts.is_innermost
    if told is None or not is_its or facts.told.get("type") != "KeyError":
        return None
    return Diagnosis(Kind.ZIP_NO_FILE, (told[1],)) if not goes_through(facts, "openpyxl") else None
