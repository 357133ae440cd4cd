""".deb, .rpm and AppImage from the assembled folder.

What a package depends on is read from its own binaries: a library that no table here names fails
the build, so a new Qt cannot silently need something that a bare system lacks.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import textwrap
from collections.abc import Iterable
from pathlib import Path

import _setup
from _setup import QT_LIBRARIES
from _steps import ROOT, Failed, clean_env, run_step
from builder import archive, elf
from builder.context import Context, size_mb

HOME = Path("usr/lib/reloader")
SUMMARY = "run a Python script, and run it again each time you save it"
DESCRIPTION = """\
Pick a Python script and press Run: a window shows what it prints, live. Save the script, or any
file that it has loaded, in any editor, and it starts again. Stop always stops everything that it
started. Python is included, so that nothing else needs to be installed."""
MAINTAINER = "Reloader contributors <reloader@users.noreply.github.com>"
RUNTIME_ENV = "RELOADER_APPIMAGE_RUNTIME"
_DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
_MORE_LIBRARIES = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Loaded by name or read as files: no binary says so. An icon theme's folders make icons known.
_DEBIAN_FILES = ("fontconfig", "fonts-dejavu-core | fonts-liberation", "hicolor-icon-theme")
_RPM_FILES = ("fontconfig", "hicolor-icon-theme", "xkeyboard-config")
_GLIBC = (
    *("libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2"),
    *("librt.so.1", "libutil.so.1"),
)


def system_tree(context: Context, folder: Path) -> Path:
    """The assembled folder as files below /."""
    tree = context.work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / HOME, symlinks=True)
    shutil.move(tree / HOME / "share", tree / "usr" / "share")
    (tree / "usr" / "bin").mkdir()
    for launcher in ("reloader", "reloader-gui"):
        (tree / "usr" / "bin" / launcher).symlink_to(Path("..", "lib", "reloader", launcher))
    documents = tree / "usr" / "share" / "doc" / "reloader"
    documents.mkdir(parents=True)
    shutil.copyfile(folder / "licences" / "Reloader.txt", documents / "copyright")
    with open(documents / "copyright", "a", encoding="utf-8") as text:
        text.write(f"\nWhat is shipped along has its own terms: /{HOME / 'licences'}\n")
    archive.touch_all(tree, context.epoch)
    return tree


def deb(context: Context, tree: Path, glibc: tuple[int, int]) -> Path:
    if shutil.which("dpkg-deb") is None:
        raise Failed("A .deb needs dpkg-deb: install the package dpkg.")
    machine = _DEBIAN_MACHINES[context.machine]
    control = tree / "DEBIAN"
    control.mkdir()
    about = textwrap.indent(DESCRIPTION, " ")
    (control / "control").write_text(
        f"Package: reloader\nVersion: {context.version}\nArchitecture: {machine}\n"
        f"Maintainer: {MAINTAINER}\nSection: devel\nPriority: optional\n"
        f"Installed-Size: {round(size_mb(tree) * 1000)}\n"
        f"Depends: {', '.join(debian_dependencies(tree, glibc))}\n"
        f"Description: {SUMMARY}\n{about}\n",
        encoding="utf-8",
    )
    for name, source in (("prerm", "ask_to_close.sh"), ("postrm", "clean_up.sh")):
        _script(source, control / name)
    archive.touch_all(tree, context.epoch)
    package = context.out / f"reloader_{context.version}_{machine}.deb"
    run_step(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(package)],
        failure="dpkg-deb could not make the package.",
        env=clean_env(SOURCE_DATE_EPOCH=str(context.epoch)),
    )
    shutil.rmtree(control)
    return package


def _script(source: str, target: Path) -> Path:
    """A script that the package system runs as root, from packaging/linux."""
    text = (ROOT / "packaging" / "linux" / source).read_text(encoding="utf-8")
    target.write_text(text.replace("@HOME@", str(HOME)), encoding="utf-8", newline="\n")
    target.chmod(0o755)
    return target


def rpm(context: Context, tree: Path, glibc: tuple[int, int]) -> Path:
    """By rpmbuild: its xz makes 43 MB of what other makers' xz and zstd make 53 of."""
    if shutil.which("rpmbuild") is None:
        _setup.install_packages(["rpm"], "Making the .rpm")
    bits = "()(64bit)"
    needs = [f"{name}{bits}" for name in sorted(elf.asked_of_the_system(tree) - set(_GLIBC))]
    needs = [name for name in needs if not name.startswith("ld-linux")]
    needs += [f"libc.so.6(GLIBC_{glibc[0]}.{glibc[1]})(64bit)", *_RPM_FILES]
    scripts = {
        # An upgrade unpacks before it runs the old package's preun.
        "pre": _script("ask_to_close.sh", context.work / "ask_to_close.sh"),
        "preun": context.work / "ask_to_close.sh",
        "postun": _script("clean_up.sh", context.work / "clean_up.sh"),
    }
    spec = context.work / "reloader.spec"
    spec.write_text(
        f"Name: reloader\nVersion: {rpm_version(context.version)}\nRelease: 1\n"
        f"Summary: {SUMMARY}\nLicense: MIT AND LGPL-3.0-only AND PSF-2.0\n"
        f"Packager: {MAINTAINER}\nAutoReqProv: no\n"
        + "".join(f"Requires: {name}\n" for name in needs)
        + f"%description\n{DESCRIPTION}\n"
        # Nothing is to be stripped, compiled or linked once more.
        + "%global debug_package %{nil}\n%global __os_install_post %{nil}\n"
        + "%global _build_id_links none\n"
        + '%install\ncp -a "$RELOADER_TREE/." "%{buildroot}"\n'
        + "".join(f"%{kind}\n{path.read_text('utf-8')}\n" for kind, path in scripts.items())
        + f"%files\n%defattr(-,root,root,-)\n/{HOME}\n"
        + "".join(f'"/{name}"\n' for name in _beside(tree)),
        encoding="utf-8",
        newline="\n",
    )
    settings = {
        "_binary_payload": "w9.xzdio",
        "_buildhost": "reloader",
        "clamp_mtime_to_source_date_epoch": "1",
        "use_source_date_epoch_as_buildtime": "1",
    }
    with tempfile.TemporaryDirectory(prefix="reloader-rpm-") as top:  # no space in its path
        settings |= {"_topdir": top, "_rpmdir": top, "_dbpath": f"{top}/db", "_rpmfilename": "made"}
        defined = [word for item in settings.items() for word in ("--define", " ".join(item))]
        target = ["--target", f"{context.machine}-linux"]
        run_step(
            ["rpmbuild", "-bb", "--quiet", *target, *defined, str(spec)],
            failure="rpmbuild could not make the package.",
            env=clean_env(SOURCE_DATE_EPOCH=str(context.epoch), RELOADER_TREE=str(tree)),
        )
        package = context.out / f"reloader-{context.version}-1.{context.machine}.rpm"
        shutil.copyfile(Path(top, "made"), package)
    return package


def rpm_version(version: str) -> str:
    """1.2.0rc1 comes before 1.2.0, and that is what ~ says."""
    return re.sub(r"(?<=\d)(?=a|b|rc)", "~", version, count=1)


def _beside(tree: Path) -> list[str]:
    """The files outside of HOME; folders there belong to other packages, too."""
    names = [path.relative_to(tree) for path in archive.files(tree)]
    files = [name for name in names if (tree / name).is_symlink() or (tree / name).is_file()]
    return [name.as_posix() for name in files if not name.is_relative_to(HOME)]


def appimage(context: Context, folder: Path) -> Path:
    """The AppImage runtime (github.com/AppImage/type2-runtime) with the folder as a squashfs."""
    runtime = os.environ.get(RUNTIME_ENV)
    if not runtime or not Path(runtime).is_file():
        raise Failed(f"An AppImage needs the official runtime: name its file in {RUNTIME_ENV}.")
    root = context.work / "AppDir"
    shutil.copytree(folder, root, symlinks=True)
    (root / "AppRun").symlink_to("reloader-gui")
    shutil.copyfile(root / "share/applications/reloader.desktop", root / "reloader.desktop")
    icon = "share/icons/hicolor/scalable/apps/reloader.svg"
    shutil.copyfile(root / icon, root / "reloader.svg")
    archive.touch_all(root, context.epoch)
    squashed = context.work / "reloader.squashfs"
    run_step(
        [
            *("mksquashfs", str(root), str(squashed), "-root-owned", "-noappend", "-quiet"),
            *("-comp", "zstd", "-Xcompression-level", "19", "-b", "1M"),
        ],
        failure="An AppImage needs mksquashfs: install the package squashfs-tools.",
        env=clean_env(SOURCE_DATE_EPOCH=str(context.epoch)),
    )
    package = context.out / f"Reloader-{context.version}-{context.machine}.AppImage"
    package.write_bytes(Path(runtime).read_bytes() + squashed.read_bytes())
    package.chmod(0o755)
    return package


def debian_dependencies(tree: Path, glibc: tuple[int, int]) -> list[str]:
    libraries = debian_packages(elf.asked_of_the_system(tree))
    return sorted({f"libc6 (>= {glibc[0]}.{glibc[1]})", "xkb-data", *_DEBIAN_FILES, *libraries})


def debian_packages(libraries: Iterable[str]) -> set[str]:
    """The packages that have these libraries, glibc's own left out."""
    known = {**QT_LIBRARIES, **_MORE_LIBRARIES}
    packages = set()
    for library in libraries:
        if library in _GLIBC or library.startswith("ld-linux"):
            continue
        if library not in known:
            raise Failed(f"The package needs {library}: name its Debian package in {__name__}.")
        packages.add("libfontconfig1" if known[library] == "fontconfig" else known[library])
    return packages
