"""Turns what an agent says into facts. Pure; used by every platform's host."""

from __future__ import annotations

from pathlib import Path

from reloader_core.child import facts
from reloader_core.child.wire import Doing
from reloader_core.model import ScriptError


def fact_from_report(number: int, message: list[str]) -> facts.Fact | None:
    """The fact behind one decoded message of child `number`; None for an unknown word,
    which an agent of another version might say."""
    match message:
        case ["hello", pid, version, *prefixes]:
            return facts.Hello(number, int(pid), version, tuple(prefixes))
        case ["armed"]:
            return facts.Armed(number)
        case ["ahead", path, bytecode]:
            return facts.LoadedAhead(number, Path(path), Path(bytecode), None)
        case ["ahead", path, bytecode, mtime_ns, size, inode]:
            seen = int(mtime_ns), int(size), int(inode)
            return facts.LoadedAhead(number, Path(path), Path(bytecode), seen)
        case ["loaded", path]:
            return facts.Loaded(number, Path(path), None)
        case ["loaded", path, mtime_ns, size, inode]:
            return facts.Loaded(number, Path(path), (int(mtime_ns), int(size), int(inode)))
        case ["missing", name, *folders]:
            return facts.Missing(number, name, tuple(map(Path, folders)))
        case ["wrote", path]:
            return facts.Wrote(number, Path(path))
        case ["replaced", path]:
            return facts.Wrote(number, Path(path), with_contents=True)
        case ["asks"]:
            return facts.Asks(number)
        case ["keys"]:
            return facts.ReadsKeys(number)
        case ["handled", doing, waits_for]:
            return facts.Handled(number, Doing(doing), waits_for)
        case ["uses", *words]:
            return facts.Uses(number, tuple(zip(words[::2], words[1::2], strict=True)))
        case ["ready"]:
            return facts.Ready(number)
        case ["refused", *names]:
            return facts.Refused(number, tuple(names))
        case ["checked", check, *error]:
            return facts.Checked(number, int(check), _error(error))
        case ["place", *place]:
            return facts.Placed(number, tuple(place))
        case ["exit", *error]:
            return facts.ExitReport(number, _error(error))
        case _:
            return None


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
