"""From a save to the new answer of a web server, beside its framework's own reloader.

    python tests/bench/frameworks.py [--rounds 15] [--only Flask,Django] [--cache FOLDER]

The program of each framework's tutorial serves one page, whose text a helper module holds. That is
edited as people do, in turns (HELPERS): the value, a line of a function, an import above, a class.
Ours runs it with the framework's reloader off, and beside it the framework runs it with that on, at
the same time and in turns with each save. A plain `python main.py`, from its start to its first
answer, takes turns as well and is the measure: ratios count, milliseconds drift. Tornado, Django
and Werkzeug look once a period, so the saves fall anywhere in it. aiohttp and gunicorn have no
reloader of their own that a program would start. A second one of ours has the packages imported
ahead (`--preload`). Frameworks are installed into --cache once. The
last line is the verdict: exit code 0 if ours takes at most half of their time, 1 otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs
from installed import Installed, install
from ratios import p95
from running import clean_env, end_by_sigterm
from tools import comma_separated, measured_python, ours

DEADLINE_S = 30.0
LOOK_S = 0.001
REST_S = 1.0
"""Between two saves: a server has settled, and a reloader that looks once a second has looked."""
AIM = 0.5

HELPERS = (
    "import json\n\nWORD = {word!r}\n\ndef text():\n    return WORD\n",
    "import json\n\nWORD = ''\n\ndef text():\n    return {word!r}\n",
    "import json\nimport textwrap\n\ndef text():\n    return textwrap.dedent({word!r})\n",
    "import json\n\nclass Text:\n    word = {word!r}\n\ndef text():\n    return Text.word\n",
)
"""All of it is at the top of a module that the program imports."""
FLASK = """\
import sys
from flask import Flask
import helper
app = Flask(__name__)

@app.route("/")
def index():
    return helper.text()

if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=True, use_reloader="--own" in sys.argv)
"""
DJANGO = """\
import os
import sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
"""
DJANGO_FILES = {
    "settings.py": """\
SECRET_KEY = "x"
DEBUG = True
ROOT_URLCONF = "urls"
USE_TZ = True
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
""",
    "urls.py": """\
from django.urls import path
import views
urlpatterns = [path("", views.index)]
""",
    "views.py": """\
from django.http import HttpResponse
import helper
def index(request):
    return HttpResponse(helper.text())
""",
}
FASTAPI = """\
import sys
import uvicorn
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
import helper
app = FastAPI()

@app.get("/", response_class=PlainTextResponse)
def index():
    return helper.text()

if __name__ == "__main__":
    uvicorn.run("main:app", port=int(sys.argv[1]), reload="--own" in sys.argv)
"""
TORNADO = """\
import asyncio, sys
import tornado.web
import helper

class Index(tornado.web.RequestHandler):
    def get(self):
        self.write(helper.text())

async def main():
    app = tornado.web.Application([("/", Index)], autoreload="--own" in sys.argv)
    app.listen(int(sys.argv[1]))
    await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""
AIOHTTP = """\
import sys
from aiohttp import web
import helper

async def index(request):
    return web.Response(text=helper.text())

app = web.Application()
app.add_routes([web.get("/", index)])
if __name__ == "__main__":
    web.run_app(app, port=int(sys.argv[1]))
"""
GUNICORN = """\
import sys
import helper

def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [helper.text().encode()]

if __name__ == "__main__":
    from gunicorn.app.wsgiapp import run
    sys.argv = ["gunicorn", "main:app", "--preload", "--bind", "127.0.0.1:" + sys.argv[1]]
    run()
"""


@dataclass(frozen=True)
class Framework:
    """`main`: the program. `args`: its arguments behind its port, with its own reloader off;
    `own`: with it on. None: it has none."""

    name: str
    main: str
    args: tuple[str, ...] = ()
    own: tuple[str, ...] | None = None
    before: tuple[str, ...] = ()
    """Arguments before the port."""
    files: Mapping[str, str] = field(default_factory=dict)


FRAMEWORKS = (
    Framework("Flask", FLASK, own=("--own",)),
    Framework("Django", DJANGO, ("--noreload",), own=(), before=("runserver",), files=DJANGO_FILES),
    Framework("FastAPI", FASTAPI, own=("--own",)),
    Framework("Tornado", TORNADO, own=("--own",)),
    Framework("aiohttp", AIOHTTP),
    Framework("gunicorn", GUNICORN),
)


class Site:
    """One framework's program in a folder of its own, served by `command`."""

    def __init__(
        self, framework: Framework, folder: Path, command: list[str], args: tuple[str, ...]
    ) -> None:
        self.folder = folder
        self.port = free_port()
        self._command = [*command, "main.py", *framework.before, str(self.port), *args]
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir()
        for name, text in {"main.py": framework.main, **framework.files}.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.save("first")

    def save(self, word: str) -> None:
        helper = HELPERS[len(word) % len(HELPERS)].format(word=word)
        (self.folder / "helper.py").write_text(helper, encoding="utf-8")

    def start(self) -> None:
        with open(self.folder / "output", "ab") as output:
            self._process = subprocess.Popen(
                self._command,
                cwd=self.folder,
                env=clean_env(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def wait_for(self, word: str) -> float:
        """When it answers with this word (perf_counter)."""
        end = time.perf_counter() + DEADLINE_S
        while answer(self.port) != word:
            if time.perf_counter() > end:
                said = (self.folder / "output").read_text(errors="replace")[-2000:]
                raise SystemExit(f"no answer from {' '.join(self._command)}:\n{said}")
            time.sleep(LOOK_S)
        return time.perf_counter()

    def save_to_answer_s(self, word: str) -> float:
        self.save(word)
        saved = time.perf_counter()
        return self.wait_for(word) - saved

    def start_to_answer_s(self, word: str) -> float:
        self.save(word)
        began = time.perf_counter()
        self.start()
        took_s = self.wait_for(word) - began
        self.close()
        return took_s

    def close(self) -> None:
        """With what it started: some outlive it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(DEADLINE_S)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answer(port: int) -> str:
    """What the page says; empty if nobody serves it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE_S)
    try:
        connection.request("GET", "/")
        return connection.getresponse().read().decode()
    except (OSError, http.client.HTTPException):  # it is on its way out, or not up yet
        return ""
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def measure(framework: Framework, python: str, rounds: int) -> dict[str, list[float]]:
    """By side: the seconds of each round. The first round of all only warms up."""
    reloader = [*ours("reloader_core"), "--python", python]
    times: dict[str, list[float]] = {"cold start": []}
    with tempfile.TemporaryDirectory() as root, contextlib.ExitStack() as stack:
        plain = Site(framework, Path(root, "plain"), [python], framework.args)
        stack.callback(plain.close)
        ahead = [*reloader, "--preload"]
        sites = {
            "reloader": Site(framework, Path(root, "ours"), reloader, framework.args),
            "--preload": Site(framework, Path(root, "ahead"), ahead, framework.args),
        }
        if framework.own is not None:
            sites["its own"] = Site(framework, Path(root, "own"), [python], framework.own)
        for name, site in sites.items():
            times[name] = []
            stack.callback(site.close)
            site.start()
            site.wait_for("first")
        for number in range(rounds + 1):
            word = "word" + "x" * (number % 50)  # of another size: some run the old text else
            order = list(sites) if number % 2 else list(reversed(sites))
            cold_s = plain.start_to_answer_s(word)
            if number:
                times["cold start"].append(cold_s)
            for name in order:
                time.sleep(REST_S * (1 + random.random()))
                took_s = sites[name].save_to_answer_s(word)
                if number:
                    times[name].append(took_s)
    return times


def show(framework: Framework, times: dict[str, list[float]]) -> float | None:
    """Returns what ours takes of their time."""
    floor = statistics.median(times["cold start"])
    print(f"{framework.name}: cold start {floor * 1000:.0f} ms; the others divided by that")
    for name in list(times)[1:]:
        middle, late = statistics.median(times[name]), p95(times[name])
        print(f"  {name:10} {middle / floor:6.2f}  p95 {late / floor:6.2f}")
    if "its own" not in times:
        return None
    ratio = statistics.median(times["reloader"]) / statistics.median(times["its own"])
    print(f"  ours / its own: {ratio:.2f}", flush=True)
    return ratio


def find(names: list[str], python: str, cache: Path) -> tuple[list[Framework], Installed]:
    """The frameworks of these names that can be had; says which cannot."""
    unknown = set(names) - {each.name for each in FRAMEWORKS}
    if unknown:
        raise SystemExit(f"no such framework: {', '.join(sorted(unknown))}")
    installed = install(cache / "frameworks", python, names)
    for name, why in installed.missing.items():
        print(f"{name} is left out: {why}.", flush=True)
    wanted = set(names) - installed.missing.keys()
    return [each for each in FRAMEWORKS if each.name in wanted], installed


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    everything = ",".join(each.name for each in FRAMEWORKS)
    parser.add_argument("--only", type=comma_separated, default=everything)
    parser.add_argument("--python", default=measured_python())
    cache = platformdirs.user_cache_path("reloader-bench", appauthor=False)
    parser.add_argument("--cache", type=Path, default=cache)
    options = parser.parse_args()
    end_by_sigterm()
    frameworks, installed = find(options.only, options.python, options.cache)
    versions = ", ".join(f"{name} {version}" for name, version in installed.versions.items())
    print(f"Python {options.python}; {versions}", flush=True)
    slow = []
    for framework in frameworks:
        times = measure(framework, str(installed.scripts / "python"), options.rounds)
        ratio = show(framework, times)
        if ratio is not None and ratio > AIM:
            slow.append(f"{framework.name} {ratio:.2f}")
    print(f"verdict: OVER {AIM}: {', '.join(slow)}" if slow else f"verdict: at most {AIM}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
