"""Each module of the standard library as a script's only import: as in plain Python?

    python tests/stress/imports.py [--python NAME] [--seed 1] [--json]

A lot was imported ahead, the module among it, in an order by chance. Compared are sys.modules and
its order, the names in each module, and what is registered elsewhere. What a parked child refuses
to import is only counted. Some ten minutes for each interpreter.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from hosts import Starter
from pythons import Python, find_pythons
from reloader_core.used_modules import NEVER
from same import AHEAD, Same, compare_with_plain

LIST = """
import json, os, pkgutil
root, found = os.path.dirname(os.__file__), []
def look(folders, prefix):
    for each in pkgutil.iter_modules(folders, prefix):
        found.append(each.name)
        if each.ispkg: look([os.path.join(root, *each.name.split("."))], each.name + ".")
look([root, os.path.join(root, "lib-dynload")], "")
print(json.dumps(found))
"""
# What differs by nature: an address, a random number, a process id; what serves the agent; what
# sysconfig has looked up, which it looks up anew (effects.py).
VARIES = (
    "_addr _authkey _startTime _cache _cache2 _CONFIG_VARS TESTFN fork_exec _fork_exec environ "
    "meta_path"
)
SCRIPT = """
import sys
try: import {name}
except BaseException as error: print(type(error), error)
def show():
    varies = {varies!r}.split()
    skipped = ("sitecustomize", "atexit", "__main__")
    modules = {{name: each for name, each in sys.modules.items() if name not in skipped}}
    print(list(modules), list(sys.path_importer_cache))
    for name, module in modules.items():
        own = vars(module) if hasattr(module, "__dict__") else {{}}
        names = [each for each in own if not any(word in each for word in varies)]
        print(name, names, getattr(module, "__spec__", None))
        print([(each, own[each]) for each in names if type(own[each]) in (int, str, bool)])
    for registry in ("copyreg.dispatch_table", "logging.Logger.manager.loggerDict"):
        found = sys.modules.get(registry.partition(".")[0])
        for part in registry.split(".")[1:] if found else (): found = getattr(found, part)
        print(registry, [str(each) for each in found or ()])
    print(sys.modules["_warnings"].filters)
show()
"""


def modules(python: Python) -> list[str]:
    said = subprocess.run([python.path, "-I", "-c", LIST], capture_output=True, check=True).stdout
    never = {*NEVER, "lib2to3", "site-packages"}
    return [
        name
        for name in json.loads(said)
        if name.partition(".")[0] not in never and not name.endswith("__main__")
        and not any(part.startswith(("_test", "_xx", "xx", "test")) for part in name.split("."))
    ]  # fmt: skip


def look(python: Python, seed: int) -> dict[str, list[str]]:
    """The modules that were seen, and those that were refused."""
    chance = random.Random(seed)
    found: dict[str, list[str]] = {"differ": [], "refused": []}
    with tempfile.TemporaryDirectory() as place:
        starter = Starter(Path(place))
        try:
            for name in modules(python):
                ahead = [*chance.sample(AHEAD, 14), name]
                chance.shuffle(ahead)
                source = SCRIPT.format(name=name, varies=VARIES)
                same = Same(source, env={"PYTHONHASHSEED": "0"})
                try:
                    compare_with_plain(starter, Path(place), python, same, tuple(ahead))
                except pytest.fail.Exception as error:
                    print(f"{python} {name}, ahead: {' '.join(ahead)}\n{error}", flush=True)
                    found["differ"].append(name)
                except AssertionError:
                    found["refused"].append(name)
        finally:
            starter.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default="", help="only where its version begins so")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    pythons = [each for each in find_pythons() if str(each).startswith(options.python)]
    found = {str(python): look(python, options.seed) for python in pythons}
    for python, each in found.items():
        print(f"{python}: {len(each['differ'])} differ, refused {each['refused']}")
    if options.json:
        print(json.dumps(found))
    return int(any(each["differ"] for each in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
