"""A date with other signs between its numbers than the form has that it is read by. Pure."""

from __future__ import annotations

import ast
import itertools
import re
from datetime import datetime

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def other_signs(facts: Facts, text: str, form: str) -> Diagnosis | None:
    """`7/8/2011`, of which it cannot be seen what is the day, for `%d.%m.%Y`: where other dates of
    the script have the signs of the form, what is written otherwise is to be changed, else it may
    be the form."""
    found = _signs(text, form)
    if found is None:
        return None
    sign, asked, day = found
    texts = [node for node in place.every(facts, ast.Constant) if isinstance(node.value, str)]
    odd = [node for node in texts if _signs(str(node.value), form) is not None]
    if not any(date_in(str(each.value), form) for each in texts):
        return _of_form(facts, text, form, (sign, asked))
    lines = ", ".join(map(str, sorted({each.lineno for each in odd})))
    if not any(each.value == text for each in odd):
        return None
    shown = repr(text), repr(sign), repr(form), repr(asked), repr(day.strftime(form))
    if len(odd) == 1:
        values = (shown[0], odd[0].lineno, *shown[1:])
        return Diagnosis(Kind.DATE_SIGNS, values)
    if any(_of_pair(str(each.value), form, (sign, asked)) is None for each in odd):
        return None
    return Diagnosis(Kind.DATE_SIGNS_SEVERAL, (*shown, lines))


def _of_form(facts: Facts, text: str, form: str, signs: tuple[str, str]) -> Diagnosis | None:
    sign, asked = signs
    instead = form.replace(asked, sign)
    lines = sorted({e.lineno for e in place.every(facts, ast.Constant) if e.value == form})
    if not lines or date_in(text, instead) is None:
        return None
    shown = repr(text), repr(sign), repr(form), repr(asked), repr(instead)
    return Diagnosis(Kind.DATE_FORM_SIGNS, (*shown, ", ".join(map(str, lines))))


def _signs(text: str, form: str) -> tuple[str, str, datetime] | None:
    """The only sign of the text with which it would be a date in that form, if another one stood
    in its place, and that other one."""
    if date_in(text, form) is not None:
        return None
    said = {each for each in text if not each.isalnum()}
    asked = {each for each in re.sub("%.", "", form) if not each.isalnum()}
    fitting = [
        (*pair, day)
        for pair in itertools.product(sorted(said), sorted(asked))
        if (day := _of_pair(text, form, pair)) is not None
    ]
    return fitting[0] if len(fitting) == 1 else None


def _of_pair(text: str, form: str, pair: tuple[str, str]) -> datetime | None:
    return date_in(text.replace(*pair), form) if pair[0] in text else None


def date_in(text: str, form: str) -> datetime | None:
    """None: it is none in this form."""
    try:
        return datetime.strptime(text, form)
    except (ValueError, re.error):
        return None
