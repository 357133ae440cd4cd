"""What the scripts of window.py do, one body each: whatever a beginner's script might."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from output_scripts import NASTY

NASTY_BYTES = 10_000_000
HELPER = "WORD = {number}\n"
BROKEN = "print('a save with a mistake'\n"
BODIES = {
    "sleeps": "time.sleep(600)",
    "counts": """
while True:
    print(time.time(), 'a line now and then', flush=True)
    time.sleep(0.05)
""",
    "floods": "n = 0\nwhile True:\n    print('line', n)\n    n += 1",
    "floods in colour": """
while True:
    for n in range(256):
        sys.stdout.write(f'\\x1b[38;5;{n}mPASSED\\x1b[0m [{n:3} %] \\u4f60\\u597d \\U0001f600\\n')
""",
    "long lines": "for n in range(200):\n    print(n, 'wide \\u4f60 ' * 20_000)\ntime.sleep(600)",
    "no newline": "while True:\n    sys.stdout.write('x' * 4096)",
    "progress": """
for n in range(100_000):
    sys.stdout.write(f'\\r\\x1b[K{n:6} ' + '#' * (n % 60))
    if n % 500 == 0:
        sys.stdout.flush()
        time.sleep(0.005)
""",
    "ends": "for n in range(9000):\n    print('line', n)",
    **{
        f"nasty: {name}": f"sys.stdout.write({unit!r} * {NASTY_BYTES // len(unit.encode())})\n"
        "time.sleep(600)"
        for name, unit in NASTY.items()
    },
    "asks": "while True:\n    print('Hello', input('Name? '))",
    "crashes": "print('before')\nhelper.missing",
    "crashes deep": "def deep(n):\n    deep(n + 1)\ndeep(0)",
    "dies": "os.kill(os.getpid(), 9)",
    "asks to restart": "time.sleep(0.2)\nsys.exit(3)",
    "stubborn": """
while True:
    try:
        while True:
            time.sleep(0.01)
    except BaseException:
        pass
""",
    "leaves a process": """
subprocess.Popen(['sleep', '600'], start_new_session=True)
print('left one', flush=True)
""",
    "writes to both": """
while True:
    print('out', flush=True)
    print('err', file=sys.stderr, flush=True)
    time.sleep(0.001)
""",
}
HEAD = """import os, subprocess, sys, time
import helper
print('run', {number}, helper.WORD)
"""


def source(kind: str, number: int) -> str:
    return HEAD.format(number=number) + BODIES[kind].lstrip("\n") + "\n"
