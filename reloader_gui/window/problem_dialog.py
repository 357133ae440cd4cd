"""The text for whoever reports a problem of Reloader's own. Nothing is sent. GUI thread."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reloader_core import Interpreter
from reloader_gui.page.help_dialog import LEAST_SIZE, SIZE, Preview
from reloader_gui.run.masking import private
from reloader_gui.texts.guide import PROBLEM
from reloader_gui.texts.help import REPORT
from reloader_gui.texts.values import VALUES
from reloader_gui.ui import system
from reloader_gui.ui.program import home_folder, user_names, version
from reloader_gui.ui.widgets import Worded, button, label, open_at, put_words

MOST_LOG_LINES = 40
MOST_LOG_BYTES = 20_000


class ProblemDialog(Worded, QDialog):
    """`python`: the script's; `log`: of Reloader's own problems, if there were any."""

    def __init__(self, python: Interpreter | None, log: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problemDialog")
        self._python = python
        self._log = log_end(log)
        self._explains = label(role="quiet")
        self._preview = Preview()
        self._copy = button("problemCopy")
        self._copy.setProperty("role", "primary")
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._on_copy)
        self._close = button("problemClose")
        self._close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._explains)
        column.addWidget(self._preview, 1)
        column.addLayout(row)
        self.setMinimumSize(*LEAST_SIZE)
        open_at(self, QSize(*SIZE))
        self.set_words()
        self._copy.setFocus()

    def set_words(self) -> None:
        self.setWindowTitle(PROBLEM.title())
        self._explains.setText(VALUES.joined(PROBLEM.explains()))
        self._preview.setAccessibleName(PROBLEM.preview())
        self._preview.setAccessibleDescription(self._explains.text())
        put_words(self._copy, PROBLEM.copy())
        put_words(self._close, PROBLEM.close(), "", "Esc")
        self._preview.setPlainText(report(self._python, self._log))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._preview.toPlainText())
        self.close()


def report(python: Interpreter | None, log: Sequence[str]) -> str:
    """Three questions to answer, the versions, and the end of the log."""
    paragraphs = [
        [PROBLEM.did(), ""],
        [PROBLEM.expected(), ""],
        [PROBLEM.happened(), ""],
        about(python),
        [PROBLEM.log(), *(f"    {line}" for line in log)] if log else [PROBLEM.no_log()],
    ]
    text, home = "\n\n".join("\n".join(lines) for lines in paragraphs), home_folder()
    return private(text, str(home), user_names(home)) + "\n"


def about(python: Interpreter | None) -> list[str]:
    """Versions of everything, and what the screen is like. Names that are no sentences."""
    own = ".".join(map(str, sys.version_info[:3]))
    lines = [
        REPORT.versions(version(), system.system_name()),
        f"Python {own}, Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"{QLocale.system().name()}, {', '.join(QLocale.system().uiLanguages()[:3])}",
    ]
    for screen in QGuiApplication.screens():
        size, scale = screen.size(), screen.devicePixelRatio()
        lines.append(f"{size.width()} x {size.height()}, {scale:g}")
    if python is not None:
        lines.append(REPORT.python(python.version, python.path))
    return lines


def log_end(log: Path | None) -> list[str]:
    """Its last lines; none where it cannot be read."""
    if log is None:
        return []
    try:
        with open(log, "rb") as file:
            file.seek(max(0, log.stat().st_size - MOST_LOG_BYTES))
            text = file.read(MOST_LOG_BYTES).decode("utf-8", "replace")
    except OSError:
        return []
    return text.rstrip().splitlines()[-MOST_LOG_LINES:]
