"""The About box: version, licences, and how to replace Qt (the LGPL asks for both). GUI thread."""

from __future__ import annotations

import html
import sys
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from reloader_gui.ui.program import program_folder, version

QT_SOURCES = "https://download.qt.io/official_releases/"


def words(program: Path | None) -> str:
    """Its text, as HTML. `program`: the packaged program's folder."""
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [
        f"<b>Reloader {html.escape(version())}</b> (Python {python}, Qt {qVersion()})",
        "Reloader is free software under the MIT licence.",
        "Its window uses Qt and Qt for Python, copyright The Qt Company Ltd., under the GNU Lesser"
        " General Public License, version 3. You may replace them by your own build of the same"
        f" version. Their source code is at {QT_SOURCES}",
    ]
    if program is not None:
        qt = html.escape(str(program / "app" / "lib" / "PySide6"))
        licences = html.escape(str(program / "licences"))
        lines.append(
            f"Qt lies in {qt}. The licences of everything in here are in {licences}, with"
            " where each part's source code is."
        )
    return "".join(f"<p>{line}</p>" for line in lines)


def show(parent: QWidget) -> None:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("About Reloader")
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    box.setText(words(program_folder()))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
