"""The sparse index: lines and styles at its blocks agree with reading all that came before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_core.spool.index import Index, behind_newline
from reloader_core.spool.style import clean_cut, style_after

State = dict[str, tuple[str, ...]]
SEQUENCE = re.compile(rb"\x1b\[([0-9:;]*)m|\x1bc")
SETS = {
    "bold": ("1", "22"),
    "dim": ("2", "22"),
    "italic": ("3", "23"),
    "underline": ("4", "21", "24"),
    "reverse": ("7", "27"),
    "strike": ("9", "29"),
    "text": (*map(str, range(30, 38)), "39", *map(str, range(90, 98))),
    "ground": (*map(str, range(40, 48)), "49", *map(str, range(100, 108))),
}
OFF = {"22", "23", "24", "27", "29", "39", "49"}


def interpret(data: bytes, state: State | None = None) -> State:
    """A plain reading of the SGR sequences, one code after the other."""
    state = dict(state or {})
    for match in SEQUENCE.finditer(data):
        fields = (match[1] or b"0").decode().split(";")
        while fields:
            code = fields.pop(0)
            if code in ("", "0"):
                state.clear()
            elif code in ("38", "48"):
                count = 2 if fields[:1] == ["5"] else 4
                value, fields = fields[:count], fields[count:]
                state["text" if code == "38" else "ground"] = (code, *value)
            elif code.partition(":")[0] in ("38", "48"):
                state["text" if code.startswith("38") else "ground"] = (code,)
            for attribute, codes in SETS.items():
                if code in codes and code in OFF:
                    state.pop(attribute, None)
                elif code in codes:
                    state[attribute] = (code,)
    return state


codes = st.sampled_from(
    ["", "0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29", "31", "32", "39", "92"]
    + ["42", "49", "103", "38;5;9", "48;2;1;2;3", "38;2;0;0;0", "38:5:200", "48:2::1:2:3"]
)
sequences = st.lists(codes, min_size=1, max_size=4).map(lambda all: f"\x1b[{';'.join(all)}m")
pieces = st.one_of(sequences, st.sampled_from(["a", "\n", "word ", "€", "😀", "\x1b[K", "\x1bc"]))
texts = st.lists(pieces, max_size=60).map(lambda all: "".join(all).encode())


@given(before=texts, data=texts)
def test_a_style_stands_for_everything_before_it(before: bytes, data: bytes) -> None:
    style = style_after(b"", before, 0, len(before))
    after = style_after(style, data, 0, len(data))
    assert interpret(after) == interpret(before + data)
    assert SEQUENCE.sub(b"", after) == b""


def test_a_style_stays_short_without_any_reset() -> None:
    style, data = b"", b""
    for red in range(256):
        data = b"".join(b"\x1b[38;2;%d;%d;0mx\x1b[1m\x1b[4mx" % (red, green) for green in range(99))
        style = style_after(style, data, 0, len(data))
    assert style == b"\x1b[38;2;255;98;0m\x1b[1m\x1b[4m"


def test_only_what_follows_the_last_reset_counts() -> None:
    far = b"\x1b[31m" + b"x" * 60_000 + b"\x1b[0;1m" + b"x" * 5_000 + b"\x1b[4m" + b"x" * 3_000
    assert style_after(b"\x1b[7m", far, 0, len(far)) == b"\x1b[0;1m\x1b[4m"
    assert style_after(b"\x1b[7m", b"\x1b[31mx\x1b[m", 0, 9) == b""


@given(data=texts, sizes=st.lists(st.integers(1, 400), min_size=1), cuts=st.sets(st.integers(0, 9)))
def test_blocks_agree_with_everything_before_them(
    data: bytes, sizes: list[int], cuts: set[int]
) -> None:
    data *= 3
    index = Index(block_bytes=256)
    done = 0
    for turn in range(10_000):
        if done >= len(data):
            break
        size = sizes[turn % len(sizes)]
        index.add(data[done : done + size])
        done = min(len(data), done + size)
        if turn in cuts:
            done += _to_clean_place(index, data, done)
            index.cut()
    assert (index.end, index.lines) == (len(data), data.count(b"\n"))
    for offset in range(len(data) + 1):
        block = index.block_at(offset)
        assert block.start <= offset <= block.end
        assert block.end - block.start <= 512
        assert block.lines == data.count(b"\n", 0, block.start)
        assert interpret(block.style) == interpret(data[: block.start])
        data[block.start :].decode(), data[: block.start].decode()  # between characters
    for line in range(1, index.lines + 1):
        block = index.block_of_line(line)
        newline = block.start + behind_newline(data[block.start : block.end], line - block.lines)
        assert data.count(b"\n", 0, newline) == line
        assert data[newline - 1 : newline] == b"\n"


def _to_clean_place(index: Index, data: bytes, done: int) -> int:
    """Go on to where the spool would cut."""
    before = done
    while not index.is_clean and (more := data[done : done + 5]):
        count = more.find(b"\n") + 1 or index.clean_end(more)
        index.add(more[:count])
        done += count
        if count < len(more) or more.endswith(b"\n"):
            break
    return done - before


def test_a_dropped_part_is_forgotten_and_the_rest_stays() -> None:
    index = Index(block_bytes=256)
    data = b"".join(b"\x1b[3%dm%d\n" % (number % 8, number) for number in range(1_000))
    index.add(data)
    whole = [index.block_at(offset) for offset in range(len(data))]
    first = whole[5_000].start
    index.drop(first)
    assert index.block_at(first) == whole[first]
    assert [index.block_at(offset) for offset in range(first, len(data))] == whole[first:]


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (b"plain", 5),
        (b"one\ntwo\nthr", 8),
        (b"\nlong line that goes on", 23),
        (b"text\x1b", 4),
        (b"text\x1b[38;5", 4),
        (b"text\x1b[38;5;1m", 13),
        ("text€".encode()[:-1], 4),
        ("text€".encode(), 7),
        ("text😀".encode()[:-1], 4),
        (b"text\x80\x80\x80\x80\x80", 9),  # no character at all
        (b"\x1b[31", 4),  # nothing before it: on it goes
    ],
)
def test_a_cut_spares_sequences_and_characters(data: bytes, cut: int) -> None:
    assert clean_cut(data, 0, len(data)) == cut


@given(st.binary(min_size=1))
def test_a_cut_always_goes_on(data: bytes) -> None:
    assert 0 < clean_cut(data, 0, len(data)) <= len(data)


@given(st.text("ab\n").map(str.encode).filter(lambda data: b"\n" in data), st.data())
def test_the_nth_newline(data: bytes, choose: st.DataObject) -> None:
    count = choose.draw(st.integers(1, data.count(b"\n")))
    end = behind_newline(data, count)
    assert data.count(b"\n", 0, end) == count
    assert data[end - 1 : end] == b"\n"
