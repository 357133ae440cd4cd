"""Where a bracket that is never closed should have been closed, if only one place fits. Pure."""

from __future__ import annotations

import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.scanner import TEXT
from reloader_core.explain.syntax.trial import Broken

_OF_ONE = ("abs", "all", "any", "bool", "callable", "chr", "float", "id", "len", "ord")
"""Functions of Python's own that take a single thing."""
_OF_TEXT = re.compile(rf"\b(?:{'|'.join(_OF_ONE)}|str|int|list|set|tuple|sum|sorted|input)\(\s*$")

_NUMBER_IN_TEXT = re.compile(r"(?<![\w.])(str|repr)\(\s*(round|len|int|float|ord|hash|id)\(")
_METHOD = re.compile(
    r"\.(rjust|ljust|center|zfill|replace|split|strip|lstrip|rstrip|upper|lower|title|capitalize"
    r"|startswith|endswith|isdigit|join|removesuffix|removeprefix|swapcase|isalpha|isnumeric)\("
)
"""What is a method of texts, and of no number."""


def of_one_thing(broken: Broken) -> Diagnosis | None:
    """`round(sum(rain) / len(rain, 1)`: the bracket that Python names is another one, which ends
    at the end of the line."""
    opened = _opened(broken)
    if opened is None:
        return None
    number, code, hidden = opened
    for called in re.finditer(rf"(?<![\w.])({'|'.join(_OF_ONE)})\(", hidden):
        comma = _comma(hidden, called.end())
        if _OF_TEXT.search(hidden[: called.start()]):
            continue  # what follows the comma would be in the brackets of another such one
        if not comma or broken.defines(called[1]) or broken.sets(called[1]):
            continue
        changed = f"{code[:comma]}){code[comma:]}"
        if broken.is_mended(number, changed):
            values = (f"{called[1]}()", number, changed.strip())
            return Diagnosis(Kind.BRACKET_OF_ONE, values)
    return None


def before_method(broken: Broken) -> Diagnosis | None:
    """`str(round(share, 1).rjust(6)`: a number has no such method, so it is of the text."""
    opened = _opened(broken)
    if opened is None:
        return None
    number, code, hidden = opened
    found = [(each, _closed(hidden, each.end())) for each in _NUMBER_IN_TEXT.finditer(hidden)]
    found = [(each, end) for each, end in found if end and _METHOD.match(hidden, end)]
    if len(found) != 1:
        return None
    called, end = found[0]
    changed, method = f"{code[:end]}){code[end:]}", _METHOD.match(hidden, end)
    if method is None or not broken.is_mended(number, changed):
        return None
    if any(broken.defines(each) or broken.sets(each) for each in called.groups()):
        return None
    values = (f"{called[1]}(", number, f"{called[2]}()", method[1], changed.strip())
    return Diagnosis(Kind.BRACKET_BEFORE_METHOD, values)


def _opened(broken: Broken) -> tuple[int, str, str] | None:
    """The line with the innermost ( that stays open, if nothing else is wrong with brackets and
    quotes: its number, and its code, also with all letters of texts hidden."""
    scan = broken.scan
    if not scan.open or scan.extra or scan.mismatch or scan.quote or scan.open[-1].text != "(":
        return None
    number = scan.open[-1].line
    code = broken.code(number)
    return number, code, TEXT.sub(lambda text: "_" * len(text[0]), code)


def _closed(code: str, begin: int) -> int:
    """Right behind the end of the brackets that begin there; 0 if they do not end in this line."""
    depth = 1
    for at in range(begin, len(code)):
        depth += (code[at] in "([{") - (code[at] in ")]}")
        if depth == 0:
            return at + 1
    return 0


def _comma(code: str, begin: int) -> int:
    """The first comma right in the brackets that begin there; 0 if there is none."""
    depth = 0
    for at in range(begin, len(code)):
        depth += (code[at] in "([{") - (code[at] in ")]}")
        if depth < 0:
            return 0
        if code[at] == "," and depth == 0:
            return at
    return 0
