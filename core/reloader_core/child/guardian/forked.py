"""In the forked child: from the guardian's copy to the script's interpreter."""

# This never runs on Windows, whose stubs lack half of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import os
import signal
from typing import Any

from . import linux

AGENT_FD = 230  # far from the numbers that a script's own files get, or a daemon closes


def become_child(
    command: dict[str, Any],
    guardian: int,
    stdin: int,
    output: int,
    inherited: list[int],
    tell: int,
) -> None:
    """In the forked child: turn into the program, or say why not and end. Never returns."""
    stage = "start"
    try:
        group = command.get("group")
        if group is None:
            os.setsid()
        else:  # a parked one hears nothing of the terminal: it joins when it is told to go
            os.setpgid(0, 0 if command["agent"] else group)
        linux.prctl(linux.PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != guardian:  # it died before it could take us along
            os._exit(127)
        signal.set_wakeup_fd(-1)
        for number in signal.valid_signals():
            is_ignored = number in command.get("ignored", ())
            with contextlib.suppress(OSError, ValueError):
                signal.signal(number, signal.SIG_IGN if is_ignored else signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, command.get("mask", ()))
        outputs = [output, output]
        if not command["agent"] and inherited:
            outputs, inherited = inherited, []
        for source, place in zip((stdin, *outputs), (0, 1, 2), strict=True):
            os.dup2(source, place)
        places = [keep_away(fd, AGENT_FD + index) for index, fd in enumerate(inherited)]
        stage = "folder"
        os.chdir(command["cwd"].encode("latin-1"))
        stage = "program"
        env = {name.encode("latin-1"): value.encode("latin-1") for name, value in command["env"]}
        env[b"RELOADER_PID"] = b"%d" % os.getpid()
        if places:
            control, wake, *more = places
            words = [control, wake, guardian, *more]  # where its stack goes; or, of a job:
            if group is not None and more:  # its own streams, in place of the pipe, at its go
                words.append(group)
            env[b"RELOADER_AGENT"] = b":".join(b"%d" % word for word in words)
        argv = [word.encode("latin-1") for word in command["argv"]]
        os.execve(argv[0], argv, env)
    except OSError as error:
        os.write(tell, ("%s %d" % (stage, error.errno or 0)).encode())
    except BaseException:  # noqa: BLE001  (nothing may escape into the guardian's own code)
        os.write(tell, b"start 0")
    finally:
        os._exit(127)


def keep_away(fd: int, place: int) -> int:
    """An inheritable copy at `place`, so that the script's first file gets its usual number."""
    try:
        return os.dup2(fd, place)
    except OSError:  # a low limit of open files
        os.set_inheritable(fd, True)
        return fd
