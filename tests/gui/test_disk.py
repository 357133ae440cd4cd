"""A drive that does not answer: the window stays alive, says so, and goes on when it does.

Once with a file system (FUSE) that takes every question and answers none, where the
tests may mount one; and with questions that the test itself answers late.
"""

from __future__ import annotations

import contextlib
import dataclasses
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import Interpreter
from reloader_gui import app as application
from reloader_gui import disk, scripts
from reloader_gui.disk import MOST_UNANSWERED, FilesKnown, FilesThere, Question, answer
from reloader_gui.main_window import MainWindow
from reloader_gui.script_run import Parts
from reloader_gui.settings import Settings

PATIENCE_MS = 10_000
ALIVE_S = 1.0
"""Less than the kernel waits for such a drive (for ever), more than a busy machine adds."""
Write = Callable[[str, str], Path]


class Gate:
    """A question to the disk that is answered when the test says so."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.asked = 0

    def check(self, path: Path) -> Path:
        self.asked += 1
        self.answers.wait(PATIENCE_MS / 1000)
        return scripts.check(path)


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.answers.set()


@contextlib.contextmanager
def alive(window: QWidget) -> Iterator[None]:
    """The event loop's longest pause meanwhile is short."""
    beats = [time.monotonic()]
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    yield
    QApplication.processEvents()
    beats.append(time.monotonic())
    timer.stop()
    pauses = [later - sooner for sooner, later in zip(beats, beats[1:], strict=False)]
    assert max(pauses) < ALIVE_S


@pytest.fixture
def late_window(make_window: Any, fake_parts: Parts, gate: Gate) -> MainWindow:
    """It waits for the gate."""
    return make_window(parts=dataclasses.replace(fake_parts, check=gate.check))


def messages(window: MainWindow) -> list[str]:
    area = window.page.messages if window.page is not None else window.empty.messages
    return area.texts()


def says_no_answer(window: MainWindow, path: Path) -> Callable[[], bool]:
    start = f"The drive that {path} is on does not answer."
    return lambda: any(text.startswith(start) for text in messages(window))


def press_answer(window: MainWindow, words: str) -> None:
    found = [
        each
        for each in window.findChildren(QWidget, "messageAnswer")
        if each.text() == words  # type: ignore[attr-defined]
    ]
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)


# -- with a file system that hangs


def test_a_hung_drive_does_not_freeze_the_window(
    qtbot: QtBot, make_window: Any, hung_drive: Path, write: Write
) -> None:
    window = make_window()
    there = hung_drive / "main.py"
    with alive(window):
        window.choose(there)
        qtbot.waitUntil(says_no_answer(window, there), timeout=PATIENCE_MS)
        assert window.page is None
        window.choose(write("main.py", ""))
        assert window.page is not None and messages(window) == []
        window.choose(there)
        qtbot.waitUntil(says_no_answer(window, there), timeout=PATIENCE_MS)
        press_answer(window, "Do not open")
        assert messages(window) == [] and window.page.run.script.name == "main.py"


def test_a_hung_drive_does_not_freeze_the_start(
    qtbot: QtBot, make_window: Any, hung_drive: Path, settings: Settings
) -> None:
    there = hung_drive / "main.py"
    settings.used(there)
    window = make_window()
    with alive(window):
        application._begin(window, settings, application.Options())
        qtbot.waitUntil(says_no_answer(window, there), timeout=PATIENCE_MS)


def test_a_drive_that_fails_is_said_and_its_script_stays_in_the_list(
    qtbot: QtBot, make_window: Any, hung: Any, settings: Settings
) -> None:
    there = hung.folder / "main.py"
    settings.used(there)
    window = make_window()
    window.choose(there)
    qtbot.waitUntil(says_no_answer(window, there), timeout=PATIENCE_MS)
    hung.take_away()
    failed = "main.py cannot be read (Software caused connection abort)."
    qtbot.waitUntil(lambda: messages(window) == [failed], timeout=PATIENCE_MS)
    assert there in settings.recent


def test_a_link_to_a_hung_drive_does_not_freeze_the_pointer(
    qtbot: QtBot, make_window: Any, engines: Any, hung_drive: Path, write: Write
) -> None:
    window = make_window()
    script = write("main.py", "")
    window.choose(script)
    window.run()
    qtbot.waitUntil(lambda: bool(engines), timeout=PATIENCE_MS)
    engines[0].running()
    lines = [f'  File "{script}", line 2', f'  File "{hung_drive / "gone.py"}", line 1']
    engines[0].prints(1, "\n".join(lines) + "\n")
    output = window.page.output
    qtbot.waitUntil(lambda: output.document.count >= 3, timeout=PATIENCE_MS)
    rows = [row for row in output.document.rows(0, 9) if row.line.text in lines]
    there, hangs = (output.document.index(row.place) for row in rows)

    def over(row: int, n: int) -> QPoint:
        return QPoint(100 + n % 5, round(8 + (row + 0.5) * output.fonts.height))

    with alive(window):
        assert not any(output.link_at(over(hangs, n)) for n in range(100))
        assert set(output._is_file._unanswered) == {hung_drive / "gone.py"}, "it was asked once"
        assert output.link_at(over(there, 0)).file == script


# -- with answers that come late


def test_a_script_is_shown_when_its_drive_answers(
    qtbot: QtBot, late_window: Any, gate: Gate, write: Write, settings: Settings
) -> None:
    window = late_window
    game = write("game.py", "")
    window.choose(game, None, lambda: window.setWindowTitle("and then"))
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    gate.answers.set()
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE_MS)
    assert window.page.run.script == game and window.windowTitle() == "and then"
    assert window.empty.messages.texts() == [] and messages(window) == []


def test_only_the_last_choice_counts(
    qtbot: QtBot, late_window: Any, gate: Gate, write: Write
) -> None:
    window = late_window
    first, second = write("first.py", ""), write("second.py", "")
    window.choose(first)
    window.choose(second)
    gate.answers.set()
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert window.page.run.script == second and gate.asked == 2


def test_run_takes_back_the_choice_of_another_script(
    qtbot: QtBot, late_window: Any, gate: Gate, write: Write, engines: Any
) -> None:
    gate.answers.set()
    window = late_window
    game, other = write("game.py", ""), write("other.py", "")
    window.choose(game)
    gate.answers.clear()
    window.choose(other)
    qtbot.waitUntil(says_no_answer(window, other), timeout=PATIENCE_MS)
    window.run()
    gate.answers.set()
    qtbot.waitUntil(lambda: bool(engines and engines[0].commands), timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert window.page.run.script == game and not says_no_answer(window, other)()


def test_run_waits_for_the_drive_and_can_be_called_off(
    qtbot: QtBot, late_window: Any, gate: Gate, write: Write, engines: Any
) -> None:
    gate.answers.set()
    window = late_window
    game = write("game.py", "")
    window.choose(game)
    gate.answers.clear()
    window.run()
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    window.stop()
    assert not says_no_answer(window, game)()
    gate.answers.set()
    qtbot.wait(50)
    assert engines == []
    gate.answers.clear()
    window.run()
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    gate.answers.set()
    qtbot.waitUntil(lambda: bool(engines and engines[0].commands), timeout=PATIENCE_MS)
    assert engines[0].commands[0][0] == "start"
    assert not says_no_answer(window, game)()


def test_run_with_a_python_whose_drive_hangs_looks_for_another(
    qtbot: QtBot, make_window: Any, hung_drive: Path, write: Write, fake_engine: Any, engines: Any
) -> None:
    """Its environment lies on a drive that has gone."""
    good = Interpreter(Path(sys.executable), "3.12.1", "found next")
    first = [Interpreter(hung_drive / "bin" / "python", "3.12.1", "its environment")]
    found = Parts(
        make_engine=fake_engine, choose=lambda folder, **_: first.pop() if first else good
    )
    window = make_window(parts=found)
    window.choose(write("game.py", ""))
    run = window.page.run
    qtbot.waitUntil(lambda: run.interpreter is not None, timeout=PATIENCE_MS)
    with alive(window):
        window.run()
        qtbot.waitUntil(lambda: bool(engines), timeout=PATIENCE_MS)
    assert engines[0].target.interpreter == good.path


# -- the pieces


def test_an_answer_in_time_is_the_answer(tmp_path: Path) -> None:
    assert answer(tmp_path.is_dir, otherwise=False)
    never = threading.Event()
    assert not answer(lambda: never.wait(2 * disk.ANSWER_S) or True, otherwise=False)
    assert disk.reachable(tmp_path / "gone", tmp_path) == tmp_path


def test_a_question_in_time_is_answered_at_once(qtbot: QtBot, make_window: Any) -> None:
    heard: list[int] = []
    question = Question(make_window())
    late = lambda: heard.append(-1)  # noqa: E731
    question.ask(lambda: 1, heard.append, instead=lambda: 0, late=late)
    assert heard == [1]


def test_an_unanswered_file_is_asked_for_once(qtbot: QtBot) -> None:
    gate, asked = threading.Event(), []

    def is_file(path: Path) -> bool:
        asked.append(path)
        return gate.wait(10)

    there = FilesThere(is_file)
    assert not any(there(Path("a")) for _ in range(5))
    assert asked == [Path("a")]
    gate.set()
    qtbot.waitUntil(lambda: there(Path("a")))


def test_painting_does_not_wait_and_is_told(qtbot: QtBot) -> None:
    gate, asked = threading.Event(), []

    def is_file(path: Path) -> bool:
        asked.append(path)
        return gate.wait(10) and path.name == "there"

    known = FilesKnown(is_file)
    assert not any(known(Path(name)) for name in ("there", "gone", "there"))
    with qtbot.waitSignal(known.learned, timeout=PATIENCE_MS):
        gate.set()
    assert known(Path("there")) and not known(Path("gone"))
    assert sorted(path.name for path in asked) == ["gone", "there"]


def test_painting_asks_for_a_bounded_number_of_files(qtbot: QtBot) -> None:
    gate = threading.Event()
    known = FilesKnown(lambda path: gate.wait(10))
    assert not any(known(Path(f"{number}")) for number in range(100))
    assert len(known._known) == MOST_UNANSWERED
    gate.set()
    qtbot.waitUntil(lambda: known(Path("99")), timeout=PATIENCE_MS)
