"""Broken scripts, run where they crash (crashes.py), and what the engine says of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import crashes
from processes import script_env
from reloader_core.disk.local_files import Look
from reloader_core.explain.explaining import explain
from reloader_core.explain.kinds.diagnosis import Diagnosis
from reloader_core.model import ScriptError
from reloader_core.words.explain.sentence import explanation

CASES = Path(__file__).parents[1] / "core" / "explained"
read_cases = crashes.read_cases


PARTS = 8
"""All of them at once take a minute, and many times that on a busy machine."""


def all_cases(
    name: str = "*", part: int | None = None
) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Of files of this name, and of one part of them."""
    for file in sorted(CASES.glob(f"{name}.txt"))[part :: 1 if part is None else PARTS]:
        for title, files, expected in read_cases(file.read_text(encoding="utf-8")):
            yield f"{file.stem}: {title}", files, expected


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def crashed(python: str, folders: list[Path], **variables: str) -> list[ScriptError | None]:
    """Run main.py in each folder, all in one process, with these environment variables more. The
    order is that of the folders; None: it has not crashed."""
    return [
        found[0] if found is not None else None
        for found in crashed_and_printed(python, folders, **variables)
    ]


def crashed_and_printed(
    python: str, folders: list[Path], **variables: str
) -> list[tuple[ScriptError, str] | None]:
    """With the traceback."""
    done = subprocess.run(
        [python, "-X", "utf8", crashes.__file__],
        input=json.dumps([str(folder) for folder in folders]).encode(),
        stdout=subprocess.PIPE,
        env={**script_env(), **variables},
        check=True,
        timeout=120,
    )
    return [_found(*crash) if crash is not None else None for crash in json.loads(done.stdout)]


def _found(fields: list[str], facts: str, printed: str) -> tuple[ScriptError, str]:
    kind, message, file, line, *rest = fields
    source = rest[0] if rest else ""
    path = Path(file) if file else None
    return ScriptError(kind, message, path, int(line) or None, source, facts), printed


def explained(
    python: str, folders: list[Path], **variables: str
) -> list[tuple[ScriptError, Diagnosis | None] | None]:
    """As crashed(), with what is said of it."""
    return [
        (error, explain(error, lambda _path: Look.FILE)) if error is not None else None
        for error in crashed(python, folders, **variables)
    ]


def said(diagnosis: Diagnosis | None) -> str:
    if diagnosis is None:
        return "-"
    explanation(diagnosis)  # its values fit
    values = " | ".join(map(str, diagnosis.values))
    imports = f" ++ {diagnosis.imports}" if diagnosis.imports else ""
    return f"{diagnosis.kind.name} {values}".strip() + imports
