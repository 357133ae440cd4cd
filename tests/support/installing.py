"""A window whose script lacks a package, and where pip finds that without any network."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 120_000


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of(everything(pane.document)))


class Stage:
    """A window whose script has an environment of its own beside it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, script: Path) -> None:
        self.qtbot = qtbot
        self.window = window
        self.script = script

    @property
    def page(self) -> Any:
        assert self.window.page is not None
        return self.window.page

    def child(self, name: str) -> Any:
        return self.window.findChild(QWidget, name)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def press(self, name: str) -> None:
        QTest.mouseClick(self.child(name), Qt.MouseButton.LeftButton)

    def run_until_offered(self) -> None:
        self.window.choose(self.script)
        self.press("runButton")
        self.until(lambda: (button := self.child("installButton")) and button.isVisible())

    def shows(self, text: str) -> None:
        self.until(lambda: text in text_in(self.page.output))


def wheel(folder: Path, name: str, text: str) -> None:
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{name}.py", text)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/RECORD,,\n")
