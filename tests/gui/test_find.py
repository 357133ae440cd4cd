from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core import Spool
from reloader_gui import theme
from reloader_gui.output.document import Began
from reloader_gui.output.export import cut, text_of
from reloader_gui.output.feed import Feed
from reloader_gui.output.find_bar import FindBar
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.scroll import Spot
from reloader_gui.output.search import Wanted

NONE = Qt.KeyboardModifier.NoModifier


class Stage:
    """A pane with its find bar, and a run that prints."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.spool = Spool(folder / "spool")
        self.window = QWidget()
        self.pane = OutputPane(self.spool, folder)
        self.pane.set_colours(theme.LIGHT)
        self.bar = FindBar(self.pane)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane)
        column.addWidget(self.bar)
        self.window.setMinimumSize(560, 320)
        self.window.resize(900, 400)
        self.window.show()
        self.feed = Feed(self.spool, self.pane.document.announce, self.pane.wake)
        self.feed.begin(1, Began("14:02:11", "you pressed Run", again=False))

    def write(self, data: bytes | str) -> None:
        self.feed.write(1, data.encode() if isinstance(data, str) else data)
        self.qtbot.waitUntil(lambda: not self.pane.document.is_stale)

    def look_for(self, text: str, says: str) -> None:
        self.bar.open()
        self.bar.line.setText(text)
        self.bar.step(forward=True)
        self.says(says)

    def says(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.bar.count.text() == text, timeout=10_000)

    @property
    def selected(self) -> tuple[int, int, str]:
        """(row, column, text)."""
        selection, document = self.pane.selection, self.pane.document
        text = "".join(text_of(cut(document, selection.start, selection.end)))
        return document.index(selection.start.place), selection.start.at, text

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.bar.line, key, modifier)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(qtbot, tmp_path)
    qtbot.addWidget(stage.window)
    qtbot.waitExposed(stage.window)
    yield stage
    stage.spool.close()


def test_from_hit_to_hit_and_around(stage: Stage) -> None:
    stage.write("one two\nthree\ntwo one\n" * 2)
    stage.look_for("one", "1 of 4")
    assert stage.selected == (1, 0, "one")
    stage.key(Qt.Key.Key_Return)
    assert stage.selected == (3, 4, "one")
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_Return)
    assert (stage.selected, stage.bar.count.text()) == ((6, 4, "one"), "4 of 4")
    stage.key(Qt.Key.Key_Return)
    assert (stage.selected, stage.bar.count.text()) == ((1, 0, "one"), "1 of 4")
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (stage.selected, stage.bar.count.text()) == ((6, 4, "one"), "4 of 4")
    QTest.mouseClick(stage.bar.findChild(QPushButton, "findPrevious"), Qt.MouseButton.LeftButton)
    assert stage.selected == (4, 0, "one")


def test_two_in_one_line(stage: Stage) -> None:
    stage.write("aa b aa\naa\n")
    stage.look_for("aa", "1 of 3")
    stage.bar.step(forward=True)
    assert (stage.selected, stage.bar.count.text()) == ((1, 5, "aa"), "2 of 3")
    stage.bar.step(forward=False)
    assert stage.selected == (1, 0, "aa")


def test_across_a_change_of_colour(stage: Stage) -> None:
    stage.write(b"a gr\x1b[32mee\x1b[0mn word, \x1b[1mgreen\x1b[0m\n")
    stage.look_for("green", "1 of 2")
    assert stage.selected == (1, 2, "green")


def test_capitals_expressions_and_chinese(stage: Stage) -> None:
    stage.write("Error error 你好\nÄpfel äpfel\nx12y3\n")
    stage.look_for("ERROR", "1 of 2")
    stage.bar.exact.setChecked(True)
    stage.says("Not found")
    stage.bar.exact.setChecked(False)
    stage.look_for("你好", "1 of 1")
    stage.look_for("äPFEL", "1 of 2")
    stage.bar.expression.setChecked(True)
    stage.look_for("[0-9]+", "1 of 2")
    assert stage.selected == (3, 1, "12")
    stage.bar.line.setText("(")
    stage.qtbot.waitUntil(lambda: stage.bar.count.text().startswith("Not valid"))
    assert "unterminated subpattern" in stage.bar.count.toolTip()


def test_a_narrow_bar_cuts_no_word(stage: Stage) -> None:
    stage.window.resize(634, 320)
    stage.bar.open()
    stage.bar.expression.setChecked(True)
    stage.bar.line.setText("(broken")
    stage.says("Not valid")
    for widget in stage.bar.findChildren(QWidget):
        assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
    assert stage.bar.expression.text() == "Expression"
    stage.window.resize(1200, 320)
    assert stage.bar.expression.text() == "Regular expression"
    stage.bar.line.setText("(broken(")
    stage.qtbot.waitUntil(lambda: "unterminated subpattern" in stage.bar.count.text())


def test_what_was_overwritten_is_passed_over(stage: Stage) -> None:
    stage.write("old news\rnew\nfine\nabc old\n")
    stage.look_for("old", "1 of 1")
    assert stage.selected == (3, 4, "old")


def test_in_bars_that_went_up(stage: Stage) -> None:
    stage.write("".join(f"bar one {n}\nbar two {n}\n\x1b[2A" for n in range(50)) + "\n\nend\n")
    stage.write("".join(f"line {n}\n" for n in range(100)))
    stage.look_for("bar", "1 of 2")
    assert stage.selected == (1, 0, "bar")
    stage.bar.step(forward=True)
    assert stage.selected == (2, 0, "bar")
    stage.bar.step(forward=True)
    assert stage.selected == (1, 0, "bar")


def test_what_comes_later_is_found_too(stage: Stage) -> None:
    stage.write("needle\n")
    stage.look_for("needle", "1 of 1")
    stage.write("more\nneedle\n")
    stage.says("1 of 2")
    stage.write("needle\n" * 10)
    stage.says("1 of 12")


def test_far_away_in_very_much(stage: Stage) -> None:
    stage.write(b"".join(b"line number %d\n" % n for n in range(1_000_000)))
    stage.look_for("number 999999", "1 of 1")
    assert stage.selected[0] == 1_000_000
    top = stage.pane.scrolling.top.row
    assert 1_000_000 - 40 < top <= 1_000_000, "it is in the view"


def test_a_million_hits_are_enough(stage: Stage) -> None:
    stage.write(b"aaaa\n" * 600_000)
    stage.pane.go_to(Spot(0))
    stage.look_for("aa", "1 of 1,000,000+")


def test_it_takes_what_is_selected_and_leaves_nothing_behind(stage: Stage) -> None:
    stage.write("some words here\n")
    stage.look_for("words", "1 of 1")
    stage.key(Qt.Key.Key_Escape)
    assert not stage.bar.isVisible()
    assert stage.window.focusWidget() is stage.pane
    stage.bar.open()
    assert stage.bar.line.text() == "words"
    stage.says("1 of 1")


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("text", ["a", "xA", "你", "a.c", "é"])
def test_a_row_is_highlighted_as_by_a_plain_search(text: str, exact: bool) -> None:
    row = "a xa XA xAx 你 a.c abc É é aaaa"
    find: Callable[[str], str] = (lambda s: s) if exact else str.lower
    expected = [m.span() for m in re.finditer(re.escape(find(text)), find(row))]
    assert Wanted.of(text, exact=exact, is_expression=False).spans(row) == expected
