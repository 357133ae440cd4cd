"""Turns what an agent or a reporter says into facts; used by every platform's host."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reloader_core.child import facts, wire
from reloader_core.child.wire import Doing
from reloader_core.model import ScriptError
from reloader_core.notice import TurnOff

log = logging.getLogger(__name__)

MOST_REPORTS = 5000
"""Of what the script starts, a run: more files than that nobody edits."""
_BY_CHILDREN = (facts.Loaded, facts.Missing, facts.Unseen)


class ReportsOfChildren:
    """What all that one run has started says, each thing told once and no more than so many."""

    def __init__(self, number: int, deliver: Callable[[facts.Fact], None]) -> None:
        self._number = number
        self._deliver = deliver
        self._decoder = wire.Decoder()
        self._told: set[tuple[str, ...]] = set()

    def next_writer(self) -> None:
        """Where writers come one after another: half a message of the last one is forgotten."""
        self._decoder = wire.Decoder()

    def feed(self, data: bytes) -> bool:
        """False: this is not our protocol, and what follows cannot be it."""
        try:
            for message in self._decoder.feed(data):
                self._take(message)
        except ValueError:
            log.exception("the children of child %d do not speak our protocol", self._number)
            return False
        return True

    def _take(self, message: list[str]) -> None:
        said = tuple(message[:2] if message[0] == "loaded" else message)
        if said in self._told or len(self._told) >= MOST_REPORTS:
            return
        self._told.add(said)
        fact = fact_from_report(self._number, message)
        if isinstance(fact, _BY_CHILDREN):
            self._deliver(fact)


def fact_from_report(number: int, message: list[str]) -> facts.Fact | None:
    """The fact behind one decoded message of child `number`; None for an unknown word,
    which an agent of another version might say."""
    match message:
        case ["hello", pid, version, *prefixes]:
            return facts.Hello(number, int(pid), version, tuple(prefixes))
        case ["armed"]:
            return facts.Armed(number)
        case ["asks"]:
            return facts.Asks(number)
        case ["starts"]:
            return facts.StartsProcesses(number)
        case ["keys"]:
            return facts.ReadsKeys(number)
        case ["handled", doing, waits_for, *frames]:
            return facts.Handled(number, Doing(doing), waits_for, tuple(_frames(frames)))
        case ["where", waits_for, path, line, *call]:
            return facts.Stands(number, waits_for, Path(path), int(line), tuple(map(int, call)))
        case ["uses", *words]:
            return facts.Uses(number, tuple(zip(words[::2], words[1::2], strict=True)))
        case ["late", *names]:
            return facts.Late(number, tuple(names))
        case ["imported", name, *lines]:
            return facts.Imported(number, name, _lines(lines))
        case ["ready", *failed]:
            return facts.Ready(number, tuple(failed))
        case ["refused", *names]:
            return facts.Refused(number, tuple(names))
        case ["checked", check, *error]:
            return facts.Checked(number, int(check), _error(error))
        case ["keyboard"]:
            return facts.TookKeyboard(number)
        case ["place", *place]:
            return facts.Placed(number, tuple(place))
        case ["crash", told]:
            return facts.CrashReport(number, told)
        case ["survived", told, *error] if (found := _error(error)) is not None:
            return facts.Survived(number, replace(found, facts=told))
        case ["nested", name, off, option]:
            return facts.Nested(number, name, TurnOff[off], option)
        case ["exit", *error]:
            return facts.ExitReport(number, _error(error))
        case _:
            return _fact_of_a_file(number, message)


def _fact_of_a_file(number: int, message: list[str]) -> facts.Fact | None:
    match message:
        case ["ahead", path, bytecode]:
            return facts.LoadedAhead(number, Path(path), Path(bytecode), None)
        case ["ahead", path, bytecode, mtime_ns, size, inode]:
            seen = int(mtime_ns), int(size), int(inode)
            return facts.LoadedAhead(number, Path(path), Path(bytecode), seen)
        case ["loaded", path]:
            return facts.Loaded(number, Path(path), None)
        case ["loaded", path, mtime_ns, size, inode]:
            return facts.Loaded(number, Path(path), (int(mtime_ns), int(size), int(inode)))
        case ["read", path, mtime_ns, size, inode]:
            return facts.Read(number, Path(path), (int(mtime_ns), int(size), int(inode)))
        case ["missing", name, *folders]:
            return facts.Missing(number, name, tuple(map(Path, folders)))
        case ["unseen", program]:
            return facts.Unseen(number, program)
        case ["wrote", path]:
            return facts.Wrote(number, Path(path))
        case ["replaced", path]:
            return facts.Wrote(number, Path(path), with_contents=True)
        case _:
            return None


def _lines(fields: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple(zip(fields[::2], map(int, fields[1::2]), strict=True))


def _frames(fields: list[str]) -> Iterator[facts.Frame]:
    for path, function, asked_line, line in zip(*[iter(fields)] * 4, strict=True):
        yield facts.Frame(Path(path), function, int(asked_line), int(line))


def _error(fields: list[str]) -> ScriptError | None:
    match fields:
        case [kind, text, file, line, *source]:
            return ScriptError(
                kind,
                text,
                Path(file) if file else None,
                int(line) or None,
                source[0] if source else "",
            )
        case _:
            return None
