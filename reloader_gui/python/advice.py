"""What the error card says of a missing package, and what a click on it would do. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reloader_core import Interpreter
from reloader_gui.python.install_steps import Step
from reloader_gui.texts.packages import PACKAGES, Left
from reloader_gui.texts.said import Said, said

_OFFLINE = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "getaddrinfo")
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
    """What to say when a step has failed; `output`: the end of what it said."""
    errors = [line.strip() for line in output.splitlines() if line.startswith("ERROR:")]
    last = errors[-1].removeprefix("ERROR:").strip().rstrip(".") if errors else ""
    if any(sign in output for sign in _OFFLINE):
        last, do = "", "offline"  # 'No matching distribution' would send people after the name
    else:
        do = "name" if "No matching distribution" in last else "output"
    what = said(PACKAGES.failed, advice.package, last, do, left, advice.place)
    return replace(advice, said=what)


def cancelled(advice: Advice, left: Left) -> Said:
    return said(PACKAGES.cancelled, advice.package, left, advice.place)


def no_room(advice: Advice, why: str) -> Advice:
    """The environment's folder cannot be made."""
    return replace(advice, said=said(PACKAGES.no_room, advice.place, why))


def left_by(output: str) -> Left:
    """By what pip, or uv, had said when it ended early."""
    return Left.PARTS if any(sign in output for sign in _INSTALLING) else Left.NOTHING
