"""A child may be any Python, also one that is too old to be looked into, or no Python at all:
it is told nothing of us, and does what it always did.
"""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

FACTS = """
from __future__ import print_function
import sys, os
print(sorted(set(sys.modules)), sys.path, sys.argv, sys.meta_path, sys.version)
print(sorted((k, v) for k, v in os.environ.items() if k not in ("RUN_FLAG", "RELOADER_PID")))
print(sorted(sys.path_importer_cache), sys.flags, sys.warnoptions)
sys.exit(5)
"""
MAIN = """
import os, subprocess, sys
for env in (None, dict(os.environ, MORE="1"), {"A": "1"}):
    code = subprocess.run([sys.argv[1], "child.py", "a"], env=env).returncode
    print(code, flush=True)
"""


def old_pythons() -> list[str]:
    """2.7 and 3.x before 3.8, as far as this machine has them."""
    found = []
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout
        for version in ("2.7", "3.5", "3.6", "3.7"):
            found += glob.glob(
                os.path.join(root.strip(), "versions", f"{version}.*", "bin", f"python{version}")
            )
    return found


OLD = old_pythons()


@pytest.mark.skipif(not OLD, reason="there is no old Python here")
@pytest.mark.parametrize("python", OLD, ids=lambda path: Path(path).name)
@pytest.mark.parametrize("sitecustomize", [None, "print('displaced')", "1/0"])
def test_a_python_that_is_too_old(
    start: Any, tools: Any, tmp_path: Path, python: str, sitecustomize: str | None
) -> None:
    (tmp_path / "main.py").write_text(MAIN)
    (tmp_path / "child.py").write_text(FACTS)
    env = tools.env()
    if sitecustomize is not None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "sitecustomize.py").write_text(sitecustomize)
        env["PYTHONPATH"] = str(tmp_path / "site")
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    plain = subprocess.run(
        [sys.executable, "-u", "main.py", python],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    run = start(tmp_path / "main.py", python, env=env)
    run.go()
    assert run.result().output == plain.stdout.decode()
