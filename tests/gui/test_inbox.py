from __future__ import annotations

from reloader_gui.output.inbox import Inbox
from reloader_gui.output.items import Began, Echo, Gap, Item, Text

BEGAN = Began(1, "12:00:00", "you pressed Run", again=False)


def make(capacity_bytes: int = 1 << 20) -> tuple[Inbox, list[str]]:
    woken: list[str] = []
    return Inbox(lambda: woken.append("woken"), capacity_bytes), woken


def all_of(inbox: Inbox) -> list[Item]:
    items: list[Item] = []
    while more := inbox.take(1 << 16):
        items += more
    return items


def test_order_is_kept() -> None:
    inbox, _ = make()
    inbox.add(BEGAN)
    inbox.put(1, b"Name: ")
    inbox.add(Echo("Ada"))
    inbox.put(1, b"Hello ")
    inbox.put(1, b"Ada\n")
    assert inbox.take(1000) == [BEGAN, Text(1, b"Name: "), Echo("Ada"), Text(1, b"Hello Ada\n")]


def test_it_wakes_only_when_something_comes_after_nothing() -> None:
    inbox, woken = make()
    inbox.put(1, b"a")
    inbox.put(1, b"b")
    inbox.add(Echo("c"))
    assert woken == ["woken"]
    all_of(inbox)
    inbox.put(1, b"d")
    assert woken == ["woken", "woken"]


def test_a_batch_is_bounded() -> None:
    inbox, _ = make()
    inbox.put(1, b"x" * 10_000)
    assert inbox.take(4_000) == [Text(1, b"x" * 4_000)]
    assert inbox.take(100_000) == [Text(1, b"x" * 6_000)]
    assert inbox.take(100_000) == []


def test_of_a_flood_the_newest_lines_are_kept_and_the_rest_is_counted() -> None:
    inbox, _ = make(capacity_bytes=100_000)
    inbox.add(BEGAN)
    count = 50_000
    for number in range(count):
        inbox.put(1, b"line %d\n" % number)
    items = all_of(inbox)
    assert items[0] == BEGAN, "the beginning of the run is not lost"
    assert isinstance(items[1], Gap)
    text = b"".join(item.data for item in items if isinstance(item, Text))
    lines = text.splitlines()
    assert lines[-1] == b"line %d" % (count - 1)
    assert lines[0].startswith(b"line "), "only whole lines"
    assert len(lines) + sum(i.lines for i in items if isinstance(i, Gap)) == count
    assert len(text) <= 100_000


def test_a_flood_without_line_ends_is_bounded_too() -> None:
    inbox, _ = make(capacity_bytes=100_000)
    for _ in range(100):
        inbox.put(1, b"x" * 10_000)
    assert sum(len(item.data) for item in all_of(inbox) if isinstance(item, Text)) <= 100_000


def test_it_knows_which_run_printed_last() -> None:
    inbox, _ = make()
    assert inbox.last_run == 0
    inbox.put(3, b"x")
    all_of(inbox)
    assert inbox.last_run == 3
