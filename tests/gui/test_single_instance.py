"""A second start hands its script to the window that is open: only to its own user's."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reloader_core import SOCKETS_ARE_FILES, is_private
from reloader_gui.start.meeting_place import meeting_place
from reloader_gui.start.single_instance import MOST_BYTES, Request, understood

if SOCKETS_ARE_FILES:
    from reloader_gui.start.unix_ends import Listener
else:
    from reloader_gui.start.qt_ends import Listener  # type: ignore[assignment]

ROOT = Path(__file__).parents[2]
NOBODY = 65534
ENDS = "unix_ends" if SOCKETS_ARE_FILES else "qt_ends"
HAND_OVER = """
import sys
from PySide6.QtCore import QCoreApplication
from reloader_gui.start.ENDS import hand_over
from reloader_gui.start.single_instance import Request
app = QCoreApplication([])
print(hand_over(sys.argv[1], Request(sys.argv[2], tuple(sys.argv[3:]), True)).name)
""".replace("ENDS", ENDS)
is_root = hasattr(os, "geteuid") and os.geteuid() == 0
second_user = pytest.mark.skipif(not is_root, reason="only root can be another user")


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A socket's path must be short."""
    return tmp_path_factory.mktemp("s")


@pytest.fixture
def name(tmp_path: Path) -> str:
    place = meeting_place(tmp_path, tmp_path, {})
    assert place is not None
    return place.server


def second_start(name: str, *words: str, code: str = HAND_OVER) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, name, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT)


def answer(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15000)
    return process.communicate()[0].strip()


YEAR_3000 = 32_503_680_000
"""What is refused in this file is never refused for being late."""


def request(**changes: object) -> bytes:
    """A line as a second start sends it."""
    usual = {"script": "/a.py", "args": [], "run": True, "activation": "", "until": YEAR_3000}
    return json.dumps({**usual, **changes}).encode() + b"\n"


def test_the_open_window_takes_it(qtbot: QtBot, name: str) -> None:
    taken: list[Request] = []

    def take(request: Request) -> bool:
        taken.append(request)
        return not request.args

    listener = Listener(name, take)
    assert listener.is_listening
    script = os.path.abspath("/home/me/\u6211\u7684 game.py")
    assert answer(qtbot, second_start(name, script)) == "TAKEN"
    assert answer(qtbot, second_start(name, script, "a b")) == "BUSY"
    assert taken == [Request(script, (), True), Request(script, ("a b",), True)]


@pytest.mark.posix
def test_a_name_that_is_not_utf_8_arrives_as_it_is(qtbot: QtBot, name: str) -> None:
    taken: list[Request] = []

    def take(request: Request) -> bool:
        taken.append(request)
        return True

    listener = Listener(name, take)
    assert listener.is_listening
    script = os.fsdecode(b"/home/me/caf\xe9.py")
    assert answer(qtbot, second_start(name, script)) == "TAKEN"
    assert taken == [Request(script, (), True)]


def test_nobody_listens(qtbot: QtBot, name: str) -> None:
    assert answer(qtbot, second_start(name, "/a.py")) == "NOBODY"


def test_what_a_crashed_window_left_is_no_hindrance(qtbot: QtBot, name: str) -> None:
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication\n"
        f"from reloader_gui.start.{ENDS} import Listener\n"
        "app = QCoreApplication([]); listener = Listener(sys.argv[1], print)\n"
        "assert listener.is_listening; os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, name], check=True, timeout=20, cwd=ROOT)
    listener = Listener(name, lambda request: True)
    assert listener.is_listening
    assert answer(qtbot, second_start(name, "/a.py")) == "TAKEN"


def test_the_second_window_does_not_take_the_firsts_place(qtbot: QtBot, name: str) -> None:
    first = Listener(name, lambda request: True)
    second = Listener(name, lambda request: False)
    assert first.is_listening and not second.is_listening
    assert answer(qtbot, second_start(name, "/a.py")) == "TAKEN"
    first.close()
    third = Listener(name, lambda request: False)
    assert third.is_listening
    assert answer(qtbot, second_start(name, "/a.py")) == "BUSY"


# -- words that no window of ours would say


BAD: list[bytes] = [
    b"\n", b"[]\n", b"{}\n", b"\xff\xfe\n", b"\x00\n", b"[" * 5000 + b"\n", b'{"script": "a\n',
    b"1" * 5000 + b"\n", request(script=1), request(args=[1]), request(args="ab"),
    request(run="yes"), request(activation=None), request(until="soon"), request(until=[]),
    request(script="a\0.py"), request(args=["a\0"]),
    b'{"script": "a", "args": [], "run": true, "activation": "", "until": 1e999999}'[:-1] + b"\n",
    b'{"script": "a", "args": [], "run": true, "activation": "", "until": ' + b"9" * 400 + b"}\n",
]  # fmt: skip


@pytest.mark.parametrize("line", BAD)
def test_what_is_no_request_is_refused(qtbot: QtBot, name: str, line: bytes) -> None:
    assert understood(line) is None
    listener = Listener(name, lambda request: pytest.fail("not a request"))
    assert listener.is_listening
    reply = talk(qtbot, name, line)
    assert reply() == b"busy\n"


def test_a_request_is_plain_json() -> None:
    assert understood(request(args=["x"])) == Request("/a.py", ("x",), True)
    assert understood(request(until=time.time() - 1)) is None, "a window has opened for it"


def test_endless_words_are_cut_off(qtbot: QtBot, name: str) -> None:
    listener = Listener(name, lambda request: pytest.fail("not a request"))
    assert listener.is_listening
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(b"x" * (4 * MOST_BYTES))
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == gone, timeout=5000)


def test_so_is_who_says_nothing(qtbot: QtBot, name: str) -> None:
    listener = Listener(name, lambda request: True)
    assert listener.is_listening
    silent = QLocalSocket()
    silent.connectToServer(name)
    silent.write(b'{"script"')
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    assert answer(qtbot, second_start(name, "/a.py")) == "TAKEN", "others are served meanwhile"
    qtbot.waitUntil(lambda: silent.state() == gone, timeout=10_000)


def talk(qtbot: QtBot, name: str, words: bytes) -> Callable[[], bytes]:
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(words)
    qtbot.waitUntil(socket.canReadLine, timeout=5000)
    return lambda: bytes(socket.readLine().data())


def test_arguments_that_are_too_long_are_not_sent(qtbot: QtBot, name: str) -> None:
    listener = Listener(name, lambda request: pytest.fail("too long"))
    assert listener.is_listening
    code = HAND_OVER.replace("tuple(sys.argv[3:])", f"('x' * {MOST_BYTES},)")
    assert answer(qtbot, second_start(name, "/a.py", code=code)) == "TOO_LONG"


# -- windows that no start can rely on


class Peer:
    """A program that listens in the window's place; `talk` gets each connection."""

    def __init__(self, name: str, talk: Callable[[socket.socket], None]) -> None:
        self.heard = b""
        self._talk = talk
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(name)
        self._server.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        connection, _ = self._server.accept()
        with connection:
            self._talk(connection)

    def join(self) -> None:
        self._thread.join(20)
        assert not self._thread.is_alive()
        self._server.close()


def wait_for_end(connection: socket.socket) -> None:
    while connection.recv(1000):
        pass


def trickle(connection: socket.socket) -> None:
    """A byte now and then, without an end."""
    try:
        while True:
            connection.sendall(b"t")
            time.sleep(0.05)  # the pause is what it is about
    except OSError:
        pass


def flood(connection: socket.socket) -> None:
    try:
        while True:
            connection.sendall(b"\0" * 100_000)
    except OSError:
        pass


def hang_up(connection: socket.socket) -> None:
    connection.recv(1)


@pytest.mark.posix
@pytest.mark.parametrize("behave", [wait_for_end, trickle, flood, hang_up])
def test_a_window_that_does_not_answer_does_not_hold_up_the_start(
    qtbot: QtBot, name: str, behave: Callable[[socket.socket], None]
) -> None:
    peer = Peer(name, behave)
    assert answer(qtbot, second_start(name, "/a.py")) == "SILENT"
    peer.join()


@pytest.mark.posix
def test_what_is_no_socket_is_no_window(qtbot: QtBot, name: str) -> None:
    Path(name).write_text("a file")
    assert answer(qtbot, second_start(name, "/a.py")) == "NOBODY"
    listener = Listener(name, lambda request: True)
    assert listener.is_listening


@pytest.mark.posix
def test_the_socket_is_private(name: str) -> None:
    old = os.umask(0)
    try:
        listener = Listener(name, lambda request: True)
    finally:
        os.umask(old)
    assert listener.is_listening
    mode = Path(name).stat().st_mode
    assert stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o600
    assert Path(name).parent.stat().st_mode & 0o777 == 0o700


# -- another user of this computer


STRANGERS_WINDOW = """
import os, socket, sys
server = socket.socket(socket.AF_UNIX)
os.setgid(65534); os.setuid(65534); os.umask(0)
server.bind(sys.argv[1])
server.listen()
print("ready", flush=True)
connection, _ = server.accept()
connection.settimeout(20)
heard = b""
while data := connection.recv(1000):
    heard += data
print(f"heard {heard!r}", flush=True)
"""
STRANGERS_START = """
import os, socket, sys
client = socket.socket(socket.AF_UNIX)
os.setgid(65534); os.setuid(65534)
try:
    client.connect(sys.argv[1])
    client.settimeout(20)
    client.sendall(sys.argv[2].encode())
    print(f"heard {client.recv(1000)!r}")
except OSError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """Where everybody may make files: pytest's own folders are closed to others."""
    folder = Path(os.path.realpath("/tmp")) / f"reloader-test-{os.getpid()}"
    folder.mkdir()
    folder.chmod(0o1777)
    yield folder
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


@pytest.mark.posix
@second_user
def test_another_users_window_is_told_nothing(qtbot: QtBot, open_folder: Path) -> None:
    name = str(open_folder / "socket")
    stranger = second_start(name, code=STRANGERS_WINDOW)
    assert stranger.stdout is not None and stranger.stdout.readline() == "ready\n"
    outcome = answer(qtbot, second_start(name, "/a.py", "--password=sesame"))
    assert outcome == "STRANGER"
    assert answer(qtbot, stranger) == "heard b''"


@pytest.mark.posix
@second_user
def test_another_users_start_is_not_listened_to(qtbot: QtBot, open_folder: Path) -> None:
    """Even where the folder would let it in."""
    name = str(open_folder / "socket")
    listener = Listener(name, lambda request: pytest.fail("from a stranger"))
    assert listener.is_listening
    stranger = second_start(name, request().decode(), code=STRANGERS_START)
    assert answer(qtbot, stranger) == "PermissionError", "the socket is private"
    Path(name).chmod(0o666)
    stranger = second_start(name, request().decode(), code=STRANGERS_START)
    assert answer(qtbot, stranger) in ("heard b''", "ConnectionResetError", "BrokenPipeError")


@pytest.mark.posix
@second_user
def test_the_folder_keeps_other_users_out(qtbot: QtBot, name: str) -> None:
    listener = Listener(name, lambda request: pytest.fail("from a stranger"))
    assert listener.is_listening
    Path(name).chmod(0o666)
    stranger = second_start(name, request().decode(), code=STRANGERS_START)
    assert answer(qtbot, stranger) == "PermissionError"


# -- where windows meet


@pytest.mark.posix
def test_the_sessions_own_folder_comes_first(tmp_path: Path) -> None:
    (session := tmp_path / "session").mkdir(mode=0o700)
    place = meeting_place(tmp_path / "config", tmp_path, {"XDG_RUNTIME_DIR": str(session)})
    assert place is not None and Path(place.server).parent == session == place.lock.parent
    other = meeting_place(tmp_path / "other", tmp_path, {"XDG_RUNTIME_DIR": str(session)})
    assert other is not None and other.server != place.server


@pytest.mark.posix
@pytest.mark.parametrize("wrong", ["mode", "link", "file", "missing", "relative", "long"])
def test_a_folder_that_is_not_private_is_not_used(tmp_path: Path, wrong: str) -> None:
    session, environ = tmp_path / "session", {"XDG_RUNTIME_DIR": str(tmp_path / "session")}
    if wrong == "mode":
        session.mkdir()
        session.chmod(0o750)
    elif wrong == "link":
        (tmp_path / "target").mkdir(mode=0o700)
        session.symlink_to(tmp_path / "target")
    elif wrong == "file":
        session.touch(mode=0o600)
    elif wrong == "relative":
        environ = {"XDG_RUNTIME_DIR": "."}
    elif wrong == "long":
        session = tmp_path / "x" / ("y" * 100)
        session.mkdir(parents=True, mode=0o700)
        environ = {"XDG_RUNTIME_DIR": str(session)}
    place = meeting_place(tmp_path / "config", tmp_path / "cache", environ)
    assert place is not None
    folder = Path(place.server).parent
    assert folder == tmp_path / "cache" / "run" and folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.posix
@second_user
@pytest.mark.parametrize("through_a_link", [False, True])
def test_another_users_folder_is_not_used(tmp_path: Path, through_a_link: bool) -> None:
    (session := tmp_path / "session").mkdir(mode=0o700)
    os.chown(session, NOBODY, NOBODY)
    if through_a_link:
        (tmp_path / "link").symlink_to(session)
        session = tmp_path / "link"
    place = meeting_place(tmp_path / "config", tmp_path, {"XDG_RUNTIME_DIR": str(session)})
    assert place is not None and Path(place.server).parent == tmp_path / "run"


@pytest.mark.posix
def test_where_no_path_is_short_enough_the_temporary_folder_has_to_do(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 100)
    (short := tmp_path / "t").mkdir()
    place = meeting_place(tmp_path, deep, {}, temporary=short)
    assert place is not None
    assert Path(place.server).parent == short / f"reloader-{os.geteuid()}"
    assert is_private(Path(place.server).parent)
    Path(place.server).parent.chmod(0o777)
    assert meeting_place(tmp_path, deep, {}, temporary=short) is None
