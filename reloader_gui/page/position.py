"""In which line the script is: asked for by a click on the status, or in the menu. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reloader_core import Message, Position, State
from reloader_gui.page.message_area import MessageArea
from reloader_gui.page.status_line import StatusLine
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.page import CARD
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import said

ANSWER_MS = 400
"""Who runs Python has answered by then, also on a busy machine; twice that, and nobody will."""
KEY = "position"


class PositionLine(QObject):
    """Nothing asks the script by itself."""

    line_wanted = Signal(object, int)  # Path, line

    def __init__(
        self, run: ScriptRun, status: StatusLine, area: MessageArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._status = status
        self._area = area
        self._late = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._late.timeout.connect(self._on_late)
        self._asked_c = False
        run.engine.message.connect(self._on_message)
        run.began.connect(self._forget)
        run.view_changed.connect(self._on_view)
        status.clicked.connect(self.ask)

    @property
    def can_ask(self) -> bool:
        status = self._run.status
        runs = status is not None and status.state is State.RUNNING
        return runs and not self._run.installation.is_on

    def ask(self) -> None:
        """What it says is shown as a line; nothing, if nothing runs."""
        if self.can_ask:
            self._ask(from_c=False)

    def _ask(self, *, from_c: bool) -> None:
        self._asked_c = from_c
        self._run.engine.tell_position(from_c=from_c)
        self._late.start()

    def _on_late(self) -> None:
        if not self._asked_c:
            self._ask(from_c=True)
        else:
            self._area.say(RUNS.no_position, key=KEY)

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Position) and self._late.isActive():
            self._late.stop()
            self._say(message)

    def _say(self, position: Position) -> None:
        show = (CARD.show_line, lambda: self.line_wanted.emit(position.file, position.line))
        self._area.say(said(RUNS.position, position), show, key=KEY)

    def _on_view(self) -> None:
        self._status.set_asks(self.can_ask)
        if not self.can_ask:
            self._forget()

    def _forget(self) -> None:
        self._late.stop()
        self._area.take_away(KEY)
