"""Where letters are put: each stays in its columns, whatever font it comes from."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pictures import whole_picture
from reloader_core import Spool
from reloader_gui.output.look.fonts import Fonts
from reloader_gui.output.look.layout import LongLayout, RowLayout
from reloader_gui.output.look.palette import CONTRAST, LIGHT_16, Palette, contrast
from reloader_gui.output.look.row_painter import Overlay, RowPainter, groups
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.ansi import decode_line
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.cells import Columns
from reloader_gui.output.text.frame_budget import FRAME_S, FrameBudget
from reloader_gui.output.text.wanted import Wanted
from reloader_gui.ui import theme


def fit(unit: str, columns: int) -> tuple[QFont, float]:
    return FONT, 1.0 if columns == len(unit) else 0.5


FONT = QFont()


def grouped(text: str) -> list[tuple[str, int, int]]:
    columns = Columns(text)
    at = [columns.column(index) for index in range(len(text) + 1)]
    return [(group.text, group.column, group.end) for group in groups(text, at, fit)]


def test_everything_is_drawn_once_at_its_column(qapp: QApplication) -> None:
    for text in (
        "abc",
        "a你b好",
        "e\u0301x",
        "xe\u0301y\u0301",
        "a\tbc",
        "日本\t語 x",
        "🐍 snake",
        "❤️x",
    ):
        found = grouped(text)
        assert "".join(piece for piece, _, _ in found) == text.replace("\t", "")
        columns = Columns(text)
        ends = [0]
        for piece, start, end in found:
            index = columns.index(start)
            assert text.startswith(piece, index), (text, piece)
            assert start >= ends[-1] and end > start
            ends.append(end)


def test_a_line_is_wrapped_between_its_units() -> None:
    for text, wrap, parts in (
        ("\u4f60\u597d\u4f60", 4, [(0, 4), (4, 6)]),
        ("a\u4f60\u597d\u4f60", 4, [(0, 3), (3, 7)]),
        ("\u4f60\ta", 9, [(0, 9)]),
        ("\u4f60\ta", 4, [(0, 2), (2, 8), (8, 9)]),
        ("\t\t\u4f60", 4, [(0, 8), (8, 16), (16, 18)]),
        ("\u4f60e\u0301" * 3, 3, [(0, 3), (3, 6), (6, 9)]),
    ):
        layout = RowLayout(Line(text, ()), wrap)
        assert [layout.part(sub) for sub in range(layout.height)] == parts, text
        subs = [layout.sub_of(column) for column in range(layout.width)]
        assert subs == [sub for sub, (a, b) in enumerate(parts) for _ in range(a, b)]


def test_accents_stay_with_their_letter_and_arabic_together(qapp: QApplication) -> None:
    assert ("e\u0301", 1, 2) in grouped("xe\u0301y")
    assert ("عولم العالم", 2, 13) in grouped("x عولم العالم")


def test_what_is_painted_stays_within_its_columns(qapp: QApplication) -> None:
    fonts = Fonts(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    colours = theme.LIGHT
    palette = Palette(LIGHT_16, colours.text, colours.base, colours.accent)
    for text in ("█" * 10, "你好世界和平", "WWWWWWWWWW", "\x1b[1mMMMMM\x1b[0m", "مرحبا بالعالم"):
        line, _ = decode_line(text.encode())
        layout = RowLayout(line)
        image = QImage(400, fonts.height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        RowPainter(painter, fonts, palette).paint(layout.shown(0, 0, 60), 20, 0, [])
        painter.end()
        inked = [
            x
            for x in range(image.width())
            if any(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for y in range(image.height()))
        ]
        assert inked and 18 <= inked[0]
        assert inked[-1] <= 20 + layout.width * fonts.cell + 2, text


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("🐍x", [0, 2]),
        ("👍🏽x", [0, 2]),
        ("👨‍👩‍👧‍👦x", [0, 2]),
        ("🇩🇪🇨🇳x", [0, 2, 4]),
        ("🇩x", [0, 1]),
        ("❤️x", [0, 2]),
        ("❤x", [0, 1]),
        ("1️⃣x", [0, 2]),
        ("e\u0301x", [0, 1]),
        ("你x", [0, 2]),
    ],
)
def test_what_is_seen_as_one_character_takes_as_much_room_as_in_a_terminal(
    text: str, columns: list[int]
) -> None:
    assert sorted(set(Columns(text).starts)) == columns


def test_an_overlay_never_cuts_what_is_seen_as_one(qapp: QApplication) -> None:
    """To find the thumb in a dark thumb covers all of it."""
    line, _ = decode_line("a👍🏽b🇩🇪c".encode())
    layout = RowLayout(line)
    assert layout.whole(1, 2) == (1, 3)
    assert layout.whole(2, 3) == (1, 3)
    assert layout.whole(3, 5) == (3, 6)
    assert layout.whole(0, layout.size + 1) == (0, layout.size + 1)
    assert RowLayout(decode_line(b"plain")[0]).whole(1, 2) == (1, 2)


def test_a_link_is_underlined_and_no_more(qapp: QApplication) -> None:
    fonts = Fonts(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    for colours in (theme.LIGHT, theme.DARK):
        palette = Palette(LIGHT_16, colours.text, colours.base, colours.accent)
        assert contrast(palette.link, palette.base) >= CONTRAST
        layout = RowLayout(decode_line("你 link.py and".encode())[0], 8)  # 'py' is on the next line
        for sub, columns in ((0, (3, 8)), (1, (0, 2))):
            image = QImage(200, fonts.height, QImage.Format.Format_RGB32)
            image.fill(0xFFFFFF)
            painter = QPainter(image)
            RowPainter(painter, fonts, palette).underline(layout.shown(sub, 0, 8), 0, 0, 2, 9)
            painter.end()
            y = fonts.ascent + 1
            inked = [x for x in range(200) if image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF]
            first, last = columns
            assert (inked[0], inked[-1]) == (first * fonts.cell, last * fonts.cell - 1)
            assert QColor(image.pixel(inked[0], y)) == QColor(*palette.link)


def test_an_overlay_covers_its_characters_and_no_more(qapp: QApplication) -> None:
    fonts = Fonts(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    colours = theme.LIGHT
    palette = Palette(LIGHT_16, colours.text, colours.base, colours.accent)
    line, _ = decode_line("a你好b".encode())
    image = QImage(200, fonts.height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    overlay = Overlay(1, 3, (255, 229, 138))
    RowPainter(painter, fonts, palette).paint(RowLayout(line).shown(0, 0, 60), 0, 0, [overlay])
    painter.end()
    covered = [x for x in range(200) if image.pixel(x, 0) & 0xFFFFFF == 0xFFE58A]
    assert (covered[0], covered[-1]) == (fonts.cell, 5 * fonts.cell - 1)


@pytest.mark.parametrize(
    "line", ["".join(f"\x1b[3{n % 8};4{(n + 3) % 8}mx" for n in range(80)), "\u4f60\u597d" * 60]
)
def test_a_picture_of_a_line_is_the_line(
    qtbot: QtBot, spool: Spool, tmp_path: Path, line: str
) -> None:
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.resize(1600, 300)  # with any font there is room for more than a plain line's characters
    pane.set_times(True)
    with qtbot.waitExposed(pane):
        pane.show()
    spool.write(1, line.encode() + b"\n")
    pane.refresh()
    qtbot.waitUntil(lambda: bool(pane._images._kept))
    shown = whole_picture(pane)
    direct = pane.viewport().grab().toImage()
    direct.fill(QColor(pane.colours.base))
    painter = QPainter(direct)
    _row, layout = pane.row(0)
    first = layout.shown(0, 0, pane.columns + 2)
    RowPainter(painter, pane.fonts, pane._palettes[False]).paint(first, pane.left, 8.0, [])
    painter.end()
    area = (round(pane.left), 8, 700, pane.fonts.height)
    assert shown.copy(*area) == direct.copy(*area)


def test_a_line_with_many_hits_is_painted_once(qtbot: QtBot, spool: Spool, tmp_path: Path) -> None:
    """Each hit begins two stretches, as two changes of colour do."""
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.resize(1600, 300)
    with qtbot.waitExposed(pane):
        pane.show()
    spool.write(1, b"x9" * 30 + b"\n" + b"x9" * 5 + b"\n")
    pane.refresh()
    assert not whole_picture(pane).isNull() and not pane._images._kept
    pane.highlight(Wanted.of("9", exact=False, is_expression=False))
    qtbot.waitUntil(lambda: len(pane._images._kept) == 1)
    shown = whole_picture(pane)
    back = QColor(pane.colours.found).rgb()
    top = 8 + pane.fonts.height // 8
    columns = [round(pane.left + (n + 0.9) * pane.fonts.cell) for n in range(60)]
    assert [shown.pixel(x, top) == back for x in columns] == [False, True] * 30


def test_a_page_that_takes_long_is_painted_bit_by_bit(
    qtbot: QtBot, spool: Spool, tmp_path: Path
) -> None:
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.resize(900, 300)
    with qtbot.waitExposed(pane):
        pane.show()
    looks = itertools.count()
    pane._images.budget = FrameBudget(lambda: next(looks) * FRAME_S / 5)
    rows = ["".join(f"\x1b[38;5;{n + row}mx" for n in range(80)) for row in range(10)]
    spool.write(1, "\n".join(rows).encode())
    pane.refresh()
    pane.viewport().repaint()
    painted = len(pane._images._kept)
    assert 0 < painted < len(rows)
    qtbot.waitUntil(lambda: len(pane._images._kept) == len(rows), timeout=10_000)


def test_a_long_row_is_painted_bit_by_bit_and_all_of_it(
    qtbot: QtBot, spool: Spool, tmp_path: Path
) -> None:
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.resize(900, 300)
    with qtbot.waitExposed(pane):
        pane.show()
    spool.write(1, "wide \u4f60 ".encode() * 20_000)
    pane.refresh()
    whole = whole_picture(pane)
    pane._laid_out.clear()
    looks = itertools.count()
    pane._laid_out.long_budget = FrameBudget(lambda: next(looks) * FRAME_S / 8)
    pane.viewport().repaint()
    ((_row, layout),) = pane._laid_out._kept.values()
    assert isinstance(layout, LongLayout)
    assert 0 < len(layout._shown) < pane.scrolling.page_lines
    assert whole_picture(pane) == whole
