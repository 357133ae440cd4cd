"""What the agent tells of a crash, and what it must not touch to find it out."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Any

import pytest

from reloader_core import child

if sys.platform == "win32":
    pytest.skip("see tests/windows", allow_module_level=True)

HOSTILE = """
import sys

def touched(*_, **__):
    print("touched", flush=True)
    raise SystemExit(9)

class Meta(type):
    __instancecheck__ = __eq__ = __getattribute__ = touched
    __name__ = property(touched)
    __hash__ = type.__hash__

class Hostile(metaclass=Meta):
    __repr__ = __str__ = __eq__ = __len__ = __iter__ = __bool__ = __getattribute__ = touched
    __class__ = __dict__ = property(touched)
    __hash__ = object.__hash__

class Text(str):
    __len__ = __getitem__ = __repr__ = __str__ = __format__ = touched

class Numbers(list):
    __len__ = __iter__ = __getitem__ = touched

def work(item, text, numbers, table, huge, deep):
    return item, text, numbers, table, huge, deep, {crash}

loop = []
loop.append(loop)
work(object.__new__(Hostile), Text("a"), Numbers([1]), {{object.__new__(Hostile): 1}}, 10**200000,
     loop)
"""


def told(run: Any) -> dict[str, Any]:
    """The facts, after the run has ended by itself."""
    run.result()
    (report,) = run.seen(child.CrashReport)
    assert len(report.told) <= 8_000
    found = ast.literal_eval(report.told)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("crash", "kind"),
    [
        ("table['x']", "KeyError"),
        ("missing_name", "NameError"),
        ("len.missing", "AttributeError"),
        ("1 + ''", "TypeError"),
        ("table['x'], item.name[text], numbers[0].a, table[item], deep[0][0]", "KeyError"),
    ],
)
def test_no_code_of_the_scripts_runs_to_describe_its_values(
    start: Any, crash: str, kind: str
) -> None:
    run = start(HOSTILE.format(crash=crash))
    facts = told(run)
    assert "touched" not in run.text.replace("def touched", "")
    assert f"{kind}" in run.text.splitlines()[-1] and facts["type"] == kind
    values = {name: value for name, (_where, value) in facts["names"].items()}
    assert values["item"] == ("object", "Hostile") and values["text"] == ("object", "Text")
    assert values["numbers"] == ("object", "Numbers") and values["table"] == (
        *("dict", 1),
        [(("object", "Hostile"), ("int", 1))],
    )
    assert values["huge"] == ("int", None)
    assert values["deep"] == ("list", 1, [("object", "list")]), "one step deep"


def test_what_is_told_is_bounded(start: Any) -> None:
    source = """
    table = {f"key{n}" * 20: n for n in range(4000)}
    names = {f"name_{n}": "x" * 10_000 for n in range(4000)}
    globals().update(names)
    print(table["key" * 20], name_1, name_2, name_3)
    """
    facts = told(start(source))
    where, (kind, length, first) = facts["names"]["table"]
    assert (where, kind, length, len(first)) == ("global", "dict", 4000, 3)
    assert facts["names"]["name_1"] == ("global", ("str", "x" * 60, 10_000))


@pytest.mark.parametrize(
    ("line", "is_raised"),
    [("{}['x']", False), ("raise KeyError('x')", True), ("assert not 1", True)],
)
def test_whether_it_was_raised_by_hand(start: Any, line: str, is_raised: bool) -> None:
    facts = told(start(line))
    assert facts["is_raised"] is is_raised and facts["is_innermost"]


def test_a_kind_of_the_scripts_own_is_not_taken_for_pythons(start: Any) -> None:
    run = start("class KeyError(KeyError): pass\nraise KeyError('x')")
    assert told(run)["type"] == "", "only its values are told of"
    assert run.seen(child.ExitReport)[0].error.type == "KeyError"


def test_an_error_inside_a_module_of_pythons_is_told_as_such(start: Any) -> None:
    facts = told(start("import string\nstring.capwords(5)"))
    assert not facts["is_innermost"] and facts["line"] == 2
    assert Path(facts["innermost_file"]).name == "string.py"


def test_what_can_be_reached_from_a_name_is_told_of(start: Any) -> None:
    facts = told(
        start(
            """
            class Box:
                size = 4
                def __init__(self):
                    self.items = {"a": [1, 2], 5: "five"}
                    self.size_now = self.size
                @property
                def computed(self):
                    raise SystemExit("computed")
            box, n = Box(), 0
            grid = [[1, 2, 3], [4]]
            print(grid[n], box.size, box.items['a'][-1], box.items[5], "box.size_now", 1 / n,
                  box.computed, box.items["b"])
            """
        )
    )
    assert facts["type"] == "ZeroDivisionError"
    reached = facts["reached"]
    assert reached["grid[n]"][:2] == reached["grid[0]"][:2] == ("list", 3)
    assert reached["box.size"] == reached["box.size_now"] == ("int", 4)
    assert reached["box.items['a'][-1]"] == ("int", 2)
    assert reached["box.items[5]"] == ("str", "five", 4)
    assert not any("computed" in name or "['b']" in name for name in reached)


def test_a_long_line_is_read_in_time(start: Any) -> None:
    facts = told(start("a = [[0]]\nprint(" + "a[" * 150 + "0" + "]" * 150 + ")"))
    assert facts["type"] == "TypeError" and len(facts.get("reached", {})) <= 16


def test_what_was_compiled_elsewhere_is_no_file_of_the_users(start: Any) -> None:
    """Cython's frames name their file by its place in the package's sources."""
    run = start(
        """
        def parse():
            code = compile("def f(): return {}['x']", "pandas/_libs/lib.pyx", "exec")
            names = {}
            exec(code, names)
            names["f"]()
        parse()
        """
    )
    facts = told(run)
    assert facts["innermost_file"] == "pandas/_libs/lib.pyx"
    assert not facts["is_innermost"] and facts["function"][0] == "parse"
    (ended,) = run.seen(child.ExitReport)
    assert (ended.error.file.name, ended.error.line) == (Path(facts["file"]).name, facts["line"])


def test_whether_pip_can_bring_a_package_is_told(start: Any, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "pip").mkdir(parents=True)
    without = told(start("import sys\ndel sys.path[1:]\nimport what_nobody_has"))
    assert without["pip"] == ""
    source = f"import sys\nsys.prefix = 'its own'\nsys.path.append({str(site)!r})\n"
    assert told(start(source + "import what_nobody_has"))["pip"]
