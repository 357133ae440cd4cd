"""The row in which the user answers the script: the line, and last time's answers.

GUI thread. Puts together what is known about waiting: the engine tells of input(), the
output's unfinished last line is a guess for everything else.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reloader_gui.page.input.answers import Answers
from reloader_gui.page.input.input_line import InputLine
from reloader_gui.texts.page import INPUT
from reloader_gui.ui.widgets import Worded, button, put_words


class Slot(QLabel):
    """The row's room for the line, which is laid over it; or what is said in its place."""

    def __init__(self, line: InputLine) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._line = line
        self.setProperty("role", "slot")
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return self._line.row_size()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


MOST_QUESTION_CHARS = 200


class InputRow(Worded, QWidget):
    """`unanswered()` is what the newest run has printed since it was last answered, or the end
    of that; `wants_secret()`: whether it has asked for a password since."""

    sent = Signal(str, bool)
    """A line for the script, or several, and whether it is a secret."""
    changed = Signal()
    """Whether the script waits for a line."""

    def __init__(
        self,
        unanswered: Callable[[], str],
        wants_secret: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unanswered = unanswered
        self._wants_secret = wants_secret
        self._wanted = False
        self._guessed = False
        self._busy = False
        self._is_above = False
        self.line = InputLine(self)
        self.slot = Slot(self.line)
        self._answers = Answers(self)
        self._again = again = button("sameAnswers")
        again.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slot, 1)
        row.addWidget(again)
        again.clicked.connect(self._repeat)
        self._answers.offered.connect(again.setVisible)
        self._answers.send.connect(lambda text: self.sent.emit(text, False))
        self.line.opened.connect(self.slot.show)
        self.line.sent.connect(self._on_typed)
        self.set_words()

    def set_words(self) -> None:
        self._say_above()
        put_words(self._again, INPUT.same_answers(), INPUT.same_answers_tip())

    @property
    def asks_for_certain(self) -> bool:
        """It is no guess that the script waits for a line."""
        return (self._wanted or self.line.is_secret) and self.line.isEnabled()

    def set_answered_above(self, is_above: bool) -> None:
        """The line stands in the output; what stands here in its place says so."""
        if is_above != self._is_above:
            self._is_above = is_above
            self._say_above()

    def _say_above(self) -> None:
        says = INPUT.above(is_secret=self.line.is_secret) if self._is_above else ""
        self.slot.setText(says)

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
        self.changed.emit()

    def _question(self) -> str:
        """What the script has written before it waits."""
        return self._unanswered().rstrip().rpartition("\n")[2].strip()[-MOST_QUESTION_CHARS:]

    def _asks_secret(self) -> bool:
        """From the question until the answer, whatever else is printed meanwhile."""
        return self.line.is_secret or (self._guessed and self._wants_secret())

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
