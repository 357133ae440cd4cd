"""The engine's notices in the window's words: one sentence for a kind. Pure and Qt-free."""

from __future__ import annotations

from collections.abc import Callable

from reloader_core import Notice, NoticeKind


def sentence(notice: Notice) -> str:
    """What to say: what happened, what was kept, what to do."""
    return notice.text or _SENTENCES[notice.kind](*notice.values)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:,.0f} MB" if size_bytes >= 1e6 else f"{size_bytes:,} bytes"


_SENTENCES: dict[NoticeKind, Callable[..., str]] = {
    NoticeKind.SELF_WRITTEN: lambda name, _path: (
        f"Your script wrote {name} itself, so that did not restart it. When you save {name}, it "
        "restarts, unless the script wrote it less than a second before."
    ),
    NoticeKind.CHANGE_LOOP: lambda name, starts, delay_s: (
        f"{name} changed soon after each of the last {starts} starts. Perhaps a program that your "
        f"script starts writes it. Each restart now waits a little longer ({delay_s:g} s at first) "
        "and runs the newest text."
    ),
    NoticeKind.EXIT_3_LOOP: lambda: (
        "Your script keeps asking to be restarted (exit code 3). Is that meant?"
    ),
    NoticeKind.FORCED: lambda grace_s: (
        f"Your script did not end within {grace_s:g} s, so it was stopped by force. The settings "
        "can give it more time to finish."
    ),
    NoticeKind.WENT_ON: lambda: (
        "Your script caught the interruption (Ctrl+C) that ends it and went on, so it was ended "
        "without its finally blocks."
    ),
    NoticeKind.STUCK: lambda *pids: (
        f"The system cannot end process {', '.join(map(str, pids))} of your script, perhaps because"
        " of a drive that does not answer. Restarting the computer will. You can go on as usual."
    ),
    NoticeKind.FAILED: lambda _what: (
        "Reloader had a problem and stopped your script. Press Run to start it again."
    ),
    NoticeKind.GUARDIAN_LOST: lambda: (
        "The part of Reloader that ends a script's processes was itself ended by something else, "
        "and your script with it. Press Run to start it again."
    ),
    NoticeKind.PASSED_BY: lambda: (
        "The part of Reloader that ends a script's processes did not answer (something had "
        "stopped it), so they were ended without it. You can go on as usual."
    ),
    NoticeKind.INPUT_REFUSED: lambda size: (
        f"{_size(size)} of input were not sent to the script: it has not read what was sent "
        "before, or this is too much at once. For so much, let the script open a file."
    ),
    NoticeKind.DRIVE_SILENT: lambda drive: (
        f"The drive {drive} does not answer. Until it does, files on it do not restart the script "
        "when they are saved; all others do."
    ),
}
