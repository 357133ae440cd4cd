"""The classic library call: a program that restarts itself when its files are saved.

    from reloader_core.autoreload import run_with_reloader
    run_with_reloader(main)

The first process becomes the parent: it supervises and never runs `runner`. The child,
which has RUN_FLAG=true, runs it in its main thread; the agent in it ends it with exit
code 3 when a loaded file was saved. Under `reloader` or in the window the program
takes the child's part at once. The engine is the supervisor's: nothing is done twice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, ParamSpec

from reloader_core.model import AfterExit, Target
from reloader_core.terminal import TerminalFront, absolute

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

    In the parent this never returns: it exits with the program's own exit code. A file
    that does not parse does not end the parent; it waits for the next save.
    """
    if is_supervised():
        runner(*args, **kwargs)
        return None
    sys.exit(TerminalFront(own_target(), quiet=True).run())


def own_target() -> Target:
    """What was started to get here: this script or module, with its arguments."""
    spec = getattr(sys.modules["__main__"], "__spec__", None)
    module = None
    if spec is not None:  # python -m: for a package the spec names its __main__
        module = spec.name.removesuffix(".__main__")
    return Target(
        interpreter=Path(sys.executable),
        cwd=Path.cwd(),
        script=absolute(Path(sys.argv[0])) if module is None else None,
        module=module,
        args=tuple(sys.argv[1:]),
        after_exit=AfterExit.END_UNLESS_SYNTAX_ERROR,
    )
