"""Hostile and unlucky input: whatever it is, a clear sentence, no hang, no traceback of ours.

The real command line with real files. An unusable Python is in test_interpreters.py, the
limits of inotify in test_watcher.py, a process that cannot be killed in test_stuck.py.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from patience import patient
from reloader_core import SpawnTrouble, State

Supervise = Callable[..., Any]
DEADLINE_S = 30
POSIX = pytest.mark.posix
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


class Reloader:
    """Runs `reloader --once` to its end."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env

    def __call__(self, *args: str, **options: Any) -> tuple[int, str, str]:
        """(exit code, stdout, stderr without the line that names the Python)."""
        given = {"cwd": self.folder, "env": self.env, "stdin": subprocess.DEVNULL, **options}
        done = subprocess.run(
            [sys.executable, "-m", "reloader_core", "--python", sys.executable, "--once", *args],
            capture_output=True,
            timeout=patient(DEADLINE_S),
            check=False,
            **given,
        )
        said = done.stderr.decode("utf-8", "replace").replace("\r\n", "\n")
        assert "Traceback" not in said
        words = [line for line in said.splitlines() if not line.startswith("reloader: Python 3")]
        text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
        return done.returncode, text, "\n".join(words)


@pytest.fixture
def reloader(folder: Path, clean_env: dict[str, str], tools: Any) -> Reloader:
    # The folder it runs in may be gone, so where `core` is cannot depend on that.
    return Reloader(folder, {**clean_env, "PYTHONPATH": str(tools.root / "core")})


# -- names

NAMES = ["a b.py", "100%d%PATH%.py", "it's.py", "文件.py", "😀.py", "-m.py", "--once", "a..py",
         ";&|$(x)`.py", "a^b&c!d!.py", "[a]*.py", "~.py", "#.py", " .py", "con fig.PY"]  # fmt: skip
POSIX_NAMES = ['"quoted".py', "trailing.", "trailing ", "new\nline.py", "back\\slash.py", "a:b.py",
               "\udcff\udcfe.py", "*?.py", "\x1b[31m.py"]  # fmt: skip


@pytest.mark.parametrize(
    "name", [*NAMES, *(pytest.param(name, marks=POSIX) for name in POSIX_NAMES)], ids=ascii
)
def test_names(reloader: Reloader, folder: Path, name: str) -> None:
    """Of a script, of the folder that it is in, and of an argument."""
    if sys.platform == "win32" and any(char in name for char in '*|"'):
        pytest.skip("no name on Windows")
    place = folder / name
    place.mkdir()
    (place / name).write_text("import sys, helper\nprint(helper.word, sys.argv[1:])")
    (place / "helper.py").write_text("word = 'ok'")
    # In the folder the script is but its name, outside of it both are a path.
    cwd = place if len(name) % 2 else folder
    code, text, words = reloader("--", str((place / name).relative_to(cwd)), name, cwd=cwd)
    assert (code, words) == (0, "")
    assert text == f"ok {[name]}\n"


@pytest.mark.windows
def test_a_trailing_dot_names_the_same_file(
    reloader: Reloader, supervise: Supervise, folder: Path
) -> None:
    """Windows leaves it away; what is watched must be the file that is run."""
    (folder / "main.py").write_text("print('ok')")
    assert reloader(str(folder / "main.py.")) == (0, "ok\n", "")
    engine = supervise(folder / "main.py.")
    engine.wait_text("ok")
    (folder / "main.py").write_text("print('new')")
    engine.wait_text("new", run=2)


@POSIX
def test_a_path_as_long_as_the_system_takes(reloader: Reloader, folder: Path) -> None:
    deep = folder
    while len(os.fsencode(deep)) < 3900:
        deep = deep / ("d" * 90)
        deep.mkdir()
    (deep / "main.py").write_text("print('deep')")
    assert reloader(str(deep / "main.py")) == (0, "deep\n", "")
    assert reloader("main.py", cwd=deep) == (0, "deep\n", "")


@POSIX
def test_a_name_in_our_words_does_nothing_to_the_terminal(reloader: Reloader, folder: Path) -> None:
    """Of a file that somebody has downloaded: it might set the title, or the clipboard."""
    _, _, words = reloader("a\x1b]0;title\x07\x9b31m.py", cwd=folder)
    assert r"a\x1b]0;title\x07\x9b31m.py" in words
    assert not {"\x1b", "\x07", "\x9b"} & set(words)


@POSIX
@pytest.mark.parametrize("args", [["x" * 5000], ["--cwd", "y" * 5000, "main.py"],
                                  ["--events", "z" * 5000, "main.py"]])  # fmt: skip
def test_a_name_that_is_too_long(reloader: Reloader, folder: Path, args: list[str]) -> None:
    (folder / "main.py").write_text("print('ran')")
    code, text, words = reloader(*args)
    assert (code, text) == (127 if len(args) == 1 else 2, "")
    says = "There is no file|does not exist|cannot be written"
    assert len(words) < 400 and re.search(says, words)
    assert ("event file" in words) == (args[0] == "--events")


# -- what is no script


def fifo(path: Path) -> None:
    os.mkfifo(path)


def link_loop(path: Path) -> None:
    path.symlink_to(path.name)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def socket_file(path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as one:
        before = os.getcwd()
        os.chdir(path.parent)  # a socket's name has 108 bytes at most
        try:
            one.bind(path.name)
        finally:
            os.chdir(before)


@POSIX
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (fifo, "is not a file but a pipe or a device"),
        (device, "is not a file but a pipe or a device"),
        (socket_file, "is not a file but a pipe or a device"),
        (link_loop, "cannot be read: Too many levels of symbolic links"),
        (Path.mkdir, "is a folder. Name the script in it"),
    ],
    ids=["fifo", "device", "socket", "link loop", "folder"],
)
def test_no_script(
    reloader: Reloader, folder: Path, make: Callable[[Path], None], says: str
) -> None:
    make(folder / "main.py")
    code, text, words = reloader("main.py")
    assert (code, text) == (2, "")
    assert says in words and len(words.splitlines()) == 1


CONTENTS = {  # bytes, exit code, what the script's own Python says
    "byte order mark": (b"\xef\xbb\xbfprint('bom')", 0, "bom"),
    "empty": (b"", 0, ""),
    "binary": (bytes(range(256)) * 40, 1, "SyntaxError"),
    "UTF-16": ("print(1)".encode("utf-16"), 1, "SyntaxError"),
    "Latin-1 without saying so": (b"print('\xe9')", 1, "SyntaxError"),
    "Latin-1 that says so": (b"# coding: latin-1\nprint(ascii('\xe9'))", 0, "xe9"),
    "unknown coding": (b"# coding: klingon\nprint(1)", 1, "SyntaxError"),
    "carriage returns": (b"print(1)\rprint(2)\r\nprint(3)\n", 0, "1\n2\n3"),
    "one long line": (b"x = '" + b"a" * 1_000_000 + b"'\nprint(len(x))", 0, "1000000"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_contents(reloader: Reloader, folder: Path, name: str) -> None:
    """The message is Python's own, unchanged; and the end is told as it is."""
    source, expected, says = CONTENTS[name]
    (folder / "main.py").write_bytes(source)
    code, text, words = reloader("main.py")
    assert code == expected and says in text + words and words.count("reloader:") == 0


def test_a_large_file(supervise: Supervise, folder: Path) -> None:
    """Sparse, 1 GB: it is Python who reads it, and Stop does not wait for that."""
    path = folder / "main.py"
    with open(path, "wb") as file:
        file.truncate(1 << 30)
    engine = supervise(path)
    engine.wait_state(State.RUNNING, 1)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    path.write_text("print('small again')")
    engine.supervisor.start()
    engine.wait_text("small again")


# -- folders that go away, or cannot be written to


@POSIX
def test_the_current_folder_was_deleted(reloader: Reloader, folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    (folder / "main.py").write_text("print(1)")
    ours = f"'{sys.executable}' -m reloader_core"
    command = f"cd gone && rmdir ../gone && exec {ours} --once ../main.py"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=reloader.env, capture_output=True, text=True,
        timeout=patient(DEADLINE_S), check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "The folder you are in was deleted. Change to another one." in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
def test_the_working_folder_vanishes_and_returns(
    supervise: Supervise, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (folder / "main.py").write_text("print('up')\n" + LOOP)
    engine = supervise(folder / "main.py", cwd=place)
    engine.wait_text("up", run=1)
    place.rmdir()
    engine.supervisor.start()
    engine.wait_state(State.WAITING)
    assert engine.notices[-1].values[0] is SpawnTrouble.FOLDER
    place.mkdir()
    engine.supervisor.start()
    engine.wait_state(State.RUNNING)
    engine.wait_text("up", run=engine.status.run)


def test_the_scripts_folder_vanishes_and_returns(
    supervise: Supervise, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "scripts"
    place.mkdir()
    (place / "main.py").write_text("print('one')\n" + LOOP)
    engine = supervise(place / "main.py")
    engine.wait_text("one")
    place.rename(tmp_path / "elsewhere")
    engine.supervisor.start()
    assert engine.wait_state(State.WAITING).exit is not None, "Python says that there is no file"
    place.mkdir()
    (place / "main.py").write_text("print('two')\n" + LOOP)
    engine.wait_text("two")


@POSIX
def test_a_read_only_folder(supervise: Supervise, folder: Path, tmp_path: Path) -> None:
    """No bytecode can be kept there, and none removed."""
    place = tmp_path / "read only"
    place.mkdir()
    (place / "helper.py").write_text("word = 'one'")
    (place / "main.py").write_text("import helper\nprint(helper.word)\n" + LOOP)
    place.chmod(0o555)
    try:
        engine = supervise(place / "main.py")
        engine.wait_text("one")
        (place / "helper.py").write_text("word = 'two'")
        engine.wait_text("two", run=2)
    finally:
        place.chmod(0o755)


# -- the environment, and what has run out


@POSIX
def test_bytes_in_the_environment(reloader: Reloader, folder: Path) -> None:
    (folder / "main.py").write_text(
        "import os; print(os.environb[b'BAD'], os.environb[b'\\xfe'], os.environb[b'GIVEN'])"
    )
    env = {**reloader.env, "BAD": "\udcff\udc80", "\udcfe": "x"}
    code, text, _words = reloader("--env", "GIVEN=\udcfd", "main.py", env=env)
    assert (code, text) == (0, "b'\\xff\\x80' b'x' b'\\xfd'\n")


@POSIX
@pytest.mark.parametrize("most", [7, 8, *range(9, 34, 3)])
def test_few_file_handles(reloader: Reloader, folder: Path, most: int) -> None:
    """As many as the limit allows: it works, or one sentence says that it cannot."""
    (folder / "main.py").write_text("print('ran')")
    python = f"'{sys.executable}'"
    limit = f"ulimit -n {most}; exec {python} -m reloader_core --python {python} --once main.py"
    done = subprocess.run(
        ["sh", "-c", limit], cwd=folder, env=reloader.env, capture_output=True, text=True,
        timeout=patient(DEADLINE_S), check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    if done.returncode == 0:
        assert done.stdout == "ran\n"
    else:
        assert done.returncode in (2, 126) and "Too many open files" in done.stderr


@POSIX
def test_a_start_that_failed_keeps_no_file_open(
    supervise: Supervise, folder: Path, tools: Any
) -> None:
    import resource

    engine = supervise("print('up')\n" + LOOP, standby=False)
    engine.wait_text("up", run=1)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait(engine.supervisor._pump._stream.finished.is_set, "its pipe is closed")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    fillers: list[int] = []
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
        with contextlib.suppress(OSError):
            while True:
                fillers.append(os.dup(0))
        for _spare in range(8):
            before = open_files()
            said = len(engine.notices)
            engine.supervisor.start()
            engine.wait(lambda: len(engine.notices) > said)  # noqa: B023
            assert engine.notices[-1].values[0] is SpawnTrouble.NO_ROOM
            assert open_files() == before
            os.close(fillers.pop())
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for one in fillers:
            os.close(one)
    engine.supervisor.start()
    engine.wait_state(State.RUNNING)


def open_files() -> list[int]:
    found = []
    for number in range(200):
        with contextlib.suppress(OSError):
            os.fstat(number)  # reading /dev/fd would need one more
            found.append(number)
    return found


@POSIX
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_full_disk(reloader: Reloader, folder: Path) -> None:
    (folder / "main.py").write_text("print('x' * 100_000)\n" + LOOP)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*(sys.executable, "-m", "reloader_core", "--python", sys.executable),
             *("--once", "main.py")],
            cwd=folder, env=reloader.env, stdin=subprocess.DEVNULL, stdout=full,
            stderr=subprocess.PIPE, text=True, timeout=patient(DEADLINE_S), check=False,
        )  # fmt: skip
    assert "No space left on device" in done.stderr and done.returncode
    (folder / "main.py").write_text("print('ran')")
    assert reloader("--events", "/dev/full", "main.py")[:2] == (0, "ran\n")


# -- clocks and stamps


@pytest.mark.parametrize("year", [1901, 1970, 2200])
def test_stamps_of_other_times(supervise: Supervise, folder: Path, year: int) -> None:
    helper = folder / "helper.py"
    stamp_s = (year - 1970) * 31_556_952
    helper.write_text("word = 'one'")
    try:
        os.utime(helper, (stamp_s, stamp_s))
    except OSError:
        pytest.skip("this file system does not know such a time")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("one")
    engine.wait(lambda: knows_text(engine, helper), "its text is kept for comparison")
    helper.write_text("word = 'two'")
    os.utime(helper, (stamp_s + 60, stamp_s + 60))  # ext4 knows nothing before December 1901
    engine.wait_text("two")
    helper.write_text("word = 'six'")
    engine.wait_text("six")


@pytest.mark.parametrize("way", ["in place", "replaced"])
def test_a_file_system_with_steps_of_two_seconds(
    supervise: Supervise, folder: Path, way: str
) -> None:
    """FAT and others: two saves in one step, of the same length, look the same from outside."""
    step_s = 1_700_000_000
    helper = folder / "helper.py"

    def save(word: str) -> None:
        place = helper if way == "in place" else folder / "helper.tmp"
        place.write_text(f"word = {word!r}")
        os.utime(place, (step_s, step_s))
        if place != helper:
            os.replace(place, helper)

    save("one")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("one", run=1)
    engine.wait(lambda: knows_text(engine, helper), "its text is kept for comparison")
    save("two")
    engine.wait_text("two", run=2)
    engine.wait(lambda: knows_text(engine, helper), "its text is kept for comparison")
    save("six")
    engine.wait_text("six", run=3)


def knows_text(engine: Any, path: Path) -> bool:
    """The watcher reads texts only when all has been quiet for a second."""
    files = engine.supervisor._watcher._board.files.values()
    return any(file.path == path and file.text is not None for file in files)


def test_no_clock_of_the_day_in_the_engine(tools: Any) -> None:
    """A clock that jumps moves nothing: monotonic time alone, but to compare with the
    start of processes (child/posix), for a file's age and for when a line came (spool). Who
    explains may name it."""
    engine = tools.root / "core" / "reloader_core"
    users = {
        path.relative_to(engine).as_posix()
        for path in engine.rglob("*.py")
        if {"words", "explain"}.isdisjoint(path.relative_to(engine).parts)
        and re.search(
            r"\btime\.time\(|datetime\.now\(|\btime\.localtime\(", path.read_text("utf-8")
        )
    }
    assert users == {
        *("child/posix/host.py", "spool/folder.py", "spool/run_output.py", "spool/times.py"),
        "child/agent_folder.py",  # whose copy has not been used for a month
        "watch/watcher.py",  # how long ago a change that nobody told of was made
    }
