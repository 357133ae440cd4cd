"""Where a script's Python is looked for, in the rule's order, and what belongs to the script.

Looks at names only, and starts nothing: interpreters.py asks the files that are found
here. Any thread may ask.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.platform_facts import THIS
from reloader_core.python import environments
from reloader_core.values import frozen

ENVIRONMENT_NAMES = (".venv", "venv", "env")


class Source(enum.Enum):
    """How a Python was found."""

    CHOICE = "The user has named it."
    ENVIRONMENT = "An environment beside or above the script."
    ACTIVE = "The environment that VIRTUAL_ENV names."
    SHEBANG = "The script's first line names it."
    INSTALLED = "It lies where commands are looked for."
    OURS = "Reloader runs on it."


@frozen
class Origin:
    """How a Python was found, and where."""

    source: Source
    name: str = ""
    """ENVIRONMENT: its folder's name, empty where `folder` is the environment itself;
    INSTALLED, SHEBANG: the command."""
    folder: Path | None = None
    """ENVIRONMENT: what holds it, None for the script's own; INSTALLED: where it lies, None where
    PATH leads to it."""


@frozen
class Place:
    """A file that may be a Python, and why it is looked at."""

    python: Path
    origin: Origin


@frozen
class ScriptPlace:
    """Where a script lies: `folder` as it is named, `real` where links lead to.

    A folder that is run is the place itself. Python takes a linked script's modules from
    beside the real file; so its environment is there, unless there is one beside the link.
    """

    folder: Path
    real: Path

    @classmethod
    def of(cls, script: Path) -> ScriptPlace:
        script = Path(os.path.abspath(script))
        if os.path.isdir(script):
            return cls(script, Path(os.path.realpath(script)))
        return cls(script.parent, Path(os.path.realpath(script)).parent)

    def holds(self, python: Path, home: Path | None) -> bool:
        """Does this file, or one that it leads to by links, lie in the script's folder?

        Of the user's home (and what is above it) only the files directly in it count: what
        else lies there is the user's own, and not what came with the script.
        """
        folders = {_normal(each) for each in (self.folder, self.real, _real(self.folder))}
        at_home = _normal(_real(home)) if home is not None else ""
        for hop in environments.link_hops(python):
            for folder in folders:
                is_wide = at_home == folder or at_home.startswith(os.path.join(folder, ""))
                above = [_normal(hop.parent)] if is_wide else map(_normal, hop.parents)
                if folder in above:
                    return True
        return False


def near_script(script: ScriptPlace, environ: Mapping[str, str], platform: str) -> Iterator[Place]:
    """The environments beside and above it, best first, and the one that is switched on."""
    for environment, origin in _environments(script, environ, platform):
        yield Place(environments.python_in(environment, platform), origin)
    if active := environ.get("VIRTUAL_ENV"):
        python = environments.python_in(Path(active), platform)
        yield Place(python, Origin(Source.ACTIVE))


def nearby_environments(
    script: Path, environ: Mapping[str, str] = os.environ, platform: str = THIS
) -> tuple[tuple[Path, int], ...]:
    """The environments that a script may get, best first, and when each was made: another
    answer than before means that one has come, gone, or been made anew. Looks at names only."""
    found = _environments(ScriptPlace.of(script), environ, platform)
    return tuple((environment, _made(environment)) for environment, _ in found)


def _made(environment: Path) -> int:
    try:
        return os.stat(environment / environments.CONFIGURATION).st_mtime_ns
    except OSError:
        return 0


def named(chosen: Path, environ: Mapping[str, str], platform: str) -> Path:
    """The file of a choice. It may also be an environment's folder, or a command: that is
    looked for on PATH first, as a shell does, and not in the current folder."""
    if environments.is_environment(chosen):
        return environments.python_in(chosen, platform)
    if len(chosen.parts) == 1:
        for folder in platform_facts.path_folders(environ, platform):
            for name in (chosen.name, f"{chosen.name}.exe"):
                if os.path.isfile(folder / name):
                    return folder / name
    return chosen


def _environments(
    script: ScriptPlace, environ: Mapping[str, str], platform: str
) -> Iterator[tuple[Path, Origin]]:
    home = platform_facts.home(environ, platform)
    # Beside a link comes before beside its target, and that before what is above the link.
    folders = [script.folder, *_upwards(script.real, home, platform)]
    folders += _upwards(script.folder, home, platform)
    for folder in dict.fromkeys(folders):
        if platform_facts.is_shared_root(folder, platform):
            continue
        of, where = Source.ENVIRONMENT, folder if folder != script.folder else None
        found = [(folder / name, Origin(of, name, where)) for name in ENVIRONMENT_NAMES]
        # A beginner's `python -m venv myproject`, with the script inside.
        found.append((folder, Origin(of, folder=folder)))
        for environment, origin in found:
            if environments.is_environment(environment) and not platform_facts.is_anybodys(
                environment
            ):
                yield environment, origin


def _upwards(folder: Path, home: Path | None, platform: str) -> Iterator[Path]:
    """The folder and its parents, up to the user's home or the root, that included."""
    last = _normal(_real(home)) if home is not None else None
    for step in (folder, *folder.parents):
        yield step
        if _normal(_real(step)) == last:
            return


def on_path(environ: Mapping[str, str], platform: str) -> Iterator[Place]:
    """What `python3`, then `python` (Windows: `py`, then `python`) may start."""
    listed = platform_facts.path_folders(environ, platform)
    usual = [
        folder for folder in platform_facts.usual_folders(environ, platform) if folder not in listed
    ]
    folders = [*listed, *usual]
    folders.sort(key=lambda folder: platform_facts.is_apples_folder(folder, platform))
    for names in platform_facts.python_commands(platform):
        for folder in folders:
            for name in names:
                if os.path.isfile(folder / name):
                    where = folder if folder not in listed else None
                    yield Place(folder / name, Origin(Source.INSTALLED, Path(name).stem, where))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _normal(path: Path) -> str:
    return os.path.normcase(path)
