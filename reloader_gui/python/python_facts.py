"""What a Python can do about packages: it is started and asked. Qt-free; any thread may ask.

Only for a Python that the user's script runs with already, or that lies nowhere near it.
"""

from __future__ import annotations

import ast
import os
import subprocess
from pathlib import Path

from reloader_core import frozen
from reloader_gui.ui import system

_TIMEOUT_S = 15.0
_MARK = "reloader-packages:"
_QUESTION = (
    "import os, site, sys, sysconfig, importlib.util as u; p = sysconfig.get_path; print("
    f"'{_MARK}' + ascii((sys.prefix != sys.base_prefix, "
    "os.path.isfile(os.path.join(p('stdlib'), 'EXTERNALLY-MANAGED')), "
    "u.find_spec('pip') is not None, os.access(p('purelib'), os.W_OK), "
    "bool(site.ENABLE_USER_SITE), u.find_spec('venv') is not None, "
    "u.find_spec('ensurepip') is not None, getattr(sys, '_base_executable', ''))))"
)
_FINDS = "import sys, importlib.util as u; sys.exit(u.find_spec(sys.argv[1]) is None)"
_HAS = "import sys, importlib.metadata as m; [m.version(name) for name in sys.argv[1:]]"


@frozen
class Facts:
    in_environment: bool
    is_managed: bool
    """By the system: pip may not install there (PEP 668)."""
    has_pip: bool
    may_write: bool
    has_user_folder: bool
    has_venv: bool = False
    has_ensurepip: bool = False
    """What puts pip into an environment. Debian's Python comes without."""
    base: str = ""
    """Of an environment, the Python that it was made from; empty if that does not tell."""


def ask(python: Path) -> Facts | None:
    """None: it does not answer."""
    answer = _run(python, _QUESTION).stdout.decode("ascii", "replace").rpartition(_MARK)[2]
    try:
        return Facts(*ast.literal_eval(answer.strip()))
    except (ValueError, SyntaxError, TypeError):
        return None


def can_import(python: Path, module: str) -> bool:
    """As far as it can be told without running any code of the module's."""
    return _run(python, _FINDS, module).returncode == 0


def has_all(python: Path, packages: tuple[str, ...]) -> bool:
    """Whether these packages are installed, by the names that pip knows."""
    return _run(python, _HAS, *packages).returncode == 0


def _run(python: Path, question: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    command = [str(python), "-c", question, *args]
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=python.parent,  # no random.py of the user's is imported here
            env=system.outside(os.environ),
            timeout=_TIMEOUT_S,
            check=False,
            creationflags=system.detached_flags(system.THIS),
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return subprocess.CompletedProcess(command, 1, b"")
