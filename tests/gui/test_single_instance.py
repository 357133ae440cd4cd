"""A second start hands its script to the window that is open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reloader_gui.single_instance import (
    MOST_BYTES,
    Listener,
    Request,
    server_name,
    understood,
)

HAND_OVER = """
import sys
from PySide6.QtCore import QCoreApplication
from reloader_gui.single_instance import Request, hand_over
app = QCoreApplication([])
print(hand_over(sys.argv[1], Request(sys.argv[2], tuple(sys.argv[3:]), True)))
"""


@pytest.fixture
def name(tmp_path: Path) -> str:
    return server_name(tmp_path)


def second_start(name: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HAND_OVER, name, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def answer(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15000)
    return process.communicate()[0].strip()


def test_the_open_window_takes_it(qtbot: QtBot, name: str) -> None:
    taken: list[Request] = []

    def take(request: Request) -> bool:
        taken.append(request)
        return not request.args

    listener = Listener(name, take)
    assert listener.is_listening
    script = os.path.abspath("/home/me/\u6211\u7684 game.py")
    assert answer(qtbot, second_start(name, script)) == "True"
    assert answer(qtbot, second_start(name, script, "a b")) == "False", "it is busy"
    assert taken == [Request(script, (), True), Request(script, ("a b",), True)]


def test_nobody_listens(qtbot: QtBot, name: str) -> None:
    assert answer(qtbot, second_start(name, "/a.py")) == "False"


def test_what_a_crashed_window_left_is_no_hindrance(qtbot: QtBot, name: str) -> None:
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication\n"
        "from reloader_gui.single_instance import Listener\n"
        "app = QCoreApplication([]); listener = Listener(sys.argv[1], print)\n"
        "assert listener.is_listening; os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, name], check=True, timeout=20)
    listener = Listener(name, lambda request: True)
    assert listener.is_listening
    assert answer(qtbot, second_start(name, "/a.py")) == "True"


def test_the_second_window_does_not_take_the_firsts_place(qtbot: QtBot, name: str) -> None:
    first = Listener(name, lambda request: True)
    second = Listener(name, lambda request: False)
    assert first.is_listening and not second.is_listening
    assert answer(qtbot, second_start(name, "/a.py")) == "True"


BAD: list[bytes] = [
    b"\n", b"[]\n", b"{}\n", b'{"script": 1, "args": [], "run": true}\n',
    b'{"script": "a", "args": [1], "run": true}\n',
    b'{"script": "a", "args": [], "run": "yes"}\n', b"\xff\xfe\n", b"[" * 5000 + b"\n",
]  # fmt: skip


@pytest.mark.parametrize("line", BAD)
def test_what_is_no_request_is_refused(qtbot: QtBot, name: str, line: bytes) -> None:
    assert understood(line) is None
    listener = Listener(name, lambda request: pytest.fail("not a request"))
    assert listener.is_listening
    reply = talk(qtbot, name, line)
    assert reply() == b"busy\n"


def test_endless_words_are_cut_off(qtbot: QtBot, name: str) -> None:
    listener = Listener(name, lambda request: pytest.fail("not a request"))
    assert listener.is_listening
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(b"x" * (4 * MOST_BYTES))
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == gone, timeout=5000)


def talk(qtbot: QtBot, name: str, words: bytes) -> Callable[[], bytes]:
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(words)
    qtbot.waitUntil(socket.canReadLine, timeout=5000)
    return lambda: bytes(socket.readLine().data())


def test_a_request_is_plain_json() -> None:
    words = json.dumps({"script": "/a.py", "args": ["x"], "run": False}).encode()
    assert understood(words) == Request("/a.py", ("x",), False)
