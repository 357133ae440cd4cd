"""The one of several files that is in another encoding. Pure, but for evidence/read_files.py."""

from __future__ import annotations

from pathlib import PurePath

from reloader_core.explain.evidence import read_files
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def not_utf8(facts: Facts, used: str, data: bytes) -> Diagnosis | None:
    """`data`: what was read where it failed."""
    files = list(read_files.held(facts)) if used in ("utf-8", "utf8") and data else []
    odd = [(name, held) for name, held in files if data in held and not _is(held, "utf-8")]
    if len(odd) != 1 or b"\0" in odd[0][1] or not _is(odd[0][1], "cp1252"):
        return None
    file, suffix = odd[0][0], PurePath(odd[0][0]).suffix
    others = [n for n, held in files if PurePath(n).suffix == suffix and _is(held, "utf-8")]
    if not others:
        return None
    return Diagnosis(Kind.NOT_UTF8_OF, (file, used, facts.line, others[0]))


def _is(data: bytes, encoding: str) -> bool:
    """A text in this encoding, with something in it."""
    try:
        return bool(data.decode(encoding))
    except UnicodeDecodeError:
        return False
