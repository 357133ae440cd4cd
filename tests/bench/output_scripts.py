"""The scripts whose output is shown: written to files, so that every window runs the same.

Each notes in a file of its own when it began and ended (time.monotonic_ns() is the
same clock for all processes of the machine), and which process it is.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

END = "END-OF-OUTPUT"
SIZES = {
    "printed": 1_500_000,
    "coloured": 400_000,
    "gigabyte": 1_000_000_000,
    "lines": 10_000_000,
    "bars": 30_000,
    "nasty": 10_000_000,
}
"""Lines, bytes of `gigabyte` and `nasty`, updates of `bars`."""
NASTY = {
    "a cursor that is sent far to the right in rows above": (
        "row\n" * 50 + "\x1b[49A" + "z\x1b[10000Cq\n" * 49
    ),
    "three rows drawn again and again": "a\nb\nc\n\x1b[3A",
    "each letter in another colour": (
        "".join(f"\x1b[38;2;{n % 256};{n * 3 % 256};{n * 7 % 256}mx" for n in range(3000)) + "\n"
    ),
    "emoji that are joined without end": "\U0001f469\u200d" * 9000 + "\n",
    "letters that are overwritten one by one": "a\b" * 32_000 + "\n",
}
"""What is written again and again. Each has made the window stand still for seconds."""
FILE_BYTES = 200_000_000

_HEAD = """\
import os, sys, time
def mark(what):
    with open({marks!r}, "a") as file:
        file.write(f"{{what}} {{time.monotonic_ns()}} {{os.getpid()}}\\n")
def all_of(data):
    while data:
        data = data[os.write(1, data):]
out = open(1, "w", encoding="utf-8", closefd=False)  # a whole buffer at a time
mark("begin")  # the last one counts
"""
_TAIL = f"""
out.flush()
os.write(1, b"{END}\\n")
mark("end")
"""
_RESULT = (
    'f"tests/unit/test_{n % 50}.py::test_{n} '
    '\\x1b[32mPASSED\\x1b[0m\\x1b[32m [{n % 100:3}%]\\x1b[0m"'
)
_BODIES = {
    "printed": "for n in range(size):\n    print('line', n, file=out)\n",
    # Written as a buffered print does, but made beforehand: the window is measured, not this.
    "coloured": f"""\
text = "".join({_RESULT} + "\\n" for n in range(size)).encode()
mark("begin")
for start in range(0, len(text), 8192):
    all_of(text[start : start + 8192])
""",
    "file": """\
with open(file, "rb", buffering=0) as file:
    while data := file.read(1 << 17):
        all_of(data)
""",
    "gigabyte": f"""\
block = "".join({_RESULT} + "\\n" for n in range(20_000)).encode()
mark("begin")
for _ in range(size // len(block) + 1):
    all_of(block)
""",
    "endless": "n = 0\nwhile True:\n    n += 1\n    print('line', n, file=out)\n",
    "lines": """\
for start in range(0, size, 10_000):
    all_of("".join(f"line {n}\\n" for n in range(start, start + 10_000)).encode())
""",
    # As tqdm writes them: each bar redraws its own line, and the cursor goes back up.
    "bars": """\
begun = time.monotonic()
for n in range(size):
    level = n % 3
    bar = "#" * (n * 40 // size)
    all_of((("\\n" * level) + f"\\rbar {level}: {n:6}|{bar:40}| {n}it"
            + "\\x1b[A" * level).encode())
    if n % 100 == 99:  # 10,000 a second
        time.sleep(max(0, begun + n / 10_000 - time.monotonic()))
all_of(b"\\n\\n\\n")
""",
    "nasty": """\
data = (unit * (size // len(unit) + 1)).encode()
mark("begin")
all_of(data)
all_of(b"\\x1b[0m\\n\\n")
""",
    "quiet": "print('hello', file=out)\n",
}


@dataclass(frozen=True)
class Script:
    """A script on disk, and the file of its marks."""

    path: Path
    marks_file: Path

    def marks(self) -> dict[str, tuple[float, int]]:
        """What it has noted so far: (seconds, pid) by name."""
        if not self.marks_file.exists():
            return {}
        lines = [line.split() for line in self.marks_file.read_text().splitlines()]
        return {name: (int(ns) / 1e9, int(pid)) for name, ns, pid in lines}

    def wait_for(self, name: str, deadline_s: float = 30.0) -> tuple[float, int]:
        end = time.monotonic() + deadline_s
        while name not in (marks := self.marks()):
            if time.monotonic() > end:
                raise TimeoutError(f"the script has not come to its {name}")
            time.sleep(0.005)
        return marks[name]

    def forget(self) -> None:
        self.marks_file.unlink(missing_ok=True)


def write(kind: str, folder: Path, **values: object) -> Script:
    """Make a script of this kind; the values are variables of it."""
    folder.mkdir(parents=True, exist_ok=True)
    script = Script(folder / f"{kind}.py", folder / f"{kind}.marks")
    variables = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    text = _HEAD.format(marks=str(script.marks_file)) + variables + _BODIES[kind] + _TAIL
    script.path.write_text(text, encoding="utf-8")
    script.forget()
    return script


def big_file(folder: Path, size_bytes: int) -> Path:
    """Ordinary lines."""
    path = folder / "big.txt"
    if not path.exists():
        block = "".join(
            f"{n:6} the quick brown fox jumps over it\n" for n in range(25_000)
        ).encode()
        with open(path, "wb") as file:
            for _ in range(size_bytes // len(block) + 1):
                file.write(block)
    return path
