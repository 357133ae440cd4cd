"""From checked options to the Target. Chooses the Python, which may start some."""

from __future__ import annotations

import argparse
import os
import shlex
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from reloader_core.command import python_words
from reloader_core.command.bad_input import BadInput, shortened
from reloader_core.command.patterns import PatternFault, pattern_fault
from reloader_core.model import (
    MOST_EXIT_3,
    SPAWN_FAILED_CODE,
    AfterExit,
    DataFiles,
    Preload,
    Target,
)
from reloader_core.python import console_scripts, interpreters
from reloader_core.python.asking import Interpreter
from reloader_core.python.command_line import CommandLine
from reloader_core.python.probe import InterpreterMissing
from reloader_core.python.trust import Danger, Trust

NOT_FOUND_CODE = 127  # as a shell has it
Say = Callable[[str], None]
REFUSED = {
    "E": "-E hides PYTHONPATH",
    "I": "-I hides PYTHONPATH",
    "s": "-s hides the user's own packages (PYTHONNOUSERSITE=1 can be set instead)",
    "S": "-S leaves out what Python does when it starts",
}
"""With them Reloader would see nothing of what the script loads."""


def make_target(options: argparse.Namespace, line: CommandLine, say: Say) -> Target:
    """The target, checked; `say` is told which Python it is. Raises BadInput."""
    cwd = _check_folder(options.cwd)
    _check_options(options)
    _check_level(options.preload, line.script)
    _check_flags(line)
    python, script = _what_is_run(options.python, line, cwd, say)
    return Target(
        interpreter=python.path,
        cwd=cwd,
        script=script,
        module=line.module,
        code=line.code,
        flags=line.flags,
        args=line.args,
        env=tuple(_check_variable(pair) for pair in options.env),
        watch=tuple(options.watch),
        ignore=tuple(options.ignore),
        restart_on_save=not options.no_reload,
        grace_s=options.grace,
        pause_s=options.delay,
        data_files=DataFiles.RESTART if options.data else DataFiles.IGNORED,
        child_watch=not options.no_child_watch,
        standby=not options.no_standby,
        preload=Preload(options.preload),
        only_when_text_changed=options.ignore_touch,
        restart_on_errors=options.restart_on_errors,
        after_exit=AfterExit.END if options.once else AfterExit.WAIT,
        max_exit3_loops=0 if options.no_exit_3 else MOST_EXIT_3,
    )


def absolute(path: Path) -> Path:
    """Absolute, but with symlinks as they are: the script finds what lies beside the link."""
    return Path(os.path.abspath(path))


# -- what is run


def _what_is_run(
    named_python: str | None, line: CommandLine, cwd: Path, say: Say
) -> tuple[Interpreter, Path | None]:
    """A path that exists wins; else it is the name of a command of the Python's."""
    if line.script is None:
        if line.module is None and line.code is None:
            raise BadInput("Which script? Usage: reloader [OPTIONS] SCRIPT [ARGS...]")
        return choose_python(named_python, cwd, say), None
    if line.script == "-":
        raise BadInput(
            "A script that comes through stdin (-) cannot be read again. Name its file,"
            " or give its text: -c CODE."
        )
    if os.path.lexists(line.script) or not console_scripts.may_be_one(line.script):
        script = _check_script(line.script)
        return choose_python(named_python, script, say), script
    python = choose_python(named_python, cwd, say)
    return python, _find_command(python, line.script)


def _find_command(python: Interpreter, name: str) -> Path:
    found = console_scripts.find(python.path, name)
    if found is None:
        text = f"There is no file {shortened(name)}, and {python.path} has no command of that name."
        ours = console_scripts.find(Path(sys.executable), name)
        if ours is not None and ours.is_pythons:
            named = shlex.quote(sys.executable)
            text += f" Reloader's own environment has one: add --python {named}"
        raise BadInput(text, NOT_FOUND_CODE)
    if not found.is_pythons:
        text = f"{found.file} is not run: it is a program, but not one of {python.path}."
        raise BadInput(text, SPAWN_FAILED_CODE)
    return found.file


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
        raise BadInput(f"There is no file {shortened(name)}.") from None
    except OSError as error:
        raise BadInput(f"{shortened(name)} cannot be read: {error.strerror}.") from None
    return path


# -- its Python


def choose_python(named: str | None, script: Path, say: Say) -> Interpreter:
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
        what = DANGERS[python.doubt.danger].format(python.doubt)
        raise BadInput(
            f"{python.path} is not started: {what}, so its code may be somebody else's."
            f" If you trust it, name it: --python {shlex.quote(str(python.path))}"
        )
    for environment in python.passed_over if not python.unmet else ():
        say(python_words.passed_over(environment))
    if python.unmet:
        say(python_words.unmet(python))
    say(f"Python {python.version} ({python_words.why(python.origin)}): {python.path}")
    return python


DANGERS = {
    Danger.OWNED: "{0.file} belongs to another user ({0.who})",
    Danger.WRITABLE_BY_ALL: "every user of this computer may change {0.file}",
    Danger.WRITABLE_BY_USER: "another user ({0.who}) may change {0.file}",
    Danger.WRITABLE_BY_GROUP: "others in the group {0.who} may change {0.file}",
}


# -- the options


def here() -> Path:
    """The current folder. Raises BadInput."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise BadInput("The folder you are in was deleted. Change to another one.") from None


def _check_folder(name: str) -> Path:
    cwd = absolute(here() / name)
    if not os.path.isdir(cwd):
        raise BadInput(f"The working folder {shortened(name)} does not exist or is not a folder.")
    return cwd


def _check_options(options: argparse.Namespace) -> None:
    for name in ("grace", "delay"):
        if not 0 <= getattr(options, name) < float("inf"):
            raise BadInput(f"--{name} takes a number of seconds, 0 or more.")
    if not options.name.strip() or not options.name.isprintable():
        raise BadInput("--name takes a word that can be printed.")
    for pattern in (*options.watch, *options.ignore):
        _check_glob(pattern)


def _check_level(level: str, script: str | None) -> None:
    """`--preload tested my_script.py` asks for a script of the name tested."""
    if level == Preload.ALL and script in list(Preload) and not os.path.lexists(script):
        raise BadInput(f"There is no file {script}. The level is a part of --preload={script}.")


def _check_flags(line: CommandLine) -> None:
    for letter, why in REFUSED.items():
        if letter in line.letters:
            raise BadInput(
                f"{why}: Reloader could not see what the script loads. Leave -{letter} out."
            )
    if "i" in line.letters:
        raise BadInput("-i waits for lines when the script has ended. Leave it out.")
    if line.letters & {"h", "V", "?"}:
        raise BadInput("Ask for --help or --version by itself.")


def _check_variable(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not name or not equals:
        raise BadInput(f"--env takes NAME=VALUE, not {pair!r}.")
    return name, value


def _check_glob(pattern: str) -> None:
    match pattern_fault(pattern):
        case PatternFault.EMPTY:
            raise BadInput("A pattern for --watch or --ignore must not be empty.")
        case PatternFault.STARS:
            raise BadInput(f"In the pattern {pattern!r}, ** must stand alone between slashes.")
        case PatternFault.BRACKET:
            raise BadInput(f"In the pattern {pattern!r}, a [ is not closed.")
