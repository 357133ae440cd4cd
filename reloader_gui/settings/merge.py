"""Two windows, one settings file: what each of them changed is kept, key by key.

Pure functions on TOML-like tables. Where both changed the same key, the last writer
wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Table = Mapping[str, Any]


def merged(theirs: Table, base: Table, ours: Table) -> dict[str, Any]:
    """`theirs` (what the file holds now), with what `ours` changed since `base`."""
    result = dict(theirs)
    for key in {**base, **ours}:
        if key not in ours:
            result.pop(key, None)
        elif isinstance(ours[key], Mapping):
            result[key] = merged(_table(theirs, key), _table(base, key), ours[key])
        elif key not in base or ours[key] != base[key]:
            result[key] = ours[key]
    return result


def merged_recent(theirs: list[str], base: list[str], ours: list[str], most: int) -> list[str]:
    """Ours are newest; then what another window has used; what we forgot is gone."""
    if ours == base:
        return theirs
    gone = set(base) - set(ours)
    kept = [name for name in theirs if name not in ours and name not in gone]
    return [*ours, *kept][:most] if len(ours) < most else ours


def _table(table: Table, key: str) -> Table:
    found = table.get(key)
    return found if isinstance(found, Mapping) else {}
