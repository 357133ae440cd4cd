"""Why a run was started or ended, in English, for the terminal. The window has its own. Pure."""

from __future__ import annotations

from reloader_core.model import LineSpans, Reason

MOST_NAMED = 3
"""Files that a sentence names; of more it names two and counts the rest."""
MOST_SPANS = 3
"""More parts than this are told as one span."""


def in_words(reason: Reason) -> str:
    """'changed: helper.py (lines 12-14), main.py'"""
    words, more = _named(reason)
    if not words:
        return reason.kind.value
    rest = f" and {more} more" if more else ""
    return f"{reason.kind.value}: {', '.join(words)}{rest}"


def _named(reason: Reason) -> tuple[list[str], int]:
    """Files in words, 'helper.py (lines 12-14)', and how many more there are: at most
    three are named, or two of more than three."""
    count = len(reason.files)
    shown = count if count <= MOST_NAMED else MOST_NAMED - 1
    changes = list(reason.changes().items())[:shown]
    words = [f"{path.name} {span_words(lines)}".rstrip() for path, lines in changes]
    return words, count - shown


def span_words(spans: LineSpans) -> str:
    """'(line 12)', '(lines 12-14)', '(lines 12-14, 20)', '(lines 3-90)' for many parts, ''."""
    if len(spans) > MOST_SPANS:
        spans = ((spans[0][0], spans[-1][1]),)
    parts = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    if not parts:
        return ""
    word = "line" if len(parts) == 1 and "-" not in parts[0] else "lines"
    return f"({word} {', '.join(parts)})"
