"""Rows by number, beside a slow reference."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_core import Spool
from reloader_gui.output.look.layout import LongLayout
from reloader_gui.output.text.ansi import Screen, decode_line
from reloader_gui.output.text.cell_row import Line
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.export import bytes_of, everything, text_of
from reloader_gui.output.text.line_reader import MOST_KEPT, MOST_KEPT_BYTES
from reloader_gui.output.text.section import Began, Kind, Place
from reloader_gui.output.text.style import PLAIN, Style, style_of
from reloader_gui.texts.cause import Command


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    spool = Spool(tmp_path / "spool")
    yield spool
    spool.close()


def begin(document: Document, number: int) -> None:
    run = document.spool.begin(number)
    document.announce(run, Began("12:00:00", Command(f"run {number}"), again=number > 1))


def shown(document: Document) -> str:
    return "".join(text_of(everything(document)))


@pytest.mark.posix  # the same everywhere, and slow under Wine
def test_random_rows_are_those_of_a_slow_reference(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    rng = random.Random(7)
    style, reference = PLAIN, []
    colours = [b"", b"\x1b[31m", b"\x1b[1;44m", b"\x1b[0m", b"\x1b[38;5;99m", "é你".encode(), b"\t"]
    for block in range(40):
        lines = []
        for number in range(1_000):
            line = b"line %d.%d %s x%s" % (block, number, rng.choice(colours), rng.choice(colours))
            decoded, style = decode_line(line, style)
            reference.append(decoded)
            lines.append(line + b"\n")
        spool.write(1, b"".join(lines))
    document.refresh()
    assert document.count == len(reference) + 1
    for _ in range(2_000):
        index = rng.randrange(len(reference))
        row = document.rows(index, 1)[0]
        assert (row.line, row.place.line) == (reference[index], index)
        assert document.index(row.place) == index


def test_only_the_newest_page_is_on_top_and_older_runs_are_old(spool: Spool) -> None:
    document = Document(spool)
    begin(document, 1)
    spool.write(1, b"one\ntwo\n")
    begin(document, 2)
    spool.write(2, b"three")
    document.refresh()
    rows = document.rows(0, 100)
    assert [row.kind for row in rows] == [
        Kind.RULE,
        Kind.LINE,
        Kind.LINE,
        Kind.BLANK,
        Kind.RULE,
        Kind.LINE,
    ]
    assert [row.is_old for row in rows] == [True] * 3 + [False] * 3
    assert document.newest_start == 3
    assert [document.index(document.place(index)) for index in range(6)] == list(range(6))


def test_a_style_goes_on_in_the_next_line_however_far_away(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    spool.write(1, b"\x1b[35m" + b"x\n" * 500_000)
    document.refresh()
    assert document.rows(400_000, 1)[0].line == Line("x", ((1, Style(fg=5)),))


def test_a_line_of_megabytes_is_shown_in_slices(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    spool.write(1, b"before\n")
    for number in range(40):
        spool.write(1, b"%07d," % number * (1 << 15))
    spool.write(1, "\n你好".encode() + b"\n")
    document.refresh()
    long = document.rows(1, 1)[0]
    assert long.long is not None and long.long.size == 40 << 18
    reader = document.sections[0].reader
    layout = LongLayout(long, 80, lambda start, size: reader.slice_of(long.long, start, size))  # type: ignore[arg-type]
    assert layout.height == -(-(40 << 18) // 80)
    part = layout.shown(layout.height // 2, 0, 80)
    start = (layout.height // 2) * 80
    assert part.index_offset == start
    assert part.layout.line.text == ("%07d," % (start >> 18) * 11)[start % 8 :][:80]
    assert document.rows(2, 1)[0].line.text == "你好"


def test_a_slice_never_tears_a_character(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    spool.write(1, "你".encode() * 100_000)
    document.refresh()
    row = document.rows(0, 1)[0]
    assert row.long is not None
    reader = document.sections[0].reader
    parts = [reader.slice_of(row.long, start, 80).text for start in range(0, 8_000, 80)]
    assert "".join(parts) == "你" * len("".join(parts))
    assert abs(len("".join(parts)) - 8_000 / 3) < 2


def test_a_slice_never_tears_a_sequence(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    piece = b"\x1b[38;5;120mred\x1b[0m plain"
    spool.write(1, piece * 5_000)
    document.refresh()
    row = document.rows(0, 1)[0]
    assert row.long is not None
    reader = document.sections[0].reader
    parts = [reader.slice_of(row.long, start, 7) for start in range(0, 7 * len(piece), 7)]
    assert "".join(part.text for part in parts) == "red plain" * 7
    styles = {
        letter: style
        for part in parts
        for letter, style in zip(part.text, styles_of(part), strict=True)
    }
    assert styles["r"] == Style(fg=120) and styles["p"] == Style()


def styles_of(line: Line) -> list[Style]:
    found: list[Style] = []
    for end, style in line.spans:
        found += [style_of(style)] * (end - len(found))
    return found


def test_a_progress_line_of_megabytes_is_its_last_update(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    for number in range(100):
        spool.write(1, b"".join(b"\r\x1b[32m%6d\x1b[0m done" % (number + n) for n in range(1000)))
    document.refresh()
    assert document.rows(0, 1)[0].line.text == "  1098 done"
    spool.write(1, b"\nnext\n")
    document.refresh()
    assert [row.line.text for row in document.rows(0, 5)] == ["  1098 done", "next", ""]


def test_what_was_dropped_is_said_in_one_row(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "small", run_limit_bytes=1 << 16)
    document = Document(spool)
    begin(document, 1)
    spool.write(1, b"".join(b"line %d\n" % n for n in range(20_000)))
    document.refresh()
    rule, dropped, first = document.rows(0, 3)
    assert (rule.kind, dropped.kind) == (Kind.RULE, Kind.DROPPED)
    number = int(first.line.text.removeprefix("line "))
    assert number > 1000 and f"the first {number:,} lines" in dropped.line.text
    assert document.rows(document.count - 2, 1)[0].line.text == "line 19999"
    assert document.index(Place(1, 5)) == 2, "a place that is gone is the nearest that is there"
    document.clear()
    assert shown(document) == ""
    spool.close()


def test_a_clear_in_the_middle_of_bars(spool: Spool) -> None:
    document = Document(spool)
    begin(document, 1)
    spool.write(1, b"a\nb\n\x1b[2A\rA\n")
    document.refresh()
    assert shown(document).endswith("A\nb\n")
    document.clear()
    assert shown(document) == ""
    spool.write(1, b"\x1b[5Anew\n")
    document.refresh()
    assert shown(document) == "new\n"


def test_what_was_cleared_is_shown_again(spool: Spool) -> None:
    document = Document(spool)
    begin(document, 1)
    spool.write(1, b"one\ntwo\n")
    begin(document, 2)
    spool.write(2, b"a\nName? ")
    document.refresh()
    before = shown(document)
    document.clear()
    assert shown(document) == "Name? " and document.has_cleared
    spool.write(2, b"Ada\n")
    begin(document, 3)
    spool.write(3, b"new\n")
    document.refresh()
    after = shown(document)
    assert after.startswith("Name? Ada\n") and after.endswith("new\n") and "two" not in after
    document.show_cleared()
    assert shown(document) == before + "Ada\n" + after.removeprefix("Name? Ada\n")
    assert not document.has_cleared


PIECES = st.sampled_from(
    [
        "text",
        "\n",
        "\n\n",
        "\r",
        "\x1b[A",
        "\x1b[2A",
        "\x1b[9A",
        "\x1b[B",
        "\x1b[K",
        "\x1b[31m",
        "\x1b[0m",
        "你",
        "bar 12\n",
        "x\n" * 70,
    ]
)


def rows_of(data: bytes) -> list[Line]:
    screen = Screen()
    screen.feed(data)
    return [screen.line(row) for row in range(len(screen))]


def without_blanks(line: Line) -> str:
    return line.text.rstrip()


@given(st.lists(PIECES, max_size=40), st.lists(st.integers(0, 400), max_size=6))
def test_any_bars_are_what_a_screen_shows(pieces: list[str], cuts: list[int]) -> None:
    """As long as nothing goes up further than a block reaches."""
    data = "".join(pieces).encode()
    with tempfile.TemporaryDirectory() as folder:
        spool = Spool(Path(folder) / "spool")
        document = Document(spool)
        spool.begin(1)
        at = 0
        for cut in [*sorted(min(cut, len(data)) for cut in cuts), len(data)]:
            spool.write(1, data[at:cut])
            document.refresh()
            at = cut
        document.refresh()
        rows = document.rows(0, document.count)
        expected = [without_blanks(line) for line in rows_of(data)]
        assert [without_blanks(row.line) for row in rows] == expected
        assert [document.index(row.place) for row in rows] == list(range(len(rows)))
        text = shown(document).split("\n")
        assert [line.rstrip() for line in text] == expected
        spool.close()


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_any_bytes_are_shown_somehow(pieces: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        spool = Spool(Path(folder) / "spool", run_limit_bytes=400)
        document = Document(spool)
        begin(document, 1)
        for piece in pieces:
            spool.write(1, piece)
            document.refresh()
            rows = document.rows(0, document.count)
            assert len(rows) == document.count
            assert 0 <= document.newest_start < document.count
            for index in range(document.count):
                assert 0 <= document.index(document.place(index)) < document.count
        shown(document)
        list(bytes_of(everything(document)))
        spool.close()


def test_the_script_keeps_all_its_own_bytes_in_a_file_with_colours(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    data = b"".join(b"\x1b[3%dmline %d\x1b[0m\r\n" % (n % 8, n) for n in range(200_000))
    spool.write(1, data)
    document.refresh()
    assert b"".join(bytes_of(everything(document))) == data
    spool.write(1, b"\x1b[1mand on")
    document.refresh()
    assert b"".join(bytes_of(everything(document))) == data + b"\x1b[1mand on"


def test_the_lines_of_all_runs_share_one_bounded_cache(spool: Spool) -> None:
    """An evening of saves: each run that was looked at would keep two thousand lines."""
    document = Document(spool)
    for run in range(1, 8):
        seen = document.count
        spool.begin(run)
        spool.write(run, b"x" * 40 + b"\n" + b"line\n" * 3000)
        spool.end(run)
        document.refresh()
        for row in range(seen, document.count, 500):
            assert document.rows(row, 500)
    assert document.count > 5 * MOST_KEPT
    assert len(document._cache) <= MOST_KEPT


def test_lines_that_are_nearly_long_are_kept_by_their_size(spool: Spool) -> None:
    document = Document(spool)
    spool.begin(1)
    spool.write(1, (b"y" * 60_000 + b"\n") * 200)
    document.refresh()
    for row in range(0, document.count, 50):
        document.rows(row, 50)
    assert len(document._cache) <= MOST_KEPT_BYTES // 60_000
    texts = [row.line.text for row in document.rows(0, 10)]
    assert texts.count("y" * 60_000) >= 9
