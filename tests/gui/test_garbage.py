"""Who collects what nobody can reach any more."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reloader_gui.ui.garbage import collect_here

SOME = 100_000
"""Objects; Python collects after each 700 or 2,000."""


class Itself(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def make(ended: list[threading.Thread]) -> None:
    weakref.finalize(Itself(), lambda: ended.append(threading.current_thread()))


def in_a_thread() -> None:
    made: list[list[object]] = []

    def work() -> None:
        made.extend([] for _ in range(SOME))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_only_the_windows_thread_collects(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    make(ended)
    in_a_thread()
    assert ended == []
    kept: list[object] = [[] for _ in range(SOME)]
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread()]
    del kept


def test_what_is_older_is_collected_too(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    old = Itself()
    weakref.finalize(old, lambda: ended.append(threading.current_thread()))
    gc.collect()  # it is of the oldest now
    del old
    kept: list[list[object]] = []

    def go_on() -> bool:
        kept.append([[] for _ in range(5_000)])
        return bool(ended)

    qtbot.waitUntil(go_on, timeout=30_000)


def test_afterwards_python_does_it_again(qtbot: QtBot) -> None:
    was = gc.isenabled()
    collect_here()()
    assert gc.isenabled()
    if not was:
        gc.disable()
