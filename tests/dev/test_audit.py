"""The look for known vulnerabilities: what it says, and that it is no hurdle without a network."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
AUDIT = ROOT / "packaging" / "_audit.py"
GOOD = {"name": "good", "version": "1.0", "vulns": []}
BAD = {
    "name": "bad",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.1"], "aliases": []}],
}
UNKNOWN = {"name": "unknown", "skip_reason": "Dependency not found on PyPI"}
SKIPPED = "skipped: PyPI's database of vulnerabilities cannot be reached from here"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(AUDIT.parent))
    return importlib.import_module("_audit")


def report(*packages: object) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.mark.parametrize(
    ("packages", "code", "sentence"),
    [
        ([GOOD], 0, "none of 1 locked packages is known to be vulnerable"),
        (
            [GOOD, UNKNOWN],
            0,
            "none of 1 locked packages is known to be vulnerable; not known there: unknown",
        ),
        (
            [GOOD, BAD],
            1,
            "vulnerable: bad 2.0: PYSEC-2026-1, mended in 2.1."
            " Delete the lock file, run `build.py lock`, and test.",
        ),
        # A mirror without the database answers 'not found' for everything.
        ([UNKNOWN], 0, SKIPPED),
    ],
)
def test_the_verdict(module: Any, packages: list[object], code: int, sentence: str) -> None:
    audit = module.Audit()
    audit.read(code, report(*packages), "")
    assert audit.verdict() == (code, sentence)


def test_a_failure_of_the_tool_is_no_missing_network(module: Any) -> None:
    with pytest.raises(module.Failed, match="pip-audit failed: ERROR: invalid requirements"):
        module.Audit().read(1, "", "ERROR: invalid requirements input: linux.txt\n")


def test_without_a_network_it_is_skipped_with_one_line(clean_env: dict[str, str]) -> None:
    """A proxy that nobody runs: every connection is refused."""
    pytest.importorskip("pip_audit", reason="not in this environment")
    nowhere = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:1")
    done = subprocess.run(
        [sys.executable, str(AUDIT)],
        env={**clean_env, **nowhere, "NO_PROXY": "", "no_proxy": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"{SKIPPED}\n"), done.stderr
