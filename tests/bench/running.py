"""A tool that runs, a cold start, and the processes that belong to a tool. POSIX.

Children start without inherited PYTHON* variables: those of a developer's machine hide
what users meet (bytecode that is written, output that is buffered).
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil
from projects import Project, Report

END_S = 5.0


@dataclass(frozen=True)
class Seen:
    """When a mark was printed by the script's own clock, and when it arrived at the
    tool's output (None: that is a window)."""

    printed: float
    arrived: float | None

    @property
    def at(self) -> float:
        return self.printed if self.arrived is None else self.arrived


class Running:
    """A tool on a project. `log`: a file for its output, which is then not read here;
    `terminal`: it and its script have one, of their own."""

    def __init__(
        self,
        command: list[str],
        project: Project,
        *,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        log: Path | None = None,
        terminal: bool = False,
    ) -> None:
        self.project = project
        self.said = b""
        """The end of the output that was read."""
        self._family: set[psutil.Process] = set()
        self._terminal: int | None = None
        if terminal:
            self.process, self._terminal = in_terminal(command, project.folder, env or {})
            self._out: int | None = self._terminal
            return
        with open(log or os.devnull, "wb") as file:
            self.process = subprocess.Popen(
                command,
                cwd=project.folder,
                env={**clean_env(), **(env or {})},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE if log is None else file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        assert self.process.stdin is not None
        if stdin:
            self.process.stdin.write(stdin)
            self.process.stdin.close()
        self._out = self.process.stdout.fileno() if self.process.stdout else None
        if self._out is not None:
            os.set_blocking(self._out, False)

    def wait_for(self, mark: str, deadline_s: float, *, window: bool = False) -> Seen | None:
        """When this mark's run printed; None: not in time. Reads the output all along."""
        reports, end = self.project.reports, time.perf_counter() + deadline_s
        report: Report | None = None
        arrived: float | None = None
        output, seen = self._out, b""
        while (left_s := end - time.perf_counter()) > 0:
            waited_for = [reports.fd] if output is None else [reports.fd, output]
            ready, _, _ = select.select(waited_for, [], [], left_s)
            if output in ready:
                data = read_some(output)
                seen += data
                self.said = (self.said + data)[-2000:]
                if arrived is None and mark.encode() in seen:
                    arrived = time.perf_counter()
                if not data:
                    output = None
            if report is None:
                report = reports.take(lambda report: mark in report.word)
            if report is not None and (window or output is None or arrived is not None):
                return Seen(report.at, None if window else arrived)
        return None

    def tree(self) -> set[psutil.Process]:
        """The tool's process and all that descend from it now."""
        found: set[psutil.Process] = set()
        with contextlib.suppress(psutil.NoSuchProcess):
            top = psutil.Process(self.process.pid)
            found = {top, *top.children(recursive=True)}
        self._family |= found
        return found

    def remember(self, pids: Iterable[int]) -> None:
        """These are ended by close() too, wherever they have gone."""
        for pid in pids:
            with contextlib.suppress(psutil.NoSuchProcess):
                self._family.add(psutil.Process(pid))

    def close(self) -> None:
        """Asks the tool to end; then nothing that it started is left, whatever it did."""
        self.tree()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_S)
        self.kill_family()
        self.process.wait()
        if self._terminal is not None:
            os.close(self._terminal)
        for stream in (self.process.stdout, self.process.stdin):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def kill_family(self) -> None:
        for process in self._family:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()


def in_terminal(
    command: list[str], folder: Path, env: Mapping[str, str]
) -> tuple[subprocess.Popen[bytes], int]:
    """The program, in a session of its own whose terminal is the descriptor that comes back."""
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            command, cwd=folder, env={**clean_env(), **env},
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
    finally:
        os.close(theirs)
    return process, ours


def read_some(fd: int) -> bytes:
    """b'' at the end, which a terminal tells by an error."""
    try:
        return os.read(fd, 65536)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return b""


def cold_start(python: str, project: Project) -> tuple[float, float]:
    """Spawn to first line of a plain `python script.py`, in seconds: until the line
    arrived here, and until the script's clock after it."""
    project.reports.forget()
    began = time.perf_counter()
    process = subprocess.Popen(
        [python, str(project.script)],
        cwd=project.folder,
        env=clean_env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        process.stdout.readline()
        arrived = time.perf_counter()
        report = project.reports.wait(lambda report: report.pid == process.pid, END_S)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    if report is None:
        raise SystemExit("a plain start of the script did not report within 5 s")
    return arrived - began, report.at - began


def end_by_sigterm() -> None:
    """So that what was started is ended, too: Python would end without a word."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def clean_env() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def is_alive(pid: int) -> bool:
    """A zombie only waits to be reaped."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def wait_gone(pid: int, deadline_s: float) -> bool:
    """Whether this process has ended within the time."""
    end = time.perf_counter() + deadline_s
    while is_alive(pid) and time.perf_counter() < end:
        time.sleep(0.01)
    return not is_alive(pid)
