"""The card that appears after a crash: where, which line, what it means, what Python said.

GUI thread. It stands under the status line and is the one red element of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reloader_core import ErrorDetails, PrintedError, ScriptError
from reloader_gui.page.card_actions import CardActions
from reloader_gui.page.card_details import CardDetails
from reloader_gui.python.advice import Advice
from reloader_gui.texts.details import DETAILS
from reloader_gui.texts.explain import explaining
from reloader_gui.texts.page import CARD, PAGE
from reloader_gui.texts.values import VALUES
from reloader_gui.ui import theme
from reloader_gui.ui.theme import LIGHT, Colours
from reloader_gui.ui.widgets import (
    OneLine,
    Prose,
    Worded,
    announce,
    as_code,
    bare_label,
    button,
    height_for,
    label,
    named,
    plain_tip,
    put_words,
    restyle,
    whole_text,
)

if TYPE_CHECKING:
    from reloader_core import Diagnosis

MOST_CHARS = 300
"""Of a message or a source line: the card must stay small."""
TEXT_GAP = 4
GAP = 8


class ErrorCard(Worded, QFrame):
    """Hidden until show_error(); `line_wanted` asks for the editor at the error's line.

    Empty until then: half of a page's widgets are in it, and most scripts never need them.
    """

    shown = Signal(bool)
    strongest_changed = Signal()
    line_wanted = Signal(object)  # ScriptError
    cause_wanted = Signal(object, int)  # Path, line
    install_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Interpreter
    rename_wanted = Signal(object)
    """The Path of a file of the user's that hides a module."""
    stop_wanted = Signal()
    """The other script, which is in this one's way."""
    dismissed = Signal()
    """By the user; only what the script has survived can be."""
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorCard")
        self.error: ScriptError | None = None
        self._advice: Advice | None = None
        self._diagnosis: Diagnosis | None = None
        self._printed: PrintedError | None = None
        """What the script has survived."""
        self._goes_on = False
        self._is_short = self._is_open = self._is_made = False
        self._colours = LIGHT
        self._show = button("showLineButton")
        self._show.setParent(self)
        self.hide()

    def _make(self) -> None:
        """Once, when there is something to show."""
        if self._is_made:
            return
        self._is_made = True
        self._details = CardDetails()
        self._details.line_wanted.connect(self.cause_wanted)
        self._offers = offers = CardActions()
        offers.install_wanted.connect(self.install_wanted)
        offers.other_wanted.connect(self.other_wanted)
        offers.rename_wanted.connect(self.rename_wanted)
        offers.stop_wanted.connect(self.stop_wanted)
        for acted in (offers.install_wanted, offers.other_wanted):
            acted.connect(self._put_away)
        self._make_texts()
        self._make_buttons()
        self._lay_out()
        self._take_tab_order()
        self.set_words()
        self.set_colours(self._colours)

    def _take_tab_order(self) -> None:
        """What is made later would come last for the Tab key: so the first is there already."""
        before: QWidget = self._show
        for each in (self._help, self._more, self._cross, *self._offers.buttons, self._details):
            QWidget.setTabOrder(before, each)
            before = each

    def _make_texts(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._icon = bare_label()
        self._title = label(role="title")
        self._line = OneLine("title")
        self._source = OneLine("source")
        self._source.setFont(fixed)
        self._meaning = Prose("meaning")
        self._said = label(role="said")
        self._brief = OneLine("brief")
        self._command = OneLine("command", Qt.TextElideMode.ElideMiddle)
        self._command.setFont(fixed)

    def _make_buttons(self) -> None:
        self._show.clicked.connect(lambda: self.line_wanted.emit(self.error))
        self._help = button("copyForHelpButton")
        self._help.clicked.connect(self.help_wanted)
        self._more = button("detailsButton")
        self._more.clicked.connect(lambda: self._set_open(not self._is_open))
        self._cross = named(QToolButton(), "dismissErrorButton")
        self._cross.setProperty("role", "flat")
        self._cross.setIconSize(QSize(12, 12))
        self._cross.clicked.connect(self._on_dismissed)
        self._tools: tuple[QPushButton, ...] = (self._show, self._help, self._more)

    def _lay_out(self) -> None:
        """Beside the title what is always there, below the texts what this error calls for."""
        self._head = head = QHBoxLayout()
        head.setSpacing(GAP)
        for title in (self._title, self._line):
            head.addWidget(title, 1)
        for each in self._tools:
            head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout()
        column.setSpacing(TEXT_GAP)
        column.addLayout(head)
        for text in self._labels():
            column.addWidget(text)
        column.addWidget(self._details)
        self._place_offers()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def set_words(self) -> None:
        if not self._is_made:
            return
        put_words(self._show, CARD.show_line(), CARD.show_line_tip())
        put_words(self._help, CARD.copy_for_help(), CARD.copy_for_help_tip())
        self._word_more()
        self._cross.setAccessibleName(PAGE.dismiss())
        self._cross.setToolTip(plain_tip(PAGE.dismiss()))
        self._fill()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if not self._is_made:
            return
        self._icon.setPixmap(theme.icon("trouble", colours.trouble, size=18).pixmap(QSize(18, 18)))
        self._cross.setIcon(theme.icon("close", colours.quiet, size=12))

    # -- what is shown

    def show_survived(self, printed: PrintedError, goes_on: bool) -> None:
        """An error that did not end the script; whether that runs on."""
        self._take(printed.error)
        self._printed, self._goes_on = printed, goes_on
        self._appear()

    def show_error(self, error: ScriptError) -> None:
        self._take(error)
        self._printed = None
        self._appear()

    def _take(self, error: ScriptError) -> None:
        self._make()
        known = self.error
        if known is None or (known.type, known.facts) != (error.type, error.facts):
            self._diagnosis = None
            self._offers.forget()
            self.show_details(ErrorDetails())
        self.error, self._advice = error, None
        self._offers.advise(None)

    def show_explanation(self, diagnosis: Diagnosis | None) -> None:
        """What the error that is shown means; what Python says of it stays below."""
        if self.error is not None and diagnosis != self._diagnosis:
            self._diagnosis = diagnosis
            self._appear()

    def show_details(self, details: ErrorDetails) -> None:
        """What the card opens to; of an error that is shown."""
        if not self._is_made:
            return
        self._details.show_details(details)
        self._set_open(self._is_open and self._details.has_something)

    def _set_open(self, on: bool) -> None:
        self._is_open = on
        if on:
            self._details.open()
        self._word_more()
        self._show_texts()

    def _word_more(self) -> None:
        less, more = (DETAILS.less(), DETAILS.less_tip()), (DETAILS.more(), DETAILS.more_tip())
        put_words(self._more, *(less if self._is_open else more))

    def show_advice(self, advice: Advice) -> None:
        """In simple words, above Python's; the command stands there before it is run."""
        if self.error is None:
            return
        self._advice = advice
        self._offers.advise(advice)
        self._appear()

    def offer_rename(self, file: Path | None) -> None:
        """None: no file that is there hides a module."""
        if self._is_made:
            self._offers.offer_rename(file)
            self._show_texts()

    def offer_stop(self, script: str) -> None:
        """The script of another window that is in the way; '': none."""
        if self._is_made:
            self._offers.offer_stop(script)
            self._show_texts()

    def forget(self) -> None:
        """The error is history."""
        self.error = None
        self._put_away()

    def _on_dismissed(self) -> None:
        self.forget()
        self.dismissed.emit()

    def _put_away(self) -> None:
        """It comes back if what was pressed does not help."""
        self.hide()
        self._show_strongest()
        self.shown.emit(False)

    def _appear(self) -> None:
        self.show()
        self._fill()
        self.shown.emit(True)
        announce(self, self.accessibleName())

    def _fill(self) -> None:
        """With what there is to say, in the language of now."""
        error = self.error
        if error is None:
            return
        self._meaning.set_whole(self._meant(as_code))
        where, said, meaning = CARD.where(error), _said(error), self._meaning.whole
        source = _short(error.source.strip())
        if self._printed is not None and (survived := self._survived(self._printed)):
            source = CARD.where_and_what(where, source) if where and source else where or source
            where = survived
        self._title.setText(where or said)
        self._line.set_whole(CARD.where_and_what(where, said) if where else said)
        self._source.set_whole(source)
        self._said.setText(said if where else "")
        restyle(self._said, "role", "quiet" if meaning else "said")
        self._brief.set_whole(meaning)
        self._command.set_whole(self._offers.command)
        self._show_texts()
        self.setAccessibleName(VALUES.joined(CARD.spoken(where, meaning, said)))

    def _survived(self, printed: PrintedError) -> str:
        """Where it happened, and that the script goes on."""
        sentences = [explaining.unreported(printed)]
        if self._goes_on:
            sentences.append(explaining.goes_on())
        return VALUES.joined(sentences)

    def values(self) -> tuple[tuple[str, str], ...]:
        """(name, value) of the line that failed, as far as they are known."""
        return self._details.values() if self._is_made else ()

    @property
    def meaning(self) -> str:
        """In simple words; empty if nothing sure is known."""
        return self._meant(str)

    def _meant(self, code: Callable[[str], str]) -> str:
        """`code` says how code is shown that is to be written."""
        if self._advice is not None:
            return self._advice.sentence
        return explaining.sentence(self._diagnosis, code) if self._diagnosis is not None else ""

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
        if not short and self._offers.has_any:
            needed += self._offers.sizeHint().height() + TEXT_GAP
        if self._shows_details(short):
            needed += self._details.needs(width) + TEXT_GAP
        return needed + margins.top() + margins.bottom()

    def set_short(self, on: bool) -> None:
        """Two or three lines say it all, and what this error calls for stands beside them."""
        if on != self._is_short:
            self._is_short = on
            if self._is_made:
                self._place_offers()
                self._show_texts()

    def _place_offers(self) -> None:
        if self._is_short:
            self._head.addWidget(self._offers)
        else:
            self._column.insertWidget(self._column.indexOf(self._details), self._offers)

    def _shows_details(self, short: bool) -> bool:
        return self._is_open and self._details.has_something and self._more in self._beside(short)

    def _beside(self, short: bool) -> list[QWidget]:
        """What stands beside the title; in a low window the rarer buttons make room."""
        tools: list[QWidget] = [self._show] if self._can_show_line() else []
        last = [self._cross] if self._printed is not None else []
        if short and self._offers.has_any:
            return [*tools, *last, self._offers]
        more = [self._more] if self._details.has_something or short and self.meaning else []
        return [*tools, self._help, *more, *last]

    def _can_show_line(self) -> bool:
        return self.error is not None and self.error.file is not None

    def _labels(self) -> tuple[QLabel, ...]:
        """Its texts below the title, from above."""
        return self._source, self._meaning, self._said, self._brief, self._command

    def _texts(self, short: bool) -> list[QLabel]:
        """Those that have something to say."""
        brief = self._meaning if self._is_open else self._brief  # opened, all of it can be read
        some = (brief,) if short else (self._source, self._meaning, self._said)
        return [each for each in (*some, self._command) if whole_text(each)]

    def _show_texts(self) -> None:
        short = self._is_short
        shown, beside = self._texts(short), self._beside(short)
        for each in self._labels():
            each.setVisible(each in shown)
        self._title.setVisible(not short)
        self._line.setVisible(short)
        for tool in (*self._tools, self._cross):
            tool.setVisible(tool in beside)
        self._offers.setVisible(self._offers.has_any)
        self._details.setVisible(self._shows_details(short))
        self._show_strongest()

    @property
    def strongest(self) -> QPushButton | None:
        """What is wanted now, as long as the card is shown: what it offers, else the line."""
        if self.isHidden():
            return None
        return self._offers.strongest or (self._show if self._can_show_line() else None)

    def _show_strongest(self) -> None:
        if not self._is_made:
            return
        strongest = self.strongest
        for each in (self._show, *self._offers.buttons):
            restyle(each, "role", "primary" if each is strongest else None)
        self.strongest_changed.emit()


def _said(error: ScriptError) -> str:
    return _short(f"{error.type}: {error.message}" if error.message else error.type)


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARS else text[:MOST_CHARS] + "..."
