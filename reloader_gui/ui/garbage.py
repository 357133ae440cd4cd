"""Python's garbage is collected in the GUI thread alone.

Python collects in whichever thread happens to make the next object. There the end of a QObject that
others are connected to holds one of Qt's locks and waits for the interpreter, while the GUI thread,
which has that, waits for the lock in its next connect(): the window stands for ever.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher

RARELY = 50
"""A whole collection, of 20 ms or more, is followed by so many times as long without another."""


def collect_here() -> Callable[[], None]:
    """From now on; called in the GUI thread, once its application is there. What it returns hands
    that back to Python.

    It looks whenever the event loop has nothing to do: so it needs no timer, and nobody waits.
    """
    next_whole = 0.0

    def collect_if_due() -> None:
        """What Python would have collected by now."""
        nonlocal next_whole
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[0] <= limits[0]:
            return
        if counts[1] <= limits[1]:
            gc.collect(0)
        elif counts[2] <= limits[2] or time.perf_counter() < next_whole:
            gc.collect(1)
        else:
            began = time.perf_counter()
            gc.collect()
            ended = time.perf_counter()
            next_whole = ended + RARELY * (ended - began)

    def end() -> None:
        dispatcher.aboutToBlock.disconnect(collect_if_due)
        gc.enable()

    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    dispatcher.aboutToBlock.connect(collect_if_due)
    gc.disable()
    return end
