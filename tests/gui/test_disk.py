"""A drive that does not answer: the window stays alive, says so, and goes on when it does.

Once with a file system (FUSE) that takes every question and answers none, where the
tests may mount one; and with questions that the test itself answers late.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import os
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

from reloader_core import Interpreter, Look, Origin, Source
from reloader_gui import app as application
from reloader_gui.run import scripts
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.ui import disk
from reloader_gui.ui.background import NewestFirst
from reloader_gui.ui.disk import FilesKnown, Question, ask_disk
from reloader_gui.window.main_window import MainWindow
from reloader_gui.window.open_script import Then

PATIENCE_MS = 10_000
ALIVE_S = PATIENCE_MS / 2000
"""Less than the kernel waits for such a drive (for ever) or Gate, more than a busy machine adds
(two seconds, with ten programs for each core)."""
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
    window: MainWindow = make_window(parts=dataclasses.replace(fake_parts, check=gate.check))
    return window


def messages(window: MainWindow) -> list[str]:
    area = window.page.messages if window.page is not None else window.pages.empty.messages
    return area.texts()


def says_no_answer(window: MainWindow, path: Path) -> Callable[[], bool]:
    start = f"{path} cannot be read yet: its drive does not answer"
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
        application._begin(window, settings, application.Options(), is_only=True)
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
    # Who asked before gets another error of the system's than who asks from now on.
    errors = [os.strerror(number) for number in (errno.ECONNABORTED, errno.ENOTCONN)]
    failed = [[f"main.py cannot be read ({error})."] for error in errors]
    qtbot.waitUntil(lambda: messages(window) in failed, timeout=PATIENCE_MS)
    assert there in settings.recent


def test_a_link_to_a_hung_drive_does_not_freeze_the_pointer(
    qtbot: QtBot, make_window: Any, engines: Any, hung_drive: Path, write: Write
) -> None:
    window = make_window()
    script = write("main.py", "")
    window.choose(script)
    window.commands.run()
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

    before = set(threading.enumerate())
    with alive(window):
        for n in range(100):
            output.link_at(over(hangs, n))
        qtbot.waitUntil(lambda: bool(output.link_at(over(there, 0))), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bool(output.link_at(over(hangs, 0))), timeout=PATIENCE_MS)
    assert output.link_at(over(there, 0)).file == script
    assert output.link_at(over(hangs, 0)).is_elsewhere, "the drive is not asked before a click"
    assert len(set(threading.enumerate()) - before) <= 1, "one thread asks for all"


# -- with answers that come late


def test_a_script_is_shown_when_its_drive_answers(
    qtbot: QtBot, late_window: Any, gate: Gate, write: Write, edited: Any
) -> None:
    window = late_window
    game = write("game.py", "")
    window.choose(game, None, Then.EDIT)
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    gate.answers.set()
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE_MS)
    assert window.page.run.script == game
    qtbot.waitUntil(lambda: edited == [(game, None)])
    assert window.pages.empty.messages.texts() == [] and messages(window) == []


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
    window.commands.run()
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
    window.commands.run()
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    window.commands.stop()
    assert not says_no_answer(window, game)()
    gate.answers.set()
    qtbot.wait(50)
    assert engines == []
    gate.answers.clear()
    window.commands.run()
    qtbot.waitUntil(says_no_answer(window, game), timeout=PATIENCE_MS)
    gate.answers.set()
    qtbot.waitUntil(lambda: bool(engines and engines[0].commands), timeout=PATIENCE_MS)
    assert engines[0].commands[0][0] == "start"
    assert not says_no_answer(window, game)()


def test_run_with_a_python_whose_drive_hangs_looks_for_another(
    qtbot: QtBot, make_window: Any, hung_drive: Path, write: Write, fake_engine: Any, engines: Any
) -> None:
    """Its environment lies on a drive that has gone."""
    good = Interpreter(Path(sys.executable), "3.12.1", Origin(Source.INSTALLED))
    its_own = Origin(Source.ENVIRONMENT, ".venv")
    first = [Interpreter(hung_drive / "bin" / "python", "3.12.1", its_own)]
    found = Parts(
        make_engine=fake_engine, choose=lambda script, **_: first.pop() if first else good
    )
    window = make_window(parts=found)
    window.choose(write("game.py", ""))
    run = window.page.run
    qtbot.waitUntil(lambda: run.python.found is not None, timeout=PATIENCE_MS)
    with alive(window):
        window.commands.run()
        qtbot.waitUntil(lambda: bool(engines), timeout=PATIENCE_MS)
    assert engines[0].target.interpreter == good.path


# -- the pieces


def test_an_answer_in_time_is_the_answer(tmp_path: Path) -> None:
    assert ask_disk(tmp_path.is_dir, otherwise=False)
    never = threading.Event()
    assert not ask_disk(lambda: never.wait(2 * disk.ANSWER_S) or True, otherwise=False)
    assert disk.reachable(tmp_path / "gone", tmp_path) == tmp_path


def test_a_question_in_time_is_answered_at_once(qtbot: QtBot, make_window: Any) -> None:
    heard: list[int] = []
    question = Question(make_window())
    late = lambda: heard.append(-1)  # noqa: E731
    question.ask(lambda: 1, heard.append, instead=lambda: 0, late=late)
    assert heard == [1]


def test_painting_does_not_wait_and_is_told(qtbot: QtBot) -> None:
    gate, asked = threading.Event(), []

    def look(path: Path) -> Look:
        asked.append(path)
        gate.wait(10)
        return Look.FILE if path.name == "there" else Look.NONE

    known = FilesKnown(look)
    names = ("there", "gone", "there")
    assert {known(Path(name)) for name in names} == {Look.NONE}
    with qtbot.waitSignal(known.learned, timeout=PATIENCE_MS):
        gate.set()
    assert known(Path("there")) is Look.FILE and known(Path("gone")) is Look.NONE
    qtbot.waitUntil(lambda: sorted(path.name for path in asked) == ["gone", "there"])


def test_a_click_is_not_lost_while_the_disk_has_not_answered(qtbot: QtBot) -> None:
    gate = threading.Event()
    known = FilesKnown(lambda path: Look.NONE if gate.wait(10) else Look.FILE)
    assert known.for_click(Path("gone")) is Look.ELSEWHERE
    gate.set()
    qtbot.waitUntil(lambda: known.for_click(Path("gone")) is Look.NONE, timeout=PATIENCE_MS)


def test_a_file_that_has_come_or_gone_is_noticed_after_a_while(qtbot: QtBot) -> None:
    now, there = 0.0, Look.NONE
    known = FilesKnown(lambda path: there, clock=lambda: now)
    for there in (Look.FILE, Look.NONE):
        now += disk.KNOWN_S
        known(Path("x"))
        qtbot.waitUntil(lambda: known(Path("x")) is there, timeout=PATIENCE_MS)  # noqa: B023


def test_a_thousand_questions_take_one_thread_and_the_newest_is_answered(qtbot: QtBot) -> None:
    gate, asked, answered = threading.Event(), threading.Event(), []

    def work(number: int) -> int:
        asked.set()
        gate.wait(10)
        return number

    before = set(threading.enumerate())
    worker = NewestFirst(work, lambda number, _: answered.append(number), instead=lambda: -1)
    worker.ask(0)
    assert asked.wait(10)
    given_up = [each for number in range(1, 1000) for each in worker.ask(number)]
    assert len(set(threading.enumerate()) - before) == 1
    gate.set()
    qtbot.waitUntil(lambda: len(answered) == 1 + worker.MOST_WAITING, timeout=PATIENCE_MS)
    assert answered[:2] == [0, 999]
    assert sorted(answered + given_up) == list(range(1000)), "each is answered, or said to be not"


def test_a_drive_that_hangs_keeps_no_other_file_waiting(qtbot: QtBot) -> None:
    now, gate, hangs, answered = 0.0, threading.Event(), threading.Event(), []

    def work(name: str) -> str:
        if name == "hangs":
            hangs.set()
            gate.wait(10)
        return name

    worker = NewestFirst(
        work, lambda name, _: answered.append(name), instead=lambda: "", clock=lambda: now
    )
    worker.ask("hangs")
    assert hangs.wait(10)
    now += 2 * worker.STUCK_S
    worker.ask("there")
    qtbot.waitUntil(lambda: answered == ["there"], timeout=PATIENCE_MS)
    gate.set()
