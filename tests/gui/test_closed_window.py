"""Who closes a script's window has made no mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reloader_core import ScriptError
from reloader_gui.run import closed_window
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 30_000
Write = Callable[[str, str], Path]
DESTROYED = 'can\'t invoke "update" command: application has been destroyed'
NO_CANVAS = 'invalid command name ".!canvas"'
IN_TURTLE = '  File "/usr/lib/python3.11/turtle.py", line 3175, in _goto\n    screen._pointlist()\n'


@pytest.mark.parametrize(
    ("kind", "message", "output", "is_it"),
    [
        ("Terminator", "", IN_TURTLE + "turtle.Terminator", True),
        ("turtle.Terminator", "", "turtle.Terminator\n", True),
        ("Terminator", "", "", False),  # a class of the script's own
        ("films.Terminator", "", "", False),
        ("_tkinter.TclError", DESTROYED, "", True),
        ("TclError", NO_CANVAS, IN_TURTLE, True),
        ("TclError", NO_CANVAS, IN_TURTLE.replace("/usr/lib/", "C:\\Lib\\"), True),
        ("TclError", NO_CANVAS, '  File "/home/me/my_turtle.py", line 3\n', False),
        ("TclError", NO_CANVAS, "", False),
        ("_tkinter.TclError", 'unknown option "-colour"', IN_TURTLE, False),
        ("NameError", DESTROYED, IN_TURTLE, False),
    ],
)
def test_it_is_told_from_mistakes(kind: str, message: str, output: str, is_it: bool) -> None:
    assert closed_window.is_cause(ScriptError(kind, message), output) is is_it


def run_to_its_end(qtbot: QtBot, make_real_window: Any, script: Path) -> tuple[str, bool]:
    """What the status line says in the end, and whether there has been an error card."""
    window: MainWindow = make_real_window()
    window.choose(script)
    page = window.page
    assert page is not None
    cards: list[ScriptError] = []
    page.run.failed.connect(cards.append)
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    run = page.run
    qtbot.waitUntil(lambda: run.record.printed is not None and not run.is_busy, timeout=PATIENCE_MS)
    return page.status.text(), bool(cards)


@pytest.mark.parametrize(
    "text",
    [
        "import turtle\nraise turtle.Terminator\n",
        f"import tkinter\nraise tkinter.TclError({DESTROYED!r})\n",
    ],
)
def test_the_status_says_so_and_there_is_no_error(
    qtbot: QtBot, make_real_window: Any, write: Write, text: str
) -> None:
    pytest.importorskip("tkinter")
    said, has_card = run_to_its_end(qtbot, make_real_window, write("game.py", text))
    assert (said, has_card) == ("You closed its window. It runs again when you save.", False)


def test_a_widget_that_is_no_more_is_turtles_window_or_a_mistake(
    qtbot: QtBot, make_real_window: Any, write: Write
) -> None:
    pytest.importorskip("tkinter")
    fails = f"import tkinter\ndef _goto(): raise tkinter.TclError({NO_CANVAS!r})\n"
    write("lib/turtle.py", fails)
    write("lib/widgets.py", fails)
    begin = f"import sys\nsys.path.insert(0, {str(write('lib/x.py', '').parent)!r})\n"
    own = write("own.py", f"{begin}import widgets\nwidgets._goto()\n")
    assert run_to_its_end(qtbot, make_real_window, own)[1], "a mistake"
    game = write("game.py", f"{begin}import turtle\nturtle._goto()\n")
    said, has_card = run_to_its_end(qtbot, make_real_window, game)
    assert (said, has_card) == ("You closed its window. It runs again when you save.", False)
