"""What the window shows while there is no script: a drop target and three ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.page.message_area import MessageArea
from reloader_gui.ui import theme
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import button, label, named, restyle

MOST_RECENT = 5


class EmptyPage(QWidget):
    open_pressed = Signal()
    example_pressed = Signal()
    new_pressed = Signal()
    script_chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageArea()
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_buttons()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._target = named(QFrame(), "dropTarget")
        self._fill_target()
        # A small window must show the buttons; the recent scripts can be scrolled to.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._target)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.messages)
        column.addWidget(area, 1)

    def _make_buttons(self) -> None:
        self.choose = button("Choose a script...", "chooseButton", "Find a script on your disk")
        self.choose.setProperty("role", "primary")
        self.choose.clicked.connect(self.open_pressed)
        self.example = button(
            "Try an example",
            "exampleButton",
            "Copies a small program to your Documents, opens it in your editor and runs it",
        )
        self.example.clicked.connect(self.example_pressed)
        self.new = button(
            "New script...", "newButton", "Makes a file with one line and opens it in your editor"
        )
        self.new.clicked.connect(self.new_pressed)

    def _fill_target(self) -> None:
        inner = QVBoxLayout(self._target)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(8)
        inner.addStretch(1)
        inner.addWidget(self._icon)
        inner.addWidget(_centred("Drop a Python script here", "headline"))
        explains = "Reloader runs it, shows what it prints, and runs it again when you save it."
        inner.addWidget(_centred(explains, "quiet"))
        inner.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for choice in (self.choose, self.example, self.new):
            buttons.addWidget(choice)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addSpacing(8)
        inner.addLayout(self._recent)
        inner.addStretch(1)

    def place_messages(self) -> None:
        """At the top; they may have been on the settings page."""
        self._column.insertWidget(0, self.messages)

    def set_colours(self, colours: Colours) -> None:
        self._icon.setPixmap(theme.icon("drop", colours.accent).pixmap(QSize(48, 48)))

    def set_aimed_at(self, aimed: bool) -> None:
        """A file is held over the window."""
        restyle(self._target, "aimed", aimed)

    def set_recent(self, scripts: Sequence[Path]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not scripts:
            return
        self._recent.addWidget(_centred("Recent", "quiet"))
        for path in scripts[:MOST_RECENT]:
            words = f"{path.name}  \u2013  {path.parent.name or path.parent}"
            line = button(words, "recentButton", str(path))
            line.setProperty("role", "flat")
            line.clicked.connect(lambda _=False, path=path: self.script_chosen.emit(path))
            self._recent.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)


def _centred(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
