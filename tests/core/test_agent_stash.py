"""What was imported ahead is not to be seen: beside plain Python, with a lot of it.

sys.modules (names and order), warnings, output: the same at every import, in every CPython of
this machine. tests/stress/imports.py does that with every module of the standard library.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from same import AHEAD, Same

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

Compare = Callable[..., Any]

SHOW = """
import sys
def show(*words):
    names = [name for name in sys.modules if name not in ("sitecustomize", "atexit")]
    print(*words, len(names), names)
    print(list(sys.path_importer_cache), len(sys.meta_path) > 1)
"""
MODULES = SHOW + "modules = {!r}.split()\n".format(" ".join(AHEAD))

CASES = {
    "nothing": Same(SHOW + "show()\n"),
    "one_after_the_other": Same(MODULES + "for name in modules: __import__(name); show(name)\n"),
    "the_other_way_round": Same(
        MODULES + "for name in modules[::-1]: __import__(name); show(name)\n"
    ),
    "some_of_them": Same(MODULES + "for name in modules[::7]: __import__(name); show(name)\n"),
    "what_is_asked_for_in_other_ways": Same(
        SHOW
        + """
from concurrent import futures; show(1)
from logging import handlers, config as c; show(2)
import xml.dom.minidom as minidom; show(3, [name for name in vars(minidom) if name[0] != "_"])
import importlib; importlib.import_module(".tool", "json"); show(4)
from email.mime import *; show(5)
from os import path; import os.path; show(6)
__import__("urllib.request", fromlist=["x"]); show(7)
futures.ThreadPoolExecutor; show(8)
def late():
    import sqlite3.dump
    return sqlite3
late(); show(9)
"""
    ),
    "an_import_that_was_removed": Same(
        "import logging\nprint(logging.handlers.RotatingFileHandler)\n"
    ),
    "a_package_and_no_module_of_it": Same(
        "import concurrent, xml, importlib, urllib, email, multiprocessing, os\n"
        "for module in (concurrent, xml, importlib, urllib, email, multiprocessing, os):\n"
        "    print([name for name in vars(module) if name[0] != '_'])\n"
        "xml.dom\n"
    ),
    "a_question_whether_it_is_there": Same(
        "import sys\nprint('unittest' in sys.modules, 'json' in sys.modules)\nimport unittest\n"
        "print('unittest' in sys.modules, 'json' in sys.modules)\n"
    ),
    "imports_that_warn": Same(
        SHOW
        + """
for name in ("cgi", "imp", "asyncore", "distutils.version", "crypt", "smtpd", "pipes", "json",
             "telnetlib", "asynchat", "lib2to3.pgen2", "sre_compile", "binhex", "formatter"):
    try: __import__(name)
    except BaseException as error: print(type(error), error)
    show(name)
import cgi
"""
    ),
    "imports_that_warn_of_errors": Same(
        "for name in ('cgi', 'imp', 'asyncore', 'json'):\n"
        "    try: __import__(name)\n    except BaseException as error: print(repr(error))\n",
        options=("-W", "error"),
    ),
    "every_warning": Same(MODULES + "for name in modules: __import__(name)\nshow()\nimport cgi\n",
                          options=("-W", "always")),
    "own_filters": Same(
        "import warnings\nwarnings.simplefilter('error')\nimport logging.config, asyncio\n"
        "print(warnings.filters)\ntry: import cgi\nexcept Exception as error: print(repr(error))\n"
    ),
    "who_only_looks": Same(
        SHOW
        + """
import importlib.util
print(importlib.util.find_spec("json.tool"), importlib.util.find_spec("asyncio").loader); show(1)
import json; print(json.__spec__, json.__loader__, json.decoder.__spec__); show(2)
first = json.loads
print(importlib.reload(json) is json, json.loads is first); show(3)
del sys.modules["json"]; import json as again; print(again is json); show(4)
for finder in sys.meta_path: print(finder.find_spec("csv", None)); break
print([finder.find_spec("csv", None) is None for finder in sys.meta_path][-1])
"""
    ),
    "modules_replaced": Same(
        SHOW
        + """
import types
sys.modules["json"] = types.ModuleType("json"); sys.modules["json"].loads = print
sys.modules["queue"] = None
try: import logging.config
except ImportError as error: import traceback; traceback.print_exc()
import importlib.metadata; show(1)
try: import multiprocessing.pool
except ImportError as error: print(error)
show(2)
try: import asyncio
except ImportError as error: print(error)
import http.client; show(3)
"""
    ),
    "own_modules_later": Same(
        SHOW
        + """
import os
os.makedirs("mine", exist_ok=True); sys.path.insert(0, "mine")
open("mine/calendar.py", "w").write("print('my own calendar')\\ndef monthrange(): pass\\n")
import email.utils; show(1)
open("csv.py", "w").write("print('my own csv')"); os.utime(".", (1, 1))
import csv; show(2); os.remove("csv.py")
sys.path.reverse(); import tempfile; show(3)
""",
        {"data/json.py": "raise SystemExit('not this one')"},
    ),
    "a_file_that_is_no_module": Same(SHOW + "import json; show()\n", {"json.txt": "{}"}),
    "threads": Same(
        SHOW
        + """
import _thread, threading, time  # until 3.12 its main thread is the one that imports it
def work():
    import csv, concurrent.futures.thread, xml.dom.minidom
    print(xml.dom.minidom.parseString("<a/>").documentElement.tagName)
    done.append(1)
done = []
_thread.start_new_thread(work, ())
while not done: time.sleep(0.01)
import json, asyncio, logging.handlers
print(json.dumps(1), asyncio.Queue, logging.handlers)
show()
"""
    ),
    "forks": Same(
        SHOW
        + """
import os
if os.fork() == 0:
    import json; show("child"); sys.stdout.flush(); os._exit(0)
os.wait()
import csv; show("parent")
"""
    ),
    "exit_functions": Same(
        """
import atexit, sys
print(sys.version_info[:2] < (3, 9) or atexit._ncallbacks() < 3)
atexit.register(print, "mine")
import logging, weakref, multiprocessing.util
class Handler(logging.StreamHandler):
    def flush(self): print("flushed") if self.name else None
handler = Handler(); handler.name = "x"; logging.getLogger().addHandler(handler)
class Thing: pass
thing = Thing(); weakref.finalize(thing, print, "finalized")
multiprocessing.util.Finalize(None, print, ("util's",), exitpriority=1)
atexit.register(print, "also mine")
"""
    ),
    "loggers": Same(
        """
import logging
def show(): print([(name, type(each).__name__, getattr(getattr(each, "parent", None), "name", 0))
                   for name, each in logging.Logger.manager.loggerDict.items()])
show()
parent = logging.getLogger("concurrent"); show()
import asyncio; show(); import concurrent.futures.process; show()
print(logging.getLogger("concurrent.futures").parent is parent, logging.getLogger("asyncio").level)
logging.getLogger("asyncio").error("shown")
logging.basicConfig(format="%(name)s %(message)s", force=True)
logging.getLogger("asyncio").error("shown"); logging.getLogger("concurrent.futures").error("shown")
"""
    ),
    "loggers_set_up_before": Same(
        """
import logging, logging.config
logging.getLogger("asyncio").setLevel(logging.DEBUG)
logging.config.dictConfig({"version": 1, "root": {"level": "DEBUG"}})
import asyncio
logging.getLogger("asyncio").addFilter(lambda record: print("filtered", record.msg))
asyncio.log.logger.error("an error"); print(asyncio.log.logger.level)
import concurrent.futures
print([(name, each.disabled) for name, each in logging.Logger.manager.loggerDict.items()
       if isinstance(each, logging.Logger)])
"""
    ),
    "times": Same(
        "import time\ntime.sleep(0.3)\nimport logging\n"
        "print(logging.makeLogRecord({}).relativeCreated < 250)\n"
    ),
    "the_world_before_an_import": Same(
        """
import io, os, sys
os.makedirs("elsewhere", exist_ok=True); os.chdir("elsewhere")
import multiprocessing.process; print(multiprocessing.process.ORIGINAL_DIR == os.getcwd())
os.environ["PYTHONTZPATH"] = "/nowhere/at/all"
try: import zoneinfo; print(zoneinfo.TZPATH)
except ImportError as error: print(error)
mine = sys.stderr = io.StringIO()
import concurrent.futures._base as base
print(getattr(getattr(base, "STDERR_HANDLER", None), "stream", mine) is mine)
def broken(future): raise ValueError
future = base.Future(); future.add_done_callback(broken); future.set_result(1)
print(len(mine.getvalue()) > 0)
"""
    ),
    "errors_of_futures_are_seen": Same(
        """
import concurrent.futures
def broken(future): raise ValueError("seen")
future = concurrent.futures.Future(); future.add_done_callback(broken); future.set_result(1)
"""
    ),
    "names_of_the_bootstrap": Same(
        SHOW
        + """
bootstrap = sys.modules["_frozen_importlib"]
print(bootstrap.__name__, bootstrap.__spec__); import importlib; print(bootstrap.__name__)
import copyreg; print([each.__module__ for each in copyreg.dispatch_table])
import re; print([each.__module__ for each in copyreg.dispatch_table]); show()
"""
    ),
    "run_as_a_module": Same(SHOW + "show(1)\nimport asyncio; show(2)\n", command=("-m", "main")),
    "multiprocessing_by_all_ways": Same(
        """
import multiprocessing as mp, sys
def work(n): return n, "asyncio" in sys.modules, "json" in sys.modules
if __name__ == "__main__":
    for way in ("fork", "spawn", "forkserver"):
        with mp.get_context(way).Pool(1) as pool: print(pool.map(work, [1]))
    print(sys.modules["__mp_main__"] is sys.modules["__main__"])
"""
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_seen_of_what_was_imported_ahead(
    compare: Compare, each_python: Any, name: str
) -> None:
    compare(each_python, CASES[name], AHEAD)


def test_a_warning_that_its_first_importer_suppresses(compare: Compare, each_python: Any) -> None:
    """As aifc does with chunk, until 3.12."""
    if each_python.version[:2] > (3, 12):
        pytest.skip("it has no aifc")
    source = "import warnings\nwarnings.simplefilter('always')\nimport chunk, aifc, _warnings\n"
    source += "print(warnings.warn is _warnings.warn)\n"
    compare(each_python, Same(source), ("json", "warnings", "aifc"))


def test_modules_that_others_have_made_use_of(compare: Compare, each_python: Any) -> None:
    """The agent of one, zoneinfo of what the other one reads when it is first asked."""
    source = "import faulthandler, sysconfig as c; show(1)\nc.get_config_var('LIBDIR'); show(2)\n"
    source += "try: import zoneinfo\nexcept ImportError: pass\nshow(3)\n"
    compare(each_python, Same(SHOW + source), ("faulthandler", "sysconfig", "zoneinfo"))


WATCHERS = {
    "own_finders": Same(
        SHOW
        + """
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name in ("json", "csv", "tempfile", "bisect"): print("looks for", name)
sys.meta_path.insert(0, Finder()); import json; show(1); sys.meta_path.pop(0)
import csv; show(2)
sys.meta_path.append(Finder()); import tempfile; show(3); sys.meta_path.pop()
def hook(path): print("hook"); raise ImportError
sys.path_hooks.insert(0, hook); sys.path_importer_cache.clear(); import bisect
import decimal, numbers; print(isinstance(decimal.Decimal(1), numbers.Number)); show(4)
"""
    ),
    "own_import": Same(
        SHOW
        + """
import builtins
original = builtins.__import__
def mine(name, *rest): print("imports", name, rest[2:]); return original(name, *rest)
builtins.__import__ = mine
import csv, json
builtins.__import__ = original
import tempfile; show()
"""
    ),
    "traced": Same(
        SHOW
        + """
seen = []
def trace(frame, event, arg): seen.append(frame.f_code.co_filename.rpartition("/")[2])
def ran(): print("textwrap.py" in seen, "gettext.py" in seen); seen.clear()
sys.settrace(trace); import textwrap; sys.settrace(None); ran(); show(1)
sys.setprofile(trace); import gettext; sys.setprofile(None); ran(); show(2)
import csv; show(3)
"""
    ),
    "audited": Same(
        SHOW
        + """
def hook(event, args):
    if event == "exec" and "csv.py" in args[0].co_filename: print(args)
sys.addaudithook(hook); import csv; show()
"""
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WATCHERS)
def test_who_watches_imports_sees_them(compare: Compare, each_python: Any, name: str) -> None:
    """But for what must not be executed twice in a process, such as asyncio's compiled part."""
    compare(each_python, WATCHERS[name], ("csv", "json", "textwrap", "gettext", "tempfile"))
