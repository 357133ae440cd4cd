"""The output: a bounded text pane, filled in batches from an Inbox by a timer.

GUI thread only. Follows the end until the user scrolls up, then stays put; a new
run starts at the top of the view, with the older ones dimmed above it. For now a
QPlainTextEdit: no colours, no search, a bounded number of lines.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reloader_gui.output.inbox import Inbox
from reloader_gui.output.items import Began, Echo, Gap, Item, Text
from reloader_gui.output.plain import Plain
from reloader_gui.theme import Colours
from reloader_gui.widgets import button
from reloader_gui.words import CONFIRM_S

MOST_LINES = 10_000
TICK_MS = 25
BATCH_S = 0.010
"""So long one batch may take; laying out a thousand lines took 8 to 12 ms (measured)."""
SMALLEST_BATCH, LARGEST_BATCH = 2 * 1024, 128 * 1024
UNFINISHED_MS = 200
TAIL_CHARS = 16_000


class OutputPane(QPlainTextEdit):
    """Shows what comes out of `inbox`; wake() says that something is in it."""

    typed = Signal(QKeyEvent)
    interrupted = Signal()
    zoomed = Signal(int)
    waits_changed = Signal(bool)
    """Whether the last line is unfinished and nothing has come for a while."""
    emptied = Signal()
    """All that has come is shown."""
    _woken = Signal()

    def __init__(
        self,
        make_inbox: Callable[[Callable[[], None]], Inbox] = Inbox,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outputView")
        self.setAccessibleName("Output of your script")
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # a script dropped here is for the window
        self.viewport().setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(MOST_LINES)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.inbox = make_inbox(self._woken.emit)
        self._colours: Colours | None = None
        self._plain = Plain()
        self._batch_bytes = 16 * 1024
        self._run = 0
        # On the line that begins the present run, whose userState is the run's number. A
        # cursor, since Qt keeps it right: a QTextBlock that was held while its line fell
        # off the top crashed.
        self._rule = QTextCursor(self.document())
        self._confirms = False
        self._follow = True
        self._moving = False
        self._waits = False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.fill)
        self._quiet = QTimer(self, singleShot=True, interval=UNFINISHED_MS)
        self._quiet.timeout.connect(lambda: self._set_waits(self._plain.unfinished))
        self._confirmed = QTimer(self, singleShot=True, interval=int(CONFIRM_S * 1000))
        self._confirmed.timeout.connect(self._end_confirmation)
        # Queued: the inbox calls from the engine's threads, and holds no lock of ours then.
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)
        self._latest = button("Latest", "latestButton", "Go to the newest output and follow it")
        self._latest.setParent(self)
        self._latest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._latest.clicked.connect(self.follow)
        self._latest.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.document().setDocumentMargin(8)
        self.set_font(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    # -- what others ask for

    def tail(self) -> str:
        """The end of the present run's output."""
        block = self.document().lastBlock()
        lines: list[str] = []
        size = 0
        while block.isValid() and block.userState() <= 0 and size < TAIL_CHARS:
            lines.append(block.text())
            size += block.length()
            block = block.previous()
        return "\n".join(reversed(lines))

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.viewport().update()

    def set_font(self, font: QFont) -> None:
        self.setFont(font)
        self.setTabStopDistance(8 * QFontMetricsF(self.font()).horizontalAdvance(" "))

    def empty(self) -> None:
        """Clear what is shown; the running script's next output comes as ever."""
        self.clear()
        self._plain.end_line()
        self.follow()

    def follow(self) -> None:
        """Show the newest output, and go on doing so."""
        self._follow = True
        self._scroll_to_end()

    # -- filling

    def _on_woken(self) -> None:
        if not self._tick.isActive():
            self._tick.start()
            self.fill()

    def fill(self) -> None:
        """Show the next batch of what has come. The timer runs only while something does."""
        started = time.perf_counter()
        items = self.inbox.take(self._batch_bytes)
        if not items:
            self._tick.stop()
            self.emptied.emit()
            return
        lines_before = self.blockCount()
        added = 0
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for item in items:
            match item:
                case Text(run, data):
                    added += self._write(cursor, run, data)
                case Began():
                    added += self._begin(cursor, item)
                case Echo(text):
                    added += self._note(cursor, text, self._format("echo"))
                case Gap(lines):
                    self._plain.end_line()
                    added += self._aside(cursor, f"[{lines:,} lines came too fast to be shown]")
        cursor.endEditBlock()
        self._set_waits(False)
        self._quiet.start()
        if self._follow:
            self._scroll_to_end()
        elif trimmed := lines_before + added - self.blockCount():
            self._moving = True
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - trimmed)
            self._moving = False
        self._adapt(items, time.perf_counter() - started)

    def _adapt(self, items: list[Item], took_s: float) -> None:
        """How much a batch may hold depends on its lines: a short one costs as much as a long."""
        size_bytes = sum(len(item.data) for item in items if isinstance(item, Text))
        if size_bytes >= self._batch_bytes // 2:
            fitting = int(size_bytes * BATCH_S / max(took_s, 1e-4))
            self._batch_bytes = max(SMALLEST_BATCH, min(LARGEST_BATCH, fitting))

    def _write(self, cursor: QTextCursor, run: int, data: bytes) -> int:
        if run != self._run:
            return 0
        return self._apply(cursor, data, final=False)

    def _apply(self, cursor: QTextCursor, data: bytes, *, final: bool) -> int:
        edit = self._plain.feed(data, final)
        if edit.erase:
            move, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(move, keep, edit.erase)
            cursor.removeSelectedText()
        cursor.insertText(edit.text, self._format("text"))
        return edit.text.count("\n")

    def _begin(self, cursor: QTextCursor, began: Began) -> int:
        added = self._apply(cursor, b"", final=True)
        self._plain = Plain()
        self._run = began.run
        if not self.document().isEmpty():
            added += self._end_line(cursor)
            if cursor.block().previous().text():
                cursor.insertText("\n", self._format("text"))
                added += 1
        cursor.insertText(f"{began.clock}  {began.cause}", self._format("rule"))
        cursor.block().setUserState(began.run)
        self._rule = QTextCursor(cursor.block())
        cursor.insertText("\n", self._format("text"))
        cursor.block().setUserState(-1)
        self._confirms = began.again
        if began.again:
            self._confirmed.start()
        self._follow = True
        return added + 1

    def _note(self, cursor: QTextCursor, text: str, look: QTextCharFormat) -> int:
        """Words that are not the script's; they end the line that they stand on."""
        self._plain.end_line()
        cursor.insertText(text, look)
        cursor.insertText("\n", self._format("text"))
        return text.count("\n") + 1

    def _aside(self, cursor: QTextCursor, text: str) -> int:
        return self._end_line(cursor) + self._note(cursor, text, self._format("rule"))

    def _end_line(self, cursor: QTextCursor) -> int:
        if cursor.atBlockStart():
            return 0
        cursor.insertText("\n", self._format("text"))
        return 1

    def _format(self, kind: str) -> QTextCharFormat:
        look = QTextCharFormat()
        if self._colours is not None and kind != "text":
            colours = self._colours
            look.setForeground(QColor(colours.accent if kind == "echo" else colours.quiet))
        if kind == "echo":
            look.setFontWeight(QFont.Weight.Bold)
        return look

    def _set_waits(self, waits: bool) -> None:
        if waits != self._waits:
            self._waits = waits
            self.waits_changed.emit(waits)

    def _end_confirmation(self) -> None:
        self._confirms = False
        self.viewport().update()

    # -- scrolling

    def _scroll_to_end(self) -> None:
        self._moving = True
        bar = self.verticalScrollBar()
        on_top = self._rule_fits()
        if self.centerOnScroll() != on_top:
            self.setCenterOnScroll(on_top)
        if on_top:
            bar.setValue(self._top_line())
        else:
            bar.setValue(bar.maximum())
        self._moving = False
        self._show_latest()

    def _has_rule(self) -> bool:
        return self._rule.block().userState() == self._run > 0

    def _top_line(self) -> int:
        """The line that is on top while the present run is shown: the empty one above it."""
        block = self._rule.block()
        above = block.previous()
        return (above if above.isValid() and not above.text() else block).firstLineNumber()

    def _rule_fits(self) -> bool:
        """Whether the whole of the present run fits into the view."""
        if not self._has_rule():
            return False
        room = self.viewport().height() - 2 * self.document().documentMargin()
        line = self.fontMetrics().lineSpacing()
        if (self.blockCount() - self._rule.block().blockNumber()) * line > room:
            return False
        block, height = self._rule.block(), 0.0
        while block.isValid() and height <= room:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height <= room

    def _on_range(self, least: int, most: int) -> None:
        """centerOnScroll lets the last line go up to the top; here the rule's line may."""
        if self.centerOnScroll() and self._has_rule():
            self.verticalScrollBar().setMaximum(min(most, self._top_line()))

    def _on_scrolled(self, value: int) -> None:
        if self._moving:
            return
        self._follow = value >= self.verticalScrollBar().maximum()
        self._show_latest()

    def _show_latest(self) -> None:
        self._latest.setVisible(not self._follow)
        self._place_latest()

    def _place_latest(self) -> None:
        self._latest.adjustSize()
        area = self.viewport().geometry()
        size = self._latest.size()
        self._latest.move(area.right() - size.width() - 12, area.bottom() - size.height() - 12)
        self._latest.raise_()

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_latest()
        if self._follow:
            self._scroll_to_end()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._colours is None:
            return
        painter = QPainter(self.viewport())
        offset = self.contentOffset()
        bottom = self.viewport().height()
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > bottom:
                break
            if block.userState() > 0:
                self._paint_rule(painter, block, area)
            block = block.next()
        if self._has_rule() and self._rule.block().previous().isValid():
            top = self.blockBoundingGeometry(self._rule.block()).translated(offset).top()
            if top > 0:  # what is above is older: dimmed
                veil = QColor(self._colours.base)
                veil.setAlphaF(self._colours.veil)
                painter.fillRect(QRectF(0, 0, self.viewport().width(), min(top, bottom)), veil)
        painter.end()

    def _paint_rule(self, painter: QPainter, block: QTextBlock, area: QRectF) -> None:
        assert self._colours is not None
        layout = block.layout()
        if layout.lineCount() == 0:
            return
        line = layout.lineAt(0)
        left = area.left() + line.naturalTextWidth() + self.document().documentMargin() + 12
        middle = area.top() + line.height() / 2
        confirms = self._confirms and block == self._rule.block()
        colour = QColor(self._colours.accent if confirms else self._colours.line)
        width = 2.0 if confirms else 1.0
        right = self.viewport().width() - 12
        if right > left:
            painter.fillRect(QRectF(left, round(middle), right - left, width), colour)
        if confirms:
            painter.fillRect(QRectF(0, area.top(), 3, area.height()), colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.textCursor().hasSelection():
                self.copy()
            else:
                self.interrupted.emit()
            return
        if _is_typing(event):
            self.typed.emit(event)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if step := event.angleDelta().y():
                self.zoomed.emit(1 if step > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._follow:
            self._scroll_to_end()


def _is_typing(event: QKeyEvent) -> bool:
    """Letters, Enter and a paste belong to the input line, wherever they are typed."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return True
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    # AltGr is Ctrl+Alt on Windows; its letters are printable.
    if event.modifiers() & commands and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() == Qt.Key.Key_D and not event.modifiers() & ~commands
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace):
        return True
    return bool(event.text()) and event.text().isprintable()
