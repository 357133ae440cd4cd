"""Rules for a line that does not parse because a statement is not whole: a word or sign of it is
missing, one too many, or two statements stand in one line. Pure."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from reloader_core.explain.evidence import parsing
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_SPLIT_SIGNS = (
    (r"([<>!=])\s+=(?!=)", r"\1="),
    (r"\bnot\s*==?(?!=)", "!="),
    (r"\bis\s*==?(?!=)", "=="),
)
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})(?: |$)")


def split_sign(broken: Broken) -> Diagnosis | None:
    """`x > = 5`, `x not = 5`, `x is == 5`"""
    code = broken.code(broken.at)
    for pattern, instead in _SPLIT_SIGNS:
        found = re.search(pattern, code)
        if found is None or not broken.is_mended(broken.at, re.sub(pattern, instead, code)):
            continue
        return Diagnosis(Kind.OTHER_OPERATOR, (found[0], broken.at, found.expand(instead)))
    return None


def as_missing(broken: Broken) -> Diagnosis | None:
    """`import numpy np`, `with open(name) file:`"""
    code = broken.code(broken.at)
    found = re.match(r"(\s*)((?:import\s+[\w.]+|with\s+\S.*[\w)]))\s+([^\W\d]\w*)(:?)$", code)
    if found is None:
        return None
    instead = f"{found[2]} as {found[3]}{found[4]}"
    if not broken.is_mended(broken.at, found[1] + instead):
        return None
    return Diagnosis(Kind.AS_MISSING, (broken.at, instead))


def def_missing(broken: Broken) -> Diagnosis | None:
    """`greet(name):` with indented lines below it."""
    code, below = broken.code(broken.at), broken.line(broken.at + 1)
    found = re.match(r"(\s*)([^\W\d]\w*\s*\([\w\s,=*]*\)\s*:)$", code)
    if found is None or not _is_indented(below, found[1]):
        return None
    instead = f"def {found[2]}"
    if broken.is_mended(broken.at, found[1] + instead):
        return Diagnosis(Kind.DEF_MISSING, (broken.at, instead))
    return None


def colon_extra(broken: Broken) -> Diagnosis | None:
    """`x = 5:`"""
    code, below = broken.code(broken.at), broken.line(broken.at + 1)
    blanks = code[: len(code) - len(code.lstrip())]
    if not code.endswith(":") or _is_indented(below, blanks):
        return None
    if broken.is_mended(broken.at, code[:-1]):
        return Diagnosis(Kind.COLON_EXTRA, (broken.at,))
    return None


def _is_indented(line: str, blanks: str) -> bool:
    return bool(line.strip()) and line.startswith(blanks) and line[len(blanks)] in " \t"


def comma_extra(broken: Broken) -> Diagnosis | None:
    """`[1,, 2]`"""
    code = broken.code(broken.at)
    for found in re.finditer(r"(?<=[\[({,])\s*,", code):
        if broken.is_mended(broken.at, code[: found.start()] + code[found.end() :]):
            return Diagnosis(Kind.COMMA_EXTRA, (broken.at,))
    return None


def point_for_comma(broken: Broken) -> Diagnosis | None:
    """`print("a". "b")`"""
    code = broken.code(broken.at)
    for found in re.finditer(r"(?<=[\"'\])\w])\s*\.\s*(?=[\"'])", code):
        if broken.is_mended(broken.at, f"{code[: found.start()]}, {code[found.end() :]}"):
            return Diagnosis(Kind.POINT_FOR_COMMA, (broken.at,))
    return None


def two_in_line(broken: Broken) -> Diagnosis | None:
    """`x = 5 print(x)`"""
    line = broken.line(broken.at)
    blanks = line[: len(line) - len(line.lstrip())]
    for at in _names_at(line):
        first, second = line[:at].strip(), line[at:]
        if not _is_statement(first, may_be_name=False) or not _is_statement(second.strip()):
            continue
        lines = list(broken.lines)
        lines[broken.at - 1 : broken.at] = [blanks + first, blanks + second]
        if broken.is_mended_by("\n".join(lines), broken.at + 1):
            return Diagnosis(Kind.TWO_IN_LINE, (broken.at, second.strip()))
    return None


def _names_at(line: str) -> list[int]:
    """Where names begin, but for the first, outside of brackets."""
    found, depth = [], 0
    blanks = len(line) - len(line.lstrip())
    try:
        for token in tokenize.generate_tokens(io.StringIO(line.strip() + "\n").readline):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
            elif token.type == tokenize.NAME and depth == 0 and token.start[1] > 0:
                found.append(token.start[1] + blanks)
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def _is_statement(text: str, *, may_be_name: bool = True) -> bool:
    """One that does something by itself; `may_be_name`: a call, or what gives a name a value."""
    tree = parsing.parsed(text)
    match tree.body if tree is not None else []:
        case [ast.Expr(value=ast.Call())]:
            return True
        case [ast.Expr()]:
            return False
        case [ast.Assign() | ast.AugAssign() | ast.Return() | ast.Import() | ast.ImportFrom()]:
            return True
        case [_]:
            return not may_be_name
    return False


def conflict(broken: Broken) -> Diagnosis | None:
    """What Git leaves in a file where two have changed the same lines."""
    if _CONFLICT.match(broken.line(broken.at)) is None:
        return None
    lines, is_first = [], False
    for line in broken.lines:
        mark = _CONFLICT.match(line)
        if mark is not None:
            is_first = mark[1][0] == "<"
        lines.append("" if mark is not None or is_first else line)
    if broken.is_mended_by("\n".join(lines), broken.at):
        return Diagnosis(Kind.CONFLICT, (broken.at,))
    return None
