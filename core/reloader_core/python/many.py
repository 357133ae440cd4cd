"""Asks many Pythons at once: one that hangs keeps nobody else waiting. Any thread may call."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence

from reloader_core.python.asking import Interpreter, PassedOver, Search
from reloader_core.python.places import Place

_AT_ONCE = 8


def ask_all(search: Search, places: Sequence[Place]) -> list[Interpreter | PassedOver]:
    """In the order of `places`; blocks until the last one has answered, or its time is up."""
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
        for _ in range(min(_AT_ONCE, len(places)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in sorted(found)]
