"""The real window on a real (virtual) screen: mouse and keyboard in, pixels and clipboard out.

Needs Xvfb and xdotool; skipped where they are missing. Each test has a screen, a home
and settings of its own. When one fails, a picture of the screen is left in its folder.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from processes import is_alive

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
ACCENT = b"\x0b\x5c\xad"  # of the light scheme: the one obvious button
WIDE = 60
READ_CLIPBOARD = (
    "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
    "sys.stdout.buffer.write(app.clipboard().text().encode())"
)

pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(
        bool(MISSING), reason=f"no {' and no '.join(MISSING)} here: apt-get install xvfb xdotool"
    ),
]
DesktopEnv = Callable[[str], dict[str, str]]
WaitUntil = Callable[..., None]


class Screen:
    """A virtual screen and the one window on it."""

    def __init__(self, env: dict[str, str], folder: Path, wait_until: WaitUntil) -> None:
        self.env = env
        self.folder = folder
        self.wait_until = wait_until
        self.log = folder / "events"
        self.process: subprocess.Popen[bytes] | None = None

    # -- in

    def start(self, *args: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "reloader_gui", "--events", self.log, *args]
        self.process = subprocess.Popen(list(map(str, command)), env=self.env, cwd=ROOT)
        self.focus("Reloader")
        return self.process

    def xdotool(self, *args: object) -> str:
        return subprocess.run(
            ["xdotool", *map(str, args)],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=20,
            text=True,
        ).stdout.strip()

    def focus(self, title: str) -> None:
        """There is no window manager here that would do it."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self.xdotool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        self.wait_until(is_there, 30, f"a window named {title}")
        self.xdotool("windowfocus", "--sync", found[-1])

    def keys(self, *names: str) -> None:
        self.xdotool("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", 10, text)

    def click(self, x: int, y: int) -> None:
        self.xdotool("mousemove", x, y, "click", 1)

    def click_the_obvious_button(self) -> None:
        place: list[tuple[int, int] | None] = [None]

        def is_there() -> bool:
            """And has been there before: the page of before may still be on the screen."""
            place.append(self.middle_of_accent())
            return place[-1] is not None and place[-1] == place[-2]

        self.wait_until(is_there, 10, "a button in the accent colour")
        assert place[-1] is not None
        self.click(*place[-1])

    # -- out

    def picture(self) -> tuple[int, int, bytes]:
        """Width, height, and RGB bytes of the screen."""
        program = (
            "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
            "image = app.primaryScreen().grabWindow(0).toImage().convertToFormat("
            "__import__('PySide6.QtGui', fromlist=['x']).QImage.Format.Format_RGB888);"
            "sys.stdout.buffer.write(b'%d %d\\n' % (image.width(), image.height()));"
            "[sys.stdout.buffer.write(bytes(image.constScanLine(y))[:3 * image.width()])"
            " for y in range(image.height())]"
        )
        data = self.python(program)
        size, _, pixels = data.partition(b"\n")
        width, height = map(int, size.split())
        return width, height, pixels

    def middle_of_accent(self) -> tuple[int, int] | None:
        """The middle of the first run of WIDE pixels in the accent colour, and a bit
        below it: inside the button that it belongs to."""
        width, _, pixels = self.picture()
        at = pixels.find(ACCENT * WIDE)
        while at >= 0 and at % 3:
            at = pixels.find(ACCENT * WIDE, at + 1)
        if at < 0:
            return None
        end = at
        while pixels[end : end + 3] == ACCENT:
            end += 3
        middle = (at + end) // 6
        return middle % width, middle // width + 6

    def python(self, program: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-c", program],
            env=self.env,
            stdout=subprocess.PIPE,
            check=True,
            timeout=30,
        ).stdout

    def output(self) -> str:
        """What the window shows: all of it, copied as a user would."""
        self.click(400, 300)
        self.keys("ctrl+a")
        self.keys("ctrl+c")
        return self.python(READ_CLIPBOARD).decode()

    def shows(self, text: str) -> None:
        seen = [""]

        def is_there() -> bool:
            seen[0] = self.output()
            return text in seen[0]

        self.wait_until(is_there, 20, lambda: f"{text!r} in {seen[0]!r}")

    def events(self) -> list[dict[str, Any]]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def reaches(self, state: str, run: int | None = None, **more: Any) -> dict[str, Any]:
        """Wait for the newest event to be this state; returns it."""

        def is_there() -> bool:
            last = self.events()[-1:]
            is_state = bool(last) and last[0].get("state") == state
            return is_state and run in (None, last[0]["run"])

        self.wait_until(is_there, 20, lambda: f"{state}, run {run}, in {self.events()}")
        return self.events()[-1]


@pytest.fixture
def screen(
    x_server: Any, desktop_env: DesktopEnv, tmp_path: Path, wait_until: WaitUntil, request: Any
) -> Iterator[Screen]:
    with x_server("1100x800x24") as display:
        screen = Screen(desktop_env(display), tmp_path, wait_until)
        failed_before = request.session.testsfailed
        yield screen
        if request.session.testsfailed > failed_before:
            leave_picture(screen)
        if screen.process is not None and screen.process.poll() is None:
            screen.process.kill()
            screen.process.wait(10)


def leave_picture(screen: Screen) -> None:
    width, height, pixels = screen.picture()
    file = screen.folder / "screen.ppm"
    file.write_bytes(b"P6 %d %d 255\n" % (width, height) + pixels)
    print(f"the screen: {file}")


def test_pick_run_edit_answer_stop(screen: Screen, write: Callable[[str, str], Path]) -> None:
    helper = write("项目 一/helper.py", "WORD = 'first'\n")
    script = write(
        "项目 一/game.py",
        "import helper, time\n"
        "print('the word is', helper.WORD, '你好')\n"
        "name = input('Who? ')\n"
        "print('Hello', name + '!')\n"
        "while True:\n    time.sleep(0.05)\n",
    )
    process = screen.start()
    screen.click_the_obvious_button()  # Choose a script...
    screen.focus("Choose a Python script")
    # An input method for Chinese is not to be had here: the folder is reached by a link.
    link = script.parent.parent / "link"
    link.symlink_to(script.parent)
    screen.type(str(link / "game.py"))
    screen.keys("Return")
    screen.focus("game.py")
    assert screen.events() == [], "choosing runs nothing"

    screen.click_the_obvious_button()  # Run
    first = screen.reaches("running", run=1)
    screen.shows("the word is first 你好\nWho? ")

    helper.write_text("WORD = 'second'\n")
    second = screen.reaches("running", run=2)
    assert second["reason"]["kind"] == "changed"
    assert second["pid"] != first["pid"] and not is_alive(first["pid"])
    screen.shows("the word is second 你好\nWho? ")

    screen.type("Ada")  # it was clicked into the output: typing goes to the input line
    screen.keys("Return")
    screen.shows("Who? Ada\nHello Ada!")

    screen.keys("shift+F5")
    screen.reaches("idle")
    assert not is_alive(second["pid"])
    assert process.poll() is None

    screen.keys("ctrl+q")
    assert process.wait(10) == 0


def test_killed_while_a_script_with_a_grandchild_runs(
    screen: Screen, write: Callable[[str, str], Path], wait_until: WaitUntil
) -> None:
    script = write(
        "tree.py",
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
        " start_new_session=True)\n"
        "open('pids.tmp', 'w').write(f'{os.getpid()} {child.pid}')\n"
        "os.replace('pids.tmp', 'pids')\n"
        "time.sleep(60)\n",
    )
    process = screen.start("--run", script)
    pids_file = script.parent / "pids"
    wait_until(pids_file.exists, 20, "the script runs")
    pids = [int(word) for word in pids_file.read_text().split()]
    started = psutil.Process(process.pid).children(recursive=True)
    assert set(pids) <= {each.pid for each in started}
    process.kill()
    process.wait(5)
    wait_until(lambda: not any(is_alive(each.pid) for each in started), 2, lambda: started)


def test_a_window_that_does_nothing_costs_nothing(
    screen: Screen, write: Callable[[str, str], Path], wait_until: WaitUntil
) -> None:
    script = write("sleep.py", "import time\nprint('ready')\ntime.sleep(60)\n")
    process = screen.start("--run", script)
    screen.reaches("running", run=1)
    watched = psutil.Process(process.pid)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)  # it paints, and the standby comes up
    before = sum(watched.cpu_times()[:2])
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(3)
    assert sum(watched.cpu_times()[:2]) - before <= 0.15, "5 % of one core"


def test_the_example_is_running_and_open_in_the_editor_which_outlives_us(
    screen: Screen, write: Callable[[str, str], Path], wait_until: WaitUntil, tmp_path: Path
) -> None:
    editor = write(
        "editor.py",
        "import os, sys, time\n"
        "open('editing.tmp', 'w').write(f'{os.getpid()} {sys.argv[1]}')\n"
        "os.replace('editing.tmp', 'editing')\ntime.sleep(60)\n",
    )
    screen.env["VISUAL"] = f'"{sys.executable}" "{editor}"'
    process = screen.start()
    screen.keys("Tab", "space")  # from 'Choose a script...' to 'Try an example'
    run = screen.reaches("running", run=1)
    wait_until((tmp_path / "editing").exists, 20, "the editor")
    number, _, edited = (tmp_path / "editing").read_text().partition(" ")
    assert edited.endswith("Reloader example/hello.py")
    screen.focus("hello.py")
    screen.shows("Hello, world!")

    Path(edited).write_text(Path(edited).read_text().replace('"Hello"', '"Servus"'))
    screen.reaches("running", run=2)
    screen.shows("Servus, world!")

    process.kill()
    process.wait(5)
    try:
        wait_until(lambda: not is_alive(run["pid"]), 2)
        assert is_alive(int(number)), "the editor is the user's"
    finally:
        psutil.Process(int(number)).kill()
