from __future__ import annotations

import statistics
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


def turns_of(
    qtbot: QtBot, folder: Path, look_s: float, picture_s: float, other_ms: int, looks: int
) -> list[str]:
    """Who was busy, one after the other, while more came than could be looked at."""
    spool = Spool(folder)
    owner, turns = QObject(), list[str]()
    document = Document(spool)
    watch = Watch(document, owner)

    def look() -> None:
        turns.append("look")
        spin(look_s)
        document.look_again()
        QTimer.singleShot(0, owner, lambda: spin(picture_s))

    watch.came.connect(look)
    other = QTimer(owner, interval=other_ms)
    other.setTimerType(Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: turns.append("other"))
    other.start()
    watch.wake()
    qtbot.waitUntil(lambda: turns.count("look") >= looks, timeout=30_000)
    watch.set_seen(False)
    spool.close()
    return turns


def test_others_have_their_turn_between_two_looks_however_long_each_takes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """A look and its picture take longer than there is between two looks, for more has come."""
    turns = turns_of(qtbot, tmp_path / "spool", 0.008, 0.010, 10, LOOKS)
    assert ("look", "look") not in list(zip(turns, turns[1:], strict=False))[1:]


def test_after_a_look_that_took_long_the_window_rests_as_long(qtbot: QtBot, tmp_path: Path) -> None:
    turns = turns_of(qtbot, tmp_path / "spool", 0.02, 0.02, 5, 20)
    between = "".join("|" if turn == "look" else "." for turn in turns).split("|")[1:-1]
    assert statistics.median(map(len, between)) >= 3, between
