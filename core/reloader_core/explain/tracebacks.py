"""Errors that end no script and that nobody reports: in a callback, a thread, a task, a process
that the script started. Python prints them, and the script goes on; they are read from there.

Pure but for what is still to come of the output: a PrintedErrors belongs to one run and to one
thread. It costs next to nothing where no traceback is printed.
"""

from __future__ import annotations

import ast
import builtins
import enum
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reloader_core.model import ScriptError

MOST_CHARS = 400_000
"""Of one traceback; a longer one is not read."""
MOST_ERRORS = 1000
"""Of one run; what is more is not read."""
_KEPT_CHARS = 2_000
_MOST_FILES = 6
_MOST_LINES = 200
"""Which most tracebacks are shorter than."""
_MARK = "Traceback (most recent call last):"
_BETWEEN = (
    "The above exception was the direct cause of the following exception:",
    "During handling of the above exception, another exception occurred:",
)
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_FRAME = re.compile(r'  File "(?P<file>[^"]+)", line (?P<line>\d+)(?:, in (?P<function>.+))?$')
_LAST = re.compile(r"(?P<type>[A-Za-z_][\w.]*)(?:: (?P<message>.*))?$", re.DOTALL)
_SUGGESTED = re.compile(r"\. Did you mean: '(\w+)'\?$")
_NOT_TOLD = ("KeyboardInterrupt", "SystemExit", "CancelledError", "Terminator", "BrokenPipeError")
"""What ends a script whose window was closed, or that was asked to end."""


_IN_THREAD = ("threading.py", "run")
_CALL_PAGES = (
    "/site-packages/flask/app.py",
    "/dist-packages/flask/app.py",
    "/site-packages/django/core/handlers/base.py",
    "/dist-packages/django/core/handlers/base.py",
)


class Where(enum.Enum):
    CALLBACK = "callback"
    """Of Tk, of asyncio, or what runs when an object goes."""
    THREAD = "thread"
    TASK = "task"
    PROCESS = "process"
    EXIT_FUNCTION = "exit function"
    OTHER = "other"
    """The script's own end, or a traceback that it printed itself."""


_HEADS: tuple[tuple[Where, re.Pattern[str]], ...] = (
    (Where.THREAD, re.compile(r"Exception in thread (?P<name>.+):$")),
    (Where.THREAD, re.compile(r"Exception ignored in thread started by")),
    (Where.CALLBACK, re.compile(r"Exception in Tkinter callback$")),
    (Where.TASK, re.compile(r"\b(?:Task|Future) exception was never retrieved$")),
    (Where.CALLBACK, re.compile(r"\bException in callback ")),
    (Where.PROCESS, re.compile(r"Process (?P<name>\S+):$")),
    (
        Where.EXIT_FUNCTION,
        re.compile(r"Error in atexit\._run_exitfuncs:$|Exception ignored .*\batexit callback"),
    ),
    (
        Where.CALLBACK,
        re.compile(
            r"Exception ignored (?:in:|while calling deallocator) <function (?P<name>[\w.]+) "
        ),
    ),
)
"""What Python writes above the traceback, all versions from 3.8 on."""


@dataclass(frozen=True, slots=True)
class PrintedError:
    """`name`: of the thread, process or function, as Python calls it; '' if it has none. What
    explain_error() says of `error` is weaker than of one that was reported: no values are known."""

    where: Where
    name: str
    error: ScriptError


@dataclass(frozen=True, slots=True)
class _Frame:
    file: str
    line: int
    function: str
    source: str = ""
    marks: str = ""


class PrintedErrors:
    """`is_users`: whether a file is the user's own; `since`: when the run began, seconds since
    1970: what was saved later is not what runs. `script`: what another user's file is a program
    beside."""

    def __init__(
        self, is_users: Callable[[Path], bool], since: float, script: Path | None = None
    ) -> None:
        self._is_users, self._since, self._script = is_users, since, script
        self._kept = ""
        """The end of what came, or all since the traceback that is being read began."""
        self._head: tuple[str, ...] | None = None
        """What stands above it; None: none is being read."""
        self._left = MOST_ERRORS

    def feed(self, text: str) -> list[PrintedError]:
        """What was printed, in any pieces; returns the errors that are complete with it."""
        found: list[PrintedError] = []
        if self._left <= 0:
            return found
        self._kept += text
        while True:
            if self._head is None and not self._begin():
                self._kept = self._kept[-_KEPT_CHARS:]
                return found
            lines = self._kept.split("\n", _MOST_LINES)
            end = _end(lines[:-1])
            if end is None and len(lines) > _MOST_LINES:
                lines = self._kept.split("\n")
                end = _end(lines[:-1])
            if end is None and len(self._kept) <= MOST_CHARS:
                return found
            found += self._read(lines[:end]) if end is not None else []
            self._forget(lines[: end or 1])

    def finish(self) -> list[PrintedError]:
        """No more comes, at least for now: what is still open is complete."""
        found = self.feed("\n.\n") if self._head is not None else []
        self._kept, self._head = "", None
        return found

    def _begin(self) -> bool:
        at = -1
        while (at := self._kept.find(_MARK, at + 1)) >= 0:
            begin = self._kept.rfind("\n", 0, at) + 1
            if not self._kept[begin:at].strip():  # else somebody has a way of printing of his own
                above = self._kept[max(0, begin - _KEPT_CHARS) : begin].split("\n")
                self._head = tuple(line.rstrip() for line in above[-3:-1])
                self._kept = self._kept[at:]
                return True
        return False

    def _forget(self, lines: list[str]) -> None:
        self._kept = self._kept[sum(map(len, lines)) + len(lines) :]
        self._head = None

    def _read(self, lines: list[str]) -> list[PrintedError]:
        """The last of a chain is the error."""
        lines = [_COLOURS.sub("", line.rstrip("\r")) for line in lines]
        begin = max(number for number, line in enumerate(lines) if line.startswith(_MARK))
        frames, last = _frames(lines[begin + 1 :]), _LAST.match(lines[-1])
        own = [frame for frame in frames if self._is_users(Path(frame.file))]
        if last is None or last["type"].rpartition(".")[2] in _NOT_TOLD:
            return []
        message = last["message"] or ""
        if not own:
            return self._not_begun(frames, last["type"], message)
        if "application has been destroyed" in message:
            return []
        assert self._head is not None
        where, name = self._where(self._head, own)
        inner = own[-1]
        facts = _facts(inner, last["type"], message, self._since, is_innermost=inner is frames[-1])
        facts["innermost_file"] = frames[-1].file
        facts["through"] = _files_behind(frames, inner)
        facts["file"] = inner.file
        if self._script is not None:
            facts["script_folder"] = str(self._script.parent)
            facts["loading"] = [str(self._script)]
        error = ScriptError(
            last["type"].rpartition(".")[2],
            message,
            Path(inner.file),
            inner.line,
            inner.source,
            ascii(facts),
        )
        self._left -= 1
        return [PrintedError(where, name, error)]

    def _not_begun(self, frames: list[_Frame], kind: str, message: str) -> list[PrintedError]:
        """Nothing of the user's was running: a thread could not call the script's function with
        what stands in args, or a page's function was not called so, or returned what is no page."""
        if self._script is None or not frames:
            return []
        where, name = self._where(self._head or (), [])
        last = Path(frames[-1].file)
        is_thread = where is Where.THREAD and (last.name, frames[-1].function) == _IN_THREAD
        is_page = kind in ("TypeError", "ValueError") and last.as_posix().endswith(_CALL_PAGES)
        if not is_page and not (is_thread and kind == "TypeError"):
            return []
        told: dict[str, Any] = {
            "version": (),
            "type": kind,
            "arguments": [_argument(kind, message)],
            "innermost_file": frames[-1].file,
            "printed": (self._since, ""),
        }
        self._left -= 1
        return [
            PrintedError(
                where, name, ScriptError(kind, message, self._script, None, "", ascii(told))
            )
        ]

    def _where(self, head: tuple[str, ...], own: list[_Frame]) -> tuple[Where, str]:
        called = [frame.function for frame in own if frame.function[:1] != "<"]
        is_more = head and head[-1].startswith(("future: ", "handle: "))
        for line in head[-2:-1] if is_more else head[-1:]:
            for where, pattern in _HEADS:
                if found := pattern.search(line):
                    name = found.groupdict().get("name") or (called[0] if called else "")
                    return where, name
        if self._script is not None and own and own[0].function == "<module>":
            outer = own[0]
            if Path(outer.file) != self._script:  # nothing of the script was running
                return Where.PROCESS, Path(outer.file).name
        return Where.OTHER, called[0] if called else ""


def _end(lines: list[str]) -> int | None:
    """How many of these, which begin with a traceback, belong to it and to those that follow
    from it; None: more is needed to tell."""
    number = 1
    while True:
        while number < len(lines) and lines[number].startswith(" "):
            number += 1
        if number + 1 >= len(lines):
            return None
        if lines[number + 1].strip():
            return number + 1
        if number + 2 >= len(lines):
            return None
        if lines[number + 2].strip() not in _BETWEEN:
            return number + 1
        if number + 4 >= len(lines):
            return None
        if not lines[number + 4].startswith(_MARK):
            return number + 1
        number += 5


def _frames(lines: list[str]) -> list[_Frame]:
    found: list[_Frame] = []
    for number, line in enumerate(lines):
        if frame := _FRAME.match(line):
            below = lines[number + 1 : number + 3]
            source = below[0].strip() if below and below[0].startswith("    ") else ""
            marks = below[1] if source and len(below) > 1 else ""
            marks = marks if marks.strip(" ~^") == "" else ""
            function = frame["function"] or ""
            found.append(_Frame(frame["file"], int(frame["line"]), function, source, marks))
    return found


# -- as the agent would have told it


def _files_behind(frames: list[_Frame], own: _Frame) -> list[str]:
    """Of what the user's line has called."""
    at = max(number for number, frame in enumerate(frames) if frame is own)
    return list(dict.fromkeys(frame.file for frame in frames[at + 1 :]))[:_MOST_FILES]


def _facts(
    frame: _Frame, kind: str, message: str, since: float, *, is_innermost: bool
) -> dict[str, Any]:
    """What can be told without the script: see explain/evidence/facts.py."""
    is_pythons = isinstance(getattr(builtins, kind, None), type)
    told: dict[str, Any] = {
        "version": (),
        "type": kind if is_pythons else "",
        "arguments": [_argument(kind, message)],
        "printed": (since, frame.source),
        "line": frame.line,
        "function": (frame.function, 0),
        "span": (),
        "is_innermost": is_innermost,
        "is_raised": re.search(r"\b(?:raise|assert)\b", frame.source) is not None,
        **_about(kind, message),
    }
    module, _, name = kind.rpartition(".")
    if module:
        told["other_type"] = module, name
    if frame.marks:
        before = len(frame.marks) - len(frame.marks.lstrip()) - 4
        told["marks"] = (before, before + len(frame.marks.strip()))
    return told


def _argument(kind: str, message: str) -> tuple[Any, ...]:
    """A KeyError says its key as a script would write it."""
    value: object = message
    if kind == "KeyError":
        try:
            value = ast.literal_eval(message)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return ("object", "")
    match value:
        case str():
            return "str", value, len(value)
        case bool() | int():
            return type(value).__name__, value
        case float():
            return "float", repr(value)
    return "object", type(value).__name__


def _about(kind: str, message: str) -> dict[str, Any]:
    """What the message says that Python keeps in the exception as well."""
    quoted = re.findall(r"'([\w.]+)'", message)
    suggested = _SUGGESTED.search(message)
    told: dict[str, Any] = {}
    if suggested is not None:
        told["suggested"] = suggested[1]
    if kind == "AttributeError" and len(quoted) > 1 and "partially" not in message:
        told["missing"] = quoted[1]
        owner = getattr(builtins, quoted[0], None)
        if message.startswith("module "):
            if suggested is None and quoted[0] in sys.stdlib_module_names:
                return told  # it may be another file of that name
            told["owner"] = ("module", quoted[0], "", False)
            told["attributes"] = ([suggested[1]] if suggested else [], False)
        elif isinstance(owner, type):
            told["owner"] = (quoted[0],)
            told["attributes"] = (dir(owner), False)
    if kind == "ModuleNotFoundError" and quoted:
        told["slots"] = {"name": ("str", quoted[0], len(quoted[0]))}
    return told
