"""The classic library call: a program that restarts itself when its files are saved.

    from reloader_core import run_with_reloader
    run_with_reloader(main)

The first process becomes the parent: it supervises and never runs `runner`. The child,
which has RUN_FLAG=true, runs it in its main thread; the agent in it ends it when a loaded
file was saved. Under `reloader` or in the window the program takes the child's part at once.
The child imports this file and nothing else of ours, the parent own_program.py.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # see __init__.py
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn, ParamSpec

    P = ParamSpec("P")


def is_supervised() -> bool:
    """Is this process the child's part? A program that the child starts is not."""
    if os.environ.get("RUN_FLAG") != "true":
        return False
    pid = os.environ.get("RELOADER_PID")
    return pid is None or pid == str(os.getpid())


def run_with_reloader(
    runner: Callable[P, object], *args: P.args, **kwargs: P.kwargs
) -> None | NoReturn:
    """Run `runner(*args, **kwargs)` and run the program again when a file of it is saved.

    The program is run as it was started: with the interpreter's options (-O, -X dev, -W error),
    by its path, by -m or by -c. In the parent this never returns: it ends with the program's own
    exit code. A file that does not parse does not end the parent; it waits for the next save.

    On POSIX the parent's process goes on as `reloader` does, so nothing of what the program has
    done by then is kept; where `sys.stdout` is not the process' own (IDLE, an editor, a test),
    or in another thread than the main one, it stays and writes what the child prints there.
    Raises RuntimeError where nothing can be started again, as in an interactive session.
    """
    if is_supervised():
        runner(*args, **kwargs)
        return None
    from reloader_core.own_program import supervise_own_program

    supervise_own_program()
