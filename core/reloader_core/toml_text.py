"""TOML that anybody may have written: what a downloaded script says of itself, a damaged file.

Python's own reader needs a time that grows with the square of a key's parts, which is hours for
`a.a.a...` in a megabyte, and it leaves nesting without end to the interpreter's stack. Any thread.
"""

from __future__ import annotations

import re
from typing import Any

MOST_PARTS = 64
"""Of a dotted key: more than anybody writes by hand, and read in no time."""
_DOTTED = re.compile(
    r"""(?:(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)++"""
)


def read_toml(text: str) -> dict[str, Any]:
    """Raises ValueError, which says what is wrong with it."""
    import tomllib  # most scripts have no such text

    if any(each[0].count(".") > MOST_PARTS for each in _DOTTED.finditer(text)):
        raise ValueError(f"a name in it has more than {MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
