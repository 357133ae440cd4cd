"""The card that appears after a crash: where, which line, what it means, what Python said.

GUI thread. It stands under the status line and is the one red element of the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reloader_core import Diagnosis, ScriptError
from reloader_gui.python.advice import Advice
from reloader_gui.texts.explain import EXPLAIN
from reloader_gui.texts.page import CARD
from reloader_gui.texts.renaming import RENAMING
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
    restyle,
    whole_text,
)

MOST_CHARS = 300
"""Of a message or a source line: the card must stay small."""
TEXT_GAP = 4
GAP = 8
MOST_NAME_CHARS = 24
"""Of a package, on a button."""


class ErrorCard(Worded, QFrame):
    """Hidden until show_error(); `line_wanted` asks for the editor at the error's line."""

    shown = Signal(bool)
    line_wanted = Signal(object)  # ScriptError
    help_wanted = Signal()
    install_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Interpreter
    rename_wanted = Signal(object)
    """The Path of a file of the user's that hides a module."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorCard")
        self.error: ScriptError | None = None
        self._advice: Advice | None = None
        self._diagnosis: Diagnosis | None = None
        self._hiding: Path | None = None
        self._is_short = False
        self._make_texts()
        self._make_buttons()
        self._lay_out()
        self.set_words()
        self.hide()

    def _make_texts(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._icon = QLabel()
        self._title = label(role="title")
        self._line = OneLine("title")
        self._source = OneLine("source")
        self._source.setFont(fixed)
        self._meaning = label(role="meaning")
        self._said = label(role="said")
        self._brief = OneLine("brief")
        self._command = OneLine("command", Qt.TextElideMode.ElideMiddle)
        self._command.setFont(fixed)

    def _make_buttons(self) -> None:
        self._show = button("showLineButton")
        self._show.clicked.connect(lambda: self.line_wanted.emit(self.error))
        self._help = button("copyForHelpButton")
        self._help.clicked.connect(self.help_wanted)
        self._other = button("usePythonButton")
        self._other.clicked.connect(self._on_other)
        self._install = button("installButton")
        self._install.clicked.connect(self._on_install)
        self._copy_command = button("copyCommandButton")
        self._copy_command.clicked.connect(self._on_copy_command)
        self._rename = button("renameItButton")
        self._rename.clicked.connect(lambda: self.rename_wanted.emit(self._hiding))
        self._tools: tuple[QPushButton, ...] = (self._show, self._help)
        self._acts: tuple[QPushButton, ...] = (
            self._other,
            self._install,
            self._copy_command,
            self._rename,
        )

    def _lay_out(self) -> None:
        """Beside the title what is always there, below the texts what this error calls for."""
        self._head = head = QHBoxLayout()
        head.setSpacing(GAP)
        for title in (self._title, self._line):
            head.addWidget(title, 1)
        for each in self._tools:
            head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(GAP)
        for each in self._acts:
            actions.addWidget(each)
        actions.addStretch(1)
        self._column = column = QVBoxLayout()
        column.setSpacing(TEXT_GAP)
        column.addLayout(head)
        for text in self._labels():
            column.addWidget(text)
        column.addWidget(self._actions)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def set_words(self) -> None:
        put_words(self._show, CARD.show_line(), CARD.show_line_tip())
        put_words(self._help, CARD.copy_for_help(), CARD.copy_for_help_tip())
        put_words(self._copy_command, CARD.copy_command(), CARD.copy_command_tip())
        self._fill()

    def set_colours(self, colours: Colours) -> None:
        self._icon.setPixmap(theme.icon("trouble", colours.trouble).pixmap(QSize(18, 18)))

    # -- what is shown

    def show_error(self, error: ScriptError) -> None:
        known = self.error
        if known is None or (known.type, known.facts) != (error.type, error.facts):
            self._diagnosis = self._hiding = None
        self.error, self._advice = error, None
        self._appear()

    def show_explanation(self, diagnosis: Diagnosis | None) -> None:
        """What the error that is shown means; what Python says of it stays below."""
        if self.error is not None and diagnosis != self._diagnosis:
            self._diagnosis = diagnosis
            self._appear()

    def show_advice(self, advice: Advice) -> None:
        """In simple words, above Python's; the command stands there before it is run."""
        if self.error is None:
            return
        self._advice = advice
        self._appear()

    def offer_rename(self, file: Path | None) -> None:
        """None: no file that is there hides a module."""
        if file != self._hiding:
            self._hiding = file
            self._fill()

    def forget(self) -> None:
        """The error is history."""
        self.error = None
        self._put_away()

    def _put_away(self) -> None:
        """It comes back if what was pressed does not help."""
        self.hide()
        self.shown.emit(False)

    def _appear(self) -> None:
        self._fill()
        self.show()
        self.shown.emit(True)
        announce(self, self.accessibleName())

    def _fill(self) -> None:
        """With what there is to say, in the language of now."""
        error = self.error
        if error is None:
            return
        where, said, meaning = CARD.where(error), _said(error), self.meaning
        self._title.setText(where or said)
        self._line.set_whole(CARD.where_and_what(where, said) if where else said)
        self._source.set_whole(_short(error.source.strip()))
        self._meaning.setText(meaning)
        self._said.setText(said if where else "")
        restyle(self._said, "role", "quiet" if meaning else "said")
        self._brief.set_whole(meaning)
        self._show.setVisible(error.file is not None)
        self._fill_offer(self._advice)
        self._rename.setVisible(self._hiding is not None)
        if self._hiding is not None:
            put_words(self._rename, RENAMING.rename_it(), RENAMING.rename_it_tip(self._hiding.name))
        self._show_texts()
        self.setAccessibleName(VALUES.joined(CARD.spoken(where, meaning, said)))

    @property
    def meaning(self) -> str:
        """In simple words; empty if nothing sure is known."""
        if self._advice is not None:
            return self._advice.sentence
        return EXPLAIN.sentence(self._diagnosis) if self._diagnosis is not None else ""

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

    # -- how high it is

    def needs(self, width: int, *, short: bool) -> int:
        """How high it would be; 0 while it is hidden."""
        if self.isHidden():
            return 0
        margins = self.contentsMargins() + self._row.contentsMargins()
        width -= margins.left() + margins.right() + self._icon.sizeHint().width() + GAP
        beside = self._beside(short)
        taken = sum(each.sizeHint().width() + GAP for each in beside)
        title = self._line if short else self._title
        heights = [each.sizeHint().height() for each in beside]
        needed = max(height_for(title, width - taken), *heights)
        needed += sum(height_for(each, width) + TEXT_GAP for each in self._texts(short))
        if not short and self._has_actions():
            needed += self._actions.sizeHint().height() + TEXT_GAP
        return needed + margins.top() + margins.bottom()

    def set_short(self, on: bool) -> None:
        """Two or three lines say it all, and what this error calls for stands beside them."""
        if on != self._is_short:
            self._is_short = on
            layout = self._head if on else self._column
            layout.addWidget(self._actions)
            self._show_texts()

    def _has_actions(self) -> bool:
        return any(not each.isHidden() for each in self._acts)

    def _beside(self, short: bool) -> list[QWidget]:
        """What stands beside the title; in a low window the rarer buttons make room."""
        if short and self._has_actions():
            return [self._show, self._actions] if self._can_show_line() else [self._actions]
        return [each for each in self._tools if each is not self._show or self._can_show_line()]

    def _can_show_line(self) -> bool:
        return self.error is not None and self.error.file is not None

    def _labels(self) -> tuple[QLabel, ...]:
        """Its texts below the title, from above."""
        return self._source, self._meaning, self._said, self._brief, self._command

    def _texts(self, short: bool) -> list[QLabel]:
        """Those that have something to say."""
        some = (self._brief,) if short else (self._source, self._meaning, self._said)
        return [each for each in (*some, self._command) if whole_text(each)]

    def _show_texts(self) -> None:
        short = self._is_short
        shown, beside = self._texts(short), self._beside(short)
        for each in self._labels():
            each.setVisible(each in shown)
        self._title.setVisible(not short)
        self._line.setVisible(short)
        for tool in self._tools:
            tool.setVisible(tool in beside)
        self._actions.setVisible(self._has_actions())

    # -- what is pressed

    def _on_install(self) -> None:
        if self._advice is not None and not self._advice.is_guess:
            self._put_away()
            self.install_wanted.emit(self._advice)

    def _on_other(self) -> None:
        if self._advice is not None and self._advice.other is not None:
            self._put_away()
            self.other_wanted.emit(self._advice.other)

    def _on_copy_command(self) -> None:
        if self._advice is not None:
            QGuiApplication.clipboard().setText(self._advice.command)


def _said(error: ScriptError) -> str:
    return _short(f"{error.type}: {error.message}" if error.message else error.type)


def _short(text: str, most: int = MOST_CHARS) -> str:
    return text if len(text) <= most else text[:most] + "..."
