"""How long terminal emulators take to show a file: `cat`, from its begin to its end.

Every terminal that is installed is tried; that cat has ended means that the terminal
has taken everything in, so the time is rather too short than too long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

TERMINALS = {
    "alacritty": ["alacritty", "-e"],
    "kitty": ["kitty", "--config", "NONE"],
    "foot": ["foot"],
    "st": ["st", "-e"],
    "mlterm": ["mlterm", "-e"],
    "xfce4-terminal": ["dbus-run-session", "xfce4-terminal", "--disable-server", "-x"],
    "xterm": ["xterm", "-e"],
}
NOT_STARTED_S = 15.0
_NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}  # else one is started, and stays


def times(
    file: Path, env: Mapping[str, str], folder: Path, timeout_s: float
) -> dict[str, float | None]:
    """Seconds by terminal; None: it could not be started, or took longer than the timeout."""
    found = [name for name in TERMINALS if shutil.which(name)]
    return {name: _time(name, file, env, folder, timeout_s) for name in found}


def _time(
    name: str, file: Path, env: Mapping[str, str], folder: Path, timeout_s: float
) -> float | None:
    begun, ended = folder / f"{name}.begun", folder / f"{name}.ended"
    for stamp in (begun, ended):
        stamp.unlink(missing_ok=True)
    line = f'date +%s%N > "{begun}"; cat "{file}"; date +%s%N > "{ended}"'
    process = subprocess.Popen(
        [*TERMINALS[name], "sh", "-c", line],
        env=dict(env) | _NO_BUS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # dbus-run-session leaves its daemons when it is ended
    )
    start = time.monotonic()
    try:
        while not _stamp(ended):
            waited_s = time.monotonic() - start
            if waited_s > timeout_s or (waited_s > NOT_STARTED_S and not _stamp(begun)):
                return None
            time.sleep(0.02)
        return (_stamp(ended) - _stamp(begun)) / 1e9
    finally:
        _signal_all(process, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _signal_all(process, signal.SIGKILL)  # what has not ended with it


def _signal_all(process: subprocess.Popen[bytes], number: int) -> None:
    """The terminal, and what it started in its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _stamp(path: Path) -> int:
    text = path.read_text().strip() if path.exists() else ""
    return int(text) if text else 0
