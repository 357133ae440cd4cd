"""Programs of several files, as people have them, each edited in ten ways, for
tests/stress/packages.py. Those that serve ask themselves, and end as by Ctrl+C."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

Files = dict[str, str]

# Asks the server, ends it when that has nothing to do, and prints the answers.
_ASKED = '''
import encodings.idna, os, signal, socket, sys, threading, time
PORT = 47800 + sys.version_info[1]

def ask(path):
    """The server closes it last."""
    with socket.create_connection(("127.0.0.1", PORT), 9) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\\r\\n\\r\\n".encode())
        answer = b"".join(iter(lambda: connection.recv(9999), b""))
    return path, answer.partition(b"\\r\\n")[0], answer.partition(b"\\r\\n\\r\\n")[2]

def ask_all(paths, found):
    end = time.monotonic() + 100
    for path in paths:
        while time.monotonic() < end and path not in found:
            try:
                found[path] = ask(path)
            except OSError:
                time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGINT)

def answers(serve, *paths):
    found = {}
    thread = threading.Thread(target=ask_all, args=(paths, found))
    thread.start()
    try:
        serve()
    except (KeyboardInterrupt, SystemExit):
        pass
    thread.join()
    return list(found.values())
'''

_FLASK: Files = {
    "main.py": """
        from app import create_app
        from asked import PORT, answers

        app = create_app()
        if __name__ == "__main__":
            print(answers(lambda: app.run(port=PORT, threaded=False), "/", "/api/3", "/api/names"))
    """,
    "app/__init__.py": """
        import os
        from flask import Flask
        from .store import db
        from . import api, views

        def create_app():
            app = Flask(__name__)
            app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
            app.register_blueprint(views.pages)
            app.register_blueprint(api.api, url_prefix="/api")
            db.open()
            return app
    """,
    "app/views.py": """
        from flask import Blueprint, render_template
        from markupsafe import Markup
        from . import texts

        pages = Blueprint("pages", __name__, template_folder="templates")

        @pages.route("/")
        def index():
            return render_template("index.html", title=Markup(texts.TITLE))
    """,
    "app/api.py": """
        from flask import Blueprint, jsonify
        from .store import db

        api = Blueprint("api", __name__)

        @api.route("/<int:number>")
        def double(number):
            return jsonify(number=2 * number)

        @api.route("/names")
        def names():
            return jsonify(db.names())
    """,
    "app/store.py": """
        import json
        from pathlib import Path
        import requests
        import sqlalchemy as sa

        class Store:
            def open(self):
                self.engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
                self.people = sa.Table("people", sa.MetaData(), sa.Column("name", sa.String))
                self.people.metadata.create_all(self.engine)

            def names(self):
                data = json.loads(Path(__file__).with_name("names.json").read_text())
                with self.engine.begin() as each:
                    each.execute(self.people.insert(), data)
                    return [*each.execute(sa.select(self.people.c.name)).scalars()]

        db = Store()
    """,
    "app/texts.py": "TITLE = 'Names'\n",
    "app/names.json": '[{"name": "Ada"}, {"name": "Bo"}]',
    "app/templates/index.html": "<h1>{{ title }}</h1>\n",
}

_FASTAPI: Files = {
    "main.py": """
        import uvicorn
        from asked import PORT, answers
        from service import settings
        from service.app import app

        if __name__ == "__main__":
            def serve():
                uvicorn.run("service.app:app", port=PORT, workers=2, log_level="error")
            print(answers(serve, "/items/3", "/limit"))
            print(settings.LIMIT, sorted(app.openapi()["paths"]))
    """,
    "service/__init__.py": "",
    "service/app.py": """
        from fastapi import FastAPI
        from . import settings
        from .items import router

        app = FastAPI(title="Items")
        app.include_router(router)

        @app.get("/limit")
        async def limit():
            return {"limit": settings.LIMIT}
    """,
    "service/items.py": """
        from fastapi import APIRouter
        from pydantic import BaseModel
        from . import texts

        router = APIRouter(prefix="/items")

        class Item(BaseModel):
            number: int
            text: str = texts.WORD

        @router.get("/{number}")
        async def item(number: int) -> Item:
            return Item(number=number)
    """,
    "service/settings.py": """
        import csv
        from os import environ
        from pathlib import Path
        import yaml

        LIMIT = yaml.safe_load(Path(__file__).with_name("service.yaml").read_text())["limit"]
        DEBUG = environ.get("DEBUG")
    """,
    "service/texts.py": "WORD = 'item'\n",
    "service/service.yaml": "limit: 5\n",
}

_DJANGO: Files = {
    "main.py": """
        import os
        import sys

        def main():
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_of_ours.settings")
            from django.core.management import execute_from_command_line
            from asked import PORT, answers
            # (The order of the checks depends on where in memory they lie.)
            sys.argv[1:] = ["runserver", "--noreload", "--nothreading", "--skip-checks",
                            f"127.0.0.1:{PORT}"]
            print(answers(lambda: execute_from_command_line(sys.argv), "/", "/polls/2/"))

        if __name__ == "__main__":
            main()
    """,
    "site_of_ours/__init__.py": "",
    "site_of_ours/settings.py": """
        import os
        from pathlib import Path

        BASE_DIR = Path(__file__).resolve().parent.parent
        SECRET_KEY = "x"
        DEBUG = True
        ALLOWED_HOSTS = ["*"]
        ROOT_URLCONF = "site_of_ours.urls"
        INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "polls"]
        MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
        DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
        TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates",
                      "DIRS": [BASE_DIR / "templates"]}]
        TIME_ZONE = "Europe/Vienna"
        DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
    """,
    "site_of_ours/urls.py": """
        from django.urls import include, path
        from polls import views

        urlpatterns = [path("", views.index), path("polls/", include("polls.urls"))]
    """,
    "polls/__init__.py": "",
    "polls/apps.py": """
        from django.apps import AppConfig

        class PollsConfig(AppConfig):
            name = "polls"
    """,
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)
    """,
    "polls/urls.py": """
        from django.urls import path
        from . import views

        urlpatterns = [path("<int:number>/", views.detail)]
    """,
    "polls/views.py": """
        from django.http import JsonResponse
        from django.shortcuts import render
        from .models import Question
        from .texts import WORD

        def index(request):
            return render(request, "index.html", {"word": WORD})

        def detail(request, number):
            return JsonResponse({"number": number, "label": Question._meta.label})
    """,
    "polls/texts.py": "WORD = 'polls'\n",
    "templates/index.html": "<h1>{{ word }}</h1>\n",
}

_PANDAS: Files = {
    "main.py": """
        import numpy as np
        import pandas as pd
        import matplotlib.pyplot as plt
        import cleaning
        from plots import draw

        table = cleaning.clean(pd.read_csv("data.csv"))
        print(table.groupby("kind")["size"].agg(["sum", "mean"]))
        print(draw(table), plt.get_backend(), np.round(table["size"].std(), 3))
    """,
    "cleaning.py": """
        import re
        import pandas as pd
        from texts import SUFFIX

        def clean(table):
            table["kind"] = table["kind"].str.strip() + SUFFIX
            table["day"] = pd.to_datetime(table["day"])
            return table.dropna()
    """,
    "plots.py": """
        import matplotlib.pyplot as plt
        from matplotlib import dates as mdates

        def draw(table):
            figure, axes = plt.subplots()
            axes.plot(table["day"], table["size"])
            axes.xaxis.set_major_formatter(mdates.DateFormatter("%d"))
            figure.savefig("plot.png")
            plt.close(figure)
            return len(axes.lines)
    """,
    "texts.py": "SUFFIX = '.'\n",
    "data.csv": "kind,size,day\na ,1,2024-01-01\nb,2.5,2024-01-02\na,4,2024-01-03\n",
}

_PYTEST: Files = {
    "main.py": """
        import sys
        import pytest

        print("code", int(pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", "-rA"])))
    """,
    "conftest.py": """
        import json
        import pytest

        @pytest.fixture
        def data():
            with open("data.json") as file:
                return json.load(file)
    """,
    "test_prices.py": """
        import attr
        import numpy as np
        import pytest
        from prices import total

        @pytest.mark.parametrize("rate", [0, 1])
        def test_total(data, rate):
            assert total(data, rate) == pytest.approx(sum(data) * (1 + rate))

        def test_text(capsys):
            print(np.arange(3), attr.__name__)
            assert capsys.readouterr().out == "[0 1 2] attr\\n"
    """,
    "prices.py": """
        import numpy as np
        from texts import FACTOR

        def total(values, rate):
            return np.sum(values) * (1 + rate) * FACTOR
    """,
    "texts.py": "FACTOR = 1\n",
    "data.json": "[1, 2, 3]",
}

_TRIO: Files = {
    "main.py": """
        import json
        import trio
        import httpx
        from fetching import fetch
        from texts import WORD

        async def main():
            found = []
            async with trio.open_nursery() as nursery:
                for each in json.loads(open("data.json").read()):
                    nursery.start_soon(fetch, each, found)
            print(sorted(found), WORD, httpx.codes.OK)

        trio.run(main)
    """,
    "fetching.py": """
        import attrs
        import httpx
        import trio
        import yaml

        @attrs.define
        class Answer:
            status: int

        def handle(request):
            return httpx.Response(200, json={"path": request.url.path})

        async def fetch(path, found):
            async with httpx.AsyncClient(transport=httpx.MockTransport(handle)) as client:
                await trio.sleep(0.01)
                answer = await client.get("http://example.org/" + path)
                found.append((Answer(answer.status_code).status, answer.json()["path"]))
    """,
    "texts.py": "WORD = 'done'\n",
    "data.json": '["a", "b"]',
}

_LAST = "\nif __name__ == '__main__':\n    print('the last line')\n"
_ENVIRONMENT = (
    "import os\nos.environ['OMP_NUM_THREADS'] = os.environ['FLASK_SKIP_DOTENV'] = '1'\n"
    "os.environ['MPLBACKEND'] = 'svg'\nos.environ['PYTEST_ADDOPTS'] = '-x'\n"
    "os.environ['DEBUG'] = os.environ['HTTPX_LOG_LEVEL'] = 'debug'\n"
)
_FILTER = "import warnings\nwarnings.simplefilter('always')\n"


def _swapped(text: str, first: str, second: str) -> str:
    return text.replace(first, "?").replace(second, first).replace("?", second)


def _edits(
    files: Files,
    imports: tuple[str, str, str],
    removed: tuple[str, str],
    chosen: tuple[str, str, str],
    data: tuple[str, str, str],
    added: str,
) -> dict[str, Files]:
    """`imports`: a file with two of its lines; `removed`: a file, and a line in it that it does
    without; `chosen`, `data`: a file, what is in it and what shall be; `added`: a file."""
    main, file = files["main.py"], imports[0]
    helper = next(name for name in files if name.endswith("texts.py"))
    name, line = removed
    return {
        "import added": {added: "import csv\nimport rich\n" + files[added]},
        "import removed": {name: files[name].replace(line, "")},
        "imports reordered": {file: _swapped(files[file], *imports[1:])},
        "environment set above": {"main.py": _ENVIRONMENT + main},
        "filter added": {"main.py": _FILTER + main},
        "chosen": {chosen[0]: files[chosen[0]].replace(*chosen[1:])},
        "a helper's text": {helper: files[helper].replace("= ", "= 1 * ")},
        "the last line": {"main.py": main + _LAST},
        "data": {data[0]: files[data[0]].replace(*data[1:])},
        "helper with logging": {helper: "import logging\nlogging.basicConfig(level=30)\n"
                                        + files[helper]},
    }  # fmt: skip


def _programs() -> dict[str, tuple[Files, dict[str, Files]]]:
    def plain(files: Files, is_served: bool = False) -> Files:
        found = {name: textwrap.dedent(text).lstrip() for name, text in files.items()}
        return {**found, "asked.py": _ASKED.lstrip()} if is_served else found

    rows: tuple[tuple[str, Files, tuple[object, ...]], ...] = (
        ("flask app", plain(_FLASK, True), (
            ("app/views.py", "from flask import Blueprint, render_template\n",
             "from markupsafe import Markup\n"),
            ("app/store.py", "import requests\n"),
            ("app/__init__.py", "sqlite://", "sqlite:///x"),
            ("app/names.json", "Ada", "Eva"), "app/api.py")),
        ("fastapi app", plain(_FASTAPI, True), (
            ("service/items.py", "from fastapi import APIRouter\n",
             "from pydantic import BaseModel\n"),
            ("service/settings.py", "import csv\n"),
            ("service/app.py", "FastAPI(", "FastAPI(debug=True, "),
            ("service/service.yaml", "5", "6"), "service/items.py")),
        ("django project", plain(_DJANGO, True), (
            ("polls/views.py", "from django.http import JsonResponse\n",
             "from django.shortcuts import render\n"),
            ("site_of_ours/settings.py", "import os\n"),
            ("site_of_ours/settings.py", "Europe/Vienna", "Asia/Tokyo"),
            ("templates/index.html", "h1", "h2"), "polls/models.py")),
        ("pandas program", plain(_PANDAS), (
            ("main.py", "import numpy as np\n", "import matplotlib.pyplot as plt\n"),
            ("cleaning.py", "import re\n"),
            ("main.py", "import matplotlib.pyplot",
             "import matplotlib\nmatplotlib.use('pdf')\nimport matplotlib.pyplot"),
            ("data.csv", "2.5", "3.5"), "plots.py")),
        ("pytest tests", plain(_PYTEST), (
            ("test_prices.py", "import attr\n", "import numpy as np\n"),
            ("main.py", "import sys\n"),
            ("main.py", '"-q"', '"-q", "-x"'),
            ("data.json", "3", "4"), "prices.py")),
        ("trio program", plain(_TRIO), (
            ("main.py", "import trio\n", "import httpx\n"),
            ("fetching.py", "import yaml\n"),
            ("main.py", "trio.run(main)", "trio.run(main, strict_exception_groups=True)"),
            ("data.json", "b", "c"), "fetching.py")),
    )  # fmt: skip
    build: Callable[..., dict[str, Files]] = _edits
    return {name: (files, build(files, *words)) for name, files, words in rows}


PROGRAMS = _programs()
