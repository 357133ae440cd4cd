"""What changed between two runs, in the output's place: the code beside the output. GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reloader_core import Reason, RunOutput
from reloader_gui.compare.code_change import CodeChange, code_changes
from reloader_gui.compare.difference import Change, Difference
from reloader_gui.compare.within import Spans, differing
from reloader_gui.page.comparing import Comparing
from reloader_gui.run.past_runs import PastRun, PastRuns
from reloader_gui.texts.past import COMPARE
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.theme import LIGHT, Colours
from reloader_gui.ui.widgets import (
    Worded,
    announce,
    bare_label,
    button,
    line_beside,
    named,
    put_words,
)

SIDE_BY_SIDE = 700
"""As many pixels of width as that takes."""
MOST_OF_BLOCK = 40
"""Lines that follow each other and are not there any more, or are new."""
CODE_WAIT_MS = 1000
"""So long the engine may take to tell what the newest run began with."""


class ComparisonView(Worded, QWidget):
    """Hidden until compare()."""

    closed = Signal()
    line_wanted = Signal(object, int)
    """To be shown in the output: a RunOutput, and its line from 0."""
    code_wanted = Signal()
    """Of the newest run: PastRuns tells it."""

    def __init__(self, past: PastRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = past
        self._old: PastRun | None = None
        self._new: PastRun | None = None
        self._changes: list[CodeChange] | None = None
        """Of the code, between the two; None: that is not known."""
        self._found: Difference | None = None
        self._has_failed = False
        self._percent = 0
        self._colours = LIGHT
        self._comparing = Comparing(self)
        self._comparing.progressed.connect(self._on_progress)
        self._comparing.found.connect(self._on_found)
        self._comparing.failed.connect(self._on_failed)
        self._late = QTimer(self, singleShot=True, interval=CODE_WAIT_MS)
        self._late.timeout.connect(self._say)
        past.code_told.connect(self._on_code)
        self._make_widgets()
        self.set_words()
        self.hide()

    def _make_widgets(self) -> None:
        self.summary = named(line_beside(), "compareSummary")
        self.details = named(line_beside(), "compareDetails")
        self.with_times = named(QCheckBox(), "compareTimes")
        self.with_times.toggled.connect(lambda _: self._begin())
        self._show = button("compareShow")
        self._show.clicked.connect(self._on_show)
        self._back = button("compareBack")
        self._back.clicked.connect(self.close_view)
        self._headings = line_beside(), line_beside()
        self._legend = bare_label()
        self.code, self.output = named(_Text(), "compareCode"), named(_Text(), "compareOutput")
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._sides = []
        for heading, text in zip(self._headings, (self.code, self.output), strict=True):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(heading)
            column.addWidget(text, 1)
            self._split.addWidget(side)
            self._sides.append(side)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._lay_out()

    def _lay_out(self) -> None:
        """In a low window what is found can be scrolled; what can be done stays in sight."""
        inside = named(QWidget(), "compareInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.details)
        column.addWidget(self._split, 1)
        column.addStretch(0)
        area = named(QScrollArea(), "compareArea")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        told, done = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.with_times)
        told.addStretch(1)
        told.addWidget(self._legend)
        done.addStretch(1)
        done.addWidget(self._show)
        done.addWidget(self._back)
        for part, stretch in ((told, 1), (done, 0)):
            part.setSpacing(8)
            self._below.addLayout(part, stretch)
        self._below.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addLayout(self._below)

    def set_words(self) -> None:
        self.with_times.setText(COMPARE.with_times())
        self._legend.setText(COMPARE.legend())
        put_words(self._show, COMPARE.show(), COMPARE.show_tip())
        put_words(self._back, COMPARE.back(), COMPARE.back_tip(), "Esc")
        for heading, text, name in (
            (self._headings[0], self.code, COMPARE.code()),
            (self._headings[1], self.output, COMPARE.output()),
        ):
            heading.setText(name)
            text.setAccessibleName(name)
        self._fit_below()
        self._say()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self._say()

    def set_font(self, font: QFont) -> None:
        for text in (self.code, self.output):
            text.letters = font
        self._say()

    # -- comparing

    def compare(self, old: PastRun, new: PastRun) -> None:
        self._old, self._new = old, new
        self._changes = self._code_changes()
        self.show()
        self._back.setFocus()
        if new.code is None and new is self._past.runs[-1]:
            self._late.start()
            self.code_wanted.emit()
        self._begin()

    def say_nothing_to_compare(self) -> None:
        self._old = self._new = self._found = None
        self.show()
        self._back.setFocus()
        self._say()

    def close_view(self) -> None:
        self._comparing.cancel()
        self._late.stop()
        self.hide()
        self.closed.emit()

    def _begin(self) -> None:
        self._found, self._percent, self._has_failed = None, 0, False
        if self._old is not None and self._new is not None:
            with_times = self.with_times.isChecked()
            self._comparing.start(self._old.output, self._new.output, with_times=with_times)
        self._say()

    def _on_progress(self, percent: int) -> None:
        self._percent = percent
        if self._found is None:
            self.details.setText(COMPARE.comparing(percent))

    def _on_found(self, found: Difference) -> None:
        self._found = found
        self._say()
        announce(self, VALUES.joined([self.summary.text(), self.details.text()]))

    def _on_failed(self) -> None:
        self._has_failed = True
        self._say()
        announce(self, self.details.text())

    def _on_code(self, _number: int) -> None:
        """Take the runs with what is known of them now."""
        known = {run.serial: run for run in self._past.runs}
        if self._old is not None and self._new is not None:
            self._old = known.get(self._old.serial, self._old)
            self._new = known.get(self._new.serial, self._new)
            self._changes = self._code_changes()
            self._late.stop()
            self._say()

    # -- what is said

    def _say(self) -> None:
        old, new = self._old, self._new
        self.with_times.setVisible(new is not None)
        self._split.setVisible(new is not None)
        self._show.setEnabled(self._found is not None and bool(self._found.changes))
        if old is None or new is None:
            self.summary.setText(COMPARE.nothing_to_compare())
            self.details.clear()
            return
        self.summary.setText(COMPARE.runs(old.began.clock, new.began.clock))
        changes = self._changes
        if self._has_failed:
            self.details.setText(COMPARE.failed())
        elif self._found is None:
            self.details.setText(COMPARE.comparing(self._percent))
        else:
            waits = changes is None and self._late.isActive()
            said = [
                "" if waits else self._say_code(changes),
                *self._say_output(self._found, None if waits else bool(changes)),
            ]
            self.details.setText(VALUES.joined([each for each in said if each]))
        has_output = self._found is not None and bool(self._found.changes)
        self._sides[0].setVisible(bool(changes))
        self._sides[1].setVisible(has_output)
        self._legend.setVisible(has_output or bool(changes))
        self.code.begin(self._colours)
        for change in changes or ():
            self.code.add_file(change)
        self.output.begin(self._colours)
        if self._found is not None:
            self.output.add(self._found.changes)

    def _code_changes(self) -> list[CodeChange] | None:
        if self._old is None or self._new is None:
            return None
        if self._old.code is None or self._new.code is None:
            return None
        cause, is_next = self._new.began.cause, self._new.serial == self._old.serial + 1
        saved = cause.files if isinstance(cause, Reason) and is_next else ()
        return code_changes(self._old.code, self._new.code, saved)

    @staticmethod
    def _say_code(changes: list[CodeChange] | None) -> str:
        if changes is None:
            return COMPARE.unknown_code()
        if not changes:
            return COMPARE.same_code()
        return COMPARE.changed([(each.file, _spans(each.changes)) for each in changes])

    @staticmethod
    def _say_output(found: Difference, is_changed: bool | None) -> Iterable[str]:
        """`is_changed`: whether the code was changed; None: that is still asked."""
        if found.changes:
            first = found.changes[0].new_line + 1
            if found.is_all:
                yield COMPARE.differs(found.lines, first)
            else:
                yield COMPARE.differs_more(found.lines, first)
            if found.only_numbers and is_changed is not None:
                yield COMPARE.only_numbers() if is_changed else COMPARE.may_be_random()
            if found.noise_lines:
                yield COMPARE.beside_noise(found.noise_lines)
        elif found.noise_lines:
            yield COMPARE.only_noise(found.noise_lines)
        else:
            yield COMPARE.same_output()
        if found.from_line:
            yield COMPARE.from_line(found.from_line + 1)
        if found.is_open:
            yield COMPARE.is_open()

    # -- what the user does

    def _on_show(self) -> None:
        if self._found is None or self._new is None or not self._found.changes:
            return
        output: RunOutput = self._new.output
        line = self._found.changes[0].new_line
        self.close_view()
        self.line_wanted.emit(output, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_view()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._fit_below()

    def _fit_below(self) -> None:
        """In one row where all of it has room."""
        all_of_it = (self.with_times, self._legend, self._show, self._back)
        needed = sum(each.sizeHint().width() + 8 for each in all_of_it)
        way = QBoxLayout.Direction
        self._below.setDirection(way.LeftToRight if needed <= self.width() else way.TopToBottom)


def _spans(changes: tuple[Change, ...]) -> tuple[tuple[int, int], ...]:
    """From line 1, both ends included; where lines were taken away, the one that is there now."""
    return tuple((each.new_line + 1, each.new_line + max(1, len(each.new))) for each in changes)


class _Text(QPlainTextEdit):
    """Lines with their numbers: what was before and what is now, marked by a sign and a colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setUndoRedoEnabled(False)
        self._colours = LIGHT
        self.letters = QFont()
        """Those of the output: the style sheet has others for all widgets."""

    def sizeHint(self) -> QSize:
        """It gets all that is left; what is below is to be scrolled only where that is nothing."""
        return self.minimumSizeHint()

    def begin(self, colours: Colours) -> None:
        self._colours = colours
        self.clear()

    def add_file(self, change: CodeChange) -> None:
        self._line(change.file.name, bold=True)
        if not change.changes:
            self._line(COMPARE.not_kept(), quiet=True)
        self.add(change.changes)

    def add(self, changes: Iterable[Change]) -> None:
        for change in changes:
            first = change.new_line - len(change.before)
            for number, text in enumerate(change.before, first + 1):
                self._line(f"{number:>6}   {text}", quiet=True)
            colours = self._colours
            was, now = differing(change.old, change.new)
            self._block(change.old, was, change.old_line, "-", colours.trouble_back)
            self._block(change.new, now, change.new_line, "+", colours.selection)
            self._line("")
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _block(
        self, lines: tuple[str, ...], marks: Sequence[Spans], first: int, sign: str, back: str
    ) -> None:
        """Its beginning, if it is long: what stands in its place must be in sight."""
        for at, text in enumerate(lines[:MOST_OF_BLOCK]):
            head = f"{first + 1 + at:>6} {sign} "
            spans = marks[at] if at < len(marks) else ()
            self._line(f"{head}{text}", back=back, marks=_moved(spans, len(head)))
        if len(lines) > MOST_OF_BLOCK:
            self._line(f"{'':>6} {sign} ...", quiet=True)

    def _line(
        self,
        text: str,
        *,
        bold: bool = False,
        quiet: bool = False,
        back: str = "",
        marks: Spans = (),
    ) -> None:
        """`marks`: what is not in the line that stands in its place; underlined, since a colour
        alone is not seen by everybody."""
        form = QTextCharFormat()
        form.setFont(self.letters)
        form.setForeground(QColor(self._colours.quiet if quiet else self._colours.text))
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        if back:
            form.setBackground(QColor(back))
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertText("\n", QTextCharFormat())
        marked, at = QTextCharFormat(form), 0
        marked.setFontUnderline(True)
        marked.setFontWeight(QFont.Weight.Bold)
        for start, end in marks:
            cursor.insertText(text[at:start], form)
            cursor.insertText(text[start:end], marked)
            at = end
        cursor.insertText(text[at:], form)


def _moved(spans: Spans, by: int) -> Spans:
    return tuple((start + by, end + by) for start, end in spans)
