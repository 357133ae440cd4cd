"""The line that the user types into; Enter sends it to the script. GUI thread.

Enabled while something runs. A short pause between two runs does not disable it: the
text and the cursor stay where they are. Up and Down bring back what was sent before.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reloader_gui.texts.page import INPUT
from reloader_gui.ui import system as facts
from reloader_gui.ui.widgets import Worded, announce, restyle

PAUSE_MS = 300
MOST_HISTORY = 500
_QT_ABOVE = 1
"""What a QLineEdit leaves free above its text."""
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


class InputLine(Worded, QLineEdit):
    """Shown from the first run on; set_open() says whether the script can read."""

    sent = Signal(str, bool)
    """A line, and whether it is a secret; or several lines that were pasted at once."""
    ended = Signal()
    interrupted = Signal()
    opened = Signal()
    closed_with_focus = Signal()
    """It was disabled while it had the keyboard."""
    composed = Signal()
    """An input method is through with what it composed."""
    scrolled = Signal(QWheelEvent)
    """The wheel, where the line stands in the output."""

    def __init__(self, parent: QWidget | None = None, *, system: str = facts.THIS) -> None:
        super().__init__(parent)
        self._interrupt = QKeySequence(facts.interrupt_key(system))
        self.setObjectName("inputLine")
        self.setAcceptDrops(False)  # a script dropped on the window is chosen, not typed
        self.was_opened = False
        self.is_composing = self.is_inline = False
        self._is_open = False
        self._is_ended = False
        self._history: list[str] = []
        self._place = 0
        self._draft = ""
        """What stood here before the history was looked through."""
        self._half_typed = ("", 0)
        """What stood here before a password was asked for, and the cursor in it."""
        self._row_size = QSize()
        self._waits = False
        self._is_certain = False
        self._question = ""
        self._disable = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._disable.timeout.connect(self._close)
        self.returnPressed.connect(self._send)
        self.textChanged.connect(self._on_text)
        self._close()
        self.hide()

    def begin_run(self) -> None:
        """A new run reads from the start: input that was ended is open again."""
        self._is_ended = False
        self._say()

    def set_open(self, is_open: bool) -> None:
        was_open, self._is_open = self._is_open, is_open
        if is_open == was_open:
            return
        if is_open:
            self._disable.stop()
            self.was_opened = True
            self.show()
            self.setEnabled(True)
            self._say()
            self.opened.emit()
        else:
            self._disable.start()

    def set_waits(self, waits: bool, *, for_certain: bool = False) -> None:
        """Highlights the line; else it is a guess."""
        self._waits = waits
        self._is_certain = for_certain
        self._say()

    def set_question(self, question: str) -> None:
        """Its name for screen readers, which say it at once; empty: there is none."""
        if question != self._question:
            self._question = question
            self._say()
            if question:
                announce(self, question)

    def set_secret(self, secret: bool) -> None:
        """What is typed now is a password: not shown, not remembered, and neither what was
        half typed before, which comes back afterwards, nor to be had by Undo."""
        if secret == self.is_secret:
            return
        text, cursor = ("", 0) if secret else self._half_typed
        if secret:
            self._half_typed = self.text(), self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(cursor)
        self.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        self._say()

    @property
    def is_secret(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Password

    def take_key(self, event: QKeyEvent) -> None:
        """A key that was typed into the output."""
        if self.isEnabled():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            again = QKeyEvent(
                event.type(),
                event.key(),
                event.modifiers(),
                event.text(),
                event.isAutoRepeat(),
                event.count(),
            )
            QApplication.sendEvent(self, again)

    def take_composed(self, event: QInputMethodEvent) -> None:
        """What an input method does in the output is done here. The keyboard follows when a word
        is there: to move it ends the composition ('n' of 'ni hao'), with ibus as on Windows."""
        if not self.isEnabled():
            return
        if event.commitString():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self, QInputMethodEvent(event))

    def paste_text(self, text: str) -> None:
        """What was pasted into the output."""
        if self.isEnabled() and text:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.insert(text)

    def row_size(self) -> QSize:
        """How much room it takes in the row below the output."""
        if not self.is_inline:
            self.ensurePolished()
            self._row_size = self.sizeHint()
        return self._row_size

    def set_inline(self, font: QFont | None, baseline: int = 0) -> None:
        """Stand in the output, whose font this is, with its letters on that line, in pixels from
        the top; None: in the row below."""
        if self.is_inline != (font is not None):
            self.is_inline = font is not None
            restyle(self, "inline", self.is_inline)
            self.set_words()
        wanted = font if font is not None else QApplication.font()
        if self.font() != wanted:  # also where it was styled anew meanwhile
            self.setFont(wanted)
        # In the middle, Qt lifts a line as soon as a Chinese letter makes it higher.
        aligned = Qt.AlignmentFlag.AlignTop if self.is_inline else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(aligned)
        top = baseline - self.fontMetrics().ascent() - _QT_ABOVE if self.is_inline else 0
        self.setTextMargins(0, top, 0, 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        was_composing, self.is_composing = self.is_composing, bool(event.preeditString())
        if was_composing and not self.is_composing:
            self.composed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.is_inline:
            self.scrolled.emit(event)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # it ends the composing, and nothing more
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_D:
            if not self.text() and not self._is_ended:
                self._is_ended = True
                self._say()
                self.ended.emit()
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not self.is_secret and not self.isReadOnly():
            self._look_through(steps[Qt.Key(event.key())])
            return
        copies = self.hasSelectedText() and event.matches(QKeySequence.StandardKey.Copy)
        if QKeySequence(event.keyCombination()) == self._interrupt and not copies:
            self.interrupted.emit()
            return
        super().keyPressEvent(event)

    def _can_send(self) -> bool:
        """Else the text stays for the next run."""
        return self._is_open and not self._is_ended

    def _send(self) -> None:
        if self._can_send():
            text = self.text()
            self.setText("")  # unlike clear() it leaves nothing to undo: it may be a password
            self._send_lines(text)

    def _on_text(self, text: str) -> None:
        """Of several lines that were pasted those with an end are sent, as in a terminal."""
        ends = list(_LINE_END.finditer(text)) if self._can_send() else []
        if ends:
            behind = self.cursorPosition() - ends[-1].end()
            self.setText(text[ends[-1].end() :])
            self.setCursorPosition(max(0, behind))
            self._send_lines(text[: ends[-1].start()])

    def _send_lines(self, text: str) -> None:
        lines, is_secret = _LINE_END.split(text), self.is_secret
        if not is_secret:
            for line in lines[-MOST_HISTORY:]:
                self._remember(line)
        self.sent.emit("\n".join(lines), is_secret)

    def _remember(self, text: str) -> None:
        if text and self._history[-1:] != [text]:
            self._history.append(text)
            del self._history[:-MOST_HISTORY]
        self._place = len(self._history)

    def _look_through(self, step: int) -> None:
        place = self._place + step
        if not 0 <= place <= len(self._history):
            return
        if self._place == len(self._history):
            self._draft = self.text()
        self._place = place
        self.setText(self._draft if place == len(self._history) else self._history[place])

    def _close(self) -> None:
        # Not hasFocus(): the user may be in the editor, and the window is to be as it was left.
        had_focus = self.window().focusWidget() is self
        self.setEnabled(False)
        self._say()
        if had_focus:
            self.closed_with_focus.emit()

    def _say(self) -> None:
        self.setReadOnly(self._is_ended)
        # A script that was stopped in the middle of a line does not wait for an answer.
        restyle(self, "waits", self._waits and self.isEnabled())
        self.set_words()

    def set_words(self) -> None:
        self.setAccessibleName(self._question or INPUT.name())
        self.setPlaceholderText(self._hint())

    def _hint(self) -> str:
        if not self.isEnabled():
            return INPUT.closed()
        if self._is_ended:
            return INPUT.ended()
        if not self.property("waits"):
            return INPUT.open()
        if self.is_inline:
            return INPUT.here()
        if self.is_secret:
            return INPUT.secret()
        return INPUT.waits() if self._is_certain else INPUT.may_wait()
