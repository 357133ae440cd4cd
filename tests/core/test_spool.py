"""What a run has printed can be read back: any part, by offset and by line, within limits."""

from __future__ import annotations

import hashlib
import os
import random
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_core import Dropped, OutputBudget, RunOutput, Spool

MakeSpool = Callable[..., Spool]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[MakeSpool]:
    made: list[Spool] = []

    def make(**options: object) -> Spool:
        made.append(Spool(tmp_path / "cache", **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for spool in made:
        spool.close()
    assert not list((tmp_path / "cache").glob("*")), "nothing is left behind"


def held(run: RunOutput) -> bytes:
    extent = run.extent
    return run.read(extent.first, extent.end - extent.first)


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("*.out"))


def test_what_is_written_is_read_back(make: MakeSpool) -> None:
    spool = make()
    run = spool.begin(1)
    spool.write(1, b"Hello\nWor")
    spool.write(1, b"ld\n")
    assert run.read(0, 100) == b"Hello\nWorld\n"
    assert run.read(6, 5) == b"World"
    assert (run.extent.last_line, run.extent.ended) == (2, False)
    assert [run.line_start(line) for line in range(3)] == [0, 6, 12]
    assert [run.line_at(offset) for offset in (0, 5, 6, 12)] == [0, 0, 1, 2]
    with pytest.raises(IndexError):
        run.line_start(3)
    spool.end(1)
    assert run.extent.ended
    assert run.read(0, 5) == b"Hello"


def test_every_change_raises_the_generation(make: MakeSpool) -> None:
    spool = make()
    changes: list[Callable[[], object]] = [
        lambda: spool.begin(1),
        lambda: spool.write(1, b"x"),
        lambda: spool.echo(1, b"x"),
        lambda: spool.end(1),
        spool.clear,
    ]
    for change in changes:
        before = spool.generation
        change()
        assert spool.generation > before


def test_runs_are_kept_apart_and_in_order(make: MakeSpool) -> None:
    spool = make()
    for number in (1, 2):
        spool.begin(number)
        spool.write(number, b"run %d" % number)
        spool.end(number)
    assert [(run.number, held(run)) for run in spool.runs] == [(1, b"run 1"), (2, b"run 2")]


def test_a_new_engine_counts_from_one_again(make: MakeSpool) -> None:
    spool = make()
    first = spool.begin(1)
    spool.write(1, b"old")
    second = spool.begin(1)
    spool.write(1, b"new")
    assert (held(first), held(second)) == (b"old", b"new")


def test_what_the_user_typed_is_known(make: MakeSpool) -> None:
    spool = make()
    run = spool.begin(1)
    spool.write(1, b"Name: ")
    spool.echo(1, b"Ada\n")
    spool.write(1, b"Hello Ada\nAge: ")
    spool.echo(1, b"36\n")
    assert [run.read(start, end - start) for start, end in run.echoes(0, 99)] == [b"Ada\n", b"36\n"]
    assert run.echoes(7, 9) == ((7, 9),), "only the part that was asked for"
    assert run.echoes(10, 25) == ()


@pytest.mark.posix  # the same everywhere, and slow under Wine
def test_times_are_exact_to_about_10_ms_even_for_days_of_drip(make: MakeSpool) -> None:
    now = 1_000_000.0
    spool = make(clock=lambda: now)
    run = spool.begin(1)
    came = []
    for step in range(5_000):
        now += (0.004, 0.2, 3600.0)[step % 3]
        came.append((run.extent.end, now))
        spool.write(1, b"tick\n")
    for offset, time_s in came:
        assert abs(run.time_at(offset) - time_s) <= 0.0151
        assert abs(run.time_at(offset + 4) - time_s) <= 0.0151


def test_a_clock_that_is_set_back_does_no_harm(make: MakeSpool) -> None:
    now = 1_000_000.0
    spool = make(clock=lambda: now)
    run = spool.begin(1)
    spool.write(1, b"a")
    now -= 500
    spool.write(1, b"b")
    assert run.time_at(1) == 1_000_000.0, "not before its run began"


# -- limits


def lines(count: int) -> bytes:
    return b"".join(b"line %06d\n" % number for number in range(count))


@pytest.mark.parametrize("size", [12, 100, 1_200, 7_001, 65_536])
def test_a_run_keeps_its_newest_part_within_its_limit(
    make: MakeSpool, tmp_path: Path, size: int
) -> None:
    """Whether it comes line by line or in large pieces."""
    spool = make(run_limit_bytes=100_000)
    run = spool.begin(1)
    data = lines(30_000 if size < 1_000 else 100_000)  # three times the limit, or twelve
    for start in range(0, len(data), size):
        spool.write(1, data[start : start + size])
        extent = run.extent
        assert extent.end - extent.first <= 100_000
        if start > 100_000:
            assert extent.end - extent.first > 65_000, "dropped in small steps"
    assert held(run) == data[extent.first :]
    assert held(run).startswith(b"line "), "the oldest line is a whole one"
    assert extent.first_line == extent.first // 12
    assert sum(file.stat().st_size for file in files(tmp_path)) == extent.end - extent.first
    for ask in (run.read, lambda offset, _: run.line_at(offset)):
        with pytest.raises(Dropped):
            ask(extent.first - 1, 10)
    with pytest.raises(Dropped):
        run.line_start(extent.first_line - 1)
    with pytest.raises(Dropped):
        run.time_at(0)


def test_all_runs_together_keep_the_total_limit(make: MakeSpool, tmp_path: Path) -> None:
    spool = make(run_limit_bytes=100_000, total_limit_bytes=250_000)
    for number in range(1, 6):
        spool.begin(number)
        spool.write(number, lines(7_000))
        spool.end(number)
        assert sum(file.stat().st_size for file in files(tmp_path)) <= 250_000
    sizes = [run.extent.end - run.extent.first for run in spool.runs]
    assert sizes[:2] == [0, 0], "the oldest go first"
    assert all(run.extent.end == 84_000 for run in spool.runs), "what was dropped is known"
    assert min(sizes[3:]) > 75_000


def test_two_spools_with_one_budget_drop_the_oldest_of_both(
    make: MakeSpool, tmp_path: Path
) -> None:
    budget = OutputBudget()
    one, other = (
        make(budget=budget, run_limit_bytes=100_000, total_limit_bytes=200_000) for _ in range(2)
    )
    first = one.begin(1)
    one.write(1, lines(7_000))
    second = other.begin(1)
    other.write(1, lines(7_000))
    generation = one.generation
    third = other.begin(2)
    other.write(2, lines(7_000))
    sizes = [run.extent.end - run.extent.first for run in (first, second, third)]
    assert sizes[0] < 40_000 and sizes[1:] == [84_000, 84_000]
    assert one.generation > generation, "so that its view looks again"
    one.write(1, lines(7_000))
    assert first.extent.end - first.extent.first <= 100_000, "the oldest, though it still prints"
    on_disk = sum(file.stat().st_size for file in files(tmp_path))
    assert on_disk == budget.held_bytes <= 200_000
    other.close()
    one.write(1, lines(7_000))
    assert budget.held_bytes == first.extent.end - first.extent.first > 75_000


def test_spools_that_flood_at_once_keep_to_one_budget(make: MakeSpool, tmp_path: Path) -> None:
    budget = OutputBudget()
    spools = [
        make(budget=budget, run_limit_bytes=200_000, total_limit_bytes=250_000) for _ in range(3)
    ]
    runs = [spool.begin(1) for spool in spools]
    data = lines(500)

    def flood(spool: Spool) -> None:
        for _ in range(300):
            spool.write(1, data)

    threads = [threading.Thread(target=flood, args=(spool,)) for spool in spools]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert all(run.extent.end == 300 * len(data) for run in runs), "each has written all of it"
    for run in runs:
        whole = data * 300
        assert held(run) == whole[run.extent.first :]
    on_disk = sum(file.stat().st_size for file in files(tmp_path))
    assert on_disk == budget.held_bytes <= 250_000


def test_a_limit_can_be_changed_while_the_run_goes_on(make: MakeSpool) -> None:
    spool = make()
    run = spool.begin(1)
    for _ in range(100):
        spool.write(1, lines(1_000))
    spool.set_limits(100_000, 200_000)
    spool.write(1, b"one more\n")
    assert held(run).endswith(b"one more\n")
    assert run.extent.end - run.extent.first <= 100_000
    spool.set_limits(500_000, 800_000)
    for _ in range(100):
        spool.write(1, lines(1_000))
    assert 350_000 < run.extent.end - run.extent.first <= 500_000


def test_a_line_without_an_end_is_cut_between_characters(make: MakeSpool) -> None:
    spool = make(run_limit_bytes=10_000)
    run = spool.begin(1)
    data = "\x1b[32mäöü€😀".encode() * 5_000
    firsts = set()
    for start in range(0, len(data), 7):
        spool.write(1, data[start : start + 7])
        firsts.add(run.extent.first)
    assert len(held(run)) > 7_500, "dropped in small steps"
    assert len(firsts) > 30
    for first in firsts:
        text = data[first:].decode()  # raises inside a character
        assert text[:1] in "\x1bäöü€😀", "nor in the midst of a sequence"


def test_only_so_many_runs_are_kept(make: MakeSpool, tmp_path: Path) -> None:
    spool = make()
    for number in range(1, 1_101):
        spool.begin(number)
        spool.write(number, b"x")
        spool.end(number)
    assert [run.number for run in spool.runs] == list(range(101, 1_101))
    spool.write(1, b"too late")
    assert len(files(tmp_path)) == 1_000


# -- clearing


def test_clear_drops_what_is_there_and_the_run_goes_on(make: MakeSpool) -> None:
    spool = make()
    old = spool.begin(1)
    spool.write(1, b"old\n")
    run = spool.begin(2)
    spool.write(2, b"a\nb\nhalf a ")
    spool.clear()
    assert spool.runs == (run,)
    with pytest.raises(Dropped):
        old.read(0, 1)
    assert run.extent.first == run.extent.end == 11
    spool.write(2, b"line\nc\n")
    assert held(run) == b"line\nc\n"
    assert (run.extent.first_line, run.extent.last_line) == (2, 4)
    assert run.line_start(3) == 16


def test_files_go_even_if_the_folder_is_emptied_by_somebody_else(
    make: MakeSpool, tmp_path: Path
) -> None:
    spool = make()
    run = spool.begin(1)
    spool.write(1, b"a\n")
    spool.end(1)
    for file in files(tmp_path):
        file.unlink()
    with pytest.raises(Dropped):
        run.read(0, 2)
    assert run.extent.first == 2, "and it is known from now on"


@pytest.mark.posix  # Windows protects a file that is written
def test_a_run_goes_on_though_its_folder_was_removed(make: MakeSpool, tmp_path: Path) -> None:
    spool = make()
    run = spool.begin(1)
    spool.write(1, b"lost\n")
    (file,) = files(tmp_path)
    file.unlink()
    file.parent.rmdir()
    with pytest.raises(Dropped):
        run.read(0, 5)
    spool.write(1, b"kept\n")
    assert held(run) == b"kept\n"


def test_after_close_nothing_is_kept_and_nothing_fails(make: MakeSpool) -> None:
    spool = make()
    run = spool.begin(1)
    spool.write(1, b"a")
    spool.close()
    spool.write(1, b"b")
    spool.end(1)
    with pytest.raises(Dropped):
        run.read(0, 1)


@pytest.mark.slow
@pytest.mark.posix  # the same everywhere, and slow under Wine
@pytest.mark.parametrize("limit", [20_000, 1 << 30])
def test_memory_does_not_grow_with_what_was_printed(make: MakeSpool, limit: int) -> None:
    """A line, and an answer, every 20 ms for minutes: less than a byte for each."""
    now = 0.0
    spool = make(run_limit_bytes=limit, clock=lambda: now)
    spool.begin(1)
    line = b"tick\n" if limit > 20_000 else b"tick" * 125 + b"\n"

    def print_for(seconds: int) -> None:
        nonlocal now
        for step in range(50 * seconds):
            now += 0.02
            spool.write(1, line)
            if limit == 20_000 and not step % 10:
                spool.echo(1, b"yes\n")

    def used() -> int:
        """Without what the interpreter keeps for itself (interned names of files)."""
        ours = tracemalloc.take_snapshot().filter_traces(
            [tracemalloc.Filter(True, f"*{os.sep}reloader_core{os.sep}spool{os.sep}*.py")]
        )
        return sum(trace.size for trace in ours.traces)

    tracemalloc.start()
    try:
        print_for(100)
        before = used()
        print_for(200)
        assert used() - before < 10_000
    finally:
        tracemalloc.stop()


# -- against a slow reference

step = st.one_of(
    st.tuples(st.just("write"), st.binary(max_size=300)),
    st.tuples(st.just("write"), st.text("ab\n\x1b[3m€", max_size=200).map(str.encode)),
    st.tuples(st.just("echo"), st.binary(max_size=20)),
    st.tuples(st.just("begin"), st.just(b"")),
    st.tuples(st.just("clear"), st.just(b"")),
)


@given(steps=st.lists(step, max_size=40), run_limit=st.integers(64, 2_000))
def test_any_writes_and_drops_leave_one_true_stretch(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, bytes]], run_limit: int
) -> None:
    total_limit = 3 * run_limit // 2
    spool = Spool(
        tmp_path_factory.getbasetemp() / "any",
        run_limit_bytes=run_limit,
        total_limit_bytes=total_limit,
    )
    spool.begin(1)
    written: dict[RunOutput, bytes] = {spool.runs[0]: b""}
    typed: dict[RunOutput, set[int]] = {spool.runs[0]: set()}
    for what, data in steps:
        run = spool.runs[-1]
        if what == "begin":
            spool.end(run.number)
            run = spool.begin(run.number + 1)
            written[run], typed[run] = b"", set()
        elif what == "clear":
            spool.clear()
        else:
            (spool.write if what == "write" else spool.echo)(run.number, data)
            if what == "echo":
                end = len(written[run]) + len(data)
                typed[run] |= set(range(len(written[run]), end))
            written[run] += data
        sizes = [each.extent.end - each.extent.first for each in spool.runs]
        assert max(sizes) <= run_limit
        assert sum(sizes) <= total_limit
        for each in spool.runs:
            compare(each, written[each], typed[each])
    spool.close()


def compare(run: RunOutput, data: bytes, typed: set[int]) -> None:
    extent = run.extent
    assert extent.end == len(data)
    assert held(run) == data[extent.first :]
    assert extent.first_line == data.count(b"\n", 0, extent.first)
    assert extent.last_line == data.count(b"\n")
    starts = [at + 1 for at in range(extent.first, len(data)) if data[at] == 10]
    rows = range(extent.first_line, extent.last_line + 1)
    assert [run.line_start(line) for line in rows] == [extent.first, *starts]
    for offset in range(extent.first, extent.end + 1, 17):
        assert run.line_at(offset) == data.count(b"\n", 0, offset)
        assert extent.first <= run.style_before(offset)[0] <= offset
    spans = run.echoes(extent.first, extent.end)
    echoed = {at for start, end in spans for at in range(start, end)}
    assert echoed == {at for at in typed if at >= extent.first}


@pytest.mark.posix  # the same everywhere, and slow under Wine
def test_random_rows_of_much_output_equal_a_slow_reference(make: MakeSpool) -> None:
    """Over many blocks, with lines from none to many blocks long."""
    chance = random.Random(5)
    spool = make()
    run = spool.begin(1)
    lengths = [0, 1, 10, 80, 300, 5_000, 200_000]
    weights = [5, 5, 30, 40, 10, 2, 0.02]
    rows = [
        chance.randbytes(length).replace(b"\n", b" ")
        for length in chance.choices(lengths, weights, k=100_000)
    ]
    data = b"\n".join(rows)
    start = 0
    while start < len(data):
        size = chance.choice([1, 100, 4_096, 65_536, 1 << 20])
        spool.write(1, data[start : start + size])
        start += size
    for _ in range(2_000):
        line = chance.randrange(len(rows))
        start = run.line_start(line)
        assert run.read(start, len(rows[line])) == rows[line]
        assert run.line_at(start) == line
        assert start == 0 or run.read(start - 1, 1) == b"\n"


def test_every_byte_is_there_across_restarts(make: MakeSpool) -> None:
    """The short form of tests/stress/output.py."""
    chance = random.Random(7)
    spool = make(run_limit_bytes=4 << 20, total_limit_bytes=6 << 20)
    for number in range(1, 5):
        run = spool.begin(number)
        whole = bytearray()
        while len(whole) < 10 << 20:
            data = os.urandom(chance.choice([1, 1_000, 65_536, 1 << 20]))
            whole += data
            spool.write(number, data)
        spool.end(number)
        expected = hashlib.sha256(whole[run.extent.first :]).digest()
        assert hashlib.sha256(held(run)).digest() == expected


def test_readers_never_see_anything_but_the_truth_while_the_oldest_is_dropped(
    make: MakeSpool,
) -> None:
    spool = make(run_limit_bytes=200_000)
    run = spool.begin(1)
    wrong: list[str] = []
    read = [0, 0]
    done = threading.Event()

    def look(seed: int) -> None:
        chance = random.Random(seed)
        while not done.is_set():
            extent = run.extent
            line = chance.randint(extent.first_line, max(extent.first_line, extent.last_line - 1))
            try:
                start = run.line_start(line)
                if start == run.extent.end:
                    continue
                if (text := run.read(start, 12)) != b"line %06d\n" % line:
                    wrong.append(f"{line}: {text!r}")
                read[seed] += 1
            except Dropped:
                continue

    readers = [threading.Thread(target=look, args=(seed,)) for seed in (0, 1)]
    for reader in readers:
        reader.start()
    for number in range(0, 400_000, 1_000):
        block = b"".join(b"line %06d\n" % each for each in range(number, number + 1_000))
        spool.write(1, block)
    done.set()
    for reader in readers:
        reader.join(10)
    assert not wrong
    assert min(read) > 10
