"""One watched file: what its changes are measured against.

Three signatures of one file matter: what a run has loaded or what was reported last
(`known`), what the last run started from (`accepted`), and what is there now. The
rules are pure; `look` alone touches the file. The watcher holds its lock around
every method, from whatever thread.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reloader_core.model import LineSpans, Text
from reloader_core.values import frozen
from reloader_core.watch import texts, writers
from reloader_core.watch.signature import (
    InodeTrust,
    Signature,
    Stamp,
    bytecode_cannot_tell,
    may_hide_a_save,
    only_inode_differs,
    stamp,
)

PROGRAM_SUFFIXES = (".py", ".pyw")
PROGRAM_REST_S, DATA_REST_S = 30.0, 1.0
"""Half a program must not run; of half a table the script makes what it can."""


def key_of(path: str | Path) -> str:
    """Two paths with one key are one file, also where case does not matter."""
    return os.path.normcase(os.path.abspath(path))


@dataclass(eq=False, slots=True)
class WatchedFile:
    path: Path
    """As it was added, for reports."""
    known: Signature | None
    accepted: Signature | None
    by_hand: bool = True
    """Added by name; others are here because a pattern matches them."""
    ignored: bool = False
    gone: bool = False
    """Missing for longer than a save takes: its return is a change, whatever it looks like."""
    returned: bool = False
    """It was gone until it was reported last."""
    written: bool = False
    """Somebody was said to write it, and nothing was said of it since."""
    by_script: bool = False
    """It is the script that has it open for writing."""
    is_closed: bool = False
    """When it was last seen to have changed, nobody had it open for writing, for certain."""
    touched: bool = False
    """Seen to differ from `accepted`, even if it does no longer."""
    text: Text | None = None
    """The text that belongs to `known`, once it has been read."""
    ran: Text | None = None
    """The text that the present run started from, if a save has been reported since."""
    is_saved: bool = False
    """A save has been reported since the present run began."""
    version: int = 0
    """Counts the changes of `known`: a look from before is void."""
    subscribed: bool = False
    """There is a subscription that covers it."""
    events_trusted: bool = False
    """Its silence can be trusted; else only the poll finds changes for certain."""
    interval_s: float = 0.0
    due: float = 0.0
    full: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        self.full = os.path.abspath(self.path)
        self.key = key_of(self.path)

    @property
    def rest_s(self) -> float:
        """How long somebody who has it open must leave it alone before it counts."""
        is_program = self.by_hand or self.path.suffix in PROGRAM_SUFFIXES
        return PROGRAM_REST_S if is_program and not self.by_script else DATA_REST_S

    @property
    def began_with(self) -> Text | None:
        """What the present run started from. None: it was saved before anybody could read it, or
        has not been read so far."""
        return self.ran if self.is_saved else self.text

    def rebase(self, known: Signature | None) -> None:
        self.known = known
        self.gone = False
        self.text = None
        self.version += 1

    def loaded(self, seen: Signature) -> None:
        """Somebody saw this, then read the file."""
        before = self.accepted
        self.touched = self.touched or seen != before
        if before and before == self.known and bytecode_cannot_tell(seen, before):
            # Saved between accept() and the import, within the same second and as long as
            # before: Python may have run the old text from its cache, with nobody to remove
            # it. The old baseline stays, so that this is noticed as a change.
            return
        self.rebase(seen)

    def accept(self, now: Stamp | None, trust: InodeTrust) -> bool:
        """A run starts from this; whether it (or something in between) differed."""
        new = now.signature if now else None
        differs = new != self.accepted
        if now and self.accepted and only_inode_differs(now.signature, self.accepted):
            differs = not trust.ignored(now.device)
        differs = differs or self.touched
        self.accepted = new
        self.touched = False
        self.ran, self.is_saved = None, False
        if new != self.known or self.gone:
            self.rebase(new)
        return differs

    def reported(self, now: Signature | None) -> None:
        """This has settled; None: missing for too long to be waited for."""
        if not self.is_saved:
            self.ran, self.is_saved = self.text, True
        self.returned = self.gone
        if now is None:
            self.gone = True
        else:
            self.rebase(now)

    def differs(self, view: View, trust: InodeTrust, *, first: bool) -> bool:
        """Whether there is something to report or to wait for. `first`: not in a burst yet."""
        if view.stamp is None:
            return self.known is not None and not self.gone
        seen = view.stamp.signature
        if self.known is None or self.gone:
            return True
        if seen == self.known:
            return view.same_text is False
        if not only_inode_differs(seen, self.known):
            if not view.same_text:
                return True
            self.known = seen  # touched, or saved as it was, and the text alone counts
            return False
        if trust.ignored(view.stamp.device):
            return False
        if view.same_text is not False and first:  # None: not known, which is as suspicious
            trust.count_false_alarm(view.stamp.device)
        if not view.same_text:
            return True
        if self.accepted == self.known:
            self.accepted = seen
        self.known = seen
        return False


@frozen
class View:
    """A look at a file. `same_text` is None where it does not matter or cannot be known."""

    version: int
    stamp: Stamp | None
    same_text: bool | None = None
    is_open: bool = False
    """Somebody is in the middle of writing it."""
    is_closed: bool | None = None
    """For certain nobody is. None: it was not asked, since it looks as it did then."""


def look(
    file: WatchedFile,
    *,
    only_text: bool = False,
    told: bool = False,
    closed: Signature | None = None,
) -> View:
    """Without the lock: a look can take long. `only_text`: the text alone counts. `told`:
    something was said to have happened to it, so a stamp that may hide a save is not believed
    (FAT has steps of two seconds: a second save of the same length looks like the first).
    `closed`: it looked like this when nobody had it open for writing."""
    version, known, text = file.version, file.known, file.text
    seen = stamp(file.full)
    moved = seen is not None and (known is None or seen.signature[:2] != known[:2])
    is_closed = None
    if seen and moved and (told or seen.signature != closed):
        is_open = writers.is_being_written(file.full)
        is_closed = is_open is False
        if file.written if is_open is None else is_open:
            return View(version, seen, is_open=True, is_closed=is_closed)
    if seen and text and told and seen.signature == known and may_hide_a_save(known):
        return View(version, seen, _has_text(file, seen, text))
    if seen and known and text and seen.signature != known:
        matters = only_inode_differs(seen.signature, known) or only_text
        if not matters or seen.signature[1] != known[1]:
            return View(version, seen, is_closed=is_closed)
        same_text = bool(_has_text(file, seen, text))
        return View(version, seen, same_text, is_closed=is_closed)
    return View(version, seen, is_closed=is_closed)


def _has_text(file: WatchedFile, seen: Stamp, text: Text) -> bool | None:
    """None: it cannot be read, or is being written."""
    found = texts.read(file.full, seen.signature)
    return None if found is None else texts.pack(found, keep=False).digest == text.digest


@frozen
class Edit:
    """A reported change of one file, as it was when it was asked about: the next run, which
    begins meanwhile, moves the file's own baseline."""

    file: WatchedFile
    version: int
    known: Signature | None
    ran: Text | None

    def compare(self, *, keep: bool) -> tuple[LineSpans, Text | None]:
        """Without the lock, on any thread: the lines that differ from what the run started
        from, () if that is not known; and the text that is there now, if it is what was
        reported. `keep`: there is room for it, else only its digest is kept."""
        new = texts.read(self.file.full, self.known) if self.known is not None else None
        if new is None:
            return (), None
        old_lines = self.ran.lines() if self.ran is not None else None
        spans = texts.changed_lines(old_lines, new.splitlines()) if old_lines is not None else ()
        return spans, texts.pack(new, keep=keep)
