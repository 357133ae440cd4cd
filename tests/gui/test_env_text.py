"""Environment variables as text: what is typed, and what a .env file says."""

from __future__ import annotations

import pytest

from reloader_gui.run import env_text
from reloader_gui.texts.script_settings import VariableFault

pytestmark = pytest.mark.posix


def test_a_line_is_a_variable_as_it_is() -> None:
    text = "# mine\n\nKEY=a b=c 'd'\nEMPTY=\n KEY2 = $(rm) \nKEY=last\n"
    assert env_text.typed(text).variables == (
        ("KEY", "last"),
        ("EMPTY", ""),
        ("KEY2", " $(rm) "),
    )


@pytest.mark.parametrize(
    ("text", "line", "name", "fault"),
    [
        ("A=1\nAPI KEY", 2, "API KEY", VariableFault.NO_EQUALS),
        ("API KEY=1", 1, "API KEY", VariableFault.NAME),
        ("=1", 1, "", VariableFault.NAME),
        ("\n\nRELOADER_AGENT=1", 3, "RELOADER_AGENT", VariableFault.OURS),
    ],
)
def test_the_first_wrong_line_is_named(
    text: str, line: int, name: str, fault: VariableFault
) -> None:
    found = env_text.typed(text)
    assert (found.line, found.name, found.fault) == (line, name, fault)


ENV = r"""
# a comment, KEY=no
export PLAIN = one two   # not this
HASH=a#b
SINGLE='a "b" $(date) \n ${PLAIN}'
DOUBLE="tab\tand \"quotes\"
second line # stays"
NAMED=${PLAIN}/${HOME}/${NONE:-else}/${NONE}
EMPTY=
$(touch /tmp/never)
RUN_FLAG=x
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_env_file_is_read_and_not_executed(encoding: str) -> None:
    found = env_text.env_file(ENV.replace("\n", "\r\n").encode(encoding), {"HOME": "/home/me"})
    assert dict(found) == {
        "PLAIN": "one two",
        "HASH": "a#b",
        "SINGLE": 'a "b" $(date) \\n ${PLAIN}',
        "DOUBLE": 'tab\tand "quotes"\nsecond line # stays',
        "NAMED": "one two//home/me/else/",
        "EMPTY": "",
    }


def test_no_text_makes_it_slow_or_fail() -> None:
    for data in (b"\xff" * 1000, b'A="' + b"\\" * 100_000, b"A='" * 20_000, b"=" * 100_000):
        env_text.env_file(data, {})
