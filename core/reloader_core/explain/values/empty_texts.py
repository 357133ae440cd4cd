"""Where an empty text came from that no number can be made of: a line of a file, a part of one, or
what is behind the last line break. Pure, but for evidence/read_files.py."""

from __future__ import annotations

import ast
import csv
from collections.abc import Callable

from reloader_core.explain.causes import reading
from reloader_core.explain.evidence import origin, place, read_files
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.values import missing_places

_SIGNS = (",", ";", "\t", "|")
_MOST_SHOWN = 60


def origin_of(facts: Facts, what: ast.expr, function: str) -> Diagnosis | None:
    """`function`: int or float."""
    if isinstance(what, ast.Call) and sign_of(facts, what):
        return _mapped(facts, what, function)
    made = origin.value(facts, what) or what
    shown = place.in_full(facts, what)
    if "..." in shown or not isinstance(what, ast.Name | ast.Subscript):
        return None
    if isinstance(made, ast.Subscript) and isinstance(made.value, ast.Name):
        row = _row_text(facts, made.value)
        return _of_place(facts, what, function, row, place.known(facts, made.value))
    if isinstance(what, ast.Name):
        if (text := _unpacked(facts, what.id)) is not None:
            return _of_place(facts, what, function, text, None)
        return _of_loop(facts, what)
    return None


# -- one of several in a line


def _of_place(
    facts: Facts, what: ast.expr, function: str, text: str | None, row: Value | None
) -> Diagnosis | None:
    shown = place.in_full(facts, what)
    found, made = _line_with(facts, text, row), None
    if found is not None:
        text = str(ast.literal_eval(found[2]))
        if missing_places.is_made_here(facts, found[1]):
            made, found = found, missing_places.in_script(facts, text)
    is_part = text is not None and bool(text.strip()) and len(text) <= _MOST_SHOWN
    part = repr(text.strip()) if text is not None and is_part else ""
    if (divided := missing_places.divided(facts, what)) is not None:
        return _of_divisor(facts, shown, (found, part), divided)
    instead = f"{function}({shown}.strip() or 0)"
    if found is not None:
        return Diagnosis(Kind.EMPTY_PLACE, (shown, *found, instead))
    if made is not None:
        return Diagnosis(Kind.EMPTY_WRITTEN, (shown, *made, instead))
    return Diagnosis(Kind.EMPTY_PART, (shown, part, instead)) if part else None


def _of_divisor(
    facts: Facts,
    shown: str,
    where: tuple[tuple[int, str, str] | None, str],
    divided: tuple[int, str],
) -> Diagnosis | None:
    """A 0 in its place would only be the next error."""
    found, part = where
    if (leave := missing_places.passed_over(facts, shown)) is not None:
        if found is not None:
            return Diagnosis(Kind.EMPTY_PLACE_LEFT, (shown, *found, *leave))
        return Diagnosis(Kind.EMPTY_PART_LEFT, (shown, part, *leave)) if part else None
    if found is None:
        return None
    return Diagnosis(Kind.EMPTY_DIVISOR, (shown, *found, *divided))


def _row_text(facts: Facts, row: ast.Name) -> str | None:
    """What was split, if that is told."""
    call = origin.value(facts, row)
    if isinstance(call, ast.Call) and place.name_called(call) == "split":
        return reading.split_text(facts, row)
    return None


def _unpacked(facts: Facts, name: str) -> str | None:
    """`name, count = line.split(",")`"""
    if origin.only_bound(facts, name) is None:
        return None
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=names)], value=ast.Call(func=ast.Attribute(attr="split"))
            ) if any(place.is_name(each, name) for each in names):
                return reading.split_text(facts, node.value)
    return None


def _line_with(facts: Facts, text: str | None, row: Value | None) -> tuple[int, str, str] | None:
    """The line of the only file that has this text, or these values, in exactly one line: its
    number, the file, the line."""
    values = _values(row)
    if text is not None and text.strip():
        wanted = text.strip()
        return _only(facts, lambda line: line.strip() == wanted)
    if len(values) < 2:
        return None
    return _only(facts, lambda line: any(_begins(line, sign, values) for sign in _SIGNS))


def _begins(line: str, sign: str, values: list[str]) -> bool:
    return next(csv.reader([line], delimiter=sign), [])[: len(values)] == values


def _values(row: Value | None) -> list[str]:
    """The first of them; [] if one is not told, or no text."""
    match row:
        case Value("list", (int(), [*told])):
            pass
        case Value("dict", (int(), [*pairs])):
            told = [pair[1] for pair in pairs]
        case _:
            return []
    texts = [Value(each[0], tuple(each[1:])).text for each in told]
    return [each for each in texts if each is not None] if None not in texts else []


def _only(facts: Facts, test: Callable[[str], bool]) -> tuple[int, str, str] | None:
    found = [
        (number, name, repr(line.strip()))
        for name, text in read_files.named(facts)
        for number, line in enumerate(text.split("\n"), 1)
        if test(line)
    ]
    return found[0] if len(found) == 1 and len(found[0][2]) <= _MOST_SHOWN else None


# -- a line, or a part, of its own


def _of_loop(facts: Facts, what: ast.Name) -> Diagnosis | None:
    """`for line in text.split("\\n"): int(line)`"""
    name = what.id
    if (part := _generator(facts, what)) is not None:
        if not (sign := sign_of(facts, part.iter)) or part.ifs:
            return None
        instead = f"for {name} in {place.shown(facts, part.iter)} if {name}.strip()"
        return Diagnosis(Kind.EMPTY_IN_SPLIT, (name, repr(sign), instead))
    if (loop := origin.loop_over(facts, name)) is None:
        return None
    instead = f"if not {name}.strip(): continue"
    if sign := sign_of(facts, loop.iter):
        return Diagnosis(Kind.EMPTY_IN_LOOP, (name, repr(sign), loop.lineno, instead))
    if not gives_lines(facts, loop.iter):
        return None
    if (blank := blank_line(facts)) is not None:
        return Diagnosis(Kind.EMPTY_LINE_OF, (name, *blank, loop.lineno, instead))
    return Diagnosis(Kind.EMPTY_LINE, (name, loop.lineno, instead))


def blank_line(facts: Facts, *, is_row: bool = False) -> tuple[int, str] | None:
    """The first of the only file that has any, if all others are at its end. `is_row`: blanks
    count as something."""
    found = []
    for name, text in read_files.named(facts):
        lines = text.removesuffix("\n").split("\n")
        blank = [n for n, each in enumerate(lines, 1) if not (each if is_row else each.strip())]
        inside = len(text.rstrip().split("\n"))
        if blank and not _writes(facts, name):
            found.append((blank, name, len([number for number in blank if number <= inside])))
    return (found[0][0][0], found[0][1]) if len(found) == 1 and found[0][2] < 2 else None


def _writes(facts: Facts, name: str) -> bool:
    """The script itself makes that file."""
    for call in place.every(facts, ast.Call):
        match call:
            case ast.Call(
                func=ast.Name(id="open"),
                args=[ast.Constant(value=str(file)), ast.Constant(value=str(mode)), *_],
            ) if file.endswith(name) and mode[:1] in ("w", "a", "x"):
                return True
            case ast.Call(func=ast.Attribute(attr="write_text")):
                return True
    return False


def _mapped(facts: Facts, call: ast.Call, function: str) -> Diagnosis | None:
    """`map(int, text.split("\\n"))`"""
    sign, shown = sign_of(facts, call), place.in_full(facts, call)
    if "..." in shown:
        return None
    instead = f"{function}(each) for each in {shown} if each.strip()"
    return Diagnosis(Kind.EMPTY_IN_MAP, (shown, repr(sign), f"[{instead}]"))


def _generator(facts: Facts, what: ast.Name) -> ast.comprehension | None:
    """That of the comprehension whose name it is."""
    for node in place.every(facts, ast.expr):
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            if any(each is what for each in ast.walk(node)) and len(node.generators) == 1:
                if place.is_name(node.generators[0].target, what.id):
                    return node.generators[0]
    return None


def sign_of(facts: Facts, node: ast.expr) -> str:
    """At which it is split; '' if it is not, or at blanks."""
    match origin.value(facts, node) or node:
        case ast.Call(
            func=ast.Attribute(attr="split"), args=[ast.Constant(value=str(sign))], keywords=[]
        ):
            return sign if sign.strip(" ") else ""
    return ""


def gives_lines(facts: Facts, node: ast.expr) -> bool:
    match origin.value(facts, node) or node:
        case (
            ast.Call(func=ast.Attribute(attr="readlines" | "splitlines"))
            | ast.Call(func=ast.Name(id="open"))
        ):
            return True
    return isinstance(node, ast.Name) and (
        reading.is_file(facts, node.id) or place.type_of(facts, node) == "TextIOWrapper"
    )
