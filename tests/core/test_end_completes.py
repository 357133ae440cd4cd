"""What Python completes at a script's end it completes at a save, too: beside a plain end.

Modules are imported ahead, as they are in each run but the first, and what was set aside from the
garbage collector then is what these things hang on.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import zlib
from pathlib import Path
from typing import Any

import pytest

from hosts import Starter
from processes import script_env, until
from reloader_core.child.wire import Request
from same import AHEAD, ahead_of, import_ahead

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

KINDS = {
    "temporary_files": """
        import tempfile
        file = tempfile.NamedTemporaryFile("w"); file.write("x")
        folder = tempfile.TemporaryDirectory(); open(folder.name + "/inside", "w").write("x")
        spooled = tempfile.SpooledTemporaryFile(4); spooled.write(b"rolled over")
    """,
    "a_database": """
        import sqlite3
        database = sqlite3.connect("rows.db", isolation_level=None)
        print(database.execute("pragma journal_mode=wal").fetchone())
        database.execute("create table rows (n)")
        database.executemany("insert into rows values (?)", [(n,) for n in range(100)])
    """,
    "a_database_held_by_a_library": """
        import json, sqlite3
        json.database = sqlite3.connect("held.db", isolation_level=None)
        json.database.execute("pragma journal_mode=wal")
        json.database.execute("create table rows (n)")
    """,
    "databases_that_need_nothing_any_more": """
        import json, sqlite3
        json.memory = sqlite3.connect(":memory:"); json.memory.execute("create table rows (n)")
        closed = sqlite3.connect("closed.db"); closed.execute("create table rows (n)")
        closed.close(); json.closed = closed
    """,
    "files": "kept = open('kept.txt', 'w'); kept.write('not flushed')\n"
             "import csv; file = open('rows.csv', 'w'); csv.writer(file).writerow([1, 2])\n",
    "files_held_by_a_library": """
        import json, logging, threading
        json.kept = open("json.txt", "w"); json.kept.write("not flushed")
        logging.Logger.kept = open("logger.txt", "wb"); logging.Logger.kept.write(b"not flushed")
        threading.current_thread().kept = open("thread.txt", "w")
        threading.main_thread().kept.write("not flushed")
        json.JSONEncoder.handler = lambda file=open("default.txt", "w"): file
        json.JSONEncoder.handler().write("not flushed")
    """,
    "packed": """
        import bz2, gzip, json, lzma, zipfile
        a = gzip.GzipFile("a.gz", "wb", mtime=0); a.write(b"text" * 100)
        json.b = bz2.open("b.bz2", "wt"); json.b.write("text" * 100)
        c = lzma.open("c.xz", "wb"); c.write(b"text" * 100)
        d = zipfile.ZipFile("d.zip", "w")
        d.writestr(zipfile.ZipInfo("name", (1990, 1, 1, 0, 0, 0)), "text")
    """,
    "shelves": """
        import dbm.dumb, json, shelve
        mine = shelve.Shelf(dbm.dumb.open("mine"), writeback=True)
        mine["key"] = [1]; mine["key"].append(2)
        json.theirs = shelve.Shelf(dbm.dumb.open("theirs"), writeback=True)
        json.theirs["key"] = [1, 2, 3]
    """,
    "mapped_memory": """
        import mmap
        open("mapped", "wb").write(bytes(4096)); file = open("mapped", "r+b")
        view = mmap.mmap(file.fileno(), 4096); view[:5] = b"hello"
    """,
    "shared_memory": """
        import os, zlib
        from multiprocessing import shared_memory
        name = "reloader-%x" % zlib.crc32(os.fsencode(os.getcwd()))
        block = shared_memory.SharedMemory(name, create=True, size=100); block.buf[:2] = b"ab"
        assert os.path.exists("/dev/shm/" + name)
    """,
    "pipes_of_a_child": """
        import subprocess
        child = subprocess.Popen(["sh", "-c", "cat > heard"], stdin=subprocess.PIPE)
        child.stdin.write(b"not flushed\\n")
        import weakref; weakref.finalize(child, print, "child")
    """,
    "logs": """
        import logging, logging.handlers
        target = logging.FileHandler("log.txt", delay=True)
        memory = logging.handlers.MemoryHandler(1000, target=target)
        logging.getLogger("x").addHandler(memory); logging.getLogger("x").error("kept in memory")
        logging.getLogger().addHandler(logging.FileHandler("other.txt")); logging.error("shown")
    """,
    "streams_of_c": """
        import ctypes
        libc = ctypes.CDLL(None); libc.fopen.restype = ctypes.c_void_p
        file = libc.fopen(b"c.txt", b"w"); libc.fputs(b"not flushed", ctypes.c_void_p(file))
    """,
    "exit_functions_and_finalizers": """
        import atexit, contextlib, json, os, weakref
        def leave(name, mknod=os.mknod): mknod(name)
        atexit.register(leave, "atexit")
        class Thing:
            def __init__(self, name): self.name = name
            def __del__(self, leave=leave): leave(self.name)
        thing, json.thing = Thing("mine"), Thing("theirs")
        loop = Thing("loop"); loop.self = loop
        class Quiet: pass
        json.quiet = Quiet(); weakref.finalize(json.quiet, leave, "finalize")
        json.told = weakref.ref(json.quiet, lambda _: leave("callback"))
        def waits():
            try: yield
            finally: leave("generator")
        json.waits = waits(); next(json.waits)
        stack = contextlib.ExitStack(); stack.callback(leave, "exit stack")
    """,
    "workers": """
        import concurrent.futures, threading, time
        def work(): time.sleep(0.1); open("worked", "w").write("x")
        pool = concurrent.futures.ThreadPoolExecutor(1); pool.submit(work)
        threading.Thread(target=lambda: (time.sleep(0.2), open("thread", "w").write("x"))).start()
    """,
    "sockets": """
        import json, socket
        json.server = socket.socket(socket.AF_UNIX); json.server.bind("socket")
        json.server.listen()
        left, right = socket.socketpair(); file = left.makefile("w"); print("x", file=file)
    """,
    "semaphores": """
        import multiprocessing as mp
        lock, queue, value = mp.Lock(), mp.Queue(), mp.Value("i", 1); queue.put("x")
    """,
}  # fmt: skip
# With packages of which it is said that their own objects need no end.
HELD = """
import json, os, weakref, blinker, flask, jinja2, markupsafe, msgpack, psutil, regex, zstandard
class Thing:
    def __init__(self, name): self.name = name
    def __del__(self, mknod=os.mknod): mknod(self.name)
    def method(self): pass
class Quiet:
    def method(self): pass
"""
HELD_BY = {
    "an_app": "app = flask.Flask('x'); app.extensions['x'] = Thing('app'); app.config['x'] = app",
    "compiled": "regex.kept = msgpack.Packer(default=Thing('packer').method)",
    "a_stream": "psutil.out = open('out.zst', 'wb')\n"
                "psutil.kept = zstandard.ZstdCompressor().stream_writer(psutil.out)\n"
                "psutil.kept.write(b'x' * 300000); psutil.kept.flush()",
    "a_text": "markupsafe.kept = zstandard.open('text.zst', 'wt'); markupsafe.kept.write('text')",
    "a_generator": "def waits():\n    try: yield 1\n    finally: os.mknod('generator')\n"
                   "jinja2.kept = waits(); next(jinja2.kept)",
    "a_callback": "signal = blinker.Signal(); blinker.kept = Quiet()\n"
                  "signal.connect(blinker.kept.method)\n"
                  "blinker.told = weakref.WeakMethod(\n"
                  "    blinker.kept.method, lambda _, mknod=os.mknod: mknod('told'))",
    "a_subclass": "class Mine(regex.Scanner if hasattr(regex, 'Scanner') else object): pass\n"
                  "Mine.kept = open('mine', 'w'); Mine.kept.write('x'); Mine.me = Mine",
}  # fmt: skip
END = "\nprint('ready', flush=True)\nimport time\nwhile True: time.sleep(0.05)\n"


def left(folder: Path) -> dict[str, object]:
    """All that there is in the folder, and what the files say."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else path.is_socket()
        for path in sorted(folder.rglob("*"))
        if "__pycache__" not in path.parts
    }


def end_plainly(python: str, folder: Path, env: dict[str, str]) -> int:
    """Returns its exit code."""
    command = [python, "-u", "main.py"]
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline() != b"ready\n":
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    return process.returncode


def end_by_a_save(
    python: str, folder: Path, env: dict[str, str], start: Starter, ahead: tuple[str, ...] = AHEAD
) -> int:
    """Returns its exit code. At its end itself it says nothing."""
    run = start(("main.py",), python=python, env=env, cwd=folder, go=False)
    import_ahead(run, ahead, (folder,))
    run.go()
    run.wait_text("ready\n")
    run.ask(Request.ASK)
    code = run.result().code
    assert b"Fatal" not in run.bytes and b"Traceback" not in run.bytes
    return int(code)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_plain_end_completes(shared_start: Starter, tmp_path: Path, kind: str) -> None:
    source = textwrap.dedent(KINDS[kind])
    compare_ends(shared_start, tmp_path, sys.executable, source, ahead=ahead_of(kind, source))


@pytest.mark.parametrize("by", HELD_BY)
def test_what_only_a_package_holds(shared_start: Starter, tmp_path: Path, by: str) -> None:
    source = HELD + HELD_BY[by]
    compare_ends(shared_start, tmp_path, sys.executable, source, ahead=ahead_of(by, source))


def test_all_of_it_in_every_python(shared_start: Starter, tmp_path: Path, each_python: Any) -> None:
    source = "".join(map(textwrap.dedent, KINDS.values()))
    compare_ends(shared_start, tmp_path, each_python.path, source)


def test_an_end_at_which_most_is_left_as_it_is(
    shared_start: Starter, tmp_path: Path, each_python: Any
) -> None:
    """Of objects that nobody could tell of: Python's own end must be able to do without them."""
    (tmp_path / "main.py").write_text(
        f"for name in {AHEAD!r}:\n    try: __import__(name)\n    except ImportError: pass\n"
        "import enum, json, logging, threading\n"
        "class Thing(enum.Enum): ONE = logging.getLogger('one')\n"
        "class Encoder(json.JSONEncoder): things = [Thing]\n"
        "def waits(): return lambda: (waits, Encoder(), threading.local())\n"
        "kept = [waits() for _ in range(1000)]; kept.append(kept); json.kept = kept\n" + END
    )
    env = script_env()
    plain = end_plainly(each_python.path, tmp_path, env)
    assert end_by_a_save(each_python.path, tmp_path, env, shared_start) == plain


def test_exit_functions_that_run_last_of_all(shared_start: Starter, tmp_path: Path) -> None:
    """Of what starts with Python."""
    customize = (
        "import atexit, sys\ndef leave():\n    import json, logging\n"
        "    with open('left', 'w') as file: print(json.mine, logging.mine, file=file)\n"
        "atexit.register(leave)\n"
    )
    source = "import json, logging\njson.mine = logging.mine = 'the same module'\n"
    ahead = ahead_of("last of all", source)
    compare_ends(shared_start, tmp_path, sys.executable, source, customize, ahead)


def compare_ends(
    start: Starter,
    above: Path,
    python: str,
    source: str,
    customize: str = "",
    ahead: tuple[str, ...] = AHEAD,
) -> None:
    found = []
    for name in ("plain", "saved"):
        folder = above / name / "folder"
        (folder / "tmp").mkdir(parents=True)
        (folder / "main.py").write_text(source + END)
        env = script_env(TMPDIR=str(folder / "tmp"))
        if customize:
            (folder / "sitecustomize.py").write_text(customize)
            env["PYTHONPATH"] = str(folder)
        if name == "plain":
            end_plainly(python, folder, env)
        else:
            end_by_a_save(python, folder, env, start, ahead)
        found.append(left(folder))
        until(lambda: not Path(f"/dev/shm/reloader-{zlib.crc32(bytes(folder)):x}").exists())  # noqa: B023
    expected, ours = found
    assert expected.keys() == ours.keys()
    lost = {name: text for name, text in expected.items() if text and ours[name] != text}
    assert not lost, "what a plain end lost itself may be more here"
