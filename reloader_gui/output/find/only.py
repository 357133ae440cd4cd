"""Shows only the lines that match, and leads back to one of them among all. GUI thread.

Which lines those are is the search's business; what is shown of them, picked.py's.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_gui.output.find.search import Search
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.section import Place
from reloader_gui.output.text.selection import Point

LATE_MS = 150
"""So long the old lines stay while nothing has been found of what is looked for now."""
MORE_MS, MOST_MORE_MS = 250, 2000
"""So often the rows are counted again while a search goes on: each time those at the new end have
to be read, and the search lets the window go first. So it is done less and less often."""


class OnlyMatches(QObject):
    changed = Signal()
    """Whether it `is_shown`."""

    def __init__(self, pane: OutputPane, search: Search, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._search = search
        self._is_on = False
        self._is_looking = False
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._show)
        self._more = QTimer(self, singleShot=True, interval=MORE_MS)
        self._more.timeout.connect(self._show_more)
        search.grown.connect(self._on_grown)

    @property
    def is_shown(self) -> bool:
        return self._pane.document.is_picked

    def set_on(self, on: bool) -> None:
        """Whether only matching lines are shown while something is looked for."""
        self._is_on = on
        if on and self._is_looking:
            self._show()
        elif not on:
            self._show_all()

    def look_for(self, *, anything: bool) -> None:
        """The search has begun anew."""
        self._is_looking = anything
        self._more.setInterval(MORE_MS)
        if not anything:
            self._show_all()
        elif self._is_on:
            self._late.start()

    def _on_grown(self) -> None:
        if self._late.isActive():
            self._show()
        elif self.is_shown and not self._search.is_on:
            self._more.stop()
            self._pane.show_more_hits(is_all=True)
        elif self.is_shown and not self._more.isActive():
            self._more.start()

    def _show_more(self) -> None:
        self._more.setInterval(min(2 * self._more.interval(), MOST_MORE_MS))
        if self.is_shown:
            self._pane.show_more_hits(is_all=not self._search.is_on)

    def _show(self) -> None:
        self._late.stop()
        place = self._in_mind() if not self.is_shown else None
        self._pane.show_only(self._search.hits)
        if place is not None and self._pane.document.count:
            self._pane.show_point(Point(place, 0))
        self.changed.emit()

    def _show_all(self) -> None:
        """With the line in the middle that was clicked, or that is on top."""
        self._late.stop()
        if not self.is_shown:
            return
        pane = self._pane
        place = self._in_mind()
        pane.show_only(None)
        if place is not None:
            index = pane.document.index(place)
            pane.scrolling.show_in_middle(index)
            if not pane.selection:
                _, layout = pane.row(index)
                pane.selection.begin(Point(place, 0), Point(place, layout.size))
            pane.show_point(Point(place, 0))
        self.changed.emit()

    def _in_mind(self) -> Place | None:
        """The row that the user has clicked, or come to, while it is in sight; None: the newest,
        whichever that is."""
        document, scrolling = self._pane.document, self._pane.scrolling
        place = self._pane.selection.caret.place
        if document.count and document.section_of(place) is not None:
            index = document.index(place)
            top, last = scrolling.top, scrolling.moved(scrolling.top, scrolling.page_lines - 1)
            if document.place(index) == place and top.row <= index <= last.row:
                return place
        if scrolling.follows or not document.count:
            return None
        return document.place(scrolling.top.row)
