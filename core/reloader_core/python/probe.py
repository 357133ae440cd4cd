"""A question that each Python must answer. A file is one only if it says so when it is started.

Starts processes and can take seconds: no thread that draws a window calls this. Any other may.
"""

from __future__ import annotations

import ast
import contextlib
import enum
import os
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from reloader_core import platform_facts
from reloader_core.platform_facts import THIS, Stub
from reloader_core.python.environments import environment_of
from reloader_core.values import frozen

OLDEST = (3, 8)

_MARK = b"reloader-python:"
# Printed with ascii(): the answer does not depend on the locale. The mark is put together,
# so that a shim which shows the command line (`sh -x`) is not taken for the answer. No
# double quote and no sign that cmd.exe reads: pyenv-win's shims are .bat files.
_QUESTION = (
    "import sys;print('\\nreloader'+'-python:'+ascii((sys.executable,"
    "sys.version.split()[0],tuple(sys.version_info[:3]),sys.base_prefix)),flush=True)"
)
_MOST_HEARD_BYTES = 64 * 1024
_MOST_ANSWERS = 256

# -I makes Python ignore its variables, but not what a shim or launcher does with them;
# `py` starts the environment that VIRTUAL_ENV names, and that may be ours.
_DROPPED = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONEXECUTABLE",
    "__PYVENV_LAUNCHER__",
    "VIRTUAL_ENV",
)


class Problem(enum.Enum):
    """Why there is no Python, or why a file is none that can be used."""

    NONE_FOUND = "No Python was found."
    STORE_STUB = "The file only opens the Microsoft Store."
    APPLE_STUB = "The file only offers to install Apple's developer tools."
    MISSING = "The file does not exist."
    BROKEN_LINK = "The link leads to a Python that is gone."
    FOLDER = "It is a folder."
    NO_PROGRAM = "The file is not a program."
    NOT_NAMED = "The file is not named like a Python."
    CANNOT_START = "The file cannot be started; the detail is the system's word for why."
    NO_ANSWER = "It did not answer in time; the detail is the time in seconds."
    SILENT = "It said nothing."
    NO_PYTHON = "It said something else; the detail is what."
    UNFIT = "The script asks for another version; the detail is which."
    TOO_OLD = "It is too old; the detail is its version, empty where it did not say."


_STUBS = {Stub.MICROSOFT: Problem.STORE_STUB, Stub.APPLE: Problem.APPLE_STUB}


class InterpreterMissing(Exception):
    """This is no usable Python. Worded where it is shown."""

    def __init__(self, problem: Problem, path: Path | None = None, detail: str = "") -> None:
        super().__init__(problem, path, detail)
        self.problem = problem
        self.path = path
        """What was looked at; None where nothing was found."""
        self.detail = detail


@frozen
class Probed:
    """What a Python said of itself. For an environment `executable` is its own file."""

    executable: Path
    version: str
    base_prefix: Path


Key = tuple[str, int, int]
answers: dict[Key, Probed] = {}
"""What was answered before, by the file's path, mtime and size."""


def probe(
    path: Path,
    timeout_s: float = 10,
    *,
    cwd: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    platform: str = THIS,
) -> Probed:
    """Starts this Python and asks what it is. Raises InterpreterMissing.

    `cwd` matters to shims: pyenv's looks for a .python-version there. An answer is
    remembered for (path, mtime, size); a shim's never, it may be another one tomorrow.
    """
    path = Path(os.path.abspath(path))
    key = check_file(path, platform)
    if (known := answers.get(key)) is not None:
        return known
    heard = _ask(path, timeout_s, cwd, environ)
    found = _understand(path, heard)
    if real(found.executable) == real(path):
        if len(answers) >= _MOST_ANSWERS:
            answers.clear()
        answers[key] = found
    return found


def check_file(path: Path, platform: str) -> Key:
    """What can be said without starting it; returns the key of its answer."""
    if (instead := platform_facts.stub(path, platform)) is not None:
        raise InterpreterMissing(_STUBS[instead], path)
    try:
        status = os.stat(path)
    except FileNotFoundError:
        what = Problem.BROKEN_LINK if os.path.islink(path) else Problem.MISSING
        raise InterpreterMissing(what, path) from None
    except (OSError, ValueError) as error:
        raise _cannot_start(path, error) from None
    if os.path.isdir(path):
        raise InterpreterMissing(Problem.FOLDER, path)
    return str(path), status.st_mtime_ns, status.st_size


def _ask(path: Path, timeout_s: float, cwd: Path | None, environ: Mapping[str, str]) -> bytes:
    """All that it said, up to its answer. It is ended then, with what a shim started."""
    # A folder that cannot be used is the run's to complain of.
    usable = cwd is not None and os.path.isdir(cwd) and platform_facts.can_start_in(cwd, THIS)
    folder = cwd if usable else path.parent
    try:
        process = subprocess.Popen(
            [str(path), "-I", "-S", "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
            cwd=folder,
            env={name: value for name, value in environ.items() if name not in _DROPPED},
            start_new_session=True,
            creationflags=platform_facts.creation_flags(THIS),
        )
    except (OSError, ValueError) as error:
        raise _cannot_start(path, error) from None
    assert process.stdout is not None
    heard = bytearray()
    # A thread, since Windows cannot wait for a pipe with a deadline. It owns the pipe:
    # if something that left the group holds the other end, only this thread is stuck.
    listener = threading.Thread(
        target=_listen, args=(process.stdout, heard), name="python probe", daemon=True
    )
    listener.start()
    listener.join(timeout_s)
    answered = not listener.is_alive()
    platform_facts.end_group(process)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    if not answered:
        listener.join(1)
        raise InterpreterMissing(Problem.NO_ANSWER, path, f"{timeout_s:g}")
    return bytes(heard)


def _listen(pipe: IO[bytes], heard: bytearray) -> None:
    with pipe:
        while len(heard) < _MOST_HEARD_BYTES:
            piece = pipe.read(4096)
            if not piece:
                return
            heard += piece
            _, mark, answer = heard.partition(_MARK)
            if mark and b"\n" in answer:
                return


def _understand(path: Path, heard: bytes) -> Probed:
    _, _, rest = heard.partition(_MARK)
    try:
        match ast.literal_eval(rest.partition(b"\n")[0].strip().decode("ascii")):
            case (str(executable), str(version), (int(), int(), int()) as numbers, str(prefix)):
                pass
            case _:
                raise ValueError
    except (ValueError, SyntaxError):
        raise _no_python(path, heard) from None
    if numbers[:2] < OLDEST:
        raise InterpreterMissing(Problem.TOO_OLD, path, version)
    # An environment's python may name its base (a wrapper, a shim), but is what is meant.
    own_file = environment_of(path) is not None or not executable
    return Probed(path if own_file else Path(executable), version, Path(prefix))


def _no_python(path: Path, heard: bytes) -> InterpreterMissing:
    if b"Unknown option: -I" in heard:  # Python 2, and 3 before 3.4
        return InterpreterMissing(Problem.TOO_OLD, path)
    lines = [line.strip() for line in heard.decode("utf-8", "replace").splitlines()]
    first = next((line for line in lines if line), "")
    said = "".join(char for char in first if char.isprintable())[:120]
    return InterpreterMissing(Problem.NO_PYTHON if said else Problem.SILENT, path, said)


def _cannot_start(path: Path, error: Exception) -> InterpreterMissing:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InterpreterMissing(Problem.CANNOT_START, path, why)


def real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
