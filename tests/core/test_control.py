"""`reloader ctl` and the signals: a running Reloader is asked and ordered from elsewhere."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reloader_core import ControlledScript, ControlServer, Order, State, Status, Target, Watching
from reloader_core.control import client, line, place
from reloader_core.control.ends import exchange, listen
from reloader_core.model import Exit, Reason, ReasonKind
from tool import Tool

WaitUntil = Callable[..., None]
Start = Callable[..., Tool]
LOOP = "import os, time\nprint('run', os.getpid(), flush=True)\nwhile True: time.sleep(0.05)\n"


XDG = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")


@pytest.fixture
def clean_env(clean_env: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Folders of the test's own: others run Reloaders, too. A session's folder has a short path."""
    for name in (*("HOME", "USERPROFILE", "LOCALAPPDATA", "TMPDIR", "TEMP"), *XDG):
        folder = tmp_path / name[-7:]
        folder.mkdir(mode=0o700, exist_ok=True)
        clean_env[name] = str(folder)
    return clean_env


@pytest.fixture
def ctl(folder: Path, clean_env: dict[str, str]) -> Callable[..., tuple[int, str]]:
    def ctl(*args: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "reloader_core", "ctl", *args]
        done = subprocess.run(
            command, cwd=folder, env=clean_env, capture_output=True, text=True, timeout=60
        )
        return done.returncode, done.stdout + done.stderr

    return ctl


def write(folder: Path, text: str, name: str = "main.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def named(tool: Tool) -> tuple[str, ...]:
    """Nothing where it is the only one; on Windows other tests' tools are reached as well."""
    return ("--pid", str(tool.process.pid)) if sys.platform == "win32" else ()


def runs(tool: Tool) -> int:
    return tool.text.count("run ")


def test_status_tells_what_a_program_wants_to_know(
    reloader: Start, folder: Path, ctl: Callable[..., Any], wait_until: WaitUntil
) -> None:
    write(folder, "import helper, sys; sys.exit(helper.code)")
    write(folder, "code = 4", "helper.py")
    tool = reloader("main.py")
    wait_until(lambda: "waiting for a save" in tool.words, what=lambda: tool.words)
    wait_until(lambda: len(json.loads(ctl("status", "--json", *named(tool))[1])["files"]) == 2)
    told = json.loads(ctl("status", "--json", *named(tool))[1])
    assert told["tool_pid"] == tool.process.pid
    assert (told["state"], told["run"], told["pid"], told["exit_code"]) == ("waiting", 1, None, 4)
    assert told["reason"]["kind"] == "ended" and told["paused"] is False
    assert set(told["files"]) == {str(folder / name) for name in ("main.py", "helper.py")}
    code, text = ctl("status", *named(tool))
    assert code == 0, text
    assert text.startswith("main.py: waiting (run 1, exit code 4) ")


def test_restart_stop_pause_and_resume(
    reloader: Start, folder: Path, ctl: Callable[..., Any], wait_until: WaitUntil
) -> None:
    path = write(folder, LOOP)
    tool = reloader("main.py")
    wait_until(lambda: runs(tool) == 1)
    assert ctl("restart", *named(tool)) == (0, "The script is run again.\n")
    wait_until(lambda: runs(tool) == 2)
    assert ctl("pause", *named(tool))[0] == 0
    wait_until(lambda: "paused" in tool.words)
    path.write_text(LOOP + "# saved while paused\n")
    assert ctl("stop", *named(tool))[0] == 0
    wait_until(lambda: "stopped; `reloader ctl restart` runs it again" in tool.words)
    assert tool.process.poll() is None, "the tool stays"
    assert runs(tool) == 2
    assert ctl("restart", *named(tool))[0] == 0
    wait_until(lambda: runs(tool) == 3)
    assert ctl("resume", *named(tool))[0] == 0
    path.write_text(LOOP + "# saved again\n")
    wait_until(lambda: runs(tool) == 4)


@pytest.mark.posix
def test_the_signals_do_the_same(reloader: Start, folder: Path, wait_until: WaitUntil) -> None:
    path = write(folder, LOOP)
    tool = reloader("main.py")
    wait_until(lambda: runs(tool) == 1)
    tool.process.send_signal(signal.SIGUSR1)
    wait_until(lambda: runs(tool) == 2)
    tool.process.send_signal(signal.SIGUSR2)
    wait_until(lambda: "paused: saves do not restart the script" in tool.words)
    path.write_text(LOOP + "# saved while paused\n")
    tool.process.send_signal(signal.SIGUSR2)
    wait_until(lambda: "resumed" in tool.words)
    wait_until(lambda: runs(tool) == 3, what=lambda: tool.words)  # what was saved meanwhile counts
    path.write_text(LOOP + "# saved again\n")
    wait_until(lambda: runs(tool) == 4)


def test_one_of_several_is_named_by_its_process(
    reloader: Start, folder: Path, ctl: Callable[..., Any], wait_until: WaitUntil
) -> None:
    for name in ("a.py", "b.py"):
        write(folder, LOOP, name)
    tools = [reloader(name) for name in ("a.py", "b.py")]
    wait_until(lambda: all(runs(tool) == 1 for tool in tools))
    code, text = ctl("stop")
    assert code == 1
    assert "There are several:" in text
    assert "a.py: running" in text and "b.py: running" in text
    pids = {str(tool.process.pid) for tool in tools}
    assert any(f"Say which one, as in: reloader ctl --pid {pid} stop" in text for pid in pids)
    assert [runs(tool) for tool in tools] == [1, 1], "none of them is stopped"
    code, _ = ctl("--pid", str(tools[0].process.pid), "restart")
    assert code == 0
    wait_until(lambda: runs(tools[0]) == 2)
    script_pid = tools[1].text.split()[-1]
    assert ctl("restart", "--pid", script_pid)[0] == 0
    wait_until(lambda: runs(tools[1]) == 2)
    assert ctl("--pid", "1", "restart")[0] == 1
    assert [runs(tool) for tool in tools] == [2, 2]


def test_a_folder_that_the_terminal_cannot_spell_is_shown(
    reloader: Start,
    folder: Path,
    ctl: Callable[..., Any],
    clean_env: dict[str, str],
    wait_until: WaitUntil,
) -> None:
    write(folder, LOOP)
    tool = reloader("main.py")
    wait_until(lambda: runs(tool) == 1)
    clean_env["PYTHONIOENCODING"] = "ascii"
    code, text = ctl("status", *named(tool))
    assert code == 0, text
    assert "\\u6587" in text


@pytest.mark.posix  # on Windows other tests' tools are reached as well
def test_where_none_runs(ctl: Callable[..., Any]) -> None:
    assert ctl("status") == (1, "reloader: No Reloader of yours is running.\n")


@pytest.mark.parametrize("args", [(), ("nonsense",), ("stop", "--json"), ("--pid", "x", "stop")])
def test_orders_that_there_are_not(ctl: Callable[..., Any], args: tuple[str, ...]) -> None:
    code, text = ctl(*args)
    assert code == 2
    assert "reloader ctl --help" in text


def test_a_file_of_that_name_is_a_script(reloader: Start, folder: Path) -> None:
    write(folder, "print('a script')", "ctl")
    tool = reloader("--once", "ctl", "status")
    assert tool.wait() == 0
    assert tool.text == "a script\n"


@pytest.mark.posix
def test_what_a_killed_tool_left_behind_is_cleared_away(
    reloader: Start, folder: Path, ctl: Callable[..., Any], tmp_path: Path, wait_until: WaitUntil
) -> None:
    write(folder, LOOP)
    killed, ended = reloader("main.py"), reloader("main.py")
    wait_until(lambda: runs(killed) == runs(ended) == 1)
    killed.process.kill()
    killed.wait()
    ended.process.terminate()
    ended.wait()
    left = list((tmp_path / "IME_DIR").iterdir())
    assert [file.name for file in left] == [f"reloader-ctl-{killed.process.pid}-1"]
    assert ctl("status")[0] == 1
    assert not list((tmp_path / "IME_DIR").iterdir())


# -- the line: bounded, private, and never in the script's way


TARGET = Target(Path(sys.executable), Path.cwd(), script=Path("main.py").absolute())


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    place = tmp_path / "r"
    place.mkdir(mode=0o700)
    return [place]


@pytest.fixture
def orders() -> list[Order]:
    return []


@pytest.fixture
def server(folders: list[Path], orders: list[Order]) -> Iterator[ControlledScript]:
    script = ControlledScript(TARGET, orders.append, front="reloader")
    made = ControlServer(script.answer, folders)
    yield script
    made.close()
    assert not place.endpoints(folders), "nothing is left behind"


def test_it_is_asked_and_ordered(
    server: ControlledScript, folders: list[Path], orders: list[Order]
) -> None:
    (found,) = client.running(folders)
    assert (found.told["state"], found.told["run"]) == ("idle", 0)
    for order in Order:
        assert "done" in client.ask(found.endpoint, order.value)
    assert orders == list(Order)
    ended = Exit(-9)
    reason = Reason(ReasonKind.CHANGED, (Path("/x/helper.py"),))
    server.note(Status(1.0, State.WAITING, reason, 7, exit=ended))
    server.note(Watching((Path("/x/main.py"), Path("/x/helper.py"))))
    told = client.ask(found.endpoint, "status")
    assert (told["state"], told["run"], told["exit_code"]) == ("waiting", 7, -9)
    assert told["reason"]["kind"] == "changed" and len(told["files"]) == 2


@pytest.mark.parametrize(
    "question", [b"", b"nonsense", b"[]", b'{"do": "format"}', b'{"do": []}', b"[" * 4000, b"\xff"]
)
def test_a_question_that_is_none_is_answered_and_no_order(
    server: ControlledScript, folders: list[Path], orders: list[Order], question: bytes
) -> None:
    (endpoint,) = place.endpoints(folders)
    assert "error" in json.loads(exchange(endpoint, question))
    assert not orders


def test_many_files_fit_into_an_answer(server: ControlledScript, folders: list[Path]) -> None:
    server.note(Watching(tuple(Path(f"/{'long' * 30}/{number}.py") for number in range(20_000))))
    (found,) = client.running(folders)
    assert len(found.told["files"]) == 20_000


@pytest.mark.posix
def test_the_socket_is_its_users_alone(server: ControlledScript, folders: list[Path]) -> None:
    (endpoint,) = place.endpoints(folders)
    assert os.stat(endpoint.file).st_mode & 0o077 == 0
    assert os.stat(endpoint.file.parent).st_mode & 0o077 == 0


@pytest.mark.posix
@pytest.mark.parametrize("words", [b"", b"x" * 10, b"x" * (line.MOST_QUESTION_BYTES + 1)])
def test_who_says_too_little_or_too_much_keeps_no_other_one_out(
    server: ControlledScript, folders: list[Path], words: bytes
) -> None:
    (endpoint,) = place.endpoints(folders)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(endpoint.address)
        silent.sendall(words)
        for _ in range(3):
            try:
                assert "state" in client.ask(endpoint, "status")
                break
            except line.Nobody:  # its turn came too late within this question's time
                continue
        else:
            pytest.fail("no answer")


@pytest.mark.posix
def test_who_listens_and_says_nothing_is_not_waited_for(folders: list[Path]) -> None:
    endpoint = place.new_endpoint(folders)
    assert endpoint is not None
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(endpoint.address)
        silent.listen()
        assert client.running(folders) == []


@pytest.mark.posix
def test_a_folder_that_others_may_enter_is_not_used(tmp_path: Path) -> None:
    """Not even to look for others in it."""
    session = tmp_path / "session"
    session.mkdir()
    session.chmod(0o755)

    def found() -> list[Path]:
        environ = {"XDG_RUNTIME_DIR": str(session)}
        return list(place.private_folders(tmp_path / "cache", environ, tmp_path))

    assert len(found()) == 2 and session not in found()
    for folder in found():
        folder.chmod(0o770)
    assert found() == []


def test_a_line_ends_with_its_listener(folders: list[Path]) -> None:
    endpoint = place.new_endpoint(folders)
    assert endpoint is not None
    listener = listen(endpoint)
    thread = threading.Thread(target=listener.serve, args=(lambda question: question[::-1],))
    thread.start()
    assert exchange(endpoint, b"abc") == b"cba"
    thread.join()
    listener.close()
    with pytest.raises(line.Nobody):
        exchange(endpoint, b"abc")


def test_where_no_folder_can_be_had_the_script_runs_without() -> None:
    """As on a full disk, where the system names no folder for temporary files."""

    def folders() -> Iterator[Path]:
        raise FileNotFoundError("No usable temporary directory found")
        yield

    server = ControlServer(lambda question: question, folders())
    server.close()
