"""The card that appears after a crash: where, which line, what Python said. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reloader_core import Diagnosis, ScriptError
from reloader_gui.python.advice import Advice
from reloader_gui.texts.explain import EXPLAIN
from reloader_gui.texts.page import CARD
from reloader_gui.texts.values import VALUES
from reloader_gui.ui import theme
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import (
    OneLine,
    Worded,
    announce,
    button,
    height_for,
    label,
    put_words,
    whole_text,
)

MOST_CHARS = 300
"""Of a message or a source line: the card must stay small."""
TEXT_GAP = 2
MOST_NAME_CHARS = 24
"""Of a package, on a button."""


class ErrorCard(Worded, QFrame):
    """Hidden until show_error(); `line_wanted` asks for the editor at the error's line."""

    line_wanted = Signal(object)  # ScriptError
    install_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Interpreter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorCard")
        self.error: ScriptError | None = None
        self._advice: Advice | None = None
        self._diagnosis: Diagnosis | None = None
        self._is_short = False
        self._icon = QLabel()
        self._title = label(role="title")
        self._source = OneLine("source")
        self._source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._meaning = label(role="meaning")
        self._said = label(role="said")
        self._brief = OneLine("brief")
        self._command = OneLine("command", Qt.TextElideMode.ElideMiddle)
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._other = button("usePythonButton")
        self._other.clicked.connect(self._on_other)
        self._install = button("installButton")
        self._install.clicked.connect(self._on_install)
        self._show = button("showLineButton")
        self._show.clicked.connect(lambda: self.line_wanted.emit(self.error))
        self._copy = button("copyErrorButton")
        self._copy.clicked.connect(self.copy)
        self._copy_command = button("copyCommandButton")
        self._copy_command.clicked.connect(self._on_copy_command)
        self._buttons = (self._other, self._install, self._copy_command, self._show, self._copy)
        texts = QVBoxLayout()
        texts.setSpacing(TEXT_GAP)
        for each in self._labels():
            texts.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        for each_button in self._buttons:
            row.addWidget(each_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self.set_words()
        self.hide()

    def set_words(self) -> None:
        put_words(self._show, CARD.show_line(), CARD.show_line_tip())
        put_words(self._copy, CARD.copy(), CARD.copy_tip())
        put_words(self._copy_command, CARD.copy_command(), CARD.copy_command_tip())
        self._fill()

    def set_colours(self, colours: Colours) -> None:
        self._icon.setPixmap(theme.icon("trouble", colours.trouble).pixmap(QSize(18, 18)))

    def show_error(self, error: ScriptError) -> None:
        known = self.error
        if known is None or (known.type, known.facts) != (error.type, error.facts):
            self._diagnosis = None
        self.error, self._advice = error, None
        self._appear()

    def show_explanation(self, diagnosis: Diagnosis | None) -> None:
        """What the error that is shown means; what Python says of it stays below."""
        if self.error is not None and diagnosis != self._diagnosis:
            self._diagnosis = diagnosis
            self._appear()

    def show_advice(self, advice: Advice) -> None:
        """In simple words, in the place of Python's; the command stands there before it is run."""
        if self.error is None:
            return
        self._advice = advice
        self._appear()

    def _appear(self) -> None:
        self._fill()
        self.show()
        announce(self, self.accessibleName())

    def _fill(self) -> None:
        """With what there is to say, in the language of now."""
        error, advice = self.error, self._advice
        if error is None:
            return
        where, said = CARD.where(error), _said(error)
        title = where or said
        rest = advice.sentence if advice is not None else said if where else ""
        self._title.setText(title)
        self._source.set_whole(_short(error.source.strip()))
        meaning = EXPLAIN.sentence(self._diagnosis) if self._diagnosis and not advice else ""
        self._meaning.setText(meaning)
        self._said.setText(rest)
        self._brief.set_whole(meaning or rest)
        self._show.setVisible(error.file is not None)
        self._fill_offer(advice)
        self._show_texts()
        self.setAccessibleName(VALUES.joined(CARD.spoken(title, meaning, rest)))

    def _fill_offer(self, advice: Advice | None) -> None:
        offers = advice is not None and bool(advice.steps)
        command = advice.command if advice is not None and offers else ""
        self._command.set_whole(command)
        if advice is not None:
            self._word_install(advice, command)
        other = advice.other if advice is not None else None
        if other is not None:
            put_words(self._other, CARD.use_python(other.version), str(other.path))
        self._other.setVisible(other is not None)
        is_guess = advice is not None and advice.is_guess
        self._install.setVisible(offers and not is_guess)
        self._copy_command.setVisible(offers and is_guess)

    def _word_install(self, advice: Advice, command: str) -> None:
        if advice.environment is not None:
            put_words(self._install, CARD.make_python(), command)
        else:
            put_words(self._install, CARD.install(advice.package), command)
            self._install.setText(CARD.install(_short(advice.package, MOST_NAME_CHARS)))

    def needs(self, width: int, *, short: bool) -> int:
        """How high it would be; 0 while it is hidden."""
        if self.isHidden():
            return 0
        margins = self.contentsMargins() + self._row.contentsMargins()
        beside = [self._icon, *(each for each in self._buttons if not each.isHidden())]
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in beside)
        width -= taken + margins.left() + margins.right()
        texts = [height_for(each, width) + TEXT_GAP for each in self._texts(short)]
        highest = max(sum(texts), beside[-1].sizeHint().height())
        return highest + margins.top() + margins.bottom()

    def set_short(self, on: bool) -> None:
        """One line says what Python said, and the source is left out."""
        if on != self._is_short:
            self._is_short = on
            self._show_texts()

    def _labels(self) -> tuple[QLabel, ...]:
        """All of its texts, from above."""
        texts = (self._source, self._meaning, self._said, self._brief, self._command)
        return self._title, *texts

    def _texts(self, short: bool) -> list[QLabel]:
        """Those that have something to say."""
        some = (self._brief,) if short else (self._source, self._meaning, self._said)
        return [each for each in (self._title, *some, self._command) if whole_text(each)]

    def _show_texts(self) -> None:
        shown = self._texts(self._is_short)
        for each in self._labels():
            each.setVisible(each in shown)

    def _on_install(self) -> None:
        if self._advice is not None and not self._advice.is_guess:
            self.hide()
            self.install_wanted.emit(self._advice)

    def _on_other(self) -> None:
        if self._advice is not None and self._advice.other is not None:
            self.hide()
            self.other_wanted.emit(self._advice.other)

    def _on_copy_command(self) -> None:
        if self._advice is not None:
            QGuiApplication.clipboard().setText(self._advice.command)

    def copy(self) -> None:
        if self.error is not None:
            said = [self._advice.sentence] if self._advice is not None else []
            if not said and self._diagnosis is not None:
                said = [EXPLAIN.sentence(self._diagnosis)]
            QGuiApplication.clipboard().setText("\n".join([as_text(self.error), *said]))


def as_text(error: ScriptError) -> str:
    """As Python itself writes it."""
    lines = []
    if error.file is not None:
        lines.append(f'File "{error.file}"' + (f", line {error.line}" if error.line else ""))
    if error.source.strip():
        lines.append(f"    {error.source.strip()}")
    lines.append(f"{error.type}: {error.message}" if error.message else error.type)
    return "\n".join(lines)


def _said(error: ScriptError) -> str:
    return _short(f"{error.type}: {error.message}" if error.message else error.type)


def _short(text: str, most: int = MOST_CHARS) -> str:
    return text if len(text) <= most else text[:most] + "..."
