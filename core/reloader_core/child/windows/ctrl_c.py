"""Windows: Ctrl+C for what a script has left in a console of its own that nobody sees.

Only who is in a console can send it to that one. We are not, and the script has ended: so a small
Python of its own goes there, sends it, and says who else is there. One short-lived thread each.
"""

from __future__ import annotations

import logging
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterable

log = logging.getLogger(__name__)

START_S = 10.0
"""So long the small Python may take, or it is done without."""
DETACHED_PROCESS = 0x8  # winbase.h: without a console, so that it can enter one
_VISITOR = """\
import ctypes, sys
kernel32 = ctypes.WinDLL("kernel32")
ours, told, *left = [set(map(int, word.split(","))) for word in sys.argv[1:]]
there, left = set(), left[0]
for pid in left:
    if pid in there or not kernel32.AttachConsole(pid):
        continue
    kernel32.SetConsoleCtrlHandler(None, True)
    found = (ctypes.c_ulong * 4096)()
    pids = set(found[:kernel32.GetConsoleProcessList(found, 4096)])
    if not pids & ours:
        there |= pids
        if not pids & told:
            kernel32.GenerateConsoleCtrlEvent(0, 0)
    kernel32.FreeConsole()
print(*(there & left))
"""


def send(python: str, left: Iterable[int], *, told: Iterable[int]) -> set[int]:
    """Send it to the consoles of these processes, but where one is that was `told` before (its
    clean-up would be cut short), and never to ours. Returns who of them has such a console, and so
    has heard it. Blocks. Raises OSError, ValueError, subprocess.SubprocessError."""
    words = [",".join(map(str, pids)) for pids in ((os.getpid(),), {*told, 0}, left)]
    done = subprocess.run(
        [python, "-I", "-S", "-c", _VISITOR, *words],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        creationflags=DETACHED_PROCESS, timeout=START_S, check=True,
    )  # fmt: skip
    return set(map(int, done.stdout.split()))


class Asked:
    """Who of one child's tree was asked, and may end by itself. Belongs to the child's thread."""

    def __init__(self, heard: Callable[[set[int]], None]) -> None:
        """`heard`: called, by another thread, with what is to be given to note()."""
        self.python = ""
        """As long as none is known, nobody is asked."""
        self._heard = heard
        self._told: set[int] = set()
        self._awaited: set[int] = set()
        self._until = 0.0

    def tell(self, pids: set[int]) -> None:
        """The agent sends it to these, while their script still runs."""
        self._told = pids

    def ask(self, left: set[int], grace_s: float) -> None:
        """The script has ended."""
        self._until = time.monotonic() + grace_s
        self._awaited = left if self.python and grace_s else set()
        if self._awaited:
            threading.Thread(target=self._send, args=(left,), name="Ctrl+C", daemon=True).start()

    def _send(self, left: set[int]) -> None:
        heard: set[int] = set()
        try:
            heard = send(self.python, left, told=self._told)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            log.debug("no Ctrl+C for %s: %s", left, error)
        self._heard(heard)

    def note(self, heard: set[int]) -> None:
        """Nobody waits for the others."""
        self._awaited &= heard

    def any_of(self, alive: set[int]) -> bool:
        """Is somebody left who may end by itself?"""
        return time.monotonic() < self._until and bool(self._awaited & alive)
