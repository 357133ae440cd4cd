"""A segment: one stretch of a run's output, in a file of its own or in memory.

It is filled from one end to the other, never changed, and dropped as a whole, because
Windows can neither delete nor shorten a file from its beginning. The spool's lock
guards filling; read() may be called by any thread, without the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Protocol

from reloader_core.spool.times import TimeMarks

Open = Callable[[Path, str], BinaryIO]


class Segment(Protocol):
    """What both kinds have."""

    start: int
    """Offset of its first byte in the run."""
    size: int
    in_memory: bool
    times: TimeMarks
    error: OSError | None
    """Why the last write was cut short."""

    def write(self, data: bytes) -> int:
        """How many of the bytes found room."""

    def read(self, start: int, size: int) -> bytes:
        """Bytes from this offset of the run. Raises OSError."""

    def take_back(self, count: int) -> None:
        """As if the last bytes had never been written."""

    def seal(self) -> None:
        """Nothing follows."""

    def remove(self) -> list[Path]:
        """Which files are not needed any more."""


class DiskSegment:
    in_memory = False

    def __init__(self, start: int, path: Path, began: float, open_file: Open) -> None:
        """Raises OSError if the file cannot be made."""
        self.start = start
        self.size = 0
        self.times = TimeMarks(began, path.with_suffix(".times"))
        self.error: OSError | None = None
        self._path = path
        self._file: BinaryIO | None = open_file(path, "xb")

    def write(self, data: bytes) -> int:
        view = memoryview(data)
        done = 0
        try:
            while self._file is not None and done < len(data):
                done += self._file.write(view[done:])
        except OSError as error:
            self.error = error
        self.size += done
        return done

    def read(self, start: int, size: int) -> bytes:
        with FileIO(self._path) as file:
            file.seek(start - self.start)
            return file.read(size)

    def take_back(self, count: int) -> None:
        """The file keeps them: nothing is written behind them, and nobody reads them."""
        self.size -= count

    def seal(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def remove(self) -> list[Path]:
        self.seal()
        return [self._path, *self.times.files]


class MemorySegment:
    in_memory = True

    def __init__(self, start: int, began: float) -> None:
        self.start = start
        self.size = 0
        self.times = TimeMarks(began, None)
        self.error: OSError | None = None
        self._data = bytearray()

    def write(self, data: bytes) -> int:
        self._data += data
        self.size += len(data)
        return len(data)

    def read(self, start: int, size: int) -> bytes:
        at = start - self.start
        return bytes(self._data[at : at + size])

    def take_back(self, count: int) -> None:
        self.size -= count
        del self._data[self.size :]

    def seal(self) -> None:
        pass

    def remove(self) -> list[Path]:
        return []
