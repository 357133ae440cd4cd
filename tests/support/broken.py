"""Broken scripts, run where they crash (crashes.py), and what the engine says of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import crashes
from processes import script_env
from reloader_core.disk.local_files import Look
from reloader_core.explain import Diagnosis, explain
from reloader_core.explain_words import explanation
from reloader_core.model import ScriptError

CASES = Path(__file__).parents[1] / "core" / "explained"
read_cases = crashes.read_cases


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def crashed(python: str, folders: list[Path]) -> list[ScriptError | None]:
    """Run main.py in each folder, all in one process. The order is that of the folders; None:
    it has not crashed."""
    done = subprocess.run(
        [python, "-X", "utf8", crashes.__file__],
        input=json.dumps([str(folder) for folder in folders]).encode(),
        stdout=subprocess.PIPE,
        env=script_env(),
        check=True,
        timeout=120,
    )
    return [_error(*crash) if crash is not None else None for crash in json.loads(done.stdout)]


def _error(fields: list[str], facts: str) -> ScriptError:
    kind, message, file, line, *rest = fields
    source = rest[0] if rest else ""
    return ScriptError(kind, message, Path(file) if file else None, int(line) or None, source, facts)


def explained(
    python: str, folders: list[Path]
) -> list[tuple[ScriptError, Diagnosis | None] | None]:
    """As crashed(), with what is said of it."""
    return [
        (error, explain(error, lambda _path: Look.FILE)) if error is not None else None
        for error in crashed(python, folders)
    ]


def said(diagnosis: Diagnosis | None) -> str:
    if diagnosis is None:
        return "-"
    explanation(diagnosis)  # its values fit
    return f"{diagnosis.kind.name} {' | '.join(map(str, diagnosis.values))}".strip()
