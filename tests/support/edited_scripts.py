"""Scripts that import packages in the ways people do, each edited in the ways people do, for
tests/stress/packages.py. Before and after are files by name; `main.py` is run."""

from __future__ import annotations

from collections.abc import Callable

Files = dict[str, str]
Edit = Callable[[str, str], str]
"""From the text and its last line that imports a package."""

_BODY = """
LIMIT = 3

def main():
    print({shown}, json.dumps(LIMIT))

main()
"""
# By name: the lines that import packages, and what is printed of them.
_BASES = {
    "pandas": (
        "import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt",
        "np.arange(3), pd.Series([1]).sum(), plt.get_backend()",
    ),
    "flask": (
        "from flask import Flask\nimport requests\nfrom flask import jsonify, request",
        "Flask(__name__).test_client().get('/').status, requests.codes.ok, jsonify.__name__",
    ),
    "django": (
        "import django\nfrom django.conf import settings\nfrom django.http import HttpResponse\n"
        "from django.urls import path",
        "settings.configured, path('', HttpResponse).pattern, django.VERSION[0]",
    ),
    "fastapi": (
        "import uvicorn\nfrom pydantic import BaseModel\nfrom fastapi import FastAPI",
        "FastAPI().openapi()['paths'], BaseModel.__name__, uvicorn.Config('a:b').port",
    ),
    "requests": (
        "import requests\nimport bs4\nimport yaml",
        "requests.Request('GET', 'http://x').prepare().url, bs4.__name__, yaml.safe_load('[1]')",
    ),
    "sqlalchemy": (
        "import sqlalchemy as sa\nfrom sqlalchemy.orm import Session, declarative_base\n"
        "import psutil",
        "Session(sa.create_engine('sqlite://')).execute(sa.text('select 1')).all(),"
        " declarative_base().__name__, psutil.__name__",
    ),
    "pytest": (
        "import attr\nimport pytest\nfrom loguru import logger",
        "attr.__name__, pytest.approx(1) == 1, len(logger._core.handlers)",
    ),
    "rich": (
        "import click\nfrom rich.console import Console\nfrom tqdm import tqdm\nimport typer",
        "click.style('a'), Console().encoding, sum(tqdm([1], disable=True)), typer.__name__",
    ),
    "sklearn": (
        "import numpy as np\nfrom sklearn.linear_model import LinearRegression\nimport scipy.stats",
        "LinearRegression().fit([[0], [1]], [0, 2]).coef_.round(3), scipy.stats.norm.cdf(0),"
        " np.pi",
    ),
    "aiohttp": (
        "import aiohttp\nfrom aiohttp import web\nimport trio\nimport httpx",
        "len(web.Application().router.routes()), trio.__name__, httpx.codes.OK, aiohttp.hdrs.HOST",
    ),
    "polars": (
        "import polars as pl\nimport networkx as nx\nfrom PIL import Image",
        "pl.Series([1]).sum(), nx.path_graph(3).order(), Image.new('RGB', (2, 2)).size",
    ),
}  # fmt: skip


def _first(text: str, lines: str) -> str:
    """In front of the first import of a package."""
    line = next(each for each in text.split("\n") if each.startswith(("import", "from"))
                and each != "import json")  # fmt: skip
    return text.replace(line, lines + line, 1)


def _among(line: str) -> Edit:
    return lambda text, last: text.replace(last, line + last, 1)


def _above(line: str) -> Edit:
    return lambda text, last: _first(text, line)


def _reordered(text: str, last: str) -> str:
    return text.replace(last + "\n", "", 1).replace("import json\n", f"import json\n{last}\n", 1)


def _in_folder(text: str, last: str) -> str:
    moved = "import os\nos.makedirs('d', exist_ok=True)\nos.chdir('d')\n"
    return _first(text, moved) + "os.chdir('..')\n"


_STARTED = (
    "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n"
)
EDITS: dict[str, Edit] = {
    "body": lambda text, last: text.replace("json.dumps(LIMIT)", "json.dumps([LIMIT])"),
    "constant": lambda text, last: text.replace("LIMIT = 3", "LIMIT, MORE = 4, 5"),
    "import added": _among("import csv\n"),
    "import added above": lambda text, last: "import sqlite3\n" + text,
    "package added": _among("import tabulate\n"),
    "import removed": lambda text, last: text.replace("import json\n", "").replace(
        "json.dumps(LIMIT)", "LIMIT"
    ),
    "imports reordered": _reordered,
    "last in a function": lambda text, last: text.replace(last + "\n", "", 1).replace(
        "def main():\n", f"def main():\n    {last}\n"
    ),
    "in try": lambda text, last: text.replace(
        last, "try:\n    import not_there\nexcept ImportError:\n    not_there = None\n"
        f"try:\n    {last}\nexcept ImportError:\n    raise SystemExit(3)"
    ),
    "below the check": lambda text, last: text.replace(last + "\n", "", 1).replace(
        "\nmain()\n", f"\nif __name__ == '__main__':\n    {last}\n    main()\n"
    ),
    "environment set above": _above(
        "import os\nos.environ['OMP_NUM_THREADS'] = '1'\nos.environ['MPLBACKEND'] = 'svg'\n"
        "os.environ['NO_COLOR'] = os.environ['PYTEST_DISABLE_PLUGIN_AUTOLOAD'] = '1'\n"
    ),
    "filter added": _above("import warnings\nwarnings.simplefilter('always')\n"),
    "filter of errors": _among("import warnings\nwarnings.simplefilter('error')\n"),
    "filter from a name": _above("from warnings import filterwarnings\nfilterwarnings('ignore')\n"),
    "logging set up": _above("import logging\nlogging.basicConfig(level=10)\n"),
    "thread started": _above(_STARTED),
    "path changed": _above("import sys\nsys.path.insert(0, 'elsewhere')\n"),
    "folder changed": _in_folder,
    "own module in its place": _above("import sys\nsys.modules['csv'] = json = 1\n"),
    "own stream": _above("import sys, io\nsys.stderr = io.StringIO()\n"),
    "own hook": _above("import sys\nsys.excepthook = sys.displayhook = print\n"),
    "seed": _above("import random\nrandom.seed(1)\n"),
    "locale": _above("import locale\nlocale.setlocale(locale.LC_ALL, 'C')\n"),
    "a mistake below": lambda text, last: text + "raise SystemExit(7)\n",
}  # fmt: skip

_SHOW = "print(text())\n"
_HELPER = "import requests\nWORD = 'a'\ndef text():\n    return WORD, requests.codes.ok\n"
_LATE = """\
from __future__ import annotations
import os
import threading

def load():
    global np
    import numpy as np
    from yaml import safe_load

thread = threading.Thread(target=load)
thread.start()
thread.join()
try:
    import ujson as json
except ImportError:
    import json
from rich.text import *

if __name__ == '__main__':
    import click
    load()
    print(np.pi, click.style('a'), Text('b'), json.dumps(1))
"""
# Of several files: by name, before and after.
_OF_FILES: dict[str, tuple[Files, dict[str, Files]]] = {
    "two files": (
        {"main.py": "import yaml\nfrom helper import text\nimport click\n" + _SHOW,
         "helper.py": _HELPER},
        {
            "value": {"helper.py": _HELPER.replace("'a'", "'b'")},
            "import": {"helper.py": "import csv\nimport rich\n" + _HELPER},
            "without": {"helper.py": _HELPER.replace("import requests\n", "").replace(
                "requests.codes.ok", "1")},
            "environment": {"helper.py": "import os\nos.environ['NO_COLOR'] = '1'\n" + _HELPER},
            "called": {"helper.py": _HELPER + "import logging\nlogging.basicConfig()\ntext()\n"},
            "star": {"main.py": "import yaml\nfrom helper import *\nimport click\n" + _SHOW},
            "both": {"main.py": "import yaml\nimport helper\nimport click\nprint(helper.text())\n",
                     "helper.py": _HELPER.replace("WORD, ", "")},
            "shadow": {"click.py": "word = 1\n"},
            "moved": {"main.py": "from helper import text\nimport yaml\nimport click\n" + _SHOW},
            "new module": {"main.py": "import yaml\nfrom helper import text\nimport other\n"
                                      "import click\n" + _SHOW,
                           "other.py": "import warnings\nwarnings.simplefilter('error')\n"},
        },
    ),
    "package of one's own": (
        {"main.py": "from app.views import text\n" + _SHOW,
         "app/__init__.py": "import flask\n",
         "app/views.py": "from . import models\ndef text():\n    return models.Base.__name__\n",
         "app/models.py": "from sqlalchemy.orm import declarative_base\n"
                          "Base = declarative_base()\n"},
        {
            "views": {"app/views.py": "from . import models\ndef text():\n    return 1\n"},
            "models": {"app/models.py": "from sqlalchemy.orm import declarative_base\nimport yaml\n"
                                        "class Own: pass\nBase = declarative_base(cls=Own)\n"},
            "set up": {"app/__init__.py": "import flask, os\nos.environ['FLASK_DEBUG'] = '1'\n"},
        },
    ),
    "late ones": (
        {"main.py": _LATE},
        {
            "value": {"main.py": _LATE.replace("json.dumps(1)", "json.dumps(2)")},
            "not in try": {"main.py": _LATE.replace("import ujson", "import orjson")},
            "not in a function": {"main.py": _LATE.replace("import os", "import numpy as np")},
            "always": {"main.py": _LATE.replace("if __name__ == '__main__'", "if True")},
        },
    ),
}  # fmt: skip


def _edits_of(imports: str, text: str) -> dict[str, Files]:
    last = imports.split("\n")[-1]
    return {name: {"main.py": edit(text, last)} for name, edit in EDITS.items()}


def all_edited() -> dict[str, tuple[Files, dict[str, Files]]]:
    """By the script's name: its files, and what is saved, by the edit's name."""
    found = {}
    for name, (imports, shown) in _BASES.items():
        text = f"import json\n{imports}\n" + _BODY.format(shown=shown)
        found[name] = {"main.py": text}, _edits_of(imports, text)
    pandas, edits = found["pandas"]
    chosen = "import matplotlib\nmatplotlib.use('pdf')\nimport matplotlib.pyplot"
    edits["backend chosen"] = {
        "main.py": pandas["main.py"].replace("import matplotlib.pyplot", chosen)
    }
    return found | _OF_FILES


EDITED = all_edited()
