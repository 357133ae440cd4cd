"""Which lines a save changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_core.model import LineSpans, Reason, ReasonKind
from reloader_core.watch import texts
from reloader_core.watch.signature import signature
from reloader_core.words.reasons import in_words, span_words

OLD = [b"%d" % n for n in range(1, 21)]


@pytest.mark.parametrize(
    ("new", "spans"),
    [
        (OLD, ()),
        ([*OLD[:11], b"x", *OLD[12:]], ((12, 12),)),
        ([*OLD[:11], b"x", b"y", b"z", *OLD[14:]], ((12, 14),)),
        ([*OLD, b"x"], ((21, 21),)),
        ([b"x", *OLD[1:19], b"y"], ((1, 1), (20, 20))),
        ([*OLD[:4], *OLD[7:]], ((5, 5),)),
        ([], ((1, 1),)),
    ],
)
def test_changed_lines(new: list[bytes], spans: LineSpans) -> None:
    assert texts.changed_lines(OLD, new) == spans


def test_a_long_edit_is_one_span() -> None:
    new = [b"x" if n % 2 else line for n, line in enumerate(OLD * 40)]
    assert texts.changed_lines(OLD * 40, new) == ((2, 800),)


LINES = st.lists(st.sampled_from([b"", b"a", b"b", b"c"]), max_size=30)


@given(LINES, LINES)
def test_what_is_not_named_has_not_changed(old: list[bytes], new: list[bytes]) -> None:
    spans = texts.changed_lines(old, new)
    assert (spans == ()) == (old == new)
    named = {line for first, last in spans for line in range(first, last + 1)}
    kept = [text for line, text in enumerate(new, start=1) if line not in named]
    rest = iter(old)
    assert all(text in rest for text in kept), "the other lines were there, in this order"


def test_a_text_is_read_only_if_it_is_the_expected_one(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"one\ntwo\n")
    seen = signature(file)
    assert seen is not None and texts.read(file, seen) == b"one\ntwo\n"
    file.write_bytes(b"three\n")
    assert texts.read(file, seen) is None
    file.write_bytes(b"x" * (texts.MAX_TEXT_BYTES + 1))
    big = signature(file)
    assert big is not None and texts.read(file, big) is None


def test_over_the_budget_only_the_digest_is_kept() -> None:
    kept, dropped = texts.pack(b"one\ntwo", keep=True), texts.pack(b"one\ntwo", keep=False)
    assert kept.digest == dropped.digest
    assert kept.lines() == [b"one", b"two"]
    assert dropped.lines() is None


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ((), ""),
        (((12, 12),), "(line 12)"),
        (((12, 14),), "(lines 12-14)"),
        (((1, 1), (5, 6), (9, 9)), "(lines 1, 5-6, 9)"),
        (((1, 1), (5, 6), (9, 9), (12, 13)), "(lines 1-13)"),
    ],
)
def test_spans_in_words(spans: LineSpans, words: str) -> None:
    assert span_words(spans) == words


def test_two_saves_that_lead_to_one_run() -> None:
    a, b = Path("a.py"), Path("b.py")
    first = Reason(ReasonKind.CHANGED, (a, b), (((1, 1),), ((2, 2),)))
    later = Reason(ReasonKind.CHANGED, (b,), (((2, 3),),))
    joined = first.joined_by(later)
    assert joined.changes() == {a: ((1, 1),), b: ((2, 3),)}
    assert in_words(joined) == "changed: a.py (line 1), b.py (lines 2-3)"
    back = Reason(ReasonKind.CHANGED, (a, b), back=(a, b)).joined_by(later).back
    assert back == (a,), "b was saved since"


def test_of_many_files_only_a_few_are_named() -> None:
    def said(count: int) -> str:
        return in_words(Reason(ReasonKind.CHANGED, tuple(Path(f"{n}.py") for n in range(count))))

    assert said(0) == "changed"
    assert said(3) == "changed: 0.py, 1.py, 2.py"
    assert said(4) == "changed: 0.py, 1.py and 2 more"
    assert said(200) == "changed: 0.py, 1.py and 198 more"


def test_lines_that_are_found_later() -> None:
    a, b = Path("a.py"), Path("b.py")
    reason = Reason(ReasonKind.CHANGED, (a, b))
    found = reason.with_lines({b: ((2, 2),), Path("c.py"): ((9, 9),)})
    assert found.files == (a, b) and found.lines == ((), ((2, 2),))
    assert in_words(found) == "changed: a.py, b.py (line 2)"
