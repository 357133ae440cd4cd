"""Rules for indentation, and for statements in the wrong place. Pure."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken
from reloader_core.model import ScriptError

_Around = tuple[type[ast.AST], ...]
_EXPECTED = re.compile(r"expected an indented block after .* on line (\d+)")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_PLACES: tuple[tuple[str, tuple[type[ast.stmt | ast.expr], ...], _Around, Kind], ...] = (
    ("return", (ast.Return,), _FUNCTIONS, Kind.OUTSIDE_FUNCTION),
    ("yield", (ast.Yield, ast.YieldFrom), _FUNCTIONS, Kind.OUTSIDE_FUNCTION),
    ("break", (ast.Break,), _LOOPS, Kind.OUTSIDE_LOOP),
    ("continue", (ast.Continue,), _LOOPS, Kind.OUTSIDE_LOOP),
)
"""What may stand in a function or loop only."""


def indentation(broken: Broken) -> Diagnosis | None:
    """What our own Python, from 3.11 on, says of it."""
    mistake = broken.mistake
    if isinstance(mistake, TabError):
        return Diagnosis(Kind.TABS, (broken.at,))
    if not isinstance(mistake, IndentationError):
        return None
    said = str(mistake.msg)
    if found := _EXPECTED.match(said):
        return _expected(broken, int(found[1]))
    if said == "unexpected indent":
        above = _statement_above(broken, broken.at)
        if above == 0:
            return Diagnosis(Kind.INDENT_FIRST, (broken.at,))
        if word := _with_body(broken, above):
            return Diagnosis(Kind.BODY_BEHIND, (word, above, broken.at))
        return Diagnosis(Kind.INDENT_UNEXPECTED, (broken.at, above))
    if said.startswith("unindent does not match"):
        return _beside(broken)
    return None


def _beside(broken: Broken) -> Diagnosis:
    """It is nearly where a line above begins: those that it may stand beside, by trying them."""
    at, spaces = broken.at, _indented(broken.line(broken.at))
    found, last = _tried(broken, at), _last_of_run(broken, at)
    if not found and last > at:
        found = _tried(broken, last)
    else:
        last = at
    fitting = sorted(each[:3] for each in found)
    may_stand = sorted(each[:3] for each in found if not _is_left_outside(each[3], at, last))
    if 0 < len(may_stand) < len(fitting):
        fitting = may_stand
        if len(fitting) > 1 and fitting[0][0] * 2 < fitting[1][0]:
            del fitting[1:]  # it is on the way to that one, and the one before is none
    return _as_above(fitting, at, last, spaces)


def _as_above(fitting: list[tuple[int, int, int]], at: int, last: int, spaces: int) -> Diagnosis:
    """The line, or all to `last`."""
    lines = (at, last, spaces) if last > at else (at, spaces)
    match fitting:
        case [(away, level, line), *others] if not others or away == 1 < others[0][0]:
            kind = Kind.INDENT_LINES if last > at else Kind.INDENT_AS
            return Diagnosis(kind, (*lines, level, line))
        case [first, second, *others] if not others or second[0] < others[0][0]:
            kind = Kind.INDENT_LINES_EITHER if last > at else Kind.INDENT_AS_EITHER
            return Diagnosis(kind, (*lines, *first[1:], *second[1:]))
        case _:
            return Diagnosis(Kind.INDENT_MISMATCH, (at,))


def _tried(broken: Broken, last: int) -> list[tuple[int, int, int, ast.Module]]:
    """Where the lines to `last` may begin: how far away, spaces, the line above, all of it."""
    at, spaces = broken.at, _indented(broken.line(broken.at))
    return [
        (abs(level - spaces), level, line, tree)
        for level, line in _open_levels(broken)
        if (tree := parsing.parsed("\n".join(_moved(broken, at, last, level)))) is not None
    ]


def _last_of_run(broken: Broken, at: int) -> int:
    """The last line that begins where this one does, with no line between that is indented less."""
    spaces, last = _indented(broken.line(at)), at
    for number in range(at + 1, len(broken.lines) + 1):
        if not broken.line(number).strip():
            continue
        if "\t" in broken.line(number)[:spaces] or _indented(broken.line(number)) < spaces:
            break
        last = number
    return last


def _is_left_outside(tree: ast.Module, at: int, last: int) -> bool:
    """A `return`, `break` or the like, which begins in these lines or stands in what does, is in
    no function or loop."""
    inside = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.stmt) and at <= each.lineno <= last
        for node in ast.walk(each)
    }
    return any(
        id(node) in inside and isinstance(node, kinds)
        for _word, kinds, around, _kind in _PLACES
        for node in _outside(tree, around)
    )


def _moved(broken: Broken, at: int, last: int, level: int) -> list[str]:
    """With the lines from `at` to `last` together, so that the first has `level` spaces."""
    spaces = _indented(broken.line(at))
    moved = [" " * level + line[spaces:] for line in broken.lines[at - 1 : last]]
    return [*broken.lines[: at - 1], *moved, *broken.lines[last:]]


def _open_levels(broken: Broken) -> Iterator[tuple[int, int]]:
    """How far the blocks are indented that are open where the line begins, from within, each
    with the last line of it."""
    number, least = _statement_above(broken, broken.at), sys.maxsize
    while number > 0 and least > 0:
        line = broken.code(number)
        if "\t" in line[: _indented(line)]:
            return
        if _indented(line) < least:
            least = _indented(line)
            yield least, number
        number = _statement_above(broken, number)


def _with_body(broken: Broken, number: int) -> str:
    """The first word of `if x > 3: print(x)`; '' if the line is no such."""
    found = re.match(
        r"(\s*)(if|elif|else|for|while|def|class|try|except|finally|with)\b.*:.*\S$",
        broken.code(number),
    )
    if found is None or found[0].endswith(":"):
        return ""
    lines = [*broken.lines[: number - 1], broken.code(number)]
    return found[2] if parsing.parsed("\n".join(lines)) is not None else ""


def _statement_above(broken: Broken, at: int) -> int:
    """The line that the statement above this line begins in; 0 if there is none."""
    number = broken.before(at)
    while number > 1 and broken.scan_before(number).open:
        number -= 1
    return number


def _expected(broken: Broken, above: int) -> Diagnosis:
    """A line stands where the block should: it is not indented, or belongs to something else."""
    line, header = broken.code(broken.at), broken.code(above)
    is_method = re.match(r"\s*class\b", header) and re.match(r"\s*(?:async\s+)?def\b", line)
    is_next = broken.at == above + 1 and line.strip()
    is_other = re.match(r"\s*(?:def|class|else|elif|except|finally|async|@)\b", line)
    if not is_next or is_other and not is_method:
        return Diagnosis(Kind.BODY_MISSING, (above,))
    last = _end_of_block(broken)
    if last > broken.at and _indented(line) == _indented(header):
        return Diagnosis(Kind.INDENT_BLOCK, (above, broken.at, last))
    return Diagnosis(Kind.INDENT_EXPECTED, (broken.at, above))


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip())


def _end_of_block(broken: Broken) -> int:
    """The last line of the block that this one begins, with its 'else' and the like, and with a
    'return' right behind it: they have to be moved along with it."""
    line, last = broken.code(broken.at), broken.at
    steps = {_indented(each) for each in map(broken.code, range(1, len(broken.lines) + 1))} - {0}
    inner = _indented(line) + min(steps, default=0)
    if not line.rstrip().endswith(":") or _indented(broken.after(broken.at)) != inner:
        return last  # what stands below it is where it belongs
    is_last = False
    for number in range(broken.at + 1, len(broken.lines) + 1):
        code = broken.code(number)
        is_deeper = _indented(code) > _indented(line)
        is_part = _indented(code) == _indented(line) and _GOES_ON.match(code)
        if code.strip() and (is_last or not is_deeper and not is_part):
            return last
        is_last = bool(is_part) and code.strip().startswith("return")
        last = number if code.strip() else last
    return last


_GOES_ON = re.compile(r"\s*(?:elif\b.*:|(?:else|finally|except\b.*)\s*:|return\b)")


def misplaced(error: ScriptError, text: str) -> Diagnosis | None:
    """It parses, and Python says that a statement may not stand where it is."""
    tree = parsing.parsed(text)
    if tree is None or not error.line:
        return None
    late = re.match(
        r"name '(\w+)' is (?:used|assigned to) (?:prior to|before) (global)", error.message
    )
    if late is not None:
        is_inside = any(
            isinstance(node, _FUNCTIONS) and node.lineno < error.line <= (node.end_lineno or 0)
            for node in ast.walk(tree)
        )
        kind = Kind.GLOBAL_LATE if is_inside else Kind.GLOBAL_OUTSIDE
        return Diagnosis(kind, (late[1], error.line))
    alone = re.match(r"no binding for nonlocal '(\w+)' found", error.message)
    if alone is not None:
        return Diagnosis(Kind.NONLOCAL_NOTHING, (alone[1], error.line))
    waits = re.match(r"'(await|async for|async with)' outside (?:async )?function", error.message)
    if waits is not None:
        return Diagnosis(Kind.AWAIT_OUTSIDE, (waits[1], error.line))
    for word, kinds, around, kind in _PLACES:
        for node in _outside(tree, around):
            if isinstance(node, kinds) and node.lineno == error.line and word in error.message:
                if isinstance(node, ast.Return) and (ends := _ends_script(tree, node)):
                    return Diagnosis(ends, (error.line,))
                is_alone = around is _LOOPS and not _has_loop_above(tree, error.line)
                return Diagnosis(Kind.NO_LOOP if is_alone else kind, (word, error.line))
    return None


def _ends_script(tree: ast.Module, left: ast.Return) -> Kind | None:
    """A `return` in a block of the script's own that no function stands right above: it is meant
    to end the script, or the loop around it."""
    if left.value is not None and ast.unparse(left.value) not in ("None", "0", "1", "-1"):
        return None  # it answers what a function is asked
    for above, each in zip([None, *tree.body], tree.body, strict=False):
        if left.lineno in range(each.lineno, (each.end_lineno or 0) + 1):
            is_block = isinstance(each, ast.If | ast.Try | ast.With | ast.For | ast.While)
            if isinstance(above, ast.FunctionDef | ast.ClassDef) or not is_block:
                return None
            is_in_loop = any(
                isinstance(loop, _LOOPS) and left in ast.walk(loop) for loop in ast.walk(each)
            )
            return Kind.RETURN_IN_LOOP if is_in_loop else Kind.RETURN_ENDS_SCRIPT
    return None


def _has_loop_above(tree: ast.Module, line: int) -> bool:
    return any(isinstance(node, _LOOPS) and node.lineno < line for node in ast.walk(tree))


def _outside(node: ast.AST, around: tuple[type[ast.AST], ...]) -> list[ast.AST]:
    """All nodes that stand in none of these; of a loop, in none of the same function."""
    found = []
    for child in ast.iter_child_nodes(node):
        found.append(child)
        if not isinstance(child, around):
            found += _outside(child, around)
        elif around is _LOOPS:
            found += _functions_in(child)
    return found


def _functions_in(loop: ast.AST) -> list[ast.AST]:
    found = []
    for node in ast.walk(loop):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += _outside(node, _LOOPS)
    return found
