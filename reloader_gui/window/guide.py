"""The guide that F1 opens: what to know, in short, and the keys. Local; GUI thread."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from reloader_gui.texts.guide import GUIDE
from reloader_gui.ui import system
from reloader_gui.ui.widgets import Worded, button, named, put_words

SIZE = (640, 560)
LEAST_SIZE = (320, 240)
_ITEM = "margin-bottom: 6px"
Keys = Callable[[], Sequence[tuple[str, str]]]
"""What the window's keys do, and what they are called: asked when they are shown."""


class Guide(Worded, QDialog):
    """Stays open beside the window, which can be used meanwhile."""

    report_wanted = Signal()

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self._keys = keys
        self._text = text = named(QTextBrowser(), "guideText")
        text.setOpenLinks(False)
        text.setTabChangesFocus(True)
        self._report = button("reportButton")
        self._report.clicked.connect(self.report_wanted)
        self._close = button("guideClose")
        self._close.setDefault(True)
        self._close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._report)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(text, 1)
        column.addLayout(row)
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST_SIZE)
        self.set_words()
        text.setFocus()

    def set_words(self) -> None:
        self.setWindowTitle(GUIDE.title())
        self._text.setAccessibleName(GUIDE.title())
        put_words(self._report, GUIDE.report())
        put_words(self._close, GUIDE.close(), "", "Esc")
        self._text.setHtml(_page(GUIDE.sentences(), [*self._keys(), *_keys_of_input()]))

    def showEvent(self, event: object) -> None:
        """Keys may have been added, and another language been chosen, while it was closed."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self.set_words()


def _keys_of_input() -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    named_keys = [
        (GUIDE.next_part(), "F6"),
        (GUIDE.interrupt(), system.interrupt_key(system.THIS)),
        (GUIDE.end_of_input(), "Ctrl+D"),
        (GUIDE.history(), "Up"),
    ]
    return [(what, QKeySequence(keys).toString(native)) for what, keys in named_keys]


def _page(sentences: Sequence[str], keys: Sequence[tuple[str, str]]) -> str:
    items = "".join(f"<li style='{_ITEM}'>{html.escape(each)}</li>" for each in sentences)
    rows = "".join(
        f"<tr><td style='padding-right: 24px'><b>{html.escape(called)}</b></td>"
        f"<td>{html.escape(what)}</td></tr>"
        for what, called in keys
    )
    heading = html.escape(GUIDE.keys())
    return f"<ol style='margin-left: -12px'>{items}</ol><h3>{heading}</h3><table>{rows}</table>"
