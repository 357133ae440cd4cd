"""Packages of which it was tried that nothing is seen of their having been imported ahead. Written
by tests/stress/packages.py, see packages.md beside it."""

import os

# First name of the modules: name of the distribution, its major version.
TESTED = {
    "IPython": ("ipython", "9"),
    "PIL": ("pillow", "13"),
    "aiohttp": ("aiohttp", "3"),
    "attr": ("attrs", "26"),
    "boto3": ("boto3", "1"),
    "bs4": ("beautifulsoup4", "4"),
    "bson": ("pymongo", "4"),
    "celery": ("celery", "5"),
    "click": ("click", "8"),
    "colorama": ("colorama", "0.4"),
    "cryptography": ("cryptography", "50"),
    "dateutil": ("python-dateutil", "2"),
    "django": ("Django", "5"),
    "dotenv": ("python-dotenv", "1"),
    "fastapi": ("fastapi", "0.165"),
    "flask": ("Flask", "3"),
    "httpx": ("httpx", "0.28"),
    "jinja2": ("Jinja2", "3"),
    "loguru": ("loguru", "0.7"),
    "lxml": ("lxml", "6"),
    "marshmallow": ("marshmallow", "4"),
    "matplotlib": ("matplotlib", "3"),
    "networkx": ("networkx", "3"),
    "numpy": ("numpy", "2"),
    "orjson": ("orjson", "3"),
    "pandas": ("pandas", "3"),
    "paramiko": ("paramiko", "5"),
    "plotly": ("plotly", "7"),
    "polars": ("polars", "2"),
    "prompt_toolkit": ("prompt_toolkit", "3"),
    "psutil": ("psutil", "7"),
    "pyarrow": ("pyarrow", "26"),
    "pydantic": ("pydantic", "2"),
    "pymongo": ("pymongo", "4"),
    "pytest": ("pytest", "9"),
    "redis": ("redis", "8"),
    "requests": ("requests", "2"),
    "rich": ("rich", "15"),
    "scipy": ("scipy", "1"),
    "seaborn": ("seaborn", "0.13"),
    "sklearn": ("scikit-learn", "1"),
    "sqlalchemy": ("SQLAlchemy", "2"),
    "streamlit": ("streamlit", "1"),
    "sympy": ("sympy", "1"),
    "tabulate": ("tabulate", "0.10"),
    "textual": ("textual", "8"),
    "tornado": ("tornado", "6"),
    "tqdm": ("tqdm", "4"),
    "trio": ("trio", "0.35"),
    "typer": ("typer", "0.29"),
    "urllib3": ("urllib3", "2"),
    "uvicorn": ("uvicorn", "0.54"),
    "websockets": ("websockets", "17"),
    "yaml": ("PyYAML", "6"),
}


def found(path, table=TESTED):
    """The first names of those that lie in these folders, with their version's number."""
    versions = {}
    for folder in path:
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            try:
                entries = os.listdir(folder)
            except OSError:
                continue
            for entry in entries:
                name, ending = os.path.splitext(entry)
                if ending == ".dist-info":
                    name, _, version = name.partition("-")
                    versions.setdefault(plain(name), major(version))
    return {
        first for first, (name, version) in table.items() if versions.get(plain(name)) == version
    }


def major(version):
    """The number with which a package may become another one: 2 of 2.1, 0.5 of 0.5.3."""
    numbers = version.split(".")
    return numbers[0] if numbers[0] != "0" else ".".join(numbers[:2])


def plain(name):
    """As two names of a distribution are compared."""
    return name.lower().replace("-", "_").replace(".", "_")
