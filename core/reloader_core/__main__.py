"""`reloader`: the supervisor on the command line. Checks what it was given, then hands
over to reloader_core.terminal. Bad input is one sentence on stderr and exit code 2."""

from __future__ import annotations

import argparse
import os
import shlex
import stat
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from reloader_core import python_words
from reloader_core.event_log import EventLog
from reloader_core.model import MOST_EXIT_3, AfterExit, Target
from reloader_core.python import interpreters
from reloader_core.python.probe import InterpreterMissing
from reloader_core.python.trust import Danger, Trust
from reloader_core.terminal import SPAWN_FAILED_CODE, TerminalFront, absolute, say

BAD_INPUT_CODE = 2
INTERRUPTED_CODE = 130
MOST_SHOWN = 200
DESCRIPTION = (
    "Run a Python script and run it again when it, or any file that it has loaded, is saved."
)


class BadInput(Exception):
    """The command line cannot be carried out; the text says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise BadInput(f"{message}. Try 'reloader --help'.")


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reloader",
        usage="reloader [OPTIONS] SCRIPT [ARGS...]\n       reloader [OPTIONS] -m MODULE [ARGS...]",
        description=DESCRIPTION,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("-m", dest="module", metavar="MODULE", help="run a module, as python -m does")
    add("--python", metavar="PATH", help="the Python that runs the script")
    add("--cwd", metavar="DIR", default=".", help="the folder that the script runs in")
    add("--env", metavar="K=V", action="append", default=[], help="set a variable; repeatable")
    add("--watch", metavar="GLOB", action="append", default=[], help="also restart on these files")
    add("--ignore", metavar="GLOB", action="append", default=[], help="never restart on these")
    add("--no-reload", action="store_true", help="do not restart when a file is saved")
    add("--restart-on-errors", action="store_true", help="restart even if the file has a mistake")
    add("--ignore-touch", action="store_true", help="do not restart when the text stays the same")
    add("--no-standby", action="store_true", help="do not keep the next interpreter ready")
    add("--preload", action="store_true", help="let it import installed packages ahead, too")
    add("--once", action="store_true", help="end with the script's exit code (3 still restarts)")
    add("--no-exit-3", action="store_true", help="exit code 3 does not mean: start me again")
    add("--grace", metavar="SECONDS", type=float, default=2.0, help="time to end before force")
    add("--events", metavar="FILE", help="append each state change as a line of JSON")
    add("--version", action="version", version=f"reloader {_version()}")
    return parser


def _version() -> str:
    try:
        return metadata.version("reloader-gui")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def split_command(
    parser: argparse.ArgumentParser, argv: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Our options, and what follows them: everything from SCRIPT or after -m MODULE on
    is the script's own, whatever it looks like."""
    takes_value = {
        name for action in parser._actions if action.nargs != 0 for name in action.option_strings
    }
    index = 0
    while index < len(argv):
        word = argv[index]
        if word == "--":
            return list(argv[:index]), list(argv[index + 1 :])
        if not word.startswith("-") or word == "-":
            break
        name = word.partition("=")[0]
        index += 2 if name in takes_value and "=" not in word else 1
        if name.startswith("-m") and not name.startswith("--"):
            break
    return list(argv[:index]), list(argv[index:])


def make_target(options: argparse.Namespace, rest: list[str]) -> Target:
    """The target, checked. Raises BadInput."""
    try:
        cwd = absolute(Path(options.cwd))
    except FileNotFoundError:
        raise BadInput("The folder you are in was deleted. Change to another one.") from None
    if not os.path.isdir(cwd):
        name = shortened(options.cwd)
        raise BadInput(f"The working folder {name} does not exist or is not a folder.")
    if not 0 <= options.grace < float("inf"):
        raise BadInput("--grace takes a number of seconds, 0 or more.")
    for pattern in (*options.watch, *options.ignore):
        _check_glob(pattern)
    script = None
    if options.module is None:
        if not rest:
            raise BadInput("Which script? Usage: reloader [OPTIONS] SCRIPT [ARGS...]")
        script = _check_script(rest.pop(0))
    python = _choose_python(options.python, script or cwd)
    return Target(
        interpreter=python.path,
        cwd=cwd,
        script=script,
        module=options.module,
        args=tuple(rest),
        env=tuple(_check_variable(pair) for pair in options.env),
        watch=tuple(options.watch),
        ignore=tuple(options.ignore),
        restart_on_save=not options.no_reload,
        grace_s=options.grace,
        standby=not options.no_standby,
        preload_packages=options.preload,
        only_when_text_changed=options.ignore_touch,
        restart_on_errors=options.restart_on_errors,
        after_exit=AfterExit.END if options.once else AfterExit.WAIT,
        max_exit3_loops=0 if options.no_exit_3 else MOST_EXIT_3,
    )


def _choose_python(named: str | None, script: Path) -> interpreters.Interpreter:
    """Nobody is here to be asked about a Python that somebody else could have changed, so
    such a one has to be named. Raises BadInput."""
    try:
        chosen = Path(named) if named else None
        if named and os.path.dirname(named):
            chosen = absolute(Path(named))  # "./python3" is that file, and no command
        python = interpreters.choose(script, chosen=chosen, trust=Trust(in_choice=True))
    except InterpreterMissing as error:
        raise BadInput(python_words.missing(error)) from error
    if python.doubt is not None:
        what = _DANGERS[python.doubt.danger].format(python.doubt)
        raise BadInput(
            f"{python.path} is not started: {what}, so its code may be somebody else's."
            f" If you trust it, name it: --python {shlex.quote(str(python.path))}"
        )
    for environment in python.passed_over:
        say(python_words.passed_over(environment))
    say(f"Python {python.version} ({python_words.why(python.origin)}): {python.path}")
    return python


_DANGERS = {
    Danger.OWNED: "{0.file} belongs to another user ({0.who})",
    Danger.WRITABLE_BY_ALL: "every user of this computer may change {0.file}",
    Danger.WRITABLE_BY_GROUP: "others in the group {0.who} may change {0.file}",
}


def _check_script(name: str) -> Path:
    path = absolute(Path(name))
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with open(path, "rb"):
                pass
        elif not stat.S_ISDIR(mode):  # to open a pipe may mean to wait for ever
            raise BadInput(f"{name} is not a file but a pipe or a device. Name a script's file.")
        elif not (path / "__main__.py").is_file():
            raise BadInput(f"{name} is a folder. Name the script in it that is to run.")
    except FileNotFoundError:
        raise BadInput(f"There is no file {name}.") from None
    except OSError as error:
        raise BadInput(f"{shortened(name)} cannot be read: {error.strerror}.") from None
    return path


def shortened(name: str) -> str:
    """A name of thousands of characters would hide what is said about it."""
    return name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}..."


def _check_variable(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not name or not equals:
        raise BadInput(f"--env takes NAME=VALUE, not {pair!r}.")
    return name, value


def _check_glob(pattern: str) -> None:
    if not pattern.strip() or "\0" in pattern:
        raise BadInput("A pattern for --watch or --ignore must not be empty.")
    if any("**" in part and part != "**" for part in pattern.replace(os.sep, "/").split("/")):
        raise BadInput(f"In the pattern {pattern!r}, ** must stand alone between slashes.")
    if pattern.count("[") > pattern.count("]"):
        raise BadInput(f"In the pattern {pattern!r}, a [ is not closed.")


def open_events(name: str) -> EventLog:
    try:
        return EventLog(Path(name))
    except OSError as error:
        text = f"The event file {shortened(name)} cannot be written: {error.strerror}."
        raise BadInput(text) from None


def main(argv: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit code."""
    try:
        return _main(argv)
    except KeyboardInterrupt:  # nothing has been started yet, or all has ended
        return INTERRUPTED_CODE


def _main(argv: Sequence[str] | None) -> int:
    parser = make_parser()
    own, rest = split_command(parser, sys.argv[1:] if argv is None else argv)
    try:
        options = parser.parse_args(own)
        target = make_target(options, rest)
        events = open_events(options.events) if options.events else None
    except BadInput as error:
        say(str(error))
        return BAD_INPUT_CODE
    try:
        return TerminalFront(target, events=events).run()
    except OSError as error:
        say(f"Reloader cannot start ({error.strerror}); nothing was run. Close some programs.")
        return SPAWN_FAILED_CODE
    finally:
        if events is not None:
            events.close()


if __name__ == "__main__":
    sys.exit(main())
