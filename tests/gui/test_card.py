"""What the error card opens to, and the errors that a script survives, with real scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Diagnosis, Kind, ScriptError, State
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.run_page import RunPage
from reloader_gui.ui.widgets import Prose
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 30_000
Write = Callable[[str, str], Path]
CHAIN = """\
def price(name):
    return {'apple': 1}[name]


def cost(name):
    try:
        return price(name)
    except KeyError as error:
        raise ValueError(f'no price for {name}') from error


try:
    cost('plum')
except ValueError:
    limit, api_key = 3, 'hunter2'
    limit / (limit - 3) + api_key
"""
THREADS = """\
import threading

def work():
    print(scoer)

def other():
    1 / 0

for line in iter(input, 'end'):
    thread = threading.Thread(target=globals()[line], name='worker')
    thread.start()
    thread.join()
    print('done', line)
"""


def output_of(page: RunPage) -> str:
    return "".join(text_of(everything(page.output.document)))


class Stage:
    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def card(self) -> ErrorCard:
        assert self.window.page is not None
        return self.window.page.card

    def child(self, name: str) -> Any:
        """It is made with the first error."""
        self.until(lambda: self.card.findChild(QWidget, name))
        return self.card.findChild(QWidget, name)

    def run(self, script: Path) -> None:
        self.window.choose(script)
        self.qtbot.waitUntil(lambda: self.window.page is not None)
        QTest.mouseClick(self.window.bar.run, Qt.MouseButton.LeftButton)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def texts(self) -> list[str]:
        labels = self.card.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]


@pytest.fixture
def stage(qtbot: QtBot, make_real_window: Any) -> Stage:
    return Stage(qtbot, make_real_window())


def test_it_opens_to_the_values_and_to_what_went_wrong_before(
    stage: Stage, write: Write, edited: Any
) -> None:
    script = write("bill.py", CHAIN)
    stage.run(script)
    more = stage.child("detailsButton")
    stage.until(more.isVisible)
    before = stage.texts()
    assert before[-1] == "ZeroDivisionError: division by zero"
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    opened = stage.texts()[len(before) :]
    assert "limit = 3\napi_key = ***" in opened
    causes = [
        "KeyError: 'plum'",
        "This error led to the next one.",
        "ValueError: no price for plum",
        "The next error happened while this one was being dealt with.",
    ]
    assert [each for each in opened if each in causes] == causes
    reached = [more]
    for _ in range(3):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    names = [each.accessibleName() for each in reached[1:]]
    assert names == ["More about the error", "Line 2 of bill.py", "Line 9 of bill.py"]
    QTest.keyClick(reached[2], Qt.Key.Key_Space)
    assert edited == [(script, 2)]
    assert more.text() == "Less"
    more.click()
    assert stage.texts() == before
    stage.window.bar.menu.setFocus()
    tabbed: list[Any] = [stage.window.bar.menu]
    for _ in range(4):
        QTest.keyClick(tabbed[-1], Qt.Key.Key_Tab)
        tabbed.append(QApplication.focusWidget())
    names = [each.objectName() for each in tabbed[1:]]
    assert names[:3] == ["showLineButton", "copyForHelpButton", "detailsButton"]
    assert names[3] in ("messageAnswer", "outputView"), "what is below the card comes after it"
    assert all(each.accessibleName() and each.accessibleDescription() for each in tabbed[1:4])


def test_an_error_that_the_script_survives_is_shown_once_until_it_is_dismissed(
    stage: Stage, write: Write
) -> None:
    stage.run(write("game.py", THREADS))
    page = stage.window.page
    assert page is not None
    stage.until(lambda: page.input.isEnabled())
    page.run.engine.send("work")
    stage.until(stage.card.isVisible)
    title = "An error has ended the thread worker. Your script goes on."
    stage.until(lambda: "There is no name" in "".join(stage.texts()) or len(stage.texts()) > 3)
    assert stage.texts()[:2] == [title, "Line 4 of game.py: print(scoer)"]
    assert stage.texts()[-1].startswith("NameError: name 'scoer' is not defined")
    assert stage.card.accessibleName().startswith(f"Error. {title}")
    assert page.run.status is not None and page.run.status.state is State.RUNNING
    cross = stage.child("dismissErrorButton")
    assert cross.isVisible() and cross.accessibleName()
    cross.click()
    assert not stage.card.isVisible()
    page.run.engine.send("work")
    page.run.engine.send("other")
    stage.until(lambda: "ZeroDivisionError" in "".join(stage.texts()))
    page.run.engine.send("end")
    stage.until(lambda: page.status.text().startswith("Finished"))
    stage.until(lambda: stage.texts()[:1] == ["An error has ended the thread worker."])
    page.run.script.write_text("print('mended')\n")
    stage.until(lambda: not stage.card.isVisible())


def test_what_is_printed_by_a_script_that_is_stopped_is_no_error(
    stage: Stage, write: Write
) -> None:
    text = "import threading, time\ndef work():\n    1 / 0\n"
    text += "try:\n    print('ready')\n    while True: time.sleep(0.05)\nfinally:\n"
    text += "    thread = threading.Thread(target=work)\n    thread.start()\n    thread.join()\n"
    stage.run(write("game.py", text))
    page = stage.window.page
    assert page is not None
    stage.until(lambda: "ready" in output_of(page))
    found: list[object] = []
    page.run.printed.found.connect(lambda *each: found.append(each))
    stage.window.commands.stop()
    stage.until(lambda: found)
    stage.until(lambda: page.status.text().startswith("Stopped by you"))
    assert not stage.card.isVisible()


SERVER = """\
import socket, time
server = socket.socket()
server.bind(('127.0.0.1', {port}))
server.listen()
print('port', server.getsockname()[1], flush=True)
while True:
    time.sleep(0.05)
"""


@pytest.mark.posix  # Wine does not tell who listens
def test_a_port_that_another_window_has_is_freed_by_a_click(
    qtbot: QtBot, make_real_window: Any, write: Write
) -> None:
    first, second = (Stage(qtbot, make_real_window()) for _ in range(2))
    first.run(write("server.py", SERVER.format(port=0)))
    page = first.window.page
    assert page is not None

    def port() -> str:
        found = re.search(r"port (\d+)\s", output_of(page))
        return found[1] if found else ""

    first.until(port)
    second.run(write("again.py", SERVER.format(port=port())))
    stop = second.child("stopOtherButton")
    second.until(stop.isVisible)
    assert stop.text() == "Stop server.py" and stop.accessibleDescription()
    stop.click()
    first.until(lambda: page.status.text().startswith("Stopped by you"))
    other = second.window.page
    assert other is not None
    second.until(lambda: "server.py is stopped." in other.messages.texts())
    answers = second.window.findChildren(QPushButton, "messageAnswer")
    next(each for each in answers if each.text() == "Run" and each.isVisible()).click()
    second.until(lambda: f"port {port()}" in output_of(other))
    second.until(lambda: not second.card.isVisible())


@pytest.mark.posix
def test_of_a_script_that_was_killed_a_line_says_what_may_have_done_it(
    stage: Stage, write: Write
) -> None:
    stage.run(write("game.py", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"))
    page = stage.window.page
    assert page is not None
    stage.until(lambda: any("ended from outside" in each for each in page.messages.texts()))
    page.run.script.write_text("print('mended')\n")
    stage.until(lambda: not any("ended from outside" in each for each in page.messages.texts()))


def test_in_a_low_window_more_opens_to_all_that_it_means(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = ErrorCard(page)
    card.set_short(True)
    card.show_error(ScriptError("KeyError", "'a'", Path("main.py"), 1, "counts[word] += 1"))
    values = ("counts", "'the'", "counts[word] = counts.get(word, 0) + 1")
    card.show_explanation(Diagnosis(Kind.COUNTED_KEY, values))
    more = card.findChild(QPushButton, "detailsButton")
    assert more is not None and more.isVisibleTo(card)
    whole = [each for each in card.findChildren(Prose) if each.whole == card.meaning]
    before = card.needs(600, short=True)
    assert not any(each.isVisibleTo(card) for each in whole)
    more.click()
    assert any(each.isVisibleTo(card) for each in whole)
    assert card.needs(600, short=True) > before


@pytest.mark.parametrize(
    ("kind", "values", "imports", "code"),
    [
        (Kind.SELF_FORGOTTEN, ("size", "self.size"), "", ["self.size"]),
        (
            Kind.JSON_PUT,
            ("a < b", 3, "a < b  and c", "default=str"),
            "import json",
            ["a < b  and c", "default=str", "import json"],
        ),
        (
            Kind.FOUND_NONE,
            ("one", "find()", "'Klara'", 3, 9, "if one is None:"),
            "",
            ["if one is None:"],
        ),
        (Kind.ZERO_DIVISION, ("<i>n</i>",), "", []),
    ],
)
def test_what_is_to_be_written_stands_out_as_code(
    kind: Kind, values: tuple[str | int, ...], imports: str, code: list[str], qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = ErrorCard(page)
    card.show_error(ScriptError("NameError", "no size", Path("main.py"), 1, "print(size)"))
    card.show_explanation(Diagnosis(kind, values, imports=imports))
    (prose,) = [each for each in card.findChildren(Prose) if each.isVisibleTo(card)]
    shown = QTextDocument()
    if prose.textFormat() is Qt.TextFormat.RichText:
        shown.setHtml(prose.text())
    else:
        shown.setPlainText(prose.text())
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    assert shown.toPlainText() == prose.whole == card.meaning == prose.accessibleName()
    assert _in_font(shown, fixed) == code


def _in_font(document: QTextDocument, family: str) -> list[str]:
    found, pieces = [], cast("Any", document.begin())  # can be gone through; its stub lacks that
    for piece in pieces:
        fragment = piece.fragment()
        if family in (fragment.charFormat().fontFamilies() or []):
            found.append(fragment.text().replace("\xa0", " "))
    return found
