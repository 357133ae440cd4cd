"""The words behind `python`: its own options, what it runs, and that program's arguments.

Pure, and needs no Python to be started: https://docs.python.org/3/using/cmdline.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reloader_core.values import frozen

ALONE = frozenset("bBdEhiIOPqRsSuvVx?")
WITH_VALUE = frozenset("WX")
LONG_WITH_VALUE = "--check-hash-based-pycs"


class NotPythons(ValueError):
    """A word that Python does not know either, or that lacks its value."""


@frozen
class CommandLine:
    """At most one of `script`, `module` and `code` is given; none: Python would ask for lines."""

    flags: tuple[str, ...] = ()
    """Python's own options, with their values in words of their own where they were typed so."""
    script: str | None = None
    module: str | None = None
    code: str | None = None
    args: tuple[str, ...] = ()

    @property
    def letters(self) -> frozenset[str]:
        """The options that take no value: -OB is O and B."""
        words = iter(self.flags)
        found: set[str] = set()
        for word in words:
            letters = _letters(word)
            found.update(letters & ALONE)
            if takes_next(word):
                next(words, None)
        return frozenset(found)

    def words(self) -> tuple[str, ...]:
        """What to type behind `python`."""
        if self.script is not None:
            return (*self.flags, self.script, *self.args)
        if self.module is not None:
            return (*self.flags, "-m", self.module, *self.args)
        what = () if self.code is None else ("-c", self.code)
        return (*self.flags, *what, *self.args)


def _letters(word: str) -> frozenset[str]:
    """Of one word, without the value that may be joined to the last of them."""
    found = set()
    for letter in word[1:] if not word.startswith("--") else "":
        found.add(letter)
        if letter in WITH_VALUE:
            break
    return frozenset(found)


def takes_next(word: str) -> bool:
    """Is the word after this option its value? -W and -OW take it, -Werror has it."""
    if word.startswith("--"):
        return word == LONG_WITH_VALUE
    first = next((at for at, letter in enumerate(word) if letter in WITH_VALUE), None)
    return first is not None and first == len(word) - 1


def take_option(
    line: CommandLine, words: Sequence[str], index: int
) -> tuple[CommandLine, int, bool]:
    """`line` with the option at `index`, the index behind it, and whether it was the last one:
    -m and -c end Python's options. Raises NotPythons."""
    word = words[index]
    if word.startswith("--"):
        if word.partition("=")[0] != LONG_WITH_VALUE:
            raise NotPythons(f"unknown option {word}")
        return _take_flag(line, words, index)
    for at, letter in enumerate(word[1:], 1):
        if letter in "cm":
            rest = word[at + 1 :]
            if not rest and index + 1 == len(words):
                raise NotPythons(f"-{letter} lacks what is to be run")
            value = rest or words[index + 1]
            flags = (*line.flags, word[:at]) if at > 1 else line.flags
            index += 1 if rest else 2
            name = "code" if letter == "c" else "module"
            found = {name: value, "args": tuple(words[index:])}
            return replace(line, flags=flags, **found), index, True  # type: ignore[arg-type]
        if letter in WITH_VALUE:
            break
        if letter not in ALONE:
            raise NotPythons(f"unknown option -{letter}")
    return _take_flag(line, words, index)


def _take_flag(
    line: CommandLine, words: Sequence[str], index: int
) -> tuple[CommandLine, int, bool]:
    end = index + (2 if takes_next(words[index]) else 1)
    if end > len(words):
        raise NotPythons(f"{words[index]} lacks its value")
    return replace(line, flags=(*line.flags, *words[index:end])), end, False


def read(words: Sequence[str]) -> CommandLine:
    """What stands behind `python`. Raises NotPythons."""
    line, index, is_last = CommandLine(), 0, False
    while index < len(words) and not is_last:
        word = words[index]
        if word == "--":
            index += 1
        if word in ("-", "--") or not word.startswith("-"):
            break
        line, index, is_last = take_option(line, words, index)
    if is_last or index >= len(words) or words[index] == "-":
        return line
    return replace(line, script=words[index], args=tuple(words[index + 1 :]))
