"""When the bytes of one segment came, about 10 ms exact.

Marks are kept in memory up to a bound and then in a file beside the segment: a
script that prints a line every 10 ms for days must not fill the memory. The spool's
lock guards it.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from pathlib import Path

from reloader_core.disk.private_files import open_private

STEP_S = 0.01
_MARKS_IN_MEMORY = 1024
_BYTES = 4


class TimeMarks:
    """Pairs (offset in the segment, hundredths of a second since it began), both rising."""

    def __init__(self, began: float, file: Path | None) -> None:
        self._began = began
        self._file = file
        self._offsets = array("I", [0])
        self._steps = array("I", [0])
        self._last = began
        self._filed = 0

    def add(self, offset: int, now: float) -> None:
        """The byte at this offset came now; so did what follows, until the next mark."""
        if abs(now - self._last) < STEP_S:
            return
        self._last = now
        if len(self._offsets) >= _MARKS_IN_MEMORY:
            self._put_away()
        self._offsets.append(offset)
        # The clock may have been set back to before the segment began.
        self._steps.append(min(0xFFFFFFFF, max(0, round((now - self._began) / STEP_S))))

    def at(self, offset: int) -> float:
        """time.time() of the byte's arrival."""
        offsets, steps = self._offsets, self._steps
        at = bisect_right(offsets, offset) - 1
        step = steps[at] if at >= 0 else self._filed_step(offset)
        return self._began + step * STEP_S

    @property
    def files(self) -> list[Path]:
        """What is on disk, to be removed with the segment."""
        return [self._file] if self._filed and self._file is not None else []

    def _put_away(self) -> None:
        """Without a disk the older marks are lost; the nearest one then stands for them."""
        pairs = array("I", [0]) * (2 * len(self._offsets))
        pairs[::2], pairs[1::2] = self._offsets, self._steps
        if self._file is not None:
            try:
                with open_private(self._file, "ab") as file:
                    file.truncate(2 * self._filed * _BYTES)  # what a full disk left unfinished
                    file.write(pairs)
                self._filed += len(self._offsets)
            except OSError:
                pass
        self._offsets, self._steps = array("I"), array("I")

    def _filed_step(self, offset: int) -> int:
        if not self._filed or self._file is None:
            return 0
        try:
            with open(self._file, "rb", buffering=0) as file:

                def field(mark: int, which: int) -> int:
                    file.seek((2 * mark + which) * _BYTES, os.SEEK_SET)
                    return array("I", file.read(_BYTES))[0]

                mark = bisect_right(range(self._filed), offset, key=lambda at: field(at, 0))
                return field(max(0, mark - 1), 1)
        except (OSError, IndexError):  # somebody has emptied the folder
            return 0
