"""The agent in every CPython of this machine: a script notices nothing of it, byte for byte.

Plain `python -u script` runs beside the supervised one and must say the same. Then:
what the agent reports, and what it makes of its own requests. How a child is ended is
tested in test_child_posix.py.
"""

from __future__ import annotations

import difflib
import os
import re
import signal
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from core import child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="see tests/windows")

Compare = Callable[..., Any]


@dataclass(frozen=True)
class Same:
    """A script that must do the same with and without us."""

    source: str
    files: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    command: tuple[str, ...] = ("{folder}/main.py",)
    args: tuple[str, ...] = ()
    env: dict[str, str] = field(default_factory=dict)
    stdin: bytes = b""
    since: tuple[int, int] = (3, 8)
    tail: int | None = None
    """Compare only the last so many lines."""
    shell: str = ""
    """Started by a shell script that ends with this after the command."""


FACTS = """
import sys
before = sorted(set(sys.modules) - {"sitecustomize", "atexit"})
import os
print(before)
print(sys.argv, sys.path, __name__, __file__, sys.flags, __spec__, type(__loader__))
print(sorted(globals()), __builtins__, sys.orig_argv[1:] if hasattr(sys, "orig_argv") else 0)
print(sorted(sys.path_importer_cache), sys.path_hooks, sys.warnoptions, sys._xoptions)
print([getattr(f, "__name__", f) for f in sys.meta_path if type(f).__name__ != "_Finder"])
print({k: v for k, v in os.environ.items() if k not in ("RUN_FLAG", "RELOADER_PID")})
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.line_buffering,
          stream.write_through, stream.fileno(), stream is getattr(sys, "__%s__" % stream.name[1:-1]))
fds = [int(name) for name in os.listdir("/dev/fd")]
open_fds = [fd for fd in fds if os.path.exists("/dev/fd/%d" % fd)]
print([fd for fd in open_fds if fd < 100], [fd for fd in open_fds if os.get_inheritable(fd)])
print(open(__file__).fileno(), os.getcwd(), os.umask(0o22), os.nice(0), os.getpgrp() == os.getpid())
print(sys.excepthook is sys.__excepthook__, sys.gettrace(), sys.getprofile(), sys.getrecursionlimit())
print(sys.stdout is sys.__stdout__, sys.displayhook is sys.__displayhook__, sys.dont_write_bytecode)
import inspect, warnings, gc, signal, threading, locale, resource
print(len(inspect.stack()), warnings.filters, gc.isenabled(), gc.get_threshold(), gc.callbacks)
print([signal.getsignal(s) for s in sorted(signal.valid_signals()) if s != signal.SIGURG])
print(signal.pthread_sigmask(signal.SIG_BLOCK, ()), resource.getrlimit(resource.RLIMIT_NOFILE))
print(threading.main_thread() is threading.current_thread(), threading.active_count())
print(threading.current_thread().name, sys.getfilesystemencoding(), locale.getpreferredencoding())
print(__import__("asyncio").run.__module__, hasattr(sys, "last_value"))
"""

ATTEMPT = """
def attempt(name):
    try:
        module = __import__(name)
    except BaseException as error:
        print(name, type(error).__name__, error)
    else:
        print(name, getattr(module, "__file__", None))
"""

SAME = {
    "facts": Same(FACTS, args=("a", "b c", "é")),
    "facts_with_options": Same(FACTS, options=("-W", "error", "-b", "-O", "-X", "dev", "-s")),
    "nothing_of_ours": Same(
        ATTEMPT + "for name in 'core reloader_gui agent _guardian core.agent': pass\n"
        "for name in ('core', 'reloader_gui', 'agent', '_guardian', 'child'): attempt(name)\n"
    ),
    "own_modules_beside_it": Same(
        ATTEMPT + "for name in ('json', 'random', 'select', 'threading', 'signal', 'types',"
        " 'codecs', 'linecache'): attempt(name)\nimport threading\nprint(threading.OWN)\n",
        {
            "json.py": "print('own json')",
            "random.py": "import os; print('own random', __file__)",
            "select.py": "print('own select', __name__)",
            "threading.py": "OWN = 1",
            "signal.py": "raise ValueError('own')",
            "sitecustomize.py": "print('not at start')",
        },
    ),
    "threads": Same(
        """
        import threading, _thread, sys
        def work(): print(threading.current_thread().name, threading.active_count())
        for _ in range(3):
            t = threading.Thread(target=work); t.start(); t.join()
        print(threading.main_thread() is threading.current_thread())
        def fail(): raise ValueError("in a thread")
        t = threading.Thread(target=fail); t.start(); t.join()
        threading.Thread(target=lambda: (threading.main_thread().join(), print("last"))).start()
        """
    ),
    "fork_warns_of_nothing": Same(
        """
        import os, sys
        pid = os.fork()
        if pid == 0:
            print("child", flush=True)
            sys.exit(4)
        print(os.waitpid(pid, 0)[1])
        import helper
        pid = os.fork()
        if pid == 0:
            import helper2
            os._exit(5)
        print(os.waitpid(pid, 0)[1])
        """,
        {"helper.py": "print('helper')", "helper2.py": "print('helper 2')"},
        options=("-W", "error"),
    ),
    "multiprocessing": Same(
        """
        import multiprocessing as mp, os, sys
        def work(n): return n * 2, __name__, mp.current_process().name, sys.argv
        def noisy(): print("noisy", sorted(k for k in os.environ if "RELOADER_A" in k), flush=True)
        if __name__ == "__main__":
            for way in ("fork", "spawn"):
                context = mp.get_context(way)
                with context.Pool(1) as pool: print(pool.map(work, [1, 2]))
                p = context.Process(target=noisy); p.start(); p.join(); print(p.exitcode)
        """
    ),
    "module": Same("print(__name__)\n" + FACTS, command=("-m", "main"), args=("x",)),
    "package": Same(
        "",
        {
            "pkg/__init__.py": "print('init', __name__)",
            "pkg/__main__.py": "from . import sub\nprint(__name__, __package__, __file__, sub)\n1/0",
            "pkg/sub.py": "print('sub', __name__)",
        },
        command=("-m", "pkg"),
    ),
    "missing_module": Same("", command=("-m", "no_such_module")),
    "missing_script": Same("", command=("{folder}/no_such_script.py",)),
    "folder": Same(
        "",
        {"app/__main__.py": "import sys, side\nprint(sys.path[0], __file__)", "app/side.py": "print(1)"},
        command=("{folder}/app",),
    ),
    "zip_file": Same(
        "",
        {"zip/__main__.py": "import sys, side\nprint(sys.path[0])\nside.f()",
         "zip/side.py": "print(__file__)\ndef f(): 1/0"},
        command=("{folder}/zip.pyz",),
    ),
    "traceback": Same(
        """
        import helper
        def f():
            try: helper.fail()
            except ZeroDivisionError as error: raise ValueError("two") from error
        class Noisy:
            def __del__(self): raise KeyError("del")
        try: f()
        except ValueError: import traceback; traceback.print_exc()
        try: import helper3
        except ImportError: traceback.print_exc()
        Noisy()
        import helper2
        """,
        {"helper.py": "def fail(): 1/0\n",
         "helper2.py": "import json\nprint(2)\njson.loads('{')\n",
         "helper3.py": "from helper import missing\n"},
    ),
    "traceback_in_import": Same("import no_such_module_at_all\n"),
    "traceback_of_relative_import": Same("from . import x\n"),
    "circular_import": Same("import a\n", {"a.py": "import b\nx = 1", "b.py": "from a import x"}),
    "syntax_error": Same("print('never')\ndef f(:\n"),
    "indentation_error": Same("if 1:\nprint(1)\n"),
    "syntax_error_in_helper": Same("import helper\n", {"helper.py": "x = (\n"}),
    "bad_bytes": Same("", {"bad.py": "\udcff = 1\n"}, command=("{folder}/bad.py",)),
    "null_bytes": Same("import bad\n", {"bad.py": "x = 1\0\n"}),
    "system_exit_text": Same("raise SystemExit('bye é')\n"),
    "system_exit_none": Same("import sys; sys.exit()\n"),
    "system_exit_big": Same("import sys; sys.exit(257 + 2)\n"),
    "system_exit_3": Same("import sys; sys.exit(3)\n"),
    "system_exit_object": Same("import sys; sys.exit([1, 2])\n"),
    "os_exit": Same("import os, atexit; atexit.register(print, 'no'); os._exit(9)\n"),
    "own_sigterm": Same("import os, signal; os.kill(os.getpid(), signal.SIGTERM)\n"),
    "own_sigkill": Same("import os, signal; os.kill(os.getpid(), signal.SIGKILL)\n"),
    "abort": Same("import os; print(1); os.abort()\n"),
    "keyboard_interrupt": Same("print(1)\nraise KeyboardInterrupt\n"),
    "ends": Same(
        """
        import atexit, threading, time, sys, weakref
        class Thing:
            def __init__(self, name): self.name = name
            def __del__(self): print("del", self.name)
        thing, hook = Thing("global"), sys.excepthook
        def excepthook(*args): print("excepthook", args[:2]); hook(*args)
        sys.excepthook = excepthook
        atexit.register(print, "first registered")
        atexit.register(lambda: 1/0)
        atexit.register(print, "last registered")
        weakref.finalize(thing, print, "finalized")
        threading.Thread(target=lambda: (threading.main_thread().join(), print("thread"))).start()
        print("end of main")
        {}["x"]
        """
    ),
    "displaced_prints": Same(
        "print('script', TOLD)\nimport sitecustomize; print(sitecustomize.__file__)\n",
        {"site/sitecustomize.py": "print('displaced', __name__)\nimport builtins, sys\n"
         "builtins.TOLD = 1\nprint(len(sys.argv) if hasattr(sys, 'argv') else 'no argv')"},
        env={"PYTHONPATH": "{folder}/site"},
    ),
    "displaced_raises": Same(
        "import sys; print('script', 'sitecustomize' in sys.modules)\n",
        {"site/sitecustomize.py": "print('displaced')\nraise ValueError('é')"},
        env={"PYTHONPATH": "{folder}/site"},
    ),
    "displaced_lacks_a_module": Same(
        "print('script')\n",
        {"site/sitecustomize.py": "print('displaced')\nimport no_such_module"},
        env={"PYTHONPATH": "{folder}/site"},
        tail=1,
    ),
    "displaced_exits": Same(
        "print('never')\n",
        {"site/sitecustomize.py": "import sys; print('displaced'); sys.exit(5)"},
        env={"PYTHONPATH": "{folder}/site"},
        tail=1,
    ),
    "usercustomize": Same(
        "print('script')\nimport sys; print(sys.modules['usercustomize'].__file__)\n",
        {"base/lib/python{version}/site-packages/usercustomize.py": "print('user', __name__)"},
        env={"PYTHONUSERBASE": "{folder}/base"},
    ),
    "pth_file": Same(
        "import sys, edited; print(sys.path)\n",
        {"base/lib/python{version}/site-packages/x.pth": "{folder}/extra\nimport sys; sys.told = 1\n",
         "extra/edited.py": "import sys; print(__file__, sys.told)"},
        env={"PYTHONUSERBASE": "{folder}/base"},
    ),
    "python_path": Same(FACTS + ATTEMPT + "attempt('extra')\n", {"one/extra.py": ""},
                        env={"PYTHONPATH": "{folder}/one:two::{folder}/one"}),
    "python_path_empty": Same(FACTS, env={"PYTHONPATH": ""}),
    "python_path_trailing": Same(FACTS, env={"PYTHONPATH": "one:"}),
    "python_variables": Same(
        FACTS + "print(hash('x'))\n",
        env={"PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "1",
             "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1",
             "PYTHONPYCACHEPREFIX": "{folder}/cache", "PYTHONTRACEMALLOC": "1"},
    ),
    "import_machinery": Same(
        """
        import sys, importlib, importlib.util, importlib.machinery, pkgutil, runpy, zipimport, zipfile
        import helper
        print([name for _, name, _ in pkgutil.iter_modules([sys.path[0]])])
        print([info.name for info in pkgutil.walk_packages([sys.path[0]], onerror=print)])
        print(importlib.reload(helper), importlib.reload(importlib))
        print(importlib.util.find_spec("helper").origin, importlib.util.find_spec("no_such"))
        try: importlib.util.find_spec("no_such.sub")
        except ImportError as error: print(error)
        print(runpy.run_path("side.py")["x"], runpy.run_module("side")["__name__"])
        print(runpy.run_path("side.py", run_name="__main__")["__name__"])
        with zipfile.ZipFile("z.zip", "w") as file: file.writestr("inzip.py", "print(__file__)")
        sys.path.append("z.zip"); import inzip
        print(zipimport.zipimporter("z.zip").get_filename("inzip"))
        for finder in sys.meta_path:
            print(finder.find_spec("side", None) is not None if hasattr(finder, "find_spec") else 0)
            break
        saved = list(sys.meta_path); sys.meta_path[:] = [importlib.machinery.PathFinder]
        import side; sys.meta_path[:] = saved
        importlib.invalidate_caches()
        class Finder:
            def find_spec(self, name, path=None, target=None):
                if name == "made": return importlib.machinery.ModuleSpec(name, Loader())
                if name == "broken": raise RuntimeError("finder")
        class Loader:
            def create_module(self, spec): return None
            def exec_module(self, module): module.x = 5
        sys.meta_path.append(Finder()); import made; print(made.x, made)
        sys.meta_path.insert(0, sys.meta_path.pop()); del sys.modules["made"]; import made
        try: import broken
        except RuntimeError: import traceback; traceback.print_exc()
        spec = importlib.util.find_spec("lazy"); loader = importlib.util.LazyLoader(spec.loader)
        spec.loader = loader; lazy = importlib.util.module_from_spec(spec)
        sys.modules["lazy"] = lazy; loader.exec_module(lazy)
        import other
        print("not yet"); print(lazy.x)
        class Odd:
            def __getattribute__(self, name): print("touched", name); raise ValueError(name)
        sys.modules["odd"] = Odd(); sys.modules["none"] = None
        import other2
        from helper import *
        del sys.modules["helper"]; import helper
        """,
        {"helper.py": "import inspect, sys\nprint([f.function for f in inspect.stack() if 'frozen' not"
         " in f.filename])\nx = 1", "side.py": "x = __name__", "lazy.py": "print('lazily'); x = 6",
         "other.py": "", "other2.py": "print('other2')", "pkg/__init__.py": "",
         "pkg/mod.py": "", "badpkg/__init__.py": "raise ImportError('bad')"},
    ),
    "metadata": Same(
        """
        import importlib.metadata as metadata
        print(sorted(str(d.metadata["Name"]) for d in metadata.distributions()))
        try: metadata.version("no-such-thing")
        except metadata.PackageNotFoundError as error: print(repr(error))
        """
    ),
    "locale_c": Same(
        "import sys; print('é€😀'); print(sys.stdin.errors, sys.stdin.read())\n"
        "print('\\udce9', sys.argv)\n",
        args=("ü",), env={"LANG": "C", "LC_ALL": "C"}, stdin="grün \udcff".encode("utf-8", "surrogateescape"),
    ),
    "io_errors": Same(
        "import sys; print(sys.stdout.errors, sys.stdin.errors, sys.stderr.errors, '\\udce9')\n"
        "print('é', file=sys.stderr)\nimport subprocess, os; print(os.environ['PYTHONIOENCODING'])\n",
        env={"PYTHONIOENCODING": "utf-8:backslashreplace"},
    ),
    "input": Same(
        "print(input('name? ')); print(input()); import sys\nfor line in sys.stdin: print(line)\n"
        "input('more? ')\n",
        stdin="é\ntwo\nthree\nfour".encode(),
    ),
    "no_stdout": Same(
        "import sys; print('x'); sys.stderr.write(repr([sys.stdin, sys.stdout, sys.stderr][1]))\n",
        shell=">&-",
    ),
    "no_streams": Same(
        "import sys; print('x')\nopen('told', 'w').write(repr([sys.stdin, sys.stdout, sys.stderr]))\n"
        "raise SystemExit(4)\n",
        shell="<&- >&- 2>&-",
    ),
    "asyncio": Same(
        """
        import asyncio, subprocess, sys
        async def main():
            await asyncio.sleep(0)
            process = await asyncio.create_subprocess_exec("echo", "hello")
            print(await process.wait(), await asyncio.to_thread(len, "abc")
                  if hasattr(asyncio, "to_thread") else 3)
        asyncio.run(main(), debug=True)
        """
    ),
    "unittest": Same(
        """
        import unittest, doctest, warnings, pickle
        class Test(unittest.TestCase):
            '''
            >>> 1 + 1
            2
            '''
            def test(self): self.assertEqual(pickle.loads(pickle.dumps(Point(1))).x, 1)
        class Point:
            def __init__(self, x): self.x = x
        print(doctest.testmod())
        unittest.main(exit=True, argv=["x", "-q"], testRunner=unittest.TextTestRunner(stream=open("/dev/null", "w")))
        """
    ),
    "exec_again": Same(
        """
        import os, sys
        print(sys.argv, sorted(sys.modules.keys() & {"sitecustomize"}) if sys.argv[1:] else "", flush=True)
        if not sys.argv[1:]: os.execv(sys.executable, [sys.executable, __file__, "again"])
        """
    ),
    "subprocesses": Same(
        """
        import subprocess, sys, os
        code = '''
import sys, os
print([n for n in os.listdir("/dev/fd") if os.path.exists("/dev/fd/" + n) and int(n) > 2])
print(sorted(k for k in os.environ if k.startswith("RELOADER") and k != "RELOADER_PID"),
      os.environ.get("PYTHONPATH"), [type(f).__name__ for f in sys.meta_path],
      [p for p in sys.path if "agent" in p])
'''
        run = [sys.executable, "-u", "-c", code]
        subprocess.run(run); subprocess.run(run, close_fds=False); os.spawnv(os.P_WAIT, run[0], run)
        subprocess.run(run, env={}); subprocess.run("echo $PYTHONPATH", shell=True); os.system("true")
        print(subprocess.run(["false"]).returncode, os.popen("echo popen").read())
        try: subprocess.run(["/no/such/program"])
        except OSError as error: print(error)
        """
    ),
    "deep_recursion": Same(
        """
        import sys
        def deep(n):
            try: return deep(n + 1)
            except RecursionError: return n
        print(deep(0)); exec("x = 1"); print(id(1) == id(1))
        """
    ),
}  # fmt: skip


@pytest.fixture
def compare(tools: Any, shared_start: Any, tmp_path: Path) -> Compare:
    """Run a command plainly and supervised, and compare all that can be seen from outside."""

    def run(python: Any, same: Same) -> None:
        def fill(text: str) -> str:
            version = "{}.{}".format(*python.version)
            return text.replace("{folder}", str(tmp_path)).replace("{version}", version)

        write(tmp_path, {"main.py": textwrap.dedent(same.source), **same.files}, fill)
        if (tmp_path / "zip").exists():
            with zipfile.ZipFile(tmp_path / "zip.pyz", "w") as archive:
                for file in (tmp_path / "zip").iterdir():
                    archive.write(file, file.name)
        env = tools.env(**{name: fill(value) for name, value in same.env.items()})
        words = tuple(map(fill, (*same.options, *same.command, *same.args)))
        path = python.path
        if same.shell:
            path = str(tmp_path / "wrapper")
            Path(path).write_text(f'#!/bin/sh\nexec {python.path} "$@" {same.shell}\n')
            os.chmod(path, 0o755)
        plain = subprocess.Popen(
            [path, "-u", *words],
            env=env,
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        with plain:
            expected, _ = plain.communicate(same.stdin, timeout=20)
        ours = shared_start(words, python=path, env=env, cwd=tmp_path)
        ours.child.write_input(same.stdin)
        ours.child.close_input()
        result = ours.result()
        output = ours.bytes
        if same.tail is not None:
            expected, output = (b"\n".join(t.splitlines()[-same.tail :]) for t in (expected, output))
        expected, output = (re.sub(b" at 0x[0-9a-f]+", b"", text) for text in (expected, output))
        if output != expected:
            lines = [text.decode(errors="replace").splitlines() for text in (expected, output)]
            pytest.fail("\n".join(difflib.unified_diff(*lines, "plain", "supervised", n=1)), False)
        assert result.code == plain.returncode

    return run


def write(folder: Path, files: dict[str, str], fill: Callable[[str], str] = str) -> None:
    for name, text in files.items():
        path = folder / fill(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = textwrap.dedent(fill(text))
        path.write_text(text, encoding="utf-8", errors="surrogateescape")


def test_more_than_one_python_was_tried(pythons: Any) -> None:
    if len(pythons) == 1:
        pytest.skip(f"this machine has one CPython only ({pythons[0]}); the rest was not tried")


@pytest.mark.parametrize("name", SAME)
def test_same_as_plain_python(compare: Compare, each_python: Any, name: str) -> None:
    if each_python.version[:2] >= SAME[name].since:
        compare(each_python, SAME[name])


# -- what is different on purpose


def test_output_is_utf_8_whatever_the_locale(start: Any, each_python: Any, tools: Any) -> None:
    env = tools.env(LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    source = "import sys\nprint('\\xe9', sys.stdin.read(), sys.stderr.encoding, sys.stdin.errors)"
    run = start(source, python=each_python.path, env=env)
    run.child.write_input("ü".encode())
    run.child.close_input()
    assert run.result().output == "é ü utf-8 surrogateescape\n"


def test_its_environment_says_that_it_is_supervised(start: Any, each_python: Any, tools: Any) -> None:
    """And nothing that an outer Reloader said to us gets through."""
    env = tools.env(RUN_FLAG="x", RELOADER_PID="1", RELOADER_OPENED="2", RELOADER_AGENT="3:4:5")
    source = """
    import os, subprocess, sys
    say = "import os; print(sorted(i for i in os.environ.items() if i[0][:6] in ('RUN_FL', 'RELOAD')))"
    exec(say)
    subprocess.run([sys.executable, "-u", "-c", say])
    """
    run = start(source, python=each_python.path, env=env)
    pid = run.wait(child.Hello).pid
    expected = f"[('RELOADER_PID', '{pid}'), ('RUN_FLAG', 'true')]\n"
    assert run.result().output == 2 * expected
    assert len(run.seen(child.Hello)) == 1


def test_the_script_is_read_at_go(start: Any, tmp_path: Path) -> None:
    script = tmp_path / "later.py"
    run = start(script, go=False)
    run.wait(child.Hello)
    script.write_text("print('written after hello')")
    run.go()
    assert run.result().output == "written after hello\n"
    assert run.seen(child.Armed) and run.seen(child.Loaded)[0].path == script


# -- no agent


@pytest.mark.parametrize("option", ["-I", "-E", "-S"])
def test_an_interpreter_that_does_not_let_us_in(
    start: Any, wrapper: Callable[[str], str], option: str
) -> None:
    """Runs the script plainly; so do the Pythons which that script starts."""
    source = """
    import subprocess, sys
    print("script", flush=True)
    subprocess.run([sys.executable, "-u", "-c", "print('its own')"])
    """
    run = start(source, python=wrapper(f'exec {sys.executable} {option} "$@"'), go=False)
    result = run.result()
    assert (result.output, result.code) == ("script\nits own\n", 0)
    assert not run.seen(child.Hello) and not run.seen(child.ExitReport)


def test_a_wrapper_that_closes_the_channel(start: Any, wrapper: Callable[[str], str]) -> None:
    code = f"import subprocess, sys; sys.exit(subprocess.call([{sys.executable!r}, *sys.argv[1:]]))"
    run = start(
        "import os; print('RELOADER_AGENT' in os.environ, os.environ.get('PYTHONPATH')); 1/0",
        python=wrapper(f'exec {sys.executable} -I -c "{code}" "$@"'),
        go=False,
    )
    result = run.result()
    assert result.code == 1
    assert result.output.startswith("False None\nTraceback")
    assert not run.seen(child.Hello)


def test_a_wrapper_that_waits_for_the_real_interpreter(
    start: Any, wrapper: Callable[[str], str]
) -> None:
    run = start("import os; print(os.getpid())", python=wrapper(f'{sys.executable} "$@"; exit $?'))
    assert run.wait(child.Hello).pid != run.wait(child.Spawned).pid
    assert run.result().output == f"{run.wait(child.Hello).pid}\n"


@pytest.fixture
def wrapper(tmp_path: Path) -> Callable[[str], str]:
    def make(line: str) -> str:
        path = tmp_path / "wrapper"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return str(path)

    return make


# -- what it reports


def signature(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def loaded(run: Any, folder: Path) -> dict[str, tuple[int, int, int] | None]:
    facts = run.seen(child.Loaded)
    assert all(fact.path.is_relative_to(folder) for fact in facts), "only the user's files"
    found = {str(fact.path.relative_to(folder)): fact.seen for fact in facts}
    assert len(found) == len(facts), "each file once"
    return found


LOADS = """
import sys, threading, importlib.util, importlib.machinery, runpy, json, os
import helper, pkg.sub
def late():
    import in_function
    threading.Thread(target=lambda: __import__("in_thread")).start()
late()
spec = importlib.util.spec_from_file_location("any_name", os.path.abspath("by_file.txt"),
    loader=importlib.machinery.SourceFileLoader("any_name", os.path.abspath("by_file.txt")))
spec.loader.exec_module(importlib.util.module_from_spec(spec))
class Finder:
    def __init__(self, name): self.name = name
    def find_spec(self, name, path=None, target=None):
        if name == self.name:
            return importlib.util.spec_from_file_location(name, os.path.abspath("els/%s.py" % name))
sys.meta_path.append(Finder("edited"))
sys.meta_path.insert(0, Finder("first"))
import edited, first
runpy.run_path("run_path.py")
exec(compile(open("executed.py").read(), "executed.py", "exec"))
import space.inner
sys.path.append("zipped.zip")
import inzip
from pkg import lazily
os.chdir("pkg")
sys.path.insert(0, "")
import relative
"""


def test_what_is_loaded_is_reported(start: Any, each_python: Any, tmp_path: Path) -> None:
    names = [
        "helper.py", "pkg/__init__.py", "pkg/sub.py", "in_function.py", "in_thread.py",
        "by_file.txt", "els/edited.py", "els/first.py", "run_path.py", "executed.py",
        "space/inner.py", "pkg/relative.py",
    ]  # fmt: skip
    write(tmp_path, {name: "x = 1\n" for name in names})
    write(tmp_path, {"pkg/__init__.py": "def __getattr__(n): return __import__('pkg.lazy').lazy\n"})
    write(tmp_path, {"pkg/lazy.py": "", "main.py": LOADS})
    with zipfile.ZipFile(tmp_path / "zipped.zip", "w") as archive:
        archive.writestr("inzip.py", "")
    run = start(tmp_path / "main.py", python=each_python.path)
    assert run.result().output == ""
    found = loaded(run, tmp_path)
    found.pop("zipped.zip/inzip.py", None)
    assert sorted(found) == sorted([*names, "pkg/lazy.py", "main.py"])
    for name, seen in found.items():
        assert seen == signature(tmp_path / name), name


def test_a_module_run_with_m(start: Any, each_python: Any, tmp_path: Path) -> None:
    write(tmp_path, {"pkg/__init__.py": "", "pkg/__main__.py": "from . import a", "pkg/a.py": ""})
    run = start(("-m", "pkg"), python=each_python.path)
    run.result()
    assert sorted(loaded(run, tmp_path)) == ["pkg/__init__.py", "pkg/__main__.py", "pkg/a.py"]


def test_the_signature_is_older_than_what_is_read(
    start: Any, each_python: Any, tmp_path: Path
) -> None:
    """A save in the middle of an import must not be taken for the text that was read."""
    source = "open(__file__, 'a').write('# more\\n')\n"
    write(tmp_path, {"helper.py": source, "main.py": "import helper\n" + source})
    before = {name: signature(tmp_path / name) for name in ("helper.py", "main.py")}
    run = start(tmp_path / "main.py", python=each_python.path)
    run.result()
    assert loaded(run, tmp_path) == before


def test_what_is_missing_is_reported(start: Any, each_python: Any, tmp_path: Path) -> None:
    write(tmp_path, {"pkg/__init__.py": "", "main.py": """
        import os
        for name in ("no_such_one", "pkg.no_such_two", "no_such_one", "json.nothing"):
            try: __import__(name)
            except ImportError: pass
        try: from pkg import no_such_three
        except ImportError: pass
        import no_such_four
        """})  # fmt: skip
    run = start(tmp_path / "main.py", python=each_python.path)
    run.result()
    missing = {fact.name: fact.folders for fact in run.seen(child.Missing)}
    assert len(missing) == len(run.seen(child.Missing)), "each once"
    ours = {name for name in missing if "no_such" in name}
    assert ours == {"no_such_one", "pkg.no_such_two", "pkg.no_such_three", "no_such_four"}
    assert missing["no_such_one"][0] == tmp_path
    assert missing["pkg.no_such_three"] == (tmp_path / "pkg",)
    assert "usercustomize" not in missing and "sitecustomize" not in missing


FAIL = "def fail():\n    import json\n    json.loads('{')\n"
ERRORS = {
    "in_the_script": ("x = 1\n1/0\n", "ZeroDivisionError", "division by zero", "main.py", 2),
    "in_a_helper": ("import helper\n\nhelper.f()\n", "KeyError", "'k'", "helper.py", 3),
    "in_the_library": ("import fail\n\nfail.fail()\n", "JSONDecodeError", "Expecting", "fail.py", 3),
    "missing_module": ("\nimport no_such\n", "ModuleNotFoundError", "No module", "main.py", 2),
    "does_not_parse": ("\ndef f(:\n", "SyntaxError", "invalid syntax", "main.py", 2),
    "bad_indent": ("if 1:\nx\n", "IndentationError", "expected an indented", "main.py", 2),
    "helper_does_not_parse": ("import bad", "SyntaxError", "", "bad.py", 2),
    "text_does_not_parse": ("\neval('1 1')\n", "SyntaxError", "<string>", "main.py", 2),
    "in_exec": ("\nexec('1/0')\n", "ZeroDivisionError", "division", "main.py", 2),
    "odd_message": ("class E(Exception):\n def __str__(self): 1/0\nraise E\n", "E", "", "main.py", 3),
    "own_hook": ("import sys\nsys.excepthook = print\n1/0\n", "ZeroDivisionError", "", "main.py", 3),
    "nested": ("try: 1/0\nexcept Exception:\n  {}[1]\n", "KeyError", "1", "main.py", 3),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_the_error_that_ends_it(start: Any, each_python: Any, tmp_path: Path, name: str) -> None:
    source, kind, message, file, line = ERRORS[name]
    write(tmp_path, {"main.py": source, "fail.py": FAIL, "bad.py": "x = 1\ny = = 2\n"})
    write(tmp_path, {"helper.py": "def f():\n    g = {}\n    g['k']\n"})
    run = start(tmp_path / "main.py", python=each_python.path)
    assert run.result().code == 1
    error = run.wait(child.ExitReport).error
    assert error is not None
    assert (error.type, error.file, error.line) == (kind, tmp_path / file, line)
    assert message in error.message
    if error.is_syntax_error and file in ("bad.py", "main.py") and "text" not in name:
        assert error.source == (tmp_path / file).read_text().splitlines()[line - 1].strip()
    if file == "bad.py":
        facts = run.facts.all
        assert any(isinstance(f, child.Loaded) and f.path.name == "bad.py" for f in facts)


NO_ERRORS = {
    "normal": ("pass", 0),
    "exit": ("import sys; sys.exit(4)", 4),
    "exit_text": ("raise SystemExit('text')", 1),
    "exit_in_handler": ("try: 1/0\nexcept Exception: raise SystemExit(5)", 5),
    "interrupted": ("raise KeyboardInterrupt", -signal.SIGINT),
    "caught": ("try: 1/0\nexcept Exception as e:\n import sys; sys.last_value = e; sys.exit(1)", 1),
    "in_a_thread": ("import threading; threading.Thread(target=lambda: 1/0).start()", 0),
    "in_an_exit_function": ("import atexit; atexit.register(lambda: 1/0)", 0),
    "in_a_callback": ("import code; code.InteractiveInterpreter().runsource('1/0')", 0),
}


@pytest.mark.parametrize("name", NO_ERRORS)
def test_what_is_no_error(start: Any, each_python: Any, name: str) -> None:
    source, code = NO_ERRORS[name]
    run = start(source, python=each_python.path)
    assert run.result().code == code
    assert run.wait(child.ExitReport).error is None


@pytest.mark.parametrize("source", ["import os; os._exit(3)", "import os; os.kill(os.getpid(), 9)"])
def test_no_report_without_an_orderly_end(start: Any, source: str) -> None:
    run = start(source)
    run.result()
    assert not run.seen(child.ExitReport)


def test_what_it_writes(start: Any, each_python: Any, tmp_path: Path) -> None:
    run = start(
        """
        import os, shutil, pathlib
        open("a", "w").close(); open("a").close(); open("b", "ab").close(); open("a", "r+").close()
        os.close(os.open("c", os.O_WRONLY | os.O_CREAT)); pathlib.Path("d").write_text("x")
        os.replace("d", "e"); os.rename("e", "f"); shutil.move("f", "g"); shutil.copy("g", "h")
        open(b"bytes", "w").close(); os.write(1, b""); open(1, "w", closefd=False)
        """,
        python=each_python.path,
    )
    assert run.result().output == ""
    wrote = {fact.path.name for fact in run.seen(child.Wrote)}
    assert wrote == {"a", "b", "c", "d", "e", "f", "g", "h", "bytes"}
    assert {fact.path.parent for fact in run.seen(child.Wrote)} == {tmp_path}


@pytest.mark.parametrize("line", ["os.system('true')", "subprocess.run(['true'])", "os.fork() or os._exit(0)"])  # fmt: skip
def test_that_it_starts_programs(start: Any, line: str) -> None:
    run = start(f"import os, subprocess\n{line}\n{line}")
    run.result()
    assert [fact.path for fact in run.seen(child.Wrote)] == [None]


def test_what_a_forked_child_does_is_not_reported(start: Any, tmp_path: Path) -> None:
    write(tmp_path, {"in_child.py": "open('written', 'w')"})
    run = start("import os, sys\nif os.fork() == 0: import in_child; sys.exit(7)\nprint(os.wait()[1])")
    assert run.result().output == f"{7 << 8}\n"
    assert not [f for f in run.seen(child.Loaded) if f.path.name == "in_child.py"]
    assert len(run.seen(child.ExitReport)) == 1


# -- stale bytecode


@pytest.mark.parametrize("options", [(), ("-O",), ("-OO",)])
def test_two_equal_sized_saves_within_a_second(
    start: Any, each_python: Any, tmp_path: Path, tools: Any, options: tuple[str, ...]
) -> None:
    """CPython itself runs the old text then; `go` names what was saved."""
    write(tmp_path, {"main.py": "import helper; print(helper.x)", "helper.py": "x = 1\n"})
    helper = tmp_path / "helper.py"
    second = 1_600_000_000 * 10**9
    os.utime(helper, ns=(second, second))
    words = (*options, str(tmp_path / "main.py"))
    assert start(words, python=each_python.path).result().output == "1\n"
    assert list((tmp_path / "__pycache__").iterdir())
    helper.write_text("x = 2\n")
    os.utime(helper, ns=(second, second + 1000))
    plain = subprocess.run(
        [each_python.path, *words], env=tools.env(), capture_output=True, text=True, check=True
    )
    assert plain.stdout == "1\n", "this Python is not affected"
    run = start(words, python=each_python.path, go=False)
    run.go(str(helper), str(tmp_path / "never_was.py"))
    assert run.result().output == "2\n"
