"""What package managers read: winget, Scoop, the AUR and a Homebrew tap, from a release's files.

Nothing is fetched: the files of the release lie in a folder, with SHA256SUMS beside them. `write`
makes one folder a channel, as its repository has it. A channel is how users hear of a new
version; the program itself never asks the network.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from _steps import Failed
from builder import archive
from builder.context import PYTHON_VERSION, Context, address

PROJECT = address()
IDENTIFIER = "Reloader.Reloader"
_WINGET = "1.10.0"
_SUMMARY = "Run a Python script, and run it again each time you save it"
_DESCRIPTION = (
    "Pick a Python script and press Run: a window shows what it prints, live. Save the script, or"
    " any file that it has loaded, in any editor, and it starts again. Stop always stops everything"
    " that it started. Python is included."
)
_DEPENDS = (  # Arch's packages with what Qt asks of the system
    *("dbus", "fontconfig", "glib2", "glibc", "hicolor-icon-theme", "libgl", "libxkbcommon-x11"),
    *("wayland", "xcb-util-cursor", "xcb-util-image", "xcb-util-keysyms", "xcb-util-renderutil"),
    *("xcb-util-wm", "zlib"),
)
_ARCH_TREE = "usr/lib/reloader"


@dataclass(frozen=True, slots=True)
class Release:
    """A release's files by what they are, each with its sum."""

    version: str
    day: datetime.date
    sums: Mapping[str, str]
    """SHA-256 by the file's name."""

    def url(self, name: str) -> str:
        return f"{PROJECT}/releases/download/v{self.version}/{name}"

    def file(self, pattern: str) -> tuple[str, str]:
        """Name and sum of the one file; {v} stands for the version. Raises Failed."""
        wanted = re.compile(pattern.format(v=re.escape(self.version)))
        found = [name for name in self.sums if wanted.fullmatch(name)]
        if len(found) != 1:
            raise Failed(f"The release must have one file like {wanted.pattern}; it has {found}.")
        return found[0], self.sums[found[0]]


def build(context: Context) -> list[Path]:
    day = datetime.datetime.fromtimestamp(context.epoch, datetime.UTC).date()
    return write(read_release(context.release, context.version, day), context.out)


def read_release(folder: Path, version: str, day: datetime.date) -> Release:
    """Raises Failed if a file is not what SHA256SUMS says."""
    table = folder / "SHA256SUMS"
    if not table.is_file():
        raise Failed(f"{folder} has no SHA256SUMS: --release names a release's files.")
    sums = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or archive.sha256(path) != expected:
            raise Failed(f"{name} in {folder} is not the file that SHA256SUMS names.")
        sums[name] = expected
    return Release(version, day, sums)


def write(release: Release, out: Path) -> list[Path]:
    """One folder a channel below `out`; the files that were written."""
    formula = out / "homebrew" / "Formula" / "reloader.rb"
    texts = {
        **{out / "winget" / name: text for name, text in winget(release).items()},
        out / "scoop" / "bucket" / "reloader.json": scoop(release),
        out / "aur" / "reloader-bin" / "PKGBUILD": pkgbuild(release),
        out / "aur" / "reloader-bin" / ".SRCINFO": srcinfo(release),
        formula: homebrew(release),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def winget(release: Release) -> dict[str, str]:
    """The three files that the community's repository takes, by their paths in it."""
    name, sha256 = release.file(r"Reloader-{v}-windows-amd64\.exe")
    common = f"PackageIdentifier: {IDENTIFIER}\nPackageVersion: {release.version}\n"
    kinds = {
        "version": "DefaultLocale: en-US\n",
        "installer": (
            "Platform:\n- Windows.Desktop\nMinimumOSVersion: 10.0.17763.0\n"
            "InstallerType: nullsoft\nScope: user\nInstallModes:\n- interactive\n- silent\n"
            # The key that the installer writes for uninstalling: how winget knows what is there.
            "UpgradeBehavior: install\nProductCode: Reloader\n"
            f"ReleaseDate: {release.day}\n"
            "Installers:\n- Architecture: x64\n"
            f"  InstallerUrl: {release.url(name)}\n  InstallerSha256: {sha256.upper()}\n"
        ),
        "defaultLocale": (
            "PackageLocale: en-US\nPublisher: Reloader contributors\n"
            f"PublisherUrl: {PROJECT}\nPublisherSupportUrl: {PROJECT}/issues\n"
            f"PackageName: Reloader\nPackageUrl: {PROJECT}\nLicense: MIT\n"
            f"LicenseUrl: {PROJECT}/blob/v{release.version}/LICENSE\n"
            f"ShortDescription: {_SUMMARY}\nDescription: >-\n  {_DESCRIPTION}\n"
            "Moniker: reloader\nTags:\n- python\n- reload\n- watch\n- autoreload\n"
            f"ReleaseNotesUrl: {PROJECT}/releases/tag/v{release.version}\n"
        ),
    }
    ends = {"version": "", "installer": ".installer", "defaultLocale": ".locale.en-US"}
    folder = f"manifests/r/{IDENTIFIER.replace('.', '/')}/{release.version}"
    return {
        f"{folder}/{IDENTIFIER}{ends[kind]}.yaml": (
            f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{_WINGET}"
            f".schema.json\n{common}{text}ManifestType: {kind}\nManifestVersion: {_WINGET}\n"
        )
        for kind, text in kinds.items()
    }


def scoop(release: Release) -> str:
    """The zip, unpacked; its settings stay where Reloader keeps them anyway."""
    name, sha256 = release.file(r"Reloader-{v}-windows-amd64\.zip")
    newer = release.url(name).replace(release.version, "$version")
    manifest = {
        "version": release.version,
        "description": f"{_SUMMARY}.",
        "homepage": PROJECT,
        "license": "MIT",
        "architecture": {"64bit": {"url": release.url(name), "hash": sha256}},
        "extract_dir": "Reloader",
        "bin": "bin/reloader.exe",
        "shortcuts": [["Reloader.exe", "Reloader"]],
        "checkver": {"github": PROJECT},
        "autoupdate": {
            "architecture": {"64bit": {"url": newer}},
            "hash": {"url": f"{PROJECT}/releases/download/v$version/SHA256SUMS"},
        },
    }
    return json.dumps(manifest, indent=4) + "\n"


def _arch_files(release: Release) -> dict[str, tuple[str, str]]:
    return {
        machine: release.file(rf"reloader-{{v}}-linux-{machine}\.tar\.zst")
        for machine in ("x86_64", "aarch64")
    }


def pkgbuild(release: Release) -> str:
    """For the AUR: the archive below /usr/lib, its share/ and launchers in their places."""
    files = _arch_files(release)
    sources = "".join(
        f'source_{machine}=("{release.url(name).replace(release.version, "$pkgver")}")\n'
        f"sha256sums_{machine}=('{sha256}')\n"
        for machine, (name, sha256) in files.items()
    )
    depends = " ".join(f"'{name}'" for name in _DEPENDS)
    return f"""\
# Maintainer: Reloader contributors
pkgname=reloader-bin
pkgver={release.version}
pkgrel=1
pkgdesc='{_SUMMARY}'
arch=('x86_64' 'aarch64')
url='{PROJECT}'
license=('MIT' 'LGPL-3.0-only' 'PSF-2.0')
depends=({depends})
provides=('reloader')
conflicts=('reloader')
options=('!strip')
{sources}
package() {{
  install -d "$pkgdir/usr/lib" "$pkgdir/usr/bin" "$pkgdir/usr/share/licenses/$pkgname"
  cp -a "reloader-$pkgver-linux-$CARCH" "$pkgdir/{_ARCH_TREE}"
  cp -a "$pkgdir/{_ARCH_TREE}/share/." "$pkgdir/usr/share/"
  rm -r "$pkgdir/{_ARCH_TREE}/share"
  ln -s ../lib/reloader/reloader ../lib/reloader/reloader-gui "$pkgdir/usr/bin/"
  ln -s /{_ARCH_TREE}/licences "$pkgdir/usr/share/licenses/$pkgname/"
  chown -R root:root "$pkgdir"
}}
"""


def srcinfo(release: Release) -> str:
    """What `makepkg --printsrcinfo` says of that."""
    lines = [
        "pkgbase = reloader-bin",
        f"\tpkgdesc = {_SUMMARY}",
        f"\tpkgver = {release.version}",
        "\tpkgrel = 1",
        f"\turl = {PROJECT}",
        *("\tarch = x86_64", "\tarch = aarch64"),
        *("\tlicense = MIT", "\tlicense = LGPL-3.0-only", "\tlicense = PSF-2.0"),
        *(f"\tdepends = {name}" for name in _DEPENDS),
        *("\tprovides = reloader", "\tconflicts = reloader", "\toptions = !strip"),
    ]
    for machine, (name, sha256) in _arch_files(release).items():
        lines += [f"\tsource_{machine} = {release.url(name)}", f"\tsha256sums_{machine} = {sha256}"]
    return "\n".join([*lines, "", "pkgname = reloader-bin", ""])


def homebrew(release: Release) -> str:
    """A formula for a tap of the project's own, for macOS and Linux: the sdist in an environment.

    The libraries are wheels. They come in `post_install`, for in `install` Homebrew would write
    into their binaries, which breaks Qt's signatures."""
    name, sha256 = release.file(r"reloader_gui-{v}\.tar\.gz")
    python = ".".join(map(str, PYTHON_VERSION))
    return f"""\
class Reloader < Formula
  desc "{_SUMMARY}"
  homepage "{PROJECT}"
  url "{release.url(name)}"
  sha256 "{sha256}"
  license "MIT"

  depends_on "python@{python}"

  def python
    Formula["python@{python}"].opt_bin/"python{python}"
  end

  def install
    pkgshare.install Dir["*"]
    %w[reloader reloader-gui].each do |program|
      (bin/program).write <<~SH
        #!/bin/sh
        exec "#{{opt_libexec}}/bin/#{{program}}" "$@"
      SH
    end
  end

  def post_install
    rm_r libexec if libexec.exist?
    system python, "-m", "venv", libexec
    system libexec/"bin/python", "-m", "pip", "install", pkgshare
  end

  test do
    assert_match version.to_s, shell_output("#{{bin}}/reloader --version")
  end
end
"""
