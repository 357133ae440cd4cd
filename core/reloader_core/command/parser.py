"""The options of `reloader`, in groups, with what --help, the man page and shells need to know.

Pure. An option stands here only if it does something.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Sequence

from reloader_core import platform_facts
from reloader_core.command.bad_input import RefusingParser
from reloader_core.model import Preload
from reloader_core.python.command_line import (
    LONG_WITH_VALUE,
    CommandLine,
    NotPythons,
    take_option,
)

USAGE = """\
reloader [OPTIONS] SCRIPT [ARGS...]
       reloader [OPTIONS] -m MODULE [ARGS...]
       reloader [OPTIONS] -c CODE [ARGS...]
       reloader [OPTIONS] COMMAND [ARGS...]
       reloader --list-pythons [SCRIPT]
       reloader ctl [--pid N] status|restart|stop|pause|resume"""
DESCRIPTION = """\
Run a Python script and run it again when it, or any file that it has loaded, is saved.
COMMAND is one that the script's Python environment brings along: flask, pytest, uvicorn.
What stands behind SCRIPT, MODULE, CODE or COMMAND is the script's own."""
EXIT_CODES = {
    "2": "the command line cannot be carried out; nothing was run",
    "126": "the script could not be started, or COMMAND is no Python program",
    "127": "there is no COMMAND of that name",
    "128 + N": "signal N ended Reloader: 130 is Ctrl+C, 143 is SIGTERM",
}
"""Besides the script's own, with --once."""
NOTES = {
    "With --once": "the script's own exit code, and 128 + N where signal N ended it.",
    "--watch and --ignore": (
        "can be repeated, are relative to --cwd, and take *, ?, [...] and ** for any folders."
    ),
    "Python's options": (
        "-O, -B, -X dev, -W error and the like stand before SCRIPT, as with python. They can also"
        " come through the environment: PYTHONOPTIMIZE=1, PYTHONDEVMODE=1, PYTHONWARNINGS=error."
    ),
    "Ctrl+C": "is the script's, as under python: if it ends, Reloader ends with it. A second one"
    " within a second ends both.",
    "From elsewhere": (
        "reloader ctl asks a running Reloader for its state, or orders it (reloader ctl --help);"
        " SIGUSR1 restarts the script, SIGUSR2 pauses and resumes (not on Windows)."
    ),
    "pyproject.toml": (
        "the table [tool.reloader] may set the long options for everything that is run in its"
        " folder or below, as in: watch = ['templates/*'], delay = 0.5, no-standby = true."
    ),
}
EXAMPLES = {
    "reloader my_script.py --its --arguments": "run a script, and again at each save",
    "reloader -X dev -W error -m my_package": "run a module, with Python's options",
    "reloader --watch 'templates/**' flask run": "run a command; templates restart it, too",
    "reloader --once tests.py": "end with the script, and with its exit code",
    "reloader --name api --clear server.py": "messages begin with api:, runs with a clear screen",
}


class Parser(RefusingParser):
    def format_help(self) -> str:
        self.epilog = _epilog()
        return super().format_help()


class _Version(argparse.Action):
    """To look it up takes 10 ms, which no other start should pay for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser._print_message(f"{version()}\n", sys.stdout)
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="reloader",
        usage=USAGE,
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    _add_what(parser)
    _add_restarts(parser)
    _add_end(parser)
    _add_messages(parser)
    _add_help(parser)
    return parser


def _add_what(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is run").add_argument
    add("-m", dest="module", metavar="MODULE", help="run a module, as python -m does")
    add("-c", dest="code", metavar="CODE", help="run this text, as python -c does")
    default = "default: a .venv beside the script, then python3"
    add("--python", metavar="PATH", help=f"the Python that runs the script ({default})")
    listed = "list the Pythons of this computer, the one for SCRIPT first, and end"
    add("--list-pythons", action="store_true", help=listed)
    add("--cwd", metavar="DIR", default=".", help="the folder that the script runs in")
    add("--env", metavar="K=V", action="append", default=[], help="set a variable; repeatable")


def _add_restarts(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("when it restarts").add_argument
    add("--watch", metavar="GLOB", action="append", default=[], help="also restart on these files")
    data = "also restart on files up to 5 MB that the script's own code reads"
    add("--data", action="store_true", help=data)
    add("--ignore", metavar="GLOB", action="append", default=[], help="never restart on these")
    add("--no-reload", action="store_true", help="do not restart when a file is saved")
    pause = "wait until nothing was saved for so long (default: 0)"
    add("--delay", metavar="SECONDS", type=float, default=0.0, help=pause)
    add("--restart-on-errors", action="store_true", help="restart even if the file has a mistake")
    add("--ignore-touch", action="store_true", help="do not restart when the text stays the same")
    add("--no-exit-3", action="store_true", help="exit code 3 does not mean: start me again")
    children = "do not look at what processes load that the script starts"
    add("--no-child-watch", action="store_true", help=children)
    add("--no-standby", action="store_true", help="do not keep the next interpreter ready")
    levels = f"let it import packages ahead, too; as --preload=LEVEL: {', '.join(Preload)}"
    add(
        "--preload", nargs="?", const=Preload.ALL.value, default=Preload.STDLIB.value,
        choices=[each.value for each in Preload],
        metavar="LEVEL", help=levels,
    )  # fmt: skip


def _add_end(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("when it ends").add_argument
    add("--once", action="store_true", help="end with the script's exit code (3 still restarts)")
    grace = "time to end before the script is forced (default: 2)"
    add("--grace", metavar="SECONDS", type=float, default=2.0, help=grace)


def _add_messages(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is shown").add_argument
    add("--quiet", action="store_true", help="say only what went wrong")
    name = "what its messages begin with (default: reloader)"
    add("--name", metavar="NAME", default="reloader", help=name)
    explain = "say after a crash what the error means, and what to try"
    add("--explain", action="store_true", help=explain)
    add("--clear", action="store_true", help="clear the terminal at each restart")
    add("--events", metavar="FILE", help="append each state change as a line of JSON")


def _add_help(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("help").add_argument
    add("-h", "--help", action="help", help="show this help")
    add("-V", "--version", action=_Version, nargs=0, help="show the version, Python and system")
    shells = ("bash", "zsh", "tcsh")
    words = f"print what makes a shell complete these options: {', '.join(shells)}"
    add("--print-completion", metavar="SHELL", choices=shells, help=words)


def described() -> dict[str, object]:
    """All of this for the man page, as JSON takes it."""
    groups = [
        [group.title, [[a.option_strings, a.metavar, a.help] for a in group._group_actions]]
        for group in make_parser()._action_groups
        if group._group_actions
    ]
    return {"groups": groups, "codes": EXIT_CODES, "notes": NOTES, "examples": EXAMPLES}


def version() -> str:
    from importlib import metadata

    try:
        ours = metadata.version("reloader-gui")
    except metadata.PackageNotFoundError:
        ours = "(not installed)"
    return f"reloader {ours} ({platform_facts.described()})"


def _epilog() -> str:
    width = max(map(len, EXIT_CODES))
    codes = [f"  {code:{width}}  {what}" for code, what in EXIT_CODES.items()]
    notes = [textwrap.fill(f"{what}: {text}", 80) for what, text in NOTES.items()]
    examples = [f"  {command}\n      {what}" for command, what in EXAMPLES.items()]
    return "\n".join(["exit codes:", *codes, "", *notes, "", "examples:", *examples])


# -- whose word is it?


def split_command(
    parser: argparse.ArgumentParser, argv: Sequence[str]
) -> tuple[list[str], CommandLine]:
    """Our own options, and what is behind them as python would read it: its options, which may
    stand among ours, what is run, and everything that is the script's. Raises BadInput."""
    valued = {
        name
        for action in parser._actions
        if action.nargs not in (0, "?")
        for name in action.option_strings
    }
    own: list[str] = []
    line, index, is_last = CommandLine(), 0, False
    while index < len(argv) and not is_last:
        word = argv[index]
        if word == "--":
            index += 1
        if word in ("-", "--") or not word.startswith("-"):
            break
        name = word.partition("=")[0]
        if word.startswith("--") and name != LONG_WITH_VALUE or word in ("-h", "-V"):
            end = index + (2 if name in valued and "=" not in word else 1)
            own += argv[index:end]
            index = end
            continue
        try:
            line, index, is_last = take_option(line, argv, index)
        except NotPythons as error:
            parser.error(str(error))
    if is_last or index >= len(argv):
        return own, line
    return own, CommandLine(line.flags, script=argv[index], args=tuple(argv[index + 1 :]))


def completion(shell: str) -> str:
    """What a shell is to read once, so that it completes our options and then files' names."""
    import shtab

    parser = make_parser()
    scripts = parser.add_argument("script", nargs="*")
    scripts.complete = shtab.FILE  # type: ignore[attr-defined]
    for action in parser._actions:
        if action.dest in ("events", "python", "watch", "ignore"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.dest == "cwd":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    return shtab.complete(parser, shell)
