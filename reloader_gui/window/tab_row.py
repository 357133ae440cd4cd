"""The row of tabs above the script bar, while there is more than one. GUI thread.

Shows what it is given and tells what the user wants; which scripts are open is known in pages.py.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from reloader_core import frozen
from reloader_gui.texts.tabs import TABS
from reloader_gui.ui import theme
from reloader_gui.ui.theme import LIGHT, Colours
from reloader_gui.ui.widgets import Worded, named, plain_tip, put_words
from reloader_gui.window.tab_state import TabState

NARROWEST, WIDEST = 128, 260
ICON = QSize(16, 16)
CROSS = QSize(12, 12)
ARROWS = (("ScrollLeftButton", "left"), ("ScrollRightButton", "right"))
"""Qt's names of its own, and our pictures."""
AT_THE_END = QTabBar.ButtonPosition.RightSide


@frozen
class ShownTab:
    key: Hashable
    """Which tab it is, wherever it stands."""
    name: str
    tip: str
    state: TabState | None
    """None: no script is open in it."""


class TabBar(QTabBar):
    """Of bounded widths: long names are cut, and too many tabs are scrolled."""

    middle_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pressed = -1
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(ICON)

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).boundedTo(QSize(WIDEST, 1000))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index).boundedTo(QSize(NARROWEST, 1000))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed = self.tabAt(event.position().toPoint())
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif self._pressed >= 0 and self._pressed == self.tabAt(event.position().toPoint()):
            self.middle_clicked.emit(self._pressed)


class TabRow(Worded, QWidget):
    chosen = Signal(int)
    close_wanted = Signal(int)
    new_wanted = Signal()
    moved = Signal(int, int)
    """From one place to another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._shown: list[ShownTab] = []
        self.bar = named(TabBar(), "tabBar")
        self.bar.currentChanged.connect(self.chosen)
        self.bar.tabBarClicked.connect(self._on_clicked)
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.middle_clicked.connect(self.close_wanted)
        self.new = named(QToolButton(), "newTabButton")
        self.new.setProperty("role", "flat")
        self.new.setIconSize(ICON)
        self.new.clicked.connect(self.new_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.bar)
        row.addWidget(self.new, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.hide()
        self.set_words()

    def set_words(self) -> None:
        self.bar.setAccessibleName(TABS.row())
        put_words(self.new, TABS.new(), TABS.new_tip(), "Ctrl+T")
        for index, tab in enumerate(self._shown):
            self._word(index, tab)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.new.setIcon(theme.icon("plus", colours.text))
        for name, picture in ARROWS:
            if (arrow := self.bar.findChild(QToolButton, name)) is not None:
                arrow.setArrowType(Qt.ArrowType.NoArrow)
                arrow.setIcon(theme.icon(picture, colours.text, colours.disabled))
        for index, tab in enumerate(self._shown):
            self._draw(index, tab)

    def show_tabs(self, tabs: Sequence[ShownTab], current: int) -> None:
        with QSignalBlocker(self.bar):
            self._place(tabs)
            before, self._shown = self._shown, list(tabs)
            for index, (tab, was) in enumerate(zip(tabs, before, strict=True)):
                if tab != was or not self.bar.tabText(index):
                    self._word(index, tab)
                    self._draw(index, tab)
            if current >= 0:
                self.bar.setCurrentIndex(current)
        self.bar.updateGeometry()  # before it is seen Qt does not tell the layout of a new tab
        self.setVisible(len(tabs) > 1)

    def _place(self, tabs: Sequence[ShownTab]) -> None:
        """As many, and in the same order."""
        wanted = {tab.key for tab in tabs}
        for index in reversed(range(len(self._shown))):
            if self._shown[index].key not in wanted:
                self.bar.removeTab(index)
                del self._shown[index]
        for index, tab in enumerate(tabs):
            keys = [each.key for each in self._shown]
            if tab.key not in keys:
                self._insert(index)
                self._shown.insert(index, ShownTab(tab.key, "", "", None))
            elif (place := keys.index(tab.key)) != index:
                self.bar.moveTab(place, index)
                self._shown.insert(index, self._shown.pop(place))

    def _insert(self, index: int) -> None:
        self.bar.insertTab(index, "")
        cross = named(QToolButton(), "tabCloseButton")
        cross.setProperty("role", "flat")
        cross.setIconSize(CROSS)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W is quicker than so many stops
        cross.clicked.connect(lambda: self._on_cross(cross))
        self.bar.setTabButton(index, AT_THE_END, cross)

    def _word(self, index: int, tab: ShownTab) -> None:
        name = tab.name or TABS.new()
        told = TABS.with_state(name, tab.state.value.words()) if tab.state is not None else name
        self.bar.setTabText(index, name.replace("&", "&&"))
        self.bar.setTabToolTip(index, plain_tip("\n".join(filter(None, (told, tab.tip)))))
        self.bar.setAccessibleTabName(index, told)
        cross = self.bar.tabButton(index, AT_THE_END)
        if isinstance(cross, QToolButton):
            cross.setToolTip(plain_tip(TABS.close(name)))
            cross.setAccessibleName(TABS.close(name))

    def _draw(self, index: int, tab: ShownTab) -> None:
        look = (tab.state or TabState.READY).value
        if tab.state is not None:
            icon = theme.icon(look.icon, getattr(self._colours, look.colour))
        else:
            icon = theme.icon("plus", self._colours.quiet)
        self.bar.setTabIcon(index, icon)
        cross = self.bar.tabButton(index, AT_THE_END)
        if isinstance(cross, QToolButton):
            cross.setIcon(theme.icon("close", self._colours.quiet))

    # -- what the user does

    def _on_clicked(self, index: int) -> None:
        """Also the one that is chosen: the settings may be shown before it."""
        if index >= 0 and index == self.bar.currentIndex():
            self.chosen.emit(index)

    def _on_moved(self, place: int, to: int) -> None:
        self._shown.insert(to, self._shown.pop(place))
        self.moved.emit(place, to)

    def _on_cross(self, cross: QWidget) -> None:
        for index in range(self.bar.count()):
            if self.bar.tabButton(index, AT_THE_END) is cross:
                self.close_wanted.emit(index)
                return
