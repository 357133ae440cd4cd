from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reloader_core import Spool
from reloader_gui.output import voice
from reloader_gui.output.feed import Feed
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.section import Began
from reloader_gui.output.voice import Voice
from reloader_gui.texts.cause import Command, Pressed


class Stage:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.spool = Spool(folder / "spool")
        self.pane = OutputPane(self.spool, folder)
        self.voice = Voice(self.pane)
        self.feed = Feed(self.spool, self.pane.document.announce, self.pane.wake)

    def write(self, data: bytes, run: int = 1) -> None:
        self.feed.write(run, data)
        self.qtbot.waitUntil(lambda: not self.pane.document.is_stale)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    voice.install()
    stage = Stage(qtbot, tmp_path)
    qtbot.addWidget(stage.pane)
    stage.pane.resize(600, 300)
    stage.pane.show()
    qtbot.waitExposed(stage.pane)
    stage.feed.begin(1, Began("14:02:11", Pressed(), again=False))
    yield stage
    stage.spool.close()


def text_of(pane: OutputPane) -> QAccessibleTextInterface:
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Terminal
    assert interface.text(QAccessible.Text.Name) == "Output of your script"
    text = interface.textInterface()
    assert text is not None
    return text


def test_a_screen_reader_reads_the_rows_in_the_view(stage: Stage) -> None:
    stage.write("\x1b[31mHello\x1b[0m 你好\nsecond\n".encode())
    text = text_of(stage.pane)
    shown = "14:02:11  you pressed Run\nHello 你好\nsecond\n"
    assert text.text(0, text.characterCount()) == shown
    assert text.text(26, 31) == "Hello"
    rect = text.characterRect(26)
    assert text.offsetAtPoint(rect.topLeft() + QPoint(2, 2)) == 26
    text.setCursorPosition(35)
    assert text.cursorPosition() == 35
    stage.write(b"".join(b"line %d\n" % n for n in range(1000)))
    assert text.text(0, text.characterCount()).endswith("line 998\nline 999\n")
    assert text.characterCount() < 1000


def test_new_lines_are_said_once(stage: Stage) -> None:
    stage.write(b"one\ntwo\nunfin")
    assert stage.voice.news() == "14:02:11  you pressed Run\none\ntwo"
    stage.write(b"ished\nthree\n")
    assert stage.voice.news() == "unfinished\nthree"
    assert stage.voice.news() == ""
    stage.feed.begin(2, Began("14:03:00", Command("you saved game.py"), again=True))
    stage.write(b"anew\n", run=2)
    assert stage.voice.news() == "14:03:00  you saved game.py\nanew"


def test_who_has_turned_it_off_hears_no_new_lines(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(said.append))
    stage.voice.is_on = False
    stage.write(b"one\n")
    stage.pane.refreshed.emit()
    assert said == []
    stage.voice.is_on = True
    stage.pane.refreshed.emit()
    assert len(said) == 1


def test_a_progress_bar_and_a_flood_are_not_read_aloud(stage: Stage) -> None:
    stage.voice.news()
    for percent in range(100):
        stage.write(b"\r%d %%" % percent)
        assert "%" not in stage.voice.news()
    stage.write(b"\n" + b"".join(b"line %d\n" % n for n in range(10_000)))
    news = stage.voice.news()
    assert news.endswith("more lines, then: line 9996\nline 9997\nline 9998\nline 9999")
    stage.write(b"x" * 10_000 + b"\n")
    assert len(stage.voice.news()) <= voice.MOST_SAID_CHARS
