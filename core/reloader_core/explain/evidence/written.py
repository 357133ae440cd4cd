"""Numbers as people write them, which int() and float() do not read. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_SHOWN = 30
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_SIGN = r"[^\w\s.,+\-*/()\[\]:]"
"""Of a currency, per cent and the like."""
_UNIT = r"[^\W\d_]{2,}|[^\W\d_](?=\s|$)"
_WITH_MORE = (
    re.compile(rf"\s*{_NUMBER}(?P<rest>\s*{_SIGN}|\s+(?:{_UNIT})|[^\W\d_]{{2,}})\s*"),
    re.compile(rf"\s*(?P<rest>{_SIGN}\s*|[^\W\d_]{{2,}}\s+){_NUMBER}\s*"),
)
_GROUPED = re.compile(r"\s*[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?\s*")
_SEVERAL = re.compile(r"\s*[-+]?\d+(?:\.\d+)?(?:(?P<sign>[ ,;]) *[-+]?\d+(?:\.\d+)?){1,}\s*")


def is_number(function: str, text: str) -> bool:
    """Does int() or float() read it?"""
    try:
        (int if function == "int" else float)(text)
    except ValueError:
        return False
    return True


def is_no_number(facts: Facts, node: ast.expr) -> bool:
    """A text that is known, and that int() does not read."""
    value = place.known(facts, node)
    text = value.text if value is not None else None
    return text is not None and not is_number("int", text)


def with_more(function: str, text: str) -> Diagnosis | None:
    """There is a number in it, and something else."""
    name = f"{function}()"
    if len(text) > _MOST_SHOWN or "\n" in text.strip():
        return None
    if _GROUPED.fullmatch(text):
        return Diagnosis(Kind.NUMBER_GROUPED, (name, text))
    for pattern in _WITH_MORE:
        if (said := pattern.fullmatch(text)) and not re.search(r"[\\'\"]|minus", said["rest"]):
            return Diagnosis(Kind.NUMBER_WITH_MORE, (name, text, said["rest"].strip()))
    if (said := _SEVERAL.fullmatch(text)) and _is_several(text, said["sign"]):
        sign = "" if said["sign"] == " " else repr(said["sign"])
        return Diagnosis(Kind.SEVERAL_NUMBERS, (name, text, f".split({sign})"))
    return None


def _is_several(text: str, sign: str) -> bool:
    """And not a single one with a decimal comma."""
    return sign != "," or text.count(",") > 1 or ", " in text
