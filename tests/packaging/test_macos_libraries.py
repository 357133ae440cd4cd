"""What is said of the libraries inside the CPython that the Mac's package gets."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("builder.macos_libraries")


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    """As uv leaves a CPython there."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "BUILD").write_text("20261110")
    for name in ("libpython3.13.dylib", "libtcl9.0.dylib", "libtcl9tk9.0.dylib"):
        (tmp_path / "lib" / name).touch()
    return tmp_path


def test_each_library_has_its_text_and_a_version(module: Any, prefix: Path) -> None:
    """By what the Python itself says, and where it does not know by whose build it is."""
    import pyexpat
    import sqlite3
    import ssl

    found = {part.name: part for part in module.libraries(Path(sys.executable), prefix)}
    assert found["sqlite"].version == sqlite3.sqlite_version
    assert found["openssl"].purl == f"pkg:generic/openssl@{ssl.OPENSSL_VERSION.split()[1]}"
    assert pyexpat.EXPAT_VERSION == f"expat_{found['expat'].version}"
    assert found["bzip2"].version == "that of python-build-standalone 20261110"
    assert found["bzip2"].purl == "pkg:generic/bzip2"
    for part in found.values():
        (text,) = part.texts
        assert text.is_file()
    if sys.version_info < (3, 14):
        assert "zstd" not in found


def test_all_that_uv_s_python_has_is_told(module: Any) -> None:
    """As its cpython-unix/targets.yml says for macOS; zlib, ncurses and libedit are the Mac's."""
    named = {library.name for library in module.INSIDE}
    assert named == {
        *("bzip2", "expat", "libffi", "libuuid", "mpdecimal", "openssl", "sqlite", "tcl", "tk"),
        *("xz", "zstd"),
    }


def test_a_library_of_which_nothing_is_known_fails_the_build(module: Any, prefix: Path) -> None:
    (prefix / "lib" / "libgdbm.6.dylib").touch()
    with pytest.raises(module.Failed, match=r"libgdbm\.6\.dylib"):
        module.libraries(Path(sys.executable), prefix)


def test_whose_build_it_is_must_be_known(module: Any, prefix: Path) -> None:
    (prefix / "BUILD").unlink()
    with pytest.raises(module.Failed, match="uv python install"):
        module.libraries(Path(sys.executable), prefix)
