"""A package that a script needs and its Python lacks: how to tell, and what to offer.

Qt-free; any thread may ask, but advise() starts that Python. Installs nothing: what it
offers is shown first, and run by ScriptRun, visibly, when the user has pressed the button.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from core import Interpreter, ScriptError, Target
from reloader_gui import platform
from reloader_gui.package_names import DISTRIBUTIONS, in_words, no_package
from reloader_gui.program import program_folder

_SAID = re.compile(r"No module named '([A-Za-z]\w*)'(?!;)", re.ASCII)
_TIMEOUT_S = 15.0
_MARK = "reloader-packages:"
# In an environment, managed by the system, has pip, may write, has a folder of the user's.
_QUESTION = (
    "import os, site, sys, sysconfig, importlib.util as u; p = sysconfig.get_path; print("
    f"'{_MARK}' + ascii((sys.prefix != sys.base_prefix, "
    "os.path.isfile(os.path.join(p('stdlib'), 'EXTERNALLY-MANAGED')), "
    "u.find_spec('pip') is not None, os.access(p('purelib'), os.W_OK), "
    "bool(site.ENABLE_USER_SITE))))"
)
_OFFLINE = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "getaddrinfo")


@dataclass(frozen=True, slots=True)
class Advice:
    """What the error card says; with `arguments`, what pip would be told."""

    sentence: str
    package: str = ""
    arguments: tuple[str, ...] = ()
    python: Path = Path()

    @property
    def command(self) -> str:
        words = (str(self.python), "-m", "pip", *self.arguments)
        return platform.join_command(words, platform.THIS)


@dataclass(frozen=True, slots=True)
class _Facts:
    in_environment: bool
    is_managed: bool
    has_pip: bool
    may_write: bool
    has_user_folder: bool


def missing_module(error: ScriptError) -> str | None:
    """The name of a top-level module that the script could not import."""
    said = _SAID.match(error.message) if error.type == "ModuleNotFoundError" else None
    return said[1] if said is not None else None


def advise(
    error: ScriptError,
    folder: Path,
    python: Interpreter,
    installed: frozenset[str] = frozenset(),
) -> Advice | None:
    """`folder` is the script's; `installed`: packages that pip has brought already.
    None: this is another kind of error."""
    name = missing_module(error)
    if name is None:
        return None
    if (sentence := no_package(name, folder, python)) is not None:
        return Advice(sentence)
    package = DISTRIBUTIONS.get(name, name)
    where = in_words(python)
    if package in installed:
        return Advice(
            f"{package} is installed now, but it has no module '{name}'. Look up which package has."
        )
    what = f"'{name}' is not installed in {where}."
    if package != name:
        what = f"'{name}' is in the package {package}, which is not installed in {where}."
    facts = _ask(python.path)
    if facts is None:
        return Advice(what)
    program = program_folder()
    is_ours = program is not None and python.path.is_relative_to(program)
    if (refusal := _refusal(facts, is_ours, has_ours=program is not None)) is not None:
        return Advice(f"{what} {refusal}")
    for_user = not facts.in_environment and (is_ours or not facts.may_write)
    arguments = ("install", *(("--user",) if for_user else ()), package)
    return Advice(f"{what} This installs it:", package, arguments, python.path)


def _refusal(facts: _Facts, is_ours: bool, *, has_ours: bool) -> str | None:
    """Why pip would fail in this Python, and what to do instead."""
    make = "In a terminal, in your script's folder, type: python3 -m venv .venv"
    if facts.is_managed and not facts.in_environment:
        ours = ", or choose Reloader's own Python below" if has_ours else ""
        why = "The system does not let pip change this Python."
        return f"{why} {make} (Reloader then takes that){ours}."
    if not facts.has_pip:
        return f"This Python has no pip to install it with. {make}, or choose another Python below."
    if not facts.in_environment and not facts.has_user_folder and (is_ours or not facts.may_write):
        return f"Nothing may be installed in this Python. {make}."
    return None


def _ask(python: Path) -> _Facts | None:
    """None: it does not answer."""
    try:
        done = subprocess.run(
            [str(python), "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=python.parent,  # no random.py of the user's is imported here
            env=platform.outside(os.environ),
            timeout=_TIMEOUT_S,
            creationflags=platform.detached_flags(platform.THIS),
        )
        answer = done.stdout.decode("ascii", "replace").rpartition(_MARK)[2]
        return _Facts(*ast.literal_eval(answer.strip()))
    except (OSError, ValueError, SyntaxError, TypeError, subprocess.TimeoutExpired):
        return None


def pip_target(script: Target, advice: Advice) -> Target:
    """pip as the engine runs it: like the script, but nothing restarts it."""
    quiet = (("PIP_NO_INPUT", "1"), ("PIP_DISABLE_PIP_VERSION_CHECK", "1"))
    return replace(
        script,
        script=None,
        module="pip",
        args=advice.arguments,
        cwd=advice.python.parent,
        env=(*script.env, *quiet),
        watch=(),
        restart_on_save=False,
        standby=False,
    )


def not_installed(advice: Advice, output: str) -> Advice:
    """What to say when pip has failed; `output`: the end of what it said."""
    errors = [line.strip() for line in output.splitlines() if line.startswith("ERROR:")]
    said = errors[-1].removeprefix("ERROR:").strip().rstrip(".") if errors else ""
    if any(sign in output for sign in _OFFLINE):
        said = ""  # 'No matching distribution' would send people after the name
        do = "Is this computer connected to the internet? Then try again:"
    elif "No matching distribution" in said:
        do = "Check the name; perhaps the package is called otherwise."
    else:
        do = "What it said is in the output above."
    says = f" pip says: {said}." if said else ""
    return replace(advice, sentence=f"{advice.package} could not be installed.{says} {do}")
