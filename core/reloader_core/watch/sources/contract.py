"""The contract of an operating system's word that something happened in a folder.

A sink is called on the source's own thread with the bare name of the file, or with
None when the folder itself went away, was moved, or events were lost. It must be quick.
Never recursive, and no truth: whoever is told looks at the file. A file that is written
in place is told of when it is closed; where that is so, `on_write` tells when it begins.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

Sink = Callable[[str | None], None]
Cancel = Callable[[], None]

_log = logging.getLogger(__name__)

CALM_S, BUSY, NAP_S = 0.001, 20, 0.005
"""After so many reads without a pause a source naps, and the system merges what comes
meanwhile: a script that opened and closed its log file 90,000 times a second in a watched
folder cost 38 % CPU without, 1 % with."""


class FolderEvents(Protocol):
    """A source of events. Its methods are thread-safe and may take long on network drives."""

    max_folders: int

    def subscribe(self, folder: str, sink: Sink) -> Cancel:
        """From its return on, what happens in the folder is told. Raises OSError."""
        ...

    def on_write(self, file: str, sink: Callable[[], None]) -> Cancel | None:
        """Tells once, when this file is written to or cut off by whomever: a program that
        writes all the time costs nothing. None: that is told of the folder. Raises OSError."""
        ...


def tell(sinks: Iterable[Sink], name: str | None) -> None:
    for sink in sinks:
        try:
            sink(name)
        except Exception:  # noqa: BLE001  the source serves every script: one bad sink must not end it
            _log.exception("a folder event was not taken")
