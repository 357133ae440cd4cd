"""The line in which the user looks for a text in the output. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reloader_gui.output.find.only import OnlyMatches
from reloader_gui.output.find.search import Search
from reloader_gui.output.find.steps import Steps
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.hits import MOST_HITS
from reloader_gui.output.text.wanted import BadExpression, TooSlow, Wanted
from reloader_gui.output.watch import TICK_MS
from reloader_gui.texts.output import FIND
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.widgets import (
    Worded,
    bare_label,
    button,
    line_beside,
    named,
    plain_tip,
    put_words,
)

TYPING_MS = 120
GO_ON_MS = 300
_LEAST_LINE = 90
_USUAL_COUNT = (999, 999)
"""For which there is room beside the boxes, in each language."""


class FindBar(Worded, QWidget):
    """Hidden until open()."""

    def __init__(self, pane: OutputPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._search = Search(pane.document, self)
        self._search.grown.connect(self._say)
        self._search.grown.connect(self._say_only)
        self.only_matches = OnlyMatches(pane, self._search, self)
        self.only_matches.changed.connect(self._say_only)
        self._steps = Steps(pane, self._search)
        self._wanted: Wanted | None = None
        self._jump = False
        """The first hit is to be shown as soon as there is one."""
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._begin)
        self._go_on = QTimer(self, singleShot=True, interval=GO_ON_MS)
        self._go_on.timeout.connect(self._search.go_on)
        self._say_again = QTimer(self, singleShot=True, interval=TICK_MS)
        """The row of the hit that is selected takes more than a frame to work out."""
        self._say_again.timeout.connect(self._say)
        self._step_on = QTimer(self, singleShot=True, interval=TICK_MS)
        self._step_on.timeout.connect(self._go_on_stepping)
        pane.refreshed.connect(self._on_refreshed)
        pane.whole_wanted.connect(lambda: self.only.setChecked(False))
        self._trouble: Said | None = None
        self._make_widgets()
        self.set_words()
        self.hide()

    def _make_widgets(self) -> None:
        self.line = named(QLineEdit(), "findLine")
        self.line.setAcceptDrops(False)
        self.line.setMinimumWidth(_LEAST_LINE)
        self.count = named(bare_label(), "findCount")
        self.exact = named(QCheckBox(), "findExact")
        self.expression = named(QCheckBox(), "findExpression")
        self.only = named(QCheckBox(), "findOnly")
        self._back = back = button("findPrevious")
        self._next_button = on = button("findNext")
        self._close_button = close = button("findClose")
        self.line.textChanged.connect(lambda _: self._typing.start())
        for box in (self.exact, self.expression):
            box.toggled.connect(lambda _: self._begin())
        self.only.toggled.connect(self.only_matches.set_on)
        self._buttons = (back, on, close)
        back.clicked.connect(lambda: self.step(forward=False))
        on.clicked.connect(lambda: self.step(forward=True))
        close.clicked.connect(self.close_bar)
        self.trouble = named(line_beside(), "findTrouble")
        self.hint = named(line_beside(), "findHint")
        self.trouble.hide()
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row, self._second = row, second = QHBoxLayout(), QHBoxLayout()
        for each in (row, second):
            each.setSpacing(8)
            column.addLayout(each)
        column.addWidget(self.trouble)
        column.addWidget(self.hint)
        row.addWidget(self.line, 1)
        for widget in (self.count, self.exact, self.expression, self.only, back, on, close):
            row.addWidget(widget)
        second.addStretch(1)

    def set_words(self) -> None:
        self.line.setAccessibleName(FIND.name())
        self.line.setPlaceholderText(FIND.name())
        self.count.setAccessibleName(FIND.count_name())
        self.exact.setAccessibleName(FIND.match_case())
        self.expression.setAccessibleName(FIND.expression())
        self.only.setAccessibleName(FIND.only())
        put_words(self._back, FIND.previous(), FIND.previous_tip(), "Shift+Enter")
        put_words(self._next_button, FIND.next(), FIND.next_tip(), "Enter")
        put_words(self._close_button, FIND.close(), FIND.close_tip(), "Esc")
        self._fit()
        self._say_trouble(self._trouble)
        self._say()
        self._say_only()

    def open(self) -> None:
        """Look for what is selected, if that is a part of one line."""
        selection = self._pane.selection
        is_in_one = selection.start.place == selection.end.place
        if selection and is_in_one and self._pane.document.count:
            row, _ = self._pane.row(self._pane.document.index(selection.start.place))
            if text := row.line.text[selection.start.at : selection.end.at]:
                self.line.setText(text)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._begin()

    def toggle_only(self) -> None:
        """Show only what matches, or all again."""
        if not self.isVisible():
            self.open()
            self.only.setChecked(True)
        else:
            self.only.toggle()

    def close_bar(self) -> None:
        self.hide()
        self._look_for(None)
        self.only.setChecked(False)
        self._pane.setFocus()

    def cancel(self) -> None:
        """Nobody looks at the output any more."""
        self._typing.stop()
        self._go_on.stop()
        self._say_again.stop()
        self._step_on.stop()
        self._search.start(None)

    @property
    def is_looking(self) -> bool:
        """Whether more may be found of what there is."""
        return self._search.is_on

    def step(self, *, forward: bool) -> None:
        """To the next hit, or the one before; from the last one to the first."""
        if self._typing.isActive():
            self._typing.stop()
            self._begin()
            return
        self._steps.begin(forward=forward)
        self._go_on_stepping()

    def _go_on_stepping(self) -> None:
        try:
            if not self._steps.go_on():
                self._step_on.start()
                return
        except TooSlow:
            self._give_up()
            return
        if self._steps.found is not None:
            self._pane.scrolling.stay()
            self._pane.select(*self._steps.found)
        self._say()

    # -- looking

    def _begin(self) -> None:
        text = self.line.text()
        self._say_trouble(None)
        self._wanted = None
        self._jump = True
        if text:
            try:
                self._wanted = Wanted.of(
                    text, exact=self.exact.isChecked(), is_expression=self.expression.isChecked()
                )
            except BadExpression as error:
                self._say_trouble(error.said)
        self._look_for(self._wanted)
        self._say()

    def _look_for(self, wanted: Wanted | None) -> None:
        self._steps.look_for(wanted)
        self._search.start(wanted)
        self._pane.highlight(wanted)
        self.only_matches.look_for(anything=wanted is not None)

    def _on_refreshed(self) -> None:
        if self.isVisible() and not self._go_on.isActive():
            self._go_on.start()

    def _say(self) -> None:
        hits = self._search.hits
        if self._wanted is None:
            return
        if self._search.is_too_slow:
            self._give_up()
            return
        if self._jump and len(hits) and self.only_matches.is_shown:
            self._jump = False  # all of them are in sight already, and so it may follow the end
        if self._jump and len(hits):
            self._jump = False
            self.step(forward=True)
            return
        if not len(hits):
            self.count.setText(FIND.looking() if self._search.is_on else FIND.not_found())
            return
        is_all = not self._search.is_on and len(hits) < MOST_HITS
        try:
            number = self._steps.number()
        except TooSlow:
            self._give_up()
            return
        if number is None:
            self._say_again.start()
        if number is None or number > len(hits):
            number = 0
        self.count.setText(FIND.count(number, len(hits), is_all=is_all))

    def _say_only(self) -> None:
        count = len(self._search.hits)
        hint = FIND.only_hint() if count or self._search.is_on else FIND.only_nothing()
        self.hint.setText(FIND.only_first(MOST_HITS) if count >= MOST_HITS else hint)
        self.hint.setVisible(self.only_matches.is_shown)

    def _give_up(self) -> None:
        self._wanted = None
        self._look_for(None)
        self._say_trouble(said(FIND.too_slow))

    def _say_trouble(self, trouble: Said | None) -> None:
        """In a line of its own: it is long."""
        self._trouble = trouble
        self.count.clear()
        self.trouble.setText(trouble() if trouble is not None else "")
        self.trouble.setVisible(trouble is not None)

    # -- the room there is

    def _name_boxes(self, *, narrow: bool) -> None:
        self.exact.setText(FIND.match_case_short() if narrow else FIND.match_case())
        self.expression.setText(FIND.expression_short() if narrow else FIND.expression())
        self.only.setText(FIND.only_short() if narrow else FIND.only())
        for box in (self.exact, self.expression):
            box.setToolTip(plain_tip(box.accessibleName()) if narrow else "")
        self.only.setToolTip(plain_tip(VALUES.tip(FIND.only_tip(), "Ctrl+Shift+F")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many words as there is room for; the boxes go into a row of their own, if that
        is not enough."""
        boxes, buttons = (self.exact, self.expression, self.only), self._buttons
        usual = FIND.count(*_USUAL_COUNT, is_all=True)
        count = 8 + self.count.fontMetrics().horizontalAdvance(usual)
        for narrow in (False, True):
            self._name_boxes(narrow=narrow)
            needed = sum(each.sizeHint().width() + 8 for each in (*boxes, *buttons))
            fits = needed + _LEAST_LINE + count <= self.width()
            if fits:
                break
        if not fits:
            self._name_boxes(narrow=False)
            if sum(each.sizeHint().width() + 8 for each in boxes) > self.width():
                self._name_boxes(narrow=True)
        for number, box in enumerate(boxes):
            self._row.removeWidget(box)
            self._second.removeWidget(box)
            if fits:
                self._row.insertWidget(2 + number, box)
            else:
                self._second.insertWidget(number, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backward = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(forward=not backward)
        else:
            super().keyPressEvent(event)
