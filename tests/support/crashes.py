"""Broken scripts with what is to be said of them, run by one process for each Python.

A file of cases is text:

    ### a title
    the script
    #: helper.py          (another file beside it; the first is main.py)
    #: stdin              (what is typed)
    #: said               (what a package says that is not here: see stand_ins.py)
    => KIND value | value
    => KIND value ++ import math        (what the advice needs besides)
    =>3.11 KIND value     (from that version on; before it what the next line says, or that or
                          nothing)
    => -                  (nothing)

What is in a case's folder site-packages/ is importable, and is no file of the user's.

Run as a program, it is the one that runs inside: it executes each script in turn as the agent
would see it, and writes what crashed as JSON. Python 3.8+, standard library only.
"""

from __future__ import annotations

import io
import json
import linecache
import os
import sys
import traceback
import types
from typing import Any, Callable, Dict, List, Tuple

import stand_ins

Case = Tuple[str, Dict[str, str], List[str]]
"""Title, files by name, expected lines."""
PYTHON = "PYTHON"
"""What a command begins with that installs something: each Python lies elsewhere."""
Part = Callable[[str], Any]
AGENT = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "core", "reloader_core", "agent"
)


def read_cases(text: str) -> list[Case]:
    cases: list[Case] = []
    for block in text.split("### ")[1:]:
        title, _, body = block.partition("\n")
        files, name = {"main.py": ""}, "main.py"
        expected: list[str] = []
        for line in body.splitlines(keepends=True):
            if line.startswith("=>"):
                expected.append(line[2:].strip() if line[2] != " " else " " + line[2:].strip())
            elif line.startswith("#: "):
                name = line[3:].strip()
                files[name] = ""
            else:
                files[name] += line
        files["main.py"] = files["main.py"].rstrip("\n") + "\n"
        cases.append((title.strip(), files, expected))
    return cases


def make_part() -> Part:
    parts: dict[str, types.SimpleNamespace] = {}

    def part(name: str) -> Any:
        if name not in parts:
            path = os.path.join(AGENT, name + ".py")
            names: dict[str, Any] = {
                "part": part,
                "__file__": path,
                "__name__": "sitecustomize." + name,
            }
            with open(path, "rb") as file:
                exec(compile(file.read(), path, "exec"), names)
            parts[name] = types.SimpleNamespace(**names)
        return parts[name]

    return part


def _seen(path: str) -> tuple[str, str]:
    """As the agent knows a file: see its loads.py."""
    found = os.stat(path)
    return str(found.st_mtime_ns), str(found.st_size)


def _make_packages(installed: str) -> None:
    """Each folder, or a real package of its name would come before it."""
    for folder, _folders, _names in list(os.walk(installed))[1:]:
        with open(os.path.join(folder, "__init__.py"), "a"):
            pass


def run(part: Part, folder: str, stdin: str) -> tuple[list[str], str, str] | None:
    """What crashed: the fields of a ScriptError, the facts, and the traceback."""
    script = os.path.join(folder, "main.py")
    os.chdir(folder)
    sys.path[0], sys.argv = folder, [script]
    installed = os.path.join(folder, "site-packages")
    _make_packages(installed)
    sys.path.insert(1, installed)
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin), io.StringIO(), io.StringIO()
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    before = dict(sys.modules)
    for name in list(sys.modules):  # the script's own file of that name is not loaded yet
        if name != "__main__" and os.path.exists(os.path.join(folder, name.split(".")[0] + ".py")):
            del sys.modules[name]
    with open(script, "rb") as file:
        source = file.read()
    finders = _stand_ins(folder, script, source)
    error: Exception | None = None
    try:
        sys.meta_path[:0] = finders
        module.__file__ = script
        exec(compile(source, script, "exec", dont_inherit=True), module.__dict__)
    except Exception as found:  # noqa: BLE001  the script's
        error = found
    for each in finders:
        sys.meta_path.remove(each)
        each.forget()
    if error is None:
        sys.path.remove(installed)
        return None
    if finders:
        stand_ins.leave_out(error)
    others = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.__file__)]
    others += [stand_ins.FOLDER, sys.prefix, installed]
    is_absent = part("errors").is_absent

    def is_users(path: str) -> bool:
        is_there = path.startswith(folder) and not is_absent(path)
        return is_there and not path.startswith(installed)

    part("crash").Crash.pip_of = staticmethod(lambda: PYTHON)
    facts = part("crash").Crash(error, is_users, _seen, clock=lambda: 0.0).text()
    prefixes = tuple(others)
    described = list(part("errors").describe_error(error, prefixes))
    printed = "".join(_as_printed(error, folder))
    for name in list(sys.modules):
        loaded = getattr(sys.modules[name], "__file__", None)
        if folder in (loaded or str(getattr(sys.modules[name], "__path__", ""))):
            del sys.modules[name]
    sys.modules.update(before)
    sys.path.remove(installed)
    return described, facts, printed


def _stand_ins(folder: str, script: str, source: bytes) -> list[stand_ins.Finder]:
    """Unless the packages themselves are to be tried."""
    path = os.path.join(folder, "said")
    if not os.path.exists(path) or os.environ.get("RELOADER_REAL_PACKAGES"):
        return []
    with open(path, encoding="utf-8") as file:
        said = stand_ins.Said(file.read(), script, len(source.splitlines()))
    return [stand_ins.Finder(said)]


def _as_printed(error: Exception, folder: str) -> list[str]:
    """Its traceback, without the frames of ours."""
    entry = error.__traceback__
    while entry is not None and not entry.tb_frame.f_code.co_filename.startswith(folder):
        entry = entry.tb_next
    linecache.clearcache()
    return traceback.format_exception(type(error), error, entry)


def main(folders: list[str]) -> None:
    streams = sys.stdin, sys.stdout, sys.stderr
    main_module = sys.modules["__main__"]
    part, crashes = make_part(), []
    for folder in folders:
        stdin = os.path.join(folder, "stdin")
        typed = ""
        if os.path.exists(stdin):
            with open(stdin, encoding="utf-8") as file:
                typed = file.read()
        crashes.append(run(part, folder, typed))
        sys.modules["__main__"] = main_module
    sys.stdin, sys.stdout, sys.stderr = streams
    json.dump(crashes, sys.stdout)


if __name__ == "__main__":
    main(json.load(sys.stdin))
