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
        f"The script wrote {name} itself, so that did not restart it. When you save {name}, it "
        "restarts, unless the script wrote it less than a second before."
    ),
    NoticeKind.CHANGE_LOOP: lambda name, starts, delay_s: (
        f"{name} changed soon after each of the last {starts} starts. Perhaps a program that the "
        f"script starts writes it: then --ignore {name} helps. Until then each restart waits a "
        f"little longer (now {delay_s:g} s) and runs the newest text."
    ),
    NoticeKind.EXIT_3_LOOP: lambda: (
        "The script kept asking to be restarted (exit code 3), so Reloader stopped it. If 3 means "
        "something else to your script, --no-exit-3 says so."
    ),
}
