"""Which name of a file hides a module: `import turtle` finds the turtle.py beside the script first.

Qt-free; any thread may ask. Only what is sure: modules that Python has loaded or built in before a
script's folder counts cannot be hidden, and are none of this.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from reloader_gui.python import package_table

MOST_BYTES = 1 << 20
MOST_TRIED = 100
_LOADED_BEFORE = frozenset(
    "abc codecs encodings genericpath io nt ntpath os posix posixpath site sitecustomize stat sys"
    " usercustomize zipimport builtins marshal time winreg".split()
)
"""What Python's start brings, and what is built in everywhere."""
_NEVER_IMPORTED = frozenset("antigravity test this turtledemo idlelib lib2to3".split())
"""By programs: test.py is a good name."""
_HIDEABLE = (
    sys.stdlib_module_names - frozenset(sys.builtin_module_names) - _LOADED_BEFORE - _NEVER_IMPORTED
)


def hidden_part(file: Path) -> str:
    """Python's own module that cannot be imported beside a file of this name, or nothing."""
    name = file.stem
    is_module = file.suffix == ".py" and not name.startswith("_")
    return name if is_module and name in _HIDEABLE else ""


def hidden_package(file: Path) -> str:
    """The same, of the modules that well-known packages bring."""
    name = file.stem
    return name if file.suffix == ".py" and package_table.known(name) is not None else ""


def imports(file: Path, module: str) -> bool:
    """Whether its text has a line that imports this. Reads the file."""
    try:
        with open(file, "rb") as opened:
            text = opened.read(MOST_BYTES)
    except OSError:
        return False
    line = rf"^[ \t]*(?:import[ \t]+(?:[\w.]+[ \t]*,[ \t]*)*|from[ \t]+){re.escape(module)}\b"
    return re.search(line.encode(), text, re.MULTILINE) is not None


def suggestion(file: Path) -> str:
    """A name that hides nothing and is free."""
    names = [f"my_{file.stem}", *(f"my_{file.stem}_{n}" for n in range(2, MOST_TRIED))]
    free = (f"{name}{file.suffix}" for name in names)
    return next((name for name in free if not file.with_name(name).exists()), "")
