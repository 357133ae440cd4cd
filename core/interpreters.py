"""Which Python runs the script: the rule's order, and a question that each one must answer.

A file is a Python only if it says so when it is started: shims, launchers and
broken environments look like one. `choose`, `candidates` and `probe` therefore
start processes and can take seconds: no thread that draws a window calls them.
Remembers no choice of the user's; never takes the environment that Reloader runs in.
"""

from __future__ import annotations

import ast
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from core import platform_facts
from core.platform_facts import THIS

OLDEST = (3, 8)
ENVIRONMENT_NAMES = (".venv", "venv", "env")

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


class InterpreterMissing(Exception):
    """This is no usable Python; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A found Python: what to start, and in the user's words why this one."""

    path: Path
    version: str
    reason: str


@dataclass(frozen=True, slots=True)
class Probed:
    """What a Python said of itself. For an environment `executable` is its own file."""

    executable: Path
    version: str
    base_prefix: Path


@dataclass(frozen=True, slots=True)
class Ourselves:
    """The Python that Reloader runs on: what scripts must not get, and what they may."""

    environment: Path | None
    base: Path | None
    version: str

    @classmethod
    def now(cls) -> Ourselves:
        base: Path | None = None
        # In a frozen program sys.executable is the program, not a Python.
        if not getattr(sys, "frozen", False):
            base = Path(getattr(sys, "_base_executable", "") or sys.executable)
            base = platform_facts.console_python(base, THIS)
        own = Path(sys.prefix) if sys.prefix != sys.base_prefix else None
        return cls(own, base, sys.version.split()[0])

    def owns(self, environment: Path | None) -> bool:
        return (
            environment is not None
            and self.environment is not None
            and _real(environment) == _real(self.environment)
        )


def own() -> Path | None:
    """The Python that Reloader itself runs on, outside of any environment."""
    return Ourselves.now().base


def choose(
    script_folder: Path,
    *,
    chosen: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
) -> Interpreter:
    """The Python for a script in this folder: the user's choice, else the first candidate.

    Raises InterpreterMissing if the choice is unusable, or if there is no Python at all.
    """
    if chosen is not None:
        python = _as_file(chosen, environ, platform)
        found = probe(python, cwd=script_folder, environ=environ, platform=platform)
        return Interpreter(found.executable, found.version, "your choice")
    for interpreter in candidates(script_folder, environ, ourselves=ourselves, platform=platform):
        return interpreter
    raise InterpreterMissing("No Python was found: install one from python.org, or choose one.")


def candidates(
    script_folder: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
) -> Iterator[Interpreter]:
    """The Pythons that fit, best first, each once; each is probed only when it is asked for."""
    ourselves = ourselves or Ourselves.now()
    script_folder = Path(os.path.abspath(script_folder))
    seen: set[str] = set()
    for python, reason in _places(script_folder, environ, platform):
        asked = _identity(python)
        if asked in seen or ourselves.owns(_environment_of(python)):
            continue
        try:
            found = probe(python, cwd=script_folder, environ=environ, platform=platform)
        except InterpreterMissing:
            continue
        answered = _identity(found.executable)
        if answered not in seen and not ourselves.owns(_environment_of(found.executable)):
            yield Interpreter(found.executable, found.version, reason)
        seen |= {asked, answered}
    base = ourselves.base
    if base is not None and os.path.isfile(base) and _identity(base) not in seen:
        yield Interpreter(base, ourselves.version, "Reloader's own Python")


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
    key = _check_file(path, platform)
    if (known := _answers.get(key)) is not None:
        return known
    heard = _ask(path, timeout_s, cwd, environ)
    found = _understand(path, heard)
    if _real(found.executable) == _real(path):
        if len(_answers) >= _MOST_ANSWERS:
            _answers.clear()
        _answers[key] = found
    return found


_Key = tuple[str, int, int]
_answers: dict[_Key, Probed] = {}


# ---------------------------------------------------------------- where to look


def _places(
    script_folder: Path, environ: Mapping[str, str], platform: str
) -> Iterator[tuple[Path, str]]:
    """Files that may be a Python, in the rule's order, with the reason in words."""
    for environment, reason in _environments(script_folder, environ, platform):
        yield platform_facts.venv_python(environment, platform), reason
    if active := environ.get("VIRTUAL_ENV"):
        yield platform_facts.venv_python(Path(active), platform), "VIRTUAL_ENV"
    yield from _on_path(environ, platform)


def _environments(
    script_folder: Path, environ: Mapping[str, str], platform: str
) -> Iterator[tuple[Path, str]]:
    for folder in _upwards(script_folder, platform_facts.home(environ, platform), platform):
        where = "this folder" if folder == script_folder else (folder.name or str(folder))
        found = [(folder / name, f"{name} in {where}") for name in ENVIRONMENT_NAMES]
        # A beginner's `python -m venv myproject`, with the script inside.
        found.append((folder, f"the environment {folder.name}"))
        for environment, reason in found:
            if os.path.isfile(environment / "pyvenv.cfg") and not platform_facts.is_strangers(
                environment, script_folder
            ):
                yield environment, reason


def _upwards(folder: Path, home: Path | None, platform: str) -> Iterator[Path]:
    """The folder and its parents, up to the user's home or the root, that included."""
    last = _real(home) if home is not None else None
    for step in (folder, *folder.parents):
        if not platform_facts.is_shared_root(step, platform):
            yield step
        if _real(step) == last:
            return


def _on_path(environ: Mapping[str, str], platform: str) -> Iterator[tuple[Path, str]]:
    """What `python3`, then `python` (Windows: `py`, then `python`) may start."""
    listed = platform_facts.path_folders(environ, platform)
    usual = [
        folder for folder in platform_facts.usual_folders(environ, platform) if folder not in listed
    ]
    folders = [*listed, *usual]
    folders.sort(key=lambda folder: platform_facts.is_apples_folder(folder, platform))
    for names in platform_facts.python_commands(platform):
        for folder in folders:
            for name in names:
                if os.path.isfile(folder / name):
                    where = "on your PATH" if folder in listed else f"in {folder}"
                    yield folder / name, f"{Path(name).stem} {where}"


def _as_file(chosen: Path, environ: Mapping[str, str], platform: str) -> Path:
    """The user may also name a virtual environment's folder, or a command on PATH."""
    if os.path.isfile(chosen / "pyvenv.cfg"):
        return platform_facts.venv_python(chosen, platform)
    if len(chosen.parts) == 1 and not os.path.lexists(chosen):
        for folder in platform_facts.path_folders(environ, platform):
            for name in (chosen.name, f"{chosen.name}.exe"):
                if os.path.isfile(folder / name):
                    return folder / name
    return chosen


def _environment_of(python: Path) -> Path | None:
    """The virtual environment that a python belongs to, by PEP 405's landmark.

    Not by asking it: with -S, sys.prefix is the base's before Python 3.14.
    """
    for folder in (python.parent.parent, python.parent):
        if os.path.isfile(folder / "pyvenv.cfg"):
            return folder
    return None


def _identity(python: Path) -> str:
    """Equal for two names of one Python; an environment is not its base."""
    return _real(_environment_of(python) or python)


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


# ---------------------------------------------------------------- the question


def _check_file(path: Path, platform: str) -> _Key:
    """What can be said without starting it; returns the key of its answer."""
    if (instead := platform_facts.stub(path, platform)) is not None:
        raise InterpreterMissing(f"{path} {instead}: choose another Python.")
    try:
        status = os.stat(path)
    except FileNotFoundError:
        what = "leads to a Python that is gone" if os.path.islink(path) else "does not exist"
        raise InterpreterMissing(f"{path} {what}: choose another Python.") from None
    except (OSError, ValueError) as error:
        raise InterpreterMissing(_cannot_start(path, error)) from None
    if os.path.isdir(path):
        raise InterpreterMissing(f"{path} is a folder: choose the python program in it.")
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
        raise InterpreterMissing(_cannot_start(path, error)) from None
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
        raise InterpreterMissing(
            f"{path} did not answer within {timeout_s:g} seconds: choose another Python."
        )
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
        raise InterpreterMissing(_no_python(path, heard)) from None
    if numbers[:2] < OLDEST:
        raise InterpreterMissing(_too_old(path, f"Python {version}"))
    # An environment's python may name its base (a wrapper, a shim), but is what is meant.
    own_file = _environment_of(path) is not None or not executable
    return Probed(path if own_file else Path(executable), version, Path(prefix))


def _no_python(path: Path, heard: bytes) -> str:
    if b"Unknown option: -I" in heard:  # Python 2, and 3 before 3.4
        return _too_old(path, "an old Python")
    lines = [line.strip() for line in heard.decode("utf-8", "replace").splitlines()]
    first = next((line for line in lines if line), "")
    said = "".join(char for char in first if char.isprintable())[:120]
    said = f"it said: {said}" if said else "it said nothing"
    return f"{path} is not a working Python ({said}): choose another Python."


def _too_old(path: Path, what: str) -> str:
    oldest = ".".join(map(str, OLDEST))
    return f"{path} is {what}, and Reloader needs {oldest} or newer: choose another Python."


def _cannot_start(path: Path, error: Exception) -> str:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path} could not be started ({why}): choose another Python."
