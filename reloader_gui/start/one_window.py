"""The setting 'One window': how a start finds the window that is open, or becomes it.

Of two starts at the same instant one holds a lock from before it looks for a window until it
listens itself; the other waits for that, and then finds it. GUI thread.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

from reloader_core import SOCKETS_ARE_FILES
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.start import START
from reloader_gui.ui.program import cache_folder, config_folder

if TYPE_CHECKING:
    from reloader_gui.start.meeting_place import MeetingPlace
    from reloader_gui.start.qt_ends import Listener as PipeListener
    from reloader_gui.start.single_instance import Take
    from reloader_gui.start.unix_ends import Listener

START_S = 5.0
"""So long a window may take until it listens; then the one behind it waits no more."""
POLL_S = 0.02
ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def usual_place() -> MeetingPlace | None:
    """Where this user's windows meet."""
    from reloader_gui.start.meeting_place import meeting_place

    config = config_folder()
    return meeting_place(config, cache_folder()) if config is not None else None


class OneWindow(QObject):
    """This process' part in it."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        place: Callable[[], MeetingPlace | None] = usual_place,
    ) -> None:
        super().__init__(parent)
        self.trouble: Said | None = None
        """Why it does not work, or did not; the window says so."""
        self._find_place = place
        self._place: MeetingPlace | None = None
        self._has_looked = False
        self._lock: QLockFile | None = None
        self._listener: Listener | PipeListener | None = None

    def hand_over(self, script: Path | None, args: tuple[str, ...], *, run: bool) -> bool:
        """Whether a window that is open has taken it; if not, listen() must follow."""
        if not self._is_possible() or self._place is None:
            return False
        self._wait_for_others()
        if SOCKETS_ARE_FILES and not os.path.exists(self._place.server):
            return False
        if (ends := self._ends()) is None:
            return False
        from reloader_gui.start.single_instance import Outcome, Request, why_a_window_opens

        name = os.path.abspath(script) if script is not None else ""
        token = next(filter(None, map(os.environ.get, ACTIVATION)), "")
        request = Request(name, args, run, token)
        outcome: Outcome = ends.hand_over(self._place.server, request)
        self.trouble = why_a_window_opens(outcome)
        if outcome is Outcome.TAKEN:
            self._release()
        return outcome is Outcome.TAKEN

    def listen(self, take: Take) -> None:
        """From now on, unless another window does: then a later call may have more luck."""
        ends = self._ends() if self._listener is None and self._is_possible() else None
        if ends is not None and self._place is not None:
            self._hold()
            listener = ends.Listener(self._place.server, take, self)
            if listener.is_listening:
                self._listener = listener
            else:
                listener.deleteLater()
        self._release()

    def close(self) -> None:
        """Later starts do not find us any more."""
        self._has_looked = False
        if self._listener is not None:
            self._listener.close()
            self._listener.deleteLater()
            self._listener = None

    def _is_possible(self) -> bool:
        """`trouble` is told once, not each time that it is tried again."""
        if self._place is None and not self._has_looked:
            self._has_looked = True
            self._place = self._find_place()
            self.trouble = said(START.no_meeting_place) if self._place is None else None
        return self._place is not None

    def _ends(self) -> ModuleType | None:
        try:
            if SOCKETS_ARE_FILES:
                from reloader_gui.start import unix_ends

                return unix_ends
            from reloader_gui.start import qt_ends
        except ImportError as error:  # no QtNetwork
            self._place, self.trouble = None, said(START.one_window_not_here, str(error))
            return None
        return qt_ends

    def _wait_for_others(self) -> None:
        """Until whoever starts as well has handed over, or listens."""
        until = time.monotonic() + START_S
        while not self._hold() and time.monotonic() < until:
            time.sleep(POLL_S)

    def _hold(self) -> bool:
        """False: another start holds the lock. One that cannot be made is done without."""
        if self._lock is None:
            assert self._place is not None
            self._lock = QLockFile(str(self._place.lock))
            self._lock.setStaleLockTime(0)  # however long it is held; a dead one's is taken over
        lock = self._lock
        if lock.isLocked() or lock.tryLock(0):
            return True
        return lock.error() is not QLockFile.LockError.LockFailedError

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.unlock()


@contextlib.contextmanager
def activation(token: str) -> Iterator[None]:
    """Where Qt looks for the right to come to the front. A script must not inherit it."""
    before = {name: os.environ.get(name) for name in ACTIVATION}
    os.environ.update(dict.fromkeys(ACTIVATION if token else (), token))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
