"""Makes `runtime/` for Linux: a full CPython that runs wherever its folder is moved.

A copy of an installed one's prefix: its binaries find their libraries relative to themselves
(RPATH, no LD_LIBRARY_PATH, no PYTHONHOME), and the libraries that a distribution may lack are
beside them. Left out: tests, the static library, what pip installed. pip itself is made anew.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from _steps import Failed, run_step
from builder import elf, licences, runtime
from builder.context import PYTHON_VERSION, Context

_NAME = "python%d.%d" % PYTHON_VERSION
LEFT_OUT = (
    *("__pycache__", "site-packages", "test", "tests", "idle_test", "lib2to3", "turtledemo"),
    *("config-[0-9]*", "*.a", "*.exe", "pkgconfig"),
    "nis.*.so",  # left Python in 3.13; needs Sun RPC and Kerberos
    *("_test*.so", "xxlimited*.so", "_ctypes_test*.so", "_xx*channels*.so"),
)
_QUESTION = """
import json, os, ssl, sys, sysconfig
paths = ssl.get_default_verify_paths()
print(json.dumps({
    "prefix": sys.base_prefix, "numbers": list(sys.version_info[:2]),
    "version": sys.version.split()[0], "executable": sys.executable,
    "certificates": [paths.openssl_cafile, paths.openssl_capath],
    "library": sysconfig.get_config_var("LDLIBRARY") or "",
    "is_systems": os.path.exists(sysconfig.get_path("stdlib") + "/EXTERNALLY-MANAGED"),
}))
try:
    import tkinter
    print(tkinter.Tcl().eval("info library"), tkinter.TkVersion)
except ImportError:
    print()
"""
# Certificates of other distributions than the one that OpenSSL was built for; the last are pip's.
_BUNDLES = ("/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem")
_CERTIFICATES_PTH = """\
# OpenSSL looks for certificates where the distribution that it was built on keeps them.
import os, sys; any(map(os.path.exists, {known})) or os.environ.setdefault("SSL_CERT_FILE", \
next(filter(os.path.exists, ({bundles}, sys.prefix + "{pips}", sys.base_prefix + "{pips}")), ""))
"""
# Appended to the table of build settings, which names the folder that it was installed in.
_SYSCONFIG_TAIL = """
import sys as _sys
build_time_vars = {{
    _name: _value.replace("{mark}", _sys.base_prefix) if isinstance(_value, str) else _value
    for _name, _value in build_time_vars.items()
}}
"""
_MARK = "/@reloader-runtime@"


@dataclass(frozen=True, slots=True)
class Source:
    """The installed CPython that is copied."""

    prefix: Path
    version: str
    certificates: tuple[str, ...]
    tcl: Path | None
    """Tcl's scripts; Tk's are beside them."""


def make(context: Context, folder: Path) -> list[licences.Component]:
    """`folder` becomes a relocated copy of context.python. Returns what is inside."""
    source = _ask(context.python)
    with context.step(f"copied CPython {source.version}"):
        _copy(source, folder)
    with context.step("made it movable"):
        brought = _bring_libraries(source, folder)
        _forget_the_prefix(source, folder)
    runtime.add_pip(folder / "lib" / _NAME)
    _write_certificates(source, folder)
    with context.step("made its bytecode"):
        runtime.compile_all(folder / "lib" / _NAME)
    text = source.prefix / "lib" / _NAME / "LICENSE.txt"
    installed = licences.libraries(folder / "lib" / _NAME / "site-packages")  # pip
    return [licences.cpython(source.version, text), *installed, *_components(brought)]


def _ask(python: Path) -> Source:
    answer = run_step([str(python), "-I", "-c", _QUESTION], failure=f"{python} is no full Python.")
    first, tcl = answer.split("\n")[:2]
    facts = json.loads(first)
    if facts["is_systems"]:
        raise Failed(
            f"{python} is the system's own, which works in its place alone. CONTRIBUTING.md,"
            " 'What is in a package', says how to get another."
        )
    if tuple(facts["numbers"]) != PYTHON_VERSION:
        wanted = ".".join(map(str, PYTHON_VERSION))
        raise Failed(f"{python} is Python {facts['version']}; what is shipped is {wanted}.")
    tcl_folder = Path(tcl.rpartition(" ")[0]) if tcl else None
    if tcl_folder is None:
        raise Failed(f"{python} has no tkinter: build it with Tk's headers installed.")
    certificates = tuple(facts["certificates"])
    return Source(Path(facts["prefix"]), facts["version"], certificates, tcl_folder)


def _copy(source: Source, runtime: Path) -> None:
    ignored = shutil.ignore_patterns(*LEFT_OUT)
    library = source.prefix / "lib" / _NAME
    shutil.copytree(library, runtime / "lib" / _NAME, ignore=ignored, symlinks=True)
    headers = Path("include", _NAME)
    shutil.copytree(source.prefix / headers, runtime / headers)
    (runtime / "bin").mkdir()
    shutil.copy2(source.prefix / "bin" / _NAME, runtime / "bin" / _NAME)
    for name in ("python3", "python"):
        (runtime / "bin" / name).symlink_to(_NAME)
    for shared in (source.prefix / "lib").glob("libpython3*.so*"):
        shutil.copy2(shared, runtime / "lib", follow_symlinks=False)
    if source.tcl is not None:
        for scripts in (source.tcl, source.tcl.with_name(source.tcl.name.replace("tcl", "tk"))):
            unneeded = shutil.ignore_patterns("demos", "tzdata", "*.sh", "images")
            shutil.copytree(scripts.resolve(), runtime / "lib" / scripts.name, ignore=unneeded)


def _bring_libraries(source: Source, runtime: Path) -> list[Path]:
    """Copies what a distribution may lack into lib/deps; where from."""
    brought: dict[str, Path] = {}
    waiting = list(elf.binaries(runtime))
    originals = {file: source.prefix / file.relative_to(runtime) for file in waiting}
    while waiting:
        file = waiting.pop()
        found = elf.resolved(originals[file])
        for name in sorted(elf.needed(file)):
            if elf.SYSTEM.fullmatch(name) or name in brought or (runtime / "lib" / name).exists():
                continue
            if name not in found:
                raise Failed(f"{name}, which {file.name} needs, is not on this machine.")
            brought[name] = found[name].resolve()
            copied = runtime / "lib" / "deps" / name
            copied.parent.mkdir(exist_ok=True)
            shutil.copy(brought[name], copied)
            originals[copied] = brought[name]
            waiting.append(copied)
    for file in originals:
        file.chmod(0o755)
        elf.strip(file)
        up = Path(os.path.relpath(runtime / "lib", file.parent)).as_posix()
        places = ["$ORIGIN"] if file.parent.name == "deps" else [f"$ORIGIN/{up}"]
        elf.set_rpath(file, ":".join([*places, f"$ORIGIN/{up}/deps"]))
    return list(brought.values())


def _forget_the_prefix(source: Source, runtime: Path) -> None:
    """sysconfig's table names folders of the machine that CPython was installed on."""
    for table in (runtime / "lib" / _NAME).glob("_sysconfigdata_*.py"):
        text = table.read_text(encoding="utf-8").replace(str(source.prefix), _MARK)
        text = re.sub(r"/tmp/python-build[^'\" ]*?/(?=Python-)", f"{_MARK}/", text)
        table.write_text(text + _SYSCONFIG_TAIL.format(mark=_MARK), encoding="utf-8")


def _write_certificates(source: Source, runtime: Path) -> None:
    packages = runtime / "lib" / _NAME / "site-packages"
    inside = f"/lib/{_NAME}/site-packages/pip/_vendor/certifi/cacert.pem"
    text = _CERTIFICATES_PTH.format(
        known=source.certificates, bundles=", ".join(map(repr, _BUNDLES)), pips=inside
    )
    (packages / "reloader-certificates.pth").write_text(text, encoding="utf-8")


def _components(files: list[Path]) -> list[licences.Component]:
    """The system packages that the libraries came from."""
    found: dict[str, licences.Component] = {}
    system = platform.freedesktop_os_release()["ID"]  # debian, ubuntu: who has the sources
    for file in files:
        names = {str(file), str(file).removeprefix("/usr"), f"/usr{file}"}
        for name in sorted(names, key=len, reverse=True):
            asked = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
            if asked.returncode == 0:
                break
        else:
            raise Failed(f"No Debian package owns {file}: its licence is not known.")
        package = asked.stdout.partition(":")[0]
        show = ["dpkg-query", "-W", "-f", "${source:Package} ${source:Version}\n", package]
        line = run_step(show, failure=f"dpkg does not know {package}.").splitlines()[0]
        origin, version = line.split(" ")
        text = Path("/usr/share/doc", package, "copyright")
        purl = f"pkg:deb/{system}/{origin}@{version}"
        found[origin] = licences.Component(origin, version, "see its text", purl, (text,))
    return list(found.values())
