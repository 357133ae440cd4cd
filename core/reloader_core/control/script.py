"""What another program may know of one script, and ask of it.

The front that runs the script notes its messages here; the control thread answers from them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from enum import Enum

from reloader_core.model import Message, Reason, ReasonKind, State, Status, Target, Watching


class Order(Enum):
    """What can be asked for besides the state; the values are what `reloader ctl` takes."""

    RESTART = "restart"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"


STATUS = "status"
DONE = {
    Order.RESTART: "The script is run again.",
    Order.STOP: "The script is asked to end.",
    Order.PAUSE: "Saves do not restart the script until you resume.",
    Order.RESUME: "Saves restart the script again; what was saved meanwhile counts.",
}


class ControlledScript:
    """`obey` carries an order out, from any thread and without blocking. `target`: what is run
    now, or next."""

    def __init__(self, target: Target, obey: Callable[[Order], None], *, front: str) -> None:
        self.target = target
        self._obey = obey
        self._front = front
        self._status = Status(0.0, State.IDLE, Reason(ReasonKind.READY))
        self._files: tuple[str, ...] = ()
        self.paused = not target.restart_on_save

    def note(self, message: Message) -> None:
        match message:
            case Status():
                self._status = message
            case Watching(files):
                self._files = tuple(map(str, files))

    def answer(self, question: bytes) -> bytes:
        """One line of JSON for one line of JSON."""
        try:
            asked = json.loads(question)["do"]
            order = None if asked == STATUS else Order(asked)
        except (ValueError, TypeError, KeyError, RecursionError):
            return json.dumps({"error": "This Reloader does not know that request."}).encode()
        if order is None:
            return json.dumps(self._told()).encode()
        if order in (Order.PAUSE, Order.RESUME):
            self.paused = order is Order.PAUSE
        self._obey(order)
        return json.dumps({"done": DONE[order]}).encode()

    def _told(self) -> dict[str, object]:
        status = self._status
        return {
            "name": self.target.name,
            "folder": str(self.target.cwd),
            "front": self._front,
            "tool_pid": os.getpid(),
            "state": status.state.value,
            "run": status.run,
            "reason": {
                "kind": status.reason.kind.name.lower(),
                "files": [str(path) for path in status.reason.files],
            },
            "pid": status.pid,
            "exit_code": status.exit.code if status.exit is not None else None,
            "paused": self.paused,
            "files": list(self._files),
        }
