"""POSIX: the ends of pipes that a child and its guardian get, and its order to start it."""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import errno
import io
import os
import socket
from collections.abc import Callable

from reloader_core.child import contract
from reloader_core.child.environment import CHILDREN, child_environment
from reloader_core.child.facts import SpawnFailed
from reloader_core.child.posix.child import Hands, Order, PosixChild
from reloader_core.child.posix.guardian_process import SEND_S, Guardian
from reloader_core.child.posix.job import Job
from reloader_core.child.posix.report_pipe import ReportPipe
from reloader_core.child.posix.trace_pipe import TracePipe
from reloader_core.notice import SpawnTrouble

PIPE_BYTES = 1 << 20  # Linux: a wider pipe, so that a flood is read in larger pieces


def prepare(
    host: Hands,
    guardian: Guardian,
    number: int,
    spawn: contract.Spawn,
    undo: contextlib.ExitStack,
    forget: Callable[[PosixChild], None],
    job: Job | None,
    reports: ReportPipe | None,
) -> PosixChild:
    """A child with its order. Raises OSError when no pipe can be had. `undo` takes back
    what was made."""
    with contextlib.ExitStack() as theirs:
        output, output_in = os.pipe()
        undo.callback(os.close, output)
        theirs.callback(os.close, output_in)
        _widen(output_in)
        stdin, stdin_in, streams = _streams(spawn, job, undo, theirs)
        started = PosixChild(host, guardian, number, output, stdin_in)
        undo.pop_all()  # it closes them from here on
        undo.callback(started.close_output)
        undo.callback(forget, started)
        fds = [stdin, output_in]
        env = child_environment(spawn.env, agent=spawn.agent, ignore_case=False)
        started.reports = reports
        if reports is not None:
            env[CHILDREN] = str(reports.path)
        if spawn.agent:
            started.control, theirs_control = socket.socketpair()
            started.control.settimeout(SEND_S)
            theirs.callback(theirs_control.close)
            wake, wake_in = os.pipe()
            theirs.callback(os.close, wake)
            started.wake_pipe = io.FileIO(wake_in, "wb")
            fds += [theirs_control.fileno(), wake]
            if job is None:  # a terminal sends that signal, too, and nobody there would ask
                started.traces = TracePipe()
                theirs.callback(started.traces.close_writing)
                fds.append(started.traces.writing)
        fds += streams
        command = {
            "argv": list(map(_bytes_in_text, spawn.argv)),
            "cwd": _bytes_in_text(str(spawn.cwd)),
            "env": [tuple(map(_bytes_in_text, item)) for item in env.items()],
            "agent": spawn.agent,
        }
        if job is not None:
            command |= {"group": job.group, "ignored": job.ignored, "mask": job.mask}
        started.order = Order(tuple(fds), command, theirs.pop_all())
    return started


def _streams(
    spawn: contract.Spawn,
    job: Job | None,
    undo: contextlib.ExitStack,
    theirs: contextlib.ExitStack,
) -> tuple[int, int | None, tuple[int, ...]]:
    """The child's stdin, our end of it if it is a pipe, and what the child's stdout and stderr
    become when it begins (until then its output comes to us, see child/guardian/forked.py)."""
    if job is not None:
        stdin, *streams = job.streams()
        for fd in (stdin, *streams):
            theirs.callback(os.close, fd)
        return stdin, None, tuple(streams)
    if spawn.stdin is not None:
        return spawn.stdin, None, ()
    stdin, stdin_in = os.pipe()
    undo.callback(os.close, stdin_in)
    theirs.callback(os.close, stdin)
    return stdin, stdin_in, ()


def _widen(pipe: int) -> None:
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)  # type: ignore[attr-defined,unused-ignore]


def _bytes_in_text(text: str) -> str:
    """JSON knows no bytes, and the guardian's encoding of file names may not be ours."""
    return os.fsencode(text).decode("latin-1")


def spawn_failed(child: int, stage: str, number: int) -> SpawnFailed:
    """`stage` is the guardian's word for how far it came, `number` the system's for why not."""
    match stage:
        case "folder":
            trouble = SpawnTrouble.FOLDER
        case "program" if number == errno.E2BIG:
            trouble = SpawnTrouble.ARGUMENTS
        case "program" if number == errno.ENOEXEC:
            trouble = SpawnTrouble.NOT_A_PROGRAM
        case "program":
            trouble = SpawnTrouble.PYTHON
        case _:
            trouble = SpawnTrouble.NO_ROOM
    return SpawnFailed(child, trouble, os.strerror(number))
