"""'One window' with whole programs: starts find each other, and none waits for ever."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reloader_gui.start.meeting_place import MeetingPlace, meeting_place
from reloader_gui.start.one_window import OneWindow, activation
from reloader_gui.start.single_instance import Request
from reloader_gui.texts.said import said
from reloader_gui.texts.start import START

ROOT = Path(__file__).parents[2]
WaitUntil = Callable[..., None]
Write = Callable[[str, str], Path]
pytestmark = pytest.mark.posix  # on Windows nobody can ask a window of the tests to close


class Starts:
    """Windows of one user, as a file manager starts them."""

    def __init__(self, env: dict[str, str], folder: Path, wait_until: WaitUntil) -> None:
        self.env = env
        self.folder = folder
        self.config = folder / "config" / "Reloader"
        self.wait_until = wait_until
        self.begun: list[subprocess.Popen[bytes]] = []
        self.config.mkdir(parents=True)
        (self.config / "settings.toml").write_text("one_window = true\n")

    def __call__(self, *args: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "reloader_gui", *map(str, args)]
        self.begun.append(subprocess.Popen(command, env=self.env, cwd=ROOT))
        return self.begun[-1]

    @property
    def running(self) -> list[subprocess.Popen[bytes]]:
        return [process for process in self.begun if process.poll() is None]

    @property
    def shown(self) -> list[str]:
        """The scripts that windows have shown, as the settings tell; newest first."""
        table = tomllib.loads((self.config / "settings.toml").read_text(encoding="utf-8"))
        return [Path(name).name for name in table.get("recent", [])]

    def place(self) -> MeetingPlace:
        found = meeting_place(self.config, self.folder / "cache" / "Reloader", {})
        assert found is not None and self.folder in found.lock.parents
        return found

    def quit(self) -> None:
        for process in self.running:
            process.send_signal(signal.SIGTERM)
        for process in self.begun:
            process.wait(20)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A socket's path must be short."""
    return tmp_path_factory.mktemp("s")


@pytest.fixture
def start(clean_env: dict[str, str], tmp_path: Path, wait_until: WaitUntil) -> Iterator[Starts]:
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        clean_env[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
    clean_env.pop("XDG_RUNTIME_DIR", None)
    starts = Starts({**clean_env, "HOME": str(tmp_path)}, tmp_path, wait_until)
    yield starts
    starts.quit()


@pytest.mark.parametrize("number", range(2))
def test_two_starts_at_the_same_instant_are_one_window(
    start: Starts, write: Write, number: int
) -> None:
    first, second = start(write("a.py", "")), start(write("b.py", ""))
    start.wait_until(lambda: len(start.running) == 1, 30, "one has handed over")
    assert {first.poll(), second.poll()} == {None, 0}
    start.wait_until(lambda: set(start.shown) == {"a.py", "b.py"}, 20, lambda: start.shown)
    assert len(start.running) == 1


def test_many_starts_are_one_window(start: Starts, write: Write) -> None:
    """As when somebody opens five files at once."""
    names = [f"{letter}.py" for letter in "abcde"]
    for name in names:
        start(write(name, ""))
    start.wait_until(lambda: len(start.running) == 1, 60)
    start.wait_until(lambda: set(start.shown) == set(names), 20, lambda: start.shown)


def test_a_window_that_was_killed_is_no_hindrance(start: Starts, write: Write) -> None:
    place = start.place()
    first = start(write("a.py", ""))
    start.wait_until(Path(place.server).exists, 20)
    first.kill()
    first.wait(10)
    assert Path(place.server).exists(), "it left its socket behind"
    second = start(write("b.py", ""))
    start.wait_until(lambda: "b.py" in start.shown, 20)
    third = start(write("c.py", ""))
    assert third.wait(20) == 0
    start.wait_until(lambda: "c.py" in start.shown, 20)
    assert second.poll() is None


def test_nor_is_one_that_was_killed_while_it_started(start: Starts, write: Write) -> None:
    place = start.place()
    code = (
        "import os, sys; from PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1]); lock.setStaleLockTime(0); assert lock.tryLock(0)\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(place.lock)], check=True, timeout=20)
    assert place.lock.exists()
    start(write("a.py", ""))
    start.wait_until(lambda: "a.py" in start.shown, 20)
    assert start(write("b.py", "")).wait(20) == 0


def test_a_window_that_does_not_answer_costs_no_double_click(start: Starts, write: Write) -> None:
    place = start.place()
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(place.server)
        silent.listen()
        start(write("a.py", ""))
        start.wait_until(lambda: "a.py" in start.shown, 20)
        assert len(start.running) == 1


def test_what_a_stopped_window_missed_it_does_not_take_later(start: Starts, write: Write) -> None:
    """The second start has opened a window for it by then."""
    place = start.place()
    first = start(write("a.py", ""))
    start.wait_until(Path(place.server).exists, 20)
    start.wait_until(lambda: "a.py" in start.shown, 20)
    first.send_signal(signal.SIGSTOP)
    script = write("b.py", "print(open('runs', 'a').write('x'))")
    start("--run", script)
    start.wait_until((script.parent / "runs").exists, 20)
    first.send_signal(signal.SIGCONT)
    third = start(write("c.py", ""))
    assert third.wait(20) == 0, "the first one answers again"
    start.wait_until(lambda: "c.py" in start.shown, 20)
    assert (script.parent / "runs").read_text() == "x"
    assert len(start.running) == 2


# -- inside of one process


def test_what_is_wrong_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    place = meeting_place(tmp_path, tmp_path, {})
    assert place is not None
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(place.server)
        silent.listen()
        ours = OneWindow(place=lambda: place)
        assert not ours.hand_over(Path("a.py"), (), run=False)
        assert ours.trouble == said(START.window_silent)
        ours.listen(lambda request: True)
    nowhere = OneWindow(place=lambda: None)
    assert not nowhere.hand_over(Path("a.py"), (), run=False)
    nowhere.listen(lambda request: True)
    assert nowhere.trouble == said(START.no_meeting_place)


def test_the_window_behind_takes_over_when_the_first_one_is_gone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = meeting_place(tmp_path, tmp_path, {})
    taken: list[str] = []

    def note(name: str) -> Callable[[Request], bool]:
        def take(request: Request) -> bool:
            taken.append(name)
            return True

        return take

    first, second = OneWindow(place=lambda: place), OneWindow(place=lambda: place)
    first.listen(note("first"))
    second.listen(note("second"))
    assert place is not None and handed_over(qtbot, place)
    first.close()
    second.listen(note("second"))
    assert handed_over(qtbot, place)
    assert taken == ["first", "second"]


def handed_over(qtbot: QtBot, place: MeetingPlace) -> bool:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from reloader_gui.start.meeting_place import MeetingPlace\n"
        "from reloader_gui.start.one_window import OneWindow\n"
        "app = QCoreApplication([]); place = MeetingPlace(sys.argv[1], Path(sys.argv[2]))\n"
        "sys.exit(OneWindow(place=lambda: place).hand_over(Path('a.py'), (), run=False))"
    )
    command = [sys.executable, "-c", code, place.server, str(place.lock)]
    process = subprocess.Popen(command, cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 1


def test_the_right_to_come_forward_is_there_only_for_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "our own")
    monkeypatch.delenv("DESKTOP_STARTUP_ID", raising=False)
    with activation("theirs"):
        assert os.environ["XDG_ACTIVATION_TOKEN"] == "theirs" == os.environ["DESKTOP_STARTUP_ID"]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "our own"
    assert "DESKTOP_STARTUP_ID" not in os.environ
