"""What exists is not searched for garbage at the end, unless somebody could tell.

That nothing is lost by it: 'finalizers' in test_agent_same.py, on every Python there is.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reloader_core.child.agent_folder import SOURCE

# Like a parked interpreter: the standard library's modules are set aside, then the script runs.
RUN = f"""
import abc, collections, enum, gc, os, socket, sys, threading, weakref
sys.path[:0] = sys.argv[2:]
def part(name):
    names = dict(__name__=name, part=part)
    exec(compile(open(os.path.join({str(SOURCE)!r}, name + ".py")).read(), name, "exec"), names)
    return type(sys.implementation)(**names)
aside = part("aside").Aside(part("rules").Library(os.path.dirname(os.__file__)))
aside.freeze()
taken = gc.get_freeze_count() > 1000
exec(compile(sys.argv[1], "script.py", "exec"), dict(__name__="__main__"))
print("given back" if aside.could_tell() or not taken else "kept")
"""
Ask = Callable[..., str]


@pytest.fixture
def ask(clean_env: dict[str, str], tmp_path: Path) -> Ask:
    def ask(source: str, *path: str) -> str:
        command = [sys.executable, "-I", "-c", RUN, source, *path]
        return subprocess.run(
            command, env=clean_env, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    return ask


@pytest.mark.parametrize(
    "source",
    [
        "numbers = [1, {'a': [2]}, print]\ndef double(x): return lambda: x * 2",
        "class Plain:\n    def again(self): self.me = self\nPlain().again()",
        "import enum\nclass Colour(enum.Enum): RED = 1",
        "import abc\nclass A(abc.ABC): pass\nclass B(A): pass\nisinstance(B(), A)",
        "with open('x', 'w') as file: file.write('x')",
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
        "import weakref\nclass A: pass\na = A()\nfound = weakref.ref(a), weakref.WeakSet([a])",
        "import sys, socket\nsys.kept = socket.socket(), open('x', 'wb', 0), open('x')",
        "class Noisy:\n    def __del__(self): pass",  # there is none of it
        "def count():\n    try: yield 1\n    finally: print()\nbegun = count()\n",
        "import subprocess, sys\n"
        "ended = subprocess.Popen([sys.executable, '-c', '']); ended.wait()",
        "import asyncio\nasync def work(): task.append(asyncio.current_task())\n"
        "task = []; asyncio.run(work())",
        "kept = [[] for _ in range(200_000)]",
        "import sys, weakref\nclass A:\n    def do(self): pass\nsys.kept = A()\n"
        "sys.told = weakref.WeakMethod(sys.kept.do)",
        "class Odd(type):\n    __module__ = property(len)\nclass Odder(metaclass=Odd): pass",
        "import sys, multiprocessing\nsys.kept = multiprocessing.Value('i')",
    ],
)
def test_an_end_that_nobody_can_tell_apart(ask: Ask, source: str) -> None:
    assert ask(source) == "kept\n"


@pytest.mark.parametrize(
    "source",
    [
        "import abc\nclass Noisy:\n    def __del__(self): pass\nabc.ABC.noisy = Noisy()",
        "class Slots:\n    __slots__ = ()\n    def __del__(self): pass\nkept = Slots()",
        "import sys\nsys.kept = open('x', 'w')",
        "import sys\ndef count():\n    try: yield 1\n    finally: print()\n"
        "sys.kept = count()\nnext(sys.kept)",
        "import subprocess, sys\nsys.kept = subprocess.Popen([sys.executable, '-c', ''])",
        "import asyncio, sys\nloop = asyncio.new_event_loop()\n"
        "sys.kept = loop.create_task(asyncio.sleep(9)); loop.run_until_complete(asyncio.sleep(0))",
        "import asyncio, sys\nsys.kept = asyncio.new_event_loop()",
        "import socket, sys, warnings\nwarnings.simplefilter('default')\n"
        "sys.kept = socket.socket()",
        "import gzip, sys\nsys.kept = gzip.open('x.gz', 'w')",
        "import tkinter",
        "import sys, weakref\nclass A: pass\nsys.kept = A()\n"
        "sys.told = weakref.ref(sys.kept, lambda _: None)",
        "import sys, weakref\nclass A: pass\nsys.kept = A()\n"
        "sys.told = weakref.ref(sys.kept, print)",
        "import sys, weakref\nclass A:\n    def do(self): pass\nsys.kept = A()\n"
        "sys.told = weakref.WeakMethod(sys.kept.do, lambda _: None)",
        "import sys\nfrom multiprocessing import util\nclass A: pass\nsys.kept = A()\n"
        "util.Finalize(sys.kept, print)",
        "import asyncio, sys\nasync def main():\n"
        "    words = sys.executable, '-c', 'input()'\n"
        "    return await asyncio.create_subprocess_exec(*words, stdin=-1)\n"
        "loop = asyncio.new_event_loop(); sys.kept = loop.run_until_complete(main())",
    ],
)
def test_an_end_that_somebody_could_tell_apart(ask: Ask, source: str) -> None:
    assert ask(source) == "given back\n"


@pytest.mark.posix
def test_compiled_types_of_others_are_not_trusted(ask: Ask) -> None:
    packages = str(Path(pytest.__file__).parents[1])
    assert ask("import iniconfig", packages) == "kept\n"  # as good as the script's own
    assert ask("import psutil", packages) == "kept\n"  # which is known
    assert ask("import shiboken6", packages) == "given back\n"


@pytest.mark.posix
def test_callbacks_of_packages_may_do_anything(ask: Ask, tmp_path: Path) -> None:
    known = ("blinker", "_utilities"), ("django/dispatch", "dispatcher")
    packages = tmp_path / "site-packages"
    for folder, package in (("", "pool"), *known):
        module = packages / folder / (package + ".py")
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text("import weakref\nclass A: pass\nkept = A()\nsaves = lambda _: None\n"
                          "told = weakref.ref(kept, saves)\n")  # fmt: skip
    assert ask("import pool", str(packages)) == "given back\n"
    assert ask("import blinker._utilities, django.dispatch.dispatcher", str(packages)) == "kept\n"


def test_odd_classes_are_not_trusted(ask: Ask) -> None:
    odd = "class Odd(type):\n    __dict__ = property(lambda self: 1 / 0)\n"
    assert ask(odd + "class Odder(metaclass=Odd): pass") == "given back\n"
