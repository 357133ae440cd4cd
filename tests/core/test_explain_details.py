"""What the card opens to: values of the line that failed, and the exceptions before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from broken import crashed, write
from reloader_core import Cause, ErrorDetails, Link, NamedValue, ScriptError, error_details
from reloader_core.disk.local_files import Look

VALUES = """\
import math

class Dog:
    def __repr__(self): raise SystemExit
    __str__ = __len__ = __eq__ = __hash__ = __repr__

class Meta(type):
    __hash__ = __eq__ = None
class Odd(metaclass=Meta): pass

name = 'Ann'
prices = {'apple': 1, 'pear': 2.5, 'plum': [1], 'fig': 0}
items = [1, 'two', Dog(), None]
one, nothing, few, text = (7,), set(), frozenset(), 'x' * 100
huge, dog, odd = 10 ** 200000, Dog(), Odd()

def shown(*what): return math.pi

shown(text, huge, dog, odd, [n for n in ()], math, -name)
"""
CHAIN = """\
class MyError(Exception):
    def __str__(self): raise SystemExit

def read(text):
    try:
        return int(text)
    except ValueError as error:
        raise KeyError('number', 3) from error

def load():
    try:
        read('x')
    except KeyError:
        open('nowhere.txt')

try:
    load()
except OSError:
    raise MyError(5)
"""
HIDDEN = "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('no') from None\n"
RING = """\
first, second = KeyError('a'), KeyError('b')
first.__cause__, second.__cause__ = second, first
raise first
"""


def details(python: str, folder: Path, *texts: str) -> list[tuple[ScriptError, ErrorDetails]]:
    folders = [folder / str(number) for number in range(len(texts))]
    for each, text in zip(folders, texts, strict=True):
        write(each, {"main.py": text})
    errors = crashed(python, folders)
    return [
        (error, error_details(error, lambda _path: Look.FILE))
        for error in errors
        if error is not None
    ]


def test_what_is_told_on_each_python(each_python: Any, tmp_path: Path) -> None:
    """One process for all of it; no code of the scripts' runs."""
    containers = VALUES.rpartition("shown(text")[0]
    containers += "None(name, prices, items, one, nothing, few)\n"
    texts = VALUES, containers, CHAIN, HIDDEN, RING, much()
    values, first_items, chain, hidden, ring, small = details(each_python.path, tmp_path, *texts)
    assert list(values[1].values) == [
        NamedValue("text", "str", repr("x" * 60) + "...", 100),
        NamedValue("huge", "int", ""),
        NamedValue("dog", "Dog", ""),
        NamedValue("odd", "Odd", ""),
        NamedValue("name", "str", "'Ann'", 3),
    ]
    assert {value.name: (value.shown, value.length) for value in first_items[1].values} == {
        "name": ("'Ann'", 3),
        "prices": ("{'apple': 1, 'pear': 2.5, 'plum': <list>, ...}", 4),
        "items": ("[1, 'two', <Dog>, ...]", 4),
        "one": ("(7,)", 1),
        "nothing": ("set()", 0),
        "few": ("frozenset()", 0),
    }
    judge_chain(*chain)
    assert hidden[1].causes == ()
    assert [cause.message for cause in ring[1].causes] == ["'b'"]
    assert len(small[0].facts) <= 8_000
    assert [cause.type for cause in small[1].causes] == ["ZeroDivisionError", "KeyError"]


def judge_chain(error: ScriptError, chain: ErrorDetails) -> None:
    """As Python prints it."""
    assert error.type == "MyError" and error.file is not None
    number, key, file = chain.causes
    said = "invalid literal for int() with base 10: 'x'"
    assert number == Cause(Link.CAUSE, "ValueError", said, error.file, 6, "read")
    assert key == Cause(Link.CONTEXT, "KeyError", "('number', 3)", error.file, 8, "read")
    assert (file.link, file.type, file.line) == (Link.CONTEXT, "FileNotFoundError", 14)
    assert file.message.endswith("No such file or directory: 'nowhere.txt'")


def much() -> str:
    """A script whose crash could tell a lot."""
    lines = [f"name_{n} = 'x' * {n + 50}" for n in range(200)]
    lines += ["try:", "    try:", "        1 / 0"]
    lines += ["    except Exception as error:", "        raise KeyError('y' * 5000) from error"]
    lines += ["except Exception:", f"    print({', '.join(f'name_{n}' for n in range(200))}, -'')"]
    return "\n".join(lines) + "\n"
