"""The row in which the user answers the script: the line, and last time's answers.

GUI thread. Puts together what is known about waiting: the engine tells of input(), the
output's unfinished last line is a guess for everything else.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reloader_gui.answers import Answers
from reloader_gui.input_line import InputLine
from reloader_gui.widgets import button

GETPASS_SAYS = "Warning: Password input may be echoed."
"""getpass, where it finds no terminal; its question follows in the next line."""


class InputRow(QWidget):
    """`tail()` is the end of what the newest run has printed."""

    sent = Signal(str, bool)
    """A line for the script, or several, and whether it is a secret."""

    def __init__(self, tail: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tail = tail
        self._wanted = False
        self._guessed = False
        self.line = InputLine()
        self._answers = Answers(self)
        tip = "Sends what you typed in the last run, line by line"
        again = button("Same answers again", "sameAnswers", tip)
        again.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(again)
        again.clicked.connect(self._repeat)
        self._answers.offered.connect(again.setVisible)
        self._answers.send.connect(lambda text: self.sent.emit(text, False))
        self.line.sent.connect(self._on_typed)

    def begin_run(self) -> None:
        self._wanted = self._guessed = False
        self._answers.begin_run()
        self.line.begin_run()
        self._show()

    def set_wanted(self, wanted: bool) -> None:
        """The script waits in input(), or has been answered."""
        self._wanted = wanted
        self._guessed = self._guessed and wanted
        self._show()
        if wanted:
            self._answers.asked()

    def set_guessed(self, waits: bool) -> None:
        """The last line of the output is a question, perhaps."""
        self._guessed = waits
        self._show()

    def _show(self) -> None:
        waits = (self._wanted or self._guessed) and self.line.isEnabled()
        asks_secret = self._guessed and GETPASS_SAYS in self._tail().splitlines()[-2:]
        self.line.set_secret(asks_secret)
        self.line.set_waits(waits, for_certain=self._wanted)
        self._answers.set_waits(waits and not asks_secret)

    def _repeat(self) -> None:
        self.line.setFocus()  # the button goes, and what is asked next may be new
        self._answers.repeat()

    def _on_typed(self, text: str, is_secret: bool) -> None:
        for line in text.split("\n"):
            if is_secret:
                self._answers.note_secret()
            else:
                self._answers.note(line)
        self.sent.emit(text, is_secret)
