"""Working scripts with one thing broken, so that the cause is known: it is said, or nothing."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from broken import CASES, explained, read_cases, said, write

Mutant = tuple[str, str, tuple[str, ...]]
"""What was done, the text, and all that may be said of it, as the beginnings of that."""


def lines_with(text: str, number: int, line: str) -> str:
    lines = text.split("\n")
    lines[number - 1] = line
    return "\n".join(lines)


def broken_lines(text: str) -> Iterator[Mutant]:
    """So that it does not parse."""
    may_be: tuple[str, ...]
    for number, line in enumerate(text.split("\n"), 1):
        at = f"line {number}"
        if line.endswith(":"):
            yield f"{at}, colon", lines_with(text, number, line[:-1]), (f"COLON {number} |",)
        for mark in re.finditer(r"[)\]}]", line):
            without = line[: mark.start()] + line[mark.end() :]
            opening = {")": "(", "]": "[", "}": "{"}[mark[0]]
            may_be = (f"BRACKET_OPEN {opening} | {number} |", f"FORMAT_OPEN {number} |")
            may_be += tuple(
                f"BRACKET_END {found[0]} | {number} | {mark[0]} | {line.strip()}"
                for found in re.finditer(rf"[\w.]*\{opening}", line)
            )
            yield f"{at}, no {mark[0]}", lines_with(text, number, without), may_be
            twice = line[: mark.end()] + mark[0] + line[mark.end() :]
            may_be = (f"BRACKET_EXTRA {mark[0]} | {number}", f"FORMAT_EXTRA {number}")
            may_be += (f"BRACKET_UNOPENED {mark[0]} | {number} |",)
            yield f"{at}, two {mark[0]}", lines_with(text, number, twice), may_be
        if found := re.search(r'"(?=[^"]*$)', line):
            without = line[: found.start()] + line[found.end() :]
            may_be = (f'QUOTE " | {number}', f'QUOTE_ALONE " | {number}')
            yield f"{at}, quote", lines_with(text, number, without), may_be
        if re.match(r"\s*(?:if|elif|while)\b.* == ", line):
            may_be = (f"EQUALS {number} |",)
            yield f"{at}, =", lines_with(text, number, line.replace(" == ", " = ")), may_be
        if line.startswith("    ") and text.split("\n")[number - 2].endswith(":"):
            may_be = (f"INDENT_EXPECTED {number} | {number - 1}",)
            may_be += (f"INDENT_LINE {number} | {number - 1} | 4",)
            changed = lines_with(text, number, line[4:])
            yield f"{at}, not indented", changed, may_be
        if ":" in line and not line.strip().startswith(("#", "print(f")):
            changed = lines_with(text, number, line.replace(":", "：", 1))
            yield f"{at}, Chinese colon", changed, (f"OTHER_CHARACTER ： | {number} | :",)


def swapped(name: str) -> str:
    return name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else name[:-1]


def broken_names(text: str) -> Iterator[Mutant]:
    """One use of a name is written wrongly, with two letters in each other's place."""
    may_be: tuple[str, ...]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and len(node.id) > 3:
            line = text.split("\n")[node.lineno - 1]
            name = swapped(node.id)
            if line[node.col_offset : node.end_col_offset] != node.id or hasattr(builtins, name):
                continue
            changed = line[: node.col_offset] + name + line[node.end_col_offset :]
            may_be = (f"NEAR_NAME {name} | {node.id}",)
            yield f"line {node.lineno}, {name}", lines_with(text, node.lineno, changed), may_be
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Load)
            and len(node.attr) > 3
        ):
            line, name = text.split("\n")[node.lineno - 1], swapped(node.attr)
            end = node.end_col_offset or 0
            if line[end - len(node.attr) : end] != node.attr:
                continue
            changed = line[: end - len(node.attr)] + name + line[end:]
            may_be = ("NEAR_ATTRIBUTE", "NEAR_IN_MODULE")
            yield f"line {node.lineno}, .{name}", lines_with(text, node.lineno, changed), may_be


def broken_meaning(text: str) -> Iterator[Mutant]:
    may_be: tuple[str, ...]
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("import "):
            may_be = (f"IMPORT_FORGOTTEN {line.split()[1]} | {line}",)
            yield f"line {number}, no import", lines_with(text, number, ""), may_be
        if found := re.search(r"\bdef (\w+)\(self(?:, )?", line):
            changed = line.replace(found[0], f"def {found[1]}(")
            may_be = ("MISSING_SELF", "TOO_MANY", "UNKNOWN_NAME self", "SELF_FORGOTTEN")
            may_be += (f"SELF_TAKEN {found[1]} | {number} |",)
            yield f"line {number}, no self", lines_with(text, number, changed), may_be
        if found := re.search(r"\bstr\((\w+)\)", line):
            changed = line.replace(found[0], found[1])
            yield f"line {number}, no str", lines_with(text, number, changed), ("TEXT_PLUS_NUMBER",)
        if found := re.search(r"\bself\.(\w+)", line):
            changed = line[: found.start()] + found[1] + line[found.end() :]
            is_set = re.match(r"\s*self\.\w+ = ", line) is not None
            may_be = ("SELF_FORGOTTEN",)
            if is_set:
                may_be = ("NO_ATTRIBUTE", "NEAR_ATTRIBUTE", f"SELF_IN_INIT {found[1]} | {number} |")
            yield f"line {number}, no self.", lines_with(text, number, changed), may_be
        if found := re.search(r"(?<=\w)\((\w+), ", line):
            if not line.lstrip().startswith(("def", "print", "class", "for")):
                changed = line.replace(found[0], "(", 1)
                yield (
                    f"line {number}, an argument less",
                    lines_with(text, number, changed),
                    ("TOO_FEW", "ARGUMENT_LAST"),
                )


def broken_values(text: str) -> Iterator[Mutant]:
    """One value is another one. A loop that waits for a value might wait for ever."""
    may_be: tuple[str, ...]
    if "while" in text:
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if found := re.search(r"\brange\(len\((\w+)\)\)", line):
            changed = line.replace(found[0], f"range(len({found[1]}) + 1)")
            yield (
                f"line {number}, one more",
                lines_with(text, number, changed),
                ("INDEX_TOO_LARGE",),
            )
        if found := re.match(r"(\s+)return [^N]", line):
            changed = f"{found[1]}pass"
            may_be = ("NONE", "COMPARED_WITH_NONE", "NO_ITEMS", "NO_OPERATION", "NOT_ITERABLE")
            may_be += ("NO_LENGTH", "NO_ATTRIBUTE", "UNPACK_ONE NoneType", "NOT_SEVERAL")
            may_be += ("NO_RETURN",)
            yield f"line {number}, no return", lines_with(text, number, changed), may_be
        if found := re.search(r"\[(['\"])(\w{3,})\1\](?! =)", line):
            changed = line.replace(found[0], f"[{found[1]}{swapped(found[2])}{found[1]}]")
            may_be = ("NEAR_KEY", "KEY_MISSING", "NO_SUCH_KEY")
            yield f"line {number}, key", lines_with(text, number, changed), may_be
        if found := re.match(r"(\w+) = (\[.+\]|\{.+\})$", line):
            empty = "[]" if found[2][0] == "[" else "{}"
            changed = f"{found[1]} = {empty}"
            may_be = (
                "EMPTY",
                "NO_KEYS",
                "ZERO_LENGTH",
                "ZERO_DIVISION",
                "NO_SUCH_KEY",
                "NO_ATTRIBUTE",
            )
            yield f"line {number}, empty", lines_with(text, number, changed), may_be
            changed = f"{found[1]} = 5"
            may_be = ("ITERATED_NUMBER", "NUMBER_ITEM", "NO_LENGTH", "NOT_SEVERAL", "NO_ATTRIBUTE")
            may_be += ("OF_OTHER_TYPE", "NO_OPERATION", "NOT_ITERABLE", "UNPACK_ONE int")
            yield f"line {number}, a number", lines_with(text, number, changed), may_be


def mutants(*makers: Callable[[str], Iterator[Mutant]]) -> Iterator[Mutant]:
    text = (CASES / "working" / "scripts.txt").read_text(encoding="utf-8")
    for title, files, _expected in read_cases(text):
        for make in makers:
            for what, changed, may_be in make(files["main.py"]):
                yield f"{title}, {what}", changed, may_be


def judge(python: str, folder: Path, cases: list[Mutant]) -> float:
    """The part of them that is explained. A script that still works says nothing."""
    folders = [folder / str(number) for number in range(len(cases))]
    for place, (_title, text, _may_be) in zip(folders, cases, strict=True):
        write(place, {"main.py": text})
    wrong, right, broken = [], 0, 0
    for (title, _text, may_be), found in zip(cases, explained(python, folders), strict=True):
        if found is None:
            continue
        broken += 1
        got = said(found[1])
        right += got.startswith(may_be)
        if got != "-" and not got.startswith(may_be):
            wrong.append(f"{title}: {got}, not {may_be} ({found[0].type}: {found[0].message})")
    assert not wrong, "\n".join(wrong)
    return right / broken


def test_what_no_longer_parses_is_told_rightly_or_not_at_all(tmp_path: Path) -> None:
    """By our own Python, whatever the script's is."""
    cases = list(mutants(broken_lines))
    assert len(cases) > 200
    assert judge(sys.executable, tmp_path, cases) > 0.9


@pytest.mark.posix  # Pythons of other versions
@pytest.mark.parametrize("which", [0, -1], ids=["oldest", "newest"])
def test_what_crashes_is_told_rightly_or_not_at_all(
    pythons: Any, tmp_path: Path, which: int
) -> None:
    cases = list(mutants(broken_names, broken_meaning, broken_values))
    assert len(cases) > 140
    assert judge(pythons[which].path, tmp_path, cases) > 0.9


SAID = {  # what Python itself says, all versions
    "NameError": ["name 'totl' is not defined", "name 'math' is not defined"],
    "UnboundLocalError": ["local variable 'count' referenced before assignment"],
    "AttributeError": [
        "'NoneType' object has no attribute 'upper'",
        "'list' object has no attribute 'push'",
        "module 'math' has no attribute 'sqr'",
    ],
    "KeyError": ["name"],
    "IndexError": [
        "list index out of range",
        "pop from empty list",
        "Replacement index 1 out of range for positional args tuple",
        "Cannot choose from an empty sequence",
    ],
    "EOFError": ["EOF when reading a line"],
    "FileExistsError": ["[Errno 17] File exists: 'x'"],
    "AssertionError": ["1 == 2"],
    "ValueError": [
        "invalid literal for int() with base 10: 'x'",
        "could not convert string to float: '1,5'",
        "too many values to unpack (expected 2)",
        "not enough values to unpack (expected 3, got 2)",
        "not enough values to unpack (expected at least 2, got 1)",
        "max() arg is an empty sequence",
        "list.remove(x): x not in list",
        "math domain error",
        "'x' is not in list",
        "I/O operation on closed file.",
        "invalid mode: 'z'",
        "Unknown format code 'f' for object of type 'str'",
        "time data 'x' does not match format '%Y'",
        "empty range for randrange() (5, 2, -3)",
        "Sample larger than population or is negative",
        "expected a nonnegative input, got -1.0",
    ],
    "TypeError": [
        'can only concatenate str (not "int") to str',
        "unsupported operand type(s) for +: 'int' and 'str'",
        "'<' not supported between instances of 'str' and 'int'",
        "'int' object is not callable",
        "f() missing 1 required positional argument: 'a'",
        "f() takes 0 positional arguments but 1 was given",
        "f() got multiple values for argument 'a'",
        "'int' object is not iterable",
        "cannot unpack non-iterable int object",
        "'int' object is not subscriptable",
        "list indices must be integers or slices, not str",
        "'str' object does not support item assignment",
        "'float' object cannot be interpreted as an integer",
        "can't multiply sequence by non-int of type 'str'",
        "unhashable type: 'list'",
        "cannot use 'list' as a dict key (unhashable type: 'list')",
        "object of type 'int' has no len()",
        "not all arguments converted during string formatting",
        "bad operand type for unary +: 'str'",
        "exceptions must derive from BaseException",
        "append() takes exactly one argument (2 given)",
        "input expected at most 1 argument, got 2",
        "sequence item 0: expected str instance, int found",
        "not enough arguments for format string",
        "%d format: a real number is required, not str",
        "must be real number, not str",
        "type str doesn't define __round__ method",
        "int() argument must be a string, a bytes-like object or a real number, not 'list'",
        "ord() expected a character, but string of length 2 found",
        "argument of type 'int' is not iterable",
        "unsupported format string passed to NoneType.__format__",
        "Object of type set is not JSON serializable",
        "unsupported operand type(s) for ** or pow(): 'str' and 'int'",
    ],
    "ZeroDivisionError": ["division by zero"],
    "OverflowError": ["math range error"],
    "RuntimeError": ["dictionary changed size during iteration"],
    "ModuleNotFoundError": ["No module named 'nothing'"],
    "ImportError": ["cannot import name 'sqr' from 'math'"],
    "MemoryError": [""],
    "OSError": ["[Errno 98] Address already in use"],
    "RecursionError": ["maximum recursion depth exceeded"],
}
WAYS = (
    "number, text, items, f = 5, 'x', [1], print\nraise {error}\n",
    "exec('raise {quoted}')\n",
    "class Odd:\n    def __getattr__(self, name): raise {error}\n"
    "    __getitem__ = __add__ = __getattr__\nOdd().name\n",
    "class Odd:\n    def __getitem__(self, name): raise {error}\nOdd()[3]\n",
)


@pytest.mark.posix  # nothing in it is another system's
def test_nothing_is_said_of_what_somebody_else_says_in_pythons_words(tmp_path: Path) -> None:
    errors = [f"{kind}({said!r})" for kind, every in SAID.items() for said in every]
    texts = [
        way.format(error=error, quoted=error.replace("\\", "\\\\").replace("'", "\\'"))
        for error in errors
        for way in WAYS
    ]
    folders = [tmp_path / str(number) for number in range(len(texts))]
    for folder, text in zip(folders, texts, strict=True):
        write(folder, {"main.py": text})
    assert len(texts) > 150
    for text, found in zip(texts, explained(sys.executable, folders), strict=True):
        assert found is not None, text
        assert said(found[1]) == "-", text
