"""Who looks at the output waits for one piece of it at most, however much is being written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any

from processes import until
from reloader_core import Spool
from reloader_core.spool.spool import PIECE_BYTES
from reloader_core.spool.turns import Turns


def in_a_thread(work: Callable[[], object], turns: Turns) -> threading.Thread:
    """Returns when it waits for its turn."""
    thread = threading.Thread(target=work)
    thread.start()
    until(turns._is_next.locked)
    return thread


def test_who_waits_gets_it_before_its_last_holder() -> None:
    turns, order = Turns(), list[str]()

    def wait() -> None:
        with turns:
            order.append("who waited")

    with turns:
        waiter = in_a_thread(wait, turns)
    with turns:
        order.append("who had it")
    waiter.join()
    assert order == ["who waited", "who had it"]


def test_who_writes_and_who_paints_take_turns(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    run = spool.begin(1)
    with spool.gate:
        writer = in_a_thread(lambda: spool.write(1, b"row\n"), spool.gate)
        assert run.extent.end == 0
    with spool.gate:
        assert run.extent.end == 4
    writer.join()
    spool.close()


def test_much_is_written_in_pieces_and_others_look_in_between(tmp_path: Path) -> None:
    lookers, seen = list[threading.Thread](), list[int]()

    def look() -> None:
        with spool.gate:
            seen.append(run.extent.end)

    class Disk(FileIO):
        def write(self, data: Any) -> int:
            if not lookers:  # whoever writes has its turn now
                lookers.append(in_a_thread(look, spool.gate))
            return super().write(data)

    spool = Spool(tmp_path, open_file=Disk)
    run = spool.begin(1)
    spool.write(1, b"x" * (4 * PIECE_BYTES))
    lookers[0].join()
    assert seen == [PIECE_BYTES] and run.extent.end == 4 * PIECE_BYTES
    spool.close()
