"""A package that a script needs and its Python lacks: how to tell, and what to offer.

Qt-free; any thread may ask, but advise() starts that Python. Installs nothing: what it
offers is shown first, and run by ScriptRun, visibly, when the user has pressed the button.
"""

from __future__ import annotations

import ast
import difflib
import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from core import Interpreter, ScriptError, Target
from reloader_gui import platform
from reloader_gui.program import program_folder

DISTRIBUTIONS = {
    "Crypto": "pycryptodome",
    "OpenGL": "PyOpenGL",
    "PIL": "pillow",
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "discord": "discord.py",
    "distutils": "setuptools",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fitz": "pymupdf",
    "git": "GitPython",
    "googleapiclient": "google-api-python-client",
    "jwt": "PyJWT",
    "magic": "python-magic",
    "nacl": "pynacl",
    "pptx": "python-pptx",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "speech_recognition": "SpeechRecognition",
    "telegram": "python-telegram-bot",
    "usb": "pyusb",
    "vlc": "python-vlc",
    "websocket": "websocket-client",
    "win32api": "pywin32",
    "win32con": "pywin32",
    "win32gui": "pywin32",
    "wx": "wxPython",
    "yaml": "PyYAML",
    "zmq": "pyzmq",
}
"""Where the package is not called as the module that is imported."""

OFTEN_OWN = frozenset(
    "app common config constants data functions game helper helpers lib main models module"
    " my_module mymodule settings src test tests util utils".split()
)
"""People name files of their own so: a package of that name is somebody else's."""

# A mistyped name is looked for among these: with all of the standard library, one well-known
# package in ten would be taken for a slip.
_BEGINNERS = (
    "argparse asyncio calendar collections copy csv dataclasses datetime decimal fractions"
    " functools getpass glob hashlib http itertools json logging math os pathlib pickle platform"
    " queue random re secrets shutil socket sqlite3 statistics string subprocess sys tempfile"
    " threading time tkinter turtle typing unittest urllib webbrowser zipfile"
).split()
_LOOK_ALIKES = frozenset(
    "bitstring glob2 httpx json5 orjson pathlib2 psutil schedule typer ujson urllib3".split()
)

_SAID = re.compile(r"No module named '([A-Za-z]\w*)'(?!;)", re.ASCII)
_MOST_NEIGHBOURS = 500
_ALIKE, _ALIKE_STDLIB = 0.8, 0.75
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
    if (sentence := _no_package(name, folder, python)) is not None:
        return Advice(sentence)
    package = DISTRIBUTIONS.get(name, name)
    where = _in_words(python)
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


def _in_words(python: Interpreter) -> str:
    return f"this Python ({python.version}, {python.reason})"


def _no_package(name: str, folder: Path, python: Interpreter) -> str | None:
    """Why no package of that name is meant; None: it may be one."""
    if name in DISTRIBUTIONS or name in _LOOK_ALIKES:
        return None
    if name in sys.stdlib_module_names:
        more = " On Debian and Ubuntu the system's package python3-tk brings it."
        return (
            f"'{name}' is a part of Python that {_in_words(python)} comes without. Choose another"
            f" Python below.{more if name in ('tkinter', 'turtle') else ''}"
        )
    if near := _nearest(name, _neighbours(folder), _ALIKE):
        return f"There is no '{name}' beside your script. Did you mean '{near}'?"
    if near := _nearest(name, _BEGINNERS, _ALIKE_STDLIB):
        return f"Python has no module '{name}'. Did you mean '{near}'?"
    if name.lower() in OFTEN_OWN:
        return f"There is no {name}.py beside your script. Is it in another folder?"
    return None


def _nearest(name: str, among: list[str], cutoff: float) -> str:
    by_small = {each.lower(): each for each in among}
    found = difflib.get_close_matches(name.lower(), by_small, 1, cutoff)
    return by_small[found[0]] if found else ""


def _neighbours(folder: Path) -> list[str]:
    """What the script could import from its own folder."""
    try:
        with os.scandir(folder) as entries:
            files = [Path(entry.path) for entry in islice(entries, _MOST_NEIGHBOURS)]
    except OSError:
        return []
    return [file.stem for file in files if file.suffix == ".py" or (file / "__init__.py").is_file()]


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
