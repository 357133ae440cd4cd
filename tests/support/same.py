"""What a script does with and without us, compared."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import textwrap
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from hosts import Starter
from processes import script_env
from pythons import Python
from reloader_core import child
from reloader_core.child.wire import Request, lists
from reloader_core.parked import shadowing_folders

AHEAD = tuple(
    "abc argparse array ast asyncio base64 bisect calendar codecs collections.abc "
    "concurrent.futures configparser contextlib copy csv ctypes dataclasses datetime decimal "
    "difflib email.message enum fractions functools getpass gettext glob gzip hashlib heapq html "
    "http.client importlib.metadata importlib.util inspect io ipaddress itertools json linecache "
    "locale logging logging.handlers math mimetypes multiprocessing operator os pathlib pickle "
    "platform pprint queue random re secrets select selectors shutil signal socket sqlite3 ssl "
    "statistics string struct subprocess tarfile tempfile textwrap threading time traceback types "
    "typing unittest unittest.mock urllib.parse urllib.request uuid warnings weakref "
    "xml.etree.ElementTree zipfile zlib".split()
)


@dataclass(frozen=True)
class Same:
    """A script that must do the same with and without us."""

    source: str
    files: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    command: tuple[str, ...] = ("{folder}/main.py",)
    args: tuple[str, ...] = ()
    env: dict[str, str] = field(default_factory=dict)
    stdin: bytes = b""
    since: tuple[int, int] = (3, 8)
    tail: int | None = None
    """Compare only the last so many lines."""
    shell: str = ""
    """Started by a shell script that ends with this after the command."""
    shadows: bool = False
    """Has modules of the standard library's names beside it: nothing is imported ahead."""
    lists_modules: bool = False
    """Prints what is imported already, which is what importing ahead changes."""


def compare_with_plain(
    start: Starter, folder: Path, python: Python, same: Same, ahead: tuple[str, ...] = ()
) -> None:
    """Run a command plainly and supervised, and compare all that can be seen from outside.
    `ahead`: modules that are imported while the child is parked."""

    def fill(text: str) -> str:
        version = "{}.{}".format(*python.version)
        return text.replace("{folder}", str(folder)).replace("{version}", version)

    write(folder, {"main.py": textwrap.dedent(same.source), **same.files}, fill)
    if (folder / "zip").exists():
        with zipfile.ZipFile(folder / "zip.pyz", "w") as archive:
            for file in (folder / "zip").iterdir():
                archive.write(file, file.name)
    env = script_env(**{name: fill(value) for name, value in same.env.items()})
    words = tuple(map(fill, (*same.options, *same.command, *same.args)))
    path = python.path
    if same.shell:
        path = str(folder / "wrapper")
        Path(path).write_text(f'#!/bin/sh\nexec {python.path} "$@" {same.shell}\n')
        os.chmod(path, 0o755)
    plain = subprocess.Popen(
        [path, "-u", *words],
        env=env,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    with plain:
        expected, _ = plain.communicate(same.stdin, timeout=20)
    ours = start(words, python=path, env=env, cwd=folder, go=not ahead)
    if ahead:
        import_ahead(ours, ahead, shadowing_folders(ours.spawn, folder / "main.py"))
        ours.go()
    ours.child.write_input(same.stdin)
    ours.child.close_input()
    result = ours.result()
    output = ours.bytes
    if same.tail is not None:
        expected, output = (last_lines(text, same.tail) for text in (expected, output))
    expected, output = (re.sub(b" at 0x[0-9a-f]+", b"", text) for text in (expected, output))
    if output != expected:
        pytest.fail(difference(expected, output), False)
    assert result.code == plain.returncode


def ahead_of(name: str, source: str) -> tuple[str, ...]:
    """What a script of that name has in it, as in a session, where a run has imported it; of the
    rest each third, another third for each name: to import all of them takes most of the time."""
    words = set(re.findall(r"\w+", source))
    first = zlib.crc32(name.encode()) % 3
    return tuple(
        module
        for number, module in enumerate(AHEAD)
        if number % 3 == first or words.intersection(module.split("."))
    )


def import_ahead(run: Any, names: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    """What the supervisor asks of a parked child."""
    run.wait(child.Hello)
    run.child.ask(Request.PRELOAD, *lists(map(str, folders), (), (), names))
    run.wait(child.Ready)


def last_lines(text: bytes, count: int) -> bytes:
    return b"\n".join(text.splitlines()[-count:])


def difference(expected: bytes, output: bytes) -> str:
    plain, ours = (text.decode(errors="replace").splitlines() for text in (expected, output))
    return "\n".join(difflib.unified_diff(plain, ours, "plain", "supervised", n=1))


def write(folder: Path, files: dict[str, str], fill: Callable[[str], str] = str) -> None:
    for name, text in files.items():
        path = folder / fill(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = textwrap.dedent(fill(text))
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
