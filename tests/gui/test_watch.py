from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from reloader_core import Spool
from reloader_gui.output.text.document import Document
from reloader_gui.output.watch import Watch

LOOKS = 40


def spin(seconds: float) -> None:
    """What a frame does: it keeps the thread busy."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_others_have_their_turn_between_two_looks_however_long_each_takes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """A look and its picture take longer than there is between two looks, for more has come."""
    spool = Spool(tmp_path / "spool")
    owner, turns = QObject(), list[str]()
    document = Document(spool)
    watch = Watch(document, owner)

    def look() -> None:
        turns.append("look")
        spin(0.008)
        document.look_again()
        QTimer.singleShot(0, owner, lambda: spin(0.010))

    watch.came.connect(look)
    other = QTimer(owner, interval=10)
    other.setTimerType(Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: turns.append("other"))
    other.start()
    watch.wake()
    qtbot.waitUntil(lambda: turns.count("look") >= LOOKS, timeout=30_000)
    watch.set_seen(False)
    spool.close()
    assert ("look", "look") not in list(zip(turns, turns[1:], strict=False))[1:]
