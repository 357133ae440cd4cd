"""The classic reloader, as a competitor: python tests/bench/classic.py SCRIPT [ARGS...]

The parent starts a child and passes on its merged output; the child looks once a second
whether a loaded module's file has a newer mtime and ends with 3, and the parent starts
again. Any other exit code is the script's result. Its faults are kept as they are.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import threading
import time

INTERVAL_S = 1.0
FLAG = "CLASSIC_RELOADER_CHILD"


def supervise() -> int:
    while True:
        child = subprocess.Popen(
            [sys.executable, "-u", *sys.argv],
            env={**os.environ, FLAG: "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert child.stdout is not None
        for line in child.stdout:
            os.write(1, line)
        if child.wait() != 3:
            return child.returncode


def look(script: str) -> None:
    """Until a file is newer than when it was first seen."""
    first_seen: dict[str, float] = {}
    while True:
        modules = list(sys.modules.values())
        for file in {script, *(getattr(module, "__file__", None) or script for module in modules)}:
            try:
                mtime = os.stat(file).st_mtime
            except OSError:
                continue
            if mtime > first_seen.setdefault(file, mtime):
                os._exit(3)
        time.sleep(INTERVAL_S)


def main() -> None:
    if FLAG not in os.environ:
        sys.exit(supervise())
    del sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
    threading.Thread(target=look, args=(sys.argv[0],), daemon=True).start()
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
