"""A text that is read a few statements at a time is the same tree, or the same mistake."""

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import random
import textwrap

import pytest

from reloader_core.parse_text import parse_text

pytestmark = pytest.mark.posix
TEXTS = [inspect.getsource(each) for each in (argparse, dataclasses, textwrap, random)]
TEXTS += [
    "",
    "# nothing\n",
    "x = (\n1)\nif x:\n    y\nelse:\n    z",
    '"""a\nb\n"""\n@f\nclass A: x\n',
]


def outcome(parse: object, text: str) -> object:
    try:
        return ast.dump(parse(text), include_attributes=True)  # type: ignore[operator]
    except SyntaxError as error:
        return (error.msg, error.lineno, error.offset, error.text, error.end_lineno)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize("piece_chars", [1, 4096])
def test_it_is_the_same_tree(piece_chars: int) -> None:
    for text in TEXTS:
        pieces = outcome(lambda text: parse_text(text, piece_chars=piece_chars), text)
        assert pieces == outcome(ast.parse, text)


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_it_is_the_same_mistake() -> None:
    chance = random.Random(5)
    for _ in range(60):
        text = chance.choice(TEXTS[2:])
        at = chance.randrange(len(text) + 1)
        sign = chance.choice(["(", "]", "'", '"""', "\n", " ", "\\", "\0", "else:"])
        text = text[:at] + sign + text[at:]
        pieces = outcome(lambda text: parse_text(text, piece_chars=100), text)
        assert pieces == outcome(ast.parse, text), text[max(0, at - 80) : at + 80]
