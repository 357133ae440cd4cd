"""The reloaders that are compared, ours among them: how each is started on a project.

Each gets its usual options, and none that make it slower. Ours run from this checkout,
with the Python that runs the benchmark; the script always runs with the measured one.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import tomli_w
from installed import Installed, install
from projects import Project
from running import Running

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
Command = Callable[[Project], list[str]]
Env = dict[str, str]


@dataclass(frozen=True)
class Tool:
    """One reloader. `once`: with its option that passes the script's exit code on.
    `pattern`: told to watch `*.py` in the folder. None: it has no such option."""

    name: str
    command: Command
    once: Command | None = None
    pattern: Command | None = None
    ours: bool = False
    window: bool = False
    reads_files: bool = False
    """It takes the list of files on its stdin."""
    blind_s: float = 0.0
    """How long it may need after a start until it notices a save; also its poll's period."""

    def start(
        self,
        project: Project,
        *,
        env: Env,
        command: Command | None = None,
        log: Path | None = None,
        terminal: bool = False,
    ) -> Running:
        """Run it; `env` is where a window finds its screen."""
        files = "".join(f"{file}\n" for file in project.files()).encode()
        return Running(
            (command or self.command)(project),
            project,
            stdin=files if self.reads_files else b"",
            env={**env, **window_env(project)} if self.window else None,
            log=log,
            terminal=terminal,
        )


def window_env(project: Project) -> Env:
    """Settings and logs of the window's own, not the user's."""
    names = ("CONFIG", "STATE", "CACHE", "DATA")
    return {f"XDG_{name}_HOME": str(project.root / name.lower()) for name in names}


def ours(module: str) -> list[str]:
    """Of this checkout, whatever is installed; -P: the project's folder is not searched."""
    program = f"import sys; sys.path[:0] = {[str(ROOT / 'core'), str(ROOT)]!r}; "
    program += f"from {module}.__main__ import main; sys.exit(main())"
    return [sys.executable, "-P", "-c", program]


def make_window(python: str) -> Tool:
    def command(project: Project) -> list[str]:
        settings = project.root / "config" / "Reloader" / "settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        choice = {"interpreter": python, "first_run_shown": True}
        settings.write_text(tomli_w.dumps({"scripts": {str(project.script): choice}}))
        events = str(project.root / "events")
        return [*ours("reloader_gui"), "--events", events, "--run", str(project.script)]

    return Tool("reloader-gui", command, ours=True, window=True)


def our_tools(python: str) -> list[Tool]:
    def headless(*options: str) -> Command:
        return lambda project: [
            *[*ours("reloader_core"), "--python", python],
            *[*options, str(project.script)],
        ]

    return [
        Tool(
            "reloader",
            headless(),
            once=headless("--once"),
            pattern=headless("--watch", "*.py"),
            ours=True,
        ),
        make_window(python),
        Tool("reloader --no-standby", headless("--no-standby"), ours=True),
    ]


def other_tools(python: str, found: Installed) -> list[Tool]:
    scripts = found.scripts
    in_venv = str(scripts / "python")

    def run_script(*before: object) -> Command:
        return lambda project: [*map(str, before), python, str(project.script)]

    def with_script(*before: object) -> Command:
        return lambda project: [*map(str, before), str(project.script)]

    def watchfiles(project: Project) -> list[str]:
        command = shlex.join([python, str(project.script)])
        folder = str(project.folder)
        return [str(scripts / "watchfiles"), "--verbosity", "warning", command, folder]

    def fixed(*words: object) -> Command:
        return lambda project: list(map(str, words))

    watchmedo = (scripts / "watchmedo", "auto-restart", "-R", "-p")
    uvicorn = (scripts / "uvicorn", "--port", 0, "--log-level", "warning", "--reload")
    nodemon = (shutil.which("node"), found.nodemon / "bin" / "nodemon.js", "-q", "--delay", 0)
    entr = (shutil.which("entr"), "-n", "-r")
    werkzeug = (in_venv, HERE / "werkzeug_run.py")
    return [
        Tool("watchfiles", watchfiles),
        Tool(
            "watchmedo",
            run_script(*watchmedo, "**/*.py", "--"),
            pattern=run_script(*watchmedo, "*.py", "--"),
            blind_s=1.0,
        ),
        Tool("hupper", fixed(scripts / "hupper", "-q", "-m", "main"), blind_s=1.0),
        Tool("werkzeug stat", with_script(*werkzeug, "stat"), blind_s=1.0),
        Tool("werkzeug watchdog", with_script(*werkzeug, "watchdog"), blind_s=1.0),
        Tool(
            "uvicorn",
            fixed(*uvicorn, "main:app"),
            pattern=fixed(*uvicorn, "--reload-include", "*.py", "main:app"),
            blind_s=1.0,
        ),
        Tool("classic", with_script(python, HERE / "classic.py"), blind_s=1.0),
        Tool(
            "nodemon",
            with_script(*nodemon, "--exec", python),
            pattern=with_script(*nodemon, "--watch", "*.py", "--exec", python),
        ),
        Tool("entr", run_script(*entr), once=run_script(*entr, "-z"), reads_files=True),
    ]


NAMES = (
    *("reloader", "reloader-gui", "reloader --no-standby", "watchfiles", "watchmedo", "hupper"),
    *("werkzeug stat", "werkzeug watchdog", "uvicorn", "classic", "nodemon", "entr"),
)


def measured_python() -> str:
    """The real file of this environment's base: a shim or a venv would cost time of its own."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def find_tools(names: list[str], python: str, folder: Path) -> tuple[list[Tool], Installed]:
    """The tools of these names that can be had; says which cannot."""
    unknown = set(names) - set(NAMES)
    if unknown:
        raise SystemExit(f"no such tool: {', '.join(sorted(unknown))}; there are {NAMES}")
    found = install(folder, python, names)
    tools = []
    for tool in [*our_tools(python), *other_tools(python, found)]:
        missing = found.missing.get(tool.name.split()[0])
        if tool.name in names and missing is None:
            tools.append(tool)
        elif tool.name in names:
            print(f"{tool.name} is left out: {missing}.", flush=True)
    return tools, found


def add_options(parser: argparse.ArgumentParser, known: Iterable[str]) -> None:
    """What every benchmark of all tools is told: which ones, with which Python, where."""
    parser.add_argument("--tools", type=comma_separated, default=",".join(known))
    parser.add_argument("--python", default=measured_python())
    parser.add_argument("--screen", choices=("xvfb", "own", "offscreen"), default="xvfb")
    parser.add_argument(
        "--cache",
        type=Path,
        default=platformdirs.user_cache_path("reloader-bench", appauthor=False),
        help="the folder that the other tools are installed into",
    )
    parser.add_argument("--json", type=Path)


def comma_separated(text: str) -> list[str]:
    return text.split(",")
