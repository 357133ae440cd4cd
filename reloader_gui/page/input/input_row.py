"""The row in which the user answers the script: the line, and last time's answers.

GUI thread. Puts together what is known about waiting: the engine tells of input(), the
output's unfinished last line is a guess for everything else.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reloader_gui.page.input.answers import Answers
from reloader_gui.page.input.input_line import InputLine
from reloader_gui.texts.page import INPUT
from reloader_gui.ui.widgets import Worded, button, put_words

GETPASS_SAYS = "Warning: Password input may be echoed."
"""getpass, where it finds no terminal; its question follows in the next line."""

MOST_QUESTION_CHARS = 200


class InputRow(Worded, QWidget):
    """`unanswered()` is what the newest run has printed since it was last answered, or the end
    of that."""

    sent = Signal(str, bool)
    """A line for the script, or several, and whether it is a secret."""

    def __init__(self, unanswered: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unanswered = unanswered
        self._wanted = False
        self._guessed = False
        self._busy = False
        self.line = InputLine()
        self._answers = Answers(self)
        self._again = again = button("sameAnswers")
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
        self.set_words()

    def set_words(self) -> None:
        put_words(self._again, INPUT.same_answers(), INPUT.same_answers_tip())

    def begin_run(self) -> None:
        self._wanted = self._guessed = False
        self.line.set_secret(False)
        self._answers.begin_run()
        self.line.begin_run()
        self._show()

    def set_wanted(self, wanted: bool) -> None:
        """The script waits in input(), or has been answered."""
        self._wanted = wanted
        self._guessed = self._guessed and wanted
        if wanted:  # for certain: getpass has given up
            self.line.set_secret(False)
        self._show()
        if wanted:
            self._answers.asked()

    def set_guessed(self, waits: bool) -> None:
        """The last line of the output is a question, perhaps."""
        self._guessed = waits
        self._show()

    def set_busy(self, busy: bool) -> None:
        """The script works and waits for nobody, whatever its output looks like."""
        if busy != self._busy:
            self._busy = busy
            self._show()

    def _show(self) -> None:
        self.line.set_secret(self._asks_secret())
        guessed = self._guessed and not self._busy
        asks = self._wanted or guessed or self.line.is_secret
        waits = asks and self.line.isEnabled()
        self.line.set_waits(waits, for_certain=self._wanted)
        self.line.set_question(self._question() if waits else "")
        self._answers.set_waits(waits and not self.line.is_secret)

    def _question(self) -> str:
        """What the script has written before it waits."""
        return self._unanswered().rstrip().rpartition("\n")[2].strip()[-MOST_QUESTION_CHARS:]

    def _asks_secret(self) -> bool:
        """From the question until the answer, whatever else is printed meanwhile."""
        return self.line.is_secret or (self._guessed and GETPASS_SAYS in self._unanswered())

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
        self.line.set_secret(False)
