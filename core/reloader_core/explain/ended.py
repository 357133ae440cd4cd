"""What an end means that no error of the script's came before. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.model import Exit

_SIGKILL = 9  # which Windows' module does not have


def explain_end(ended: Exit) -> Diagnosis | None:
    """Of an end without an error of the script's; None: its exit code says all there is."""
    is_killed = ended.error is None and ended.code == -_SIGKILL
    return Diagnosis(Kind.KILLED) if is_killed else None
