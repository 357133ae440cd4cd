"""The About box: version, licences, and how to replace Qt (the LGPL asks for both). GUI thread."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from reloader_gui.texts.window import ABOUT
from reloader_gui.ui.program import program_folder, version

QT_SOURCES = "https://download.qt.io/official_releases/"


def words(program: Path | None) -> str:
    """Its text, as HTML. `program`: the packaged program's folder."""
    python = ".".join(map(str, sys.version_info[:3]))
    paragraphs = [
        ABOUT.version(html.escape(version()), python, qVersion()),
        ABOUT.licence(),
        ABOUT.qt(QT_SOURCES),
    ]
    if program is not None:
        qt = html.escape(str(program / "app" / "lib" / "PySide6"))
        paragraphs.append(ABOUT.places(qt, html.escape(str(program / "licences"))))
    return "".join(f"<p>{each}</p>" for each in paragraphs)


def show(parent: QWidget, report: Callable[[], None]) -> None:
    """`report`: shows the text for whoever reports a problem."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(ABOUT.title())
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    box.setText(words(program_folder()))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.addButton(ABOUT.report(), QMessageBox.ButtonRole.ActionRole).clicked.connect(report)
    box.open()
