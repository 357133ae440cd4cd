"""What is no regular file is not there for the watcher, and is never waited for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reloader_core import State
from reloader_core.watch.signature import stamp
from reloader_core.watch.texts import read
from reloader_core.watch.watched import View, WatchedFile, look

pytestmark = pytest.mark.posix


def no_files(folder: Path) -> list[Path]:
    fifo, link = folder / "fifo.py", folder / "link.py"
    os.mkfifo(fifo)
    link.symlink_to(fifo)
    return [fifo, link, Path("/dev/zero"), Path("/dev/null"), folder]


def test_only_regular_files_are_there(tmp_path: Path) -> None:
    for path in no_files(tmp_path):
        assert stamp(path) is None
        file = WatchedFile(path, (1, 1, 1), (1, 1, 1))
        assert look(file, told=True) == View(0, None)


@pytest.mark.timeout(10)
def test_what_has_become_a_pipe_since_it_was_looked_at_is_not_waited_for(tmp_path: Path) -> None:
    for path in no_files(tmp_path):
        assert read(path, (1, 1, 1)) is None


@pytest.mark.timeout(60)
def test_a_module_that_becomes_a_pipe(supervise: Any, folder: Path) -> None:
    """It is gone; what else is saved counts, and Stop stops."""
    helper = folder / "helper.py"
    helper.write_text("")
    engine = supervise("import helper, time; print('up', flush=True); time.sleep(600)")
    engine.wait_text("up", run=1)
    helper.unlink()
    os.mkfifo(helper)
    script = engine.target.script
    script.write_text("import time; print('up', flush=True); time.sleep(600)")
    engine.wait_text("up", run=2)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
