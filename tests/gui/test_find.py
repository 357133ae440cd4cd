from __future__ import annotations

import itertools
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pictures import whole_picture
from reloader_core import Spool
from reloader_gui.output.feed import Feed
from reloader_gui.output.find.find_bar import FindBar
from reloader_gui.output.find.search import MOST_TARGETS, Search
from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.scrolled_rows import MARGIN
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.export import cut, text_of
from reloader_gui.output.text.frame_budget import FRAME_S, FrameBudget, always
from reloader_gui.output.text.hits import Hits
from reloader_gui.output.text.line_reader import UNKNOWN
from reloader_gui.output.text.picked import PickedDocument
from reloader_gui.output.text.section import Began
from reloader_gui.output.text.wanted import Wanted, split
from reloader_gui.texts import language
from reloader_gui.texts.cause import Pressed
from reloader_gui.ui import theme

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
        self.feed.begin(1, Began("14:02:11", Pressed(), again=False))

    def write(self, data: bytes | str) -> None:
        self.feed.write(1, data.encode() if isinstance(data, str) else data)
        self.qtbot.waitUntil(lambda: not self.pane.document.is_stale, timeout=30_000)

    def look_for(self, text: str, says: str) -> None:
        self.bar.open()
        self.bar.line.setText(text)
        self.bar.step(forward=True)
        self.says(says)

    def says(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.bar.count.text() == text, timeout=30_000)

    def troubled(self, text: str) -> None:
        trouble = self.bar.trouble
        self.qtbot.waitUntil(lambda: trouble.text().startswith(text), timeout=30_000)
        assert trouble.isVisible()
        assert self.bar.count.text() == ""

    @property
    def selected(self) -> tuple[int, int, str]:
        """(row, column, text)."""
        selection, document = self.pane.selection, self.pane.document
        text = "".join(text_of(cut(document, selection.start, selection.end)))
        return document.index(selection.start.place), selection.start.at, text

    def make_frames_short(self) -> None:
        """For stepping, on whatever machine; and nothing is known of the rows."""
        looks = itertools.count()
        self.bar._steps._budget = FrameBudget(lambda: next(looks) * FRAME_S / 20)
        self.pane.document._cache._kept.clear()

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
    back = stage.bar.findChild(QPushButton, "findPrevious")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert stage.selected == (4, 0, "one")


def test_what_was_drawn_is_searched_a_part_at_a_time(stage: Stage) -> None:
    """Each page is one that the cursor went up in: 500 of them are not put together in one go."""
    stage.write("".join(f"one {n}\n\x1b[Atwo {n}\nend\n\x1b[2J" for n in range(500)))
    assert sum(1 for _ in stage.bar._search._targets()) > 2 * MOST_TARGETS
    stage.bar._search.start(None)
    stage.look_for("two", "1 of 500")
    stage.look_for("two 499", "1 of 1")


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
    stage.troubled("This search pattern is not valid: missing )")
    stage.bar.line.setText("()")
    stage.qtbot.waitUntil(stage.bar.trouble.isHidden)


def test_a_narrow_bar_cuts_no_word(stage: Stage) -> None:
    stage.window.resize(734, 320)
    stage.bar.open()
    stage.bar.expression.setChecked(True)
    stage.bar.line.setText("(broken")
    stage.troubled("This search pattern is not valid: missing )")
    for widget in stage.bar.findChildren(QWidget):
        assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
    assert stage.bar.expression.text() == "Expression"
    stage.window.resize(1200, 320)
    assert stage.bar.expression.text() == "Regular expression"


def test_a_narrow_bar_has_room_for_the_count_in_each_language(
    stage: Stage, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: language.install(qapp, language.ENGLISH))
    stage.write("line\n" * 111)
    stage.bar.open()
    stage.bar.line.setText("line")
    count = stage.bar.count
    stage.qtbot.waitUntil(lambda: "of 111" in count.text())
    for choice in (language.CHINESE, language.ENGLISH):
        language.install(qapp, choice)
        for width in range(500, 800, 10):
            stage.window.resize(width, 320)
            QApplication.processEvents()
            stage.qtbot.waitUntil(lambda: count.width() >= count.sizeHint().width())


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


def test_which_hit_it_is_may_take_some_frames_to_find_out(stage: Stage) -> None:
    """It is said again with all that comes, and its row may be a line of backspaces."""
    stage.write("ab\b\b" * 12_000 + "one\none\n")
    stage.look_for("one", "1 of 2")
    stage.make_frames_short()
    stage.bar._say()
    assert stage.bar.count.text() == "2"
    stage.qtbot.waitUntil(lambda: stage.bar.count.text() == "1 of 2", timeout=10_000)


def test_a_step_may_take_some_frames(stage: Stage) -> None:
    stage.write("ab\b\b" * 12_000 + "one\none\n")
    stage.look_for("one", "1 of 2")
    before = stage.selected
    stage.make_frames_short()
    stage.bar.step(forward=False)
    assert stage.selected == before
    stage.says("2 of 2")
    assert stage.selected == (2, 0, "one")


def test_what_comes_later_is_found_too(stage: Stage) -> None:
    stage.write("needle\n")
    stage.look_for("needle", "1 of 1")
    stage.write("more\nneedle\n")
    stage.says("1 of 2")
    stage.write("needle\n" * 10)
    stage.says("1 of 12")


@pytest.mark.slow
def test_far_away_in_very_much(stage: Stage) -> None:
    stage.write(b"".join(b"line number %d\n" % n for n in range(1_000_000)))
    stage.look_for("number 999999", "1 of 1")
    assert stage.selected[0] == 1_000_000
    top = stage.pane.scrolling.top.row
    assert 1_000_000 - 40 < top <= 1_000_000, "it is in the view"


@pytest.mark.slow
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
    wanted = Wanted.of(text, exact=exact, is_expression=False)
    assert list(wanted.spans(row, 1.0)) == expected


@pytest.mark.slow
def test_what_is_found_in_slices_stands_where_they_do() -> None:
    """They need not touch in the row, and a hit may reach over several of them."""
    slices = [(0, "ab"), (5, ""), (10, "cde"), (13, "f"), (40, "gh")]
    assert list(split([(0, 1), (1, 4), (4, 7), (7, 8)], slices)) == [
        (0, 1),
        (1, 2),
        (10, 12),
        (12, 13),
        (13, 14),
        (40, 41),
        (41, 42),
    ]
    assert list(split([(0, 8)], slices)) == [(0, 2), (10, 13), (13, 14), (40, 42)]


def test_an_expression_without_end_is_given_up_and_the_window_goes_on(stage: Stage) -> None:
    stage.write("a" * 60 + "b\n")
    stage.bar.open()
    stage.bar.expression.setChecked(True)
    gaps, last = [0.0], time.monotonic()

    def tick() -> None:
        nonlocal last
        now = time.monotonic()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    timer.start()
    stage.bar.line.setText("(a|aa)+$")
    stage.troubled("This expression takes too long. Try a simpler one.")
    assert max(gaps) < 0.5, "not held up for as long as it was tried"
    stage.bar.step(forward=True)
    stage.troubled("This expression takes too long. Try a simpler one.")
    stage.look_for("a+b", "1 of 1")
    assert stage.selected == (1, 0, "a" * 60 + "b")


@pytest.mark.slow
def test_an_expression_that_takes_long_in_another_row(stage: Stage) -> None:
    """What is seen is quickly looked through, and the rest is not."""
    stage.write("a" * 60 + "b\n" + "aa\n" * 100)
    stage.pane.follow()
    stage.bar.open()
    stage.bar.expression.setChecked(True)
    stage.bar.line.setText("(a|aa)+$")
    stage.troubled("This expression takes too long. Try a simpler one.")


def test_an_expression_does_not_reach_over_the_end_of_a_line(stage: Stage) -> None:
    stage.write("one two\nthree\n\none\n")
    stage.bar.expression.setChecked(True)
    stage.look_for("e[^x]*", "1 of 3")
    assert stage.selected == (1, 2, "e two")
    stage.look_for(r"e\s", "1 of 1")


@pytest.mark.parametrize("wraps", [True, False])
def test_in_a_line_of_megabytes_what_is_seen_is_highlighted(stage: Stage, wraps: bool) -> None:
    pane = stage.pane
    pane.set_wraps(wraps)
    pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    wide = pane.columns
    line = bytearray(b"." * 1_000_000)
    hits = [5, wide - 3, 3 * wide + 1, 500 * wide - 2, 500 * wide + 9, 900_000]
    for at in hits:
        line[at : at + 6] = b"needle"
    stage.write(bytes(line) + b"\n")
    stage.look_for("needle", "6")
    found = QColor(pane.colours.found)

    def highlighted() -> int:
        """Columns with the colour of hits, on all lines of the view."""
        image = whole_picture(pane)
        height, cell = pane.fonts.height, pane.fonts.cell
        rows = range(MARGIN + height - 1, image.height(), height)  # below all letters
        places = [int(pane.left) + 1 + cell * column for column in range(wide)]
        return sum(image.pixelColor(x, y) == found for y in rows for x in places)

    pane.go_to(Spot(1, 0))
    assert highlighted() == (3 * 6 if wraps else 6 + 3)
    if wraps:
        pane.go_to(Spot(1, 500))
    else:
        pane.horizontalScrollBar().setValue(500 * wide)
    assert highlighted() == 4 + 6, "one begins before the view"


WORDS = ("needle", "Needle", "NEEDLE", "nee", "dle", "x", "é", "你好", " ")
ENDS = ("\n", "\n", "\n", "\r\n", "\r\r\n")
COLOURS = ("\x1b[31m", "\x1b[0m", "\x1b[1;38;5;120m", "\x1b]8;;x\x07")


def _printed(chance: random.Random) -> str:
    """Lines with colours in the middle of words, overwritten ones, one that is very long."""
    pieces = []
    for number in range(3000):
        for word in chance.choices(WORDS, k=chance.randint(0, 8)):
            at = chance.randint(0, len(word))
            colour = chance.choice(COLOURS) if chance.random() < 0.3 else ""
            pieces.append(word[:at] + colour + word[at:])
        if chance.random() < 0.05:
            pieces.append("\r")
        if number == 1500:
            pieces.append("needle" * 400_000)
        pieces.append(chance.choice(ENDS))
    return "".join(pieces)


def _shown(line: str) -> str:
    line = re.sub("\x1b\\[[0-9;]*m|\x1b\\]8;;x\x07", "", line).rstrip("\r")
    return line[line.rfind("\r") + 1 :]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Spool, list[str]]]:
    """What a run has printed, and what a slow reference shows of each line."""
    text = _printed(random.Random(7))
    data = text.encode()
    spool = Spool(tmp_path_factory.mktemp("printed") / "spool", run_limit_bytes=1 << 27)
    spool.begin(1)
    for start in range(0, len(data), 50_000):
        spool.write(1, data[start : start + 50_000])
    spool.end(1)
    yield spool, [_shown(line) for line in text.split("\n")]
    spool.close()


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("text", ["needle", "eedlenee", "x", "é", "你好", "nee dle", "absent"])
def test_the_same_as_line_by_line(
    qtbot: QtBot, printed: tuple[Spool, list[str]], text: str, exact: bool
) -> None:
    spool, lines = printed
    document = Document(spool)
    document.refresh()
    search = Search(document)
    search.start(Wanted.of(text, exact=exact, is_expression=False))
    qtbot.waitUntil(lambda: not search.is_on, timeout=20_000)
    found = [search.hits.place(at).line for at in range(len(search.hits))]
    flags = re.RegexFlag(0) if exact else re.IGNORECASE
    expected = [len(re.findall(re.escape(text), line, flags)) for line in lines]
    assert found == [number for number, count in enumerate(expected) for _ in range(count)]


@pytest.mark.timeout(20)
def test_a_long_line_with_a_carriage_return_is_searched_in_linear_time(stage: Stage) -> None:
    stage.write(b"x" * 1_000_000 + b"needle\r\n")
    stage.look_for("needle", says="1")  # found; a line so long is shown in slices


@pytest.mark.slow
def test_hits_in_many_pieces_stand_in_their_lines(stage: Stage) -> None:
    """Colours and overwritten parts, over several pieces and a block's end."""
    lines = [f"\x1b[32m{n:06}\x1b[0m old\r{n:06} needle\x1b[K\n" for n in range(60_000)]
    stage.write("".join(lines))
    stage.look_for("59999 NEEDLE", says="1 of 1")
    row, _, text = stage.selected
    assert text == "59999 needle" and row == 60_000
    stage.look_for("needle", says="1 of 60,000")
    stage.look_for("old", says="Not found")
    stage.look_for("\\d9999 needle", says="Not found")
    stage.bar.expression.setChecked(True)
    stage.look_for("\\d9999 needle", says="1 of 6")


def only_rows(stage: Stage) -> list[str]:
    document = stage.pane.document
    return [row.line.text for row in document.rows(0, document.count)]


def test_only_what_matches_is_shown_and_the_way_back_leads_to_the_line(stage: Stage) -> None:
    """As it comes, over runs, with what is drawn, and as it is copied."""
    pane, bar = stage.pane, stage.bar
    stage.write("".join(f"line {n}{' odd' * (n % 100 == 50)}\n" for n in range(5_000)))
    stage.look_for("nowhere", "Not found")
    pane.select_all()
    pane.document.sections[0].head = ()  # nothing at all is left to be shown
    bar.toggle_only()
    assert pane.document.count == 0 and not only_rows(stage)
    bar.open()
    bar.toggle_only()
    pane.selection.clear()
    pane.refresh()
    stage.look_for("odd", "1 of 50")
    bar.toggle_only()
    assert (pane.document.count, only_rows(stage)[1:3]) == (51, ["line 50 odd", "line 150 odd"])
    assert pane.document.number_columns == 6
    assert bar.hint.isVisible()

    stage.feed.begin(2, Began("14:02:12", Pressed(), again=True))
    drawn = "half\n\x1b[Aodd bar\n\x1b[2K\nodd, too\n" + "odd " * 40_000 + "end\n"
    stage.feed.write(2, f"nothing\n{drawn}and odd".encode())
    stage.qtbot.waitUntil(lambda: pane.document.count == 56)
    assert only_rows(stage)[-5:-1] == ["", "14:02:12  you pressed Run", "odd bar", "odd, too"]
    pane.select_all()
    text = "".join(text_of(cut(pane.document, pane.selection.start, pane.selection.end)))
    lines = text.split("\n")
    assert lines[1:51] == [f"line {n} odd" for n in range(50, 5_000, 100)]
    assert lines[51:-1] == ["", "14:02:12  you pressed Run", "odd bar", "odd, too"]
    assert lines[-1] == "odd " * 40_000 + "end"

    pane.go_to(Spot(20))
    point = pane.point_at(QPoint(200, MARGIN + 2 * pane.fonts.height))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, MARGIN + 40))
    clicked = pane.selection.caret.place
    assert clicked.run == point.place.run
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not bar.only.isChecked() and not bar.hint.isVisible()
    top = pane.scrolling.top.row
    assert top < pane.document.index(clicked) < top + pane.scrolling.page_lines
    assert stage.selected[2] == f"line {clicked.line} odd"
    assert pane.document.place(pane.document.index(clicked) - 1).line == clicked.line - 1


def test_a_page_of_matching_lines_comes_to_its_end_while_more_are_found(stage: Stage) -> None:
    """Its rows lie far from each other: in a picture that is short of time none is read, and the
    next picture has the same rows, not those that were found meanwhile."""
    stage.write("".join(f"line {n}\n" for n in range(50_000)))
    document, hits = PickedDocument(stage.spool), Hits()
    document.refresh()
    serial = document.sections[-1].serial
    hits.add(serial, list(range(1_000, 30_000, 1_000)))
    document.show_only(hits)
    first, *others = document.each_row(0, 10, always)
    assert first.later is not None and first.later.offset > 0
    assert [row.later.offset for row in others if row.later is not None] == [UNKNOWN] * 9
    hits.add(serial, [40_000])
    document.refresh()
    assert (document.count, document.rows(28, 2)[-1].line.text) == (29, "line 29000")
    document.pick()
    assert (document.count, document.rows(29, 2)[-1].line.text) == (30, "line 40000")
