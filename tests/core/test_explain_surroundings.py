"""A port that is taken, a file that is open elsewhere, a window that was closed, an end from
outside."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from broken import explained, said, write
from patience import patient
from tool import Tool

SERVERS = {
    "own": "import socket\nserver = socket.socket()\nserver.bind(('127.0.0.1', {port}))\n",
    "http.server": (
        "import http.server\n"
        "http.server.HTTPServer(('127.0.0.1', {port}), http.server.SimpleHTTPRequestHandler)\n"
    ),
    "asyncio": (
        "import asyncio\n"
        "async def main():\n"
        "    await asyncio.start_server(print, '127.0.0.1', {port})\n"
        "asyncio.run(main())\n"
    ),
}
CLOSED = {
    "import tkinter\nroot = tkinter.Tk()\nroot.tk.call('destroy', '.')\nroot.title('on')\n": (
        "WINDOW_CLOSED"
    ),
    "import tkinter\nroot = tkinter.Tk()\nroot.destroy()\nroot.title('on')\n": "-",
    "import turtle\nturtle.forward(1)\nturtle.getcanvas().tk.call('destroy', '.')\n"
    "turtle.forward(10)\n": "WINDOW_CLOSED",
    "import turtle\nturtle.forward(1)\nturtle.bye()\nturtle.forward(10)\n": "-",
}


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which this process listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def meanings(python: str, folder: Path, texts: list[str], **variables: str) -> list[str]:
    folders = [folder / str(number) for number in range(len(texts))]
    for each, text in zip(folders, texts, strict=True):
        write(each, {"main.py": text})
    return [said(crash[1]) if crash else "" for crash in explained(python, folders, **variables)]


@pytest.mark.posix  # Pythons of other versions
@pytest.mark.parametrize("which", [0, -1], ids=["oldest", "newest"])
def test_who_has_the_port_is_named(pythons: Any, tmp_path: Path, taken: int, which: int) -> None:
    texts = [text.format(port=taken) for text in SERVERS.values()]
    us = f"PORT_IN_USE_BY {taken} | {psutil.Process().name()} | {os.getpid()}"
    assert meanings(pythons[which].path, tmp_path, texts) == [us] * len(texts)


def test_a_file_that_is_open_in_another_program_is_said_to_be(tmp_path: Path) -> None:
    """Windows lets nobody else write to it; a package's own code is refused then."""
    write(
        tmp_path, {"packages/sheets.py": "def save(name): raise PermissionError(13, 'no', name)\n"}
    )
    text = f"import sys\nsys.path.append({str(tmp_path / 'packages')!r})\nimport sheets\n"
    text += "sheets.save('{}.xlsx')\n"
    write(tmp_path / "0", {"~$prices.xlsx": "", ".~lock.names.xlsx#": ""})
    write(tmp_path / "1", {".~lock.names.xlsx#": ""})
    texts = [text.format(name) for name in ("prices", "names", "others")]
    assert meanings(sys.executable, tmp_path, texts) == [
        "IN_OTHER_PROGRAM prices.xlsx",
        "IN_OTHER_PROGRAM names.xlsx",
        "-",
    ]


@pytest.mark.posix  # an X display
def test_a_window_that_was_closed_is_no_error(x_display: str, tmp_path: Path) -> None:
    pytest.importorskip("tkinter")
    found = meanings(sys.executable, tmp_path, list(CLOSED), DISPLAY=x_display)
    assert found == list(CLOSED.values())


@pytest.mark.posix  # signals
def test_what_was_killed_is_said_to_be(reloader: Callable[..., Tool], folder: Path) -> None:
    (folder / "main.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    tool = reloader("--explain", "--once", "main.py")
    assert tool.wait(patient(20)) == 137
    assert tool.words.endswith(
        "reloader: It was ended from outside, without a word (signal 9). The system does that"
        " when memory runs out; else another program or somebody did.\n"
    )
