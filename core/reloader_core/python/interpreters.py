"""Which Python runs the script: the rule's order, and a question that each one must answer.

A file is a Python only if it says so when it is started: shims, launchers and
broken environments look like one. `choose`, `candidates` and `probe` therefore
start processes and can take seconds: no thread that draws a window calls them.
Before the user runs the script (`before_run`) no environment is started, nor anything
else that came with the script: their files are read, and the run tells the truth.
Remembers no choice of the user's; never takes the environment that Reloader runs in.
"""

from __future__ import annotations

import ast
import contextlib
import enum
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from reloader_core import platform_facts
from reloader_core.platform_facts import THIS, Stub
from reloader_core.python import environments, places
from reloader_core.python.environments import environment_of
from reloader_core.python.places import Origin, Place, ScriptPlace, Source
from reloader_core.python.trust import Doubt, Trust

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


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An environment that would have come first but does not work."""

    origin: Origin
    problem: Problem
    path: Path | None
    detail: str


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A found Python: what to start, and why this one."""

    path: Path
    version: str
    """As it said itself; until it has been started as its files say, or empty."""
    origin: Origin
    named: Path = Path()
    """The file that was found; of a shim or launcher not the same as `path`."""
    is_confirmed: bool = True
    """Whether it has said so itself where the script runs. Else it is asked before a run."""
    doubt: Doubt | None = None
    """Somebody else could have changed it: not to be started unless the user says so."""
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def source(self) -> Source:
        return self.origin.source


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
    script: Path,
    *,
    chosen: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
    before_run: bool = False,
    trust: Trust | None = None,
) -> Interpreter:
    """The Python for a script, or for what is run in a folder: the user's choice, else the
    first candidate.

    Raises InterpreterMissing if the choice is unusable, or if there is no Python at all.
    """
    if chosen is not None:
        search = _Search(ScriptPlace.of(script), environ, platform, before_run, trust or Trust())
        python = places.named(chosen, environ, platform)
        return search.ask(Place(python, Origin(Source.CHOICE)))
    for interpreter in candidates(
        script,
        environ,
        ourselves=ourselves,
        platform=platform,
        before_run=before_run,
        trust=trust,
    ):
        return interpreter
    raise InterpreterMissing(Problem.NONE_FOUND)


def candidates(
    script: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
    before_run: bool = False,
    trust: Trust | None = None,
) -> Iterator[Interpreter]:
    """The Pythons that fit, best first, each once; each is asked only when it is its turn.
    Those that the user has refused are left out."""
    ourselves = ourselves or Ourselves.now()
    trust = trust or Trust()
    place = ScriptPlace.of(script)
    search = _Search(place, environ, platform, before_run, trust)
    seen: set[str] = set()
    passed_over: tuple[PassedOver, ...] = ()
    for found in places.places(place, environ, platform):
        named = _identity(found.python)
        if named in seen or ourselves.owns(environment_of(found.python)):
            continue
        try:
            interpreter = search.ask(found)
        except InterpreterMissing as error:
            if found.origin.source in (Source.ENVIRONMENT, Source.ACTIVE):
                why = (error.problem, error.path, error.detail)
                passed_over += (PassedOver(found.origin, *why),)
            continue
        answered = _identity(interpreter.path)
        is_refused = interpreter.doubt is not None and interpreter.doubt.mark in trust.refused
        is_new = answered not in seen and not ourselves.owns(environment_of(interpreter.path))
        seen |= {named, answered}
        if is_new and not is_refused:
            yield replace(interpreter, passed_over=passed_over)
    base = ourselves.base
    if base is not None and os.path.isfile(base) and _identity(base) not in seen:
        ours = Origin(Source.OURS)
        yield Interpreter(base, ourselves.version, ours, base, passed_over=passed_over)


@dataclass(frozen=True, slots=True)
class _Search:
    """Asks what is found for one script: by starting it, or only by reading what may be read."""

    script: ScriptPlace
    environ: Mapping[str, str]
    platform: str
    before_run: bool
    trust: Trust

    def ask(self, place: Place) -> Interpreter:
        """Raises InterpreterMissing."""
        python = Path(os.path.abspath(place.python))
        key = _check_file(python, self.platform)
        doubt = None
        if place.origin.source is not Source.CHOICE or not self.trust.in_choice:
            doubt = self.trust.doubt(python, self.platform)
        if doubt is not None and doubt.mark not in self.trust.accepted:
            return replace(self._read(python, place, key), is_confirmed=False, doubt=doubt)
        if self.before_run and self._came_with_the_script(python):
            return self._read(python, place, key)
        # A shim may start what the script's folder names (pyenv: .python-version).
        folder = None if self.before_run else self.script.folder
        found = probe(python, cwd=folder, environ=self.environ, platform=self.platform)
        is_shim = _real(found.executable) != _real(python)
        return Interpreter(
            found.executable,
            found.version,
            place.origin,
            python,
            is_confirmed=not (is_shim and self.before_run),
        )

    def _came_with_the_script(self, python: Path) -> bool:
        home = platform_facts.home(self.environ, self.platform)
        return environment_of(python) is not None or self.script.holds(python, home)

    def _read(self, python: Path, place: Place, key: _Key) -> Interpreter:
        """What is known of it without starting it."""
        if (known := _answers.get(key)) is not None:
            return Interpreter(known.executable, known.version, place.origin, python)
        if not os.access(python, os.X_OK):
            raise InterpreterMissing(Problem.NO_PROGRAM, python)
        if not platform_facts.is_named_like_python(python):
            raise InterpreterMissing(Problem.NOT_NAMED, python)
        environment = environment_of(python)
        version = environments.version_in(environment) if environment is not None else ""
        return Interpreter(python, version, place.origin, python, is_confirmed=False)


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


def _identity(python: Path) -> str:
    """Equal for two names of one Python; an environment is not its base."""
    return _real(environment_of(python) or python)


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


# ---------------------------------------------------------------- the question


def _check_file(path: Path, platform: str) -> _Key:
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
