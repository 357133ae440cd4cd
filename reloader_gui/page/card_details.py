"""What the error card opens to: the values in the line that failed, and the errors before this one.

GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reloader_core import Cause, ErrorDetails, NamedValue
from reloader_gui.run.masking import MASK, is_secret
from reloader_gui.texts.details import DETAILS
from reloader_gui.texts.explain import EXPLAIN
from reloader_gui.ui.widgets import Worded, button, height_for, label, put_words

GAP = 4
LEAST_HEIGHT, MOST_HEIGHT = 48, 180
"""The rest can be scrolled to."""
MOST_CHARS = 300


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
        self._inside = QWidget()
        self.set_words()

    @property
    def has_something(self) -> bool:
        return bool(self._details.values or self._details.causes)

    def values(self) -> tuple[tuple[str, str], ...]:
        """(name, value) of the line that failed; a value of which only the type is known is told
        in words."""
        words = EXPLAIN.type_words
        return tuple((each.name, each.shown or words(each.type)) for each in self._details.values)

    def set_words(self) -> None:
        self.setAccessibleName(DETAILS.name())
        self.show_details(self._details)

    def show_details(self, details: ErrorDetails) -> None:
        self._details = details
        self._inside = QWidget()
        self._inside.setObjectName("errorDetailsInside")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        if details.values:
            column.addWidget(label(DETAILS.values(), role="heading"))
        for value in details.values:
            shown = label(value_text(value))
            shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            column.addWidget(shown)
        if details.causes:
            column.addWidget(label(DETAILS.causes(), role="heading"))
        for cause in details.causes:
            column.addWidget(self._cause(cause))
        column.addStretch(1)
        self.setWidget(self._inside)
        before: QWidget = self
        for link in self._inside.findChildren(QPushButton):
            QWidget.setTabOrder(before, link)
            before = link
        self.updateGeometry()

    def _cause(self, cause: Cause) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        error = f"{cause.type}: {cause.message}" if cause.message else cause.type
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(error[:MOST_CHARS]))
        texts.addWidget(label(DETAILS.followed(cause.link), role="quiet"))
        row.addLayout(texts, 1)
        if cause.file is not None and cause.line:
            file, line = cause.file, cause.line
            link = button("causeLineButton")
            put_words(link, DETAILS.line(line, file.name), DETAILS.line_tip())
            link.clicked.connect(lambda: self.line_wanted.emit(file, line))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return box

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
        bar = self.verticalScrollBar().sizeHint().width()
        return min(MOST_HEIGHT, height_for(self._inside, width - bar))


def value_text(value: NamedValue) -> str:
    """As it is shown: a secret is not, for others may look at the screen."""
    if not value.shown:
        return DETAILS.value_of_type(value.name, EXPLAIN.type_words(value.type))
    if is_secret(value.name):
        return DETAILS.value(value.name, MASK)
    if value.length is not None and "..." in value.shown:
        return DETAILS.value_of_length(value.name, value.shown, value.length)
    return DETAILS.value(value.name, value.shown)
