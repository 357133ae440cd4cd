"""Copy for help: what is copied, and that it is seen before."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Exit, ReasonKind, ScriptError, State
from reloader_gui.page.help_dialog import HelpDialog
from reloader_gui.run.help_report import MOST_LINES, Known, Wanted, report
from reloader_gui.ui import program
from reloader_gui.window.main_window import MainWindow

KNOWN = Known(
    script=Path("/home/ada/game.py"),
    python=None,
    error=ScriptError("KeyError", "'pear'", Path("/home/ada/game.py"), 3, "prices[fruit]"),
    meaning="'prices' has no key 'pear', only 'apple'.",
    values=(("prices", "{'apple': 1}"), ("api_key", "'s3cret'")),
    output="Name: Ada\nTraceback\nKeyError: 'pear'\n",
    output_without_input="Name: (what I typed)\nTraceback\nKeyError: 'pear'\n",
    arguments="--token s3cret apples",
    environment={"PATH": "/home/ada/bin", "PIP_TOKEN": "s3cret", "DB_PASS": "s3cret", "X": "y"},
    home=Path("/home/ada"),
    users=("ada",),
    reloader="1.0",
    system="Linux",
)


@pytest.mark.posix
def test_nothing_private_is_told_unasked() -> None:
    text = report(KNOWN, Wanted())
    assert text.startswith("Script: ~/game.py\n\nThe error is in line 3 of game.py:\n")
    assert "    prices[fruit]\nKeyError: 'pear'\n" in text and "Name: (what I typed)" in text
    assert text.endswith("\nReloader 1.0 on Linux\n")
    assert not any(word in text for word in ("Ada", "apple", "s3cret", "PATH", "ada"))
    everything = report(KNOWN, Wanted(values=True, arguments=True, environment=True, typed=True))
    for told in ("prices = {'apple': 1}", "Name: Ada", "apples", "PATH=~/bin", KNOWN.meaning):
        assert told in everything, told
    assert "s3cret" not in everything and "X=y" not in everything and "DB_PASS" not in everything


@pytest.mark.posix
def test_of_a_long_output_the_end_is_told() -> None:
    import dataclasses

    lines = "".join(f"line {n}\n" for n in range(500))
    text = report(dataclasses.replace(KNOWN, output_without_input=lines), Wanted())
    assert text.count("line 4") == MOST_LINES and "line 499" in text


def crash(qtbot: QtBot, ready: MainWindow, run: Any, game: Path) -> Any:
    game.write_text("prices = {}\nprices['pear']\n")
    page = ready.page
    assert page is not None
    page.run.options.set_texts(arguments="--level 3")
    run.prints(1, "Who? ")
    page.run.engine.send("Ada Lovelace")
    run.prints(1, f"Hello\n  File \"{game}\", line 2\nKeyError: 'pear'\n")
    error = ScriptError("KeyError", "'pear'", game, 2, "prices['pear']")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    card: Any = ready.findChild(QWidget, "errorCard")
    qtbot.waitUntil(lambda: card.isVisible())
    return card


def test_what_is_copied_is_seen_before_and_what_is_private_is_ticked(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_found", lambda *_, **__: game.parent)
    card = crash(qtbot, ready, run, game)
    QGuiApplication.clipboard().setText("before")
    QTest.mouseClick(card.findChild(QWidget, "copyForHelpButton"), Qt.MouseButton.LeftButton)
    dialog: Any = ready.findChild(HelpDialog)
    assert dialog is not None and dialog.isVisible()
    preview: Any = dialog.findChild(QPlainTextEdit)

    def text() -> str:
        return str(preview.toPlainText())

    assert QGuiApplication.clipboard().text() == "before"
    assert "prices['pear']" in text() and f'File "~{os.sep}game.py", line 2' in text()
    assert "Who? (what I typed)\n    Hello" in text()
    assert "Ada" not in text() and "--level" not in text() and str(game.parent) not in text()
    for name, told in (("helpTyped", "Who? Ada Lovelace"), ("helpArguments", "--level 3")):
        tick = dialog.findChild(QCheckBox, name)
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        assert told in text()
        assert tick.accessibleName()
    assert preview.accessibleName() and "hidden" in preview.accessibleDescription()
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not preview, "Tab leaves the text"
    shown = text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not ready.findChildren(HelpDialog))
    assert QGuiApplication.clipboard().text() == shown
    assert ready.page is not None
    assert "Copied. Paste it where you ask for help." in ready.page.messages.texts()


def test_escape_copies_nothing(qtbot: QtBot, ready: MainWindow, run: Any, game: Path) -> None:
    card = crash(qtbot, ready, run, game)
    QGuiApplication.clipboard().setText("before")
    card.findChild(QWidget, "copyForHelpButton").click()
    dialog: Any = ready.findChild(HelpDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not ready.findChildren(HelpDialog))
    assert QGuiApplication.clipboard().text() == "before"
