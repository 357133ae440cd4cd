"""run_with_reloader: the classic library call, with every fault of the classic mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

WaitUntil = Callable[..., None]
ROOT = Path(__file__).resolve().parents[2]
HEAD = f"""\
import sys
sys.path.append({str(ROOT / "core")!r})
import os, time
from reloader_core import run_with_reloader
"""


class Program:
    """A program that calls run_with_reloader, and what it printed."""

    def __init__(self, folder: Path, env: dict[str, str], command: list[str]) -> None:
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._output = b""
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        while data := os.read(self.process.stdout.fileno(), 65536):
            self._output += data

    @property
    def text(self) -> str:
        return self._output.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, deadline_s: float = 20) -> int:
        """Its exit code, once its output is complete."""
        code = self.process.wait(deadline_s)
        self._reader.join(deadline_s)
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


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
        signal.signal(signal.SIGINT, lambda *_: None)
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
    assert started.wait() == 9


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
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_the_end_of_the_parent_takes_the_child_along(
    program: Callable[..., Program], wait_until: WaitUntil, name: str
) -> None:
    number = getattr(signal, name)
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
    assert started.wait() == (143 if name == "SIGTERM" else -9)


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
    command = [
        sys.executable,
        "-m",
        "reloader_core",
        "--python",
        sys.executable,
        "--once",
        "main.py",
    ]
    started = Program(tmp_path, clean_env, command)
    assert started.wait() == 0
    started.close()
    line = next(line for line in started.text.splitlines() if line.startswith("pid"))
    assert line.split()[1] == line.split()[2]


def test_a_program_of_a_supervised_program_supervises_itself() -> None:
    from reloader_core import is_supervised

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
