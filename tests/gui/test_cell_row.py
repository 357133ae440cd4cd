"""What one row takes in: each byte a bounded number of cells."""

from __future__ import annotations

from reloader_gui.output.text.ansi import Screen, decode_line
from reloader_gui.output.text.cell_row import MOST_COLUMNS
from reloader_gui.output.text.cells import MOST_JOINED


def text(data: str) -> str:
    return decode_line(data.encode())[0].text


def test_a_letter_has_room_for_a_bounded_number_of_accents() -> None:
    for data in (
        "a" + "\u0301" * 10_000 + "b",
        "a" + "\x1b[1m\u0301" * 5_000 + "b",
        "a\b" + "a\u0301\x1b[31m" + "\u0302" * 9_000 + "b",
    ):
        found = text(data)
        assert found[0] == "a" and found[-1] == "b" and len(found) <= MOST_JOINED + 2
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
    thai = "\u0e17\u0e35\u0e48"
    assert text(family + thai) == family + thai


def test_the_cursor_stays_at_the_right_edge() -> None:
    assert text("\x1b[999999999Cx") == " " * MOST_COLUMNS + "x"
    assert text("\x1b[99999G\x1b[4Dx") == " " * (MOST_COLUMNS - 4) + "x"
    long = "y" * 3000
    assert text(long) == long
    assert text(long + "\x1b[99999C\x1b[Dx") == long[:-1] + "x", "text may go further"
    assert text(long + "\x1b7\r\x1b[K\x1b8x") == " " * MOST_COLUMNS + "x"
    assert text(long + "\r\x1b[2P") == "y" * (MOST_COLUMNS - 2) + "  " + long[MOST_COLUMNS:]


def test_a_row_is_erased_up_to_the_cursor_however_often() -> None:
    screen = Screen()
    screen.feed(b"abcdef" + b"\x1b[1K" * 3 + b"\r\x1b[Cx\x1b[2C\x1b[1K\x1b[Cy")
    assert screen.line(0).text == "     y"
