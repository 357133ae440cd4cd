"""What threads tell the window, also while what they tell it to is deleted."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from patience import is_wine
from reloader_gui.ui.hand_over import HandOver

DELETED_BESIDE_ANSWERS = """
import sys, threading
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from reloader_gui.ui.background import Background

sys.setswitchinterval(1e-6)
app = QCoreApplication([])
for round in range(2000):
    page = QObject()
    background, go = Background(page), threading.Event()
    for _ in range(3):
        background.submit(go.wait, lambda _: None, instead=lambda: False)
    go.set()
    shiboken6.delete(page)
    if round % 50 == 0:
        app.processEvents()
"""


class Reader(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[int, threading.Thread]] = []

    def hear(self, number: int) -> None:
        self.heard.append((number, threading.current_thread()))


def tell(hand_over: HandOver, numbers: range) -> None:
    def work() -> None:
        for number in numbers:
            hand_over(number)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_all_is_heard_in_order_in_the_windows_thread(qtbot: QtBot) -> None:
    reader = Reader()
    tell(HandOver(reader.hear), range(5))
    assert reader.heard == []
    qtbot.waitUntil(lambda: len(reader.heard) == 5)
    assert reader.heard == [(number, threading.main_thread()) for number in range(5)]


def test_who_is_gone_hears_nothing(qtbot: QtBot) -> None:
    gone, there = Reader(), Reader()
    tell(HandOver(gone.hear), range(1))
    shiboken6.delete(gone)
    tell(HandOver(gone.hear), range(1))
    tell(HandOver(there.hear), range(1))
    qtbot.waitUntil(lambda: bool(there.heard))
    assert gone.heard == []


@pytest.mark.slow
@pytest.mark.skipif(is_wine(), reason="6,000 threads take their time there")
def test_answers_that_come_while_a_page_is_deleted_do_not_end_the_window() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", DELETED_BESIDE_ANSWERS], capture_output=True, timeout=120
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
