"""The Windows Python that packaging/dev.py prepares is what the other tests here rely on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest


def test_it_is_windows_with_the_whole_standard_library() -> None:
    import sqlite3
    import ssl
    import venv

    assert sys.platform == "win32"
    assert all(Path(module.__file__ or "").is_file() for module in (sqlite3, ssl, venv))


def test_nothing_of_the_developers_environment_comes_along() -> None:
    assert not [name for name in os.environ if name.startswith("PYTHON")]


def test_the_engine_is_found_from_anywhere(tmp_path: Path, clean_env: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-P", "-c", "import reloader_core"],
        cwd=tmp_path,
        env=clean_env,
        check=True,
    )


def test_output_is_complete_and_in_order(clean_env: dict[str, str]) -> None:
    program = "import os\nfor i in range(20000): os.write(1 + i % 2, b'%d\\n' % i)"
    out = subprocess.run(
        [sys.executable, "-c", program],
        env=clean_env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    ).stdout
    assert out.split() == [b"%d" % i for i in range(20000)]


@pytest.fixture
def venv_python(tmp_path: Path, clean_env: dict[str, str]) -> Path:
    command = [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")]
    subprocess.run(command, env=clean_env, check=True)
    return tmp_path / "env" / "Scripts" / "python.exe"


def test_a_venvs_python_is_a_launcher(venv_python: Path, clean_env: dict[str, str]) -> None:
    """The process that is started is not the one that runs the script: Windows' own trap."""
    with subprocess.Popen(
        [str(venv_python), "-c", "import os; print(os.getpid(), flush=True); input()"],
        env=clean_env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as launcher:
        assert launcher.stdout is not None
        real = int(launcher.stdout.readline())
        assert real != launcher.pid
        assert psutil.Process(real).ppid() == launcher.pid
        launcher.communicate(b"\n")
    assert launcher.returncode == 0
