"""The environment that a child is started with. Pure; used by every platform's host.

RUN_FLAG tells it that it is supervised (the classic protocol), PYTHONPATH leads its
interpreter to the agent, who takes itself out again and adds RELOADER_PID.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reloader_core.child.agent_folder import agent_folder

CHILDREN = "RELOADER_CHILDREN"
"""Where what the script starts reports; set by who has made that."""
FROM_ANOTHER_RELOADER = frozenset(
    ("RUN_FLAG", "RELOADER_PID", "RELOADER_OPENED", "RELOADER_AGENT", "RELOADER_PYTHONPATH")
) | {CHILDREN}


def child_environment(
    given: Iterable[tuple[str, str]], *, agent: bool, ignore_case: bool
) -> dict[str, str]:
    """`given` without what an outer Reloader left in it, with what ours adds.

    ignore_case: names that differ in case alone are one variable, the last value counts
    (Windows); they are then in upper case, as in its os.environ.
    """
    env: dict[str, str] = {}
    for name, value in given:
        env[name.upper() if ignore_case else name] = value
    if CHILDREN in env:
        _leave_reporter_out(env)
    for name in FROM_ANOTHER_RELOADER:
        env.pop(name, None)
    env["RUN_FLAG"] = "true"
    if agent:
        original = env.get("PYTHONPATH")
        ours = str(agent_folder())
        folders = [ours, original] if original else [ours]
        env["PYTHONPATH"] = os.pathsep.join(folders)
        if original is not None:
            env["RELOADER_PYTHONPATH"] = original
    return env


def _leave_reporter_out(env: dict[str, str]) -> None:
    """We are what an outer Reloader's script started, by a Python that did not take it out."""
    copies = agent_folder().parent
    folders = env.get("PYTHONPATH", "").split(os.pathsep)
    left = [each for each in folders if Path(each).parent.parent != copies]
    if any(left):
        env["PYTHONPATH"] = os.pathsep.join(left)
    else:
        env.pop("PYTHONPATH", None)
