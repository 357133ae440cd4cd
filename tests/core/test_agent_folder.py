"""The private copy of the agent: whole, the user's alone, and made anew when it is another one."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reloader_core.child.agent_folder import UNUSED_S, private_copy

ROOT = Path(__file__).parents[2]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    place = tmp_path / "installed"
    place.mkdir()
    for name in ("sitecustomize", "wire"):
        (place / f"{name}.py").write_text(f"# {name}\n")
    return place


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.glob("*.py")}


def test_it_is_what_is_installed(source: Path, tmp_path: Path) -> None:
    copy = private_copy(source, tmp_path / "cache" / "agent")
    assert texts(copy) == texts(source)
    (copy / "__pycache__").mkdir()
    assert private_copy(source, copy.parent) == copy
    assert (copy / "__pycache__").exists(), "and stays with the bytecode of before"
    (source / "wire.py").write_text("# other words\n")
    other = private_copy(source, copy.parent)
    assert other != copy and texts(other) == texts(source)
    assert {path.name for path in copy.parent.iterdir()} == {copy.name, other.name}


def test_what_was_changed_in_it_is_put_right(source: Path, tmp_path: Path) -> None:
    copy = private_copy(source, tmp_path / "agent")
    (copy / "wire.py").write_text("print('not ours')\n")
    (copy / "sitecustomize.py").unlink()
    assert private_copy(source, tmp_path / "agent") == copy
    assert texts(copy) == texts(source)


def test_a_copy_of_long_ago_goes(source: Path, tmp_path: Path) -> None:
    old = private_copy(source, tmp_path / "agent")
    (source / "wire.py").write_text("# other words\n")
    long_ago = time.time() - 2 * UNUSED_S
    os.utime(old, (long_ago, long_ago))
    new = private_copy(source, tmp_path / "agent")
    assert list((tmp_path / "agent").iterdir()) == [new]


def test_two_at_once(source: Path, tmp_path: Path) -> None:
    found: list[Path] = []
    start = threading.Barrier(8)

    def make() -> None:
        start.wait()
        found.append(private_copy(source, tmp_path / "agent"))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len(set(found)) == 1
    assert texts(found[0]) == texts(source)
    assert list((tmp_path / "agent").iterdir()) == [found[0]]


@pytest.mark.posix
def test_nobody_else_may_write_it(source: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        copy = private_copy(source, tmp_path / "agent")
    finally:
        os.umask(before)
    assert (tmp_path / "agent").stat().st_mode & 0o077 == 0 and copy.stat().st_mode & 0o077 == 0
    for folder in (copy, copy.parent):
        mode = folder.stat().st_mode
        folder.chmod(0o777)
        with pytest.raises(PermissionError):
            private_copy(source, tmp_path / "agent")
        folder.chmod(mode)
    copy.rename(tmp_path / "elsewhere")
    copy.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):  # a link has all rights
        private_copy(source, tmp_path / "agent")


@pytest.mark.linux
def test_a_cache_that_is_emptied_meanwhile(tmp_path: Path) -> None:
    code = (
        "import shutil; from reloader_core.child.agent_folder import SOURCE, agent_folder\n"
        "place = agent_folder(); shutil.rmtree(place.parent)\n"
        "assert agent_folder() == place != SOURCE and (place / 'agent.py').is_file()"
    )
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True, timeout=60)


NO_CACHE = {
    "a file in its place": "",
    "no home": "def nowhere(*args, **more): raise RuntimeError('no home')\n"
    "platformdirs.user_cache_path = nowhere",
    "no entry of a list": "place = Path(os.environ['X'], 'a:b')\n"
    "platformdirs.user_cache_path = lambda *args, **more: place",
}


@pytest.mark.linux
@pytest.mark.parametrize("kind", NO_CACHE)
def test_without_one_the_installed_agent_is_used(tmp_path: Path, kind: str) -> None:
    (tmp_path / "cache").write_text("")
    code = (
        "import os; from pathlib import Path; import platformdirs\n"
        "from reloader_core.child import agent_folder\n"
        f"{NO_CACHE[kind]}\nassert agent_folder.agent_folder() == agent_folder.SOURCE"
    )
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "X": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True, timeout=60)
