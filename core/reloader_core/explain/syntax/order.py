"""Rules for what is another language's way in a line that does not parse, and for an order that
Python has not. Pure."""

from __future__ import annotations

import ast
import builtins
import re

from reloader_core.explain.evidence import parsing, scope
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import without_else
from reloader_core.explain.syntax.scanner import scan
from reloader_core.explain.syntax.trial import Broken

_COMMAND = re.compile(
    r"\s*[!%$]?\s*((?:pip3?|python3?|py|conda|cd|git|sudo|apt|apt-get|brew|npm)\s+(?!=)\S.*)$"
)
_BLOCK = r"(?:if|elif|else|for|while|def|class|try|except|finally|with)\b"
_MOST_SHOWN = 40
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|[\w.]+(?:\[[^\[\]]*\])?)"
_COMPARED = rf"{_VALUE}\s*(?:[<>]=?|[!=]=)\s*{_VALUE}"
_HALF = re.compile(
    rf"([\w.]+(?:\[[^\[\]]*\])?)\s*([<>]=?|[!=]=)\s*({_VALUE})\s+(and|or)\s+(?=(?:[<>]=?|[!=]=))"
)
"""A condition, and one behind it that lacks its left side."""
_COMPARES = re.compile(r"[<>!=]=|[<>]|\b(?:and|or|not|in|is)\b")


def terminal_command(broken: Broken) -> Diagnosis | None:
    found = _COMMAND.match(broken.code(broken.at))
    if found and broken.is_mended(broken.at, "pass"):
        return Diagnosis(Kind.TERMINAL_COMMAND, (broken.at, found[1][:_MOST_SHOWN]))
    return None


def except_as(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*)except\s+([\w.]+|\([^)]*\))\s*,\s*(\w+)\s*:?$", code)
    if found is None:
        return None
    is_type = isinstance(getattr(builtins, found[3], None), type) or found[3].endswith("Error")
    named = f"({found[2]}, {found[3]})" if is_type else f"{found[2]} as {found[3]}"
    if broken.is_mended(broken.at, f"{found[1]}except {named}:"):
        return Diagnosis(Kind.EXCEPT_AS, (broken.at, f"except {named}:"))
    return None


def colon_in_dict(broken: Broken) -> Diagnosis | None:
    line = broken.line(broken.at)
    above = broken.scan_before(broken.at).open
    if "{" not in line and not (above and above[-1].text == "{"):
        return None
    own = scan(line)
    if "{" in line and not any("{" in line[start:end] for start, end in own.code):
        return None  # in a text
    begin = line.find("{") + 1
    inside = re.sub(r"((?:\"[^\"]*\"|'[^']*'|\w+)\s*)=(?!=)", r"\1:", line[begin:])
    if inside != line[begin:] and broken.is_mended(broken.at, line[:begin] + inside):
        return Diagnosis(Kind.COLON_IN_DICT, (broken.at,))
    for found in re.finditer(r"(?:\"[^\"]*\"|'[^']*')(\s+)(?=[\w\"'\[{(-])", line[begin:]):
        before, behind = line[: begin + found.start(1)], line[begin + found.end(1) :]
        is_comma = broken.is_mended(broken.at, f"{before}, {behind}")
        if not is_comma and broken.is_mended(broken.at, f"{before}: {behind}"):
            return Diagnosis(Kind.COLON_IN_DICT, (broken.at,))
    return _pairs_without(broken) if above and above[-1].text == "{" else None


def _pairs_without(broken: Broken) -> Diagnosis | None:
    """Two or more lines in curly brackets have a key and a value, and nothing between them."""
    pair = re.compile(r"(\s*(?:\"[^\"]*\"|'[^']*'|\d+))\s+((?:\"[^\"]*\"|'[^']*'|[\w.]+)\s*,?)$")
    found = [pair.match(broken.code(each)) for each in range(1, len(broken.lines) + 1)]
    lines = [
        f"{each[1]}: {each[2]}" if each is not None else line
        for each, line in zip(found, broken.lines, strict=True)
    ]
    is_several = len([each for each in found if each is not None]) > 1
    if is_several and broken.is_mended_by("\n".join(lines), broken.at):
        return Diagnosis(Kind.COLON_IN_DICT, (broken.at,))
    return None


def braces(broken: Broken) -> Diagnosis | None:
    """Around a block."""
    for number in (broken.at, broken.before(broken.at)):
        code = broken.code(number)
        found = re.match(rf"(\s*(?:\}}\s*)?)({_BLOCK}.*?)\s*\{{$", code)
        if found:
            mended = f"{found[1].replace('}', '')}{found[2].rstrip(': ')}:"
            if broken.is_mended(number, mended):
                return Diagnosis(Kind.BRACES, (number,))
        if re.match(rf"\s*{_BLOCK}", code) and broken.code(number + 1).strip() == "{":
            lines = list(broken.lines)
            lines[number - 1 : number + 1] = [f"{code.rstrip(': ')}:", ""]
            if broken.is_mended_by("\n".join(lines), number + 1):
                return Diagnosis(Kind.BRACES, (number,))
    return None


def for_of_others(broken: Broken) -> Diagnosis | None:
    found = re.match(r"\s*for\b[^\"']*;[^\"']*;", broken.code(broken.at))
    return Diagnosis(Kind.FOR_OF_OTHERS, (broken.at,)) if found else None


def import_order(broken: Broken) -> Diagnosis | None:
    found = re.match(r"(\s*)import\s+(\w[\w, ]*?)\s+from\s+([\w.]+)$", broken.code(broken.at))
    if found is None:
        return None
    instead = f"from {found[3]} import {found[2]}"
    if broken.is_mended(broken.at, found[1] + instead):
        return Diagnosis(Kind.IMPORT_ORDER, (broken.at, instead))
    return None


def no_such_word(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(rf"(\s*{_BLOCK}.*?)\s*\b(then|do|begin)\s*:?$", code)
    if found and broken.is_mended(broken.at, f"{found[1]}:"):
        return Diagnosis(Kind.NO_SUCH_WORD, (found[2], broken.at))
    found = re.search(r"\blambda\b[^:\"']*:\s*(return\s+)", code)
    if found and broken.is_mended(broken.at, code[: found.start(1)] + code[found.end(1) :]):
        return Diagnosis(Kind.NO_SUCH_WORD, ("return", broken.at))
    return None


def choice_sign(broken: Broken) -> Diagnosis | None:
    """`x = a > b ? a : b`"""
    code = broken.code(broken.at)
    found = re.match(
        r"(.*?(?:=|\breturn\b|\()\s*)([^?=]+(?:[=!<>]=[^?=]+)?)\?([^:?]+):([^:?]+?)(\)?)$", code
    )
    if found is None:
        return None
    one, condition, other = found[3].strip(), found[2].strip(), found[4].strip()
    instead = f"{one} if {condition} else {other}"
    if broken.is_mended(broken.at, f"{found[1]}{instead}{found[5]}"):
        return Diagnosis(Kind.OTHER_OPERATOR, ("?", broken.at, instead))
    return None


def odd_character(broken: Broken) -> Diagnosis | None:
    """Outside of texts and comments, no script may have one of these."""
    if broken.scan.quote is not None:
        return None
    start = sum(len(each) + 1 for each in broken.lines[: broken.at - 1])
    for at, each in enumerate(broken.line(broken.at), start):
        if each in "$?`" and any(begin <= at < end for begin, end in broken.scan.code):
            return Diagnosis(Kind.ODD_CHARACTER, (each, broken.at))
    return None


# -- in another order


def _said(broken: Broken, *beginnings: str) -> bool:
    return str(broken.mistake.msg).startswith(beginnings)


def try_alone(broken: Broken) -> Diagnosis | None:
    if not _said(broken, "expected 'except' or 'finally' block"):
        return None
    indented = _indented(broken.line(broken.at))
    begins = re.match(r"\s*([^\W\d]\w*)\b.*:$", broken.code(broken.at))
    if begins and (meant := nearest(begins[1], ("except", "finally"))):
        return Diagnosis(Kind.WORD_MISSPELT, (begins[1], meant, broken.at))
    for number in range(broken.at - 1, 0, -1):
        code = broken.code(number)
        if re.match(r"\s*try\s*:", code) and _indented(code) >= indented:
            if (below := _except_below(broken, _indented(code))) and indented == _indented(code):
                return Diagnosis(Kind.TRY_PARTED, (broken.at, below))
            return Diagnosis(Kind.TRY_ALONE, (number,))
    return None


def _except_below(broken: Broken, indented: int) -> int:
    """The next line with so many blanks before it, if it begins with `except`; after it nothing
    stands less far to the right."""
    for number in range(broken.at + 1, len(broken.lines) + 1):
        code = broken.code(number)
        if code.strip() and _indented(code) <= indented:
            is_except = re.match(r"\s*(?:except|finally)\b", code) is not None
            return number if is_except and _indented(code) == indented else 0
    return 0


def half_condition(broken: Broken) -> Diagnosis | None:
    """`age > 12 and < 20`, `word == "a" or == "b"`"""
    code = mended = broken.code(broken.at)
    found = first = _HALF.search(code)
    while found is not None:
        what = found[1] if not found[1][0].isdigit() else found[3]
        mended = f"{mended[: found.end()]}{what} {mended[found.end() :]}"
        found = _HALF.search(mended)
    if first is None or not broken.is_mended(broken.at, mended):
        return None
    what = first[1] if not first[1][0].isdigit() else first[3]
    if not (what[0].isalpha() or what[0] == "_"):
        return None
    whole = re.match(rf"{_COMPARED}(?:\s+(?:and|or)\s+{_COMPARED})*", mended[first.start() :])
    return Diagnosis(Kind.HALF_CONDITION, (broken.at, first[4], whole[0] if whole else what))


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip())


def order_of_values(broken: Broken) -> Diagnosis | None:
    if str(broken.mistake.msg) == "positional argument follows keyword argument":
        return _name_left(broken) or Diagnosis(Kind.NAMED_FIRST, (broken.at,))
    if _said(broken, "non-default argument follows", "parameter without a default follows"):
        return _given_by_place(broken) or Diagnosis(Kind.DEFAULT_FIRST, (broken.at,))
    if _said(broken, "expected 'else' after 'if' expression"):
        found = _filter_behind(broken) or without_else.otherwise(broken)
        return found or Diagnosis(Kind.ELSE_MISSING, (broken.at,))
    return None


def _name_left(broken: Broken) -> Diagnosis | None:
    """Of a function of the script's, the only parameter that gets nothing yet."""
    code = broken.code(broken.at)
    for comma in re.finditer(r",\s*(?=\S)", code):
        head, value = code[: comma.end()], code[comma.end() :]
        marked = f"{head}{_MARK}={value}"
        if not broken.is_mended(broken.at, marked):
            continue
        lines = [*broken.lines[: broken.at - 1], marked, *broken.lines[broken.at :]]
        tree = parsing.parsed("\n".join(lines))
        for call in ast.walk(tree) if tree is not None else ():
            match call:
                case ast.Call(func=ast.Name(id=name), keywords=[_, *_] as named):
                    given = next((each for each in named if each.arg == _MARK), None)
                    free = _free(scope.plain_function(tree, name), call)
                    if given is not None and len(free) == 1:
                        shown = ast.get_source_segment("\n".join(lines), given.value) or "..."
                        return Diagnosis(Kind.NAME_LEFT, (broken.at, f"{free[0]}={shown}"))
    return None


_MARK = "the_name_that_is_left"


def _free(function: ast.FunctionDef | None, call: ast.Call) -> list[str]:
    """Which parameters nothing is given to."""
    if function is None or function.args.vararg or function.args.posonlyargs:
        return []
    if any(isinstance(each, ast.Starred) for each in call.args):
        return []
    names = [each.arg for each in function.args.args][len(call.args) :]
    return [each for each in names if each not in [named.arg for named in call.keywords]]


def _filter_behind(broken: Broken) -> Diagnosis | None:
    """`[n if n > 0 for n in numbers]`: what is left out is said at the end."""
    code = broken.code(broken.at)
    for begin, end in _brackets(code):
        found = re.fullmatch(r"(.+?)\s+(if\b.+?)\s+(for\b.+)", code[begin + 1 : end])
        if found is None or any(found[1].count(a) != found[1].count(b) for a, b in ("()", "[]")):
            continue
        instead = f"{code[begin]}{found[1]} {found[3]} {found[2]}{code[end]}"
        if broken.is_mended(broken.at, code[:begin] + instead + code[end + 1 :]):
            return Diagnosis(Kind.FILTER_BEHIND, (broken.at, instead))
    return None


def _brackets(code: str) -> list[tuple[int, int]]:
    """Where each of a line begins and ends."""
    open_: list[int] = []
    found = []
    for at, each in enumerate(code):
        if each in "([{":
            open_.append(at)
        elif each in ")]}" and open_:
            found.append((open_.pop(), at))
    return sorted(found)


def _given_by_place(broken: Broken) -> Diagnosis | None:
    """All calls of the function give this parameter by its place, so it cannot be moved."""
    line, start = broken.line(broken.at), (broken.mistake.offset or 0) - 1
    found = re.compile(r"[^\W\d]\w*").match(line, max(start, 0))
    if found is None:
        return None
    changed = f"{found[0]}=None".join((line[: found.start()], line[found.end() :]))
    mended = [*broken.lines[: broken.at - 1], changed, *broken.lines[broken.at :]]
    tree = parsing.parsed("\n".join(mended))
    for function in ast.walk(tree) if tree is not None else ():
        if isinstance(function, ast.FunctionDef):
            names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
            where = [each.lineno for each in function.args.args if each.arg == found[0]]
            if where == [broken.at] and tree is not None:
                if _all_give(tree, function.name, names.index(found[0]), names[0] == "self"):
                    return Diagnosis(Kind.DEFAULT_TOO, (broken.at, found[0]))
    return None


def _all_give(tree: ast.Module, name: str, place: int, is_method: bool) -> bool:
    """So many values by their place, in all calls of this function."""
    given = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=found) | ast.Attribute(attr=found)) if found == name:
                is_counted = not any(isinstance(each, ast.Starred) for each in node.args)
                given.append(len(node.args) if is_counted else 0)
    return bool(given) and min(given) > place - is_method


def parameter_value(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*def\s+\w+\s*\()(.*)(\)\s*:)$", code)
    if found is None:
        return None
    numbers = iter(range(1000))
    named = re.sub(
        r"(?:^|(?<=[(,]))\s*(?:\"[^\"]*\"|'[^']*'|\d+)\s*(?=,|$)",
        lambda _value: f" parameter{next(numbers)}",
        found[2],
    )
    if named != found[2] and broken.is_mended(broken.at, f"{found[1]}{named}{found[3]}"):
        return Diagnosis(Kind.PARAMETER_VALUE, (broken.at,))
    return None


def else_condition(broken: Broken) -> Diagnosis | None:
    found = re.match(r"(\s*)else\s*\b(?!if\b)([^:].*?)\s*:?$", broken.code(broken.at))
    if found and _COMPARES.search(found[2]):
        if broken.is_mended(broken.at, f"{found[1]}elif {found[2]}:"):
            return Diagnosis(Kind.ELSE_CONDITION, (broken.at,))
    return None


def behind_else(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    found = re.match(r"(\s*)(elif\b.*|else\s*):$", code)
    if found is None:
        return None
    for number in range(broken.at - 1, 0, -1):
        above = broken.code(number)
        if not above.strip() or _indented(above) > len(found[1]):
            continue
        word = found[2][:4]
        if _indented(above) == len(found[1]) and re.match(r"\s*else\s*:", above):
            condition = found[2][4:] if word == "elif" else " True"
            if broken.is_mended(broken.at, f"{found[1]}if{condition}:"):
                return Diagnosis(Kind.BEHIND_ELSE, (word, broken.at, number))
        return None
    return None


# -- in and around texts


def times_forgotten(broken: Broken) -> Diagnosis | None:
    """2x, where the script has an x."""
    line = broken.line(broken.at)
    for found in re.finditer(r"(?<![\w.])(\d+(?:\.\d+)?) ?([^\W\d]\w*)", line):
        instead = f"{found[1]} * {found[2]}"
        if found[2] in broken.names and not re.match(r"\s*=(?!=)", line[found.end() :]):
            changed = f"{line[: found.start()]}{instead}{line[found.end() :]}"
            if broken.is_mended(broken.at, changed):
                return Diagnosis(Kind.TIMES_FORGOTTEN, (broken.at, instead))
    return None


def line_ends_with(broken: Broken) -> Diagnosis | None:
    """An operator, or a word of an import, with nothing behind it."""
    code = broken.code(broken.at)
    imports = re.match(r"\s*(?:from\s+[\w.]+\s+)?import\b.*?\b(import|as)?$", code)
    if imports and broken.is_mended(broken.at, f"{code} x"):
        return Diagnosis(Kind.LINE_ENDS_WITH, (imports[1] or "import", broken.at))
    found = re.search(r"(\*\*|//|[=!<>]=|[-+*/%=<>]|\b(?:and|or|not|in))\s*(:?)$", code)
    if found and broken.is_mended(broken.at, f"{code[: found.end(1)]} 0{found[2]}"):
        return Diagnosis(Kind.LINE_ENDS_WITH, (found[1], broken.at))
    return None
