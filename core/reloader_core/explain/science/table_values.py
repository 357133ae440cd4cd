"""Values in the columns of a table of pandas' that are not what is done with them. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import column_values
from reloader_core.explain.science.columns import is_column

_NO_NUMBER = re.compile(
    r"(?:could not convert string to float|Unable to parse string"
    r"|(invalid literal for int\(\) with base 10)):? (?:np\.str_\()?(['\"].{0,40}?['\"])\)?"
    r"(?: at position \d+)?$"
)
_TURNS = ("astype", "to_numeric", "read_csv", "apply")


def number_of_text(facts: Facts) -> Diagnosis | None:
    """A column with text that is no number."""
    said = _NO_NUMBER.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    if (call := called(facts, *_FUNCTIONS)) is not None:
        return Diagnosis(Kind.COLUMN_OF_TEXT, (place.shown(facts, call.func).rpartition(".")[2],))
    match called(facts, "corr", "cov"):
        case ast.Call(func=ast.Attribute(value=owner, attr=name), args=[], keywords=keywords):
            if "numeric_only" not in [each.arg for each in keywords]:
                given = [f"{each.arg}={place.shown(facts, each.value)}" for each in keywords]
                given.append("numeric_only=True")
                instead = f"{place.shown(facts, owner)}.{name}({', '.join(given)})"
                if "..." not in instead:
                    return Diagnosis(Kind.GROUP_OF_TEXT, (name, instead))
    if called(facts, *_TURNS) is None:
        return Diagnosis(Kind.TEXT_AMONG_NUMBERS, (said[2],))
    if (signed := _with_signs(facts, said[2])) is not None:
        return signed
    if re.fullmatch(r".\s*-?\d+,\d+\s*.", said[2]):
        return Diagnosis(Kind.COLUMN_COMMA, (said[2],))
    if said[1] and re.fullmatch(r".\s*-?\d+\.\d*\s*.", said[2]):
        return Diagnosis(Kind.COLUMN_DECIMAL, (said[2],))
    return Diagnosis(Kind.COLUMN_NUMBER, (said[2],))


def _with_signs(facts: Facts, shown: str) -> Diagnosis | None:
    """As `$5`, `1,200.50` and `1.200,50`."""
    text, signs = shown[1:-1], column_values.signs_in([shown[1:-1]])
    if re.fullmatch(r"\s*-?\d{1,3},\d{3}\s*", text):
        return Diagnosis(Kind.TEXT_COMMA, (shown,))
    if re.fullmatch(r"\s*-?\d{1,3}(?:\.\d{3})+,\d+\s*", text):
        instead = _turned_into(facts, '.str.replace(".", "").str.replace(",", ".")')
        return Diagnosis(Kind.TEXT_POINTS, (shown, instead))
    if not signs:
        return _german(facts, shown)
    instead = _turned_into(facts, column_values.without(signs))
    if signs == (",",):
        return Diagnosis(Kind.TEXT_THOUSANDS, (shown, instead))
    return Diagnosis(Kind.TEXT_SIGN, (shown, column_values.listed(signs), instead))


def _german(facts: Facts, shown: str) -> Diagnosis | None:
    """As `1.200,50 €`, also without points; () in place of a sign for what is no such number."""
    said = re.fullmatch(
        r"\s*([^\d\s.,+-]{1,4})?\s*-?\d{1,3}(?:\.?\d{3})*,\d+\s*([^\d\s.,+-]{1,4})?\s*", shown[1:-1]
    )
    sign = (said[1] or said[2] or "") if said is not None else ""
    if said is None or not sign or said[1] and said[2]:
        return None
    change = column_values.without((sign,)) + '.str.replace(".", "").str.replace(",", ".")'
    values = (shown, column_values.listed((sign,)), _turned_into(facts, change))
    return Diagnosis(Kind.TEXT_POINTS_SIGN, values)


def _turned_into(facts: Facts, change: str) -> str:
    """The call that makes numbers of a column, with this before it."""
    match called(facts, *_TURNS):
        case ast.Call(func=ast.Attribute(value=column, attr="astype"), args=[_]):
            what = place.shown(facts, column)
            instead = f"{what}{change}.astype(float)"
        case ast.Call(func=function, args=[column]) if place.shown(facts, function).endswith(
            "to_numeric"
        ):
            what = place.shown(facts, column)
            instead = f"{place.shown(facts, function)}({what}{change})"
        case _:
            return change
    return change if "..." in what else instead


_REDUCED = re.compile(
    r"Cannot perform reduction '(\w+)' with string dtype"
    r"|dtype '(?:str|string|object)' does not support operation '(\w+)'"
    r"|agg function failed \[how->(\w+),dtype->(?:object|str|string)\]$"
    r"|Could not convert .{0,200} to numeric$"
)
_FUNCTIONS = ("mean", "median", "std", "var", "sum", "prod", "sem", "skew", "kurt")
_OPERATION = re.compile(
    r"unsupported operand type\(s\) for (\S+(?: or pow\(\))?): '(\w+)' and '(\w+)'"
    r"|'([<>]=?)' not supported between instances of '(\w+)' and '(\w+)'"
    r"|(can only concatenate str) \(not \"(\w+)\"\) to str"
    r"|can't multiply sequence by non-int of type '(\w+)'"
)
_CALCULATES = (
    *("pandas/core/ops/", "pandas/core/arrays/", "pandas/_libs/ops", "core/computation/"),
    "pandas/core/roperator.py",
)
_SORTS = ("pandas/core/sorting.py", "pandas/core/algorithms.py", "core/arrays/categorical.py")


def reduced(facts: Facts) -> Diagnosis | None:
    """`column.mean()`, of text."""
    said = _REDUCED.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    name, call = said[1] or said[2] or said[3], called(facts, *_FUNCTIONS)
    table = called(facts, "pivot_table")
    if call is None and table is not None and name == "mean" and len(table.args) < 4:
        if "aggfunc" not in [each.arg for each in table.keywords]:
            return Diagnosis(Kind.PIVOT_TEXT, (f"{place.shown(facts, table.func)}()",))
    if call is None or not isinstance(call.func, ast.Attribute):
        return Diagnosis(Kind.COLUMN_OF_TEXT, (name,)) if name in _FUNCTIONS else None
    if name not in (None, call.func.attr):
        return None
    name, owner = call.func.attr, call.func.value
    what = place.in_full(facts, owner)
    column = _column_of(facts, owner)
    if column is not None:
        if _are_words(facts, column):
            return Diagnosis(Kind.COLUMN_OF_TEXT, (name,))
        found = column_values.with_sign(facts, column)
        return found or Diagnosis(Kind.COLUMN_OF_TEXT_ALONE, (name, what))
    if _is_whole_table(facts, owner) and not call.args and "..." not in what:
        given = [f"{each.arg}={place.shown(facts, each.value)}" for each in call.keywords]
        if not any("numeric_only" in each for each in given):
            instead = f"{what}.{name}({', '.join([*given, 'numeric_only=True'])})"
            return Diagnosis(Kind.GROUP_OF_TEXT, (name, instead))
    return Diagnosis(Kind.COLUMN_OF_TEXT, (name,))


def _are_words(facts: Facts, column: ast.expr) -> bool:
    """None of them is meant as a number, as far as they are known."""
    match column:
        case ast.Subscript(value=ast.Name() as table, slice=ast.Constant(value=str(key))):
            texts = column_values.texts_of(facts, table, key)
            return bool(texts) and not any(char.isdigit() for text in texts for char in text)
    return False


def _column_of(facts: Facts, node: ast.expr) -> ast.expr | None:
    """`table["price"]`, also of its groups; None where several columns may be meant."""
    match node:
        case ast.Subscript(value=ast.Call(func=ast.Attribute(attr="groupby", value=table))):
            inner = ast.Subscript(table, node.slice, ast.Load())
        case ast.Subscript():
            inner = node
        case _:
            value = place.known(facts, node)
            return node if value is not None and value.name == "Series" else None
    match inner:
        case ast.Subscript(value=ast.Name(), slice=ast.Constant(value=str())):
            return inner
    return None


def _is_whole_table(facts: Facts, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="groupby")):
            return True
        case ast.Name():
            value = place.known(facts, node)
            return value is not None and value.name in ("DataFrame", "DataFrameGroupBy")
    return False


_NUMBERS_AND_TEXT = re.compile(r"Invalid comparison between dtype=\w*(?:int|float)\d+ and str$")


def compared_with_text(facts: Facts) -> Diagnosis | None:
    """`table["age"] > limit`, of a column of numbers."""
    if not _NUMBERS_AND_TEXT.match(facts.message) or not is_from(facts, "pandas"):
        return None
    signs = {
        _COMPARES[type(op)]
        for node in place.in_statement(facts)
        if isinstance(node, ast.Compare)
        for op in node.ops
        if type(op) in _COMPARES
    }
    return _text_beside(facts, signs.pop()) if len(signs) == 1 else None


_COMPARES: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


def operation(facts: Facts) -> Diagnosis | None:
    """Between columns, of their values."""
    said = _OPERATION.match(facts.message)
    if said is None or not is_from(facts, "pandas"):
        return None
    sign, one = said[1] or said[4] or ("*" if said[9] else "+"), said[2] or said[5] or "str"
    other = said[3] or said[6] or said[8] or said[9]
    path = str(facts.told.get("innermost_file", "")).replace("\\", "/")
    if any(each in path for each in _SORTS) and said[4]:
        return _sorted_by(facts) or Diagnosis(Kind.COLUMN_SORTED, (one, other))
    nodes = list(place.in_statement(facts))
    if not any(isinstance(each, ast.operator | ast.cmpop) for each in nodes):
        return None
    if not any(each in path for each in _CALCULATES):
        return None
    if not {one, other} <= {"str", "int", "float", "bool", "NoneType"}:
        return None
    sign = sign.partition(" ")[0]  # ** or pow()
    signed = [column_values.with_sign(facts, each) for each in nodes if isinstance(each, ast.expr)]
    for found in signed:
        if found is not None:
            return found
    if one == other == "str":
        return Diagnosis(Kind.COLUMN_TEXTS, (sign,))
    if "str" in (one, other) and (text := _text_beside(facts, sign)) is not None:
        return text
    return Diagnosis(Kind.COLUMN_OPERATION, (sign, one, other))


_MADE_OF_TEXT = re.compile(r"\s*-?\d+(\.\d*)?\s*")


def _text_beside(facts: Facts, sign: str) -> Diagnosis | None:
    """`table["age"] > limit`, where the limit is the text "30", and no column needs a change."""
    found = {
        place.shown(facts, side): value.text
        for node in place.in_statement(facts)
        if isinstance(node, ast.Compare | ast.BinOp)
        for side in ast.iter_child_nodes(node)
        if isinstance(side, ast.Name | ast.Constant | ast.Attribute)
        and (value := place.known(facts, side)) is not None
        and value.text is not None
    }
    if len(found) != 1:
        return None
    what, text = found.popitem()
    number = _MADE_OF_TEXT.fullmatch(text)
    if number is None or "..." in what:
        return None
    instead = f"{'float' if number[1] else 'int'}({what})"
    return Diagnosis(Kind.CALCULATED_WITH_TEXT, (what, sign, instead))


def text_and_column(facts: Facts) -> Diagnosis | None:
    """`"Total: " + numbers`, of a column or an array."""
    if not re.match(
        r"ufunc 'add' did not contain a loop with signature matching types", message(facts)
    ):
        return None
    nodes = [
        node
        for node in place.in_statement(facts)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
    ]
    for left, right in ((node.left, node.right) for node in nodes if len(nodes) == 1):
        for text, other in ((left, right), (right, left)):
            value = place.known(facts, other)
            is_array = value is not None and value.name == "ndarray"
            if place.type_of(facts, text) != "str" or not (is_array or is_column(facts, other)):
                continue
            shown = place.shown(facts, other)
            turned = f"str({shown})" if is_array else f"{shown}.astype(str)"
            whole = (text, turned) if text is left else (turned, text)
            parts = [each if isinstance(each, str) else place.shown(facts, each) for each in whole]
            values = place.shown(facts, text), shown, " + ".join(parts)
            return Diagnosis(Kind.TEXT_PLUS_COLUMN, values)
    return None


def adds_text(facts: Facts) -> bool:
    """A text stands beside a + in the line, which is no number that was read as text."""
    return any(
        place.type_of(facts, side) == "str"
        for node in place.in_statement(facts)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
        for side in (node.left, node.right)
    )


def _sorted_by(facts: Facts) -> Diagnosis | None:
    """`table.sort_values("age")`"""
    match called(facts, "sort_values"):
        case ast.Call(func=ast.Attribute(value=ast.Name() as table), args=[ast.Constant(value=by)]):
            pass
        case ast.Call(
            func=ast.Attribute(value=ast.Name() as table),
            keywords=[ast.keyword(arg="by", value=ast.Constant(value=by)), *_],
        ):
            pass
        case _:
            return None
    return column_values.text_among_numbers(facts, table, by) if isinstance(by, str) else None
