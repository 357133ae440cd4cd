"""No output makes a frame long: what is more work than there is time is done in several."""

from __future__ import annotations

import gc
import math
import random

import pytest

from reloader_core import Spool
from reloader_gui.output.look import layout
from reloader_gui.output.look.layout import LaidOut, RowLayout
from reloader_gui.output.look.scroll import Scroll, Spot
from reloader_gui.output.text import document as document_module
from reloader_gui.output.text import folds
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.export import cut, everything, is_quick, text_of
from reloader_gui.output.text.frame_budget import FRAME_S, FrameBudget
from reloader_gui.output.text.line_reader import LONG_BYTES
from reloader_gui.output.text.selection import Point
from reloader_gui.output.text.style import Style

SIZE = 60_000
MOST_FRAMES = 20_000
LOOK_S = 0.0001
UNITS = {
    "far to the right in rows above": "row\n" * 50 + "\x1b[49A" + "z\x1b[10000Cq\n" * 49,
    "redraws": "a\nb\nc\n\x1b[3A",
    "redraws in colours": "\x1b[8A"
    + ("".join(f"\x1b[38;5;{n}mx" for n in range(200)) + "\n") * 9
    + "\n" * 66,
    "redraws of a table": "\x1b[40A" + "\x1b[31mname\x1b[0m  12.3\x1b[K\n" * 40,
    "up and down": "\x1b[A\x1b[B",
    "up at the top": "\x1bM",
    "pages": "x\n\x0c",
    "cleared": "x\n\x1b[2J\x1b[H",
    "erased below": "\n" * 60 + "\x1b[60A" + "\x1b[J" * 100,
    "colours": "".join(f"\x1b[38;5;{n % 256}mx" for n in range(3000)) + "\n",
    "overwritten": "ab\b\b" * 4_000 + "\n",
    "one line of updates": "12 %\r",
    "inserted": "x" * 5000 + "\r" + "\x1b[@" * 1000 + "\n",
    "erased again and again": "x" * 5000 + "\x1b[1K" * 1000 + "\n",
    "wide": "\u4f60" * 5_000 + "\n",
    "accents": "a" + "\u0301" * 5_000 + "\n",
    "joined": "\U0001f469\u200d" * 2_000 + "\n",
    "never ended": "\x1b]0;title",
}


class Clock:
    """Each look at it takes a moment."""

    def __init__(self, look_s: float = LOOK_S) -> None:
        self.looks = 0
        self._look_s = look_s

    def __call__(self) -> float:
        self.looks += 1
        return self.looks * self._look_s


def nasty(unit: str, size: int = SIZE) -> bytes:
    raw = unit.encode()
    return (raw * (size // len(raw) + 1))[:size] + b"\nthe end"


@pytest.mark.parametrize("what", UNITS)
def test_in_many_frames_it_is_the_same_as_at_once(spool: Spool, what: str) -> None:
    spool.write(1, nasty(UNITS[what]))
    at_once, framed = Document(spool), Document(spool)
    at_once.refresh()
    clock = Clock()
    shown = LaidOut(framed, lambda: 80)
    shown.budget = budget = FrameBudget(clock)
    for _ in range(MOST_FRAMES):
        looks = clock.looks
        budget.renew()
        with budget.spending():
            framed.refresh(budget.is_spent)
        assert clock.looks - looks <= FRAME_S / LOOK_S + 8, "it goes on though it is told to stop"
        if not framed.is_stale:
            break
    assert framed.count == at_once.count
    last = max(0, at_once.count - 20)
    for _ in range(MOST_FRAMES):
        budget.renew()
        rows = list(shown.rows(last, 20))
        if not budget.put_off:
            break
    assert [row for row, _ in rows] == at_once.rows(last, 20)
    assert all(layout.size == len(row.line.text) for row, layout in rows if row.long is None)


def test_what_is_not_looked_at_yet_is_not_shown_yet(spool: Spool) -> None:
    """Else the lines of a redraw are seen one below the other, for a moment."""
    spool.write(1, nasty(UNITS["redraws"]))
    document = Document(spool)
    budget = FrameBudget(Clock())
    while document.is_stale:
        budget.renew()
        with budget.spending():
            document.refresh(budget.is_spent)
        assert document.count <= 5


def test_clearing_and_taking_it_back_take_no_longer_than_a_frame(spool: Spool) -> None:
    raw = nasty(UNITS["redraws of a table"])
    spool.write(1, raw)
    at_once, framed = Document(spool), Document(spool)
    clock = Clock()
    budget = FrameBudget(clock)
    for act in ("clear", "show_cleared"):
        spool.write(1, raw)
        looks = clock.looks
        budget.renew()
        with budget.spending():
            getattr(framed, act)(budget.is_spent)
        assert clock.looks - looks <= FRAME_S / LOOK_S + 8, act
        while framed.is_stale:
            budget.renew()
            with budget.spending():
                framed.refresh(budget.is_spent)
        getattr(at_once, act)()
        assert framed.rows(0, framed.count) == at_once.rows(0, at_once.count)
        assert framed.has_cleared == (act == "clear")


def test_what_a_key_does_depends_on_no_frame(spool: Spool) -> None:
    spool.write(1, b"first\nsecond\n")
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 80)
    shown.budget = FrameBudget(Clock(2 * FRAME_S))
    assert [layout.size for _, layout in shown.rows(0, 2)] == [0, 0]
    assert [shown.row(index)[1].size for index in (0, 1)] == [5, 6]


def test_a_step_where_no_frame_has_time_leaves_no_line_out(spool: Spool) -> None:
    spool.write(1, b"x" * 200 + b"\nsecond\nthird\n")
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 80)
    shown.budget = FrameBudget(Clock(2 * FRAME_S))
    scroll = Scroll(document, shown)
    scroll.measure()
    for sub in (0, 1, 2):
        scroll.go_to(Spot(0, sub))
        assert scroll.top == Spot(0, sub)
        assert scroll.moved(Spot(0), sub) == Spot(0, sub)
    assert scroll.moved(Spot(0), 3) == Spot(1)


def test_a_clock_in_great_steps_leaves_nothing_blank() -> None:
    """The time of a thread goes on in steps of 16 ms on Windows."""
    now = [0.0]

    def fine() -> float:
        return now[0]

    def steps() -> float:
        return math.ceil(now[0] / 0.016) * 0.016

    for clocks in ((steps, fine), (fine, steps)):
        now[0] = 0.0
        budget = FrameBudget(*clocks)
        with budget.spending():
            for share, is_spent in ((0.1, False), (0.9, False), (1.1, True)):
                now[0] = share * FRAME_S
                assert budget.is_spent() is is_spent


def test_all_of_it_is_saved_also_what_is_not_shown_yet(spool: Spool) -> None:
    spool.write(1, nasty(UNITS["redraws"]))
    document = Document(spool)
    document.refresh(lambda: True)
    assert document.is_stale
    assert "".join(text_of(everything(document))).endswith("the end")


def test_only_what_is_worked_out_quickly_is_copied_at_once(spool: Spool) -> None:
    for unit, quick in (("plain\n", True), ("\x1b[31mx\x1b[0m\n", True), ("a\b", False)):
        spool.clear()
        spool.write(1, nasty(unit, 40_000))
        document = Document(spool)
        document.refresh()
        assert is_quick(everything(document)) is quick


def test_output_that_comes_meanwhile_is_followed_too(spool: Spool) -> None:
    document, budget, chance = Document(spool), FrameBudget(Clock()), random.Random(1)
    data = nasty(UNITS["redraws of a table"])
    at = 0
    while at < len(data) or document.is_stale:
        size = chance.randrange(1, 3000)
        spool.write(1, data[at : at + size])
        at += size
        budget.renew()
        with budget.spending():
            document.refresh(budget.is_spent)
    whole = Document(spool)
    whole.refresh()
    assert document.rows(0, document.count) == whole.rows(0, whole.count)


@pytest.mark.slow
def test_what_is_kept_of_moved_rows_is_bounded(spool: Spool) -> None:
    document = Document(spool)
    for _ in range(5):
        spool.write(1, nasty(UNITS["far to the right in rows above"]))
        document.refresh()
        followed = document.sections[0].folds
        kept = sum(fold.cells for fold in followed._done)
        assert kept == followed._done_cells <= folds._MOST_DONE_CELLS


def test_what_is_kept_of_all_runs_is_bounded(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "MOST_KEPT_CELLS", 100_000)
    document = Document(spool)
    for run in range(1, 9):
        spool.begin(run)
        spool.write(run, (b"a\n\x1b[A" * 5 + b"x\x1b[900Cend\n\f") * 40)
        spool.end(run)
        document.refresh()
        kept = [section.folds.kept_cells for section in document.sections]
        assert sum(kept) <= 100_000
        assert kept[-1] == max(kept) > 30_000, "the newest are as they were drawn"
    fresh = Document(spool)
    fresh.refresh()
    assert document.count == sum(section.rows for section in document.sections)
    newest, anew = document.sections[-1], fresh.sections[-1]
    assert newest.rows == anew.rows
    first = document.count - newest.rows
    rows = [row.line for row in document.rows(first, newest.rows)]
    assert rows == [row.line for row in fresh.rows(fresh.count - anew.rows, anew.rows)]
    assert len(document.rows(0, document.count)) == document.count
    oldest = next(section for section in document.sections if section.rows)
    assert oldest.rows > newest.rows, "lines of the oldest are rows again"


def test_a_run_that_is_not_shown_any_more_keeps_no_screen(spool: Spool) -> None:
    document = Document(spool)
    document.only_last = True
    for run in (1, 2):
        spool.begin(run)
        spool.write(run, b"a\nb\n\x1b[2Aover")
        document.refresh()
        assert document.sections[0].folds._live is not None
        spool.end(run)
    document.refresh()
    assert all(section.folds._live is None for section in document._known.values())


def test_a_line_that_was_never_ended_is_let_go_with_its_run(spool: Spool) -> None:
    """Of each letter that is written over one there are two, and a style."""
    document = Document(spool)
    for run in (1, 2):
        spool.begin(run)
        spool.write(run, b"begun " + b"ab\b\b" * 4_000 + b"end")
        document.refresh()
        before = document.rows(document.count - 1, 1)[0].line
        assert before.text == "begun end"
        newest = document.sections[-1].reader
        assert newest._begun
        spool.end(run)
        document.refresh()
        assert document.rows(document.count - 1, 1)[0].line == before
        assert not newest._begun
    document.refresh()
    for section in document.sections:
        assert not section.reader._begun and section.reader._last is None


def test_the_rows_of_a_screen_are_bounded(spool: Spool) -> None:
    document = Document(spool)
    spool.write(1, b"\x1b[A" + (b"x" * 9_000 + b"\n\n\x1b[A") * 100)
    document.refresh()
    live = document.sections[0].folds._live
    assert live is None or live.cells <= folds._MOST_LIVE_CELLS
    assert any(row.line.text == "x" * 9_000 for row in document.rows(0, document.count))


def test_layouts_that_are_kept_are_bounded(spool: Spool) -> None:
    for _ in range(300):
        spool.write(1, b"x" * 60_000 + b"\n")
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 80)
    for at in range(300):
        assert list(shown.rows(at, 1))
    kept = sum(len(row.line.text) for row, _ in shown._kept.values())
    assert kept <= layout.MOST_KEPT_CHARS + 60_000


def test_long_rows_whose_height_is_known_are_bounded(spool: Spool) -> None:
    """Each picture looks through them. Those that are in the view are known."""
    for _ in range(layout.MOST_TALL + 50):
        spool.write(1, b"x" * 70_000 + b"\n")
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 80)
    for _ in range(2):
        for at in range(document.count):
            for row, _ in shown.rows(at, 1):
                assert row.long is None or row.place in shown.tall
        assert len(shown.tall) <= layout.MOST_TALL


def test_what_is_kept_of_colours_is_nothing_to_the_garbage_collector(spool: Spool) -> None:
    """It looks at all that refers to something in one go: a hundred thousand stretches of
    colour have held the window for 40 ms."""
    spool.write(1, b"\x1b[A" + UNITS["colours"].encode() + nasty(UNITS["colours"]))
    document = Document(spool)
    document.refresh()
    rows = document.rows(0, document.count)
    assert sum(len(row.line.spans) for row in rows) > 3_000
    gc.collect()
    assert not any(gc.is_tracked(span) for row in rows for span in row.line.spans)
    live = document.sections[0].folds._live
    assert live is not None and len(live._rows[0].units) == 3_000
    held = gc.get_referents(live._rows[0])
    assert not any(isinstance(each, Style) for seen in held for each in gc.get_referents(seen))


def test_lines_that_are_known_are_laid_out_anew_bit_by_bit(spool: Spool) -> None:
    """When the window has another width."""
    spool.write(1, nasty("\u4f60" * 1_000 + "\n"))
    document = Document(spool)
    document.refresh()
    assert document.rows(0, 20)
    shown = LaidOut(document, lambda: 80)
    shown.budget = budget = FrameBudget(Clock(FRAME_S / 6))
    known = 0
    for _ in range(20):
        budget.renew()
        done = sum(layout.size > 0 for _, layout in shown.rows(0, 19))
        assert known <= done <= known + 6
        known = done
    assert known


def test_under_the_mouse_is_what_can_be_worked_out_in_a_frame(spool: Spool) -> None:
    """Moving it over a line of 60,000 backspaces has held the window for 300 ms."""
    spool.write(1, nasty(UNITS["overwritten"].rstrip("\n")))
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 80)
    clock = Clock(FRAME_S / 4)
    shown.mouse_budget = FrameBudget(clock)
    sizes = [0]
    while sizes[-1] == 0 and len(sizes) < MOST_FRAMES:
        looks = clock.looks
        sizes.append(shown.row_in_time(0)[1].size)
        assert clock.looks - looks < 10
    assert len(sizes) > 3 and sizes[-1] == shown.row(0)[1].size


def test_rows_of_a_block_that_goes_on_are_made_up_as_far_as_there_is_time(spool: Spool) -> None:
    row = "".join(f"\x1b[3{n % 8}mx" for n in range(2_000)) + "\n"
    spool.write(1, b"\x1b[A" + row.encode() * 20)
    document = Document(spool)
    document.refresh()
    shown = LaidOut(document, lambda: 0)
    shown.budget = FrameBudget(Clock(FRAME_S / 50))
    live = document.sections[0].folds._live
    assert live is not None
    made_up = [0]
    while made_up[-1] < 20 and len(made_up) < MOST_FRAMES:
        shown.budget.renew()
        sizes = [layout.size for _, layout in shown.rows(0, 20)]
        made_up.append(sum(cells.is_known for cells in live._rows))
        laid_out = sizes.count(2_000)
        assert sizes == [2_000] * laid_out + [0] * (20 - laid_out)
        assert laid_out in (made_up[-1], made_up[-1] - 1), "for the last one there may be no time"
    assert len(made_up) > 2 and made_up[-1] == 20


def test_rows_of_a_block_that_is_complete_are_made_up_bit_by_bit(spool: Spool) -> None:
    row = "".join(f"\x1b[3{n % 8}mx" for n in range(100)) + "\n"
    spool.write(1, row.encode() * 39 + b"\x1b[39A" + b"\n" * 110)
    document = Document(spool)
    budget = FrameBudget(Clock(FRAME_S / 20))
    made_up: list[int] = []
    while document.is_stale and len(made_up) < MOST_FRAMES:
        budget.renew()
        with budget.spending():
            document.refresh(budget.is_spent)
        for fold in document.sections[0].folds._done:
            assert fold.texts(0, 99) == ["x" * 100] * 39 + [""]
            if isinstance(fold.rows, folds._CellRows):
                made_up.append(sum(cells.is_known for cells in fold.rows._rows))
    assert len(made_up) > 1 and made_up == sorted(made_up)
    (fold,) = document.sections[0].folds._done
    assert isinstance(fold.rows, list)
    assert document.rows(0, 1)[0].line.spans[:2] == ((1, Style(0)), (2, Style(1)))


def test_a_row_of_a_block_is_no_longer_than_a_line_may_be(spool: Spool) -> None:
    """Each time that something is written into it, it is made up anew."""
    spool.write(1, b"one\n\x1b[A" + b"x" * 200_000)
    document = Document(spool)
    document.refresh()
    live = document.sections[0].folds._live
    assert live is None or live.cells < 2 * LONG_BYTES


@pytest.mark.parametrize("what", ["overwritten", "one line of updates", "colours", "wide"])
def test_rows_that_are_not_worked_out_yet_are_copied_all_the_same(spool: Spool, what: str) -> None:
    """What is cut through is worked out by the thread that copies."""
    size = 100_000 if what == "one line of updates" else SIZE
    spool.write(1, nasty(UNITS[what].rstrip("\n"), size) + b"\n" + nasty("a\bb\t", 3_000)[:-8])
    known, fresh = Document(spool), Document(spool)
    known.refresh()
    fresh.refresh()
    rows = known.rows(0, known.count)
    for first, last in ((0, 0), (0, 1), (1, 2), (0, 2), (2, 2)):
        start, end = Point(rows[first].place, 2), Point(rows[last].place, 3)
        parts = cut(fresh, start, end)
        assert not len(fresh._cache)
        assert "".join(text_of(parts)) == "".join(text_of(cut(known, start, end)))
    assert "".join(text_of(everything(fresh))) == "".join(text_of(everything(known)))


def test_a_block_that_goes_on_is_copied_and_not_made_up(spool: Spool) -> None:
    spool.write(1, b"above\n\x1b[A" + b"\x1b[31mred\x1b[32mgreen\n" * 5 + b"below")
    document = Document(spool)
    document.refresh()
    live = document.sections[0].folds._live
    assert live is not None
    first, last = document.place(0), document.place(document.count - 1)
    assert "".join(text_of(cut(document, Point(first, 3), Point(last, 2)))) == (
        "green\n" + "redgreen\n" * 4 + "be"
    )
    assert "".join(text_of(everything(document))) == "redgreen\n" * 5 + "below"
    assert not any(cells.is_known for cells in live._rows)


@pytest.mark.parametrize("what", ["wide", "joined", "tabs"])
def test_one_line_is_laid_out_in_many_frames(spool: Spool, what: str) -> None:
    """It may be 64 KB of letters that are not one column each."""
    spool.write(1, nasty({**UNITS, "tabs": "\u4f60\t"}[what].rstrip("\n")))
    document = Document(spool)
    document.refresh()
    line = document.rows(0, 1)[0].line
    shown = LaidOut(document, lambda: 80)
    clock = Clock(FRAME_S / 4)
    shown.budget = budget = FrameBudget(clock)
    sizes: list[int] = []
    while not sizes or budget.put_off:
        looks = clock.looks
        budget.renew()
        ((_, layout),) = shown.rows(0, 1)
        sizes.append(layout.size)
        assert clock.looks - looks < 10
        assert len(sizes) < MOST_FRAMES
    assert sizes == [0] * (len(sizes) - 1) + [len(line.text)] and len(sizes) > 3
    at_once = RowLayout(line, 80)
    for sub in range(at_once.height):
        assert layout.part(sub) == at_once.part(sub)
    indexes = range(layout.size + 1)
    assert [layout.column(at) for at in indexes] == [at_once.column(at) for at in indexes]


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\x1b[1A", "\x1b[2Aover", "\x1b[", "\x1b[9B"])
@pytest.mark.parametrize("what", UNITS)
def test_rows_stay_as_they_are_where_a_run_ends(spool: Spool, what: str, end: str) -> None:
    """And what is kept to go back into a drawn block is let go."""
    spool.begin(1)
    spool.write(1, nasty(UNITS[what], 20_000) + end.encode())
    document = Document(spool)
    document.refresh()
    before = document.rows(0, document.count)
    spool.end(1)
    document.refresh()
    assert document.rows(0, document.count) == before
    assert document.sections[0].folds._live is None
    spool.begin(2)
    document.refresh()
    document.clear()
    document.show_cleared()
    assert [row.line for row in document.rows(0, document.count)][: len(before) - 1] == [
        row.line for row in before[:-1]
    ]
