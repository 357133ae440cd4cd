"""The user of window.py: sits inside the window's process and does anything, at random.

GUI thread. Keys and clicks come by QTest, saves as an editor makes them. Every number
that is drawn comes from one seed; what the scripts do meanwhile has its own timing.
"""

from __future__ import annotations

import collections
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from _event_loop import EventLoop
from _window_scripts import BODIES, BROKEN, HELPER, source
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reloader_gui.page.run_page import RunPage
from reloader_gui.window.main_window import MainWindow

PAUSES_S = (0.02, 0.1, 0.3, 0.8)
Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


class User(QObject):
    """Begins by itself; closes the window after `seconds`."""

    def __init__(
        self,
        window: MainWindow,
        scripts: list[Path],
        seed: int,
        seconds: float,
        told_ms: float,
        *,
        profiled: bool,
    ) -> None:
        super().__init__()
        self.loop = EventLoop(told_ms, self, profiled=profiled)
        self.done: collections.Counter[str] = collections.Counter()
        self.most_ms: dict[str, float] = collections.defaultdict(float)
        """What an act itself took: a part of the gap that it may have caused."""
        self.runs = 0
        self._window = window
        self._scripts = scripts
        self._chance = random.Random(seed)
        self._number = 0
        self._wants_other = False
        self._end = time.monotonic() + seconds
        window.activateWindow()  # keys are for the active window, and there is no window manager
        self._acts: dict[Callable[[], None], int] = {
            self.save: 30, self.save_mistake: 5, self.save_helper: 12, self.answer: 10,
            self.press_run: 8, self.press_stop: 8, self.choose_other: 3, self.resize: 6,
            self.scroll: 14, self.find: 8, self.leave_find: 4, self.hover: 10, self.select: 5,
            self.zoom: 2, self.clear: 1, self.toggle: 3, self.type_into_output: 3,
        }  # fmt: skip
        QTimer.singleShot(500, self._next)

    def _next(self) -> None:
        if not self._window.isActiveWindow():
            raise RuntimeError("the window has lost the keyboard")
        if time.monotonic() > self._end:
            self._key(self._window, Key.Key_Q, Modifier.ControlModifier)
            return
        pause_s = self._chance.choice(PAUSES_S) * self._chance.random() * 2
        QTimer.singleShot(int(pause_s * 1000), self._act)

    def _act(self) -> None:
        act = self._chance.choices(list(self._acts), list(self._acts.values()))[0]
        if self._wants_other and not self.page.run.is_busy:
            act = self.choose_other
        name = act.__name__
        self.loop.doing = name
        began = time.monotonic()
        try:
            act()
        finally:
            self.done[name] += 1
            self.most_ms[name] = max(self.most_ms[name], (time.monotonic() - began) * 1e3)
            self._next()

    # -- what is there

    @property
    def page(self) -> RunPage:
        assert self._window.page is not None
        return self._window.page

    @staticmethod
    def _key(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(widget, key, modifier or Modifier.NoModifier)

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self._chance.randrange(widget.width()),
                      self._chance.randrange(widget.height()))  # fmt: skip

    # -- in the editor

    def _write(self, file: Path, text: str) -> None:
        if self._chance.random() < 0.5:
            file.write_text(text, encoding="utf-8")
        else:
            new = file.with_suffix(".new")
            new.write_text(text, encoding="utf-8")
            os.replace(new, file)

    def save(self) -> None:
        self._number += 1
        kind = self._chance.choice(list(BODIES))
        self.done[f"saved: {kind}"] += 1
        self._write(self.page.run.script, source(kind, self._number))

    def save_mistake(self) -> None:
        self._write(self.page.run.script, BROKEN)

    def save_helper(self) -> None:
        self._number += 1
        text = BROKEN if self._chance.random() < 0.2 else HELPER.format(number=self._number)
        self._write(self.page.run.script.with_name("helper.py"), text)

    # -- in the window

    def press_run(self) -> None:
        if self._chance.random() < 0.5:
            self._key(self._window, Key.Key_F5)
        else:
            QTest.mouseClick(self._window.bar.run, LEFT)

    def press_stop(self) -> None:
        for _ in range(self._chance.choice((1, 1, 1, 2))):
            if self._chance.random() < 0.5:
                self._key(self._window, Key.Key_F5, Modifier.ShiftModifier)
            else:
                QTest.mouseClick(self._window.bar.stop, LEFT)

    def answer(self) -> None:
        line = self.page.input
        if line.isEnabled():
            QTest.keyClicks(line, f"answer {self._chance.randrange(1000)}")
            self._key(line, Key.Key_Return)

    def type_into_output(self) -> None:
        QTest.keyClicks(self.page.output, "typed")

    def choose_other(self) -> None:
        """The other script, as the list of recent ones does; it is run. While one runs, another
        opens in a tab, and this user has one at a time: it is stopped first."""
        if self.page.run.is_busy:
            self._wants_other = True
            self._key(self._window, Key.Key_F5, Modifier.ShiftModifier)
            return
        self._wants_other = False
        others = [each for each in self._scripts if each != self.page.run.script]
        self._window.bar.script_chosen.emit(self._chance.choice(others))
        self.press_run()

    def resize(self) -> None:
        self._window.resize(self._chance.randrange(500, 1250), self._chance.randrange(400, 780))

    def scroll(self) -> None:
        output = self.page.output
        way = self._chance.randrange(4)
        if way == 0:
            bar = output.verticalScrollBar()
            bar.setValue(int(bar.maximum() * self._chance.random()))
        elif way == 1:
            keys = (Key.Key_Home, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Up)
            self._key(output, self._chance.choice(keys))
        elif way == 2:
            self._wheel(self._chance.choice((-1, 1)) * 120 * self._chance.randrange(1, 20))
        else:
            self._key(output, Key.Key_End, Modifier.ControlModifier)

    def _wheel(self, angle: int) -> None:
        viewport = self.page.output.viewport()
        at = QPointF(self._point(viewport))
        event = QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, angle),
            Qt.MouseButton.NoButton, Modifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def find(self) -> None:
        self._key(self._window, Key.Key_F, Modifier.ControlModifier)
        line = self.page.find_bar.line
        words = self._chance.choice(("line", "9", "PASSED", "\u4f60", "nowhere"))
        if words.isascii():
            QTest.keyClicks(line, words)
        else:  # as an input method does
            line.setText(words)
        self._key(line, Key.Key_Return)

    def leave_find(self) -> None:
        if self.page.find_bar.isVisible():
            self._key(self.page.find_bar.line, Key.Key_Escape)

    def hover(self) -> None:
        QTest.mouseMove(self.page.output.viewport(), self._point(self.page.output.viewport()))

    def select(self) -> None:
        viewport = self.page.output.viewport()
        QTest.mousePress(viewport, LEFT, pos=self._point(viewport))
        QTest.mouseMove(viewport, self._point(viewport))
        QTest.mouseRelease(viewport, LEFT, pos=self._point(viewport))
        self._key(self.page.output, Key.Key_C, Modifier.ControlModifier)

    def zoom(self) -> None:
        key = self._chance.choice((Key.Key_Plus, Key.Key_Minus))
        self._key(self._window, key, Modifier.ControlModifier)

    def clear(self) -> None:
        self._key(self._window, Key.Key_L, Modifier.ControlModifier)

    def toggle(self) -> None:
        page = self.page
        switch, now = self._chance.choice((
            (page.set_wraps, page.wraps),
            (page.set_times, page.shows_times),
            (page.set_only_last, page.shows_only_last),
        ))  # fmt: skip
        switch(not now)
