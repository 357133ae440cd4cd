"""What the children of a target are started with. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from reloader_core import child
from reloader_core.model import Target

Launch = tuple[object, ...]
"""The command, the folder and the environment that a child is started with."""


def launch_of(target: Target) -> Launch:
    """What decides whether another child of this target is like its last one."""
    return target.cwd, target.command_line, target.env


def spawn_of(target: Target, environ: Mapping[str, str], stdin: int | None) -> child.Spawn:
    """`environ`: the supervisor's own, which the target's is added to."""
    return child.Spawn(
        argv=target.command_line,
        cwd=target.cwd,
        env=tuple({**environ, **dict(target.env)}.items()),
        stdin=stdin,
        child_watch=target.child_watch,
    )
