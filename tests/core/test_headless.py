"""`python -m reloader_core` end to end, a real process: what a developer with a terminal sees."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from patience import is_wine, patient
from reloader_core.__main__ import main
from tool import Tool

WaitUntil = Callable[..., None]
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a folder"
    place.mkdir()
    return place


def write(folder: Path, text: str, name: str = "main.py") -> Path:
    path = folder / name
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def test_the_classic_articles_first_scene(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    """After an edit the new statement runs under a new pid; the parent's pid stays."""
    script = "import os\nprint({word!r}, os.getpid(), os.getppid(), flush=True)\n" + LOOP
    write(folder, script.format(word="old"))
    tool = reloader("main.py")
    wait_until(lambda: "old" in tool.text and tool.text.endswith("\n"), what=lambda: tool.words)
    write(folder, script.format(word="new"))
    wait_until(lambda: "new" in tool.text and tool.text.endswith("\n"))
    assert tool.process.poll() is None
    old, new = (line.split() for line in tool.text.splitlines())
    assert old[1] != new[1]
    # On another stream; and with the line, if it is known in time.
    wait_until(lambda: "restarted (changed: main.py" in tool.words, what=lambda: tool.words)


def test_the_second_scene_no_child_is_left(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    write(
        folder,
        """
        import os, subprocess, sys, time
        grandchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print(os.getpid(), grandchild.pid)
        while True: pass
        """,
    )
    tool = reloader("main.py")
    wait_until(lambda: tool.text.endswith("\n"))
    pids = [int(word) for word in tool.text.split()]
    tool.process.kill()
    wait_until(lambda: not any(psutil.pid_exists(pid) for pid in pids), deadline_s=2)


def test_the_third_scene_output_is_live_through_a_pipe(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "print('no newline', end=''); " + LOOP.replace("\n", "; ", 1))
    write(folder, "print('no newline', end='')\n" + LOOP)
    tool = reloader("main.py")
    wait_until(lambda: tool.text == "no newline")


@pytest.mark.parametrize("code", [0, 1, 7, 255])
def test_once_passes_the_exit_code_on(
    reloader: Callable[..., Tool], folder: Path, code: int
) -> None:
    write(folder, f"import sys; sys.exit({code})")
    assert reloader("--once", "main.py").wait() == code


@POSIX_ONLY
def test_once_and_a_script_that_dies_of_a_signal(
    reloader: Callable[..., Tool], folder: Path
) -> None:
    write(folder, "import os; os.kill(os.getpid(), 9)")
    assert reloader("--once", "main.py").wait() == 128 + 9


def test_once_and_code_3(reloader: Callable[..., Tool], folder: Path) -> None:
    write(
        folder,
        """
        import os, sys
        if os.path.exists('flag'):
            sys.exit(5)
        open('flag', 'w').close()
        sys.exit(3)
        """,
    )
    tool = reloader("--once", "main.py")
    assert tool.wait() == 5
    assert "restarted (exit code 3)" in tool.words


THREE = "import sys\nprint('attempt')\nsys.exit(3)\n"


def test_once_ends_with_3_where_3_is_the_result(
    reloader: Callable[..., Tool], folder: Path
) -> None:
    write(folder, THREE)
    tool = reloader("--once", "main.py")
    assert tool.wait() == 3
    assert tool.text.count("attempt") >= 5, "a run that lasts twice as long begins the row anew"
    assert tool.words.count("kept asking to be restarted (exit code 3)") == 1


def test_a_save_runs_it_again_where_3_is_the_result(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, THREE)
    tool = reloader("main.py")
    wait_until(lambda: "ended with exit code 3; waiting for a save" in tool.words)
    why, end = tool.words.split("kept asking to be restarted (exit code 3)")
    assert "waiting" not in why and "waiting for a save" in end, "the reason comes first"
    write(folder, "print('mended')\n" + LOOP)
    wait_until(lambda: "mended" in tool.text)
    assert tool.text.count("attempt") >= 5, "a run that lasts twice as long begins the row anew"


def test_no_exit_3(reloader: Callable[..., Tool], folder: Path) -> None:
    write(folder, THREE)
    tool = reloader("--no-exit-3", "--once", "main.py")
    assert tool.wait() == 3
    assert tool.text.count("attempt") == 1
    assert "restarted" not in tool.words


@pytest.mark.skipif(is_wine(), reason="half a minute for what is the same everywhere")
def test_3_after_times_of_all_lengths_goes_on(reloader: Callable[..., Tool], folder: Path) -> None:
    write(
        folder,
        f"""
        import os, sys, time
        runs = len(os.listdir())
        open('run %d' % runs, 'w').close()
        time.sleep((1 - runs % 2) * {patient(1)})
        sys.exit(3 if runs < 9 else 7)
        """,
    )
    assert reloader("--once", "main.py").wait(100) == 7


def test_what_the_script_writes_itself_is_said_once(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    source = "open(__file__, 'a').write('#' + chr(10))\nimport time; time.sleep(1.2)\n"
    write(folder, source + "print('run')\n")
    tool = reloader("main.py")
    wait_until(lambda: "The script wrote main.py itself" in tool.words)
    wait_until(lambda: "waiting for a save" in tool.words)
    write(folder, source + "print('another run')\n")
    wait_until(lambda: tool.words.count("waiting for a save") == 2, what=lambda: tool.words)
    assert tool.text == "run\nanother run\n"
    assert tool.words.count("itself") == 1


def test_stdout_carries_exactly_the_scripts_bytes(
    reloader: Callable[..., Tool], folder: Path
) -> None:
    write(
        folder,
        r"""
        import sys
        sys.stdout.buffer.write(bytes(range(256)) * 1000)
        sys.stderr.buffer.write(b'\r\n\xff end')
        """,
    )
    tool = reloader("--once", "main.py")
    assert tool.wait() == 0
    words = b"\r\n\xff end"
    if sys.platform == "win32":  # one pipe for both
        assert tool.out == bytes(range(256)) * 1000 + words
    else:
        assert tool.out == bytes(range(256)) * 1000
        assert tool.err.endswith(words)
    assert tool.words.startswith("reloader: Python ")


def test_a_slow_reader_gets_everything(folder: Path, clean_env: dict[str, str]) -> None:
    write(folder, "import sys; sys.stdout.write('x' * 3_000_000); sys.stdout.write('end')")
    process = subprocess.Popen(
        [sys.executable, "-m", "reloader_core", "--python", sys.executable, "--once", "main.py"],
        cwd=folder,
        env=clean_env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    with process.stdout as pipe:
        first = pipe.read(10)
        rest = pipe.read()
    assert process.wait(20) == 0
    assert len(first + rest) == 3_000_003
    assert rest.endswith(b"end")


def test_stdin_goes_to_the_script(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "print('got', input()); print('got', input())")
    tool = reloader("--once", "main.py")
    assert tool.process.stdin is not None
    tool.process.stdin.write(b"one\ntwo\n")
    tool.process.stdin.close()
    assert tool.wait() == 0
    assert tool.text == "got one\ngot two\n"


@POSIX_ONLY
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, 143)],
    ids=["SIGINT", "SIGTERM"],
)
def test_signals_stop_the_tree(
    reloader: Callable[..., Tool],
    folder: Path,
    wait_until: WaitUntil,
    number: signal.Signals,
    code: int,
) -> None:
    write(
        folder,
        """
        import os, subprocess, time
        child = subprocess.Popen(['sleep', '600'])
        print(os.getpid(), child.pid)
        try:
            time.sleep(600)
        finally:
            print('cleaned up')
        """,
    )
    tool = reloader("main.py")
    wait_until(lambda: tool.text.endswith("\n"))
    pids = [int(word) for word in tool.text.split()]
    tool.process.send_signal(number)
    assert tool.wait() == code
    assert "cleaned up" in tool.text
    assert "Traceback" not in tool.text
    wait_until(lambda: not any(psutil.pid_exists(pid) for pid in pids), deadline_s=2)


@POSIX_ONLY
def test_a_second_ctrl_c_forces(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    write(
        folder,
        """
        import time
        while True:
            try:
                print('up')
                time.sleep(600)
            except BaseException:
                print('no')
        """,
    )
    tool = reloader("--grace", "60", "main.py")
    wait_until(lambda: "up" in tool.text)
    tool.process.send_signal(signal.SIGINT)
    wait_until(lambda: "no" in tool.text)
    tool.process.send_signal(signal.SIGINT)
    assert tool.wait() == -signal.SIGINT


@POSIX_ONLY
def test_the_reader_of_our_output_leaves(folder: Path, clean_env: dict[str, str]) -> None:
    write(folder, "while True: print('y')")
    process = subprocess.Popen(
        [sys.executable, "-m", "reloader_core", "--python", sys.executable, "main.py"],
        cwd=folder,
        env=clean_env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    process.wait(20)


def test_events(reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil) -> None:
    write(folder, "import helper; print(helper.word)\n" + LOOP)
    write(folder, "word = 'one'", "helper.py")
    log = folder / "events.jsonl"
    tool = reloader("--events", str(log), "main.py")
    wait_until(lambda: "one" in tool.text)
    write(folder, "import sys; sys.exit(4)", "helper.py")

    def events() -> list[dict[str, Any]]:
        lines = log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    wait_until(lambda: events()[-1]["state"] == "waiting")
    first = events()[0]
    assert (first["event"], first["files"]) == ("watching", [str(folder / "main.py")])
    states = events()[1:]
    assert [(event["state"], event["run"]) for event in states] == [
        ("running", 1),
        ("restarting", 1),
        ("running", 2),
        ("waiting", 2),
    ]
    running, restarting, _second, waiting = states
    assert list(running) == ["t", "event", "state", "run", "pid", "exit_code", "reason"]
    assert running["reason"] == {"kind": "asked", "files": [], "lines": []}
    reason = restarting["reason"]
    assert isinstance(reason, dict)
    assert reason["kind"] == "changed" and reason["files"] == [str(folder / "helper.py")]
    assert reason["lines"] in ([[]], [[[1, 1]]]), "known only if it was saved a while after"
    assert isinstance(running["pid"], int) and waiting["pid"] is None
    assert running["exit_code"] is None and waiting["exit_code"] == 4


def test_options_after_the_script_are_the_scripts(
    reloader: Callable[..., Tool], folder: Path
) -> None:
    write(folder, "import sys; print(sys.argv)")
    tool = reloader("--once", "main.py", "--once", "-m", "--help", "--", "a b")
    assert tool.wait() == 0
    assert tool.text == "['main.py', '--once', '-m', '--help', '--', 'a b']\n".replace(
        "main.py", str(folder / "main.py").replace("\\", "\\\\")
    )


def test_a_module_with_arguments(reloader: Callable[..., Tool], folder: Path) -> None:
    write(folder, "import sys; print(__name__, sys.argv[1:])", "mod.py")
    tool = reloader("--once", "-m", "mod", "-x", "--version")
    assert tool.wait() == 0
    assert tool.text == "__main__ ['-x', '--version']\n"


def test_env_and_cwd(reloader: Callable[..., Tool], folder: Path, tmp_path: Path) -> None:
    write(folder, "import os; print(os.environ['A'], os.getcwd() == os.environ['B'])")
    other = tmp_path / "other"
    other.mkdir()
    env = ["--env", "A=1=2", "--env", f"B={os.path.realpath(other)}"]
    tool = reloader("--once", *env, "--cwd", str(other), str(folder / "main.py"))
    assert tool.wait() == 0
    assert tool.text == "1=2 True\n"


@pytest.mark.parametrize(
    ("args", "word"),
    [
        ([], "Which script"),
        (["missing.py"], "There is no file missing.py"),
        (["."], "is a folder"),
        (["--nonsense", "main.py"], "--nonsense. Try"),
        (["--wach", "*.txt", "main.py"], "'--watch' may be meant"),
        (["-"], "cannot be read again"),
        (["--grace", "soon", "main.py"], "--grace"),
        (["--grace", "-1", "main.py"], "--grace"),
        (["--cwd", "nowhere", "main.py"], "nowhere"),
        (["--env", "oops", "main.py"], "NAME=VALUE"),
        (["--watch", "", "main.py"], "pattern"),
        (["--watch", "[a", "main.py"], "not closed"),
        (["--watch", "a**b", "main.py"], "**"),
        (["--python", "no-such-python", "main.py"], "no-such-python"),
        (["--events", "no/such/folder/file", "main.py"], "event file"),
        (["-m"], "-m"),
    ],
)
def test_bad_input(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    args: list[str],
    word: str,
) -> None:
    marker = folder / "it ran"
    write(folder, f"open({str(marker)!r}, 'w')")
    monkeypatch.chdir(folder)
    assert main(args) == 2
    text, words = capfd.readouterr()
    assert word in words
    assert text == ""
    assert len([line for line in words.splitlines() if "Python 3" not in line]) == 1
    assert not marker.exists()


def test_bad_input_is_an_exit_code(reloader: Callable[..., Tool]) -> None:
    tool = reloader("missing.py")
    assert tool.wait() == 2
    assert "There is no file missing.py" in tool.words and tool.text == ""


@POSIX_ONLY
def test_an_unreadable_script(reloader: Callable[..., Tool], folder: Path) -> None:
    path = write(folder, "print(1)")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root reads everything")
    tool = reloader("main.py")
    assert tool.wait() == 2
    assert "cannot be read" in tool.words


def test_version_and_help(reloader: Callable[..., Tool]) -> None:
    version = reloader("--version", python=False)
    assert version.wait() == 0
    assert version.text.startswith("reloader ")
    text = reloader("--help", python=False)
    assert text.wait() == 0
    assert "--no-reload" in text.text


# -- the system's own limits, in a namespace where they are low


def limited(name: str, most: int) -> list[str]:
    """A command that runs another one with this limit of inotify; skips where it cannot be."""
    set_limit = f'echo {most} > /proc/sys/user/{name} && exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", set_limit, "sh"]
    try:
        tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    except OSError:
        pytest.skip("no unshare here (util-linux)")
    if tried.returncode:
        pytest.skip(f"no user namespace here: {tried.stderr.strip()}")
    return command


@pytest.mark.linux
@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [
        ("max_inotify_instances", 0, "max_user_instances"),
        ("max_inotify_watches", 1, "max_user_watches"),
    ],
)
def test_without_inotify_it_polls_and_says_so(
    reloader: Callable[..., Tool],
    folder: Path,
    wait_until: WaitUntil,
    limit: str,
    most: int,
    said: str,
) -> None:
    """One watch is enough for the script's own folder, and not for the package's."""
    (folder / "package").mkdir()
    write(folder, "WORD = 'one'\n", "package/__init__.py")
    body = "from package import WORD\nprint({number}, WORD, flush=True)\n" + LOOP
    write(folder, body.format(number=1))
    tool = reloader("main.py", within=limited(limit, most))
    wait_until(lambda: "1 one" in tool.text, 20, lambda: tool.words)
    wait_until(lambda: said in tool.words, 20, lambda: tool.words)
    write(folder, "WORD = 'two'\n", "package/__init__.py")
    wait_until(lambda: "1 two" in tool.text, 20, lambda: tool.words)
    write(folder, body.format(number=2))
    wait_until(lambda: "2 two" in tool.text, 20, lambda: tool.words)
    assert tool.words.count(said) == 1, "once"
    tool.process.send_signal(signal.SIGINT)
    assert tool.wait() == -signal.SIGINT


@POSIX_ONLY
def test_ctrl_c_before_anything_is_started(
    reloader: Callable[..., Tool], folder: Path, wait_until: WaitUntil
) -> None:
    """It waits for somebody to read its events; to be interrupted there is no failure."""
    write(folder, LOOP)
    os.mkfifo(folder / "events")
    tool = reloader("--events", "events", "main.py")
    wait_until(lambda: "Python" in tool.words)
    tool.process.send_signal(signal.SIGINT)
    assert tool.wait() == -signal.SIGINT
    assert "Traceback" not in tool.words


MANY_FILES = """
import os, resource, sys
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (1400, hard))
for _ in range(1100):
    os.set_inheritable(os.open(os.devnull, os.O_RDONLY), True)
os.execv(sys.argv[1], sys.argv[1:])
"""


@POSIX_ONLY
def test_more_than_1024_open_files(reloader: Callable[..., Tool], folder: Path) -> None:
    """select() knows only the first 1,024 numbers of files; nothing of ours may rest on it."""
    import resource

    if resource.getrlimit(resource.RLIMIT_NOFILE)[1] < 1400:
        pytest.skip("so many files may not be opened here")
    write(folder, "print('x' * 3_000_000)\n")
    tool = reloader("--once", "main.py", within=[sys.executable, "-c", MANY_FILES])
    assert tool.wait() == 0
    assert len(tool.out) == 3_000_001
    assert "Traceback" not in tool.words
