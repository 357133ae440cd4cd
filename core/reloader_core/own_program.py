"""What this process was started for, and how it becomes that program's supervisor.

The parent's part of run_with_reloader. In a process that Python was started for it is a fresh
process with the same number (exec): the program's modules, threads and open windows are gone,
and signals are taken care of before there is a thread. A host that only runs the program
(IDLE, an editor, pdb) is never replaced.
"""

from __future__ import annotations

import io
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from reloader_core.python.command_line import CommandLine, NotPythons, read

ISOLATING = {"isolated": "-I", "ignore_environment": "-E", "no_user_site": "-s"}
"""By sys.flags. Who starts a program so does not want our process to look there either."""
SUPERVISE = (
    "import sys; sys.path.append(sys.argv[1])\n"
    "from reloader_core.own_program import supervise\n"
    "sys.exit(supervise(sys.argv[2:], is_fresh=True))"
)


def supervise_own_program() -> NoReturn:
    """Supervise what this process runs, from now on. Raises RuntimeError."""
    program, is_process = own_program(sys.modules["__main__"], sys.orig_argv, sys.argv)
    if is_process and _may_be_replaced():
        _become_supervisor(program)
    sys.exit(supervise(program.words()))


def own_program(
    main: ModuleType, orig_argv: list[str], argv: list[str]
) -> tuple[CommandLine, bool]:
    """How to start it again, and whether this process is it, and not a host that runs it.

    What was typed (sys.orig_argv) holds if it is what runs as __main__. Raises RuntimeError.
    """
    try:
        typed = read(orig_argv[1:])
    except NotPythons:  # an embedded interpreter's words are its program's
        typed = CommandLine()
    spec, file = getattr(main, "__spec__", None), getattr(main, "__file__", None)
    module = None if spec is None else spec.name.removesuffix(".__main__")
    if module is not None and module != "__main__":
        if typed.module is not None and typed.module.removesuffix(".__main__") == module:
            return typed, True
        return CommandLine(typed.flags, module=module, args=tuple(argv[1:])), False
    if file is not None:
        script = os.path.abspath(file)
        if module == "__main__":  # of a folder or an archive
            script = os.path.dirname(script)
        if typed.script is not None and _is_same(typed.script, script):
            return replace(typed, script=script), True
        return CommandLine(typed.flags, script=script, args=tuple(argv[1:])), False
    if typed.code is not None and spec is None:
        return typed, True
    raise RuntimeError(
        "run_with_reloader cannot start this program again: it is no file, module or -c text."
    )


def _is_same(typed: str, script: str) -> bool:
    """The working folder may be another one by now."""
    name = os.sep + os.path.basename(os.path.normpath(typed))
    is_elsewhere = not os.path.isabs(typed) and script.endswith(name)
    return is_elsewhere or os.path.abspath(typed) == script


def _may_be_replaced() -> bool:
    """Does exec keep the process (not on Windows), and does nobody lose what it has?"""
    is_main = threading.current_thread() is threading.main_thread()
    return hasattr(os, "fork") and is_main and is_descriptor_1(sys.stdout)


def is_descriptor_1(stream: object) -> bool:
    """Does all that is written to it go to this process' own stdout, and nowhere else? A copy in
    a log, an editor's pane or a test's buffer would miss what the program prints."""
    if type(stream) is not io.TextIOWrapper:
        return False
    try:
        is_plain = type(stream.buffer) is io.BufferedWriter or type(stream.buffer) is io.FileIO
        return is_plain and stream.fileno() == 1
    except (OSError, ValueError):
        return False


def _become_supervisor(program: CommandLine) -> None:
    """Does not return, unless this interpreter cannot be started again."""
    options = [option for flag, option in ISOLATING.items() if getattr(sys.flags, flag)]
    folder = str(Path(__file__).parent.parent)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    command = [sys.executable, *options, "-P", "-c", SUPERVISE, folder, *program.words()]
    try:
        os.execv(sys.executable, command)
    except (OSError, ValueError):
        return


def supervise(words: tuple[str, ...] | list[str], *, is_fresh: bool = False) -> int:
    """Supervise what these words behind `python` start; returns the exit code. `is_fresh`: in a
    process that does nothing else, and has no other thread."""
    from reloader_core import child
    from reloader_core.model import AfterExit, Target
    from reloader_core.terminal import TerminalFront, Voice

    program = read(words)
    target = Target(
        interpreter=Path(sys.executable),
        cwd=Path.cwd(),
        flags=program.flags,
        script=Path(program.script) if program.script is not None else None,
        module=program.module,
        code=program.code,
        args=program.args,
        after_exit=AfterExit.END_UNLESS_SYNTAX_ERROR,
    )
    stream = _own_stream()
    job = child.own_job(is_fresh=is_fresh) if stream is None else None
    return TerminalFront(target, voice=Voice(quiet=True), stream=stream, job=job).run()


def _own_stream() -> io.TextIOBase | None:
    stream = sys.stdout
    return None if stream is None or is_descriptor_1(stream) else stream  # type: ignore[return-value]
