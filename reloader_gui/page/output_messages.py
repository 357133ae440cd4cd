"""The lines that the output makes the page say: copying, saving, what is not kept.

GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from reloader_core import Spool, SpoolTrouble
from reloader_gui.output.pane import OutputPane
from reloader_gui.page.message_area import MessageArea, Words
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import said

STOP_KEY = "Shift+F5"


class OutputMessages(QObject):
    def __init__(self, output: OutputPane, area: MessageArea, parent: QObject) -> None:
        super().__init__(parent)
        self._spool: Spool = output.spool
        self._transfer = transfer = output.transfer
        self._area = area
        self._trouble: SpoolTrouble | None = None
        output.copy_pressed.connect(self._on_copy_pressed)
        output.refreshed.connect(self._say_trouble)
        transfer.progressed.connect(self._on_progress)
        transfer.copied.connect(lambda _: area.take_away("transfer"))
        transfer.saved.connect(self._on_saved)
        transfer.failed.connect(self._on_failed)

    def _on_copy_pressed(self, something: bool) -> None:
        """Ctrl+C in a terminal would stop the script; whoever means to copy must not."""
        if something:
            self._area.take_away("copy")
        else:
            self._area.say(said(PAGE.nothing_selected, STOP_KEY), key="copy")

    def _on_progress(self, says: Callable[[int], str], percent: int) -> None:
        if percent % 10 == 0:
            cancel = (PAGE.cancel, self._transfer.cancel)
            self._area.say(said(says, percent), cancel, key="transfer")

    def _on_saved(self, file: str) -> None:
        self._area.say(said(PAGE.saved, file), key="transfer")

    def _on_failed(self, why: Words) -> None:
        self._area.say(why, key="transfer")

    def _say_trouble(self) -> None:
        """Not all output can be kept; or it can be again."""
        if self._spool.trouble != self._trouble:
            self._trouble = self._spool.trouble
            if self._trouble:
                self._area.say(said(NOTICES.not_all_kept, self._trouble), key="spool")
            else:
                self._area.take_away("spool")
