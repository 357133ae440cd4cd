"""What the script writes itself does not restart it; what anybody else writes does."""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from patience import is_wine
from reloader_core import NoticeKind, State
from reloader_core.own_writes import MOST_FILES, OWN_S, OwnWrites
from reloader_core.policies import FREE_RESTARTS
from reloader_core.watch.watcher import Watcher
from reloader_core.watch_list import WatchList

Supervise = Callable[..., Any]
WaitUntil = Callable[..., None]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how a file is open")
SAVES = 4 if sys.platform != "win32" else 2  # a start takes a second under Wine


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def self_written(engine: Any) -> list[str]:
    return [n.values[0] for n in engine.notices if n.kind is NoticeKind.SELF_WRITTEN]


def wait_self_written(engine: Any, name: str) -> None:
    engine.wait(lambda: self_written(engine) == [name], "the script's own write is told")
    assert engine.status.run == 1
    assert engine.status.state is not State.RESTARTING


# -- the rule alone


def test_a_write_explains_what_changes_within_the_next_second() -> None:
    writes = OwnWrites()
    writes.note("/a/state.py", 10.0)
    assert writes.explain("/a/state.py", 10.01)
    assert writes.explain("/a/state.py", 9.9), "the change was noticed before the report"
    assert not writes.explain("/a/state.py", 10.0 + OWN_S)
    assert not writes.explain("/a/other.py", 10.01)


def test_a_file_that_is_written_again_and_again() -> None:
    writes = OwnWrites()
    for tenth in range(50):
        writes.note("/a/log.txt", tenth / 10)
    assert writes.explain("/a/log.txt", 5.5)
    assert not writes.explain("/a/log.txt", 6.0)


def test_a_folder_that_was_replaced_explains_what_is_in_it() -> None:
    writes = OwnWrites()
    writes.note("/a/made", 10.0, with_contents=True)
    assert writes.explain("/a/made/deep/module.py", 10.1)
    assert not writes.explain("/a/made2/module.py", 10.1)


def test_a_folder_that_was_opened_or_touched_explains_only_itself() -> None:
    writes = OwnWrites()
    writes.note("/a", 10.0)
    assert writes.explain("/a", 10.1)
    assert not writes.explain("/a/module.py", 10.1)


def test_what_is_remembered_is_bounded_and_the_newest_stays() -> None:
    writes = OwnWrites()
    writes.note("/a/first", 0.0)
    for number in range(MOST_FILES):
        writes.note(f"/a/{number}", 1.0)
    assert not writes.explain("/a/first", 0.1)
    assert writes.explain(f"/a/{MOST_FILES - 1}", 1.1)


# -- a whole supervisor: a command comes, and the script writes

OWN_WRITES = {
    "in place": "open('state.py', 'w').write(text)",
    "appended": "open('state.py', 'a').write('m = 1\\n')",
    "by pathlib": "pathlib.Path('state.py').write_text(text)",
    "by its full name": "open(state.__file__, 'w').write(text)",
    "os.replace": "open('new', 'w').write(text); os.replace('new', 'state.py')",
    "os.rename": "os.unlink('state.py'); open('new', 'w').write(text); "
    "os.rename('new', 'state.py')",
    "shutil.copy": "open('new', 'w').write(text); shutil.copy('new', 'state.py')",
    "os.open": "fd = os.open('state.py', os.O_WRONLY); os.write(fd, text.encode()); os.close(fd)",
    "os.truncate": "os.truncate('state.py', 0)",
    "touched": "os.utime('state.py')",
    "from a thread": "t = threading.Thread(target=pathlib.Path('state.py').write_text, "
    "args=(text,)); t.start(); t.join()",
    "from another folder": "os.chdir('..'); open(state.__file__, 'w').write(text)",
}
WRITER = """
import os, pathlib, shutil, threading, state
print('n', state.n)
input()
text = f'n = {{state.n + 1}}  # longer than before\\n'
{write}
print('written')
"""


@pytest.mark.parametrize("way", OWN_WRITES)
def test_its_own_module_however_it_writes_it(
    supervise: Supervise, folder: Path, wait_until: WaitUntil, way: str
) -> None:
    save(folder / "state.py", "n = 0\n")
    engine = supervise(WRITER.format(write=OWN_WRITES[way]) + LOOP)
    engine.wait_text("n 0")
    engine.supervisor.write_input(b"\n")
    engine.wait_text("written")
    wait_self_written(engine, "state.py")
    written = time.monotonic()
    wait_until(lambda: time.monotonic() > written + OWN_S)
    save(folder / "state.py", "n = 'the user'\n")
    engine.wait_text("n the user", run=2)
    assert engine.status.reason.files == (folder / "state.py",)


def test_a_module_is_written_seconds_after_the_start(supervise: Supervise, folder: Path) -> None:
    save(folder / "state.py", "n = 0\n")
    engine = supervise(WRITER.replace("input()", "import time; time.sleep(3)").format(
        write=OWN_WRITES["in place"]) + LOOP)  # fmt: skip
    engine.wait_text("written")
    wait_self_written(engine, "state.py")


COUNTER = """
import os, re
COUNT = 0
print('count', COUNT)
text = re.sub('COUNT = [0-9]+', f'COUNT = {{COUNT + 1}}', open(__file__).read(), count=1)
{write}
"""


@pytest.mark.parametrize("as_module", [False, True])
@pytest.mark.parametrize(
    "write",
    [
        "open(__file__, 'w').write(text)",
        "open(__file__ + '.tmp', 'w').write(text); os.replace(__file__ + '.tmp', __file__)",
    ],
)
def test_a_script_that_rewrites_itself(
    supervise: Supervise, folder: Path, wait_until: WaitUntil, write: str, as_module: bool
) -> None:
    target: dict[str, Any] = {"script": None, "module": "main"} if as_module else {}
    engine = supervise(COUNTER.format(write=write), **target)
    engine.wait_state(State.WAITING, 1)
    wait_self_written(engine, "main.py")
    assert engine.text() == "count 0\n"
    written = time.monotonic()
    wait_until(lambda: time.monotonic() > written + OWN_S)
    save(folder / "main.py", "print('the user')\n" + LOOP)
    engine.wait_text("the user", run=2)


def test_what_it_writes_in_an_exit_function_does_not_restart_the_next_run(
    supervise: Supervise, folder: Path
) -> None:
    save(folder / "state.py", "n = 0\n")
    script = """
        import atexit, state
        atexit.register(lambda: open('state.py', 'w').write(f'n = {state.n + 1}\\n'))
        print('n', state.n)
        """ + "while True: __import__('time').sleep(0.05)\n"  # fmt: skip
    engine = supervise(script)
    engine.wait_text("n 0")
    source = (folder / "main.py").read_text()
    save(folder / "main.py", source + "# saved\n")
    engine.wait_text("n 1", run=2)
    save(folder / "main.py", source + "# saved again\n")
    engine.wait_text("n 2", run=3)
    assert [s.reason.files for s in engine.statuses if s.reason.files and s.run > 1] != []
    assert all(folder / "state.py" not in s.reason.files for s in engine.statuses)


def test_what_the_user_asked_to_watch(supervise: Supervise, folder: Path) -> None:
    save(folder / "state.json", "{}")
    save(folder / "theirs.json", "{}")
    engine = supervise(
        "import json, os\nprint('ready')\ninput()\n"
        "json.dump([1], open('new', 'w'))\nos.replace('new', 'state.json')\n" + LOOP,
        watch=("*.json",),
    )
    engine.wait_text("ready")
    engine.wait(lambda: folder / "state.json" in engine.supervisor._watcher.files())
    engine.supervisor.write_input(b"\n")
    wait_self_written(engine, "state.json")
    save(folder / "theirs.json", "[]")
    engine.wait_state(State.RUNNING, 2)
    assert engine.status.reason.files == (folder / "theirs.json",)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_folder_with_another_name(supervise: Supervise, folder: Path, tmp_path: Path) -> None:
    """The script is known by a link; its working folder is the real one."""
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    save(folder / "state.py", "n = 0\n")
    save(folder / "main.py", WRITER.format(write=OWN_WRITES["in place"]) + LOOP)
    engine = supervise(link / "main.py", cwd=link)
    engine.wait_text("n 0")
    engine.supervisor.write_input(b"\n")
    engine.wait_text("written")
    wait_self_written(engine, "state.py")


HOLDERS = {
    "itself, flushed": "f = open('state.py', 'a'); time.sleep(1.5)\n"
    "f.write('m = 1\\n'); f.flush(); print('written')\n",
    "itself, written when it closes": "f = open('state.py', 'a'); time.sleep(1.8)\n"
    "f.write('m = 1\\n'); f.close(); print('written')\n",
    "a program": "subprocess.run([sys.executable, '-c', HOLD])\n",
    "a shell": "os.system('exec >> state.py; echo m = 1; exec sleep 60')\n",
    "a fork": "pid = os.fork()\nif pid == 0: exec(HOLD)\nos.wait()\n",
    "an orphan": "subprocess.Popen([sys.executable, '-c', HOLD], start_new_session=True)\n"
    "os._exit(0)\n",
    "a process": "import multiprocessing\nif __name__ == '__main__':\n"
    "    p = multiprocessing.Process(target=exec, args=(HOLD,)); p.start(); p.join()\n",
    "a database": "import sqlite3\nc = sqlite3.connect('state.db')\ntime.sleep(1.5)\n"
    "c.execute('create table t (a)'); c.commit(); print('written')\n",
}
HOLD = "import time; f = open('state.py', 'a'); f.write('m = 1\\n'); f.flush(); time.sleep(60)"


@LINUX
@pytest.mark.parametrize("holder", HOLDERS)
def test_a_file_that_is_held_open_for_writing(
    supervise: Supervise, folder: Path, holder: str
) -> None:
    save(folder / "state.py", "n = 0\n")
    save(folder / "state.db", "")
    engine = supervise(
        f"import os, subprocess, sys, time, state\nHOLD = {HOLD!r}\n{HOLDERS[holder]}{LOOP}",
        watch=("*.db",),
    )
    wait_self_written(engine, "state.db" if "database" in holder else "state.py")


@LINUX
@pytest.mark.parametrize("name", ["app.log", "state.py"])
def test_a_file_that_it_keeps_open_holds_up_no_save(
    supervise: Supervise, folder: Path, name: str
) -> None:
    save(folder / "conf.py", "word = 'conf 0'\n")
    engine = supervise(
        "import itertools, time, conf\nprint(conf.word)\n"
        f"with open({name!r}, 'a') as file:\n    for n in itertools.count():\n"
        "        print('#', n, file=file, flush=True)\n        time.sleep(0.2)\n"
        "        if n == 5: print('written')\n",
        watch=(name,),
    )
    engine.wait_text("written")
    save(folder / "conf.py", "word = 'the user'\n")
    engine.wait_text("the user", run=2)
    assert (folder / name).read_text().count("#") < 30, "the save waited while it wrote"


# -- what is not the script's own

STARTS = {
    "os.system": "import os; os.system('true')",
    "subprocess": "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    "a process": "import multiprocessing as m; p = m.Process(target=print); p.start(); p.join()",
    "nothing, but reads it": "print(open('conf.py').read()[:0], end='')",
}
STARTER = """
if __name__ == '__main__':
    {start}
    import conf, time
    print(conf.word, 'main {number}')
    while True: time.sleep(0.05)
"""


@pytest.mark.parametrize("as_module", [False, True])
@pytest.mark.parametrize("start", STARTS)
def test_a_script_that_starts_programs_is_not_blamed_for_the_users_saves(
    supervise: Supervise, folder: Path, start: str, as_module: bool
) -> None:
    """The main file as well as a module, saved again and again soon after each start."""
    save(folder / "conf.py", "word = 'conf 0'\n")
    target: dict[str, Any] = {"script": None, "module": "main"} if as_module else {}
    engine = supervise(STARTER.format(start=STARTS[start], number=0), **target)
    engine.wait_text("conf 0 main 0")
    for number in range(1, SAVES + 1):
        save(folder / "conf.py", f"word = 'conf {number}'\n")
        engine.wait_text(f"conf {number} main 0", run=number + 1)
    for number in range(1, SAVES + 1):
        save(folder / "main.py", STARTER.format(start=STARTS[start], number=number))
        engine.wait_text(f"conf {SAVES} main {number}", run=SAVES + number + 1)
    blamed = (NoticeKind.SELF_WRITTEN, NoticeKind.CHANGE_LOOP)
    assert not any(notice.kind in blamed for notice in engine.notices)


IN_ITS_FOLDER = {
    "a file without a name": "tempfile.TemporaryFile(dir='.').close()",
    "touches the folder": "os.utime('.')",
    "moves a file into it": "os.makedirs('sub', exist_ok=True); open('sub/data', 'w').close(); "
    "shutil.move('sub/data', '.'); os.remove('data')",
    "copies the folder's times": "shutil.copystat('.', os.getcwd())",
}


@pytest.mark.parametrize("write", IN_ITS_FOLDER)
def test_who_writes_something_else_in_the_folder_is_not_blamed(
    supervise: Supervise, folder: Path, write: str
) -> None:
    save(folder / "conf.py", "word = 'conf 0'\n")
    engine = supervise(
        "import os, shutil, tempfile, time, conf\nprint(conf.word)\n"
        f"while True:\n    {IN_ITS_FOLDER[write]}\n    print('wrote')\n    time.sleep(0.02)\n"
    )
    engine.wait_text("conf 0\nwrote")
    save(folder / "conf.py", "word = 'the user'\n")
    engine.wait_text("the user", run=2)
    assert self_written(engine) == []


@pytest.mark.skipif(is_wine(), reason="keeps a deleted folder while somebody listens, mostly")
def test_a_package_that_it_replaces(supervise: Supervise, folder: Path) -> None:
    (folder / "made").mkdir()
    save(folder / "made" / "__init__.py", "n = 0\n")
    engine = supervise(
        "import os, shutil, made\ninput()\nos.mkdir('new')\n"
        "open('new/__init__.py', 'w').write('n = 1  # longer than before\\n')\n"
        "shutil.rmtree('made')\nshutil.move('new', 'made')\nprint('written')\n" + LOOP
    )
    engine.wait(lambda: folder / "made" / "__init__.py" in engine.supervisor._watcher.files())
    engine.supervisor.write_input(b"\n")
    engine.wait_text("written")
    wait_self_written(engine, "__init__.py")


INTO_ITS_FOLDER = {
    "moves": "open('made/x', 'w').close(); shutil.move('made/x', '.'); os.unlink('x')",
    "copies a folder": "shutil.copytree('made', '.', dirs_exist_ok=True)",
    "unpacks": "tarfile.open('x.tar').extractall('.')",
    "cannot write": "with contextlib.suppress(OSError): open('.', 'w')",
    "names nothing": "with contextlib.suppress(OSError): open('', 'w')",
}


@pytest.mark.parametrize("way", INTO_ITS_FOLDER)
def test_a_script_that_puts_things_into_its_folder_does_not_write_all_that_is_there(
    supervise: Supervise, folder: Path, wait_until: WaitUntil, way: str
) -> None:
    (folder / "made").mkdir()
    source = f"""
        import contextlib, os, shutil, sys, tarfile, time
        with tarfile.open('x.tar', 'w') as tar: tar.add('made', '.')
        print('NAME')
        while True:
            {INTO_ITS_FOLDER[way]}
            print('.', end='')
            time.sleep(0.05)
        """
    source = textwrap.dedent(source)
    engine = supervise(source.replace("NAME", "one"))
    engine.wait_text("one\n...", run=1)
    save(folder / "main.py", source.replace("NAME", "two"))
    engine.wait_text("two", run=2)


def test_a_save_a_second_after_the_script_wrote_it(
    supervise: Supervise, folder: Path, wait_until: WaitUntil
) -> None:
    """Turn by turn: the script writes it once in each run, then the user saves it."""
    save(folder / "state.py", "n = 0\n")
    engine = supervise(WRITER.replace("input()\n", "").format(
        write=OWN_WRITES["os.replace"]) + LOOP)  # fmt: skip
    for run in range(1, 4):
        engine.wait_text("written", run=run)
        written = time.monotonic()
        # The supervisor's second begins when it hears of the write, maybe after we see its line.
        wait_until(lambda written=written: time.monotonic() > written + 2 * OWN_S)
        assert engine.status.run == run
        save(folder / "state.py", f"n = {run}\n")
        engine.wait_text(f"n {run}", run=run + 1)
    assert self_written(engine) == ["state.py"], "said once"


# -- written by somebody who was gone before anybody could look

UNSEEN = """
import os, state
print('n', state.n)
pid = os.fork()
if pid == 0:
    with open('new', 'w') as file: file.write(f'n = {state.n + 1}\\n')
    os.replace('new', 'state.py')
    os._exit(0)
os.wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_restarts_by_an_unseen_writer_are_slowed_down(supervise: Supervise, folder: Path) -> None:
    save(folder / "state.py", "n = 0\n")
    engine = supervise(UNSEEN + LOOP)
    engine.wait(lambda: any(n.kind is NoticeKind.CHANGE_LOOP for n in engine.notices))
    loops = [n.values[:2] for n in engine.notices if n.kind is NoticeKind.CHANGE_LOOP]
    assert loops == [("state.py", 7)]
    engine.wait_text("n 6", run=7)
    engine.wait_text("n 7", run=8)  # later, but it comes
    run = engine.status.run
    save(folder / "main.py", "print('the user')\n" + LOOP)
    engine.wait_text("the user", run=run + 1)  # at once: it is another file


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_the_last_save_is_not_lost_in_a_slow_restart(supervise: Supervise, folder: Path) -> None:
    save(folder / "state.py", "n = 0\n")
    engine = supervise(UNSEEN.replace("if pid == 0:", "if pid == 0 and state.n >= 7: os._exit(0)\n"
                                      "if pid == 0:") + LOOP)  # fmt: skip
    engine.wait_text("n 6", run=7)
    engine.wait(lambda: any(n.kind is NoticeKind.CHANGE_LOOP for n in engine.notices))
    save(folder / "state.py", "n = 100\n")
    engine.wait_text("n 100")


def test_who_saves_soon_after_each_start_is_not_slowed_down(
    supervise: Supervise, folder: Path
) -> None:
    save(folder / "state.py", "n = 0\n")
    engine = supervise("import state\nprint('n', state.n)\n" + LOOP)
    for n in range(1, 2 * FREE_RESTARTS):
        engine.wait_text(f"n {n - 1}", run=n)
        save(folder / "state.py", f"n = {n}\n")
    engine.wait_text(f"n {n}", run=n + 1)
    assert not [notice for notice in engine.notices if notice.kind is NoticeKind.CHANGE_LOOP]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the interpreter")
def test_a_script_without_an_agent_is_slowed_down_too(supervise: Supervise, folder: Path) -> None:
    isolated = folder / "isolated"
    save(isolated, f'#!/bin/sh\nexec "{sys.executable}" -I "$@"\n')
    isolated.chmod(0o755)
    save(folder / "state.py", "0")
    engine = supervise(
        "n = int(open('state.py').read())\nprint('n', n)\n"
        "open('new', 'w').write(str(n + 1))\nimport os; os.replace('new', 'state.py')\n",
        interpreter=isolated,
    )
    engine.wait(lambda: any(n.kind is NoticeKind.NO_AGENT for n in engine.notices))
    engine.wait_state(State.WAITING, 1)
    save(folder / "main.py", (folder / "main.py").read_text() + "# saved\n")
    engine.wait(lambda: any(n.kind is NoticeKind.CHANGE_LOOP for n in engine.notices))
    said = engine.status.run
    engine.wait_text(f"n {said}", run=said + 1)


# -- where nobody tells of changes, they are noticed late


def test_a_write_that_is_noticed_late(tmp_path: Path, wait_until: WaitUntil) -> None:
    """Told after up to a look's time, it is judged by when it was made."""
    state = tmp_path / "state.py"
    save(state, "n = 0\n")
    told: list[Path] = []
    watcher = Watcher(told.extend, poll_s=1.5, events=False)
    watched = WatchList(watcher, lambda notice: None)
    watcher.start()
    try:
        watcher.add(state, None)
        written = time.monotonic()
        watched.wrote(state, written)
        save(state, "n = 1  # the script's\n")
        wait_until(lambda: len(told) == 1)
        file = (state, str(state))
        assert watched.by_script(None, [file], time.monotonic()) == {state}
        wait_until(lambda: time.monotonic() > written + OWN_S)
        save(state, "n = 2  # the user's own\n")
        wait_until(lambda: len(told) == 2)
        assert watched.by_script(None, [file], time.monotonic()) == frozenset()
    finally:
        watcher.close()
