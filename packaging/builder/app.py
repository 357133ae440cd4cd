"""Makes `app/`: our packages, launch.py and terminal.py, and in app/lib what they need.

For any platform, from any: it unpacks wheels and leaves out of PySide6 what a window of widgets
never loads. `runtime/` is made elsewhere; nothing of app/ is ever on a script's path.
"""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from _steps import ROOT, clean_env, run_step
from builder import lock, readme
from builder.context import Context, address

_SOURCES = ("core", "reloader_gui")
_LAUNCHERS = ROOT / "packaging" / "launch"

# Qt's own libraries, beside those of the modules that we import. On Linux and for Windows the build
# checks against the libraries themselves that none is missing.
_QT_LIBRARIES = (
    *("Core", "DBus", "Gui", "Network", "OpenGL", "Svg", "Widgets", "WaylandClient", "XcbQpa"),
)
# Folder of plugins: which of them. A folder that is not named goes.
_PLUGINS = {
    "iconengines": "qsvgicon",
    "imageformats": "qico|qsvg",
    # Whoever writes Chinese or Japanese needs one for the line that the script reads.
    "platforminputcontexts": "composeplatforminputcontextplugin|ibusplatforminputcontextplugin",
    "platforms": "qxcb|qwayland.*|qoffscreen|qwindows|qcocoa",
    "platformthemes": "qxdgdesktopportal",  # not qgtk3: it pulls in all of GTK
    "styles": ".*",
    "wayland-decoration-client": ".*",
    "wayland-graphics-integration-client": "qt-plugin-wayland-egl",
    "wayland-shell-integration": "xdg-shell",
    "xcbglintegrations": ".*",
}
_VISUAL_CPP = r"(concrt|msvcp|vcruntime)140.*\.dll"


def make(context: Context, platform: str, folder: Path) -> None:
    """`folder` becomes the application for a platform of lock.PLATFORMS."""
    library = folder / "lib"
    with context.step(f"fetched the libraries for {platform}"):
        lock.install(platform, library)
    with context.step("made our own wheel"):
        _unpack_ourselves(context, folder)
    for launcher in ("launch.py", "terminal.py"):
        shutil.copyfile(_LAUNCHERS / launcher, folder / launcher)
    trim(library, languages(folder / "reloader_gui"))


def wheel(context: Context) -> Path:
    """Our own wheel, from a copy of the checkout: setuptools leaves folders where it works."""
    return _built(context, "--wheel", "*.whl")


def sdist(context: Context) -> Path:
    return _built(context, "--sdist", "*.tar.gz")


def copy_sources(copy: Path, version: str) -> None:
    """What is built of; its README.md is the project's page on a package index."""
    copy.mkdir(parents=True)
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, copy / name)
    page = readme.with_addresses((ROOT / "README.md").read_text("utf-8"), address(), version)
    (copy / "README.md").write_text(page, encoding="utf-8", newline="\n")
    for folder in _SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)


def trim(library: Path, keep_languages: Iterable[str]) -> None:
    """What no window of ours loads, and what pip needs to uninstall, goes."""
    for name in ("RECORD", "REQUESTED", "INSTALLER"):
        _remove(library.glob(f"*.dist-info/{name}"))
    for pattern in ("bin", "*.dist-info/sboms", "**/__pycache__", "**/*.pyi", "**/*.lib"):
        _remove(library.glob(pattern))
    _remove(each for each in library.glob("shiboken6/*") if _is_waste_of_shiboken(each))
    for package in ("psutil", "regex"):
        _remove(library.glob(f"{package}/tests"))
    qt, modules = library / "PySide6", imported_modules()
    _remove(each for each in qt.iterdir() if not _belongs_to_pyside(each, modules))
    qt = qt / "Qt" if (qt / "Qt").is_dir() else qt
    keep = {f"qtbase_{language}.qm" for language in keep_languages}
    _remove(each for each in qt.glob("translations/*") if each.name not in keep)
    _remove(each for each in qt.glob("lib/*") if not _is_wanted_library(each.name))
    _remove(each for each in qt.glob("plugins/*") if each.name not in _PLUGINS)
    for kind, names in _PLUGINS.items():
        wanted = re.compile(rf"(lib)?({names})(\.abi3)?\.(so|dll|dylib)")
        _remove(each for each in qt.glob(f"plugins/{kind}/*") if not wanted.fullmatch(each.name))
    _remove(each for each in qt.iterdir() if each.name in ("libexec", "metatypes", "qml"))


def imported_modules(packages: Path = ROOT) -> frozenset[str]:
    """The modules of PySide6 that our sources import, late imports included."""
    found: set[str] = set()
    for source in (packages / "reloader_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                package, _, module = node.module.partition(".")
                if package == "PySide6":
                    found |= {module} if module else {alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                names = [alias.name.split(".") for alias in node.names]
                found |= {name[1] for name in names if name[0] == "PySide6" and len(name) > 1}
    return frozenset(found)


def languages(gui: Path) -> list[str]:
    """The languages that the window speaks beside English, by its own translations."""
    names = (each.stem for each in gui.glob("i18n/*.qm"))
    found = (re.search(r"(?:^|_)([a-z]{2,3}(?:_[A-Z]{2})?)$", name) for name in names)
    return sorted({match[1] for match in found if match})


def _unpack_ourselves(context: Context, folder: Path) -> None:
    built = wheel(context)
    shutil.unpack_archive(built, folder, "zip")
    information = next(folder.glob("*.dist-info"))
    for name in ("RECORD", "WHEEL", "top_level.txt", "entry_points.txt"):
        (information / name).unlink()


def _built(context: Context, kind: str, pattern: str) -> Path:
    copy, out = context.work / "checkout", context.work / "wheel"
    shutil.rmtree(copy, ignore_errors=True)
    copy_sources(copy, context.version)
    run_step(
        [
            *(sys.executable, "-m", "build", "--no-isolation", kind),
            *("--outdir", str(out), str(copy)),
        ],
        failure="Our own package could not be made.",
        env=clean_env(SOURCE_DATE_EPOCH=str(context.epoch)),
    )
    return next(out.glob(pattern))


def _belongs_to_pyside(path: Path, modules: frozenset[str]) -> bool:
    if path.name in ("__init__.py", "_config.py", "_git_pyside_version.py", "support"):
        return True
    if path.name in ("Qt", "plugins", "translations"):
        return True
    module, _, kind = path.name.partition(".")
    if module in modules and kind in ("abi3.so", "pyd"):
        return True
    library = re.fullmatch(r"(lib)?pyside6\.abi3\..*|Qt6(\w+)\.dll|" + _VISUAL_CPP, path.name)
    return library is not None and (library[2] is None or library[2] in _QT_LIBRARIES)


def _is_waste_of_shiboken(path: Path) -> bool:
    if path.name in ("lib", "py.typed", "include", "typesystems", "glue"):
        return True
    return path.suffix == ".dll" and not re.fullmatch(r"shiboken6\..*|" + _VISUAL_CPP, path.name)


def _is_wanted_library(name: str) -> bool:
    if name.startswith("libicu"):
        return True
    found = re.fullmatch(r"libQt6(\w+)\.so\.6|Qt(\w+)\.framework", name)
    return found is not None and (found[1] or found[2]) in _QT_LIBRARIES


def _remove(paths: Iterable[Path]) -> None:
    for path in list(paths):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
