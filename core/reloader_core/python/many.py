"""Asks many Pythons at once: one that hangs keeps nobody else waiting. Any thread may call."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from reloader_core.python.asking import Interpreter, PassedOver, Search
from reloader_core.python.places import Place
from reloader_core.python.probe import Problem

AT_ONCE = 8
LONGEST_S = 2.0
_TO_END_S = 6.0
"""What a Python that hangs may take to be ended."""


def ask_all(search: Search, places: Sequence[Place]) -> list[Interpreter | PassedOver]:
    """In the order of `places`; each is given two seconds. Blocks until the last one has answered,
    or its time is up; also that of a drive which does not answer at all."""
    search = replace(search, timeout_s=LONGEST_S)
    found: dict[int, Interpreter | PassedOver] = {}
    waiting = deque(enumerate(places))

    def work() -> None:
        while waiting:
            try:
                number, place = waiting.popleft()
            except IndexError:
                return
            found[number] = search.look(place)

    # Daemons, not a pool: whoever leaves meanwhile need not wait for them.
    threads = [
        threading.Thread(target=work, name="asks Pythons", daemon=True)
        for _ in range(min(AT_ONCE, len(places)))
    ]
    for thread in threads:
        thread.start()
    rounds = -(-len(places) // AT_ONCE)
    until = time.monotonic() + rounds * LONGEST_S + _TO_END_S
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    return [found.get(number) or _silent(place) for number, place in enumerate(places)]


def _silent(place: Place) -> PassedOver:
    return PassedOver(place.origin, Problem.NO_ANSWER, place.python, f"{LONGEST_S:g}")
