"""Marks on the scroll bar: where each run begins, and where one that failed ends."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from reloader_core import Exit, ScriptError, State
from reloader_gui.window.main_window import MainWindow


def test_runs_and_failures_are_marked(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    page = ready.page
    assert page is not None
    lines = "".join(f"line {n}\n" for n in range(200))
    run.prints(1, lines)
    assert not page.marks.begins(), "one run alone needs no marks"
    error = ScriptError("NameError", "x", page.run.script, 2)
    run.status(State.WAITING, run=1, exit=Exit(1, error, 0.5))
    qtbot.waitUntil(lambda: page.card.strongest is not None)
    qtbot.waitUntil(lambda: ready.bar.run.property("role") is None)
    run.running(2)
    run.prints(2, lines)
    qtbot.waitUntil(lambda: len(page.marks.begins()) == 2)
    (first, second), (failed,) = page.marks.begins(), page.marks.failures()
    middle = page.marks.height() / 2
    assert first < 5 and abs(second - middle) < 20 and 0 <= second - failed < 5
    page.output.scroll_by(-100)
    assert page.marks.begins() == [first, second], "they show where, whatever is seen"
