"""What the error card says of a missing package, and what a click on it would do. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reloader_core import Interpreter
from reloader_gui.python.install_steps import Step
from reloader_gui.texts.packages import PACKAGES, Left, Why
from reloader_gui.texts.said import Said, said

MIRROR_HOST = "pypi.tuna.tsinghua.edu.cn"
MIRROR = f"https://{MIRROR_HOST}/simple"
"""A complete copy of pypi.org, for where that is hard to reach; of a university, since 2014."""
_TIMED_OUT = ("ConnectTimeoutError", "ReadTimeoutError", "Read timed out", "operation timed out")
_OFFLINE = ("NewConnectionError", "NameResolutionError", "getaddrinfo", "dns error")
_NO_SUCH = ("No matching distribution", "was not found in the package registry")
_INSTALLING = ("Installing collected packages", "Installed ")


@dataclass(frozen=True, slots=True)
class Advice:
    said: Said
    package: str = ""
    """What is installed; empty: nothing, or an environment is only made."""
    steps: tuple[Step, ...] = ()
    """What a click runs; their commands are shown before."""
    environment: Path | None = None
    """The folder of the one that they make."""
    may_use_mirror: bool = False
    """Packages come from pypi.org, and not from where the user has said."""
    other: Interpreter | None = None
    """Another Python of this computer that has it already."""
    is_guess: bool = False
    """The package is not one that is known to have the module: anybody can publish a package
    of any name, so this is shown, and not run by a click."""

    @property
    def sentence(self) -> str:
        return self.said()

    @property
    def place(self) -> str:
        """What the environment's folder is called."""
        return self.environment.name if self.environment is not None else ""

    @property
    def command(self) -> str:
        return " && ".join(step.command for step in self.steps)


def not_installed(advice: Advice, output: str, left: Left) -> Advice:
    """What to say when a step has failed, and what a click does then; `output`: the end of what
    it said."""
    why, last = _why(output)
    if why is Why.SLOW and advice.may_use_mirror:
        steps = tuple(step.from_index(MIRROR) for step in advice.steps)
        what = said(PACKAGES.slow, advice.package, left, advice.place, MIRROR_HOST)
        return replace(advice, said=what, steps=steps, may_use_mirror=False)
    what = said(PACKAGES.failed, advice.package, last, why, left, advice.place)
    return replace(advice, said=what)


def _why(output: str) -> tuple[Why, str]:
    """And the installer's own last word, where that helps."""
    lines = [line.strip() for line in output.splitlines()]
    errors = [line[6:].strip().rstrip(".") for line in lines if line.lower().startswith("error:")]
    last = errors[-1] if errors else ""
    if any(sign in output for sign in _TIMED_OUT):
        return Why.SLOW, ""
    if any(sign in output for sign in _OFFLINE):
        return Why.OFFLINE, ""  # 'No matching distribution' would send people after the name
    is_name = any(sign in output for sign in _NO_SUCH)
    return Why.NAME if is_name else Why.OUTPUT, last


def cancelled(advice: Advice, left: Left) -> Said:
    return said(PACKAGES.cancelled, advice.package, left, advice.place)


def no_room(advice: Advice, why: str) -> Advice:
    """The environment's folder cannot be made."""
    return replace(advice, said=said(PACKAGES.no_room, advice.place, why))


def left_by(output: str) -> Left:
    """By what pip, or uv, had said when it ended early."""
    return Left.PARTS if any(sign in output for sign in _INSTALLING) else Left.NOTHING
