"""'Same answers again': never by itself, and line by line."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reloader_gui.page.input.answers import PAUSE_MS, Answers


class Script:
    """What the page would do with the answers."""

    def __init__(self) -> None:
        self.answers = Answers()
        self.sent: list[str] = []
        self.offers: list[bool] = []
        self.answers.send.connect(self.sent.append)
        self.answers.offered.connect(self.offers.append)

    def answer(self, *texts: str | None) -> None:
        """None: a password."""
        self.answers.begin_run()
        for text in texts:
            if text is None:
                self.answers.note_secret()
                continue
            self.answers.set_waits(True)
            self.answers.note(text)
            self.answers.set_waits(False)


@pytest.fixture
def script(qtbot: QtBot) -> Script:
    return Script()


def test_a_first_run_has_nothing_to_repeat(script: Script) -> None:
    script.answer("a")
    assert script.offers == [] and script.sent == []


def test_offered_when_the_next_run_waits(script: Script) -> None:
    script.answer("a", "b")
    script.answers.begin_run()
    assert script.offers == []
    script.answers.set_waits(True)
    assert script.offers == [True] and script.sent == [], "nothing is sent by itself"
    script.answers.note("c")
    assert script.offers == [True, False], "the user answers another way"


def test_a_line_each_time_it_asks(qtbot: QtBot, script: Script) -> None:
    script.answer("a", "b", "c")
    script.answers.begin_run()
    script.answers.set_waits(True)
    script.answers.repeat()
    assert script.sent == ["a"] and script.offers == [True, False]
    script.answers.asked()
    assert script.sent == ["a", "b"]
    qtbot.waitUntil(lambda: script.sent == ["a", "b", "c"], timeout=2000)
    script.answers.asked()
    assert script.sent == ["a", "b", "c"]


def test_what_the_user_types_ends_the_repeating(qtbot: QtBot, script: Script) -> None:
    script.answer("a", "b")
    script.answers.begin_run()
    script.answers.set_waits(True)
    script.answers.repeat()
    script.answers.note("x")
    script.answers.asked()
    assert script.sent == ["a"]
    script.answers.begin_run()
    script.answers.set_waits(True)
    script.answers.repeat()
    script.answers.asked()
    assert script.sent == ["a", "a", "x"], "what the last run was really told"


def test_a_run_that_was_not_answered_changes_nothing(script: Script) -> None:
    script.answer("a")
    script.answer()
    script.answers.begin_run()
    script.answers.set_waits(True)
    script.answers.repeat()
    assert script.sent == ["a"]


def test_no_answer_is_sent_in_the_place_of_a_password(qtbot: QtBot, script: Script) -> None:
    script.answer("a", None, "b")
    script.answers.begin_run()
    script.answers.set_waits(True)
    script.answers.repeat()
    with qtbot.assertNotEmitted(script.answers.send, wait=2 * PAUSE_MS):
        pass
    script.answers.note_secret()
    qtbot.waitUntil(lambda: script.sent == ["a", "b"], timeout=2000)
    assert script.offers == [True, False]


def test_offered_after_a_password_that_came_first(script: Script) -> None:
    script.answer(None, "a")
    script.answers.begin_run()
    script.answers.note_secret()
    script.answers.set_waits(True)
    script.answers.repeat()
    assert script.sent == ["a"] and script.offers == [True, False]


def test_passwords_alone_are_nothing_to_repeat(script: Script) -> None:
    script.answer(None)
    script.answer()
    script.answers.set_waits(True)
    assert script.offers == []
