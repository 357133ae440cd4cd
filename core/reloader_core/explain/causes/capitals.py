"""A pattern that a text does not fit as its letters are capital or small: the same one for both.
Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import matched
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ESCAPED = re.compile(r"\\.")
_GROUP = re.compile(r"\(\?(?::|P<\w+>)")
_LETTERS_AMONG = re.compile(r"\[[^\]]*[A-Za-z]|\(\?")
"""A class such as [A-Z], which may be meant to tell them apart; and what sets something itself."""


def either(
    facts: Facts, values: tuple[str | int, ...], search: tuple[ast.Call, ast.Constant], text: str
) -> Diagnosis | None:
    """`values`: the name of what is None, the line of the search, the text, the pattern's line."""
    call, pattern = search
    written, look = str(pattern.value), matched.looks(call)
    plain = _GROUP.sub("(", _ESCAPED.sub("", written))
    if look is None or _LETTERS_AMONG.search(plain):
        return None
    if not re.search("[A-Za-z]", plain) or matched.fits_either(look, written, text) is None:
        return None
    asked = _takes_flags(facts, call)
    whole = place.in_full(facts, asked) if asked is not None else "..."
    if "..." in whole or not whole.endswith(")") or asked is None:
        return None
    instead = f"{whole[:-1].rstrip().rstrip(',')}, re.IGNORECASE)"
    return Diagnosis(Kind.TEXT_CAPITALS, (values[0], *values[2:], asked.lineno, instead))


def _takes_flags(facts: Facts, call: ast.Call) -> ast.Call | None:
    """The call that the flags belong into: re.search() and the like, or re.compile()."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    found = origin.value(facts, owner) if isinstance(owner, ast.Name) else None
    asked = call if place.is_name(owner or call, "re") else found
    match asked:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), keywords=[]):
            return asked
    return None
