"""What a watched file's text was, and which lines a save changed in it.

Small texts are kept, compressed, so that a restart can say what changed; of larger
ones, and of those over the budget, only a digest stays, which tells a touch from an
edit. No thread of its own; reads one file at a time, and knows nothing of watching.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import zlib
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path

from reloader_core import platform_facts
from reloader_core.model import LineSpans, Text
from reloader_core.watch import look_windows
from reloader_core.watch.signature import Signature, stamp

MAX_TEXT_BYTES = 256 * 1024
"""Larger files are not read: on a slow drive that would hold up the watcher."""
BUDGET_BYTES = 32 * 1024 * 1024
"""All kept texts together, compressed."""
COMPARED_LINES = 300
"""Longer edits are told as one span: telling their parts apart takes quadratic time."""


def _open_without_waiting(path: str, flags: int) -> int:
    """A pipe may have taken the file's place by now, and has no text."""
    flags |= os.O_NONBLOCK | os.O_NOCTTY  # type: ignore[attr-defined, unused-ignore]
    file = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "not a regular file", path)
    return file


# An editor's next step must not fail because its file is being read.
_OPENER = look_windows.open_shared if platform_facts.THIS == "win32" else _open_without_waiting


def pack(text: bytes, *, keep: bool) -> Text:
    packed = zlib.compress(text, 1) if keep else None
    return Text(hashlib.blake2b(text, digest_size=16).digest(), packed)


def read(path: str | Path, expected: Signature) -> bytes | None:
    """The text, if the file is small and looks as expected before and after."""
    if expected[1] > MAX_TEXT_BYTES:
        return None
    try:
        with open(path, "rb", opener=_OPENER) as file:
            text = file.read(MAX_TEXT_BYTES + 1)
    except (OSError, ValueError):
        return None
    found = stamp(path)
    if found is None or found.signature != expected or len(text) > MAX_TEXT_BYTES:
        return None
    return text


def changed_lines(old: Sequence[bytes], new: Sequence[bytes]) -> LineSpans:
    """The spans of `new` that differ from `old`, from line 1, both ends included. Where
    lines were only taken away: the line that is there now. () if nothing differs."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old and not new:
        return ()
    spans = [(0, len(new))]
    if max(len(old), len(new)) <= COMPARED_LINES:
        parts = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        spans = [(begin, end) for what, _, _, begin, end in parts if what != "equal"]
    return tuple((head + begin + 1, head + max(end, begin + 1)) for begin, end in spans)


def _alike(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many lines are the same from the start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
