"""What a silent script waits for is told from its system call (Linux)."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

import pytest

from processes import until
from reloader_core import Waits
from reloader_core.child.posix.waiting import waits_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
SERVER = "import socket; s = socket.create_server(('127.0.0.1', 0)); "
PROGRAMS = {
    "import time; time.sleep(60)": Waits.NOTHING,
    "import asyncio; asyncio.run(asyncio.sleep(60))": Waits.NOTHING,
    "input()": Waits.INPUT,
    "import select; select.select([0], [], [], 60)": Waits.INPUT,
    f"{SERVER} s.accept()": Waits.NETWORK,
    f"{SERVER} s.settimeout(60); s.accept()": Waits.NETWORK,
    "import subprocess; subprocess.run(['sleep', '60'])": Waits.PROGRAM,
    "import threading; threading.Event().wait(60)": Waits.THREAD,
    "while True: pass": None,
}


def is_told(pid: int, expected: Waits | None) -> bool:
    return waits_for(pid) is expected


def test_it_is_told_from_the_system_call() -> None:
    runs = {
        code: subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, start_new_session=True
        )
        for code in PROGRAMS
    }
    try:
        for code, expected in PROGRAMS.items():
            until(partial(is_told, runs[code].pid, expected), code)
    finally:
        for process in runs.values():
            process.kill()
            process.communicate()
