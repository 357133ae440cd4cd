"""The output view with what the user does in it: select, copy, click, type, zoom.

GUI thread. What is typed belongs to the input line, and goes out as signals; so does
what a click on a link asks for.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reloader_core import LocalFiles, Spool
from reloader_gui.output import caret
from reloader_gui.output.clipboard import to_clipboard
from reloader_gui.output.look.layout import Layout, LongLayout
from reloader_gui.output.look.palette import parse
from reloader_gui.output.look.row_painter import Overlay
from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.text.export import Part, cut, is_quick, text_of
from reloader_gui.output.text.links import Link, link_spans, links
from reloader_gui.output.text.section import Kind, Row
from reloader_gui.output.text.selection import Point, Selection, word_at
from reloader_gui.output.text.wanted import Patience, TooSlow, Wanted, joined, split
from reloader_gui.output.transfer import Transfer
from reloader_gui.output.view import OutputView
from reloader_gui.texts.output import OUTPUT
from reloader_gui.ui.disk import FilesKnown

DRAG_MS = 40
MOST_SEARCHED = 10_000
"""So much of a long row is highlighted."""
Keys = QKeySequence.StandardKey


class OutputPane(OutputView):
    typed = Signal(QKeyEvent)
    composed = Signal(QInputMethodEvent)
    """What an input method does, while the view takes text."""
    pasted = Signal(str)
    copy_pressed = Signal(bool)
    """By a key; whether something was selected."""
    zoomed = Signal(int)
    whole_wanted = Signal()
    """Esc, while only matching lines are shown."""
    line_wanted = Signal(object, int)
    """A file and a line, to be opened in the editor."""
    hovered = Signal(str)
    """Where a click would lead to; empty when the pointer has left the link."""
    menu_wanted = Signal(QMenu)
    """The context menu is about to be shown: add to it."""

    def __init__(self, spool: Spool, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(spool, folder, parent)
        self._folder = folder
        self._files_known = FilesKnown(LocalFiles(folder).look, parent=self)
        self._files_known.learned.connect(self.viewport().update)
        self.selection = Selection()
        self.transfer = Transfer(self)
        self.transfer.copied.connect(to_clipboard)
        self._wanted: Wanted | None = None
        self._patience = Patience()
        self._is_dragging = self._drags_words = self._drags_rows = False
        self._followed = False
        self._pressed: Link | None = None
        self._hovered: Link | None = None
        self.refreshed.connect(self._look_again)
        self._drag = QTimer(self, interval=DRAG_MS)
        self._drag.timeout.connect(self._drag_on)
        self._mouse = QPoint()
        self._triple = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())

    # -- what others ask for

    def copy(self) -> None:
        """What is selected goes to the clipboard, without escape sequences."""
        if self.selection:
            self.transfer.copy(cut(self.document, self.selection.start, self.selection.end))

    def select_all(self) -> None:
        self.selection.begin(caret.first(self), caret.last(self))
        self.viewport().update()

    def select(self, start: Point, end: Point) -> None:
        """And show it."""
        self.selection.begin(start, end)
        self.show_point(start)

    def show_point(self, point: Point) -> None:
        self.scrolling.show(self.spot_of(point))
        _, layout = self.row(self.document.index(point.place))
        if not self.wraps:
            column = layout.column(point.at) - self.scrolled_columns
            if not 0 <= column < self.columns:
                self.horizontalScrollBar().setValue(max(0, layout.column(point.at) - 8))
        self._sync()

    def empty(self) -> None:
        self.selection.clear()
        super().empty()

    def highlight(self, wanted: Wanted | None) -> None:
        """Show wherever this stands."""
        self._wanted = wanted
        self.viewport().update()

    def set_takes_text(self, takes: bool) -> None:
        """Whether input methods (for Chinese, say) may compose here."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, takes)

    # -- points

    def spot_of(self, point: Point) -> Spot:
        index = self.document.index(point.place)
        _, layout = self.row(index)
        return Spot(index, layout.sub_of(layout.column(point.at)))

    def point_at(self, position: QPoint, *, nearest: bool = True) -> Point:
        """The nearest point of the text."""
        spot = self.spot_at(position.y())
        row, layout = self.row_in_time(spot.row)
        if self._is_below(spot, position):
            return Point(row.place, _end_of(row, layout))
        column = self.column_at(position.x(), layout, spot.sub, nearest=nearest)
        return Point(row.place, layout.index(column))

    def _is_below(self, spot: Spot, position: QPoint) -> bool:
        """Whether a position, whose nearest line of the view this is, lies below all text."""
        line = self._line_at(position.y())
        is_last = line > 0 and spot.row == self.document.count - 1
        return is_last and self.scrolling.moved(self.scrolling.top, line - 1) == spot

    def link_at(self, position: QPoint, *, clicked: bool = False) -> Link | None:
        point = self.point_at(position, nearest=False)
        row, _ = self.row_in_time(self.document.index(point.place))
        if row.kind is not Kind.LINE or row.long is not None:
            return None
        look = self._files_known.for_click if clicked else self._files_known
        for link in links(row.line.text, self._folder, look):
            if link.start <= point.at < link.end:
                return link
        return None

    def link_spans(self, row: Row) -> tuple[tuple[int, int], ...]:
        if row.kind is not Kind.LINE or row.long is not None:
            return ()
        return link_spans(row.line.text, self._folder, self._files_known)

    # -- what lies over the rows

    def paintEvent(self, event: QPaintEvent) -> None:
        self._patience = Patience()
        super().paintEvent(event)

    def overlays(self, row: Row, layout: Layout, sub: int) -> list[Overlay]:
        found = super().overlays(row, layout, sub)
        if self._wanted is not None and row.kind is Kind.LINE:
            back = parse(self.colours.found)
            if isinstance(layout, LongLayout):
                page = self.scrolling.page_lines + 2, self.scrolled_columns, self.columns + 2
                slices = self._laid_out.slices(layout, sub, *page)
            else:
                slices = [(0, row.line.text[:MOST_SEARCHED])]
            try:
                spans = self._patience.spans(self._wanted, "".join(text for _, text in slices))
                found += [Overlay(start, end, back) for start, end in split(joined(spans), slices)]
            except TooSlow:
                self._wanted = None
        if (selected := self.selection.within(row.place, layout.size)) is not None:
            found.append(Overlay(*selected, parse(self.colours.selection)))
        return found

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._paste_selection()
            return
        if event.button() != Qt.MouseButton.LeftButton or not self.document.count:
            super().mousePressEvent(event)
            return
        self._followed = self.scrolling.follows
        self.scrolling.stay()
        self._is_dragging, self._drags_words, self._drags_rows = True, False, False
        self._pressed = self.link_at(position, clicked=True)
        point = self.point_at(position)
        if self._triple.isActive():
            self._triple.stop()
            self._drags_rows = True
            self.selection.begin(*self._row_around(point))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(point)
        else:
            self.selection.begin(point)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.document.count:
            return
        self._followed = self.scrolling.follows
        self.scrolling.stay()
        self._is_dragging = self._drags_words = True
        self._pressed = None
        point = self.point_at(event.position().toPoint(), nearest=False)
        self.selection.begin(*self._word_around(point))
        self._triple.start()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if not self._is_dragging:
            self._hover(self.link_at(self._mouse) if self.document.count else None)
            return
        inside = 0 <= self._mouse.y() < self.viewport().height()
        if inside:
            self._drag.stop()
            self._extend_to(self._mouse)
        elif not self._drag.isActive():
            self._drag.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_dragging:
            return
        self._is_dragging = False
        self._drag.stop()
        if not self.selection:
            if self._followed:
                self.follow()
            released = self.link_at(event.position().toPoint(), clicked=True)
            if self._pressed and self._pressed == released:
                self._open(self._pressed)
        else:
            self._offer_selection()
        self._sync()

    def _drag_on(self) -> None:
        """The mouse is held above or below: scroll, the faster the further away."""
        height = self.viewport().height()
        beyond = self._mouse.y() - (height if self._mouse.y() > 0 else 0)
        lines = beyond // self.fonts.height
        self.scrolling.go_to(self.scrolling.moved(self.scrolling.top, lines or 1))
        if self.scrolling.follows:
            self.scrolling.stay()
        self._sync()
        self._extend_to(QPoint(self._mouse.x(), max(0, min(self._mouse.y(), height - 1))))

    def _extend_to(self, position: QPoint) -> None:
        point = self.point_at(position)
        if self._drags_rows:
            self.selection.extend(*self._row_around(point))
        elif self._drags_words:
            self.selection.extend(*self._word_around(point))
        else:
            self.selection.extend(point)
        self.viewport().update()

    def _word_around(self, point: Point) -> tuple[Point, Point]:
        row, layout = self.row_in_time(self.document.index(point.place))
        if row.long is not None:
            return point, point
        start, end = word_at(row.line.text, point.at)
        return Point(row.place, start), Point(row.place, end)

    def _row_around(self, point: Point) -> tuple[Point, Point]:
        row, layout = self.row_in_time(self.document.index(point.place))
        return Point(row.place, 0), Point(row.place, _end_of(row, layout))

    def _line_under(self, position: QPoint) -> list[Part]:
        """All of the script's line there, as it is now; nothing where none is, or an empty one."""
        if not self.document.count or self._line_at(position.y()) < 0:
            return []
        spot = self.spot_at(position.y())
        row, layout = self.row_in_time(spot.row)
        size = _end_of(row, layout)
        if row.kind is not Kind.LINE or not size or self._is_below(spot, position):
            return []
        return cut(self.document, Point(row.place, 0), Point(row.place, size))

    def _offer_selection(self) -> None:
        """X11: what is selected can be pasted by the middle button."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.selection:
            parts = cut(self.document, self.selection.start, self.selection.end)
            if is_quick(parts):
                clipboard.setText("".join(text_of(parts)), QClipboard.Mode.Selection)

    def _paste_selection(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            self.pasted.emit(clipboard.text(QClipboard.Mode.Selection))

    # -- links

    def _hover(self, link: Link | None) -> None:
        if link == self._hovered:
            return
        self._hovered = link
        shape = Qt.CursorShape.IBeamCursor if link is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.hovered.emit(link.says if link is not None else "")

    def _look_again(self) -> None:
        """The rows have moved under the pointer."""
        if self._hovered is not None:
            self._hover(self.link_at(self._mouse) if self.document.count else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _open(self, link: Link) -> None:
        """A file goes to the editor; nothing but a web address goes to the system."""
        if link.file is not None:
            self.line_wanted.emit(link.file, link.line)
        else:
            QDesktopServices.openUrl(QUrl(link.address))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        copy = menu.addAction(OUTPUT.copy(), QKeySequence(Keys.Copy), self.copy)
        copy.setEnabled(bool(self.selection))
        line = self._line_under(event.pos())
        copy_line = menu.addAction(OUTPUT.copy_line(), lambda: self.transfer.copy(line))
        copy_line.setEnabled(bool(line))
        menu.addAction(OUTPUT.select_all(), QKeySequence(Keys.SelectAll), self.select_all)
        link = self.link_at(event.pos()) if self.document.count else None
        if link is not None:
            menu.addSeparator()
            menu.addAction(link.says, lambda: self._open(link))
            if link.address:
                copy_address = QGuiApplication.clipboard().setText
                menu.addAction(OUTPUT.copy_address(), lambda: copy_address(link.address))
        menu.addSeparator()
        self.menu_wanted.emit(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(Keys.Copy):
            self.copy()
            self.copy_pressed.emit(bool(self.selection))
        elif event.matches(Keys.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self.document.is_picked:
            self.whole_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selection:
            self.selection.clear()
            self.viewport().update()
        elif _is_typing(event):
            self.typed.emit(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._select_by(event):
            pass
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composed.emit(event)

    def _select_by(self, event: QKeyEvent) -> bool:
        """Shift with an arrow key extends the selection."""
        if not self.document.count:
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.document.section_of(self.selection.caret.place) is None:
            self.selection.begin(Point(self.document.place(self.scrolling.top.row), 0))
        moved = caret.moved(self, self.selection.caret, Qt.Key(event.key()), by_much=control)
        if moved is None:
            return False
        self.scrolling.stay()
        self.selection.extend(moved)
        self.show_point(moved)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if step := event.angleDelta().y():
                self.zoomed.emit(1 if step > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def _end_of(row: Row, layout: Layout) -> int:
    """Behind its last character; beyond that if the row is not worked out yet."""
    return max(layout.size, len(row.line.text), row.later.size if row.later is not None else 0)


def _is_typing(event: QKeyEvent) -> bool:
    """Letters, Enter and a paste belong to the input line, wherever they are typed."""
    if event.matches(Keys.Paste):
        return True
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    # AltGr is Ctrl+Alt on Windows; its letters are printable.
    if event.modifiers() & commands and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() == Qt.Key.Key_D and not event.modifiers() & ~commands
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace):
        return True
    return bool(event.text()) and event.text().isprintable()
