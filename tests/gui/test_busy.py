"""A script that works in silence is told from one that waits for its user."""

from __future__ import annotations

import importlib.util
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from patience import is_wine
from reloader_core import CpuTimes, CpuUsed, InputWanted, Waits
from reloader_gui.run.busy import Busy
from reloader_gui.texts.page import INPUT
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 60_000
BUSY = "busy: it is not waiting for you."
Write = Callable[[str, str], Path]
Used = tuple[float, float, float]
"""In a second: in user mode, in the system, waiting for a core."""
WORKS, RESTS = (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("seconds", "certain"),
    [
        ([WORKS], False),
        ([WORKS, WORKS], True),
        ([(0.2, 0.01, 0.75)] * 2, True),  # other programs have the cores
        ([WORKS, RESTS, WORKS], False),
        ([WORKS, WORKS, RESTS], False),
        ([(0.6, 0.0, 0.0)] * 5, False),  # it sleeps in between
        ([(0.0, 0.0, 1.0)] * 5, False),
        ([(0.6, 0.4, 0.0)] * 5, False),  # it asks the system whether there is a key
    ],
)
def test_only_who_never_rests_is_busy(seconds: list[Used], certain: bool) -> None:
    busy, total = Busy(), (0.0, 0.0, 0.0)
    busy.note(CpuTimes(0.0, *total), 0)
    for number, used in enumerate(seconds):
        total = tuple(a + b for a, b in zip(total, used, strict=True))  # type: ignore[assignment]
        busy.note(CpuTimes(number + 1.0, *total), 0)
    assert busy.is_certain is certain


def test_what_it_waits_for_is_said_after_a_silent_while() -> None:
    busy = Busy()
    told = []
    for printed, waits in ((0, Waits.NETWORK), (0, Waits.NETWORK), (9, Waits.NETWORK), (9, None)):
        busy.note(None, printed, waits)
        told.append(busy.waits)
    assert told == [None, Waits.NETWORK, None, None]


@pytest.mark.parametrize(
    ("printed", "floods"),
    [
        ([100_000, 200_000, 300_000], True),
        ([100_000, 200_000], False),
        ([100_000, 200_000, 200_100], False),
        ([5_000, 10_000, 15_000], False),  # quick, but it can be followed
    ],
)
def test_who_prints_more_than_can_be_read_floods(printed: list[int], floods: bool) -> None:
    busy = Busy()
    for second, so_far in enumerate(printed):
        assert busy.is_due(10.0 + second, 5.0)
        busy.note(None, so_far)
    assert busy.floods is floods
    busy.forget()
    assert not busy.floods


def test_what_prints_or_cannot_be_told_is_not_said_to_be_busy() -> None:
    busy = Busy()
    for second in range(4):
        busy.note(CpuTimes(second, second, 0.0), printed=0)
    assert busy.is_certain
    busy.note(CpuTimes(4, 4, 0.0), printed=1)
    assert not busy.is_certain
    for second in range(5, 8):
        busy.note(CpuTimes(second, second, 0.0), printed=1)
    assert busy.is_certain
    busy.note(None, printed=1)
    assert not busy.is_certain and busy.due_in_s() == math.inf


def test_input_that_is_wanted_ends_it_at_once(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    assert ready.page is not None
    status = ready.page.status
    run.running(2, started=time.monotonic() - 6)
    for second in range(4):
        run.say(CpuUsed(2, CpuTimes(second, second, 0.0)))
    qtbot.waitUntil(lambda: BUSY in status.text())
    run.say(InputWanted(2, True))
    qtbot.waitUntil(lambda: BUSY not in status.text())


# -- with real scripts


def begin(make_real_window: Any, script: Path) -> tuple[MainWindow, list[str]]:
    """A window in which it runs, and all that its status line says."""
    window: MainWindow = make_real_window()
    window.choose(script)
    assert window.page is not None
    said: list[str] = []
    window.page.run.view_changed.connect(lambda view: said.append(view.text))
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    return window, said


@pytest.mark.slow
def test_a_loop_that_prints_is_told_of(qtbot: QtBot, make_real_window: Any, write: Write) -> None:
    window, said = begin(
        make_real_window, write("loop.py", "while True: print('again and again')\n")
    )
    floods = "printing without a pause: Stop ends it."
    qtbot.waitUntil(lambda: any(floods in text for text in said), timeout=PATIENCE_MS)
    window.commands.stop()


@pytest.mark.slow
@pytest.mark.skipif(is_wine(), reason="whoever has the cores there meanwhile, nobody says")
def test_a_loop_without_output_is_busy(qtbot: QtBot, make_real_window: Any, write: Write) -> None:
    text = "print('Thinking... ', end='')\nwhile True: pass\n"
    window, said = begin(make_real_window, write("loop.py", text))
    qtbot.waitUntil(lambda: any(BUSY in text for text in said), timeout=PATIENCE_MS)
    assert said[-1].startswith("Running for ") and BUSY in said[-1]
    assert window.page is not None
    said_of_input = window.page.input.placeholderText()
    assert said_of_input == INPUT.open(), "nor is it said to be waiting, perhaps"
    window.commands.stop()


HAS_A_WINDOW = "import tkinter\nwhile True: pass\n"
WAITING = {
    "sleeps": "import time\nwhile True: time.sleep(0.05)\n",
    "input": "input()\n",
    "reads": "import sys\nsys.stdin.readline()\n",
    "asks": "import select, sys\nwhile not select.select([sys.stdin], [], [], 0)[0]: pass\n",
    "has a window": HAS_A_WINDOW,
    "threads": (
        "import sys, threading\n"
        "def work():\n    while True: pass\n"
        "threading.Thread(target=work, daemon=True).start()\nsys.stdin.readline()\n"
    ),
}
if importlib.util.find_spec("tkinter") is None:  # Debian has it in a package of its own
    del WAITING["has a window"]


@pytest.mark.slow
@pytest.mark.posix  # select() knows only sockets on Windows; tests/windows has the numbers
def test_who_waits_is_never_said_to_be_busy(
    qtbot: QtBot, make_real_window: Any, write: Write
) -> None:
    """All at the same time, which takes as long as one."""
    said = {
        name: begin(make_real_window, write(f"{name}.py", text))[1]
        for name, text in WAITING.items()
    }

    def has_run_long(texts: list[str]) -> bool:
        return any(text.startswith("Running for 9 s") for text in texts)

    qtbot.waitUntil(lambda: all(map(has_run_long, said.values())), timeout=PATIENCE_MS)
    assert not [name for name, texts in said.items() if any(BUSY in text for text in texts)]


@pytest.mark.slow
def test_nor_is_the_next_run_whose_modules_were_imported_ahead(
    qtbot: QtBot, make_real_window: Any, write: Write
) -> None:
    pytest.importorskip("tkinter")
    text = HAS_A_WINDOW
    script = write("game.py", text)
    window, said = begin(make_real_window, script)
    qtbot.waitUntil(lambda: any("for 4 s" in text for text in said), timeout=PATIENCE_MS)
    script.write_text(text + "\n")
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.run.record.number == 2, timeout=PATIENCE_MS)
    said.clear()
    qtbot.waitUntil(lambda: any("for 9 s" in text for text in said), timeout=PATIENCE_MS)
    assert not [text for text in said if BUSY in text]
