"""How the window writes what stands within a sentence: durations, sizes, files, lines."""

from __future__ import annotations

import functools
import signal
from collections.abc import Sequence
from pathlib import Path

from reloader_core import Reason
from reloader_gui.texts.texts import Texts

MOST_NAMED = 3
"""Files that a sentence names; of more it names two and counts the rest."""
MOST_SPANS = 3
"""More parts of a file than this are told as one."""


class Values(Texts):
    def joined(self, sentences: Sequence[str]) -> str:
        """As one text."""
        two = self.tr("{one} {two}", "two sentences, and what is between them")
        if not sentences:
            return ""
        return functools.reduce(lambda one, next: two.format(one=one, two=next), sentences)

    def tip(self, tip: str, keys: str) -> str:
        """A tool tip; `keys`: what does the same, or nothing."""
        if not keys:
            return tip
        return self.tr("{tip} ({keys})", "a tool tip and its keys").format(tip=tip, keys=keys)

    def lines(self, sentences: Sequence[str]) -> str:
        """One below the other, as in a tool tip."""
        return "\n".join(filter(None, sentences))

    def duration(self, seconds: float) -> str:
        """'0.1 s', '12 s', '3 min 5 s', '2 h 3 min'."""
        if seconds < 10 and seconds != int(seconds):
            return self._seconds(f"{max(0.1, seconds):.1f}")
        whole = int(seconds)
        if whole < 60:
            return self._seconds(str(whole))
        minutes, rest = divmod(whole, 60)
        if minutes < 60:
            return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        hours, minutes = divmod(minutes, 60)
        return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)

    def _seconds(self, number: str) -> str:
        return self.tr("{seconds} s").format(seconds=number)

    def lasting(self, seconds: float) -> str:
        """'7 s', '25 s', '3 min', '2 h 3 min': the longer it goes on, the more coarsely."""
        step_s = _step_s(seconds)
        whole = int(seconds) // step_s * step_s
        if 60 <= whole < 3600:
            return self.tr("{minutes} min").format(minutes=whole // 60)
        return self.duration(whole)

    def size(self, size_bytes: int) -> str:
        if size_bytes >= 1e6:
            return self.tr("{number} MB").format(number=f"{size_bytes / 1e6:,.0f}")
        return self.tr("{number} bytes").format(number=f"{size_bytes:,}")

    def exit_code(self, code: int) -> str:
        """Windows' crash codes are known by their hexadecimal form."""
        return f"{code} (0x{code:08X})" if code > 0xFFFF else str(code)

    def changed_files(self, reason: Reason) -> str:
        """'a.py (lines 3-5)', 'a.py and b.py', 'a.py, b.py and 198 more'; never nothing."""
        changes = reason.changes()
        names = [self._with_lines(file.name, spans) for file, spans in changes.items()]
        return self.names(names) if names else self.tr("a file", "in: you saved a file")

    def names(self, names: Sequence[str]) -> str:
        """A list of up to three, or two and how many more."""
        match names:
            case [one]:
                return one
            case [one, two]:
                return self.tr("{one} and {two}").format(one=one, two=two)
            case [one, two, three]:
                return self.tr("{one}, {two} and {three}").format(one=one, two=two, three=three)
        one, two, *others = names
        return self.tr("{one}, {two} and %n more", "", len(others)).format(one=one, two=two)

    def _with_lines(self, name: str, spans: tuple[tuple[int, int], ...]) -> str:
        if not spans:
            return name
        if len(spans) > MOST_SPANS:
            spans = ((spans[0][0], spans[-1][1]),)
        if len(spans) == 1 and spans[0][0] == spans[0][1]:
            return self.tr("{file} (line {line})").format(file=name, line=spans[0][0])
        parts = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
        return self.tr("{file} (lines {lines})").format(file=name, lines=", ".join(parts))

    def numbers(self, numbers: Sequence[object]) -> str:
        return ", ".join(map(str, numbers))

    def folder(self, folder: Path, home: Path) -> str:
        """Where something lies, in lists; in the user's `home` from there on."""
        below = folder.is_relative_to(home) and folder != home
        return str(folder.relative_to(home) if below else folder)

    def in_folder(self, name: str, folder: str) -> str:
        """A file in a list."""
        return f"{name}  \u2013  {folder}"


VALUES = Values()


def next_word_s(seconds: float) -> float:
    """After how many seconds Values.lasting() says something new."""
    step_s = _step_s(seconds)
    return step_s - seconds % step_s


def _step_s(seconds: float) -> int:
    return 1 if seconds < 10 else 5 if seconds < 60 else 60


def signal_name(number: int) -> str:
    """In the system's own words; empty where it has none."""
    try:
        return signal.strsignal(number) or ""
    except ValueError:
        return ""
