"""A text that begins with one quotation mark and ends with the other. Pure."""

from __future__ import annotations

import builtins
import keyword
import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax.scanner import TEXT, Mark
from reloader_core.explain.syntax.trial import Broken

_MOST_SHOWN = 100
_GOES_ON = re.compile(r"\s*(?:$|[,)\]}:+%*#]|[=!]=|\.\w+\(|(?:if|else|in|not|and|or|for|is)\b)")
"""What may stand behind a text."""
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*(?![\w\"']|\s*=(?!=))")


def ends(broken: Broken, mark: Mark) -> Diagnosis | None:
    """`print("Total: ' + name)`: with the same mark there the line is right, and at no other
    place."""
    line = broken.line(mark.line)
    other = '"' if mark.text == "'" else "'"
    found = [
        changed
        for at, sign in enumerate(line)
        if sign == other and _may_end(broken, line, at, mark.text)
        if broken.is_mended(mark.line, changed := f"{line[:at]}{mark.text}{line[at + 1 :]}")
    ]
    instead = found[0].strip() if len(found) == 1 else ""
    if not instead or len(instead) > _MOST_SHOWN:
        return None
    return Diagnosis(Kind.QUOTE_OTHER, (mark.text, mark.line, other, instead))


def _may_end(broken: Broken, line: str, at: int, quote: str) -> bool:
    """What stands before it is a text without such signs, but for those in words, and what is
    behind it no text."""
    begin = line.rfind(quote, 0, at)
    if begin < 0 or line[at - 1] == "\\":
        return False
    inside = re.sub(rf"(?<=\w){line[at]}(?=\w)", "", line[begin + 1 : at])
    rest = line[at + 1 :]
    if line[at] in inside or not _GOES_ON.match(rest):
        return False
    code = TEXT.sub('""', rest).partition("#")[0]
    return all(_is_known(broken, each) for each in _NAME.findall(code))


def _is_known(broken: Broken, name: str) -> bool:
    return keyword.iskeyword(name) or name in broken.names or hasattr(builtins, name)
