"""What advice needs besides its own words: the import of a name that it writes, or the name by
which the script has imported it. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reloader_core.explain.evidence import aliases, needed
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

WRITTEN: dict[Kind, tuple[str, ...]] = {
    **dict.fromkeys((Kind.JSON_MORE, Kind.JSON_LINES_OF), ("json.loads",)),
    Kind.ENVIRONMENT: ("os.environ",),
    Kind.KEY_PARAMETERS: ("functools.cmp_to_key",),
    Kind.INT_OF_INFINITY: ("math.isfinite",),
    Kind.DIGITS_LIMIT: ("sys.set_int_max_str_digits",),
    Kind.TASK_OUTSIDE: ("asyncio.run",),
    Kind.RUN_OF: ("asyncio.run",),
    Kind.QUEUE_EMPTY: ("queue.Empty",),
    Kind.TIE_COMPARED: ("itertools.count",),
    Kind.STRUCT_SIZE: ("struct.calcsize",),
    Kind.ZONE_UNKNOWN: ("zoneinfo.available_timezones",),
    Kind.PROGRAM_FAILED: ("subprocess.CalledProcessError",),
    Kind.SETTINGS_PERCENT: ("configparser.ConfigParser",),
    Kind.SQL_BY_NAME: ("sqlite3.Row",),
    Kind.SQL_OF_CONNECTION: ("sqlite3.connect",),
    Kind.SQL_THREAD: ("sqlite3.connect",),
    Kind.FILE_BESIDE: ("os.path",),
    Kind.NAME_IS_ADDRESS: ("urllib.request",),
    Kind.NAME_WITH_TILDE: ("os.path",),
    Kind.IS_FILE: ("os.path",),
    Kind.FOLDER_NOT_EMPTY: ("shutil.rmtree",),
    Kind.EVAL_JSON: ("json.loads",),
    Kind.ROW_NO_DICT: ("csv.writer",),
    Kind.CSV_BY_NAME: ("csv.DictReader",),
    Kind.SHARED_DEFAULT: ("field",),
    Kind.CHOICE_OF: ("random.choice",),
    Kind.TEXT_IS_NO_DATE: ("datetime.strptime",),
    Kind.NAIVE_AND_AWARE: ("datetime.now", "timezone"),
    Kind.DECIMAL_AND_FLOAT: ("Decimal",),
    Kind.LABELS_CONTINUOUS: ("LinearRegression",),
    Kind.METRIC_MIX: ("mean_squared_error", "r2_score"),
    Kind.INPUT_INFINITE: ("np.isinf",),
    Kind.JOIN_NUMBERS: ("np.array",),
    Kind.UFUNC_NONE: ("np.nan",),
    Kind.INT_OF_NAN: ("math.isnan",),
    Kind.CHOICE_ROWS: ("np.random",),
    Kind.SINGULAR: ("np.linalg",),
    Kind.MATRIX_NAN: ("np.isnan", "np.isinf"),
    Kind.NO_LENGTHS: ("np.array",),
    Kind.SPLIT_EQUAL: ("np.array_split",),
    Kind.COUNT_WHOLE: ("np.arange",),
    Kind.PLOT_GRID: ("np.meshgrid",),
    Kind.PLOT_FUNCTION: ("np.linspace",),
    Kind.COROUTINE_NOT_RUN: ("asyncio.run",),
    Kind.COROUTINE_NOT_CALLED: ("asyncio.run",),
    Kind.LOOP_NEEDED: ("asyncio.run",),
    Kind.PATTERN_WRONG: ("re.escape",),
    Kind.TK_TOO_EARLY: ("tkinter.Tk",),
    Kind.JSON_FILE: ("json.load",),
    Kind.JSON_NAME: ("json.load",),
    Kind.CHOICE_NUMBER: ("random.randint",),
    Kind.HTTP_TOO_MANY: ("time.sleep",),
    Kind.ORM_DATE: ("datetime.date",),
    Kind.ORM_MAPPED: ("mapped_column",),
    Kind.DATE_TEXT: ("datetime.datetime",),
    Kind.CELL_STYLE: ("Font",),
    Kind.RICH_MARKUP: ("rich.markup",),
    Kind.NO_FOLDER: ("os.makedirs",),
    Kind.NOT_DATES: ("pandas.to_datetime",),
    Kind.MERGE_OF: ("pandas.DataFrame",),
    Kind.JOIN_OF_OTHER: ("pandas.DataFrame",),
    Kind.COLUMN_NUMBER: ("pandas.to_numeric",),
    Kind.TABLE_OF_TEXT: ("pandas.read_csv",),
    Kind.NO_EXCEL: ("pandas.read_csv",),
    Kind.COLUMN_OF_TEXT: ("pandas.to_numeric",),
    Kind.COLUMN_OPERATION: ("pandas.to_numeric",),
    Kind.COLUMN_SORTED: ("pandas.to_numeric",),
    Kind.PLOT_NO_NUMBERS: ("pandas.to_numeric",),
    Kind.COLUMN_TEXTS: ("pandas.to_numeric",),
    Kind.DATES_AS_INDEX: ("pandas.to_datetime",),
    Kind.DATE_PLUS_NUMBER: ("pandas.Timedelta",),
    Kind.STYLE: ("plt.style",),
    Kind.PIE_NEGATIVE: ("plt.bar",),
    Kind.NO_DISPLAY: ("plt.savefig",),
    Kind.COLOUR_BAR: ("plt.colorbar",),
    Kind.AXES_3D: ("plt.subplots",),
    Kind.INPUT_TEXT: ("pandas.get_dummies",),
}
"""What the advice of a sentence itself writes."""
_NO_CODE = (Kind.RENAMED_MODULE, Kind.PACKAGE_NAME, Kind.JSON_TEXT, Kind.WRAPPER_TWICE)
"""What is to be written is the name of a module, or the sentence says what to import."""
_SAYS_ITSELF = re.compile(r"\bimport\s")


def completed(facts: Facts, found: Diagnosis) -> Diagnosis:
    """With its names as the script writes them, and what has to be imported for them."""
    reached = [needed.reached(facts, each) for each in WRITTEN.get(found.kind, ())]
    statements = [each.statement for each in reached]
    own = [(each.written, each.own) for each in reached if each.own != each.written]
    values = list(found.values)
    for at, (field, value) in enumerate(zip(found.kind.fields, values, strict=True)):
        if field.startswith("instead") and isinstance(value, str):
            values[at], more = _value(facts, value)
            statements += more
    if found.kind in _NO_CODE or any(_SAYS_ITSELF.search(str(each)) for each in found.values):
        return replace(found, aliases=aliases.own_names(facts))
    return replace(
        found,
        values=tuple(values),
        aliases=(*own, *aliases.own_names(facts)),
        imports=_joined(filter(None, statements)),
    )


def _joined(statements: Iterable[str]) -> str:
    """In one line, each module once."""
    found: dict[str, list[str]] = {}
    for each in dict.fromkeys(statements):
        module, _, part = each.partition(" import ")
        found.setdefault(module, []).extend([part] if part else [])
    return "; ".join(
        f"{module} import {', '.join(sorted(parts))}" if parts else module
        for module, parts in found.items()
    )


def _value(facts: Facts, text: str) -> tuple[str, list[str]]:
    """What is to be written, changed, and the statements that it needs."""
    statements = []
    for written in dict.fromkeys(_written(text)):
        if needed.lacked(facts, written.partition(".")[0]):
            there = needed.reached(facts, written)
            statements.append(there.statement)
            if there.own != there.written:
                text = re.sub(rf"(?<![\w.]){re.escape(there.written)}(?!\w)", there.own, text)
    return text, statements


def _written(code: str) -> Iterator[str]:
    """Each name with what is asked of it, as far as this is code that can be read."""
    for whole in (code, f"{code} pass", f"{code}\ndef _(): pass", f"[{code}]"):
        try:
            tree = ast.parse(whole.strip())
        except (SyntaxError, ValueError):
            continue
        asked = (each for each in ast.walk(tree) if isinstance(each, ast.Attribute))
        owners = {id(each.value): each.attr for each in asked}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                attribute = owners.get(id(node))
                yield f"{node.id}.{attribute}" if attribute else node.id
        return
