"""The text of any number of rows, for the clipboard and for files. Qt-free.

cut() is called on the GUI thread and takes down which rows are meant; text_of() and
bytes_of() may then run in any thread, a block at a time, while more output comes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from reloader_core import Dropped, RunOutput, frozen
from reloader_gui.output.text.ansi import (
    decode_line,
    is_plain,
    pieces_of_lines,
    whole_part,
    without_escapes,
)
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.folds import Fold
from reloader_gui.output.text.frame_budget import always
from reloader_gui.output.text.picked import PickedDocument
from reloader_gui.output.text.section import Kind, Row, Section
from reloader_gui.output.text.selection import Point

BLOCK_BYTES = 1 << 20
_PIECE_BYTES = 1 << 16
"""Looked through in one go, which no other thread can interrupt: some milliseconds."""
_NEAR_BYTES = 1 << 16
MOST_OF_LINE_BYTES = 64 << 20
"""Of a line that is copied among others."""
AT_ONCE_BYTES = 1 << 20
AT_ONCE_CONTROLS = 10_000
AT_ONCE_LINES = 500
"""That do not follow each other, and are looked for one by one."""
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_MOVES = re.compile(rb"\x1b\[[0-9;]*[A-Zac-ln-z@`]|\x1b[78Mc]")


@frozen
class Words:
    """Rows that are known already; each ends with a line end, but for the last of all."""

    text: str


@frozen
class Lines:
    """Whole lines of a run, by bytes."""

    run: RunOutput
    start: int
    end: int


@frozen
class Cells:
    """A part of one row, whose line is not decoded yet."""

    data: bytes
    first: int
    last: int | None

    @property
    def text(self) -> str:
        return decode_line(self.data)[0].text[self.first : self.last]


@frozen
class Some:
    """Lines of a run by their numbers: they need not follow each other."""

    run: RunOutput
    numbers: array[int]

    @property
    def size(self) -> int:
        """In bytes, about."""
        extent = self.run.extent
        lines = extent.last_line - extent.first_line + 1
        return (extent.end - extent.first) * len(self.numbers) // lines


Part = Words | Cells | Lines | Some


def cut(document: Document, start: Point, end: Point) -> list[Part]:
    """What is between the two points."""
    if not document.count:
        return []
    first, last = document.index(start.place), document.index(end.place)
    if first == last:
        return [_part_of(document, first, start.at, end.at)]
    return [
        _part_of(document, first, start.at, None),
        Words("\n"),
        *_whole_rows(document, first + 1, last),
        _part_of(document, last, 0, end.at),
    ]


def everything(document: Document) -> list[Part]:
    """Also what is not shown, while only matching lines are."""
    with document.whole():
        return _everything(document) if document.count else []


def _everything(document: Document) -> list[Part]:
    last = document.count - 1
    row = next(document.each_row(last, 1, always))
    section, _ = document.section_at(last)
    _, fold, _ = _line_of(section, row)
    known, whole = section.extent.end, section.run.extent.end
    found = list(_whole_rows(document, 0, last))
    if row.kind is Kind.LINE and fold is None:
        found.append(Lines(section.run, row.offset, known))
    else:
        found.append(_part_of(document, last, 0, None))
    if section.is_behind:  # not shown yet
        found.append(Lines(section.run, known, whole))
    return found


def text_of(parts: list[Part]) -> Iterator[str]:
    """Without escape sequences, as it is shown."""
    for part in parts:
        if isinstance(part, Words | Cells):
            yield part.text
        else:
            for _, block in blocks(part) if isinstance(part, Lines) else _picked(part):
                for piece in pieces_of_lines(block, _PIECE_BYTES):
                    yield from _texts(piece)


def bytes_of(parts: list[Part]) -> Iterator[bytes]:
    """As the script wrote it, with its colours."""
    for part in parts:
        if isinstance(part, Words | Cells):
            yield part.text.encode("utf-8", "surrogatepass")
        else:
            for _, block in blocks(part) if isinstance(part, Lines) else _picked(part):
                yield block


def size_of(parts: list[Part]) -> int:
    """About how many bytes that will be."""
    return sum(_size_of(part) for part in parts)


def _size_of(part: Part) -> int:
    match part:
        case Words():
            return len(part.text)
        case Cells():
            return len(part.data)
        case Lines():
            return part.end - part.start
        case Some():
            return part.size


def is_quick(parts: list[Part]) -> bool:
    """Whether text_of() may be asked for between two pictures: it is no megabyte, and not
    thousands of escape sequences, backspaces and the like."""
    if size_of(parts) > AT_ONCE_BYTES:
        return False
    return sum(map(_controls, parts)) <= AT_ONCE_CONTROLS


def _controls(part: Part) -> int:
    if isinstance(part, Words):
        return 0
    if isinstance(part, Cells):
        data = part.data
    elif isinstance(part, Some):
        if len(part.numbers) > AT_ONCE_LINES:
            return AT_ONCE_CONTROLS + 1
        data = b"".join(block for _, block in _picked(part))
    else:
        try:
            data = part.run.read(part.start, part.end - part.start)
        except Dropped:
            return 0
    return len(data) - len(data.translate(None, _CONTROLS))


def tail(run: RunOutput, size: int) -> str:
    """The last bytes of a run, as text."""
    extent = run.extent
    start = max(extent.first, extent.end - size)
    return "".join(text_of([Lines(run, start, extent.end)]))


def _part_of(document: Document, index: int, first: int, last: int | None) -> Part:
    row = next(document.each_row(index, 1, always))
    section = document.section_of(row.place)
    if section is None:
        return Words("")
    if row.kind is Kind.LINE:
        _, fold, within = _line_of(section, row)
        if fold is not None:
            return Words("".join(fold.texts(within, within + 1))[first:last])
    if row.later is not None:
        try:
            return Cells(section.reader.data_of(row.later), first, last)
        except Dropped:
            return Words("")
    if row.long is None:
        return Words(row.line.text[first:last])
    end = row.long.size if last is None else min(last, row.long.size)
    return Lines(section.run, row.offset + first, row.offset + max(first, end))


def _line_of(section: Section, row: Row) -> tuple[int, Fold | None, int]:
    """As Folds.line_of(), for a row that is no head."""
    return section.folds.line_of(section.folds.row_of(row.place.line, row.place.within))


def _whole_rows(document: Document, first: int, last: int) -> Iterator[Part]:
    """The rows first .. last - 1."""
    if isinstance(document, PickedDocument) and document.is_picked:
        yield from _picked_rows(document, first, last)
        return
    while first < last:
        section, row = document.section_at(first)
        count = min(last - first, section.rows - row)
        heads = section.head[row : row + count]
        for kind in heads:
            yield Words(section.head_text(kind) + "\n")
        yield from _lines(section, row + len(heads), row + count)
        first += count


def _picked_rows(document: PickedDocument, first: int, last: int) -> Iterator[Part]:
    for stretch in document.stretches(first, last):
        section = stretch.section
        words = [*(section.head_text(kind) for kind in stretch.heads), *stretch.fold]
        if words:
            yield Words("".join(f"{each}\n" for each in words))
        if stretch.lines:
            yield Some(section.run, stretch.lines)


def _lines(section: Section, row: int, end: int) -> Iterator[Part]:
    """Rows of a section, behind its head."""
    row += section.first_row - len(section.head)
    end += section.first_row - len(section.head)
    while row < end:
        line, fold, within = section.folds.line_of(row)
        if fold is not None:
            texts = fold.texts(within, within + end - row)
            yield Words("".join(f"{each}\n" for each in texts))
            row += max(1, len(texts))
            continue
        folds = section.folds.folds_within(line, line + end - row - 1)
        last = folds[0].first if folds else line + end - row
        try:
            start, stop = section.run.line_start(line), section.run.line_start(last)
        except (Dropped, IndexError):
            return
        yield Lines(section.run, start, stop)
        row += last - line


def blocks(lines: Lines) -> Iterator[tuple[int, bytes]]:
    """Pieces with their offsets; each ends with a line, or at least between two characters."""
    at = lines.start
    while at < lines.end:
        try:
            end = min(at + BLOCK_BYTES, lines.end)
            if end < lines.end:
                start, _ = lines.run.style_before(end)  # mostly a line's end: no copy is needed
                end = start if start > at else end
            block = lines.run.read(at, end - at)
        except Dropped:
            at = max(at + 1, lines.run.extent.first)
            continue
        if not block:
            return
        if end < lines.end and not block.endswith(b"\n"):
            cut = block.rfind(b"\n") + 1 or whole_part(block)
            block = block[: cut or len(block)]
        yield at, block
        at += len(block)


def _picked(some: Some) -> Iterator[tuple[int, bytes]]:
    """As blocks(), of lines that need not follow each other. What was dropped is left out."""
    held, size = list[bytes](), 0
    for number, line in _each_line(some):
        held += (line, b"\n")
        size += len(line) + 1
        if size > BLOCK_BYTES:
            yield number, b"".join(held)
            held, size = [], 0
    yield 0, b"".join(held)


def _each_line(some: Some) -> Iterator[tuple[int, bytes]]:
    run, first, near = some.run, 0, list[bytes]()
    """What was read lately: the lines from this one on."""
    for number in some.numbers:
        if not first <= number < first + len(near):
            try:
                start = run.line_start(number)
                near = run.read(start, _NEAR_BYTES).split(b"\n")
                if len(near) == 1:
                    is_last = number == run.extent.last_line
                    end = run.extent.end if is_last else run.line_start(number + 1) - 1
                    near = [run.read(start, min(end - start, MOST_OF_LINE_BYTES)), b""]
            except (Dropped, IndexError):
                continue
            first = number
            near.pop()  # it may go on
        yield number, near[number - first]


def _moves(block: bytes) -> bool:
    """Whether more than colours is in it."""
    return b"\x1b" in block and _MOVES.search(block) is not None


def plain_text(block: bytes) -> str:
    """Of whole lines, as they are shown, without escape sequences."""
    return "".join(_texts(block))


def _texts(block: bytes) -> Iterator[str]:
    """Its pieces: where the cursor moves a line at a time, since that may take a while."""
    text = without_escapes(block)
    lines = text.replace(b"\r\n", b"\n").split(b"\n")
    if is_plain(b"".join(lines)) and not _moves(block):
        yield b"\n".join(lines).decode("utf-8", "replace")
        return
    *whole, last = block.split(b"\n")
    for line in whole:
        yield decode_line(line)[0].text + "\n"
    yield decode_line(last)[0].text
