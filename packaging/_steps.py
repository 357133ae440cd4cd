"""How packaging/dev.py talks and runs things: one line for each step, one sentence for a failure.

Every command gets the environment without PYTHON* variables: those that development machines
set (PYTHONUNBUFFERED, PYTHONDONTWRITEBYTECODE) hide faults that users meet.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Failed(Exception):
    """A step failed; the text is a sentence for the developer that says what to do."""


def say(text: str) -> None:
    print(f"dev: {text}", flush=True)


def clean_env(**extra: str) -> dict[str, str]:
    """This process's environment without PYTHON*, plus `extra`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    kept.pop("__PYVENV_LAUNCHER__", None)  # macOS: would make a venv's Python take itself for ours
    return kept | extra


def cache_dir() -> Path:
    """Where downloads and the Windows Python are kept, for all checkouts of this user."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "reloader-dev"


def run_step(
    command: Sequence[str],
    *,
    failure: str,
    show: Callable[[str], str | None] = lambda line: None,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> str:
    """Run a step and return its merged output.

    `show` picks the lines worth printing. Raises Failed with `failure` and the last lines.
    """
    lines: list[str] = []
    try:
        process = subprocess.Popen(
            command,
            env=clean_env() if env is None else dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Failed(f"{failure} ({error})") from error
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.rstrip())
            shown = show(lines[-1])
            if shown is not None:
                say(shown)
    if process.returncode != 0:
        tail = "\n".join(f"    {line}" for line in lines[-15:])
        raise Failed(f"{failure}\nIts last lines:\n{tail}")
    return "\n".join(lines)


class Checks:
    """Named commands that run side by side, from now on.

    `after`: who waits for whom, because it uses what the other has found out.
    """

    def __init__(self, commands: Mapping[str, Sequence[str]], after: Mapping[str, str]) -> None:
        self._after = after
        self._done: dict[str, subprocess.CompletedProcess[str]] = {}
        self._threads = {
            item[0]: threading.Thread(target=self._run, args=item) for item in commands.items()
        }
        for thread in self._threads.values():
            thread.start()

    def _run(self, name: str, command: Sequence[str]) -> None:
        if name in self._after:
            self._threads[self._after[name]].join()
        self._done[name] = subprocess.run(
            command,
            env=clean_env(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def failed(self) -> list[str]:
        """Wait for them, show each one's output as a block; return who failed."""
        for thread in self._threads.values():
            thread.join()
        failed = []
        for name in self._threads:
            result = self._done.get(name)
            good = result is not None and result.returncode == 0
            last = result.stdout.strip() if result is not None else "could not be started"
            say(f"{name}: {last.splitlines()[-1] if good and last else 'ok' if good else 'failed'}")
            if not good:
                print(last, flush=True)
                failed.append(name)
        return failed
