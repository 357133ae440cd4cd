"""The bar above the page: which script, Run and Stop in their fixed places, the switch.

GUI thread. Emits what the user wants; shows a StatusView. One bar for the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from reloader_gui.texts.status import STATUS, UNDER_WAY, StatusView
from reloader_gui.texts.values import VALUES
from reloader_gui.texts.window import BAR
from reloader_gui.ui import theme
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import not_there
from reloader_gui.ui.program import home_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded, button, named, plain_tip, put_words, restyle

ICON = QSize(16, 16)
GAP = 0.375
ICON_AND_GAP = QSize(22, 16)
NARROWEST, USUAL, WIDEST = 80, 112, 320
WIDEST_LIST = 480
_AROUND_A_NAME = 52
_WIDEST_BUTTON = 1000
LEVELS = 4
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
        self.combo.setMaximumWidth(USUAL)
        self.combo.setMinimumHeight(32)
        self.combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.combo.setItemDelegate(_WithFolder(self.combo))
        self._disk = Background(self)
        self.combo.activated.connect(self._on_activated)
        self.open = button("openButton")
        self.open.clicked.connect(self.open_pressed)
        self.edit = button("editButton")
        self.edit.clicked.connect(self.edit_pressed)
        self.run = button("runButton")
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
        self._current: Path | None = None
        self._level = 0
        self._needs = [0] * LEVELS
        """How wide the bar is with the words of each level."""
        self._runs = self._has_stronger = False
        self.set_words()

    def set_words(self) -> None:
        """Run's are the view's."""
        self.combo.setAccessibleName(BAR.script())
        put_words(self.open, BAR.open(), BAR.open_tip(), "Ctrl+O")
        put_words(self.edit, BAR.edit(), BAR.edit_tip())
        put_words(self.run, self.run.text() or STATUS.run(), BAR.run_tip(), "F5")
        put_words(self.stop, BAR.stop(), BAR.stop_tip(), "Shift+F5")
        self.switch.setAccessibleName(BAR.switch())
        self.switch.setToolTip(plain_tip(BAR.switch_tip()))
        self.menu.setAccessibleName(BAR.menu())
        self.menu.setToolTip(plain_tip(BAR.menu()))
        self._fit_all()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.menu.setIcon(theme.icon("menu", colours.text, colours.disabled))
        self.menu.setIconSize(ICON)
        self._fit_all()

    def _fit_all(self) -> None:
        if self._colours is None:
            return
        for level in range(LEVELS):
            self._set_words(level)
            self._needs[level] = self._needed()
        self.setMinimumWidth(self._needs[-1])
        self._fit_words()

    def show_view(self, view: StatusView, *, has_stronger: bool = False) -> None:
        """`has_stronger`: what is wanted now stands below."""
        self.run.setText(view.run_label)
        self.run.setAccessibleName(view.run_label)
        self.stop.setEnabled(view.stop_enabled)
        runs = view.state in UNDER_WAY
        if (runs, has_stronger) != (self._runs, self._has_stronger):
            self._runs, self._has_stronger = runs, has_stronger
            self._show_strongest()

    def _show_strongest(self) -> None:
        """It is the one that is wanted now: what runs is restarted by a save, and needs the
        window to be stopped."""
        if self._colours is None:
            return
        bare = self._level == LEVELS - 1
        for each, name, wanted in (
            (self.run, "run", not self._runs and not self._has_stronger),
            (self.stop, "stop", self._runs and not self._has_stronger),
        ):
            restyle(each, "role", "primary" if wanted else None)
            colour = self._colours.on_accent if wanted else self._colours.text
            picture = theme.icon(name, colour, self._colours.disabled, 0.0 if bare else GAP)
            each.setIcon(QIcon() if bare and each is self.run else picture)
            each.setIconSize(ICON if bare else ICON_AND_GAP)

    def _fit_buttons(self) -> None:
        """Both of Run's words fit, and bold ones, so that Stop never moves to where Run was."""
        for each, all_words in (
            (self.run, (STATUS.run(), STATUS.run_again())),
            (self.stop, (self.stop.text(),)),
        ):
            words, role, widths = each.text(), each.property("role"), []
            each.setMinimumWidth(0)
            each.setMaximumWidth(_WIDEST_BUTTON)
            restyle(each, "role", "primary")
            for text in all_words:
                each.setText(text)
                widths.append(each.sizeHint().width())
            each.setText(words)
            restyle(each, "role", role)
            each.setFixedWidth(max(widths))

    def set_has_script(self, has_script: bool) -> None:
        for each in (self.combo, self.open, self.edit, self.run, self.stop, self.switch):
            each.setVisible(has_script)

    def set_restart_on_save(self, on: bool) -> None:
        self.switch.setChecked(on)

    def set_scripts(self, scripts: Sequence[Path], current: Path | None) -> None:
        """The recent scripts, newest first. Those that are gone are left out as soon as the disk
        has said so."""
        paths = list(dict.fromkeys([*([current] if current is not None else []), *scripts]))
        self._show_scripts(paths, current)

        def leave_out(gone: frozenset[Path]) -> None:
            left = [each for each in paths if each not in gone or each == current]
            if left != paths and current == self._current and not self.combo.view().isVisible():
                self._show_scripts(left, current)

        self._disk.submit(lambda: not_there(paths), leave_out, instead=frozenset)

    def _show_scripts(self, paths: Sequence[Path], current: Path | None) -> None:
        self._current = current
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for path in paths:
                self.combo.addItem(_name(path, paths), str(path))
                tip, role = plain_tip(str(path)), Qt.ItemDataRole.ToolTipRole
                self.combo.setItemData(self.combo.count() - 1, tip, role)
            self.combo.setCurrentIndex(0 if current is not None else -1)
        self.combo.setToolTip(plain_tip(str(current)) if current is not None else "")
        self.combo.ensurePolished()  # the style sheet's font counts
        wide = self.combo.fontMetrics().horizontalAdvance
        widest = max((wide(_with_folder(path)) for path in paths), default=0)
        self.combo.view().setMinimumWidth(min(WIDEST_LIST, widest + 48))
        room = wide(self.combo.currentText()) + _AROUND_A_NAME
        self.combo.setMaximumWidth(min(max(USUAL, room), WIDEST))

    def _on_activated(self, index: int) -> None:
        self.script_chosen.emit(Path(self.combo.itemData(index)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """As many words as there is room for; the tool tips say the rest."""
        if self._colours is None:
            return
        fits = (level for level in range(LEVELS) if self._needs[level] <= self.width())
        level = next(fits, LEVELS - 1)
        if level != self._level:
            self._set_words(level)

    def _set_words(self, level: int) -> None:
        """0: all. From 1 on, Open and Edit are icons; from 2 on, the switch is short; 3: Stop is
        an icon, and Run has none."""
        if self._colours is None:
            return
        self._level = level
        self.switch.setText(BAR.switch() if level < 2 else BAR.short_switch())
        for each, name, words in (
            (self.open, "open", BAR.open()),
            (self.edit, "edit", BAR.edit()),
        ):
            gap = 0.0 if level else GAP
            each.setText("" if level else words)
            each.setIcon(theme.icon(name, self._colours.text, self._colours.disabled, gap))
            each.setIconSize(ICON if level else ICON_AND_GAP)
        last = level == LEVELS - 1
        self.stop.setText("" if last else BAR.stop())
        for each in (self.open, self.edit, self.stop):
            restyle(each, "bare", last)
        self._show_strongest()
        self._fit_buttons()

    def _needed(self) -> int:
        others = (self.open, self.edit, self.run, self.stop, self.switch, self.menu)
        # Run and Stop have the width of all their words; what Run says now may be of another
        # language, until its state is shown anew.
        widths = ((each.minimumWidth() or each.sizeHint().width()) + 8 for each in others)
        return self.combo.minimumWidth() + sum(widths) + 8


class _WithFolder(QStyledItemDelegate):
    """In the list each script has its folder; the bar shows the name alone."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = _with_folder(Path(index.data(Qt.ItemDataRole.UserRole)))


def _with_folder(path: Path) -> str:
    return VALUES.in_folder(path.name, VALUES.folder(path.parent, home_folder()))


def _name(path: Path, all_paths: Sequence[Path]) -> str:
    """The file's name, with its folder where two have the same."""
    if sum(each.name == path.name for each in all_paths) > 1:
        return f"{path.name} ({path.parent.name or path.parent})"
    return path.name
