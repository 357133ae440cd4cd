"""If the port that a script wants is held by a script in another window: to stop that one.

GUI thread. Nothing that a Reloader window does not run is ever stopped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reloader_core import Running, runner_of, stop_script
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.message_area import MessageArea
from reloader_gui.page.run_messages import RunMessages
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.page import CARD
from reloader_gui.texts.said import said
from reloader_gui.texts.status import STATUS
from reloader_gui.ui.background import Background

if TYPE_CHECKING:
    from reloader_core import Diagnosis


class PortOffer(QObject):
    def __init__(
        self,
        run: ScriptRun,
        card: ErrorCard,
        messages: MessageArea,
        run_messages: RunMessages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._messages = messages
        self._run_messages = run_messages
        self._background = Background(self)
        self._number = 0
        self._holder: Running | None = None
        run.news.explained.connect(self._on_explained)
        run.closed.connect(self._background.close)
        card.stop_wanted.connect(self._on_wanted)

    def _on_explained(self, diagnosis: Diagnosis | None) -> None:
        self._number += 1
        self._holder = None
        if diagnosis is None:
            return
        from reloader_core import Kind  # not needed for the first paint

        if diagnosis.kind is not Kind.PORT_IN_USE_BY:
            return
        number, pid = self._number, int(diagnosis.values[2])
        self._background.submit(
            lambda: runner_of(pid),
            lambda found: self._on_found(number, found),
            instead=lambda: None,
        )

    def _on_found(self, number: int, found: Running | None) -> None:
        if number == self._number and found is not None and found.told.get("front") == "window":
            self._holder = found
            self._card.offer_stop(str(found.told["name"]))

    def _on_wanted(self) -> None:
        if (holder := self._holder) is None:
            return
        self._holder = None
        self._card.offer_stop("")
        self._background.submit(
            lambda: stop_script(holder),
            lambda is_done: self._on_stopped(str(holder.told["name"]), is_done),
            instead=lambda: False,
        )

    def _on_stopped(self, script: str, is_done: bool) -> None:
        if is_done:
            answer = (STATUS.run, self._run_messages.run_wanted.emit)
            self._messages.say(said(CARD.other_stopped, script), answer, key="other stopped")
        else:
            self._messages.say(said(CARD.other_not_stopped, script), key="other stopped")
