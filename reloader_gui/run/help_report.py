"""What to show somebody who is asked for help: script, error, output, versions. Qt-free; pure.

Values, arguments, environment and what the user has typed are in it only if they are wanted, and
nothing is in it that masking.py takes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reloader_core import Interpreter, ScriptError, frozen
from reloader_gui.run.masking import MASK, is_secret, private
from reloader_gui.texts.help import REPORT

MOST_LINES = 60
"""Of the output; its end is what counts."""
MOST_LINE_CHARS = 1000
_ABOUT_PYTHON = ("PYTHON", "VIRTUAL_ENV", "CONDA_", "PIP_", "LC_", "UV_", "PYENV_")
_ABOUT_PYTHON_TOO = ("PATH", "LANG", "LANGUAGE", "TERM", "COMSPEC")


@frozen
class Wanted:
    """What the user wants to tell beside the usual."""

    values: bool = False
    arguments: bool = False
    environment: bool = False
    typed: bool = False


@frozen
class Known:
    """All that there is to tell."""

    script: Path
    python: Interpreter | None
    error: ScriptError | None
    meaning: str
    """It may name values."""
    values: tuple[tuple[str, str], ...]
    """(name, value) of the line that failed."""
    output: str
    """The end of it, with what the user typed."""
    output_without_input: str
    arguments: str
    environment: Mapping[str, str]
    home: Path
    users: tuple[str, ...]
    """What the user is called on this computer."""
    reloader: str
    system: str


def report(known: Known, wanted: Wanted) -> str:
    """Paragraphs, the error first."""
    paragraphs = [
        [REPORT.script(known.script)],
        _error(known, wanted),
        _output(known, wanted),
        [REPORT.arguments(known.arguments)] if wanted.arguments and known.arguments else [],
        _environment(known) if wanted.environment else [],
        _versions(known),
    ]
    text = "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
    return private(text, str(known.home), known.users) + "\n"


def _error(known: Known, wanted: Wanted) -> list[str]:
    error = known.error
    if error is None:
        return []
    lines = [REPORT.error(error)]
    if error.source.strip():
        lines.append(f"    {_cut(error.source.strip())}")
    said = f"{error.type}: {error.message}" if error.message else error.type
    lines += [_cut(line) for line in said.splitlines()]
    if wanted.values and known.meaning:
        lines.append(REPORT.meaning(known.meaning))
    if wanted.values and known.values:
        lines.append(REPORT.values())
        lines += [f"    {name} = {_shown(name, value)}" for name, value in known.values]
    return lines


def _shown(name: str, value: str) -> str:
    return MASK if is_secret(name) else _cut(value)


def _output(known: Known, wanted: Wanted) -> list[str]:
    text = known.output if wanted.typed else known.output_without_input
    lines = text.rstrip().splitlines()[-MOST_LINES:]
    if not lines:
        return [REPORT.no_output()]
    return [REPORT.output(), *(f"    {_cut(line)}".rstrip() for line in lines)]


def _environment(known: Known) -> list[str]:
    names = [
        name
        for name in sorted(known.environment)
        if name.upper().startswith(_ABOUT_PYTHON) or name.upper() in _ABOUT_PYTHON_TOO
    ]
    shown = [f"    {name}={_shown(name, known.environment[name])}" for name in names]
    return [REPORT.environment(), *shown]


def _versions(known: Known) -> list[str]:
    lines = [REPORT.versions(known.reloader, known.system)]
    if known.python is not None:
        lines.append(REPORT.python(known.python.version, known.python.path))
    return lines


def _cut(line: str) -> str:
    return line if len(line) <= MOST_LINE_CHARS else f"{line[:MOST_LINE_CHARS]}..."
