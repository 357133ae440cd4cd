"""`reloader ctl`: what runs under a Reloader of this user's, and orders to it.

    reloader ctl [--pid N] status [--json] | restart | stop | pause | resume

Without --pid it is meant for the only script there is. Exit codes: 0 done, 1 there is none, or
several, or no answer, 2 the command line is wrong.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reloader_core.command.bad_input import BadInput, RefusingParser
from reloader_core.control.client import Running, ask, running
from reloader_core.control.line import Nobody
from reloader_core.control.place import usual_folders
from reloader_core.control.script import STATUS, Order

NAME = "ctl"
USAGE = "reloader ctl [--pid N] {status [--json],restart,stop,pause,resume}"
DESCRIPTION = """\
Ask a running Reloader about its script, or give it an order: run the script again (restart), end
it (stop; Reloader itself stays), ignore saves for a while (pause, resume)."""
NOT_DONE_CODE = 1


def make_ctl_parser() -> argparse.ArgumentParser:
    parser = RefusingParser(
        prog="reloader ctl", usage=USAGE, description=DESCRIPTION, allow_abbrev=False
    )
    orders = (STATUS, *(order.value for order in Order))
    parser.add_argument("do", metavar="ORDER", choices=orders, help=f"one of: {', '.join(orders)}")
    pid = "of Reloader or of the script, as status shows; needed only where there are several"
    parser.add_argument("--pid", metavar="N", type=int, help=pid)
    words = "show the state as JSON: state, run, reason, pid, exit code, files"
    parser.add_argument("--json", action="store_true", help=words)
    return parser


def ctl(args: Sequence[str], show: Callable[[str], None]) -> int:
    """Returns the exit code. Raises BadInput."""
    parser = make_ctl_parser()
    options = parser.parse_intermixed_args(args)
    if options.json and options.do != STATUS:
        parser.error("--json belongs to status")
    found = running(usual_folders(make=False))
    fitting = [each for each in found if options.pid in (None, *each.pids)]
    if len(fitting) != 1:
        raise BadInput(_which(options.do, options.pid, found, fitting), NOT_DONE_CODE)
    script = fitting[0]
    if options.do == STATUS:
        show(json.dumps(script.told) if options.json else described(script))
        return 0
    try:
        answer = ask(script.endpoint, options.do)
    except Nobody:
        answer = {"error": f"Process {script.endpoint.pid} does not answer."}
    if "done" not in answer:
        raise BadInput(str(answer.get("error", answer)), NOT_DONE_CODE)
    show(str(answer["done"]))
    return 0


def _which(order: str, pid: int | None, found: list[Running], fitting: list[Running]) -> str:
    if not found:
        return "No Reloader of yours is running."
    these = fitting or found
    what = f"There is no script with process {pid}, but" if not fitting else "There are several"
    how = f"Say which one, as in: reloader ctl --pid {these[0].endpoint.pid} {order}"
    return "\n".join([f"{what}:", *(f"  {described(each)}" for each in these), how])


def described(script: Running) -> str:
    """One line: 'main.py is running (run 3, process 4711, changed: helper.py) ...'."""
    told: dict[str, Any] = script.told
    facts = [f"run {told['run']}"] if told["run"] else []
    if told["pid"]:
        facts.append(f"process {told['pid']}")
    if told["exit_code"] is not None:
        facts.append(f"exit code {told['exit_code']}")
    changed = [Path(file).name for file in told["reason"]["files"][:3]]
    if changed:
        facts.append(f"changed: {', '.join(changed)}")
    paused = "; paused: saves do not restart it" if told["paused"] else ""
    where = f"{told['front']} {script.endpoint.pid}, in {told['folder']}"
    state = f"{told['state']} ({', '.join(facts) or 'not run yet'})"
    return f"{told['name']}: {state}{paused} [{where}]"
