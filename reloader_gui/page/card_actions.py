"""What the error card offers to do about an error: each button only where it helps. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reloader_gui.python.advice import Advice
from reloader_gui.texts.page import CARD
from reloader_gui.texts.renaming import RENAMING
from reloader_gui.ui.widgets import Worded, button, put_words

GAP = 8
MOST_NAME_CHARS = 24
"""Of a package, or of another script, on a button."""


class CardActions(Worded, QWidget):
    install_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Interpreter
    rename_wanted = Signal(object)
    """The Path of a file of the user's that hides a module."""
    stop_wanted = Signal()
    """The other script, which is in this one's way."""

    def __init__(self) -> None:
        super().__init__()
        self._advice: Advice | None = None
        self._hiding: Path | None = None
        self._holder = ""
        self._other = button("usePythonButton")
        self._other.clicked.connect(self._on_other)
        self._install = button("installButton")
        self._install.clicked.connect(self._on_install)
        self._copy_command = button("copyCommandButton")
        self._copy_command.clicked.connect(self._on_copy_command)
        self._rename = button("renameItButton")
        self._rename.clicked.connect(lambda: self.rename_wanted.emit(self._hiding))
        self._stop = button("stopOtherButton")
        self._stop.clicked.connect(self.stop_wanted)
        self.buttons = (
            self._other,
            self._install,
            self._copy_command,
            self._rename,
            self._stop,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for each in self.buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.set_words()

    def set_words(self) -> None:
        put_words(self._copy_command, CARD.copy_command(), CARD.copy_command_tip())
        self._fill()

    def advise(self, advice: Advice | None) -> None:
        """What can be done about a package that is missing."""
        self._advice = advice
        self._fill()

    def offer_rename(self, file: Path | None) -> None:
        """None: no file that is there hides a module."""
        self._hiding = file
        self._fill()

    def offer_stop(self, script: str) -> None:
        """The script of another window that has what this one needs; '': nothing that we run."""
        self._holder = script
        self._fill()

    def forget(self) -> None:
        """It is another error now."""
        self._hiding, self._holder = None, ""
        self.advise(None)

    @property
    def has_any(self) -> bool:
        return any(not each.isHidden() for each in self.buttons)

    @property
    def strongest(self) -> QPushButton | None:
        """What helps most of what is offered. A command that is only a guess is for reading."""
        buttons = (each for each in self.buttons if each is not self._copy_command)
        return next((each for each in buttons if not each.isHidden()), None)

    @property
    def command(self) -> str:
        """It is seen before it is run."""
        offers = self._advice is not None and self._advice.steps
        return self._advice.command if self._advice is not None and offers else ""

    def _fill(self) -> None:
        advice, command = self._advice, self.command
        is_guess = advice is not None and advice.is_guess
        if advice is not None and advice.environment is not None:
            put_words(self._install, CARD.make_python(), command)
        elif advice is not None:
            put_words(self._install, CARD.install(advice.package), command)
            self._install.setText(CARD.install(_short(advice.package)))
        self._install.setVisible(bool(command) and not is_guess)
        self._copy_command.setVisible(bool(command) and is_guess)
        other = advice.other if advice is not None else None
        if other is not None:
            put_words(self._other, CARD.use_python(other.version), str(other.path))
        self._other.setVisible(other is not None)
        if self._hiding is not None:
            tip = RENAMING.rename_it_tip(self._hiding.name)
            put_words(self._rename, RENAMING.rename_it(), tip)
        self._rename.setVisible(self._hiding is not None)
        put_words(self._stop, CARD.stop_other(_short(self._holder)), CARD.stop_other_tip())
        self._stop.setVisible(bool(self._holder))

    def _on_install(self) -> None:
        if self._advice is not None and not self._advice.is_guess:
            self.install_wanted.emit(self._advice)

    def _on_other(self) -> None:
        if self._advice is not None and self._advice.other is not None:
            self.other_wanted.emit(self._advice.other)

    def _on_copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command)


def _short(name: str) -> str:
    return name if len(name) <= MOST_NAME_CHARS else f"{name[:MOST_NAME_CHARS]}..."
