"""What `reloader ctl` may ask of a script, from another program of this user's. GUI thread."""

from __future__ import annotations

from typing import Protocol

from reloader_core import Order


class Runs(Protocol):
    """Who obeys; a ScriptRun is one."""

    def run(self) -> None: ...
    def stop(self) -> None: ...
    def set_restart_on_save(self, on: bool) -> None: ...


def obey(script: Runs, order: Order) -> None:
    match order:
        case Order.RESTART:
            script.run()
        case Order.STOP:
            script.stop()
        case Order.PAUSE | Order.RESUME:
            script.set_restart_on_save(order is Order.RESUME)
