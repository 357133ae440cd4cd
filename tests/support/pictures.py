"""What the output looks like when all of it is painted."""

from __future__ import annotations

from PySide6.QtGui import QImage

from reloader_gui.output.view import OutputView


def whole_picture(view: OutputView) -> QImage:
    """A frame that had no time for all rows leaves some blank: the first one that had."""
    while True:
        image = view.viewport().grab().toImage()
        if not view.is_behind():
            return image
