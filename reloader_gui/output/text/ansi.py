"""From bytes with escape sequences to styled text: one line, or a small screen. Qt-free.

A line without a control is only decoded. Everything else goes through a Screen, which
knows as much of a terminal as progress bars and coloured tools need. Sequences that
are not understood are swallowed, never shown. Any bytes are fine.
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reloader_gui.output.text.cell_row import CellRow, Line
from reloader_gui.output.text.cells import printable
from reloader_gui.output.text.frame_budget import IsSpent, never
from reloader_gui.output.text.style import ECHOED, PLAIN, Style, apply_sgr

# A sequence that is cut off at the end of the data is swallowed too: its rest is on its way.
_TOKEN = re.compile(
    rb"(?:[ -~]\x08)+(?=[ -~])"  # written over at once: a spinner that has turned all day
    rb"|(?P<text>[^\x00-\x1f\x7f]+)"
    rb"|\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b\[[0-?]*[ -/]*"  # broken, or cut off
    rb"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # a title, a link, ...
    rb"|\x1b(?P<escape>[ -/]*[0-Z\\^-~])"
    rb"|\x1b[ -/]*"
    rb"|\x08(?P<back>\x08+)"
    rb"|[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]+"  # nothing is seen of these
    rb"|(?P<control>\r+|[\x08-\x0a\x0c])",
    re.DOTALL,
)
_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"
    rb"|\x1b[ -/]*[0-Z\\^-~]?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_BEGUN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_](?:[^\x07\x1b\n])*\x1b?|[ -/]*)?\Z")
_BEGUN_CHARACTER = re.compile(
    rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z"
)
_PRIVATE = (b"<", b"=", b">", b"?")
_LONGEST_SEQUENCE = 4096
_LOOK_EVERY = 128
"""Tokens between two looks at the time, which cost as much as a few. Each may take as long as
a thousand cells do."""
_SGR = re.compile(rb"\x1b\[([0-9;:]*)m|\x1bc")
_STYLE = re.compile(rb"\x1b\[([0-9;:]*)m")
_IS_PLAIN = re.compile(rb"[^\x00-\x08\x0a-\x1f\x7f]*")


def style_after(style: Style, data: bytes) -> Style:
    """Only what the SGR sequences in `data` do."""
    reset = max(data.rfind(b"\x1b[0m"), data.rfind(b"\x1b[m"), data.rfind(b"\x1bc"))
    if reset >= 0:
        style = PLAIN
    for found in _SGR.finditer(data, max(reset, 0)):
        style = apply_sgr(style, found[1]) if found[1] is not None else PLAIN
    return style


def whole_part(data: bytes) -> int:
    """Where a sequence or a character begins whose end has not come yet; else the length."""
    first = max(0, len(data) - _LONGEST_SEQUENCE)
    last = data.rfind(b"\x1b", first)
    before = data.rfind(b"\x1b", first, last) if 0 <= last == len(data) - 1 else -1
    for escape in (before, last):  # a title ends with a second one
        if escape >= 0 and _BEGUN.match(data, escape):
            return escape
    begun = _BEGUN_CHARACTER.search(data, max(0, len(data) - 3))
    return begun.start() if begun is not None else len(data)


def without_escapes(data: bytes) -> bytes:
    """What is left for a search or a copy; the number of line ends stays."""
    return _SEQUENCE.sub(b"", data) if b"\x1b" in data else data


def pieces_of_lines(block: bytes, size: int) -> Iterator[bytes]:
    """Of about this size; each ends with a line: a long one is not cut."""
    start = 0
    while start < len(block):
        end = block.find(b"\n", min(start + size, len(block)) - 1) + 1 or len(block)
        yield block[start:end]
        start = end


def is_plain(data: bytes) -> bool:
    """Whether one line can be decoded as it is."""
    found = _IS_PLAIN.match(data)
    return found is not None and found.end() == len(data)


def decode_line(
    data: bytes, style: Style = PLAIN, echoes: Iterable[tuple[int, int]] = ()
) -> tuple[Line, Style]:
    """One line without its end, and the style behind it. `echoes`: spans of the user's
    own input."""
    data = data.removesuffix(b"\r")
    pieces = [] if not echoes else list(echoes)
    if not pieces and (simple := decode_simple(data, style)) is not None:
        return simple
    screen = Screen(style)
    screen.feed_with_echoes(data, pieces)
    return screen.line(0), screen.style


def decode_simple(data: bytes, style: Style = PLAIN) -> tuple[Line, Style] | None:
    """A line in which no cursor moves; None: it needs a Screen."""
    data = data.removesuffix(b"\r")
    if is_plain(data):
        text = printable(data.decode("utf-8", "replace"))
        return Line(text, ((len(text), int(style)),) if text else ()), style
    return _coloured(data, style)


def _coloured(data: bytes, style: Style) -> tuple[Line, Style] | None:
    """A line in which nothing but the style changes; None: there is more in it, or there are
    more accents on one letter than it has room for."""
    pieces = _STYLE.split(data)
    if any(not is_plain(piece) for piece in pieces[::2]):
        return None
    texts: list[str] = []
    end = 0
    spans: list[tuple[int, int]] = []
    for at in range(0, len(pieces), 2):
        if at:
            style = apply_sgr(style, pieces[at - 1])
        if pieces[at] and (text := printable(pieces[at].decode("utf-8", "replace"))):
            texts.append(text)
            end += len(text)
            if spans and spans[-1][1] == style:
                spans.pop()
            spans.append((end, int(style)))
    text = "".join(texts)
    return (Line(text, tuple(spans)), style) if printable(text) == text else None


class Screen:
    """Rows that grow downwards, and a cursor that goes back up into them."""

    def __init__(
        self, style: Style = PLAIN, is_complete: Callable[[Screen], bool] | None = None
    ) -> None:
        """`is_complete`: asked at each line end; what comes after it is not taken in."""
        self.style = style
        self.is_complete = False
        self._is_complete = is_complete
        self.row = 0
        self.line_feeds = 0
        self.top: int | None = None
        """The topmost row that the cursor has come back up to."""
        self.bottom = -1
        """The lowest row from which it did."""
        self.settled = 0
        """How many line feeds there had been when it left `bottom` downwards."""
        self._cells = CellRow()
        self._rows = [self._cells]
        self._lowest = 0
        """Below this row all are empty."""
        self._saved = (0, 0)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def cells(self) -> int:
        """How many are held."""
        return sum(map(len, self._rows))

    @property
    def width(self) -> int:
        """Of the row that the cursor is in."""
        return len(self._cells)

    @property
    def rows(self) -> list[CellRow]:
        return self._rows

    def line(self, row: int) -> Line:
        return self._rows[row].line()

    def feed_with_echoes(
        self, data: bytes, echoes: Iterable[tuple[int, int]], is_spent: IsSpent = never
    ) -> int:
        """As feed(). `echoes`: spans of `data` that are the user's own input."""
        at = 0
        for start, end in echoes:
            at += self.feed(data[at:start], is_spent)
            if at < start:
                return at
            before, self.style = self.style, ECHOED
            self.feed(data[start:end])
            self.style = before
            at = end
        return at + self.feed(data[at:], is_spent)

    def feed(self, data: bytes, is_spent: IsSpent = never) -> int:
        """Whole sequences: what is cut off at the end is swallowed. How many of the bytes were
        taken in: not all if it takes too long, or is complete."""
        for number, token in enumerate(_TOKEN.finditer(data)):
            if not number % _LOOK_EVERY and number and is_spent():
                return token.start()
            kind = token.lastgroup
            if kind == "text":
                self._cells.put(token[0].decode("utf-8", "replace"), self.style)
            elif kind == "final":
                if not token["between"]:
                    self._control_sequence(token["final"], token["parameters"])
            elif kind == "control":
                _CONTROLS[token[0][:1]](self)
                if self.is_complete:
                    return token.end()
            elif kind == "back":
                self._left(len(token[0]))
            elif kind == "escape" and (act := _ESCAPES.get(token["escape"])) is not None:
                act(self)
        return len(data)

    def _control_sequence(self, final: bytes, parameters: bytes) -> None:
        if final == b"m":
            self.style = apply_sgr(self.style, parameters)
        elif parameters.startswith(_PRIVATE):
            pass
        elif (act := _SEQUENCES.get(final)) is not None:
            first = parameters.split(b";", 1)[0]
            act(self, int(first[:9]) if first.isdigit() else 0)

    # -- what sequences and controls do; a missing number is 0

    def _line_feed(self) -> None:
        self.line_feeds += 1
        if self.row == self.bottom:
            self.settled = self.line_feeds
        self._go_to(self.row + 1)
        self._cells.column = 0
        if self._is_complete is not None:
            self.is_complete = self._is_complete(self)

    def _carriage_return(self) -> None:
        self._cells.column = 0

    def _backspace(self) -> None:
        self._left(1)

    def _tab(self) -> None:
        self._cells.tab()

    def _go_to(self, row: int) -> None:
        column = self._cells.column
        if row < self.row:
            self.bottom = max(self.bottom, self.row)
            self.top = row if self.top is None else min(self.top, row)
        while row >= len(self._rows):
            self._rows.append(CellRow())
        self.row = row
        if row > self._lowest:
            self._lowest = row
        self._cells = self._rows[row]
        self._cells.column = column

    def _up(self, count: int) -> None:
        self._go_to(max(0, self.row - max(1, count)))

    def _down(self, count: int) -> None:
        """No further than where a line end has been: below it there is nothing to see."""
        self._go_to(min(len(self._rows) - 1, self.row + max(1, count)))

    def _line_up(self, count: int) -> None:
        self._up(count)
        self._cells.column = 0

    def _line_down(self, count: int) -> None:
        self._down(count)
        self._cells.column = 0

    def _right(self, count: int) -> None:
        self._cells.go_to(self._cells.column + max(1, count))

    def _left(self, count: int) -> None:
        self._cells.go_to(self._cells.column - max(1, count))

    def _to_column(self, number: int) -> None:
        self._cells.go_to(max(1, number) - 1)

    def _erase_in_line(self, kind: int) -> None:
        self._cells.erase(kind)

    def _erase_below(self, kind: int) -> None:
        """2 and 3 begin a fresh page: its first row is this one. 1 would erase history."""
        if kind in (0, 2, 3):
            self._cells.erase(0 if kind == 0 else 2)
            for cells in self._rows[self.row + 1 : self._lowest + 1]:
                cells.erase(2)
            self._lowest = self.row

    def _insert(self, count: int) -> None:
        self._cells.insert(max(1, count))

    def _delete(self, count: int) -> None:
        self._cells.delete(max(1, count))

    def _blank(self, count: int) -> None:
        self._cells.blank(max(1, count))

    def _save(self, number: int = 0) -> None:
        """The place, not the style: a style is what the SGR sequences alone have made it,
        so that it can be known for any line without reading all those before."""
        self._saved = (self.row, self._cells.column)

    def _restore(self, number: int = 0) -> None:
        row, column = self._saved
        self._go_to(min(row, len(self._rows) - 1))
        self._cells.column = 0
        self._cells.go_to(column)

    def _reset(self) -> None:
        self.style = PLAIN
        self._erase_below(2)
        self._cells.column = 0

    def _fresh_page(self) -> None:
        self._erase_below(2)
        self._cells.column = 0


_CONTROLS: dict[bytes, Callable[[Screen], None]] = {
    b"\n": Screen._line_feed,
    b"\x0c": Screen._fresh_page,
    b"\r": Screen._carriage_return,
    b"\b": Screen._backspace,
    b"\t": Screen._tab,
}
_ESCAPES: dict[bytes, Callable[[Screen], None]] = {
    b"c": Screen._reset,
    b"7": Screen._save,
    b"8": Screen._restore,
    b"M": partial(Screen._up, count=1),
}
_SEQUENCES: dict[bytes, Callable[[Screen, int], None]] = {
    b"A": Screen._up,
    b"B": Screen._down,
    b"C": Screen._right,
    b"D": Screen._left,
    b"E": Screen._line_down,
    b"F": Screen._line_up,
    b"G": Screen._to_column,
    b"`": Screen._to_column,
    b"J": Screen._erase_below,
    b"K": Screen._erase_in_line,
    b"@": Screen._insert,
    b"P": Screen._delete,
    b"X": Screen._blank,
    b"s": Screen._save,
    b"u": Screen._restore,
}
