"""packaging/release.py: a tag is a release only if everything names the same version."""

from __future__ import annotations

import importlib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = """\
# Changes

## 1.2.0rc1 (2026-12-01)

### Better
- It is better.

## 1.1.0 (2026-11-01)
- It was good.
"""


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("release")


def test_a_release_is_one_version_everywhere(release: Any) -> None:
    assert release.check("v1.2.0rc1", "1.2.0rc1", CHANGELOG) == "1.2.0rc1"
    assert release.stage("v1.2.0rc1") == "prerelease"
    assert release.stage("v1.1.0") == "release"


@pytest.mark.parametrize(
    ("tag", "version", "changelog", "says"),
    [
        ("v1.2.0", "1.2.0rc1", CHANGELOG, "The tag is v1.2.0, but pyproject.toml says"),
        ("v1.1.0", "1.1.0", CHANGELOG, "must begin with '## 1.1.0"),
        ("v1.1.0", "1.1.0", "## Not released yet\n", "not '## Not released yet'"),
        ("v1.2", "1.2", "## 1.2 (2026-12-01)\n", "is no version like"),
    ],
)
def test_what_does_not_fit_is_said(
    release: Any, tag: str, version: str, changelog: str, says: str
) -> None:
    with pytest.raises(release.Failed, match=says.replace("(", r"\(")):
        release.check(tag, version, changelog)


def test_a_release_is_made_where_the_project_says_that_it_is(release: Any) -> None:
    """Else winget, Scoop, the AUR and PyPI would send users to somebody else's repository."""
    release.check_place("https://example.org/Who/What", "https://example.org/who/what")
    with pytest.raises(release.Failed, match=r"pyproject\.toml says .*who/what.*me/what"):
        release.check_place("https://example.org/me/what", "https://example.org/who/what")


def test_notes_are_the_part_of_that_version(release: Any) -> None:
    assert release.notes(CHANGELOG, "1.2.0rc1") == "### Better\n- It is better.\n"
    assert release.notes(CHANGELOG, "1.1.0") == "- It was good.\n"
    with pytest.raises(release.Failed, match=r"nothing about 9\.9\.9"):
        release.notes(CHANGELOG, "9.9.9")


def build(folder: Path, files: dict[str, str], deb: str = "deb") -> Path:
    folder.mkdir()
    with zipfile.ZipFile(folder / "R.zip", "w") as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name), text)
    (folder / "r.deb").write_text(deb)
    (folder / "R.exe").write_text(str(files))
    return folder


def test_two_builds_are_the_same_byte_by_byte(release: Any, tmp_path: Path) -> None:
    one = build(tmp_path / "one", {"R/R.exe": "program", "R/runtime/python.exe": "python"})
    same = build(tmp_path / "same", {"R/R.exe": "program", "R/runtime/python.exe": "python"})
    signed = build(tmp_path / "signed", {"R/R.exe": "signed", "R/runtime/python.exe": "python"})
    other = build(tmp_path / "other", {"R/R.exe": "program", "R/runtime/python.exe": "other"})
    debian = build(tmp_path / "deb", {"R/R.exe": "program", "R/runtime/python.exe": "python"}, "2")
    assert release.compare(one, same).startswith("3 files are the same")
    assert "R.exe not compared: signed" in release.compare(one, signed, signed=True)
    for two, is_signed, says in (
        (signed, False, r"R\.exe, R/R\.exe in R\.zip"),
        (other, True, r"R/runtime/python\.exe in R\.zip"),
        (debian, True, r"r\.deb"),
    ):
        with pytest.raises(release.Failed, match=f"The two builds differ: {says}"):
            release.compare(one, two, signed=is_signed)
    (same / "more.txt").touch()
    with pytest.raises(release.Failed, match="only one of them has more.txt"):
        release.compare(one, same)
