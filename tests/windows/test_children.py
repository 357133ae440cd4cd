"""What the script starts, in each way: its lines come at once, its files restart the script."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine import Engine
from reloader_core import Target, Watching

WORK = """
import os, sys, time

def work(number=0):
    print("a", "line", "of", "its", "own")
    while not os.path.exists("go"):
        time.sleep(0.01)
    import helper
    print("helper", helper.TEXT)
    time.sleep(600)

if __name__ == "__main__":
    work()
"""
RUN = "import os, subprocess, sys\nrun = [sys.executable, 'work.py']\n"
SPAWN = """
import {0} as processes, work
if __name__ == "__main__":
    {1}
"""
WAYS = {
    "subprocess": RUN + "subprocess.run(run)",
    "shell": RUN + "subprocess.run(run, shell=True)",
    "system": RUN + "os.system(f'{sys.executable} work.py')",
    "own_python_path": RUN + "os.environ['PYTHONPATH'] = 'elsewhere'; subprocess.run(run)",
    "process": SPAWN.format("multiprocessing", "processes.Process(target=work.work).start()"),
    "pool": SPAWN.format("multiprocessing", "processes.Pool(1).map(work.work, [0])"),
    "executor": SPAWN.format(
        "concurrent.futures", "list(processes.ProcessPoolExecutor(1).map(work.work, [0]))"
    ),
    "grandchild": RUN + "code = f'import subprocess; subprocess.run({run})'\n"
    "subprocess.run([run[0], '-c', code])",
}  # fmt: skip


@pytest.fixture
def supervise(
    tmp_path: Path, clean_env: dict[str, str], wait_until: Callable[..., None]
) -> Iterator[Callable[..., Engine]]:
    engines = []

    def make(source: str, python: str = sys.executable) -> Engine:
        (tmp_path / "work.py").write_text(WORK)
        (tmp_path / "helper.py").write_text("TEXT = 'first'\n")
        script = tmp_path / "main.py"
        script.write_text(source)
        engines.append(Engine(Target(Path(python), tmp_path, script=script), clean_env, wait_until))
        engines[-1].supervisor.start()
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def follow(engine: Engine, folder: Path) -> None:
    helper = folder / "helper.py"

    def is_watched() -> bool:
        return any(helper in one.files for one in engine.messages if isinstance(one, Watching))

    engine.wait(lambda: "a line of its own" in engine.text(), "a line while it waits", 40)
    (folder / "go").touch()
    engine.wait(lambda: "helper first" in engine.text(), "its module", 40)
    engine.wait(is_watched, "that it is watched", 40)
    helper.write_text("TEXT = 'another'\n")
    engine.wait(lambda: "helper another" in engine.text(2), "the new text", 40)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_heard_and_seen(supervise: Callable[..., Engine], tmp_path: Path, way: str) -> None:
    follow(supervise(WAYS[way]), tmp_path)


@pytest.mark.parametrize("way", ["subprocess", "process"])
def test_also_in_a_virtual_environment(
    supervise: Callable[..., Engine], tmp_path: Path, clean_env: dict[str, str], way: str
) -> None:
    """Whose python.exe starts another one."""
    command = [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=clean_env, timeout=60)
    python = tmp_path / "env" / "Scripts" / "python.exe"
    follow(supervise(WAYS[way], python=str(python)), tmp_path)


def test_the_script_and_its_children_see_nothing_of_it(
    supervise: Callable[..., Engine], tmp_path: Path
) -> None:
    facts = "import os, sys; print(sorted(k for k in os.environ if k[:6] in ('RELOAD', 'PYTHON'))"
    facts += ", [p for p in sys.path if 'reporter' in p], 'sitecustomize' in sys.modules)"
    (tmp_path / "facts.py").write_text(facts)
    engine = supervise(RUN + "run[1] = 'facts.py'\nsubprocess.run(run)\nprint('over')\n")
    engine.wait(lambda: "over" in engine.text(), "the end", 40)
    assert "['RELOADER_PID'] [] False" in engine.text()
