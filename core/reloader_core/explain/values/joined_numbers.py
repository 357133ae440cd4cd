"""Texts that are more than one number, or a number in another way of writing: '3:53', '2024-05-03',
'3/4', '0x1f'. Pure."""

from __future__ import annotations

import re

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_PART = r"(?:0|[1-9]\d{0,3}|0\d)(?:\.\d+)?"
"""No part of a telephone number."""
_JOINED = re.compile(rf"{_PART}(?P<sign>[:/x×-]){_PART}(?:(?P=sign){_PART})*")
_CLOCK = re.compile(r"\d{1,3}:[0-5]\d")
_DATE = re.compile(
    r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)\d{4}|\d{4}-\d{2}-\d{2}"
)
_BASE = re.compile(r"[-+]?0(?:[xX][0-9a-fA-F]+|[bB][01]+|[oO][0-7]+)")
_MINUS = re.compile(r"[\u2010-\u2015\u2212]\d+(?:\.\d+)?")


def written_otherwise(
    function: str, text: str, shown: str, *, is_operand: bool
) -> Diagnosis | None:
    """`shown`: what stands in the brackets of int(...) or float(...); `is_operand`: that is a part
    of a calculation."""
    text, name = text.strip(), f"{function}()"
    if (date := _date(text, shown)) is not None:
        return Diagnosis(Kind.DATE_FOR_NUMBER, (name, text, date))
    if (said := _JOINED.fullmatch(text)) is None or function == "int" and "." in text:
        return None
    sign = said["sign"]
    parts = f'{shown}.split("{sign}")'
    if sign == "/" and function == "float" and text.count("/") == 1 and _fits(text):
        return Diagnosis(Kind.FRACTION_FOR_NUMBER, (name, text, f"float(Fraction({shown}))"))
    if _CLOCK.fullmatch(text):
        first, second = (f"{function}({parts}[{at}])" for at in (0, 1))
        whole = f"{first} * 60 + {second}"
        return Diagnosis(Kind.CLOCK_TEXT, (name, text, f"({whole})" if is_operand else whole))
    all_of_it = f"[{function}(each) for each in {parts}]"
    return Diagnosis(Kind.NUMBERS_JOINED, (name, text, sign, all_of_it))


def other_signs(function: str, text: str, shown: str) -> Diagnosis | None:
    """Another base, or a dash or the minus of mathematics in front of it."""
    text = text.strip()
    if function == "int" and _BASE.fullmatch(text):
        return Diagnosis(Kind.NUMBER_IN_BASE, (text, f"int({shown}, 0)"))
    if _MINUS.fullmatch(text) is None or function == "int" and "." in text:
        return None
    instead = f'{function}({shown}.replace("{text[0]}", "-"))'
    return Diagnosis(Kind.DASH_FOR_MINUS, (f"{function}()", text, text[0], instead))


def _fits(text: str) -> bool:
    above, below = text.split("/")
    return above.isdigit() and below.isdigit() and int(below) > 0


def _date(text: str, shown: str) -> str | None:
    """How a date is made of it, if it can be read in one way alone."""
    if (said := _DATE.fullmatch(text)) is None:
        return None
    sign = said["sign"]
    if sign is None:
        month, day = map(int, text.split("-")[1:])
        return f"date.fromisoformat({shown})" if month <= 12 and day <= 31 else None
    first, second = int(said["first"]), int(said["second"])
    if not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
        return None
    if sign == "." or first > 12:
        order = f"%d{sign}%m{sign}%Y" if second <= 12 else None
    else:
        order = f"%m{sign}%d{sign}%Y" if second > 12 else None
    return f'datetime.strptime({shown}, "{order}")' if order else None
