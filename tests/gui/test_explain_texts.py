"""What the card says of an error: the terminal's sentences, kind by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.words.explain.sentence import explanation
from reloader_gui.texts.explain.sentence import EXPLAIN

NUMBERS = ("line", "line2", "length", "index", "takes", "given", "targets")
TYPES = (
    *("str", "int", "float", "bool", "list", "dict", "tuple", "set", "NoneType", "function"),
    *("method", "type", "module", "bytes", "builtin_function_or_method", "Dog"),
)


def example(kind: Kind, type_name: str = "str") -> Diagnosis:
    return Diagnosis(
        kind,
        tuple(
            place if field in NUMBERS else type_name if field.startswith("type") else f"<{field}>"
            for place, field in enumerate(kind.fields, 1)
        ),
    )


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name.lower())
def test_the_window_says_what_the_terminal_says(kind: Kind) -> None:
    said = EXPLAIN.sentence(example(kind))
    assert said == explanation(example(kind))
    assert all(
        f"<{field}>" in said for field in kind.fields if f"<{field}>" in example(kind).values
    )


@pytest.mark.parametrize("kind", [Kind.DIGITS_LIMIT, Kind.INT_OF_INFINITY, Kind.CSV_BY_NAME])
def test_what_has_to_be_imported_is_said_alike(kind: Kind) -> None:
    diagnosis = replace(example(kind), imports="import sys")
    assert EXPLAIN.sentence(diagnosis) == explanation(diagnosis)


@pytest.mark.parametrize("name", TYPES)
def test_types_are_called_alike(name: str) -> None:
    diagnosis = example(Kind.OF_OTHER_TYPE, name)
    assert EXPLAIN.sentence(diagnosis) == explanation(diagnosis)
