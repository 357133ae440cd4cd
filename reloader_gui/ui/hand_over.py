"""Calls from any thread that arrive in the GUI thread.

An object's own signal is not safe for that: between PySide's look whether the object is there and
Qt's use of it, the GUI thread may delete it, and the whole window is gone. So one object takes all
calls that never goes, and looks who is still there in the thread that deletes them.
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class HandOver:
    """Calls a method of a QObject that lives in the GUI thread, later, in the order of the calls;
    never once that object is gone. Any thread."""

    def __init__(self, method: Callable[..., None]) -> None:
        self._method = weakref.WeakMethod(method)
        self._calls = _Calls.only()

    def __call__(self, *args: object) -> None:
        with contextlib.suppress(RuntimeError):  # the program ends, and threads go on
            self._calls.came.emit(self._method, args)


class _Calls(QObject):
    came = Signal(object, object)
    _only: _Calls | None = None
    _lock = threading.Lock()

    @classmethod
    def only(cls) -> _Calls:
        with cls._lock:
            if cls._only is None:
                made = cls()
                app = QCoreApplication.instance()
                assert app is not None
                made.moveToThread(app.thread())  # whoever comes first
                made.came.connect(made._on_came, Qt.ConnectionType.QueuedConnection)
                cls._only = made
            return cls._only

    def _on_came(self, wanted: weakref.WeakMethod[Any], args: tuple[object, ...]) -> None:
        method = wanted()
        if method is not None and shiboken6.isValid(method.__self__):
            method(*args)
