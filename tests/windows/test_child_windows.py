"""The Windows engine with real children: on Windows itself, or with its Python under Wine.

Every wait has a deadline; processes are looked for by their pid. Nothing here runs
elsewhere, but for the pure functions, which are tested in tests/core.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from processes import DEADLINE_S, script_env, until
from reloader_core import child
from reloader_core.child.windows import api, pipes
from reloader_core.child.windows.host import WindowsHost
from reloader_core.child.windows.start import start_in_job
from reloader_core.child.wire import Request
from reloader_core.notice import SpawnTrouble

ROOT = Path(__file__).parents[2]
CTRL_C_EXIT = 0xC000013A
FILES = child.Loaded | child.LoadedAhead | child.Missing
SYNCHRONIZE = 0x100000
F = TypeVar("F")

if sys.platform == "win32":
    import _winapi
    from ctypes import WinDLL
else:  # collected there, and skipped
    _winapi: Any = None
    WinDLL: Any = None


def clean_env(**more: str) -> tuple[tuple[str, str], ...]:
    return tuple(script_env(**more).items())


def steady(run: Run) -> None:
    """Wait until the main thread has done nothing for 0.3 s, as the supervisor does."""
    last, since = None, time.monotonic()

    def is_still() -> bool:
        nonlocal last, since
        now = run.child.activity()
        if now is None or now != last:
            last, since = now, time.monotonic()
        return time.monotonic() - since > 0.3 or not run.child.thread.is_alive()

    until(is_still, lambda: (last, run.facts), 5)


def is_alive(pid: int) -> bool:
    try:
        process = _winapi.OpenProcess(SYNCHRONIZE, False, pid)
    except OSError:
        return False
    try:
        return not api.wait([process], 0)
    finally:
        api.close(process)


class Run:
    """One started child; its facts and its output are collected."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.facts: list[child.Fact] = []
        self.output = b""
        self.child: Any = None
        self._changed = threading.Condition()
        self._reader: threading.Thread | None = None

    def add(self, fact: child.Fact) -> None:
        with self._changed:
            self.facts.append(fact)
            self._changed.notify_all()

    def of(self, kind: type[F]) -> list[F]:
        return [fact for fact in list(self.facts) if isinstance(fact, kind)]

    def wait(self, kind: type[F], deadline_s: float = DEADLINE_S) -> F:
        with self._changed:
            if not self._changed.wait_for(lambda: self.of(kind), deadline_s):
                said = f"facts: {self.facts}\noutput: {self.output!r}"
                raise AssertionError(f"no {kind.__name__} within {deadline_s} s\n{said}")
        return self.of(kind)[0]

    def read(self) -> None:
        """Collect the output in a thread until its end."""

        def collect() -> None:
            while (data := self.child.read_output(None)) != b"":
                self.output += data or b""
            self.child.close_output()

        self._reader = threading.Thread(target=collect, name="reader", daemon=True)
        self._reader.start()

    def wait_output(self, text: str, deadline_s: float = DEADLINE_S) -> None:
        what = lambda: f"{text!r} in {self.output!r}; {self.facts}"  # noqa: E731
        until(lambda: text.encode() in self.output, what, deadline_s)

    def number_after(self, word: str) -> int:
        """The number that the script printed after this word."""
        wanted = until(
            lambda: [
                line.split()[1]
                for line in self.output.decode().splitlines(keepends=True)
                if line.split()[:1] == [word] and line.endswith("\n")
            ],
            lambda: (word, self.output, self.facts),
        )
        return int(wanted[0])

    def go(self, *stale: str) -> None:
        self.wait(child.Hello)
        self.child.ask(Request.GO, *stale)

    def ask(self, request: Request) -> None:
        self.wait(child.Armed)
        self.child.ask(request)

    def code(self, deadline_s: float = DEADLINE_S) -> int:
        return self.wait(child.Exited, deadline_s).code

    def close(self) -> None:
        if self._reader is not None:
            self._reader.join(DEADLINE_S)
            assert not self._reader.is_alive()
        elif self.child is not None:
            self.child.close_output()


class Starter:
    """Starts scripts under one host."""

    def __init__(self, folder: Path, open_file: Any = None) -> None:
        self.folder = folder
        self.runs: dict[int, Run] = {}
        self.host = WindowsHost(lambda fact: self.runs[fact.child_id].add(fact), open_file)
        self.bystanders: list[int] = []
        """Processes that may outlive the host; ended with the test."""

    def __call__(
        self,
        script: str | Path,
        *args: str,
        python: str | Path = sys.executable,
        env: tuple[tuple[str, str], ...] | None = None,
        cwd: Path | None = None,
        options: tuple[str, ...] = (),
        go: bool = True,
        agent: bool = True,
        read: bool = True,
        stdin: int | None = None,
    ) -> Run:
        number = len(self.runs) + 1
        if isinstance(script, str):
            text, script = script, self.folder / f"script_{number}.py"
            script.write_text(textwrap.dedent(text), encoding="utf-8")
        run = self.runs[number] = Run(number)
        spawn = child.Spawn(
            argv=(str(python), "-u", *options, str(script), *args),
            cwd=cwd or self.folder,
            env=clean_env() if env is None else env,
            stdin=stdin,
            agent=agent,
        )
        run.child = self.host.spawn(number, spawn)
        if read:
            run.read()
        if go and agent:
            run.go()
        return run

    def close(self) -> None:
        self.host.close()
        for run in self.runs.values():
            run.close()
        for pid in self.bystanders:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGTERM)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    starter = Starter(tmp_path)
    yield starter
    starter.close()


@pytest.fixture(scope="session")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python.exe of a virtual environment: a launcher of the real one."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(folder)],
        check=True,
        stdin=subprocess.DEVNULL,
        env=dict(clean_env()),
        timeout=60,
    )
    return folder / "Scripts" / "python.exe"


GRANDCHILD = """\
import subprocess, sys, time, os
sleep = "import time, sys; time.sleep(float(sys.argv[1]))"
grandchild = subprocess.Popen([sys.executable, "-c", sleep, "120"], stdout=subprocess.DEVNULL,
                              stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("grandchild", grandchild.pid)
print("own", os.getpid())
"""


# -- start, output, exit


def test_a_script_runs_and_ends_with_its_own_code(start: Starter) -> None:
    run = start("import sys; print('hello'); print('err', file=sys.stderr); sys.exit(5)")
    assert run.code() == 5
    assert run.of(child.Exited)[0].left == 0
    run.child.end_tree(0.0)
    run.wait(child.TreeGone)
    run.close()
    assert run.output == b"hello\r\nerr\r\n"
    kinds = [type(f) for f in run.facts if not isinstance(f, FILES)]
    assert kinds == [
        child.Spawned,
        child.Hello,
        child.Armed,
        child.ExitReport,
        child.Exited,
        child.TreeGone,
    ]


def test_bytes_arrive_as_the_script_wrote_them(start: Starter) -> None:
    run = start(
        r"""
        import sys
        sys.stdout.buffer.write(bytes(range(256)) + b"\r\n\n\r")
        sys.stdout.flush()
        print("中文 \N{GRINNING FACE}")
        """
    )
    run.code()
    run.close()
    assert run.output == bytes(range(256)) + b"\r\n\n\r" + "中文 😀\r\n".encode()


def test_a_slow_consumer_gets_all_output_after_the_exit(start: Starter) -> None:
    run = start("import sys; sys.stdout.write('x' * 200_000); print('end')", read=False)
    assert run.code() == 0
    run.child.end_tree(0.0)
    run.wait(child.TreeGone)
    pieces = []
    while data := run.child.read_output(5):
        pieces.append(data)
    assert data == b""
    assert b"".join(pieces) == b"x" * 200_000 + b"end\r\n"
    assert max(map(len, pieces)) <= pipes.READ_BYTES


def test_more_than_the_pipe_holds_waits_for_its_reader(start: Starter) -> None:
    run = start("print('x' * 3_000_000)", read=False)
    run.wait(child.Armed)
    run.read()
    assert run.code() == 0
    run.close()
    assert len(run.output) == 3_000_002


def test_reading_takes_no_longer_than_asked_and_loses_nothing(start: Starter) -> None:
    run = start("print(input())", read=False)
    run.wait(child.Armed)
    began = time.monotonic()
    assert run.child.read_output(0.2) is None
    assert 0.15 < time.monotonic() - began < 2
    assert run.child.read_output(0) is None
    run.child.write_input("grüße\n".encode())
    got = b""
    while (data := run.child.read_output(5)) != b"":
        got += data or b""
    assert got == "grüße\r\n".encode()


def test_a_waiting_reader_can_be_woken(start: Starter) -> None:
    run = start("input()", read=False)
    run.wait(child.Armed)
    got: list[bytes | None] = []
    reader = threading.Thread(target=lambda: got.append(run.child.read_output(None)))
    reader.start()
    run.child.wake_output()
    reader.join(5)
    assert got == [None]


def test_a_write_of_no_bytes_is_not_the_end(start: Starter) -> None:
    run = start(
        """
        import ctypes, msvcrt
        from ctypes import wintypes
        kernel32 = ctypes.WinDLL("kernel32")
        written = wintypes.DWORD()
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(1))
        print(kernel32.WriteFile(handle, b"", 0, ctypes.byref(written), None))
        print("after")
        """
    )
    run.code()
    run.close()
    assert run.output == b"1\r\nafter\r\n"


def test_input_reaches_the_script_and_ends(start: Starter) -> None:
    run = start("import sys; print(repr(sys.stdin.read()), sys.stdin.isatty())")
    run.wait(child.Armed)
    run.child.write_input("one\n中文\n".encode())
    run.child.close_input()
    assert run.code() == 0
    run.close()
    assert run.output.decode() == "'one\\n中文\\n' False\r\n"


def test_a_report_is_heard_before_what_was_told_after_it(start: Starter) -> None:
    run = start("for n in range(50): open(f'{n}.py', 'w').close(); print(n); input()")
    heard: list[int] = []

    def has_printed(number: int) -> bool:
        return run.output.endswith(f"{number}\r\n".encode())

    def has_heard(count: int) -> bool:
        return len(heard) == count

    for number in range(50):
        until(partial(has_printed, number))
        start.host.after_reports(lambda: heard.append(len(run.of(child.Wrote))))
        run.child.write_input(b"\n")
        until(partial(has_heard, number + 1))
    run.code()
    assert all(reports > number for number, reports in enumerate(heard))
    start.host.after_reports(lambda: heard.append(0))
    until(lambda: heard[-1] == 0, "also when nobody speaks any more")
    run.child.end_tree(0.0)
    run.wait(child.TreeGone)
    start.host.after_reports(lambda: heard.append(-1))
    assert heard[-1] == -1


def test_a_file_can_be_the_scripts_input(start: Starter, tmp_path: Path) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(b"from a file\n")
    with path.open("rb") as file:
        run = start("print(input())", stdin=file.fileno())
    assert run.code() == 0
    run.close()
    assert run.output == b"from a file\r\n"


def test_paths_with_spaces_and_chinese(start: Starter, tmp_path: Path) -> None:
    folder = tmp_path / "my 程序 folder"
    folder.mkdir()
    script = folder / "it's 主 & co.py"
    script.write_text("import sys, os; print(sys.argv[1:], os.getcwd())", encoding="utf-8")
    words = ['a "quoted" word', "空 格", "", "%PATH%", "a^b&c|d", "C:\\a b\\", '\\\\"', "dot."]
    run = start(script, *words, cwd=folder)
    assert run.code() == 0
    run.close()
    assert run.output.decode() == f"{words} {folder}\r\n"


def test_a_crash_keeps_its_code(start: Starter) -> None:
    run = start("import ctypes; ctypes.string_at(0x10)", agent=False)
    code = run.code()
    assert code in (1, 0xC0000005)  # ctypes turns it into OSError, if it can


@pytest.mark.parametrize("code", [0, 1, 3, 255, 256, CTRL_C_EXIT, 0xFFFFFFFF])
def test_exit_codes_are_unsigned(start: Starter, code: int) -> None:
    run = start(f"import os; os._exit({code} - 2 ** 32 if {code} > 2 ** 31 else {code})")
    assert run.code() == code
    assert not run.of(child.ExitReport)


def test_abort_ends_with_3_but_without_a_report(start: Starter) -> None:
    run = start("import os; os.abort()")
    assert run.code() == 3
    assert not run.of(child.ExitReport)
    assert start.host.exit_3_needs_report


def test_the_environment_shows_nothing_of_us(start: Starter) -> None:
    run = start(
        """
        import os, sys
        print(os.environ["RUN_FLAG"], os.environ["RELOADER_PID"] == str(os.getpid()))
        print(sorted(name for name in os.environ if name.startswith(("PYTHON", "RELOADER"))))
        print([entry for entry in sys.path if entry.rstrip("\\\\").endswith("agent")])
        print(os.environ["MIXED"], os.startfile.__name__, os.startfile.__module__)
        import signal
        print(signal.signal.__name__, signal.getsignal(signal.SIGINT))
        print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
        print(ascii(os.environ["CAT_猫"]))
        """,
        env=clean_env(
            run_flag="outer", RELOADER_PID="1", RELOADER_OPENED="2", Mixed="yes", Cat_猫="ü 🐈"
        ),
    )
    assert run.code() == 0
    run.close()
    assert run.output.decode().split("\r\n") == [
        "true True",
        "['RELOADER_PID']",
        "[]",
        "yes startfile nt",
        "signal <built-in function default_int_handler>",
        "True",
        r"'\xfc \U0001f408'",
        "",
    ]


def test_the_scripts_own_programs_know_nothing_of_us(start: Starter) -> None:
    run = start(
        """
        import subprocess, sys
        code = "import os; print([n for n in os.environ if 'RELOADER_A' in n])"
        subprocess.run([sys.executable, "-c", code], close_fds=False)
        """
    )
    assert run.code() == 0
    run.close()
    assert run.output == b"[]\r\n"


@pytest.mark.wine_xfail("conhost, which lives as long as the grandchild, inherits our pipes")
def test_the_scripts_own_programs_do_not_inherit_our_handles(start: Starter) -> None:
    run = start(GRANDCHILD.replace("stdout=", "close_fds=False, stdout="))
    assert run.wait(child.Exited).left == 1
    until(lambda: run.child._words.ended, deadline_s=3)
    run.close()  # its own output has ended, too


def test_an_isolated_interpreters_own_programs_are_not_taken_for_it(start: Starter) -> None:
    """It has no agent, so what the agent would have taken out of the environment stays."""
    code = "import subprocess, sys; print(1); subprocess.run([sys.executable, '-c', 'print(2)'])"
    run = start(code, python=sys.executable, options=("-I",), go=False)
    assert run.code() == 0
    run.close()
    assert run.output == b"1\r\n2\r\n"
    assert not run.of(child.Hello)


def test_without_an_agent_it_is_a_plain_child(start: Starter) -> None:
    run = start("import os; print(os.environ['RUN_FLAG'], 'PYTHONPATH' in os.environ)", agent=False)
    assert run.code() == 0
    run.child.ask(Request.ASK)  # nobody is there to hear it
    assert run.child.activity() is None
    assert run.child.interrupt() is False
    run.close()
    assert run.output == b"true False\r\n"
    assert [type(fact) for fact in run.facts] == [child.Spawned, child.Exited]


@pytest.mark.parametrize(
    ("python", "trouble"),
    [
        (r"C:\no\such\python.exe", SpawnTrouble.PYTHON),
        ("not a program.exe", SpawnTrouble.NOT_A_PROGRAM),
        ("folder", SpawnTrouble.PYTHON),
    ],
)
def test_why_something_cannot_be_started(
    start: Starter, tmp_path: Path, python: str, trouble: SpawnTrouble
) -> None:
    (tmp_path / "not a program.exe").write_bytes(b"just text")
    (tmp_path / "folder").mkdir()
    run = start("", python=tmp_path / python, go=False)
    failed = run.wait(child.SpawnFailed)
    assert failed.trouble is trouble
    assert failed.why
    assert [type(fact) for fact in run.facts] == [child.SpawnFailed]
    run.child.ask(Request.GO)  # harmless
    run.child.force()


def test_a_missing_folder_is_named_as_the_cause(start: Starter, tmp_path: Path) -> None:
    run = start("", cwd=tmp_path / "gone", go=False)
    assert run.wait(child.SpawnFailed).trouble is SpawnTrouble.FOLDER


# -- parked


def test_a_parked_child_waits_and_runs_what_is_there_at_go(start: Starter, tmp_path: Path) -> None:
    script = tmp_path / "later.py"
    script.write_text("print('old')")
    run = start(script, go=False)
    hello = run.wait(child.Hello)
    assert hello.version == ".".join(map(str, sys.version_info[:3]))
    script.write_text("print('new')")
    run.go()
    assert run.code() == 0
    run.close()
    assert run.output == b"new\r\n"


@pytest.mark.parametrize("request_", [Request.ASK, Request.ASK_AGAIN, Request.END])
def test_a_parked_child_ends_when_asked_without_running(start: Starter, request_: Request) -> None:
    run = start("print('ran')", go=False)
    run.wait(child.Hello)
    run.child.ask(request_)
    assert run.code() == 3
    run.close()
    assert run.output == b""


# -- asked to end

STATES = {
    "sleep": "print('ready'); time.sleep(120)",
    "busy": "print('ready')\n                while True: pass",
    "asyncio": "asyncio.run(work())",
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize(
    ("request_", "code"),
    [(Request.ASK, CTRL_C_EXIT), (Request.EXIT, 3)],
    ids=["ask", "exit"],
)
def test_a_main_thread_that_can_be_woken_ends_in_good_order(
    start: Starter, state: str, request_: Request, code: int
) -> None:
    run = start(
        f"""
        import asyncio, atexit, time
        async def work():
            print("ready")
            await asyncio.sleep(120)
        atexit.register(print, "at exit")
        try:
            if True:
                {state}
        finally:
            print("finally")
        """
    )
    run.wait_output("ready")
    run.ask(request_)
    assert run.code(5) == code
    run.close()
    # Wine's sockets are full at times, and asyncio prints that it could not wake itself.
    said = [b"ready", b"finally", b"at exit"]
    lines = run.output.split(b"\r\n")[:-1]
    assert [line for line in lines if line in said] == said
    assert lines == said or b"WinError 10035" in run.output
    order = [type(fact) for fact in run.facts][-3:]
    assert order == [child.Handled, child.ExitReport, child.Exited]


def test_asyncio_tasks_are_cancelled(start: Starter) -> None:
    run = start(
        """
        import asyncio
        async def work():
            try:
                print("ready")
                await asyncio.sleep(120)
            finally:
                print("task ended")
        async def main():
            await asyncio.gather(work(), work())
        asyncio.run(main())
        """
    )
    until(lambda: run.output.count(b"ready") == 2)
    run.ask(Request.ASK)
    assert run.code(5) == CTRL_C_EXIT
    run.close()
    assert run.output.count(b"task ended") == 2


def test_the_scripts_own_handler_is_called(start: Starter) -> None:
    run = start(
        """
        import signal, sys, time
        def mine(number, frame):
            print("mine", number == signal.SIGINT)
            sys.exit(7)
        before = signal.signal(signal.SIGINT, mine)
        print(before is signal.default_int_handler, signal.getsignal(signal.SIGINT) is mine)
        time.sleep(120)
        """
    )
    run.wait_output("True True")
    run.ask(Request.ASK)
    assert run.code(5) == 7
    run.close()
    assert run.output == b"True True\r\nmine True\r\n"


def test_a_script_that_ignores_ctrl_c_ends(start: Starter) -> None:
    run = start(
        """
        import signal, time
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
        signal.raise_signal(signal.SIGINT)
        print("ready")
        time.sleep(120)
        """
    )
    run.wait_output("ready")
    run.ask(Request.ASK)
    assert run.code(5) == 3
    run.close()
    assert run.output == b"True\r\nready\r\n"


def test_a_script_sends_itself_sigint_as_without_us(start: Starter, tmp_path: Path) -> None:
    script = tmp_path / "self.py"
    script.write_text("import signal\nsignal.raise_signal(signal.SIGINT)\n")
    plain = subprocess.run(
        [sys.executable, "-u", str(script)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(clean_env()),
        check=False,
        timeout=DEADLINE_S,
    )
    run = start(script)
    assert run.code() == plain.returncode
    run.close()
    assert run.output == plain.stdout


def test_stop_is_silent_and_a_handler_that_returns_goes_on(start: Starter) -> None:
    run = start(
        """
        import time
        print("ready")
        for step in range(2):
            try:
                time.sleep(120)
            except KeyboardInterrupt:
                print("interrupted", step)
        """
    )
    run.wait_output("ready")
    run.ask(Request.ASK)
    run.wait_output("interrupted 0")
    run.child.ask(Request.ASK)
    assert run.code(5) == 0
    run.close()
    assert run.output == b"ready\r\ninterrupted 0\r\ninterrupted 1\r\n"


def test_a_sleep_that_just_begins_is_woken_too(start: Starter) -> None:
    """Before 3.13 time.sleep could miss a signal that came just before it waited."""
    for _ in range(5):
        run = start("import time\nwhile True: time.sleep(0); time.sleep(0.0001)")
        run.ask(Request.ASK)
        assert run.code(5) == CTRL_C_EXIT


WAITS = {
    "input": "print('ready'); input()",
    "accept": "s = socket.create_server(('127.0.0.1', 0)); print('ready'); s.accept()",
    "lock": "l = threading.Lock(); l.acquire(); print('ready'); l.acquire()",
    "queue": "q = queue.Queue(); print('ready'); q.get()",
    "join": "t = threading.Thread(target=time.sleep, args=(120,)); t.start(); print('ready');"
    " t.join()",
    "subprocess": "p = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=-1);"
    " print('ready'); p.wait()",
}


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS.keys())
def test_a_main_thread_that_sleeps_in_c_code_is_ended_in_a_second_step(
    start: Starter, tmp_path: Path, wait: str
) -> None:
    run = start(
        f"""
        import atexit, queue, socket, subprocess, sys, threading, time
        atexit.register(lambda: print("at exit"))
        file = open(sys.argv[1], "w")
        file.write("kept")
        {wait}
        """,
        str(tmp_path / "file.txt"),
    )
    run.wait_output("ready\r\n")
    run.ask(Request.ASK)
    steady(run)
    if all(one.doing is child.Doing.WAITING for one in run.of(child.Handled)):
        run.child.ask(Request.END)
    assert run.code(5) in (3, CTRL_C_EXIT)
    assert run.of(child.ExitReport)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone)
    run.close()
    assert b"at exit\r\n" in run.output
    assert (tmp_path / "file.txt").read_text() == "kept"


def test_a_pool_of_processes_ends_with_its_script(start: Starter) -> None:
    run = start(
        """
        import multiprocessing, time
        if __name__ == "__main__":
            with multiprocessing.Pool(2) as pool:
                print(pool.map(abs, [-1]), [p.pid for p in pool._pool])
                pool.map(time.sleep, [120, 120])
        """
    )
    run.wait_output("]\r\n")
    run.ask(Request.ASK)
    steady(run)
    if all(one.doing is child.Doing.WAITING for one in run.of(child.Handled)):
        run.child.ask(Request.END)
    assert run.code(5) in (3, CTRL_C_EXIT)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, 5)


def test_a_server_that_looks_up_now_and_then_needs_no_second_step(start: Starter) -> None:
    run = start(
        """
        import http.server
        server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
        try:
            print("ready")
            server.serve_forever()
        finally:
            server.server_close()
            print("closed")
        """
    )
    run.wait_output("ready")
    run.ask(Request.ASK)
    assert run.code(5) == CTRL_C_EXIT
    run.close()
    assert run.output == b"ready\r\nclosed\r\n"


def test_a_qt_main_loop_is_woken(start: Starter) -> None:
    pytest.importorskip("PySide6")
    run = start(
        """
        import atexit
        from PySide6.QtCore import QCoreApplication, QTimer
        atexit.register(print, "at exit")
        application = QCoreApplication()
        QTimer.singleShot(0, lambda: print("ready"))
        try:
            application.exec()
        finally:
            print("finally")
        """
    )
    run.wait_output("ready\r\n")
    run.ask(Request.ASK)
    assert run.code(5) == CTRL_C_EXIT
    assert run.of(child.Handled)
    run.close()
    assert run.output.endswith(b"finally\r\nat exit\r\n")


def test_a_working_main_thread_shows_activity(start: Starter) -> None:
    run = start("while True: pass")
    run.wait(child.Armed)
    first = until(run.child.activity)
    until(lambda: run.child.activity() != first, "activity", 5)


def test_cpu_times_are_those_of_the_main_thread(start: Starter) -> None:
    run = start(
        "import threading\n"
        "def work():\n  while True: pass\n"
        "threading.Thread(target=work, daemon=True).start(); print('up'); input()\n"
        "while True: pass"
    )
    run.wait_output("up")
    first = until(run.child.cpu_times)
    threading.Event().wait(0.3)
    waits = run.child.cpu_times()
    assert waits.t > first.t and waits.user_s - first.user_s < 0.1, "the other one works"
    run.child.write_input(b"\n")
    until(lambda: run.child.cpu_times().user_s > waits.user_s + 0.2, "work", 20)


def test_only_threads_are_left(start: Starter) -> None:
    """The main thread waits for others in threading._shutdown: END ends them all."""
    run = start(
        """
        import threading, time
        threading.Thread(target=time.sleep, args=(120,)).start()
        print("ready")
        """
    )
    run.wait_output("ready")
    run.ask(Request.ASK)
    run.child.ask(Request.END)
    assert run.code(5) == 3


def test_threads_that_only_wait_do_not_hold_up_a_reload(start: Starter) -> None:
    run = start(
        """
        import threading, time
        threading.Thread(target=time.sleep, args=(120,)).start()
        print("ready")
        time.sleep(120)
        """
    )
    run.wait_output("ready\r\n")
    run.ask(Request.ASK)
    assert run.code(5) == 3
    assert run.of(child.Handled)


def test_a_tk_main_loop_is_woken(start: Starter) -> None:
    run = start(
        """
        import tkinter
        try:
            root = tkinter.Tk()
        except tkinter.TclError as error:
            print("no window", error)
            raise SystemExit(9)
        root.after(0, print, "ready")
        root.mainloop()
        """
    )
    until(lambda: b"\r\n" in run.output, lambda: run.output)
    if b"no window" in run.output:
        pytest.skip(f"no window can be made here: {run.output!r}")
    run.ask(Request.ASK)
    assert run.code(5) == CTRL_C_EXIT
    run.close()
    assert run.output == b"ready\r\n"


TK_PLACE = """
import ctypes, tkinter
root = tkinter.Tk()
root.geometry("300x200")
root.update()
print("first", root.geometry())
def move():  # as the user's mouse does
    window = ctypes.windll.user32.GetParent(root.winfo_id())
    ctypes.windll.user32.SetWindowPos(window, 0, 123, 145, 410, 320, 4)
    root.update()
    print("moved", root.geometry())
root.after(0, move)
root.mainloop()
"""


def test_a_tk_window_comes_back_to_its_place(start: Starter) -> None:
    run = start(TK_PLACE)
    until(lambda: run.output.count(b"\n") == 2 or run.of(child.Exited), lambda: run.output)
    moved = run.output.split()[-1].decode()
    if "+123+145" not in moved:
        pytest.skip(f"no screen, so no window can be moved: {run.output!r}")
    run.ask(Request.ASK)
    assert run.wait(child.Placed).place == ("300x200", moved)
    assert run.code() == 3

    second = start(TK_PLACE, go=False)
    second.wait(child.Hello)
    second.child.allow_front()  # harmless
    second.child.ask(Request.WINDOWS, "quiet", "300x200", moved)
    second.go()
    second.wait_output("moved")
    assert second.output.split()[1].decode() == moved
    second.ask(Request.ASK)
    assert second.code() == CTRL_C_EXIT


# -- the tree


def test_what_the_script_left_is_counted_and_ended(start: Starter) -> None:
    run = start(GRANDCHILD)
    grandchild = run.number_after("grandchild")
    exited = run.wait(child.Exited)
    assert (exited.code, exited.left) == (0, 1)
    assert is_alive(grandchild)
    assert not run.of(child.TreeGone)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, 5)
    assert not is_alive(grandchild)


def test_the_end_of_what_was_left_is_reported(start: Starter) -> None:
    run = start(GRANDCHILD)
    grandchild = run.number_after("grandchild")
    assert run.wait(child.Exited).left == 1
    os.kill(grandchild, signal.SIGTERM)
    assert run.wait(child.LeftChanged, 5).left == 0
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, 5)


def test_force_ends_everything_at_once(start: Starter) -> None:
    run = start(GRANDCHILD + "while True: pass\n")
    pids = [run.number_after("grandchild"), run.number_after("own")]
    began = time.monotonic()
    run.child.force()
    run.wait(child.TreeGone, 5)
    assert time.monotonic() - began < 2
    assert not any(map(is_alive, pids))
    assert [type(fact) for fact in run.facts][-2:] == [child.Exited, child.TreeGone]
    run.close()  # nobody holds the pipe any more


def test_force_works_on_a_parked_and_on_an_ended_child(start: Starter) -> None:
    parked, ended = start("", go=False), start("")
    parked.wait(child.Hello)
    ended.wait(child.Exited)
    for run in (parked, ended):
        run.child.force()
        run.wait(child.TreeGone, 5)
        assert len(run.of(child.Exited)) == 1
        run.child.force()  # too late, and harmless
        run.child.end_tree(0.0)
        run.child.ask(Request.ASK)
        run.child.write_input(b"x")
        assert run.child.activity() is None


def test_a_grandchild_that_holds_the_pipe_does_not_hide_the_exit(start: Starter) -> None:
    run = start(
        """
        import subprocess, sys
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"])
        print("done")
        """,
        read=False,
    )
    assert run.wait(child.Exited, 5).left == 1
    output = b""
    while data := run.child.read_output(0.3):
        output += data
    assert output == b"done\r\n"
    assert data is None  # not the end of file: the grandchild holds it
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, 5)
    assert run.child.read_output(5) == b""


def test_a_venv_launcher_and_its_grandchild_are_one_tree(start: Starter, venv: Path) -> None:
    run = start(GRANDCHILD + "input()\n", python=venv)
    spawned, hello = run.wait(child.Spawned), run.wait(child.Hello)
    pids = [run.number_after("grandchild"), run.number_after("own"), spawned.pid]
    assert hello.pid == pids[1] != spawned.pid  # the real interpreter is another process
    assert until(run.child.activity)
    assert all(map(is_alive, pids))
    run.child.force()
    run.wait(child.TreeGone, 5)
    assert not any(map(is_alive, pids))


def test_a_venv_is_asked_as_any_other(start: Starter, venv: Path) -> None:
    run = start("import sys, time; print(sys.prefix); time.sleep(120)", python=venv)
    run.wait_output(str(venv.parents[1]))
    run.ask(Request.ASK)
    assert run.code(5) == CTRL_C_EXIT
    assert run.of(child.Exited)[0].left == 0


SUPERVISOR = """\
import sys, threading
from pathlib import Path
from reloader_core import child
from reloader_core.child.windows.host import WindowsHost
from reloader_core.child.windows.start import start_in_job
from reloader_core.child.wire import Request

python, script, *env = sys.argv[1:]
hello = threading.Event()
host = WindowsHost(lambda fact: hello.set() if isinstance(fact, child.Hello) else None)
pairs = tuple(tuple(pair.split("=", 1)) for pair in env)
started = host.spawn(1, child.Spawn((python, "-u", script), Path(script).parent, pairs))
standby = host.spawn(2, child.Spawn((python, "-u", script), Path(script).parent, pairs))
assert hello.wait(20)
started.ask(Request.GO)
while data := started.read_output(None):
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
"""


@pytest.mark.parametrize("end", ["asleep", "ended"])
def test_when_the_supervisor_is_killed_nothing_is_left(
    tmp_path: Path, venv: Path, end: str
) -> None:
    script = tmp_path / "script.py"
    script.write_text(GRANDCHILD + ("import time; time.sleep(120)" if end == "asleep" else ""))
    supervisor = tmp_path / "supervisor.py"
    supervisor.write_text(SUPERVISOR)
    pairs = [f"{name}={value}" for name, value in clean_env()]
    process = subprocess.Popen(
        [sys.executable, str(supervisor), str(venv), str(script), *pairs],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**dict(clean_env()), "PYTHONPATH": str(ROOT / "core")},
    )
    with process:
        assert process.stdout is not None
        lines = [process.stdout.readline().split() for _ in range(2)]
        pids = [int(line[1]) for line in lines]
        assert is_alive(pids[0])
        process.kill()  # TerminateProcess
        process.wait(5)
        until(lambda: not any(map(is_alive, pids)), pids, 2)
        assert process.stdout.read() == b""  # and no standby holds the pipe


STARTED_AND_GONE = """
import os, sys
from reloader_core.child.windows import api, jobs
from reloader_core.child.windows.start import start_in_job
streams = tuple(map(api.inheritable_copy, range(3)))
sleeps = [sys.executable, "-S", "-c", "import time; time.sleep(120)"]
job = jobs.create_job()
_, pid = start_in_job(job, sleeps, os.getcwd(), dict(os.environ), streams, (), own_console=True)
os.write(1, b"%d" % pid)
os._exit(0)
"""


def test_who_ends_in_the_instant_of_a_start_leaves_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STARTED_AND_GONE],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**dict(clean_env()), "PYTHONPATH": str(ROOT / "core")},
        cwd=tmp_path,
        timeout=60,
        check=True,
    )
    pid = int(ended.stdout)
    until(lambda: not is_alive(pid), [pid], 2)


@pytest.mark.parametrize(
    ("argv", "env"),
    [
        (["-c", "a\0b"], {}),
        ([], {"A": "a\0b"}),
        ([], {"A\0B": ""}),
        ([], {"A=B": ""}),
        ([], {"": ""}),
    ],
)
def test_what_no_program_can_be_given_starts_none(argv: list[str], env: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        start_in_job(0, [sys.executable, *argv], ".", env, (0, 0, 0), (), own_console=True)


def test_close_ends_what_is_left_and_says_nothing_more(tmp_path: Path) -> None:
    starter = Starter(tmp_path)
    run = starter(GRANDCHILD + "import time; time.sleep(120)\n")
    pids = [run.number_after("grandchild"), run.number_after("own")]
    said = len(run.facts)
    began = time.monotonic()
    starter.close()
    assert time.monotonic() - began < 5
    until(lambda: not any(map(is_alive, pids)), pids, 2)
    assert len(run.facts) == said
    assert not [t for t in threading.enumerate() if t.name.startswith("child ")]


def test_no_handles_are_lost(start: Starter) -> None:
    import ctypes

    def count() -> int:
        found = ctypes.c_ulong()
        kernel32 = WinDLL("kernel32")
        kernel32.GetProcessHandleCount(ctypes.c_void_p(-1), ctypes.byref(found))
        return found.value

    def once() -> None:
        run = start("print(1)")
        run.code()
        run.child.end_tree(0.0)
        run.wait(child.TreeGone)
        run.close()
        start("", python="no such program", go=False).wait(child.SpawnFailed)
        start.runs[len(start.runs)].close()

    once()
    before = count()
    for _ in range(5):
        once()
    until(lambda: count() <= before + 3, lambda: (before, count()), 5)


# -- what the script opens for the user


@pytest.mark.parametrize(
    "code",
    [
        "import msvcrt; print(msvcrt.getch())",
        "from msvcrt import getwch as read; print(read())",
        "import msvcrt, time\nwhile not msvcrt.kbhit(): time.sleep(0.01)",
        "import getpass; getpass.getpass()",
    ],
)
def test_who_reads_single_keys_is_told_of_once(start: Starter, code: str) -> None:
    """Without us it would wait for ever as well: its console is not shown."""
    run = start("import msvcrt; print(msvcrt.getch.__name__, msvcrt.getch.__module__)\n" + code)
    run.wait(child.ReadsKeys)
    run.child.force()
    run.wait(child.Exited)
    run.close()
    assert run.output.startswith(b"getch msvcrt\r\n")
    assert len(run.of(child.ReadsKeys)) == 1


def test_startfile_is_done_by_the_supervisor(tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []

    def open_file(*request: object) -> None:
        asked.append(request)
        if "missing" in str(request[0]):
            raise FileNotFoundError(2, "cannot be found", None, 2)

    starter = Starter(tmp_path, open_file)
    (tmp_path / "doc.txt").write_text("x")
    run = starter(
        """
        import os, webbrowser
        os.startfile("doc.txt")
        os.startfile("https://example.org/?a=b", "open", arguments="-x", cwd="..", show_cmd=3)
        print(webbrowser.open("https://example.org/page"))
        try:
            os.startfile("missing.txt")
        except OSError as error:
            print(type(error).__name__, error.winerror, error.filename, error.strerror)
        """
    )
    assert run.code() == 0
    starter.close()
    assert run.output.decode().split("\r\n") == [
        "True",
        "FileNotFoundError 2 missing.txt cannot be found",
        "",
    ]
    folder = str(tmp_path)
    assert asked == [
        (str(tmp_path / "doc.txt"), "", "", folder, 1),
        ("https://example.org/?a=b", "open", "-x", str(tmp_path.parent), 3),
        ("https://example.org/page", "", "", folder, 1),
        ("missing.txt", "", "", folder, 1),
    ]


BROWSER = """\
import os, sys, time
with open(sys.argv[1] + ".part", "w") as file:
    file.write(str(os.getpid()))
os.replace(sys.argv[1] + ".part", sys.argv[1])
time.sleep(120)
"""


def pid_in(path: Path) -> int:
    return int(until(lambda: path.exists() and path.read_text(), path))


@pytest.mark.parametrize("how", ["startfile", "webbrowser"])
def test_what_was_opened_for_the_user_survives_stop(
    start: Starter, tmp_path: Path, how: str
) -> None:
    browser, told = tmp_path / "browser.py", tmp_path / "pid"
    browser.write_text(BROWSER)
    if how == "startfile":
        code = "os.startfile(sys.executable, arguments=subprocess.list2cmdline(sys.argv[1:]))"
    else:
        code = "webbrowser.BackgroundBrowser([sys.executable, *sys.argv[1:]]).open('http://x')"
    run = start(
        f"""
        import os, subprocess, sys, webbrowser, time
        {code}
        subprocess.run([sys.executable, "-c", "print('not a browser')"])
        time.sleep(120)
        """,
        str(browser),
        str(told),
    )
    run.wait_output("not a browser")
    pid = pid_in(told)
    start.bystanders.append(pid)
    run.child.force()
    run.wait(child.TreeGone, 5)
    assert is_alive(pid)


@pytest.mark.parametrize("what", ["batch file", "program beside it"])
def test_what_belongs_to_the_script_does_not(start: Starter, tmp_path: Path, what: str) -> None:
    """A server that it starts is not something that it opens for its user."""
    server, told = tmp_path / "server.py", tmp_path / "pid"
    server.write_text(BROWSER)
    (tmp_path / "server.bat").write_text(f'@"{sys.executable}" "{server}" "{told}"\n')
    if what == "batch file":
        code = "os.startfile('server.bat')"
    else:
        code = (
            "os.chdir(os.path.dirname(sys.executable)); os.startfile(os.path.basename("
            "sys.executable), arguments=subprocess.list2cmdline(sys.argv[1:]))"
        )
    source = f"import os, subprocess, sys, time\n{code}\ntime.sleep(120)"
    run = start(source, str(server), str(told))
    pid = pid_in(told)
    start.bystanders.append(pid)
    run.child.force()
    run.wait(child.TreeGone, 5)
    assert not is_alive(pid)


def test_a_browser_of_the_users_choice_can_be_waited_for(start: Starter, tmp_path: Path) -> None:
    run = start(
        """
        import os, sys, webbrowser
        code = "import os, sys; sys.exit(not os.environ['ADDED'] == 'yes')"
        os.environ["ADDED"] = "yes"
        print(webbrowser.GenericBrowser([sys.executable, "-c", code]).open("http://x"))
        print(webbrowser.GenericBrowser(["no such browser"]).open("http://x"))
        """
    )
    assert run.code() == 0
    run.close()
    assert run.output == b"True\r\nFalse\r\n"


def test_no_answer_from_the_supervisor_is_an_answer(tmp_path: Path) -> None:
    """A reply that never comes must not hold the script for ever (here: its END)."""
    asked, released = threading.Event(), threading.Event()

    def open_file(*request: object) -> None:
        asked.set()
        released.wait(DEADLINE_S)

    starter = Starter(tmp_path, open_file)
    run = starter("import os; os.startfile('x')")
    assert asked.wait(DEADLINE_S)
    run.ask(Request.END)
    assert run.code(5) == 3
    released.set()
    starter.close()
