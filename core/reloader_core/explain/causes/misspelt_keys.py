"""A key that is nearly one of a dictionary's: where the text stands that is to be corrected. Pure,
but for evidence/read_files.py."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import stands
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SHORTEST = 3


def where(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """The only place with the key that is not there, if that is another line than the one that
    failed, and the near one stands elsewhere."""
    table, key, near = map(str, found.values)
    text, meant = ast.literal_eval(key), ast.literal_eval(near)
    if not isinstance(text, str) or not isinstance(meant, str):
        return None
    text, meant = text.strip(), meant.strip()
    if len(text) < _SHORTEST or text == meant:
        return None
    lines, files = stands.in_script(facts, text), stands.in_files(facts, text)
    match lines, files:
        case [line], [] if line != facts.line:
            return Diagnosis(Kind.NEAR_KEY_WRITTEN, (table, key, near, line))
        case [], [(name, line)]:
            return Diagnosis(Kind.NEAR_KEY_IN_FILE, (table, key, near, line, name))
    return None
