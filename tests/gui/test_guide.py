"""F1's guide, the text for whoever reports a problem, and F6's way round a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from reloader_core import Exit, ReasonKind, ScriptError, State
from reloader_gui.run.parts import Parts
from reloader_gui.texts.guide import GUIDE
from reloader_gui.ui import program
from reloader_gui.window import problem_dialog
from reloader_gui.window.main_window import MainWindow

# Of the offscreen platform.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")


def test_f1_opens_the_guide_with_the_keys_that_there_are(ready: MainWindow) -> None:
    QTest.keyClick(ready, Qt.Key.Key_F1)
    guide = ready.findChild(QDialog, "guide")
    assert guide is not None and guide.isVisible()
    text = guide.findChild(QTextBrowser).toPlainText()  # type: ignore[union-attr]
    for sentence in GUIDE.sentences():
        assert sentence in text
    for keys in ("F5, Ctrl+R", "Ctrl+N", "Ctrl+F", "F6", "Ctrl+D"):
        assert keys in text, keys
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    ready.commands.show_guide()
    assert guide.isVisible(), "the same one"


def test_what_is_reported_names_nobody(
    make_window: Any, fake_parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """About leads there; the end of the log is in it."""
    from dataclasses import replace

    home = tmp_path / "homes" / "ada"
    log = home / "reloader.log"
    log.parent.mkdir(parents=True)
    log.write_text("old\n" * 100 + f"OSError: {home}/x.py\ntoken = abc123\n", encoding="utf-8")
    monkeypatch.setattr(problem_dialog, "home_folder", lambda: home)
    window = make_window(replace(fake_parts, log_file=log))
    window.commands.show_about()
    box = window.findChild(QMessageBox)
    next(each for each in box.buttons() if "Report" in each.text()).click()
    dialog = window.findChild(QDialog, "problemDialog")
    assert dialog.isVisible()
    dialog.findChild(QPushButton, "problemCopy").click()
    text = QGuiApplication.clipboard().text()
    assert f"Reloader {program.version()} on " in text and "What I expected:" in text
    assert "OSError: ~/x.py\n    token = ***\n" in text and text.count("old") < 50
    assert "ada" not in text


def test_f6_goes_round_output_card_and_input(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    page = ready.page
    assert page is not None
    ready.bar.run.setFocus()

    def press(*keys: Any) -> str:
        QTest.keyClick(QApplication.focusWidget() or ready, Qt.Key.Key_F6, *keys)
        focus = ready.focusWidget()
        return focus.objectName()

    assert [press() for _ in range(3)] == ["outputView", "inputLine", "outputView"]
    error = ScriptError("NameError", "name 'scoer' is not defined", game, 1, "score = scoer")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    qtbot.waitUntil(page.card.isVisible)
    qtbot.waitUntil(lambda: not page.input.isEnabled())
    card = press()
    assert page.card.isAncestorOf(ready.focusWidget()), card
    assert press() == "outputView"
    assert press(Qt.KeyboardModifier.ShiftModifier) == card
