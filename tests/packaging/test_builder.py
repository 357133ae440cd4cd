"""The builder's pieces: reproducible archives, locked libraries, licences, what is kept of Qt."""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import plistlib
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pythons import own_base, system_python

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_700_000_000
Load = Callable[[str], Any]


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Load:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(f"builder.{name}")

    return load


@pytest.fixture
def context(builder: Load, tmp_path: Path) -> Any:
    module = builder("context")
    return module.Context(
        root=ROOT,
        work=tmp_path,
        out=tmp_path,
        version="1.2",
        epoch=EPOCH,
        formats=(),
        say=lambda _: None,
        python=Path("/usr/bin/python3"),
        machine="x86_64",
    )


def a_folder(parent: Path, names: list[str]) -> Path:
    folder = parent / "thing"
    (folder / "inner").mkdir(parents=True)
    for name in names:
        (folder / name).write_text(name)
    (folder / names[0]).chmod(0o700)
    return folder


@pytest.mark.parametrize("kind", ["zip_folder", "tar_zst"])
def test_two_equal_folders_are_equal_archives(builder: Load, kind: str, tmp_path: Path) -> None:
    if kind == "tar_zst":
        pytest.importorskip("zstandard", reason="only packaging/build.py's environment has it")
    names = ["run", "b.txt", "inner/a.txt", "inner/ä.txt"]
    made = []
    for number, order in enumerate((names, [names[0], *reversed(names[1:])])):
        folder = a_folder(tmp_path / str(number), order)
        os.utime(folder / "b.txt", (number, number))
        (folder / "inner" / "a.txt").chmod(0o600 if number else 0o664)
        archive = tmp_path / f"{number}.archive"
        getattr(builder("archive"), kind)(folder, archive, EPOCH)
        made.append(archive.read_bytes())
    assert made[0] == made[1]


@pytest.mark.posix
def test_a_zip_keeps_what_is_executable(builder: Load, tmp_path: Path) -> None:
    builder("archive").zip_folder(a_folder(tmp_path, ["run", "text"]), tmp_path / "z", EPOCH)
    with zipfile.ZipFile(tmp_path / "z") as archive:
        modes = {info.filename: info.external_attr >> 16 & 0o777 for info in archive.infolist()}
        assert {info.date_time[0] for info in archive.infolist()} == {2023}
    assert modes == {"thing/run": 0o755, "thing/text": 0o644}


@pytest.mark.posix
def test_a_tar_has_links_and_no_owner(builder: Load, tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    folder = a_folder(tmp_path, ["run", "text"])
    (folder / "link").symlink_to("run")
    os.link(folder / "text", folder / "twin")
    builder("archive").tar_zst(folder, tmp_path / "t", EPOCH)
    with (
        open(tmp_path / "t", "rb") as file,
        zstandard.ZstdDecompressor().stream_reader(file) as stream,
        tarfile.open(fileobj=stream, mode="r|") as tar,
    ):
        members = {member.name: member for member in tar}
    assert members["thing/link"].linkname == "run"
    assert members["thing/twin"].isreg() and members["thing/twin"].size == 4
    assert {member.uid for member in members.values()} == {0}
    assert {member.mtime for member in members.values()} == {EPOCH}


def locked(name: str) -> dict[str, int]:
    """Each library in a lock file, with how many hashes it has."""
    text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text)
    found = [(re.match(r"([a-z0-9-]+)==", entry), entry) for entry in entries]
    return {match[1]: entry.count("--hash=sha256:") for match, entry in found if match}


def test_each_platform_has_its_dependencies_locked(builder: Load) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in builder("lock").PLATFORMS:
        have = locked(name)
        assert all(have.values()), f"{name}: without a hash"
        for line in project["dependencies"]:
            wanted = re.split(r"[<>=;]", line)[0].lower().replace("_", "-")
            if wanted != "inotify-simple" or name.startswith("linux"):
                assert wanted in have, f"{wanted} is not locked for {name}"
    assert "inotify-simple" not in locked("windows-amd64")


def test_the_release_workflow_builds_with_the_python_that_is_shipped(builder: Load) -> None:
    text = (ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8")
    shipped = "%d.%d" % builder("context").PYTHON_VERSION
    assert re.findall(r"3\.1\d", text) == [shipped]
    assert f'PYTHON: "{shipped}"' in text


def test_all_platforms_get_the_same_versions(builder: Load) -> None:
    """Qt's, too: what was tried on one system says something of the others."""
    lock = builder("lock")
    found = {name: set(lock.versions(name).items()) for name in lock.PLATFORMS}
    linux = found.pop("linux-x86_64")
    for name, versions in found.items():
        assert versions <= linux, name


def fake_pyside(library: Path) -> None:
    for name in (
        *("PySide6/__init__.py", "PySide6/QtCore.abi3.so", "PySide6/QtQml.abi3.so"),
        *("PySide6/libpyside6.abi3.so.6.11", "PySide6/lupdate", "PySide6/QtCore.pyi"),
        *("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Quick.so.6"),
        *("PySide6/Qt/lib/libicudata.so.73", "PySide6/Qt/qml/a.qml"),
        *("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/platforms/libqvnc.so"),
        *("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/plugins/tls/libtls.so"),
        *("PySide6/Qt/translations/qtbase_de.qm", "PySide6/Qt/translations/qtbase_fr.qm"),
        *("shiboken6/Shiboken.abi3.so", "shiboken6/lib/cmake/x.cmake", "bin/pyside6-uic"),
        *("thing-1.dist-info/METADATA", "thing-1.dist-info/RECORD"),
    ):
        (library / name).parent.mkdir(parents=True, exist_ok=True)
        (library / name).touch()


def test_what_is_kept_of_qt(builder: Load, tmp_path: Path) -> None:
    fake_pyside(tmp_path)
    builder("app").trim(tmp_path, ["de"])
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {
        *("PySide6/__init__.py", "PySide6/QtCore.abi3.so", "PySide6/libpyside6.abi3.so.6.11"),
        *("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libicudata.so.73"),
        *("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/translations/qtbase_de.qm"),
        *("shiboken6/Shiboken.abi3.so", "thing-1.dist-info/METADATA"),
    }


def test_the_modules_of_qt_are_read_off_the_sources(builder: Load, tmp_path: Path) -> None:
    source = tmp_path / "reloader_gui" / "x.py"
    source.parent.mkdir()
    source.write_text("def f():\n    from PySide6.QtSvg import A\nimport PySide6.QtXml\n")
    assert builder("app").imported_modules(tmp_path) == {"QtSvg", "QtXml"}
    assert {"QtCore", "QtGui", "QtWidgets"} <= builder("app").imported_modules()


def test_the_window_s_languages_decide_qt_s(builder: Load, tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    for name in ("reloader_de.qm", "pt_BR.qm", "reloader_fr.ts"):
        (tmp_path / "i18n" / name).touch()
    assert builder("app").languages(tmp_path) == ["de", "pt_BR"]


def test_licences_and_sbom(builder: Load, context: Any, tmp_path: Path) -> None:
    licences = builder("licences")
    library = tmp_path / "lib"
    for name, terms in (("thing", "License-Expression: MIT OR Apache-2.0"), ("PySide6", "")):
        if name == "PySide6":
            name = "pyside6_essentials"
        information = library / f"{name}-1.0.dist-info"
        information.mkdir(parents=True)
        (information / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n{terms}\n")
        (information / "LICENSE").write_text(f"the terms of {name}")
    for target in ("one", "two"):
        licences.write(context, tmp_path / target, licences.libraries(library))
    assert (tmp_path / "one" / "thing.txt").read_text() == "the terms of thing"
    assert "GNU LESSER" in (tmp_path / "one" / "pyside6-essentials.txt").read_text("utf-8")
    assert "pkg:pypi/thing@1.0" in (tmp_path / "one" / "SOURCES.txt").read_text()
    text = (tmp_path / "one" / licences.SBOM).read_bytes()
    assert text == (tmp_path / "two" / licences.SBOM).read_bytes()
    parts = {part["name"]: part for part in json.loads(text)["components"]}
    assert parts["thing"]["licenses"] == [{"expression": "MIT OR Apache-2.0"}]
    assert parts["pyside6-essentials"]["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]


def test_a_system_library_is_named_as_its_system_s(builder: Load) -> None:
    """A release is built on Ubuntu, whose sources are not Debian's."""
    owned = Path("/usr/bin/dpkg")
    if not owned.is_file():
        pytest.skip("no Debian or Ubuntu")
    (found,) = builder("linux_runtime")._components([owned])
    system = re.search(r"^ID=(\w+)$", Path("/etc/os-release").read_text("utf-8"), re.M)
    assert system is not None
    assert found.purl == f"pkg:deb/{system[1]}/dpkg@{found.version}"
    assert found.texts == (Path("/usr/share/doc/dpkg/copyright"),)


def test_a_library_without_its_licence_is_refused(
    builder: Load, context: Any, tmp_path: Path
) -> None:
    licences = builder("licences")
    thing = licences.Component("thing", "1", "MIT", "pkg:pypi/thing@1", ())
    with pytest.raises(Exception, match="thing comes without the text"):
        licences.write(context, tmp_path / "out", [thing])


def test_a_library_that_no_table_names_fails_the_build(builder: Load) -> None:
    packages = builder("linux_packages")
    assert "libegl1" in packages.debian_packages({"libEGL.so.1", "libc.so.6"})
    with pytest.raises(Exception, match=r"needs libnew\.so\.9"):
        packages.debian_packages({"libnew.so.9"})


def test_the_mac_s_information_offers_itself_for_scripts(builder: Load) -> None:
    table = plistlib.loads(plistlib.dumps(builder("macos").information("1.2")))
    assert table["CFBundleShortVersionString"] == "1.2"
    kinds = table["CFBundleDocumentTypes"]
    assert [kind["LSItemContentTypes"] for kind in kinds] == [["public.python-script"]]
    assert kinds[0]["LSHandlerRank"] == "Alternate"  # the user's editor stays the default


@pytest.mark.posix
@pytest.mark.parametrize(("failures", "is_made"), [(0, True), (4, True), (5, False)])
def test_a_disk_image_for_which_the_mac_is_too_busy_is_tried_again(
    builder: Load,
    context: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failures: int,
    is_made: bool,
) -> None:
    """'Resource busy': something on the Mac looks at what hdiutil has just written."""
    for number in range(failures):
        (tmp_path / f"fail {number}").touch()
    tool = tmp_path / "bin" / "hdiutil"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\nfor file in "{tmp_path}/fail "*; do\n'
        '  test -e "$file" && rm "$file" && exit 1\ndone\n'
        'for last; do :; done\necho made > "$last"\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent), prepend=os.pathsep)
    macos = builder("macos")
    image = tmp_path / "Reloader.dmg"
    if is_made:
        macos.make_image(context, tmp_path, image)
    else:
        with pytest.raises(importlib.import_module("_steps").Failed, match="hdiutil"):
            macos.make_image(context, tmp_path, image)
    assert image.exists() is is_made


@pytest.mark.linux
def test_the_runtime_keeps_idle_s_settings(builder: Load, tmp_path: Path) -> None:
    """A pattern for CPython's own folder config-3.11-... once took IDLE's along."""
    names = ["config-main.def", "config-3.11-x86_64-linux-gnu", "test", "nis.cpython-311.so"]
    ignored = shutil.ignore_patterns(*builder("linux_runtime").LEFT_OUT)(str(tmp_path), names)
    assert set(names) - set(ignored) == {"config-main.def"}


@pytest.mark.linux
def test_the_launcher_finds_its_folder_through_a_link(
    tmp_path: Path, clean_env: dict[str, str]
) -> None:
    home = tmp_path / "with a space"
    (home / "runtime" / "bin").mkdir(parents=True)
    (home / "app").mkdir()
    (home / "runtime" / "bin" / "python3").symlink_to(sys.executable)
    (home / "app" / "launch.py").write_text("import sys; print(sys.flags.isolated, sys.argv[1:])")
    template = (ROOT / "packaging" / "linux" / "launcher.sh").read_text(encoding="utf-8")
    (home / "reloader-gui").write_text(template.replace("@PROGRAM@", "launch.py"))
    (home / "reloader-gui").chmod(0o755)
    link = tmp_path / "reloader-gui"
    link.symlink_to(home / "reloader-gui")
    command = [str(link), "a b", "*"]
    said = subprocess.run(command, env=clean_env, cwd="/", capture_output=True, text=True)
    assert said.stdout == "1 ['a b', '*']\n", said.stderr


@pytest.fixture
def build(builder: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/build.py in an environment that has its tools, away from the checkout's build/."""
    monkeypatch.setenv("RELOADER_BUILD_TOOLS", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    module = importlib.import_module("build")
    monkeypatch.setattr(module, "ROOT", tmp_path / "checkout")
    return module


def pack_until_the_second(context: Any) -> Iterator[Path]:
    """A builder whose first package is complete, and whose second is only begun."""
    for name in ("one.pkg", "inner/two.pkg"):
        package = context.out / name
        package.parent.mkdir(exist_ok=True)
        package.write_text("half")
        if name != "one.pkg":
            raise KeyboardInterrupt
        package.write_text("whole")
        yield package


@pytest.mark.parametrize("command", ["linux", "windows", "macos", "python", "channels"])
def test_half_a_package_is_not_where_the_packages_are(
    build: ModuleType,
    builder: Load,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "one.pkg").write_text("of a build before")
    monkeypatch.setattr(builder(command), "build", pack_until_the_second)
    with pytest.raises(KeyboardInterrupt):
        build.main([command, "--out", str(out)])
    found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    assert list(found) == ["one.pkg"]
    assert found["one.pkg"].read_text() == "whole"


def test_a_package_on_its_way_to_another_disk_does_not_look_whole(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There it is copied, and that takes a while."""
    made = tmp_path / "made" / "one.pkg"
    made.parent.mkdir()
    made.write_text("whole")

    def move(source: Path, target: Path) -> None:
        target.write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(build.shutil, "move", move)
    with pytest.raises(KeyboardInterrupt):
        build.deliver(made, tmp_path / "made", tmp_path / "dist")
    assert [path.suffix for path in (tmp_path / "dist").iterdir()] == [".part"]


def test_the_man_page_is_made_from_the_parser(builder: Load) -> None:
    from reloader_core.command.ctl import make_ctl_parser
    from reloader_core.command.parser import described, make_parser

    words = builder("linux_data").man_words(json.loads(json.dumps(described())))
    page = (ROOT / "packaging" / "linux" / "reloader.1").read_text(encoding="utf-8")
    for mark, text in words.items():
        assert page.count(mark) == 1
        page = page.replace(mark, text)
    for action in make_parser()._actions:
        for name in action.option_strings:
            assert f"Fl {name[1:]}" in page
    assert "(default: 2)" in page
    for word in ("It 127", "PYTHONDEVMODE", "Dl reloader --once tests.py", "SIGUSR1"):
        assert word in page
    for action in make_ctl_parser()._actions:
        for name in (*action.option_strings[-1:], *(action.choices or ())):
            assert name == "--help" or name.removeprefix("-") in page
    assert page.count(".Bl ") == page.count(".El")


@pytest.mark.linux
def test_a_systems_own_python_is_not_shipped(builder: Load, context: Any, tmp_path: Path) -> None:
    own = dataclasses.replace(context, python=system_python(tmp_path / "usr"))
    with pytest.raises(importlib.import_module("_steps").Failed, match="CONTRIBUTING"):
        builder("linux_runtime").make(own, tmp_path / "runtime")
    assert not (tmp_path / "runtime").exists()


@pytest.mark.linux
def test_who_makes_a_package_is_of_the_version_that_is_shipped(
    builder: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For Linux none of the system's own; without one, it is said where to read on."""
    monkeypatch.setattr(builder("context"), "PYTHON_VERSION", tuple(sys.version_info[:2]))
    build = importlib.import_module("build")
    systems = str(system_python(tmp_path / "usr"))
    other = [str(tmp_path / "no such program")]
    monkeypatch.setattr(build.sys, "executable", systems)
    monkeypatch.setattr(build.dev, "candidates", lambda: iter([other, [systems]]))
    ask = build._parser().parse_args
    assert build._other_python(ask(["windows"])) is None
    assert build._other_python(ask(["channels"])) is None
    with pytest.raises(importlib.import_module("_steps").Failed, match="can be copied"):
        build._other_python(ask(["linux"]))
    mine = str(own_base())
    monkeypatch.setattr(build.dev, "candidates", lambda: iter([other, [systems], [mine]]))
    assert build._other_python(ask(["linux"])) == [mine]
    assert build._other_python(ask(["linux", "--python", systems])) is None
