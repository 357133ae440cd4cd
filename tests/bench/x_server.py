"""A private X server, for the benchmarks and (by its path, see tests/conftest.py) for the tests."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator


@contextlib.contextmanager
def xvfb(size: str) -> Iterator[str]:
    """Its display, as ':7'; '' if it does not start. `size`: as '640x480x24'."""
    told, tell = os.pipe()
    screen = ("-screen", "0", size, "-nolisten", "tcp", "-noreset")
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), *screen],
        pass_fds=[tell],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with open(told, encoding="ascii") as file:
            number = file.readline().strip()
        yield f":{number}" if number else ""
    finally:
        process.terminate()
        process.wait(10)
