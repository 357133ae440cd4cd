"""Answering the script: when it waits, what was typed before, passwords, last time's answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reloader_gui.page.input.answers import PAUSE_MS
from reloader_gui.page.input.input_row import InputRow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the row alone is a window here

GETPASS = (
    "getpass.py:91: GetPassWarning: Can not control echo on the terminal.\n"
    "  passwd = fallback_getpass(prompt, stream)\n"
    "Warning: Password input may be echoed.\nPassword: "
)


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.tail = ""
        self.row = InputRow(lambda: self.tail, lambda: "may be echoed" in self.tail)
        self.line = self.row.line
        self.sent: list[tuple[str, bool]] = []
        self.row.sent.connect(lambda text, secret: self.sent.append((text, secret)))
        self._qtbot = qtbot
        qtbot.addWidget(self.row)
        self.row.show()
        self.row.begin_run()
        self.line.set_open(True)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.line, text)
        self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.line, key)

    @property
    def again(self) -> QPushButton:
        found = self.row.findChild(QPushButton, "sameAnswers")
        assert found is not None
        return found


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_up_and_down_bring_back_what_was_sent(shown: Shown) -> None:
    for text in ("one", "two", "two", ""):
        shown.type(text)
    shown.row.begin_run()
    shown.line.setText("draft")
    seen = []
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Up, keys.Key_Up, keys.Key_Down, keys.Key_Down, keys.Key_Down):
        shown.press(key)
        seen.append(shown.line.text())
    assert seen == ["two", "one", "one", "two", "draft", "draft"]


def test_its_name_is_what_the_script_asks(shown: Shown) -> None:
    """For who hears it."""
    usual = shown.line.accessibleName()
    shown.tail = "Hello.\nWhat is your name? "
    shown.row.set_wanted(True)
    assert shown.line.accessibleName() == "What is your name?"
    shown.row.set_wanted(False)
    assert shown.line.accessibleName() == usual
    shown.tail = ""
    shown.row.set_wanted(True)
    assert shown.line.accessibleName() == usual, "it asks without a word"


def test_nothing_waits_where_nothing_runs(shown: Shown, qtbot: QtBot) -> None:
    """Stopped in the middle of a line: that looks like a question."""
    shown.row.set_guessed(True)
    assert shown.line.property("waits") is True
    shown.line.set_open(False)
    qtbot.waitUntil(lambda: not shown.line.isEnabled())
    assert shown.line.property("waits") is False
    shown.row.set_guessed(False)
    shown.row.set_guessed(True)
    assert shown.line.property("waits") is False and not shown.again.isVisible()


def test_it_is_highlighted_by_either_evidence(shown: Shown) -> None:
    for begin, end in (
        (shown.row.set_wanted, shown.row.set_wanted),
        (shown.row.set_guessed, shown.row.set_guessed),
    ):
        begin(True)
        assert shown.line.property("waits") and "waiting" in shown.line.placeholderText()
        end(False)
        assert not shown.line.property("waits")


def test_a_password_is_hidden_and_not_remembered(shown: Shown) -> None:
    shown.tail = GETPASS
    shown.row.set_guessed(True)
    assert shown.line.echoMode() == QLineEdit.EchoMode.Password
    assert "password" in shown.line.placeholderText()
    shown.type("sesame")
    assert shown.sent == [("sesame", True)]
    shown.tail += "\nwelcome\n"
    shown.row.set_guessed(False)
    assert shown.line.echoMode() == QLineEdit.EchoMode.Normal
    shown.press(Qt.Key.Key_Up)
    assert shown.line.text() == ""
    shown.row.begin_run()
    shown.row.set_wanted(True)
    assert not shown.again.isVisible()


def ask_password(shown: Shown, question: str = GETPASS) -> None:
    shown.tail = question
    shown.row.set_guessed(True)
    assert shown.line.is_secret


def answered(shown: Shown, tail: str = "") -> None:
    shown.tail = tail
    shown.row.set_guessed(False)


def test_undo_brings_no_sent_line_back(shown: Shown) -> None:
    """It may be a password that the script has asked for by input()."""
    QTest.keyClicks(shown.line, "hunt")
    QTest.keyClick(shown.line, Qt.Key.Key_Backspace)
    shown.type("ter")
    for _ in range(5):
        QTest.keySequence(shown.line, QKeySequence.StandardKey.Undo)
        assert shown.line.text() == ""
    assert shown.sent == [("hunter", False)]
    shown.press(Qt.Key.Key_Up)
    assert shown.line.text() == "hunter", "it is had where it is looked for"


def test_undo_brings_no_password_back(shown: Shown) -> None:
    ask_password(shown)
    shown.type("sesame")
    for _ in range(3):
        shown.line.undo()
        assert shown.line.text() == ""
    answered(shown)
    for _ in range(20):
        shown.line.undo()
        assert shown.line.text() == ""
    assert not shown.line.isRedoAvailable()


def test_a_password_that_was_not_sent_is_not_shown_afterwards(shown: Shown) -> None:
    ask_password(shown)
    QTest.keyClicks(shown.line, "sesam")
    shown.row.begin_run()  # the script was restarted
    assert not shown.line.is_secret and shown.line.text() == ""
    shown.line.undo()
    assert shown.line.text() == ""
    shown.press(Qt.Key.Key_Up)
    assert shown.line.text() == ""


def test_what_was_half_typed_is_no_part_of_the_password_and_comes_back(shown: Shown) -> None:
    QTest.keyClicks(shown.line, "my cat")
    shown.line.setCursorPosition(2)
    ask_password(shown)
    assert shown.line.text() == ""
    shown.line.undo()
    assert shown.line.text() == "", "nor can it be had by Undo"
    shown.type("sesame")
    assert shown.sent == [("sesame", True)]
    answered(shown)
    assert (shown.line.text(), shown.line.cursorPosition()) == ("my cat", 2)
    assert shown.line.echoMode() == QLineEdit.EchoMode.Normal
    shown.line.undo()
    assert shown.line.text() == "my cat"


def test_it_stays_hidden_while_something_else_is_printed(shown: Shown) -> None:
    """A thread of the script's goes on: that is no answer."""
    ask_password(shown)
    QTest.keyClicks(shown.line, "ses")
    shown.tail += "12 %\n"
    shown.row.set_guessed(False)
    assert shown.line.is_secret and shown.line.text() == "ses"
    assert "password" in shown.line.placeholderText()
    shown.type("ame")
    assert shown.sent == [("sesame", True)] and not shown.line.is_secret


def test_a_password_is_asked_for_in_several_lines(shown: Shown) -> None:
    ask_password(shown, GETPASS.replace("Password: ", "For the\ndata base\nof me: "))


def test_input_ends_a_question_that_getpass_gave_up(shown: Shown) -> None:
    ask_password(shown)
    QTest.keyClicks(shown.line, "ses")
    shown.tail += "\nName: "
    shown.row.set_guessed(False)
    shown.row.set_wanted(True)
    assert not shown.line.is_secret and shown.line.text() == ""


def test_passwords_are_in_no_history_and_no_answers(shown: Shown) -> None:
    shown.row.set_wanted(True)
    shown.type("Ada")
    shown.row.set_wanted(False)
    ask_password(shown)
    shown.line.insert("sesame\nsesame\nses")
    answered(shown)
    assert shown.sent[1:] == [("sesame\nsesame", True)] and shown.line.text() == ""
    for _ in range(4):
        shown.press(Qt.Key.Key_Up)
        assert shown.line.text() == "Ada"
    shown.line.clear()
    shown.row.begin_run()
    shown.row.set_wanted(True)
    shown.again.click()
    shown.row.set_wanted(False)
    shown.row.set_wanted(True)
    assert shown.sent[2:] == [("Ada", False)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2029"])
def test_lines_that_are_pasted_are_sent_but_for_the_unfinished_one(shown: Shown, end: str) -> None:
    shown.line.setText("my cat")
    shown.line.setCursorPosition(3)
    QGuiApplication.clipboard().setText(end.join(("name is", "", "42", "ye")))
    shown.line.paste()
    assert shown.sent == [("my name is\n\n42", False)], "in one piece: there may be very many"
    assert (shown.line.text(), shown.line.cursorPosition()) == ("yecat", 2)
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Up)
    shown.press(Qt.Key.Key_Up)
    assert shown.line.text() == "42", "each is a line of its own"


def test_what_is_pasted_while_nothing_runs_waits_for_enter(qtbot: QtBot, shown: Shown) -> None:
    shown.line.set_open(False)
    shown.line.insert("one\ntwo")
    assert not shown.sent
    shown.line.set_open(True)
    shown.press(Qt.Key.Key_Return)
    assert shown.sent == [("one\ntwo", False)] and shown.line.text() == ""


def test_pasted_answers_can_be_given_again(shown: Shown) -> None:
    shown.row.set_wanted(True)
    shown.line.insert("me\n42\n")
    shown.row.begin_run()
    shown.row.set_wanted(True)
    shown.again.click()
    shown.row.set_wanted(False)
    shown.row.set_wanted(True)
    assert shown.sent[1:] == [("me", False), ("42", False)]


def test_same_answers_again(shown: Shown) -> None:
    after = QPushButton("where Tab goes next")
    layout = shown.row.layout()
    assert layout is not None
    layout.addWidget(after)
    after.show()
    shown.row.set_wanted(True)
    assert not shown.again.isVisible()
    shown.type("me")
    shown.row.set_wanted(True)
    shown.type("42")
    shown.row.begin_run()
    assert not shown.again.isVisible(), "it does not ask yet"
    shown.row.set_wanted(True)
    assert shown.again.isVisible()
    shown.again.setFocus()
    shown.again.click()
    assert shown.sent[2:] == [("me", False)] and not shown.again.isVisible()
    assert shown.line.hasFocus(), "the keyboard is where the next answer goes"
    shown.row.set_wanted(False)
    shown.row.set_wanted(True)
    assert shown.sent[2:] == [("me", False), ("42", False)]


def test_same_answers_stop_at_a_password(qtbot: QtBot, shown: Shown) -> None:
    def answer_all() -> None:
        shown.tail = GETPASS
        shown.row.set_wanted(False)
        shown.row.set_guessed(True)
        shown.type("sesame")
        shown.tail = "Really? "
        shown.row.set_guessed(False)
        shown.row.set_wanted(True)

    shown.row.set_wanted(True)
    shown.type("me")
    answer_all()
    shown.type("yes")
    shown.row.begin_run()
    shown.tail = "Name? "
    shown.row.set_wanted(True)
    shown.again.click()
    with qtbot.assertNotEmitted(shown.row.sent, wait=2 * PAUSE_MS):
        pass
    answer_all()
    assert shown.sent[3:] == [("me", False), ("sesame", True), ("yes", False)]
