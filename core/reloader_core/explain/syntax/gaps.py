"""Rules for a blank that parts what belongs together in a line that does not parse: the words of a
name, a text and the letter before it, a function and what it is given. Pure."""

from __future__ import annotations

import keyword
import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.trial import Broken

_CALLED = r"\b(range|len|input|int|str|float|list|sum|max|min|sorted|open|round|abs)\s+"
_WORDS = re.compile(r"(?<![\w.])(?=(([^\W\d]\w*)((?: \w+)+)))")
"""Two words and more, also those that begin inside of others."""


def blank_inside(broken: Broken) -> Diagnosis | None:
    """`print(total price)`, where the script has a total_price; `for big dog in dogs:`"""
    code = broken.code(broken.at)
    found = mended = None
    for each in _WORDS.finditer(code):
        words = each[1].split()
        for count in range(len(words), 1, -1):
            name = "_".join(words[:count])
            if name in broken.names and not any(map(keyword.iskeyword, words[:count])):
                found = found or (" ".join(words[:count]), name)
                mended = re.sub(rf"(?<![\w.]){' '.join(words[:count])}\b", name, mended or code)
    if found and mended and broken.is_mended(broken.at, mended):
        return Diagnosis(Kind.BLANK_IN_NAME, (found[0], broken.at, found[1]))
    header = re.match(r"(\s*for\s+)(\w+(?: \w+)+)(\s+in\b.*)$", code)
    header = header or re.match(r"(\s*def\s+)(\w+(?: \w+)+)(\s*\(.*)$", code)
    return _of_words(broken, header[1], header[2], header[3]) if header else None


def _of_words(broken: Broken, before: str, words: str, behind: str) -> Diagnosis | None:
    """They are to be one name. Where the last of two alone is used, the one before it is too
    much, as in `for each item in items`."""
    if any(map(keyword.iskeyword, words.split())):
        return None
    name, (first, *_between, last) = words.replace(" ", "_"), words.split()
    if not broken.is_mended(broken.at, f"{before}{name}{behind}"):
        return None
    is_alone = last in broken.names and not broken.sets(last) and words not in broken.others
    if is_alone and name not in broken.names and words == f"{first} {last}":
        return Diagnosis(Kind.NO_SUCH_WORD, (first, broken.at))
    return Diagnosis(Kind.BLANK_IN_NAME, (words, broken.at, name))


def blank_in_name(broken: Broken) -> Diagnosis | None:
    """`my age = 5`"""
    found = re.match(r"(\s*)(\w+(?: \w+)+)(\s*=(?!=).*)$", broken.line(broken.at))
    return _of_words(broken, found[1], found[2], found[3]) if found else None


def call_brackets(broken: Broken) -> Diagnosis | None:
    code = broken.code(broken.at)
    for found in re.finditer(_CALLED, code):
        behind = code[found.end() :]
        colon = ":" if behind.endswith(":") else ""
        changed = f"{code[: found.start()]}{found[1]}({behind.removesuffix(':')}){colon}"
        if broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.CALL_BRACKETS, (found[1], broken.at))
    return None


def own_call_brackets(broken: Broken) -> Diagnosis | None:
    """`display board`, of a function of the script's, whatever the word means elsewhere."""
    code = broken.code(broken.at)
    found = re.match(r"(\s*(?:[\w.]+\s*=\s*|return\s+)?)([^\W\d]\w*)\s+([\w\"'].*)$", code)
    if found is None or keyword.iskeyword(found[2]) or not broken.defines(found[2]):
        return None
    if broken.is_mended(broken.at, f"{found[1]}{found[2]}({found[3]})"):
        return Diagnosis(Kind.CALL_BRACKETS, (found[2], broken.at))
    return None


def prefix_apart(broken: Broken) -> Diagnosis | None:
    """`print(f "Hello {name}")`, where no variable is called f."""
    line = broken.line(broken.at)
    for found in re.finditer(r"(?<![\w.\"'])([fFrRbB])\s+(?=[\"'])", line):
        changed = f"{line[: found.start()]}{found[1]}{line[found.end() :]}"
        if found[1] not in broken.names and broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.PREFIX_APART, (found[1], broken.at))
    return None
