"""Has any locked package a known vulnerability? pip-audit asks PyPI's database.

A part of `dev.py lint`. The last line says what was found. Where the database cannot be
reached nothing can be said: one line tells so, and that is no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from _steps import ROOT, Failed, clean_env

LOCKS = ROOT / "packaging" / "lock"
_ANSWER_S = 10
_BOUND_S = 120
# pip-audit's own word, and what `requests` raises that it does not catch.
_UNREACHABLE = ("connect", "requests.exceptions.", "pip_audit._service.interface.ServiceError")


class Unreachable(Exception):
    """The database does not answer."""


@dataclass
class Audit:
    """Names with their versions."""

    asked: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    vulnerable: dict[str, str] = field(default_factory=dict)
    """What is known, and which version mends it."""

    def read(self, code: int, report: str, errors: str) -> None:
        """What pip-audit has said of one file. Raises Unreachable, or Failed."""
        try:
            packages = json.loads(report)["dependencies"]
        except ValueError:
            last = (errors.strip().splitlines() or [f"code {code}"])[-1]
            if any(word in errors for word in _UNREACHABLE):
                raise Unreachable(last) from None
            raise Failed(f"pip-audit failed: {last}") from None
        for package in packages:
            if "skip_reason" in package:
                self.unknown.add(package["name"])
                continue
            name = f"{package['name']} {package['version']}"
            self.asked.add(name)
            for found in package["vulns"]:
                mended = ", ".join(found["fix_versions"]) or "no version yet"
                self.vulnerable[name] = f"{found['id']}, mended in {mended}"

    def verdict(self) -> tuple[int, str]:
        """Exit code, and the sentence."""
        if self.vulnerable:
            found = "; ".join(f"{name}: {what}" for name, what in sorted(self.vulnerable.items()))
            return 1, f"vulnerable: {found}. Delete the lock file, run `build.py lock`, and test."
        if not self.asked:
            return 0, "skipped: PyPI's database of vulnerabilities cannot be reached from here"
        unknown = f"; not known there: {', '.join(sorted(self.unknown))}" if self.unknown else ""
        return 0, f"none of {len(self.asked)} locked packages is known to be vulnerable{unknown}"


def audit(locks: list[Path]) -> tuple[int, str]:
    found = Audit()
    for lock in locks:
        command = [
            *(sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"),
            *("--timeout", str(_ANSWER_S), "--disable-pip", "--require-hashes"),
            *("--requirement", str(lock)),
        ]
        try:
            done = subprocess.run(
                command,
                env=clean_env(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_BOUND_S,
                check=False,
            )
            found.read(done.returncode, done.stdout, done.stderr)
        except (Unreachable, subprocess.TimeoutExpired):
            break
        if not found.asked:  # a mirror without the database knows none of them
            break
    return found.verdict()


if __name__ == "__main__":
    try:
        code, sentence = audit(sorted(LOCKS.glob("*.txt")))
    except Failed as failed:
        code, sentence = 1, str(failed)
    print(sentence)
    sys.exit(code)
