"""Rules for a text that begins with f, in a line that does not parse. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.syntax import scanner
from reloader_core.explain.syntax.trial import Broken

_TEXT = re.compile(r"\b[fF][rR]?([\"'])((?:\\.|(?!\1).)+)\1")
_EMPTY = re.compile(r"(?<!\{)\{\s*\}(?!\})")
_SIGN = re.compile(r"\{([^{}!:]*[\w\])])\s*([!?.;€$£%°]+)\}")
_FIELD = re.compile(
    r"\{\s*[^\W\d][\w.]*(?:\[[^\[\]{}]*\]|\([^(){}]*\))*(?:![rsa])?(?::[^\s{}\"']*)?"
)
_GOES_ON = re.compile(r"\s*(?:[-+*/%<>]|[=!]=|(?:if|and|or|not|in|is|for)\b)[^{]*$")
"""What is calculated does not end before it, as no other bracket follows."""


def quotes(broken: Broken) -> Diagnosis | None:
    """In the curly brackets the same quotation marks as around the text."""
    line = broken.line(broken.at)
    for found in re.finditer(r"\b[fF][rR]?([\"'])(?!\1)", line):
        quote, other = found[1], "'" if found[1] == '"' else '"'
        behind = line[found.end() :]
        for inside in re.finditer(r"\{[^{}]*\}", behind):  # of the same length
            changed = inside[0].replace(quote, other)
            behind = behind[: inside.start()] + changed + behind[inside.end() :]
        if broken.is_mended(broken.at, line[: found.end()] + behind):
            return Diagnosis(Kind.FORMAT_QUOTES, (broken.at,))
    return None


def empty(broken: Broken) -> Diagnosis | None:
    """f"{} euro", perhaps with .format() behind it."""
    line = broken.line(broken.at)
    if not any(_EMPTY.search(found[2]) for found in _TEXT.finditer(line)):
        return None
    if not broken.is_mended(broken.at, _EMPTY.sub("{0}", line)):
        return None
    for found in _TEXT.finditer(line):
        without = line[: found.start()] + line[found.start() + 1 :]
        is_twice = line[found.end() :].startswith(".format(")
        if is_twice and broken.is_mended(broken.at, without):
            return Diagnosis(Kind.FORMAT_TWICE, (broken.at,))
    return Diagnosis(Kind.FORMAT_EMPTY, (broken.at,))


def sign_inside(broken: Broken) -> Diagnosis | None:
    """f"Hello {name!}" """
    line = broken.line(broken.at)
    for text in _TEXT.finditer(line):
        found = _SIGN.search(text[2])
        if found is None:
            continue
        instead = f"{{{found[1]}}}{found[2]}"
        at = text.start(2)
        changed = line[: at + found.start()] + instead + line[at + found.end() :]
        if broken.is_mended(broken.at, changed):
            return Diagnosis(Kind.FORMAT_SIGN, (broken.at, found[2], instead))
    return None


def brace(broken: Broken) -> Diagnosis | None:
    """One that is not closed, or closes nothing."""
    line = broken.line(broken.at)
    for text in _TEXT.finditer(line):
        for at, mark in _odd_braces(text[2]):
            place = text.start(2) + at
            if mark == "}" and broken.is_mended(broken.at, line[:place] + line[place + 1 :]):
                return Diagnosis(Kind.FORMAT_EXTRA, (broken.at,))
            field = _FIELD.match(line, place)
            if mark == "{" and field is not None:
                changed = f"{line[: field.end()]}}}{line[field.end() :]}"
                is_more = _GOES_ON.match(line, field.end()) is not None
                if not is_more and broken.is_mended(broken.at, changed):
                    return Diagnosis(Kind.FORMAT_OPEN, (broken.at, f"{field[0]}}}"))
    said = ("f-string: expecting '}'", "f-string: single '}'", "'{' was never")
    is_brace = str(broken.mistake.msg).startswith(said) and line.count("{") != line.count("}")
    if is_brace and re.search(r"\b[fF][rR]?[\"']", line):
        return Diagnosis(Kind.FORMAT_BRACE, (broken.at,))
    return None


def bracket(broken: Broken) -> Diagnosis | None:
    """In the curly brackets a round or square one that closes nothing, or is never closed."""
    line = broken.line(broken.at)
    for text in _TEXT.finditer(line):
        for field in re.finditer(r"\{([^{}]*)\}", text[2]):
            start, end = (text.start(2) + field.start(1), text.start(2) + field.end(1))
            found = scanner.scan(field[1])
            if found.extra is not None:
                at = start + found.extra.at
                if broken.is_mended(broken.at, line[:at] + line[at + 1 :]):
                    return Diagnosis(Kind.BRACKET_EXTRA, (found.extra.text, broken.at))
            for mark in reversed(found.open):
                closing = scanner.CLOSING[mark.text]
                ends = [end, *(start + each.start() for each in re.finditer("[:!]", field[1]))]
                if any(broken.is_mended(broken.at, line[:e] + closing + line[e:]) for e in ends):
                    return Diagnosis(Kind.BRACKET_OPEN, (mark.text, broken.at, closing))
    return None


def _odd_braces(inside: str) -> Iterator[tuple[int, str]]:
    """Where a } closes nothing; if something stays open, where each { is, from the left."""
    open_: list[int] = []
    at = 0
    while at < len(inside):
        each = inside[at]
        if each in "{}" and inside[at : at + 2] == each * 2 and not open_:
            at += 1
        elif each == "{":
            open_.append(at)
        elif each == "}" and open_:
            open_.pop()
        elif each == "}":
            yield at, each
        at += 1
    if open_:
        yield from ((found.start(), "{") for found in re.finditer(r"\{", inside))
