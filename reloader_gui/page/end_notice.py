"""Tells of a script's end while the user is elsewhere, if they want to be told. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reloader_gui.run.past_runs import Ended
from reloader_gui.run.run_log import Outcome
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.settings.store import Settings
from reloader_gui.ui.notification import notify

LONG_S = 10.0
"""Who has just saved waits for a shorter run, and sees when it is done; errors are told of each."""
WORDS_MS = 400
"""The status line does not say at once what lasts for a moment only."""


class EndNotice(QObject):
    def __init__(
        self,
        run: ScriptRun,
        settings: Settings,
        page: QWidget,
        tell: Callable[[QWidget, str, str], None] = notify,
    ) -> None:
        super().__init__(page)
        self._run = run
        self._settings = settings
        self._page = page
        self._tell = tell
        self._told = 0
        """The last run whose end was worth telling or not."""
        self._words = QTimer(self, singleShot=True, interval=WORDS_MS)
        self._words.timeout.connect(self._on_words)
        run.news.past.changed.connect(self._look)

    def _look(self) -> None:
        newest = self._run.news.past.runs[-1]
        record = newest.record
        is_over = newest.ended is Ended.ITSELF and record.outcome in (
            Outcome.FAILED,
            Outcome.NO_FAILURE,
        )
        if not is_over or record.exit is None or newest.serial == self._told:
            return
        self._told = newest.serial
        if record.outcome is Outcome.FAILED or record.exit.runtime_s >= LONG_S:
            self._words.start()

    def _on_words(self) -> None:
        window = self._page.window()
        if self._settings.flag("notify_end") and not window.isActiveWindow():
            self._tell(window, self._run.script.name, self._run.view.text)
