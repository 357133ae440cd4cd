"""Programs with a reloader of their own: small frameworks, named and shaped as the real ones.

What counts is kept as it is there: the modules and functions, which of them are on the stack when
what is started, and with which environment. They look for saves twenty times a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reloader_core import TurnOff

# What they watch by: all loaded modules beside this file (in the process that serves), or all
# files of the folder (in the one that supervises it). No save between two looks is lost.
_POLLING = """
import os, sys, time
FOLDER = os.path.dirname(os.path.abspath(__file__))
seen = {}
def look(path):
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size
def files_of_folder():
    files = [os.path.join(FOLDER, name) for name in os.listdir(FOLDER)]
    return [file for file in files if file.endswith(".py")]
def loaded_files():
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    return [file for file in files if file and file.startswith(FOLDER)]
def has_changed(files):
    changed = [file for file in files if seen.setdefault(file, look(file)) != look(file)]
    seen.update({file: look(file) for file in changed})
    return bool(changed)
def wait_for_change(files=loaded_files, is_on=lambda: True):
    while is_on():
        if has_changed(files()):
            return True
        time.sleep(0.05)
    return False
"""
_SERVE = """
import os, sys, time
import polling
def serve():
    sys.dont_write_bytecode = True  # it is saved twice in a second
    file = os.path.join(polling.FOLDER, "helper.py")
    polling.has_changed([file])
    import helper
    polling.has_changed(polling.loaded_files())
    print("serves", helper.word, flush=True)
    while True: time.sleep(0.05)
"""
_COMMON = {"polling.py": _POLLING, "server.py": _SERVE}

_WERKZEUG = {
    "werkzeug/__init__.py": "",
    "werkzeug/_reloader.py": """
import os, subprocess, sys, threading
from polling import wait_for_change

def _get_args_for_reloading():
    main = sys.modules["__main__"]
    if main.__spec__ is not None:
        return [sys.executable, "-m", main.__spec__.name.replace(".__main__", ""), *sys.argv[1:]]
    return [sys.executable, *sys.argv]

class StatReloaderLoop:
    def restart_with_reloader(self):
        while True:
            print(" * Restarting with stat", flush=True)
            new_environ = os.environ.copy()
            new_environ["WERKZEUG_RUN_MAIN"] = "true"
            args = _get_args_for_reloading()
            exit_code = subprocess.call(args, env=new_environ, close_fds=False)
            if exit_code != 3:
                return exit_code

    def run(self):
        wait_for_change()
        sys.exit(3)

def run_with_reloader(main_func):
    reloader = StatReloaderLoop()
    try:
        if os.environ.get("WERKZEUG_RUN_MAIN") == "true":
            threading.Thread(target=main_func, daemon=True).start()
            reloader.run()
        else:
            sys.exit(reloader.restart_with_reloader())
    except KeyboardInterrupt:
        pass
""",
    "werkzeug/serving.py": """
from server import serve
def run_simple(use_reloader):
    if use_reloader:
        from werkzeug._reloader import run_with_reloader
        run_with_reloader(serve)
    else:
        serve()
""",
}
_FLASK = {
    **_WERKZEUG,
    "flask/__init__.py": "from flask.app import Flask\n",
    "flask/app.py": """
class Flask:
    def run(self, debug=False, use_reloader=None):
        from werkzeug.serving import run_simple
        run_simple(debug if use_reloader is None else use_reloader)
""",
    "flask/cli.py": """
import sys
def run_command(reload):
    from werkzeug.serving import run_simple
    run_simple(reload)
def main():
    run_command("--debug" in sys.argv and "--no-reload" not in sys.argv)
""",
    "flask/__main__.py": "from flask.cli import main\nmain()\n",
}
_UVICORN = {
    "uvicorn/__init__.py": "from uvicorn.main import run\n",
    "uvicorn/main.py": """
import sys
def main():
    run(sys.argv[1], reload="--reload" in sys.argv)
def run(app, reload=False):
    from importlib import import_module
    module, _, name = app.partition(":")
    if reload:
        from uvicorn.supervisors.basereload import BaseReload
        BaseReload(module, name).run()
    else:
        getattr(import_module(module), name)()
""",
    "uvicorn/__main__.py": "from uvicorn.main import main\nif __name__ == '__main__': main()\n",
    "uvicorn/supervisors/__init__.py": "",
    "uvicorn/supervisors/basereload.py": """
import signal, threading
from importlib import import_module
from multiprocessing import get_context
from polling import files_of_folder, has_changed, wait_for_change
def subprocess_started(module, name):
    try:
        getattr(import_module(module), name)()
    except KeyboardInterrupt:
        pass
class BaseReload:
    def __init__(self, *app):
        self.app = app
        self.should_exit = threading.Event()
    def signal_handler(self, number, frame):
        self.should_exit.set()
    def run(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.signal_handler)
        has_changed(files_of_folder())
        self.startup()
        while wait_for_change(files_of_folder, lambda: not self.should_exit.is_set()):
            self.process.terminate()
            self.process.join()
            self.startup()
        self.process.terminate()
        self.process.join()
    def startup(self):
        self.process = get_context("spawn").Process(target=subprocess_started, args=self.app)
        self.process.start()
""",
}


@dataclass(frozen=True)
class Program:
    """`main`: the text of main.py, in which {on} stands for `on` or `off`. `module`: started by
    -m; `args` with {on}, too. `said`: the values of the notice."""

    said: tuple[str, TurnOff, str]
    files: Mapping[str, str]
    main: str = ""
    on: str = ""
    off: str = ""
    module: str | None = None
    args: tuple[str, ...] = ()
    posix: bool = False

    def write(self, folder: Path, *, on: bool = True) -> Path:
        """Returns the script."""
        for name, text in {**_COMMON, **self.files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text.lstrip(), encoding="utf-8")
        say(folder, "one")
        script = folder / "main.py"
        script.write_text(self.text(on=on), encoding="utf-8")
        return script

    def text(self, *, on: bool) -> str:
        return self.main.replace("{on}", self.on if on else self.off).lstrip()

    def target(self, *, on: bool = True) -> dict[str, object]:
        """What of the target depends on it. What it serves is watched whoever loads it: to us
        a save of that would be one."""
        words = [word.replace("{on}", self.on if on else self.off) for word in self.args]
        how = {"module": self.module, "script": None} if self.module else {}
        args = tuple(word for word in words if word)
        return {**how, "args": args, "watch": ("helper.py",)}


def say(folder: Path, word: str) -> None:
    """Save what it says when it serves."""
    (folder / "helper.py").write_text(f"word = {word!r}\n", encoding="utf-8")


PROGRAMS = {
    "Flask": Program(
        ("Flask", TurnOff.WITH, "use_reloader=False"),
        _FLASK,
        "from flask import Flask\nFlask().run(debug=True{on})\n",
        off=", use_reloader=False",
    ),
    "flask run": Program(
        ("Flask", TurnOff.WITH, "--no-reload"),
        _FLASK,
        module="flask",
        args=("run", "--debug", "{on}"),
        off="--no-reload",
    ),
    "Dash": Program(
        ("Dash", TurnOff.WITH, "use_reloader=False"),
        {
            **_FLASK,
            "dash/__init__.py": "from dash.dash import Dash\n",
            "dash/dash.py": """
class Dash:
    def run(self, debug=False, **options):
        from flask import Flask
        Flask().run(debug=debug, **options)
""",
        },
        "from dash import Dash\nDash().run(debug=True{on})\n",
        off=", use_reloader=False",
    ),
    "Werkzeug": Program(
        ("Werkzeug", TurnOff.WITH, "use_reloader=False"),
        _WERKZEUG,
        "from werkzeug.serving import run_simple\nrun_simple(use_reloader={on})\n",
        on="True",
        off="False",
    ),
    "Django": Program(
        ("Django", TurnOff.WITH, "--noreload"),
        {
            "django/__init__.py": "",
            "django/utils/__init__.py": "",
            "django/utils/autoreload.py": """
import os, subprocess, sys, threading
from polling import wait_for_change
def restart_with_reloader():
    new_environ = {**os.environ, "RUN_MAIN": "true"}
    while True:
        p = subprocess.run([sys.executable, *sys.argv], env=new_environ, close_fds=False)
        if p.returncode != 3:
            return p.returncode
def run_with_reloader(main_func):
    try:
        if os.environ.get("RUN_MAIN") == "true":
            threading.Thread(target=main_func, daemon=True).start()
            wait_for_change()
            sys.exit(3)
        else:
            sys.exit(restart_with_reloader())
    except KeyboardInterrupt:
        pass
""",
        },
        """
import sys
from server import serve
from django.utils import autoreload
if "--noreload" in sys.argv:
    serve()
else:
    autoreload.run_with_reloader(serve)
""",
        args=("runserver", "{on}"),
        off="--noreload",
    ),
    "Uvicorn": Program(
        ("Uvicorn", TurnOff.WITH, "reload=False"),
        _UVICORN,
        "import uvicorn\nif __name__ == '__main__': uvicorn.run('server:serve', reload={on})\n",
        on="True",
        off="False",
    ),
    "uvicorn": Program(
        ("Uvicorn", TurnOff.WITHOUT, "--reload"),
        _UVICORN,
        module="uvicorn",
        args=("server:serve", "{on}"),
        on="--reload",
    ),
    "Gunicorn": Program(
        ("Gunicorn", TurnOff.WITHOUT, "--reload"),
        {
            "gunicorn/__init__.py": "",
            "gunicorn/arbiter.py": """
import os, sys, threading, time
from polling import wait_for_change
from server import serve
class Config:
    def __init__(self, reload): self.reload = reload
class Arbiter:
    def __init__(self, cfg):
        self.cfg = cfg
    def spawn_worker(self):
        pid = os.fork()
        if pid:
            return pid
        threading.Thread(target=serve, daemon=True).start()
        wait_for_change() if self.cfg.reload else time.sleep(3600)
        os._exit(0)
    def run(self):
        try:
            while True:
                os.waitpid(self.spawn_worker(), 0)
        except KeyboardInterrupt:
            pass
""",
            "gunicorn/__main__.py": """
import sys
from gunicorn.arbiter import Arbiter, Config
Arbiter(Config("--reload" in sys.argv)).run()
""",
        },
        module="gunicorn",
        args=("{on}",),
        on="--reload",
        posix=True,
    ),
    "Bottle": Program(
        ("Bottle", TurnOff.WITH, "reloader=False"),
        {
            "bottle.py": """
import os, subprocess, sys, threading, time
from polling import wait_for_change
from server import serve
def run(reloader=False):
    if reloader and not os.environ.get("BOTTLE_CHILD"):
        environ = {**os.environ, "BOTTLE_CHILD": "true"}
        try:
            while True:
                p = subprocess.Popen([sys.executable, *sys.argv], env=environ)
                while p.poll() is None:
                    time.sleep(0.05)
                if p.returncode != 3:
                    sys.exit(p.returncode)
        except KeyboardInterrupt:
            return
    elif reloader:
        threading.Thread(target=serve, daemon=True).start()
        wait_for_change()
        sys.exit(3)
    else:
        subprocess.call([sys.executable, "-c", ""])
        serve()
""",
        },
        "import bottle\nbottle.run(reloader={on})\n",
        on="True",
        off="False",
    ),
    "hupper": Program(
        ("hupper", TurnOff.WITHOUT, "hupper"),
        {
            "hupper/__init__.py": "from hupper.reloader import start_reloader\n",
            "hupper/reloader.py": """
import subprocess, sys
from polling import files_of_folder, has_changed, wait_for_change
class Reloader:
    def run(self):
        has_changed(files_of_folder())
        while True:
            worker = subprocess.Popen([sys.executable, "-c", "from server import serve; serve()"])
            try:
                wait_for_change(files_of_folder)
            finally:
                worker.terminate()
                worker.wait()
def start_reloader():
    Reloader().run()
""",
        },
        """
if {on}:
    import hupper
    hupper.start_reloader()
from server import serve
serve()
""",
        on="True",
        off="False",
    ),
    "watchfiles": Program(
        ("watchfiles", TurnOff.WITHOUT, "watchfiles"),
        {
            "watchfiles/__init__.py": "from watchfiles.run import run_process\n",
            "watchfiles/run.py": """
import os
from multiprocessing import get_context
from polling import files_of_folder, has_changed, wait_for_change
def run_process(target):
    has_changed(files_of_folder())
    process = start_process(target)
    try:
        while wait_for_change(files_of_folder):
            process.stop()
            process = start_process(target)
    finally:
        process.stop()
def start_process(target):
    os.environ["WATCHFILES_CHANGES"] = "[]"
    process = get_context("spawn").Process(target=target)
    process.start()
    return CombinedProcess(process)
class CombinedProcess:
    def __init__(self, p):
        self._p = p
    def stop(self):
        self._p.terminate()
        self._p.join()
""",
        },
        """
from server import serve
if __name__ == "__main__":
    if {on}:
        from watchfiles import run_process
        run_process(target=serve)
    serve()
""",
        on="True",
        off="False",
    ),
}
