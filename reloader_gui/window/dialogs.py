"""The questions that need the system's file dialog. GUI thread.

Each opens a window-modal dialog and returns at once; `then` gets the answer, or is
never called. The window takes a Dialogs, so that tests can answer themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reloader_gui.texts.window import DIALOGS
from reloader_gui.ui.widgets import open_at

Then = Callable[[Path], None]


class Dialogs:
    def ask_script(self, parent: QWidget, folder: Path, then: Then) -> None:
        dialog = _dialog(parent, DIALOGS.choose_script(), folder, then)
        dialog.setNameFilter(DIALOGS.scripts())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_new_script(self, parent: QWidget, folder: Path, then: Then) -> None:
        dialog = _dialog(parent, DIALOGS.new_script(), folder, then)
        dialog.setNameFilter(DIALOGS.scripts())
        dialog.setDefaultSuffix("py")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, DIALOGS.create())
        # An existing file is opened as it is, never overwritten: there is nothing to confirm.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile("my_script.py")
        dialog.open()

    def ask_output_file(
        self, parent: QWidget, folder: Path, name: str, then: Callable[[Path, bool], None]
    ) -> None:
        """`then` also learns whether the colours are wanted, as escape sequences."""
        plain, coloured = DIALOGS.plain_text(), DIALOGS.coloured_text()
        dialog = _dialog(
            parent,
            DIALOGS.save_output(),
            folder,
            lambda file: then(file, dialog.selectedNameFilter() == coloured),
        )
        dialog.setNameFilters([plain, coloured])
        dialog.setDefaultSuffix("txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.open()

    def ask_folder(self, parent: QWidget, folder: Path, then: Then) -> None:
        dialog = _dialog(parent, DIALOGS.choose_folder(), folder, then)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def ask_python(self, parent: QWidget, folder: Path, then: Then) -> None:
        dialog = _dialog(parent, DIALOGS.choose_python(), folder, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # A venv's python is a link; its target is another Python.
        dialog.setOption(QFileDialog.Option.DontResolveSymlinks)
        dialog.open()

    def ask_program(self, parent: QWidget, folder: Path, then: Then) -> None:
        dialog = _dialog(parent, DIALOGS.choose_program(), folder, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()


def _dialog(parent: QWidget, title: str, folder: Path, then: Then) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    for part, words in (
        (QFileDialog.DialogLabel.LookIn, DIALOGS.look_in()),
        (QFileDialog.DialogLabel.FileType, DIALOGS.file_type()),
    ):  # Qt's own dialog has them in English only
        dialog.setLabelText(part, words)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    open_at(dialog, dialog.size())
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog
