"""Copying and saving what is too much to be done between two pictures.

A thread does the work, a block at a time; the GUI thread hears how far it is and can
cancel it. One at a time: a new one cancels the one before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, Signal

from reloader_gui.output.event_loop import EventLoop
from reloader_gui.output.text.export import Part, bytes_of, is_quick, size_of, text_of
from reloader_gui.output.text.wanted import Manners
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import said
from reloader_gui.ui.atomic_file import replacing
from reloader_gui.ui.hand_over import HandOver

T = TypeVar("T", str, bytes)
Progress = Callable[[int], str]
"""A sentence, by percents."""
MOST_COPIED_BYTES = 1 << 30


class Transfer(QObject):
    """`progressed` with whole percents; then exactly one of `copied`, `saved` and `failed`,
    or nothing after cancel()."""

    progressed = Signal(object, int)
    """Which sentence says so, of the percents that follow."""
    copied = Signal(object)  # QByteArray
    """UTF-8: of a text of some megabytes Qt would have to make another one first."""
    saved = Signal(str)
    failed = Signal(object)  # Said

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._news = HandOver(self._deliver)
        self._event_loop = EventLoop(self)

    def copy(self, parts: list[Part]) -> None:
        if is_quick(parts):
            self.cancel()
            self.copied.emit(QByteArray("".join(text_of(parts)).encode("utf-8", "replace")))
        elif size_of(parts) > MOST_COPIED_BYTES:
            self.failed.emit(said(PAGE.too_much_to_copy))
        else:
            self._start(PAGE.copying, lambda told: self._copy(parts, told))

    def save(self, parts: list[Part], file: Path, *, with_colours: bool) -> None:
        self._start(PAGE.saving, lambda told: self._save(parts, file, with_colours, told))

    def cancel(self) -> None:
        """What has been done so far is thrown away."""
        self._cancelled.set()

    def _start(self, progress: Progress, work: Callable[[_Told], None]) -> None:
        self.cancel()
        cancelled = self._cancelled = threading.Event()

        def tell(signal: object, argument: object) -> None:
            self._news(cancelled, signal, argument)

        def on_progress(percent: int) -> None:
            tell("progress", (progress, percent))

        told = _Told(cancelled, self._event_loop.manners(), on_progress, tell)
        threading.Thread(target=work, args=(told,), name="transfer", daemon=True).start()

    def _copy(self, parts: list[Part], told: _Told) -> None:
        copied, size = QByteArray(), size_of(parts)
        copied.reserve(size)
        for text in told.watched(text_of(parts), size):
            copied.append(text.encode("utf-8", "replace"))
        told.end("copied", copied)

    def _save(self, parts: list[Part], file: Path, with_colours: bool, told: _Told) -> None:
        blocks: Iterator[bytes] = bytes_of(parts)
        if not with_colours:
            blocks = (text.encode("utf-8", "replace") for text in text_of(parts))
        try:
            with replacing(file) as new:
                for block in told.watched(blocks, size_of(parts)):
                    with told.manners.without_gil():
                        new.write(block)
                if told.cancelled.is_set():
                    raise _Cancelled
        except _Cancelled:
            return
        except OSError as error:
            why = error.strerror or str(error)
            told.end("failed", said(PAGE.not_saved, file, why))
            return
        told.end("saved", str(file))

    def _deliver(self, cancelled: threading.Event, kind: str, argument: object) -> None:
        if cancelled.is_set():
            return
        if kind == "progress":
            assert isinstance(argument, tuple)
            self.progressed.emit(*argument)
        else:
            {"copied": self.copied, "saved": self.saved, "failed": self.failed}[kind].emit(argument)


class _Cancelled(Exception):
    """What has been written so far goes, and nothing is said."""


class _Told:
    """How a thread says how far it is."""

    def __init__(
        self,
        cancelled: threading.Event,
        manners: Manners,
        progress: Callable[[int], None],
        tell: Callable[[object, object], None],
    ) -> None:
        self.cancelled = cancelled
        self.manners = manners
        self._progress = progress
        self._tell = tell

    def watched(self, pieces: Iterator[T], size: int) -> Iterator[T]:
        done, said = 0, -1
        for piece in pieces:
            if self.cancelled.is_set():
                return
            done += len(piece)
            if (percent := min(99, done * 100 // max(1, size))) != said:
                said = percent
                self._progress(percent)
            yield piece
            self.manners.rest()

    def end(self, kind: str, argument: object) -> None:
        if not self.cancelled.is_set():
            self._tell(kind, argument)
