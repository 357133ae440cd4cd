"""Lines that say something once: dismissible, never a dialog box. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.run.file_watch import FileWatch
from reloader_gui.texts.page import PAGE
from reloader_gui.ui import theme
from reloader_gui.ui.widgets import (
    Worded,
    announce,
    button,
    height_for,
    label,
    named,
    plain_tip,
    put_words,
)

MOST_LINES = 3

Words = Callable[[], str]
"""What is to be read, in the language of the moment in which it is asked: a Said, or a method of
a class of texts."""
Answer = tuple[Words, Callable[[], None]]


class MessageLine(Worded, QFrame):
    """One sentence, perhaps with buttons, and a cross that takes it away."""

    def __init__(
        self,
        words: Words,
        answers: tuple[Answer, ...],
        close: Callable[[], None],
        dismiss: Callable[[], None],
        missing: Path | None = None,
    ) -> None:
        """`close`: it has been answered, or is true no more; `dismiss`: nobody wants it."""
        super().__init__()
        if missing is not None:
            FileWatch(missing, self, missing=True).back.connect(close)
        self.setProperty("role", "note")
        self.text = ""
        self._words = words
        self._answers: list[tuple[QPushButton, Words]] = []
        quiet = QApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.setSpacing(8)
        self._sentence = label()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._sentence, 1)
        for answer_words, act in answers:
            answer = button("messageAnswer")
            answer.clicked.connect(act)
            answer.clicked.connect(close)
            row.addWidget(answer)
            self._answers.append((answer, answer_words))
        self._cross = cross = named(QToolButton(), "messageClose")
        cross.setProperty("role", "flat")
        cross.setIcon(theme.icon("close", quiet, size=12))
        cross.setIconSize(QSize(12, 12))
        cross.clicked.connect(dismiss)
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_words()

    def set_words(self) -> None:
        self.text = self._words()
        self._sentence.setText(self.text)
        self.setAccessibleName(self.text)
        for answer, words in self._answers:
            put_words(answer, words())
        self._cross.setAccessibleName(PAGE.dismiss())
        self._cross.setToolTip(plain_tip(PAGE.dismiss()))


class MessageArea(QWidget):
    """A few lines at most, newest last; the same key replaces its older line."""

    unanswered = Signal(str)
    """The line with this key was dismissed, or has made room for newer ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageArea")
        self._lines: dict[str, MessageLine] = {}
        self._most = MOST_LINES
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def say(self, words: Words, *answers: Answer, key: str, missing: Path | None = None) -> None:
        """`missing`: what it is about is that this file is not there; it leaves when it is."""
        self.take_away(key)
        close, dismiss = lambda: self.take_away(key), lambda: self._drop(key)
        line = MessageLine(words, answers, close, dismiss, missing)
        self._lines[key] = line
        self._column.addWidget(line)
        for oldest in list(self._lines)[:-MOST_LINES]:
            self._drop(oldest)
        self._show_lines()
        announce(self, line.text)

    def take_away(self, key: str) -> None:
        if (line := self._lines.pop(key, None)) is not None:
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
        self._show_lines()

    def _drop(self, key: str) -> None:
        self.take_away(key)
        self.unanswered.emit(key)

    def needs(self, width: int, *, newest_only: bool) -> int:
        """How high it would be."""
        lines = list(self._lines.values())[-1 if newest_only else 0 :]
        gaps = self._column.spacing() * max(0, len(lines) - 1)
        return sum(height_for(line, width) for line in lines) + gaps

    def set_most(self, lines: int = MOST_LINES) -> None:
        """Show only so many, the newest ones. The others come back when these are taken away, or
        when there is room."""
        if lines != self._most:
            self._most = lines
            self._show_lines()

    def _show_lines(self) -> None:
        hidden = len(self._lines) - self._most
        for index, line in enumerate(self._lines.values()):
            line.setVisible(index >= hidden)
        self.setVisible(bool(self._lines) and self._most > 0)

    def texts(self) -> list[str]:
        return [line.text for line in self._lines.values()]
