from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Exit, ReasonKind, ScriptError, State
from reloader_gui.ui.widgets import label
from reloader_gui.window.main_window import MainWindow

Write = Callable[[str, str], Path]
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_label_can_be_selected_while_the_pointer_is_over_it(qtbot: QtBot) -> None:
    shown = label("what went wrong")
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    assert not shown.textInteractionFlags() & SELECTABLE
    at = QPointF(3, shown.height() / 2)
    QApplication.sendEvent(shown, QEnterEvent(at, at, at))
    QTest.mouseDClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(6, shown.height() // 2))
    assert shown.selectedText() == "what"
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    assert shown.selectedText() == "what", "so that it can be copied from elsewhere"
    shown.setSelection(0, 0)
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    assert not shown.textInteractionFlags() & SELECTABLE


def tips_of(window: MainWindow) -> list[str]:
    tips = [each.toolTip() for each in window.findChildren(QWidget)]
    for combo in window.findChildren(QComboBox):
        tips += [combo.itemData(at, Qt.ItemDataRole.ToolTipRole) for at in range(combo.count())]
    for bar in window.findChildren(QTabBar):
        tips += [bar.tabToolTip(at) for at in range(bar.count())]
    return [tip for tip in tips if tip]


@pytest.mark.posix
def test_no_tool_tip_loads_the_picture_that_a_name_or_a_line_of_code_names(
    qtbot: QtBot, window: MainWindow, engines: Any, write: Write
) -> None:
    """It may be on a stranger's server, to whom Windows logs in for it. (Its names have no '<'.)"""
    tag = "<img src='picture.png'>"
    scripts = [write(f"{tag}{number}.py", f"{tag * 60}\n") for number in (1, 2)]
    for script in scripts:
        window.opening.choose_apart(script)
    qtbot.waitUntil(lambda: window.pages.tabs.scripts == scripts)
    page = window.page
    assert page is not None
    window.bar.run.click()
    qtbot.waitUntil(lambda: bool(engines))
    error = ScriptError("SyntaxError", f"{tag * 60} is no Python", page.run.script, 1)
    engines[0].running()
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    qtbot.waitUntil(lambda: any("picture.png" in each.toolTip() for each in labels(page.card)))
    tips = [tip for tip in tips_of(window) if "picture.png" in tip]
    assert len(tips) >= 6, "of the tabs, the scripts, the code"
    assert [tip for tip in tips if tag in tip and GuiQt.mightBeRichText(tip)] == []


def labels(widget: QWidget) -> list[QLabel]:
    return widget.findChildren(QLabel)
