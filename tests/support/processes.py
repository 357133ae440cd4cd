"""Processes of the tests: their environment, waiting for what they do, their end."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable
from typing import Any

import psutil

from patience import patient

DEADLINE_S = 20.0


def script_env(**more: str) -> dict[str, str]:
    """Our environment without PYTHON*: what this machine sets there hides faults."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for name in ("RUN_FLAG", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        env.pop(name, None)
    return {**env, **more}


def until(condition: Callable[[], Any], what: object = "", deadline_s: float = DEADLINE_S) -> Any:
    """Wait for the condition's first true value and return it."""
    end = time.monotonic() + patient(deadline_s)
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"not within {deadline_s} s: {what() if callable(what) else what}")
        time.sleep(0.002)
    return value


def is_alive(pid: int) -> bool:
    """Does it run? A zombie does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill(*pids: int) -> None:
    for pid in pids:
        assert pid > 1, "not a process, but many"
        with contextlib.suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
