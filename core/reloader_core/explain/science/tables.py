"""What pandas says of tables and columns. Pure; see said_by.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import (
    begins_in,
    by_rows,
    is_from,
    meaning,
    message,
    saying,
)
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import (
    column_names,
    columns,
    groups_and_levels,
    keywords,
    lengths,
    lost_columns,
    merging,
    row_names,
    several,
    table_given,
    table_times,
    table_uses,
    table_values,
)

_VALUE = (
    saying(Kind.MERGE_TYPES, "pandas", r"You are trying to merge on (\S+) and (\S+) columns"),
    saying(
        Kind.JOIN_OVERLAP, "pandas", r"columns overlap but no suffix specified: Index\(\[([^\]]+)"
    ),
    saying(
        Kind.VALUES_FOR_ROWS,
        "pandas",
        r"Length of values \((\d+)\) does not match length of index \((\d+)\)",
    ),
    saying(Kind.COLUMN_NAMES, "pandas", r"(\d+) columns passed, passed data had (\d+) columns"),
    saying(
        Kind.TABLE_SHAPE,
        "pandas",
        r"Shape of passed values is (\(\d+, \d+\)), indices imply (\(\d+, \d+\))",
    ),
    saying(
        Kind.DUPLICATE_LABELS,
        "pandas",
        r"(?:cannot reindex on an axis with duplicate labels|cannot reindex from a duplicate axis)",
    ),
    saying(
        Kind.COMPARE_LABELS,
        "pandas",
        r"Can only compare identically-labeled (?:\(both index and columns\) )?"
        r"(?:Series|DataFrame) objects",
    ),
    saying(Kind.MASK_LENGTH, "pandas", r"Item wrong length (\d+) instead of (\d+)"),
    saying(Kind.CUT_LABELS, "pandas", r"Bin labels must be one fewer than the number of bin edges"),
    saying(
        Kind.TABLE_DATE,
        "pandas",
        r"time data (\"?.{1,40}?\"?) (?:doesn't|does not) match format ([\"'].{1,40}?[\"'])",
    ),
    saying(Kind.PIVOT_TWICE, "pandas", r"Index contains duplicate entries, cannot reshape"),
    saying(Kind.QUERY_EQUALS, "pandas", r"cannot assign without a target object"),
    saying(Kind.EXCEL_NAME, "pandas", r"No engine for filetype: ''"),
)
_INDEX = (
    saying(Kind.MASK_LENGTH, "pandas", r"Boolean index has wrong length: (\d+) instead of (\d+)"),
)
_PANDAS_SAYS = {
    ("pandas.errors", "MergeError"): (
        saying(Kind.MERGE_NOTHING, "pandas", r"No common columns to perform merge on"),
    ),
    ("pandas.errors", "ParserError"): (
        saying(
            Kind.CSV_HEADING,
            "pandas",
            r"(?:Error tokenizing data\. C error: )?Expected 1 fields in line (\d+), saw (\d+)",
        ),
        saying(
            Kind.CSV_FIELDS,
            "pandas",
            r"(?:Error tokenizing data\. C error: )?Expected (\d+) fields in line (\d+), saw (\d+)",
        ),
    ),
    ("pandas.errors", "EmptyDataError"): (
        saying(Kind.CSV_EMPTY, "pandas", r"No columns to parse from file"),
    ),
    ("pandas.errors", "UndefinedVariableError"): (
        saying(Kind.QUERY_NAME, "pandas", r"name '(\w+)' is not defined"),
    ),
    ("pandas._libs.tslibs.parsing", "DateParseError"): (
        saying(
            Kind.NO_DATE,
            "pandas",
            r"(?:month|day|year|hour|minute|second)s? (?:must be in|is out of) [^:]+: (.{1,40}?)"
            r"(?:, at position \d+)?$",
        ),
        saying(
            Kind.NO_DATE,
            "pandas",
            r"Unknown datetime string format, unable to parse: (.{1,40}?)(?:, at position \d+)?$",
        ),
    ),
}
_TYPE = (
    saying(
        Kind.MERGE_OF,
        "pandas",
        r"Can only merge Series or DataFrame objects, a <class '([\w.]+)'> was passed",
    ),
    saying(
        Kind.JOIN_OF_OTHER,
        "pandas",
        r"cannot concatenate object of type '<class '([\w.]+)'>'; only",
    ),
    saying(
        Kind.DATES_AS_INDEX,
        "pandas",
        r"Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of"
        r" '(\w+)'",
    ),
    saying(
        Kind.DATE_PLUS_NUMBER,
        "pandas",
        r"Addition/subtraction of integers and integer-arrays with \w+ is no longer supported",
    ),
    saying(Kind.DTYPE_NAME, "pandas,C", r"data type ('\w{1,40}') not understood$"),
    saying(Kind.PLOT_NO_NUMBERS, "pandas", r"no numeric data to plot$"),
)


_said_value = by_rows(_VALUE)
_said_index = by_rows(_INDEX)
_said_type = by_rows(_TYPE)


def other_type(facts: Facts, module: str, name: str) -> Diagnosis | None:
    """An error of pandas' own type."""
    if (module, name) == ("pandas.errors", "IntCastingNaNError"):
        return _missing_values(facts)
    if (found := groups_and_levels.other_type(facts, name)) is not None:
        return found
    if (module, name) == ("pandas.errors", "EmptyDataError") and _reads_a_rest(facts):
        return None
    if (module, name) == ("pandas.errors", "UndefinedVariableError"):
        if (near := table_given.query_near(facts)) is not None:
            return near
    return meaning(facts, _PANDAS_SAYS.get((module, name), ()))


def _reads_a_rest(facts: Facts) -> bool:
    """Some lines are passed over, or it is no name of a file but an open one, which may have been
    read to its end."""
    call = called(facts, "read_csv")
    if call is None or not call.args or "skiprows" in [each.arg for each in call.keywords]:
        return True
    value = place.known(facts, call.args[0])
    return value is not None and value.name not in ("str", "PosixPath", "WindowsPath")


def _missing_values(facts: Facts) -> Diagnosis | None:
    """`column.astype(int)` with NaN in it."""
    call = called(facts, "astype")
    if call is None or not isinstance(call.func, ast.Attribute) or not is_from(facts, "pandas"):
        return None
    what = place.shown(facts, call.func.value)
    is_said = message(facts).startswith("Cannot convert non-finite values (NA or inf) to integer")
    return Diagnosis(Kind.CAST_MISSING, (what,)) if is_said else None


# -- tables that are made


def made(facts: Facts) -> Diagnosis | None:
    """Of columns of different lengths, or of text."""
    call = called(facts, "DataFrame")
    if call is None or not begins_in(facts, "pandas/core/frame.py"):
        return None
    if re.match(r"(?:All arrays|arrays) must (?:be of the|all be) same length$", facts.message):
        return _unequal(facts, call)
    if facts.message.startswith("If using all scalar values, you must pass an index"):
        return Diagnosis(Kind.SCALAR_COLUMNS)
    if facts.message == "DataFrame constructor not properly called!" and call.args:
        value = place.known(facts, call.args[0])
        if value is not None and value.type == "str":
            return Diagnosis(Kind.TABLE_OF_TEXT, (place.shown(facts, call.args[0]),))
    return None


def _unequal(facts: Facts, call: ast.Call) -> Diagnosis:
    """A text is put into each row, and has no length here."""
    given = call.args[0] if call.args else None
    if given is not None and _is_filled(facts, given):
        return Diagnosis(Kind.COLUMNS_UNEQUAL, (facts.line,))
    match origin.value(facts, given) or given if given is not None else None:
        case ast.Dict(keys=keys, values=values):
            told = [place.known(facts, each) for each in values]
            named = [place.shown(facts, each) for each in keys if each is not None]
            are_known = len(named) == len(told) <= 8 and None not in told
            pairs = [
                (name, each.length)
                for name, each in zip(named, told, strict=are_known)
                if each is not None and each.type in ("list", "tuple")
            ]
            is_all = all(each is not None and each.name in _FILLING for each in told)
            if are_known and is_all and len({length for _name, length in pairs}) > 1:
                said = ", ".join(f"{name}: {length}" for name, length in pairs)
                return Diagnosis(Kind.COLUMN_LENGTHS, (said,))
    return Diagnosis(Kind.COLUMNS_UNEQUAL, (facts.line,))


def _is_filled(facts: Facts, given: ast.expr) -> bool:
    """`data["age"].append(...)`: what stands in the text is not all that is in it."""
    return isinstance(given, ast.Name) and any(
        place.is_name(node.value, given.id) for node in place.every(facts, ast.Subscript)
    )


_FILLING = ("list", "tuple", "str", "int", "float", "bool", "NoneType")


def axis_names(facts: Facts) -> Diagnosis | None:
    """`table.columns = [...]`"""
    said = re.match(
        r"Length mismatch: Expected axis has (\d+) elements, new values have (\d+) elements",
        facts.message,
    )
    if said is None or not is_from(facts, "pandas"):
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Attribute(attr="columns" | "index") as target]):
            return Diagnosis(
                Kind.AXIS_NAMES, (place.shown(facts, target), int(said[1]), int(said[2]))
            )
    return None


def row_put(facts: Facts) -> Diagnosis | None:
    """`table.loc[3] = [...]`"""
    is_said = facts.message == "cannot set a row with mismatched columns"
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript(value=owner)]) if is_said:
            shown = place.shown(facts, owner)
            return Diagnosis(Kind.ROW_MISMATCH, (shown,)) if is_from(facts, "pandas") else None
    return None


def joined(facts: Facts) -> Diagnosis | None:
    """`pandas.concat(one, two)`"""
    call = called(facts, "concat")
    if call is None or not isinstance(call.func, ast.Attribute | ast.Name):
        return None
    function = place.shown(facts, call.func)
    if facts.message == "No objects to concatenate" and is_from(facts, "pandas"):
        return Diagnosis(Kind.JOIN_NOTHING, (f"{function}()",))
    is_said = is_from(facts, "pandas") and re.match(
        r"first argument must be an iterable of pandas objects, you passed an object of type"
        r" \"(?:DataFrame|Series)\"",
        facts.message,
    )
    is_counted = re.fullmatch(
        r"concat\(\) takes (?:from )?1 (?:to \d+ )?positional arguments? but \d+"
        r" (?:positional arguments? .*)?were given",
        facts.message,
    )
    values = [place.known(facts, each) for each in call.args]
    is_tables = bool(values) and all(
        each is not None and each.name in ("DataFrame", "Series") for each in values
    )
    if not is_tables or not (is_said or is_counted and is_from(facts, "C")):
        return None
    listed = ", ".join(place.shown(facts, each) for each in call.args)
    more = "".join(f", {ast.unparse(each)}" for each in call.keywords)
    return Diagnosis(Kind.IN_ONE_LIST, (f"{function}()", f"{function}([{listed}]{more})"))


_CHOICES = re.compile(r"(\S{1,40}) is not a valid plot kind\.? Valid plot kinds: \((.{1,200}?)\)")


def plot_kind(facts: Facts) -> Diagnosis | None:
    said = _CHOICES.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    return Diagnosis(Kind.NO_SUCH_CHOICE, (repr(said[1]), said[2].replace("'", "")))


_FILE_COLUMN = re.compile(
    r"Usecols do not match columns, columns expected but not found: \[(.{1,100}?)\]"
    r"|Missing column provided to 'parse_dates': (.{1,100})$"
    r"|Index (\S.{0,60}) invalid$"
)


def file_column(facts: Facts) -> Diagnosis | None:
    said, call = _FILE_COLUMN.match(facts.message), called(facts, "read_csv")
    if said is None or call is None or not is_from(facts, "pandas"):
        return None
    if {"header", "names", "skiprows", None} & {each.arg for each in call.keywords}:
        return None
    key = said[1] or said[2] or repr(said[3])
    file, names = column_names.first_line(facts, call) or ("", [])
    if file and re.fullmatch(r"'[^']+'", key) and key[1:-1] not in names:
        return Diagnosis(Kind.FILE_COLUMN_OF, (key, file, ", ".join(map(repr, names))))
    return Diagnosis(Kind.FILE_COLUMN, (key,))


def no_excel(facts: Facts) -> Diagnosis | None:
    call = called(facts, "read_excel")
    is_said = facts.message.startswith("Excel file format cannot be determined")
    if call is None or not call.args or not is_said or not is_from(facts, "pandas"):
        return None
    return Diagnosis(Kind.NO_EXCEL, (place.shown(facts, call.args[0]),))


def column_exists(facts: Facts) -> Diagnosis | None:
    said, call = re.match(r"cannot insert (.{1,60}), already exists$", facts.message), None
    if said is not None and is_from(facts, "pandas"):
        call = called(facts, "insert")
    if said is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    what = place.shown(facts, call.func.value)
    return Diagnosis(Kind.COLUMN_EXISTS, (repr(said[1]), f"{what}[{said[1]!r}] = ..."))


def no_folder(facts: Facts) -> Diagnosis | None:
    said = re.match(r"Cannot save file into a non-existent directory: ('.{1,120}')$", facts.message)
    return Diagnosis(Kind.NO_FOLDER, (said[1],)) if said and is_from(facts, "pandas") else None


def compared(facts: Facts) -> Diagnosis | None:
    is_said = facts.message == "Lengths must match to compare" and is_from(facts, "pandas")
    match facts.arguments[1:] if is_said else ():
        case (one, other):
            sizes = [each.details[1] for each in (one, other) if each.type == "tuple"]
            match sizes:
                case [[("int", int(length))], [("int", int(given))]]:
                    return Diagnosis(Kind.COMPARE_LENGTHS, (length, given))
    return None


RULES = {
    "KeyError": (
        table_uses.applied,
        groups_and_levels.group,
        groups_and_levels.levels,
        groups_and_levels.merged_twice,
        table_uses.two_columns,
        merging.merged,
        row_names.kept,
        columns.missing,
        table_uses.label,
    ),
    "ValueError": (
        several.one_answer,
        lengths.of_column,
        _said_value,
        made,
        axis_names,
        row_put,
        joined,
        table_values.number_of_text,
        column_exists,
        plot_kind,
        file_column,
        no_excel,
        compared,
        table_uses.by_name,
        table_uses.two_columns,
        table_uses.called,
        keywords.of_estimator,
        table_times.offset,
        table_times.impossible,
        table_times.range_of_four,
        table_given.sheet,
    ),
    "TypeError": (
        several.without_brackets,
        keywords.unexpected,
        keywords.by_place,
        lost_columns.of_none,
        table_given.hidden_column,
        table_given.missing_value,
        table_given.put,
        table_given.in_list,
        table_times.compared,
        table_times.subtracted,
        table_values.compared_with_text,
        _said_type,
        joined,
        table_uses.looped,
        table_uses.called,
        table_uses.by_name,
        table_values.reduced,
        table_values.operation,
    ),
    "AttributeError": (
        lost_columns.of_none,
        table_given.hidden_column,
        table_given.missing_value,
        table_given.aggregated,
        table_uses.attribute,
    ),
    "SyntaxError": (table_given.query_blank,),
    "FileNotFoundError": (table_given.json_text,),
    "IndexError": (table_uses.outside, _said_index),
    "OSError": (no_folder,),
}
"""For whatever has happened: they look themselves who has raised it."""
