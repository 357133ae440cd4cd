"""What the error card says of a missing package, and what a click on it would do. Pure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reloader_core import Interpreter, frozen
from reloader_gui.python.install_steps import Step
from reloader_gui.texts.packages import PACKAGES, Left, Why
from reloader_gui.texts.said import Said, said

_TIMED_OUT = ("ConnectTimeoutError", "ReadTimeoutError", "Read timed out", "operation timed out")
_OFFLINE = ("NewConnectionError", "NameResolutionError", "getaddrinfo", "dns error")
_NO_SUCH = ("No matching distribution", "was not found in the package registry")
_INSTALLING = ("Installing collected packages", "Installed ")


@frozen
class Advice:
    said: Said
    package: str = ""
    """What is installed; empty: nothing, or an environment is only made."""
    steps: tuple[Step, ...] = ()
    """What a click runs; their commands are shown before."""
    environment: Path | None = None
    """The folder of the one that they make."""
    is_slow: bool = False
    """Where packages come from did not answer in time: the user may know a nearer place."""
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

    def from_index(self, url: str) -> Advice:
        """The same with packages from there; empty: from where pip is set up to get them."""
        return replace(self, steps=tuple(step.from_index(url) for step in self.steps))


def not_installed(advice: Advice, output: str, left: Left) -> Advice:
    """What to say when a step has failed, and what a click does then; `output`: the end of what
    it said."""
    why, last = _why(output)
    what = said(PACKAGES.failed, advice.package, last, why, left, advice.place)
    return replace(advice, said=what, is_slow=why is Why.SLOW)


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
