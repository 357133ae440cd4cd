"""`pip install` (and so pipx and uv) of our own wheel and sdist, into a clean environment.

The libraries are those of this environment, by a .pth file: nothing is downloaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.posix  # the Windows Python under Wine has no pip


def run(*command: object, env: dict[str, str], cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, command)), env=env, cwd=cwd, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, built as a front end does it; the folder of the results."""
    out, copy = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("copy") / "checkout"
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run("git", "clone", "--quiet", "--no-hardlinks", ROOT, copy, env=env, cwd=out)
    program = "import sys; from setuptools import build_meta as b; b.{}(sys.argv[1])"
    for hook in ("build_wheel", "build_sdist"):
        run(sys.executable, "-c", program.format(hook), out, env=env, cwd=copy)
    return out


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_it_installs_and_its_commands_run(
    pattern: str, built: Path, clean_env: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "clean"
    venv.create(folder)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps"]
    site = run(
        *(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"),
        env=clean_env,
        cwd=tmp_path,
    ).strip()
    # Appended, so what was installed here comes first.
    Path(site, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    package = next(built.glob(pattern))
    options = ("--no-build-isolation", "--ignore-installed")
    run(*install, *options, package, env=clean_env, cwd=tmp_path)
    where = run(
        python,
        "-c",
        "import reloader_core; print(reloader_core.__file__)",
        env=clean_env,
        cwd=tmp_path,
    )
    assert where.startswith(site)
    script = tmp_path / "hello.py"
    script.write_text("print('hello')")
    said = run(folder / "bin" / "reloader", "--once", script, env=clean_env, cwd=tmp_path)
    assert said == "hello\n"
    said = run(folder / "bin" / "reloader-gui", "--version", env=clean_env, cwd=tmp_path)
    assert said.startswith("reloader-gui 0.")
