"""run_with_reloader: the classic library call, with every fault of the classic mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

WaitUntil = Callable[..., None]
ROOT = Path(__file__).resolve().parents[2]
HEAD = f"""\
import sys
sys.path.append({str(ROOT)!r})
import os, time
from core.autoreload import run_with_reloader
"""


class Program:
    """A program that calls run_with_reloader, and what it printed."""

    def __init__(self, folder: Path, env: dict[str, str], command: list[str]) -> None:
        self.log = folder / "output.txt"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    @property
    def text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(20)


@pytest.fixture
def program(tmp_path: Path, clean_env: dict[str, str]) -> Iterator[Callable[..., Program]]:
    programs = []

    def start(body: str, *args: str) -> Program:
        save(tmp_path, body)
        programs.append(Program(tmp_path, clean_env, [sys.executable, "main.py", *args]))
        return programs[-1]

    yield start
    for started in programs:
        started.close()


def save(folder: Path, body: str) -> None:
    (folder / "main.py").write_text(HEAD + textwrap.dedent(body), encoding="utf-8")


def test_the_child_runs_in_its_main_thread_and_is_restarted(
    program: Callable[..., Program], tmp_path: Path, wait_until: WaitUntil
) -> None:
    (tmp_path / "helper.py").write_text("word = 'one'")
    body = """
    import signal, threading
    def main(greeting, *, mark):
        import helper
        signal.signal(signal.SIGUSR1, lambda *_: None)
        assert threading.current_thread() is threading.main_thread()
        assert os.environ['RUN_FLAG'] == 'true'
        print(greeting, helper.word + mark, os.getppid(), sys.argv[1:])
        while True: time.sleep(0.05)
    run_with_reloader(main, 'hello', mark='!')
    """
    started = program(body, "an argument")
    wait_until(lambda: "hello one! " in started.text, what=lambda: started.text)
    (tmp_path / "helper.py").write_text("word = 'two'")
    wait_until(lambda: "hello two!" in started.text)
    assert "['an argument']" in started.text


def test_the_exit_code_is_passed_on(program: Callable[..., Program]) -> None:
    started = program("run_with_reloader(lambda: sys.exit(9))")
    assert started.process.wait(20) == 9


def test_a_syntax_error_does_not_end_the_parent(
    program: Callable[..., Program], tmp_path: Path, wait_until: WaitUntil
) -> None:
    body = """
    def main():
        print('one')
        while True: time.sleep(0.05)
    run_with_reloader(main)
    """
    started = program(body)
    wait_until(lambda: "one" in started.text)
    save(tmp_path, body + "\n)")
    wait_until(lambda: "Error" in started.text, what=lambda: started.text)
    save(tmp_path, body.replace("one", "mended"))
    wait_until(lambda: "mended" in started.text, what=lambda: started.text)
    assert started.process.poll() is None


def test_several_saves_at_once_and_during_start_up(
    program: Callable[..., Program], tmp_path: Path, wait_until: WaitUntil
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.py").write_text("word = 0")
    started = program("""
    def main():
        import a, b
        print('words', a.word, b.word)
        while True: time.sleep(0.05)
    run_with_reloader(main)
    """)
    for word in range(1, 30):
        for name in ("a", "b"):
            (tmp_path / f"{name}.py").write_text(f"word = {word}")
    wait_until(lambda: "words 29 29" in started.text, what=lambda: started.text)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_end_of_the_parent_takes_the_child_along(
    program: Callable[..., Program], wait_until: WaitUntil, number: signal.Signals
) -> None:
    started = program("""
    def main():
        print('pid', os.getpid())
        while True: pass
    run_with_reloader(main)
    """)
    wait_until(lambda: started.text.endswith("\n"))
    pid = int(started.text.split()[1])
    started.process.send_signal(number)
    wait_until(lambda: not psutil.pid_exists(pid), deadline_s=4)
    assert started.process.wait(10) == (143 if number == signal.SIGTERM else -9)


def test_a_grandchild_that_holds_stdout_blocks_nothing(
    program: Callable[..., Program], tmp_path: Path, wait_until: WaitUntil
) -> None:
    body = """
    import subprocess
    def main():
        subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print('one')
        while True: time.sleep(0.05)
    run_with_reloader(main)
    """
    started = program(body)
    wait_until(lambda: "one" in started.text)
    save(tmp_path, body.replace("one", "two"))
    wait_until(lambda: "two" in started.text)


def test_it_nests_under_the_supervisor(
    tmp_path: Path, clean_env: dict[str, str], wait_until: WaitUntil
) -> None:
    body = """
    def main():
        print('pid', os.getpid(), os.environ['RELOADER_PID'])
    run_with_reloader(main)
    """
    save(tmp_path, body)
    command = [sys.executable, "-m", "core", "--python", sys.executable, "--once", "main.py"]
    started = Program(tmp_path, clean_env, command)
    assert started.process.wait(20) == 0
    line = next(line for line in started.text.splitlines() if line.startswith("pid"))
    assert line.split()[1] == line.split()[2]


def test_a_program_of_a_supervised_program_supervises_itself() -> None:
    from core.autoreload import is_supervised

    old = {name: os.environ.get(name) for name in ("RUN_FLAG", "RELOADER_PID")}
    try:
        os.environ.update(RUN_FLAG="true", RELOADER_PID=str(os.getpid()))
        assert is_supervised()
        os.environ["RELOADER_PID"] = "1"
        assert not is_supervised()
        del os.environ["RELOADER_PID"]
        assert is_supervised()  # started by the classic module
        del os.environ["RUN_FLAG"]
        assert not is_supervised()
    finally:
        for name, value in old.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
