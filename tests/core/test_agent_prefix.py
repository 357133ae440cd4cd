"""Which edits leave what packages saw that were imported ahead as it is, and which packages are
not imported ahead since something may have changed before: agent/prefix.py."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from crashes import make_part

SCRIPT = """\
'''Text.'''
import os
import numpy as np
import helper
from helper import f, g

LIMIT = 5
def run():
    return deep()
def deep():
    return 1
@np.vectorize
def decorated():
    return 1
class Shape:
    side: int = 1
    def area(self):
        return 1
table = np.zeros(3)
if run():
    import pandas

print(np.pi)
SETTINGS = {}
def main():
    import scipy
    print(1)
main()
"""
HELPER = "import csv\nVALUE = 1\ndef f():\n    return VALUE\ndef g():\n    return 1\n"
LAST = {"main.py": 21}  # pandas
FILES = {"main.py": SCRIPT, "helper.py": HELPER}
SCRIPT_EDITS = {
    "a line in a function": ("print(1)", "print(2)", True),
    "below": ("SETTINGS = {}", "SETTINGS = {1: 2}\nnp.seterr(all='raise')", True),
    "an import below": ("SETTINGS", "import csv, helper, settings\nSETTINGS", True),
    "a comment": ("LIMIT = 5", "LIMIT = 5  # five", True),
    "its text": ("Text", "Other text", True),
    "a constant": ("LIMIT = 5", "LIMIT = 6\nMORE = [LIMIT] * 2", True),
    "a constant removed": ("LIMIT = 5\n", "", True),
    "a value of a package's": ("np.zeros(3)", "np.zeros(4)", True),
    "a class": ("return 1\ntable", "return 2\nclass B(Shape): x = 1\ntable", True),
    "a decorated function": ("return 1\nclass", "return 2\n@np.f(1)\ndef new(): pass\nclass", True),
    "functions in another place": ("LIMIT = 5\ndef run():", "def run():", True),
    "an import added": ("import os", "import os, sys\nimport sqlite3", True),
    "an import added among them": ("import helper\n", "import sqlite3\nimport helper\n", True),
    "more of a package": ("import helper\n", "from numpy import ma\nimport helper\n", True),
    "a new package": ("import helper\n", "import requests\nimport helper\n", False),
    "a name of an import added": ("import f, g", "import f, g, h", True),
    "a name of an import removed": ("import f, g", "import f", True),
    "an own module added": ("import os", "import os\nimport settings", False),
    "an own module added by its name": ("import f, g", "import f, g, settings", False),
    "an import removed": ("import os\n", "", False),
    "the last one removed": ("    import pandas\n", "    pass\n", False),
    "imports reordered": ("import os\nimport numpy as np", "import numpy as np\nimport os", False),
    "a call above": ("import numpy", "os.nice(0)\nimport numpy", False),
    "a call among them": ("LIMIT = 5", "helper.set_up()", False),
    "something of another's": ("LIMIT = 5", "np.limit = 5", False),
    "the environment": ("LIMIT = 5", "os.environ['A'] = 'b'", False),
    "the environment in a function": ("print(1)", "os.environ['A'] = 'b'", False),
    "a stream in a function": ("print(1)", "sys.stdout = None", False),
    "to a stream": ("print(1)", "print(1, file=sys.stderr)", True),
    "what is called before an import": ("return 1\n@np", "return 0\n@np", False),
    "what calls that": ("return deep()", "return not deep()", False),
    "what else is called": ("LIMIT = 5", "LIMIT = main()", False),
    "a name that is read": ("table = np", "deep = np", False),
    "a block": ("LIMIT = 5", "for LIMIT in (): pass", False),
    "a mistake": ("main()\n", "main(\n", False),
}
HELPER_EDITS = {
    "a constant": ("VALUE = 1", "VALUE = 2", True),
    "a function": ("return 1", "return 2", True),
    "one more": ("def g", "@print\ndef route(): pass\ndef g", True),
    "a call": ("VALUE = 1", "VALUE = 1\nopen()", False),
    "an import": ("import csv", "import csv, sqlite3", True),
}
EDITS: dict[str, dict[str, tuple[str, str, bool]]] = {
    "main.py": SCRIPT_EDITS, "helper.py": HELPER_EDITS,
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_which_edits_leave_what_a_package_sees_as_it_is(tmp_path: Path, name: str) -> None:
    made = guard(tmp_path, FILES, [("numpy", 1, {"main.py": 3}), ("pandas", 2, LAST)])
    made.settle({"numpy", "pandas"})
    assert made.holds()
    for what, (before, after, expected) in EDITS[name].items():
        assert FILES[name].count(before) == 1, what
        save(tmp_path / name, FILES[name].replace(before, after))
        assert made.holds() is expected, what
    save(tmp_path / name, FILES[name])
    assert made.holds()


def test_only_what_comes_before_the_last_import_counts(tmp_path: Path) -> None:
    """Here a package is imported by the second of two modules; the script goes on after it."""
    files = {
        "main.py": "import first\nimport second\nsecond.call()\n",
        "first.py": "import os\nos.nice(0)\n",
        "second.py": "import numpy\nimport third\nopen()\n",
        "third.py": "VALUE = print()\n",
    }
    places = [("numpy", 3, {"second.py": 1, "main.py": 2})]
    made = guard(tmp_path, files, places)
    made.settle({"numpy"})
    for name, after, expected in (
        ("third.py", "open()\n", True),
        ("second.py", "import numpy\nopen(1)\n", True),
        ("main.py", "import first\nimport second\nsecond.other()\n", True),
        ("main.py", "import second\nimport first\n", False),
        ("second.py", "open(1)\nimport numpy\n", False),
        ("first.py", "import os\nos.nice(1)\n", False),
    ):
        save(tmp_path / name, after)
        assert made.holds() is expected, (name, after)
        save(tmp_path / name, files[name])


def test_where_the_present_run_has_not_imported_it_all_counts(tmp_path: Path) -> None:
    made = guard(tmp_path, {"main.py": "import numpy\nopen()\n"}, [("numpy", -1, {"main.py": 1})])
    made.settle({"numpy"})
    save(tmp_path / "main.py", "import numpy\nopen(1)\n")
    assert not made.holds()


def test_where_a_file_has_two_names_every_edit_counts(tmp_path: Path) -> None:
    made = guard(tmp_path, {"main.py": "import numpy\n"}, [("numpy", 1, {"MAIN.PY": 1})])
    made.settle({"numpy"})
    assert made.holds()
    save(tmp_path / "main.py", "import numpy\nopen(1)\n")
    assert not made.holds()


CALLS = {
    "nothing": ("VALUE = 1", False),
    "a call of a package": ("numpy.use('pdf')", True),
    "one whose value is kept": ("array = numpy.zeros(1)", False),
    "a value of a package's": ("numpy.options['a'] = 1", True),
    "what is compared": ("import os, sys\nos.environ['A'] = 'b'\nsys.path.append('c')", False),
    "of the library": ("import warnings, logging\nwarnings.simplefilter('ignore')", False),
    "of the library, changed": ("import json\njson.dumps = None", True),
    "an own function": (
        "def f():\n    numpy.use('a')\nclass A:\n    def g(self): f()\nA().g()",
        True,
    ),
    "one that is not called": ("def f():\n    numpy.use('a')", False),
    "one that others have": ("helper.quiet()", False),
    "one that others have, changing": ("print(helper.changing())", True),
    "an object of one's own": ("app = numpy.App()\napp.config['a'] = 1\napp.set()", False),
    "around it": ("with numpy.set():\n    VALUE = 1", True),
    "in a block": ("if numpy:\n    for each in ():\n        numpy.use('a')", True),
    "exec": ("exec('1')", True),
}


@pytest.mark.parametrize(("between", "expected"), CALLS.values(), ids=CALLS)
def test_what_is_imported_after_a_change_is_not_imported_ahead(
    tmp_path: Path, between: str, expected: bool
) -> None:
    files = {
        "main.py": f"import numpy\nimport helper\n{between}\nimport pandas\n",
        "helper.py": "import numpy as np\ndef quiet(): print(np.a)\ndef changing(): np.f()\n",
    }
    line = files["main.py"].count("\n")
    places = [("numpy", 1, {"main.py": 1}), ("pandas", 2, {"main.py": line})]
    late = guard(tmp_path, files, places).late(["numpy", "numpy.core", "csv", "pandas", "pandas.a"])
    assert late == (["pandas", "pandas.a"] if expected else [])


def test_a_package_is_known_by_its_major_version(tmp_path: Path) -> None:
    tested = make_part()("tested")
    folders = [tmp_path / name / "site-packages" for name in ("first", "second")]
    for folder in folders:
        folder.mkdir(parents=True)
    table = {
        "flask": ("Flask", "3"), "yaml": ("PyYAML", "6"), "bs4": ("beautifulsoup4", "4"),
        "fastapi": ("fastapi", "0.115"), "httpx": ("httpx", "0.28"), "attr": ("a.t-trs", "26"),
    }  # fmt: skip
    for number, name in (
        (0, "flask-3.1.2"), (0, "PyYAML-5.4"), (1, "pyyaml-6.0"), (0, "fastapi-0.115.9"),
        (1, "httpx-0.29.0"), (0, "a_t_trs-26.1"),
    ):  # fmt: skip
        (folders[number] / f"{name}.dist-info").mkdir()
    (folders[0] / "bs4").mkdir()
    path = ["", "/nowhere/site-packages", *map(str, folders)]
    assert tested.found(path, table) == {"flask", "fastapi", "attr"}


def guard(
    folder: Path, files: Mapping[str, str], places: list[tuple[str, int, dict[str, int]]]
) -> Any:
    part: Callable[[str], Any] = make_part()
    (folder / "settings.py").write_text("")
    words = []
    for name, text in files.items():
        (folder / name).write_text(text)
        words += [str(folder / name), *part("loads").signature(str(folder / name))]
    prefix = part("prefix")
    made = [
        prefix.Place(name, number, {str(folder / each): line for each, line in lines.items()})
        for name, number, lines in places
    ]
    library = part("rules").Library(os.path.dirname(os.__file__))
    return prefix.Guard(str(folder / "main.py"), words, [str(folder)], made, library)


def save(path: Path, text: str) -> None:
    path.write_text(text)
    seen = path.stat().st_mtime_ns
    os.utime(path, ns=(seen + 1_000_000, seen + 1_000_000))
