"""What the agent reports about a script, and what it does on purpose differently."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child
from same import write

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)


# -- what is different on purpose


def test_output_is_utf_8_whatever_the_locale(start: Any, each_python: Any, tools: Any) -> None:
    env = tools.env(LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    source = "import sys\nprint('\\xe9', sys.stdin.read(), sys.stderr.encoding, sys.stdin.errors)"
    run = start(source, python=each_python.path, env=env)
    run.child.write_input("ü".encode())
    run.child.close_input()
    assert run.result().output == "é ü utf-8 surrogateescape\n"


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("latin-1", b"caf\xe9 \xfc"),
        ("latin-1:replace", b"caf\xe9 \xfc"),
        (":replace", "café ü".encode()),
        ("", "café ü".encode()),
        ("utf-16-le", "café ü".encode("utf-16-le")),
    ],
)
def test_the_encoding_that_the_user_chose_is_kept(
    start: Any, each_python: Any, tools: Any, chosen: str, shown: bytes
) -> None:
    """The program that reads the output expects it, and so does who writes the input."""
    env = tools.env(PYTHONIOENCODING=chosen)
    source = "import sys; print('caf\\xe9', sys.stdin.read(), end='')"
    run = start(source, python=each_python.path, env=env)
    run.child.write_input("ü".encode(chosen.partition(":")[0] or "utf-8"))
    run.child.close_input()
    run.result()
    assert run.bytes == shown


def test_its_environment_says_that_it_is_supervised(
    start: Any, each_python: Any, tools: Any
) -> None:
    """And nothing that an outer Reloader said to us gets through."""
    env = tools.env(RUN_FLAG="x", RELOADER_PID="1", RELOADER_OPENED="2", RELOADER_AGENT="3:4:5")
    source = """
    import os, subprocess, sys
    say = "import os; print(sorted(i for i in os.environ.items() if i[0][:4] in ('RUN_', 'RELO')))"
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
import inzip, too
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
    write(tmp_path, dict.fromkeys(names, "x = 1\n"))
    write(tmp_path, {"pkg/__init__.py": "def __getattr__(n): return __import__('pkg.lazy').lazy\n"})
    write(tmp_path, {"pkg/lazy.py": "", "main.py": LOADS})
    with zipfile.ZipFile(tmp_path / "zipped.zip", "w") as archive:
        archive.writestr("inzip.py", "")
        archive.writestr("too.py", "")
    run = start(tmp_path / "main.py", python=each_python.path)
    assert run.result().output == ""
    found = loaded(run, tmp_path)
    assert sorted(found) == sorted([*names, "pkg/lazy.py", "main.py", "zipped.zip"])
    for name, seen in found.items():
        assert seen == signature(tmp_path / name), name


BY_RELATIVE_NAME = {
    "run_path": "runpy.run_path('x.py')",
    "compiled": "exec(compile(open('x.py').read(), 'x.py', 'exec'))",
    "spec": "spec = importlib.util.spec_from_file_location('x', 'x.py');"
            "spec.loader.exec_module(importlib.util.module_from_spec(spec))",
    "imported": "sys.path.insert(0, '.'); sys.modules.pop('x', None);"
                "sys.path_importer_cache.clear(); __import__('x')",
}  # fmt: skip


@pytest.mark.parametrize("way", BY_RELATIVE_NAME)
def test_one_relative_name_in_several_folders(
    start: Any, each_python: Any, tmp_path: Path, way: str
) -> None:
    """A name means another file after a chdir, and the same file for what was loaded before."""
    source = f"""\
        import importlib, importlib.util, os, runpy, sys
        here = os.getcwd()
        for folder in ("one", "two", "one"):
            os.chdir(os.path.join(here, folder))
            {BY_RELATIVE_NAME[way]}
        os.chdir(os.path.join(here, "three"))
        import json.tool
        """
    names = ["one/x.py", "two/x.py"]
    write(tmp_path, {**dict.fromkeys([*names, "three/x.py"], "x = 1\n"), "main.py": source})
    run = start(tmp_path / "main.py", python=each_python.path)
    assert run.result().output == ""
    found = loaded(run, tmp_path)
    assert sorted(found) == sorted(["main.py", *names])
    assert found["two/x.py"] == signature(tmp_path / "two" / "x.py")


def test_a_name_that_is_no_file_is_not_reported(start: Any, tmp_path: Path) -> None:
    source = "import os; exec(compile('', 'a template', 'exec')); os.chdir('folder')\n"
    source += "exec(compile('', 'main.py', 'exec'))"
    (tmp_path / "folder").mkdir()
    write(tmp_path, {"main.py": source})
    run = start(tmp_path / "main.py")
    assert run.result().output == ""
    assert sorted(loaded(run, tmp_path)) == ["main.py"]


def test_shared_libraries_of_the_users_are_reported(
    start: Any, each_python: Any, tmp_path: Path
) -> None:
    """By a path, absolute or not; what the loader finds by its name alone is the system's."""
    source = """\
        import ctypes, glob, os, sys
        systems = glob.glob("/lib/*/libm.so.6") + glob.glob(sys.prefix + "/lib/lib*.so*")
        for name in ("lib/own.so", "./other.so", os.path.abspath("lib/third.so"),
                     "lib/nowhere.so", "libc.so.6", "by_name.so", None, *systems):
            try:
                ctypes.CDLL(name)
            except (OSError, TypeError):
                pass
        """
    names = ["lib/own.so", "other.so", "lib/third.so"]
    write(tmp_path, {**dict.fromkeys([*names, "by_name.so"], "no library"), "main.py": source})
    run = start(tmp_path / "main.py", python=each_python.path)
    assert run.result().output == ""
    assert sorted(loaded(run, tmp_path)) == sorted(["main.py", *names])


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
    "in_the_library": ("import fail\nfail.fail()\n", "JSONDecodeError", "Expect", "fail.py", 3),
    "missing_module": ("\nimport no_such\n", "ModuleNotFoundError", "No module", "main.py", 2),
    "does_not_parse": ("\ndef f(:\n", "SyntaxError", "invalid syntax", "main.py", 2),
    "bad_indent": ("if 1:\nx\n", "IndentationError", "expected an indented", "main.py", 2),
    "helper_does_not_parse": ("import bad", "SyntaxError", "", "bad.py", 2),
    "text_does_not_parse": ("\neval('1 1')\n", "SyntaxError", "<string>", "main.py", 2),
    "in_exec": ("\nexec('1/0')\n", "ZeroDivisionError", "division", "main.py", 2),
    "odd_message": ("class E(Exception):\n def __str__(s): 1/0\nraise E", "E", "", "main.py", 3),
    "own_hook": ("import sys\nsys.excepthook = print\n1/0", "ZeroDivisionError", "", "main.py", 3),
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
    write(tmp_path, {"r1": "", "r2": ""})
    run = start(
        """
        import os, shutil, pathlib
        open("a", "w").close(); open("a").close(); open("b", "ab").close(); open("a", "r+").close()
        os.close(os.open("c", os.O_WRONLY | os.O_CREAT)); pathlib.Path("d").write_text("x")
        os.replace("d", "e"); os.rename("e", "f"); shutil.move("f", "g"); shutil.copy("g", "h")
        open(b"bytes", "w").close(); os.write(1, b""); open(1, "w", closefd=False)
        os.truncate("r1", 0); os.utime("r2"); os.link("r1", "i"); os.symlink("r1", "j")
        import sqlite3; sqlite3.connect("k").close()
        """,
        python=each_python.path,
    )
    assert run.result().output == ""
    wrote = {fact.path.name for fact in run.seen(child.Wrote)}
    assert wrote == {*"abcdefghijk", "bytes", "r1", "r2"}
    assert {fact.path.parent for fact in run.seen(child.Wrote)} == {tmp_path}


def test_a_loop_of_writes_is_reported_a_few_times_a_second(start: Any) -> None:
    run = start(
        """
        import os, time
        began = time.monotonic()
        for _ in range(20_000): os.close(os.open("log", os.O_WRONLY | os.O_CREAT))
        print(time.monotonic() - began)
        """
    )
    took_s = float(run.result().output)
    reports = [fact.path.name for fact in run.seen(child.Wrote)]
    assert set(reports) == {"log"}
    assert len(reports) <= took_s / 0.2 + took_s + 2  # and once more each second


def test_many_files_are_not_all_reported_but_modules_are(start: Any) -> None:
    run = start(
        """
        import os, time
        began = time.monotonic()
        for n in range(3000): open(f"{n}.txt", "w").close()
        open("state.py", "w").close()
        print(time.monotonic() - began)
        """
    )
    took_s = float(run.result().output)
    reports = [fact.path.name for fact in run.seen(child.Wrote)]
    assert reports[-1] == "state.py"
    assert len(reports) <= 1001 * (took_s + 1)


def test_a_name_is_another_file_in_another_folder(start: Any, tmp_path: Path) -> None:
    run = start("import os\nopen('a', 'w')\nos.mkdir('x'); os.chdir('x')\nopen('a', 'w')")
    run.result()
    assert {f.path for f in run.seen(child.Wrote)} == {tmp_path / "a", tmp_path / "x" / "a"}


def test_a_report_is_heard_before_what_was_told_after_it(start: Any, tools: Any) -> None:
    """Who learns of the write from elsewhere can wait for the agent's word on it."""
    run = start("for n in range(200): open(f'{n}.py', 'w').close(); print(n); input()")
    heard: list[int] = []
    for number in range(200):
        tools.until(lambda number=number: run.text.endswith(f"{number}\n"))
        start.host.after_reports(lambda: heard.append(len(run.seen(child.Wrote))))
        run.child.write_input(b"\n")
        tools.until(lambda number=number: len(heard) == number + 1)
    run.result()
    assert all(reports > number for number, reports in enumerate(heard))


def test_a_forked_child_reports_what_it_loads_and_no_more(start: Any, tmp_path: Path) -> None:
    write(tmp_path, {"in_child.py": "open('written', 'w')"})
    source = "import os, sys\nif os.fork() == 0: import in_child; sys.exit(7)\nprint(os.wait()[1])"
    run = start(source)
    assert run.result().output == f"{7 << 8}\n"
    assert [f for f in run.seen(child.Loaded) if f.path.name == "in_child.py"]
    assert not [f for f in run.seen(child.Wrote) if f.path.name == "written"]
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
