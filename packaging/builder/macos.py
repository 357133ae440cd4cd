"""macOS: Reloader.app in a disk image; signed and notarised where the keys are at hand. On a Mac.

The runtime is a copy of a CPython that is relocatable already (python-build-standalone, as
`uv python install 3.13` brings it; name it by --python). Not yet run by anybody: see the
README.md beside build.py.
RELOADER_CODESIGN names the identity, RELOADER_NOTARY the keychain profile of notarytool.
"""

from __future__ import annotations

import os
import plistlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _steps import ROOT, Failed, run_step
from builder import app, archive, licences, macos_libraries, runtime
from builder.context import PYTHON_VERSION, Context, here, size_mb

IDENTIFIER = "io.github.reloader.Reloader"
_NAME = "python%d.%d" % PYTHON_VERSION
_LEFT_OUT = (
    *("__pycache__", "site-packages", "test", "idle_test", "lib2to3", "turtledemo", "*.a"),
    "EXTERNALLY-MANAGED",  # uv's word to pip: not to touch what uv has installed
)
_OLDEST_MACOS = "13.0"  # Qt 6.11's
_LAUNCHER = ROOT / "packaging" / "macos" / "launcher.c"
_FLAGS = ("-std=c11", "-Os", "-Wall", "-Wextra", "-Werror")
# Python's ctypes makes code at run time; a script may load libraries that somebody else signed.
_ENTITLEMENTS = {
    "com.apple.security.cs.allow-jit": True,
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
    "com.apple.security.cs.disable-library-validation": True,
}
_TRIES = 5  # of making the disk image
_MACH_O = {b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"}


def build(context: Context) -> Iterator[Path]:
    if here() != "macos":
        raise Failed("The macOS package is made on a Mac: codesign and hdiutil are only there.")
    bundle = context.work / "image" / "Reloader.app"
    resources = bundle / "Contents" / "Resources"
    _copy_runtime(context, resources / "runtime")
    app.make(context, f"macos-{context.machine}", resources / "app")
    runtime.compile_all(resources / "app")
    said = run_step(
        [str(context.python), "-I", "-c", "import platform; print(platform.python_version())"],
        failure=f"{context.python} does not start.",
    )
    text = resources / "runtime" / "lib" / _NAME / "LICENSE.txt"
    python = licences.cpython(said.strip(), text)
    installed = resources / "runtime" / "lib" / _NAME / "site-packages"
    inside = macos_libraries.libraries(context.python, resources / "runtime")
    libraries = [*licences.libraries(installed), *licences.libraries(resources / "app" / "lib")]
    licences.write(context, resources / "licences", [python, *inside, *libraries])
    _write_bundle(context, bundle)
    archive.touch_all(bundle, context.epoch)
    context.say(f"Reloader.app: {size_mb(bundle):.1f} MB")
    _sign(context, bundle)
    image = context.out / f"Reloader-{context.version}-macos-{context.machine}.dmg"
    (bundle.parent / "Applications").symlink_to("/Applications")
    with context.step("packed the disk image"):
        make_image(context, bundle.parent, image)
    _notarise(context, image)
    yield image


def make_image(context: Context, folder: Path, image: Path) -> None:
    """A disk image of what is in the folder. hdiutil fills it as a disk, and now and then cannot
    let go of that ('Resource busy': https://github.com/actions/runner-images/issues/7522)."""
    command = ["hdiutil", "create", "-ov", "-volname", "Reloader", "-fs", "HFS+"]
    command += ["-format", "ULMO", "-srcfolder", str(folder), str(image)]
    for left in reversed(range(_TRIES)):
        try:
            run_step(command, failure="hdiutil could not make the disk image.")
            return
        except Failed as failed:
            if not left:
                raise
            context.say(f"once more: {failed}")


def information(version: str) -> dict[str, Any]:
    """Info.plist: 'Open with' for Python scripts, never as the default for them."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Reloader",
        "CFBundleDisplayName": "Reloader",
        "CFBundleExecutable": "Reloader",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSMinimumSystemVersion": _OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.developer-tools",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Python script",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.python-script"],
            }
        ],
    }


def _copy_runtime(context: Context, folder: Path) -> None:
    prefix = context.python.resolve().parent.parent
    if not (prefix / "lib" / _NAME / "os.py").is_file():
        raise Failed(f"{context.python} is no CPython {_NAME[6:]} with a folder of its own.")
    with context.step("copied CPython"):
        ignored = shutil.ignore_patterns(*_LEFT_OUT)
        shutil.copytree(prefix, folder, symlinks=True, ignore=ignored)
    runtime.add_pip(folder / "lib" / _NAME)
    runtime.compile_all(folder / "lib" / _NAME)


def _write_bundle(context: Context, bundle: Path) -> None:
    contents = bundle / "Contents"
    (contents / "Info.plist").write_bytes(plistlib.dumps(information(context.version)))
    (contents / "MacOS").mkdir()
    compile_launcher(
        contents / "Resources" / "runtime" / "include" / _NAME,
        f"lib{_NAME}.dylib",
        contents / "MacOS" / "Reloader",
        f"-mmacosx-version-min={_OLDEST_MACOS}",
    )
    shutil.copyfile(ROOT / "LICENSE", contents / "Resources" / "LICENSE")


def compile_launcher(headers: Path, library: str, program: Path, *options: str) -> None:
    """The bundle's main program, for the Python in `library` beside it. (On Linux, too.)"""
    run_step(
        [
            *("cc", *_FLAGS, *options, "-I", str(headers), f'-DPYTHON_LIBRARY="{library}"'),
            *(str(_LAUNCHER), "-o", str(program)),
        ],
        failure="launcher.c does not compile.",
    )


def _sign(context: Context, bundle: Path) -> None:
    """Every Mach-O from the inside out, then the bundle. `-` signs for nobody: ARM wants that."""
    identity = os.environ.get("RELOADER_CODESIGN", "-")
    rules = context.work / "entitlements.plist"
    rules.write_bytes(plistlib.dumps(_ENTITLEMENTS))
    inner = [path for path in archive.files(bundle) if _is_mach_o(path)]
    command = ["codesign", "--force", "--options", "runtime", "--entitlements", str(rules)]
    if identity != "-":
        command.append("--timestamp")
    with context.step(f"signed {len(inner)} binaries"):
        for path in [*sorted(inner, key=lambda each: -len(each.parts)), bundle]:
            failure = f"{path} could not be signed."
            run_step([*command, "--sign", identity, str(path)], failure=failure)


def _is_mach_o(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with open(path, "rb") as file:
        return file.read(4) in _MACH_O


def _notarise(context: Context, image: Path) -> None:
    profile = os.environ.get("RELOADER_NOTARY")
    if not profile:
        context.say("not notarised: RELOADER_NOTARY is not set")
        return
    submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    with context.step("notarised"):
        run_step(submit, failure="Apple did not accept the disk image.")
        run_step(["xcrun", "stapler", "staple", str(image)], failure="Stapling failed.")
