"""[tool.reloader] in pyproject.toml: the long options under their own names.

The nearest pyproject.toml counts, in the current folder or above. What it says comes before what
is typed, so a typed option wins, and lists are joined. It may name a Python, so one that somebody
else could have written is not read. Reads files only; raises BadInput.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.command.bad_input import BadInput, meant
from reloader_core.python.trust import Trust
from reloader_core.toml_text import read_toml

NAME = "pyproject.toml"
NOT_HERE = frozenset(("help", "version", "print-completion"))
PATHS = frozenset(("python", "cwd", "events", "watch", "ignore"))


def project_words(parser: argparse.ArgumentParser, start: Path) -> list[str]:
    """The options as they would be typed; what is relative there is relative to that file."""
    file = find(start)
    if file is None:
        return []
    known = {
        option.removeprefix("--"): action
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option.removeprefix("--") not in NOT_HERE
    }
    words: list[str] = []
    for name, value in _read(file).items():
        if name not in known:
            hint = meant(name.replace("_", "-"), known)
            raise BadInput(f"{_where(file)} has no option {name!r}{hint}.")
        words += _words(file, name, known[name], value)
    return words


def find(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if platform_facts.is_shared_root(folder, platform_facts.THIS):
            return None
        if os.path.isfile(folder / NAME):
            return folder / NAME
    return None


def _where(file: Path) -> str:
    return f"[tool.reloader] in {file}"


def _read(file: Path) -> dict[str, object]:
    try:
        with open(file, "rb") as opened:
            tools = read_toml(opened.read().decode()).get("tool", {})
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise BadInput(f"{file} is not valid TOML: {error}.") from None
    table = tools.get("reloader", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise BadInput(f"{_where(file)} is not a table.")
    if table and Trust().doubt(file) is not None:
        raise BadInput(
            f"{_where(file)} is not used: somebody else could have changed that file."
            " Start Reloader in a folder of your own, or correct the file's rights."
        )
    return table


def _words(file: Path, name: str, action: argparse.Action, value: object) -> list[str]:
    """A value of the file as words of a command line."""
    if action.nargs == 0 or action.nargs == "?" and isinstance(value, bool):
        if not isinstance(value, bool):
            raise BadInput(f"{_where(file)}: {name} is true or false, not {value!r}.")
        return [f"--{name}"] if value else []
    if name == "env" and isinstance(value, dict):
        value = [f"{key}={text}" for key, text in value.items()]
    is_number, is_list = action.type is float, isinstance(action.default, list)
    texts = value if is_list and isinstance(value, list) else [value]
    for text in texts:
        if not isinstance(text, (int, float) if is_number else str) or isinstance(text, bool):
            what = "a list of texts" if is_list else "a number" if is_number else "a text"
            raise BadInput(f"{_where(file)}: {name} takes {what}, not {value!r}.")
    return [f"--{name}={_placed(file.parent, name, str(text))}" for text in texts]


def _placed(folder: Path, name: str, text: str) -> str:
    is_command = name == "python" and not os.path.dirname(text)
    is_path = name in PATHS and not is_command and text.strip()
    return os.path.join(folder, text) if is_path else text
