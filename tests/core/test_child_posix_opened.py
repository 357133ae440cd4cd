"""A browser that the script opened belongs to the user and outlives everything of ours."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import child
from reloader_core.child.guardian.processes import OPENED_MARK, is_users_own

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

SOON_S = 3.0  # far more than it takes, far less than a hang
ENDS = ("by_itself", "forced")

# -- what the script opens for the user

OPENING = {
    "webbrowser": "webbrowser.open(URL)",
    "webbrowser_thread": "t = threading.Thread(target=webbrowser.open, args=(URL,));"
                         "t.start(); t.join()",
    "popen": "subprocess.Popen(['xdg-open', URL])",
    "popen_path": "subprocess.Popen([shutil.which('xdg-open'), URL], close_fds=False)",
    "popen_session": "subprocess.Popen(['xdg-open', URL], start_new_session=True)",
    "run_shell": "subprocess.run('xdg-open ' + URL + ' &', shell=True)",
    "shell_line": "subprocess.run('cd .; FOO=1 nohup xdg-open ' + URL + ' >/dev/null & true',"
                  " shell=True)",
    "system": "os.system('xdg-open ' + URL + ' &')",
    "os_popen": "os.popen('xdg-open ' + URL + ' > /dev/null &').close()",
    "env_dict": "env = dict(os.environ, FOO='1'); subprocess.Popen(['xdg-open', URL], env=env)",
    "env_environ": "env = os.environ; subprocess.Popen(['xdg-open', URL], env=env)",
    "env_shell": "env = dict(os.environ); subprocess.Popen('xdg-open ' + URL, shell=True, env=env)",
    "spawn": "os.spawnlp(os.P_NOWAIT, 'xdg-open', 'xdg-open', URL)",
    "fork_exec": "os.fork() or os.execlp('xdg-open', 'xdg-open', URL)",
    "posix_spawn": "subprocess._USE_VFORK = False\n"
                   "subprocess.Popen([shutil.which('xdg-open'), URL],"
                   " close_fds=False)",
    "alias": "subprocess.Popen(['open', URL])",
    "module": "subprocess.Popen([sys.executable, '-m', 'webbrowser', URL])",
    "asyncio": "async def f(): await asyncio.create_subprocess_exec('xdg-open', URL)\n"
               "asyncio.run(f())",
}  # fmt: skip
OPEN_PROLOGUE = """
import asyncio, os, shutil, subprocess, sys, threading, time, webbrowser
URL = "http://127.0.0.1/"
env = {}
"""
OPEN_EPILOGUE = """
print("own", subprocess.Popen(["sleep", "60"]).pid, flush=True)
print("own2", os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "60"), flush=True)
print("marks", [k for k in (*os.environ, *env) if "OPENED" in k],
      os.popen("env | grep -c OPENED").read(), flush=True)
while not os.path.exists("browser.pid"): time.sleep(0.01)
"""
BROWSER = """#!/bin/sh
# As real ones: the opener starts the browser in the background and ends.
sleep 60 &
first=$!
env -i /bin/sleep 60 &
echo $$ $! $first > browser.tmp
mv browser.tmp browser.pid
[ "${0##*/}" = xdg-open ] || exec sleep 60
wait
"""


def put_browsers(programs: Path) -> dict[str, str]:
    """The environment of a desktop with stand-in browsers in this folder."""
    for name in ("xdg-open", "firefox", "x-www-browser", "open"):
        (programs / name).write_text(BROWSER)
        (programs / name).chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.defpath}", "DISPLAY": ":99", "BROWSER": ""}


@pytest.fixture
def desktop() -> Iterator[dict[str, str]]:
    """Only what the system has installed counts: see SYSTEMS in agent/openers.py."""
    try:
        programs = Path(tempfile.mkdtemp(prefix="reloader-test-", dir="/opt"))
    except OSError:
        pytest.skip("may not install a stand-in browser in /opt")
    programs.chmod(0o755)
    yield put_browsers(programs)
    shutil.rmtree(programs)


@pytest.fixture
def own_programs(tmp_path: Path) -> dict[str, str]:
    """The same, but these are the user's own."""
    programs = tmp_path / "programs"
    programs.mkdir()
    return put_browsers(programs)


def browsers(start: Any, tools: Any) -> list[int]:
    file = start.folder / "browser.pid"
    tools.until(file.exists, "the browser")
    pids = [int(word) for word in file.read_text().split()]
    start.bystanders += pids
    return pids


def each_with_one_end(ways: dict[str, str]) -> list[tuple[str, str]]:
    """How it was opened has nothing to do with how the script ends: the first one meets both."""
    pairs = [(way, ENDS[number % 2]) for number, way in enumerate(ways)]
    return [(pairs[0][0], ENDS[1]), *pairs]


@pytest.mark.linux
@pytest.mark.parametrize(("way", "end"), each_with_one_end(OPENING))
def test_an_opened_browser_is_the_users(
    start: Any, tools: Any, desktop: dict[str, str], way: str, end: str
) -> None:
    env = {**tools.env(), **desktop}
    rest = "\ntime.sleep(60)" if end == "forced" else ""
    run = start(OPEN_PROLOGUE + OPENING[way] + OPEN_EPILOGUE + rest, env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    own = run.numbers("own") + run.numbers("own2")
    if end == "by_itself":
        assert run.wait(child.Exited).left == 2
        run.child.end_tree(0.0)
    else:
        run.child.force()
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, own))
    assert all(map(tools.is_alive, opened))


# -- what is beside it is the script's

SERVER = "sleep 61"
BESIDE = {
    "system": "os.system(f'{SERVER} & xdg-open {URL} &')",
    "system_bytes": "os.system(f'{SERVER} & xdg-open {URL} &'.encode())",
    "from_posix": "import posix; posix.system(f'{SERVER} & xdg-open {URL} &')",
    "after_it": "os.system(f'xdg-open {URL} & {SERVER} &')",
    "and": "os.system(f'true && {{ {SERVER} & xdg-open {URL} & }}')",
    "session": "os.system(f'setsid {SERVER} & nohup xdg-open {URL} > /dev/null 2>&1 &')",
    "subshell": "os.system(f'({SERVER} &) ; (FOO=1 xdg-open {URL} &)')",
    "popen": "os.popen(f'{SERVER} > /dev/null & xdg-open {URL} > /dev/null &').close()",
    "run_shell": "subprocess.run(f'{SERVER} & xdg-open {URL} &', shell=True)",
    "sh_c": "subprocess.Popen(['sh', '-c', f'{SERVER} & exec xdg-open {URL}'])",
    "bash_ec": "subprocess.Popen(['bash', '-ec', f'{SERVER} & xdg-open {URL}'])",
    "asyncio": "async def f(): await asyncio.create_subprocess_shell(f'{SERVER}& xdg-open {URL}')\n"
               "asyncio.run(f())",
    "pool": "import multiprocessing\n"
            "with multiprocessing.get_context('fork').Pool(1) as p:"
            " p.map(os.system, [f'{SERVER} & xdg-open {URL} &'])",
}  # fmt: skip


@pytest.mark.linux
@pytest.mark.parametrize(("line", "end"), each_with_one_end(BESIDE))
def test_only_the_opener_of_a_line_is_the_users(
    start: Any, tools: Any, desktop: dict[str, str], line: str, end: str
) -> None:
    env = {**tools.env(), **desktop}
    rest = "\ntime.sleep(60)" if end == "forced" else ""
    source = OPEN_PROLOGUE + f"SERVER = {SERVER!r}\n" + BESIDE[line] + OPEN_EPILOGUE + rest
    run = start(source, env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    servers = tools.until(lambda: named(start, SERVER), "the server")
    if end == "by_itself":
        run.wait(child.Exited)
        run.child.end_tree(0.0)
    else:
        run.child.force()
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, [*servers, *run.numbers("own")]))
    assert all(map(tools.is_alive, opened))


def named(start: Any, words: str) -> list[int]:
    below = psutil.Process(start.guardian_pid()).children(recursive=True)
    found = []
    for one in below:
        with contextlib.suppress(psutil.NoSuchProcess):
            if one.cmdline() == words.split():
                found.append(one.pid)
    return found


@pytest.mark.linux
@pytest.mark.parametrize("way", sorted({*OPENING, "beside"} - {"webbrowser", "webbrowser_thread",
                                                              "module"}))  # fmt: skip
def test_the_users_own_program_of_that_name_is_the_scripts(
    start: Any, tools: Any, own_programs: dict[str, str], way: str
) -> None:
    """Also where PATH leads to it."""
    shutil.copy(Path(own_programs["PATH"].split(":")[0]) / "open", start.folder / "open")
    opening = {**OPENING, "beside": "subprocess.Popen(['./open', URL])"}[way]
    env = {**tools.env(), **own_programs}
    run = start(OPEN_PROLOGUE + opening + OPEN_EPILOGUE, env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    run.wait(child.Exited)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, opened))


@pytest.mark.linux
def test_a_webbrowser_of_the_users_own(
    start: Any, tools: Any, own_programs: dict[str, str]
) -> None:
    """A module of that name beside the script is not the standard library's."""
    source = "import subprocess\ndef open(url): subprocess.Popen(['firefox', url])\n"
    (start.folder / "webbrowser.py").write_text(source)
    env = {**tools.env(), **own_programs}
    run = start(OPEN_PROLOGUE + OPENING["webbrowser"] + OPEN_EPILOGUE, env=env)
    opened = browsers(start, tools)
    run.wait(child.Exited)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, opened))


@pytest.mark.linux
def test_one_that_becomes_another_program_right_now_is_known(tmp_path: Path) -> None:
    """As openers do (exec). Its environment looks empty meanwhile."""
    again = tmp_path / "again"
    again.write_text('#!/bin/sh\nexec "$0"\n')
    again.chmod(0o755)
    mark = (OPENED_MARK % os.getpid()).strip(b"\0").split(b"=", 1)
    opened = subprocess.Popen([again], env={b"A": b"x" * 10_000, mark[0]: mark[1]})
    try:
        assert all(is_users_own(opened.pid, os.getpid()) for _ in range(1000))
    finally:
        opened.kill()
        opened.wait()


@pytest.mark.linux
def test_webbrowser_with_every_python(
    start: Any, tools: Any, desktop: dict[str, str], each_python: Any
) -> None:
    env = {**tools.env(), **desktop, "BROWSER": "x-www-browser %s &"}
    source = OPEN_PROLOGUE + OPENING["webbrowser"] + OPEN_EPILOGUE
    run = start(source, env=env, python=each_python.path)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    run.wait(child.Exited)
    run.child.end_tree(0.0)
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, run.numbers("own") + run.numbers("own2")))
    assert all(map(tools.is_alive, opened))


@pytest.mark.linux
def test_an_opened_browser_outlives_the_supervisor(
    drive: Callable[..., Any], tools: Any, desktop: dict[str, str], tmp_path: Path
) -> None:
    source = OPEN_PROLOGUE + OPENING["popen"] + OPEN_EPILOGUE
    driver = drive(tools.tree("", source + "\npids(os.getpid())\ntime.sleep(60)"), **desktop)
    guardian, script = driver.wait_for("guardian")
    own = driver.wait_for("own")
    driver.wait_for("pids")
    driver.words["browser"] = [int(word) for word in (tmp_path / "browser.pid").read_text().split()]
    driver.process.kill()
    tools.until(lambda: not any(map(tools.is_alive, [guardian, script, *own])), "the rest", 2)
    assert all(map(tools.is_alive, driver.words["browser"]))


@pytest.mark.linux
def test_an_opened_browser_outlives_the_guardian_and_close(
    start: Any, tools: Any, desktop: dict[str, str]
) -> None:
    env = {**tools.env(), **desktop}
    run = start(OPEN_PROLOGUE + OPENING["popen"] + OPEN_EPILOGUE + "\ntime.sleep(60)", env=env)
    run.wait_text("marks [] 0\n")
    opened = browsers(start, tools)
    tools.kill(start.guardian_pid())
    run.wait(child.TreeGone, SOON_S)
    assert not any(map(tools.is_alive, run.numbers("own")))
    start.host.close()
    assert tools.is_alive(opened[0])
