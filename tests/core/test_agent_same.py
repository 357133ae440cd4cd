"""The agent in every CPython of this machine: a script notices nothing of it, byte for byte.

Plain `python -u script` runs beside the supervised one and must say the same. Then:
what the agent reports, and what it makes of its own requests. How a child is ended is
tested in test_child_posix.py.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from reloader_core.child.wire import Request, lists
from same import AHEAD, Same, ahead_of, write

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

Compare = Callable[..., Any]

FACTS = """
import sys
before = sorted(set(sys.modules) - {"sitecustomize", "atexit"})
import os
print(before)
print(sys.argv, sys.path, __name__, __file__, sys.flags, __spec__, type(__loader__))
print(sorted(globals()), __builtins__, sys.orig_argv[1:] if hasattr(sys, "orig_argv") else 0)
print(sorted(sys.path_importer_cache), sys.path_hooks, sys.warnoptions, sys._xoptions)
print([getattr(f, "__name__", f) for f in sys.meta_path if type(f).__name__ != "Finder"])
print({k: v for k, v in os.environ.items() if k not in ("RUN_FLAG", "RELOADER_PID")})
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.line_buffering,
          stream.write_through, stream.fileno(),
          stream is getattr(sys, "__%s__" % stream.name[1:-1]))
fds = [int(name) for name in os.listdir("/dev/fd")]
open_fds = [fd for fd in fds if os.path.exists("/dev/fd/%d" % fd)]
print([fd for fd in open_fds if fd < 100], [fd for fd in open_fds if os.get_inheritable(fd)])
print(open(__file__).fileno(), os.getcwd(), os.umask(0o22), os.nice(0))
print(os.getpgrp() == os.getpid())
print(sys.excepthook is sys.__excepthook__, sys.gettrace(), sys.getprofile())
print(sys.getrecursionlimit(), sys.displayhook is sys.__displayhook__, sys.dont_write_bytecode)
import inspect, warnings, gc, signal, threading, locale, resource
print(len(inspect.stack()), warnings.filters, gc.isenabled(), gc.get_threshold(), gc.callbacks)
print([signal.getsignal(s) for s in sorted(signal.valid_signals()) if s != signal.SIGURG])
print(signal.pthread_sigmask(signal.SIG_BLOCK, ()), resource.getrlimit(resource.RLIMIT_NOFILE))
print(threading.main_thread() is threading.current_thread(), threading.active_count())
print(threading.current_thread().name, sys.getfilesystemencoding(), locale.getpreferredencoding())
print(__import__("asyncio").run.__module__, hasattr(sys, "last_value"))
"""

# Of a child: nothing of ours is in sys.modules. Its lines would be shown at once and, with those of
# stderr, in another order.
CHILD_FACTS = FACTS.replace(' - {"sitecustomize", "atexit"}', "").replace(
    "stream.line_buffering,\n          stream.write_through,", "stream.write_through,"
)
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}
CHILDREN = """
import multiprocessing, os, subprocess, sys
run = [sys.executable, "child.py", "a", "b c", "é"]
"""
SHOWN = {"child.py": CHILD_FACTS}

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
    "facts": Same(FACTS, args=("a", "b c", "é"), lists_modules=True),
    "facts_with_options": Same(FACTS, options=("-W", "error", "-b", "-O", "-X", "dev", "-s"),
                               lists_modules=True),
    "a_toolkit_and_no_screen": Same("""
import sys
try:
    import tkinter
except ImportError:
    sys.exit("no tkinter here")
print(tkinter.__spec__, tkinter.__loader__ is tkinter.__spec__.loader, sorted(vars(tkinter)))
print(sorted(set(sys.modules) - {"atexit", "sitecustomize"}))
print(tkinter.Tcl().eval("lsort [info commands]"), tkinter.Tcl().eval("namespace children"))
tkinter.Tk()
""", lists_modules=True),
    "nothing_of_ours": Same(
        ATTEMPT + "for name in ('core', 'reloader_core', 'reloader_gui', 'reloader_core.agent',"
        " 'agent', 'guardian', 'child'): attempt(name)\n"
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
        shadows=True,
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
    "module": Same("print(__name__)\n" + FACTS, command=("-m", "main"), args=("x",),
                   lists_modules=True),
    "package": Same(
        "",
        {
            "pkg/__init__.py": "print('init', __name__)",
            "pkg/__main__.py": "from . import sub\nprint(__name__, __package__, __file__)\n1/0",
            "pkg/sub.py": "print('sub', __name__)",
        },
        command=("-m", "pkg"),
    ),
    "missing_module": Same("", command=("-m", "no_such_module")),
    "missing_script": Same("", command=("{folder}/no_such_script.py",)),
    "folder": Same(
        "",
        {"app/__main__.py": "import sys, side\nprint(sys.path[0], __file__)",
         "app/side.py": "print(1)"},
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
        {"base/lib/python{version}/site-packages/x.pth":
             "{folder}/extra\nimport sys; sys.told = 1\n",
         "extra/edited.py": "import sys; print(__file__, sys.told)"},
        env={"PYTHONUSERBASE": "{folder}/base"},
    ),
    "python_path": Same(FACTS + ATTEMPT + "attempt('extra')\n", {"one/extra.py": ""},
                        env={"PYTHONPATH": "{folder}/one:two::{folder}/one"},
                        lists_modules=True),
    "python_path_empty": Same(FACTS, env={"PYTHONPATH": ""}, lists_modules=True),
    "python_path_trailing": Same(FACTS, env={"PYTHONPATH": "one:"}, lists_modules=True),
    "python_variables": Same(
        FACTS + "print(hash('x'))\n",
        env={"PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "1",
             "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1",
             "PYTHONPYCACHEPREFIX": "{folder}/cache"},
        lists_modules=True,
    ),
    "import_machinery": Same(
        """
        import sys, importlib, importlib.util, importlib.machinery, pkgutil, runpy
        import zipimport, zipfile
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
        {"helper.py": "import inspect, sys\n"
         "print([f.function for f in inspect.stack() if 'frozen' not in f.filename])\nx = 1",
         "side.py": "x = __name__", "lazy.py": "print('lazily'); x = 6",
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
        args=("ü",), env={"LANG": "C", "LC_ALL": "C"}, stdin="grün ".encode() + b"\xff",
    ),
    "io_errors": Same(
        "import sys; print(sys.stdout.errors, sys.stdin.errors, sys.stderr.errors, '\\udce9')\n"
        "print('é', file=sys.stderr)\nimport os; print(os.environ['PYTHONIOENCODING'])\n",
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
        "import sys; print('x')\n"
        "raise SystemExit([sys.stdin, sys.stdout, sys.stderr].count(None))\n",
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
    "survived_errors": Same(
        """
        import asyncio, inspect, sys, threading, traceback
        class Thing:
            def __del__(self): self.nothing
        def work(): [][1]
        def start():
            thread = threading.Thread(target=work, name="worker")
            print(sorted(vars(thread)))
            thread.start(); thread.join()
        async def later(): {}["key"]
        async def main(handler):
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(handler)
            loop.call_soon(work)
            asyncio.ensure_future(later())
            for _ in range(3): await asyncio.sleep(0)
        def hook(args):
            print("mine", args.exc_type.__name__)
            traceback.print_stack()
        def handler(loop, context):
            print("mine", repr(context["exception"]))
            loop.default_exception_handler(context)
        sys.stderr = sys.stdout
        Thing(); start(); asyncio.run(main(None)); asyncio.run(main(handler))
        print(threading.excepthook, sys.unraisablehook is sys.__unraisablehook__)
        print(inspect.getsource(asyncio.BaseEventLoop.default_exception_handler)[:40])
        threading.excepthook = hook
        sys.unraisablehook = lambda told: (print("mine", told.exc_type), traceback.print_stack())
        Thing(); start()
        print(hasattr(threading.Thread, "_invoke_excepthook"))
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
        runner = unittest.TextTestRunner(stream=open("/dev/null", "w"))
        unittest.main(exit=True, argv=["x", "-q"], testRunner=runner)
        """
    ),
    "exec_again": Same(
        """
        import os, sys
        print(sys.argv, "sitecustomize" in sys.modules if sys.argv[1:] else "", flush=True)
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
              os.environ.get("PYTHONPATH"), [type(f).__name__ for f in sys.meta_path][:2],
              [p for p in sys.path if "agent" in p])
        '''
        run = [sys.executable, "-u", "-c", code]
        subprocess.run(run); subprocess.run(run, close_fds=False); os.spawnv(os.P_WAIT, run[0], run)
        subprocess.run(run, env={})
        subprocess.run("echo $PYTHONPATH", shell=True, env={"A": "1"})
        os.system("true")
        print(subprocess.run(["false"]).returncode, os.popen("echo popen").read())
        try: subprocess.run(["/no/such/program"])
        except OSError as error: print(error)
        """
    ),
    "a_child": Same(CHILDREN + "print(subprocess.run(run).returncode)\n", SHOWN,
                    env=UNBUFFERED),
    "a_child_with_options": Same(
        CHILDREN + "run[1:1] = ['-X', 'dev', '-bb', '-OO', '-s']\nsubprocess.run(run)\n", SHOWN,
        env=UNBUFFERED,
    ),
    "a_child_as_a_module": Same(
        CHILDREN + "subprocess.run([sys.executable, '-m', 'child', 'a'])\n", SHOWN, env=UNBUFFERED
    ),
    "a_child_of_a_child": Same(
        CHILDREN + "subprocess.run([sys.executable, '-c', 'import os, sys; "
        "os.spawnv(0, sys.executable, sys.argv[1:])', *run])\n", SHOWN, env=UNBUFFERED
    ),
    "a_child_with_env": Same(
        CHILDREN + """
for env in ({}, dict(os.environ), {"PYTHONPATH": ""}, {"A": "1", "PYTHONPATH": "x:"}):
    given = dict(env)
    subprocess.run(run, env=given, close_fds=len(env) < 2)
    print(given == env, sorted(set(os.environ) - {"RUN_FLAG", "RELOADER_PID"}))
subprocess.run(["env"], env={"A": "1"})
os.execve(run[0], run, {"B": "2"})
""", SHOWN, env={**UNBUFFERED, "PYTHONPATH": "{folder}/extra"},
    ),
    "a_child_by_multiprocessing": Same(
        """
        import multiprocessing, child_module
        if __name__ == "__main__":
            for way in ("spawn", "forkserver"):
                process = multiprocessing.get_context(way).Process(target=child_module.facts)
                process.start()
                process.join()
        """,
        {"child_module.py": """
import os, sys
def facts():
    print(__name__, sys.argv, sys.path, sorted(set(sys.modules) - {"atexit"}), os.getcwd())
    print({k: v for k, v in os.environ.items() if k not in ("RUN_FLAG", "RELOADER_PID")})
    print(sys.flags, sys.warnoptions, sys._xoptions, sorted(sys.path_importer_cache), flush=True)
"""}, env=UNBUFFERED,
    ),
    "a_child_with_a_sitecustomize": Same(
        CHILDREN + "subprocess.run(run)\n",
        {**SHOWN, "site/sitecustomize.py": "import sys; print('displaced', __name__, __file__)"},
        env={**UNBUFFERED, "PYTHONPATH": "{folder}/site"},
    ),
    "a_child_whose_sitecustomize_fails": Same(
        CHILDREN + "subprocess.run(run)\n",
        {"child.py": "import sys; print('child', 'sitecustomize' in sys.modules)",
         "site/sitecustomize.py": "print('displaced')\nraise ValueError('é')"},
        env={**UNBUFFERED, "PYTHONPATH": "{folder}/site"},
    ),
    "a_child_whose_sitecustomize_lacks_a_module": Same(
        CHILDREN + "subprocess.run(run)\n",
        {"child.py": "import sys; print('child', 'sitecustomize' in sys.modules)",
         "site/sitecustomize.py": "print('displaced')\nimport no_such_module"},
        env={**UNBUFFERED, "PYTHONPATH": "{folder}/site"},
    ),
    "children_that_fail": Same(
        CHILDREN + """
for text in ("1/0", "import no_such_module", "import bad", "raise SystemExit(7)", "raise KeyError",
             "import os; os._exit(9)", "import os; os.kill(os.getpid(), 9)",
             "import sys; sys.exit('x')", "from child import no_such_name", "def f(:"):
    print(subprocess.run([sys.executable, "-c", text]).returncode, flush=True)
""", {"bad.py": "x = (\n", "child.py": "x = 1"}, env=UNBUFFERED,
    ),
    "starts_that_fail": Same(
        CHILDREN + """
import traceback
def fail(): raise ValueError("in the child")
for args, more in (
    (["x", 5], {}), (["a\\0b"], {}), (["no_such_program"], {}), (["/no/such/program"], {}),
    (["/tmp"], {}), (run, {"cwd": "/no/such/folder"}), (run, {"preexec_fn": fail}),
    (run, {"env": {"A=B": "1"}}), (run, {"env": {"A": "a\\0b"}}), (run, {"env": {5: "1"}}),
    ([*run, 5], {"env": {**os.environ}}), ([*run, "a\\0b"], {"env": {**os.environ}}),
    (["/no/such/program"], {"env": {**os.environ}}), (run, {"executable": "/no/such/program"}),
    (["/no/such/program"], {"env": {**os.environ}, "close_fds": False}),
    ([], {}), (run, {"user": "no such user"}),
):
    try: subprocess.run(args, **more)
    except Exception: traceback.print_exc()
for start in (
    lambda: os.execve("/no/such/program", ["x"], dict(os.environ)),
    lambda: os.execve(sys.executable, ["x", 5], dict(os.environ)),
    lambda: os.execve(sys.executable, ["x"], {"A": 5}),
    lambda: os.execvpe("no_such_program", ["x"], {"PATH": "/bin"}),
    lambda: os.posix_spawn("/no/such/program", ["x"], {}),
):
    try: start()
    except Exception: traceback.print_exc()
""", since=(3, 9),
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
    "finalizers": Same(
        """
        import atexit, contextvars, concurrent.futures, gc, json, logging, os, queue, tempfile
        import threading, weakref
        class Noisy:
            def __init__(self, name): self.name = name
            def __del__(self, write=os.write): write(1, f"gone: {self.name}\\n".encode())
        class Handler(logging.StreamHandler):
            def close(self): os.write(1, b"closed\\n"); super().close()
        gc.set_threshold(100_000)  # when it looks is nothing that a script may rest on
        loop = Noisy("in a loop"); loop.self = loop
        lost = Noisy("lost"); lost.self = lost; del lost
        kept = [Noisy("global")]
        logging.getLogger("x").addHandler(Handler()); logging.getLogger("x").warning("logged")
        json.noisy = Noisy("in a module of the standard library")
        json.JSONEncoder.noisy = Noisy("on a class of the standard library")
        logging.getLogger("y").noisy = Noisy("with a logger")
        logging.getLogger("z").noisy = looped = Noisy("looped, with a logger"); looped.self = looped
        del looped
        threading.current_thread().noisy = Noisy("with the main thread")
        contextvars.ContextVar("v").set(Noisy("in a context"))
        waiting = queue.Queue(); waiting.put(Noisy("queued"))
        pool = concurrent.futures.ThreadPoolExecutor(1); pool.submit(len, "x").result()
        local = threading.local(); local.noisy = Noisy("local")
        weakref.finalize(kept[0], print, "finalized")
        temporary = tempfile.NamedTemporaryFile("w"); temporary.write("x")
        folder = tempfile.TemporaryDirectory()
        gone = open("written.txt", "w"); gone.write("not flushed")
        def later():
            print(os.path.exists(temporary.name), os.path.exists(folder.name))
        atexit.register(later)
        gc.collect()
        print("end of the script")
        """
    ),
}  # fmt: skip


def test_more_than_one_python_was_tried(pythons: Any) -> None:
    if len(pythons) == 1:
        pytest.skip(f"this machine has one CPython only ({pythons[0]}); the rest was not tried")


@pytest.mark.parametrize("name", [name for name in SAME if not name.endswith("_error")])
def test_the_script_is_one(name: str) -> None:
    """One that Python does not understand would do the same whatever we did."""
    compile(textwrap.dedent(SAME[name].source), name, "exec")


@pytest.mark.parametrize("name", SAME)
def test_same_as_plain_python(compare: Compare, each_python: Any, pythons: Any, name: str) -> None:
    is_enough = each_python.version[:2] >= SAME[name].since
    compare(each_python if is_enough else pythons[-1], SAME[name])


@pytest.mark.parametrize(
    "name", [name for name, same in SAME.items() if not (same.lists_modules or same.shadows)]
)
def test_same_when_modules_were_imported_ahead(
    compare: Compare, each_python: Any, pythons: Any, name: str
) -> None:
    is_enough = each_python.version[:2] >= SAME[name].since
    compare(each_python if is_enough else pythons[-1], SAME[name], ahead(name))


def ahead(name: str) -> tuple[str, ...]:
    return ahead_of(name, "\n".join((SAME[name].source, *SAME[name].files.values())))


def test_each_module_is_imported_ahead_of_many_scripts_and_those_that_use_it() -> None:
    for module in AHEAD:
        assert sum(module in ahead(name) for name in SAME) > len(SAME) // 5
    assert {"multiprocessing", "os"} <= set(ahead("multiprocessing"))


def test_nothing_is_imported_ahead_of_a_shadow(
    shared_start: Any, each_python: Any, tmp_path: Path
) -> None:
    write(tmp_path, SAME["own_modules_beside_it"].files)
    run = shared_start(("main.py",), python=each_python.path, cwd=tmp_path, go=False)
    run.wait(child.Hello)
    used = "import asyncio, bisect, json, textwrap, zlib"
    ahead = ahead_of(each_python.path, used)  # all of them takes six seconds
    run.child.ask(Request.PRELOAD, *lists((str(tmp_path),), (), (), ahead))
    names = run.wait(child.Refused).names
    run.wait(child.Exited)
    assert {"json", "asyncio"} <= set(names), "all of them, at once"
    assert {"bisect", "zlib", "textwrap"}.isdisjoint(names), "but no others"
