"""The projects that the benchmarks run: a script, a helper beside it, a module outside its
folder, and as many small modules as asked for.

The script prints its mark as its first line and then reports the mark, its pid and its own
clock (perf_counter, the same for all processes on Linux and macOS) through a named pipe:
so a program that shows the output in a window is measured as exactly as one that pipes it.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import select
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

STDLIB = (
    "argparse asyncio base64 collections concurrent.futures csv dataclasses datetime decimal "
    "email.message hashlib html http.client json logging random shutil sqlite3 statistics "
    "subprocess tempfile textwrap typing urllib.request uuid zipfile"
).split()
CASES = ("in place", "replace", "helper", "outside")
FOLDERS = 40  # that the small modules are spread over

# It wakes up: some reloaders end a script by an exception in its main thread, which nothing
# but Python code takes. `app` is for servers that import the script instead of running it.
SCRIPT = """\
{imports}
import os, sys, time
sys.path.append({outside!r})
def report(word, extra=""):
    pipe = os.open({reports!r}, os.O_WRONLY | os.O_NONBLOCK)
    os.write(pipe, f"{{word}} {{os.getpid()}} {{time.perf_counter()!r}} {{extra}}\\n".encode())
    os.close(pipe)
{early}
import helper, far
MARK = {mark!r}
print(MARK, helper.MARK, far.MARK, flush=True)
report(f"{{MARK}}/{{helper.MARK}}/{{far.MARK}}")
{late}
async def app(scope, receive, send):
    pass
if __name__ == "__main__":
    while True:
        time.sleep({sleep_s})
"""
SMALL_MODULE = "NAME = {name!r}\n\n\ndef answer(x):\n    return NAME, x\n"
IMPORT_ALL = """\
import importlib
for folder in range({folders}):
    for number in range(folder, {modules}, {folders}):
        importlib.import_module(f"many.part{{folder}}.module{{number}}")
"""


@dataclass(frozen=True)
class Shape:
    """What a script is made of: its imports, and code before and after its first line."""

    imports: str = ""
    early: str = ""
    late: str = ""
    modules: int = 0
    sleep_s: float = 0.02
    """Between the steps of the script's own loop."""


SHAPES = {
    "bare": Shape(),
    "stdlib": Shape(imports="import " + ", ".join(STDLIB)),
    "2000 modules": Shape(imports="import many", modules=2000),
    # What a run's end meets: Python code that never waits, a server's loop, a framework's.
    "busy": Shape(late="while True: sum(range(1000))"),
    "server": Shape(
        imports="import http.server",
        late="http.server.HTTPServer(('', 0), http.server.SimpleHTTPRequestHandler)"
        ".serve_forever()",
    ),
    "flask": Shape(imports="import flask", late="flask.Flask('app').run(port=0)"),
}


@dataclass(frozen=True)
class Report:
    """What the script said: a word, and when (perf_counter of this machine)."""

    word: str
    pid: int
    at: float
    extra: str


class Reports:
    """The reading end of a project's named pipe."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        # For writing too: else there is an end of file whenever no script is there.
        self.fd = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self.all: list[Report] = []
        self._rest = b""
        self._taken = 0

    def read(self) -> None:
        """Take in what is there; does not wait."""
        with contextlib.suppress(BlockingIOError):
            self._rest += os.read(self.fd, 1 << 20)
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            word, pid, at, extra = line.decode().split(" ", 3)
            self.all.append(Report(word, int(pid), float(at), extra))

    def forget(self) -> None:
        """What has been reported until now is not waited for."""
        self.read()
        self._taken = len(self.all)

    def take(self, wanted: Callable[[Report], bool]) -> Report | None:
        """The next report of this kind among those that have come; drops those before it."""
        self.read()
        while self._taken < len(self.all):
            self._taken += 1
            if wanted(self.all[self._taken - 1]):
                return self.all[self._taken - 1]
        return None

    def wait(self, wanted: Callable[[Report], bool], deadline_s: float) -> Report | None:
        end = time.perf_counter() + deadline_s
        while True:
            found = self.take(wanted)
            left_s = end - time.perf_counter()
            if found is not None or left_s <= 0:
                return found
            select.select([self.fd], [], [], left_s)

    def close(self) -> None:
        os.close(self.fd)


class Project:
    """A script with its modules; saves them as editors do."""

    def __init__(self, root: Path, shape: Shape) -> None:
        self.root, self.shape = root, shape
        self.folder = root / "project"
        self.outside = root / "outside"
        self.script = self.folder / "main.py"
        for place in (self.folder, self.outside):
            place.mkdir(parents=True)
        self._pipe = root / "reports"
        self.reports = Reports(self._pipe)
        self._numbers = itertools.count(1)
        self._make_modules()
        for case in ("helper", "outside", "late", "in place"):
            self.save(case)

    def save(self, case: str) -> str:
        """Save what `case` names with a new mark; returns the mark (always of one length)."""
        mark = f"m{next(self._numbers):06}"
        text = f"MARK = {mark!r}\n"
        match case:
            case "in place":
                write(self.script, self.text(mark))
            case "replace":
                write(self.folder / "main.py.tmp", self.text(mark))
                os.replace(self.folder / "main.py.tmp", self.script)
            case "helper":
                write(self.folder / "helper.py", text)
            case "outside":
                write(self.outside / "far.py", text)
            case "late":
                write(self.outside / "late.py", text)
            case "checkout":  # every module of its own, and the helper, as git writes them
                self._write_modules(f"{text}{SMALL_MODULE}")
                write(self.folder / "helper.py", text)
            case _:
                raise ValueError(case)
        return mark

    def text(self, mark: str) -> str:
        shape = self.shape
        return SCRIPT.format(
            imports=shape.imports,
            early=shape.early,
            late=shape.late,
            sleep_s=shape.sleep_s,
            mark=mark,
            outside=str(self.outside),
            reports=str(self._pipe),
        )

    def files(self) -> list[Path]:
        """What lies in the script's folder: what a tool with a list of files is given."""
        return sorted(self.folder.rglob("*.py"))

    def _make_modules(self) -> None:
        if not self.shape.modules:
            return
        many = self.folder / "many"
        for folder in range(FOLDERS):
            (many / f"part{folder}").mkdir(parents=True)
        self._write_modules(SMALL_MODULE)
        loop = IMPORT_ALL.format(folders=FOLDERS, modules=self.shape.modules)
        write(many / "__init__.py", loop)

    def _write_modules(self, text: str) -> None:
        for number in range(self.shape.modules):
            part = self.folder / "many" / f"part{number % FOLDERS}"
            write(part / f"module{number}.py", text.format(name=f"module{number}"))


@contextlib.contextmanager
def project_of(shape: Shape) -> Iterator[Project]:
    with tempfile.TemporaryDirectory(prefix="reload bench ") as root:
        project = Project(Path(root), shape)
        try:
            yield project
        finally:
            project.reports.close()


def write(path: Path, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
