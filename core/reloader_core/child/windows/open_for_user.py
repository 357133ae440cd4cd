"""Windows: opens what a script wanted opened for its user, outside the script's job.

The agent hands over what os.startfile and webbrowser were asked to do; it is done
here, in this process, so that a document or a browser survives Stop. Runs in a thread
of its own for each request. Says nothing to the supervisor.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from reloader_core.child.windows import api

log = logging.getLogger(__name__)

Opener = Callable[[str, str, str, str, int], None]
"""os.startfile: path, operation, arguments, working folder, how to show it."""


def open_for_user(request: Sequence[str], script_pid: int, open_file: Opener) -> list[str]:
    """Do it. The answer for the agent: "ok" and results, or "error", winerror, text."""
    try:
        match request:
            case ["file", path, operation, arguments, cwd, show]:
                open_file(path, operation, arguments, cwd, int(show))
                return ["ok"]
            case ["program", program, command_line, cwd, flags, *env]:
                return ["ok", *_start(program, command_line, cwd, int(flags), env, script_pid)]
            case _:
                raise ValueError(f"an unknown request: {request[:1]}")
    except OSError as error:
        code = getattr(error, "winerror", None) or error.errno or 0
        return ["error", str(code), error.strerror or str(error)]
    except Exception as error:
        log.exception("what a script wanted opened could not be")
        return ["error", "0", str(error)]


def _start(
    program: str, command_line: str, cwd: str, flags: int, env: list[str], script_pid: int
) -> list[str]:
    """What CreateProcess returned, with handles that are good in the script's process."""
    variables = {name: value for name, _, value in (pair.partition("=") for pair in env)}
    process, thread, pid, thread_id = api.start_outside(
        program or None, command_line, cwd, variables, flags
    )
    theirs = [api.move_to(handle, script_pid) for handle in (process, thread)]
    return [str(number) for number in (*theirs, pid, thread_id)]
