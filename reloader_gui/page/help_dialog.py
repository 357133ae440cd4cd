"""Shows what is copied for somebody who helps, before it is: nobody sends what they have not seen.

GUI thread. What the text is made of is in run/help_report.py.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reloader_gui.run.help_report import Known, Wanted, report
from reloader_gui.texts.help import HELP
from reloader_gui.texts.values import VALUES
from reloader_gui.ui.widgets import Worded, button, label, named, open_at, put_words

SIZE = (640, 480)
LEAST_SIZE = (320, 240)


class Preview(QPlainTextEdit):
    """Is read, and left by Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpPreview")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


class HelpDialog(Worded, QDialog):
    copied = Signal()

    def __init__(self, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = known
        self._explains = label(role="quiet")
        self._preview = Preview()
        self._more = label()
        has_values = bool(known.error is not None and (known.values or known.meaning))
        self._ticks: dict[str, tuple[QCheckBox, Callable[[], str]]] = {
            "values": (self._tick("helpValues", has_values), HELP.values),
            "typed": (
                self._tick("helpTyped", known.output != known.output_without_input),
                HELP.typed,
            ),
            "arguments": (self._tick("helpArguments", bool(known.arguments)), HELP.arguments),
            "environment": (self._tick("helpEnvironment", True), HELP.environment),
        }
        self._copy = button("helpCopyButton")
        self._copy.setProperty("role", "primary")
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._on_copy)
        self._cancel = button("helpCancelButton")
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self.set_words()
        self.setMinimumSize(*LEAST_SIZE)
        open_at(self, QSize(*SIZE))
        self._copy.setFocus()

    def _tick(self, name: str, is_offered: bool) -> QCheckBox:
        """Only for what there is."""
        tick = named(QCheckBox(self), name)
        tick.setVisible(is_offered)
        tick.toggled.connect(self._show_text)
        return tick

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._explains)
        column.addWidget(self._preview, 1)
        ticks = QGridLayout()
        ticks.setSpacing(4)
        offered = [tick for tick, _ in self._ticks.values() if not tick.isHidden()]
        for at, tick in enumerate(offered):
            ticks.addWidget(tick, at // 2, at % 2)
        column.addWidget(self._more)
        column.addLayout(ticks)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._cancel)
        column.addLayout(row)
        order = [self._preview, *offered, self._copy, self._cancel]
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def set_words(self) -> None:
        self.setWindowTitle(HELP.title())
        self._explains.setText(VALUES.joined(HELP.explains()))
        self._preview.setAccessibleName(HELP.preview())
        self._preview.setAccessibleDescription(self._explains.text())
        self._more.setText(HELP.more())
        for tick, words in self._ticks.values():
            tick.setText(words())
            tick.setAccessibleName(words())
            tick.setAccessibleDescription(HELP.more())
        put_words(self._copy, HELP.copy())
        put_words(self._cancel, HELP.cancel())
        self._show_text()

    @property
    def wanted(self) -> Wanted:
        return Wanted(**{name: tick.isChecked() for name, (tick, _) in self._ticks.items()})

    def _show_text(self) -> None:
        """Scrolled to where it was."""
        bar = self._preview.verticalScrollBar()
        at = bar.value()
        self._preview.setPlainText(report(self._known, self.wanted))
        bar.setValue(at)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._preview.toPlainText())
        self.copied.emit()
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter copies, wherever the keyboard is: the text takes none."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._copy.click() if not self._cancel.hasFocus() else self._cancel.click()
            return
        super().keyPressEvent(event)
