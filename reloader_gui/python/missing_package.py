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

from reloader_core import AfterExit, Interpreter, ScriptError, Target
from reloader_gui.python import package_table
from reloader_gui.python.package_names import in_words, no_package
from reloader_gui.python.package_table import Known
from reloader_gui.ui import system
from reloader_gui.ui.program import program_folder

_SAID = re.compile(r"No module named '([A-Za-z_]\w*(?:\.\w+)*)'(?!;)", re.ASCII)
_IMPORT = re.compile(r"\s*(?:from\s+([\w.]+)\s+import\s+\(?\s*(\w+)|import\s+([\w.]+))", re.ASCII)
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
_LOOK_UP = " Look up which package has."
_GUESS = (
    "Perhaps a package of that name has it, but that is a guess: anybody can publish one. Look at"
    " it on pypi.org before you type:"
)
_OFFLINE = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "getaddrinfo")


@dataclass(frozen=True, slots=True)
class Advice:
    """What the error card says; with `arguments`, what pip would be told."""

    sentence: str
    package: str = ""
    arguments: tuple[str, ...] = ()
    python: Path = Path()
    is_guess: bool = False
    """The package is not one that is known to have the module: anybody can publish a package
    of any name, so this is shown, and not run by a click."""

    @property
    def command(self) -> str:
        words = (str(self.python), "-m", "pip", *self.arguments)
        return system.join_command(words, system.THIS)


@dataclass(frozen=True, slots=True)
class _Facts:
    in_environment: bool
    is_managed: bool
    has_pip: bool
    may_write: bool
    has_user_folder: bool


def missing_module(error: ScriptError) -> str | None:
    """The name of a module that the script could not import: a top-level one, or of a name
    that many packages share as much as is known of it (google.cloud.storage)."""
    said = _SAID.match(error.message) if error.type == "ModuleNotFoundError" else None
    if said is None:
        return None
    name = said[1]
    if (part := package_table.known_part(_imported(error, name))) is not None:
        return part.module
    return name if "." not in name else None


def _imported(error: ScriptError, name: str) -> str:
    """Python names the first part that is missing; the line tells all of it."""
    line = _IMPORT.match(error.source)
    if line is None:
        return name
    full = f"{line[1]}.{line[2]}" if line[1] else line[3]
    return full if full.startswith(f"{name}.") else name


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
    known = package_table.known_part(name) or package_table.known(name)
    if "." not in name and (sentence := no_package(name, folder, python)) is not None:
        return Advice(sentence)
    where = in_words(python)
    if known is None and package_table.is_shared(name):
        return Advice(
            f"'{name}' is not installed in {where}. Many packages share that name: look up which"
            " one your script needs."
        )
    package = known.package if known is not None else name
    if package in installed:
        note = f" {known.note}" if known is not None and known.note else ""
        return Advice(
            f"{package} is installed now, but it has no module '{name}'.{note or _LOOK_UP}"
        )
    facts = _ask(python.path)
    what = _what(name, known, where)
    if facts is None:
        return Advice(what)
    program = program_folder()
    is_ours = program is not None and python.path.is_relative_to(program)
    if (refusal := _refusal(facts, is_ours, has_ours=program is not None)) is not None:
        return Advice(f"{what} {refusal}")
    for_user = not facts.in_environment and (is_ours or not facts.may_write)
    arguments = ("install", *(("--user",) if for_user else ()), package)
    if known is None:
        return Advice(f"{what} {_GUESS}", package, arguments, python.path, is_guess=True)
    return Advice(f"{what} This installs it:", package, arguments, python.path)


def _what(name: str, known: Known | None, where: str) -> str:
    if known is None or known.package.replace("-", "_") == name:
        what = f"'{name}' is not installed in {where}."
    else:
        what = f"'{name}' is in the package {known.package}, which is not installed in {where}."
    return f"{what} {known.note}" if known is not None and known.note else what


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
            env=system.outside(os.environ),
            timeout=_TIMEOUT_S,
            creationflags=system.detached_flags(system.THIS),
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
        after_exit=AfterExit.END,
        max_exit3_loops=0,
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
