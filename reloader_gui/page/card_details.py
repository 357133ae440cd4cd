"""What the error card opens to: the values in the line that failed, and the errors before this one.

GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reloader_core import Cause, ErrorDetails, NamedValue
from reloader_gui.run.masking import MASK, is_secret
from reloader_gui.texts.details import DETAILS
from reloader_gui.texts.explain import explaining
from reloader_gui.ui.widgets import Worded, button, height_for, label, put_words

GAP = 4
LEAST_HEIGHT, MOST_HEIGHT = 48, 180
"""The rest can be scrolled to."""
MOST_CHARS = 300
MOST_CAUSES = 5
"""The engine tells of no more."""


class CardDetails(Worded, QScrollArea):
    line_wanted = Signal(object, int)  # Path, line

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("errorDetails")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._details = ErrorDetails()
        self._inside: _Inside | None = None
        self._is_filled = False
        self.set_words()

    @property
    def has_something(self) -> bool:
        return bool(self._details.values or self._details.causes)

    def values(self) -> tuple[tuple[str, str], ...]:
        """(name, value) of the line that failed; a value of which only the type is known is told
        in words."""
        words = explaining.type_words
        return tuple((each.name, each.shown or words(each.type)) for each in self._details.values)

    def set_words(self) -> None:
        self.setAccessibleName(DETAILS.name())
        self._is_filled = False
        if self.isVisible():
            self._content()

    def show_details(self, details: ErrorDetails) -> None:
        self._details, self._is_filled = details, False
        if self.isVisible():
            self._content()

    def _content(self) -> _Inside:
        """Made when it is first looked at: most cards are never opened, and at a crash it would
        be more than half of the card's time."""
        if self._inside is None:
            self._inside = _Inside(self)
            self.setWidget(self._inside)
            self._inside.take_tab_order(self)
        if not self._is_filled:
            self._is_filled = True
            self._inside.fill(self._details)
            self.verticalScrollBar().setValue(0)
            self.updateGeometry()
        return self._inside

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.needs(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(LEAST_HEIGHT, self.needs(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def needs(self, width: int) -> int:
        """How high it wants to be."""
        if self.isHidden() and not self._is_filled:
            return 0
        bar = self.verticalScrollBar().sizeHint().width()
        return min(MOST_HEIGHT, height_for(self._content(), width - bar))

    def open(self) -> None:
        """It is about to be looked at."""
        self._content()


class _Inside(QWidget):
    def __init__(self, details: CardDetails) -> None:
        super().__init__()
        self.setObjectName("errorDetailsInside")
        self._values_heading, self._causes_heading = (label(role="heading") for _ in range(2))
        self._values = label()
        self._values.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._rows = [CauseRow(details) for _ in range(MOST_CAUSES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        for each in (self._values_heading, self._values, self._causes_heading, *self._rows):
            column.addWidget(each)
        column.addStretch(1)

    def take_tab_order(self, before: QWidget) -> None:
        """What is made later would come last for the Tab key."""
        for row in self._rows:
            QWidget.setTabOrder(before, row.button)
            before = row.button

    def fill(self, details: ErrorDetails) -> None:
        self._values_heading.setText(DETAILS.values())
        self._causes_heading.setText(DETAILS.causes())
        self._values.setText("\n".join(map(value_text, details.values)))
        for each in (self._values_heading, self._values):
            each.setVisible(bool(details.values))
        self._causes_heading.setVisible(bool(details.causes))
        causes = (*details.causes[:MOST_CAUSES], *[None] * MOST_CAUSES)
        for row, cause in zip(self._rows, causes, strict=False):
            row.show_cause(cause)


class CauseRow(QWidget):
    """One error, what came of it, and its line."""

    def __init__(self, details: CardDetails) -> None:
        super().__init__()
        self._cause: Cause | None = None
        self._details = details
        self._error = label()
        self._followed = label(role="quiet")
        self.button = self._line = button("causeLineButton")
        self._line.clicked.connect(self._on_line)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._error)
        texts.addWidget(self._followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(texts, 1)
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignTop)

    def show_cause(self, cause: Cause | None) -> None:
        self._cause = cause
        self.setVisible(cause is not None)
        if cause is None:
            return
        error = f"{cause.type}: {cause.message}" if cause.message else cause.type
        self._error.setText(error[:MOST_CHARS])
        self._followed.setText(DETAILS.followed(cause.link))
        has_line = cause.file is not None and bool(cause.line)
        self._line.setVisible(has_line)
        if cause.file is not None and cause.line:
            put_words(self._line, DETAILS.line(cause.line, cause.file.name), DETAILS.line_tip())

    def _on_line(self) -> None:
        cause = self._cause
        if cause is not None and cause.file is not None and cause.line:
            self._details.line_wanted.emit(cause.file, cause.line)


def value_text(value: NamedValue) -> str:
    """As it is shown: a secret is not, for others may look at the screen."""
    if not value.shown:
        return DETAILS.value_of_type(value.name, explaining.type_words(value.type))
    if is_secret(value.name):
        return DETAILS.value(value.name, MASK)
    if value.length is not None and "..." in value.shown:
        return DETAILS.value_of_length(value.name, value.shown, value.length)
    return DETAILS.value(value.name, value.shown)
