"""Which files a tree of processes has open for writing: real processes, real files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reloader_core.child.open_files import open_for_writing

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc")

TREE = """
import os, subprocess, sys, threading
held = [open(name, mode) for name, mode in
        [('reads', 'r'), ('writes', 'w'), ('appends', 'a'), ('both', 'r+'), ('gone', 'w')]]
os.unlink('gone')
os.close(os.open('closed', os.O_WRONLY | os.O_CREAT))
threading.Thread(target=lambda: subprocess.run(
    [sys.executable, '-c', "f = open('grandchild', 'w'); print('ready', flush=True); input()"]
)).start()
"""


@LINUX
def test_what_a_tree_holds_open(tmp_path: Path) -> None:
    for name in ("reads", "both"):
        (tmp_path / name).write_text("")
    names = ("reads", "writes", "appends", "both", "gone", "closed", "grandchild")
    wanted = {str(tmp_path / name) for name in names}
    process = subprocess.Popen(
        [sys.executable, "-c", TREE],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == b"ready\n"
        found = {Path(path).name for path in open_for_writing(process.pid, wanted.__contains__)}
        process.stdin.close()
    assert found == {"writes", "appends", "both", "grandchild"}


@LINUX
def test_it_gives_up_after_its_time(tmp_path: Path) -> None:
    """A server of many connections holds nobody up; what was seen by then is handed out."""
    with open(tmp_path / "held", "w"):
        held = str(tmp_path / "held")
        assert open_for_writing(os.getpid(), held.__eq__) == {held}
        assert open_for_writing(os.getpid(), held.__eq__, bound_s=0.0) == frozenset()


def test_where_there_is_no_proc(tmp_path: Path) -> None:
    assert open_for_writing(os.getpid(), lambda path: True, proc=tmp_path) == frozenset()
