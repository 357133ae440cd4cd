"""The engine's notices in English, for the terminal: one sentence for a kind.

The window has a table of its own. Pure.
"""

from __future__ import annotations

from collections.abc import Callable

from core.model import Notice, NoticeKind


def sentence(notice: Notice) -> str:
    """What to say: what happened, what was kept, what to do."""
    return notice.text or _SENTENCES[notice.kind](*notice.values)


_SENTENCES: dict[NoticeKind, Callable[..., str]] = {
    NoticeKind.SELF_WRITTEN: lambda name, _path: (
        f"The script writes {name} itself, each time it starts, so saving that file does not "
        "restart it any more."
    ),
    NoticeKind.DRIVE_SILENT: lambda drive: (
        f"The drive {drive} does not answer. Until it does, files on it do not restart the script "
        "when they are saved; all others do."
    ),
}
