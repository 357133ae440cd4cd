"""Texts that int() and float() do not read, and where these came from. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import made, reading
from reloader_core.explain.evidence import origin, place, written
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import (
    asked_again,
    decimals,
    empty_texts,
    file_words,
    joined_numbers,
)

_INT_SAID = re.compile(r"invalid literal for int\(\) with base 10: (['\"].*)", re.DOTALL)
_FLOAT_SAID = re.compile(r"could not convert string to float: (['\"].*)", re.DOTALL)
_TESTS = ("isdigit", "isnumeric", "isdecimal")
_GROUPED_BY_POINTS = re.compile(r"\s*[-+]?[1-9]\d{0,2}(?:\.\d{3})+,\d+\s*")
_WITH_UNIT = re.compile(r"[^\W\d_]+(?:[ _][^\W\d_]+)* ?[(\[][^()\[\]]{1,9}[)\]]")
_MOST_SHOWN = 30


def number_of_text(facts: Facts) -> Diagnosis | None:
    """int() or float() of a text that is no number."""
    for function, pattern in (("int", _INT_SAID), ("float", _FLOAT_SAID)):
        said = pattern.match(facts.message)
        calls = [
            call
            for call in place.candidates(facts, ast.Call)
            if place.builtin_called(facts, call) == function and len(call.args) == 1
        ]
        if said and (calls or _maps(facts, function)):
            text = _text_from(said[1])
            if text is None:
                return None
            what = calls[0].args[0] if len(calls) == 1 else None
            tested = _test_not_called(facts, what) if what is not None else None
            if what is not None and not text:
                tested = tested or reading.read_before(facts, what) or reading.ended(facts, what)
            if what is not None and not tested and _may_be_heading(text):
                tested = made.heading(facts, what, function, text)
            found = tested or _not_a_number(function, text)
            return _where_it_came_from(facts, function, text, found)
    return None


def _may_be_heading(text: str) -> bool:
    """A word, or words with a unit in brackets behind them: Time (s)."""
    is_word = text.strip('"').replace("_", "").isalpha()
    return is_word or _WITH_UNIT.fullmatch(text.strip('"')) is not None


def _test_not_called(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """`if text.isdigit:` above."""
    tree, found = place.tree_of(facts), []
    for node in ast.walk(tree) if tree is not None and isinstance(what, ast.Name) else ():
        if not isinstance(node, ast.If | ast.While) or node.lineno >= facts.line:
            continue
        called = [id(each.func) for each in ast.walk(node.test) if isinstance(each, ast.Call)]
        for each in ast.walk(node.test):
            match each:
                case ast.Attribute(value=ast.Name(id=name), attr=attr) if id(each) not in called:
                    if name == ast.unparse(what) and attr in _TESTS:
                        found.append((f"{name}.{attr}", node.lineno))
    return Diagnosis(Kind.TEST_NOT_CALLED, found[0]) if len(found) == 1 else None


def _maps(facts: Facts, function: str) -> bool:
    """map(int, texts): it is called from there."""
    return bool(_mapped(facts, function))


def _mapped(facts: Facts, function: str) -> list[ast.expr]:
    """The texts of each map(int, texts) in the statement."""
    return [
        call.args[1]
        for call in place.in_statement(facts)
        if isinstance(call, ast.Call)
        and place.builtin_called(facts, call) == "map"
        and len(call.args) == 2
        and place.is_name(call.args[0], function)
    ]


def _text_from(literal: str) -> str | None:
    try:
        found = ast.literal_eval(literal)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return found if isinstance(found, str) else None


def _not_a_number(function: str, text: str) -> Diagnosis | None:
    if written.is_number(function, text):
        return None
    shown = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."
    if text.startswith("\ufeff") and written.is_number(function, text[1:]):
        return Diagnosis(Kind.NUMBER_WITH_BOM, (f"{function}()",))
    if not text.strip():
        return Diagnosis(Kind.NUMBER_OF_NOTHING, (f"{function}()",))
    if function == "int":
        decimal = written.is_number("float", text) and re.fullmatch(r"\s*[-+]?\d*\.\d*\s*", text)
        if decimal:
            return Diagnosis(Kind.INT_OF_DECIMAL, (shown,))
        has_power = re.fullmatch(r"\s*[-+]?[\d.]+[eE][-+]?\d+\s*", text)
        if has_power and written.is_number("float", text):
            return Diagnosis(Kind.INT_OF_POWER, (shown,))
    if (more := written.with_more(function, text)) is not None:
        return more
    if function == "int":
        return Diagnosis(Kind.INT_OF_TEXT, (shown,))
    if re.fullmatch(r"\s*[-+]?\d+,\d+\s*", text):
        return Diagnosis(Kind.FLOAT_OF_COMMA, (shown, shown.replace(",", ".")))
    return Diagnosis(Kind.FLOAT_OF_TEXT, (shown,))


def _where_it_came_from(
    facts: Facts, function: str, text: str, found: Diagnosis | None
) -> Diagnosis | None:
    """`found`, with what is to be written in its place."""
    if found is None or (what := _taken(facts, function)) is None:
        return found
    if found.kind is Kind.NUMBER_OF_NOTHING:
        return empty_texts.origin_of(facts, what, function) or found
    if found.kind is Kind.INT_OF_DECIMAL and not _maps(facts, function):
        return decimals.for_one_call(facts, str(found.values[0])) or found
    shown = place.in_full(facts, what)
    if "..." in shown or not isinstance(what, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        return found
    if found.kind is Kind.FLOAT_OF_COMMA and not _maps(facts, function):
        values = (f"{function}()", text, f'{function}({shown}.replace(",", "."))')
        return Diagnosis(Kind.COMMA_FOR_POINT, values)
    if found.kind is Kind.FLOAT_OF_TEXT and _GROUPED_BY_POINTS.fullmatch(text):
        if not _maps(facts, function) and "replace(" not in shown:
            instead = f'{function}({shown}.replace(".", "").replace(",", "."))'
            return Diagnosis(Kind.COMMA_FOR_POINT, (f"{function}()", text, instead))
    if found.kind is Kind.NUMBER_WITH_MORE and not _maps(facts, function):
        return joined_numbers.other_signs(function, text, shown) or found
    if found.kind in (Kind.INT_OF_TEXT, Kind.FLOAT_OF_TEXT) and not _maps(facts, function):
        is_operand = _is_operand(facts, what)
        otherwise = joined_numbers.written_otherwise(function, text, shown, is_operand=is_operand)
        if otherwise is not None:
            return _typed(facts, what, otherwise) or otherwise
        again = asked_again.typed(facts, what, function, text)
        return again or file_words.placed(facts, what, function, text) or found
    if found.kind is Kind.SEVERAL_NUMBERS and not _maps(facts, function):
        return _several(facts, what, found, shown)
    return found


def _taken(facts: Facts, function: str) -> ast.expr | None:
    """What int(...) or map(int, ...) was given, if only one may have been called."""
    calls = place.candidates(facts, ast.Call)
    found = [
        call.args[0]
        for call in calls
        if place.builtin_called(facts, call) == function and len(call.args) == 1
    ]
    found = found or _mapped(facts, function)
    return found[0] if len(found) == 1 else None


def _is_operand(facts: Facts, what: ast.expr) -> bool:
    """int(what) is a part of a calculation."""
    statement = place.statement(facts)
    return statement is not None and any(
        isinstance(each, ast.Call) and list(map(ast.dump, each.args)) == [ast.dump(what)]
        for node in ast.walk(statement)
        if isinstance(node, ast.BinOp)
        for each in (node.left, node.right)
    )


def _input(facts: Facts, what: ast.expr) -> ast.Call | None:
    """The call that it was typed into."""
    typed = origin.value(facts, what) or what
    if isinstance(typed, ast.Call) and place.name_called(typed) == "input":
        return typed
    return None


def _typed(facts: Facts, what: ast.expr, found: Diagnosis) -> Diagnosis | None:
    """Several were typed, where one was asked for perhaps."""
    if found.kind is not Kind.NUMBERS_JOINED or _input(facts, what) is None:
        return None
    function, text, _sign, instead = found.values
    return Diagnosis(Kind.TYPED_SEVERAL, (function, text, instead))


def _several(facts: Facts, what: ast.expr, found: Diagnosis, shown: str) -> Diagnosis:
    """Of what was typed, one at a time was wanted, or all that lines below ask for."""
    name, text, split = map(str, found.values)
    all_of_it = f"[{name[:-2]}(each) for each in {shown}{split}]"
    typed = _input(facts, what)
    if typed is None:
        return Diagnosis(found.kind, (name, text, all_of_it))
    statement = place.statement(facts)
    wanted = _asked_below(facts, statement, name[:-2])
    count = len(re.split(r"[ ,;]+", text.strip()))
    if typed is what and len(wanted) >= count:
        names = ", ".join(each for each, _line in wanted[:count])
        instead = f"{names} = map({name[:-2]}, {shown}{split})"
        lines = wanted[0][1], wanted[count - 1][1]
        return Diagnosis(Kind.TYPED_FOR_LINES, (text, *lines, instead))
    return Diagnosis(Kind.TYPED_SEVERAL, (name, text, all_of_it))


def _asked_below(facts: Facts, statement: ast.AST | None, function: str) -> list[tuple[str, int]]:
    """The names, with their lines, that this statement and those right below it give a number that
    is typed."""
    found: list[tuple[str, int]] = []
    for block in _blocks(facts):
        for each in block[block.index(statement) :] if statement in block else ():
            match each:
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.Call(
                        func=ast.Name(id=called),
                        args=[ast.Call(func=ast.Name(id="input"))],
                    ),
                ) if called == function:
                    found.append((name, each.lineno))
                case _:
                    return found
    return found


def _blocks(facts: Facts) -> list[list[ast.AST]]:
    return [
        block
        for node in place.every(facts, ast.AST)
        for block in (getattr(node, part, None) for part in ("body", "orelse", "finalbody"))
        if isinstance(block, list)
    ]
