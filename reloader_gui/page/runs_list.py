"""The list of a script's last runs; a click shows what one has printed. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reloader_core import RunOutput
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.section import HEAD_LINES, Kind, Place
from reloader_gui.output.text.selection import Point
from reloader_gui.run.past_runs import Ended, PastRun, PastRuns
from reloader_gui.run.run_log import Outcome
from reloader_gui.texts.past import PAST
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.widgets import Worded, button, line_beside, named, plain_tip, put_words

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SHOWN_ROWS = 6
REFRESH_MS = 500
"""What a run has printed is counted so often while it goes on."""


class _Rows(QTreeWidget):
    """As high as its rows; in a low window they are scrolled."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())


class RunsList(Worded, QWidget):
    """Hidden until open()."""

    compare_wanted = Signal(object, object)
    """Two PastRuns, the older one first."""
    hidden_run_wanted = Signal()
    """Earlier runs are hidden, and one of them is to be shown."""

    def __init__(self, past: PastRuns, pane: OutputPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = past
        self._pane = pane
        self._again = QTimer(self, interval=REFRESH_MS)
        self._again.timeout.connect(self._fill)
        past.changed.connect(self._on_changed)
        self.tree = named(_Rows(), "runsList")
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemClicked.connect(lambda item: self._show(item))
        self.tree.itemActivated.connect(lambda item: self._show(item))
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.hint = named(line_beside(), "runsHint")
        self._compare = button("runsCompare")
        self._compare.clicked.connect(self._on_compare)
        self._close = button("runsClose")
        self._close.clicked.connect(self.close_list)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.hint, 1)
        row.addWidget(self._compare)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tree)
        column.addLayout(row)
        self.set_words()
        self.hide()

    def set_words(self) -> None:
        self.tree.setAccessibleName(PAST.name())
        self.tree.setHeaderLabels(list(PAST.columns()))
        put_words(self._compare, PAST.compare(), PAST.compare_tip())
        put_words(self._close, PAST.close(), PAST.close_tip(), "Esc")
        self._fill()

    def toggle(self) -> None:
        if self.isVisible():
            self.close_list()
        else:
            self.open()

    def open(self) -> None:
        self._fill()
        self.show()
        self._again.start()
        self.tree.setFocus()

    def close_list(self) -> None:
        self.hide()
        self._again.stop()
        self._pane.setFocus()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._fill()

    # -- rows

    def _fill(self) -> None:
        """The newest on top. Rows are kept, so that what is selected stays so."""
        runs = self._past.runs[::-1]
        known = {self._serial(item): item for item in self._items()}
        for serial in known.keys() - {run.serial for run in runs}:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(known[serial]))
        for at, run in enumerate(runs):
            item = known.get(run.serial)
            if item is None:
                item = QTreeWidgetItem()
                item.setData(0, Qt.ItemDataRole.UserRole, run.serial)
                item.setTextAlignment(4, RIGHT)
                self.tree.insertTopLevelItem(at, item)
            for column, text in enumerate(self._words(run)):
                item.setText(column, text)
                item.setToolTip(column, plain_tip(text))
        if self.tree.currentItem() is None and (items := self._items()):
            self.tree.setCurrentItem(items[0])
        self._fit(len(runs))
        self._enable()

    def _fit(self, count: int) -> None:
        header = self.tree.header()
        for column in range(5):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                column, mode.Stretch if column == 1 else mode.ResizeToContents
            )
        header.setStretchLastSection(False)
        row = self.tree.sizeHintForRow(0) if count else self.fontMetrics().height()
        rows = max(2, min(SHOWN_ROWS, count))
        head = header.sizeHint().height() + 4
        self.tree.setMinimumHeight(head + row)
        self.tree.setMaximumHeight(head + rows * row)

    def _words(self, run: PastRun) -> tuple[str, ...]:
        ran_for = VALUES.duration(run.ran_s) if run.ran_s is not None else ""
        cause = RUNS.cause(run.began.cause)
        return run.began.clock, cause, ran_for, self._ended(run), self._lines(run)

    @staticmethod
    def _ended(run: PastRun) -> str:
        record = run.record
        if run.ended is Ended.SAVE:
            return PAST.by_save()
        if record.exit is None:
            return PAST.running()
        if run.ended is Ended.USER:
            return PAST.by_user()
        if record.error is not None and record.outcome is Outcome.FAILED:
            return PAST.failed(record.error)
        return PAST.exit_code(record.exit) if record.exit.code else PAST.finished()

    def _lines(self, run: PastRun) -> str:
        extent = run.output.extent
        if run.output not in self._pane.spool.runs or 0 < extent.end == extent.first:
            return PAST.lines_dropped()
        try:
            rest = extent.end > extent.first and run.output.read(extent.end - 1, 1) != b"\n"
        except LookupError:
            rest = False
        lines = extent.last_line + rest
        return PAST.lines_in_part(lines) if extent.first else PAST.lines(lines)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [item for item in items if item is not None]

    @staticmethod
    def _serial(item: QTreeWidgetItem) -> int:
        return int(item.data(0, Qt.ItemDataRole.UserRole))

    # -- what the user wants

    def _chosen(self) -> tuple[PastRun | None, PastRun | None]:
        """The run that is selected, and the one before."""
        item = self.tree.currentItem()
        serial = self._serial(item) if item is not None else 0
        runs = self._past.runs
        for at, run in enumerate(runs):
            if run.serial == serial:
                return run, runs[at - 1] if at else None
        return None, None

    def _enable(self) -> None:
        self._compare.setEnabled(self._chosen()[1] is not None)
        self.hint.setText(PAST.hint() if self._past.runs else PAST.none())

    def _on_compare(self) -> None:
        run, before = self._chosen()
        if run is not None and before is not None:
            self.compare_wanted.emit(before, run)

    def _show(self, item: QTreeWidgetItem) -> None:
        self.tree.setCurrentItem(item)
        if (run := self._chosen()[0]) is None:
            return
        if run.output not in self._pane.spool.runs:
            self.hint.setText(PAST.is_dropped(run.began.clock))
            return
        if self._pane.document.only_last and run.output is not self._pane.spool.runs[-1]:
            self.hidden_run_wanted.emit()
        show_line(self._pane, run.output, HEAD_LINES[Kind.RULE])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)


def show_line(pane: OutputPane, output: RunOutput, line: int) -> None:
    """A line of a run, marked; or the rule above it, if it is negative. If they are there still."""
    for section in pane.document.sections:
        if section.run is output:
            place = Place(section.serial, line)
            index = pane.document.index(place)
            size = 0
            if line < 0:
                pane.scrolling.show_on_top(index)
            else:
                pane.scrolling.show_in_middle(index)
                size = pane.row(index)[1].size
            pane.select(Point(place, 0), Point(place, size))
