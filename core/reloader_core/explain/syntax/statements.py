"""Rules for a line that does not parse because a statement is not whole: a word or sign of it is
missing, one too many, or two statements stand in one line. Pure."""

from __future__ import annotations

import ast
import builtins
import io
import re
import tokenize

from reloader_core.explain.evidence import parsing, place
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
    given = re.match(r"(\s*[^\W\d][\w.]*(?:\[[^\[\]]*\])?\s*)(=\s+=)(?!=)", code)
    if given and broken.is_mended(broken.at, f"{given[1]}={code[given.end() :]}"):
        return Diagnosis(Kind.OTHER_OPERATOR, (given[2], broken.at, "="))
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
    module = found[2].removeprefix("import").strip()
    if found[2].startswith("import") and not _is_short_for(found[3], module):
        return _of_import(broken, module, found[3])
    return Diagnosis(Kind.AS_MISSING, (broken.at, instead))


def _is_short_for(name: str, module: str) -> bool:
    """np is for numpy: its letters are among those of the module, in their order."""
    letters = iter(module)
    is_taken_out = all(each in letters for each in name)
    return name == "sns" or len(name) < 4 and is_taken_out and name not in place.standard_modules()


def _of_import(broken: Broken, module: str, name: str) -> Diagnosis | None:
    """`import random time`, and `import random randint`; of other modules it is not known what is
    in them."""
    if name in place.standard_modules() and name != module:
        return Diagnosis(Kind.COMMA, (broken.at, module, name))
    if module.partition(".")[0] in place.standard_modules():
        return Diagnosis(Kind.IMPORT_ORDER, (broken.at, f"from {module} import {name}"))
    return None


def def_missing(broken: Broken) -> Diagnosis | None:
    """`greet(name):` with indented lines below it."""
    code, below = broken.code(broken.at), broken.after(broken.at)
    found = re.match(r"(\s*)(([^\W\d]\w*)\s*\(([\w\s,=*]*)\)\s*:)$", code)
    if found is None or not _is_indented(below, found[1]) or hasattr(builtins, found[3]):
        return None
    is_called = re.search(rf"\b{found[3]}\s*\(", broken.others) is not None
    if not is_called and any(map(broken.sets, re.findall(r"[^\W\d]\w*", found[4]))):
        return None  # it is to be done with values that are there
    instead = f"def {found[2]}"
    if broken.is_mended(broken.at, found[1] + instead):
        return Diagnosis(Kind.DEF_MISSING, (broken.at, instead))
    return None


def colon_extra(broken: Broken) -> Diagnosis | None:
    """`x = 5:`"""
    code, below = broken.code(broken.at), broken.after(broken.at)
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
        if _is_factor(broken, first, second.strip()):
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


def _is_factor(broken: Broken, first: str, second: str) -> bool:
    """`x = v cos(angle)`: an operator is missing between the two, as the call gives a number and
    does nothing else."""
    is_given = re.search(r"(?:=|\breturn\b).*\b\w+$", first) is not None
    called = re.match(r"(?:(\w+)\.)?([^\W\d]\w*)\s*\(", second)
    if not is_given or called is None:
        return False
    if called[1]:
        return called[1] in ("math", "cmath", "np", "numpy")
    imported = rf"(?m)^\s*from\s+(?:math|cmath|numpy)\s+import\b.*(?:\b{called[2]}\b|\*)"
    is_of_math = re.search(imported, broken.others) is not None
    return is_of_math or called[2] in ("abs", "round", "len", "sum", "max", "min", "int", "float")


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
