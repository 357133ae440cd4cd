"""Scripts with windows of their own, under a real window manager: place, keyboard, front.

Needs Xvfb, openbox (EWMH), xdotool, xprop; skipped where they are missing. An editor of two
lines has the keyboard; what is typed must get there after a save, and not to the script.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("Xvfb", "openbox", "xdotool", "xprop") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(bool(MISSING), reason=f"not here: {', '.join(MISSING)} (apt-get install)"),
]
WaitUntil = Callable[..., None]

EDITOR = """
import tkinter
def note(event): open("typed", "a").write(event.char)
root = tkinter.Tk(); root.title("the editor"); root.geometry("300x200+600+500")
text = tkinter.Text(root); text.pack(); text.bind("<Key>", note); text.focus_set()
root.mainloop()
"""
PROLOGUE = """import os, sys
TITLE = f"the script {os.getpid()}"
def again():
    if os.path.exists('again'): os.remove('again'); sys.exit(3)
"""
SCRIPTS = {
    "tkinter": """
import tkinter
root = tkinter.Tk(); root.title(TITLE)
tkinter.Label(root, text="hello").pack(); tkinter.Entry(root).pack()
def look(): again(); root.after(50, look)
look(); root.mainloop()
""",
    "turtle": """
import turtle
turtle.setup(300, 200); turtle.speed(0); turtle.forward(50)
turtle.listen()  # takes the keyboard by force; the title says that it has tried
turtle.title(TITLE)
def look(): again(); turtle.ontimer(look, 50)
look(); turtle.mainloop()
""",
    "PySide6": """
from PySide6 import QtCore, QtWidgets
app = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow(); window.setWindowTitle(TITLE)
window.setCentralWidget(QtWidgets.QTextEdit()); window.resize(320, 200); window.show()
timer = QtCore.QTimer(interval=50); timer.timeout.connect(lambda: os.path.exists("again")
    and (os.remove("again"), app.exit(3)))
timer.start(); sys.exit(app.exec())
""",
    "pygame": """
import pygame
pygame.display.init(); pygame.display.set_mode((300, 200)); pygame.display.set_caption(TITLE)
while True: pygame.event.get(); again(); pygame.time.wait(20)
""",
}
AVAILABLE = [
    pytest.param(
        name,
        marks=pytest.mark.skipif(
            importlib.util.find_spec(name) is None, reason=f"{name} is not installed"
        ),
    )
    for name in SCRIPTS
]
TOOLKITS = sysconfig.get_path("purelib")  # Reloader takes no script's Python from its own .venv
Place = tuple[int, ...]


class Desk:
    """A screen with a window manager, an editor and Reloader on it."""

    def __init__(self, env: dict[str, str], folder: Path, wait_until: WaitUntil) -> None:
        self.env, self.folder, self.wait_until = env, folder, wait_until
        self.log = folder / "events"
        self.script = folder / "script.py"
        self.typed = ""
        self.start_reloader: Callable[[], None] = lambda: None

    def run(self, *command: object) -> str:
        return subprocess.run(
            list(map(str, command)),
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=20,
            text=True,
        ).stdout

    def windows(self, title: str) -> list[str]:
        listed = re.findall(r"0x[0-9a-f]+", self.run("xprop", "-root", "_NET_CLIENT_LIST"))
        return [each for each in listed if title in self.run("xprop", "-id", each, "WM_NAME")]

    def window(self, title: str) -> str:
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self.windows(title)
            return bool(found)

        self.wait_until(is_there, 30, lambda: f"a window named {title}; {self.events()[-1:]}")
        return found[0]

    def window_of_run(self, number: int) -> str:
        """Told by its title: X gives a new window the number of the last one again."""

        def is_there() -> bool:
            last = self.events()[-1:]
            return bool(last) and last[0].items() >= {"state": "running", "run": number}.items()

        self.wait_until(is_there, 20, lambda: f"run {number} in {self.events()}")
        return self.window(f"the script {self.events()[-1]['pid']}")

    def place(self, window: str) -> Place:
        """x, y, width, height of what is inside its frame."""
        text = self.run("xwininfo", "-id", window)
        return tuple(
            int(re.findall(rf"{what}: +(-?\d+)", text)[0])
            for what in ("left X", "left Y", "Width", "Height")
        )

    def active(self) -> str:
        found = re.findall(r"0x[0-9a-f]+", self.run("xprop", "-root", "_NET_ACTIVE_WINDOW"))
        return found[0] if found else ""

    def is_active(self, window: str) -> None:
        self.wait_until(
            lambda: int(self.active() or "0", 16) == int(window, 16),
            10,
            lambda: f"{window} in front of {self.active()}",
        )

    def choose(self, window: str) -> None:
        """As in a task bar: it may be below others."""

        def is_active() -> bool:
            self.run("xdotool", "windowactivate", window)
            return int(self.active() or "0", 16) == int(window, 16)

        self.wait_until(is_active, 10, lambda: f"{window} in front of {self.active()}")

    def types(self, letter: str) -> None:
        """The key must come to the editor, wherever it has got the keyboard from."""
        self.typed += letter
        self.run("xdotool", "key", letter)
        note = self.folder / "typed"
        self.wait_until(
            lambda: note.exists() and note.read_text() == self.typed,
            10,
            lambda: f"{self.typed!r} in the editor, which lacks the keyboard",
        )

    def save(self, text: str) -> None:
        self.script.write_text(PROLOGUE + text)

    def events(self) -> list[dict[str, Any]]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@pytest.fixture
def desk(x_server: Any, desktop_env: Any, tmp_path: Path, wait_until: WaitUntil) -> Iterator[Desk]:
    with x_server("1000x750x24") as display, contextlib.ExitStack() as stack:

        def start(*command: object, **more: Any) -> None:
            process = subprocess.Popen(
                list(map(str, command)), stderr=subprocess.DEVNULL, cwd=tmp_path, **more
            )
            stack.callback(process.wait, 10)
            stack.callback(process.terminate)

        env = desktop_env(display)
        desk = Desk(env, tmp_path, wait_until)
        start("openbox", env=env)
        supporting = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
        wait_until(lambda: "0x" in desk.run(*supporting), 20, "the window manager")
        start(sys.executable, "-c", EDITOR, env=env)
        desk.window("the editor")
        window_env = {**env, "PYTHONPATH": f"{ROOT}/core:{ROOT}:{TOOLKITS}"}
        words = ("-m", "reloader_gui", "--events", desk.log, "--run", desk.script)
        desk.start_reloader = lambda: start(sys.executable, *words, env=window_env)
        yield desk


@pytest.mark.parametrize("toolkit", AVAILABLE)
def test_the_keyboard_stays_and_the_window_comes_back(desk: Desk, toolkit: str) -> None:
    pytest.importorskip("tkinter")  # the editor's
    source = SCRIPTS[toolkit]
    desk.save(source)
    desk.start_reloader()
    first = desk.window_of_run(1)
    desk.is_active(first)  # Run was asked for
    desk.run("xdotool", "windowmove", "--sync", first, 310, 330)
    desk.wait_until(lambda: desk.place(first)[0] in range(300, 320), 10, "moved")
    place = desk.place(first)
    desk.choose(desk.window("the editor"))
    desk.types("a")

    desk.save(source + "\n# saved\n")
    second = desk.window_of_run(2)
    desk.wait_until(lambda: desk.place(second) == place, 5, lambda: (desk.place(second), place))
    desk.types("b")

    (desk.folder / "again").touch()
    third = desk.window_of_run(3)
    desk.wait_until(lambda: desk.place(third) == place, 5, lambda: (desk.place(third), place))
    desk.types("c")

    desk.choose(third)  # what was held back at the start is not held back for ever
    desk.choose(desk.window("script.py"))
    desk.run("xdotool", "key", "F5")
    desk.is_active(desk.window_of_run(4))


SIZED = {
    "tkinter": "import tkinter\nroot = tkinter.Tk(); root.title(TITLE)\n"
    "root.geometry('300x200'); root.geometry('{place}')\nroot.mainloop()\n",
    "PySide6": "from PySide6 import QtWidgets\napp = QtWidgets.QApplication([])\n"
    "window = QtWidgets.QWidget(); window.setWindowTitle(TITLE)\n"
    "window.resize(300, 200); window.move(*map(int, '{place}'[1:].split('+')))\n"
    "window.show(); app.exec()\n",
}


@pytest.mark.parametrize("toolkit", SIZED)
def test_what_the_script_asks_for_wins_until_the_user_moves_it(desk: Desk, toolkit: str) -> None:
    pytest.importorskip("tkinter")
    desk.save(SIZED[toolkit].replace("{place}", "+100+100"))
    desk.start_reloader()
    first = desk.window_of_run(1)
    desk.wait_until(lambda: desk.place(first)[0] in range(100, 110), 10, "its place")

    source = SIZED[toolkit].replace("{place}", "+400+200")
    desk.save(source)
    second = desk.window_of_run(2)
    desk.wait_until(lambda: desk.place(second)[0] in range(400, 410), 10, "its new place")
    assert desk.place(second)[2:] == (300, 200)

    desk.run("xdotool", "windowsize", "--sync", second, 350, 250)
    desk.run("xdotool", "windowmove", "--sync", second, 200, 250)
    desk.wait_until(lambda: desk.place(second)[0] in range(190, 210), 10, "moved by hand")
    place = desk.place(second)
    assert place[2:] == (350, 250)
    for run in (3, 4):
        desk.save(source + f"# {run}\n")
        after = desk.window_of_run(run)
        desk.wait_until(lambda w=after: desk.place(w) == place, 5, lambda w=after: desk.place(w))
