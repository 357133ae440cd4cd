"""What is wrong with the JSON in a file, where that file is known: by its text, which is read. The
rest is said by forms.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, read_files
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_AT = re.compile(r"([A-Z].*): line \d+ column \d+ \(char (\d+)\)")
_WORDS = {"True": "true", "False": "false", "None": "null"}
_NAME = re.compile(r"([^\W\d]\w*)\s*:")


def wrong(facts: Facts) -> Diagnosis | None:
    """None: it is not sure which file was read."""
    said = _AT.fullmatch(facts.message)
    if said is None:
        return None
    index = int(said[2])
    found = {each for each in read_files.named(facts) if _is_read(facts, each[1], index)}
    if len(found) != 1:
        return None
    name, text = found.pop()
    if not text.strip():
        return Diagnosis(Kind.JSON_EMPTY_OF, (name,)) if _loads_file(facts) else None
    return _judged(name, text, index, said[1])


def _is_read(facts: Facts, text: str, index: int) -> bool:
    """What stood around the place is in this file, and the file ends where that did."""
    match facts.told.get("json"):
        case (str(before), str(behind)):
            pass
        case _:
            return False
    if not before.strip() and not behind.strip():
        return not text.strip()
    here = text[max(0, index - len(before)) : index], text[index : index + len(behind)]
    is_whole = len(behind) >= _TOLD or not text[index + len(behind) :].strip()
    return here == (before, behind) and is_whole and index <= len(text)


_TOLD = 60
"""So many characters are told behind the place: agent/crash.py."""


def _loads_file(facts: Facts) -> bool:
    """json.load(file), or json.loads(file.read()): no other text can have been empty."""
    match place.called(facts, "load", "loads"):
        case ast.Call(func=ast.Attribute(attr="load") | ast.Name(id="load")):
            return True
        case ast.Call(args=[ast.Call(func=ast.Attribute(attr="read" | "read_text"))]):
            return True
    return False


def _judged(name: str, text: str, index: int, words: str) -> Diagnosis:
    before, behind = text[:index], text[index:]
    at = (name, *_place(text, index))
    if words == "Extra data":
        return _more(name, text, index)
    if behind.startswith(("//", "/*", "#")):
        return Diagnosis(Kind.JSON_COMMENT_OF, at)
    if behind.startswith("'"):
        return Diagnosis(Kind.JSON_SINGLE_OF, at)
    if (comma := re.search(r",\s*\Z", before)) and behind[:1] in ("]", "}"):
        return Diagnosis(Kind.JSON_COMMA_OF, (name, *_place(text, comma.start())))
    if re.match(r",\s*[\]}]", behind):  # from 3.13
        return Diagnosis(Kind.JSON_COMMA_OF, at)
    if word := re.match(r"(True|False|None)\b", behind):
        return Diagnosis(Kind.JSON_WORD_OF, (*at, word[1], _WORDS[word[1]]))
    if words.startswith("Expecting property name") and (bare := _NAME.match(behind)):
        return Diagnosis(Kind.JSON_NAME_OF, (*at, bare[1], f'"{bare[1]}"'))
    if words.startswith(("Unterminated string", "Invalid control character")):
        is_line_end = words.startswith("U") or behind.startswith("\n")
        return Diagnosis(Kind.JSON_NOT_ENDED, at[:2]) if is_line_end else _unknown(at)
    if words.startswith("Expecting ',' delimiter"):
        return _no_comma(name, text, index) or _unknown(at)
    return _unknown(at)


def _unknown(at: tuple[str, int, int]) -> Diagnosis:
    return Diagnosis(Kind.NOT_JSON_OF, at)


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _more(name: str, text: str, index: int) -> Diagnosis:
    """Behind what is complete: another value, in a line of its own, as each."""
    is_each = text[:index].strip().count("\n") == 0 and text[:index].endswith("\n")
    line, column = _place(text, index)
    if is_each and text[index : index + 1] == text.lstrip()[:1]:
        return Diagnosis(Kind.JSON_LINES_OF, (name, line))
    return _unknown((name, line, column))


def _no_comma(name: str, text: str, index: int) -> Diagnosis | None:
    """What follows cannot belong to the value that has just ended."""
    before, behind = text[:index], text[index:]
    gap = before[len(before.rstrip()) :]
    if not behind:
        return _open(name, text)
    if re.match(r'"[^"\n]*"\s*:', behind) and gap and before.rstrip()[-1:] != ",":
        line, column = _place(text, index)
        if "\n" in gap:
            return Diagnosis(Kind.JSON_NO_COMMA, (name, _place(text, len(before.rstrip()))[0]))
        return Diagnosis(Kind.JSON_NO_COMMA_AT, (name, line, column))
    if "\n" in gap and behind[0] in '"{[':
        return Diagnosis(Kind.JSON_NO_COMMA, (name, _place(text, len(before.rstrip()))[0]))
    return None


def _open(name: str, text: str) -> Diagnosis | None:
    """At the end, with a bracket that was opened and not closed."""
    bare = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", text)
    missing = [
        close for opened, close in ("{}", "[]") if bare.count(opened) == bare.count(close) + 1
    ]
    others = bare.count("{") + bare.count("[") - bare.count("}") - bare.count("]")
    if len(missing) != 1 or others != 1:
        return None
    return Diagnosis(Kind.JSON_OPEN, (name, missing[0]))
