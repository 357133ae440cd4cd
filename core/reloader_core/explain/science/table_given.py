"""What functions of pandas' get that they do not take: values of another type, texts where a list
or a file is meant, names that stand for something else. Pure but for the table's file."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import aliases, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import goes_through, is_from, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import column_names
from reloader_core.explain.science.columns import columns_made, is_table, not_in

_OF_METHOD = re.compile(
    r"'[<>]=?' not supported between instances of '(?:method|\w+)' and '(?:\w+|method)'"
    r"|unsupported operand type\(s\) for \S+: '\w+' and '\w+'"
    r"|'method' object (?:is not subscriptable|has no attribute '\w+')"
)


def hidden_column(facts: Facts) -> Diagnosis | None:
    """`table[table.count > 2]`, where "count" is a column."""
    if "'method'" not in facts.message or not _OF_METHOD.match(facts.message):
        return None
    nodes = place.in_statement(facts)
    called_ = [node.func for node in nodes if isinstance(node, ast.Call)]
    found = [
        node
        for node in nodes
        if isinstance(node, ast.Attribute) and node not in called_ and is_table(facts, node.value)
        if node.attr in _columns(facts, node.value)
    ]
    if len({place.shown(facts, each) for each in found}) != 1 or not is_from(facts, "C"):
        return None
    what, name = place.shown(facts, found[0]), found[0].attr
    instead = f'{place.shown(facts, found[0].value)}["{name}"]'
    return Diagnosis(Kind.COLUMN_HIDDEN, (what, f"'{name}'", instead))


def _columns(facts: Facts, table: ast.expr) -> list[str]:
    return columns_made(facts, table) or column_names.header(facts, table)


def json_text(facts: Facts) -> Diagnosis | None:
    """`pd.read_json(answer)`, of the text itself: a FileNotFoundError."""
    call = called(facts, "read_json")
    name = facts.slot("filename") or re.sub(r"^File (.*) does not exist$", r"\1", facts.message)
    if call is None or not call.args or not re.match(r"\s*[\[{]", name):
        return None
    what = place.shown(facts, call.args[0])
    if "..." in what or not is_from(facts, "pandas"):
        return None
    instead = f"{place.shown(facts, call.func)}(io.StringIO({what}))"
    return Diagnosis(Kind.JSON_TEXT, (what, instead))


_NO_TEXT = re.compile(
    r"'float' object (?:is not subscriptable|is not iterable|has no attribute '(\w+)')"
    r"|argument of type 'float' is not (?:iterable|a container)"
    r"|object of type 'float' has no len\(\)"
)


def missing_value(facts: Facts) -> Diagnosis | None:
    """`name.lower()`, of a column in which one is missing."""
    said = _NO_TEXT.match(facts.message)
    if said is None or not is_from(facts, "C") or not _imports_pandas(facts):
        return None
    if said[1] and not hasattr(str, said[1]):
        return None
    found = {
        place.shown(facts, node)
        for node in place.in_statement(facts)
        if isinstance(node, ast.Name | ast.Subscript | ast.Attribute)
        and place.known(facts, node) == Value("float", ("nan",))
    }
    return Diagnosis(Kind.NAN_NOT_TEXT, (found.pop(),)) if len(found) == 1 else None


def _imports_pandas(facts: Facts) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names):
                if any(each.name.partition(".")[0] == "pandas" for each in names):
                    return True
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] == "pandas":
                return True
    return False


_INVALID = re.compile(r"Invalid value '(.{1,40}?)' for dtype '?(\w+)'?")


def put(facts: Facts) -> Diagnosis | None:
    """`table.loc[3, "count"] = "sold out"`, into a column of numbers: a TypeError."""
    said = _INVALID.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    match place.statement(facts):
        case ast.Assign(
            targets=[
                ast.Subscript(
                    value=ast.Attribute(value=ast.Name(id=table), attr="loc" | "at"),
                    slice=ast.Tuple(elts=[_, ast.Constant(value=str()) as key]),
                )
            ]
        ):
            what = f"{table}[{place.shown(facts, key)}]"
        case ast.Assign(
            targets=[
                ast.Subscript(
                    value=ast.Attribute(
                        value=ast.Name() | ast.Subscript() as column, attr="loc" | "at" | "iloc"
                    )
                )
            ]
        ) if isinstance(column, ast.Subscript) or place.type_of(facts, column) == "Series":
            what = place.shown(facts, column)
        case _:
            return None
    is_whole = said[2].startswith(("int", "uint"))
    is_decimal = re.fullmatch(r"-?\d+\.\d*(?:e[-+]?\d+)?", said[1]) is not None
    other = "float" if is_whole and is_decimal else "object"
    instead = f"{what} = {what}.astype({other})"
    shown = said[1] if is_decimal or said[2] == "str" else repr(said[1])
    return Diagnosis(Kind.VALUE_OF_DTYPE, (shown, said[2], instead))


def query_blank(facts: Facts) -> Diagnosis | None:
    """`table.query("annual income > 5")`: a SyntaxError."""
    call = called(facts, "query", "eval")
    if call is None or not call.args or not isinstance(call.func, ast.Attribute):
        return None
    text = place.known(facts, call.args[0])
    if text is None or not text.text or not goes_through(facts, "pandas"):
        return None
    names = [
        each
        for each in _columns(facts, call.func.value)
        if not each.isidentifier() and each in text.text and f"`{each}`" not in text.text
    ]
    changed = text.text
    for each in sorted(names, key=len, reverse=True):
        changed = re.sub(rf"(?<![`\w]){re.escape(each)}(?![`\w])", f"`{each}`", changed)
    if not names or len(changed) > 80:
        return None
    quote = "'" if '"' in changed else '"'
    instead = f"{place.shown(facts, call.func)}({quote}{changed}{quote})"
    return Diagnosis(Kind.QUERY_BLANK, (instead,)) if "..." not in instead else None


def query_near(facts: Facts) -> Diagnosis | None:
    """`table.query("aeg > 5")`, of a column that is written in another way."""
    said, call = re.match(r"name '(\w+)' is not defined", message(facts)), called(facts, "query")
    tree = place.tree_of(facts)
    if said is None or call is None or tree is None:
        return None
    match call.func:
        case ast.Attribute(value=ast.Name() as table) if is_table(facts, table):
            pass
        case _:
            return None
    is_known = scope.names_anywhere(tree, said[1]) or not is_from(facts, "pandas")
    if is_known or not nearest(said[1], _columns(facts, table)):
        return None
    return not_in(facts, table, repr(said[1]))


def sheet(facts: Facts) -> Diagnosis | None:
    """`pd.read_excel("report.xlsx", sheet_name="Data")`: a ValueError."""
    said = re.match(r"Worksheet named '(.{1,40})' not found$", facts.message)
    call = called(facts, "read_excel", "parse")
    if said is None or call is None or not is_from(facts, "pandas"):
        return None
    match call:
        case ast.Call(func=ast.Attribute(attr="read_excel"), args=[file, *_]):
            asked = f"{aliases.of(facts, 'pandas')}.ExcelFile({place.shown(facts, file)})"
        case ast.Call(func=ast.Attribute(attr="parse", value=book)):
            asked = place.shown(facts, book)
        case _:
            return None
    if "..." in asked:
        return None
    return Diagnosis(Kind.SHEET_UNKNOWN, (said[1], f"{asked}.sheet_names"))


def in_list(facts: Facts) -> Diagnosis | None:
    """`column.isin("FR")`: a TypeError."""
    said = re.match(r"only list-like objects are allowed to be passed to isin\(\)", facts.message)
    call = called(facts, "isin")
    if said is None or call is None or len(call.args) != 1 or not is_from(facts, "pandas"):
        return None
    shown, given = place.shown(facts, call.func), place.shown(facts, call.args[0])
    values = f"{shown}()", f"{shown}([{given}])"
    return Diagnosis(Kind.IN_ONE_LIST, values) if "..." not in shown + given else None


_GROUP_FUNCTIONS = (
    "mean", "sum", "count", "min", "max", "median", "std", "var", "first", "last", "size",
    "nunique", "prod", "any", "all", "quantile",
)  # fmt: skip
_OTHERS = {
    "average": "mean", "avg": "mean", "total": "sum", "len": "count", "maximum": "max",
    "minimum": "min", "stdev": "std", "unique": "nunique", "number": "count",
}  # fmt: skip


def aggregated(facts: Facts) -> Diagnosis | None:
    """`agg("average")`: an AttributeError."""
    said = re.match(
        r"'(?:SeriesGroupBy|DataFrameGroupBy|Series|DataFrame)' object has no attribute '(\w+)'"
        r"|'(\w+)' is not a valid function for",
        facts.message,
    )
    if said is None or called(facts, "agg", "aggregate", "pivot_table", "transform") is None:
        return None
    name = said[1] or said[2]
    is_named = any(
        isinstance(node, ast.Constant) and node.value == name for node in place.in_statement(facts)
    )
    near = _OTHERS.get(name) or nearest(name, _GROUP_FUNCTIONS)
    if not is_named or not near or not is_from(facts, "pandas"):
        return None
    return Diagnosis(Kind.CHOICE_NEAR, (repr(name), repr(near)))
