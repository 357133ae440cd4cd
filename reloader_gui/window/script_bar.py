"""The bar above the page: which script, Run and Stop in their fixed places, the switch.

GUI thread. Emits what the user wants; shows a StatusView. One bar for the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reloader_gui.texts.status import STATUS, StatusView
from reloader_gui.texts.window import BAR
from reloader_gui.ui import theme
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded, button, named, put_words

ICON = QSize(16, 16)
GAP = 0.4
ICON_AND_GAP = QSize(22, 16)
NARROWEST, WIDEST = 112, 320
_AROUND_A_NAME = 52
_WIDEST_BUTTON = 1000
LEVELS = 3
"""Of words that make room; see _set_words()."""


class ScriptCombo(QComboBox):
    """The recent scripts. A wheel or an arrow key must not choose one by accident:
    that would stop the script that runs."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()


class ScriptBar(Worded, QWidget):
    script_chosen = Signal(object)  # Path
    open_pressed = Signal()
    edit_pressed = Signal()
    run_pressed = Signal()
    stop_pressed = Signal()
    restart_toggled = Signal(bool)

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = named(ScriptCombo(), "scriptCombo")
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setMinimumWidth(NARROWEST)
        self.combo.setMaximumWidth(NARROWEST)
        self.combo.setMinimumHeight(32)
        self.combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.combo.activated.connect(self._on_activated)
        self.open = button("openButton")
        self.open.clicked.connect(self.open_pressed)
        self.edit = button("editButton")
        self.edit.clicked.connect(self.edit_pressed)
        self.run = button("runButton")
        self.run.setProperty("role", "primary")
        self.run.clicked.connect(self.run_pressed)
        self.stop = button("stopButton")
        self.stop.clicked.connect(self.stop_pressed)
        self.switch = named(QCheckBox(), "restartOnSave")
        self.switch.clicked.connect(self.restart_toggled)
        self.menu = named(QToolButton(), "menuButton")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.combo, 1)
        row.addWidget(self.open)
        row.addWidget(self.edit)
        row.addStretch(0)
        for widget in (self.run, self.stop, self.switch, self.menu):
            row.addWidget(widget)
        self._colours: Colours | None = None
        self.set_words()

    def set_words(self) -> None:
        """Run's are the view's."""
        self.combo.setAccessibleName(BAR.script())
        put_words(self.open, BAR.open(), BAR.open_tip(), "Ctrl+O")
        put_words(self.edit, BAR.edit(), BAR.edit_tip())
        put_words(self.run, self.run.text() or STATUS.run(), BAR.run_tip(), "F5")
        put_words(self.stop, BAR.stop(), BAR.stop_tip(), "Shift+F5")
        self.switch.setAccessibleName(BAR.switch())
        self.switch.setToolTip(BAR.switch_tip())
        self.menu.setAccessibleName(BAR.menu())
        self.menu.setToolTip(BAR.menu())
        self._fit_all()

    def set_colours(self, colours: Colours) -> None:
        grey = colours.disabled
        self._colours = colours
        self.menu.setIcon(theme.icon("menu", colours.text, grey))
        self.menu.setIconSize(ICON)
        self.run.setIcon(theme.icon("run", colours.on_accent, grey, GAP))
        self.stop.setIcon(theme.icon("stop", colours.text, grey, GAP))
        for each in (self.run, self.stop):
            each.setIconSize(ICON_AND_GAP)
        self._fit_all()

    def _fit_all(self) -> None:
        if self._colours is None:
            return
        # Both words fit, so that Stop never moves to where Run was.
        self.run.ensurePolished()
        label, widths = self.run.text(), []
        self.run.setMinimumWidth(0)
        self.run.setMaximumWidth(_WIDEST_BUTTON)
        for words in (STATUS.run(), STATUS.run_again()):
            self.run.setText(words)
            widths.append(self.run.sizeHint().width())
        self.run.setFixedWidth(max(widths))
        self.run.setText(label)
        self._set_words(LEVELS - 1)
        self.setMinimumWidth(self._needed())
        self._fit_words()

    def show_view(self, view: StatusView) -> None:
        self.run.setText(view.run_label)
        self.run.setAccessibleName(view.run_label)
        self.stop.setEnabled(view.stop_enabled)

    def set_has_script(self, has_script: bool) -> None:
        for each in (self.combo, self.open, self.edit, self.run, self.stop, self.switch):
            each.setVisible(has_script)

    def set_restart_on_save(self, on: bool) -> None:
        self.switch.setChecked(on)

    def set_scripts(self, scripts: Sequence[Path], current: Path | None) -> None:
        """The recent scripts, newest first."""
        paths = list(dict.fromkeys([*([current] if current is not None else []), *scripts]))
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for path in paths:
                self.combo.addItem(_name(path, paths), str(path))
                tip = Qt.ItemDataRole.ToolTipRole
                self.combo.setItemData(self.combo.count() - 1, str(path), tip)
            self.combo.setCurrentIndex(0 if current is not None else -1)
        self.combo.setToolTip(str(current) if current is not None else "")
        self.combo.ensurePolished()  # the style sheet's font counts
        wide = self.combo.fontMetrics().horizontalAdvance
        widest = max((wide(_name(path, paths)) for path in paths), default=0)
        self.combo.view().setMinimumWidth(min(480, widest + 48))
        room = wide(self.combo.currentText()) + _AROUND_A_NAME
        self.combo.setMaximumWidth(min(max(NARROWEST, room), WIDEST))

    def _on_activated(self, index: int) -> None:
        self.script_chosen.emit(Path(self.combo.itemData(index)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """As many words as there is room for; the tool tips say the rest."""
        if self._colours is None:
            return
        for level in range(LEVELS):
            self._set_words(level)
            if self._needed() <= self.width():
                return

    def _set_words(self, level: int) -> None:
        """0: all. From 1 on, Open and Edit are icons; from 2 on, the switch is short."""
        if self._colours is None:
            return
        self.switch.setText(BAR.switch() if level < 2 else BAR.short_switch())
        for each, name, words in (
            (self.open, "open", BAR.open()),
            (self.edit, "edit", BAR.edit()),
        ):
            gap = 0.0 if level else GAP
            each.setText("" if level else words)
            each.setIcon(theme.icon(name, self._colours.text, self._colours.disabled, gap))
            each.setIconSize(ICON if level else ICON_AND_GAP)

    def _needed(self) -> int:
        others = (self.open, self.edit, self.run, self.stop, self.switch, self.menu)
        widths = (max(each.sizeHint().width(), each.minimumWidth()) + 8 for each in others)
        return self.combo.minimumWidth() + sum(widths) + 8


def _name(path: Path, all_paths: Sequence[Path]) -> str:
    """The file's name, with its folder where two have the same."""
    if sum(each.name == path.name for each in all_paths) > 1:
        return f"{path.name} ({path.parent.name or path.parent})"
    return path.name
