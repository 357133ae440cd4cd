"""Turns what an agent says into facts. Pure; used by every platform's host."""

from __future__ import annotations

from pathlib import Path

from core import child
from core.model import ScriptError


def fact_from_report(number: int, message: list[str]) -> child.Fact | None:
    """The fact behind one decoded message of child `number`; None for an unknown word,
    which an agent of another version might say."""
    match message:
        case ["hello", pid, version, *prefixes]:
            return child.Hello(number, int(pid), version, tuple(prefixes))
        case ["armed"]:
            return child.Armed(number)
        case ["ahead", path, bytecode]:
            return child.LoadedAhead(number, Path(path), Path(bytecode), None)
        case ["ahead", path, bytecode, mtime_ns, size, inode]:
            seen = int(mtime_ns), int(size), int(inode)
            return child.LoadedAhead(number, Path(path), Path(bytecode), seen)
        case ["loaded", path]:
            return child.Loaded(number, Path(path), None)
        case ["loaded", path, mtime_ns, size, inode]:
            return child.Loaded(number, Path(path), (int(mtime_ns), int(size), int(inode)))
        case ["missing", name, *folders]:
            return child.Missing(number, name, tuple(map(Path, folders)))
        case ["wrote", path]:
            return child.Wrote(number, Path(path))
        case ["replaced", path]:
            return child.Wrote(number, Path(path), with_contents=True)
        case ["asks"]:
            return child.Asks(number)
        case ["keys"]:
            return child.ReadsKeys(number)
        case ["handled"]:
            return child.Handled(number)
        case ["uses", name, path]:
            return child.Uses(number, name, path)
        case ["ready"]:
            return child.Ready(number)
        case ["refused", name]:
            return child.Refused(number, name)
        case ["checked", check, *error]:
            return child.Checked(number, int(check), _error(error))
        case ["place", *place]:
            return child.Placed(number, tuple(place))
        case ["exit", *error]:
            return child.ExitReport(number, _error(error))
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
