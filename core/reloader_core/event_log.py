"""The event log: one JSON object a line for each state change (`--events FILE`).

The first one says that it watches, which a save after it does not get past:

    {"t": 12.4, "event": "watching", "files": ["/home/me/main.py"]}

    {"t": 12.5, "event": "state", "state": "running", "run": 2, "pid": 4711,
     "exit_code": null, "reason": {"kind": "changed", "files": ["/home/me/helper.py"],
     "lines": [[[12, 14], [20, 20]]]}}

`t` is time.monotonic() in seconds. `state`: idle, running, restarting, stopping,
waiting, closed. `reason.kind`: ready, asked, changed, exit_3, ended, stopped,
spawn_failed, exit_3_loop, quit. `reason.lines`: for each file the spans of changed
lines, from 1, both ends included; none where that is not known. `exit_code` is the last
run's once it has ended, -N for signal N. A save that does not parse leaves the old
program running:

    {"t": 14.0, "event": "not_restarted", "files": ["/home/me/helper.py"], "error":
     {"type": "SyntaxError", "message": "...", "file": "/home/me/helper.py", "line": 3}}

Keys and events may be added, never taken away. Runs on the caller's thread.
"""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path

from reloader_core.disk.private_files import private_opener
from reloader_core.model import Message, NotRestarted, Status, Watching


def as_json(message: Message) -> str | None:
    """The line for one message, without its end; None if it is not for the log."""
    match message:
        case Status():
            return json.dumps(_status(message))
        case Watching(files):
            return json.dumps(_watching(files))
        case NotRestarted():
            return json.dumps(_not_restarted(message))
        case _:
            return None


def _watching(files: tuple[Path, ...]) -> dict[str, object]:
    return {
        "t": round(time.monotonic(), 6),
        "event": "watching",
        "files": [str(path) for path in files],
    }


def _status(status: Status) -> dict[str, object]:
    return {
        "t": round(status.t, 6),
        "event": "state",
        "state": status.state.value,
        "run": status.run,
        "pid": status.pid,
        "exit_code": status.exit.code if status.exit is not None else None,
        "reason": {
            "kind": status.reason.kind.name.lower(),
            "files": [str(path) for path in status.reason.files],
            "lines": [list(map(list, spans)) for spans in status.reason.changes().values()],
        },
    }


def _not_restarted(message: NotRestarted) -> dict[str, object]:
    error = message.error
    return {
        "t": round(time.monotonic(), 6),
        "event": "not_restarted",
        "files": [str(path) for path in message.files],
        "error": {
            "type": error.type,
            "message": error.message,
            "file": str(error.file) if error.file is not None else None,
            "line": error.line,
        },
    }


class EventLog:
    """Appends to `file`: only its owner may read one that it makes. Raises OSError if it cannot
    be opened; a full disk later on is borne in silence, since the script matters more."""

    def __init__(self, file: Path) -> None:
        self._has_begun = False
        self._file = open(file, "a", encoding="utf-8", buffering=1, opener=private_opener)

    def write(self, message: Message) -> None:
        if isinstance(message, Watching) and self._has_begun:
            return  # which files it are by now, `reloader ctl status --json` tells
        line = as_json(message)
        if line is not None:
            self._has_begun = True
            with contextlib.suppress(OSError):
                self._file.write(line + "\n")

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()
