"""What a terminal would show for the same bytes; pyte is the reference where it is right."""

from __future__ import annotations

import time

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_gui.output.text.ansi import (
    Screen,
    decode_line,
    style_after,
    whole_part,
    without_escapes,
)
from reloader_gui.output.text.cell_row import MOST_COLUMNS, Line
from reloader_gui.output.text.style import (
    BOLD,
    DIM,
    ECHOED,
    ITALIC,
    PLAIN,
    REVERSE,
    STRIKE,
    TRUE_COLOUR,
    UNDERLINE,
    Style,
    apply_sgr,
    style_of,
)


def text(data: str | bytes) -> str:
    raw = data.encode() if isinstance(data, str) else data
    return decode_line(raw)[0].text


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("31", Style(fg=1)),
        ("1;2;3;4;7;9", Style(flags=BOLD | DIM | ITALIC | UNDERLINE | REVERSE | STRIKE)),
        ("97;101", Style(fg=15, bg=9)),
        ("38;5;208", Style(fg=208)),
        ("48;5;17;1", Style(bg=17, flags=BOLD)),
        ("38;2;255;128;0;4", Style(fg=TRUE_COLOUR | 0xFF8000, flags=UNDERLINE)),
        ("38:2::255:128:0", Style(fg=TRUE_COLOUR | 0xFF8000)),
        ("38:2:255:128:0", Style(fg=TRUE_COLOUR | 0xFF8000)),
        ("38:5:99", Style(fg=99)),
        ("4:3", Style(flags=UNDERLINE)),
        ("4;4:0", PLAIN),
        ("58;5;1;31", Style(fg=1)),
        ("58;2;1;2;3;31", Style(fg=1)),
        ("31;", PLAIN),
        ("31;0;1", Style(flags=BOLD)),
        ("38;5;999", PLAIN),
        ("38;7", PLAIN),
        ("999999999999999999999", PLAIN),
        (">4;1", PLAIN),
        ("1;3;22;23;31;39;41;49", PLAIN),
    ],
)
def test_sgr(parameters: str, expected: Style) -> None:
    assert apply_sgr(PLAIN, parameters.encode()) == expected


def test_styles_are_stretches_of_the_text() -> None:
    line, after = decode_line(b"\x1b[31mred\x1b[1m bold\x1b[0m plain\x1b[32m")
    assert line.text == "red bold plain"
    assert line.spans == ((3, Style(fg=1)), (8, Style(fg=1, flags=BOLD)), (14, PLAIN))
    assert after == Style(fg=2)
    assert decode_line(b"next", after)[0] == Line("next", ((4, Style(fg=2)),))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("10 %\r20 %\r", "20 %"),
        ("100 %\r99", "990 %"),
        ("abc\b\bX", "aXc"),
        ("\b\b\bX", "X"),
        ("|\b/\b-\b", "-"),
        ("a\bb\bcd\be\x1b[31m", "ce"),
        ("你a\bb\b\bX", " Xb"),
        ("a\tb", "a\tb"),
        ("abcdefghij\r\tX", "abcdefghXj"),
        ("abc\r\x1b[K", ""),
        ("abcdef\r\x1b[2CX", "abXdef"),
        ("abcdef\x1b[3D\x1b[K", "abc"),
        ("abc\x1b[1K", "   "),
        ("abc\x1b[10Gx", "abc      x"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;https://x.y\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]8;;https://x.y\x07link\x1b]8;;\x07", "link"),
        ("\x1bP1$r0m\x1b\\x", "x"),
        ("\x1b[?25l\x1b[?2004hx\x1b(B\x1b=\x1b[>4;1m", "x"),
        ("a\x1b[2Jb", " b"),
        ("abc\x0cd", "d"),
        ("\x1b[99xy", "y"),
        ("x\x1b[3", "x"),
        ("x\x1b", "x"),
        ("你好\b\bX", "你X "),
        ("你好\rX", "X 好"),
        ("e\u0301x", "e\u0301x"),
        ("e\x1b[31m\u0301x", "e\u0301x"),
        ("abcdef\r\x1b[2P", "cdef"),
        ("abcdef\r\x1b[2@", "  abcdef"),
        ("abcdef\r\x1b[2X", "  cdef"),
        ("ab\x1b[scd\x1b[uX", "abXd"),
        ("\a\x00a\x7fb\x85", "ab"),
        (b"\xff\xfea\xc3", "\ufffd\ufffda\ufffd"),
    ],
)
def test_one_line(data: str | bytes, expected: str) -> None:
    assert text(data) == expected


def test_a_number_without_bounds_is_bounded() -> None:
    assert len(text("\x1b[999999999Cx")) == MOST_COLUMNS + 1


def test_what_the_user_typed_has_a_look_of_its_own() -> None:
    line, after = decode_line(b"\x1b[31mName: Ada, hello", echoes=[(11, 14)])
    assert line.text == "Name: Ada, hello"
    assert line.spans == ((6, Style(fg=1)), (9, ECHOED), (16, Style(fg=1)))
    assert after == Style(fg=1)


def test_the_cursor_goes_up_into_rows_that_are_there() -> None:
    screen = Screen()
    screen.feed(b"one\ntwo\nthree\x1b[2A\rONE\x1b[B\rTWO\x1b[99B\r!\x1b[99A\x1b[Ctop")
    assert [screen.line(row).text for row in range(len(screen))] == ["ONtop", "TWO", "!hree"]
    assert (screen.top, screen.bottom) == (0, 2)


@pytest.mark.parametrize("size", range(1, 12))
def test_a_sequence_or_a_character_that_has_not_ended_is_known(size: int) -> None:
    for whole in ("ab\x1b[38;5;1mx", "ab\x1b]0;ti\x07x", "ab🐍x", "ab\x1b(Bx"):
        raw = whole.encode()
        if size >= len(raw):
            continue
        end = whole_part(raw[:size])
        rest = raw[end:]
        assert text(raw[:end]) + text(rest) == text(raw)


def test_what_only_colours_do() -> None:
    data = b"\x1b[31mred\x1b[0m\x1b[1m text \x1b[44m"
    assert style_after(PLAIN, data) == decode_line(data)[1] == Style(bg=4, flags=BOLD)
    assert without_escapes(data) == b"red text "


# -- beside a terminal

PIECES = st.one_of(
    st.text(st.sampled_from("abcdefghijklmnop 0123456789"), min_size=1, max_size=12),
    st.sampled_from(["\n", "\r", "\r\n", "\b", "\x1b[K", "\x1b[1K", "\x1b[2K", "\x1b[0m"]),
    st.sampled_from(["\x1b[31m", "\x1b[1;4m", "\x1b[38;5;200m", "\x1b[7m", "\x1b[39m", "\x1b[27m"]),
    st.builds("\x1b[{}{}".format, st.integers(1, 6), st.sampled_from("ABCDGPX@")),
    st.sampled_from(["\x1b7", "\x1b8", "\x1b[J", "\x1bM"]),
)


class Terminal:
    """pyte, with so much room that nothing wraps and nothing scrolls."""

    def __init__(self, rows: int = 30) -> None:
        self.screen = pyte.Screen(320, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.screen.set_mode(pyte.modes.LNM)

    def feed(self, data: bytes) -> list[str]:
        self.stream.feed(data)
        return [line.rstrip() for line in self.screen.display]


def styles(terminal: Terminal, row: int, columns: int) -> list[tuple[bool, bool, bool, bool]]:
    cells = terminal.screen.buffer[row]
    return [
        (cells[c].bold, cells[c].underscore, cells[c].reverse, cells[c].fg != "default")
        for c in range(columns)
    ]


def our_styles(line: Line) -> list[tuple[bool, bool, bool, bool]]:
    found: list[tuple[bool, bool, bool, bool]] = []
    for end, number in line.spans:
        style = style_of(number)
        flags = style.flags
        look = (bool(flags & BOLD), bool(flags & UNDERLINE), bool(flags & REVERSE), style.fg >= 0)
        found += [look] * (end - len(found))
    return found


def comparable(pieces: list[str]) -> bytes:
    """Without what needs a screen of a fixed height (nothing is below our last row), and
    with one restore at most, behind a save: pyte goes home at a second one, xterm does not."""
    kept: list[str] = []
    for piece in pieces:
        if piece == "\x1b8" and ("\x1b7" not in kept or "\x1b8" in kept):
            continue
        if piece != "\x1bM" and not piece.endswith("B"):
            kept.append(piece)
    return "".join(kept).encode()


@pytest.mark.posix  # the same everywhere, and slow under Wine
@given(st.lists(PIECES, max_size=25))
def test_as_a_terminal_shows_it(pieces: list[str]) -> None:
    data = comparable(pieces)
    terminal = Terminal()
    expected = terminal.feed(data)
    screen = Screen()
    screen.feed(data)
    ours = [screen.line(row).text.rstrip() for row in range(len(screen))]
    assert ours == expected[: len(ours)]
    assert not any(expected[len(ours) :])
    if any(end in data for end in (b"J", b"K", b"X", b"P", b"@", b"\x1b8")):
        return  # blanks that were erased have no style here, and a restore is of the place only
    for row in range(len(screen)):
        line = screen.line(row)
        assert our_styles(line) == styles(terminal, row, len(line.text))


@given(st.lists(st.one_of(st.binary(max_size=20), PIECES.map(str.encode)), max_size=20))
def test_any_bytes_in_any_pieces(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    for line in whole.split(b"\n"):
        decoded, _ = decode_line(line)
        ends = [end for end, _ in decoded.spans]
        assert ends == sorted(ends) and (ends[-1:] or [0]) == [len(decoded.text)]
        assert not any(ord(char) < 32 and char != "\t" for char in decoded.text)
    at_once, piecewise = Screen(), Screen()
    at_once.feed(whole[: whole_part(whole)])
    held = b""
    for piece in pieces:
        held += piece
        end = whole_part(held)
        piecewise.feed(held[:end])
        held = held[end:]
    piecewise.feed(held[: whole_part(held)])
    shown = [at_once.line(row) for row in range(len(at_once))]
    assert [piecewise.line(row) for row in range(len(piecewise))] == shown
    assert piecewise.style == at_once.style


@pytest.mark.parametrize(
    "unit",
    [
        b"\x1b[",
        b"\x1b]0;",
        b"\x1b",
        b"\x1b[1;",
        b"\x1b[9999999C",
        b"\x1b[9999@",
        b"\xcc\x81",
        b"\t",
    ],
)
def test_nothing_makes_it_hang(unit: bytes) -> None:
    started = time.monotonic()
    decode_line((unit * (1 << 16))[: 1 << 16])
    whole_part((unit * (1 << 16))[: 1 << 16])
    without_escapes((unit * (1 << 16))[: 1 << 16])
    assert time.monotonic() - started < 5
