from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reloader_gui.ui.widgets import label

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
