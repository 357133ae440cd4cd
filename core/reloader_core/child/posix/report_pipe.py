"""POSIX: named pipes to which the processes that a script starts say what they load.

Each report there is opened, written and closed for itself, so nobody has to inherit anything, and
what is killed leaves nothing. All pipes of one host lie in a folder of its own; it is locked as
long as the host lives, and what a killed one has left the next one removes.
"""

# This never runs on Windows, whose stubs lack some of the names:
# mypy: disable-error-code="attr-defined"

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reloader_core.child import contract
from reloader_core.child.posix.listener import Listener
from reloader_core.child.reports import ReportsOfChildren

log = logging.getLogger(__name__)

PREFIX = "reloader-children-"
READ_BYTES = 1 << 16
PIPE_BYTES = 1 << 20
_TRIES = 3


class ReportFolder:
    """Where the pipes of one host are. Made when the first one is wanted."""

    def __init__(self, above: Path | None = None) -> None:
        """`above`: the folder for temporary files, unless another is given."""
        self._above = above
        self._place: Path | None = None
        self._lock = -1

    def new_pipe(self) -> ReportPipe:
        """Raises OSError."""
        if self._place is None or not self._place.is_dir():
            self.close()
            self._place, self._lock = _make_place(self._above or Path(tempfile.gettempdir()))
        return ReportPipe(self._place / secrets.token_hex(8))

    def close(self) -> None:
        if self._place is not None:
            shutil.rmtree(self._place, ignore_errors=True)
            os.close(self._lock)
            self._place, self._lock = None, -1


def _make_place(above: Path) -> tuple[Path, int]:
    """A new folder that only this user may enter, and what holds its lock."""
    _remove_left(above)
    for _ in range(_TRIES):
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=above))
        if (lock := _lock(place)) is not None:
            if place.is_dir():
                return place, lock
            os.close(lock)  # another took it for left behind, just before we had the lock
    raise FileNotFoundError(f"{above} does not keep a folder")


def _lock(place: Path) -> int | None:
    """None: it is taken, or gone."""
    import fcntl

    try:
        folder = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(folder)
        return None
    return folder


def _remove_left(above: Path) -> None:
    for place in _own_folders(above):
        if (lock := _lock(place)) is not None:
            log.info("removing %s, which a killed one has left", place)
            shutil.rmtree(place, ignore_errors=True)
            os.close(lock)


def _own_folders(above: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(above) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX):
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid():
                    yield Path(entry.path)


class ReportPipe:
    """That of one run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path, 0o600)
        with contextlib.ExitStack() as undo:
            undo.callback(self._unlink)
            self._reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            undo.callback(os.close, self._reading)
            # Kept open by us as well: without a writer it would be at its end all the time.
            self._writing = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
            undo.pop_all()
        with contextlib.suppress(ImportError, AttributeError, OSError):
            import fcntl

            fcntl.fcntl(self._reading, fcntl.F_SETPIPE_SZ, PIPE_BYTES)  # type: ignore[attr-defined,unused-ignore]

    def fileno(self) -> int:
        return self._reading

    def close(self) -> None:
        """A second time nothing is done."""
        if self._reading >= 0:
            os.close(self._reading)
            os.close(self._writing)
            self._reading = self._writing = -1
            self._unlink()

    def _unlink(self) -> None:
        with contextlib.suppress(OSError):
            os.unlink(self.path)


class ReportReader:
    """Called when the pipe of one run can be read."""

    def __init__(self, listener: Listener, deliver: contract.Deliver, number: int) -> None:
        self._listener = listener
        self._reports = ReportsOfChildren(number, deliver)

    def __call__(self, pipe: ReportPipe) -> None:
        """Read once."""
        try:
            data = os.read(pipe.fileno(), READ_BYTES)
        except OSError:  # it was taken in meanwhile, or is closed
            return
        self._listener.hears_imports = True
        if not self._reports.feed(data):
            self._listener.unregister(pipe)
