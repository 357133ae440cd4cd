"""Framing, and the agent's words turned into facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reloader_core import child
from reloader_core.child.reports import fact_from_report
from reloader_core.child.wire import Decoder, encode
from reloader_core.model import ScriptError

FIELD = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
MESSAGE = st.lists(FIELD, min_size=1, max_size=5)


@given(st.lists(MESSAGE, max_size=5), st.integers(1, 7))
def test_messages_survive_any_cutting(messages: list[list[str]], size: int) -> None:
    stream = b"".join(encode(*message) for message in messages)
    decoder = Decoder()
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [message for piece in pieces for message in decoder.feed(piece)] == messages


def test_a_path_that_is_not_utf8_survives() -> None:
    assert list(Decoder().feed(encode("loaded", "/tmp/\udcff.py"))) == [
        ["loaded", "/tmp/\udcff.py"]
    ]


def test_a_mad_length_is_an_error() -> None:
    with pytest.raises(ValueError, match="bytes"):
        list(Decoder().feed(b"\xff\xff\xff\xff"))


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        (["hello", "7", "3.8.18", "/lib/", "/site/"],
         child.Hello(1, 7, "3.8.18", ("/lib/", "/site/"))),
        (["armed"], child.Armed(1)),
        (["handled", "cleaning", "child"], child.Handled(1, child.Doing.CLEANING, "child")),
        (
            ["handled", "unmoved", "", "/a.py", "run", "3", "5", "/b.py", "<module>", "7", "7"],
            child.Handled(
                1,
                child.Doing.UNMOVED,
                frames=(
                    child.Frame(Path("/a.py"), "run", 3, 5),
                    child.Frame(Path("/b.py"), "<module>", 7, 7),
                ),
            ),
        ),
        (["loaded", "/a.py"], child.Loaded(1, Path("/a.py"), None)),
        (["loaded", "/a.py", "5", "6", "7"], child.Loaded(1, Path("/a.py"), (5, 6, 7))),
        (["missing", "a.b", "/x"], child.Missing(1, "a.b", (Path("/x"),))),
        (["wrote", "/a"], child.Wrote(1, Path("/a"))),
        (["replaced", "/a"], child.Wrote(1, Path("/a"), with_contents=True)),
        (["survived", "{}", "ValueError", "no", "/a.py", "3"],
         child.Survived(1, ScriptError("ValueError", "no", Path("/a.py"), 3, facts="{}"))),
        (["exit"], child.ExitReport(1, None)),
        (["exit", "ValueError", "no", "/a.py", "3"],
         child.ExitReport(1, ScriptError("ValueError", "no", Path("/a.py"), 3))),
        (["exit", "SyntaxError", "bad", "", "0", "x ="],
         child.ExitReport(1, ScriptError("SyntaxError", "bad", None, None, "x ="))),
        (["a word of a later version", "x"], None),
    ],
)  # fmt: skip
def test_reports(message: list[str], fact: child.Fact | None) -> None:
    assert fact_from_report(1, message) == fact
