from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_gui.output.plain import LONGEST_LINE, Plain


def shown(*pieces: bytes) -> str:
    """What stands there after these reads, as the pane would show it."""
    plain, units = Plain(), b""
    for number, piece in enumerate(pieces):
        edit = plain.feed(piece, final=number == len(pieces) - 1)
        units = units[: len(units) - 2 * edit.erase] + edit.text.encode("utf-16-le")
    return units.decode("utf-16-le")


TABLE = [
    (b"Hello\n", "Hello\n"),
    (b"one\r\ntwo\r\n", "one\ntwo\n"),
    ("Grüße 你好 🐍\n".encode(), "Grüße 你好 🐍\n"),
    (b"\xff\xfe bad\n", "\ufffd\ufffd bad\n"),
    (b"10 %\r20 %\r100 %\n", "100 %\n"),
    (b"long text\rshort\n", "shorttext\n"),
    (b"typo\x08\x08pe\n", "type\n"),
    ("🐍🐍\rab\n".encode(), "ab\n"),
    (b"\x1b[31mred\x1b[0m plain\n", "red plain\n"),
    (b"\x1b]0;title\x07text\n", "text\n"),
    (b"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\\n", "link\n"),
    (b"bell\x07 null\x00\n", "bell null\n"),
    (b"tab\there\n", "tab\there\n"),
    (b"unfinished", "unfinished"),
]


@pytest.mark.parametrize(("data", "text"), TABLE)
def test_bytes_become_plain_lines(data: bytes, text: str) -> None:
    assert shown(data) == text


@given(st.data(), st.lists(st.sampled_from([row[0] for row in TABLE]), min_size=1, max_size=4))
def test_where_the_reads_are_split_makes_no_difference(
    data: st.DataObject, parts: list[bytes]
) -> None:
    whole = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=5)))
    edges = [0, *cuts, len(whole)]
    pieces = [whole[a:b] for a, b in zip(edges, edges[1:], strict=False)]
    assert shown(*pieces) == shown(whole)


def test_a_huge_line_is_folded() -> None:
    lines = shown(b"x" * 10_000 + b"\n").splitlines()
    assert [len(line) for line in lines] == [LONGEST_LINE, LONGEST_LINE, 10_000 - 2 * LONGEST_LINE]


def test_it_knows_an_unfinished_line() -> None:
    plain = Plain()
    plain.feed(b"Name: ")
    assert plain.unfinished
    plain.end_line()
    assert not plain.unfinished
    plain.feed(b"done\n")
    assert not plain.unfinished
