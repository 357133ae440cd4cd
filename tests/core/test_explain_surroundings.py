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


_ROOT = "import tkinter\nroot = tkinter.Tk()\n"
SAID_BY_TK = {
    f"{_ROOT}tkinter.Label(root).grid()\ntkinter.Label(root).pack()\n": "TK_TWO_WAYS grid | pack",
    f"{_ROOT}root.configure(bg='bleu')\n": 'COLOUR "bleu"',
    f"{_ROOT}tkinter.Button(root, comand=print)\n": "TK_OPTION comand",
    f"{_ROOT}root.geometry('400*300')\n": 'TK_SIZE "400*300"',
    f"{_ROOT}tkinter.Canvas(root).create_oval(1, 2, 3)\n": "TK_POINTS 3",
    f"{_ROOT}root.bind('<Retrun>', print)\n": 'TK_EVENT "Retrun"',
    f"{_ROOT}frame = Frame(root)\n": "MODULE_PREFIX_FORGOTTEN Frame | tkinter.Frame",
    f"{_ROOT}raise tkinter.TclError('unknown color name \"bleu\"')\n": "-",
    "from tkinter import *\nentry = Entry(Tk()).pack()\nprint(entry.get())\n": (
        "NONE_IN_PLACE entry | pack | 2 | entry = Entry(Tk()) | entry.pack()"
    ),
    "import turtle\nturtle.color('bleu')\n": 'COLOUR "bleu"',
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
def test_a_window_that_was_closed_is_no_error_and_what_tk_says_is_explained(
    x_display: str, tmp_path: Path
) -> None:
    pytest.importorskip("tkinter")
    texts = {**CLOSED, **SAID_BY_TK}
    found = meanings(sys.executable, tmp_path, list(texts), DISPLAY=x_display)
    assert found == list(texts.values())


@pytest.mark.posix  # signals
def test_what_was_killed_is_said_to_be(reloader: Callable[..., Tool], folder: Path) -> None:
    (folder / "main.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    tool = reloader("--explain", "--once", "main.py")
    assert tool.wait(patient(20)) == 137
    assert tool.words.endswith(
        "reloader: It was ended from outside, without a word (signal 9). The system does that"
        " when memory runs out; else another program or somebody did.\n"
    )
