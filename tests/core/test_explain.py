"""What is said of broken scripts, on each Python of this machine: right, or nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import crashes
from processes import script_env
from reloader_core.disk.local_files import Look
from reloader_core.explain import Diagnosis, explain
from reloader_core.explain_words import explanation
from reloader_core.model import ScriptError

CASES = Path(__file__).parent / "explained"


def all_cases(name: str = "*") -> Iterator[tuple[str, dict[str, str], list[str]]]:
    for file in sorted(CASES.glob(f"{name}.txt")):
        for title, files, expected in crashes.read_cases(file.read_text(encoding="utf-8")):
            yield f"{file.stem}: {title}", files, expected


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def explained(python: str, folders: list[Path]) -> list[tuple[ScriptError, Diagnosis | None]]:
    """Run main.py in each folder, all in one process. The order is that of the folders."""
    done = subprocess.run(
        [python, "-X", "utf8", crashes.__file__],
        input=json.dumps([str(folder) for folder in folders]).encode(),
        stdout=subprocess.PIPE,
        env=script_env(),
        check=True,
        timeout=120,
    )
    found = []
    for folder, crash in zip(folders, json.loads(done.stdout), strict=True):
        assert crash is not None, f"{folder}: nothing crashed"
        (kind, message, file, line, *source), facts = crash
        error = ScriptError(
            kind, message, Path(file) if file else None, int(line) or None, *source, facts=facts
        )
        found.append((error, explain(error, lambda _path: Look.FILE)))
    return found


def said(diagnosis: Diagnosis | None) -> str:
    if diagnosis is None:
        return "-"
    explanation(diagnosis)  # its values fit
    return f"{diagnosis.kind.name} {' | '.join(map(str, diagnosis.values))}".strip()


def judge(version: tuple[int, ...], expected: list[str], got: str) -> bool:
    """The line that holds for this version is what was said."""
    for line in expected:
        since, _, words = line.partition(" ")
        if not since:
            return got == words
        if version >= tuple(map(int, since.split("."))):
            return got == words
        return got in (words, "-")
    raise AssertionError("nothing is expected")


def test_each_broken_script_is_explained_rightly(each_python: Any, tmp_path: Path) -> None:
    cases = list(all_cases())
    folders = [tmp_path / str(number) for number in range(len(cases))]
    for folder, (_title, files, _expected) in zip(folders, cases, strict=True):
        write(folder, files)
    wrong = []
    for (title, _files, expected), folder, (error, diagnosis) in zip(
        cases, folders, explained(each_python.path, folders), strict=True
    ):
        got = said(diagnosis).replace(str(folder), "FOLDER")
        if not judge(each_python.version, expected, got):
            wrong.append(f"{title}: {got}, not {expected} ({error.type}: {error.message})")
    assert not wrong, "\n".join(wrong)
