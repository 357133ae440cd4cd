"""What can be done with the output, as icons at its edge, once there is output. GUI thread.

All of it is in the menu, too, with its keys; so these take no keyboard.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reloader_gui.output.scrolled_rows import ScrolledRows
from reloader_gui.texts.output import OUTPUT, OUTPUT_MENU
from reloader_gui.ui import theme
from reloader_gui.ui.theme import LIGHT, Colours
from reloader_gui.ui.widgets import Worded, named, put_words

WIDTH = 32
BUTTON = 28
TOP = 4


class Corner(Worded, QWidget):
    """A column of buttons at the right of `rows`; those that do not fit are left out, the last
    ones first."""

    find_wanted = Signal()
    copy_wanted = Signal()
    clear_wanted = Signal()
    wrap_wanted = Signal(bool)
    times_wanted = Signal(bool)

    def __init__(self, rows: ScrolledRows) -> None:
        super().__init__(rows)
        self._rows = rows
        self._colours = LIGHT
        self.setObjectName("outputCorner")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, TOP, 2, TOP)
        self._column.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        self._add("find", self.find_wanted.emit)
        self._add("copy", self.copy_wanted.emit)
        self._add("wrap", lambda: self.wrap_wanted.emit(self.buttons["wrap"].isChecked()))
        self._add("times", lambda: self.times_wanted.emit(self.buttons["times"].isChecked()))
        self._add("clear", self.clear_wanted.emit)
        for name in ("wrap", "times"):
            self.buttons[name].setCheckable(True)
        self._column.addStretch(1)
        self.hide()
        self.set_words()
        rows.viewport().installEventFilter(self)
        rows.refreshed.connect(self._on_refreshed)

    def _add(self, name: str, act: Callable[[], None]) -> None:
        button = named(QToolButton(), f"{name}OutputButton")
        button.setProperty("role", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.clicked.connect(act)
        self.buttons[name] = button
        self._column.addWidget(button)

    def set_words(self) -> None:
        put_words(self.buttons["find"], OUTPUT_MENU.find(), OUTPUT.find_tip(), "Ctrl+F")
        put_words(self.buttons["copy"], OUTPUT.copy(), OUTPUT.copy_tip())
        put_words(self.buttons["wrap"], OUTPUT_MENU.wrap(), OUTPUT_MENU.wrap())
        put_words(self.buttons["times"], OUTPUT_MENU.times(), OUTPUT.times_tip())
        put_words(self.buttons["clear"], OUTPUT_MENU.clear(), OUTPUT_MENU.clear(), "Ctrl+L")

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if not self.isHidden():  # else when there is output
            self._draw()

    def _draw(self) -> None:
        for name, button in self.buttons.items():
            button.setIcon(theme.icon(name, self._colours.quiet))

    def show_switches(self, *, wraps: bool, times: bool) -> None:
        self.buttons["wrap"].setChecked(wraps)
        self.buttons["times"].setChecked(times)

    def _on_refreshed(self) -> None:
        if self.isHidden() == (self._rows.document.count > 0):
            if self.isHidden():
                self._draw()
            self.setVisible(self.isHidden())
            self._rows.set_side(0 if self.isHidden() else WIDTH)
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Beside the text, with so many buttons as there is room for."""
        text = self._rows.viewport().geometry()
        self.setGeometry(text.right() + 1, text.top(), WIDTH, text.height())
        room = (text.height() - 2 * TOP) // BUTTON
        for number, button in enumerate(self.buttons.values()):
            button.setVisible(number < room)
