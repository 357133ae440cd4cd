"""What is made ready after the start."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reloader_gui.ui.warm_up import WarmUp


def test_it_is_done_a_little_at_a_time_and_then_nothing_runs(qtbot: QtBot) -> None:
    parent, threads = QObject(), list[threading.Thread]()
    warm_up = WarmUp(lambda: threads.append(threading.current_thread()), parent)
    turns: list[None] = []
    warm_up._timer.timeout.connect(lambda: turns.append(None))
    qtbot.waitUntil(lambda: bool(threads) and not warm_up._timer.isActive(), timeout=20_000)
    assert len(turns) > 1
    assert threads[0] is not threading.main_thread()
    assert list(warm_up._steps) == []
