"""The end of `reloader ctl` that asks: which scripts there are, and one order to one of them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reloader_core.control.ends import exchange, forget
from reloader_core.control.line import Nobody
from reloader_core.control.place import Endpoint, endpoints, usual_folders
from reloader_core.control.script import STATUS, Order
from reloader_core.values import frozen


@frozen
class Running:
    """A script that answered, and what it told. Keys: see ControlledScript."""

    endpoint: Endpoint
    told: dict[str, Any]

    @property
    def pids(self) -> set[int]:
        """By which it can be named: of the tool or window, and of the script."""
        return {self.endpoint.pid, *([self.told["pid"]] if self.told.get("pid") else [])}


def running(folders: Iterable[Path]) -> list[Running]:
    """Every script of this user that a Reloader runs or would run."""
    import psutil  # 30 ms, which no start of a script should pay for

    found = []
    for endpoint in endpoints(folders):
        if not psutil.pid_exists(endpoint.pid):
            forget(endpoint)
            continue
        with contextlib.suppress(Nobody):
            found.append(Running(endpoint, ask(endpoint, STATUS)))
    return found


def runner_of(pid: int) -> Running | None:
    """The script of this user's that this process is, or was started by. May take a second."""
    import psutil

    with contextlib.suppress(psutil.Error):
        family = {pid, *(above.pid for above in psutil.Process(pid).parents())}
        for each in running(usual_folders(make=False)):
            if each.told.get("pid") in family:
                return each
    return None


def stop(script: Running) -> bool:
    """Have its front stop it. False: that does not answer any more."""
    with contextlib.suppress(Nobody):
        return "done" in ask(script.endpoint, Order.STOP.value)
    return False


def ask(endpoint: Endpoint, what: str) -> dict[str, Any]:
    """Raises Nobody."""
    answer = exchange(endpoint, json.dumps({"do": what}).encode())
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise Nobody("the answer is not understood") from error
    if not isinstance(found, dict):
        raise Nobody("the answer is not understood")
    return found
