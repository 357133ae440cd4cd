"""Bytecode that was read ahead: beside plain Python, in every CPython of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from processes import script_env
from pythons import Python
from reloader_core import child
from reloader_core.child.wire import Request, lists

if sys.platform == "win32":
    pytest.skip("nothing that Windows could do in another way", allow_module_level=True)

PART = """
import sys
word, frame, files = "ahead", sys._getframe(), []
while frame is not None:
    files.append(frame.f_code.co_filename)
    frame = frame.f_back
print(word, sorted(vars(__loader__)), files)
1 / 0
"""
LATER = "anew!"


def in_bytecode(folder: Path, *, unseen: bool) -> None:
    """Another word, of the same length. `unseen`: nothing tells that the file has changed."""
    (file,) = folder.glob("__pycache__/part.*")
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"ahead", LATER.encode()))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + (not unseen)))


def in_source(folder: Path) -> None:
    """Saved in the same second: bytecode can tell it by its length alone."""
    file = folder / "part.py"
    before = file.stat()
    file.write_text(PART.replace("ahead", LATER).replace("1 / 0", "1 // 0"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def unseen(folder: Path) -> None:
    in_bytecode(folder, unseen=True)


# What the script does first, what happens while its child is parked, and the word that is printed.
CASES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "as it was": ("", unseen, "ahead"),
    "other bytecode": ("", lambda folder: in_bytecode(folder, unseen=False), LATER),
    "another source": ("", in_source, LATER),
    "watched": ("import sys; sys.addaudithook(lambda *event: None)", unseen, LATER),
    "the script's own reader": (
        "from importlib.machinery import SourceFileLoader as Loader\n"
        "old = Loader.get_data\nLoader.get_data = lambda *words: old(*words)",
        unseen,
        LATER,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_read_ahead_is_what_would_be_read(
    shared_start: Any, tmp_path: Path, each_python: Python, case: str
) -> None:
    above, change, word = CASES[case]
    (tmp_path / "part.py").write_text(PART)
    (tmp_path / "main.py").write_text(above + "\nimport part\n")
    env, python = script_env(), each_python.path
    subprocess.run([python, "-m", "py_compile", "part.py"], env=env, cwd=tmp_path, check=True)
    ours = shared_start(("main.py",), python=python, env=env, cwd=tmp_path, go=False)
    ours.wait(child.Hello)
    sources = (str(tmp_path / "part.py"),)
    ours.child.ask(Request.PRELOAD, *lists((str(tmp_path),), (), (), (), (), (), sources))
    ours.wait(child.Ready)
    change(tmp_path)
    ours.go()
    output = ours.result().output
    plain = subprocess.run(
        [python, "-u", "main.py"], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert output == (plain.stdout + plain.stderr).replace(LATER, word)
