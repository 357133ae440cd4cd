"""A script's earlier runs on its page: their list, and the comparison of two. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from reloader_core import RunOutput
from reloader_gui.output.pane import OutputPane
from reloader_gui.page.comparison import ComparisonView
from reloader_gui.page.runs_list import RunsList, show_line
from reloader_gui.run.past_runs import PastRun
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.ui.theme import LIGHT, Colours


class Earlier(QObject):
    """Makes what it shows when it is first wanted, in the page's `column`."""

    def __init__(
        self, run: ScriptRun, pane: OutputPane, column: QVBoxLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._pane = pane
        self._column = column
        self._colours = LIGHT
        self._font = QFont()
        self._list: RunsList | None = None
        self._view: ComparisonView | None = None
        self._is_newest = False
        """The newest run is compared with the one before, whichever these are."""
        run.news.past.changed.connect(self._on_runs)

    @property
    def list(self) -> RunsList:
        if self._list is None:
            self._list = made = RunsList(self._run.news.past, self._pane)
            made.compare_wanted.connect(self.compare)
            made.hidden_run_wanted.connect(lambda: self._pane.set_only_last(False))
            self._column.insertWidget(self._column.indexOf(self._pane), made)
        return self._list

    @property
    def view(self) -> ComparisonView:
        if self._view is None:
            self._view = made = ComparisonView(self._run.news.past)
            made.set_colours(self._colours)
            made.set_font(self._font)
            made.closed.connect(self._on_closed)
            made.line_wanted.connect(self._on_line_wanted)
            made.code_wanted.connect(self._run.engine.tell_code)
            self._column.insertWidget(self._column.indexOf(self._pane), made, 1)
        return self._view

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if self._view is not None:
            self._view.set_colours(colours)

    def set_font(self, font: QFont) -> None:
        self._font = font
        if self._view is not None:
            self._view.set_font(font)

    def toggle_runs(self) -> None:
        if self._view is not None and self._view.isVisible():
            self._view.close_view()
        self.list.toggle()

    def compare_last(self) -> None:
        """The newest run with the one before."""
        runs = self._run.news.past.runs
        if len(runs) >= 2:
            self.compare(runs[-2], runs[-1])
        else:
            self._pane.hide()
            self._is_newest = False
            self.view.say_nothing_to_compare()

    def compare(self, old: PastRun, new: PastRun) -> None:
        if self._list is not None:
            self._list.hide()
        self._pane.hide()
        self._is_newest = new.serial == self._run.news.past.runs[-1].serial
        self.view.compare(old, new)

    def _on_runs(self) -> None:
        """One has begun, or ended."""
        runs = self._run.news.past.runs
        if self._is_newest and self._view is not None and self._view.isVisible():
            self._view.compare(*runs[-2:])

    def _on_closed(self) -> None:
        self._pane.show()
        self._pane.setFocus()

    def _on_line_wanted(self, output: RunOutput, line: int) -> None:
        self._pane.refresh()
        show_line(self._pane, output, line)
