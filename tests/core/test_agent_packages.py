"""Installed packages that were imported ahead: beside plain Python, as test_agent_stash.py does it.

tests/stress/packages.py does that with the packages that people use.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crashes import make_part
from pythons import Python
from reloader_core import child
from reloader_core.child.wire import Request, lists
from same import Same

Compare = Callable[..., Any]
THIS = Python(sys.executable, sys.version_info[:3])
PACKAGES = {
    # An ordinary one, that leaves something everywhere.
    "tool/__init__.py": """
import atexit, logging, os, sys, warnings, builtins
from . import core
from .names import *
os.environ.setdefault("TOOL_HOME", "/tool"); os.environ["PATH"] = "/tool:" + os.environ["PATH"]
sys.path.append("/tool/plugins")
sys.path.insert(0, "/tool/first")
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None): return None
sys.meta_path.append(Finder)
warnings.filterwarnings("ignore", message="of tool")
warnings.filterwarnings("default", category=FutureWarning, append=True)
builtins.tool_word = 1
logging.addLevelName(35, "TOOL"); log = logging.getLogger("tool.sub")
atexit.register(print, "tool's exit function")
""",
    "tool/core.py": "import faulthandler, json\n",
    "tool/names.py": "__all__ = ['word']\nword = 'word'\n",
    "tool/late.py": "import csv, tool.names\n",
    # Warns in each way there is.
    "old/__init__.py": """
import warnings
def call(): warnings.warn("deep", stacklevel=2)
warnings.warn("of the module", UserWarning)
warnings.warn("of its importer", FutureWarning, stacklevel=2)
warnings.warn("hidden", DeprecationWarning)
warnings.warn("shown in main", DeprecationWarning, stacklevel=2)
call()
""",
    "suppressing.py": "import warnings\nwith warnings.catch_warnings():\n"
    "    warnings.simplefilter('ignore')\n    import old\n",
    # Takes times, and looks around.
    "clock.py": "import datetime, time\nstarted, ticks = time.time(), time.monotonic()\n"
    "moment = datetime.datetime.now(datetime.timezone.utc)\n",
    "around.py": "import os, sys\npath, folder = list(sys.path), os.getcwd()\n"
    "file = getattr(sys.modules['__main__'], '__file__', None)\nword = os.environ.get('WORD')\n",
    "finalized.py": "import weakref\nclass A: pass\na = A()\nweakref.finalize(a, print, 'bye')\n",
    "logs.py": """
import logging
log = logging.getLogger("logs"); log.addHandler(logging.NullHandler())
log.debug("quiet %s", 1); log.warning("loud")
def call(): log.info("deep", stacklevel=2)
call()
def later(): log.debug("later")
""",
    # Takes the place of what Python itself calls (werkzeug.debug, exceptiongroup).
    "hooks.py": "import sys\nold = sys.excepthook\n"
    "sys.displayhook = lambda value: print('shown', value)\n"
    "def tell(*error): print('told'); old(*error)\nsys.excepthook = tell\n",
    "user.py": "from lazily import newaxis\n",
    "lazily.py": "late = newaxis = None\n",
    # Optional parts, a submodule that fails, one that its parent hides.
    "optional/__init__.py": "try: import not_there\nexcept ImportError: has = False\n"
    "else: has = True\nlist = [1]\n",
    "optional/list.py": "", "optional/broken.py": "import optional.half\nraise ValueError\n",
    "optional/half.py": "",
    # Asked for a part that is not there yet, it brings another one first (pydantic).
    "lazy/__init__.py": "def __getattr__(name):\n    import lazy.first\n"
    "    raise AttributeError(name)\n",
    "lazy/fields.py": "from . import types\n", "lazy/first.py": "", "lazy/types.py": "",
    # What is asked of it first it gets, and keeps it (pydantic, scipy).
    "dynamic/__init__.py": "def __getattr__(name):\n    if name in ('word', 'more'):\n"
    "        import importlib\n        words = importlib.import_module('dynamic.' + name + 's')\n"
    "        return globals().setdefault(name, words.word)\n    raise AttributeError(name)\n",
    "dynamic/words.py": "word = 'word'\n", "dynamic/mores.py": "word = 'more'\n",
    "asks_it.py": "import dynamic\nfrom dynamic import word, more\n",
    "asks_too.py": "from dynamic import word\n",
    # Draw from numbers that all share; the script may have seeded them.
    "draws.py": "import random\nword = random.random()\n", "draws_below.py": "import draws\n",
    "seeds.py": "import random\nrandom.seed(3)\n",
    # Each of these is refused.
    "patches.py": "import json\njson.dumps = lambda *args: 'patched'\n",
    "takes.py": "import _frozen_importlib_external as b\ndel b.PathFinder.find_distributions\n",
    "signals.py": "import signal\nsignal.signal(signal.SIGTERM, lambda *args: None)\n",
    "collects.py": "import gc\ngc.set_threshold(1000)\n",
    "rootlogs.py": "import logging\nlogging.basicConfig()\n",
    "asks.py": "import readline\n",
    "opens.py": "kept = open(__file__)\n",
}  # fmt: skip
GOOD = ("around", "hooks", "logs", "tool", "tool.late", "old", "suppressing", "clock", "lazily",
        "user", "finalized", "optional", "optional.list", "lazy", "lazy.fields",
        "dynamic", "asks_it", "asks_too", "draws", "draws_below", "seeds")  # fmt: skip
BAD: tuple[str, ...] = ("patches", "takes", "signals", "collects", "rootlogs")
if sys.platform != "win32":  # there are no lists of descriptors, and no readline
    BAD += ("opens", "asks")
OURS = ["sitecustomize", "atexit"]
if sys.platform == "win32":  # with what the agent's thread needs
    OURS += (
        "_collections _functools _operator _weakrefset collections functools gc itertools keyword"
        " msvcrt operator reprlib threading types"
    ).split()
SHOW = f"""
import sys
def show(*words):
    print(*words, [name for name in sys.modules if name not in {OURS}])
"""
CASES = {
    "nothing": Same(
        SHOW + "show()\nimport os, warnings, builtins\n"
        "print(sys.path[-1], os.environ.get('TOOL_HOME'), hasattr(builtins, 'tool_word'))\n"
        "print(warnings.filters, len(sys.meta_path) > 9)\n"
    ),
    "what_it_leaves": Same(
        SHOW
        + """
import os, warnings
sys.path.insert(0, "/mine"); warnings.simplefilter("ignore", ResourceWarning)
import tool; show(tool.word)
print(sys.path, os.environ["TOOL_HOME"], os.environ["PATH"][:9], warnings.filters, tool_word)
print([getattr(each, "__name__", "") for each in sys.meta_path if "Finder" in str(each)][-1])
import logging; print(logging.getLevelName(35), sorted(logging.Logger.manager.loggerDict))
print(hasattr(tool, "late")); import tool.late; show(tool.late); os.system("echo $TOOL_HOME")
"""
    ),
    "warnings": Same("import suppressing, sys\ndel sys.modules['old']\nimport old\n"),
    "warnings_where_they_are_asked_for": Same(
        "import warnings\nwarnings.simplefilter('always')\ndef get():\n    import old\nget()\n"
    ),
    "warnings_as_errors": Same(
        "import warnings\nwarnings.simplefilter('error')\ntry: import old\n"
        "except Warning as error: print(repr(error))\n"
    ),
    "times": Same(
        "import time\ntime.sleep(0.3)\nimport clock, datetime\n"
        "now = datetime.datetime.now(datetime.timezone.utc)\n"
        "print(time.time() - clock.started < 0.3, time.monotonic() - clock.ticks < 0.3,"
        " (now - clock.moment).total_seconds() < 0.3)\n"
    ),
    "surroundings": Same("import around\nprint(around.path, around.folder, around.file)\n"),
    "other_surroundings": Same(
        "import os\nos.environ['WORD'] = 'mine'\nimport around, tool\nprint(around.word, tool)\n"
    ),
    "exit_functions": Same(
        "import weakref, lazily\nfrom lazily import newaxis\nclass A: pass\na = A()\n"
        "weakref.finalize(a, print, 'mine')\nimport finalized\nprint(newaxis)\n"
    ),
    "parts": Same(
        SHOW + "import optional; print(optional.list, optional.has); show(1)\n"
        "import optional.list; print(optional.list); show(2)\n"
        "try: import optional.broken\nexcept ValueError: show(3)\n"
        "sys.path.insert(0, 'mine'); sys.modules.pop('optional'); import optional; show(4)\n",
        {"mine/not_there.py": "print('there')"},
    ),
    "logged": Same(
        "import logging\nform = '%(levelname)s %(funcName)s %(lineno)d %(filename)s %(message)s'\n"
        "logging.basicConfig(level=10, format=form)\nimport logs\nlogs.later()\n"
    ),
    "hooks": Same(
        "import sys\nprint(sys.displayhook, sys.excepthook)\nimport hooks\n"
        "sys.displayhook(1); sys.excepthook(ValueError, ValueError('a'), None)\n"
    ),
    "own_hooks": Same(
        "import sys\nsys.excepthook = print\nimport hooks\nhooks.tell(1, 2)\n"
        "sys.displayhook(1); sys.excepthook(1, 2)\n"
    ),
    "own_attributes": Same(SHOW + "import lazy.fields; show()\n"),
    "kept_when_it_is_asked_for": Same(
        SHOW + "import dynamic; show('word' in vars(dynamic))\n"
        "from dynamic import word; show('word' in vars(dynamic)); import asks_it; show(word)\n"
    ),
    "asked_for_by_another": Same(
        SHOW + "import asks_too, dynamic; show('word' in vars(dynamic))\n"
    ),
    "random_numbers": Same(
        "import random\nrandom.seed(1)\nimport draws_below, draws\n"
        "print(draws.word, random.random())\nimport seeds\nprint(random.random())\n"
    ),
    "own_finders": Same(
        SHOW + "import atexit\nclass Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        print('looks for', name)\n"
        "sys.meta_path.insert(0, Finder()); import tool; show()\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Python], Python]:
    made: dict[str, Python] = {}

    def install(python: Python) -> Python:
        if python.path not in made:
            place = tmp_path_factory.mktemp("environment")
            make_environment(python, place)
            inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
            made[python.path] = Python(str(place / inside), python.version)
        return made[python.path]

    return install


def make_environment(python: Python, place: Path) -> None:
    """With PACKAGES, and without pip."""
    packages = place / "lib" / "python{}.{}".format(*python.version) / "site-packages"
    if sys.platform == "win32":
        subprocess.run([python.path, "-m", "venv", "--without-pip", place], check=True)
        packages = place / "Lib" / "site-packages"
    for name, text in PACKAGES.items():
        path = packages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    if sys.platform == "win32":
        return
    (place / "bin").mkdir()
    (place / "bin" / "python").symlink_to(python.path)
    (place / "pyvenv.cfg").write_text(f"home = {Path(python.path).parent}\n")


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_seen_of_packages_that_were_imported_ahead(
    compare: Compare, each_python: Any, install: Callable[[Python], Python], name: str
) -> None:
    compare(install(each_python), CASES[name], (*GOOD, "optional.broken"))


@pytest.mark.windows
@pytest.mark.parametrize("name", ["what_it_leaves", "hooks", "logged", "asked_for_by_another"])
def test_nothing_is_seen_of_them_on_windows(
    compare: Compare, install: Callable[[Python], Python], name: str
) -> None:
    compare(install(THIS), CASES[name], (*GOOD, "optional.broken"))


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_back_is_refused(
    shared_start: Any, tmp_path: Path, install: Callable[[Python], Python], name: str
) -> None:
    python = install(THIS)
    (tmp_path / "main.py").write_text("")
    run = shared_start(("main.py",), python=python.path, cwd=tmp_path, go=False)
    run.wait(child.Hello)
    run.child.ask(Request.PRELOAD, *lists((str(tmp_path),), (), (), ("json", name)))
    assert run.wait(child.Refused).names == (name,)
    run.close()


def test_what_fails_is_told_and_the_rest_is_there(
    shared_start: Any, tmp_path: Path, install: Callable[[Python], Python]
) -> None:
    python = install(THIS)
    (tmp_path / "main.py").write_text("import optional, tool\nprint(tool.word)\n")
    run = shared_start(("main.py",), python=python.path, cwd=tmp_path, go=False)
    run.wait(child.Hello)
    names = ("optional.broken", "not_installed", "tool")
    run.child.ask(Request.PRELOAD, *lists((str(tmp_path),), (), (), names))
    assert run.wait(child.Ready).failed == ("optional.broken", "not_installed")
    run.go()
    assert run.result().output.splitlines() == ["word", "tool's exit function"]


def test_variables_whose_values_a_package_does_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    surroundings = make_part()("loads").Surroundings()
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "mysite.settings")
    assert surroundings.are_same("django")
    assert not surroundings.are_same("numpy") and not surroundings.are_same()
    surroundings.settle()
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opencv")
    assert surroundings.are_same("numpy") and surroundings.are_same()
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert not surroundings.are_same("django")


COMPILED = """
#include <Python.h>
static int run(PyObject *module) { return PyImport_AddModule("made_by_c") ? 0 : -1; }
static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, {0, NULL}};
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "NAME", NULL, 0, NULL, slots};
PyMODINIT_FUNC PyInit_NAME(void) { return PyModuleDef_Init(&def); }
"""
AT_ONCE = """
#include <Python.h>
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "NAME", NULL, -1, NULL};
PyMODINIT_FUNC PyInit_NAME(void) {
    if (!PyImport_AddModule("made_by_c")) return NULL;
    Py_XDECREF(PyImport_ImportModule("wave"));
    Py_XDECREF(PyImport_ImportModule("draws"));
    return PyModule_Create(&def);
}
"""


def compile_modules(python: Python, packages: Path) -> None:
    """Three that put the same module into sys.modules, as all of Cython's do."""
    asked = "import sysconfig; print(sysconfig.get_paths()['include'])"
    include = subprocess.check_output([python.path, "-c", asked], text=True).strip()
    if not Path(include, "Python.h").exists():
        pytest.skip("its headers are not installed")
    for name, text in (("one", COMPILED), ("two", COMPILED), ("at_once", AT_ONCE)):
        source = packages / f"{name}.c"
        source.write_text(text.replace("NAME", name))
        made = packages / f"{name}.so"
        words = ["cc", "-shared", "-fPIC", f"-I{include}", str(source), "-o", str(made)]
        subprocess.run(words, check=True)


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler: apt-get install gcc")
@pytest.mark.parametrize("order", ["two, one", "csv, two", "at_once, one"])
def test_what_compiled_code_makes_comes_with_whoever_is_imported_first(
    compare: Compare, each_python: Any, tmp_path: Path, order: str
) -> None:
    make_environment(each_python, tmp_path / "environment")
    python = Python(str(tmp_path / "environment" / "bin" / "python"), each_python.version)
    compile_modules(each_python, next(tmp_path.glob("**/site-packages")))
    text = SHOW + f"import random\nrandom.seed(1)\nshow()\nimport zipapp, {order}\n"
    text += "show(sys.modules.get('made_by_c'), random.random())\n"
    compare(python, Same(text), ("zipapp", "at_once", "one", "two", "csv"))
