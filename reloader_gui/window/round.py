"""F6: the keyboard goes round a page: output, error card, input. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reloader_gui.page.run_page import RunPage
from reloader_gui.ui.widgets import announce

NEXT, PREVIOUS = "F6", "Shift+F6"


class Round(QObject):
    """`page()` is asked each time; None: there is none, or something else is shown."""

    def __init__(self, window: QWidget, page: Callable[[], RunPage | None]) -> None:
        super().__init__(window)
        self._page = page
        for keys, step in ((NEXT, 1), (PREVIOUS, -1)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda step=step: self.go(step))

    def go(self, step: int) -> None:
        page = self._page()
        if page is None or not page.isVisible():
            return
        parts = [part for part in (page.output, page.card, page.input) if _can_be_used(part)]
        focus = QApplication.focusWidget()
        inside = [focus is not None and _has(part, focus) for part in parts]
        at = inside.index(True) + step if True in inside else min(0, step)
        part = parts[at % len(parts)]
        target = _first_button(part) if part is page.card else part
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if part is page.card:  # else only its button would be read
            announce(part, part.accessibleName())


def _has(part: QWidget, focus: QWidget) -> bool:
    return part is focus or part.isAncestorOf(focus)


def _can_be_used(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled()


def _first_button(card: QWidget) -> QWidget:
    """As it is read: from the top, and from the left."""

    def place(button: QWidget) -> tuple[int, int]:
        corner = button.mapTo(card, QPoint())
        return corner.y(), corner.x()

    return min(filter(_can_be_used, card.findChildren(QAbstractButton)), key=place, default=card)
