"""How long others mend what the packages bring along: CPython, and the OpenSSL inside.

A part of `dev.py lint`; pip-audit knows neither of them. The last line says what is so today. Ends
with 1 where a CPython's own end has come: then packages must move on. What has other ends (binaries
that python.org makes no more, OpenSSL's branch) is said, for whoever releases has to know it.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence

import _windows_python
from builder.context import PYTHON_VERSION

DAY = datetime.date
# devguide.python.org/versions: python.org's last binaries (two years after the first version), and
# the last fixes of security (five).
CPYTHON = {
    (3, 11): (DAY(2024, 4, 2), DAY(2027, 10, 31)),
    (3, 12): (DAY(2025, 4, 8), DAY(2028, 10, 31)),
    (3, 13): (DAY(2026, 10, 31), DAY(2029, 10, 31)),
    (3, 14): (DAY(2027, 10, 31), DAY(2030, 10, 31)),
}
# openssl-library.org/policies/releasestrat
OPENSSL = {
    (3, 0): DAY(2026, 9, 7),
    (3, 1): DAY(2025, 3, 14),
    (3, 2): DAY(2025, 11, 23),
    (3, 3): DAY(2026, 4, 9),
    (3, 4): DAY(2026, 10, 22),
    (3, 5): DAY(2030, 4, 8),
}


def series(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def judge(
    shipped: tuple[int, int], windows: str, openssl: str, today: DAY
) -> tuple[int, Sequence[str]]:
    """Exit code, and sentences. `shipped`: on all systems; the others are versions on Windows."""
    said = []
    code = 0
    for name, numbers, table in (
        ("CPython", shipped, {key: ends[1] for key, ends in CPYTHON.items()}),
        ("OpenSSL", series(openssl), OPENSSL),
    ):
        words = f"{name} {numbers[0]}.{numbers[1]}"
        end = table.get(numbers)
        if end is None:
            said.append(f"{words} is not in the table of {__name__}.py")
            code = 1
        elif end < today:
            said.append(f"{words} has been mended until {end} only")
            code = 1 if name == "CPython" else code
    binaries = CPYTHON.get(series(windows))
    if binaries is not None and binaries[0] < today:
        said.append(
            f"Windows' CPython {windows} is from {binaries[0]} or before: python.org makes no newer"
            f" binaries of {series(windows)[0]}.{series(windows)[1]}, so later fixes are missing"
        )
    return code, said


def main() -> int:
    today = datetime.datetime.now(datetime.UTC).date()
    windows = _windows_python.SHIPPED
    code, said = judge(PYTHON_VERSION, windows.version, windows.openssl, today)
    print("; ".join(said) if said else "CPython and OpenSSL in the packages are being mended")
    return code


if __name__ == "__main__":
    sys.exit(main())
