"""What the script starts, in each way and by each Python: its lines come at once and whole, and
the files that it alone loads are known. Nothing of that is left when all is over.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from processes import script_env
from reloader_core import NoticeKind, State, Watching, child
from reloader_core.child.agent_folder import agent_folder
from reloader_core.child.environment import child_environment
from reloader_core.child.wire import Request, lists

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

WORK = """
import os, sys, time

def work(number=0, helper="helper"):
    print("a", "line", "of", "its", "own")
    print("an error's", file=sys.stderr)
    while not os.path.exists("go"):
        time.sleep(0.005)
    print(helper, __import__(helper).TEXT)

def work_once(number=0):  # a pool's second worker has nothing to do
    if number == 0:
        work()

if __name__ == "__main__":
    work()
"""
PROCESS = """
import multiprocessing, work
if __name__ == "__main__":
    process = multiprocessing.get_context("{}").Process(target=work.work)
    process.start()
    process.join()
"""
POOL = """
import multiprocessing, work
if __name__ == "__main__":
    with multiprocessing.get_context("{}").Pool(2) as pool:
        pool.map(work.work_once, [0, 1])
        pool.close()
        pool.join()
"""
EXECUTOR = """
import concurrent.futures, multiprocessing, work
if __name__ == "__main__":
    context = multiprocessing.get_context("{}")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as executor:
        executor.submit(work.work).result()
"""
FORK = "import os, work\nif os.fork():\n    os.wait()\nelse:\n"
RUN = "import os, subprocess, sys\nrun = [sys.executable, 'work.py']\n"
WORK_IN_SHELL = RUN + "line = f'\"{sys.executable}\" work.py'\n"
MORE = "env=dict(os.environ, MORE='1')"
# As loky (joblib) does it: no audit event tells of it.
FORK_EXEC = (
    RUN
    + """
import _posixsubprocess
env = [os.fsencode(f"{name}={value}") for name, value in os.environ.items()]
read, write = os.pipe()
new = sys.version_info
group, user = [-1] * (new >= (3, 11)), [None, None, None, -1] * (new >= (3, 9))
_posixsubprocess.fork_exec(
    [os.fsencode(word) for word in run], [os.fsencode(run[0])], True, (write,), None, env,
    -1, -1, -1, -1, -1, -1, read, write, False, False, *group, *user, None,
    *[False] * (new >= (3, 11)))
os.wait()
"""
)
WAYS = {
    "subprocess": RUN + "subprocess.run(run)",
    "a_module": RUN + "subprocess.run([sys.executable, '-m', 'work'])",
    "with_all_files_open": RUN + "subprocess.run(run, close_fds=False)",
    "in_a_session": RUN + "subprocess.run(run, start_new_session=True)",
    "env_with_more": RUN + f"subprocess.run(run, {MORE})",
    "env_with_files_open": RUN + f"subprocess.run(run, {MORE}, close_fds=False)",
    "env_by_name": RUN + "folder, name = os.path.split(run[0])\n"
                   "subprocess.run([name, 'work.py'], env={'PATH': folder})",
    "env_by_hand": RUN + "subprocess.run(run, env={'PATH': os.environ['PATH']})",
    "env_empty": RUN + "subprocess.run(run, env={})",
    "env_in_bytes": RUN + "subprocess.run(run, env={b'PYTHONPATH': b'elsewhere'})",
    "env_with_a_path": RUN + "subprocess.run(run, env=dict(os.environ, PYTHONPATH='elsewhere'))",
    "own_python_path": RUN + "os.environ['PYTHONPATH'] = 'elsewhere'; subprocess.run(run)",
    "no_variables": RUN + "os.environ.clear(); subprocess.run(run)",
    "shell": WORK_IN_SHELL + "subprocess.run(line, shell=True)",
    "shell_with_env": WORK_IN_SHELL + f"subprocess.run(line, shell=True, {MORE})",
    "shell_with_a_path": WORK_IN_SHELL + "os.system('PYTHONPATH=a:$PYTHONPATH ' + line)",
    "system": WORK_IN_SHELL + "os.system(line)",
    "popen": WORK_IN_SHELL + "print(os.popen(line + ' >&2').read())",
    "spawnv": RUN + "os.spawnv(os.P_WAIT, run[0], run)",
    "spawnve": RUN + "os.spawnve(os.P_WAIT, run[0], run, dict(os.environ, MORE='1'))",
    "fork_exec": FORK_EXEC,
    "execv": RUN + "os.execv(run[0], run)",
    "execve": RUN + "os.execve(run[0], run, {**os.environ, 'MORE': '1'})",
    "execlp": RUN + "os.execlp(run[0], *run)",
    "fork": FORK + "    work.work()",
    "fork_and_exec": RUN + FORK + "    os.execv(run[0], run)",
    "fork_and_subprocess": RUN + FORK + f"    subprocess.run(run, {MORE})",
    "fork_twice": FORK + "    if os.fork():\n        os.wait()\n    else:\n        work.work()",
    "asyncio": RUN + """
import asyncio
async def main():
    await (await asyncio.create_subprocess_exec(*run)).wait()
asyncio.run(main())
""",
    "threads": RUN + """
import threading
thread = threading.Thread(target=subprocess.run, args=(run,), kwargs={"env": dict(os.environ)})
thread.start()
thread.join()
""",
    "grandchild": RUN + "subprocess.run([run[0], '-c', f'import os; os.execv({run}[0], {run})'])",
    "fork_of_a_child": RUN + f"subprocess.run([run[0], '-c', {FORK + '    work.work()'!r}])",
    "process_of_a_child": RUN + "subprocess.run([run[0], 'main_spawn.py'])",
    **{f"process_{way}": PROCESS.format(way) for way in ("fork", "spawn", "forkserver")},
    **{f"pool_{way}": POOL.format(way) for way in ("fork", "spawn", "forkserver")},
    **{f"executor_{way}": EXECUTOR.format(way) for way in ("fork", "spawn", "forkserver")},
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with what a child does, in a helper that only a child loads."""
    (tmp_path / "work.py").write_text(WORK)
    (tmp_path / "helper.py").write_text("TEXT = 'first'\n")
    (tmp_path / "main_spawn.py").write_text(PROCESS.format("spawn"))
    return tmp_path


def lines(text: str) -> list[str]:
    return text.splitlines()


EACH = ("subprocess", "with_", "env_", "spawnve", "exec", "fork", "process_", "pool_", "fork_exec")
BY_EACH = [way for way in WAYS if way.startswith(EACH)]
"""What a Python does in its own way; the others rest on the system."""


@pytest.mark.parametrize("way", BY_EACH)
def test_it_is_heard_and_seen(start: Any, place: Path, each_python: Any, way: str) -> None:
    hear_and_see(start, place, each_python.path, way)


@pytest.mark.parametrize("way", [way for way in WAYS if way not in BY_EACH])
def test_it_is_heard_and_seen_through_others(start: Any, place: Path, way: str) -> None:
    hear_and_see(start, place, sys.executable, way)


def hear_and_see(start: Any, place: Path, python: str, way: str) -> None:
    (place / "main.py").write_text(WAYS[way])
    run = start(place / "main.py", python=python)
    run.go()
    run.wait_text("a line of its own\n")  # while it waits
    run.wait_text("an error's\n")
    (place / "go").touch()
    seen = (place / "helper.py").stat()
    signature = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
    run.wait(child.Loaded, path=place / "helper.py", seen=signature)
    assert run.result().code == 0
    assert "helper first" in run.text
    assert not run.seen(child.Unseen)


@pytest.mark.parametrize("way", ["fork_exec", "subprocess", "env_with_more", "process_spawn"])
def test_it_is_seen_after_modules_were_imported_ahead(
    start: Any, place: Path, each_python: Any, way: str
) -> None:
    (place / "main.py").write_text(WAYS[way])
    run = start(place / "main.py", python=each_python.path, go=False)
    run.wait(child.Hello)
    run.child.ask(Request.PRELOAD, *lists((), (), (), ("subprocess", "multiprocessing.util")))
    run.wait(child.Ready)
    run.go()
    run.wait_text("a line of its own\n")
    (place / "go").touch()
    run.wait(child.Loaded, path=place / "helper.py")
    assert run.result().code == 0


def test_what_lies_in_an_archive_is_the_archive(start: Any, place: Path, each_python: Any) -> None:
    with zipfile.ZipFile(place / "all.zip", "w") as archive:
        archive.writestr("zipped.py", "print('from an archive')")
    (place / "main.py").write_text(
        RUN + "run[1:] = ['-c', 'import sys; sys.path.insert(0, \"all.zip\"); import zipped']\n"
        "subprocess.run(run)"
    )
    run = start(place / "main.py", python=each_python.path)
    run.go()
    run.wait(child.Loaded, path=place / "all.zip")
    assert run.result().output == "from an archive\n"


@pytest.mark.parametrize("way", ["subprocess", "fork", "process_spawn", "execv", "pool_forkserver"])
def test_its_save_restarts(supervise: Any, folder: Path, way: str) -> None:
    (folder / "work.py").write_text(WORK)
    helper = folder / "helper.py"
    helper.write_text("TEXT = 'first'\n")
    (folder / "go").touch()
    engine = supervise(WAYS[way])
    engine.wait_text("helper first")
    helper.write_text("TEXT = 'another'\n")
    engine.wait_text("helper another", run=2)
    began = next(status for status in engine.statuses if status.run == 2)  # it may have ended since
    assert began.reason.files == (helper,)


@pytest.mark.parametrize("way", ["subprocess", "fork", "process_spawn"])
def test_a_module_that_it_was_missing_restarts(supervise: Any, folder: Path, way: str) -> None:
    (folder / "work.py").write_text(WORK)
    (folder / "go").touch()
    engine = supervise(WAYS[way])
    engine.wait_text("No module named 'helper'")
    (folder / "helper.py").write_text("TEXT = 'there'\n")
    engine.wait_text("helper there")


MIXED = """
import multiprocessing, os, sys, time

def wait_for(name):
    while not os.path.exists(name):
        time.sleep(0.001)

class Slow:
    def __init__(self, name): self.name = name
    def __str__(self):
        open(self.name + "-begun", "w").close()
        wait_for(self.name + "-go")
        return self.name

def slowly(stream): print("begin", Slow("slow"), "end", file=getattr(sys, stream))
def meanwhile(stream): print("all", "of", "another", file=getattr(sys, stream))

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    processes = [context.Process(target=do, args=sys.argv[2:]) for do in (slowly, meanwhile)]
    processes[0].start()
    wait_for("slow-begun")
    processes[1].start()
    processes[1].join()
    open("slow-go", "w").close()
    processes[0].join()
"""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("way", ["fork", "spawn", "forkserver"])
def test_lines_of_several_are_not_mixed(
    start: Any, place: Path, each_python: Any, way: str, stream: str
) -> None:
    (place / "main.py").write_text(MIXED)
    run = start(place / "main.py", way, stream, python=each_python.path)
    run.go()
    assert run.result().code == 0
    assert sorted(lines(run.text)) == ["all of another", "begin slow end"]


def test_what_goes_elsewhere_is_as_ever(start: Any, place: Path, each_python: Any) -> None:
    """A pipe or a file of the script's own: nobody watches it, and whole blocks are faster."""
    (place / "main.py").write_text(
        RUN + "run[1:] = ['-c', 'import sys; print(sys.stdout.line_buffering)']\n"
        "print(subprocess.run(run, stdout=subprocess.PIPE).stdout)\n"
        "subprocess.run(run, stdout=open('file', 'w')); print(open('file').read())\n"
        "subprocess.run([run[0], '-u', *run[1:]])"
    )
    run = start(place / "main.py", python=each_python.path)
    run.go()
    run.result()
    assert run.text == "b'False\\n'\nFalse\n\nFalse\n"


UNSEEN = {
    "no_environment": "subprocess.run([sys.executable, '-E', 'work.py'])",
    "no_site": "subprocess.run([sys.executable, '-BS', 'work.py'])",
    "a_module": "subprocess.run([sys.executable, '-E', '-m', 'work'])",
    "execv": "os.execv(sys.executable, [sys.executable, '-Werror', '-X', 'dev', '-E', 'work.py'])",
    "posix_spawn": "os.waitpid(os.posix_spawn(run[0], run, dict(os.environ)), 0)",
    "in_a_fork": FORK + "    subprocess.run([run[0], '-E', 'work.py'])",
}


@pytest.mark.parametrize("way", UNSEEN)
def test_what_cannot_be_seen_is_said_once(supervise: Any, folder: Path, way: str) -> None:
    (folder / "work.py").write_text(WORK)
    (folder / "helper.py").write_text("TEXT = 'first'\n")
    (folder / "go").touch()
    engine = supervise(RUN + UNSEEN[way])
    engine.wait_text("helper first")
    engine.wait_state(State.WAITING)
    (folder / "work.py").write_text(WORK.replace("first", "second"))  # that one can be seen
    engine.wait_state(State.WAITING, run=2)
    said = [one for one in engine.notices if one.kind is NoticeKind.CHILDREN_UNSEEN]
    assert [one.values for one in said] == [("work.py",)]


SEEN_ENOUGH = {
    "no_file": "subprocess.run([sys.executable, '-I', '-c', 'print(1)'])",
    "a_library's": "subprocess.run([sys.executable, '-I', '-m', 'calendar'], stdout=-3)",
    "no_python": "subprocess.run(['echo', '-E', 'work.py'], env={})",
    "no_program": "try: subprocess.run(['none', '-E', 'work.py'])\nexcept OSError: pass",
    "isolated": "subprocess.run([sys.executable, '-I', '-c', 'import sys'])",
}  # fmt: skip


@pytest.mark.parametrize("way", SEEN_ENOUGH)
def test_what_loads_nothing_of_the_users_is_no_matter(start: Any, place: Path, way: str) -> None:
    run = start(RUN + SEEN_ENOUGH[way], cwd=place)
    run.go()
    assert run.result().code == 0
    assert not run.seen(child.Unseen)


TURNED_OFF = (
    RUN
    + """
subprocess.run([sys.executable, "-c", "import helper; print(helper.TEXT)"])
subprocess.run("env", shell=True)
"""
)


@pytest.mark.parametrize("child_watch", [True, False])
def test_it_can_be_turned_off(supervise: Any, folder: Path, child_watch: bool) -> None:
    helper = folder / "helper.py"
    helper.write_text("TEXT = 1\n")
    engine = supervise(TURNED_OFF, child_watch=child_watch)
    engine.wait_state(State.WAITING)
    assert ("RELOADER_CHILDREN=" in engine.text()) is child_watch
    assert ("reporter" in engine.text()) is child_watch

    def watched() -> list[tuple[Path, ...]]:
        return [one.files for one in engine.messages if isinstance(one, Watching)]

    engine.wait(watched)
    engine.wait(lambda: any(helper in files for files in watched()) is child_watch)


def test_it_can_be_turned_off_by_an_option(reloader: Any, folder: Path) -> None:
    (folder / "helper.py").write_text("TEXT = 'helped'\n")
    (folder / "main.py").write_text(TURNED_OFF)
    tool = reloader("--no-child-watch", "--once", "main.py")
    assert tool.wait() == 0
    assert "helped" in tool.text and "RELOADER_CHILDREN" not in tool.text


def test_its_question_comes_before_the_answer(start: Any, place: Path, each_python: Any) -> None:
    asks = "print('hello', input('name? '))"
    run = start(RUN + f"subprocess.run([run[0], '-c', {asks!r}])", python=each_python.path)
    run.go()
    run.wait_text("name? ")
    run.child.write_input(b"Ann\n")
    run.wait_text("hello Ann\n")


SEES = "import os, sys; print('sees', os.environ.get('PYTHONPATH'), len(sys.path))"
OTHERS = {
    "by_subprocess": "subprocess.run(run, user='nobody')",
    "with_env": "subprocess.run(run, user='nobody', env=dict(os.environ))",
    "by_su": "subprocess.run(['su', 'nobody', '-s', '/bin/sh', '-c', f'{run[0]} -c \"{run[2]}\"'])",
    "in_a_fork": "if os.fork(): os.wait()\nelse: os.setuid(65534); subprocess.run(run)",
}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start something for another user")
@pytest.mark.parametrize("way", OTHERS)
def test_what_another_user_runs_sees_nothing_of_us(start: Any, place: Path, way: str) -> None:
    """It could not enter our folders, and so would not take out what leads there."""
    python = next(path for path in ("/usr/bin/python3", sys.executable) if os.path.exists(path))
    plain = subprocess.run([python, "-c", SEES], capture_output=True, env=script_env(), check=True)
    text = f"import os, subprocess\nrun = [{python!r}, '-c', {SEES!r}]\n{OTHERS[way]}"
    run = start(text)
    run.go()
    assert run.result().output.splitlines()[-1:] == plain.stdout.decode().splitlines()


def test_an_opened_browser_gets_nothing_of_us(start: Any, place: Path) -> None:
    browser = place / "browser"
    browser.write_text('#!/bin/sh\necho "browser ${PYTHONPATH-none} ${RELOADER_CHILDREN-none}"\n')
    browser.chmod(0o755)
    run = start("import webbrowser; webbrowser.get('" + str(browser) + " %s').open('x')")
    run.go()
    run.wait_text("browser none none\n")


def test_an_outer_reporter_is_left_out() -> None:
    """Where ours was started by a Python that did not take it out (-I)."""
    reporter = str(agent_folder() / "reporter")
    for path, left in ((reporter, None), (reporter + ":x", "x"), (reporter + ":", None)):
        given = {"PYTHONPATH": path, "RELOADER_CHILDREN": "0:0:0:0:0:/gone"}
        env = child_environment(given.items(), agent=False, ignore_case=False)
        assert env.get("PYTHONPATH") == left and "RELOADER_CHILDREN" not in env
