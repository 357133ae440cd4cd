"""Which loops catch all, for ever: found in the text, by the lines of a frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from reloader_core.child import Frame
from reloader_core.retry_loops import retries


def stands(source: str, *, handling: bool, function: str = "<module>") -> bool:
    """Asked in the line that ends in '# asked', now in the one that ends in '# now'."""
    lines = source.splitlines()
    (asked,) = [number for number, line in enumerate(lines, 1) if "# asked" in line]
    (now,) = [number for number, line in enumerate(lines, 1) if "now" in line.partition("#")[2]]
    frame = Frame(Path("bot.py"), function, asked, now)
    return retries(source.encode(), frame, handling=handling)


BOT = """
import time
while True:
    try:
        poll()  # asked
        raise ConnectionError
    {catch}:
        log("lost")
        time.sleep(1)  # now
"""
AFTER = """
while True:
    try: poll()  # asked
    {catch}: {handler}
    time.sleep(1)  # now
"""
NESTED = """
class Bot:
    def run(self):
        while 1:
            for each in self.places:
                if each:
                    try: each.poll()  # asked, now
                    except ValueError: continue
                    {catch}: pass
                    finally: each.count += 1
            for each in self.queue:
                if each: break
"""


@pytest.mark.parametrize("catch", ["except", "except BaseException as e"])
def test_whatever_is_raised_is_caught_and_tried_again(catch: str) -> None:
    assert stands(BOT.format(catch=catch), handling=True)
    assert not stands(BOT.format(catch=catch).replace("while True", "if True"), handling=True)
    assert stands(AFTER.format(catch=catch, handler="pass"), handling=False)
    assert stands(NESTED.format(catch=catch), handling=False, function="run")
    assert not stands(NESTED.format(catch=catch), handling=False, function="poll")


@pytest.mark.parametrize("catch", ["except Exception", "except (OSError, ValueError)", "finally"])
def test_who_does_not_catch_it_tidies_up(catch: str) -> None:
    assert not stands(BOT.format(catch=catch), handling=True)


@pytest.mark.parametrize(
    "handler", ["break", "raise", "x = 1 if y else (yield)", "return", "sys.exit(1)"]
)
def test_who_can_leave_may_be_about_to(handler: str) -> None:
    assert not stands(AFTER.format(catch="except", handler=handler), handling=False)


@pytest.mark.parametrize(
    "loop", ["while jobs:", "while not stop.is_set() or jobs:", "for job in jobs:"]
)
def test_a_loop_that_ends_by_itself_finishes_what_it_has_begun(loop: str) -> None:
    source = AFTER.format(catch="except", handler="jobs = jobs[:12]")
    assert not stands(source.replace("while True:", loop), handling=False)


def test_a_loop_inside_that_is_left_with_else() -> None:
    inside = "\n    for one in two: pass\n    else: break"
    source = AFTER.format(catch="except", handler="pass")
    assert stands(source + inside.replace("break", "pass"), handling=False)
    assert not stands(source + inside, handling=False)


@pytest.mark.parametrize("text", ["while True:\n  try: 0 # asked, now\n", "x = 1  # asked, now"])
def test_no_program_or_no_loop(text: str) -> None:
    assert not stands(text, handling=False)


def test_it_has_left_the_loop() -> None:
    source = AFTER.format(catch="except", handler="pass").replace("# now", "")
    assert not stands(source + "save()  # now", handling=False)
