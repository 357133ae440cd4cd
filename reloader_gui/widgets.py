"""Buttons and labels as this window wants them: named, with words for everybody. GUI thread."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, accessible: str = "") -> W:
    widget.setObjectName(name)
    if accessible:
        widget.setAccessibleName(accessible)
    return widget


def button(text: str, name: str, tip: str = "", keys: str = "") -> QPushButton:
    """`tip` says what it does, for the tool tip and for screen readers."""
    made = named(QPushButton(text), name, text.removesuffix("..."))
    made.setToolTip(f"{tip} ({keys})" if keys else tip)
    made.setAccessibleDescription(tip)
    return made


def label(text: str = "", role: str = "") -> QLabel:
    """Plain text that wraps and can be selected with the mouse."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        made.setProperty("role", role)
    return made


class OneLine(QLabel):
    """Shows as much of its text as there is room for; the tool tip has all of it."""

    def __init__(self, role: str, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", role)
        self._whole = ""

    @property
    def whole(self) -> str:
        return self._whole

    def set_whole(self, text: str) -> None:
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, self._elide, width)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def whole_text(label: QLabel) -> str:
    return label.whole if isinstance(label, OneLine) else label.text()


def height_for(widget: QWidget, width: int) -> int:
    """What it wants; its text may be wrapped."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
