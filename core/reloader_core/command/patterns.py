"""What is wrong with a pattern of files that restart a script, or that never do. Pure."""

from __future__ import annotations

import enum
import os


class PatternFault(enum.Enum):
    EMPTY = "there is nothing in it"
    STARS = "** does not stand alone between slashes"
    BRACKET = "a [ is not closed"


def pattern_fault(pattern: str) -> PatternFault | None:
    """None: it can be used, though it may match nothing."""
    if not pattern.strip() or "\0" in pattern:
        return PatternFault.EMPTY
    if any("**" in part and part != "**" for part in pattern.replace(os.sep, "/").split("/")):
        return PatternFault.STARS
    return PatternFault.BRACKET if pattern.count("[") > pattern.count("]") else None
