"""One window in a process of its own that runs a script and is measured: ours or another's.

    python tests/bench/output_windows.py ours|qprocess|signals TASK SCRIPT [options]

`ours` is the whole window of Reloader. `qprocess` is what most programs do: QProcess
into a QPlainTextEdit. `signals` is what many tutorials show: a thread that reads lines
and emits one signal for each. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import mmap
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))

import psutil
from output_scripts import END
from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QObject,
    QProcess,
    QSocketNotifier,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from reloader_gui.app import load_ahead
from reloader_gui.output.find.search import Search
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.output.text.wanted import Wanted
from reloader_gui.settings.store import Settings
from reloader_gui.texts.output import FIND
from reloader_gui.ui.warm_up import WarmUp
from reloader_gui.window.main_window import MainWindow

SIZE = (1000, 700)
LATE_S = 5.0
JUMPS = 500
ABSENT = ("not to be found", "9 enil 5")
"""Not in any line; the second has no letter by which that is seen at once."""
PRESENT = "7777"
"""In a few thousand of ten million lines."""
IDLE_S = 3.0
QUIET_S = 0.5


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of(everything(pane.document)))


class Window(Protocol):
    """What is asked of each kind."""

    widget: QWidget
    view: QAbstractScrollArea
    changed_at: float
    """time.monotonic() when output was last taken in."""

    def run(self, script: Path) -> None: ...
    def stop(self) -> None: ...
    def shows_end(self) -> bool: ...
    def lines(self) -> int: ...


class Ours:
    def __init__(self, folder: Path) -> None:
        self.widget = self.window = MainWindow(Settings(folder / "settings.toml"))
        gc.freeze()  # as app.run() does
        WarmUp(load_ahead, self.window)
        self.changed_at = 0.0

    def run(self, script: Path) -> None:
        self.window.choose(script)
        page = self.window.page
        assert page is not None
        self.page = page
        self.view = page.output
        page.output.refreshed.connect(self._on_refreshed)
        page.run.python.choose(Path(sys.executable))  # the same one for all
        page.press_run()

    def _on_refreshed(self) -> None:
        self.changed_at = time.monotonic()

    def stop(self) -> None:
        self.page.run.stop()

    def shows_end(self) -> bool:
        if not self.page.spool.runs or self.page.output.document.is_stale:
            return False
        run = self.page.spool.runs[-1]
        end, size = run.extent.end, len(END) + 1
        if end < size:
            return False
        return run.read(end - size, size) == f"{END}\n".encode()

    def lines(self) -> int:
        return sum(run.extent.last_line for run in self.page.spool.runs)


class _Edit(QPlainTextEdit):
    """A read-only view that follows its end and knows the sixteen colours."""

    _SGR = re.compile(r"\x1b\[([0-9;]*)m")
    _COLOURS = ("black", "red", "green", "olive", "blue", "purple", "teal", "gray")

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._format = QTextCharFormat()

    def add(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if "\x1b" not in text:
            cursor.insertText(text, self._format)
        else:
            for number, part in enumerate(self._SGR.split(text)):
                if number % 2:
                    self._set(part)
                elif part:
                    cursor.insertText(part, self._format)
        cursor.endEditBlock()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _set(self, codes: str) -> None:
        for code in codes.split(";"):
            if code in ("", "0"):
                self._format = QTextCharFormat()
            elif code == "1":
                self._format.setFontWeight(QFont.Weight.Bold)
            elif len(code) == 2 and code[0] == "3" and code[1] < "8":
                self._format.setForeground(QColor(self._COLOURS[int(code[1])]))


class QProcessIntoEdit:
    def __init__(self, folder: Path) -> None:
        self.widget = self.view = self.edit = _Edit()
        self.changed_at = 0.0
        self.process = QProcess()
        self.process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self.process.readyReadStandardOutput.connect(self._on_ready)

    def run(self, script: Path) -> None:
        self.process.start(sys.executable, ["-u", str(script)])

    def _on_ready(self) -> None:
        data = bytes(self.process.readAllStandardOutput().data())
        self.edit.add(data.decode("utf-8", "replace"))
        self.changed_at = time.monotonic()

    def stop(self) -> None:
        self.process.terminate()

    def shows_end(self) -> bool:
        return self.edit.document().lastBlock().previous().text() == END

    def lines(self) -> int:
        return self.edit.blockCount() - 1


class _LineReader(QObject):
    line = Signal(str)

    def read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.line.emit(line)


class SignalForEachLine:
    def __init__(self, folder: Path) -> None:
        self.widget = self.view = self.edit = _Edit()
        self.changed_at = 0.0
        self.reader = _LineReader()
        self.reader.line.connect(self._on_line, Qt.ConnectionType.QueuedConnection)

    def run(self, script: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", str(script)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        threading.Thread(target=self.reader.read, args=(self.process,), daemon=True).start()

    def _on_line(self, line: str) -> None:
        self.edit.appendPlainText(line.rstrip("\n"))
        bar = self.edit.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.changed_at = time.monotonic()

    def stop(self) -> None:
        self.process.kill()

    def shows_end(self) -> bool:
        return self.edit.document().lastBlock().text() == END

    def lines(self) -> int:
        return self.edit.blockCount()


KINDS: dict[str, Callable[[Path], Any]] = {
    "ours": Ours,
    "qprocess": QProcessIntoEdit,
    "signals": SignalForEachLine,
}


class Painted(QObject):
    """Calls back each time the view has been painted."""

    def __init__(self, view: QAbstractScrollArea, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        self._pending = False
        self._viewport = view.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._pending:
            self._pending = True
            QTimer.singleShot(0, self._after)
        return False

    def _after(self) -> None:
        self._pending = False
        self._then()


class Lateness:
    """How late a timer of 10 ms comes, in milliseconds: `late` without the time in which the thread
    waited for a core, which on a machine that does other work is not the window's; `whole` with."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.whole: list[float] = []
        self._schedule = f"/proc/self/task/{threading.get_native_id()}/schedstat"
        self._timer = QTimer(interval=10)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._last = self._waited_s = 0.0

    def start(self) -> None:
        self._last, self._waited_s = time.perf_counter(), self._waiting_s()
        self._timer.start()

    def _waiting_s(self) -> float:
        return int(Path(self._schedule).read_text(encoding="ascii").split()[1]) / 1e9

    def _on_time(self) -> None:
        now, waited_s = time.perf_counter(), self._waiting_s()
        whole_ms = (now - self._last) * 1e3 - 10
        self.whole.append(max(0.0, whole_ms))
        self.late.append(max(0.0, whole_ms - (waited_s - self._waited_s) * 1e3))
        self._last, self._waited_s = now, waited_s

    def figures(self) -> dict[str, float]:
        self._on_time()  # a wait that has not ended yet counts, too
        whole = {"whole_p99_ms": quantile(self.whole, 0.99)}
        return {"p99_ms": quantile(self.late, 0.99), "most_ms": max(self.late), **whole}


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class Bench:
    """Runs one task in one window."""

    def __init__(self, app: QApplication, kind: str, options: argparse.Namespace) -> None:
        self.app = app
        self.options = options
        self.window = KINDS[kind](options.folder)
        self.window.widget.resize(*SIZE)
        self.window.widget.show()
        self.own = psutil.Process()
        self.loop = QEventLoop()  # QApplication.quit() would close the window

    def task(self, name: str) -> dict[str, Any]:
        tasks: dict[str, Callable[[], dict[str, Any]]] = {
            "shown": self.shown,
            "late": self.late,
            "stop": self.stop,
            "jump": self.jump,
            "search": self.search,
            "bars": self.bars,
            "nasty": self.nasty,
            "idle": self.idle,
        }
        return tasks[name]()

    def wait(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """The event loop runs as it always does."""
        end = time.monotonic() + timeout_s
        look = QTimer(interval=2)
        look.timeout.connect(
            lambda: self.loop.quit() if condition() or time.monotonic() > end else None
        )
        look.start()
        if not condition():
            self.loop.exec()
        return condition()

    def rest(self, seconds: float) -> None:
        """The event loop runs as it always does."""
        QTimer.singleShot(int(seconds * 1000), self.loop.quit)
        self.loop.exec()

    def shown(self) -> dict[str, Any]:
        """Until the last line has been painted."""
        self.rest(0.1 if self.options.short else 1.0)
        before = self.own.memory_info().rss
        at = 0.0

        def look() -> None:
            nonlocal at
            if not at and self.window.shows_end():
                at = time.monotonic()
                self.loop.quit()

        self.window.run(self.options.script)
        painted = Painted(self.window.view, look)
        QTimer.singleShot(int(self.options.timeout * 1000), self.loop.quit)
        self.loop.exec()
        del painted
        if at:
            self.rest(0.3)
        rss = self.own.memory_info().rss
        return {"at": at, "lines": self.window.lines(), "grew": rss - before, "rss": rss}

    def late(self) -> dict[str, Any]:
        lateness = Lateness()
        self.window.run(self.options.script)
        self.wait(lambda: self.window.changed_at > 0, 10)
        self.rest(0.5)
        lateness.start()
        self.rest(0.5 if self.options.short else LATE_S)
        return {**lateness.figures(), "lines": self.window.lines()}

    def stop(self) -> dict[str, Any]:
        """The parent says when, and looks at the script's process; here only quiet is seen."""
        self.window.run(self.options.script)
        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

        def on_click() -> None:
            notifier.setEnabled(False)
            self.window.stop()
            look.start()

        def on_look() -> None:
            if time.monotonic() - self.window.changed_at > QUIET_S:
                self.loop.quit()

        look = QTimer(interval=20)
        look.timeout.connect(on_look)
        notifier.activated.connect(on_click)
        QTimer.singleShot(int(self.options.timeout * 1000), self.loop.quit)
        self.loop.exec()
        return {"quiet_at": self.window.changed_at}

    def jump(self) -> dict[str, Any]:
        self.shown()
        bar = self.window.view.verticalScrollBar()
        chance = random.Random(3)
        took: list[float] = []
        for _ in range(20 if self.options.short else JUMPS):
            begun = time.perf_counter()
            bar.setValue(chance.randint(0, bar.maximum()))
            self.window.view.viewport().repaint()
            took.append((time.perf_counter() - begun) * 1e3)
            self.app.processEvents()
        return {"p99_ms": quantile(took, 0.99), "median_ms": statistics.median(took)}

    def search(self) -> dict[str, Any]:
        """For words that are not there, in all of it; then the same by one mmap.find."""
        self.shown()
        assert isinstance(self.window, Ours)
        run = self.window.page.spool.runs[-1]
        lateness = Lateness()
        lateness.start()
        ours_s = {words: self._searched_s(words) for words in ABSENT}
        figures = lateness.figures()
        copy = self.options.folder / "copy"
        copy.write_bytes(run.read(0, run.extent.end))
        mmap_s = {}
        for words in ABSENT:
            with (
                open(copy, "rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
            ):
                begun = time.perf_counter()
                assert whole.find(words.encode()) < 0
                mmap_s[words] = time.perf_counter() - begun
        return {**figures, "ours_s": ours_s, "mmap_s": mmap_s, **self._only()}

    def _only(self) -> dict[str, Any]:
        """Only matching lines: beside the same search without showing them."""
        assert isinstance(self.window, Ours)
        bar, output = self.window.page.find_bar, self.window.page.output
        found_s = self._searched_s(PRESENT)
        before = self.own.memory_info().rss
        bar.open()
        bar.only.setChecked(True)
        lateness = Lateness()
        lateness.start()
        begun = time.perf_counter()
        bar.line.setText(PRESENT)
        bar.step(forward=True)  # what is typed need not come to rest
        self.wait(lambda: bar.count.text() not in ("", FIND.looking()) and not bar.is_looking, 60)
        self.wait(lambda: output.document.is_picked and not output.is_behind(), 60)
        only_s = time.perf_counter() - begun
        figures = {"only_s": only_s, "found_s": found_s, "only_rows": output.document.count}
        figures |= {"only_late_ms": lateness.figures()["most_ms"]}
        figures |= {"only_grew": self.own.memory_info().rss - before}
        bar.close_bar()
        return figures

    def _searched_s(self, words: str) -> float:
        assert isinstance(self.window, Ours)
        search = Search(self.window.page.output.document)
        search.grown.connect(lambda: None if search.is_on else self.loop.quit())
        begun = time.perf_counter()
        search.start(Wanted.of(words, exact=True, is_expression=False))
        self.loop.exec()
        return time.perf_counter() - begun

    def bars(self) -> dict[str, Any]:
        figures = self.shown()
        assert isinstance(self.window, Ours)
        text = text_in(self.window.page.output)
        return {**figures, "bars": sum("it" in line and "|" in line for line in text.splitlines())}

    def nasty(self) -> dict[str, Any]:
        """While all of it comes and is worked out."""
        self.rest(0.1 if self.options.short else 1.0)
        before = most = self.own.memory_info().rss
        lateness, sample = Lateness(), QTimer(interval=50)

        def look() -> None:
            nonlocal most
            most = max(most, self.own.memory_info().rss)

        sample.timeout.connect(look)
        sample.start()
        lateness.start()
        figures = self.shown()
        return {**figures, **lateness.figures(), "most_grew": most - before}

    def idle(self) -> dict[str, Any]:
        """When the script has ended and nothing comes any more."""
        self.shown()
        self.rest(4.0)
        paints = 0

        class Count(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                nonlocal paints
                paints += event.type() == QEvent.Type.Paint
                return False

        count = Count()
        self.app.installEventFilter(count)
        before = sum(self.own.cpu_times()[:2])
        self.rest(0.5 if self.options.short else IDLE_S)
        cpu_s = sum(self.own.cpu_times()[:2]) - before
        running = [timer for timer in self.window.widget.findChildren(QTimer) if timer.isActive()]
        return {"paints": paints, "timers": len(running), "cpu_share": cpu_s / IDLE_S}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("task")
    parser.add_argument("script", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--timeout", type=float, default=30.0)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    result = Bench(app, options.kind, options).task(options.task)
    print(json.dumps(result), flush=True)
    os._exit(0)  # the guardian ends what still runs


if __name__ == "__main__":
    main()
