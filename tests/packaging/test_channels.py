"""What package managers read is made of a release's files, and of nothing besides."""

from __future__ import annotations

import datetime
import hashlib
import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2026, 12, 1)
FILES = (
    *("Reloader-1.2.0-windows-amd64.exe", "Reloader-1.2.0-windows-amd64.zip"),
    *("reloader-1.2.0-linux-x86_64.tar.zst", "reloader-1.2.0-linux-aarch64.tar.zst"),
    *("reloader_gui-1.2.0.tar.gz", "reloader_1.2.0_amd64.deb"),
)


@pytest.fixture
def channels(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("builder.channels")


def sha256(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_text(name)
    sums = "".join(f"{sha256(name)}  {name}\n" for name in FILES)
    (folder / "SHA256SUMS").write_text(sums)
    return folder


def test_each_channel_names_its_file_with_its_sum(
    channels: Any, files: Path, tmp_path: Path
) -> None:
    out = tmp_path / "channels"
    written = channels.write(channels.read_release(files, "1.2.0", DAY), out)
    texts = {path.name: path.read_text(encoding="utf-8") for path in written}
    for name, file in {
        "Reloader.Reloader.installer.yaml": FILES[0],
        "reloader.json": FILES[1],
        ".SRCINFO": FILES[2],
        "reloader.rb": FILES[4],
    }.items():
        assert f"/releases/download/v1.2.0/{file}" in texts[name]
        assert sha256(file) in texts[name].lower()
    assert "ReleaseDate: 2026-12-01\n" in texts["Reloader.Reloader.installer.yaml"]
    scoop = json.loads(texts["reloader.json"])
    newer = scoop["autoupdate"]["architecture"]["64bit"]["url"]
    assert newer.replace("$version", "1.2.0") == scoop["architecture"]["64bit"]["url"]
    for name in FILES[2:4]:
        assert f"sha256sums_{name.split('-')[-1][:-8]}=('{sha256(name)}')" in texts["PKGBUILD"]


def test_winget_knows_the_installer(channels: Any, files: Path) -> None:
    """The oldest Windows, and the key for uninstalling, are those of the installer itself."""
    source = (ROOT / "packaging" / "windows" / "installer.nsi").read_text(encoding="utf-8")
    defined = dict(re.findall(r'^!define (\w+) "?(\w+)"?', source, re.M))
    release = channels.read_release(files, "1.2.0", DAY)
    (text,) = [text for name, text in channels.winget(release).items() if ".installer" in name]
    assert f"MinimumOSVersion: 10.0.{defined['OLDEST_BUILD']}.0\n" in text
    assert f"ProductCode: {defined['PROGRAM']}\n" in text


def test_a_file_that_is_not_the_releases_is_refused(channels: Any, files: Path) -> None:
    (files / FILES[0]).write_text("another")
    with pytest.raises(channels.Failed, match=r"\.exe in .* is not the file"):
        channels.read_release(files, "1.2.0", DAY)
    (files / "SHA256SUMS").unlink()
    with pytest.raises(channels.Failed, match="has no SHA256SUMS"):
        channels.read_release(files, "1.2.0", DAY)


def test_a_release_of_another_version_is_refused(channels: Any, files: Path) -> None:
    with pytest.raises(channels.Failed, match=r"must have one file like .*1\\\.3\\\.0"):
        channels.winget(channels.read_release(files, "1.3.0", DAY))
