"""What differs from run to run although nothing was changed: times, addresses, random numbers.

Times and addresses are known by their form. A number may be random, or just what the user has
changed: that is for the reader to say, so lines that differ in nothing else are only counted.
"""

from __future__ import annotations

import re

_TIMES_AND_ADDRESSES = re.compile(
    r"""
    \b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\b
    | \b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\b
    | \b\d+(?:[.,]\d+)?(?:e-?\d+)?\ ?(?:ns|us|µs|ms|s|secs?|seconds?)\b
    | \b1[5-9]\d{8}(?:\.\d+)?\b                                          # seconds since 1970
    | \b0x[0-9a-fA-F]{4,16}\b
    | \b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b
    """,
    re.VERBOSE,
)
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*(?:e[-+]?\d+)?")
_MAY_HAVE_ANY = re.compile(r"\d")


def without_times(line: str) -> str:
    """The line with one sign for each time, duration and address."""
    return _TIMES_AND_ADDRESSES.sub("\0", line) if _MAY_HAVE_ANY.search(line) else line


def without_numbers(line: str) -> str:
    """As without_times(), and for each other number, too."""
    return _NUMBERS.sub("\0", without_times(line))
