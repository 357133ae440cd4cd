"""run_with_reloader in every kind of process: what is started again, and whose process it is."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import textwrap
import time
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reloader_core.own_program import own_program

ROOT = Path(__file__).resolve().parents[2]
CORE = str(ROOT / "core")
WaitUntil = Callable[..., None]
Run = Callable[..., subprocess.CompletedProcess[str]]

# -- pure: what was typed, and what runs as __main__


def main_module(file: str | None = None, spec: str | None = None) -> types.ModuleType:
    module = types.ModuleType("__main__")
    if file is not None:
        module.__file__ = file
    module.__spec__ = None if spec is None else types.SimpleNamespace(name=spec)  # type: ignore[assignment]
    return module


FILE = os.path.abspath("main.py")
FOLDER = os.path.abspath("app")


@pytest.mark.parametrize(
    ("main", "typed", "argv", "again", "is_process"),
    [
        (main_module(FILE), "-O -X dev main.py a", "main.py a", f"-O -X dev {FILE} a", True),
        (main_module(FILE), "main.py -m b", "changed by the program", f"{FILE} -m b", True),
        (main_module(None, "pkg.mod"), "-OBm pkg.mod a", "x a", "-OB -m pkg.mod a", True),
        (main_module(None, "pkg.__main__"), "-W error -m pkg", "x", "-W error -m pkg", True),
        (main_module(f"{FOLDER}/__main__.py", "__main__"), "app a", "app a", f"{FOLDER} a", True),
        (main_module(), "-B -c pass a", "-c a", "-B -c pass a", True),
        (main_module(FILE), "-X dev -c idle 80", "main.py", f"-X dev {FILE}", False),
        (main_module(FILE), "-m pdb main.py", "main.py", FILE, False),
        (main_module(FILE), "--background --python main.py", "main.py a", f"{FILE} a", False),
        (main_module(None, "pkg.mod"), "other.py", "x a", "-m pkg.mod a", False),
    ],
)
def test_what_is_started_again(
    main: types.ModuleType, typed: str, argv: str, again: str, is_process: bool
) -> None:
    program, is_this = own_program(main, ["python", *typed.split()], argv.split())
    assert program.words() == tuple(again.split())
    assert is_this is is_process


@pytest.mark.parametrize("typed", [[], ["-i"], ["-"], ["-m", "code"]])
def test_a_session_cannot_be_started_again(typed: list[str]) -> None:
    with pytest.raises(RuntimeError, match="cannot start this program again"):
        own_program(main_module(), ["python", *typed], [""])


# -- real processes


HEAD = f"import sys; sys.path.append({CORE!r})\n"


@pytest.fixture
def run(tmp_path: Path, clean_env: dict[str, str]) -> Run:
    def run(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *words]
        options = {"cwd": tmp_path, "env": clean_env, **options}
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, **options
        )

    return run


def write(folder: Path, text: str, name: str = "main.py") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + textwrap.dedent(text), encoding="utf-8")
    return path


def test_the_child_imports_nothing_of_the_engine(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        import __future__
        before = set(sys.modules)
        from reloader_core import run_with_reloader
        run_with_reloader(lambda: print(sorted(set(sys.modules) - before)))
        """,
    )
    done = run("main.py")
    assert done.stdout == "['reloader_core', 'reloader_core.autoreload']\n", done


TELLS = """
from reloader_core import run_with_reloader
def main(word):
    print(word, __name__, sys.argv[1:], sys.flags.optimize, sys.flags.dev_mode,
          sys.dont_write_bytecode, sys.warnoptions)
run_with_reloader(main, 'told')
"""


FLAGS = [
    ((), "0 False False []"),
    (("-O",), "1 False False []"),
    (("-OOB",), "2 False True []"),
    (("-X", "dev", "-W", "error"), "0 True False ['default', 'error']"),
    (("-Xdev", "-BWignore"), "0 True True ['default', 'ignore']"),
]


WAYS = ["path", "module", "package", "folder", "code"]


# Each way in, and each of the options. Under Wine one takes seven seconds.
@pytest.mark.parametrize(
    ("what", "flags", "told"),
    [
        *((what, *FLAGS[-1]) for what in WAYS),
        *(("path", *each) for each in FLAGS[:-1] if sys.platform != "win32"),
    ],
)
def test_the_program_is_run_as_it_was_started(
    run: Run, tmp_path: Path, what: str, flags: tuple[str, ...], told: str
) -> None:
    words = {
        "path": ["main.py"],
        "module": ["-m", "main"],
        "package": ["-m", "pkg"],
        "folder": ["pkg"],
        "code": ["-c", HEAD + TELLS],
    }[what]
    write(tmp_path, TELLS)
    write(tmp_path, TELLS, "pkg/__main__.py")
    done = run(*flags, *words, "-m", "a b")
    assert done.stdout == f"told __main__ ['-m', 'a b'] {told}\n", done


@pytest.mark.posix
def test_the_parent_is_another_program(
    tmp_path: Path, clean_env: dict[str, str], wait_until: WaitUntil
) -> None:
    """Its modules are gone, and signals are taken care of before there is a thread."""
    write(
        tmp_path,
        """
        import decimal, os, threading, time
        threading.Thread(target=time.sleep, args=(600,)).start()
        from reloader_core import run_with_reloader
        run_with_reloader(print, 'up')
        """,
    )
    command = [sys.executable, "main.py"]
    with subprocess.Popen(command, cwd=tmp_path, env=clean_env, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None and process.stdout.readline() == b"up\n"
            import psutil

            assert "own_program" in " ".join(psutil.Process(process.pid).cmdline())
        finally:
            process.kill()


STAYS = """
import io, os, threading
from reloader_core import run_with_reloader, is_supervised
class Pane(io.StringIO):
    threads = set()
    def write(self, text):
        self.threads.add(threading.get_ident())
        return super().write(text)
if not is_supervised():
    {replace}
def main():
    print('out \xe4', flush=True)
    print('err', file=sys.stderr)
    os._exit(5)
code = None
def call():
    global code
    try:
        run_with_reloader(main)
    except SystemExit as end:
        code = end.code
{call}
if not is_supervised():
    sys.__stdout__.write(repr((code, seen.getvalue(), seen.threads == {{called_in}})))
"""
REPLACED = "seen = sys.stdout = Pane()"
TEE = "seen = sys.stdout = Pane(); seen.fileno = lambda: 1"
HERE = "called_in = threading.get_ident(); call()"
THREAD = "it = threading.Thread(target=call); it.start(); called_in = it.ident; it.join()"


@pytest.mark.parametrize("replace", [REPLACED, TEE], ids=["replaced", "a tee over descriptor 1"])
@pytest.mark.parametrize("call", [HERE, THREAD], ids=["main thread", "another thread"])
def test_where_stdout_is_not_the_process_own_it_gets_all_the_child_prints(
    run: Run, tmp_path: Path, replace: str, call: str
) -> None:
    """On the thread that called, and the process is still the program's."""
    write(tmp_path, STAYS.format(replace=replace, call=call))
    done = run("main.py")
    assert done.stdout == repr((5, "out \xe4\nerr\n", True)), done


@pytest.mark.posix
def test_in_another_thread_the_process_stays(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        import threading
        from reloader_core import run_with_reloader, is_supervised
        it = threading.Thread(target=run_with_reloader, args=(print, 'up'))
        it.start(); it.join()
        if not is_supervised():
            print('still here')
        """,
    )
    done = run("main.py")
    assert done.stdout == "up\nstill here\n", done


def test_a_reload_in_a_process_that_stays(
    tmp_path: Path, clean_env: dict[str, str], wait_until: WaitUntil
) -> None:
    said = tmp_path / "said"
    write(
        tmp_path,
        f"""
        import time
        from reloader_core import is_supervised, run_with_reloader
        if not is_supervised():
            sys.stdout = open({str(said)!r}, 'w')
        def main():
            import helper
            print(helper.word, flush=True)
            while helper.goes_on: time.sleep(0.05)
        run_with_reloader(main)
        """,
    )
    helper = tmp_path / "helper.py"
    helper.write_text("word = 'one'; goes_on = True")
    command = [sys.executable, "main.py"]
    with subprocess.Popen(command, cwd=tmp_path, env=clean_env) as process:
        try:
            wait_until(lambda: said.exists() and said.read_text() == "one\n")
            helper.write_text("word = 'two'; goes_on = False")
            wait_until(lambda: said.read_text() == "one\ntwo\n", what=said.read_text)
            assert process.wait(20) == 0
        finally:
            process.kill()


# -- IDLE


class Shell:
    """IDLE's window, as its shell process sees it."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        rpc = importlib.import_module("idlelib.rpc")  # has no types

        self.text = ""
        self.client = rpc.RPCClient(("127.0.0.1", 0))
        port = self.client.listening_sock.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-c", "__import__('idlelib.run').run.main(True)", str(port)],
            cwd=folder,
            env=env,
        )
        self.client.listening_sock.settimeout(20)
        self.client.accept()
        for name in ("console", "interp"):
            self.client.register(name, self)
        self.client.register("stdin", self)

    # what the shell process calls

    def write(self, text: str, tags: object = None) -> int:
        self.text += text
        return len(text)

    def showwarning(self, *_: object) -> None: ...

    # F5

    def run_file(self, path: Path, deadline_s: float = 30) -> str:
        """Until it has ended; what came into the window."""
        set_up = f"import sys; __file__ = {str(path)!r}; sys.argv = [__file__]"
        for source, name in ((set_up, "<set-up>"), (path.read_text(), str(path))):
            code = compile(source, name, "exec")
            number = self.client.asyncqueue("exec", "runcode", (code,), {})
            until = time.monotonic() + deadline_s
            while self.client.pollresponse(number, 0.05) is None and time.monotonic() < until:
                if self.process.poll() is not None:
                    break
        return self.text

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.client.close()
        self.client.listening_sock.close()


@pytest.fixture
def idle(tmp_path: Path, clean_env: dict[str, str]) -> Iterator[Shell]:
    pytest.importorskip("tkinter", reason="IDLE needs Tk")
    pytest.importorskip("idlelib.rpc")
    shell = Shell(tmp_path, clean_env)
    yield shell
    shell.close()


def test_in_idle_the_shell_shows_what_the_child_prints(idle: Shell, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        from reloader_core import run_with_reloader
        def main():
            print('from the child')
            print('and its error', file=sys.stderr)
        run_with_reloader(main)
        """,
    )
    text = idle.run_file(path)
    assert "from the child\nand its error\n" in text
    assert idle.process.poll() is None, "IDLE's own process is not replaced"
