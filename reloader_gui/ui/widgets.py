"""Buttons and labels as this window wants them: named, with words for everybody. GUI thread."""

from __future__ import annotations

import html
import re
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontDatabase,
    QResizeEvent,
)
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from reloader_gui.texts.values import VALUES

W = TypeVar("W", bound=QWidget)
TITLE_BAR = 32


def named(widget: W, name: str, accessible: str = "") -> W:
    widget.setObjectName(name)
    if accessible:
        widget.setAccessibleName(accessible)
    return widget


def button(name: str) -> QPushButton:
    """Without words: put_words()."""
    return named(QPushButton(), name)


def put_words(button: QAbstractButton, text: str, tip: str = "", keys: str = "") -> None:
    """`tip` says what it does, for the tool tip and for screen readers."""
    button.setText(text)
    button.setAccessibleName(text.rstrip(".\u2026"))
    button.setToolTip(plain_tip(VALUES.tip(tip, keys)))
    button.setAccessibleDescription(tip)


def plain_tip(text: str) -> str:
    """A tool tip that says just this. Qt takes what begins like HTML for a document, and loads the
    pictures it names: also those on a stranger's server, from a file's name or a line of code."""
    if not GuiQt.mightBeRichText(text):
        return text
    return GuiQt.convertFromPlainText(text, GuiQt.WhiteSpaceMode.WhiteSpaceNormal)


class Worded:
    """A widget that says something: set_words() is called whenever the language is another
    one; the first time by the widget itself. Stands before the Qt class among the bases."""

    def set_words(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]  # the Qt class comes after this one
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()


_SELECTING = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
)


class Label(QLabel):
    """Plain text that can be selected with the mouse.

    From a click on, until the pointer leaves: a text that can be selected tells screen readers
    of each change as an editor does, which no label is (Qt: 'Received text event for invalid
    interface').
    """

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() in _SELECTING:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasSelectedText():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)


def bare_label() -> QLabel:
    """For an icon or a few words of plain text, which cannot be selected."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def label(text: str = "", role: str = "") -> QLabel:
    """A text that wraps."""
    made = Label(text, role)
    made.setWordWrap(True)
    return made


def line_beside() -> QLabel:
    """As label(), beginning where the status does, and the text in a frame above or below it."""
    made = label(role="beside")
    made.setIndent(0)  # else half an x more
    return made


_BEGIN, _END = "\ue000", "\ue001"
"""For private use in Unicode."""


def as_code(text: str) -> str:
    """What a Prose is to show as code."""
    return f"{_BEGIN}{text}{_END}"


_CODE = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
_UNBROKEN = 40
"""So many characters of code stay on one line."""


def _shown_as_code(found: re.Match[str]) -> str:
    """In HTML."""
    code = found[1].replace("  ", "&nbsp; ").replace("\n", "<br>")
    if len(html.unescape(found[1])) <= _UNBROKEN:
        code = code.replace(" ", "&nbsp;")
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return f'<span style="font-family: &quot;{html.escape(fixed)}&quot;">{code}</span>'


class Prose(Label):
    """A text that wraps; code in it (see as_code) stands out by its font."""

    def __init__(self, role: str) -> None:
        super().__init__(role=role)
        self.setWordWrap(True)
        self._whole = ""

    @property
    def whole(self) -> str:
        return self._whole

    def set_whole(self, text: str) -> None:
        self._whole = text.replace(_BEGIN, "").replace(_END, "")
        if self._whole == text:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(text)
        else:
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(_CODE.sub(_shown_as_code, html.escape(text)))
        self.setAccessibleName(self._whole)


class OneLine(Label):
    """Shows as much of its text as there is room for; the tool tip has all of it."""

    def __init__(self, role: str, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(role=role)
        self._elide = elide
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


def whole_text(label: QLabel) -> str:
    return label.whole if isinstance(label, OneLine | Prose) else label.text()


def announce(widget: QWidget, text: str) -> None:
    """A screen reader says this at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def open_at(dialog: QWidget, size: QSize) -> None:
    """No larger than the screen and its title bar allow: with large text there may be little."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - QSize(0, TITLE_BAR)))


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
