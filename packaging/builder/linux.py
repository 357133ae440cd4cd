"""Linux: one folder that runs wherever it is unpacked, and from it every package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from _steps import ROOT
from builder import app, archive, elf, licences, linux_data, linux_packages, linux_runtime, runtime
from builder.context import Context, size_mb

LAUNCHERS = {"reloader-gui": "launch.py", "reloader": "terminal.py"}


def build(context: Context) -> Iterator[Path]:
    folder = context.work / f"reloader-{context.version}-linux-{context.machine}"
    assemble(context, folder)
    glibc = elf.oldest_glibc(folder)
    context.say(f"needs glibc {glibc[0]}.{glibc[1]} or newer")
    for name in context.formats:
        context.say(f"packing {name}")
        with context.step(f"packed {name}"):
            package = _pack(name, context, folder, glibc)
        yield package


def assemble(context: Context, folder: Path) -> None:
    """runtime/, app/, licences/, share/ and the two launchers."""
    shipped = linux_runtime.make(context, folder / "runtime")
    app.make(context, f"linux-{context.machine}", folder / "app")
    for file in elf.binaries(folder / "app"):
        elf.strip(file)
    runtime.compile_all(folder / "app")
    shipped += licences.libraries(folder / "app" / "lib")
    licences.write(context, folder / "licences", shipped)
    linux_data.write(context, folder)
    template = (ROOT / "packaging" / "linux" / "launcher.sh").read_text(encoding="utf-8")
    for name, program in LAUNCHERS.items():
        launcher = folder / name
        launcher.write_text(template.replace("@PROGRAM@", program), encoding="utf-8", newline="\n")
        launcher.chmod(0o755)
    archive.touch_all(folder, context.epoch)
    for part in ("runtime", "app"):
        context.say(f"{part}: {size_mb(folder / part):.1f} MB")


def _pack(name: str, context: Context, folder: Path, glibc: tuple[int, int]) -> Path:
    if name == "tar":
        target = context.out / f"{folder.name}.tar.zst"
        archive.tar_zst(folder, target, context.epoch)
        return target
    if name == "appimage":
        return linux_packages.appimage(context, folder)
    tree = linux_packages.system_tree(context, folder)
    make = {"deb": linux_packages.deb, "rpm": linux_packages.rpm}[name]
    return make(context, tree, glibc)
