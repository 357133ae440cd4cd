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
from reloader_gui.texts.values import VALUES
from reloader_gui.texts.window import EMPTY
from reloader_gui.ui import theme
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import not_there
from reloader_gui.ui.program import home_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded, bare_label, button, label, named, put_words, restyle

MOST_RECENT = 5
WIDEST_RECENT = 360
MOST_LOOKED_AT = 10
"""Some of them may be gone."""


class EmptyPage(Worded, QWidget):
    open_pressed = Signal()
    example_pressed = Signal()
    new_pressed = Signal()
    script_chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageArea()
        self._icon = bare_label()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._headline, self._explains = _centred("headline"), _centred("quiet")
        self._make_buttons()
        self._disk = Background(self)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = _centred("quiet")
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
        self.set_words()

    def set_words(self) -> None:
        self._headline.setText(EMPTY.headline())
        self._explains.setText(EMPTY.explains())
        put_words(self.choose, EMPTY.choose(), EMPTY.choose_tip())
        put_words(self.example, EMPTY.example(), EMPTY.example_tip())
        put_words(self.new, EMPTY.new(), EMPTY.new_tip())
        self._recent_title.setText(EMPTY.recent())

    def _make_buttons(self) -> None:
        self.choose = button("chooseButton")
        self.choose.setProperty("role", "primary")
        self.choose.clicked.connect(self.open_pressed)
        self.example = button("exampleButton")
        self.example.clicked.connect(self.example_pressed)
        self.new = button("newButton")
        self.new.clicked.connect(self.new_pressed)

    def _fill_target(self) -> None:
        inner = QVBoxLayout(self._target)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(8)
        inner.addStretch(1)
        inner.addWidget(self._icon)
        inner.addWidget(self._headline)
        inner.addWidget(self._explains)
        inner.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for choice in (self.choose, self.example, self.new):
            buttons.addWidget(choice)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addSpacing(8)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        inner.addStretch(1)

    def place_messages(self) -> None:
        """At the top; they may have been on the settings page."""
        self._column.insertWidget(0, self.messages)

    def set_colours(self, colours: Colours) -> None:
        picture = theme.icon("drop", colours.accent, size=48)
        self._icon.setPixmap(picture.pixmap(QSize(48, 48)))

    def set_aimed_at(self, aimed: bool) -> None:
        """A file is held over the window."""
        restyle(self._target, "aimed", aimed)

    def set_recent(self, scripts: Sequence[Path]) -> None:
        """Those that are gone are left out as soon as the disk has said so."""
        scripts = scripts[:MOST_LOOKED_AT]
        self._show_recent(scripts[:MOST_RECENT])

        def leave_out(gone: frozenset[Path]) -> None:
            if gone:
                self._show_recent([each for each in scripts if each not in gone][:MOST_RECENT])

        self._disk.submit(lambda: not_there(scripts), leave_out, instead=frozenset)

    def _show_recent(self, scripts: Sequence[Path]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._recent_title.setVisible(bool(scripts))
        for path in scripts:
            line = button("recentButton")
            folder = VALUES.folder(path.parent, home_folder())
            put_words(line, VALUES.in_folder(path.name, folder), str(path))
            shown = line.fontMetrics().elidedText(
                line.text(), Qt.TextElideMode.ElideMiddle, WIDEST_RECENT
            )
            line.setText(shown)
            line.setProperty("role", "flat")
            line.clicked.connect(lambda _=False, path=path: self.script_chosen.emit(path))
            self._recent.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)


def _centred(role: str) -> QLabel:
    made = label(role=role)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
