"""The commands that bring a package, or make an environment for it: shown first, then run.

Qt-free and pure. ScriptRun's Installation has the engine run them, one after the other.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reloader_core import AfterExit, DataFiles, Target, frozen
from reloader_gui.ui import system

_START = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
"""How a Python runs a program that is none: the engine starts Pythons only."""
_INDEX = "--index-url"
_QUIET = (("PIP_NO_INPUT", "1"), ("PIP_DISABLE_PIP_VERSION_CHECK", "1"))


@frozen
class Step:
    """One command."""

    program: Path
    args: tuple[str, ...]
    """Of a Python: -m, the module, and the module's own."""
    python: Path | None = None
    """What starts a program that is no Python itself."""
    makes: bool = False
    """It makes the environment, and installs nothing yet."""

    def from_index(self, url: str) -> Step:
        """The same, but what it installs comes from there, and from nowhere that was said before;
        pip and uv have one option for it. Empty: nothing is said."""
        if "install" not in self.args:
            return self
        at = self.args.index("install") + 1
        rest = self.args[at + 2 :] if self.args[at : at + 1] == (_INDEX,) else self.args[at:]
        return replace(self, args=(*self.args[:at], *((_INDEX, url) if url else ()), *rest))

    @property
    def command(self) -> str:
        return system.join_command((str(self.program), *self.args), system.THIS)

    def target(self, script: Target) -> Target:
        """As the engine runs it: like the script, but nothing restarts it. In the folder of the
        Python, where no random.py of the user's is imported."""
        if self.python is None:
            what = {"module": self.args[1], "args": self.args[2:], "code": None}
        else:
            what = {"code": _START, "args": (str(self.program), *self.args), "module": None}
        python = self.python or self.program
        return replace(
            script,
            interpreter=python,
            script=None,
            flags=(),
            cwd=python.parent,
            env=(*script.env, *_QUIET),
            watch=(),
            data_files=DataFiles.IGNORED,
            restart_on_save=False,
            after_exit=AfterExit.END,
            max_exit3_loops=0,
            standby=False,
            **what,  # type: ignore[arg-type]
        )


def pip(python: Path, *args: str) -> Step:
    return Step(python, ("-m", "pip", *args))
