"""Buttons and labels as this window wants them: named, with words for everybody. GUI thread."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

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


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
