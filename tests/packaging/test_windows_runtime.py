"""The Windows Python that is shipped: signed by python.org, trimmed, and nothing else."""

from __future__ import annotations

import hashlib
import importlib
import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Load = Callable[[str], Any]

KEPT = ("python.exe", "vcruntime140.dll")

pytestmark = pytest.mark.linux


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped") / "runtime"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        python: Any = importlib.import_module("_windows_python")
        python.unpack(python.fetch(python.SHIPPED, Path(sys.executable)), folder)
        assert python.version(folder) == python.SHIPPED.version
        importlib.import_module("builder.windows_runtime").trim(folder)
    return folder


@pytest.fixture
def runtime(unpacked: Path, tmp_path: Path) -> Path:
    return shutil.copytree(unpacked, tmp_path / "runtime")


def keep_a_few(runtime: Path) -> None:
    """Each takes a while, and these are enough."""
    for path in runtime.rglob("*"):
        if path.suffix in (".exe", ".dll", ".pyd") and path.name not in KEPT:
            path.unlink()


def test_python_orgs_files_are_verified_and_others_refused(load: Load, runtime: Path) -> None:
    module = load("builder.authenticode")
    verified = module.verify_python(runtime)
    assert verified.executables == len(
        [path for path in runtime.rglob("*") if path.suffix in (".exe", ".dll", ".pyd")]
    )
    assert verified.library_files > 500

    keep_a_few(runtime)

    def is_refused(name: str) -> None:
        with pytest.raises(load("_steps").Failed, match=name):
            module.verify_python(runtime)

    program = runtime / "python.exe"
    good = program.read_bytes()
    program.write_bytes(good[:5000] + bytes([good[5000] ^ 1]) + good[5001:])
    is_refused("python.exe")
    program.write_bytes(good)

    source = runtime / "Lib" / "random.py"
    good = source.read_bytes()
    source.write_bytes(good + b"\r\n")
    is_refused("random.py")
    source.write_bytes(good)

    added = runtime / "Lib" / "added.py"
    added.write_text("print('not from python.org')\n")
    is_refused("added.py")
    added.unlink()

    # Signed, but by somebody else.
    shutil.copyfile(runtime / "vcruntime140.dll", runtime / "DLLs" / "other.dll")
    is_refused("other.dll")


def test_the_zips_catalogue_does_not_name_each_file(load: Load, runtime: Path) -> None:
    """That of the zip for the install manager: what it leaves out is counted."""
    module = load("builder.authenticode")
    keep_a_few(runtime)
    catalogue = runtime / "DLLs" / "python_lib.cat"
    catalogue = catalogue.rename(catalogue.with_name("python.cat"))
    (runtime / "Lib" / "added.py").write_text("print('not named')\n")
    verified = module.verify_python(runtime)
    assert verified.not_named == 1 and verified.library_files > 500
    catalogue.unlink()
    with pytest.raises(load("_steps").Failed, match="neither"):
        module.verify_python(runtime)


def test_it_is_a_whole_python_without_test_suites(runtime: Path) -> None:
    for name in ("idlelib", "tkinter", "venv", "ensurepip", "turtle.py", "turtledemo"):
        assert (runtime / "Lib" / name).exists()
    assert (runtime / "include" / "Python.h").is_file()
    assert not [path for path in runtime.rglob("*") if path.name in ("test", "tests", "idle_test")]
    assert not list(runtime.rglob("site-packages/*"))


def test_each_library_inside_has_its_text_and_a_version(load: Load, runtime: Path) -> None:
    """For the list of what is shipped: who looks for a flaw in OpenSSL finds it there."""
    module, python = load("builder.windows_libraries"), load("_windows_python")
    found = {
        part.name: part
        for part in module.libraries(runtime, python.SHIPPED.version, runtime / "LICENSE.txt")
    }
    assert found.keys() == {each.name for each in module.INSIDE} - {"zstd"}
    assert found["openssl"].purl == f"pkg:generic/openssl@{python.SHIPPED.openssl}"
    assert found["sqlite"].version.count(".") == 2 and found["tk"].version.startswith("8.6.")
    assert found["xz"].version == f"that of CPython {python.SHIPPED.version}"
    of_python = (runtime / "LICENSE.txt",)
    assert [name for name, part in found.items() if part.texts == of_python] == ["vcruntime"]
    assert all(text.is_file() for part in found.values() for text in part.texts)
    shutil.copyfile(runtime / "DLLs" / "sqlite3.dll", runtime / "DLLs" / "other.dll")
    with pytest.raises(load("_steps").Failed, match="other.dll"):
        module.libraries(runtime, python.SHIPPED.version, runtime / "LICENSE.txt")


def test_python_orgs_newest_is_fetched_as_its_index_says(load: Load, tmp_path: Path) -> None:
    """Nothing here reaches python.org: an index like its own, in two pages, with one file."""
    python = load("_windows_python")
    series = "%d.%d" % load("builder.context").PYTHON_VERSION
    content = tmp_path / f"python-{series}.99-amd64.zip"
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("Lib/os.py", "")
        made.writestr("Lib/site-packages/pip/__init__.py", "")
        made.writestr("include/patchlevel.h", f'#define PY_VERSION              "{series}.99"\n')
        made.writestr("python3.dll", "")
        made.writestr("__pycache__/a.pyc", "")
    entry = {"id": f"pythoncore-{series}-64", "url": content.as_uri()}
    entries = [{**entry, "id": f"pythoncore-{series}-arm64"}, {**entry, "hash": {"sha256": ""}}]
    (tmp_path / "a.json").write_text(json.dumps({"versions": entries[:1], "next": "b.json"}))
    second = tmp_path / "b.json"
    second.write_text(json.dumps({"versions": entries}))
    first = (tmp_path / "a.json").as_uri()
    with pytest.raises(load("_steps").Failed, match="is not the file"):
        python.fetch_newest(tmp_path / "new", first)
    digest = hashlib.sha256(content.read_bytes()).hexdigest()
    second.write_text(json.dumps({"versions": [{**entry, "hash": {"sha256": digest}}]}))
    fetched = python.fetch_newest(tmp_path / "new", first)
    assert fetched == tmp_path / "new" / content.name
    python.unpack(fetched, tmp_path / "unpacked")
    assert python.version(tmp_path / "unpacked") == f"{series}.99"
    files = sorted(path.name for path in (tmp_path / "unpacked").rglob("*.*"))
    assert files == ["os.py", "patchlevel.h", "python3.dll"]


def test_what_only_python_orgs_zip_has_is_left_out(load: Load, tmp_path: Path) -> None:
    for name in ("Doc/html/index.html", "__install__.json", "Lib/os.py", "DLLs/python.cat"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    load("builder.windows_runtime").trim(tmp_path)
    kept = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert kept == ["DLLs/python.cat", "Lib/os.py"]


def test_a_dll_that_is_neither_shipped_nor_windows_own_is_named(load: Load, runtime: Path) -> None:
    pe = load("builder.pe")
    pe.check(runtime)
    python = runtime / "python.exe"
    dll = "python%d%d.dll" % load("builder.context").PYTHON_VERSION
    assert {dll, "vcruntime140.dll", "kernel32.dll"} <= pe.needed(python)
    # Only when a function of it is first called.
    assert "ole32.dll" in pe.needed(runtime / "DLLs" / "_wmi.pyd")
    library = runtime / "DLLs" / "libcrypto-3.dll"
    library.unlink()
    with pytest.raises(load("_steps").Failed, match=r"_hashlib\.pyd needs libcrypto-3\.dll"):
        pe.check(runtime)
    library.write_bytes(python.read_bytes()[:1000])
    with pytest.raises(load("_steps").Failed, match=r"libcrypto-3\.dll is no program"):
        pe.check(runtime)


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", ["0", "1", "0", "0"]), ("1.2", ["1", "2", "0", "0"]), ("1.2.3rc4", list("1230"))],
)
def test_versions_as_windows_writes_them(load: Load, version: str, numbers: list[str]) -> None:
    assert load("builder.windows_programs").version_numbers(version) == numbers
